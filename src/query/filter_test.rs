//! The condition that a filter sets, read from its name and its value.

use std::collections::HashSet;

use super::filter_dates::DateRange;
use super::filter_desk::DeskName;
use super::filter_values::{
    AIMED_AT, ANY, BASES, BODIES, DOCUMENTS, KINDS, LEADS, MANY, NEXT, NO_DATE, NONE, NOT_BEGUN,
    RESULTS, Results, STATES, TARGETS, UNSURE,
};
use super::fold::folded;
use super::{Filter, FilterName};
use crate::model::{
    Basis, BodyId, Confidence, Date, Gap, ItemId, KindId, LeadState, Plan, Role, Status,
};

/// The condition of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Test {
    Kind(Kinds),
    /// In any role, or only as lead.
    Body(Vec<BodyId>, Option<Role>),
    /// Items that lack a lead, or support.
    Among(HashSet<ItemId>),
    LeadState(LeadState),
    By(DateRange),
    Basis(&'static [Basis]),
    /// What is said of it, or who leads it, is not sure.
    Unsure(Confidence),
    Result(Results),
    Status(&'static [Status]),
    /// A note says that it is not begun.
    NotBegun,
    /// Late, or overdue on that day.
    Late(Option<Date>),
    Due(DateRange),
    /// It has no date.
    NoDue,
    /// Something of it is due on that day or later.
    Coming(Option<Date>),
    Unit(DeskName),
    Contact(DeskName),
    /// It has a contact.
    AnyContact,
}

/// Kinds of nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kinds {
    pub(super) items: Vec<KindId>,
    pub(super) bodies: bool,
    pub(super) documents: bool,
}

/// Returns the bodies that best match a folded name.
pub(crate) type BodiesNamed<'b> = &'b dyn Fn(&str) -> Vec<BodyId>;

/// Returns the condition of a filter; `None` while its value is too short, an error if none fits.
pub(super) fn test(
    plan: &Plan,
    filter: &Filter,
    today: Option<Date>,
    bodies_named: BodiesNamed<'_>,
) -> Result<Option<Test>, ()> {
    let value = filter.value.as_str();
    let bodies = || {
        Some(bodies_named(value))
            .filter(|found| !found.is_empty())
            .ok_or(())
    };
    Ok(match filter.name {
        FilterName::Kind => Some(Test::Kind(kinds(plan, value).ok_or(())?)),
        FilterName::Body => Some(Test::Body(bodies()?, None)),
        FilterName::Is if let Some(how) = named(UNSURE, value) => Some(Test::Unsure(how)),
        FilterName::Result => Some(Test::Result(named(RESULTS, value).ok_or(())?)),
        FilterName::Lead if MANY.contains(&value) => {
            Some(Test::Among(plan.led_by_several().into_iter().collect()))
        }
        FilterName::Lead => Some(match exactly(LEADS, value) {
            Some(LeadState::None) => Test::Among(plan.lacking(Gap::Lead).into_iter().collect()),
            Some(state) => Test::LeadState(state),
            None => Test::Body(bodies()?, Some(Role::Lead)),
        }),
        FilterName::Support if NONE.contains(&value) => {
            Some(Test::Among(plan.unsupported().into_iter().collect()))
        }
        FilterName::Support => Some(Test::Body(bodies()?, Some(Role::Support))),
        FilterName::By => DateRange::parse(&filter.shown)?.map(Test::By),
        FilterName::Due if begins(NEXT, value) => Some(Test::Coming(today)),
        FilterName::Due if NO_DATE.contains(&value) => Some(Test::NoDue),
        FilterName::Due => DateRange::parse(&filter.shown)?.map(Test::Due),
        FilterName::Under => Some(Test::Among(under(plan, &filter.shown).ok_or(())?)),
        FilterName::Basis => Some(Test::Basis(named(BASES, value).ok_or(())?)),
        FilterName::Is | FilterName::Status => Some(state(value, today)?),
        FilterName::Unit => Some(Test::Unit(DeskName::of(plan, value, |row| &row.unit))),
        FilterName::Contact if ANY.contains(&value) => Some(Test::AnyContact),
        FilterName::Contact => {
            let name = DeskName::of(plan, value, |row| &row.contact);
            Some(Test::Contact(name))
        }
    })
}

/// A state of assignments: what is overdue is late, whatever its status.
fn state(value: &str, today: Option<Date>) -> Result<Test, ()> {
    if named(STATES, value).is_none() && begins(NOT_BEGUN, value) {
        return Ok(Test::NotBegun);
    }
    Ok(match named(STATES, value).ok_or(())? {
        [Status::Late] => Test::Late(today),
        states => Test::Status(states),
    })
}

/// What belongs to the item with an id, on all levels.
fn under(plan: &Plan, id: &str) -> Option<HashSet<ItemId>> {
    let mut left = vec![plan.find(id)?.item()?];
    let mut found = HashSet::new();
    while let Some(id) = left.pop() {
        let children = plan.children(id).iter().copied();
        left.extend(children.filter(|child| found.insert(*child)));
    }
    Some(found)
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
    if TARGETS.contains(&value) {
        return by(&|name| AIMED_AT.contains(&name));
    }
    let other = || KINDS.iter().find(|(name, _)| *name == value);
    by(&|name| name == value)
        .or_else(|| by(&|name| name.starts_with(value)))
        .or_else(|| other().and_then(|(_, id)| by(&|name| name == *id)))
}
