//! A kind and a number among other words mean the item, as its id does.

use super::indexed::Indexed;
use plan::describe::note;
use plan::model::{Date, Lang};
use plan::query::{Note, Query};

#[test]
fn a_kind_and_a_number_among_other_words_are_the_item() {
    let shipped = Indexed::shipped();
    for (query, id) in [
        ("project 10 deadline", "P10"),
        ("when does project 10 end", "P10"),
        ("工程10什么时候结束", "P10"),
        ("工程10到什么时候", "P10"),
        ("project 10 budget", "P10"),
        ("project 10 lead", "P10"),
        ("budget of project no. 10", "P10"),
        ("the tenth project deadline", "P10"),
        ("project ten budget", "P10"),
        ("Project X deadline", "P10"),
        ("ｐｒｏｊｅｃｔ １０ deadline", "P10"),
        ("重点工程10的预算", "P10"),
        ("第十项工程什么时候结束", "P10"),
        ("10号工程的预算", "P10"),
        ("what is the status of task 3", "T3"),
        ("任务三的进展", "T3"),
        ("任务三什么时候完成", "T3"),
        ("action group 2 deadline", "R2"),
        ("focus area 3 deadline", "F3"),
        ("第三个方面的进展", "F3"),
        ("safeguard 4 budget", "S4"),
        ("action 7 budget", "A7"),
        ("did goal 2 succeed", "G2"),
        ("was indicator 5 reached", "I5"),
        ("指标5完成了吗", "I5"),
        ("document 12 date", "D12"),
        ("重点工程第五项谁负责", "P5"),
        ("优先行动第七项由谁牵头", "A7"),
        ("工程第三个", "P3"),
        ("工程第十七项", "P17"),
        ("任务第四项", "T4"),
        ("保障措施第二条", "S2"),
        ("主要指标第三项", "I3"),
    ] {
        assert_eq!(shipped.ids(query).first(), Some(&id), "{query}");
    }
}

/// What is said of a number and is no kind with a number stays as it is.
#[test]
fn what_only_looks_like_a_kind_and_a_number_stays_words() {
    let shipped = Indexed::shipped();
    for (query, id) in [
        ("17 projects", "P17"),
        ("first action plan", "A1"),
        ("任务一览", "T1"),
        ("三年行动计划", "A3"),
        ("kind:project 10", "P10"),
        ("digital #task 5", "T5"),
        ("what project i lead", "P1"),
        ("task 3 years", "T3"),
        ("任务3年", "T3"),
    ] {
        assert_ne!(shipped.ids(query).first(), Some(&id), "{query}");
    }
}

/// Signs and blanks in full width are no part of the kind.
#[test]
fn the_width_of_signs_and_blanks_does_not_matter() {
    let shipped = Indexed::shipped();
    for (wide, plain) in [
        ("digital　#task 5", "digital #task 5"),
        ("ｄｉｇｉｔａｌ　＃ｔａｓｋ　５", "digital #task 5"),
        ("预算　工程　10", "预算 工程 10"),
        ("预算，工程10", "预算 工程10"),
        ("工程10，什么时候结束？", "工程10什么时候结束"),
    ] {
        assert_eq!(shipped.ids(wide), shipped.ids(plain), "{wide}");
    }
}

#[test]
fn items_that_are_named_by_kind_and_number_are_compared() {
    let shipped = Indexed::shipped();
    assert_eq!(
        shipped.ids("compare project 10 and project 11"),
        ["P10", "P11"]
    );
}

/// Words that ask are understood in pinyin.
#[test]
fn words_that_ask_are_read_in_pinyin() {
    let shipped = Indexed::shipped();
    for (query, id) in [
        ("yanglao shui fuze", "A10"),
        ("Yanglao shuifuze?", "A10"),
        ("you shui qiantou yanglao", "A10"),
        ("shuzi xiangcun shenme shihou wancheng", "A7"),
        ("shuzi xiangcun nali", "A7"),
        ("gongcheng 10 shenme shihou jieshu", "P10"),
    ] {
        let found = shipped.search(query);
        let is_unread = |note: &Note| matches!(note, Note::NotRead(_) | Note::Nearest(_));
        assert!(!found.notes.iter().any(is_unread), "{query}");
        assert_eq!(shipped.ids(query).first(), Some(&id), "{query}");
    }
}

