//! The mouse: what is clicked is found by what the drawn frame shows at that place. By the state
//! alone, and in the real program, which hears of the mouse only where that is asked for.

use crate::common::{Bond, Pty};
use crate::ui::Ui;
use plan::app::{Focus, Msg, Step, TabKind};
use ratatui::layout::Position;
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
    let TabKind::Kind(kind) = ui.app.section() else {
        panic!("not a kind: {:?}", ui.app.section())
    };
    assert_eq!(&*ui.app.plan()[kind].id, "project");
    click(&mut ui, "P3  National data center");
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
    let all = plan::app::TabKind::of(ui.app.plan());
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
    assert_eq!((ui.app.list().cursor(), ui.app.detail().scroll()), (0, 3));
    assert_eq!(ui.app.focus(), Focus::Prompt);
}

#[test]
fn a_click_on_a_cell_of_the_matrix_opens_its_item() {
    let mut ui = Ui::new(80, 24).press("<esc><space>m");
    let head = find(&ui, "T4");
    let row = find(&ui, " MIIT");
    ui.send(Msg::Click(Position::new(head.x, row.y)));
    ui.on_node("T4");
}

#[test]
fn a_click_on_a_line_of_the_bookmarks_opens_it() {
    let mut ui = Ui::new(80, 24).press("P9<enter><space>b<esc><space>'");
    click(&mut ui, "P9");
    ui.on_node("P9");
}

// The program

const PLAN: &str = env!("CARGO_BIN_EXE_plan");

/// The column and row where a text is on the terminal, counted from 1.
#[track_caller]
fn place(pty: &mut Pty, text: &str) -> (usize, usize) {
    pty.shows(text);
    let columns = pty.screen().size().1;
    let rows = pty.screen().rows(0, columns);
    let mut found = rows.enumerate().filter_map(|(row, line)| {
        let (before, _) = line.split_once(text)?;
        Some((before.width() + 1, row + 1))
    });
    found.next().expect("it is shown in one row")
}

/// Presses and lets go of the left button on a text.
#[track_caller]
fn press(pty: &mut Pty, text: &str) {
    let (column, row) = place(pty, text);
    let at = format!("{column};{row}");
    pty.send(format!("\x1b[<0;{at}M\x1b[<0;{at}m"));
}

/// Turns the wheel down over a text.
#[track_caller]
fn wheel(pty: &mut Pty, text: &str) {
    let (column, row) = place(pty, text);
    pty.send(format!("\x1b[<65;{column};{row}M"));
}

#[test]
fn the_program_takes_clicks_and_the_wheel_where_the_mouse_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("config.toml");
    std::fs::write(&file, "mouse = true\n").expect("it is written");
    let file = file.to_str().expect("it is UTF-8");
    for asked in [&["--mouse"][..], &["--config", file]] {
        let mut pty = Pty::start(PLAN, &[&["--fresh"], asked].concat());
        pty.shows("P1 ");
        assert_ne!(
            pty.screen().mouse_protocol_mode(),
            vt100::MouseProtocolMode::None
        );
        press(&mut pty, "Projects 17");
        pty.shows("P1  Project");
        press(&mut pty, "P3  National");
        pty.shows("P3  Project");
        wheel(&mut pty, "P6  Big");
        pty.shows("P4  Project");
        press(&mut pty, "MIIT  Ministry");
        pty.shows("MIIT  Organisation");
        wheel(&mut pty, "MIIT  Organisation");
        pty.hides("MIIT  Organisation");
        pty.send("\x1b");
        press(&mut pty, "More");
        pty.shows("Focus areas 8");
        pty.send(" q");
        assert_eq!(pty.ends(), 0);
        pty.is_given_back();
    }
}

#[test]
fn without_being_asked_the_program_leaves_the_mouse_to_the_terminal() {
    let mut pty = Pty::start_as(Bond::Controlling, (80, 24), PLAN, &["--fresh"], &[]);
    pty.shows("P1 ");
    pty.send("\x1b");
    pty.send(" m");
    pty.shows("Matrix");
    pty.send("\x1b");
    pty.send(" q");
    assert_eq!(pty.ends(), 0);
    for mode in ["1000", "1002", "1003", "1006", "1015"] {
        let bytes = memchr::memmem::find(&pty.bytes, format!("?{mode}h").as_bytes());
        assert!(bytes.is_none(), "mode {mode} is on");
    }
}
