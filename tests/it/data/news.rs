//! The shipped plan against the news item it starts from: what there is, in which order, by which
//! names; that what is not certain says so, in the data and on the screen; and what was corrected
//! or added since.

use std::collections::HashMap;

use crate::facts::{Facts, corrections, str};
use crate::ui::{Ui, options, shipped};
use plan::app::Options;
use plan::model::{Confidence, Date, Lang, Node, Plan};

/// Projects, actions and safeguards in the news item's order: id, its wording, the official name.
#[rustfmt::skip]
const NAMED: &[(&str, &str, &str)] = &[
    ("P1", "5G innovative application projects", "5G创新应用工程"),
    ("P2", "\"intelligent network connection\" facility construction and application promotion projects", "“智能网联”设施建设和应用推广工程"),
    ("P3", "national integrated big data center system construction projects", "全国一体化大数据中心体系建设工程"),
    ("P4", "air-space-earth-sea three-dimensional network construction and application demonstration projects", "空天地海立体化网络建设和应用示范工程"),
    ("P5", "Factor Market Cultivation Project", "数据要素市场培育工程"),
    ("P6", "Big Data Application Improvement Project", "大数据应用提升工程"),
    ("P7", "Core Technology Breakthrough Project in the Information Field", "信息领域核心技术突破工程"),
    ("P8", "Information Technology Intellectual Property and Standardization Innovation Project", "信息技术知识产权与标准化创新工程"),
    ("P9", "Information Technology Industry Ecological Cultivation Project", "信息技术产业生态培育工程"),
    ("P10", "Manufacturing Digital Transformation Project", "制造业数字化转型工程"),
    ("P11", "Information Consumption Expansion and Quality Improvement Project", "信息消费扩容提质工程"),
    ("P12", "Smart Public Security Construction upgrading project", "智慧公安建设提升工程"),
    ("P13", "artificial intelligence social governance experimental project", "人工智能社会治理实验工程"),
    ("P14", "emergency management modernization capability improvement project", "应急管理现代化能力提升工程"),
    ("P15", "national integrated government service improvement project", "全国一体化政务服务提升工程"),
    ("P16", "digital public service optimization, and upgrading project", "数字公共服务优化升级工程"),
    ("P17", "\"Digital Silk Road\" co-construction and sharing project", "“数字丝绸之路”共建共享工程"),
    ("A1", "the digital literacy and skills enhancement of the whole people", "全民数字素养与技能提升行动"),
    ("A2", "the enhancement of corporate digital capabilities", "企业数字能力提升行动"),
    ("A3", "the breakthrough of cutting-edge digital technology", "前沿数字技术突破行动"),
    ("A4", "the open cooperation of digital trade", "数字贸易开放合作行动"),
    ("A5", "the enhancement of grassroots smart governance capabilities", "基层智慧治理能力提升行动"),
    ("A6", "the construction of green and smart ecological civilization", "绿色智慧生态文明建设行动"),
    ("A7", "the development of digital villages", "数字乡村发展行动"),
    ("A8", "digital inclusive financial services", "数字普惠金融服务行动"),
    ("A9", "the digitalization of public health emergency construction", "公共卫生应急数字化建设行动"),
    ("A10", "expansion of smart elderly care services", "智慧养老服务拓展行动"),
    ("S1", "strengthening organization and leadership", "加强组织领导"),
    ("S2", "improving policy systems", "健全政策体系"),
    ("S3", "strengthening team building", "强化队伍建设"),
    ("S4", "standardizing pilot demonstrations", "规范试点示范"),
    ("S5", "strengthening strategic research", "强化战略研究"),
    ("S6", "strengthening public opinion propaganda", "加强舆论宣传"),
];

#[test]
fn as_many_of_each_kind_as_the_news_says() {
    let plan = shipped();
    let counts: Vec<(&str, usize)> = plan
        .kinds()
        .map(|(id, kind)| (&*kind.id, plan.items_of(id).count()))
        .collect();
    let told = [
        ("goal", 7),
        ("focus", 8),
        ("task", 10),
        ("project", 17),
        ("group", 3),
        ("action", 10),
        ("safeguard", 6),
        ("indicator", 17),
    ];
    assert_eq!(counts, told);
    assert_eq!(plan.bodies().len(), 55);
    assert!(plan.documents().len() >= 67);
}

#[test]
fn projects_actions_and_safeguards_are_those_of_the_news_in_its_order() {
    let plan = shipped();
    let kinds: Vec<_> = ["project", "action", "safeguard"]
        .iter()
        .filter_map(|kind| plan.kind(kind))
        .collect();
    let ours: Vec<(&str, &str, &str)> = plan
        .items()
        .filter(|(_, item)| kinds.contains(&item.kind))
        .map(|(_, item)| {
            let side = |text: &'_ plan::model::Text, lang| {
                text.own(lang).unwrap_or_default().to_owned().leak() as &str
            };
            (
                &*item.id,
                side(&item.seed_name, Lang::En),
                side(&item.name, Lang::Zh),
            )
        })
        .collect();
    assert_eq!(ours, NAMED);
}

#[test]
fn the_three_groups_hold_the_actions_in_order() {
    let plan = shipped();
    let group = plan.kind("group").expect("a kind");
    let held: Vec<String> = plan
        .items_of(group)
        .flat_map(|id| {
            plan.children(id)
                .iter()
                .map(|&child| plan[child].id.to_string())
        })
        .collect();
    let actions: Vec<String> = (1..=10).map(|number| format!("A{number}")).collect();
    assert_eq!(held, actions);
}

