//! Who answers, laid out so that all leads of an item stand on the first screen.

use super::wrap::{truncate, width};
use super::writer::PageWriter;
use crate::describe::{Content, Entry, Goal, Section, TextRole, TextRun, short_name};
use crate::i18n::who;
use crate::model::{BodyId, Node};

/// So many leads may take as many lines as they like; more of them take two lines each.
const ROOMY_LEADS: usize = 2;
/// What is left of a shorter name of a body would tell nothing.
const LEAST_NAME: usize = 4;
/// What is left of a shorter name of an item would tell nothing.
const LEAST_ITEM_NAME: usize = 8;
/// The title of a document is never cut shorter.
const LEAST_TITLE: usize = 8;

/// The columns that runs take on one line.
fn columns(runs: &[TextRun]) -> usize {
    runs.iter().map(|run| width(&run.text)).sum()
}

/// A body's sign and name, the name cut to `room` columns where there is a limit.
fn named(writer: &PageWriter, entry: &Entry, room: Option<usize>) -> Vec<TextRun> {
    let Content::Node { sign, name } = &entry.content else {
        return writer.runs(entry);
    };
    let mut name = name.clone();
    if let Some(most) = room {
        let left = most.saturating_sub(width(&sign.text) + 2);
        name.text = truncate(&name.text, left, writer.style.charset.plain_signs());
    }
    let mut runs = vec![sign.clone(), TextRun::plain("  ")];
    if width(&name.text) >= LEAST_NAME {
        runs.push(name);
    }
    runs
}

/// The body of an assignment of the reader's own organisation, by its name.
pub(super) fn assigned(writer: &mut PageWriter, section: &Section) {
    for entry in &section.entries {
        let mut runs = match &entry.content {
            Content::Node { sign: _, name } => vec![name.clone(), TextRun::plain("  ")],
            Content::Text(_) | Content::Figure { .. } => writer.runs(entry),
        };
        runs.extend_from_slice(&entry.basis);
        writer.out.field(&section.label, runs);
        writer.below(&entry.successor);
    }
}

/// Bodies that lead, the basis of each below its name.
pub(super) fn leads(writer: &mut PageWriter, section: &Section) {
    let is_short = section.entries.len() > ROOMY_LEADS;
    let mut label = section.label.as_str();
    for entry in &section.entries {
        let label = std::mem::take(&mut label);
        if is_short {
            short_lead(writer, label, entry);
        } else {
            let mut runs = named(writer, entry, None);
            runs.extend(entry.doubt_run(writer.style.lang));
            writer.out.field(label, runs);
            let mut basis = entry.basis.clone();
            if let (Some(last), false) = (basis.last_mut(), entry.report.is_empty()) {
                last.text.push_str(who::who(writer.style.lang).stop);
                basis.extend_from_slice(&entry.report);
            }
            writer.below(&basis);
        }
        writer.below(&entry.successor);
    }
}

/// A lead in two lines, or in three where its certainty has no room beside the rest.
fn short_lead(writer: &mut PageWriter, label: &str, entry: &Entry) {
    let all = writer.out.room();
    let doubt = entry.doubt_run(writer.style.lang);
    let wide = doubt.as_ref().map_or(0, |run| width(&run.text));
    let mut first = named(writer, entry, Some(all));
    let mut second = vec![short_basis(writer, entry)];
    let mut third = Vec::new();
    let place = if columns(&first) + wide <= all {
        &mut first
    } else if columns(&second) + wide <= all {
        &mut second
    } else {
        &mut third
    };
    place.extend(doubt);
    writer.out.field(label, first);
    writer.out.field("", second);
    if let Some(run) = third.first_mut() {
        run.text = run.text.trim_start().to_owned();
    }
    writer.below(&third);
}

/// The basis on one line: the document's title gives way, never its date.
fn short_basis(writer: &PageWriter, entry: &Entry) -> TextRun {
    let mut basis = entry.basis.first().cloned().unwrap_or_default();
    if let Some(Goal::Node(document)) = basis.link {
        let name = writer.plan.name(document).get(writer.style.lang);
        let around = width(&basis.text).saturating_sub(width(name));
        let left = writer.out.room().saturating_sub(around).max(LEAST_TITLE);
        let short = truncate(name, left, writer.style.charset.plain_signs());
        basis.text = basis.text.replacen(name, &short, 1);
    }
    basis
}

/// Bodies that take part: those on the same basis on one line, by their short names.
pub(super) fn together(writer: &mut PageWriter, section: &Section) {
    let lang = writer.style.lang;
    let mut label = section.label.as_str();
    for same in section.entries.chunk_by(Entry::has_basis_of) {
        let mut runs = Vec::new();
        for body in same.iter().filter_map(body) {
            if !runs.is_empty() {
                runs.push(TextRun::plain(" "));
            }
            runs.push(short(writer, body));
        }
        if let Some(first) = same.first() {
            runs.push(TextRun::plain("  "));
            runs.extend_from_slice(&first.basis);
            runs.extend(first.doubt_run(lang));
        }
        writer.out.field(std::mem::take(&mut label), runs);
        for entry in same.iter().filter(|entry| !entry.successor.is_empty()) {
            let sign = body(entry).map(|body| short(writer, body));
            let mut runs: Vec<TextRun> = sign.into_iter().collect();
            runs.push(TextRun::plain("  "));
            runs.extend_from_slice(&entry.successor);
            writer.out.field("", runs);
        }
    }
}

fn body(entry: &Entry) -> Option<BodyId> {
    match entry.node() {
        Some(Node::Body(id)) => Some(id),
        Some(Node::Plan | Node::Item(_) | Node::Document(_)) | None => None,
    }
}

/// A body by its short name, as a link.
fn short(writer: &PageWriter, body: BodyId) -> TextRun {
    let name = short_name(writer.plan, body, writer.style.lang);
    let run = TextRun::new(name, TextRole::Name);
    run.to(Goal::Node(Node::Body(body))).whole()
}

/// What a body answers for: the counts, then one line each, where the name gives way to the basis.
pub(super) fn charges(writer: &mut PageWriter, section: &Section) {
    let mut label = section.label.as_str();
    for entry in &section.entries {
        if writer.out.is_full() {
            return;
        }
        let Content::Node { sign, name } = &entry.content else {
            let runs = writer.runs(entry);
            writer.out.field(std::mem::take(&mut label), runs);
            continue;
        };
        // The last run of the short basis is a mark of at most two columns.
        let basis = entry
            .short_basis
            .split_last()
            .map_or(0, |(_, basis)| columns(basis));
        let used = width(&sign.text) + basis + 5;
        let mut name = name.clone();
        name.text = truncate(
            &name.text,
            writer.style.width.saturating_sub(used).max(LEAST_ITEM_NAME),
            writer.style.charset.plain_signs(),
        );
        let mut runs = vec![sign.clone(), TextRun::plain(" "), name];
        runs.extend_from_slice(&entry.short_basis);
        writer.out.hanging(2, 4, runs);
    }
}

/// Every row about every body.
pub(super) fn account(writer: &mut PageWriter, section: &Section) {
    let mut label = section.label.as_str();
    for entry in &section.entries {
        let runs = named(writer, entry, None);
        writer.out.field(std::mem::take(&mut label), runs);
        for row in &entry.evidence {
            writer.below(row);
        }
        writer.below(&entry.successor);
    }
}
