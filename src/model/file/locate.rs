//! From paths to lines and columns, once something is wrong.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::findings::{Capped, Finding, Findings, JsonPath, PathStep, item_label};
use super::json::RawJson;
use super::problem::{Location, Problem, ProblemKind};
use super::schema_check::Refused;
use super::sheet::{CellPlace, Imported};
use crate::model::nearest;

/// A data file as text, or as a sheet.
#[derive(Debug)]
pub(super) struct FileText<'t> {
    /// What it is called in messages.
    pub(super) name: &'t str,
    /// What it holds; nothing in a sheet.
    pub(super) text: &'t str,
    /// What a sheet holds.
    pub(super) sheet: Option<SheetFile<'t>>,
}

/// A sheet, and what became of it.
#[derive(Debug)]
pub(super) struct SheetFile<'t> {
    pub(super) bytes: &'t [u8],
    pub(super) imported: Option<Imported>,
}

impl<'t> FileText<'t> {
    pub(super) fn of(name: &'t str, text: &'t str) -> FileText<'t> {
        FileText {
            name,
            text,
            sheet: None,
        }
    }

    /// A sheet of which nothing could be read.
    pub(super) fn is_unreadable(&self) -> bool {
        self.imported()
            .is_some_and(|imported| imported.is_unreadable)
    }

    fn imported(&self) -> Option<&Imported> {
        self.sheet.as_ref()?.imported.as_ref()
    }
}

/// A value of a text. What lies inside it is looked for when it is first asked for.
struct LazyValue<'t> {
    json: RawJson<'t>,
    inside: OnceCell<Inside<'t>>,
}

struct Inside<'t> {
    members: HashMap<Cow<'t, str>, LazyValue<'t>>,
    elements: Vec<LazyValue<'t>>,
}

impl<'t> LazyValue<'t> {
    fn of(json: RawJson<'t>) -> LazyValue<'t> {
        LazyValue {
            json,
            inside: OnceCell::new(),
        }
    }

    fn inside(&self) -> &Inside<'t> {
        self.inside.get_or_init(|| {
            let members = self.json.members().into_iter();
            let elements = self.json.elements().into_iter();
            Inside {
                members: members
                    .map(|member| (member.key, LazyValue::of(member.value)))
                    .collect(),
                elements: elements.map(LazyValue::of).collect(),
            }
        })
    }

    fn has(&self, key: &str) -> bool {
        self.inside().members.contains_key(key)
    }

    /// The id of the node that a record is about, where it can be read.
    fn item(&self) -> Option<String> {
        let members = &self.inside().members;
        let id = members.get("id").or_else(|| members.get("item"))?;
        item_label(&id.json.string()?)
    }

    /// The value that `steps` lead to, or the innermost on the way that exists.
    fn follow(&self, steps: &[PathStep]) -> &LazyValue<'t> {
        let mut at = self;
        for step in steps {
            let inner = match step {
                PathStep::Key(key) => at.inside().members.get(*key),
                PathStep::At(index) => at.inside().elements.get(*index),
            };
            let Some(inner) = inner else { break };
            at = inner;
        }
        at
    }
}

/// Everything that is wrong with some files, each problem with its file and where it stands there in
/// bytes.
#[derive(Default)]
pub(super) struct LocatedProblems {
    found: Capped<(usize, usize, Problem)>,
    /// Other places, each with the problem it belongs to.
    firsts: Vec<(usize, usize, usize)>,
    /// The cells of sheets, by the files and the numbers that stand for their places.
    cells: HashMap<(usize, usize), CellPlace>,
}

impl LocatedProblems {
    /// Adds what is wrong with a sheet by itself.
    pub(super) fn add_sheet(&mut self, file: usize, imported: &Imported) {
        self.found.more += imported.faults.more;
        for fault in &imported.faults.kept {
            let mut from = 0;
            if let Some(place) = &fault.place {
                from = imported.order(place) + 1;
                self.cells.insert((file, from), place.clone());
            }
            self.add(file, from, None, ProblemKind::Sheet(fault.fault.clone()));
        }
    }

    /// Adds a problem at a place that is known in bytes.
    pub(super) fn add(
        &mut self,
        file: usize,
        from: usize,
        item: Option<String>,
        what: ProblemKind,
    ) {
        let at = Location::default();
        let problem = Problem { at, item, what };
        self.found.push(|| (file, from, problem));
    }

