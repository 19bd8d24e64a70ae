//! What people ask who are new to the plan: what a figure is to be, what something is part of, whom to call.

use plan::model::Lang;
use plan::query::{Note, Unrecorded};

use super::indexed::Indexed;

/// An office with a unit whose name is a small word.
const OFFICE: &str = r#"{"format":1,"responsibilities":[
    {"item":"T8","body":"moe","role":"lead","unit":"IT","contact":"张伟 010-66090001","status":"open"},
    {"item":"P1","body":"moe","role":"support","unit":"IT","contact":"王芳","due":"2026-12","status":"open"},
    {"item":"P10","body":"miit","role":"lead","unit":"科技处","due":"2026-12","status":"open"},
    {"item":"A9","body":"moe","role":"support","unit":"IT、Data desk","status":"open"}]}"#;

#[test]
fn a_topic_and_a_year_or_the_word_target_ask_for_the_indicator() {
    let shipped = Indexed::shipped();
    for (question, first) in [
        ("internet users 2025", "I2"),
        ("how many internet users by 2025", "I2"),
        ("number of internet users in 2025", "I2"),
        ("千兆用户2025", "I4"),
        ("rural internet target", "I2"),
        ("village broadband target", "I4"),
        ("农村互联网目标", "I2"),
        ("农村宽带目标", "I4"),
    ] {
        let (read, ids, said) = shipped.ask(question, Lang::En);
        assert_eq!(ids.first(), Some(&first), "{question}: {said}");
        assert!(read.starts_with("kind:indicator"), "{question}: {read}");
        assert!(!said.contains("lacks: 2025"), "{question}: {said}");
    }
    // What no indicator has in its name is said; a whole name of something else stays that.
    let (_, _, said) = shipped.ask("rural internet target", Lang::En);
    assert!(said.contains("lacks: rural"), "{said}");
    assert_eq!(shipped.ids("digital villages target")[0], "A7");
    assert_eq!(shipped.ids("数字乡村目标")[0], "A7");
}

#[test]
fn the_targets_of_a_body_are_what_it_answers_for_of_them() {
    let shipped = Indexed::shipped();
    for question in [
        "targets of mofcom",
        "mofcom targets",
        "what are the targets of mofcom",
        "商务部的目标",
        "商务部有哪些目标",
    ] {
        let (read, ids, _) = shipped.ask(question, Lang::En);
        assert_eq!(read, "org:MOFCOM kind:targets", "{question}");
        assert_eq!(ids, ["mofcom", "I13"], "{question}");
    }
    for (lang, none) in [(Lang::En, "0 targets"), (Lang::Zh, "0 个目标和指标")] {
        for question in ["moe targets", "教育部的目标"] {
            let (_, ids, said) = shipped.ask(question, lang);
            assert!(said.contains(none), "{question}: {said}");
            assert_eq!(ids.first(), Some(&"moe"), "{question}");
        }
    }
    // The filter is read again as it is written.
    assert_eq!(shipped.ids("org:mofcom kind:targets"), ["I13"]);
    assert_eq!(shipped.ids("机构:商务部 类别:目标和指标"), ["I13"]);
    // A topic is no body.
    assert_eq!(shipped.ids("5g target"), ["I3"]);
}

#[test]
fn contacts_of_the_bodies_of_the_plan_are_not_recorded() {
    let none = [Note::Unrecorded(Unrecorded::Contacts)];
    let shipped = Indexed::shipped();
    for (question, body) in [
        ("contact miit", "miit"),
        ("phone number of cac", "cac"),
        ("email of moe", "moe"),
        ("e-mail address of moe", "moe"),
        ("工信部电话", "miit"),
        ("工信部的电话号码是多少", "miit"),
        ("教育部联系方式", "moe"),
    ] {
        assert_eq!(shipped.ids(question), [body], "{question}");
        assert_eq!(shipped.search(question).notes, none, "{question}");
    }
    for question in ["联系人", "contact", "contacts"] {
        let found = shipped.search(question);
        assert_eq!(found.notes, none, "{question}");
        assert!(found.hits.is_empty() && found.is_none_such(), "{question}");
    }
    let (_, _, said) = shipped.ask("contact miit", Lang::En);
    assert_eq!(said, "Contacts are not recorded here.");
    let (_, _, said) = shipped.ask("工信部电话", Lang::Zh);
    assert_eq!(said, "未收录联系方式。");
    // Who answers for an item is whom to ask; a word that may be a topic is one.
    assert_eq!(shipped.ids("contact for P1")[0], "P1");
    for topic in ["phone", "email", "电话"] {
        assert_ne!(shipped.search(topic).notes, none, "{topic}");
    }

    let office = Indexed::with(OFFICE);
    for question in ["contact moe", "phone number of moe", "教育部电话"] {
        let (read, mut ids, _) = office.ask(question, Lang::En);
        ids.sort_unstable();
        assert_eq!(read, "contact:any org:MOE", "{question}");
        assert_eq!(ids, ["P1", "T8"], "{question}");
    }
    assert_eq!(office.ids("contact miit"), ["miit"]);
    assert_eq!(office.search("contact miit").notes, none);
    assert_eq!(office.ask("联系人", Lang::En).0, "contact:any");
}

