//! What is asked of one item or one organisation, and what is not recorded of it.

use plan::model::Lang;
use plan::query::{Note, Unrecorded};

use super::indexed::Indexed;

fn says_what_is_missing(note: &Note) -> bool {
    matches!(
        note,
        Note::Nowhere(_) | Note::Nearest(_) | Note::NotRead(_) | Note::DidYouMean { .. }
    )
}

/// A word for what its page says is no word that the plan lacks.
#[test]
fn what_a_page_says_is_asked_of_it() {
    let shipped = Indexed::shipped();
    for (query, first) in [
        ("goal 3 target", "G3"),
        ("what is the status of task 3", "T3"),
        ("T3 status", "T3"),
        ("progress of project 5", "P5"),
        ("T3的进展", "T3"),
        ("status of the digital villages action", "A7"),
    ] {
        let found = shipped.search(query);
        assert_eq!(shipped.ids(query).first(), Some(&first), "{query}");
        assert!(
            !found.notes.iter().any(says_what_is_missing),
            "{query}: {:?}",
            found.notes
        );
    }
    assert_eq!(shipped.ids("goal 3 target"), ["G3"]);
    // A target of something else is looked for among the indicators.
    assert_eq!(shipped.ids("5g target"), ["I3"]);
}

/// That the plan has no amounts of money is said; nothing is answered as if it had.
#[test]
fn money_is_not_recorded() {
    let shipped = Indexed::shipped();
    for query in [
        "经费多少",
        "预算",
        "budget of P3",
        "how much money",
        "how much does P3 cost",
        "P3的预算是多少",
    ] {
        let found = shipped.search(query);
        assert!(found.read_as().is_none(), "{query}");
        assert!(
            found.notes.contains(&Note::Unrecorded(Unrecorded::Money)),
            "{query}: {:?}",
            found.notes
        );
        assert!(
            !found.notes.iter().any(
                |note| matches!(note, Note::Nearest(lacks) if lacks.contains(&"budget".to_owned()))
            ),
            "{query}"
        );
    }
    for query in ["budget of P3", "how much does P3 cost", "P3的预算是多少"] {
        assert_eq!(shipped.ids(query), ["P3"], "{query}");
    }
    let (_, _, said) = shipped.ask("预算", Lang::Zh);
    assert!(said.contains("未收录经费"), "{said}");
    // An indicator of it is there.
    let found = shipped.search("研发经费多少");
    assert!(found.read_as().is_some());
    assert_eq!(shipped.ids("研发经费多少"), ["I8"]);
    // Who pays is not recorded either; who answers for it stands beside.
    for (query, first) in [
        ("who pays for 5g", "P1"),
        ("who funds 5G", "P1"),
        ("who finances digital villages", "A7"),
        ("数字乡村谁出钱", "A7"),
    ] {
        let found = shipped.search(query);
        let money = Note::Unrecorded(Unrecorded::Money);
        assert!(found.notes.contains(&money), "{query}: {:?}", found.notes);
        assert_eq!(shipped.ids(query).first(), Some(&first), "{query}");
    }
}

/// Which organisation came after another one, and when one was founded, is asked of organisations alone.
#[test]
fn what_became_of_an_organisation_stands_on_its_page() {
    let shipped = Indexed::shipped();
    for query in [
        "who replaced the NRRA",
        "NRRA successor",
        "乡村振兴局归谁",
        "乡村振兴局被谁取代",
    ] {
        assert_eq!(shipped.ids(query), ["nrra", "mara"], "{query}");
        assert_eq!(shipped.search(query).notes, [], "{query}");
    }
    for query in [
        "数据局哪年成立",
        "when was the NDA founded",
        "数据局成立于哪年",
    ] {
        assert_eq!(shipped.ids(query), ["nda"], "{query}");
        let notes = shipped.search(query).notes;
        assert_eq!(notes, [Note::Unrecorded(Unrecorded::Founding)], "{query}");
    }
    assert_eq!(shipped.ids("养老归谁").first(), Some(&"A10"));
}

/// The negation at the end of a question makes it one that is answered with yes or no.
#[test]
fn a_negation_at_the_end_asks_whether() {
    let shipped = Indexed::shipped();
    for (query, plain) in [
        ("宽带目标达到没有", "宽带目标达到了吗"),
        ("5G目标实现了没有", "5G目标实现了吗"),
        ("5G普及率达标了没", "5G普及率达标了吗"),
    ] {
        let (one, other) = (shipped.search(query), shipped.search(plain));
        assert!(one.read_as().is_some(), "{query}");
        assert_eq!(one.notes, other.notes, "{query}");
        assert_eq!(shipped.ids(query), shipped.ids(plain), "{query}");
    }
}
