//! Questions in people's own words: what is nearest, what is nowhere in the plan, and what is read as
//! filters.

use plan::model::{Date, Input, Lang, Node, SHIPPED};
use plan::query::{FilterName, Note, Part, Query, Sought};
use plan::search::Tier;

use super::indexed::Indexed;

/// Query, ids (any of them will do) or `-` where the plan has nothing on it, kind of query. The
/// thesaurus was first drafted without them.
const QUERIES: &str = include_str!("../../lookup/natural.tsv");

fn rows() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    QUERIES.lines().skip(1).map(|row| {
        let mut cells = row.split('\t');
        let mut cell = || cells.next().expect("three cells a row");
        (cell(), cell().split(',').collect())
    })
}

fn percent(part: usize, whole: usize) -> usize {
    100 * part / whole
}

#[test]
fn most_questions_are_answered_first() {
    let shipped = Indexed::shipped();
    let (mut all, mut first, mut three, mut nothing) = (0, 0, 0, 0);
    let mut missed = Vec::new();
    for (query, wanted) in rows().filter(|(_, wanted)| *wanted != ["-"]) {
        let ids = shipped.ids(query);
        let is = |id: &&str| wanted.iter().any(|one| one.eq_ignore_ascii_case(id));
        all += 1;
        first += usize::from(ids.first().is_some_and(is));
        nothing += usize::from(ids.is_empty());
        if ids.iter().take(3).any(is) {
            three += 1;
        } else {
            missed.push((query, wanted, ids.into_iter().next()));
        }
    }
    let shares = [first, three, nothing].map(|part| percent(part, all));
    assert!(all >= 200, "{all}");
    assert!(
        shares[0] >= 79 && shares[1] >= 90 && shares[2] <= 2,
        "{shares:?} % first, among three, nothing: {missed:#?}"
    );
}

#[test]
fn what_the_plan_has_not_is_not_answered_as_if_it_had() {
    let shipped = Indexed::shipped();
    let foreign = rows().filter(|(_, wanted)| *wanted == ["-"]);
    let (mut all, mut nothing) = (0, 0);
    for (query, _) in foreign {
        let found = shipped.search(query);
        all += 1;
        nothing += usize::from(found.hits.is_empty());
        let near = |note: &Note| matches!(note, Note::Nearest(_));
        assert!(
            found.hits.iter().all(|hit| hit.tier == Tier::Nearest)
                && (found.hits.is_empty() || found.notes.iter().any(near)),
            "{query}: {:?}",
            found.notes
        );
    }
    assert!(percent(nothing, all) >= 55, "{nothing} of {all}");
    for query in ["qqqq", "xyzzy plugh", "football league"] {
        let found = shipped.search(query);
        assert!(found.hits.is_empty(), "{query}");
        let nowhere = found
            .notes
            .iter()
            .any(|note| matches!(note, Note::Nowhere(words) if query.contains(&words.join(" "))));
        assert!(nowhere, "{query}: {:?}", found.notes);
    }
}

#[test]
fn a_nearest_hit_says_what_it_has_and_lacks() {
    let shipped = Indexed::shipped();
    let found = shipped.search("rural broadband debris");
    assert!(!found.hits.is_empty());
    for hit in &found.hits {
        let near = hit.near.as_ref().expect("it is nearest");
        assert_eq!(hit.tier, Tier::Nearest);
        assert!(!near.has.is_empty());
        assert_eq!(near.has.len() + near.lacks.len(), 3);
        assert!(near.lacks.contains(&"debris".to_owned()));
    }
    assert_eq!(
        found.notes,
        [
            Note::Nowhere(vec!["debris".into()]),
            Note::Nearest(vec!["debris".into()]),
        ]
    );
}

/// The first hit has all the words, or the note says which it lacks.
#[test]
fn the_note_on_what_is_nearest_is_true() {
    let shipped = Indexed::shipped();
    for query in [
        "工信部 发改委",
        "哪些任务涉及人工智能",
        "T5的配合单位",
        "这个规划是谁印发的",
        "科技部还负责高新技术企业吗",
        "rural broadband debris",
    ] {
        let found = shipped.search(query);
        let near = found.hits.first().and_then(|first| first.near.as_ref());
        let lacks = near.map_or_else(Vec::new, |near| near.lacks.clone());
        let said = found.notes.iter().find_map(|note| match note {
            Note::Nearest(lacks) => Some(lacks.clone()),
            _ => None,
        });
        assert_eq!(said.unwrap_or_default(), lacks, "{query}");
    }
}

#[test]
fn what_nothing_answers_is_said_to_be_so() {
    let shipped = Indexed::shipped();
    for (query, of) in [
        ("哪些工程没有牵头单位", Sought::NoLead),
        ("which projects have no lead", Sought::NoLead),
        ("which documents have no lead", Sought::Other),
    ] {
        let found = shipped.search(query);
        assert!(found.hits.is_empty(), "{query}");
        let none = Note::NoneSuch {
            of,
            by_words: false,
        };
        assert!(found.notes.contains(&none), "{query}: {:?}", found.notes);
    }
}

