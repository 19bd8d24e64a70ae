//! Remarks on a query.

use super::{FilterName, Unrecorded};
use crate::model::{BodyId, Date, Node, Term};

/// A remark on a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// There is no filter of this name.
    UnknownFilter(String),
    /// The filter does not know this value.
    UnknownValue {
        /// Which filter.
        filter: FilterName,
        /// The value, as typed.
        value: String,
        /// The values there are.
        known: Vec<String>,
    },
    /// The plan does not have a word; the suggestions were searched for instead.
    DidYouMean {
        /// The word, folded.
        typed: String,
        /// The words of the plan that are nearest, best first.
        suggestions: Vec<String>,
    },
    /// The query was read as this.
    ReadAs(Vec<Part>),
    /// A command of the program stands beside what was found.
    Command(&'static str),
    /// These words of a question about a set were not read.
    NotRead(Vec<String>),
    /// No node has all words; the first hit, which is the nearest, lacks these.
    Nearest(Vec<String>),
    /// The plan has none of these words, nor others that mean the same.
    Nowhere(Vec<String>),
    /// There is no node with the id that was asked for.
    NoSuchId {
        /// The id.
        id: String,
        /// The id of the kind of which it would be; none: a document.
        kind: Option<String>,
        /// The ids of this kind with the lowest and the highest number.
        known: [String; 2],
    },
    /// So many of a kind were asked for.
    Count {
        /// How many.
        count: usize,
        /// The id of the kind; none: of several.
        kind: Option<String>,
    },
    /// The nearest date of what is due.
    NextDue(Date, Node),
    /// When the plan begins and ends was asked for.
    Period,
    /// What words of the pages mean was asked for.
    Terms(Vec<Term>),
    /// Who answers for the plan as a whole was asked for.
    WholePlan,
    /// In which roles a body answers for how much was asked for.
    Roles {
        /// The body.
        body: BodyId,
        /// So many items it leads.
        leads: usize,
        /// In so many it takes part.
        supports: usize,
    },
    /// With whom a body works was asked for.
    Partners(BodyId),
    /// These two are to be compared.
    Compare([Node; 2]),
    /// Nothing passes the filters as which a question was read.
    NoneSuch {
        /// What they ask for.
        of: Sought,
        /// What is found by the words alone stands below.
        by_words: bool,
    },
    /// By when one item is due, and how it stands on a day, was asked for.
    ByWhen(Node, Option<Date>),
    /// Dates or states of an office's own work were asked for, and none are loaded.
    NoDates,
    /// An office's own work was asked for, and none is loaded.
    NoAssignments,
    /// What plans do not record was asked for.
    Unrecorded(Unrecorded),
    /// What an item is part of was asked for.
    PartOf(Node),
    /// The name of a unit of our own office was typed as a word.
    OwnUnit {
        /// The name, as the assignments have it.
        name: String,
        /// How many assignments the filter by it lists.
        count: usize,
    },
    /// What is not of the kind whose name may mean any work was left out.
    OtherKinds {
        /// How many there are.
        count: usize,
        /// The id of the kind.
        kind: String,
        /// What lists them too.
        all: Vec<Part>,
    },
    /// Results of another kind were asked for than the one that has them.
    ResultsOfIndicators,
}

/// What filters ask for that nothing passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// What has no lead.
    NoLead,
    /// What is due in a year, in a month or on a day.
    Due {
        /// The time, as the filter has it.
        time: String,
        /// What was looked at.
        of: Dues,
        /// The nearest date from today on.
        next: Option<(Date, Node)>,
    },
    /// What is due from today on.
    Next,
    /// Anything else.
    Other,
}

/// What has dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dues {
    /// All assignments.
    Ours,
    /// Those of which more was asked: of a body, of a kind.
    Such,
    /// Targets of the plan.
    Targets,
}

/// A part of a question as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A filter with its value, as the file has it or as English is typed.
    Filter(FilterName, String),
    /// The same of a filter that takes out what passes it.
    Not(FilterName, String),
    /// Words that are searched for beside the filters.
    Words(String),
    /// The bodies are ranked by how much they lead.
    Most,
    /// The bodies are ranked by how many documents they issued.
    MostIssued,
    /// The bodies that lead nothing of it.
    LeadsNothing,
    /// The newest documents first.
    Newest,
}

impl Part {
    /// The kind that is asked for, if it is a filter by kind.
    pub(crate) fn kind(&self) -> Option<&str> {
        match self {
            Part::Filter(FilterName::Kind, kind) => Some(kind),
            _ => None,
        }
    }
}