    /// Adds problems at places that are known in bytes.
    pub(super) fn add_all(&mut self, file: usize, refused: Capped<Refused>) {
        self.found.more += refused.more;
        for (from, item, what) in refused.kept {
            self.add(file, from, item, what);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Adds what was found in the records, unless something at the same place is known already.
    pub(super) fn locate(&mut self, findings: Findings, texts: &[FileText]) {
        let roots: Vec<LazyValue> = texts
            .iter()
            .map(|text| LazyValue::of(RawJson::of(text.text)))
            .collect();
        let known: HashSet<(usize, usize)> = self
            .found
            .kept
            .iter()
            .map(|(file, from, _)| (*file, *from))
            .collect();
        let mut cells = std::mem::take(&mut self.cells);
        let mut locate = |place: &JsonPath| {
            let file = usize::from(place.file.0);
            if let Some(imported) = texts.get(file)?.imported() {
                let cell = imported.places.cell(&place.steps);
                let from = cell.as_ref().map_or(0, |cell| imported.order(cell) + 1);
                cells.extend(cell.map(|cell| ((file, from), cell)));
                return Some((file, from, None));
            }
            let value = roots.get(file)?.follow(&place.steps);
            let from = value.json.offset_in(texts.get(file)?.text);
            Some((file, from, Some(value)))
        };
        let item_of = |place: &JsonPath| {
            // A list's elements are records, and so is the plan.
            let record = match &*place.steps {
                [list, PathStep::At(index), ..] => vec![*list, PathStep::At(*index)],
                [plan, ..] => vec![*plan],
                [] => return None,
            };
            let root = roots.get(usize::from(place.file.0))?;
            root.follow(&record).item()
        };
        self.found.more += findings.more;
        for finding in findings.kept {
            let Finding {
                at,
                item,
                what,
                first,
            } = finding;
            let Some((file, from, value)) = locate(&at) else {
                continue;
            };
            let missing = match what {
                ProblemKind::MissingKey { key } => Some(key),
                ProblemKind::MissingPlan => Some("plan"),
                _ => None,
            };
            // What is there, but wrong, is known already.
            let is_there = missing.is_some_and(|key| value.is_some_and(|value| value.has(key)));
            if is_there || known.contains(&(file, from)) {
                continue;
            }
            if let Some((file, from, _)) = first.as_ref().and_then(&mut locate) {
                self.firsts.push((file, from, self.found.kept.len()));
            }
            self.add(file, from, item.or_else(|| item_of(&at)), what);
        }
        self.cells = cells;
    }

    /// The problems in the order of files and lines. For ids that name nothing, `ids` are those that
    /// might have been meant.
    pub(super) fn problems(mut self, texts: &[FileText], ids: &[String]) -> Vec<Problem> {
        let mut spots: BTreeMap<(usize, usize), Location> = BTreeMap::new();
        let firsts = self.firsts.iter().map(|&(file, from, _)| (file, from));
        let found = self.found.kept.iter().map(|&(file, from, _)| (file, from));
        spots.extend(
            found
                .chain(firsts)
                .map(|place| (place, Location::default())),
        );
        fill_in(&mut spots, texts);
        for (place, spot) in &mut spots {
            spot.cell = self.cells.remove(place);
        }
        for (file, from, problem) in self.firsts {
            if let Some((.., Problem { what, .. })) = self.found.kept.get_mut(problem)
                && let ProblemKind::DoubleId { first, .. } | ProblemKind::Conflict { first, .. } =
                    what
            {
                *first = spots[&(file, from)].clone();
            }
        }
        let others: HashSet<usize> = self
            .found
            .kept
            .iter()
            .filter(|(.., problem)| matches!(problem.what, ProblemKind::OtherPlan { .. }))
            .map(|(file, ..)| *file)
            .collect();
        // Of an overlay for another plan, what is wrong with its ids follows from that.
        self.found.kept.retain(|(file, _, problem)| {
            !(others.contains(file) && problem.item.is_some() && problem.what.is_of_ids())
        });
        self.found.kept.sort_by_key(|&(file, from, _)| (file, from));
        let mut problems: Vec<Problem> = Vec::with_capacity(self.found.kept.len() + 1);
        for (file, from, mut problem) in self.found.kept {
            problem.at = spots[&(file, from)].clone();
            suggest(&mut problem.what, ids, problems.len());
            if problems.last() != Some(&problem) {
                problems.push(problem);
            }
        }
        if self.found.more > 0
            && let Some(last) = problems.last().cloned()
        {
            let count = self.found.more;
            problems.push(Problem {
                item: None,
                what: ProblemKind::More { count },
                ..last
            });
        }
        problems
    }
}

/// Says which id was probably meant. Beyond some ids, or problems, guessing takes longer than it
/// helps.
fn suggest(what: &mut ProblemKind, ids: &[String], problems: usize) {
    const MOST_IDS: usize = 20_000;
    const MOST_GUESSES: usize = 100;
    if let ProblemKind::UnknownId { id, near } = what
        && ids.len() <= MOST_IDS
        && problems < MOST_GUESSES
    {
        *near = nearest(id, ids.iter().map(String::as_str));
    }
}

/// Lines and columns of all places, each file read once.
fn fill_in(spots: &mut BTreeMap<(usize, usize), Location>, texts: &[FileText]) {
    let mut file = usize::MAX;
    let (mut line, mut column, mut seen) = (1_u32, 1_u32, 0);
    for (&(of, from), spot) in spots {
        if of != file {
            (file, line, column, seen) = (of, 1, 1, 0);
        }
        let Some(text) = texts.get(of) else { continue };
        if text.sheet.is_some() {
            text.name.clone_into(&mut spot.file);
            continue;
        }
        let between = text.text.get(seen..from).unwrap_or("");
        let (lines, last) = match between.rfind('\n') {
            Some(newline) => {
                column = 1;
                let newlines = memchr::memchr_iter(b'\n', between.as_bytes());
                (newlines.count(), &between[newline + 1..])
            }
            None => (0, between),
        };
        line = line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        let columns = u32::try_from(last.chars().count()).unwrap_or(u32::MAX);
        column = column.saturating_add(columns);
        seen += between.len();
        *spot = Location {
            file: text.name.to_owned(),
            line,
            column,
            cell: None,
        };
    }
}
