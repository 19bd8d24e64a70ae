//! Where things stand on the screen: names in columns, text no wider than the eye follows, the pane
//! beside it, what is folded away, the mark of the pane that has the keys.

use crate::ui::{Ui, options};
use plan::app::layout::PROSE;
use plan::app::{Focus, Motion, Msg, Options, Step};
use plan::describe::Goal;
use plan::model::Lang;
use plan::page::width;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

fn start(width: u16, height: u16) -> Ui {
    Ui::with(width, height, options(Lang::En))
}

/// Opens a node by its id.
#[track_caller]
fn go(mut ui: Ui, id: &str) -> Ui {
    ui.send(Msg::GoTo);
    ui.press(&format!("{id}<enter>")).on_node(id)
}

/// Chooses the link with a number, from the first that shows on.
#[track_caller]
fn choose(mut ui: Ui, link: usize) -> Ui {
    while ui.app.detail().link() != Some(link) {
        let before = ui.app.detail().link();
        ui.send(Msg::Link(Step::Next));
        assert_ne!(ui.app.detail().link(), before, "no link {link}");
    }
    ui
}

/// The column at which a text begins in the first line that has it.
#[track_caller]
fn column(text: &str, part: &str) -> usize {
    let line = text.lines().find(|line| line.contains(part));
    let line = line.unwrap_or_else(|| panic!("no {part:?} in\n{text}"));
    line.split(part).next().unwrap_or_default().width()
}

#[test]
fn names_stand_in_one_column_whatever_their_ids() {
    let frame = start(80, 40).frame();
    let nine = column(&frame, "IT industry ecosystem");
    assert_eq!(column(&frame, "Digital manufacturing"), nine, "{frame}");
    // Before the first of two digits shows, too.
    let short = start(80, 18).frame();
    assert!(!short.contains("P10"), "{short}");
    assert_eq!(column(&short, "5G applications"), nine, "{short}");
    for (wide, name) in [(80, "5G applications"), (120, "Digital manufacturing")] {
        let page = start(wide, 40).press("<esc>:miit<enter>").page().join("\n");
        let first = column(&page, "Digital infrastructure");
        assert_eq!(column(&page, name), first, "{page}");
    }
}

#[test]
fn the_list_of_an_ordinary_screen_cuts_a_name_for_its_lead_alone() {
    let frame = start(80, 100).frame();
    for name in [
        "PLAN Overview",
        "Consolidating infrastructure",
        "5G applications",
        "Intelligent connectivity MIIT",
        "Smart policing",
        "Data resources",
        "High-quality digital economy",
    ] {
        assert!(frame.contains(name), "{name} in\n{frame}");
    }
}

/// A word about a row gives way to its name.
#[test]
fn that_an_answer_matches_less_never_stands_over_its_name() {
    for query in ["digital villages", "elder", "rural broadband"] {
        let ui = start(80, 24).press(query);
        let list = ui.app.areas().list.expect("a list");
        let rows = crate::ui::dump_area(&ui.buffer(), list);
        for (row, (_, shown)) in rows.lines().zip(ui.app.list().visible()) {
            let name = ui.app.plan().label(shown.node, Lang::En);
            let cut = !row.contains(name);
            let alone = row.trim_end().ends_with('…');
            assert!(!cut || alone, "{query}: {name} in\n{rows}");
        }
    }
}

#[test]
fn running_text_is_no_wider_than_the_eye_follows() {
    for lang in [Lang::En, Lang::Zh] {
        for msg in [Msg::Open, Msg::Wide, Msg::Years] {
            let mut ui = Ui::with(240, 60, options(lang)).press("t6");
            ui.send(msg.clone());
            for line in ui.page() {
                assert!(width(&line) <= usize::from(PROSE), "{msg:?}: {line}");
            }
        }
    }
}

