//! What a responsibility rests on: a row of the file in words, with its document, how sure it is, its
//! remark, and of an assignment its unit, date and status.

use super::card::Entry;
use super::text::{Goal, TextRole, TextRun, join};
use super::writer::{DescribeOptions, Writer};
use crate::i18n::who;
use crate::model::{Basis, Date, Lang, Node, Plan, Responsibility, Source, Statement, Status};

/// What a row rests on, in words, with the document and date that the same row names.
#[must_use]
pub fn basis(plan: &Plan, row: &Statement, lang: Lang) -> String {
    let document = row.document.map(|id| &plan[id]);
    let name = document.map(|document| document.name.get(lang));
    let dated = document.and_then(|document| document.dated);
    who::basis(lang, row.basis, name, dated)
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

/// Whether an assignment is done or dropped.
pub(super) fn is_closed(row: &Statement) -> bool {
    matches!(row.status, Some(Status::Done | Status::Dropped))
}

/// Whether the date of an assignment is past while it is neither done nor dropped.
pub(super) fn overdue(row: &Statement, today: Option<Date>) -> bool {
    match (row.due, today) {
        (Some(due), Some(today)) => !is_closed(row) && due.is_past(today),
        (Some(_) | None, _) => false,
    }
}

/// Whether an assignment is late or overdue.
#[must_use]
pub fn needs_attention(row: &Statement, today: Option<Date>) -> bool {
    row.status == Some(Status::Late) || overdue(row, today)
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
    let rows: Vec<&Statement> = all.flat_map(Responsibility::assigned).collect();
    let late = rows.iter().any(|row| row.status == Some(Status::Late));
    let over = rows.iter().any(|row| overdue(row, today));
    let late = late.then(|| who::status(lang, Status::Late));
    late.into_iter()
        .chain(over.then_some(who::who(lang).overdue))
        .collect()
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

    /// Of an assignment, the unit, the contact, the date and the status.
    pub(super) fn assignment(&self, row: &Statement) -> Vec<TextRun> {
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
