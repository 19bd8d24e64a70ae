//! Scripts of keys on the shipped plan, and the laws that hold for all of them. No terminal.

mod ui;

use std::collections::BTreeSet;
use std::sync::Arc;

use crossterm::event::Event;
use plan::app::{
    App, BINDINGS, Code, Context, Effect, Focus, Grid, Keymap, Memo, Motion, Msg, Options, Overlay,
    Place, Progress, Section, Subject, update,
};
use plan::model::{BasisFilter, Date, Input, Lang, Node, load};
use plan::page::{Goal, Link};
use plan::search::Index;
use ratatui::layout::{Position, Size};
use ui::{Ui, shipped};

fn options() -> Options {
    Options {
        today: Date::parse("2026-11-24"),
        ..Options::default()
    }
}

fn start() -> Ui {
    Ui::with(80, 24, options())
}

/// Everything that coming back has to restore.
#[derive(Clone, Debug, PartialEq)]
struct Here {
    place: Place,
    focus: Focus,
    typed: String,
    row: Option<Node>,
    offset: usize,
    subject: Option<Subject>,
    scroll: usize,
    link: Option<usize>,
    wide: bool,
    cell: Option<(
        plan::model::BodyId,
        plan::model::ItemId,
        Option<plan::model::Role>,
    )>,
}

fn here(ui: &Ui) -> Here {
    let app = &ui.app;
    Here {
        place: app.place(),
        focus: app.focus(),
        typed: app.lookup().input().value().to_owned(),
        row: ui.row(),
        offset: app.list().offset(),
        subject: app.reader().subject(),
        scroll: app.reader().scroll(),
        link: app.reader().link(),
        wide: app.reader().is_wide(),
        cell: app.grid().and_then(Grid::current),
    }
}

fn id(ui: &Ui, node: Option<Node>) -> Option<String> {
    node.map(|node| ui.app.plan().id(node).to_owned())
}

fn typed(ui: &Ui) -> &str {
    ui.app.lookup().input().value()
}

#[track_caller]
fn shows(ui: &Ui, what: &str) {
    let frame = ui.frame();
    assert!(frame.contains(what), "no {what:?} in\n{frame}");
}

#[track_caller]
fn hides(ui: &Ui, what: &str) {
    let frame = ui.frame();
    assert!(!frame.contains(what), "{what:?} is in\n{frame}");
}

/// The matrix with its cells in charge, where its filter was.
fn out_of_filter(ui: Ui) -> Ui {
    let typing = ui.app.context() == Context::Filter;
    ui.press(if typing { "<esc>" } else { "" })
}

// Going there and back

#[test]
fn back_leads_exactly_to_where_one_was_and_forward_again() {
    let mut ui = start();
    let mut trail = Vec::new();
    // Each of these goes somewhere else and leaves a place behind.
    let steps = [
        ("digital<down><down><down>", "<enter>"),
        ("jjjjnn", "<enter>"),
        ("jjn", "w"),
        ("jj", "i"),
        ("jjjjjjnn", "<enter>"),
        ("", ":miit<enter>"),
        ("GN", "<enter>"),
        ("f", "d"),
        ("nn", "m"),
        ("<esc>jjjlll", "<enter>"),
    ];
    for (before, go) in steps {
        ui = ui.press(before);
        trail.push(here(&ui));
        ui = ui.press(go);
        assert_ne!(trail.last(), Some(&here(&ui)), "{before} {go} went nowhere");
    }
    let last = here(&ui);
    for place in trail.iter().rev() {
        ui = out_of_filter(ui);
        ui = ui.press("<backspace>");
        assert_eq!(&here(&ui), place);
    }
    ui.send(Msg::Back);
    shows(&ui, "Nothing to go back to.");
    for place in trail.iter().skip(1).chain([&last]) {
        ui.send(Msg::Forward);
        assert_eq!(&here(&ui), place);
    }
    ui.send(Msg::Forward);
    shows(&ui, "Nothing to go forward to.");
}

#[test]
fn going_elsewhere_ends_the_way_forward() {
    let ui = start()
        .press("<esc>:T6<enter>:P1<enter><backspace>")
        .on_node("T6");
    let ui = ui.press(":P2<enter>").on_node("P2").press("L");
    shows(&ui, "Nothing to go forward to.");
    ui.press("H").on_node("T6");
}

#[test]
fn the_other_keys_of_the_way_back() {
    let ui = start().press("<esc>:T6<enter>:P1<enter>");
    let ui = ui
        .press("<alt-left>")
        .on_node("T6")
        .press("<alt-right>")
        .on_node("P1");
    ui.press("H")
        .on_node("T6")
        .press("L")
        .on_node("P1")
        .press("<ctrl-h>")
        .on_node("P1");
}

// Esc