/// Names of organisations beside words that ask are read in pinyin, too, so that a question is the same
/// one; some words ask alone.
#[test]
fn a_question_in_pinyin_is_the_same_in_characters() {
    let shipped = Indexed::shipped();
    for (pinyin, characters) in [
        ("gongxinbu qiantou", "工信部牵头"),
        ("gong xin bu qian tou", "工信部牵头"),
        ("fagaiwei peihe", "发改委配合"),
        ("jiaoyubu qiantou naxie renwu", "教育部牵头哪些任务"),
        ("bijiao gongxinbu fagaiwei", "比较工信部 发改委"),
        ("weidadao", "未达到"),
        ("yuqi", "逾期"),
    ] {
        let (one, other) = (shipped.search(pinyin), shipped.search(characters));
        assert_eq!(one.notes, other.notes, "{pinyin}");
        assert_eq!(shipped.ids(pinyin), shipped.ids(characters), "{pinyin}");
        assert!(!one.notes.is_empty(), "{pinyin}");
    }
    assert!(!shipped.ids("jiaoyubu qiantou naxie renwu").contains(&"T5"));
}

/// The id of an item in a question is not the beginning of others; typed alone it is.
#[test]
fn an_id_in_a_question_means_one_item() {
    let shipped = Indexed::shipped();
    for query in [
        "谁负责P1",
        "who is responsible for P1",
        "who is the contact for P1",
        "when is P1 due",
        "who leads project 1",
    ] {
        assert_eq!(shipped.ids(query), ["P1"], "{query}");
    }
    let typed = shipped.ids("P1");
    assert!(typed[0] == "P1" && typed.contains(&"P17"), "{typed:?}");
}

/// Where no dates are loaded, that nothing is late is not said: it is not known.
#[test]
fn that_no_dates_are_loaded_is_said() {
    let shipped = Indexed::shipped();
    let ours = Indexed::with(
        r#"{"format":1,"responsibilities":[{"item":"T8","body":"moe","role":"lead","due":"2099-06-30"}]}"#,
    );
    for query in [
        "what is overdue",
        "due this month",
        "is:late",
        "status:open",
        "due:2026",
        "逾期的有哪些",
        "按时限逾期的有哪些",
        "yuqi de you naxie",
        "not started",
    ] {
        let asked = Query::parse(query).on(Date::parse("2026-11-23"));
        let found = shipped.index.search(&shipped.plan, &asked);
        assert!(found.hits.is_empty(), "{query}");
        assert_eq!(found.notes.last(), Some(&Note::NoDates), "{query}");
        assert!(
            !ours.search(query).notes.contains(&Note::NoDates),
            "{query}"
        );
        for lang in [Lang::En, Lang::Zh] {
            let said = note(&shipped.plan, &Note::NoDates, lang);
            assert!(said.contains("plan template") && said.contains("--overlay"));
        }
    }
    for query in ["5g", "targets due in 2025", "is:unconfirmed", "lead:none"] {
        assert!(
            !shipped.search(query).notes.contains(&Note::NoDates),
            "{query}"
        );
    }
}

/// What ends the program is no misspelt word of the plan.
#[test]
fn what_ends_the_program_finds_nothing_by_guessing() {
    let shipped = Indexed::shipped();
    for query in ["quit", "Exit", "退出", "How do I quit?", "怎么退出"] {
        let found = shipped.search(query);
        assert!(
            found.hits.is_empty() && found.notes.is_empty(),
            "{query}: {:?}",
            found.notes
        );
    }
}

/// Of many values of a filter those are named that are nearest to one that is not known.
#[test]
fn an_unknown_value_is_met_with_the_nearest() {
    let shipped = Indexed::shipped();
    for (query, near) in [
        ("org:helth", "NHC"),
        ("lead:miti", "MIIT"),
        ("org:foo", "MOF"),
        ("support:helth", "NHC"),
    ] {
        let found = shipped.search(query);
        assert!(found.says_why_nothing(), "{query}");
        let said = note(&shipped.plan, &found.notes[0], Lang::En);
        assert!(
            said.contains(near) && said.contains("plan list organisation"),
            "{said}"
        );
        assert!(said.matches(", ").count() == 4, "{said}");
    }
    let said = note(
        &shipped.plan,
        &shipped.search("kind:foo").notes[0],
        Lang::En,
    );
    assert!(said.contains("indicator"), "{said}");
}

/// A kind and a number that is not there says so among other words, too; what is named beside it is found.
#[test]
fn a_number_that_is_not_there_says_so_among_other_words() {
    let shipped = Indexed::shipped();
    for (asked, id) in [
        ("project 99 deadline", "P99"),
        ("when does project 99 end", "P99"),
        ("工程99什么时候结束", "P99"),
        ("what is task 12 about", "T12"),
        ("document 300 issued when", "D300"),
    ] {
        let found = shipped.search(asked);
        let is_it =
            |note: &Note| matches!(note, Note::NoSuchId { id: missing, .. } if missing == id);
        assert!(
            found.hits.is_empty() && found.notes.iter().any(is_it),
            "{asked}: {:?}",
            found.notes
        );
    }
    assert_eq!(shipped.ids("who leads task 3 and project 99"), ["T3"]);
    for asked in [
        "task 10 percent",
        "which projects in 2025",
        "a 5 year plan",
        "17 projects",
    ] {
        let found = shipped.search(asked);
        let is_missing = |note: &Note| matches!(note, Note::NoSuchId { .. });
        assert!(!found.notes.iter().any(is_missing), "{asked}");
    }
}

