//! The search prompt: what is typed, what it asks, what was found, and what was asked before.

use std::sync::Arc;

use tui_input::{Input, InputRequest};

use super::msg::Edit;
use crate::model::{Date, Node, sanitize};
use crate::query::{Note, Query};
use crate::search::{Counts, Found, Hit};

/// The prompt, the newest question and the newest answer.
#[derive(Debug, Default)]
pub struct Lookup {
    /// The day that tells what is overdue.
    pub(super) today: Option<Date>,
    input: Input,
    query: Query,
    ticket: u64,
    answered: u64,
    found: Option<Arc<Found>>,
    /// The same before a part of it was hidden.
    whole: Option<Arc<Found>>,
    queries: Vec<String>,
    /// How far back in the earlier queries the prompt is.
    earlier: Option<usize>,
    /// The newest question was asked before, of another plan: until it is answered, what was found then
    /// stands, and the answer moves nothing.
    again: bool,
    /// Enter was pressed before the answer came.
    pub(super) open_when_found: bool,
}

impl Lookup {
    pub(super) fn new(queries: Vec<String>, today: Option<Date>) -> Lookup {
        Lookup {
            today,
            queries,
            ..Lookup::default()
        }
    }

    /// The prompt.
    #[must_use]
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// The question as it was last asked.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The newest answer; `None` while nothing is asked.
    #[must_use]
    pub fn found(&self) -> Option<&Arc<Found>> {
        self.found.as_ref()
    }

    /// The same with what is hidden.
    pub(super) fn whole(&self) -> Option<&Arc<Found>> {
        self.whole.as_ref()
    }

    /// Hides what is not to be shown of the newest answer.
    pub(super) fn show_only(&mut self, is_shown: impl Fn(Node) -> bool) {
        self.found = self.whole.as_ref().map(|whole| {
            if whole.hits.iter().all(|hit| is_shown(hit.node)) {
                return Arc::clone(whole);
            }
            same(whole, |node| is_shown(node).then_some(node))
        });
    }

    /// The newest question has no answer yet.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.answered != self.ticket
    }

    /// Something was asked before.
    pub(super) fn has_earlier(&self) -> bool {
        !self.queries.is_empty()
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        self.earlier = None;
        change(&mut self.input, edit);
    }

    pub(super) fn insert(&mut self, text: &str) {
        self.earlier = None;
        insert(&mut self.input, text);
    }

    pub(super) fn set_input(&mut self, text: &str) {
        self.input = Input::new(text.to_owned());
    }

    /// Takes over what stands in the prompt of another.
    pub(super) fn take_over(&mut self, other: &Lookup) {
        self.input = other.input.clone();
    }

    /// Asks what the prompt says, narrowed by a filter. Gives the question to be answered, or `None`
    /// where nothing is asked.
    pub(super) fn ask(&mut self, narrowed: Option<String>) -> Option<(u64, Query)> {
        self.ticket += 1;
        self.open_when_found = false;
        self.again = false;
        let typed = Query::parse(self.input.value()).on(self.today);
        if typed.is_empty() {
            self.answered = self.ticket;
            self.query = typed;
            self.found = None;
            self.whole = None;
            return None;
        }
        let asked = match narrowed {
            Some(filter) => {
                Query::parse(&format!("{} {filter}", self.input.value())).on(self.today)
            }
            None => typed.clone(),
        };
        self.query = typed;
        Some((self.ticket, asked))
    }

    /// Asks the same of another plan; until that is answered, what was found before is shown as far as
    /// the other plan has it. `renamed` gives the other plan's node for one of this plan.
    pub(super) fn ask_again(
        &mut self,
        narrowed: Option<String>,
        renamed: impl Fn(Node) -> Option<Node>,
    ) -> Option<(u64, Query)> {
        let open = self.open_when_found;
        for found in [&mut self.found, &mut self.whole] {
            *found = found.take().map(|found| same(&found, &renamed));
        }
        let asked = self.ask(narrowed);
        self.open_when_found = open;
        self.again = asked.is_some();
        asked
    }

    /// Returns true if the newest question was asked before, of another plan.
    #[must_use]
    pub fn is_again(&self) -> bool {
        self.again
    }

    /// Takes an answer, unless a newer question was asked since.
    pub(super) fn answer(&mut self, ticket: u64, found: Found) -> bool {
        let current = ticket == self.ticket && self.is_waiting();
        if current {
            self.answered = ticket;
            self.whole = Some(Arc::new(found));
            self.found.clone_from(&self.whole);
        }
        current
    }

    /// Puts back what was asked and found before.
    pub(super) fn restore(&mut self, text: &str, found: Option<Arc<Found>>) {
        self.ticket += 1;
        self.answered = self.ticket;
        self.set_input(text);
        self.query = Query::parse(text).on(self.today);
        self.found.clone_from(&found);
        self.whole = found;
    }

    /// An earlier query, the newest first, then round again.
    pub(super) fn recall(&mut self) -> bool {
        let next = self
            .earlier
            .map_or(0, |back| (back + 1) % self.queries.len().max(1));
        let Some(text) = self.queries.iter().rev().nth(next).cloned() else {
            return false;
        };
        self.set_input(&text);
        self.earlier = Some(next);
        true
    }

    /// Keeps the prompt's words among the earlier queries; gives them if they are worth it.
    pub(super) fn keep(&mut self) -> Option<String> {
        let text = self.input.value().trim().to_owned();
        if text.is_empty() || self.queries.last() == Some(&text) {
            return None;
        }
        self.queries.retain(|query| *query != text);
        self.queries.push(text.clone());
        Some(text)
    }
}

