//! Whole frames of every screen, in both languages, on four sizes of screen. A file a screen:
//! `INSTA_UPDATE=always cargo test --test it frames` writes them anew, and the difference is reviewed.

use std::fmt::Write as _;

use crate::ui::Ui;
use plan::app::{Keymap, Msg, Options, Preset, Progress};
use plan::model::{Input, Lang};
use plan::page::Charset;

/// A screen, and the keys that lead to it from the start.
const SCREENS: &[(&str, &str)] = &[
    ("start", ""),
    ("search", "digital villages"),
    ("search_filter", "lead:miit kind:project"),
    ("search_question", "who is responsible for 5g"),
    ("search_spelling", "digitel vilages"),
    ("nothing_found", "zzzzqq"),
    ("nearest", "rural broadband debris"),
    ("nearest_chinese", "农村宽带谁管"),
    ("nothing_near", "football league"),
    ("question_filter", "which targets were missed"),
    ("question_lead", "工信部牵头哪些工程"),
    ("list", "<esc><down*3>"),
    (
        "list_folded",
        "<esc><down><left><down><left><down><left><down>",
    ),
    ("list_bodies", "<esc><ctrl-right*4><down*2>"),
    ("item", "p1<enter>"),
    ("item_many_leads", "t6<enter>"),
    ("item_unconfirmed", "i14<enter>"),
    ("item_inherited", "<esc><space>/f5<enter>"),
    ("item_scrolled", "t6<enter><ctrl-d*2><right>"),
    ("item_wide", "t6<enter><space>f"),
    ("body", "<esc><space>/miit<enter>"),
    ("body_gone", "<esc><space>/cbirc<enter>"),
    ("document", "<esc><space>/d7<enter>"),
    ("plan", "<esc><space>/plan<enter>"),
    ("who", "t6<enter><space>w"),
    ("matrix", "<esc><space>m"),
    (
        "matrix_moved",
        "<esc><space>m<tab><end><pagedown><right*16>",
    ),
    ("matrix_filtered", "<esc><space>m<space>nmiit"),
    ("charts", "<esc><space>i"),
    ("years", "<esc><space>d"),
    ("gaps", "<esc><space>g"),
    (
        "compare",
        "<esc><space>/p1<enter><space>c<space>/p3<enter><space>c",
    ),
    (
        "compare_bodies",
        "<esc><space>/miit<enter><space>c<space>/ndrc<enter><space>c",
    ),
    ("menu", "t6<enter><space>"),
    ("menu_matrix", "<space>m<space><down*3>"),
    ("trail", "5g<enter><right*2><enter>"),
    ("help", "<esc>?"),
    ("help_filtered", "<esc>?back"),
    (
        "bookmarks",
        "<esc><space>/t6<enter><space>b<space>/p1<enter><space>b<space>'",
    ),
    ("goto", "<esc><space>/nosuch<enter>"),
    ("copied", "t6<enter><space>y"),
    ("basis", "<esc><space>/t3<enter><space>e"),
];

/// The same with the example overlay laid over the plan.
const OURS: &[(&str, &str)] = &[
    ("ours_item", "<esc><space>/p3<enter>"),
    ("ours_list", "<esc><ctrl-right*2><down*2>"),
    ("ours_body", "<esc><space>/exo<enter>"),
    ("ours_matrix", "<esc><space>e<space>e<space>m<tab>"),
];

const SIZES: &[(u16, u16)] = &[(24, 6), (40, 12), (60, 20), (80, 24), (120, 40)];

#[test]
fn every_screen_looks_as_it_did() {
    let ours = [Input {
        name: "example-overlay.json",
        bytes: include_bytes!("../../../data/example-overlay.json"),
    }];
    let plain = SCREENS
        .iter()
        .map(|(name, keys)| (*name, everywhere(keys, &[], Keymap::default)));
    let overlaid = OURS
        .iter()
        .map(|(name, keys)| (*name, everywhere(keys, &ours, Keymap::default)));
    assert_all(plain.chain(overlaid), "frames");
}

/// The same of the other preset, where keys are told.
#[test]
fn the_vim_preset_looks_as_it_did() {
    let screens = [
        ("vim_list", "<esc>"),
        ("vim_menu", "t6<enter><space>"),
        ("vim_help", "<esc>?"),
    ];
    let vim = || Keymap::preset(Preset::Vim);
    let told = screens.map(|(name, keys)| (name, everywhere(keys, &[], vim)));
    assert_all(told.into_iter(), "frames");
}

