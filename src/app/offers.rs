//! What is said of a question above what it found, and what is offered there.

use super::phrases::asks_for_file;
use super::{App, Asked, Binding, Context, MatrixView, Msg, TabKind};
use crate::i18n::keys::keys;
use crate::i18n::search::search;
use crate::model::{Node, Str};
use crate::query::Note;
use crate::query::question::in_passing;
use crate::search::{Hit, Tier};

/// What stands above the rows of a result, as one that can be chosen.
#[derive(Clone, Debug)]
pub enum Offer {
    /// The command whose name was typed.
    Command(Msg),
    /// The two that were named, side by side.
    Compare([Node; 2]),
    /// The matrix at what was named over it.
    Cell(Box<MatrixView>),
    /// What is assigned to the unit of our own office that has this name.
    Unit(String),
}

impl App {
    /// What there is to say of the question itself: an unknown filter, another spelling.
    #[must_use]
    pub fn search_notes(&self) -> Vec<String> {
        // Where Enter runs a command, what was not found is not what was asked.
        let found = self.lookup.found();
        let is_alone = !self.is_command_beside();
        let is_run = is_alone && (self.replaces_answer() || self.asks_for_file());
        let found = found.filter(|_| !is_run);
        let notes = found.map_or(&[][..], |found| &found.notes);
        let beside = self.read_as().is_some();
        let is_reading = |note: &&Note| matches!(note, Note::ReadAs(_));
        let readings = notes.iter().filter(|note| !beside && is_reading(note));
        let others = notes
            .iter()
            .filter(|note| !is_reading(note) && !matches!(note, Note::Command(_)));
        // Where there is no room for all, the answer goes before how the question was read.
        let notes = others.chain(readings);
        let notes = notes.map(|note| self.search_note(note));
        let file = self
            .asks_for_file()
            .then(|| self.words().to_file.to_owned());
        let notes = notes.chain(self.command_note()).chain(file);
        let notes = self.cell_note().into_iter().chain(notes);
        let pair = self.pair_with_marked().filter(|_| !self.options.print);
        notes.chain(pair.map(|pair| self.pair_note(pair))).collect()
    }

    /// The same as sentences, one behind the other.
    #[must_use]
    pub fn search_notes_said(&self) -> String {
        let stop = crate::i18n::who::who(self.lang()).stop;
        let gap = stop.trim_start_matches(['.', '。']);
        let mut said = String::new();
        for note in self.search_notes() {
            let is_sentence = said.ends_with(['.', '?', '。', '？']);
            said += if is_sentence || said.is_empty() {
                ""
            } else {
                stop.trim_end()
            };
            said += if said.is_empty() { "" } else { gap };
            said += &note;
        }
        said
    }

    fn search_note(&self, note: &Note) -> String {
        match note {
            Note::NoDates if self.options.kiosk => {
                return search(self.lang()).no_dates_here.to_owned();
            }
            Note::NoAssignments if self.options.kiosk => {
                return search(self.lang()).no_assignments_here.to_owned();
            }
            _ => {}
        }
        // Where a row is only chosen for the shell, nothing is offered.
        let what = match note {
            _ if self.options.print => return crate::describe::note(&self.plan, note, self.lang()),
            Note::Compare(pair) => return self.pair_note(*pair),
            Note::OwnUnit { name, count } => {
                self.words().work_of_unit(&Str::sanitize(name), *count)
            }
            _ => return crate::describe::note(&self.plan, note, self.lang()),
        };
        self.words().command_here(&self.offer_key(), &what)
    }

    fn pair_note(&self, pair: [Node; 2]) -> String {
        let signs = pair.map(|node| crate::describe::sign_in(&self.plan, node, self.lang()));
        let what = self.words().side_by_side(&signs[0], &signs[1]);
        self.words().command_here(&self.offer_key(), &what)
    }

    /// The keys that lead to what is offered.
    fn offer_key(&self) -> String {
        match self.offer_on_enter() {
            Some(_) => self.keyed("{open}"),
            None => self.keyed(&self.words().one_then("{up}", "{open}")),
        }
    }

    /// What Enter does while no row below it is chosen. A hit that is moved to is opened.
    #[must_use]
    pub fn offer_on_enter(&self) -> Option<Offer> {
        self.offered().filter(|_| self.list.is_above())
    }

    /// What is offered above the rows of the list.
    pub(super) fn offered(&self) -> Option<Offer> {
        let command = self.command_offered().cloned().map(Offer::Command);
        let cell = || self.cell_offered().cloned().map(Box::new).map(Offer::Cell);
        command.or_else(cell).or_else(|| self.noted_offer())
    }

    /// The matrix at what is named, where that was typed over the matrix.
    fn cell_offered(&self) -> Option<&MatrixView> {
        let (typed, grid) = self.cell_asked.as_ref()?;
        let is_here = self.context() == Context::Prompt
            && self.section == TabKind::All
            && self.lookup.input().value() == typed
            && self.matrix_below_query().is_some();
        is_here.then_some(grid)
    }

