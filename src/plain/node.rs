//! What is said of a node: in one sentence, sentence by sentence, and who answers for it with all
//! evidence.

use super::{Line, Place, Said, Session};
use crate::card::{self, Card, Entry, Section};
use crate::model::{BodyId, Node, Responsibility, Role};
use crate::page::{short_name, sign};
use crate::words::card::card as labels;
use crate::words::who;

impl Session {
    /// A node in one sentence: its kind, id and name, who leads, and what has to be looked after.
    pub(super) fn brief(&self, node: Node) -> String {
        let (lang, words) = (self.lang(), who::who(self.lang()));
        let kind = card::kind(&self.plan, node, lang);
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
        let standing = card::standing(&self.plan, node, lang, self.start.today);
        for (label, said) in [
            (words.lead, leads.join(words.list)),
            (words.here, standing.join(words.list)),
        ] {
            if !said.is_empty() {
                line.extend([self.words().then, label, words.colon, &said]);
            }
        }
        line + self.words().stop
    }

    /// What a node is, in the first lines of what is said of it.
    fn head(&self, node: Node, card: &Card) -> Vec<String> {
        let (words, colon) = (self.words(), who::who(self.lang()).colon);
        let sign = match node {
            Node::Plan => String::new(),
            Node::Item(_) | Node::Body(_) | Node::Document(_) => {
                format!(" {}", sign(&self.plan, node))
            }
        };
        let mut head = vec![self.sentence(format!("{}{sign}{colon}{}", card.kind, card.name))];
        let other = card.other.as_ref();
        head.extend(
            other.map(|other| self.sentence(format!("{}{colon}{other}", words.other_name))),
        );
        if self.start.bookmarks.contains(&card.id) {
            head.push(words.marked.to_owned());
        }
        head
    }

    /// Everything about a node but what else bears out who answers for it.
    pub(super) fn card(&self, node: Node) -> Said {
        let card = Card::filtered(&self.plan, node, self.names(), self.basis);
        let (mut lines, mut rests) = (Vec::new(), "");
        let answers = card.sections.iter().filter(|section| is_answer(section));
        let mut left = answers.count();
        let entries = card.sections.iter().flat_map(|section| &section.entries);
        let evidence = entries.into_iter().any(|entry| !entry.evidence.is_empty());
        for section in &card.sections {
            if !is_answer(section) {
                self.section(section, &mut lines);
                continue;
            }
            self.answers(section, &mut rests, &mut lines);
            left -= 1;
            if left == 0 && evidence {
                lines.push(Line::text(Self::keyed(self.words().evidence)));
            }
        }
        if node == Node::Plan {
            lines.extend(self.holdings());
        }
        (self.head(node, &card), lines)
    }

    /// Bodies that answer: each with what that rests on, or several on the same under that. `rests`
    /// is what was said last.
    fn answers<'c>(&self, section: &'c Section, rests: &mut &'c str, lines: &mut Vec<Line>) {
        let (words, fixed) = (self.words(), who::who(self.lang()));
        let mut before = "";
        for same in section
            .entries
            .chunk_by(|one, other| one.rests == other.rests)
        {
            let Some(first) = same.first() else { continue };
            let again = std::mem::replace(rests, &first.rests) == first.rests;
            if same.len() > 1 {
                let rests = if again { fixed.same } else { &first.rests };
                let heading = (words.several)(&section.label, same.len(), rests);
                lines.push(Line::text(heading));
            }
            for entry in same {
                let said = match same {
                    [_] => format!(
                        "{}{}{}{}{}",
                        section.label, fixed.colon, entry.text, fixed.comma, entry.rests
                    ),
                    _ => entry.text.clone(),
                };
                lines.push(Line(link(entry), self.sentence(said)));
                self.remarks(entry, &mut before, lines);
            }
        }
    }

    /// One fact behind its label; several below it.
    fn section(&self, section: &Section, lines: &mut Vec<Line>) {
        let fixed = who::who(self.lang());
        let one = section.entries.len() == 1;
        let label = format!("{}{}", section.label, fixed.colon);
        if !one {
            lines.push(Line::text(label.trim_end()));
        }
        let mut before = "";
        for entry in &section.entries {
            let mut said = if one { label.clone() } else { String::new() };
            said.push_str(&entry.text);
            if !entry.rests.is_empty() {
                said.extend([fixed.comma, &entry.rests]);
            }
            // The address of a document is said where the document is.
            if let (Some(address), None) = (&entry.address, entry.link) {
                said.push_str(address);
            }
            lines.push(Line(link(entry), self.sentence(said)));
            self.remarks(entry, &mut before, lines);
        }
    }

    /// Remarks, those that hold for many in a row only once.
    fn remarks<'e>(&self, entry: &'e Entry, before: &mut &'e str, lines: &mut Vec<Line>) {
        for more in &entry.more {
            if std::mem::replace(before, more) != more {
                lines.push(Line::text(self.sentence(more.clone())));
            }
        }
    }

    /// Who answers for a node: every statement, its remark and where it can be read, under the body
    /// or the bodies that it speaks of.
    pub(super) fn who(&self, node: Node) -> Said {
        let card = Card::filtered(&self.plan, node, self.names(), self.basis);
        let mut lines = Vec::new();
        let known = self.plan.responsible(node).iter();
        let known: Vec<(BodyId, Vec<Line>)> = known
            .map(|one| (one.body, self.statements(one)))
            .filter(|(_, said)| !said.is_empty())
            .collect();
        for same in known.chunk_by(|one, other| one.1 == other.1) {
            let bodies = same.iter().map(|(body, _)| Node::Body(*body));
            lines.extend(bodies.map(|body| Line::node(body, self.brief(body))));
            let said = same.first().map(|(_, said)| said.clone());
            lines.extend(said.into_iter().flatten());
        }
        if lines.is_empty() {
            let said = card::answers(&self.plan, node, self.names(), self.basis);
            for section in &said {
                self.section(section, &mut lines);
            }
        }
        (self.head(node, &card), lines)
    }

    /// The statements that count, that a body answers for something.
    fn statements(&self, one: &Responsibility) -> Vec<Line> {
        let (lang, fixed) = (self.lang(), who::who(self.lang()));
        let mut lines = Vec::new();
        for row in one.rows().iter().filter(|row| self.basis.includes(row)) {
            let role = who::role(lang, row.role);
            let said = card::said(&self.plan, row, lang);
            let document = row.document.map(Node::Document);
            lines.push(Line(
                document.map(Place::Node),
                self.sentence(format!("{role}{}{said}", fixed.comma)),
            ));
            let remarks = card::remarks(row, self.names());
            lines.extend(
                remarks
                    .into_iter()
                    .map(|more| Line::text(self.sentence(more))),
            );
            let sources = row.sources.iter();
            let entries: Vec<Entry> = sources
                .map(|source| card::source(&self.plan, source, self.names()))
                .filter(|entry| entry.link.is_none() || entry.link != document)
                .collect();
            if !entries.is_empty() {
                let label = labels(lang).sources.to_owned();
                self.section(&Section { label, entries }, &mut lines);
            }
        }
        lines
    }
}

/// Bodies that answer, and what that rests on.
fn is_answer(section: &Section) -> bool {
    let answers =
        |entry: &Entry| matches!(entry.link, Some(Node::Body(_))) && !entry.rests.is_empty();
    section.entries.iter().all(answers)
}

fn link(entry: &Entry) -> Option<Place> {
    entry.link.map(Place::Node)
}
