//! What a question about a set asks for, and what several of its words mean together.

use super::bound::Bounded;
use super::set_words::{BODIES_ZH, COORDINATES, OFFICES, PLAN, Piece, SPANS, WHOLE};
use super::sets::{is_exception, is_filler, is_work, parts};
use super::time::{Time, nearest, next};
use crate::model::Date;

/// A question about a set, as far as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) pieces: Vec<Piece>,
    /// A year that stands after `by`, `in`, 到; once it is known which day it is, with the month.
    pub(crate) year: Option<String>,
    /// A month.
    pub(crate) month: Option<u8>,
    /// A day of that month.
    pub(crate) day: Option<u8>,
    /// A bounded time.
    pub(crate) bounded: Option<Bounded>,
    /// What was not read, word by word.
    pub(crate) rest: Vec<String>,
    /// The same with what bodies are and with [`FILLERS`], which are parts of names too: `ministry of
    /// education`, 工业和信息化部.
    pub(crate) named: Vec<String>,
    /// A word that turns the question round, and which no piece has: `not inferred`.
    pub(crate) negated: Option<String>,
}

impl Asked {
    pub(crate) fn has(&self, piece: Piece) -> bool {
        self.pieces.contains(&piece)
    }

    /// The time counted from today that it names.
    pub(crate) fn time(&self) -> Option<Time> {
        self.pieces.iter().find_map(|piece| match piece {
            Piece::Time(time) => Some(*time),
            _ => None,
        })
    }

    /// Returns true if it names a time that is no plain year.
    pub(crate) fn has_time(&self) -> bool {
        self.month.is_some() || self.time().is_some() || self.bounded.is_some()
    }

    /// Puts a piece in the place of others.
    pub(crate) fn read_as(&mut self, others: &[Piece], new: Piece) {
        for piece in &mut self.pieces {
            if others.contains(piece) {
                *piece = new;
            }
        }
    }

    /// Returns true if it asks for a state, a time or work.
    pub(crate) fn asks_of_states(&self) -> bool {
        !self.pieces.is_empty() || self.has_time() || self.has_work()
    }

    /// Returns true if it asks of assignments: when they are due, or what became of them.
    pub(crate) fn is_of_assignments(&self) -> bool {
        self.is_of_work() || self.has_time()
    }

    /// Settles what several pieces mean together: what was not reached was missed, and `was it reached` asks
    /// what came of it.
    pub(super) fn settle(&mut self, text: &str) {
        const RESULTS: &[Piece] = &[Piece::Reached, Piece::Finish];
        const RESULT: &[&str] = &["result", "结果"];
        let asks_whether = || {
            let first = text.split(' ').next().unwrap_or_default();
            let is_verb = [
                "did", "do", "does", "has", "have", "is", "are", "was", "were",
            ]
            .contains(&first);
            let ends = ["吗", "嘛", "如何", "怎么样", "怎样"];
            let is_end = ends.iter().any(|end| text.ends_with(end)) || text.contains("是否");
            is_verb || is_end && !text.contains('哪')
        };
        let turns = |word: &String| !is_exception(word);
        let of_results = [
            Piece::Missed,
            Piece::Reached,
            Piece::Whether,
            Piece::NoResult,
        ];
        if of_results.iter().any(|&piece| self.has(piece)) {
            // `What did the plan fail to achieve`: all is the plan's.
            self.rest.retain(|word| !PLAN.contains(&&**word));
        }
        if self.has(Piece::Ours) {
            // What we are to do is our work.
            for words in [&mut self.rest, &mut self.named] {
                words.retain(|word| !DOING.contains(&&**word));
            }
        }
        let is_of_results = || RESULT.iter().any(|word| text.contains(word));
        if self.has(Piece::Target) && self.is_without_topic() && is_of_results() {
            // The results of all that is aimed at.
            self.read_as(&[Piece::Target], Piece::Whether);
        }
        if self.has(Piece::Missed) {
            self.pieces.retain(|piece| !RESULTS.contains(piece));
        }
        if self.negated.as_ref().is_some_and(turns) {
            let before = self.pieces.clone();
            for piece in &mut self.pieces {
                *piece = match *piece {
                    Piece::Reached | Piece::Finish | Piece::Whether => Piece::Missed,
                    Piece::Missed => Piece::Reached,
                    Piece::Done => Piece::Unfinished,
                    Piece::Unfinished => Piece::Done,
                    other => other,
                };
            }
            if self.pieces != before {
                self.negated = None;
            }
        } else if asks_whether() {
            self.read_as(RESULTS, Piece::Whether);
        }
    }

