//! The right item comes first: on a list of queries as people type them, and on names with their
//! letters, words and width changed.

use std::collections::{BTreeMap, BTreeSet};

use plan::model::{Node, Plan};
use plan::query::{Intent, Note, Query};
use plan::search::Tier;

use super::indexed::Indexed;

/// Query, ids (any of them will do), kind of query.
const QUERIES: &str = include_str!("../../lookup/queries.tsv");

/// The kinds of queries, each of which has at least [`FEWEST`].
const KINDS: &[&str] = &[
    "en", "zh", "py", "typo", "order", "abbr", "id", "body", "ask",
];
const FEWEST: usize = 20;

struct Case<'a> {
    query: &'a str,
    wanted: Vec<&'a str>,
    kind: &'a str,
}

fn cases() -> Vec<Case<'static>> {
    let rows = QUERIES.lines().skip(1);
    rows.map(|row| {
        let mut cells = row.split('\t');
        let mut cell = || cells.next().expect("three cells a row");
        Case {
            query: cell(),
            wanted: cell().split(',').collect(),
            kind: cell(),
        }
    })
    .collect()
}

#[test]
fn the_right_item_is_first() {
    let shipped = Indexed::shipped();
    let mut missed = Vec::new();
    for case in cases() {
        let ids = shipped.ids(case.query);
        let is = |id: &&str| {
            case.wanted
                .iter()
                .any(|wanted| wanted.eq_ignore_ascii_case(id))
        };
        assert!(
            ids.iter().take(3).any(&is),
            "{:?}: wanted {:?}, got {:?}",
            case.query,
            case.wanted,
            ids.get(..ids.len().min(5))
        );
        if !ids.first().is_some_and(is) {
            missed.push((case.query, case.wanted, ids.first().copied()));
        }
    }
    let share = 100 - 100 * missed.len() / cases().len();
    assert!(share >= 97, "{share} % first; missed: {missed:#?}");
}

#[test]
fn the_list_covers_the_plan_in_every_way() {
    let shipped = Indexed::shipped();
    let cases = cases();
    assert!(cases.len() >= 200, "{}", cases.len());
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &cases {
        *kinds.entry(case.kind).or_default() += 1;
    }
    for kind in KINDS {
        assert!(kinds.get(kind) >= Some(&FEWEST), "{kind}: {kinds:?}");
    }
    assert_eq!(kinds.len(), KINDS.len(), "{kinds:?}");
    let wanted: BTreeSet<&str> = cases.iter().flat_map(|case| case.wanted.clone()).collect();
    for (_, item) in shipped.plan.items() {
        let primary = shipped.plan[item.kind].primary;
        assert!(
            !primary || wanted.contains(&*item.id),
            "{} is never wanted",
            item.id
        );
    }
    let bodies = wanted
        .iter()
        .filter(|id| matches!(shipped.plan.find(id), Some(Node::Body(_))));
    assert!(bodies.count() >= FEWEST);
}

#[test]
fn few_queries_are_names_word_for_word() {
    let shipped = Indexed::shipped();
    let mut names = BTreeSet::new();
    for node in shipped.plan.nodes() {
        for text in texts(&shipped.plan, node) {
            names.insert(text.to_lowercase());
        }
    }
    let cases = cases();
    let same = cases
        .iter()
        .filter(|case| names.contains(&case.query.to_lowercase()));
    let same = same.count();
    assert!(5 * same <= cases.len(), "{same} of {}", cases.len());
}

/// What a node is called.
fn texts(plan: &Plan, node: Node) -> Vec<&str> {
    let mut all = vec![plan.name(node).en(), plan.name(node).zh()];
    if let Node::Item(id) = node {
        all.extend([plan[id].short.en(), plan[id].short.zh()]);
        all.extend([plan[id].seed_name.en(), plan[id].seed_name.zh()]);
    }
    all.extend(plan.aliases(node).iter().map(|alias| &**alias));
    all.retain(|text| !text.is_empty());
    all
}

/// A small generator of numbers: the mutations are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("it is 31 bits") % sides.max(1)
    }

    /// `word` with one letter missing, doubled, wrong, or swapped with the next one.
    fn slip(&mut self, word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = 1 + self.roll(letters.len() - 2);
        match self.roll(4) {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, letters[at]),
            2 => letters[at] = char::from(b'a' + u8::try_from(self.roll(26)).expect("a letter")),
            _ => letters.swap(at, at + 1),
        }
        letters.into_iter().collect()
    }

    fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.roll(last + 1));
        }
    }
}

/// The items, documents left out: their titles share whole sentences.
fn named(plan: &Plan) -> impl Iterator<Item = Node> {
    plan.nodes()
        .filter(|node| matches!(node, Node::Item(_) | Node::Body(_)))
}

fn words(text: &str) -> Vec<String> {
    let clean: String = text
        .chars()
        .filter(|&c| c != ',')
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                ' '
            }
        })
        .collect();
    clean.split_whitespace().map(str::to_owned).collect()
}