/// What its page says to have no lead, the filter and the gaps have too.
#[test]
fn the_same_items_have_no_lead_everywhere() {
    use plan::model::{Gap, LeadState};
    let shipped = Indexed::shipped();
    let plan = &shipped.plan;
    let led = |id| plan.lead_state(id) != LeadState::None;
    let without: Vec<&str> = plan
        .items()
        .filter(|(id, _)| !led(*id))
        .map(|(_, item)| &*item.id)
        .collect();
    assert!(without.contains(&"G5"), "{without:?}");
    let gaps = plan.lacking(Gap::Lead);
    assert_eq!(gaps.len(), without.len());
    for query in ["lead:none", "items without a lead", "没有牵头单位的条目"] {
        let mut ids = shipped.ids(query);
        ids.sort_unstable();
        let mut wanted = without.clone();
        wanted.sort_unstable();
        assert_eq!(ids, wanted, "{query}");
    }
    for query in ["which goals have no lead", "哪些目标没有牵头单位"] {
        assert!(shipped.ids(query).contains(&"G5"), "{query}");
    }
}

/// A reading with words that finds nothing gives way to what the words find.
#[test]
fn a_reading_that_finds_nothing_replaces_nothing() {
    let shipped = Indexed::shipped();
    for query in ["which ipv6 targets were missed", "哪些乡村任务没有达到"] {
        assert!(!shipped.ids(query).is_empty(), "{query}");
    }
    // How much of something is no question for all that was reached.
    for query in [
        "公共数据开放完成多少了",
        "how much rural tourism was achieved",
    ] {
        let found = shipped.search(query);
        assert_eq!(found.read_as(), None, "{query}");
    }
}

#[test]
fn two_that_are_compared_are_found() {
    let shipped = Indexed::shipped();
    for (query, wanted) in [
        ("比较工信部和国家发改委", ["miit", "ndrc"]),
        ("工信部 vs 发改委", ["miit", "ndrc"]),
        (
            "工业和信息化部与国家发展和改革委员会的区别",
            ["miit", "ndrc"],
        ),
        (
            "compare the ministry of education with miit",
            ["moe", "miit"],
        ),
        ("P6和P5有什么不同", ["P6", "P5"]),
        ("difference between P5 and P6", ["P5", "P6"]),
    ] {
        assert_eq!(shipped.ids(query), wanted, "{query}");
    }
    // Of two sorts, or of one or three, there is no comparison.
    for query in [
        "compare miit and P5",
        "compare miit",
        "compare P5, P6 and P7",
        "比较优势",
    ] {
        let notes = shipped.search(query).notes;
        let compares = |note: &Note| matches!(note, Note::Compare(_));
        assert!(!notes.iter().any(compares), "{query}: {notes:?}");
    }
}

#[test]
fn pinyin_beside_other_words_is_found() {
    let shipped = Indexed::shipped();
    for query in ["gongxinbu qiantou", "qiantou gongxinbu"] {
        // A word that asks is understood in pinyin.
        let found = shipped.search(query);
        let first = shipped.ids_of(&found).first().copied();
        assert_eq!(first, Some("miit"), "{query}");
        let lead = Part::Filter(FilterName::Lead, "miit".to_owned());
        assert_eq!(found.notes, [Note::ReadAs(vec![lead])], "{query}");
    }
}

/// With assignments of an office there are statuses, and what is ours.
#[test]
fn assignments_are_asked_about() {
    let overlay = Input {
        name: "example.json",
        bytes: include_bytes!("../../../data/example-overlay.json"),
    };
    let shipped = Indexed::of(SHIPPED, &[overlay]);
    for (question, filters) in [
        ("我们单位的任务", "basis:assigned"),
        ("我们单位的工程", "basis:assigned kind:project"),
        ("our tasks", "basis:assigned"),
        ("our work", "basis:assigned"),
        ("本办公室的任务", "org:EXO"),
        ("哪些任务已经过期", "is:late"),
        ("哪些任务到期了", "is:late"),
        ("已完成的任务", "status:done"),
        ("which tasks are done", "status:done"),
        ("哪些指标已完成", "result:reached kind:indicator"),
    ] {
        let found = shipped.search(question);
        let read = shipped.read_as(&found, Lang::En);
        assert_eq!(read.as_deref(), Some(filters), "{question}");
        let items = shipped.ids(question);
        let items: Vec<&str> = items.into_iter().filter(|id| *id != "exo").collect();
        let wanted = shipped.ids(filters);
        let wanted: Vec<&str> = wanted.into_iter().filter(|id| *id != "exo").collect();
        assert!(!items.is_empty(), "{question}");
        assert_eq!(items, wanted, "{question}");
    }
}

#[test]
fn nothing_is_nearest_where_a_node_has_every_word() {
    let shipped = Indexed::shipped();
    for query in [
        "rural",
        "digital villages",
        "szxc",
        "digitel vilages",
        "5g",
        "智慧养老",
    ] {
        let found = shipped.search(query);
        let near = found.hits.iter().filter(|hit| hit.tier == Tier::Nearest);
        assert_eq!(near.count(), 0, "{query}");
    }
    // What must stand as it is written has nothing that is near.
    assert!(shipped.search("'rural 'broadband 'debris").hits.is_empty());
}

#[test]
fn filters_hold_for_what_is_nearest() {
    let shipped = Indexed::shipped();
    let found = shipped.search("rural broadband debris kind:action");
    assert!(!found.hits.is_empty());
    for hit in &found.hits {
        assert!(shipped.plan.id(hit.node).starts_with('A'));
    }
}

#[test]
fn an_overlay_brings_its_own_words() {
    let bytes = r#"{"format": 1, "thesaurus": [["frobnicate", "rural"]]}"#;
    let overlay = Input {
        name: "words.json",
        bytes: bytes.as_bytes(),
    };
    let plain = Indexed::shipped();
    assert!(plain.ids("frobnicate").is_empty());
    let once = Indexed::of(SHIPPED, &[overlay]);
    assert_eq!(once.ids("frobnicate").first(), Some(&"A7"));
    let twice = Indexed::of(SHIPPED, &[overlay, overlay]);
    assert_eq!(twice.plan.thesaurus().len(), once.plan.thesaurus().len());
}

