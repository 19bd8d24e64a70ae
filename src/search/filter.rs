//! Filters: `kind:project`, `@miit`, `by:2025`. A value may be the beginning of a name, so that a filter
//! narrows while it is being typed; one that fits nothing is noted and left out.

use std::collections::HashSet;

use super::filter_values::{
    BASES, BODIES, DOCUMENTS, LEADS, RESULTS, Results, STATES, UNCONFIRMED,
};
use super::fold::folded;
use super::query::{FILTERS, Filter, FilterName, Query};
use super::{Index, Note};
use crate::model::{
    Basis, BodyId, Confidence, Date, Gap, Item, ItemId, KindId, LeadState, Node, Plan, PointKind,
    Responsibility, Role, Statement, Status, half_width,
};

/// The condition of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Test {
    Kind(Kinds),
    /// In any role, or only as lead.
    Body(Vec<BodyId>, Option<Role>),
    /// Items that lack a lead.
    Among(HashSet<ItemId>),
    LeadState(LeadState),
    By(Moment),
    Basis(&'static [Basis]),
    /// What is said of it, or who leads it, is not sure.
    Unconfirmed,
    Result(Results),
    Status(Status),
    /// Late, or overdue on that day.
    Late(Option<Date>),
    Due(Moment),
    Unit(String),
}

/// Kinds of nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Kinds {
    items: Vec<KindId>,
    bodies: bool,
    documents: bool,
}

/// A year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    year: u16,
    month: u8,
    day: u8,
}

impl Moment {
    /// Parses a date; `None` while it is being typed, an error if it cannot become one.
    fn parse(text: &str) -> Result<Option<Moment>, ()> {
        let text: String = text.chars().map(half_width).collect();
        let plain = text.trim_end_matches(['-', '/', '.', '年', '月', '日']);
        let parts: Vec<&str> = plain.split(['-', '/', '.', '年', '月']).collect();
        let number = |at: usize| parts.get(at).map_or(Ok(0), |part| part.parse::<u16>());
        let year = number(0).map_err(drop)?;
        let small = |at: usize| {
            number(at)
                .map_err(drop)
                .and_then(|n| u8::try_from(n).map_err(drop))
        };
        let (month, day) = (small(1)?, small(2)?);
        if parts.len() > 3 || month > 12 || day > 31 || year > 9999 {
            return Err(());
        }
        Ok((year >= 1000).then_some(Moment { year, month, day }))
    }

    /// Returns true if a date lies in it.
    fn holds(self, date: Date) -> bool {
        date.year == self.year
            && (self.month == 0 || date.month == self.month)
            && (self.day == 0 || date.day == self.day)
    }
}

/// The filters of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filters {
    tests: Vec<Test>,
}

impl Filters {
    /// Returns the filters of `query`, and notes on those that fit nothing.
    pub(super) fn of(index: &Index, plan: &Plan, query: &Query) -> (Filters, Vec<Note>) {
        let mut filters = Filters::default();
        let mut notes = Vec::new();
        for name in &query.unknown {
            notes.push(Note::UnknownFilter(name.clone()));
        }
        for filter in query.filters.iter().filter(|filter| !filter.is_open()) {
            match test(index, plan, filter, query.today) {
                Ok(Some(test)) => filters.tests.push(test),
                Ok(None) => {}
                Err(()) => notes.push(Note::UnknownValue {
                    filter: filter.name,
                    value: filter.shown.clone(),
                    known: values(plan, filter.name),
                }),
            }
        }
        (filters, notes)
    }

    /// Returns true if there is no filter.
    pub(super) fn is_empty(&self) -> bool {
        self.tests.is_empty()
    }

    /// Returns true if all let `node` through.
    pub(super) fn let_through(&self, plan: &Plan, node: Node) -> bool {
        self.tests.iter().all(|test| self.one(plan, node, test))
    }

