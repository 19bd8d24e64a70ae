//! Who leads, in one line; an inferred lead is told from a documented one by a sign and a word.

use super::names::short_name;
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{Basis, BasisFilter, BodyId, Lang, Node, Plan, Role};

/// The sign of a lead that is only inferred.
pub const INFERRED: &str = "*";

/// The bodies that lead an item or the plan by rows of its own, as far as a filter lets them count,
/// each with whether that is only inferred.
#[must_use]
pub fn leading(plan: &Plan, node: Node, filter: BasisFilter) -> Vec<(BodyId, bool)> {
    let own = plan.responsible(node).iter();
    let shown = own.filter_map(|one| Some((one.body, filter.shown(one)?)));
    shown
        .filter(|(_, row)| row.role == Role::Lead)
        .map(|(body, row)| (body, row.basis == Basis::Mandate))
        .collect()
}

/// Short names of bodies that lead, inferred ones with their sign; those beyond `most` are counted.
#[must_use]
pub fn leads_line(plan: &Plan, leads: &[(BodyId, bool)], most: usize, lang: Lang) -> String {
    let name = |(body, inferred): &(BodyId, bool)| {
        let sign = if *inferred { INFERRED } else { "" };
        short_name(plan, *body, lang) + sign
    };
    let shown: Vec<String> = leads.iter().take(most).map(name).collect();
    let line = shown.join(if most == usize::MAX {
        who::who(lang).list
    } else {
        " "
    });
    match leads.len() - shown.len() {
        0 => line,
        more => format!("{line} +{more}"),
    }
}

/// " (inferred)" behind leads that are all only inferred; " (* inferred)" where some are.
#[must_use]
pub fn inferred_aside(leads: &[(BodyId, bool)], lang: Lang) -> String {
    let words = results(lang);
    match leads.iter().filter(|(_, inferred)| *inferred).count() {
        0 => String::new(),
        count if count == leads.len() => who::aside(lang, words.inferred),
        _ => who::aside(lang, words.inferred_mark),
    }
}
