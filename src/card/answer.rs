//! Who answers, in words: the bodies of an item, each with what that rests on.

use super::{Entry, Names, Section, Writer};
use crate::model::{
    Basis, BasisFilter, BodyId, Confidence, Date, ItemId, Lang, Node, Plan, Responsibility, Role,
    Row, Status,
};
use crate::page::{overdue, short_name};
use crate::words::card::card as words;
use crate::words::who;

/// What a row rests on, in words, with the document and date that the same row names.
#[must_use]
pub fn basis(plan: &Plan, row: &Row, lang: Lang) -> String {
    let document = row.document.map(|id| &plan[id]);
    let name = document.map(|document| document.name.get(lang));
    who::basis(
        lang,
        row.basis,
        name,
        document.and_then(|document| document.dated),
    )
}

/// The same, with how sure it is where that does not go without saying.
#[must_use]
pub fn said(plan: &Plan, row: &Row, lang: Lang) -> String {
    let basis = basis(plan, row, lang);
    match row.confidence {
        Confidence::High => basis,
        sure @ (Confidence::Medium | Confidence::Low) => {
            format!(
                "{basis}{}{}",
                who::who(lang).comma,
                who::confidence(lang, sure)
            )
        }
    }
}

/// The same in one line with what it takes to weigh it: of an assignment who has it on the desk and
/// the remark, of a press report what it says.
#[must_use]
pub fn weighed(plan: &Plan, row: &Row, names: Names) -> String {
    let words = who::who(names.lang);
    let mut parts = vec![said(plan, row, names.lang)];
    parts.extend(desk(row, names.lang));
    let line = parts.join(words.comma);
    match row.basis {
        Basis::Assigned | Basis::Press if !row.note.is_empty() => {
            format!("{line}{}{}", words.stop, names.text(&row.note))
        }
        Basis::Assigned | Basis::Press | Basis::Plan | Basis::Companion | Basis::Mandate => line,
    }
}

/// What became of a body that is no more.
#[must_use]
pub fn became(plan: &Plan, body: BodyId, names: Names) -> Option<String> {
    let next = plan[body].successor?;
    let named = Writer::new(plan, names).named(Node::Body(next));
    let label = words(names.lang).successor;
    Some(format!("{label}{}{named}", who::who(names.lang).colon))
}

/// How our own assignments to a node stand, as far as somebody has to look after them: late, overdue.
#[must_use]
pub fn standing(plan: &Plan, node: Node, lang: Lang, today: Option<Date>) -> Vec<&'static str> {
    let all = plan.responsible(node).iter();
    let rows: Vec<&Row> = all.flat_map(Responsibility::assigned).collect();
    let late = rows.iter().any(|row| row.status == Some(Status::Late));
    let over = rows.iter().any(|row| overdue(row, today));
    let late = late.then(|| who::status(lang, Status::Late));
    late.into_iter()
        .chain(over.then_some(who::who(lang).overdue))
        .collect()
}

/// What follows for an item without rows of its own, one line a role and origin:
/// "from P1-P4: MIIT, NDRC".
#[must_use]
pub fn inherited(plan: &Plan, item: ItemId, lang: Lang) -> Vec<(Role, String)> {
    let mut groups: Vec<(Role, Vec<ItemId>, Vec<String>)> = Vec::new();
    for one in plan.inherited(item) {
        let name = short_name(plan, one.body, lang);
        match groups
            .iter_mut()
            .find(|(role, from, _)| *role == one.role && *from == one.from)
        {
            Some((_, _, names)) => names.push(name),
            None => groups.push((one.role, one.from, vec![name])),
        }
    }
    let words = who::who(lang);
    let worded = groups.into_iter().map(|(role, from, names)| {
        let ids: Vec<&str> = from.iter().map(|&id| &*plan[id].id).collect();
        (
            role,
            format!(
                "{}{}{}",
                who::from(lang, &ids),
                words.colon,
                names.join(words.list)
            ),
        )
    });
    worded.collect()
}

