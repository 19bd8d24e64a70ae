//! What people typed and files held that once went wrong.

use plan::model::Node;
use plan::query::Note;

use super::indexed::Indexed;

/// A plan of things with these names, in one language each.
fn named(names: &[&str]) -> Vec<u8> {
    let common = serde_json::json!({"confidence": "low", "sources": []});
    let with = |mut value: serde_json::Value| {
        let object = value.as_object_mut().expect("an object");
        object.extend(common.as_object().expect("an object").clone());
        value
    };
    let items = names.iter().enumerate().map(|(at, name)| {
        let id = format!("X{}", at + 1);
        with(serde_json::json!({"id": id, "kind": "thing", "name": {"en": name}}))
    });
    let plan = serde_json::json!({
        "format": 1,
        "plan": with(serde_json::json!({
            "id": "FIELD", "name": {"en": "Cases"}, "issuer": "desk", "dated": "2026",
            "period": {"from": 2026, "to": 2030}, "compiled": "2026", "summary": {"en": "Cases."},
        })),
        "kinds": [{
            "id": "thing", "prefix": "X", "name": {"en": "Thing"}, "plural": {"en": "Things"},
            "primary": true,
        }],
        "items": items.collect::<Vec<_>>(),
        "bodies": [with(serde_json::json!({"id": "desk", "abbr": "DESK", "name": {"en": "Desk"}}))],
    });
    plan.to_string().into_bytes()
}

/// Names of all sorts of words and signs.
const NAMES: &[&str] = &[
    "9-to-5",
    "3-in-1 desk",
    "2 for 1 offer",
    "4 by 4 lanes",
    "Act of 1972",
    "the",
    "Web3.0 pilot",
    "IPv6 trial",
    "PM2.5 limit",
    "Windows10 rollout",
    "K12 schools",
    "16nm line",
    "v1.2.3 release",
    "R&D fund",
    "C toolchain",
    "C# toolchain",
    "C++ toolchain",
    "5G base stations",
    "5G+ medicine",
    "50% subsidy",
    "¥500 fee",
    "互联网",
    "互联网+",
    "人工智能治理",
    "人工智能+行动",
    "ﬁve bridges",
    "oﬃce rules",
    "A.I. act",
    "Who leads",
    "by:2025 or not",
    "!important",
    "'quoted'",
    "@home",
    "#1 goal",
    "Green Civilization",
    "Input/Output",
    "a/b test",
    "Type IV line",
    "What is the Ministry of Education responsible for",
    "To be or not to be",
    "IPv 4 exit",
    "kind: of blue",
    "谁负责",
    "第3项任务的负责人",
];

#[test]
fn a_whole_name_finds_itself() {
    let bytes = named(NAMES);
    let looked = Indexed::of(&bytes, &[]);
    for name in NAMES {
        assert_eq!(looked.names(name).first(), Some(name), "{name}");
        let upper = name.to_uppercase();
        for invisible in ["\u{200b}", "\u{feff}", "\u{2060}", "\u{ad}"] {
            let pasted = format!("{invisible}{name}");
            // A filter is one with such a sign before it, too.
            if !name.contains(':') {
                assert_eq!(looked.names(&pasted).first(), Some(name), "{pasted:?}");
            }
        }
        assert_eq!(
            looked.names(&format!(" {upper} ")).first(),
            Some(name),
            "{upper}"
        );
    }
}

#[test]
fn every_name_of_the_shipped_plan_finds_its_node_first() {
    let looked = Indexed::shipped();
    let plan = &looked.plan;
    let mut owners: std::collections::HashMap<String, Vec<Node>> = std::collections::HashMap::new();
    for node in plan.nodes() {
        for text in looked.called(node) {
            owners.entry(text.to_lowercase()).or_default().push(node);
        }
    }
    for (text, nodes) in &owners {
        let first = looked.nodes(text).next();
        assert!(
            first.is_some_and(|first| nodes.contains(&first)),
            "{text}: {first:?}"
        );
    }
}

