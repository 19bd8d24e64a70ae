//! What the keys outside of the prompts do, and what comes from outside.

use std::sync::Arc;

use plan::app::{Code, Context, Effect, Focus, Keymap, Memo, Msg, Options, Subject};
use plan::model::{BasisFilter, Lang, load};
use plan::search::Index;
use ratatui::layout::Position;

use super::{here, hides, id, out_of_filter, shows, start, typed};
use crate::small::FILE;
use crate::ui::{Ui, options, shipped};

#[test]
fn the_language_keeps_the_position() {
    let ui = start().press("<esc><space>/T6<enter><down*5><right*2>");
    let before = here(&ui);
    let ui = ui.press("<space>z");
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
    let ui = start().press("digital<down*2><f2>");
    assert_eq!(
        (ui.app.context(), typed(&ui), ui.app.list().cursor()),
        (Context::Prompt, "digital", 2)
    );
    assert_eq!(ui.app.lang(), Lang::Zh);
}

#[test]
fn going_to_an_id() {
    let ui = start().press("<esc><space>/p17<enter>").on_node("P17");
    assert_eq!(ui.app.focus(), Focus::Detail);
    // The list goes there too, and back with it.
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("P17"));
    let ui = ui.press("<backspace>");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("PLAN"));
    let ui = ui.press("<esc><space>/p17<enter>").on_node("P17");
    let ui = ui.press("<space>/Ｔ６");
    assert_eq!(ui.app.context(), Context::GoTo);
    let ui = ui.press("<ctrl-u>nosuch<enter>");
    assert_eq!(
        ui.app.context(),
        Context::GoTo,
        "it stays open to be put right"
    );
    shows(&ui, "Go to id: nosuch");
    shows(&ui, "no item “nosuch”");
    let ui = ui.press("<ctrl-w>MIIT<enter>").on_node("miit");
    ui.press("<space>/<esc>").on_node("miit");
}

#[test]
fn the_help_lists_what_works_here_first_and_can_be_searched() {
    let ui = start().press("<esc>?");
    shows(&ui, "Keys here: list");
    let ui = ui.press("matrix");
    shows(&ui, "matrix: organisations × items");
    hides(&ui, "half a page");
    let ui = ui.press("<ctrl-u>zzzz");
    shows(&ui, "Nothing in the help matches that.");
    let ui = ui.press("<f1>");
    assert!(ui.app.overlay().is_none());
    for (keys, title) in [
        ("?", "Keys here: empty prompt"),
        ("<esc>？", "Keys here: list"),
        ("<tab*2>?", "Keys here: detail"),
        ("<esc><space>m?", "Keys here: matrix"),
    ] {
        shows(&start().press(keys), title);
    }
    let mut ui = Ui::with(120, 40, options(Lang::En)).press("<esc>?");
    for (binding, keys) in Keymap::default().rows() {
        ui = ui.press("<ctrl-e><ctrl-u>").press(binding.name);
        let tall = ui.frame();
        for key in keys
            .iter()
            .filter(|key| !matches!(key.chord.code, Code::Char('1'..='8')))
        {
            assert!(
                tall.contains(&key.label(false)),
                "{}: {} is not in the help",
                binding.name,
                key.label(false)
            );
        }
    }
    // What has a line of its own in the table only for its keys is found by its name.
    let ui = start().press("<esc>?page-down");
    shows(&ui, "PgUp PgDn");
}

#[test]
fn bookmarks_are_set_listed_opened_and_removed() {
    let ui = start().press("<esc><space>/T6<enter><space>b<space>/P1<enter><space>b<space>'");
    let marked = |ui: &Ui, text: &str| {
        ui.effects.iter().any(|effect| match effect {
            Effect::Remember(Memo::Marked(id)) => format!("+{id}") == text,
            Effect::Remember(Memo::Unmarked(id)) => format!("-{id}") == text,
            _ => false,
        })
    };
    assert!(marked(&ui, "+T6") && marked(&ui, "+P1"));
    assert_eq!(ui.app.bookmarks(), ["T6", "P1"]);
    let ui = ui.press("<down><enter>").on_node("T6").press("<space>b");
    assert!(marked(&ui, "-T6"));
    assert_eq!(ui.app.bookmarks(), ["P1"]);
    let ui = start().press("<esc><space>'");
    shows(&ui, "No bookmarks yet");
    assert_eq!(ui.press("<enter><esc>").app.context(), Context::List);
}

#[test]
fn notices_go_with_the_next_key_and_not_with_a_resize() {
    let ui = start().press("<esc><space>/T6<enter><space>y");
    let Some(Effect::Copy(text)) = ui.effects.last() else {
        panic!("y copies")
    };
    assert!(text.contains("T6") && text.contains("MEM"), "{text}");
    shows(&ui, "Copied. If pasting fails");
    let ui = ui.resize(100, 30);
    shows(&ui, "Copied. If pasting fails");
    let mut ui = ui.press("<down>");
    hides(&ui, "Copied. If pasting fails");
    ui.send(Msg::IdleSoon);
    shows(&ui, "ends in one minute");
    let ui = ui.press("<space>Y");
    let Some(Effect::Copy(text)) = ui.effects.last() else {
        panic!("Y copies")
    };
    assert!(text.starts_with('#') && text.lines().count() > 10, "{text}");
}

