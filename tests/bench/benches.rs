//! How long the parts take: `cargo bench`. The shipped plan and made-up ones of 10,000, 100,000 and
//! 1,000,000 items; the largest needs about 2 GB. For others: `PLAN_BENCH_ITEMS=10000 cargo bench`.

mod flawed;
mod made;
mod scene;

use std::fmt;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use plan::search::Index;
use scene::{Items, QUERIES, Scene, TYPED, read};

fn main() {
    divan::main();
}

/// The sizes that are measured.
fn sizes() -> Vec<Items> {
    let asked = std::env::var("PLAN_BENCH_ITEMS");
    let asked = asked
        .as_deref()
        .unwrap_or("10000,100000,1000000")
        .split(',');
    let size = |word: &str| Items(word.trim().parse().expect("PLAN_BENCH_ITEMS holds numbers"));
    std::iter::once(Items::SHIPPED)
        .chain(asked.map(size))
        .collect()
}

#[divan::bench(args = sizes(), sample_size = 1, max_time = 2)]
fn loading(bencher: Bencher, size: Items) {
    let scene = Scene::of(size);
    bencher
        .counter(BytesCount::of_slice(&scene.bytes))
        .bench(|| read(black_box(&scene.bytes)));
}

#[divan::bench(args = sizes(), sample_size = 1, max_time = 2)]
fn indexing(bencher: Bencher, size: Items) {
    let scene = Scene::of(size);
    bencher.bench(|| Index::build(black_box(&scene.plan)));
}

/// A query to a plan.
#[derive(Clone, Copy)]
struct Question {
    name: &'static str,
    query: &'static str,
    size: Items,
}

impl fmt::Display for Question {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {}", self.name, self.size)
    }
}

fn questions() -> Vec<Question> {
    let each = QUERIES.iter().flat_map(|&(name, query)| {
        let of = move |size| Question { name, query, size };
        sizes().into_iter().map(of)
    });
    each.collect()
}

#[divan::bench(args = questions(), max_time = 1)]
fn searching(bencher: Bencher, question: Question) {
    let scene = Scene::of(question.size);
    // What is collected once, by the first query that needs it, is not the matter here.
    scene.search(question.query);
    bencher.bench(|| scene.search(black_box(question.query)));
}

#[divan::bench(args = sizes(), max_time = 1)]
fn typing_key_by_key(bencher: Bencher, size: Items) {
    let scene = Scene::of(size);
    bencher.bench(|| scene.type_in(black_box(TYPED)));
}

/// Frames: laid out, compared and written.
mod drawing {
    use super::{Bencher, Items, Scene, sizes};

    #[divan::bench(args = sizes(), max_time = 1)]
    fn whole_80x24(bencher: Bencher, size: Items) {
        let mut explorer = Scene::of(size).explorer(80, 24);
        bencher.bench_local(|| explorer.whole_frame());
    }

    #[divan::bench(args = sizes(), max_time = 1)]
    fn whole_200x60(bencher: Bencher, size: Items) {
        let mut explorer = Scene::of(size).explorer(200, 60);
        bencher.bench_local(|| explorer.whole_frame());
    }

    #[divan::bench(args = sizes(), sample_size = 1, max_time = 1)]
    fn key_to_frame_80x24(bencher: Bencher, size: Items) {
        let scene = Scene::of(size);
        let drawn = || {
            let mut explorer = scene.explorer(80, 24);
            explorer.frame();
            explorer
        };
        bencher
            .with_inputs(drawn)
            .bench_local_values(|mut explorer| explorer.type_char('d'));
    }
}