#[test]
fn everything_has_a_name_in_both_languages_and_items_a_short_one() {
    let plan = shipped();
    for node in plan.nodes() {
        for lang in [Lang::En, Lang::Zh] {
            assert!(
                plan.name(node).own(lang).is_some(),
                "{} has no name in {lang:?}",
                plan.id(node)
            );
        }
    }
    for (id, item) in plan.items() {
        let short = item.short.own(Lang::En).unwrap_or_default();
        assert!(
            (1..=30).contains(&plan::page::width(short)),
            "{}: {short:?}",
            item.id
        );
        assert!(!plan.label(Node::Item(id), Lang::Zh).is_empty());
    }
}

#[test]
fn every_responsibility_says_what_it_rests_on() {
    let plan = shipped();
    let mut rows = 0;
    for known in plan.responsibilities() {
        for row in known.rows() {
            rows += 1;
            let documented = row.basis != plan::model::Basis::Companion || row.document.is_some();
            assert!(
                documented,
                "{} {}",
                plan.id(known.item),
                plan[known.body].id
            );
            let sourced = !row.sources.is_empty() || row.confidence == Confidence::Low;
            assert!(
                sourced,
                "{} {} has no source",
                plan.id(known.item),
                plan[known.body].id
            );
        }
    }
    assert_eq!(rows, 381);
}

#[test]
fn what_was_corrected_or_added_later_is_in_the_data() {
    let facts = Facts::shipped();
    let table = corrections::all();
    assert!(table.len() > 250, "only {} lines", table.len());
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|one| {
            let said = one.holds(&facts).err()?;
            Some(format!("{} {}: {said}", one.id, one.path))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_result_names_an_address_or_a_document() {
    let facts = Facts::shipped();
    let documents: Vec<&str> = facts
        .list("documents")
        .iter()
        .map(|one| str(&one["id"]))
        .collect();
    let mut results = 0;
    for item in facts.list("items") {
        let points = item["measure"]["points"].as_array();
        for point in points
            .into_iter()
            .flatten()
            .filter(|point| point["kind"] == "actual")
        {
            results += 1;
            let sources = point["sources"].as_array().expect("a result has sources");
            let known = |one: &str| one.starts_with("http") || documents.contains(&one);
            let all_known = sources.iter().map(str).all(known);
            assert!(!sources.is_empty() && all_known, "{}: {point}", item["id"]);
        }
    }
    assert!(results > 20, "only {results}");
}

/// What was pieced together or could not be confirmed.
const UNCONFIRMED: &[(&str, &str)] = &[
    ("F3", "Reconstructed"),
    ("F4", "Reconstructed"),
    ("F5", "Reconstructed"),
    ("F6", "Reconstructed"),
    ("F7", "Reconstructed"),
    ("F8", "Reconstructed"),
    ("I14", "Unconfirmed"),
    ("I16", "Unconfirmed"),
    ("I17", "Unconfirmed"),
];

#[test]
fn what_is_unconfirmed_says_so_on_the_screen() {
    let plan = shipped();
    for (id, word) in UNCONFIRMED {
        let node = plan.find(id).expect("an id");
        assert_eq!(plan.confidence(node), Confidence::Low, "{id}");
        let frame = Ui::new(120, 40).press(&format!("{id}<enter>")).frame();
        let shown = frame.contains("unconfirmed") && frame.contains(word);
        assert!(shown, "{id}:\n{frame}");
        let chinese = Ui::in_lang(80, 24, Lang::Zh)
            .press(&format!("{id}<enter>"))
            .frame();
        assert!(chinese.contains("待核实"), "{id}:\n{chinese}");
    }
    for id in ["I16", "I17"] {
        let frame = Ui::new(120, 40).press(&format!("{id}<enter>")).frame();
        assert!(frame.contains("not stated"), "{id}:\n{frame}");
    }
}

#[test]
fn the_plans_own_page_says_that_its_time_is_over_and_where_to_report_a_mistake() {
    let frame = Ui::with(80, 60, options(Lang::En)).frame();
    for said in [
        "plan ended",
        "ended in 2025",
        "23 November 2026",
        "Mistakes",
        "check FILE",
    ] {
        assert!(frame.contains(said), "{said:?} is not in\n{frame}");
    }
    let before = Options {
        today: Date::parse("2025-12-31"),
        ..Options::default()
    };
    let frame = Ui::with(80, 60, before).frame();
    assert!(!frame.contains("plan ended"), "{frame}");
    assert!(!frame.contains("period is over"), "{frame}");
}

/// Whatever somebody may call a thing leads to one thing: aliases that several nodes share on
/// purpose stand here, with the nodes.
const SHARED: &[(&str, &[&str])] = &[];

#[test]
fn an_alias_leads_to_one_node() {
    let plan = shipped();
    let mut owners: HashMap<String, Vec<&str>> = HashMap::new();
    for node in plan.nodes() {
        for alias in plan.aliases(node) {
            owners
                .entry(alias.to_lowercase())
                .or_default()
                .push(plan.id(node));
        }
    }
    let mut shared: Vec<_> = owners
        .into_iter()
        .filter(|(_, nodes)| nodes.len() > 1)
        .collect();
    shared.sort();
    let meant: Vec<(String, Vec<&str>)> = SHARED
        .iter()
        .map(|(alias, nodes)| ((*alias).to_owned(), nodes.to_vec()))
        .collect();
    assert_eq!(shared, meant);
    assert!(leads_to(&plan, "gigabit", "I4"));
}

fn leads_to(plan: &Plan, alias: &str, id: &str) -> bool {
    plan.find(id).is_some_and(|node| {
        plan.aliases(node)
            .iter()
            .any(|known| known.eq_ignore_ascii_case(alias))
    })
}
