//! The description of a node read out: in one sentence, sentence by sentence, and the full account
//! of who answers for it.

use super::{Passage, PlainSession, Sentence, Topic};
use crate::describe::{
    self, Entry, Head, Section, SectionKind, account, assignment_flag, describe, join, only_node,
    short_name,
};
use crate::i18n::who;
use crate::model::{Node, Role};

impl PlainSession {
    /// A node in one sentence: its kind, id and name, who leads, and what needs attention.
    pub(super) fn brief(&self, node: Node) -> String {
        let (lang, words) = (self.lang(), who::who(self.lang()));
        let kind = describe::kind(&self.plan, node, lang);
        let name = self.names().name(self.plan.name(node));
        let sign = match node {
            Node::Plan => "",
            Node::Item(_) | Node::Document(_) => self.plan.id(node),
            Node::Body(id) => &self.plan[id].abbr,
        };
        let gap = if sign.is_empty() { "" } else { " " };
        let mut line = format!("{kind}{gap}{sign}{}{name}", words.colon);
        let rows = self.plan.responsible(node).iter();
        let shown = rows.filter_map(|one| Some((one.body, self.basis.shown(one)?)));
        let leads: Vec<String> = shown
            .filter(|(_, row)| row.role == Role::Lead)
            .map(|(body, _)| short_name(&self.plan, body, lang))
            .collect();
        let flag = assignment_flag(&self.plan, node, lang, self.start.today);
        for (label, text) in [
            (who::role(lang, Role::Lead), leads.join(words.list)),
            (words.here, flag.unwrap_or_default().to_owned()),
        ] {
            if !text.is_empty() {
                line.extend([words.stop, label, words.colon, &text]);
            }
        }
        line + self.words().stop
    }

    /// What a node is, in the first lines of its description.
    fn head(&self, head: &Head) -> Vec<String> {
        let (words, colon) = (self.words(), who::who(self.lang()).colon);
        let sign = match head.node {
            Node::Plan => String::new(),
            Node::Item(_) | Node::Body(_) | Node::Document(_) => head
                .name_beside_sign()
                .map_or_else(String::new, |_| format!(" {}", head.sign.text)),
        };
        let mut line = format!("{}{sign}{colon}{}", head.kind, head.name);
        for mark in [head.doubt, head.ours] {
            if !mark.is_empty() {
                line.push_str(&who::aside(self.lang(), mark));
            }
        }
        let mut lines = vec![self.sentence(line)];
        let other = head.other.as_ref();
        let other = other.map(|other| format!("{}{colon}{other}", words.other_name));
        lines.extend(other.map(|other| self.sentence(other)));
        if self.start.bookmarks.contains(&head.id) {
            lines.push(words.marked.to_owned());
        }
        lines
    }

    /// Everything about a node but the evidence.
    pub(super) fn card(&self, node: Node) -> Passage {
        let card = describe(&self.plan, node, self.options());
        let (mut lines, mut basis) = (Vec::new(), String::new());
        let answers = |section: &&Section| section.kind.names_bodies();
        let has_evidence = card
            .sections
            .iter()
            .filter(answers)
            .flat_map(|section| &section.entries)
            .any(|entry| !entry.evidence.is_empty() || !entry.remark.is_empty());
        let last = card.sections.iter().rposition(|section| answers(&section));
        for (at, section) in card.sections.iter().enumerate() {
            if section.kind.names_bodies() {
                self.answers(section, &mut basis, &mut lines);
            } else if section.kind != SectionKind::Legend {
                self.section(section, &mut lines);
            }
            if has_evidence && last == Some(at) {
                lines.push(Sentence::text(Self::keyed(self.words().evidence)));
            }
        }
        (self.head(&card.head), lines)
    }

    /// Bodies that answer: each with its basis, or several on the same under that. `before` is the
    /// basis that was read out last.
    fn answers(&self, section: &Section, before: &mut String, lines: &mut Vec<Sentence>) {
        let (words, fixed, lang) = (self.words(), who::who(self.lang()), self.lang());
        for same in section.entries.chunk_by(Entry::has_basis_of) {
            let Some(first) = same.first() else { continue };
            let basis = first.basis_line(lang);
            let is_same = *before == basis;
            before.clone_from(&basis);
            if same.len() > 1 {
                let basis = if is_same { fixed.same } else { &basis };
                let heading = words.several(&section.label, same.len(), basis);
                lines.push(Sentence::text(heading));
            }
            for entry in same {
                let name = entry.line(lang);
                let text = match same {
                    [_] => [&section.label, fixed.colon, &name, fixed.comma, &basis].concat(),
                    _ => name,
                };
                lines.push(Sentence(topic(entry), self.sentence(text)));
                self.successor(entry, lines);
            }
        }
    }

    /// One fact behind its label; several below it.
    fn section(&self, section: &Section, lines: &mut Vec<Sentence>) {
        let (fixed, lang) = (who::who(self.lang()), self.lang());
        let is_one = section.entries.len() == 1;
        let label = match section.label.as_str() {
            "" => String::new(),
            label => format!("{label}{}", fixed.colon),
        };
        if !is_one && !label.is_empty() {
            lines.push(Sentence::text(label.trim_end()));
        }
        for entry in &section.entries {
            let mut text = if is_one { label.clone() } else { String::new() };
            let line = entry.line(lang);
            text.push_str(&match &entry.query {
                Some(query) => self.words().lists(&line, query),
                None => line,
            });
            if !entry.basis.is_empty() {
                text.extend([fixed.comma, &entry.basis_line(lang)]);
            }
            lines.push(Sentence(topic(entry), self.sentence(text)));
            self.successor(entry, lines);
        }
    }

    fn successor(&self, entry: &Entry, lines: &mut Vec<Sentence>) {
        if !entry.successor.is_empty() {
            lines.push(Sentence::text(self.sentence(join(&entry.successor))));
        }
    }

    /// The full account: every row, its remark and where it can be read, under the body or the bodies
    /// that it speaks of.
    pub(super) fn who(&self, node: Node) -> Passage {
        let card = account(&self.plan, node, self.options());
        let mut lines = Vec::new();
        for section in &card.sections {
            if section.kind != SectionKind::Account {
                self.section(section, &mut lines);
                continue;
            }
            let alike = |one: &Entry, other: &Entry| {
                one.evidence == other.evidence && one.successor.is_empty()
            };
            for same in section.entries.chunk_by(alike) {
                let bodies = same.iter().filter_map(Entry::node);
                lines.extend(bodies.map(|body| Sentence::node(body, self.brief(body))));
                let Some(last) = same.last() else { continue };
                lines.extend(last.evidence.iter().map(|row| {
                    let place = only_node(row).map(Topic::Node);
                    Sentence(place, self.sentence(join(row)))
                }));
                self.successor(last, &mut lines);
            }
        }
        (self.head(&card.head), lines)
    }
}

/// What the number of an entry opens.
fn topic(entry: &Entry) -> Option<Topic> {
    entry.node().map(Topic::Node)
}
