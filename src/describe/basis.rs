//! What a responsibility rests on: a row of the file in words, with its document, how sure it is, its
//! remark, and of an assignment its unit, date and status.

use std::collections::HashMap;

use super::card::{Entry, Section, SectionKind};
use super::names::short_name;
use super::text::{Goal, TextRole, TextRun, join};
use super::writer::{DescribeOptions, Writer};
use crate::i18n::assignment::assignment as labels;
use crate::i18n::who;
use crate::model::{Basis, Date, Lang, Node, Plan, Responsibility, Source, Statement, Status};

/// What a row rests on, in words, with the document and date that the same row names.
#[must_use]
pub fn basis(plan: &Plan, row: &Statement, lang: Lang) -> String {
    let document = row.document.map(|id| &plan[id]);
    let name = document.map(|document| document.name.get(lang));
    let dated = document.and_then(|document| document.dated);
    let basis = who::basis(lang, row.basis, name, dated);
    match row.until {
        // When it ended comes first: what follows may be cut.
        Some(ended) => [&who::until(lang, ended), who::who(lang).semicolon, &basis].concat(),
        None => basis,
    }
}

/// The basis of a row with how sure it is.
#[must_use]
pub fn doubted_basis(plan: &Plan, row: &Statement, lang: Lang) -> String {
    let basis = basis(plan, row, lang);
    match who::confidence(lang, row.confidence) {
        "" => basis,
        doubt => format!("{basis}{}{doubt}", who::who(lang).comma),
    }
}

/// The basis of a row with all it takes to weigh it: of an assignment unit, contact, date and
/// status, of a press report what it says.
#[must_use]
pub fn basis_line(plan: &Plan, row: &Statement, options: DescribeOptions) -> String {
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

/// The word for assignments to a node that need attention: late where one of them says so, else overdue
/// where the date of one is past.
#[must_use]
pub fn assignment_flag(
    plan: &Plan,
    node: Node,
    lang: Lang,
    today: Option<Date>,
) -> Option<&'static str> {
    let all = plan.responsible(node).iter();
    let rows: Vec<&Statement> = all.flat_map(Responsibility::assigned).collect();
    let late = rows.iter().any(|row| row.status == Some(Status::Late));
    let over = || rows.iter().any(|row| row.is_overdue(today));
    if late {
        return Some(who::status(lang, Status::Late));
    }
    over().then_some(who::who(lang).overdue)
}

/// The assignment of our own to which a node first needs attention: late ones come before open ones,
/// then the earliest.
#[must_use]
pub fn own_work(plan: &Plan, node: Node, today: Option<Date>) -> Option<&Statement> {
    let rows = plan.responsible(node).iter();
    rows.flat_map(Responsibility::assigned).min_by_key(|row| {
        let is_late = row.needs_attention(today);
        (!is_late, row.is_closed(), row.due.is_none(), row.due)
    })
}

/// How an assignment stands, in one word; empty where that is not known.
pub(super) fn state(row: &Statement, lang: Lang, today: Option<Date>) -> &'static str {
    match row.status {
        Some(Status::Late) => who::status(lang, Status::Late),
        _ if row.is_overdue(today) => who::who(lang).overdue,
        Some(status) => who::status(lang, status),
        None if row.is_not_begun() => who::who(lang).not_begun,
        None => "",
    }
}

/// An own assignment, and the responsibility it is one of.
pub(super) type Assigned<'p> = (&'p Responsibility, &'p Statement);

/// Assignments that say the same of the work together, the earliest first, in each the leads first.
fn by_work(own: Vec<Assigned>) -> Vec<Vec<Assigned>> {
    let mut places = HashMap::new();
    let mut groups: Vec<Vec<Assigned>> = Vec::new();
    for (known, row) in own {
        let work = (&row.unit, &row.contact, row.due, row.status, &row.note);
        let place = *places.entry(work).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push((known, row));
    }
    for group in &mut groups {
        group.sort_by_key(|(_, row)| row.role);
    }
    groups.sort_by_key(|group| group[0].1.urgency());
    groups
}

/// Puts what is said of the work behind who does it; it is taken, so that it is said once.
fn with_work(mut runs: Vec<TextRun>, work: &mut Vec<TextRun>, lang: Lang) -> Vec<TextRun> {
    // What divides two parts ends the first of them, or a line would begin with it.
    if let (Some(last), false) = (runs.last_mut(), work.is_empty()) {
        last.text.push_str(who::who(lang).comma);
    }
    runs.append(work);
    runs
}