/// What is due this year depends on the day; an assignment that is due then is meant before a target.
#[test]
fn a_time_is_counted_from_today() {
    let shipped = Indexed::shipped();
    let rows = br#"{"format":1,"bodies":[{"id":"desk","name":"Desk"}],"responsibilities":[
        {"item":"P1","body":"desk","due":"2023-06-30"},{"item":"P2","body":"desk","due":"2024-01-31"}]}"#;
    let ours = Indexed::of(
        SHIPPED,
        &[Input {
            name: "ours.json",
            bytes: rows,
        }],
    );
    for (question, alone, with_ours) in [
        ("what is due this year", "by:2023", "due:2023"),
        ("今年到期的", "by:2023", "due:2023"),
        ("今年要完成什么", "by:2023", "due:2023"),
        ("what is due next month", "by:2024-01", "due:2024-01"),
        ("下个月到期的任务", "by:2024-01", "due:2024-01"),
        ("what was due last year", "by:2022", "due:2022"),
        ("what must be reached next year", "by:2024", "by:2024"),
        ("明年要达到哪些目标", "by:2024", "by:2024"),
    ] {
        for (shipped, wanted) in [(&shipped, alone), (&ours, with_ours)] {
            let query = Query::parse(question).on(Date::parse("2023-12-05"));
            let found = shipped.index.search(&shipped.plan, &query);
            let read = shipped.read_as(&found, Lang::En);
            assert_eq!(read.as_deref(), Some(wanted), "{question}");
        }
    }
    assert_eq!(ours.ids("due:2023"), ["P1"]);
}

/// A question for a number is answered by it; one for the plan's own time by the plan.
#[test]
fn a_count_and_the_period_are_said() {
    let shipped = Indexed::shipped();
    for (question, en, zh) in [
        ("how many projects are there", "17 projects", "17项重点工程"),
        ("多少个工程", "17 projects", "17项重点工程"),
        (
            "how many ministries are there",
            "55 organisations",
            "55 个机构",
        ),
        (
            "how many actions does miit lead",
            "3 actions",
            "3项优先行动",
        ),
        ("多少个指标没有达到", "2 indicators", "2项指标"),
        (
            "when does the plan end",
            "The plan runs 2021-2025",
            "规划期为2021—2025年",
        ),
        (
            "规划什么时候结束",
            "The plan runs 2021-2025",
            "规划期为2021—2025年",
        ),
        (
            "who issued the plan",
            "Issued by CCAC",
            "印发机构：中央网信委",
        ),
    ] {
        let found = shipped.search(question);
        for (lang, wanted) in [(Lang::En, en), (Lang::Zh, zh)] {
            let notes = found.notes.iter();
            let notes: Vec<String> = notes
                .map(|note| plan::describe::note(&shipped.plan, note, lang))
                .collect();
            assert!(
                notes.iter().any(|note| note.contains(wanted)),
                "{question}: {notes:?}"
            );
        }
    }
    assert_eq!(shipped.ids("when does the plan end"), ["PLAN"]);
    // The word for documents is none of a name.
    assert_eq!(
        shipped.ids("who issued documents in 2021"),
        shipped.ids("documents of 2021")
    );
    let issued = shipped.ids("who issued the sailing action plan");
    assert_eq!(issued.first(), Some(&"D7"));
    for question in ["how many people use the internet", "有多少人上网"] {
        assert_eq!(shipped.ids(question).first(), Some(&"I2"), "{question}");
    }
}

/// Where targets were asked about, each says how far it was reached.
#[test]
fn a_missed_target_shows_its_figures() {
    let args = ["search", "which targets were missed"];
    let ran = crate::program::ran(&mut crate::program::program(&args));
    assert!(
        ran.out.contains("11.25 of 12 × 100 million people"),
        "{}",
        ran.out
    );
    let ui = crate::ui::Ui::new(80, 24).press("which targets were missed");
    for figures in ["0.75 short", "≈1.03 short"] {
        assert!(ui.frame().contains(figures), "{}", ui.frame());
    }
    assert!(ran.out.contains("0.75 short"), "{}", ran.out);
    let page = crate::program::out(&["show", "I2", "-l", "zh"]);
    assert!(page.contains("差0.75"), "{page}");
}