#[track_caller]
fn assert_share(what: &str, missed: &[String], all: usize) {
    assert!(all > 100, "{what}: only {all} tries");
    let found = all - missed.len();
    assert!(
        100 * found >= 95 * all,
        "{what}: {found} of {all} first; missed: {missed:#?}"
    );
}

#[test]
fn a_slip_of_the_finger_still_finds_the_name() {
    let shipped = Indexed::shipped();
    let mut dice = Dice(20_211_227);
    let (mut missed, mut all) = (Vec::new(), 0);
    for node in named(&shipped.plan) {
        let words = words(shipped.plan.name(node).en());
        let long: Vec<usize> = (0..words.len())
            .filter(|&at| words[at].len() >= 5 && words[at].is_ascii())
            .collect();
        for _ in 0..2 {
            if long.is_empty() {
                continue;
            }
            let mut typed = words.clone();
            let at = long[dice.roll(long.len())];
            typed[at] = dice.slip(&typed[at]);
            let typed = typed.join(" ");
            all += 1;
            if shipped.first(&typed) != Some(node) {
                missed.push(typed);
            }
        }
    }
    assert_share("slips", &missed, all);
}

#[test]
fn words_in_another_order_find_the_name() {
    let shipped = Indexed::shipped();
    let mut dice = Dice(2025);
    let (mut missed, mut all) = (Vec::new(), 0);
    for node in named(&shipped.plan) {
        for _ in 0..2 {
            let mut typed = words(shipped.plan.name(node).en());
            dice.shuffle(&mut typed);
            let typed = typed.join(" ");
            all += 1;
            if shipped.first(&typed) != Some(node) {
                missed.push(typed);
            }
        }
    }
    assert_share("orders", &missed, all);
}

#[test]
fn every_name_and_short_name_finds_its_node() {
    let shipped = Indexed::shipped();
    let (mut missed, mut all) = (Vec::new(), 0);
    for node in named(&shipped.plan) {
        let name = shipped.plan.name(node);
        let mut typed = vec![name.en(), name.zh()];
        if let Node::Item(id) = node {
            typed.extend([shipped.plan[id].short.en(), shipped.plan[id].short.zh()]);
        }
        for typed in typed.into_iter().filter(|typed| !typed.is_empty()) {
            all += 1;
            if shipped.first(typed) != Some(node) {
                missed.push(typed.to_owned());
            }
        }
    }
    assert_share("names", &missed, all);
}

#[test]
fn nonsense_finds_nothing() {
    let shipped = Indexed::shipped();
    for query in [
        "qqqq",
        "xyzzy plugh",
        "foo bar",
        "lorem ipsum",
        "blah blub",
        "zhuangkuang",
        "xuexuexue",
        "gougoumaomao",
        "葡萄蜻蜓",
        "蝴蝶牛奶",
        "zzzzzz",
        "asdfghjkl",
        "qwertz uiop",
        "饕餮",
        "!@#$%",
        "'qqqq",
    ] {
        let found = shipped.search(query);
        assert!(found.hits.is_empty(), "{query}: {:?}", shipped.ids(query));
        assert_eq!((found.total, found.weak), (0, 0));
    }
}

#[test]
fn a_question_word_alone_lists_little() {
    let shipped = Indexed::shipped();
    for query in ["who", "what", "who leads", "谁", "谁负责", "which ministry"] {
        let found = shipped.search(query);
        assert!(found.total <= 10, "{query}: {:?}", shipped.ids(query));
        assert!(
            found.hits.iter().all(|hit| hit.tier <= Tier::Word),
            "{query}"
        );
    }
}

/// Words that every text holds, and nobody looks for.
const SMALL: &[&str] = &[
    "the", "of", "and", "for", "in", "to", "a", "an", "on", "by", "with", "at",
];

#[test]
fn a_small_word_alone_is_the_beginning_of_longer_ones() {
    let shipped = Indexed::shipped();
    for small in SMALL {
        for hit in shipped.search(small).hits {
            let called = texts(&shipped.plan, hit.node);
            let mut all = called.into_iter().flat_map(words);
            let id = shipped.plan.id(hit.node).to_lowercase();
            assert!(
                id.starts_with(small)
                    || all.any(|word| word.len() > small.len() && word.starts_with(small)),
                "{small}: {id}"
            );
        }
    }
    assert!(shipped.search("the").hits.is_empty());
}

#[test]
fn no_word_of_the_plan_brings_a_guess() {
    let shipped = Indexed::shipped();
    for node in shipped.plan.nodes() {
        for text in texts(&shipped.plan, node) {
            for word in words(text) {
                let found = shipped.search(&word);
                let guess = found
                    .notes
                    .iter()
                    .any(|note| matches!(note, Note::DidYouMean { .. }));
                let small = SMALL.contains(&&*word);
                assert!(
                    !guess && (small || !found.hits.is_empty()),
                    "{word}: {:?}",
                    found.notes
                );
                assert!(found.hits.iter().all(|hit| hit.tier < Tier::Typo), "{word}");
            }
        }
    }
}