#[test]
fn what_something_is_part_of_is_said_of_it() {
    let shipped = Indexed::shipped();
    for (question, ids) in [
        ("P15属于什么", ["P15", "T7"]),
        ("P15属于哪个任务", ["P15", "T7"]),
        ("数字丝绸之路属于哪个任务", ["P17", "T9"]),
        ("p5 part of what", ["P5", "T2"]),
        ("what is P5 part of", ["P5", "T2"]),
        ("what is project 5 part of?", ["P5", "T2"]),
        ("which task does P15 belong to", ["P15", "T7"]),
        (
            "which task does the digital silk road belong to",
            ["P17", "T9"],
        ),
    ] {
        assert_eq!(shipped.ids(question), ids, "{question}");
        let notes = shipped.search(question).notes;
        assert!(
            matches!(notes[..], [Note::PartOf(_)]),
            "{question}: {notes:?}"
        );
    }
    for (question, lang, said) in [
        (
            "which task does P15 belong to",
            Lang::En,
            "P15 is part of T7 Digital government.",
        ),
        ("P15属于哪个任务", Lang::Zh, "P15属于T7 数字政府服务。"),
        (
            "what is G1 part of",
            Lang::En,
            "G1 is part of no other item.",
        ),
        ("G1属于什么", Lang::Zh, "G1没有上级条目。"),
    ] {
        assert_eq!(shipped.ask(question, lang).2, said, "{question}");
    }
    // What is part of an item is asked the other way round.
    for question in [
        "what is part of T7",
        "属于T7的工程",
        "what belongs to T7",
        "T7下的工程",
    ] {
        assert_eq!(shipped.ids(question), ["P15"], "{question}");
    }
}

#[test]
fn a_kind_in_pinyin_with_a_number_is_an_item() {
    let shipped = Indexed::shipped();
    for (typed, id) in [
        ("renwu 3", "T3"),
        ("renwu3", "T3"),
        ("zhongdarenwu 3", "T3"),
        ("xiangmu10", "P10"),
        ("gongcheng 10", "P10"),
        ("xingdong 7", "A7"),
        ("zhibiao 5", "I5"),
        ("mubiao 2", "G2"),
        ("cuoshi 4", "S4"),
    ] {
        assert_eq!(shipped.ids(typed).first(), Some(&id), "{typed}");
    }
    let (_, ids, said) = shipped.ask("renwu 33", Lang::En);
    assert_eq!(
        (ids.len(), &*said),
        (0, "There is no T33; tasks are T1 to T10.")
    );
}

#[test]
fn the_name_of_an_own_unit_that_is_a_small_word_is_said_to_be_one() {
    let office = Indexed::with(OFFICE);
    for typed in ["IT", "it"] {
        let (_, ids, said) = office.ask(typed, Lang::En);
        assert_eq!(ids[0], Indexed::shipped().ids(typed)[0], "{typed}");
        assert_eq!(
            said,
            "IT is a unit of your office: unit:IT lists its 3 assignments"
        );
    }
    let (_, _, said) = office.ask("IT", Lang::Zh);
    assert_eq!(said, "IT是本单位的处室，输入责任处室:IT可列出其3项分工");
    assert_eq!(office.ids("责任处室:IT").len(), 3);
    // Where the unit's work is found, that is not said; nor of what is no unit.
    for typed in ["科技处", "Data desk", "5G", "unit:IT", "IT unit"] {
        let notes = office.search(typed).notes;
        let is_unit = |note: &Note| matches!(note, Note::OwnUnit { .. });
        assert!(!notes.iter().any(is_unit), "{typed}: {notes:?}");
    }
}