/// A question, the filters as which it is read, and the body that it is about; that stands before what
/// the filters find.
#[rustfmt::skip]
const SETS: &[(&str, &str, Option<&str>)] = &[
    ("which tasks have no lead", "lead:none kind:task", None),
    ("哪些任务没有牵头单位", "lead:none kind:task", None),
    ("which goals have no lead", "lead:none kind:goal", None),
    ("what is partly confirmed", "is:partly", None),
    ("哪些项目部分核实", "is:partly kind:project", None),
    ("哪些待核实", "is:unconfirmed", None),
    ("差多少", "result:missed", None),
    // What was not reached was missed; whether it was reached asks for all that came of it.
    ("what did the plan fail to achieve", "result:missed", None),
    ("which indicators failed to meet the target", "result:missed kind:indicator", None),
    ("which indicators did not meet the target", "result:missed kind:indicator", None),
    ("哪些目标未能完成", "result:missed", None),
    ("哪些指标无法达到", "result:missed kind:indicator", None),
    ("哪些目标没有按期实现", "result:missed", None),
    ("目标都完成了吗", "result:any", None),
    ("指标完成情况如何", "result:any kind:indicator", None),
    ("did CAC meet its targets", "result:any org:CAC", None),
    ("商务部的目标达到了吗", "result:any org:MOFCOM", None),
    ("which leads have no source", "lead:inferred", None),
    ("哪些牵头单位没有依据", "lead:inferred", None),
    ("which tasks are due in 2025", "by:2025", None),
    // The ministry, not a ranking
    ("what does MOST lead", "lead:MOST", Some("most")),
    ("MOST牵头哪些工程", "lead:MOST kind:project", Some("most")),
    ("MOST's projects", "org:MOST kind:project", Some("most")),
    ("which policies did NDRC issue", "org:NDRC kind:document", Some("ndrc")),
    ("发改委发布了哪些规划", "org:NDRC kind:document", Some("ndrc")),
    ("any shortfall", "result:missed", None),
    ("is 5g on track", "kind:indicator 5g", None),
    ("5g差多少", "kind:indicator 5g", None),
    ("2023年的工程", "by:2023 kind:project", None),
    // No goal is for that year: what is stands instead.
    ("what are the goals for 2023", "by:2023", None),
    ("what does miit lead", "lead:MIIT", Some("miit")),
    ("工信部牵头哪些工程", "lead:MIIT kind:project", Some("miit")),
    ("which projects does ndrc lead", "lead:NDRC kind:project", Some("ndrc")),
    ("what is late", "is:late", None),
    ("哪些任务逾期", "is:late kind:task", None),
    ("which targets were missed", "result:missed", None),
    ("哪些目标没有达到", "result:missed", None),
    ("哪些指标没有达到", "result:missed kind:indicator", None),
    ("which targets were reached", "result:reached", None),
    ("哪些指标已经达到", "result:reached kind:indicator", None),
    ("what was reached by 2025", "result:reached by:2025", None),
    ("what is to be reached by 2025", "by:2025", None),
    ("到2025年要达到什么目标", "by:2025", None),
    ("projects shared by ndrc and miit", "org:NDRC org:MIIT kind:project", None),
    ("发改委和工信部共同负责的项目", "org:NDRC org:MIIT kind:project", None),
    ("how many projects are there", "kind:project", None),
    ("多少个工程", "kind:project", None),
    ("how many ministries are there", "kind:body", None),
    ("which projects", "kind:project", None),
    ("all projects", "kind:project", None),
    ("what projects are there", "kind:project", None),
    ("show me all tasks", "kind:task", None),
    ("what are the goals of the plan", "kind:goal", None),
    ("which indicators are in the plan", "kind:indicator", None),
    ("all documents", "kind:document", None),
    ("list of ministries", "kind:body", None),
    ("all ministries", "kind:body", None),
    ("which ministries are involved", "kind:body", None),
    ("有哪些工程", "kind:project", None),
    ("工程有哪些", "kind:project", None),
    ("列出所有工程", "kind:project", None),
    ("任务有哪些", "kind:task", None),
    ("规划里有哪些指标", "kind:indicator", None),
    ("有哪些部门", "kind:body", None),
    ("单位名单", "kind:body", None),
    ("发改委会同工信部负责的工程", "org:NDRC org:MIIT kind:project", None),
    ("有多少个部门", "kind:body", None),
    ("how many actions does miit lead", "lead:MIIT kind:action", Some("miit")),
    ("what is due in 2023", "by:2023", None),
    ("which actions have no supporting body", "support:none kind:action", None),
    ("哪些行动没有配合单位", "support:none kind:action", None),
    ("which documents did MIIT issue", "org:MIIT kind:document", Some("miit")),
    ("工信部发了哪些文件", "org:MIIT kind:document", Some("miit")),
    ("what is only inferred", "lead:inferred", None),
    ("哪些牵头单位只是推定", "lead:inferred", None),
    ("what is unconfirmed", "is:unconfirmed", None),
    ("哪些工程未证实", "is:unconfirmed kind:project", None),
    ("which indicators have no result", "result:none kind:indicator", None),
    ("no result found", "result:none", None),
    ("没有查到结果的指标", "result:none kind:indicator", None),
    ("多少指标达到了", "result:reached kind:indicator", None),
    ("哪些任务已经过期", "is:late kind:task", None),
    ("which tasks are past due", "is:late kind:task", None),
    // Words that say nothing, and whole names
    ("工信部牵头哪些工作", "lead:MIIT", Some("miit")),
    ("工信部主要牵头哪些", "lead:MIIT", Some("miit")),
    ("工信部牵头的全部工作", "lead:MIIT", Some("miit")),
    ("教育部牵头哪些事项", "lead:MOE", Some("moe")),
    ("公安部配合哪些工作", "support:MPS", Some("mps")),
    ("工业和信息化部牵头哪些重点工程", "lead:MIIT kind:project", Some("miit")),
    ("工业和信息化部的任务", "org:MIIT kind:task", Some("miit")),
    ("应急管理部牵头哪些任务", "lead:MEM", Some("mem")),
    ("国家数据局负责的全部工作", "org:NDA", Some("nda")),
    ("工信部的工作", "org:MIIT", Some("miit")),
    ("work of miit", "org:MIIT", Some("miit")),
    ("everything miit mainly leads", "lead:MIIT", Some("miit")),
    ("what work does miit lead", "lead:MIIT", Some("miit")),
    ("which things does the ministry of education support", "support:MOE", Some("moe")),
    // A body, a kind and a role in any order
    ("miit projects", "org:MIIT kind:project", Some("miit")),
    ("projects miit leads", "lead:MIIT kind:project", Some("miit")),
    ("what miit leads", "lead:MIIT", Some("miit")),
    ("miit leads", "lead:MIIT", Some("miit")),
    ("tasks led by miit", "lead:MIIT kind:task", Some("miit")),
    ("key projects miit leads", "lead:MIIT kind:project", Some("miit")),
    ("ministry of education tasks", "org:MOE kind:task", Some("moe")),
    ("education ministry tasks", "org:MOE kind:task", Some("moe")),
    ("projects of the patent office", "org:CNIPA kind:project", Some("cnipa")),
    ("央行 任务", "org:PBOC kind:task", Some("pboc")),
    ("actions supported by ndrc", "support:NDRC kind:action", Some("ndrc")),
    ("what does ndrc support", "support:NDRC", Some("ndrc")),
    ("miit documents", "org:MIIT kind:document", Some("miit")),
    ("工信部 工程", "org:MIIT kind:project", Some("miit")),
    ("重点工程 工信部", "org:MIIT kind:project", Some("miit")),
    ("工信部 牵头 的 工程", "lead:MIIT kind:project", Some("miit")),
    ("牵头 工程 工信部", "lead:MIIT kind:project", Some("miit")),
    ("工信部牵头的重大任务", "lead:MIIT kind:task", Some("miit")),
    ("发改委配合的行动", "support:NDRC kind:action", Some("ndrc")),
    // The year of a document is its date
    ("documents issued by MIIT in 2021", "org:MIIT by:2021 kind:document", Some("miit")),
    ("工信部2021年印发了哪些文件", "org:MIIT by:2021 kind:document", Some("miit")),
    ("documents 2022", "by:2022 kind:document", None),
    ("documents from 2021", "by:2021 kind:document", None),
    ("documents issued in 2021", "by:2021 kind:document", None),
    ("2021年的文件", "by:2021 kind:document", None),
    // Only indicators have results
    ("projects without results", "result:none", None),
    ("projects finished", "result:reached", None),
    ("已完成的工程", "result:reached", None),
    // Two bodies
    ("工信部和发改委", "org:MIIT org:NDRC", None),
    ("工信部与发改委的分工", "org:MIIT org:NDRC", None),
    ("tasks led by CAC and supported by MIIT", "lead:CAC support:MIIT kind:task", None),
    ("网信办牵头、工信部配合的任务", "lead:CAC support:MIIT kind:task", None),
    ("which targets were missed by how much", "result:missed", None),
    ("未完成的指标差多少", "result:missed kind:indicator", None),
    ("到2025年底要达到什么目标", "by:2025", None),
    // Words that only ask
    ("deadline 5G", "5g", None),
    ("when is 5G due", "5g", None),
    ("完成时限 5G", "5g", None),
    ("5g list", "5g", None),
    ("list of projects", "kind:project", None),
    ("工程清单", "kind:project", None),
    ("5g deadline 2025", "by:2025 5g", None),
    // What came of one target, in any order
    ("5g target", "kind:indicator 5g", None),
    ("target of 5g", "kind:indicator 5g", None),
    ("5g goal", "kind:indicator 5g", None),
    ("5g result", "kind:indicator 5g", None),
    ("5g missed", "kind:indicator 5g", None),
    ("5g was reached?", "kind:indicator 5g", None),
    ("was 5g reached?", "kind:indicator 5g", None),
    ("did 5g meet its target", "kind:indicator 5g", None),
    ("what is the 5g target", "kind:indicator 5g", None),
    ("met ipv6", "kind:indicator ipv6", None),
    ("5G 目标", "kind:indicator 5g", None),
    ("目标 5G", "kind:indicator 5g", None),
    ("5G 实现了吗", "kind:indicator 5g", None),
    ("5G目标没有达到", "kind:indicator 5g", None),
    ("达标 5G", "kind:indicator 5g", None),
    ("IPv6完成情况", "kind:indicator ipv6", None),
    ("网上零售额完成了多少", "kind:indicator 网上零售额", None),
    ("IPv6达到多少", "kind:indicator ipv6", None),
    ("how much of 5g was reached", "kind:indicator 5g", None),
    ("how far along is 5g", "kind:indicator 5g", None),
    ("how far is ipv6", "kind:indicator ipv6", None),
    ("which ipv6 targets were reached", "result:reached ipv6", None),
];