/// A third pane stands beside the text.
#[test]
fn wide_screens_look_as_they_did() {
    let names = ["start", "item", "item_many_leads", "body", "document"];
    let screens = names.iter().map(|name| {
        let (_, keys) = SCREENS
            .iter()
            .find(|(screen, _)| screen == name)
            .expect("a screen");
        let mut text = String::new();
        for lang in [Lang::En, Lang::Zh] {
            let options = Options {
                lang,
                ..Options::default()
            };
            let frame = start((160, 45), &[], options).press(keys).frame();
            writeln!(text, "=== 160x45 {lang:?} {keys}\n{frame}").expect("text grows");
        }
        (*name, text)
    });
    assert_all(screens, "wide");
}

/// A large file is being read; something was typed already.
#[test]
fn reading_shows_how_far_it_is() {
    let mut text = String::new();
    for &(width, height) in SIZES {
        for lang in [Lang::En, Lang::Zh] {
            let options = Options {
                lang,
                ..Options::default()
            };
            let mut ui = Ui::unread("", width, height, options).press("digital");
            ui.send(Msg::Progress(Progress {
                done: 226_400_000,
                all: 524_887_352,
                millis: 1_730,
            }));
            writeln!(text, "=== {width}x{height} {lang:?}\n{}", ui.frame()).expect("text grows");
        }
    }
    assert_all(std::iter::once(("reading", text)), "frames");
}

/// Where what is read is told by style alone, the style is held too: a letter for each cell.
#[test]
fn styles_are_as_they_were() {
    let screens = [
        "search",
        "item",
        "item_scrolled",
        "body",
        "matrix_moved",
        "help",
        "copied",
    ];
    let styled = screens.iter().map(|name| {
        let (_, keys) = SCREENS
            .iter()
            .find(|(screen, _)| screen == name)
            .expect("a screen");
        let ui = start((80, 24), &[], Options::default()).press(keys);
        (
            *name,
            format!("{}\n{}", ui.frame(), crate::ui::styles(&ui.buffer())),
        )
    });
    assert_all(styled, "styles");
}

/// A screen that can draw ASCII alone.
#[test]
fn ascii_is_ascii() {
    let screens = SCREENS.iter().map(|(name, keys)| {
        let options = Options {
            charset: Charset::Ascii,
            lang: Lang::Zh,
            ..Options::default()
        };
        let frame = start((80, 24), &[], options).press(keys).frame();
        assert!(frame.is_ascii(), "{name}:\n{frame}");
        (*name, frame)
    });
    // The key of the other language says why there is none.
    let options = Options {
        charset: Charset::Ascii,
        ..Options::default()
    };
    let ui = start((80, 24), &[], options).press("<f2>");
    assert!(ui.frame().contains("This terminal shows ASCII only"));
    assert_eq!(ui.app.chosen_lang(), Lang::En);
    let shown = ["start", "item_many_leads", "matrix", "charts"];
    let kept: Vec<_> = screens.filter(|(name, _)| shown.contains(name)).collect();
    assert_all(kept.into_iter(), "ascii");
}

/// The frames of a screen, one below the other.
fn everywhere(keys: &str, overlays: &[Input], keymap: fn() -> Keymap) -> String {
    let mut text = String::new();
    for &size in SIZES {
        for lang in [Lang::En, Lang::Zh] {
            let options = Options {
                lang,
                keymap: keymap(),
                ..Options::default()
            };
            let frame = start(size, overlays, options).press(keys).frame();
            let (width, height) = size;
            writeln!(text, "=== {width}x{height} {lang:?} {keys}\n{frame}").expect("text grows");
        }
    }
    text
}

fn start((width, height): (u16, u16), overlays: &[Input], options: Options) -> Ui {
    let options = Options {
        today: crate::ui::today(),
        ..options
    };
    if overlays.is_empty() {
        return Ui::with(width, height, options);
    }
    Ui::on(crate::ui::with_overlays(overlays), width, height, options)
}

/// Compares all, so that one difference does not hide another.
#[track_caller]
fn assert_all(screens: impl Iterator<Item = (&'static str, String)>, set: &str) {
    let mut different = Vec::new();
    for (name, text) in screens {
        let name = format!("{set}__{name}");
        let same = std::panic::catch_unwind(|| {
            crate::snapshot(&name, &text);
        });
        if same.is_err() {
            different.push(name);
        }
    }
    assert!(different.is_empty(), "other than before: {different:?}");
}
