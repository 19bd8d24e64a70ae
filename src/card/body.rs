//! The card of a body: what became of it, what it answers for, grouped by role and kind.

use super::{Section, Writer};
use crate::model::{BodyId, KindId, Node, Plan, Responsibility, Role, Row};
use crate::words::card::card as words;
use crate::words::who;

impl Writer<'_> {
    pub(super) fn body(&self, id: BodyId) -> Vec<Section> {
        let words = words(self.lang());
        let body = &self.plan[id];
        let before = self.plan.predecessors(id);
        let issued = self.plan.issued(id);
        let told = body.abbr.eq_ignore_ascii_case(&body.id);
        let abbr = if told { "" } else { &*body.abbr };
        let mut sections = vec![
            Self::line(words.abbr, abbr),
            self.text(words.mandate, &body.mandate),
            self.links(words.successor, body.successor.map(Node::Body)),
            self.links(words.predecessors, before.into_iter().map(Node::Body)),
        ];
        sections.extend(self.charges(id));
        sections.push(self.links(
            (words.issued)(issued.len()),
            issued.into_iter().map(Node::Document),
        ));
        sections
    }

    /// What the body answers for: a section a role and kind, the plan itself first.
    fn charges(&self, id: BodyId) -> Vec<Section> {
        let lang = self.lang();
        let words = words(lang);
        let shown = self
            .plan
            .charges(id)
            .filter_map(|one| Some((one, self.basis.shown(one)?)));
        let groups = groups(self.plan, shown, |(one, row)| (one.item, row.role));
        if groups.is_empty() {
            let none = match self.plan.charges(id).next() {
                Some(_) => words.hidden,
                None => words.no_charges,
            };
            return vec![Self::line(words.responsible, none)];
        }
        let section = |(role, kind, group): Group<(&Responsibility, &Row)>| {
            let kind = kind.map_or(words.plan, |kind| self.plan[kind].plural.get(lang));
            Section {
                label: (words.charges)(who::does(lang, role), kind, group.len()),
                entries: group
                    .into_iter()
                    .map(|(one, row)| self.charge(one, row))
                    .collect(),
            }
        };
        groups.into_iter().map(section).collect()
    }
}

/// What a body answers for in one role and of one kind; the plan itself is of none.
pub type Group<T> = (Role, Option<KindId>, Vec<T>);

/// Gathers what a body answers for by role and kind: leads first, the plan itself before its items.
pub fn groups<T>(
    plan: &Plan,
    all: impl IntoIterator<Item = T>,
    about: impl Fn(&T) -> (Node, Role),
) -> Vec<Group<T>> {
    let mut groups: Vec<Group<T>> = Vec::new();
    for one in all {
        let (item, role) = about(&one);
        let kind = match item {
            Node::Item(item) => Some(plan[item].kind),
            Node::Plan | Node::Body(_) | Node::Document(_) => None,
        };
        match groups
            .iter_mut()
            .find(|(known, of, _)| (*known, *of) == (role, kind))
        {
            Some((_, _, group)) => group.push(one),
            None => groups.push((role, kind, vec![one])),
        }
    }
    groups.sort_by_key(|(role, kind, _)| (*role, *kind));
    groups
}
