//! What was found to be wrong with records, each with the path to where it stands. A path names no
//! line: `locate` knows lines, and only once something is wrong.

use crate::model::{Origin, clip};

use super::problem::ProblemKind;

/// A step from a value of a file to one inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathStep {
    /// The member of an object with this key.
    Key(&'static str),
    /// The element of a list, from 0.
    At(usize),
}

/// Where a record stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    /// The file.
    pub(super) file: Origin,
    /// The key of the list that it stands in, or `plan`.
    pub(super) list: &'static str,
    /// Its place in the list; nothing where there is only one.
    pub(super) index: Option<usize>,
}

impl At {
    /// The path to the record, which is about the node with this id.
    pub(super) fn path(self, id: &str) -> Path<'_> {
        Path::Record(self, id)
    }
}

/// The way to a value of a file. It lies on the stack while records are walked, and so costs nothing
/// as long as nothing is wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Path<'p> {
    /// A whole file.
    File(Origin),
    /// A record, and the id of the node that it is about.
    Record(At, &'p str),
    /// A member of an object.
    Key(&'p Path<'p>, &'static str),
    /// An element of a list.
    Element(&'p Path<'p>, usize),
}

/// A path that is kept: `items[12].parent` of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct JsonPath {
    /// The file.
    pub(super) file: Origin,
    /// The steps from the outermost value.
    pub(super) steps: Vec<PathStep>,
}

impl<'p> Path<'p> {
    pub(super) fn key(&'p self, key: &'static str) -> Path<'p> {
        Path::Key(self, key)
    }

    pub(super) fn at(&'p self, index: usize) -> Path<'p> {
        Path::Element(self, index)
    }

    /// The file it leads into.
    pub(super) fn file(&self) -> Origin {
        match self {
            Path::File(file) | Path::Record(At { file, .. }, _) => *file,
            Path::Key(outer, _) | Path::Element(outer, _) => outer.file(),
        }
    }

    /// The record that it leads into, if it does.
    pub(super) fn record(&self) -> Option<At> {
        match self {
            Path::File(_) => None,
            Path::Record(at, _) => Some(*at),
            Path::Key(outer, _) | Path::Element(outer, _) => outer.record(),
        }
    }

    pub(super) fn place(&self) -> JsonPath {
        let mut steps = Vec::new();
        self.add_steps(&mut steps);
        JsonPath {
            file: self.file(),
            steps,
        }
    }

    fn add_steps(&self, steps: &mut Vec<PathStep>) {
        match self {
            Path::File(_) => {}
            Path::Record(at, _) => {
                steps.push(PathStep::Key(at.list));
                steps.extend(at.index.map(PathStep::At));
            }
            Path::Key(outer, key) => {
                outer.add_steps(steps);
                steps.push(PathStep::Key(key));
            }
            Path::Element(outer, index) => {
                outer.add_steps(steps);
                steps.push(PathStep::At(*index));
            }
        }
    }

    /// The id of the node that the record is about, as problems show it.
    fn item(&self) -> Option<String> {
        match self {
            Path::File(_) => None,
            Path::Record(_, id) => item_label(id),
            Path::Key(outer, _) | Path::Element(outer, _) => outer.item(),
        }
    }
}

/// An id as problems show it; nothing where it is empty.
pub(super) fn item_label(id: &str) -> Option<String> {
    let id = clip(id, 60);
    (!id.trim().is_empty()).then(|| id.trim().to_owned())
}

/// Something that was found to be wrong.
#[derive(Debug)]
pub(super) struct Finding {
    /// Where it stands.
    pub(super) at: JsonPath,
    /// The id of the node that it is about.
    pub(super) item: Option<String>,
    /// What is wrong.
    pub(super) what: ProblemKind,
    /// The other place that it has to do with.
    pub(super) first: Option<JsonPath>,
}

/// No more problems than this are kept; the others are counted.
pub(super) const MOST_FINDINGS: usize = 10_000;

/// What was found to be wrong, as it was found: the first [`MOST_FINDINGS`].
#[derive(Debug)]
pub(super) struct Capped<T> {
    pub(super) kept: Vec<T>,
    /// How many more there are.
    pub(super) more: usize,
}

/// What is wrong with records.
pub(super) type Findings = Capped<Finding>;

impl<T> Default for Capped<T> {
    fn default() -> Capped<T> {
        let (kept, more) = (Vec::new(), 0);
        Capped { kept, more }
    }
}

impl<T> Capped<T> {
    pub(super) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    pub(super) fn push(&mut self, make: impl FnOnce() -> T) {
        if self.kept.len() < MOST_FINDINGS {
            self.kept.push(make());
        } else {
            self.more += 1;
        }
    }
}

impl Findings {
    pub(super) fn add(&mut self, path: Path, what: ProblemKind) {
        self.add_beside(path, what, None);
    }

    /// Adds a problem that has to do with another place.
    pub(super) fn add_beside(&mut self, path: Path, what: ProblemKind, first: Option<JsonPath>) {
        self.push(|| Finding {
            at: path.place(),
            item: path.item(),
            what,
            first,
        });
    }
}
