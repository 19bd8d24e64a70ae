//! The quick way finds what the plain way finds: on plans and for queries that chance makes, in every
//! tier, with filters, over several segments, on any number of threads, whatever was asked before.

#[path = "bench/made.rs"]
mod made;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::sync::{Arc, LazyLock};

use plan::model::{Input, Plan, load};
use plan::search::{Found, Growth, Index, Query, Tier};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRng, TestRunner};
use rayon::ThreadPoolBuilder;

/// Words of which names are made: small ones, with two spellings, plurals, beginnings of others.
const EN: [&str; 24] = [
    "digital",
    "village",
    "villages",
    "data",
    "centre",
    "centers",
    "smart",
    "elderly",
    "care",
    "silk",
    "road",
    "railway",
    "satellite",
    "network",
    "of",
    "the",
    "for",
    "health",
    "manufacturing",
    "standardisation",
    "5g",
    "e-commerce",
    "policy",
    "railways",
];

/// The same in Chinese, with their pinyin; some of it can be read in two ways.
const ZH: [(&str, &str); 14] = [
    ("数字", "shuzi"),
    ("乡村", "xiangcun"),
    ("养老", "yanglao"),
    ("智慧", "zhihui"),
    ("中心", "zhongxin"),
    ("丝绸", "sichou"),
    ("之路", "zhilu"),
    ("铁路", "tielu"),
    ("银行", "yinhang"),
    ("重庆", "chongqing"),
    ("音乐", "yinyue"),
    ("工业", "gongye"),
    ("信息化", "xinxihua"),
    ("部", "bu"),
];

/// Filters, exclusions, exact words and questions; what they name is in some of the plans.
const REST: [&str; 20] = [
    "kind:task",
    "#goal",
    "kind:body",
    "@b1",
    "body:b0",
    "lead:b1",
    "by:2025",
    "basis:plan",
    "basis:mandate",
    "!data",
    "not:数字",
    "'road",
    "exact:silk",
    "who",
    "leads",
    "谁负责",
    "T1",
    "g2",
    "foo:bar",
    "unit:office",
];