    /// Says what that is.
    fn cell_note(&self) -> Option<String> {
        let named = self.cell_offered()?.named();
        let signs = named.map(|node| crate::describe::sign_in(&self.plan, node, self.lang()));
        let signs = signs.collect::<Vec<_>>().join(" × ");
        let what = self.words().in_matrix(&signs);
        Some(self.words().command_here(&self.offer_key(), &what))
    }

    /// What the search offers itself.
    fn noted_offer(&self) -> Option<Offer> {
        let here = matches!(self.context(), Context::Prompt | Context::List);
        if !here || self.options.print {
            return None;
        }
        let mut notes = self.lookup.found()?.notes.iter();
        let noted = notes.find_map(|note| match note {
            Note::Compare(pair) => Some(Offer::Compare(*pair)),
            Note::OwnUnit { name, .. } => Some(Offer::Unit(name.clone())),
            _ => None,
        });
        noted.or_else(|| self.pair_with_marked().map(Offer::Compare))
    }

    /// What is offered above the rows is chosen, and no row is.
    #[must_use]
    pub fn is_above_rows(&self) -> bool {
        self.offer_on_enter().is_some()
    }

    /// What is offered is what was asked, and not what was found.
    fn replaces_answer(&self) -> bool {
        let offer = self.offer_on_enter();
        matches!(offer, Some(Offer::Command(_) | Offer::Cell(_)))
    }

    /// Enter runs a command whose word was typed.
    #[must_use]
    pub fn runs_on_enter(&self) -> bool {
        matches!(self.offer_on_enter(), Some(Offer::Command(_)))
    }

    /// A command stands beside what was asked and found.
    pub(super) fn is_command_beside(&self) -> bool {
        self.command_beside().is_some()
    }

    /// What the prompt asks, without a command beside it.
    pub(super) fn asked_without_command(&self) -> &str {
        let typed = self.lookup.input().value().trim();
        let rest = in_passing(typed).filter(|_| self.is_command_beside());
        rest.map_or(typed, |(_, rest)| rest)
    }

    fn command_beside(&self) -> Option<&'static str> {
        let typed = self.lookup.input().value().trim().to_lowercase();
        if self.keymap().asked(&typed, self.lang()).next().is_some() {
            return None;
        }
        let notes = &self.lookup.found()?.notes;
        notes.iter().find_map(|note| match note {
            Note::Command(word) => Some(*word),
            _ => None,
        })
    }

    /// The command whose word the query is, or stands in it.
    fn command_typed(&self) -> Option<(&'static Binding, Asked)> {
        // What a word means is no question about the program's help.
        let notes = self.lookup.found().map_or(&[][..], |found| &found.notes);
        if notes.iter().any(|note| matches!(note, Note::Terms(_))) {
            return None;
        }
        let typed = self.lookup.input().value().trim().to_lowercase();
        let typed = self.command_beside().map_or(typed, str::to_owned);
        // How to go back is said before there is a way back, too.
        let is_here = |(command, _): &(&Binding, Asked)| {
            let is_offered = matches!(command.msg, Msg::Back) || self.offers(&command.msg);
            command.contexts.contains(&Context::List) && is_offered
        };
        self.keymap().asked(&typed, self.lang()).find(is_here)
    }

    /// The command that the query asks for, if nothing has that name.
    fn command_offered(&self) -> Option<&Msg> {
        let found = self.lookup.found()?;
        let (command, asked) = self.command_typed()?;
        let named = match asked {
            Asked::ByName => Tier::Exact,
            // A letter begins many names: q.
            Asked::ByWord if self.lookup.input().value().trim().chars().count() == 1 => Tier::Exact,
            Asked::ByWord => Tier::Word,
        };
        let is_other = |hit: &Hit| hit.tier > named || !hit.field.is_name();
        let is_beside = || self.is_command_beside();
        let nothing = found.hits.first().is_none_or(is_other) || is_beside();
        let here = self.context() == Context::Prompt && self.section == TabKind::All;
        (nothing && here).then_some(&command.msg)
    }

    /// What the shell does was asked for: a file, paper.
    #[must_use]
    pub fn asks_for_file(&self) -> bool {
        let typed = self.lookup.input().value();
        self.lookup.found().is_some() && asks_for_file(self.command_beside().unwrap_or(typed))
    }

    /// Says how to run the command whose word the query is.
    fn command_note(&self) -> Option<String> {
        self.lookup.found()?;
        let (command, _) = self.command_typed()?;
        let key = match self.context() {
            _ if self.runs_on_enter() => {
                self.words()
                    .key_or_two("{open}", "{pane}", &format!("{{{}}}", command.name))
            }
            Context::Prompt => {
                let key = format!("{{{}}}", command.name);
                self.words().one_then("{pane}", &key)
            }
            _ => format!("{{{}}}", command.name),
        };
        let what = (command.help)(keys(self.lang()));
        let key = self.keyed(&key);
        // Where Enter runs it, what it does is said first: a small screen cuts the rest.
        Some(if self.runs_on_enter() {
            self.words().command_here(&key, what)
        } else {
            self.words().command(&key, what)
        })
    }
}
