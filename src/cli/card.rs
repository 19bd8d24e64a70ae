//! The description of a node as text in columns: labels, then facts; who answers in columns of its
//! own.

use super::error::CliError;
use super::layout::{self, Cells};
use super::output::Out;
use crate::describe::{Card, Content, Entry, Head, SectionKind, TextRole};
use crate::i18n::who::who;
use crate::model::Lang;
use crate::page::{plain, width, wrapped};

/// Writes a description: its head, then a line a fact, the label before the first of its section.
///
/// # Errors
/// Output failed.
pub fn write(out: &mut Out, card: &Card, lang: Lang) -> Result<(), CliError> {
    head(out, &card.head)?;
    let mut rows: Vec<Cells> = Vec::new();
    let mut before: Option<&Entry> = None;
    for section in &card.sections {
        if section.kind == SectionKind::Legend {
            continue;
        }
        let mut label = section.label.as_str();
        for entry in &section.entries {
            let own = (TextRole::Label, label.to_owned());
            // Into a pipe, every line with an answer says in which role it is.
            if out.width.is_some() || !section.kind.answers() {
                label = "";
            }
            // On a screen, what several rest on is said once.
            let is_same = out.width.is_some()
                && section.kind != SectionKind::Assigned
                && !entry.basis.is_empty()
                && before.is_some_and(|before| is_supported_alike(before, entry));
            before = Some(entry);
            rows.extend(self::rows(own, entry, is_same, lang));
        }
    }
    layout::rows(out, 0, &rows)
}

/// Whether two answers have the same basis and the same evidence.
fn is_supported_alike(one: &Entry, other: &Entry) -> bool {
    one.has_basis_of(other) && one.evidence == other.evidence
}

fn head(out: &mut Out, head: &Head) -> Result<(), CliError> {
    let mut cells = vec![(TextRole::Quiet, head.kind.clone())];
    let name = head.name_beside_sign();
    cells.extend(name.map(|name| (TextRole::Label, name.to_owned())));
    cells.extend(head.other.clone().map(|other| (TextRole::Plain, other)));
    for (role, mark) in [(TextRole::Doubt, head.doubt), (TextRole::Ours, head.ours)] {
        if !mark.is_empty() {
            cells.push((role, format!("[{mark}]")));
        }
    }
    let sign = &head.sign.text;
    let margin = width(sign) + 2;
    let mut line = out.paint.role(TextRole::Body, sign);
    let mut used = width(sign);
    // On a terminal each name stands on a line that holds it, where there is one.
    let columns = out.width.unwrap_or(usize::MAX);
    for (role, text) in cells {
        let text = if out.ascii { plain(&text) } else { text.into() };
        let pieces = match out.width {
            Some(_) => wrapped(&text, columns.saturating_sub(margin).max(8)),
            None => vec![text.into_owned()],
        };
        for (nth, piece) in pieces.iter().enumerate() {
            let blanks = if nth == 0 && used + 2 + width(piece) <= columns {
                2
            } else {
                out.line(std::mem::take(&mut line))?;
                used = 0;
                margin
            };
            line.push_str(&" ".repeat(blanks));
            line.push_str(&out.paint.role(role, piece));
            used += blanks + width(piece);
        }
    }
    out.line(line)
}

/// An entry in a row, and what stands below it in rows of its own.
fn rows(label: (TextRole, String), entry: &Entry, is_same: bool, lang: Lang) -> Vec<Cells> {
    let mut row = vec![label];
    match &entry.content {
        Content::Node { sign, name } if !entry.basis.is_empty() => {
            let basis = if is_same {
                who(lang).same.to_owned()
            } else {
                entry.basis_line(lang)
            };
            row.push((sign.role, sign.text.clone()));
            row.push((TextRole::Plain, name.text.clone()));
            row.push((TextRole::Plain, basis));
        }
        Content::Node { .. } | Content::Text(_) | Content::Figure { .. } => {
            let mut line = entry.line(lang);
            if let Some(address) = &entry.address {
                line.extend([" ", address]);
            }
            row.push((TextRole::Plain, line));
        }
    }
    let mut rows = vec![row];
    let known = if is_same { entry.evidence.len() } else { 0 };
    let below: Vec<String> = entry.below().collect();
    rows.extend(below.iter().take(below.len() - known).map(|line| {
        let line = format!("- {line}");
        vec![(TextRole::Plain, String::new()), (TextRole::Quiet, line)]
    }));
    rows
}