/// A full-width sign of a filter is no part of a name.
#[test]
fn the_value_of_a_filter_and_a_number_are_no_id() {
    let shipped = Indexed::shipped();
    for (half, full) in [
        ("kind:project 5", "kind：project 5"),
        ("kind:project 5", "ｋｉｎｄ：ｐｒｏｊｅｃｔ　５"),
        ("类别:重点工程 5", "类别：重点工程 5"),
    ] {
        assert!(!shipped.ids(half).is_empty(), "{half}");
        assert_eq!(shipped.ids(full), shipped.ids(half), "{full}");
    }
}

/// An id that is asked for stands first, whatever else is asked.
#[test]
fn an_id_stands_before_words_that_the_item_lacks() {
    let shipped = Indexed::shipped();
    for (query, id, unread) in [
        ("what does task 6 contain", "T6", "contain"),
        ("task 6 contains", "T6", "contains"),
        ("T6 xylophone", "T6", "xylophone"),
        ("P5 葡萄", "P5", "葡萄"),
    ] {
        let found = shipped.search(query);
        let ids = shipped.ids_of(&found);
        assert_eq!(ids, [id], "{query}");
        assert!(
            found
                .notes
                .contains(&Note::NotRead(vec![unread.to_owned()])),
            "{query}"
        );
    }
}

/// Lists and ranges of numbers are all that they name, in their order.
#[test]
fn lists_and_ranges_of_numbers_are_all_that_they_name() {
    let shipped = Indexed::shipped();
    for (query, wanted) in [
        ("第3、4项任务", &["T3", "T4"][..]),
        ("第三、四、五项任务", &["T3", "T4", "T5"]),
        ("第3、4项任务的进展", &["T3", "T4"]),
        ("tasks 3-5", &["T3", "T4", "T5"]),
        ("Tasks 3 – 5", &["T3", "T4", "T5"]),
        ("tasks 3 to 5", &["T3", "T4", "T5"]),
        ("tasks three to five", &["T3", "T4", "T5"]),
        ("task 3 to task 5", &["T3", "T4", "T5"]),
        ("工程1至3", &["P1", "P2", "P3"]),
        ("工程1到3", &["P1", "P2", "P3"]),
        ("工程1～3", &["P1", "P2", "P3"]),
        ("projects 1 to 3", &["P1", "P2", "P3"]),
        ("who leads projects 1 to 3?", &["P1", "P2", "P3"]),
        ("T3-T5", &["T3", "T4", "T5"]),
        ("T3-5", &["T3", "T4", "T5"]),
        ("P1, P3-P5", &["P1", "P3", "P4", "P5"]),
        ("第三至五项任务", &["T3", "T4", "T5"]),
        ("第三项任务至第五项任务", &["T3", "T4", "T5"]),
        ("谁负责第3至5项任务", &["T3", "T4", "T5"]),
        ("what do tasks 2 and 3 contain", &["T2", "T3"]),
        ("what do tasks 2 to 4 contain", &["T2", "T3", "T4"]),
        ("who leads tasks 2 and 3", &["T2", "T3"]),
        ("tasks 2 and 3 deadline", &["T2", "T3"]),
    ] {
        assert_eq!(shipped.ids(query), wanted, "{query}");
    }
    for (query, wanted) in [
        ("tasks 8-40", &["T8", "T9", "T10"][..]),
        ("what do tasks 3 and 40 contain", &["T3"]),
    ] {
        let found = shipped.search(query);
        let said = |note: &Note| matches!(note, Note::NoSuchId { id, .. } if id == "T40");
        assert!(found.notes.iter().any(said), "{query}: {:?}", found.notes);
        assert_eq!(shipped.ids(query), wanted, "{query}");
    }
}

/// Filters beside a list stay filters.
#[test]
fn a_list_of_numbers_takes_no_filter_away() {
    let shipped = Indexed::shipped();
    for query in [
        "kind:project tasks 3 and 4",
        "tasks 3 and 4 kind:project",
        "kind:project 10 and 11",
        "!kind:task tasks 3-4",
    ] {
        let ids = shipped.ids(query);
        assert!(
            !ids.iter().any(|id| id.starts_with('T')),
            "{query}: {ids:?}"
        );
    }
}