impl Writer<'_> {
    /// Who answers for an item or the plan: a section a role.
    pub(super) fn answers(&self, node: Node) -> Vec<Section> {
        let lang = self.lang();
        let own = self.plan.responsible(node);
        let mut sections: Vec<Section> = Vec::new();
        let mut add = |label: &str, entry: Entry| match sections
            .iter_mut()
            .find(|section| section.label == label)
        {
            Some(section) => section.entries.push(entry),
            None => sections.push(Section {
                label: label.to_owned(),
                entries: vec![entry],
            }),
        };
        // Our own assignments stand first.
        for one in own {
            for row in one.assigned().filter(|row| self.basis.includes(row)) {
                add(who::who(lang).here, self.assignment(one, row));
            }
        }
        let shown = own
            .iter()
            .filter_map(|one| Some((one, self.basis.shown(one)?)));
        let mut before = String::new();
        for (one, row) in shown.filter(|(_, row)| row.basis != Basis::Assigned) {
            let mut entry = self.answer(one, row);
            // A remark that holds for many in a row is said once.
            let note = self.names.text(&row.note);
            if note == before {
                entry.more.retain(|more| *more != note);
            }
            before = note;
            add(who::role(lang, row.role), entry);
        }
        if let (Node::Item(id), true, BasisFilter::All) = (node, own.is_empty(), self.basis) {
            for (role, line) in inherited(self.plan, id, lang) {
                add(who::role(lang, role), Entry::text(line));
            }
        }
        if sections.is_empty() {
            let known = match node {
                Node::Item(id) => !own.is_empty() || !self.plan.inherited(id).is_empty(),
                Node::Plan | Node::Body(_) | Node::Document(_) => !own.is_empty(),
            };
            let none = if known {
                words(lang).hidden
            } else {
                who::who(lang).nobody
            };
            return vec![Self::line(words(lang).responsible, none)];
        }
        sections
    }

    fn answer(&self, one: &Responsibility, row: &Row) -> Entry {
        let node = Node::Body(one.body);
        let mut entry = Entry::link(node, self.named(node));
        entry.rests = said(self.plan, row, self.lang());
        entry.more.extend(became(self.plan, one.body, self.names));
        entry.more.extend(remarks(row, self.names));
        entry.evidence = self.evidence(one, row);
        entry
    }

    /// An assignment of our own; below the shown one what else there is.
    fn assignment(&self, one: &Responsibility, row: &Row) -> Entry {
        let node = Node::Body(one.body);
        let role = who::role(self.lang(), row.role);
        let basis = said(self.plan, row, self.lang());
        let mut entry = Entry::link(node, self.named(node));
        entry.rests = format!("{role}{}{basis}", who::who(self.lang()).comma);
        entry.more = remarks(row, self.names);
        if std::ptr::eq(row, one.shown()) {
            entry.evidence = self.evidence(one, row);
        }
        entry
    }

    /// What else bears a responsibility out beside the row that is shown, without our own
    /// assignments.
    fn evidence(&self, one: &Responsibility, shown: &Row) -> Vec<String> {
        let words = who::who(self.lang());
        let others = one.rows().iter().filter(|row| {
            !std::ptr::eq(*row, shown) && row.basis != Basis::Assigned && self.basis.includes(row)
        });
        let line = |row: &Row| {
            let role = who::role(self.lang(), row.role);
            let basis = said(self.plan, row, self.lang());
            let mut line = format!(
                "{}{}{role}{}{basis}",
                words.evidence, words.colon, words.comma
            );
            for remark in remarks(row, self.names) {
                line.push_str(words.stop);
                line.push_str(&remark);
            }
            line
        };
        others.map(line).collect()
    }
}

/// The remark of a row, and, of an assignment, who has it on the desk until when.
#[must_use]
pub fn remarks(row: &Row, names: Names) -> Vec<String> {
    let mut lines: Vec<String> = desk(row, names.lang).into_iter().collect();
    if !row.note.is_empty() {
        lines.push(names.text(&row.note));
    }
    lines
}

/// Of an assignment, who has it on the desk until when, and how it stands.
fn desk(row: &Row, lang: Lang) -> Option<String> {
    let words = who::who(lang);
    let pair = |label: &str, value: &str| format!("{label}{}{value}", words.colon);
    let mut parts = Vec::new();
    if !row.unit.is_empty() {
        parts.push(pair(words.unit, &row.unit));
    }
    if !row.contact.is_empty() {
        parts.push(pair(words.contact, &row.contact));
    }
    if let Some(due) = row.due {
        parts.push(pair(words.due, &who::date(lang, due)));
    }
    if let Some(status) = row.status {
        parts.push(pair(words.status, who::status(lang, status)));
    }
    (!parts.is_empty()).then(|| parts.join(words.comma))
}