/// Numbers by chance: what a plan and a query are made of.
#[derive(Clone, Debug)]
struct Chance(Vec<u32>, usize);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        let number = self.0[self.1 % self.0.len()] as usize;
        self.1 += 1;
        number % count
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// Some words, or now and then none.
    fn text(&mut self, most: usize) -> String {
        let count = self.below(most + 1);
        let (mut en, mut zh) = (Vec::new(), String::new());
        for _ in 0..count {
            en.push(self.of(&EN));
            zh.push_str(self.of(&ZH).0);
        }
        let en = en.join(" ");
        match self.below(6) {
            _ if count == 0 => String::new(),
            0 => format!(r#"{{"en":"{en}"}}"#),
            1 => format!(r#"{{"zh":"{zh}"}}"#),
            _ => format!(r#"{{"en":"{en}","zh":"{zh}"}}"#),
        }
    }

    /// A field, if there is anything in it.
    fn field(&mut self, out: &mut String, name: &str, most: usize) {
        let text = self.text(most);
        if !text.is_empty() {
            write!(out, r#","{name}":{text}"#).expect("text grows");
        }
    }

    fn name(&mut self) -> String {
        let text = self.text(4);
        if text.is_empty() {
            r#"{"en":"silk","zh":"丝绸"}"#.to_owned()
        } else {
            text
        }
    }

    /// The items, and their ids.
    fn items(&mut self, count: usize) -> (String, Vec<String>) {
        let (mut out, mut ids) = (String::new(), Vec::new());
        for at in 0..count {
            let kind = self.of(&["goal", "task", "task"]);
            let name = self.name();
            let id = format!("{}{at}", if kind == "goal" { 'G' } else { 'T' });
            let comma = if at > 0 { "," } else { "" };
            write!(out, r#"{comma}{{"id":"{id}","kind":"{kind}","name":{name}"#)
                .expect("text grows");
            self.field(&mut out, "short", 2);
            self.field(&mut out, "category", 1);
            self.field(&mut out, "summary", 6);
            if self.below(3) == 0 {
                let (one, other) = (self.of(&EN), self.of(&ZH).0);
                write!(out, r#","aliases":["{one} {at}","{other}"]"#).expect("text grows");
            }
            if self.below(4) == 0 {
                let text = self.name();
                write!(
                    out,
                    r#","targets":[{{"by":"2025","text":{text},"sources":[]}}]"#
                )
                .expect("text grows");
            }
            out.push_str(r#","confidence":"low","sources":[]}"#);
            ids.push(id);
        }
        (out, ids)
    }

    /// A plan of a few nodes.
    fn plan(&mut self) -> Vec<u8> {
        let count = 1 + self.below(40);
        let (items, ids) = self.items(count);
        let (mut bodies, mut rows) = (String::new(), String::new());
        for at in 0..4 {
            let head = self.of(&["Ministry of ", "National ", ""]);
            let (word, (zh, _)) = (self.of(&EN), self.of(&ZH));
            let comma = if at > 0 { "," } else { "" };
            write!(bodies, r#"{comma}{{"id":"b{at}","abbr":"B{at}X","name":{{"en":"{head}{word}","zh":"{zh}部"}},"confidence":"low","sources":[]}}"#)
                .expect("text grows");
        }
        for at in 0..self.below(20) {
            let (item, body) = (&ids[self.below(count)], self.below(4));
            let role = self.of(&["lead", "support"]);
            let basis = self.of(&["plan", "mandate"]);
            let comma = if at > 0 { "," } else { "" };
            write!(rows, r#"{comma}{{"item":"{item}","body":"b{body}","role":"{role}","basis":"{basis}","confidence":"low","sources":[]}}"#)
                .expect("text grows");
        }
        format!(
            r#"{{"format":1,"plan":{{"id":"MADE","name":{{"en":"Made plan"}},"issuer":"b0","dated":"2020","period":{{"from":2021,"to":2025}},"compiled":"2021","summary":{{"en":"data"}},"follows":[],"confidence":"low","sources":[]}},
            "kinds":[{{"id":"goal","prefix":"G","name":{{"en":"Goal"}},"plural":{{"en":"Goals"}},"primary":false}},{{"id":"task","prefix":"T","name":{{"en":"Task"}},"plural":{{"en":"Tasks"}},"primary":true}}],
            "items":[{items}],"bodies":[{bodies}],"documents":[],"responsibilities":[{rows}]}}"#
        )
        .into_bytes()
    }

    /// A word as somebody may type it: whole, begun, with a letter missing or two turned round.
    fn typed(&mut self, word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = self.below(letters.len());
        match self.below(7) {
            0 => letters.truncate(at + 1),
            1 if letters.len() > 1 => drop(letters.remove(at)),
            2 if at > 0 => letters.swap(at - 1, at),
            3 => letters.retain(|letter| !"aeiou".contains(*letter)),
            4 => letters.insert(at, 'e'),
            _ => {}
        }
        letters.into_iter().collect()
    }

    fn word(&mut self) -> String {
        match self.below(9) {
            0 => self.of(&REST).to_owned(),
            1 => {
                let pinyin = self.of(&ZH).1;
                self.typed(pinyin)
            }
            // First letters of pinyin and of words; characters that lie apart.
            2 => {
                let (one, other) = (self.of(&ZH).1, self.of(&ZH).1);
                format!("{}{}", &one[..=self.below(2)], &other[..1])
            }
            3 => (0..3)
                .map(|_| self.of(&EN).chars().next().unwrap_or('d'))
                .collect(),
            4 => {
                let (one, other) = (self.of(&ZH).0, self.of(&ZH).0);
                format!("{}{}", one.chars().next().unwrap_or('数'), other)
            }
            5 => {
                let word = self.of(&ZH).0;
                self.typed(word)
            }
            _ => {
                let word = self.of(&EN);
                self.typed(word)
            }
        }
    }

    fn query(&mut self) -> String {
        let count = 1 + self.below(3);
        let words: Vec<String> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }
}

fn chance() -> impl Strategy<Value = Chance> {
    prop::collection::vec(any::<u32>(), 400..800).prop_map(|numbers| Chance(numbers, 0))
}

fn loaded(bytes: &[u8]) -> (Plan, Index) {
    let input = Input {
        name: "made.json",
        bytes,
    };
    let plan = load(input, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]));
    let index = Index::build(&plan);
    (plan, index)
}

/// Always the same cases, so that what they meet can be counted on.
fn always(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(config.rng_algorithm);
    TestRunner::new_with_rng(config, rng)
}

#[test]
fn chance_meets_every_tier_and_both_ways_agree() {
    let met = std::cell::RefCell::new(BTreeSet::new());
    let outcome = always(120).run(&chance(), |mut chance| {
        let (plan, index) = loaded(&chance.plan());
        for _ in 0..12 {
            let input = chance.query();
            let query = Query::parse(&input);
            let found = index.search(&plan, &query);
            prop_assert_eq!(&found, &index.search_plainly(&plan, &query), "{}", input);
            met.borrow_mut()
                .extend(found.hits.iter().map(|hit| hit.tier));
        }
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
    assert_eq!(met.into_inner().into_iter().collect::<Vec<_>>(), Tier::ALL);
}

/// A plan of two segments, and what is asked of it: every tier, one word and several, filters, what
/// more nodes hold than are put in order, what none holds.
static LARGE: LazyLock<(Arc<Plan>, Index)> = LazyLock::new(|| {
    let (plan, index) = loaded(&made::plan(9_000, 3));
    (plan.into(), index)
});

const ASKED: [&str; 16] = [
    "P12",
    "tax services",
    "d",
    "village development",
    "railway",
    "xczx",
    "数字",
    "税务服务局",
    "dtc",
    "vlg",
    "satelite",
    "qqzzj",
    "kind:project village",
    "lead:b3",
    "!village data",
    "who leads rural",
];

#[test]
fn neither_threads_nor_earlier_questions_matter() {
    let (plan, index) = &*LARGE;
    let plainly: Vec<Found> = ASKED
        .iter()
        .map(|asked| index.search_plainly(plan, &Query::parse(asked)))
        .collect();
    assert!(plainly.iter().filter(|found| found.total > 0).count() > ASKED.len() / 2);
    for threads in [1, 3] {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.expect("threads can be had");
        // Forwards and backwards: what was asked before is another question each time.
        let there = ASKED.iter().zip(&plainly);
        for (asked, plain) in there.clone().chain(there.rev()) {
            let found = pool.install(|| index.search(plan, &Query::parse(asked)));
            assert_eq!(&found, plain, "{asked} on {threads} threads");
        }
        // The index itself is the same, however many build it.
        let built = pool.install(|| Index::build(plan));
        for (asked, plain) in ASKED.iter().zip(&plainly) {
            let found = built.search(plan, &Query::parse(asked));
            assert_eq!(&found, plain, "{asked}, built on {threads} threads");
        }
    }
}

/// Every query goes on from what the ones before it have found out, as it does for whoever types.
#[test]
fn typing_finds_what_asking_at_once_finds() {
    let typed = [
        "village",
        "villages care",
        "illage",
        "the road",
        "railwya",
        "数字乡村",
        "shuzixiang",
        "standardisation",
        "qqz",
        "d'road",
    ];
    let (plan, asked) = (&LARGE.0, Index::build(&LARGE.0));
    for word in typed {
        let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).collect();
        let there = ends.iter().copied().chain([word.len()]);
        for end in there.chain(ends.iter().rev().copied()) {
            let query = Query::parse(&word[..end]);
            assert_eq!(
                asked.search(plan, &query),
                LARGE.1.search_plainly(plan, &query),
                "{}",
                &word[..end]
            );
        }
    }
}

#[test]
fn what_is_indexed_so_far_is_searched_and_in_the_end_all() {
    let (plan, whole) = &*LARGE;
    let mut growth = Growth::new(plan, 1);
    let (mut parts, mut size) = (0, 0);
    while let Some(index) = growth.grow(&|_| ControlFlow::Continue(())) {
        assert!(index.size() > size);
        (parts, size) = (parts + 1, index.size());
        for typed in [
            "village",
            "data",
            "数字",
            "shuzi",
            "railwya",
            "kind:task",
            "lead:b1",
        ] {
            let query = Query::parse(typed);
            let found = index.search(plan, &query);
            assert_eq!(found, index.search_plainly(plan, &query), "{typed}");
            let far = found.hits.iter().map(|hit| plan.place(hit.node)).max();
            assert!(far.is_none_or(|place| place < size), "{typed}");
            if index.is_whole() {
                assert_eq!(found, whole.search(plan, &query), "{typed}");
            } else {
                assert!(found.notes.is_empty(), "{typed}: {:?}", found.notes);
            }
        }
    }
    assert!(parts > 1);
    assert_eq!(size, plan.size());
    let mut cancelled = Growth::new(plan, 1);
    assert!(cancelled.grow(&|_| ControlFlow::Break(())).is_none());
}