/// On a small screen what is said in passing leaves two thirds of the lines to the answer, and its first
/// sentence is whole.
#[test]
fn a_notice_takes_few_lines_of_a_small_screen() {
    let first = |lang| {
        let options = Options {
            first_start: true,
            ..options(lang)
        };
        Ui::with(40, 12, options)
    };
    for lang in [Lang::En, Lang::Zh] {
        let with = first(lang);
        assert!(with.app.notice().is_some_and(|hint| hint.body.len() > 1));
        let before = with.frame();
        let after = first(lang).press("<f2><f2>").frame();
        let differ = before.lines().zip(after.lines());
        let differ = differ.filter(|(one, other)| one != other).count();
        assert!((1..=3).contains(&differ), "{before}\n{after}");
        assert!(
            !before
                .lines()
                .nth(10)
                .is_some_and(|line| line.contains('…')),
            "{before}"
        );
    }
}

/// A box is closed by Esc alone; it lies above what Esc would leave next.
#[test]
fn esc_closes_the_box_of_what_was_copied_and_nothing_else() {
    let ui = start().press("<esc><space>/T6<enter><space>y<esc>");
    hides(&ui, "Copied. If pasting fails");
    assert_eq!(ui.app.focus(), Focus::Detail);
    assert_eq!(ui.press("<esc>").app.focus(), Focus::List);
}

/// Where a page about many is shown beside the list, keys are about the row that is chosen.
#[test]
fn beside_a_page_about_many_the_row_is_meant() {
    let ui = start().press("<esc><down*3><space>d<tab*2>");
    assert_eq!(ui.app.detail().subject(), Some(Subject::Years));
    assert_eq!(ui.app.focus(), Focus::List);
    let row = id(&ui, ui.row()).expect("a row");
    let ui = ui.press("<space>b");
    assert_eq!(ui.app.bookmarks(), [row]);
    // On that page itself the chosen link is; those of the counts list items.
    let ui = start().press("<esc><space>i<right*4><space>b");
    assert_eq!(ui.app.bookmarks(), ["I1"]);
    let ui = start().press("<esc><space>i<space>b");
    shows(&ui, "Nothing is selected.");
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
        ui = ui.press("<space>e");
        assert_eq!(ui.app.basis(), basis);
        let title = ui.frame().lines().next().map(str::to_owned);
        let said = title.is_some_and(|title| title.contains("only "));
        assert_eq!(said, basis != BasisFilter::All);
    }
}

#[test]
fn who_charts_and_years_open_and_close_with_their_key() {
    let ui = start().press("<esc><space>/T6<enter><down*2>");
    let before = here(&ui);
    let mut ui = ui;
    for (key, subject) in [
        ("<space>w", None),
        ("<space>i", Some(Subject::Charts)),
        ("<space>d", Some(Subject::Years)),
        ("<space>g", Some(Subject::Gaps)),
        ("<space>m", None),
    ] {
        ui = ui.press(key);
        assert_ne!(here(&ui), before, "{key}");
        assert!(subject.is_none() || ui.app.detail().subject() == subject);
        ui = out_of_filter(ui).press(key);
        assert_eq!(here(&ui), before, "{key}");
    }
}

#[test]
fn the_first_start_says_how_to_begin() {
    let options = Options {
        first_start: true,
        ..options(Lang::En)
    };
    let ui = Ui::with(80, 24, options);
    shows(&ui, "Type to search");
    hides(&ui.press("5"), "Type to search");
}

#[test]
fn enter_chooses_where_the_id_is_asked_for() {
    let options = Options {
        print: true,
        ..options(Lang::En)
    };
    let ui = Ui::with(80, 24, options).press("p17<enter>");
    let Some(Effect::Choose(id)) = ui.effects.last() else {
        panic!("Enter chooses")
    };
    assert_eq!(id, "P17");
}

#[test]
fn a_kiosk_reads_no_file_and_is_not_suspended() {
    let options = Options {
        kiosk: true,
        ..options(Lang::En)
    };
    let ui = Ui::with(80, 24, options).press("<esc><space>r");
    shows(&ui, "Not available in kiosk mode.");
    let ui = ui.press("<down><ctrl-z>");
    shows(&ui, "Not available in kiosk mode.");
    assert!(ui.effects.is_empty(), "{:?}", ui.effects);
    let free = start().press("<esc><space>r<ctrl-z><ctrl-l>");
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
        "<esc><space>/",
        "<esc><space>m<space>nmiit",
        "5g<esc>x<tab>",
        "<space>",
    ] {
        let ui = start().press(keys).press("<ctrl-c>");
        assert!(!interrupted(&ui), "{keys}");
        assert!(interrupted(&ui.press("<ctrl-c*3>")), "{keys}");
    }
    assert!(interrupted(&start().press("<ctrl-c>")));
    let ui = start().press("q<esc><space>q");
    assert!(matches!(ui.effects[..], [Effect::Quit]));
}

