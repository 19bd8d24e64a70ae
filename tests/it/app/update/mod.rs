//! Scripts of keys on the shipped plan, and the laws that hold for all of them. No terminal.

mod back;
mod commands;
mod commands_typed;
mod detail;
mod laws;
mod list;
mod menu;
mod prompt;

use crate::ui::{Ui, options};
use plan::app::{Context, Focus, Keymap, MatrixView, Preset, SessionState, Subject};
use plan::model::{Lang, Node};

fn start() -> Ui {
    Ui::with(80, 24, options(Lang::En))
}

/// The same with the keys of the vim preset.
fn vim() -> Ui {
    let options = plan::app::Options {
        keymap: Keymap::preset(Preset::Vim),
        ..options(Lang::En)
    };
    Ui::with(80, 24, options)
}

/// Everything that coming back has to restore.
#[derive(Clone, Debug, PartialEq)]
struct Here {
    place: SessionState,
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
        subject: app.detail().subject(),
        scroll: app.detail().scroll(),
        link: app.detail().link(),
        wide: app.detail().is_wide(),
        cell: app.matrix_view().and_then(MatrixView::current),
    }
}

impl Here {
    /// The place as the way back shows it: the keys of a query that is asked are with its list.
    fn come_back_to(mut self) -> Here {
        if self.focus == Focus::Prompt && !self.typed.is_empty() {
            self.focus = Focus::List;
        }
        self
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