#[test]
fn a_guess_says_what_it_took_the_word_for() {
    let shipped = Indexed::shipped();
    let found = shipped.search("polution");
    assert_eq!(
        found.notes,
        [Note::DidYouMean {
            typed: "polution".into(),
            suggestions: vec!["pollution".into()],
        }]
    );
    assert!(found.hits.iter().all(|hit| hit.tier == Tier::Typo));
}

#[test]
fn what_is_settled_is_not_drowned() {
    let shipped = Indexed::shipped();
    let found = shipped.search("gigabit");
    assert!(found.weak < found.hits.len(), "the tail is marked");
    assert!(
        found.hits[found.weak..]
            .iter()
            .all(|hit| hit.tier >= Tier::Word)
    );
    // Nothing above: nothing is weak.
    let found = shipped.search("szxc");
    assert!(!found.hits.is_empty());
    assert_eq!(found.weak, found.hits.len());
}

#[test]
fn questions_are_understood() {
    for (query, intent) in [
        ("who leads 5g", Intent::Who),
        ("5g 牵头", Intent::Who),
        ("is responsible for 5g", Intent::Who),
        ("what does miit lead", Intent::What),
        ("工信部负责什么", Intent::What),
        ("5g", Intent::Any),
    ] {
        assert_eq!(Query::parse(query).intent(), intent, "{query}");
    }
}

#[test]
fn the_same_letters_cut_otherwise_find_the_same() {
    let shipped = Indexed::shipped();
    for (typed, others) in [
        ("ipv6", &["ip v6", "IP v 6", "ipv 6", "IP V6"][..]),
        ("ipv6 users", &["ip v6 users", "ipv 6 users"]),
        ("AI", &["A. I.", "A.I.", "A．I．", "a & i", "A I", "a-i"]),
        ("who leads AI", &["who leads A I", "who leads A.I."]),
        ("gdp", &["G D P", "g-d-p", "G.D.P."]),
        ("MIIT", &["M I I T", "M-I-I-T"]),
        ("5g", &["5 g", "5 G"]),
        ("wifi", &["wi-fi", "wi fi", "Wi‑Fi"]),
        ("R&D", &["r & d", "R. D.", "rd", "R and D", "R AND D"]),
        ("'R&D'", &["'R and D'", "'R & D'"]),
        (
            "silk road",
            &["‘silk road’", "’silk road‘", "‘silk’ ‘road’", "“silk road”"],
        ),
        ("quantum", &["‘quantum’", "‘quantum"]),
    ] {
        for other in others {
            assert_eq!(shipped.ids(typed), shipped.ids(other), "{other}");
        }
    }
    for (typed, id) in [
        ("the third task", "T3"),
        ("third priority action", "A3"),
        ("task three", "T3"),
        ("seventeenth key project", "P17"),
        ("the first goal", "G1"),
        ("第三项任务", "T3"),
        ("任务三", "T3"),
        ("第三个优先行动", "A3"),
        ("what is the third task", "T3"),
        ("who leads the third task", "T3"),
        ("who is responsible for task three", "T3"),
        ("who leads task five", "T5"),
        ("the fifth project", "P5"),
        ("第5个项目", "P5"),
        ("who is responsible for 国家信息化发展战略纲要", "D5"),
        (
            "14th Five-Year Plan for National Government-Affairs Informatization由谁负责",
            "D25",
        ),
        ("'Fuller digital infrastructure", "G1"),
        ("'Better digital government", "G5"),
        ("what is the Ministry of Commerce's job", "mofcom"),
        ("MIIT's role", "miit"),
        ("第五个项目谁负责", "P5"),
        ("第五个工程谁负责", "P5"),
    ] {
        assert_eq!(shipped.ids(typed).first(), Some(&id), "{typed}");
    }
}

/// A name that is found first by itself is found first in a question too.
#[test]
fn a_name_in_a_question_is_found_as_by_itself() {
    let shipped = Indexed::shipped();
    let mut failed = Vec::new();
    for node in shipped.plan.nodes() {
        let name = shipped.plan.name(node);
        let id = shipped.plan.id(node);
        let frames = [
            (name.en(), "who is responsible for {}"),
            (name.zh(), "{}由谁负责"),
            (name.en(), "who issued {}"),
            (name.zh(), "谁发布了{}"),
            (name.en(), "'{}"),
            (name.zh(), "'{}"),
        ];
        let is_document = matches!(node, Node::Document(_));
        for (name, frame) in frames {
            // Only a document is issued.
            if (frame.contains("issued") || frame.contains("发布")) && !is_document {
                continue;
            }
            let is_first = |typed: &str| shipped.ids(typed).first() == Some(&id);
            let asked = frame.replace("{}", name);
            if is_first(name) && !is_first(&asked) {
                failed.push(format!("{id}: {asked} {:?}", shipped.ids(&asked).first()));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}