#[test]
fn esc_closes_the_topmost_thing() {
    // A query, with its page wide, under a menu with a filter.
    let ui = start().press("5g<enter>f<f1>qu");
    assert!(matches!(ui.app.overlay(), Some(Overlay::Menu(_))));
    let ui = ui.press("<esc>");
    assert!(ui.app.overlay().is_none() && ui.app.reader().is_wide());
    let ui = ui.press("<esc>");
    assert!(!ui.app.reader().is_wide() && ui.app.focus() == Focus::Detail);
    let ui = ui.press("<esc>");
    assert_eq!((ui.app.focus(), typed(&ui)), (Focus::List, "5g"));
    let ui = ui.press("<esc>");
    assert_eq!((ui.app.focus(), typed(&ui)), (Focus::List, ""));
    let before = here(&ui);
    let ui = ui.press("<esc><esc>");
    assert_eq!(here(&ui), before);
    assert!(
        !ui.effects
            .iter()
            .any(|effect| matches!(effect, Effect::Quit | Effect::Interrupt))
    );
}

#[test]
fn esc_in_the_prompt_clears_and_then_leaves() {
    let ui = start().press("5g<esc>");
    assert_eq!((ui.app.focus(), typed(&ui)), (Focus::Prompt, ""));
    let ui = ui.press("<esc>");
    assert_eq!(ui.app.focus(), Focus::List);
}

#[test]
fn esc_in_the_matrix_takes_the_filter_away_and_closes() {
    let ui = start().press("<esc>mmiit");
    assert!(
        ui.app
            .grid()
            .is_some_and(|grid| grid.input().value() == "miit")
    );
    let ui = ui.press("<esc>");
    assert!(
        ui.app
            .grid()
            .is_some_and(|grid| grid.input().value().is_empty() && !grid.typing())
    );
    let ui = ui.press("<esc>");
    assert!(ui.app.grid().is_none());
    assert_eq!(ui.app.context(), Context::List);
}

#[test]
fn esc_stops_loading_before_anything_else() {
    let mut ui = start().press("5g");
    ui.send(Msg::Progress(Progress {
        done: 1,
        all: 10,
        millis: 60,
    }));
    let ui = ui.press("<esc>");
    assert!(matches!(ui.effects.last(), Some(Effect::CancelLoad)));
    assert_eq!(typed(&ui), "5g");
}

// The prompt

#[test]
fn the_prompt_is_readline_s() {
    // Keys, what stands in the prompt, where the caret is.
    let table = [
        ("abc", "abc", 3),
        ("abc<left>x", "abxc", 3),
        ("abc<ctrl-b><ctrl-b>x", "axbc", 2),
        ("abc<home>x", "xabc", 1),
        ("abc<ctrl-a>x<ctrl-e>y", "xabcy", 5),
        ("abc<ctrl-a><ctrl-f>x", "axbc", 2),
        ("abc<backspace>", "ab", 2),
        ("abc<ctrl-h>", "ab", 2),
        ("abc<left><ctrl-d>", "ab", 2),
        ("abc<left><delete>", "ab", 2),
        ("one two<ctrl-w>", "one ", 4),
        ("one two<alt-backspace>", "one ", 4),
        ("one two<alt-b>x", "one xtwo", 5),
        ("one two<ctrl-a><alt-f>x", "one xtwo", 5),
        ("one two<ctrl-a><alt-d>", "two", 0),
        ("one two<alt-b><ctrl-u>", "two", 0),
        ("one two<alt-b><ctrl-k>", "one ", 4),
        ("one two<ctrl-w><ctrl-y>", "one two", 7),
        ("one two<alt-b><ctrl-u><ctrl-e><ctrl-y>", "twoone ", 7),
        ("数字<left>x", "数x字", 2),
        ("数字政府<ctrl-u>", "", 0),
        ("q", "q", 1),
        ("a?", "a?", 2),
        ("<end><home><left><right>", "", 0),
        ("lead:mi<right>", "lead:miit", 9),
    ];
    for (keys, value, caret) in table {
        let ui = start().press(keys);
        let input = ui.app.lookup().input();
        assert_eq!((input.value(), input.cursor()), (value, caret), "{keys}");
        assert_eq!(ui.app.context(), Context::Prompt, "{keys}");
    }
}

#[test]
fn a_line_break_in_a_paste_is_a_blank() {
    let mut ui = start();
    let event = Event::Paste("digital\r\nvillages\tand\u{1b}[31m\u{202e}more\n".to_owned());
    let msg = plan::keys::message(ui.app.keymap(), ui.app.context(), &event);
    ui.send(msg.expect("a paste is typed"));
    let words = typed(&ui).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.starts_with("digital villages and"),
        "{:?}",
        typed(&ui)
    );
    assert!(
        typed(&ui)
            .chars()
            .all(|c| !c.is_control() && c != '\u{202e}'),
        "{:?}",
        typed(&ui)
    );
    assert_eq!(ui.app.context(), Context::Prompt, "nothing was opened");
    let mut list = start().press("<esc>");
    let before = here(&list);
    list.send(Msg::Paste("5g\n".to_owned()));
    assert_eq!(here(&list), before, "a paste into the list is no command");
}

