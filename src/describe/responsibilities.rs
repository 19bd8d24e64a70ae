//! Who answers for a node: on top of its description, and in the full account with every row.

use std::collections::BTreeMap;

use super::card::{Content, Entry, Section, SectionKind};
use super::names::short_name;
use super::text::{Goal, TextRole, TextRun, join};
use super::writer::{Blocks, DescribeOptions, Writer};
use crate::model::{
    Basis, BasisFilter, BodyId, Date, ItemId, Lang, Node, Plan, Responsibility, Role, Row, Source,
    Status,
};
use crate::words::who;

/// What a row rests on, in words, with the document and date that the same row names.
#[must_use]
pub fn basis(plan: &Plan, row: &Row, lang: Lang) -> String {
    let document = row.document.map(|id| &plan[id]);
    let name = document.map(|document| document.name.get(lang));
    let dated = document.and_then(|document| document.dated);
    who::basis(lang, row.basis, name, dated)
}

/// The basis of a row with how sure it is.
#[must_use]
pub fn doubted_basis(plan: &Plan, row: &Row, lang: Lang) -> String {
    let basis = basis(plan, row, lang);
    match who::confidence(lang, row.confidence) {
        "" => basis,
        doubt => format!("{basis}{}{doubt}", who::who(lang).comma),
    }
}

/// The basis of a row with all it takes to weigh it: of an assignment unit, contact, date and
/// status, of a press report what it says.
#[must_use]
pub fn basis_line(plan: &Plan, row: &Row, options: DescribeOptions) -> String {
    let writer = Writer::new(plan, options);
    match row.basis {
        Basis::Assigned => join(&writer.assignment(row)),
        Basis::Press if !row.note.is_empty() => {
            let basis = doubted_basis(plan, row, writer.lang());
            basis + who::who(writer.lang()).stop + &join(&writer.remark(row))
        }
        Basis::Press | Basis::Plan | Basis::Companion | Basis::Mandate => {
            doubted_basis(plan, row, writer.lang())
        }
    }
}

/// Whether the date of an assignment is past while it is neither done nor dropped.
#[must_use]
pub fn overdue(row: &Row, today: Option<Date>) -> bool {
    let closed = matches!(row.status, Some(Status::Done | Status::Dropped));
    match (row.due, today) {
        (Some(due), Some(today)) => !closed && due.is_past(today),
        (Some(_) | None, _) => false,
    }
}

/// The assignments to a node that need attention: late, overdue.
#[must_use]
pub fn assignment_flags(
    plan: &Plan,
    node: Node,
    lang: Lang,
    today: Option<Date>,
) -> Vec<&'static str> {
    let all = plan.responsible(node).iter();
    let rows: Vec<&Row> = all.flat_map(Responsibility::assigned).collect();
    let late = rows.iter().any(|row| row.status == Some(Status::Late));
    let over = rows.iter().any(|row| overdue(row, today));
    let late = late.then(|| who::status(lang, Status::Late));
    late.into_iter()
        .chain(over.then_some(who::who(lang).overdue))
        .collect()
}