    /// Speaks of any work where it spoke of a kind that is called so.
    pub(crate) fn mean_any_work(&mut self) {
        self.named.push(WORK.to_owned());
        self.read_as(&[Piece::Reached, Piece::Whether], Piece::Done);
        self.read_as(&[Piece::Missed], Piece::Unfinished);
    }

    /// Reads a time counted from today as a year, a month or a day. A month without a year is the nearest
    /// in which something `is_due`, or else the nearest; the next one where nothing has a date.
    pub(crate) fn on(&mut self, today: Option<Date>, is_due: Option<&dyn Fn(&str) -> bool>) {
        let time = self.time();
        let of_year =
            time.filter(|time| matches!(time, Time::LastYear | Time::ThisYear | Time::NextYear));
        if let Some((time, today)) = of_year.zip(today)
            && self.year.is_none()
        {
            self.year = Some(time.on(today));
        }
        let comes = time.is_some_and(|time| time != Time::LastYear);
        let is_to_come = comes || self.has(Piece::YearEnd) || self.month.is_some();
        let finish = if is_to_come {
            Piece::Due
        } else {
            Piece::Reached
        };
        self.read_as(&[Piece::Finish], finish);
        if self.has(Piece::YearEnd) {
            self.month = Some(12);
        }
        let day = self
            .day
            .map_or_else(String::new, |day| format!("-{day:02}"));
        let nearest = |month: u8, today: Date| {
            let is_due = is_due.filter(|_| !self.has(Piece::YearEnd))?;
            let times = nearest(month, self.day, today);
            let found = times.iter().find(|time| is_due(time));
            found.or(times.first()).cloned()
        };
        let counted = match (self.month, &self.year) {
            (Some(month), Some(year)) => Some(format!("{year}-{month:02}{day}")),
            (Some(month), None) => today.map(|today| {
                nearest(month, today).unwrap_or_else(|| next(month, self.day, today) + &day)
            }),
            (None, _) => time.zip(today).map(|(time, today)| time.on(today)),
        };
        let bounded = self
            .bounded
            .and_then(|bounded| bounded.value(self.year.as_deref(), today));
        self.year = bounded.or(counted).or(self.year.take());
    }

    /// Returns true if it asks what is due, and not by when: what comes next is meant.
    pub(crate) fn is_of_next(&self) -> bool {
        let is_bounded = self.bounded.is_some() || self.year.is_some();
        let is_of_nothing = || self.rest.iter().all(|word| is_filler(word));
        self.has(Piece::Due) && !is_bounded && (!self.has(Piece::When) || is_of_nothing())
    }

    /// Returns true if it asks who leads the plan as a whole.
    pub(crate) fn is_of_leading_plan(&self) -> bool {
        const FORMAL: &[&str] = &["national", "five", "year"];
        let tables = [PLAN, WHOLE, COORDINATES, FORMAL];
        let of_one = |word: &str| tables.iter().any(|table| table.contains(&word));
        let parts: Vec<&str> = self
            .rest
            .iter()
            .flat_map(|word| parts(word, &tables))
            .collect();
        let coordinates = || parts.iter().any(|part| COORDINATES.contains(part));
        let asks = self.has(Piece::Who)
            || self.has(Piece::Leads)
            || self.has(Piece::Asks) && coordinates();
        let other = |piece: &Piece| !matches!(piece, Piece::Who | Piece::Leads | Piece::Asks);
        asks && !self.pieces.iter().any(other)
            && parts.iter().any(|part| PLAN.contains(part))
            && parts.iter().all(|part| of_one(part))
    }

    /// Returns true if it asks when something is due, or for a list of something.
    pub(crate) fn asks_of_words(&self) -> bool {
        let known = [
            Piece::Due,
            Piece::When,
            Piece::List,
            Piece::Reached,
            Piece::Asks,
        ];
        let other = |piece: &Piece| !known.contains(piece);
        let asks = [Piece::Due, Piece::When, Piece::List];
        asks.iter().any(|piece| self.has(*piece))
            && !self.pieces.iter().any(other)
            && !self.rest.is_empty()
    }