#[test]
fn what_we_have_to_do_is_our_own_work() {
    let office = Indexed::with(OFFICE);
    let shipped = Indexed::shipped();
    let ours = office.ids("我们的任务");
    assert_eq!(ours.len(), 4);
    for question in [
        "我的任务",
        "我的工作",
        "我们要做什么",
        "我的",
        "我负责什么",
        "自己的工作",
        "本处室的工作",
        "what am i responsible for",
        "我们该做什么",
        "我们应该做什么",
        "what do we have to do",
    ] {
        assert_eq!(office.ids(question), ours, "{question}");
        assert_eq!(
            office.ask(question, Lang::En).0,
            "basis:assigned",
            "{question}"
        );
        assert_eq!(
            shipped.search(question).notes,
            [Note::NoAssignments],
            "{question}"
        );
    }
    for question in ["什么时候到期", "when is it due"] {
        let (read, ids, said) = shipped.ask(question, Lang::En);
        assert_eq!(
            (read, ids, said),
            shipped.ask("deadline", Lang::En),
            "{question}"
        );
    }
}

#[test]
fn when_something_is_due_is_said_of_its_name_as_of_its_id() {
    let shipped = Indexed::shipped();
    for (question, first, said) in [
        ("when is 5g due", "P1", "P1: no date is stated in the plan."),
        ("5g deadline", "P1", "P1: no date is stated in the plan."),
        (
            "deadline digital villages",
            "A7",
            "A7: targets by 2023, 2025.",
        ),
        (
            "when is digital villages due",
            "A7",
            "A7: targets by 2023, 2025.",
        ),
        ("数字乡村什么时候完成", "A7", "A7: targets by 2023, 2025."),
    ] {
        let (_, ids, notes) = shipped.ask(question, Lang::En);
        assert_eq!(ids[0], first, "{question}");
        assert!(notes.ends_with(said), "{question}: {notes}");
    }
    let office = Indexed::with(OFFICE);
    let (_, ids, said) = office.ask("when is 5g due", Lang::En);
    assert_eq!(ids[0], "P1");
    assert!(said.ends_with("P1: due December 2026, open."), "{said}");
    // A word that is no whole name has more answers than one.
    let notes = shipped.search("when is digital due").notes;
    assert!(
        !notes.iter().any(|note| matches!(note, Note::ByWhen(..))),
        "{notes:?}"
    );
}

/// What asks for all of a kind, with its first.
const WHOLE_KINDS: &[(&str, &str, &[&str])] = &[
    (
        "kind:task",
        "T1",
        &[
            "task",
            "tasks",
            "major tasks",
            "10 tasks",
            "the ten major tasks",
            "任务",
            "重大任务",
            "十大任务",
            "10项重大任务",
            "全部任务",
            "各项任务",
        ],
    ),
    (
        "kind:project",
        "P1",
        &[
            "projects",
            "17 projects",
            "工程",
            "17项工程",
            "十七项重点工程",
        ],
    ),
    (
        "kind:goal",
        "G1",
        &["goals", "goal", "the goals of the plan"],
    ),
    (
        "kind:indicator",
        "I1",
        &[
            "indicators",
            "key indicators",
            "指标",
            "主要指标",
            "17个指标",
        ],
    ),
    (
        "kind:focus",
        "F1",
        &["focus areas", "8 focus areas", "方面", "主攻方向"],
    ),
    (
        "kind:action",
        "A1",
        &["actions", "priority actions", "行动", "优先行动"],
    ),
    ("kind:group", "R1", &["action groups", "行动类别"]),
    (
        "kind:safeguard",
        "S1",
        &["safeguards", "保障措施", "六项保障措施"],
    ),
    (
        "kind:body",
        "ccac",
        &["organisations", "ministries", "部门", "单位"],
    ),
    ("kind:document", "D1", &["documents", "文件"]),
    (
        "kind:targets",
        "G1",
        &[
            "targets",
            "all targets",
            "what are the targets",
            "the plan's targets",
            "what must be reached",
            "what is to be achieved",
            "目标",
            "有哪些目标",
            "全部目标",
            "主要目标",
            "发展目标",
            "七个目标",
        ],
    ),
    (
        "result:any",
        "I1",
        &["results", "what are the results", "结果"],
    ),
];

