//! How long the parts take: `cargo bench`. The shipped plan and 10,000 items by default; other
//! sizes where they are asked for: `PLAN_BENCH_ITEMS=10000,100000,1000000 cargo bench`.
//!
//! `--count NAME TIMES` does one thing so many times and nothing else: `instructions.py` counts its
//! instructions.

mod made;
mod scene;

use divan::{Bencher, black_box};
use plan::search::Index;
use scene::{SHIPPED_SIZE, Scene, read};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--count", name, times, ..] => count(name, times.parse().expect("a number of times")),
        _ => divan::main(),
    }
}

/// The sizes that are measured.
fn sizes() -> Vec<u64> {
    let asked = std::env::var("PLAN_BENCH_ITEMS");
    let asked = asked.as_deref().unwrap_or("10000").split(',');
    let sizes = asked.map(|size| size.trim().parse().expect("PLAN_BENCH_ITEMS holds numbers"));
    std::iter::once(SHIPPED_SIZE).chain(sizes).collect()
}

#[divan::bench(args = sizes(), sample_size = 1)]
fn loading(bencher: Bencher, size: u64) {
    let scene = Scene::of(size);
    bencher.bench(|| read(black_box(&scene.bytes)));
}

#[divan::bench(args = sizes(), sample_size = 1)]
fn indexing(bencher: Bencher, size: u64) {
    let scene = Scene::of(size);
    bencher.bench(|| Index::build(black_box(&scene.plan)));
}

/// Queries, by what they are to find out.
mod searching {
    use super::{Bencher, Scene, black_box, sizes};

    macro_rules! queries {
        ($($name:ident: $query:literal),* $(,)?) => {$(
            #[divan::bench(args = sizes())]
            fn $name(bencher: Bencher, size: u64) {
                let scene = Scene::of(size);
                bencher.bench(|| scene.search(black_box($query)));
            }
        )*};
    }

    queries! {
        first_key: "d",
        a_word: "village",
        several_words: "digital village",
        no_match: "qqzzj",
        chinese: "数字",
        pinyin: "shuzixiangcun",
        initials: "szxc",
        misspelt: "satelite",
        filter: "kind:project village",
    }

    #[divan::bench(args = sizes())]
    fn key_by_key(bencher: Bencher, size: u64) {
        let scene = Scene::of(size);
        bencher.bench(|| scene.type_in(black_box("digital village")));
    }
}

/// Frames: laid out, compared and written.
mod drawing {
    use super::{Bencher, Scene, sizes};

    #[divan::bench(args = sizes())]
    fn whole_80x24(bencher: Bencher, size: u64) {
        let mut explorer = Scene::of(size).explorer(80, 24);
        bencher.bench_local(|| explorer.whole_frame());
    }

    #[divan::bench(args = sizes())]
    fn whole_200x60(bencher: Bencher, size: u64) {
        let mut explorer = Scene::of(size).explorer(200, 60);
        bencher.bench_local(|| explorer.whole_frame());
    }

    #[divan::bench(args = sizes())]
    fn key_to_frame_80x24(bencher: Bencher, size: u64) {
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

/// Does one thing so many times.
fn count(name: &str, times: usize) {
    let (size, what) = match name.split_once('/') {
        Some((size, what)) => (size.parse().expect("a size"), what),
        None => (SHIPPED_SIZE, name),
    };
    let scene = Scene::of(size);
    let mut explorer = scene.explorer(80, 24);
    explorer.frame();
    for _ in 0..times {
        match what {
            "load" => drop(black_box(read(&scene.bytes))),
            "index" => drop(black_box(Index::build(&scene.plan))),
            "frame" => drop(black_box(explorer.whole_frame())),
            "start" => drop(black_box(scene.explorer(80, 24).frame())),
            "key" => {
                let mut explorer = scene.explorer(80, 24);
                black_box(explorer.type_char('d'));
            }
            query => drop(black_box(scene.search(query))),
        }
    }
}