#[test]
fn questions_about_sets_are_read_as_filters() {
    let shipped = Indexed::shipped();
    for &(question, filters, subject) in SETS {
        let found = shipped.search(question);
        let read = |lang| shipped.read_as(&found, lang).unwrap_or_default();
        assert_eq!(read(Lang::En), filters, "{question}");
        let chinese = read(Lang::Zh);
        let letters = chinese.replace("5g", "").replace("ipv6", "");
        assert!(
            !letters.contains(|c: char| c.is_ascii_alphabetic()),
            "{chinese}"
        );
        let ids = shipped.ids_of(&found);
        // What is shown can be typed, in both languages and with full-width colons.
        for typed in [filters, &chinese, &chinese.replace(':', "：")] {
            let wanted: Vec<&str> = subject.into_iter().chain(shipped.ids(typed)).collect();
            assert_eq!(ids, wanted, "{question}: {typed}");
        }
    }
    let is = |query: &str, id: &str| assert_eq!(shipped.ids(query).first(), Some(&id), "{query}");
    is("5g target", "I3");
    is("IPv6 实现了吗", "I5");
}

/// Times are those of assignments where there are any, and months are those of a calendar.
#[test]
fn what_is_due_in_a_month_is_due_of_ours() {
    use plan::model::Date;
    let bytes = include_bytes!("../../../data/example-overlay.json");
    let name = "example-overlay.json";
    let shipped = Indexed::of(SHIPPED, &[Input { name, bytes }]);
    for (query, filters) in [
        ("what is due this month", "due:2026-11"),
        ("本月到期", "due:2026-11"),
        ("what is due next month", "due:2026-12"),
        ("下月到期", "due:2026-12"),
        ("due this year", "due:2026"),
        ("今年到期", "due:2026"),
        ("due next year", "due:2027"),
        ("明年到期", "due:2027"),
        ("due in december", "due:2026-12"),
        ("due in march", "due:2026-03"),
        ("due December 2027", "due:2027-12"),
        ("due 2026-12", "due:2026-12"),
        ("12月到期", "due:2026-12"),
        ("3月到期", "due:2026-03"),
        ("2026年3月到期", "due:2026-03"),
        ("12月底前", "due:2026-12"),
        ("年底前", "due:2026-12"),
        ("due within 3 months", "due:2026-11-29..2027-02-28"),
        (
            "what is due in the next three months",
            "due:2026-11-29..2027-02-28",
        ),
        ("三个月内到期", "due:2026-11-29..2027-02-28"),
        ("未来3个月要完成的事项", "due:2026-11-29..2027-02-28"),
        ("due in 30 days", "due:2026-11-29..2026-12-29"),
        ("30天内到期", "due:2026-11-29..2026-12-29"),
        (
            "due within the next two weeks",
            "due:2026-11-29..2026-12-13",
        ),
        ("两周内到期", "due:2026-11-29..2026-12-13"),
        ("due within a year", "due:2026-11-29..2027-11-29"),
        ("半年内到期", "due:2026-11-29..2027-05-29"),
    ] {
        let query_on = Query::parse(query).on(Date::parse("2026-11-29"));
        let found = shipped.index.search(&shipped.plan, &query_on);
        let read = shipped.read_as(&found, Lang::En);
        assert_eq!(read.as_deref(), Some(filters), "{query}");
        let time = filters.trim_start_matches("due:").to_owned();
        let is_none = |note: &Note| matches!(note, Note::NoneSuch { of: Sought::Due { time: of, .. }, by_words: false } if *of == time);
        let says_none = found.notes.iter().any(is_none);
        assert_eq!(found.hits.is_empty(), says_none, "{query}");
    }
}