/// The name of a kind alone, or with words that say that all of it is meant, lists it in its order.
#[test]
fn the_name_of_a_kind_lists_all_of_it() {
    let shipped = Indexed::shipped();
    for (kind, first, questions) in WHOLE_KINDS {
        for question in *questions {
            let (read, ids, said) = shipped.ask(question, Lang::En);
            let is_asked = question.split(' ').count() == 1 && ids.first() == Some(first);
            assert!(read == *kind || is_asked, "{question}: {read} {said}");
            assert_eq!(ids.first(), Some(first), "{question}");
        }
    }
    // A number behind it is that of one of them, and another word is looked for.
    for (question, first) in [
        ("16 projects", "P1"),
        ("task 10", "T10"),
        ("5g projects", "P1"),
    ] {
        assert_eq!(shipped.ids(question)[0], first, "{question}");
    }
    // All that is aimed at by a year are other kinds too.
    for question in [
        "what must be reached by 2025",
        "targets for 2025",
        "2025年目标",
    ] {
        assert_eq!(shipped.ask(question, Lang::En).0, "by:2025", "{question}");
    }
}

/// What the word for a kind leaves out that may mean any work is said, and how to list it.
#[test]
fn what_is_left_out_of_any_work_is_said() {
    let shipped = Indexed::shipped();
    let (_, ids, notes) = shipped.ask("which tasks does moe lead", Lang::En);
    assert_eq!(ids, ["moe", "T8"]);
    assert!(
        notes.contains("Tasks only; lead:MOE lists 1 more."),
        "{notes}"
    );
    // Where the plan calls the kind otherwise, all of it is meant.
    for question in ["教育部牵头哪些任务", "教育部牵头的任务"] {
        let (read, ids, _) = shipped.ask(question, Lang::Zh);
        assert_eq!(
            (read.as_str(), ids),
            ("lead:MOE", vec!["moe", "T8", "P16"]),
            "{question}"
        );
    }
    // Nothing is left out, or the kind can mean nothing else.
    for question in [
        "which projects does moe lead",
        "教育部牵头哪些重大任务",
        "哪些任务",
        "nda tasks",
    ] {
        let notes = shipped.search(question).notes;
        let is_said = |note: &Note| matches!(note, Note::OtherKinds { .. });
        assert_eq!(
            notes.iter().any(is_said),
            question == "nda tasks",
            "{question}"
        );
    }
}

/// Two names of items stand side by side, unless an item has both.
#[test]
fn two_names_of_items_are_both_found() {
    let shipped = Indexed::shipped();
    for question in [
        "数字乡村和智能网联",
        "digital villages and intelligent connectivity",
        "Digital villages, intelligent connectivity",
    ] {
        let found = shipped.search(question);
        assert_eq!(shipped.ids(question), ["A7", "P2"], "{question}");
        let [Note::Compare(pair)] = found.notes.as_slice() else {
            panic!("{question}: {:?}", found.notes)
        };
        assert_eq!(pair.map(|node| shipped.plan.id(node)), ["A7", "P2"]);
    }
    assert_eq!(shipped.ids("5G and IPv6")[0], "T1");
}

/// A unit that is asked for as an organisation is said to be one of our own.
#[test]
fn a_unit_asked_for_as_an_organisation_is_said_to_be_ours() {
    let office = Indexed::with(OFFICE);
    for (asked, unit) in [
        ("单位:IT", "IT"),
        ("@科技处", "科技处"),
        ("org:科技处", "科技处"),
    ] {
        let notes = office.search(asked).notes;
        let is_unit = |note: &Note| matches!(note, Note::OwnUnit { name, .. } if name == unit);
        assert!(notes.iter().any(is_unit), "{asked}: {notes:?}");
        let is_unknown = |note: &Note| matches!(note, Note::UnknownValue { .. });
        assert!(!notes.iter().any(is_unknown), "{asked}: {notes:?}");
    }
}

/// Documents on something, by the words of their names.
#[test]
fn documents_are_asked_for_by_what_they_are_on() {
    let shipped = Indexed::shipped();
    for question in [
        "documents on ipv6",
        "ipv6 documents",
        "which documents mention IPv6",
        "关于IPv6的文件",
    ] {
        assert_eq!(shipped.ids(question)[0], "D9", "{question}");
        assert!(
            shipped
                .ask(question, Lang::En)
                .0
                .starts_with("kind:document"),
            "{question}"
        );
    }
    assert_eq!(shipped.ask("documents on zebra", Lang::En).0, "");
}
