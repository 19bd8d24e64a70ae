//! A name in a question finds what the name finds.

use std::collections::BTreeSet;

use plan::query::Note;

use super::indexed::Indexed;

/// Questions around a name.
const QUESTIONS: &[&str] = &[
    "who is responsible for {}",
    "who leads {}?",
    "what is {}",
    "谁负责{}",
    "{}谁负责",
    "{}由哪个部门牵头",
];

/// All that anything is called.
fn names(shipped: &Indexed) -> BTreeSet<&str> {
    let nodes = shipped.plan.nodes();
    nodes.flat_map(|node| shipped.called(node)).collect()
}

/// Returns what is wrong if `name` in `question` finds another node first, and no reading answers.
fn wrong(shipped: &Indexed, question: &str, name: &str) -> Option<String> {
    let question = question.replace("{}", name);
    let wanted = shipped.search(name).hits.first()?.node;
    let found = shipped.search(&question);
    let first = found.hits.first().map(|hit| hit.node);
    // Questions of another meaning have a reading of their own: `who leads most`.
    let is_read = found.read_as().is_some() && first.is_some();
    let is_wrong = first != Some(wanted) && !is_read;
    is_wrong.then(|| {
        format!(
            "{question}: {:?}, not {}",
            first.map(|node| shipped.plan.id(node)),
            shipped.plan.id(wanted)
        )
    })
}