#[test]
fn from_160_columns_on_a_third_pane_has_what_belongs_to_a_node() {
    let narrow = start(159, 40).press("p1<enter>");
    assert!(narrow.app.page().aside.is_empty());
    let texts = |ui: &Ui| {
        let lines = ui.app.page().aside.iter();
        lines.map(plan::page::Line::text).collect::<Vec<String>>()
    };
    for (id, lang, words) in [
        ("P1", Lang::En, ["Digital infrastructure", "D88"]),
        ("miit", Lang::En, ["CAC 27", "D7"]),
        ("miit", Lang::Zh, ["中央网信办 27", "D7"]),
        ("D7", Lang::En, ["P1", "5G applications"]),
    ] {
        let ui = go(Ui::with(160, 40, options(lang)), id);
        let aside = texts(&ui).join("\n");
        for word in words {
            assert!(aside.contains(word), "{id}: {word} in\n{aside}");
            assert!(ui.frame().contains(word), "{}", ui.frame());
        }
    }
    // What has no room there stays in the text.
    let low = start(160, 16).press("p1<enter>");
    let all = [texts(&low), low.page()].concat().join("\n");
    for part in ["Digital infrastructure", "12 other names"] {
        assert!(all.contains(part), "{part} in\n{all}");
    }
}

#[test]
fn links_beside_the_text_come_after_its_own() {
    let mut ui = start(160, 40).press("p1<enter>");
    let links = &ui.app.page().links;
    let first = links.iter().position(|link| link.aside);
    let first = first.expect("a link beside the text");
    assert!(links.iter().skip(first).all(|link| link.aside));
    ui = choose(ui, first);
    assert_eq!(
        (ui.app.detail().link(), ui.app.detail().scroll()),
        (Some(first), 0)
    );
    ui.press("<enter>").on_node("T1");
    // So does a click.
    let mut ui = start(160, 40).press("p1<enter>");
    let area = ui.app.areas().aside.expect("a third pane");
    let line = ui.app.page().aside.first().expect("a line").text();
    let at = line.split("T1").next().unwrap_or_default().width();
    let x = area.x + 1 + u16::try_from(at).expect("a screen is narrow");
    ui.send(Msg::Click(Position::new(x, area.y)));
    ui.on_node("T1");
}

const FOLD: &str = "12 other names · 4 sources · 1 note · press wording";

fn fold_link(ui: &Ui) -> usize {
    let links = ui.app.page().links.iter();
    let mut folds = links
        .enumerate()
        .filter(|(_, link)| link.goal == Goal::Fold);
    folds.next().expect("a line for what is folded").0
}

#[test]
fn names_sources_and_notes_are_folded_to_a_line_that_opens() {
    let ui = start(80, 24).press("p1<enter>");
    let folded = ui.page();
    let text = folded.join(" ");
    assert!(text.contains("▸ 12 other names · 4 sources"), "{text}");
    assert!(!text.contains("D88"), "{text}");
    let link = fold_link(&ui);
    let mut ui = choose(ui, link);
    ui.send(Msg::Open);
    let ui = ui.on_node("P1");
    let open = ui.page().join(" ");
    for part in ["▾ 12 other names · 4 sources", "5G innovation", "D88"] {
        assert!(open.contains(part), "{part} in {open}");
    }
    // It shows, and the link stays the chosen one.
    assert!(ui.frame().contains("▾ 12 other names"), "{}", ui.frame());
    assert_eq!(ui.app.detail().link(), Some(link));
    // Other pages are open as well, until it is folded again.
    let ui = go(ui, "P2");
    assert!(ui.page().join(" ").contains('▾'));
    let ui = go(ui, "P1");
    let mut ui = choose(ui, link);
    ui.send(Msg::Open);
    assert_eq!(ui.page(), folded);
}

#[test]
fn a_click_opens_what_is_folded() {
    let mut ui = start(120, 40).press("p1<enter>");
    let frame = ui.frame();
    let y = frame.lines().position(|line| line.contains(FOLD));
    let y = u16::try_from(y.expect("the line shows")).expect("a screen is low");
    let x = u16::try_from(column(&frame, FOLD)).expect("a screen is narrow");
    ui.send(Msg::Click(Position::new(x, y)));
    assert!(ui.app.detail().is_unfolded());
    assert!(ui.frame().contains("Yangfan"));
}