#[test]
fn letters_cut_otherwise_find_the_same() {
    let bytes = named(NAMES);
    let looked = Indexed::of(&bytes, &[]);
    for (typed, wanted) in [
        ("ipv 6", "IPv6 trial"),
        ("trial ipv 6", "IPv6 trial"),
        ("ipv4", "IPv 4 exit"),
        ("5 g", "5G+ medicine"),
        ("5‐g", "5G+ medicine"),
        ("5‑G", "5G+ medicine"),
        ("5−g", "5G+ medicine"),
        ("5G's", "5G+ medicine"),
        ("５ Ｇ", "5G+ medicine"),
        ("web 3.0", "Web3.0 pilot"),
        ("pm 2.5", "PM2.5 limit"),
        ("windows 10", "Windows10 rollout"),
        ("k 12", "K12 schools"),
        ("16 nm", "16nm line"),
        ("v 1.2.3", "v1.2.3 release"),
        ("r & d", "R&D fund"),
        ("R&D", "R&D fund"),
        ("rd", "R&D fund"),
        ("ai", "A.I. act"),
        ("a.i.", "A.I. act"),
        ("five", "ﬁve bridges"),
        ("office", "oﬃce rules"),
        ("ofﬁce", "oﬃce rules"),
        ("type ⅳ", "Type IV line"),
    ] {
        assert_eq!(looked.names(typed).first(), Some(&wanted), "{typed}");
    }
}

#[test]
fn a_symbol_keeps_its_letter_together() {
    let bytes = named(NAMES);
    let looked = Indexed::of(&bytes, &[]);
    for (typed, wanted) in [
        ("c++", "C++ toolchain"),
        ("c#", "C# toolchain"),
        ("toolchain c++", "C++ toolchain"),
        ("a/b", "a/b test"),
        ("互联网+", "互联网+"),
        ("互联网＋", "互联网+"),
        ("人工智能+", "人工智能+行动"),
        ("5g+", "5G+ medicine"),
        ("50%", "50% subsidy"),
        ("¥500", "¥500 fee"),
    ] {
        assert_eq!(looked.names(typed).first(), Some(&wanted), "{typed}");
    }
    let bytes = named(&[
        "X+Y method",
        "XY plotter",
        "Galaxy",
        "1+1 scheme",
        "11 things",
        "Cloud+Edge",
    ]);
    let joined = Indexed::of(&bytes, &[]);
    for (typed, wanted) in [
        ("x+y", "X+Y method"),
        ("X＋Y", "X+Y method"),
        ("1+1", "1+1 scheme"),
        ("cloud edge", "Cloud+Edge"),
    ] {
        assert_eq!(joined.names(typed), [wanted], "{typed}");
    }
    for typed in ["c++", "c#", "c/d", "t++"] {
        let found = looked.names(typed);
        let wrong = |name: &&&str| {
            !name.starts_with("C ") && !name.starts_with("C+") && !name.starts_with("C#")
        };
        assert_eq!(found.iter().find(wrong), None, "{typed}");
    }
    let shipped = Indexed::shipped();
    for typed in ["c++", "c#"] {
        let wrong = |name: &&&str| name.contains("Civilization");
        assert_eq!(shipped.names(typed).iter().find(wrong), None);
    }
    for typed in [
        "a/b", "X+Y", "J+C", "1+1", "a+b", "x&y", "j&j", "p&l", "m＆a", "AT&T", "a_b", "a:b",
        "a(b", "a[b]", "a…b",
    ] {
        assert_eq!(shipped.names(typed), [""; 0], "{typed}");
    }
    for typed in [
        "Internet+",
        "internet＋",
        "互联网+",
        "互联网＋",
        "‘互联网+’",
    ] {
        assert_eq!(shipped.ids(typed).first(), Some(&"P15"), "{typed}");
    }
    let ids = shipped.ids("互联网+");
    assert!(!ids.is_empty() && ids == shipped.ids("互联网＋"));
}

/// What stands beside a letter with a symbol is looked for without it, and that is said.
#[test]
fn a_letter_with_a_symbol_does_not_hide_other_words() {
    let shipped = Indexed::shipped();
    for (typed, without, sign) in [
        ("c++ programming", "programming", "c++"),
        ("coding in C++", "coding in", "C++"),
        ("编程 c++", "编程", "c++"),
        ("data c#", "data", "c#"),
        ("A/B test", "test", "A/B"),
        ("Q&A about data", "about data", "Q&A"),
    ] {
        let found = shipped.search(typed);
        let ids = shipped.ids_of(&found);
        assert!(
            !ids.is_empty() && ids == shipped.ids(without),
            "{typed}: {ids:?}"
        );
        assert!(
            found.notes.contains(&Note::Nowhere(vec![sign.to_owned()])),
            "{typed}"
        );
    }
}

/// A word of the plan with a sign in it is one beside other words, too.
#[test]
fn a_word_with_a_sign_that_the_plan_has_is_not_denied() {
    let shipped = Indexed::shipped();
    for typed in [
        "SME R&D",
        "R&D in schools",
        "who does R&D on chips",
        "R&D 教育",
    ] {
        let found = shipped.search(typed);
        let ids = shipped.ids_of(&found);
        assert!(ids.contains(&"T3"), "{typed}: {ids:?}");
        let denied = |note: &Note| matches!(note, Note::Nowhere(_));
        assert!(!found.notes.iter().any(denied), "{typed}");
    }
}