    fn one(&self, plan: &Plan, node: Node, test: &Test) -> bool {
        match test {
            Test::Kind(kinds) => match node {
                Node::Plan => false,
                Node::Item(id) => kinds.items.contains(&plan[id].kind),
                Node::Body(_) => kinds.bodies,
                Node::Document(_) => kinds.documents,
            },
            Test::By(moment) => match node {
                Node::Item(id) => is_by(&plan[id], *moment),
                Node::Plan | Node::Body(_) | Node::Document(_) => false,
            },
            Test::Body(bodies, role) => {
                let issued = match node {
                    Node::Document(id) => {
                        role.is_none() && plan[id].issuers.iter().any(|body| bodies.contains(body))
                    }
                    Node::Plan | Node::Item(_) | Node::Body(_) => false,
                };
                issued
                    || plan.responsible(node).iter().any(|answer| {
                        bodies.contains(&answer.body)
                            && role.is_none_or(|role| answer.shown().role == role)
                            && self.rows_fit(answer)
                    })
            }
            Test::Among(items) => match node {
                Node::Item(id) => items.contains(&id),
                Node::Plan | Node::Body(_) | Node::Document(_) => false,
            },
            Test::LeadState(state) => match node {
                Node::Item(id) => plan.has_lead(id, *state),
                Node::Plan | Node::Body(_) | Node::Document(_) => false,
            },
            Test::Unconfirmed => {
                let unsure = |confidence| confidence == Confidence::Low;
                unsure(plan.confidence(node)) || leads(plan, node).any(|row| unsure(row.confidence))
            }
            Test::Result(results) => {
                let verdict = plan.verdict(node);
                verdict.is_some_and(|verdict| results.holds(verdict.outcome))
            }
            Test::Basis(_) | Test::Status(_) | Test::Late(_) | Test::Due(_) | Test::Unit(_) => plan
                .responsible(node)
                .iter()
                .any(|answer| self.rows_fit(answer)),
        }
    }

    /// Returns true if one responsibility meets all conditions on rows together.
    fn rows_fit(&self, answer: &Responsibility) -> bool {
        let basis = self.tests.iter().all(|test| match test {
            Test::Basis(bases) => bases.contains(&answer.shown().basis),
            _ => true,
        });
        let is_assigned = |test: &Test| {
            matches!(
                test,
                Test::Status(_) | Test::Late(_) | Test::Due(_) | Test::Unit(_)
            )
        };
        let assigned = self.tests.iter().any(is_assigned);
        basis && (!assigned || answer.assigned().any(|row| self.row_fits(row)))
    }

    fn row_fits(&self, row: &Statement) -> bool {
        self.tests.iter().all(|test| match test {
            Test::Status(status) => row.status == Some(*status),
            Test::Late(today) => row.needs_attention(*today),
            Test::Due(moment) => row.due.is_some_and(|due| moment.holds(due)),
            Test::Unit(unit) => folded(&row.unit).contains(unit),
            _ => true,
        })
    }
}

/// Iterates over the rows that are shown of those who lead a node.
fn leads(plan: &Plan, node: Node) -> impl Iterator<Item = &Statement> {
    let rows = plan.responsible(node).iter().map(Responsibility::shown);
    rows.filter(|row| row.role == Role::Lead)
}

/// Returns true if a target of the item is due at that time.
fn is_by(item: &Item, moment: Moment) -> bool {
    let point = |year| {
        moment.holds(Date {
            year,
            month: 0,
            day: 0,
        })
    };
    item.targets.iter().any(|target| moment.holds(target.by))
        || item.measure.as_ref().is_some_and(|measure| {
            measure
                .points
                .iter()
                .any(|at| at.kind == PointKind::Target && point(at.year))
        })
}

