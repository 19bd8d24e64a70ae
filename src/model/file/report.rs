//! From what a careful builder found to [`Problem`]s with lines and columns.

use std::collections::{BTreeMap, HashSet};

use super::build::{Builder, Finding, MOST_FINDINGS, Place};
use super::check::{Problem, Spot, What};
use super::clean::clip;
use super::place::At;
use super::shape::nearest;

/// A file that problems may be in.
pub(super) struct Text<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
}

/// Everything that is wrong, in the order of files and lines.
pub(super) struct Report<'a> {
    texts: &'a [Text<'a>],
    /// Problems, each with its file and where it stands there.
    found: Vec<(usize, usize, Problem)>,
    /// Other places, each with the problem it belongs to.
    firsts: Vec<(usize, usize, usize)>,
    uncounted: usize,
}

impl<'a> Report<'a> {
    pub(super) fn new(texts: &'a [Text<'a>]) -> Report<'a> {
        Report {
            texts,
            found: Vec::new(),
            firsts: Vec::new(),
            uncounted: 0,
        }
    }

    /// A problem at a place that is known in bytes.
    pub(super) fn add(&mut self, file: usize, from: usize, item: Option<String>, what: What) {
        if self.is_full() {
            self.uncounted += 1;
            return;
        }
        let problem = Problem {
            file: String::new(),
            line: 0,
            column: 0,
            item,
            what,
        };
        self.found.push((file, from, problem));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Further problems are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MOST_FINDINGS
    }

    /// What a builder found, unless something at the same place is known to be wrong already.
    pub(super) fn add_findings(&mut self, builder: &mut Builder) {
        let known: HashSet<(usize, usize)> = self
            .found
            .iter()
            .map(|(file, from, _)| (*file, *from))
            .collect();
        self.uncounted += builder.log.uncounted;
        let findings = std::mem::take(&mut builder.log.findings);
        let near = Nearest::new(builder);
        for finding in findings {
            self.add_finding(finding, &known, &near);
        }
    }

    fn add_finding(&mut self, finding: Finding, known: &HashSet<(usize, usize)>, near: &Nearest) {
        let (file, at, whole) = self.locate(&finding.at);
        let Some(at) = at else {
            return self.add(file, 0, None, finding.what);
        };
        let mut what = finding.what;
        if let What::MissingKey { key } = what
            && at.member(key).is_some()
        {
            // It is there, but wrong; that was said already.
            return;
        }
        if known.contains(&(file, at.from)) {
            return;
        }
        let written = at.string().filter(|_| whole);
        if let Some(written) = written {
            if let What::UnknownId { id, near: close } = &mut what {
                *close = near.of(&written, self.found.len());
                *id = written.into_owned();
            } else if let What::WrongNode { id, .. } | What::UnknownKind { kind: id, .. } =
                &mut what
            {
                *id = written.into_owned();
            }
        }
        let item = self.item(&finding.at);
        if let Some(first) = &finding.first
            && let (file, Some(at), _) = self.locate(first)
        {
            self.firsts.push((file, at.from, self.found.len()));
        }
        self.add(file, at.from, item, what);
    }

    fn record(&self, place: &Place) -> (usize, Option<At<'a>>) {
        let file = usize::from(place.file.0);
        let text = self.texts.get(file).map(|file| file.text);
        (file, text.map(|text| At::value(text, place.record)))
    }

    /// The innermost value on the way to a place, and whether it is the one that is meant.
    fn locate(&self, place: &Place) -> (usize, Option<At<'a>>, bool) {
        let (file, record) = self.record(place);
        match record.map(|record| record.follow(&place.steps)) {
            Some((at, whole)) => (file, Some(at), whole),
            None => (file, None, false),
        }
    }

    fn item(&self, place: &Place) -> Option<String> {
        item_at(self.record(place).1?)
    }

    /// The problems, with their lines and columns.
    pub(super) fn problems(mut self) -> Vec<Problem> {
        let mut spots: BTreeMap<(usize, usize), Spot> = BTreeMap::new();
        for &(file, from, _) in &self.found {
            spots.entry((file, from)).or_default();
        }
        for &(file, from, _) in &self.firsts {
            spots.entry((file, from)).or_default();
        }
        fill_in(&mut spots, self.texts);
        for (file, from, problem) in self.firsts {
            if let What::DoubleId { first, .. } | What::Conflict { first, .. } =
                &mut self.found[problem].2.what
            {
                *first = spots[&(file, from)].clone();
            }
        }
        let others: HashSet<usize> = self
            .found
            .iter()
            .filter(|(.., problem)| matches!(problem.what, What::OtherPlan { .. }))
            .map(|(file, ..)| *file)
            .collect();
        // Of an overlay for another plan, what is wrong with its ids follows from that.
        self.found.retain(|(file, _, problem)| {
            !(others.contains(file) && problem.item.is_some() && problem.what.is_of_ids())
        });
        self.found.sort_by_key(|&(file, from, _)| (file, from));
        let mut problems: Vec<Problem> = Vec::with_capacity(self.found.len() + 1);
        for (file, from, problem) in self.found {
            let Spot { file, line, column } = spots[&(file, from)].clone();
            let problem = Problem {
                file,
                line,
                column,
                ..problem
            };
            if problems.last() != Some(&problem) {
                problems.push(problem);
            }
        }
        if self.uncounted > 0
            && let Some(last) = problems.last().cloned()
        {
            let what = What::More {
                count: self.uncounted,
            };
            problems.push(Problem {
                item: None,
                what,
                ..last
            });
        }
        problems
    }
}