/// An overlay of an office with three dates, and the plan's own.
fn office() -> Indexed {
    Indexed::with(
        r#"{"format":1,"bodies":[{"id":"desk","name":{"en":"IT section","zh":"信息处"}}],
        "responsibilities":[
        {"item":"P9","body":"desk","due":"2027-06-30"},
        {"item":"A7","body":"desk","due":"2027-03"},
        {"item":"P1","body":"desk","due":"2026-05-30"},
        {"item":"P2","body":"desk","due":"2026-12-01","status":"done"}]}"#,
    )
}

/// Without a time, what is due is what comes next: the nearest date first, ours and the plan's own.
#[test]
fn what_is_due_is_what_comes_next() {
    let office = office();
    let all: &[&str] = &["P5", "A7", "P9", "A9"];
    for (query, filters, ids) in [
        ("what is due", "due:next", all),
        ("what is due next", "due:next", all),
        ("due", "due:next", all),
        ("到期", "due:next", all),
        ("什么快到期", "due:next", all),
        ("接下来什么到期", "due:next", all),
        (
            "which projects are due",
            "due:next kind:project",
            &["P5", "P9"],
        ),
        ("哪些工程到期", "due:next kind:project", &["P5", "P9"]),
        (
            "our next deadlines",
            "basis:assigned due:next",
            &["A7", "P9"],
        ),
        (
            "IT section due",
            "org:\"IT section\" due:next",
            &["desk", "A7", "P9"],
        ),
        (
            "信息处到期",
            "org:\"IT section\" due:next",
            &["desk", "A7", "P9"],
        ),
    ] {
        let (read, found, said) = office.ask(query, Lang::En);
        assert_eq!((&*read, &*found), (filters, ids), "{query}");
        let first = if ids.contains(&"P5") {
            "The next date is the end of 2026 (P5)."
        } else {
            "The next date is March 2027 (A7)."
        };
        assert!(said.contains(first), "{query}: {said}");
    }
}

/// A day may be written in any order that leaves no doubt.
#[test]
fn what_is_due_on_a_day() {
    let office = office();
    for (query, day, ids) in [
        ("due 30 June 2027", "2027-06-30", &["P9"] as &[&str]),
        ("due on the 30th of June 2027", "2027-06-30", &["P9"]),
        ("due June 30, 2027", "2027-06-30", &["P9"]),
        ("due June 30", "2027-06-30", &["P9"]),
        ("due 2027-06-30", "2027-06-30", &["P9"]),
        ("due 30/06/2027", "2027-06-30", &["P9"]),
        ("2027年6月30日到期", "2027-06-30", &["P9"]),
        ("6月30日前要完成什么", "2027-06-30", &["P9"]),
        ("due 28 November", "2026-11-28", &[]),
        ("due 29 November", "2026-11-29", &[]),
    ] {
        let (read, found, said) = office.ask(query, Lang::En);
        assert_eq!((&*read, &*found), (&*format!("due:{day}"), ids), "{query}");
        let none = said.contains("Nothing assigned by our office is due on ");
        assert_eq!(none, ids.is_empty(), "{query}: {said}");
    }
    let (read, ..) = office.ask("due 03/04/2027", Lang::En);
    assert!(!read.contains("04"), "{read}");
}