#[test]
fn the_arrows_choose_while_typing_and_the_detail_follows() {
    let ui = start().press("digital<down><down>");
    assert_eq!(ui.app.context(), Context::Prompt);
    assert_eq!(ui.app.list().cursor(), 2);
    assert_eq!(ui.app.node(), ui.row());
    let ui = ui.press("<up><ctrl-n><ctrl-n><ctrl-p>");
    assert_eq!(ui.app.list().cursor(), 2);
    let ui = ui.press("<shift-down><shift-down><shift-up>");
    assert_eq!((ui.app.reader().scroll(), ui.app.list().cursor()), (1, 2));
    assert_eq!(typed(&ui), "digital");
    let ui = ui.press("s");
    assert_eq!(
        ui.app.list().cursor(),
        0,
        "another query begins at its best answer"
    );
}

#[test]
fn earlier_queries_come_back() {
    let options = Options {
        queries: vec!["oldest".to_owned(), "5g".to_owned()],
        ..options()
    };
    let ui = Ui::with(80, 24, options).press("<ctrl-r>");
    assert_eq!(typed(&ui), "5g");
    let ui = ui.press("<alt-up>");
    assert_eq!(typed(&ui), "oldest");
    let ui = ui.press("<ctrl-u>t6<enter>");
    let asked =
        |effect: &Effect| matches!(effect, Effect::Remember(Memo::Asked(query)) if query == "t6");
    assert!(ui.effects.iter().any(asked));
    let ui = ui.press("<esc><esc>/<ctrl-r>");
    assert_eq!(typed(&ui), "t6");
}

#[test]
fn a_late_answer_is_dropped_and_enter_waits_for_the_right_one() {
    let plan = Arc::new(shipped());
    let index = Arc::new(Index::build(&plan));
    let mut app = App::new(
        Arc::clone(&plan),
        Arc::clone(&index),
        Size::new(80, 24),
        options(),
    );
    let mut asked = Vec::new();
    for character in "t6".chars() {
        match update(&mut app, Msg::Type(character)) {
            Some(Effect::Search(ticket, query)) => asked.push((ticket, query)),
            other => panic!("typing asks: {other:?}"),
        }
    }
    let before = app.list().rows().len();
    let [(first, old), (second, new)] = &asked[..] else {
        panic!("two questions")
    };
    assert!(update(&mut app, Msg::Found(*first, index.search(&plan, old))).is_none());
    assert_eq!(app.list().rows().len(), before, "an old answer was taken");
    assert!(app.lookup().is_waiting());
    assert!(update(&mut app, Msg::Open).is_none());
    assert_eq!(app.focus(), Focus::Prompt, "it waits");
    update(&mut app, Msg::Found(*second, index.search(&plan, new)));
    assert_eq!((app.node(), app.focus()), (plan.find("T6"), Focus::Detail));
}

// The list

#[test]
fn tabs_narrow_the_list_and_the_query() {
    let ui = start().press("<esc>2");
    let kind = ui.app.plan().kind("project").expect("there are projects");
    assert_eq!(ui.app.section(), Section::Kind(kind));
    assert_eq!(ui.app.list().rows().len(), 17);
    let ui = ui.press("/digital");
    let of_kind = |ui: &Ui| {
        let rows = ui.app.list().rows().iter();
        rows.filter(|row| matches!(row.node, Node::Item(id) if ui.app.plan()[id].kind == kind))
            .count()
    };
    assert!(of_kind(&ui) > 0 && of_kind(&ui) == ui.app.list().rows().len());
    let narrow = ui.app.list().rows().len();
    let ui = ui.press("<tab>0");
    assert!(ui.app.list().rows().len() > narrow);
    assert_eq!(typed(&ui), "digital");
    for (number, section) in Section::of(ui.app.plan()).into_iter().enumerate().take(10) {
        let ui = start().press("<esc>").press(&number.to_string());
        assert_eq!(ui.app.section(), section);
        let rows = ui.app.list().rows().len();
        let all = section.count(ui.app.plan());
        assert!(
            rows >= all && (rows == all || number < 9),
            "{section:?}: {rows} rows of {all}"
        );
    }
}

/// Every tab can be reached, those under "more" too.
#[test]
fn the_tabs_go_round() {
    let mut ui = start().press("<esc>");
    let sections = Section::of(ui.app.plan());
    for section in sections.iter().skip(1).chain(&sections[..1]) {
        ui = ui.press("》");
        assert_eq!(ui.app.section(), *section);
        let (tabs, _) = ui.app.tabs();
        assert!(tabs.iter().any(|tab| tab.section == *section), "it shows");
    }
    let ui = ui.press("<");
    assert_eq!(ui.app.section(), Section::Documents);
}