/// Each name in one of the questions, in turn.
#[test]
fn a_name_in_a_question_finds_what_the_name_finds() {
    let shipped = Indexed::shipped();
    let questions = QUESTIONS.iter().cycle();
    let names = names(&shipped);
    let asked = names.iter().zip(questions);
    let wrong = asked.filter_map(|(name, question)| wrong(&shipped, question, name));
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_of_words_that_ask_are_names() {
    let shipped = Indexed::shipped();
    for name in [
        "IT industry",
        "IT ministry",
        "IT patents",
        "Organization Department of the CPC Central Committee",
        "action guide",
        "jobs",
        "one network",
        "organization",
        "overseas",
        "people online",
        "统筹",
        "领导",
    ] {
        for question in QUESTIONS {
            assert_eq!(wrong(&shipped, question, name), None);
        }
    }
    assert_eq!(
        shipped.ids("what does IT ministry do").first(),
        Some(&"miit")
    );
}

#[test]
fn a_kind_that_a_body_has_none_of_is_said() {
    let shipped = Indexed::shipped();
    for asked in ["tasks of the Ministry of Transport", "交通运输部的任务"] {
        let notes = shipped.search(asked).notes;
        let none = |note: &Note| matches!(note, Note::Count { count: 0, kind: Some(kind) } if kind == "task");
        assert!(notes.iter().any(none), "{asked}: {notes:?}");
    }
}

#[test]
fn kinds_and_numbers_of_every_kind_are_read() {
    let shipped = Indexed::shipped();
    for (asked, wanted) in [
        ("who is responsible for focus area 3", &["F3"][..]),
        ("who leads the second focus area", &["F2"]),
        ("third focus area", &["F3"]),
        ("action group 2", &["R2"]),
        ("2nd action group", &["R2"]),
        ("task Ⅲ", &["T3"]),
        ("task iii", &["T3"]),
        ("who leads task iv", &["T4"]),
        ("who is ndrc responsible for task 7", &["T7", "ndrc"]),
        ("is ndrc in charge of project 5", &["P5", "ndrc"]),
        ("is task 7 the responsibility of ndrc", &["T7", "ndrc"]),
        (
            "is the ministry of education responsible for task 8",
            &["T8", "moe"],
        ),
        ("project XIV", &["P14"]),
        ("谁负责第二个方面", &["F2"]),
        ("行动类别二", &["R2"]),
        ("任务第三", &["T3"]),
        ("does the Ministry of Education lead task 3", &["T3", "moe"]),
        ("Is MIIT the lead of task 4", &["T4", "miit"]),
        ("is NDRC leading project 3", &["P3", "ndrc"]),
        ("教育部是任务3的牵头单位吗", &["T3", "moe"]),
        ("Task III and V", &["T3", "T5"]),
        ("教育部牵头任务3吗", &["T3", "moe"]),
        ("tasks 3 and 4", &["T3", "T4"]),
        ("who leads task 3; project 5", &["T3", "P5"]),
        ("P3/P4", &["P3", "P4"]),
        ("tasks 3,4", &["T3", "T4"]),
        ("who leads the #3 project", &["P3"]),
        ("the #1 task", &["T1"]),
        ("No.3 task", &["T3"]),
        ("№3 task", &["T3"]),
        ("17 project", &["P17"]),
        ("tasks 3, 4 and 5", &["T3", "T4", "T5"]),
        ("task 3 and project 4", &["T3", "P4"]),
        ("third and fourth task", &["T3", "T4"]),
        ("who leads tasks 3 and 4?", &["T3", "T4"]),
        ("任务三和任务四", &["T3", "T4"]),
        ("任务3、4", &["T3", "T4"]),
        ("第3项和第4项任务由谁负责", &["T3", "T4"]),
        ("谁负责第 3 项", &["T3", "P3", "A3"]),
        ("第三项由谁负责", &["T3", "P3", "A3"]),
    ] {
        let found = shipped.ids(asked);
        assert_eq!(
            found.get(..wanted.len()),
            Some(wanted),
            "{asked}: {found:?}"
        );
    }
}

#[test]
fn words_joined_or_parted_find_what_the_plan_writes() {
    let shipped = Indexed::shipped();
    for (typed, written) in [
        ("s z x c", "szxc"),
        ("block chain", "blockchain"),
        ("soft ware", "software"),
        ("on line", "online"),
        ("ecommerce", "e-commerce"),
        ("bigdata", "big data"),
        ("datacenter", "data center"),
        ("datacentre", "data center"),
        ("eldercare", "elder care"),
        ("5Gs", "5G"),
        ("over seas", "overseas"),
        ("cyber security", "cybersecurity"),
    ] {
        let (one, other) = (shipped.ids(typed), shipped.ids(written));
        assert!(!other.is_empty(), "{written}");
        assert_eq!(one, other, "{typed}");
    }
}

/// A kind with a number that is not there is answered by what there is, and by nothing that only has the
/// digits.
#[test]
fn a_number_that_is_not_there_is_said_with_those_that_are() {
    let shipped = Indexed::shipped();
    for (asked, id, from, to) in [
        ("who leads project 0", "P0", "P1", "P17"),
        ("项目99", "P99", "P1", "P17"),
        ("项目99由谁牵头", "P99", "P1", "P17"),
        ("P18", "P18", "P1", "P17"),
        ("p 18", "P18", "P1", "P17"),
        ("T１１", "T11", "T1", "T10"),
        ("task 11", "T11", "T1", "T10"),
        ("task #11", "T11", "T1", "T10"),
        ("task xi", "T11", "T1", "T10"),
        ("eleventh task", "T11", "T1", "T10"),
        ("task twenty-one", "T21", "T1", "T10"),
        ("第十一项任务", "T11", "T1", "T10"),
        ("目标九", "G9", "G1", "G7"),
        ("document 500", "D500", "D1", "D116"),
    ] {
        let found = shipped.search(asked);
        let said = |note: &Note| matches!(note, Note::NoSuchId { id: said, known, .. } if said == id && *known == [from, to]);
        assert!(found.notes.iter().any(said), "{asked}: {:?}", found.notes);
        assert!(found.hits.is_empty(), "{asked}: {:?}", found.hits);
    }
    // Of several, and beside a body, what is there is found.
    for (asked, id, wanted) in [
        ("tasks 3 and 40", "T40", &["T3"][..]),
        ("does MIIT lead task 99", "T99", &["miit"]),
    ] {
        let found = shipped.search(asked);
        let said = |note: &Note| matches!(note, Note::NoSuchId { id: said, .. } if said == id);
        assert!(found.notes.iter().any(said), "{asked}: {:?}", found.notes);
        assert_eq!(shipped.ids(asked), wanted, "{asked}");
    }
    // Years, and names that look like ids, are none.
    for asked in ["projects 2023", "17 projects", "5g project", "A4", "IPv6"] {
        let found = shipped.search(asked);
        assert!(!found.hits.is_empty(), "{asked}: {:?}", found.notes);
    }
}

/// Several names in one question are found one by one, unless they are one name.
#[test]
fn several_names_are_asked_for_together() {
    let shipped = Indexed::shipped();
    for (asked, wanted) in [
        ("who leads 5G and IPv6", &["P1", "I5"][..]),
        ("5G和IPv6由谁牵头", &["P1", "I5"]),
        ("who leads P5 or digital villages", &["P5", "A7"]),
        ("who leads research and development", &["T3"]),
    ] {
        let found = shipped.ids(asked);
        assert_eq!(found.get(..wanted.len()), Some(wanted), "{asked}");
    }
}

/// A point within a number is no gap between two, and no joint either.
#[test]
fn a_number_with_a_point_is_one_number() {
    let shipped = Indexed::shipped();
    for (asked, first) in [
        ("1.5", None),
        ("1．5", None),
        ("１.５", None),
        ("4.0", Some("P10")),
        ("industry 4.0", Some("P10")),
        ("1,000", Some("I4")),
        ("1\u{201A}000", Some("I4")),
        ("1'000", Some("I4")),
        ("1 000", Some("I4")),
    ] {
        let found = shipped.ids(asked);
        assert_eq!(found.first().copied(), first, "{asked}: {found:?}");
    }
}

/// A letter with signs is no other letter, and signs alone are nothing.
#[test]
fn a_letter_with_signs_is_found_as_it_stands() {
    let shipped = Indexed::shipped();
    for asked in ["c++", "c#", "a/b", "&", "/", "+"] {
        assert_eq!(shipped.ids(asked), [""; 0], "{asked}");
    }
    assert_eq!(shipped.ids("r&d").first(), Some(&"T3"));
}
