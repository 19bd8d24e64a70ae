//! What a question reads as.

use super::desks::{Desks, role_of};
use crate::model::{BodyId, Node, Plan};
use crate::query::question::{Asked, Piece};
use crate::query::{AIMED_AT, DOCUMENTS, Filter, FilterName, NEXT, Note, Part, Query};
use crate::search::AskedOf;
use crate::search::asked_of::asked_of;

/// What answers a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::search) enum AnswerForm {
    /// What passes the filters, the best first.
    #[default]
    Nodes,
    /// The bodies, ranked by what they lead, or by the documents that they issued.
    Ranking,
    /// What passes, the newest first.
    Newest,
    /// What passes, in the order in which it is due.
    ByDate,
    /// The body, with how often it has which role.
    Roles,
}

/// What is said of the nodes that answer a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::search) enum Says {
    /// Nothing.
    #[default]
    Nothing,
    /// How many there are.
    Count,
    /// How many are of other kinds: the word for the kind may mean any work, such as 任务.
    OtherKinds,
}

/// What a question is about, which decides when it is read as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::search) enum Topic {
    /// What passes filters.
    #[default]
    Set,
    /// One indicator: only if there is one that has the words in its name.
    Indicator,
    /// The words beside those that ask, which are dropped: only if nothing has these too.
    Words,
}

/// A question about a set, read.
#[derive(Clone, Debug, Default)]
pub(in crate::search) struct Reading {
    /// The query with filters in place of the question.
    pub(in crate::search) query: Query,
    /// The filters.
    pub(in crate::search) parts: Vec<Part>,
    /// The words that stand beside them.
    pub(in crate::search) rest: Vec<String>,
    /// The body that the question is about; it stands first.
    pub(in crate::search) subject: Option<BodyId>,
    pub(in crate::search) form: AnswerForm,
    pub(in crate::search) topic: Topic,
    /// What is to be said of the question itself.
    pub(in crate::search) notes: Vec<Note>,
    /// Its words may be those of a name: an item that has them is meant instead.
    pub(in crate::search) yields: bool,
    pub(in crate::search) says: Says,
    /// Where nothing of the kind that was asked for is found, all kinds are meant.
    pub(in crate::search) widens: bool,
}

impl Reading {
    /// Returns true if it asks for results of a kind of items that has none.
    pub(super) fn is_without_results(&self, plan: &Plan, kind: &str) -> bool {
        let filters = &self.query.filters;
        let asks = filters.iter().any(|one| one.name == FilterName::Result);
        let has = |kind| {
            let mut items = plan.items_of(kind);
            items.any(|id| plan.verdict(Node::Item(id)).is_some())
        };
        asks && plan.kind(kind).is_some_and(|kind| !has(kind))
    }

    /// What it asks of what it finds.
    pub(in crate::search) fn asked_of(&self) -> AskedOf {
        let is_aimed_at = |kind| AIMED_AT.contains(&kind);
        let mut kinds = self.parts.iter().filter_map(Part::kind);
        let of_kind = match self.topic {
            Topic::Indicator => AskedOf::Results,
            _ if kinds.any(is_aimed_at) => AskedOf::Targets,
            Topic::Set | Topic::Words => AskedOf::Leads,
        };
        asked_of(&self.query.filters).max(of_kind)
    }

    /// The same without its kind.
    pub(in crate::search) fn of_all_kinds(&self) -> Reading {
        let mut all = self.clone();
        let is_kind = |part: &Part| matches!(part, Part::Filter(FilterName::Kind, _));
        all.parts.retain(|part| !is_kind(part));
        all.query
            .filters
            .retain(|filter| filter.name != FilterName::Kind);
        all
    }

    /// Asks for the time that is named: of documents, of assignments if the plan `has_dates` for them, or
    /// of targets.
    pub(super) fn add_time(&mut self, asked: &Asked, kind: Option<&str>, has_dates: bool) {
        let Some(time) = asked.year.as_deref() else {
            return;
        };
        let of_work = asked.has_time() && asked.is_of_work();
        let is_due = asked.has(Piece::Due) || asked.month.is_some() || of_work;
        if kind == Some(DOCUMENTS[0]) {
            self.add(FilterName::By, time);
            // Items have years of another sort.
            self.widens = false;
        } else if is_due && has_dates {
            self.add(FilterName::Due, time);
        } else {
            // What has a target of a year is to reach it by the end of December.
            let is_end = asked.month == Some(12);
            let year = time.split_once('-').map(|(year, _)| year);
            self.add(FilterName::By, year.filter(|_| is_end).unwrap_or(time));
            self.widens |= asked.negated.is_none();
        }
    }

    /// Asks for the bodies, the units and the contacts that are named.
    pub(super) fn add_desks(&mut self, plan: &Plan, asked: &Asked, desks: &Desks) {
        for id in &desks.bodies {
            self.add(role_of(asked), &plan[*id].id);
        }
        for (filter, value) in &desks.assigned {
            self.add(*filter, value);
        }
        self.rest.clone_from(&desks.others);
    }

    /// Asks for what is due from today on.
    pub(super) fn next(&mut self) {
        self.add(FilterName::Due, NEXT[0]);
        self.form = AnswerForm::ByDate;
        self.widens = true;
    }

    pub(super) fn add(&mut self, name: FilterName, value: &str) {
        self.query.filters.push(Filter::new(name, value));
        self.parts.push(Part::Filter(name, value.to_owned()));
    }
}