/// Where nothing is due then, that is said, and which date comes next.
#[test]
fn what_is_not_due_names_the_next_date() {
    let office = office();
    for (query, subject, said) in [
        (
            "IT section due this month",
            Some("desk"),
            "None of these is due in November 2026. The next date is March 2027 (A7).",
        ),
        (
            "MIIT due 1 June 2027",
            Some("miit"),
            "None of these is due on 1 June 2027. The next date is ",
        ),
        (
            "本月到期",
            None,
            "Nothing assigned by our office is due in November 2026. The next date is the end of 2026 (P5).",
        ),
        (
            "which major tasks are due next year",
            None,
            "None of these is due in 2027. ",
        ),
    ] {
        let (_, ids, notes) = office.ask(query, Lang::En);
        assert_eq!(ids, Vec::from_iter(subject), "{query}");
        assert!(notes.contains(said), "{query}: {notes}");
    }
    // Without assignments, targets are what is due.
    let shipped = Indexed::shipped();
    let (read, ids, notes) = shipped.ask("what is due in 2031", Lang::En);
    assert_eq!((&*read, ids.len()), ("by:2031", 0));
    assert!(
        notes.contains("No target is due in 2031. The next date is "),
        "{notes}"
    );
}

/// What a body no longer does comes last in what it leads, supports or answers for.
#[test]
fn what_has_ended_comes_last() {
    let shipped = Indexed::shipped();
    let Some(Node::Body(ndrc)) = shipped.plan.find("ndrc") else {
        panic!("a body")
    };
    for query in ["lead:ndrc", "support:ndrc", "what does ndrc lead"] {
        let found = shipped.search(query);
        let ended = found.hits.iter().filter_map(|hit| {
            let mut rows = shipped.plan.responsible(hit.node).iter();
            Some(rows.find(|row| row.body == ndrc)?.shown().is_former())
        });
        let ended: Vec<bool> = ended.collect();
        assert!(
            ended.contains(&true) && ended.is_sorted(),
            "{query}: {ended:?}"
        );
    }
    let ended = shipped.plan.responsibilities_of(ndrc);
    let ended = ended.map(|known| (known.shown().role, known.shown().is_former()));
    assert!(
        ended
            .collect::<Vec<_>>()
            .chunk_by(|a, b| a.0 == b.0)
            .all(|role| role.is_sorted_by_key(|one| one.1))
    );
}

/// The page of an organisation says with whom it works.
#[test]
fn who_works_with_a_body_is_on_its_page() {
    let shipped = Indexed::shipped();
    for query in [
        "who works with MOE",
        "who does the education ministry work with",
        "partners of the ministry of education",
        "教育部和谁合作",
        "教育部的协作单位",
    ] {
        assert_eq!(shipped.ids(query), ["moe"], "{query}");
    }
    assert_eq!(shipped.ids("国际合作").first(), Some(&"T9"));
}

#[test]
fn who_leads_the_whole_plan_is_asked_of_the_plan() {
    let shipped = Indexed::shipped();
    for query in [
        "who coordinates the whole plan",
        "who leads the plan",
        "which ministry coordinates the entire plan",
        "who is in charge of the overall plan",
        "谁统筹整个规划",
        "谁负责这个规划",
        "规划由哪个部门统筹协调",
        "整个规划谁牵头",
    ] {
        assert_eq!(shipped.ids(query), ["PLAN"], "{query}");
        let notes = shipped.search(query).notes;
        let said = notes
            .iter()
            .map(|note| plan::describe::note(&shipped.plan, note, Lang::En));
        let said: String = said.collect();
        assert!(
            said.starts_with("Lead: CAC (source: press report")
                && said.contains("; Issued by: CCAC."),
            "{said}"
        );
    }
    for query in ["who leads planning", "谁统筹规划算力", "plan"] {
        assert_ne!(shipped.ids(query), ["PLAN"], "{query}");
    }
}

/// Two bodies are two bodies in any language.
#[test]
fn two_bodies_are_read_alike_in_both_languages() {
    let shipped = Indexed::shipped();
    let wanted = shipped.ids("body:miit body:ndrc");
    for query in ["MIIT and NDRC", "NDRC, MIIT", "工信部和发改委"] {
        let found = shipped.ids(query);
        assert_eq!(found.len(), wanted.len(), "{query}");
        assert!(shipped.search(query).read_as().is_some(), "{query}");
    }
}

#[test]
fn results_of_another_kind_are_said_to_be_missing() {
    let shipped = Indexed::shipped();
    for (query, said) in [
        ("projects completed", true),
        ("已完成的工程", true),
        ("which indicators were reached", false),
    ] {
        let notes = shipped.search(query).notes;
        assert_eq!(notes.contains(&Note::ResultsOfIndicators), said, "{query}");
    }
}

#[test]
fn the_body_that_issued_most_is_first() {
    let shipped = Indexed::shipped();
    for query in [
        "which ministry issued the most documents",
        "哪个部门印发的文件最多",
    ] {
        let issued: Vec<usize> = shipped
            .ids(query)
            .iter()
            .map(|id| shipped.ids(&format!("body:{id} kind:document")).len())
            .collect();
        let falls = issued.is_sorted_by(|one, next| one >= next);
        assert!(issued.len() > 2 && falls, "{query}: {issued:?}");
    }
}