/// A hyphen elsewhere is none, and years and counts are no numbers of items.
#[test]
fn what_only_looks_like_a_range_stays_words() {
    let shipped = Indexed::shipped();
    for query in [
        "5-year plan",
        "3 to 5 projects",
        "projects 2023-2024",
        "第三、四季度任务",
        "tasks 5-3",
        "任务3、4年内完成",
    ] {
        let ids = shipped.ids(query);
        assert_ne!(ids.get(..2), Some(&["T3", "T4"][..]), "{query}: {ids:?}");
        assert_ne!(ids.get(..2), Some(&["P3", "P4"][..]), "{query}: {ids:?}");
    }
}

/// Digits with a sign are that figure, and begin no other.
#[test]
fn digits_beside_a_sign_are_that_figure() {
    let item = |id: &str, name: &str| serde_json::json!({"id": id, "kind": "project", "name": {"en": name}});
    let names = [
        "Fee of $5",
        "Fee of $50",
        "Growth of 3%",
        "Growth of 13%",
        "Open 24/7",
        "Ages 5+",
        "Rule §5",
        "5 of 3 and 24 by 7",
    ];
    let items: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(at, name)| item(&format!("P{}", 50 + at), name))
        .collect();
    let office = Indexed::with(&serde_json::json!({"format": 1, "items": items}).to_string());
    for (query, id, other) in [
        ("$5", "P50", "P51"),
        ("3%", "P52", "P53"),
        ("24/7", "P54", "P53"),
        ("5+", "P55", "P51"),
        ("§5", "P56", "P51"),
    ] {
        let ids = office.ids(query);
        assert_eq!(ids.first(), Some(&id), "{query}: {ids:?}");
        assert!(!ids.contains(&other), "{query}: {ids:?}");
    }
    let shipped = Indexed::shipped();
    let has = |query: &str, text: &str| shipped.names(query).iter().any(|name| name.contains(text));
    assert!(!has("100%", "1,000"), "{:?}", shipped.names("100%"));
    assert!(!has("3%", "335"), "{:?}", shipped.names("3%"));
}

/// The pieces of a whole name find what the name finds.
#[test]
fn pieces_of_a_whole_name_are_the_name() {
    let shipped = Indexed::shipped();
    for (typed, written) in [
        ("IO T", "IoT"),
        ("io-t", "IoT"),
        ("B DS", "BDS"),
        ("mo e", "MOE"),
        ("m o st", "MOST"),
        ("互联网 +", "互联网+"),
    ] {
        let (one, other) = (shipped.ids(typed), shipped.ids(written));
        assert!(!other.is_empty(), "{written}");
        assert_eq!(one.first(), other.first(), "{typed}: {one:?}");
    }
}

/// An amount numbers no item, nor does the number of a document, and one character is no kind.
#[test]
fn amounts_are_no_numbers_of_items() {
    let shipped = Indexed::shipped();
    for query in [
        "project 10,000 people",
        "tasks with 1,000 schools",
        "project 1,000",
        "action 10 000",
        "工程10,000",
        "行动1,000家",
        "indicator 56%",
        "指标45%",
        "task 100%",
        "project $5",
        "第三方",
        "工信部规〔2021〕180号文件",
    ] {
        let found = shipped.search(query);
        let is_number = |note: &Note| matches!(note, Note::NoSuchId { .. } | Note::NotRead(_));
        assert!(
            !found.notes.iter().any(is_number),
            "{query}: {:?}",
            found.notes
        );
        let first = found.hits.first();
        assert!(
            first.is_none_or(|hit| hit.tier != plan::search::Tier::Exact),
            "{query}"
        );
    }
    for (query, id) in [("国发〔2021〕29号文件", "D43"), ("第一方面", "F1")] {
        assert_eq!(shipped.ids(query).first(), Some(&id), "{query}");
    }
    assert_eq!(shipped.ids("projects 3,4"), ["P3", "P4"]);
    assert_eq!(
        shipped.ids("数字中国发展报告（2023） PDF").first(),
        Some(&"D53")
    );
}

/// A body beside several numbers is kept.
#[test]
fn a_body_stands_beside_several_numbers() {
    let shipped = Indexed::shipped();
    for (query, ids) in [
        (
            "does MIIT lead tasks 3 to 5",
            &["T3", "T4", "T5", "miit"][..],
        ),
        ("MIIT tasks 3 and 4", &["T3", "T4", "miit"]),
        ("工信部负责第3至5项任务吗", &["T3", "T4", "T5", "miit"]),
    ] {
        let found = shipped.search(query);
        assert_eq!(shipped.ids(query), ids, "{query}");
        assert_eq!(found.notes, [], "{query}");
    }
}