#[test]
fn a_sign_between_words_divides_them() {
    let shipped = Indexed::shipped();
    for (typed, same) in [
        ("banks&loans", "banks loans"),
        ("SOE&SME", "SOE SME"),
        ("AI&5G", "AI 5G"),
        ("AI·5G", "AI 5G"),
        ("R&D", "R & D"),
    ] {
        let ids = shipped.ids(typed);
        assert!(
            !ids.is_empty() && ids.first() == shipped.ids(same).first(),
            "{typed}"
        );
    }
}

/// Letters that the plan has as one word are one in any question.
#[test]
fn letters_cut_otherwise_are_joined_beside_words_that_are_nowhere_together() {
    let shipped = Indexed::shipped();
    for (cut, whole) in [
        ("5 g in schools", "5g in schools"),
        ("5 G 乡村学校", "5G 乡村学校"),
        ("ipv 6 in villages", "ipv6 in villages"),
        ("5 g apps for cars", "5g apps for cars"),
    ] {
        let ids = shipped.ids(cut);
        assert!(!ids.is_empty() && ids == shipped.ids(whole), "{cut}");
    }
}

#[test]
fn a_small_word_beside_an_operator_is_not_asked_for() {
    let looked = Indexed::shipped();
    for (typed, same) in [
        ("'silk the", "'silk"),
        ("the 'silk of", "'silk"),
        ("@miit the", "@miit"),
        ("kind:project the", "kind:project"),
        ("5g !core the", "5g !core"),
    ] {
        assert_eq!(looked.ids(typed), looked.ids(same), "{typed}");
        assert!(!looked.ids(typed).is_empty(), "{typed}");
    }
    assert_eq!(looked.ids("a 7").first(), Some(&"A7"));
    assert_eq!(looked.ids("A-7").first(), Some(&"A7"));
}

#[test]
fn a_question_keeps_its_number_and_its_ministry() {
    let looked = Indexed::shipped();
    for (asked, same) in [
        ("who is responsible for task 3", "T3"),
        ("who leads project 12?", "P12"),
        ("who is in charge of project no. 12", "P12"),
        ("which ministry leads action 7", "A7"),
        ("谁负责任务3", "T3"),
        ("第三项任务由谁负责", "T3"),
        ("哪个部门牵头工程12", "P12"),
        ("项目12谁负责", "P12"),
        ("项目十二", "P12"),
    ] {
        assert_eq!(looked.ids(asked).first(), Some(&same), "{asked}");
    }
    for (asked, same) in [
        (
            "what is the Ministry of Education responsible for",
            "Ministry of Education",
        ),
        (
            "what is the Ministry of Public Security in charge of",
            "Ministry of Public Security",
        ),
        (
            "which projects does the Ministry of Education lead",
            "Ministry of Education",
        ),
        (
            "what is the People's Bank of China responsible for",
            "People's Bank of China",
        ),
        ("教育部负责什么", "教育部"),
    ] {
        let body = looked.nodes(same).next().expect("there is such a body");
        assert!(matches!(body, Node::Body(_)), "{same}");
        assert_eq!(looked.nodes(asked).next(), Some(body), "{asked}");
    }
}

/// A sign between words divides them, and is no part of a name; so are other words for `and`.
#[test]
fn a_name_with_another_and_finds_itself() {
    let looked = Indexed::shipped();
    for (typed, id) in [
        ("Ministry of Science & Technology", "most"),
        ("National Development ＆ Reform Commission", "ndrc"),
        ("Ministry of Industry/Information Technology", "miit"),
        ("what does the Ministry of Science & Technology do", "most"),
        ("IT patents & standards", "P8"),
        ("国家发展与改革委员会", "ndrc"),
        ("工业及信息化部负责什么", "miit"),
        ("文化与旅游部", "mct"),
    ] {
        assert_eq!(looked.ids(typed).first(), Some(&id), "{typed}");
    }
    let names = crate::program::out(&["who", "IT patents & standards", "-l", "en"]);
    assert!(names.starts_with("P8  "), "{names}");
    let near = crate::program::ran(&mut crate::program::program(&[
        "who",
        "laptops for schools",
        "-l",
        "en",
    ]));
    assert!(
        near.err
            .contains("No name matches; the closest match is shown"),
        "{}",
        near.err
    );
}
