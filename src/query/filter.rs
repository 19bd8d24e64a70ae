//! Filters: `kind:project`, `@miit`, `by:2025`. A value may be the beginning of a name, so that a filter
//! narrows while it is being typed; one that fits nothing is noted and left out.

use super::complete::values;
use super::filter_test::{BodiesNamed, Test, test};
use super::{Note, Query};
use crate::model::{
    Basis, Date, Item, Lang, Node, Plan, PointKind, Responsibility, Role, Statement, Status,
};

/// The filters of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filters {
    tests: Vec<Test>,
    /// What passes one of these is taken out: each has all of `tests`, and last the one that is negated.
    negated: Vec<Filters>,
}

impl Filters {
    /// Returns the filters of `query`, and notes on those that fit nothing.
    pub(crate) fn of(plan: &Plan, query: &Query, named: BodiesNamed<'_>) -> (Filters, Vec<Note>) {
        let mut filters = Filters::default();
        let mut notes = Vec::new();
        let mut negated = Vec::new();
        for name in &query.unknown {
            notes.push(Note::UnknownFilter(name.clone()));
        }
        for filter in query.filters.iter().filter(|filter| !filter.is_open()) {
            match test(plan, filter, query.today, named) {
                Ok(Some(test)) if filter.is_not => negated.push(test),
                Ok(Some(test)) => filters.tests.push(test),
                Ok(None) => {}
                Err(()) => notes.push(Note::UnknownValue {
                    filter: filter.name,
                    value: filter.shown.clone(),
                    known: values(plan, filter.name, Lang::En),
                }),
            }
        }
        let with_others = |test| Filters {
            tests: filters.tests.iter().cloned().chain([test]).collect(),
            negated: Vec::new(),
        };
        filters.negated = negated.into_iter().map(with_others).collect();
        (filters, notes)
    }

    /// Returns true if there is no filter.
    pub(crate) fn is_empty(&self) -> bool {
        self.tests.is_empty() && self.negated.is_empty()
    }

    /// Returns true if all let `node` through.
    pub(crate) fn let_through(&self, plan: &Plan, node: Node) -> bool {
        self.tests.iter().all(|test| self.one(plan, node, test))
            && self.negated.iter().all(|negated| {
                let is_asked = |test| has_such(plan, node, test);
                negated.tests.last().is_none_or(is_asked) && !negated.let_through(plan, node)
            })
    }

    /// Returns true if a node passes only by what a body no longer does.
    pub(crate) fn is_over(&self, plan: &Plan, node: Node) -> bool {
        self.tests.iter().any(|test| {
            let Test::Body(bodies, role) = test else {
                return false;
            };
            let answers = plan.responsible(node).iter();
            let rows = answers.filter(|answer| bodies.contains(&answer.body));
            let rows = rows.map(Responsibility::shown);
            let mut fit = rows.filter(|row| role.is_none_or(|role| row.role == role));
            fit.next().is_some_and(Statement::is_former) && fit.all(Statement::is_former)
        })
    }

    /// Returns true if what passes is listed by date: what is due, coming, late or in a state.
    pub(crate) fn is_by_date(&self) -> bool {
        self.tests.iter().any(|test| {
            matches!(
                test,
                Test::Late(_) | Test::Due(_) | Test::Coming(_) | Test::Status(_) | Test::NotBegun
            )
        })
    }

    /// Returns the key by which nodes are listed by [date](Filters::date).
    pub(crate) fn urgency(&self, plan: &Plan, node: Node) -> (u16, u8, u8) {
        Date::urgency(self.date(plan, node))
    }

    /// Returns the date by which a node is listed: the earliest of the assignments that are meant, or
    /// what [comes](Filters::coming).
    pub(crate) fn date(&self, plan: &Plan, node: Node) -> Option<Date> {
        let coming = self.tests.iter().find_map(|test| match test {
            Test::Coming(today) => Some(*today),
            _ => None,
        });
        if let Some(today) = coming {
            return self.coming(plan, node, today);
        }
        let rows = self.meant(plan, node).filter(|row| self.row_fits(row));
        let dates = rows.filter_map(|row| row.due);
        dates.min_by_key(|date| Date::urgency(Some(*date)))
    }

    fn is_of_documents(&self) -> bool {
        let mut tests = self.tests.iter();
        tests.any(|test| matches!(test, Test::Kind(kinds) if kinds.documents))
    }

    fn one(&self, plan: &Plan, node: Node, test: &Test) -> bool {
        match test {
            Test::Kind(kinds) => match node {
                Node::Plan => false,
                Node::Item(id) => kinds.items.contains(&plan[id].kind),
                Node::Body(_) => kinds.bodies,
                Node::Document(_) => kinds.documents,
            },
            Test::By(time) => match node {
                Node::Item(id) => targets_of(&plan[id]).any(|by| time.holds(by)),
                // Documents have a date, and are meant only where they are asked for.
                Node::Document(id) if self.is_of_documents() => {
                    plan[id].dated.is_some_and(|dated| time.holds(dated))
                }
                Node::Plan | Node::Body(_) | Node::Document(_) => false,
            },
            Test::Body(bodies, role) => {
                let issued = node.document().is_some_and(|id| {
                    role.is_none() && plan[id].issuers.iter().any(|body| bodies.contains(body))
                });
                issued
                    || plan.responsible(node).iter().any(|answer| {
                        bodies.contains(&answer.body)
                            && role.is_none_or(|role| answer.shown().role == role)
                            && self.rows_fit(answer)
                    })
            }
            Test::Coming(today) => self.coming(plan, node, *today).is_some(),
            Test::Among(items) => node.item().is_some_and(|id| items.contains(&id)),
            Test::LeadState(state) => node.item().is_some_and(|id| plan.has_lead(id, *state)),
            Test::Unsure(how) => {
                let unsure = |confidence| confidence == *how;
                unsure(plan.confidence(node)) || leads(plan, node).any(|row| unsure(row.confidence))
            }
            Test::Result(results) => {
                let verdict = plan.verdict(node);
                verdict.is_some_and(|verdict| results.holds(verdict.outcome))
            }
            Test::Basis(_)
            | Test::Status(_)
            | Test::NotBegun
            | Test::Late(_)
            | Test::Due(_)
            | Test::NoDue
            | Test::Unit(_)
            | Test::Contact(_)
            | Test::AnyContact => plan
                .responsible(node)
                .iter()
                .any(|answer| self.rows_fit(answer)),
        }
    }