/// The tab comes back with the place, but a new question is asked of everything, unless that tab
/// was looked at first.
#[test]
fn the_first_question_of_a_session_is_asked_of_everything() {
    let place = start().press("<esc>9").app.place();
    let again = || {
        let mut ui = start();
        ui.app.return_to(&place);
        assert_ne!(ui.app.section(), Section::All);
        ui
    };
    let ui = again().press("5g");
    assert_eq!(ui.app.section(), Section::All);
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("P1"));
    let ui = again().press("<down>5g");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("I3"));
    shows(&ui, "1 of 17");
    let ui = ui.press("<ctrl-u>silk road");
    shows(&ui, "All tabs: Tab, then 0");
    let ui = ui.press("<tab>0");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("P17"));
}

#[test]
fn folds_hide_what_belongs_to_a_row_and_keep_the_cursor() {
    let ui = start().press("<esc>gj");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("F1"));
    let all = ui.app.list().rows().len();
    let ui = ui.press("h");
    let folded = ui.app.list().rows().len();
    assert!(folded < all);
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("F1"));
    let ui = ui.press("j");
    assert_eq!(
        id(&ui, ui.row()).as_deref(),
        Some("F2"),
        "what is folded is passed over"
    );
    let ui = ui.press("k<right>");
    assert_eq!(ui.app.list().rows().len(), all);
    let ui = ui.press("ll");
    assert_eq!(
        id(&ui, ui.row()).as_deref(),
        Some("P1"),
        "it goes into what is open"
    );
    let ui = ui.press("<left><left>");
    assert_eq!(
        id(&ui, ui.row()).as_deref(),
        Some("T1"),
        "it goes to what it belongs to, and folds that"
    );
    assert!(ui.app.list().rows().len() < all);
    let ui = ui.press("5g<esc>/5g<esc><esc>");
    assert!(
        ui.app.list().rows().len() < all,
        "a query leaves the folds alone"
    );
}

#[test]
fn the_list_moves_by_lines_pages_and_ends() {
    let ui = start().press("<esc>G");
    let last = ui.app.list().rows().len() - 1;
    assert_eq!(ui.app.list().cursor(), last);
    let ui = ui.press("j");
    assert_eq!(ui.app.list().cursor(), last);
    let ui = ui.press("g");
    assert_eq!((ui.app.list().cursor(), ui.app.list().offset()), (0, 0));
    let height = usize::from(ui.app.areas().list.expect("a list").height);
    let ui = ui.press("<pagedown>");
    assert_eq!(ui.app.list().cursor(), height - 1);
    let ui = ui.press("<ctrl-d>");
    assert_eq!(ui.app.list().cursor(), height - 1 + height / 2);
    let ui = ui.press("<ctrl-u><pageup>k<up>");
    assert_eq!(ui.app.list().cursor(), 0);
}

// The detail

#[test]
fn links_are_chosen_in_reading_order_and_followed() {
    let mut ui = start().press("<esc>:T6<enter>");
    let count = ui.app.page().links.len();
    assert!(count > 8);
    for expected in 0..count {
        ui = ui.press("n");
        assert_eq!(ui.app.reader().link(), Some(expected));
        let line = ui.app.page().links[expected].line;
        let height = usize::from(ui.app.areas().page().height);
        let scroll = ui.app.reader().scroll();
        assert!(
            (scroll..scroll + height).contains(&line),
            "the chosen link shows"
        );
    }
    let ui = ui.press("nNN");
    assert_eq!(ui.app.reader().link(), Some(count - 3));
    let ui = start().press("<esc>:T6<enter><enter>");
    assert_eq!(
        ui.app.reader().link(),
        Some(0),
        "Enter without a chosen link chooses the first"
    );
    let ui = ui
        .press("<enter>")
        .on_node("mem")
        .press("<backspace>")
        .on_node("T6");
    assert_eq!(ui.app.reader().link(), Some(0));
}

#[test]
fn an_address_is_sent_to_the_clipboard_and_shown() {
    let plan = shipped();
    let (_, document) = plan
        .documents()
        .find(|(_, document)| document.url.starts_with("http"))
        .expect("a document with an address");
    let id = document.id.to_string();
    let mut ui = start().press(&format!("<esc>:{id}<enter>"));
    let links = &ui.app.page().links;
    let is_address = |link: &Link| matches!(link.goal, Goal::Address(_));
    let address = links
        .iter()
        .position(is_address)
        .expect("it has an address");
    for _ in 0..=address {
        ui = ui.press("n");
    }
    let ui = ui.press("<enter>").on_node(&id);
    let [Effect::Copy(copied)] = &ui.effects[..] else {
        panic!("nothing was copied:\n{}", ui.frame())
    };
    assert!(copied.starts_with("http"), "{copied}");
    shows(&ui, "Sent to your terminal");
}

