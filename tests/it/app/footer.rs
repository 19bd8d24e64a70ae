//! What the foot of the screen says: the few keys that matter now, and never one that does nothing.
//! Whoever reads it can always get help and get out.

use crate::ui::Ui;
use plan::app::{Context, Effect, Keymap, Options, Preset};
use plan::i18n::keys::keys;
use plan::model::Lang;

/// Keys that lead to every context.
const PLACES: &[(&str, Context)] = &[
    ("", Context::Empty),
    ("<esc>", Context::List),
    ("5g<enter>", Context::Detail),
    ("<esc><space>m", Context::Matrix),
    ("<esc><space>m<space>n", Context::Filter),
    ("5g", Context::Prompt),
    ("<space>", Context::Commands),
    ("<esc>?", Context::Menu),
    ("<esc><space>/", Context::GoTo),
];

fn footer(ui: &Ui) -> String {
    ui.frame().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn the_way_out_and_the_help_are_on_every_screen() {
    for (width, height) in [(24, 6), (24, 8), (40, 12), (60, 20), (80, 24), (120, 40)] {
        for lang in [Lang::En, Lang::Zh] {
            for (keys, context) in PLACES {
                let ui = Ui::in_lang(width, height, lang).press(keys);
                assert_eq!(ui.app.context(), *context);
                let said = footer(&ui);
                let wanted: &[&str] = match context {
                    Context::Prompt | Context::Filter => &["F1 ", "Esc "],
                    Context::Empty | Context::List | Context::Matrix => &["? ", "Space "],
                    Context::Detail => &["? ", "Esc "],
                    Context::Menu | Context::GoTo | Context::Commands => &["Enter ", "Esc "],
                };
                for key in wanted {
                    let there = said.contains(&format!(" {key}"));
                    assert!(
                        there,
                        "{key} at {width}x{height} {lang:?} {context:?}: {said}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_wide_screen_says_more() {
    for (keys, context) in &PLACES[..3] {
        let said = |width| {
            footer(&Ui::new(width, 40).press(keys))
                .matches("  ")
                .count()
        };
        assert!(said(120) > said(80), "{context:?}");
        assert!(said(80) > said(40), "{context:?}");
    }
}

#[test]
fn the_matrix_says_how_to_change_its_kind_from_the_first_moment() {
    let ui = Ui::new(80, 24).press("<esc><space>m");
    assert!(footer(&ui).contains("Tab kind"), "{}", footer(&ui));
    let ui = Ui::new(80, 24).press("<esc>?");
    assert!(!footer(&ui).contains("Tab"), "{}", footer(&ui));
}

/// How to follow what a page names is said where there is little room, too.
#[test]
fn a_small_page_says_how_to_follow_a_link() {
    for (lang, link) in [(Lang::En, "→ link"), (Lang::Zh, "→ 链接")] {
        let foot = footer(&Ui::in_lang(40, 12, lang).press("p1<enter>"));
        assert!(foot.contains(link), "{foot}");
    }
}

/// On a page that was reached over another one, how to go back is said where there is little room, too.
#[test]
fn a_small_page_behind_another_says_how_to_go_back() {
    for (lang, back) in [(Lang::En, "Backspace back"), (Lang::Zh, "Backspace 返回")] {
        let foot = footer(&Ui::in_lang(40, 12, lang).press("p1<enter><right><enter>"));
        assert!(foot.contains(back), "{foot}");
    }
}

/// Ctrl-c empties a query first, and says so.
#[test]
fn the_key_that_ends_says_when_it_only_clears() {
    for (lang, clear, quit) in [
        (Lang::En, "Ctrl-c clear", "Ctrl-c quit"),
        (Lang::Zh, "Ctrl-c 清空", "Ctrl-c 退出"),
    ] {
        let ui = Ui::in_lang(120, 40, lang).press("moe<tab>");
        assert!(footer(&ui).contains(clear), "{}", footer(&ui));
        let ui = ui.press("<ctrl-c>");
        assert!(footer(&ui).contains(quit), "{}", footer(&ui));
    }
}

/// A key that would do nothing is not worth the room.
#[test]
fn what_does_nothing_is_not_named() {
    let wide = |queries: &[&str]| {
        let queries = queries.iter().map(|&query| query.to_owned()).collect();
        let options = Options {
            queries,
            ..Options::default()
        };
        Ui::with(200, 40, options)
    };
    assert!(!footer(&wide(&[])).contains("Ctrl-r"));
    assert!(footer(&wide(&["5g"])).contains("Ctrl-r"));
    let ui = wide(&[]).press("<tab*2>");
    assert_eq!(ui.app.context(), Context::Detail);
    assert!(!footer(&ui).contains("Backspace"), "{}", footer(&ui));
    assert!(footer(&wide(&[]).press("5g<enter>")).contains("Backspace back"));
}

/// Words that name a key name the one that is in force.
#[test]
fn own_keys_are_the_ones_that_are_named() {
    let own = [
        ("bookmark", "space B"),
        ("bookmarks", "ctrl-o"),
        ("help", "f9"),
        ("leave", "f10"),
        ("down", "f7"),
        ("basis", "space E"),
    ];
    let own: Vec<_> = own
        .iter()
        .map(|(name, key)| ((*name).to_owned(), vec![(*key).to_owned()]))
        .collect();
    for lang in [Lang::En, Lang::Zh] {
        let start = |first_start| {
            let options = Options {
                lang,
                first_start,
                keymap: Keymap::new(Preset::Typing, &own).expect("no conflict"),
                ..Options::default()
            };
            Ui::with(80, 24, options)
        };
        let hint = start(true).frame();
        let hint: Vec<&str> = hint.lines().skip(20).collect();
        let hint = hint.join("\n");
        assert!(hint.contains("F9") && hint.contains("F7"), "{hint}");
        assert!(!hint.contains("? ") && !hint.contains('↓'), "{hint}");
        assert!(footer(&start(false)).contains(" F7 "), "{hint}");
        let ui = start(false).press("<tab><space>B");
        let said = ui.frame();
        assert!(said.contains("Ctrl-o"), "{said}");
        let ui = start(false).press("zzzzqq");
        let said = ui.frame();
        assert!(said.contains("F10") && !said.contains("Esc"), "{said}");
        let ui = start(false).press("<tab><ctrl-o>");
        let said = ui.frame();
        assert!(said.contains("Space B "), "{said}");
        let ui = start(false).press("<tab><down*2><space>E<space>E");
        let said = ui.frame();
        let hidden = ["hidden by the filter (key", "按筛选条件隐藏（按 Space E"];
        assert!(hidden.iter().any(|words| said.contains(words)), "{said}");
    }
}

/// The way of somebody who sees the program for the first time: every key that is needed stands on
/// the screen before it is pressed.
#[test]
fn a_newcomer_is_shown_every_key_that_is_needed() {
    for (lang, question, words) in [
        (
            Lang::En,
            "who leads digital villages",
            [
                "Type to search",
                "Enter open",
                "Space menu",
                "y copy",
                "Space menu",
                "q quit",
            ],
        ),
        (
            Lang::Zh,
            "谁负责数字乡村",
            [
                "直接输入即可查询",
                "Enter 打开",
                "Space 命令",
                "y 复制",
                "Space 命令",
                "q 退出",
            ],
        ),
    ] {
        for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 40)] {
            let options = Options {
                lang,
                first_start: true,
                ..Options::default()
            };
            let mut ui = Ui::with(width, height, options);
            for (word, keys) in words
                .iter()
                .zip([question, "<enter>", "<space>", "y", "<space>", "q"])
            {
                let frame = ui.frame();
                assert!(frame.contains(word), "no {word:?} in\n{frame}");
                ui = ui.press(keys);
            }
            let [.., Effect::Copy(citation), Effect::Quit] = &ui.effects[..] else {
                panic!("{:?}", ui.effects)
            };
            let lead = ["CAC", "中央网信办"];
            assert!(
                lead.iter().any(|name| citation.contains(name)),
                "{citation}"
            );
        }
    }
}

/// Chinese words are Chinese: no English is left in what keys and hints say.
#[test]
fn keys_are_explained_in_chinese() {
    let chinese = |said: &str| {
        let said = ["English", "Markdown"]
            .iter()
            .fold(said.to_owned(), |said, word| said.replace(word, ""));
        !said.contains(|c: char| c.is_ascii_alphabetic())
    };
    for line in Keymap::default().lines() {
        let said = line.said(Lang::Zh);
        assert!(chinese(said) && chinese(&line.places(Lang::Zh)), "{said}");
    }
    for context in Context::ALL {
        for (_, _, word, _) in Keymap::default().hints(context) {
            let said = word(keys(Lang::Zh));
            assert!(chinese(said), "{said}");
        }
    }
}