    /// Returns the nearest date from today on by which something of a node is due that is not done: an
    /// assignment of those that the filters mean, or, where none of them has a date, a target.
    pub(crate) fn coming(&self, plan: &Plan, node: Node, today: Option<Date>) -> Option<Date> {
        let is_open = |row: &&Statement| !row.is_closed() && self.row_fits(row);
        let is_dated = self.meant(plan, node).any(|row| row.due.is_some());
        let rows = self.meant(plan, node).filter(is_open);
        let ours = rows.filter_map(|row| row.due);
        let item = node.item().filter(|_| !is_dated);
        let targets = item.into_iter().flat_map(|id| targets_of(&plan[id]));
        let comes = |date: &Date| today.is_none_or(|today| !date.is_past(today));
        ours.chain(targets)
            .filter(comes)
            .min_by_key(|date| date.last_day())
    }

    /// The assignments of a node that are of the bodies that the filters mean.
    fn meant<'p>(&self, plan: &'p Plan, node: Node) -> impl Iterator<Item = &'p Statement> {
        let meant = |answer: &&Responsibility| {
            self.tests.iter().all(|test| match test {
                Test::Body(bodies, role) => {
                    bodies.contains(&answer.body)
                        && role.is_none_or(|role| answer.shown().role == role)
                }
                _ => true,
            })
        };
        let answers = plan.responsible(node).iter().filter(meant);
        answers.flat_map(Responsibility::assigned)
    }

    /// Returns true if one responsibility meets all conditions on rows together.
    fn rows_fit(&self, answer: &Responsibility) -> bool {
        let basis = self.tests.iter().all(|test| match test {
            // An assignment may stand behind the row that is shown.
            Test::Basis(bases) => {
                let is_assigned =
                    || bases.contains(&Basis::Assigned) && answer.assigned().next().is_some();
                bases.contains(&answer.shown().basis) || is_assigned()
            }
            _ => true,
        });
        let is_assigned = |test: &Test| {
            matches!(
                test,
                Test::Status(_)
                    | Test::NotBegun
                    | Test::Late(_)
                    | Test::Due(_)
                    | Test::NoDue
                    | Test::Unit(_)
                    | Test::Contact(_)
                    | Test::AnyContact
            )
        };
        let assigned = self.tests.iter().any(is_assigned);
        basis && (!assigned || answer.assigned().any(|row| self.row_fits(row)))
    }

    fn row_fits(&self, row: &Statement) -> bool {
        self.tests.iter().all(|test| match test {
            Test::Status(states) => {
                // Where nothing is said of its state it is not done.
                let unsaid = states.contains(&Status::Open) && states.contains(&Status::Late);
                row.status.map_or(unsaid, |status| states.contains(&status))
            }
            Test::NotBegun => row.is_not_begun(),
            Test::Late(today) => row.needs_attention(*today),
            Test::Due(time) => row.due.is_some_and(|due| time.holds(due)),
            Test::NoDue => row.due.is_none(),
            Test::Unit(unit) => unit.is_in(&row.unit),
            Test::Contact(contact) => contact.is_in(&row.contact),
            Test::AnyContact => !row.contact.is_empty(),
            _ => true,
        })
    }
}

/// Returns true if a test may be asked of a node: only an item has a lead, what nobody was assigned is not
/// late, and what has no target did not miss it.
fn has_such(plan: &Plan, node: Node, test: &Test) -> bool {
    let mut answers = plan.responsible(node).iter();
    match test {
        Test::Kind(_) | Test::By(_) => true,
        Test::Result(_) => plan.verdict(node).is_some(),
        Test::Body(..) | Test::Among(_) | Test::LeadState(_) | Test::Unsure(_) => {
            node.item().is_some()
        }
        Test::Basis(_) => answers.next().is_some(),
        Test::Status(_)
        | Test::NotBegun
        | Test::Late(_)
        | Test::Due(_)
        | Test::NoDue
        | Test::Coming(_)
        | Test::Unit(_)
        | Test::Contact(_)
        | Test::AnyContact => answers.any(|answer| answer.assigned().next().is_some()),
    }
}

/// Iterates over the rows that are shown of those who lead a node.
fn leads(plan: &Plan, node: Node) -> impl Iterator<Item = &Statement> {
    let rows = plan.responsible(node).iter().map(Responsibility::shown);
    rows.filter(|row| row.role == Role::Lead)
}

/// Iterates over the times by which an item is to reach something.
fn targets_of(item: &Item) -> impl Iterator<Item = Date> {
    let points = item.measure.iter().flat_map(|measure| &measure.points);
    let points = points.filter(|at| at.kind == PointKind::Target);
    let years = points.map(|at| Date::of_year(at.year));
    item.targets.iter().map(|target| target.by).chain(years)
}