/// What was found, in another plan.
pub(super) fn same(found: &Found, renamed: impl Fn(Node) -> Option<Node>) -> Arc<Found> {
    let mut weak = 0;
    let mut hits = Vec::with_capacity(found.hits.len());
    for (place, hit) in found.hits.iter().enumerate() {
        if let Some(node) = renamed(hit.node) {
            weak += usize::from(place < found.weak);
            hits.push(Hit {
                node,
                ..hit.clone()
            });
        }
    }
    let gone = found.hits.len() - hits.len();
    let notes = found.notes.iter().cloned().map(|note| match note {
        Note::Count { count, kind } => Note::Count {
            count: count.saturating_sub(gone),
            kind,
        },
        note => note,
    });
    let count = |is: fn(&Node) -> bool| hits.iter().filter(|hit| is(&hit.node)).count();
    Arc::new(Found {
        weak,
        total: found.total - gone,
        counts: match gone {
            0 => found.counts,
            _ => Counts {
                items: count(|node| matches!(node, Node::Plan | Node::Item(_))),
                bodies: count(|node| matches!(node, Node::Body(_))),
                documents: count(|node| matches!(node, Node::Document(_))),
            },
        },
        notes: notes.collect(),
        by_date: found.by_date,
        asked_of: found.asked_of,
        hits,
    })
}

/// Types text into a prompt, as far as it is read; control characters and line breaks become blanks.
pub(super) fn insert(input: &mut Input, text: &str) {
    let room = crate::query::LONGEST.saturating_sub(input.value().chars().count());
    let typed: Vec<char> = sanitize(text).chars().take(room).collect();
    if typed.is_empty() {
        return;
    }
    let caret = input.cursor();
    let mut value: Vec<char> = input.value().chars().collect();
    let at = caret.min(value.len());
    let end = at + typed.len();
    value.splice(at..at, typed);
    // Marks that were typed one by one must not pile up either.
    let value: String = value.into_iter().collect();
    let before = value.chars().take(end).collect::<String>();
    let caret = sanitize(&before).chars().count();
    *input = Input::new(sanitize(&value).into_owned()).with_cursor(caret);
}

/// Edits a prompt as readline does.
pub(super) fn change(input: &mut Input, edit: Edit) {
    let request = match edit {
        Edit::Backspace => InputRequest::DeletePrevChar,
        Edit::Delete => InputRequest::DeleteNextChar,
        Edit::Left => InputRequest::GoToPrevChar,
        Edit::Right => InputRequest::GoToNextChar,
        Edit::WordLeft => InputRequest::GoToPrevWord,
        Edit::WordRight => InputRequest::GoToNextWord,
        Edit::Home => InputRequest::GoToStart,
        Edit::End => InputRequest::GoToEnd,
        Edit::KillWordLeft => InputRequest::DeletePrevWord,
        Edit::KillWordRight => InputRequest::DeleteNextWord,
        Edit::KillToStart => return kill_to_start(input),
        Edit::KillToEnd => InputRequest::DeleteTillEnd,
        Edit::Yank => InputRequest::Yank,
    };
    input.handle(request);
}

/// Readline's Ctrl-u takes what is before the caret, not the whole line.
fn kill_to_start(input: &mut Input) {
    let head: String = input.value().chars().take(input.cursor()).collect();
    let rest: String = input.value().chars().skip(input.cursor()).collect();
    if head.is_empty() {
        return;
    }
    *input = input.clone().with_value(head);
    input.handle(InputRequest::DeleteLine);
    *input = input.clone().with_value(rest).with_cursor(0);
}
