//! Who answers for a node: on top of its description, and in the full account with every row.

use std::collections::BTreeMap;

use super::card::{Content, Entry, Section, SectionKind};
use super::names::short_name;
use super::text::{Goal, TextRole, TextRun};
use super::writer::{Blocks, Writer};
use crate::i18n::who;
use crate::model::{Basis, BasisFilter, BodyId, ItemId, Node, Responsibility, Role, Statement};

/// Entries of which a remark that holds for many in a row is given once.
fn once(mut entries: Vec<Entry>) -> Vec<Entry> {
    let mut before = Vec::new();
    for entry in &mut entries {
        if entry.remark == before {
            entry.remark.clear();
        } else {
            before.clone_from(&entry.remark);
        }
    }
    entries
}

impl Writer<'_> {
    /// The responsibilities that count, each with the row that is shown.
    pub(super) fn shown<'r>(
        &self,
        all: impl IntoIterator<Item = &'r Responsibility>,
    ) -> impl Iterator<Item = (&'r Responsibility, &'r Statement)> {
        let filter = self.options.basis;
        all.into_iter()
            .filter_map(move |known| Some((known, filter.shown(known)?)))
    }

    /// Who answers for an item or the plan: leads with their basis, then own assignments, then the others
    /// drawn together, then that some are hidden; else what is inherited; else that none is stated.
    pub(super) fn responsibility_sections(&self, node: Node) -> Vec<Section> {
        let (lang, labels) = (self.lang(), self.labels);
        let all = self.plan.responsible(node);
        let shown: Vec<(&Responsibility, &Statement)> = self.shown(all).collect();
        if shown.is_empty() {
            return self.unanswered(node);
        }
        let filter = self.options.basis;
        // What others say of a body stands beside our own assignment to it, each with its source.
        let is_theirs = |row: &&Statement| row.basis != Basis::Assigned && filter.includes(row);
        let theirs = shown.iter().filter_map(|&(known, _)| {
            let row = known.rows().iter().find(is_theirs)?;
            Some((known, row))
        });
        let theirs: Vec<(&Responsibility, &Statement)> = theirs.collect();
        let rest = |role: Role| {
            let rest = theirs.iter().copied();
            rest.filter(move |(_, row)| row.role == role)
        };
        let own = shown.iter().flat_map(|&(known, _)| {
            let rows = known.assigned().filter(move |row| filter.includes(row));
            rows.map(move |row| (known, row))
        });
        let own: Vec<(&Responsibility, &Statement)> = own.collect();
        let leads = rest(Role::Lead).map(|(known, row)| self.lead(known, row));
        let mut sections = vec![Self::section(
            who::role(lang, Role::Lead),
            SectionKind::Leads,
            once(leads.collect()),
        )];
        if !own.is_empty() {
            sections.extend(self.assignment_sections(own));
        }
        for role in [Role::Support, Role::Issuer, Role::Unstated] {
            let entries = self.together(rest(role));
            let label = who::role(lang, role);
            sections.push(Self::section(label, SectionKind::Together, entries));
        }
        if shown.len() < all.len() {
            let hidden = labels.hidden(self.options.basis_key);
            let hidden = Entry::text(vec![TextRun::new(hidden, TextRole::Quiet)]);
            sections.push(Self::facts("", vec![hidden]));
        }
        sections
    }

    /// What is said where no responsibility is shown: what follows from the parts of an item, or that
    /// a filter hides them, or that none is stated.
    fn unanswered(&self, node: Node) -> Vec<Section> {
        let (lang, labels) = (self.lang(), self.labels);
        let lead = who::role(lang, Role::Lead);
        let inherited = node.item().map(|id| self.plan.inherited(id));
        let inherited = inherited.unwrap_or_default();
        let is_known = !inherited.is_empty() || !self.plan.responsible(node).is_empty();
        if !is_known || self.options.basis != BasisFilter::All {
            let none = if is_known {
                labels.all_hidden(self.options.basis_key)
            } else {
                who::who(lang).nobody.to_owned()
            };
            let none = Entry::text(vec![TextRun::new(none, TextRole::Doubt)]);
            return vec![Self::facts(lead, vec![none])];
        }
        let mut groups: BTreeMap<(Role, Vec<ItemId>), Vec<BodyId>> = BTreeMap::new();
        for one in inherited {
            let group = groups.entry((one.role, one.from)).or_default();
            group.push(one.body);
        }
        let intro = TextRun::new(labels.inherited, TextRole::Quiet);
        let section =
            |label, runs| Self::section(label, SectionKind::Inherited, vec![Entry::text(runs)]);
        let mut sections = vec![section(lead, vec![intro])];
        for ((role, from), bodies) in groups {
            let ids: Vec<&str> = from.iter().map(|&id| &*self.plan[id].id).collect();
            let mut runs = Vec::new();
            for body in bodies {
                if !runs.is_empty() {
                    runs.push(TextRun::plain(" "));
                }
                runs.push(self.short(body));
            }
            let from = format!("  {}", who::from(lang, &ids));
            runs.push(TextRun::new(from, TextRole::Quiet));
            let label = who::role(lang, role);
            match sections.last_mut() {
                Some(section) if section.label == label => section.entries.push(Entry::text(runs)),
                Some(_) | None => sections.push(section(label, runs)),
            }
        }
        sections
    }

    /// Every row about every body that answers for a node: its basis, how sure it is, its remark, its
    /// sources. A block a role.
    pub(super) fn account(&self, node: Node) -> Blocks {
        let mut blocks: Blocks = vec![vec![]];
        let mut last = None;
        for (known, first) in self.shown(self.plan.responsible(node)).take(self.limit()) {
            let filter = self.options.basis;
            let rows = known.rows().iter().filter(|row| filter.includes(row));
            let entry = Entry {
                evidence: rows.flat_map(|row| self.statement(row)).collect(),
                ..self.answering(known.body)
            };
            match blocks.last_mut().and_then(|block| block.last_mut()) {
                Some(section) if last == Some(first.role) => section.entries.push(entry),
                Some(_) | None => {
                    let label = who::role(self.lang(), first.role);
                    blocks.push(vec![Self::section(
                        label,
                        SectionKind::Account,
                        vec![entry],
                    )]);
                }
            }
            last = Some(first.role);
        }
        if last.is_none() {
            blocks.push(self.unanswered(node));
        }
        blocks
    }

    /// A body that answers, with what it became.
    pub(super) fn answering(&self, body: BodyId) -> Entry {
        let mut entry = self.link(Node::Body(body));
        if let Content::Node { sign, .. } = &mut entry.content {
            sign.role = TextRole::Body;
        }
        if let Some(next) = self.plan[body].successor {
            let now = TextRun::new(format!("{} ", self.labels.now), TextRole::Quiet);
            entry.successor.push(now);
            entry
                .successor
                .extend(self.link(Node::Body(next)).runs(self.lang()));
        }
        entry
    }

    fn lead(&self, known: &Responsibility, row: &Statement) -> Entry {
        let entry = self.supported(known, row);
        if row.basis == Basis::Press {
            Entry {
                report: self.remark(row),
                remark: Vec::new(),
                ..entry
            }
        } else {
            entry
        }
    }

    /// A body that answers, with its basis, its remark and its evidence.
    fn supported(&self, known: &Responsibility, row: &Statement) -> Entry {
        Entry {
            basis: vec![self.basis(row)],
            doubt: self.doubt(Some(row.confidence)),
            remark: self.remark(row),
            evidence: self.evidence(known, row),
            ..self.answering(known.body)
        }
    }

    /// Entries on the same basis behind one another, in the order of the first of each.
    fn together<'r>(
        &self,
        shown: impl Iterator<Item = (&'r Responsibility, &'r Statement)>,
    ) -> Vec<Entry> {
        let mut groups: Vec<Vec<Entry>> = Vec::new();
        for (known, row) in shown {
            let entry = self.supported(known, row);
            let same = |group: &&mut Vec<Entry>| group.iter().all(|one| one.has_basis_of(&entry));
            match groups.iter_mut().find(same) {
                Some(group) => group.push(entry),
                None => groups.push(vec![entry]),
            }
        }
        once(groups.concat())
    }

    /// A body by its short name, as a link.
    pub(super) fn short(&self, body: BodyId) -> TextRun {
        let name = short_name(self.plan, body, self.lang());
        let goal = Goal::Node(Node::Body(body));
        TextRun::new(name, TextRole::Name).to(goal).whole()
    }
}