#[test]
fn the_detail_takes_the_whole_width_and_gives_it_back() {
    let ui = start().press("5g<esc><esc>");
    let ui = ui.press("f");
    assert!(
        ui.app.areas().list.is_none() && ui.app.areas().detail.is_some_and(|area| area.width == 80)
    );
    assert_eq!(ui.app.focus(), Focus::Detail);
    let ui = ui.press("f");
    assert!(ui.app.areas().list.is_some() && ui.app.focus() == Focus::Detail);
    let ui = ui.press("f<tab>");
    assert!(
        ui.app.areas().list.is_some(),
        "who leaves the detail sees the list"
    );
    hides(&ui.press("<esc>:T6<enter>f"), "│");
}

#[test]
fn panes_go_round() {
    let mut ui = start();
    for focus in [Focus::List, Focus::Detail, Focus::Prompt] {
        ui = ui.press("<tab>");
        assert_eq!(ui.app.focus(), focus);
    }
    for focus in [Focus::Detail, Focus::List, Focus::Prompt] {
        ui = ui.press("<shift-tab>");
        assert_eq!(ui.app.focus(), focus);
    }
    let ui = ui.press("zzzzqqqq<tab><tab>");
    assert_ne!(ui.app.focus(), Focus::Detail, "there is no page");
}

// Commands

#[test]
fn the_language_keeps_the_position() {
    let ui = start().press("<esc>:T6<enter>jjjjjnn");
    let before = here(&ui);
    let ui = ui.press("z");
    assert_eq!(ui.app.lang(), Lang::Zh);
    let after = here(&ui);
    assert_eq!(
        (after.row, after.subject, after.link),
        (before.row, before.subject, before.link)
    );
    shows(&ui, "牵头");
    let ui = ui.press("<f2>");
    assert_eq!(here(&ui).link, before.link);
    shows(&ui, "Lead");
    let ui = start().press("digital<down><down><f2>");
    assert_eq!(
        (ui.app.context(), typed(&ui), ui.app.list().cursor()),
        (Context::Prompt, "digital", 2)
    );
    assert_eq!(ui.app.lang(), Lang::Zh);
}

#[test]
fn going_to_an_id() {
    let ui = start().press("<esc>:p17<enter>").on_node("P17");
    assert_eq!(ui.app.focus(), Focus::Detail);
    let ui = ui.press("：Ｔ６");
    assert_eq!(ui.app.context(), Context::GoTo);
    let ui = ui.press("<ctrl-u>nosuch<enter>");
    assert_eq!(
        ui.app.context(),
        Context::GoTo,
        "it stays open to be put right"
    );
    shows(&ui, "Go to id: nosuch");
    shows(&ui, "no such id");
    let ui = ui.press("<ctrl-w>MIIT<enter>").on_node("miit");
    ui.press(":<esc>").on_node("miit");
}

#[test]
fn the_help_lists_what_works_here_first_and_can_be_searched() {
    let ui = start().press("<esc>?");
    shows(&ui, "Here: list");
    let ui = ui.press("matrix");
    shows(&ui, "matrix of bodies × items");
    hides(&ui, "half a page");
    let ui = ui.press("<ctrl-u>zzzz");
    shows(&ui, "No key does that.");
    let ui = ui.press("<f1>");
    assert!(ui.app.overlay().is_none());
    for (keys, title) in [
        ("?", "Here: search prompt"),
        ("<esc>？", "Here: list"),
        ("<tab><tab>?", "Here: detail"),
        ("<esc>m<esc>?", "Here: matrix"),
    ] {
        shows(&start().press(keys), title);
    }
    let tall = Ui::with(120, 300, options()).press("<esc>?").frame();
    for (binding, keys) in Keymap::default().rows() {
        for key in keys
            .iter()
            .filter(|key| !matches!(key.code, Code::Char('1'..='8')))
        {
            assert!(
                tall.contains(&key.label(false)),
                "{}: {key} is not in the help",
                binding.name
            );
        }
    }
    // What has a line of its own in the table only for its keys is found by its name.
    let ui = start().press("<esc>?page-down");
    shows(&ui, "PgUp PgDn");
}

#[test]
fn bookmarks_are_set_listed_opened_and_removed() {
    let ui = start().press("<esc>:T6<enter>b:P1<enter>b'");
    let marked = |ui: &Ui, text: &str| {
        ui.effects.iter().any(|effect| match effect {
            Effect::Remember(Memo::Marked(id)) => format!("+{id}") == text,
            Effect::Remember(Memo::Unmarked(id)) => format!("-{id}") == text,
            _ => false,
        })
    };
    assert!(marked(&ui, "+T6") && marked(&ui, "+P1"));
    assert_eq!(ui.app.bookmarks(), ["T6", "P1"]);
    let ui = ui.press("<down><enter>").on_node("T6").press("b");
    assert!(marked(&ui, "-T6"));
    assert_eq!(ui.app.bookmarks(), ["P1"]);
    let ui = start().press("<esc>'");
    shows(&ui, "No bookmarks yet");
    assert_eq!(ui.press("<enter><esc>").app.context(), Context::List);
}

