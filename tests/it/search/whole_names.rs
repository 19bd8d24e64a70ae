//! A whole name finds its node first, whatever else it asks.

use plan::query::Note;

use super::indexed::Indexed;

/// Names that read as questions, lists or numbers, in both languages.
const NAMES: &[&str] = &[
    "What the Ministry of Education leads",
    "教育部牵头的任务",
    "Nobody leads",
    "Tasks without a lead",
    "无人牵头的任务",
    "没有牵头单位的任务",
    "Targets missed in 2025",
    "2025年未完成的目标",
    "工信部牵头工程",
    "Due by 2026",
    "2026年前完成",
    "Compare P1 and P2",
    "比较P1和P2",
    "Unconfirmed items",
    "未证实的条目",
    "What is the MIIT responsible for?",
    "What we do for T3",
    "All projects",
    "所有工程",
    "Which ministries",
    "what does inferred mean",
    "our office",
    "Which projects are late",
    "Overdue tasks",
    "is:late",
    "lead:none",
    "Tasks 3 and 4",
    "projects 1 to 3",
    "任务3、4",
    "When does the plan end",
    "Who works with MIIT",
    "MIIT and NDRC",
    "status of task 3",
    "Which ministry leads the most",
    "Our work",
    "不是推断的任务",
    "When does task 99 end",
    "next deadline",
    "copy the Ministry of Education's projects",
    "The Ministry of Education's projects",
    "How many projects are there",
    "5G target",
    "P1 to P3 Roadmap",
    "Tasks 1-30 Review",
    "P1 and P2 merger",
];

/// An office with one thing of a name or of an alias, and with work of its own or without any.
fn office(name: &str, is_alias: bool, has_work: bool) -> Indexed {
    let (name, aliases) = if is_alias {
        ("Quux", vec![name])
    } else {
        (name, vec![])
    };
    let own = serde_json::json!({"id": "P99", "kind": "project", "name": {"en": name}, "aliases": aliases});
    let row = serde_json::json!({"item": "T3", "body": "moe", "role": "lead", "basis": "assigned", "due": "2025-01-31", "status": "late"});
    let rows = if has_work { vec![row] } else { vec![] };
    let overlay = serde_json::json!({"format": 1, "items": [own], "responsibilities": rows});
    Indexed::with(&overlay.to_string())
}

#[test]
fn a_name_that_reads_as_a_question_finds_itself_first() {
    let mut wrong = Vec::new();
    for name in NAMES {
        for (is_alias, has_work) in [(false, false), (true, true)] {
            let office = office(name, is_alias, has_work);
            for typed in [*name, &name.to_uppercase(), &format!(" {name} ")] {
                let found = office.search(typed);
                let ids = office.ids_of(&found);
                let is_written = typed.contains(':') && typed != name.trim();
                if ids.first() != Some(&"P99") && !is_written {
                    wrong.push(format!(
                        "{typed}: {:?} {:?}",
                        ids.get(..ids.len().min(4)),
                        found.notes
                    ));
                }
                let is_again = ids.iter().filter(|id| **id == "P99").count() > 1;
                assert!(!is_again, "{typed}: {ids:?}");
                assert!(
                    found.total >= found.hits.len() && found.weak <= found.hits.len(),
                    "{typed}"
                );
                let counted = found.counts.items + found.counts.bodies + found.counts.documents;
                assert_eq!(counted, found.total, "{typed}");
                let guessed = |note: &Note| matches!(note, Note::Nearest(_) | Note::Nowhere(_));
                assert!(
                    !found.notes.iter().any(guessed),
                    "{typed}: {:?}",
                    found.notes
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the question finds stands behind the name, with how it was read.
#[test]
fn the_answer_stands_behind_the_name() {
    let shipped = Indexed::shipped();
    for name in [
        "What the Ministry of Education leads",
        "教育部牵头的任务",
        "Nobody leads",
        "Targets missed in 2025",
        "2025年未完成的目标",
        "Compare P1 and P2",
        "Unconfirmed items",
        "未证实的条目",
        "What is the MIIT responsible for?",
        "Which ministries",
        "Tasks 3 and 4",
    ] {
        let office = office(name, false, false);
        let (with, without) = (office.search(name), shipped.search(name));
        let others = |found: &plan::search::Found, plan: &Indexed| -> Vec<String> {
            let ids = plan.ids_of(found).into_iter();
            ids.filter(|id| *id != "P99").map(str::to_owned).collect()
        };
        assert_eq!(others(&with, &office), others(&without, &shipped), "{name}");
        assert_eq!(with.read_as(), without.read_as(), "{name}");
    }
}

/// The item of an id in words stands before one that is called so.
#[test]
fn an_id_in_words_stands_before_a_name() {
    for name in ["Task 3", "任务3", "third task", "第三项任务", "T 3"] {
        let office = office(name, false, false);
        let ids = office.ids(name);
        assert_eq!(ids.get(..2), Some(&["T3", "P99"][..]), "{name}: {ids:?}");
    }
    let office = office("T3", true, false);
    assert_eq!(office.ids("t3").first(), Some(&"T3"));
}

/// A filter of a tab lets the name through or not.
#[test]
fn a_name_beside_a_filter_passes_it() {
    let name = "Nobody leads";
    let office = office(name, false, false);
    let first = |query: &str| office.ids(query).first().copied();
    assert_eq!(first("Nobody leads kind:project"), Some("P99"));
    assert!(!office.ids("Nobody leads kind:task").contains(&"P99"));
    assert!(!office.ids("Nobody leads !kind:project").contains(&"P99"));
}

/// A name with signs is no other one that folds alike.
#[test]
fn a_name_without_the_signs_is_not_meant() {
    let office = office("C", false, false);
    assert!(!office.ids("c++").contains(&"P99"));
}

#[test]
fn several_of_one_name_stand_in_the_order_of_kinds() {
    let named = |id: &str, kind: &str| serde_json::json!({"id": id, "kind": kind, "name": {"en": "Nobody leads"}});
    let items = [named("S77", "safeguard"), named("P99", "project")];
    let office = Indexed::with(&serde_json::json!({"format": 1, "items": items}).to_string());
    assert_eq!(
        office.ids("nobody leads").get(..2),
        Some(&["P99", "S77"][..])
    );
}

/// What is asked for one by one is asked for as one where all of it is a whole name.
#[test]
fn a_name_with_a_list_in_it_is_one() {
    for name in [
        "P1 to P3 Roadmap",
        "P1 and P2 merger",
        "T1 & T2 Bridge",
        "第一至三项工程",
    ] {
        let office = office(name, false, false);
        let query = plan::query::Query::parse(name);
        assert_eq!(
            office.index.several_asked(&office.plan, &query),
            None,
            "{name}"
        );
        let said = office.search(name).notes;
        let is_of_part = |note: &Note| matches!(note, Note::NotRead(_) | Note::NoSuchId { .. });
        assert!(!said.iter().any(is_of_part), "{name}: {said:?}");
    }
}
