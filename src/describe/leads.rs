//! Who leads, in one line; an inferred lead is told from a documented one by a sign and a word.

use super::names::short_name;
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{Basis, BasisFilter, BodyId, Date, Lang, Node, Plan, Role, Statement};

/// The sign of a lead that is only inferred.
pub const INFERRED: &str = "*";

/// A body that leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The body.
    pub body: BodyId,
    /// That it leads is only inferred.
    pub inferred: bool,
    /// When it ceased to lead.
    pub until: Option<Date>,
}

impl Lead {
    /// What a row says of a body; none where it says that it does something else.
    #[must_use]
    pub fn of(body: BodyId, row: &Statement) -> Option<Lead> {
        (row.role == Role::Lead).then_some(Lead {
            body,
            inferred: row.basis == Basis::Mandate,
            until: row.until,
        })
    }
}

/// The bodies that lead an item or the plan by rows of its own, as far as a filter lets them count;
/// those of our own assignments come first, those that lead no more last.
#[must_use]
pub fn leading(plan: &Plan, node: Node, filter: BasisFilter) -> Vec<Lead> {
    let shown = plan.responsible(node).iter();
    let shown = shown.filter_map(|one| Some((one.body, filter.shown(one)?)));
    let mut leads: Vec<(bool, Lead)> = shown
        .filter_map(|(body, row)| Some((row.basis != Basis::Assigned, Lead::of(body, row)?)))
        .collect();
    leads.sort_by_key(|(theirs, _)| *theirs);
    leads.into_iter().map(|(_, lead)| lead).collect()
}

/// Short names of bodies that lead, inferred ones with their sign, former ones with the year in which
/// they ceased to; those beyond `most` are counted.
#[must_use]
pub fn leads_line(plan: &Plan, leads: &[Lead], most: usize, lang: Lang) -> String {
    let is_list = most == usize::MAX;
    let name = |lead: &Lead| {
        let sign = if lead.inferred { INFERRED } else { "" };
        let until = lead.until.map(|ended| {
            if is_list {
                who::aside(lang, &who::until(lang, ended))
            } else {
                format!("{}{}", who::ENDED, ended.year)
            }
        });
        short_name(plan, lead.body, lang) + sign + &until.unwrap_or_default()
    };
    let shown: Vec<String> = leads.iter().take(most).map(name).collect();
    let line = shown.join(if is_list { who::who(lang).list } else { " " });
    match leads.len() - shown.len() {
        0 => line,
        more if line.is_empty() => format!("+{more}"),
        more => format!("{line} +{more}"),
    }
}

/// " (inferred)" behind leads that are all only inferred; " (* inferred)" where some are.
#[must_use]
pub fn inferred_aside(leads: &[Lead], lang: Lang) -> String {
    let words = results(lang);
    match leads.iter().filter(|lead| lead.inferred).count() {
        0 => String::new(),
        count if count == leads.len() => who::aside(lang, words.inferred),
        _ => who::aside(lang, words.inferred_mark),
    }
}
