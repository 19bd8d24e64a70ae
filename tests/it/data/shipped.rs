//! The shipped plan as data: its outline, what responsibilities rest on, figures, aliases, and that
//! it can be written and read again. `news.rs` compares it with the news.

use plan::model::{Basis, Confidence, Input, Node, Plan, SHIPPED, diff, load, to_json};

fn shipped() -> Plan {
    let input = Input {
        name: "data/plan.json",
        bytes: SHIPPED,
    };
    load(input, &[]).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

#[test]
fn the_outline_is_that_of_the_plan() {
    let plan = shipped();
    for (prefix, parent) in [
        ("T", Some("F")),
        ("P", Some("T")),
        ("A", Some("R")),
        ("F", None),
    ] {
        let items = plan.items().filter(|(_, item)| item.id.starts_with(prefix));
        for (id, item) in items {
            let above = plan.parent(id).map(|above| &plan[above].id[..1]);
            assert_eq!(above, parent, "{}", item.id);
        }
    }
    let actions = |group: &str| {
        let Some(Node::Item(id)) = plan.find(group) else {
            panic!("{group}")
        };
        plan.children(id).len()
    };
    assert_eq!(["R1", "R2", "R3"].map(actions), [2, 2, 6]);
}

#[test]
fn ids_are_found_however_they_are_typed() {
    let plan = shipped();
    let there = plan.find("P17");
    assert!(there.is_some());
    for typed in ["p17", "Ｐ１７", " ｐ17 "] {
        assert_eq!(plan.find(typed), there, "{typed}");
    }
    assert_eq!(plan.find("Ｐ１７０"), None);
}

#[test]
fn every_responsibility_has_a_basis_that_bears_it() {
    let plan = shipped();
    for one in plan.responsibilities() {
        let pair = format!("{} {}", plan.id(one.item), plan[one.body].id);
        for row in one.rows() {
            match row.basis {
                Basis::Companion => assert!(row.document.is_some(), "{pair}"),
                Basis::Plan => {
                    assert!(!row.sources.is_empty(), "{pair}");
                    assert_eq!(
                        one.item,
                        Node::Plan,
                        "{pair}: the plan names nobody for an item"
                    );
                }
                Basis::Press => assert!(!row.sources.is_empty(), "{pair}"),
                Basis::Mandate => assert_ne!(row.confidence, Confidence::High, "{pair}: inferred"),
                Basis::Assigned => panic!("{pair}: the plan assigns to nobody's desk"),
            }
        }
    }
    for kind in ["task", "project", "action"] {
        for id in plan.items_of(plan.kind(kind).unwrap()) {
            let answers = plan.responsible(Node::Item(id));
            let leads = answers
                .iter()
                .filter(|one| one.shown().role == plan::model::Role::Lead);
            assert!(leads.count() > 0, "{} has no lead", plan[id].id);
        }
    }
}

#[test]
fn no_figure_that_is_not_known() {
    let plan = shipped();
    let points = |id: &str| {
        let Some(Node::Item(id)) = plan.find(id) else {
            panic!("{id}")
        };
        let measure = plan[id].measure.as_ref().expect("an indicator is measured");
        assert_eq!(measure.binding, None, "whether it binds is not known");
        measure
            .points
            .iter()
            .map(|point| point.value)
            .collect::<Vec<_>>()
    };
    assert_eq!(points("I15"), [None, Some(90.0), Some(92.5)]);
    assert_eq!(points("I16"), [None, None]);
    assert_eq!(points("I17"), [None, None]);
}

/// Words that look like slips of each other and are not.
const ALIKE: [(&str, &str); 11] = [
    ("commerce", "ecommerce"),
    ("data center", "data centre"),
    ("experts", "exports"),
    ("ict investment", "it investment"),
    ("labor ministry", "labour ministry"),
    ("licence", "license"),
    ("licences", "licenses"),
    ("neighborhood", "neighbourhood"),
    ("online licences", "online licenses"),
    ("seniors", "sensors"),
    ("service trade", "services trade"),
];

#[test]
fn no_alias_is_another_one_misspelt() {
    let plan = shipped();
    let mut aliases: Vec<String> = plan
        .nodes()
        .flat_map(|node| plan.aliases(node))
        .map(|alias| alias.to_lowercase())
        .filter(|alias| alias.is_ascii() && alias.len() > 6)
        .collect();
    aliases.sort_unstable();
    aliases.dedup();
    let letters = |text: &str| text.replace([' ', '-'], "");
    let slip = |a: &str, b: &str| {
        let plural = a.trim_end_matches('s') == b.trim_end_matches('s');
        !plural
            && a.len().abs_diff(b.len()) < 2
            && strsim::damerau_levenshtein(a, b) == 1
            && letters(a) != letters(b)
    };
    let mut slips: Vec<(&str, &str)> = Vec::new();
    for (at, a) in aliases.iter().enumerate() {
        slips.extend(
            aliases[at + 1..]
                .iter()
                .filter(|b| slip(a, b))
                .map(|b| (&**a, &**b)),
        );
    }
    assert_eq!(slips, ALIKE);
}

/// A statement without a source is as sure when it was saved as it was before.
#[test]
fn what_is_not_doubted_is_not_doubted_once_it_is_saved() {
    let text = r#"{"format": 1, "plan": {"name": "Plan"},
      "items": [{"id": "a", "kind": "task", "name": "A"}, {"id": "b", "kind": "task", "name": "B", "confidence": "high"}],
      "bodies": [{"id": "x", "name": "X"}], "documents": [{"id": "d", "name": "D"}]}"#;
    let loaded = |text: &str| {
        let bytes = text.as_bytes();
        load(
            Input {
                name: "plan",
                bytes,
            },
            &[],
        )
        .expect("it loads")
    };
    let plan = loaded(text);
    let again = loaded(&to_json(&plan));
    let sure = |plan: &Plan| -> Vec<Confidence> {
        plan.nodes().map(|node| plan.confidence(node)).collect()
    };
    assert!(sure(&plan).contains(&Confidence::High) && sure(&plan).contains(&Confidence::Low));
    assert_eq!(sure(&again), sure(&plan));
    assert_eq!(diff(&plan, &again), []);
}

#[test]
fn saved_and_loaded_it_is_the_same() {
    let plan = shipped();
    let json = to_json(&plan);
    let again = load(
        Input {
            name: "again",
            bytes: json.as_bytes(),
        },
        &[],
    )
    .unwrap();
    assert_eq!(diff(&plan, &again), []);
    assert_eq!(to_json(&again), json);
    // Nothing of the file is forgotten: as plain JSON, it is the same but for empty lists and the
    // order of the rows.
    let [mut ours, mut theirs] =
        [SHIPPED, json.as_bytes()].map(|json| serde_json::from_slice(json).unwrap());
    tidy(&mut ours);
    tidy(&mut theirs);
    assert!(ours == theirs);
}

fn tidy(value: &mut serde_json::Value) {
    if let Some(map) = value.as_object_mut() {
        map.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
        map.values_mut().for_each(tidy);
        if let Some(rows) = map
            .get_mut("responsibilities")
            .and_then(|rows| rows.as_array_mut())
        {
            rows.sort_by_key(ToString::to_string);
        }
    } else if let Some(list) = value.as_array_mut() {
        list.iter_mut().for_each(tidy);
    }
}
