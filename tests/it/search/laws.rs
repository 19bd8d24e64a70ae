//! Laws of the lookup: any input is a query; case, width, blanks and order do not matter; the number of
//! threads does not matter; a cancelled search gives nothing; highlights lie on what matches.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use plan::model::{Input, Plan, SHIPPED, load};
use plan::query::Query;
use plan::search::{Found, Index, Tier, highlights};
use proptest::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

static SHIPPED_PLAN: LazyLock<(Plan, Index)> = LazyLock::new(|| {
    let input = Input {
        name: "data/plan.json",
        bytes: SHIPPED,
    };
    let plan = load(input, &[]).expect("the shipped plan loads");
    let index = Index::build(&plan);
    (plan, index)
});

/// A plan that is searched in several chunks.
static LARGE_PLAN: LazyLock<(Plan, Index)> = LazyLock::new(|| {
    let input = Input {
        name: "made.json",
        bytes: &crate::made::plan(9_000, 3),
    };
    let plan = load(input, &[]).expect("it is made well");
    let index = Index::build(&plan);
    (plan, index)
});

/// One thread, and several.
static POOLS: LazyLock<[ThreadPool; 2]> = LazyLock::new(|| {
    [1, 3].map(|threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build();
        pool.expect("threads can be had")
    })
});

fn search(query: &str) -> Found {
    let (plan, index) = &*SHIPPED_PLAN;
    index.search(plan, &Query::parse(query))
}

/// Pieces of which queries are made: words of the plan in both languages, beginnings, pinyin,
/// mistakes, filters, nonsense.
const PIECES: &[&str] = &[
    "digital",
    "villages",
    "5g",
    "the",
    "of",
    "ministry",
    "educat",
    "data",
    "center",
    "centre",
    "d",
    "di",
    "smart",
    "elderly",
    "miit",
    "silk",
    "road",
    "slik",
    "manufacturng",
    "dsr",
    "szxc",
    "gxb",
    "shuzixiangcun",
    "数字",
    "乡村",
    "養老",
    "数",
    "工信部",
    "养老智慧",
    "qqqq",
    "p1",
    "T",
    "5",
    "17",
    "kind:project",
    "#task",
    "@miit",
    "lead:ndrc",
    "by:2025",
    "basis:companion",
    "!data",
    "'road",
    "not:数字",
    "exact:5g",
    "who",
    "leads",
    "谁负责",
    "foo:bar",
    "kind:",
    "health",
    "emergencies",
];

fn queries() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..4).prop_map(|words| words.join(" "))
}

/// The character in full width.
fn wide(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        ' ' => '\u{3000}',
        _ => c,
    }
}

fn first(found: &Found) -> Option<plan::model::Node> {
    found.hits.first().map(|hit| hit.node)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn any_input_is_a_query(input in any::<String>()) {
        let query = Query::parse(&input);
        prop_assert_eq!(query.input(), input.as_str());
        let found = search(&input);
        prop_assert!(found.weak <= found.hits.len() && found.hits.len() <= found.total);
    }

    #[test]
    fn case_width_and_blanks_do_not_matter(words in prop::collection::vec(prop::sample::select(PIECES), 1..4)) {
        let plain = search(&words.join(" "));
        let upper = words.join(" ").to_uppercase();
        prop_assert_eq!(first(&search(&upper)), first(&plain), "{}", upper);
        let wide: String = words.join(" ").chars().map(wide).collect();
        prop_assert_eq!(first(&search(&wide)), first(&plain), "{}", wide);
        let blanks = format!(" \t{}  ", words.join("   "));
        prop_assert_eq!(first(&search(&blanks)), first(&plain), "{}", blanks);
    }

    #[test]
    fn the_order_of_words_does_not_matter(
        words in Just(vec!["digital", "villages", "data", "center", "smart", "elderly", "数字", "养老", "public", "health"])
            .prop_shuffle()
            .prop_flat_map(|words| (1..4_usize).prop_map(move |count| words[..count].to_vec()))
    ) {
        let plain = search(&words.join(" "));
        let turned: Vec<&str> = words.iter().rev().copied().collect();
        // Without a node that has every word, `public health` is more than its words.
        prop_assume!(plain.hits.first().is_some_and(|hit| hit.tier < Tier::Nearest));
        prop_assert_eq!(first(&search(&turned.join(" "))), first(&plain), "{:?}", words);
    }

    #[test]
    fn highlights_are_whole_characters_in_order(text in any::<String>(), input in queries()) {
        let mut end = 0;
        for range in highlights(&text, &Query::parse(&input)) {
            prop_assert!(range.start >= end && range.start < range.end);
            prop_assert!(text.get(range.clone()).is_some(), "{:?} of {:?}", range, text);
            end = range.end;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn the_number_of_threads_does_not_matter(input in queries()) {
        let (plan, index) = &*LARGE_PLAN;
        let query = Query::parse(&input);
        let [one, several] = POOLS.each_ref().map(|pool| pool.install(|| index.search(plan, &query)));
        prop_assert_eq!(one, several, "{}", input);
    }

    #[test]
    fn a_search_is_whole_or_cancelled(input in queries(), asks in 0_usize..40) {
        let (plan, index) = &*LARGE_PLAN;
        let query = Query::parse(&input);
        let asked = AtomicUsize::new(0);
        let cancelled = || asked.fetch_add(1, Relaxed) >= asks;
        let found = index.search_until(plan, &query, &cancelled);
        let whole = asked.load(Relaxed) <= asks;
        prop_assert_eq!(found, whole.then(|| index.search(plan, &query)), "{}", input);
    }
}

#[test]
fn highlights_lie_on_what_matches() {
    for (text, query, wanted) in [
        ("Digital Village Development Action", "villages", "Village"),
        ("Smart Elderly Care", "eldrely", "Elderly"),
        ("数字乡村发展行动", "xiangcun", "乡村"),
        ("數字絲綢之路", "丝绸", "絲綢"),
        ("Data Center", "centre", "Center"),
    ] {
        let shown: Vec<&str> = highlights(text, &Query::parse(query))
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(shown, [wanted], "{query} in {text}");
    }
}

#[test]
fn a_search_leaves_no_trace() {
    let alone: Vec<Found> = PIECES.iter().map(|query| search(query)).collect();
    for (query, before) in PIECES.iter().zip(&alone).rev() {
        assert_eq!(search(query), *before, "{query}");
    }
}

#[test]
fn a_search_that_is_not_wanted_any_more_ends() {
    let (plan, index) = &*SHIPPED_PLAN;
    assert_eq!(
        index.search_until(plan, &Query::parse("digital"), &|| true),
        None
    );
}