impl Writer<'_> {
    /// What a row rests on; the document is a link.
    pub(super) fn basis(&self, row: &Statement) -> TextRun {
        let run = TextRun::plain(basis(self.plan, row, self.lang()));
        match row.document {
            Some(id) => run.to(Goal::Node(Node::Document(id))),
            None => run,
        }
    }

    /// How an assignment stands, and that its date is past where it does not say itself that it is late.
    fn standing(&self, row: &Statement) -> Option<TextRun> {
        let lang = self.lang();
        let said = row.status.map(|status| who::status(lang, status));
        let said = said.or(row.is_not_begun().then_some(who::who(lang).not_begun));
        let is_late = row.status == Some(Status::Late);
        let over = !is_late && row.is_overdue(self.options.today);
        let over = over.then_some(who::who(lang).overdue);
        let role = if is_late || over.is_some() {
            TextRole::Warn
        } else {
            TextRole::Plain
        };
        let said: Vec<&str> = said.into_iter().chain(over).collect();
        (!said.is_empty()).then(|| TextRun::new(said.join(who::who(lang).comma), role))
    }

    /// Own assignments, the leads first: who does it, then a section for each thing that is said of the
    /// work. Where they say different things of it, that stands in one line behind those it is said for.
    pub(super) fn assignment_sections(&self, own: Vec<Assigned>) -> Vec<Section> {
        let here = who::who(self.lang()).here;
        let groups = by_work(own);
        let [group] = groups.as_slice() else {
            let entries = groups.iter().flat_map(|group| self.doing(group, true));
            return vec![Self::section(
                here,
                SectionKind::Assigned,
                entries.collect(),
            )];
        };
        let (labels, row) = (labels(self.lang()), group[0].1);
        vec![
            Self::section(here, SectionKind::Assigned, self.doing(group, false)),
            Self::line(labels.unit, &*row.unit),
            Self::line(labels.contact, &*row.contact),
            self.text(labels.note, &row.note_beside_state()),
        ]
    }

    /// By when our own work on a node is due and how it stands, before all else that is said of it; where
    /// several things are said of it, that of the most urgent. `None` where neither is known.
    pub(super) fn own_date(&self, node: Node) -> Option<Section> {
        let all = self.shown(self.plan.responsible(node));
        let own = all.flat_map(|(known, _)| {
            let rows = known.assigned();
            let rows = rows.filter(|row| self.options.basis.includes(row));
            rows.map(move |row| (known, row))
        });
        let groups = by_work(own.collect());
        let (known, row) = *groups.first()?.first()?;
        let mut when = self.when(row);
        if when.is_empty() {
            return None;
        }
        if groups.len() > 1 {
            let colon = TextRun::plain(who::who(self.lang()).colon);
            when.splice(0..0, [self.short(known.body), colon]);
        }
        let here = who::who(self.lang()).here;
        Some(Self::facts(here, vec![Entry::text(when)]))
    }

    /// By when an assignment is due, and how it stands.
    fn when(&self, row: &Statement) -> Vec<TextRun> {
        let (lang, fixed) = (self.lang(), who::who(self.lang()));
        let due = row
            .due
            .map(|due| format!("{} {}", fixed.due, who::date(lang, due)));
        let mut runs: Vec<TextRun> = due.into_iter().map(TextRun::plain).collect();
        if let Some(standing) = self.standing(row) {
            if let Some(due) = runs.last_mut() {
                due.text.push_str(fixed.comma);
            }
            runs.push(standing);
        }
        runs
    }

    /// Who does the same work, an entry for each role; behind the first, where it is wanted, what is said
    /// of the work.
    fn doing(&self, group: &[Assigned], says_work: bool) -> Vec<Entry> {
        let lang = self.lang();
        let here = who::who(lang).here;
        let mut work = if says_work {
            self.work(group[0].1)
        } else {
            Vec::new()
        };
        let roles = group.chunk_by(|a, b| a.1.role == b.1.role);
        let entry = |same: &[Assigned]| {
            let (known, row) = same[0];
            let mut does = TextRun::new(who::does(lang, row.role), TextRole::Ours);
            if same.len() > 1 {
                let mut runs = vec![TextRun::new(who::role(lang, row.role), TextRole::Ours)];
                runs.push(TextRun::plain(" "));
                for (known, _) in same {
                    runs.extend([TextRun::plain(" "), self.short(known.body)]);
                }
                return Entry::text(with_work(runs, &mut work, lang));
            }
            // Where no lead is stated there is no organisation that could have a role.
            if self.plan.is_stand_in(known.body) {
                let name = short_name(self.plan, known.body, lang);
                let runs = vec![TextRun::new(name, TextRole::Quiet)];
                return Entry::text(with_work(runs, &mut work, lang));
            }
            // What is called like the label is not named beside it.
            if short_name(self.plan, known.body, lang) == here {
                does = does.to(Goal::Node(Node::Body(known.body)));
                return Entry::text(with_work(vec![does], &mut work, lang));
            }
            Entry {
                basis: with_work(vec![does], &mut work, lang),
                ..self.answering(known.body)
            }
        };
        roles.map(entry).collect()
    }

    /// An assignment in one line: that it is one, its unit, contact, date, status and note.
    pub(super) fn assignment(&self, row: &Statement) -> Vec<TextRun> {
        let lang = self.lang();
        let ours = who::aside(lang, &basis(self.plan, row, lang));
        let does = [who::does(lang, row.role), &ours].concat();
        let does = TextRun::new(does, TextRole::Ours);
        with_work(vec![does], &mut self.work(row), lang)
    }

    /// What an assignment says of the work: its unit, contact, date, status and note.
    fn work(&self, row: &Statement) -> Vec<TextRun> {
        let (lang, fixed) = (self.lang(), who::who(self.lang()));
        let mut runs: Vec<TextRun> = Vec::new();
        let due = row
            .due
            .map(|due| format!("{} {}", fixed.due, who::date(lang, due)));
        let due = due.unwrap_or_default();
        let parts = [&*row.unit, &*row.contact, &due].map(TextRun::plain);
        let parts = parts.into_iter().chain(self.standing(row));
        let note = TextRun::new(row.note_beside_state().get(lang), TextRole::Quiet);
        let parts = parts.map(|part| (fixed.comma, part));
        for (sign, part) in parts.chain([(fixed.stop, note)]) {
            if part.text.is_empty() {
                continue;
            }
            if let Some(last) = runs.last_mut() {
                last.text.push_str(sign);
            }
            runs.push(part);
        }
        runs
    }

    /// The remark of a row; empty where there is none.
    pub(super) fn remark(&self, row: &Statement) -> Vec<TextRun> {
        self.runs(&row.note, TextRole::Quiet)
    }

    /// The rows beside the shown one that bear a responsibility out, without own assignments.
    pub(super) fn evidence(&self, known: &Responsibility, shown: &Statement) -> Vec<Vec<TextRun>> {
        let (lang, fixed) = (self.lang(), who::who(self.lang()));
        let others = known.rows().iter().filter(|row| {
            !std::ptr::eq(*row, shown)
                && row.basis != Basis::Assigned
                && self.options.basis.includes(row)
        });
        let line = |row: &Statement| {
            let role = who::role(lang, row.role);
            let also = format!("{}{}{role}{}", fixed.evidence, fixed.colon, fixed.comma);
            let mut runs = vec![TextRun::new(also, TextRole::Quiet), self.basis(row)];
            let doubt = self.doubt(Some(row.confidence));
            if !doubt.is_empty() {
                let doubt = format!("{}{doubt}", fixed.comma);
                runs.push(TextRun::new(doubt, TextRole::Doubt));
            }
            self.remark_after(row, &mut runs);
            runs
        };
        others.map(line).collect()
    }

    /// The remark of a row as one more sentence.
    fn remark_after(&self, row: &Statement, runs: &mut Vec<TextRun>) {
        let remark = self.remark(row);
        if !remark.is_empty() {
            if let Some(last) = runs.last_mut() {
                last.text.push_str(who::who(self.lang()).stop);
            }
            runs.extend(remark);
        }
    }

    /// A row in full, and below it where it can be read.
    pub(super) fn statement(&self, row: &Statement) -> Vec<Vec<TextRun>> {
        let lang = self.lang();
        let first = if row.basis == Basis::Assigned {
            self.assignment(row)
        } else {
            let does = format!("{}{}", who::does(lang, row.role), who::who(lang).comma);
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