    /// Returns true if it asks which ones there are of a kind, or how many, and nothing else; the name of a
    /// kind alone does.
    pub(crate) fn lists(&self) -> bool {
        let known = |piece: &Piece| matches!(piece, Piece::Asks | Piece::List | Piece::Count);
        self.pieces.iter().all(known)
    }

    /// Returns true if it asks which organisations there are, or how many.
    pub(crate) fn lists_bodies(&self) -> bool {
        // One is asked about by name: `what does IT ministry do`.
        let are_bodies = |word: &String| is_body(word) && (!word.is_ascii() || word.ends_with('s'));
        self.lists() && self.is_without_topic() && self.named.iter().any(are_bodies)
    }

    /// Returns true if nothing is said beside what it asks for, but that it is the plan's.
    pub(crate) fn is_without_topic(&self) -> bool {
        let mut words = self.rest.iter();
        words.all(|word| is_body(word) || PLAN.contains(&&**word))
    }

    /// Returns true if it asks when the plan itself begins or ends, or when and by whom it was issued.
    pub(crate) fn is_of_plan(&self) -> bool {
        let asks = self.has(Piece::When) || self.has(Piece::Who) && self.has(Piece::Issued);
        asks && self.rest.iter().any(|word| PLAN.contains(&&**word))
            && self
                .rest
                .iter()
                .all(|word| PLAN.contains(&&**word) || SPANS.contains(&&**word))
    }

    /// Returns true if it is about work: all of it, or that in a state.
    pub(crate) fn is_of_work(&self) -> bool {
        self.has_work() || OF_ASSIGNMENTS.iter().any(|piece| self.has(*piece))
    }

    /// Returns true if it asks where the plan can be read.
    pub(crate) fn is_of_text(&self) -> bool {
        const TEXT: &[&str] = &["全文", "原文", "文本", "text", "full"];
        let words = self.rest.iter();
        let parts: Vec<&str> = words.flat_map(|word| parts(word, &[PLAN, TEXT])).collect();
        let is_plan = |part: &&str| PLAN.contains(part);
        self.has(Piece::Where)
            && parts.iter().any(is_plan)
            && parts
                .iter()
                .all(|part| is_plan(part) || TEXT.contains(part))
    }

    /// Returns true if it asks for all of an office's own work, and for nothing else.
    pub(crate) fn is_of_own_work(&self) -> bool {
        let known = [Piece::Ours, Piece::Asks, Piece::List];
        self.has(Piece::Ours)
            && self.pieces.iter().all(|piece| known.contains(piece))
            && self.rest.iter().all(|word| is_filler(word))
    }

    /// Returns true if it asks which bodies work with one: `who works with miit`, `who supports miit`.
    pub(crate) fn is_of_partners(&self) -> bool {
        let supports = |piece: &Piece| matches!(piece, Piece::Who | Piece::Supports);
        self.has(Piece::Partners)
            || self.has(Piece::Who) && self.has(Piece::Supports) && self.pieces.iter().all(supports)
    }

    /// Returns true if it is about all that a body does.
    pub(crate) fn has_work(&self) -> bool {
        self.named.iter().any(|word| is_work(word))
    }
}

fn is_body(word: &str) -> bool {
    OFFICES.contains(&word) || BODIES_ZH.contains(&word)
}

/// What is asked of assignments alone.
#[rustfmt::skip]
const OF_ASSIGNMENTS: &[Piece] = &[
    Piece::Late, Piece::Done, Piece::Unfinished, Piece::Open, Piece::NotBegun, Piece::Dropped, Piece::NoDate, Piece::Ours,
    Piece::Due, Piece::YearEnd,
];
/// What is said of work by those who do it: 我们该做什么.
const DOING: &[&str] = &[
    "做",
    "干",
    "办",
    "该",
    "该做",
    "该干",
    "应做",
    "应该做",
    "应该干",
    "应该",
    "应当做",
    "需要做",
    "需要",
    "得做",
];
/// Any work.
pub(super) const WORK: &str = "工作";