/// Entries of which a remark that holds for many in a row is given once.
pub(super) fn once(mut entries: Vec<Entry>) -> Vec<Entry> {
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
    ) -> impl Iterator<Item = (&'r Responsibility, &'r Row)> {
        let filter = self.options.basis;
        all.into_iter()
            .filter_map(move |known| Some((known, filter.shown(known)?)))
    }

    /// Who answers for an item or the plan: own assignments first, then leads with their basis,
    /// then the others drawn together, then that some are hidden; else what is inherited; else that
    /// none is stated.
    pub(super) fn responsibility_sections(&self, node: Node) -> Vec<Section> {
        let (lang, labels) = (self.lang(), self.labels);
        let all = self.plan.responsible(node);
        let shown: Vec<(&Responsibility, &Row)> = self.shown(all).collect();
        if shown.is_empty() {
            return self.unanswered(node);
        }
        let rest = |role: Role| {
            let rest = shown.iter().copied();
            rest.filter(move |(_, row)| row.role == role && row.basis != Basis::Assigned)
        };
        let own = shown
            .iter()
            .flat_map(|&(known, _)| known.assigned().map(move |row| self.assigned(known, row)));
        let mut sections = vec![
            Self::section(who::who(lang).here, SectionKind::Assigned, own.collect()),
            Self::section(
                who::role(lang, Role::Lead),
                SectionKind::Leads,
                once(
                    rest(Role::Lead)
                        .map(|(known, row)| self.lead(known, row))
                        .collect(),
                ),
            ),
        ];
        for role in [Role::Support, Role::Issuer] {
            let entries = self.together(rest(role));
            let label = who::role(lang, role);
            sections.push(Self::section(label, SectionKind::Together, entries));
        }
        if shown.len() < all.len() {
            let hidden = (labels.hidden)(self.options.basis_key);
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
        let inherited = match node {
            Node::Item(id) => self.plan.inherited(id),
            Node::Plan | Node::Body(_) | Node::Document(_) => Vec::new(),
        };
        let is_known = !inherited.is_empty() || !self.plan.responsible(node).is_empty();
        if !is_known || self.options.basis != BasisFilter::All {
            let none = if is_known {
                (labels.all_hidden)(self.options.basis_key)
            } else {
                who::who(lang).nobody.to_owned()
            };
            let none = Entry::text(vec![TextRun::new(none, TextRole::Warn)]);
            return vec![Self::facts(lead, vec![none])];
        }
        let mut groups: BTreeMap<(Role, Vec<ItemId>), Vec<BodyId>> = BTreeMap::new();
        for one in inherited {
            let group = groups.entry((one.role, one.from)).or_default();
            group.push(one.body);
        }
        let intro = TextRun::new(labels.inherited, TextRole::Quiet);
        let mut sections = vec![Self::facts(lead, vec![Entry::text(vec![intro])])];
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
                Some(_) | None => sections.push(Self::facts(label, vec![Entry::text(runs)])),
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
    fn answering(&self, body: BodyId) -> Entry {
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

    fn assigned(&self, known: &Responsibility, row: &Row) -> Entry {
        let evidence = if std::ptr::eq(row, known.shown()) {
            self.evidence(known, row)
        } else {
            Vec::new()
        };
        Entry {
            basis: self.assignment(row),
            evidence,
            ..self.answering(known.body)
        }
    }

    fn lead(&self, known: &Responsibility, row: &Row) -> Entry {
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
    fn supported(&self, known: &Responsibility, row: &Row) -> Entry {
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
        shown: impl Iterator<Item = (&'r Responsibility, &'r Row)>,
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

    /// What a row rests on; the document is a link.
    pub(super) fn basis(&self, row: &Row) -> TextRun {
        let run = TextRun::plain(basis(self.plan, row, self.lang()));
        match row.document {
            Some(id) => run.to(Goal::Node(Node::Document(id))),
            None => run,
        }
    }

    /// Of an assignment, the unit, the contact, the date and the status.
    fn assignment(&self, row: &Row) -> Vec<TextRun> {
        let (lang, fixed) = (self.lang(), who::who(self.lang()));
        let mut runs = vec![TextRun::new(who::does(lang, row.role), TextRole::Ours)];
        // What divides two parts ends the first of them, or a line would begin with it.
        let after = |runs: &mut Vec<TextRun>, sign: &str, next: TextRun| {
            if let Some(last) = runs.last_mut() {
                last.text.push_str(sign);
            }
            runs.push(next);
        };
        for part in [&row.unit, &row.contact] {
            if !part.is_empty() {
                after(&mut runs, fixed.comma, TextRun::plain(&**part));
            }
        }
        if let Some(due) = row.due {
            let due = format!("{} {}", fixed.due, who::date(lang, due));
            after(&mut runs, fixed.comma, TextRun::plain(due));
            if overdue(row, self.options.today) {
                let aside = who::aside(lang, fixed.overdue);
                runs.push(TextRun::new(aside, TextRole::Warn));
            }
        }
        if let Some(status) = row.status {
            let role = if status == Status::Late {
                TextRole::Warn
            } else {
                TextRole::Plain
            };
            let status = TextRun::new(who::status(lang, status), role);
            after(&mut runs, fixed.comma, status);
        }
        let aside = who::aside(lang, &basis(self.plan, row, lang));
        runs.push(TextRun::new(aside, TextRole::Ours));
        if !row.note.is_empty() {
            let note = TextRun::new(row.note.get(lang), TextRole::Quiet);
            after(&mut runs, fixed.stop, note);
        }
        runs
    }

    /// The remark of a row; empty where there is none.
    pub(super) fn remark(&self, row: &Row) -> Vec<TextRun> {
        self.runs(&row.note, TextRole::Quiet)
    }

    /// The rows beside the shown one that bear a responsibility out, without own assignments.
    fn evidence(&self, known: &Responsibility, shown: &Row) -> Vec<Vec<TextRun>> {
        let (lang, fixed) = (self.lang(), who::who(self.lang()));
        let others = known.rows().iter().filter(|row| {
            !std::ptr::eq(*row, shown)
                && row.basis != Basis::Assigned
                && self.options.basis.includes(row)
        });
        let line = |row: &Row| {
            let role = who::role(lang, row.role);
            let also = format!("{}{}{role}{}", fixed.evidence, fixed.colon, fixed.comma);
            let mut runs = vec![TextRun::new(also, TextRole::Quiet), self.basis(row)];
            let doubt = self.doubt(Some(row.confidence));
            if !doubt.is_empty() {
                let doubt = format!("{}{doubt}", fixed.comma);
                runs.push(TextRun::new(doubt, TextRole::Warn));
            }
            self.remark_after(row, &mut runs);
            runs
        };
        others.map(line).collect()
    }

    /// The remark of a row as one more sentence.
    fn remark_after(&self, row: &Row, runs: &mut Vec<TextRun>) {
        let remark = self.remark(row);
        if !remark.is_empty() {
            if let Some(last) = runs.last_mut() {
                last.text.push_str(who::who(self.lang()).stop);
            }
            runs.extend(remark);
        }
    }

    /// A row in full, and below it where it can be read.
    fn statement(&self, row: &Row) -> Vec<Vec<TextRun>> {
        let lang = self.lang();
        let first = if row.basis == Basis::Assigned {
            self.assignment(row)
        } else {
            let does = format!("{}{}", who::does(lang, row.role), who::who(lang).colon);
            let mut runs = vec![TextRun::new(does, TextRole::Quiet), self.basis(row)];
            let doubt = Entry {
                doubt: self.doubt(Some(row.confidence)),
                ..Entry::default()
            };
            runs.extend(doubt.doubt_run(lang));
            self.remark_after(row, &mut runs);
            runs
        };
        let named = row.document.map(Source::Document);
        let sources = row
            .sources
            .iter()
            .filter(|one| named.as_ref() != Some(*one));
        std::iter::once(first)
            .chain(sources.map(|source| self.source(source).runs(lang)))
            .collect()
    }
}
