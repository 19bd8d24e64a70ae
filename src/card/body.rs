//! The card of a body: what became of it, what it answers for, grouped by role and kind.

use super::{Entry, Section, Writer};
use crate::model::{BodyId, KindId, Node, Role};
use crate::words::card::card as words;
use crate::words::who;

impl Writer<'_> {
    pub(super) fn body(&self, id: BodyId) -> Vec<Section> {
        let words = words(self.lang());
        let body = &self.plan[id];
        let before = self.plan.predecessors(id);
        let issued = self.plan.issued(id);
        let mut sections = vec![
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
        let mut groups: Vec<((Role, Option<KindId>), Vec<Entry>)> = Vec::new();
        for one in self.plan.charges(id) {
            let kind = match one.item {
                Node::Item(item) => Some(self.plan[item].kind),
                Node::Plan | Node::Body(_) | Node::Document(_) => None,
            };
            let key = (one.shown().role, kind);
            match groups.iter_mut().find(|(known, _)| *known == key) {
                Some((_, entries)) => entries.push(self.charge(one)),
                None => groups.push((key, vec![self.charge(one)])),
            }
        }
        if groups.is_empty() {
            return vec![Self::line(words.responsible, words.no_charges)];
        }
        groups.sort_by_key(|(key, _)| *key);
        let section = |((role, kind), entries): ((Role, Option<KindId>), Vec<Entry>)| {
            let kind = kind.map_or(words.plan, |kind| self.plan[kind].plural.get(lang));
            Section {
                label: (words.charges)(who::does(lang, role), kind, entries.len()),
                entries,
            }
        };
        groups.into_iter().map(section).collect()
    }
}