/// Returns the condition of a filter; `None` while its value is too short, an error if none fits.
fn test(
    index: &Index,
    plan: &Plan,
    filter: &Filter,
    today: Option<Date>,
) -> Result<Option<Test>, ()> {
    let value = filter.value.as_str();
    Ok(match filter.name {
        FilterName::Kind => Some(Test::Kind(kinds(plan, value).ok_or(())?)),
        FilterName::Body => Some(Test::Body(bodies(index, plan, filter)?, None)),
        FilterName::Is if begins(UNCONFIRMED, value) => Some(Test::Unconfirmed),
        FilterName::Is => Some(match named(STATES, value).ok_or(())? {
            Status::Late => Test::Late(today),
            state => Test::Status(state),
        }),
        FilterName::Result => Some(Test::Result(named(RESULTS, value).ok_or(())?)),
        FilterName::Lead => Some(match exactly(LEADS, value) {
            Some(LeadState::None) => Test::Among(plan.lacking(Gap::Lead).into_iter().collect()),
            Some(state) => Test::LeadState(state),
            None => Test::Body(bodies(index, plan, filter)?, Some(Role::Lead)),
        }),
        FilterName::By => Moment::parse(&filter.shown)?.map(Test::By),
        FilterName::Due => Moment::parse(&filter.shown)?.map(Test::Due),
        FilterName::Basis => Some(Test::Basis(named(BASES, value).ok_or(())?)),
        FilterName::Status => Some(state(value, today)?),
        FilterName::Unit => Some(Test::Unit(value.to_owned())),
    })
}

/// A state of assignments: what is overdue is late, whatever its status.
fn state(value: &str, today: Option<Date>) -> Result<Test, ()> {
    Ok(match named(STATES, value).ok_or(())? {
        Status::Late => Test::Late(today),
        state @ (Status::Open | Status::Done | Status::Dropped) => Test::Status(state),
    })
}

fn begins(names: &[&str], value: &str) -> bool {
    names.iter().any(|name| name.starts_with(value))
}

/// Returns the entry of a table with a name that is `value` or begins with it.
fn named<T: Copy>(table: &[(T, &[&str])], value: &str) -> Option<T> {
    let begins = |(_, names): &&(T, &[&str])| names.iter().any(|name| name.starts_with(value));
    exactly(table, value).or_else(|| table.iter().find(begins).map(|(entry, _)| *entry))
}

/// Returns the entry of a table with the name `value`.
fn exactly<T: Copy>(table: &[(T, &[&str])], value: &str) -> Option<T> {
    let entry = table.iter().find(|(_, names)| names.contains(&value));
    entry.map(|(entry, _)| *entry)
}

/// Returns the kinds with the name `value`, or else those whose names begin with it.
fn kinds(plan: &Plan, value: &str) -> Option<Kinds> {
    let by = |test: &dyn Fn(&str) -> bool| {
        let any = |names: &[&str]| names.iter().any(|name| test(&folded(name)));
        let found = Kinds {
            items: plan
                .kinds()
                .filter(|(_, kind)| {
                    let (name, plural) = (&kind.name, &kind.plural);
                    any(&[
                        &kind.id,
                        &kind.prefix,
                        name.en(),
                        name.zh(),
                        plural.en(),
                        plural.zh(),
                    ])
                })
                .map(|(id, _)| id)
                .collect(),
            bodies: any(BODIES),
            documents: any(DOCUMENTS),
        };
        (found != Kinds::default()).then_some(found)
    };
    by(&|name| name == value).or_else(|| by(&|name| name.starts_with(value)))
}

/// Returns the bodies that best match a value.
fn bodies(index: &Index, plan: &Plan, filter: &Filter) -> Result<Vec<BodyId>, ()> {
    let found = index.bodies_named(plan, &filter.value);
    if found.is_empty() { Err(()) } else { Ok(found) }
}