#[test]
fn notices_go_with_the_next_key_and_not_with_a_resize() {
    let ui = start().press("<esc>:T6<enter>y");
    let Some(Effect::Copy(text)) = ui.effects.last() else {
        panic!("y copies")
    };
    assert!(text.contains("T6") && text.contains("MEM"), "{text}");
    shows(&ui, "Sent to your terminal");
    let ui = ui.resize(100, 30);
    shows(&ui, "Sent to your terminal");
    let mut ui = ui.press("j");
    hides(&ui, "Sent to your terminal");
    ui.send(Msg::IdleSoon);
    shows(&ui, "ends in a minute");
    let ui = ui.press("Y");
    let Some(Effect::Copy(text)) = ui.effects.last() else {
        panic!("Y copies")
    };
    assert!(text.starts_with('#') && text.lines().count() > 10, "{text}");
}

/// A box is closed by Esc alone; it lies above what Esc would leave next.
#[test]
fn esc_closes_the_box_of_what_was_copied_and_nothing_else() {
    let ui = start().press("<esc>:T6<enter>y<esc>");
    hides(&ui, "Sent to your terminal");
    assert_eq!(ui.app.focus(), Focus::Detail);
    assert_eq!(ui.press("<esc>").app.focus(), Focus::List);
}

/// Where a page about many is shown beside the list, keys are about the row that is chosen.
#[test]
fn beside_a_page_about_many_the_row_is_meant() {
    let ui = start().press("<esc>jjjd<tab><tab>");
    assert_eq!(ui.app.reader().subject(), Some(Subject::Years));
    assert_eq!(ui.app.focus(), Focus::List);
    let row = id(&ui, ui.row()).expect("a row");
    let ui = ui.press("b");
    assert_eq!(ui.app.bookmarks(), [row]);
    // On that page itself the chosen link is.
    let ui = start().press("<esc>inb");
    assert_eq!(ui.app.bookmarks(), ["I1"]);
    let ui = start().press("<esc>ib");
    shows(&ui, "Nothing is chosen.");
}

/// The title says that not everything is shown.
#[test]
fn the_basis_steps_round() {
    let mut ui = start().press("<esc>");
    for basis in [
        BasisFilter::Documented,
        BasisFilter::Assigned,
        BasisFilter::All,
    ] {
        ui = ui.press("e");
        assert_eq!(ui.app.basis(), basis);
        let title = ui.frame().lines().next().map(str::to_owned);
        let said = title.is_some_and(|title| title.contains("only "));
        assert_eq!(said, basis != BasisFilter::All);
    }
}

#[test]
fn who_charts_and_years_open_and_close_with_their_key() {
    let ui = start().press("<esc>:T6<enter>jj");
    let before = here(&ui);
    let mut ui = ui;
    for (key, subject) in [
        ("w", None),
        ("i", Some(Subject::Charts)),
        ("d", Some(Subject::Years)),
        ("m", None),
    ] {
        ui = ui.press(key);
        assert_ne!(here(&ui), before, "{key}");
        assert!(subject.is_none() || ui.app.reader().subject() == subject);
        ui = out_of_filter(ui).press(key);
        assert_eq!(here(&ui), before, "{key}");
    }
}

#[test]
fn the_first_start_says_how_to_begin() {
    let options = Options {
        first_start: true,
        ..options()
    };
    let ui = Ui::with(80, 24, options);
    shows(&ui, "Type to search");
    hides(&ui.press("5"), "Type to search");
}

#[test]
fn enter_chooses_where_the_id_is_asked_for() {
    let options = Options {
        print: true,
        ..options()
    };
    let ui = Ui::with(80, 24, options).press("p17<enter>");
    let Some(Effect::Choose(node)) = ui.effects.last() else {
        panic!("Enter chooses")
    };
    assert_eq!(ui.app.plan().id(*node), "P17");
}

#[test]
fn a_kiosk_reads_no_file_and_is_not_suspended() {
    let options = Options {
        kiosk: true,
        ..options()
    };
    let ui = Ui::with(80, 24, options).press("<esc>r");
    shows(&ui, "Not in this session.");
    let ui = ui.press("j<ctrl-z>");
    shows(&ui, "Not in this session.");
    assert!(ui.effects.is_empty(), "{:?}", ui.effects);
    let free = start().press("<esc>r<ctrl-z><ctrl-l>");
    assert!(matches!(
        free.effects[..],
        [Effect::Load, Effect::Suspend, Effect::Redraw]
    ));
}