/// The id of the node that a record is about.
pub(super) fn item_at(record: At) -> Option<String> {
    let id = record.member("id").or_else(|| record.member("item"))?;
    let id = clip(&id.string()?, 60);
    (!id.trim().is_empty()).then(|| id.trim().to_owned())
}

/// Lines and columns of all places, each file read once.
fn fill_in(spots: &mut BTreeMap<(usize, usize), Spot>, texts: &[Text]) {
    let mut file = usize::MAX;
    let (mut line, mut column, mut seen) = (1_u32, 1_u32, 0);
    for (&(of, from), spot) in spots {
        if of != file {
            (file, line, column, seen) = (of, 1, 1, 0);
        }
        let Some(text) = texts.get(of) else { continue };
        let between = text.text.get(seen..from).unwrap_or("");
        let (lines, last) = match between.rfind('\n') {
            Some(newline) => {
                column = 1;
                (
                    memchr::memchr_iter(b'\n', between.as_bytes()).count(),
                    &between[newline + 1..],
                )
            }
            None => (0, between),
        };
        line = line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        let columns = u32::try_from(last.chars().count()).unwrap_or(u32::MAX);
        column = column.saturating_add(columns);
        seen += between.len();
        *spot = Spot {
            file: text.name.to_owned(),
            line,
            column,
        };
    }
}

/// Finds what was probably meant by an id that names nothing.
struct Nearest {
    ids: Vec<String>,
}

impl Nearest {
    /// Beyond this many ids, or problems, guessing takes longer than it helps.
    const MOST_IDS: usize = 20_000;
    const MOST_GUESSES: usize = 100;

    fn new(builder: &Builder) -> Nearest {
        let small = builder.slots.len() <= Nearest::MOST_IDS;
        let names = builder.items.iter().map(|item| &item.id);
        let names = names.chain(builder.bodies.iter().map(|body| &body.id));
        let names = names.chain(builder.documents.iter().map(|document| &document.id));
        let ids = names.filter(|_| small).map(ToString::to_string).collect();
        Nearest { ids }
    }

    fn of(&self, id: &str, asked: usize) -> Option<String> {
        let ids = self.ids.iter().filter(|_| asked < Nearest::MOST_GUESSES);
        nearest(id, ids.map(|id| &**id))
    }
}