/// On each screen with a line above the panes, in each theme and in ASCII.
#[test]
fn the_pane_that_has_the_keys_is_marked() {
    for theme in 0..5 {
        let ui = Ui::with(
            80,
            24,
            Options {
                theme,
                ..options(Lang::En)
            },
        );
        assert_eq!(heavy(&ui, "━"), (false, false));
        let mut ui = ui;
        ui.send(Msg::Pane(Step::Next));
        assert_eq!(ui.app.focus(), Focus::List);
        assert_eq!(heavy(&ui, "━"), (true, false));
        ui.send(Msg::Open);
        assert_eq!(heavy(&ui, "━"), (false, true));
    }
    let charset = plan::page::Charset::Ascii;
    let mut ascii = Ui::with(
        80,
        24,
        Options {
            charset,
            ..options(Lang::En)
        },
    );
    ascii.send(Msg::Pane(Step::Next));
    assert_eq!(heavy(&ascii, "="), (true, false));
}

/// Whether the line above the list is heavy, and that above the detail.
fn heavy(ui: &Ui, sign: &str) -> (bool, bool) {
    let areas = ui.app.areas();
    let (rule, buffer) = (areas.rule.expect("a line"), ui.buffer());
    let above = |pane: Option<ratatui::layout::Rect>| {
        // Further on a name may stand in the line.
        let x = pane.expect("a pane").x + 1;
        buffer[(x, rule.y)].symbol() == sign
    };
    (above(areas.list), above(areas.detail))
}

/// Of a list or page that is longer than its pane a bar shows where one is.
#[test]
fn scroll_bars_move_with_what_they_stand_for() {
    let bar = |ui: &Ui, x: u16| -> Vec<u16> {
        let buffer = ui.buffer();
        let area = ui.app.areas().detail.expect("a detail");
        (area.top()..area.bottom())
            .filter(|&y| buffer[(x, y)].symbol() == "┃")
            .collect()
    };
    let mut ui = start(80, 24);
    ui.send(Msg::Pane(Step::Next));
    let (list, detail) = (ui.app.areas().divider.expect("a line").x, 79);
    let top = bar(&ui, list);
    assert_eq!(top.first(), Some(&4));
    ui.send(Msg::Move(Motion::Last));
    assert_eq!(bar(&ui, list).last(), Some(&22));
    let mut ui = start(80, 24).press("t6<enter>");
    assert!(bar(&ui, list).is_empty(), "a list of one row has no bar");
    assert_eq!(bar(&ui, detail).first(), Some(&4));
    ui.send(Msg::Move(Motion::Last));
    assert_eq!(bar(&ui, detail).last(), Some(&22));
}

#[test]
fn the_first_screen_answers() {
    for (lang, asks, verdict) in [
        (Lang::En, "Ask", "2 not reached"),
        (Lang::Zh, "提问示例", "2项未达到"),
    ] {
        let ui = Ui::with(80, 24, options(lang));
        let frame = ui.frame();
        assert!(frame.contains(asks) && frame.contains(verdict), "{frame}");
        let bars = frame.lines().filter(|line| line.contains("██")).count();
        assert!(bars >= 3, "{frame}");
        let page = &ui.app.page();
        let asked = page.links.iter().filter(|link| {
            let query = matches!(&link.goal, Goal::Query(query) if !query.starts_with("kind:"));
            query && link.line < 19
        });
        assert!(asked.count() >= 3, "{frame}");
    }
}

/// What the mark of a lead means is said where it shows, and not elsewhere.
#[test]
fn the_mark_of_an_inferred_lead_is_explained() {
    let ui = start(120, 24);
    assert!(ui.frame().contains("MIIT*") && ui.frame().contains("* inferred"));
    let ui = ui.press("p1");
    assert!(!ui.frame().contains("* inferred"), "{}", ui.frame());
}