#[test]
fn ctrl_c_cancels_what_is_under_way_and_at_rest_quits() {
    let interrupted = |ui: &Ui| {
        ui.effects
            .iter()
            .any(|effect| matches!(effect, Effect::Interrupt))
    };
    for keys in [
        "5g",
        "5g<enter>",
        "?",
        "<esc>:",
        "<esc>mmiit",
        "5g<esc>x<tab>",
    ] {
        let ui = start().press(keys).press("<ctrl-c>");
        assert!(!interrupted(&ui), "{keys}");
        assert!(interrupted(&ui.press("<ctrl-c><ctrl-c><ctrl-c>")), "{keys}");
    }
    assert!(interrupted(&start().press("<ctrl-c>")));
    let ui = start().press("q<esc><esc>q");
    assert!(matches!(ui.effects[..], [Effect::Quit]));
}

#[test]
fn full_width_keys_are_their_ascii_keys() {
    let ui = start().press("<esc>２");
    assert_eq!(ui.app.list().rows().len(), 17);
    let ui = ui.press("０／ＭＩＩＴ");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("miit"));
    shows(&start().press("？"), "Keys");
}

#[test]
fn the_mouse_chooses_opens_and_scrolls() {
    let mut ui = start().press("<esc>");
    let list = ui.app.areas().list.expect("a list");
    ui.send(Msg::Click(Position::new(list.x + 5, list.y + 3)));
    assert_eq!(ui.app.list().cursor(), 3);
    let mut ui = ui.press(":T6<enter>");
    let detail = ui.app.areas().detail.expect("a detail");
    let link = ui.app.page().links[0].line;
    let line = u16::try_from(link).expect("a small number");
    ui.send(Msg::Click(Position::new(detail.x + 1 + 9, detail.y + line)));
    assert_eq!(id(&ui, ui.app.node()).as_deref(), Some("mem"));
    ui.send(Msg::Wheel(
        Position::new(detail.x + 3, detail.y + 3),
        plan::app::Step::Next,
    ));
    assert!(ui.app.reader().scroll() > 0);
    ui.send(Msg::Click(ui.app.areas().prompt.as_position()));
    assert_eq!(ui.app.context(), Context::Prompt);
}

#[test]
fn another_plan_keeps_query_cursor_and_page() {
    let mut ui = start().press("digital<down><down><enter>jjj");
    let before = here(&ui);
    let plan = Arc::new(shipped());
    let index = Arc::new(Index::build(&plan));
    ui.send(Msg::Loaded(plan, index, Vec::new()));
    let after = here(&ui);
    assert_eq!(after.place, before.place);
    assert_eq!(
        (after.typed, after.scroll, after.focus),
        (before.typed, before.scroll, before.focus)
    );
}

/// A page of which nothing is left in the new plan takes its links with it.
#[test]
fn a_page_that_is_gone_has_no_links() {
    let small = Input {
        name: "small.json",
        bytes: include_bytes!("small/plan.json"),
    };
    let small = Arc::new(load(small, &[]).expect("the small plan loads"));
    let index = Arc::new(Index::build(&small));
    let mut ui = start()
        .press("zzzzqqqq<esc>")
        .resize(20, 60)
        .press("<esc>:A3<enter>nn");
    ui.send(Msg::Loaded(Arc::clone(&small), index, Vec::new()));
    for y in 0..60 {
        ui.send(Msg::Click(Position::new(8, y)));
        let frame = ui.frame();
        assert!(!frame.contains("Blockchain"), "{frame}");
    }
}

// Laws

/// On the way to every state that is worth a look.
const STATES: &[&str] = &[
    "",
    "5g",
    "digital<down><down><down>",
    "5g<enter>",
    "5g<enter>f",
    "<esc>G",
    "<esc>5G",
    "<esc>gjhjjj",
    "<esc>:T6<enter>jjjnn",
    "<esc>:miit<enter>",
    "<esc>m",
    "<esc>m<esc>jjjjlllll",
    "<esc>m<esc><tab>G<end>",
    "<esc>i",
    "<esc>d",
    "?",
    "?quit",
    "<esc>'",
    "<esc>:",
    "<esc>:T6<enter>y",
    "zzzzqq",
    "lead:miit",
];

#[test]
fn a_resize_there_and_back_keeps_the_cursor() {
    let sizes = [
        (0, 0),
        (1, 1),
        (24, 6),
        (40, 12),
        (60, 20),
        (69, 24),
        (120, 40),
        (300, 100),
        (80, 1),
        (2, 24),
    ];
    for keys in STATES {
        for (width, height) in sizes {
            let ui = start().press(keys);
            let before = here(&ui);
            let context = ui.app.context();
            let ui = ui.resize(width, height).resize(80, 24);
            let after = here(&ui);
            assert_eq!(
                (
                    after.row,
                    after.subject,
                    after.link,
                    after.cell,
                    after.focus
                ),
                (
                    before.row,
                    before.subject,
                    before.link,
                    before.cell,
                    before.focus
                ),
                "{keys} at {width}x{height}"
            );
            assert_eq!(ui.app.context(), context);
        }
    }
}

