//! The mouse: what is clicked is found by what the drawn frame shows at that place.

mod ui;

use plan::app::{Focus, Msg, Section, Step};
use ratatui::layout::Position;
use ui::Ui;
use unicode_width::UnicodeWidthStr;

/// The place of a text on the frame, by columns.
#[track_caller]
fn find(ui: &Ui, text: &str) -> Position {
    let frame = ui.frame();
    let (row, line) = frame
        .lines()
        .enumerate()
        .find(|(_, line)| line.contains(text))
        .unwrap_or_else(|| panic!("no {text:?} in\n{frame}"));
    let before = line.split(text).next().unwrap_or_default();
    Position::new(
        u16::try_from(before.width()).expect("a screen is narrow"),
        u16::try_from(row).expect("a screen is low"),
    )
}

#[track_caller]
fn click(ui: &mut Ui, text: &str) {
    let at = find(ui, text);
    ui.send(Msg::Click(at));
}

#[test]
fn a_click_on_a_tab_shows_it_and_on_a_row_chooses_it() {
    let mut ui = Ui::new(80, 24);
    click(&mut ui, "Projects 17");
    let Section::Kind(kind) = ui.app.section() else {
        panic!("not a kind: {:?}", ui.app.section())
    };
    assert_eq!(&*ui.app.plan()[kind].id, "project");
    click(&mut ui, "P3 National data center");
    assert_eq!(ui.app.focus(), Focus::List);
    let mut ui = ui.on_node("P3");
    click(&mut ui, "> Type a name");
    assert_eq!(ui.app.focus(), Focus::Prompt);
}

/// Under "more" are the tabs that do not fit; each click leads to the next of them.
#[test]
fn a_click_on_more_shows_the_tabs_that_do_not_fit() {
    let mut ui = Ui::new(80, 24);
    let (shown, hidden) = ui.app.tabs();
    assert!(hidden);
    let all = plan::app::Section::of(ui.app.plan());
    for section in all.iter().skip(shown.len()) {
        click(&mut ui, "More");
        assert_eq!(ui.app.section(), *section);
    }
}

#[test]
fn a_click_on_a_link_follows_it_and_elsewhere_it_only_gives_the_focus() {
    let mut ui = Ui::new(80, 24).press("P1");
    click(&mut ui, "Lead ");
    assert_eq!(ui.app.focus(), Focus::Detail);
    let mut ui = ui.on_node("P1");
    click(&mut ui, "MIIT  Ministry");
    let mut ui = ui.on_node("miit");
    ui.send(Msg::Back);
    ui.on_node("P1");
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let mut ui = Ui::new(80, 24);
    ui.send(Msg::Wheel(Position::new(5, 8), Step::Next));
    assert_eq!(ui.app.list().cursor(), 1);
    ui.send(Msg::Wheel(Position::new(5, 8), Step::Prev));
    assert_eq!(ui.app.list().cursor(), 0);
    ui.send(Msg::Wheel(Position::new(60, 8), Step::Next));
    assert_eq!((ui.app.list().cursor(), ui.app.reader().scroll()), (0, 3));
    assert_eq!(ui.app.focus(), Focus::Prompt);
}

#[test]
fn a_click_on_a_cell_of_the_matrix_opens_its_item() {
    let mut ui = Ui::new(80, 24).press("<esc>m");
    let head = find(&ui, "T4");
    let row = find(&ui, " MIIT");
    ui.send(Msg::Click(Position::new(head.x, row.y)));
    ui.on_node("T4");
}

#[test]
fn a_click_on_a_line_of_the_bookmarks_opens_it() {
    let mut ui = Ui::new(80, 24).press("P9<enter>b<esc>'");
    click(&mut ui, "P9");
    ui.on_node("P9");
}