/// Returns the values of a filter, as they are typed.
fn values(plan: &Plan, name: FilterName) -> Vec<String> {
    let first = |names: &[&str]| names.first().map(|name| (*name).to_owned());
    match name {
        FilterName::Kind => plan
            .kinds()
            .map(|(_, kind)| kind.id.to_string())
            .chain([BODIES, DOCUMENTS].iter().filter_map(|names| first(names)))
            .collect(),
        FilterName::Is => vec!["unconfirmed".to_owned(), "late".to_owned()],
        FilterName::Result => RESULTS
            .iter()
            .filter_map(|(_, names)| first(names))
            .collect(),
        FilterName::Body | FilterName::Lead => {
            let mut bodies: Vec<_> = plan
                .bodies()
                .map(|(id, body)| (plan.responsibilities_of(id).count(), body.id.to_string()))
                .collect();
            bodies.sort_by_key(|(charges, _)| std::cmp::Reverse(*charges));
            let states = LEADS.iter().filter_map(|(_, names)| first(names));
            let states = states.filter(|_| name == FilterName::Lead);
            states.chain(bodies.into_iter().map(|(_, id)| id)).collect()
        }
        FilterName::Basis => BASES.iter().filter_map(|(_, names)| first(names)).collect(),
        FilterName::Status => STATES
            .iter()
            .filter_map(|(_, names)| first(names))
            .collect(),
        FilterName::By => dates(plan.items().flat_map(|(_, item)| {
            item.targets.iter().map(|target| target.by.year).chain(
                item.measure
                    .iter()
                    .flat_map(|measure| &measure.points)
                    .filter(|point| point.kind == PointKind::Target)
                    .map(|point| point.year),
            )
        })),
        FilterName::Due => dates(assigned(plan).filter_map(|row| Some(row.due?.year))),
        FilterName::Unit => {
            let mut units: Vec<String> = assigned(plan)
                .filter(|row| !row.unit.is_empty())
                .map(|row| row.unit.to_string())
                .collect();
            units.sort();
            units.dedup();
            units
        }
    }
}

fn assigned(plan: &Plan) -> impl Iterator<Item = &Statement> {
    plan.responsibilities()
        .iter()
        .flat_map(Responsibility::assigned)
}

fn dates(years: impl Iterator<Item = u16>) -> Vec<String> {
    let mut years: Vec<u16> = years.collect();
    years.sort_unstable();
    years.dedup();
    years.iter().map(u16::to_string).collect()
}

/// Completes a filter at the end of `input`: returns the rest of its name with the colon, or of its
/// value; `None` if there is nothing to add.
#[must_use]
pub fn complete(plan: &Plan, input: &str) -> Option<String> {
    let token = input
        .rsplit(char::is_whitespace)
        .next()
        .filter(|token| !token.is_empty())?;
    let token = token.trim_start_matches(['!', '！']);
    let after = |sign: char, wide: char| token.strip_prefix([sign, wide]);
    if let Some(value) = after('@', '＠') {
        return rest_of_value(plan, FilterName::Body, value);
    }
    if let Some(value) = after('#', '＃') {
        return rest_of_value(plan, FilterName::Kind, value);
    }
    if let Some((name, value)) = token.split_once([':', '：']) {
        return rest_of_value(plan, super::query::filter_name(&folded(name))?, value);
    }
    let typed = folded(token);
    if super::query::filter_name(&typed).is_some() {
        // `lead`, `by` and others are words too.
        return None;
    }
    let name = FILTERS
        .iter()
        .filter_map(|(_, names)| names.first())
        .find(|name| typed.len() >= 2 && name.starts_with(&typed))?;
    Some(format!("{}:", name.get(typed.len()..)?))
}

fn rest_of_value(plan: &Plan, name: FilterName, value: &str) -> Option<String> {
    let typed = value.to_lowercase();
    if typed.is_empty() {
        return None;
    }
    let all = values(plan, name);
    if all.iter().any(|known| known.to_lowercase() == typed) {
        return None;
    }
    all.iter().find_map(|known| {
        let begins = known.to_lowercase().starts_with(&typed);
        let rest = known.chars().skip(typed.chars().count()).collect();
        begins.then_some(rest)
    })
}