#[test]
fn back_after_open_restores_from_every_state() {
    for keys in STATES {
        let ui = start().press(keys);
        let before = here(&ui);
        let mut ui = ui;
        ui.send(Msg::Open);
        let after = here(&ui);
        if after.subject == before.subject && after.focus == before.focus {
            continue;
        }
        ui.send(Msg::Back);
        assert_eq!(here(&ui), before, "{keys}");
    }
}

#[test]
fn esc_often_enough_reaches_the_list() {
    for keys in STATES {
        let ui = start().press(keys).press("<esc><esc><esc><esc><esc><esc>");
        assert_eq!(ui.app.context(), Context::List, "{keys}");
        assert_eq!(typed(&ui), "", "{keys}");
    }
}

#[test]
fn moving_and_moving_back_is_no_move() {
    for keys in STATES {
        let mut ui = start().press(keys).press("");
        ui.send(Msg::Move(Motion::Next));
        let before = here(&ui);
        ui.send(Msg::Move(Motion::Next));
        let moved = here(&ui) != before;
        ui.send(Msg::Move(Motion::Prev));
        let after = here(&ui);
        assert!(
            !moved
                || (after.row, after.scroll, after.cell)
                    == (before.row, before.scroll, before.cell),
            "{keys}"
        );
    }
}

/// Every message that a key can cause is bound to one, and the table holds nothing else.
#[test]
fn every_message_has_a_key() {
    let bound: BTreeSet<&str> = BINDINGS.iter().map(|binding| name(&binding.msg)).collect();
    let expected: BTreeSet<&str> = BY_KEY.iter().copied().collect();
    assert_eq!(bound, expected);
    for binding in BINDINGS {
        assert!(!binding.contexts.is_empty(), "{}", binding.name);
    }
}

const BY_KEY: &[&str] = &[
    "edit",
    "move",
    "scroll",
    "aside",
    "open",
    "unfold",
    "fold",
    "earlier",
    "pane",
    "prompt",
    "leave",
    "tab",
    "next tab",
    "link",
    "wide",
    "back",
    "forward",
    "who",
    "matrix",
    "charts",
    "years",
    "basis",
    "lang",
    "cite",
    "copy page",
    "bookmark",
    "bookmarks",
    "reload",
    "theme",
    "goto",
    "help",
    "quit",
    "cancel",
    "redraw",
    "suspend",
];

/// The name of a message. A new message has to be written here, and above if a key causes it.
fn name(msg: &Msg) -> &'static str {
    match msg {
        Msg::Edit(_) => "edit",
        Msg::Move(_) => "move",
        Msg::Scroll(_) => "scroll",
        Msg::Aside(_) => "aside",
        Msg::Open => "open",
        Msg::Unfold => "unfold",
        Msg::Fold => "fold",
        Msg::Earlier => "earlier",
        Msg::Pane(_) => "pane",
        Msg::Prompt => "prompt",
        Msg::Leave => "leave",
        Msg::Tab(_) => "tab",
        Msg::NextTab(_) => "next tab",
        Msg::Link(_) => "link",
        Msg::Wide => "wide",
        Msg::Back => "back",
        Msg::Forward => "forward",
        Msg::Who => "who",
        Msg::Matrix => "matrix",
        Msg::Charts => "charts",
        Msg::Years => "years",
        Msg::Basis => "basis",
        Msg::Lang => "lang",
        Msg::Cite => "cite",
        Msg::CopyPage => "copy page",
        Msg::Bookmark => "bookmark",
        Msg::Bookmarks => "bookmarks",
        Msg::Reload => "reload",
        Msg::Theme => "theme",
        Msg::GoTo => "goto",
        Msg::Help => "help",
        Msg::Quit => "quit",
        Msg::Cancel => "cancel",
        Msg::Redraw => "redraw",
        Msg::Suspend => "suspend",
        Msg::Type(_)
        | Msg::Paste(_)
        | Msg::Click(_)
        | Msg::Wheel(..)
        | Msg::Resize(_)
        | Msg::Found(..)
        | Msg::Progress(_)
        | Msg::Arrived(_)
        | Msg::Unreadable
        | Msg::Loaded(..)
        | Msg::Note(_)
        | Msg::IdleSoon => "not a key's",
    }
}

/// The keys of the table work where the table says so: each gives its message in each context.
#[test]
fn every_key_of_the_table_works_in_its_contexts() {
    let map = Keymap::default();
    for (binding, chords) in map.rows() {
        for &context in binding.contexts {
            for &chord in chords {
                let msg = map.message(context, chord);
                assert_eq!(
                    msg.as_ref().map(name),
                    Some(name(&binding.msg)),
                    "{} {chord} in {context:?}",
                    binding.name
                );
            }
        }
    }
}
