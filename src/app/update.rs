//! The one function that changes the state: a flat match, one line an arm. Parts own their
//! arithmetic; what is derived is brought in line once, at the end.

#![expect(
    clippy::unnecessary_wraps,
    reason = "every arm of the match gives an effect or none, in one shape"
)]

mod closing;
mod comparing;
mod mouse;
mod moving;
mod notices;
mod opening;
pub(super) mod reload;

mod typing;

use super::App;
use super::detail::Subject;
use super::history::Way;
use super::msg::{Context, Effect, Msg};
use super::start::is_early;
use crate::describe;

/// Applies a message to the state. Gives what the program is asked to do for it.
pub fn update(app: &mut App, msg: Msg) -> Option<Effect> {
    let notice = if is_key(&msg) {
        app.notice.take()
    } else {
        None
    };
    let asks_for_changes =
        matches!(msg, Msg::Open) && notice.as_ref().is_some_and(|notice| notice.changes);
    let closes_a_box = matches!(msg, Msg::Leave) && notice.is_some_and(|notice| notice.copied);
    // Any key but typing takes the restored tab as chosen.
    app.returned &= !is_key(&msg) || is_typing(&msg);
    let effect = if asks_for_changes {
        app.show_changes()
    } else if closes_a_box {
        None
    } else {
        apply(app, msg)
    };
    app.sync_derived();
    effect
}

/// A message that a person caused; such a one takes the notice away.
fn is_key(msg: &Msg) -> bool {
    !matches!(
        msg,
        Msg::Resize(_)
            | Msg::Found(..)
            | Msg::Progress(_)
            | Msg::Arrived(_)
            | Msg::Unreadable
            | Msg::Loaded(..)
            | Msg::Note(_)
            | Msg::Today(_)
            | Msg::IdleSoon
    )
}

fn is_typing(msg: &Msg) -> bool {
    matches!(msg, Msg::Type(_) | Msg::Paste(_) | Msg::Edit(_))
}

/// A message that the menu of commands takes itself; every other key is a command, and closes it.
fn is_of_menu(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Menu
            | Msg::Move(_)
            | Msg::MoveColumn(_)
            | Msg::Open
            | Msg::Leave
            | Msg::Cancel
            | Msg::Redraw
            | Msg::Suspend
            | Msg::Click(_)
            | Msg::Wheel(..)
    )
}

fn apply(app: &mut App, msg: Msg) -> Option<Effect> {
    if app.is_opening() && !is_early(&msg) {
        return None;
    }
    if app.context() == Context::Commands && is_key(&msg) && !is_of_menu(&msg) {
        app.overlay = None;
    }
    match msg {
        Msg::Type(character) => app.type_text(character.encode_utf8(&mut [0; 4])),
        Msg::Paste(text) => app.type_text(&text),
        Msg::Edit(edit) => app.edit(edit),
        Msg::Move(motion) => app.go(motion),
        Msg::Scroll(motion) => app.scroll(motion),
        Msg::MoveColumn(motion) => app.move_column(motion),
        Msg::Open => app.open(),
        Msg::Unfold => app.fold(false),
        Msg::Fold => app.fold(true),
        Msg::Earlier => app.earlier(),
        Msg::Pane(step) => app.pane(step),
        Msg::Prompt => app.focus_prompt(),
        Msg::Leave => app.leave(),
        Msg::Tab(number) => app.tab(number),
        Msg::NextTab(step) => app.next_tab(step),
        Msg::Link(step) => app.choose_link(step),
        Msg::Wide => app.wide(),
        Msg::Back => app.turn_page(Way::Back),
        Msg::Forward => app.turn_page(Way::Forward),
        Msg::Who => app.who(),
        Msg::Matrix => app.matrix(),
        Msg::Charts => app.whole_page(Subject::Charts),
        Msg::Years => app.whole_page(Subject::Years),
        Msg::Gaps => app.whole_page(Subject::Gaps),
        Msg::Compare => app.compare(),
        Msg::Overview => app.overview(),
        Msg::Basis => app.next_basis(),
        Msg::Lang => app.other_language(),
        Msg::Cite => app.copy(|plan, node, options| describe::citation(plan, node, options.names)),
        Msg::CopyList => app.copy_list(),
        Msg::CopyPage => app.copy(|plan, node, options| describe::markdown(plan, node, options, 1)),
        Msg::Bookmark => app.bookmark(),
        Msg::Bookmarks => app.show_bookmarks(),
        Msg::Reload => app.ask_outside(Effect::Load),
        Msg::Suspend => app.ask_outside(Effect::Suspend),
        Msg::Theme => app.next_theme(),
        Msg::GoTo => app.ask_id(),
        Msg::Menu => app.command_menu(),
        Msg::Help => app.help(),
        Msg::Query(query) => app.run_query(&query),
        Msg::Close => app.close(),
        Msg::Quit => Some(Effect::Quit),
        Msg::Cancel => app.cancel(),
        Msg::Redraw => Some(Effect::Redraw),
        Msg::Click(at) => app.click(at),
        Msg::Wheel(at, step) => app.wheel(at, step),
        Msg::Resize(size) => app.resize(size),
        Msg::Found(ticket, found) => app.found(ticket, found),
        Msg::Progress(progress) => app.note_progress(progress),
        Msg::Arrived(arrival) => app.arrived(*arrival),
        Msg::Unreadable => Some(Effect::GiveUp),
        Msg::Loaded(plan, index, changes) => app.loaded(plan, index, changes),
        Msg::Note(text) => app.say(text),
        Msg::Today(today) => app.set_today(today),
        Msg::IdleSoon => app.say(app.words().idle_soon),
    }
}