#[test]
fn full_width_keys_are_their_ascii_keys() {
    let ui = start().press("<esc>　／miit<enter>").on_node("miit");
    let ui = ui.press("ＭＩＩＴ");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("miit"));
    shows(&start().press("？"), "Keys here");
    shows(&start().press("　"), "Commands");
}

#[test]
fn the_mouse_chooses_opens_and_scrolls() {
    let mut ui = start().press("<esc>");
    let list = ui.app.areas().list.expect("a list");
    ui.send(Msg::Click(Position::new(list.x + 5, list.y + 3)));
    assert_eq!(ui.app.list().cursor(), 3);
    let mut ui = ui.press("<space>/T6<enter>");
    let detail = ui.app.areas().detail.expect("a detail");
    let link = ui.app.page().links[0].line;
    let line = u16::try_from(link).expect("a small number");
    ui.send(Msg::Click(Position::new(
        detail.x + 1 + 12,
        detail.y + line,
    )));
    assert_eq!(id(&ui, ui.app.node()).as_deref(), Some("mem"));
    ui.send(Msg::Wheel(
        Position::new(detail.x + 3, detail.y + 3),
        plan::app::Step::Next,
    ));
    assert!(ui.app.detail().scroll() > 0);
    ui.send(Msg::Click(ui.app.areas().prompt.as_position()));
    assert_eq!(ui.app.context(), Context::Empty);
}

#[test]
fn another_plan_keeps_query_cursor_and_page() {
    let mut ui = start().press("digital<down*2><enter><down*3>");
    let before = here(&ui);
    let plan = Arc::new(shipped());
    let index = Index::lazy(&plan);
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
    let small = Arc::new(load(FILE, &[]).expect("the small plan loads"));
    let index = Index::lazy(&small);
    let mut ui = start()
        .press("zzzzqqqq<esc>")
        .resize(20, 60)
        .press("<esc><space>/A3<enter><right*2>");
    ui.send(Msg::Loaded(Arc::clone(&small), index, Vec::new()));
    for y in 0..60 {
        ui.send(Msg::Click(Position::new(8, y)));
        let frame = ui.frame();
        assert!(!frame.contains("Blockchain"), "{frame}");
    }
}

/// How many were found of each group stands where it fits beside what was typed, on a usual screen too.
#[test]
fn hits_are_counted_by_group_where_there_is_room() {
    for (width, query, grouped) in [
        (80, "data", true),
        (
            80,
            "who is responsible for the data that all of the bodies share",
            false,
        ),
        (40, "data", false),
    ] {
        let ui = Ui::with(width, 24, options(Lang::En)).press(query);
        let line = ui.frame().lines().nth(1).expect("the prompt").to_owned();
        assert_eq!(line.contains(" documents"), grouped, "{line}");
    }
}

/// On a small screen an answer without entries is read in full.
#[test]
fn an_answer_in_words_is_read_on_a_small_screen() {
    for (query, said) in [
        ("who coordinates the whole plan", "Lead: CAC"),
        ("what is due in 2031", "No target is due in 2031."),
    ] {
        let ui = Ui::with(40, 12, options(Lang::En)).press(query);
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        assert!(
            joined(&ui.frame()).contains(&joined(said)),
            "{}",
            ui.frame()
        );
    }
}

/// A language that is on is not asked for.
#[test]
fn a_language_is_asked_for_where_it_is_not_on() {
    for (lang, query, asks) in [
        (Lang::En, "in chinese", true),
        (Lang::En, "中文", true),
        (Lang::En, "switch to english", false),
        (Lang::En, "切换语言", true),
        (Lang::Zh, "in english", true),
        (Lang::Zh, "换成中文", false),
        (Lang::Zh, "换成英文", true),
    ] {
        let ui = Ui::with(80, 24, options(lang))
            .press(query)
            .press("<enter>");
        assert_eq!(ui.app.lang() != lang, asks, "{query}");
    }
}

/// What changed with the last reload is listed in the language that is chosen meanwhile.
#[test]
fn the_list_of_changes_follows_the_language() {
    let ui = Ui::with(80, 24, options(Lang::En));
    let new = crate::ui::with_overlays(&[plan::model::Input {
        name: "ours.json",
        bytes: include_bytes!("../../../../data/example-overlay.json"),
    }]);
    let new = Arc::new(new);
    let changes = plan::model::diff(ui.app.plan(), &new);
    let mut ui = ui;
    let index = Index::lazy(&new);
    ui.send(Msg::Loaded(new, index, changes));
    let ui = ui.press("<enter>");
    assert!(ui.frame().contains("What changed"), "{}", ui.frame());
    let frame = ui.press("<f2>").frame();
    assert!(
        frame.contains("变动") && !frame.contains("What changed"),
        "{frame}"
    );
}