/// Words of names are names, whatever else they may mean.
#[test]
fn what_has_the_words_in_its_name_is_meant() {
    let shipped = Indexed::shipped();
    for query in [
        "数字政府 目标",
        "education projects",
        "教育 工程",
        "rural target",
        "national goal of football",
        "energy projects",
        "support energy",
        "中医 任务",
    ] {
        let found = shipped.search(query);
        assert_eq!(shipped.read_as(&found, Lang::En), None, "{query}");
    }
    for (id, item) in shipped.plan.items() {
        for name in [&item.name, &item.short]
            .into_iter()
            .flat_map(|name| [name.en(), name.zh()])
        {
            if !name.is_empty() {
                let hits = shipped.search(name).hits;
                let named = hits.iter().take(2).any(|hit| hit.node == Node::Item(id));
                assert!(named, "{name}");
            }
        }
    }
}

#[test]
fn the_body_that_leads_most_is_first() {
    let shipped = Indexed::shipped();
    for (question, kind) in [
        ("who leads the most projects", "project"),
        ("谁牵头的工程最多", "project"),
        ("which ministry leads the most tasks", "task"),
        ("哪个部门牵头的任务最多", "task"),
    ] {
        let led: Vec<usize> = shipped
            .search(question)
            .hits
            .iter()
            .map(|hit| {
                assert!(matches!(hit.node, Node::Body(_)), "{question}");
                let id = shipped.plan.id(hit.node);
                shipped.ids(&format!("lead:{id} kind:{kind}")).len()
            })
            .collect();
        assert!(
            led.len() > 2 && led.is_sorted_by(|one, next| one >= next),
            "{question}: {led:?}"
        );
    }
}

#[test]
fn what_is_not_read_is_named() {
    let shipped = Indexed::shipped();
    let found = shipped.search("which frobnicated projects are unconfirmed");
    let not_read = Note::NotRead(vec!["frobnicated".into()]);
    assert!(found.notes.contains(&not_read), "{:?}", found.notes);
    assert!(!found.hits.is_empty());
    // What the plan has stays beside the filters.
    let found = shipped.search("which rural tasks are unconfirmed");
    let read = shipped.read_as(&found, Lang::En);
    assert_eq!(read.as_deref(), Some("is:unconfirmed kind:task rural"));
    // Words that are only like those of a question are words.
    for query in [
        "late payments",
        "most",
        "leading industries",
        "no lead paint",
    ] {
        let found = shipped.search(query);
        let read = found.read_as();
        assert_eq!(read, None, "{query}");
    }
}

#[test]
fn counts_by_group_add_up() {
    let shipped = Indexed::shipped();
    for query in [
        "miit",
        "@miit",
        "data",
        "rural broadband debris",
        "what does miit lead",
    ] {
        let found = shipped.search(query);
        let counts = found.counts;
        let sum = counts.items + counts.bodies + counts.documents;
        assert_eq!(sum, found.total, "{query}");
    }
    // One definition of what a body answers for.
    let Some(Node::Body(miit)) = shipped.plan.find("miit") else {
        panic!("there is such a body");
    };
    let answers = shipped.plan.responsibilities_of(miit).count();
    assert_eq!(shipped.search("miit").counts.items, answers);
    assert_eq!(shipped.search("@miit").counts.items, answers);
}

#[test]
fn the_words_of_the_screen_are_words_of_the_filters() {
    let shipped = Indexed::shipped();
    for (file, screen) in [
        ("body:miit", "org:miit"),
        ("body:miit", "organisation:miit"),
        ("body:miit", "机构:工信部"),
        ("kind:body 数据", "kind:organisation 数据"),
        ("kind:body 数据", "类别:机构 数据"),
        ("kind:group", "kind:行动类别"),
        ("kind:project", "类别：工程"),
        ("support:ndrc", "配合:发改委"),
        ("is:unconfirmed", "情况：待核实"),
        ("basis:mandate", "basis:remit"),
        ("basis:mandate", "依据:推定"),
        ("lead:none", "lead:未查到"),
        ("lead:documented", "lead:有文件依据"),
        ("is:unconfirmed", "is:待核实"),
        ("result:none", "结果:未见结果"),
        ("result:none", "完成情况:未见结果"),
        ("result:missed", "result:未达到"),
    ] {
        let found = shipped.ids(file);
        assert!(!found.is_empty(), "{file}");
        assert_eq!(found, shipped.ids(screen), "{file}, {screen}");
    }
}

/// The values of filters are completed in the language in which they are begun.
#[test]
fn chinese_values_are_completed() {
    let shipped = Indexed::shipped();
    for (typed, rest) in [
        ("依据:有", Some("文件")),
        ("结果:未达", Some("到")),
        ("is:待", Some("核实")),
        ("类别:重大", Some("任务")),
        ("#优先", Some("行动")),
        ("牵头:国家数", Some("据局")),
        ("配合:无", None),
        ("lead:mi", Some("it")),
        ("support:no", Some("ne")),
    ] {
        let completed = plan::query::complete(&shipped.plan, typed);
        assert_eq!(completed.as_deref(), rest, "{typed}");
        let whole = format!("{typed}{}", rest.unwrap_or_default());
        let found = shipped.search(&whole);
        assert!(!found.hits.is_empty(), "{whole}");
        let is_unknown = |note: &Note| matches!(note, Note::UnknownValue { .. });
        assert!(!found.notes.iter().any(is_unknown), "{whole}");
    }
}

/// Where two organisations lead nothing of the kind together, what they lead together is shown.
#[test]
fn two_leads_without_one_of_the_kind() {
    let shipped = Indexed::shipped();
    for question in [
        "which projects does NDRC lead with MIIT",
        "发改委和工信部牵头的工程",
    ] {
        assert_eq!(shipped.ids(question), ["T1", "T2"], "{question}");
    }
}
