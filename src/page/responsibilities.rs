//! Who answers, laid out so that all leads of an item stand on the first screen.

use super::builder::wrapped;
use super::wrap::{truncate, truncate_words, width};
use super::writer::{PageWriter, signs};
use crate::describe::{
    Content, Entry, Goal, INFERRED, Section, TextRole, TextRun, doubt_sign, short_name,
};
use crate::i18n::who;
use crate::model::{BodyId, Confidence, Lang, Node};

/// So many leads may take as many lines as they like; more of them take two or three lines each.
const ROOMY_LEADS: usize = 2;
/// What is left of a shorter name of a body would tell nothing.
const LEAST_NAME: usize = 4;
/// What is left of a shorter name of an item would tell nothing.
const LEAST_ITEM_NAME: usize = 8;
/// The title of a document is never cut shorter.
const LEAST_TITLE: usize = 8;

/// From this many columns on there is room for the titles of documents.
const ROOM_FOR_TITLES: usize = 60;
/// Columns of two blanks and a mark.
const LEAST_BASIS: usize = 4;
/// A basis of many has so many lines.
const BASIS_LINES: usize = 2;
/// Columns before what a body answers for.
const INDENT: usize = 2;

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
    let mut runs = vec![sign.clone()];
    if width(&name.text) >= LEAST_NAME {
        runs.extend([TextRun::plain("  "), name]);
    }
    runs
}

/// The body of an assignment of the reader's own organisation, by its name.
pub(super) fn assigned(writer: &mut PageWriter, section: &Section) {
    let mut label = section.label.as_str();
    for entry in &section.entries {
        let mut runs = match &entry.content {
            Content::Node { sign, name } => {
                let called = if name.text.is_empty() { sign } else { name };
                vec![called.clone(), TextRun::plain("  ")]
            }
            Content::Text(_) | Content::Figure { .. } => writer.runs(entry),
        };
        runs.extend_from_slice(&entry.basis);
        writer.out.field(std::mem::take(&mut label), runs);
        writer.below(&entry.successor);
    }
}

/// Bodies that lead, the basis of each below its name.
pub(super) fn leads(writer: &mut PageWriter, section: &Section) {
    let is_short = section.entries.len() > ROOMY_LEADS;
    let mut label = section.label.as_str();
    if is_short {
        short_leads(writer, section);
        return;
    }
    for entry in &section.entries {
        let mut runs = named(writer, entry, None);
        runs.extend(entry.doubt_run(writer.style.lang));
        writer.out.field(std::mem::take(&mut label), runs);
        let mut basis = entry.basis.clone();
        if let (Some(last), false) = (basis.last_mut(), entry.report.is_empty()) {
            last.text.push_str(who::who(writer.style.lang).stop);
            basis.extend_from_slice(&entry.report);
        }
        writer.below(&basis);
        writer.below(&entry.successor);
    }
}

/// Many leads in few lines: the name on one, the basis on one or two. How sure
/// a lead is stands behind the name; where that has no room for all, it is a sign, explained below.
fn short_leads(writer: &mut PageWriter, section: &Section) {
    let (lang, all) = (writer.style.lang, writer.out.room());
    let wide = |entry: &Entry| entry.doubt_run(lang).map_or(0, |run| width(&run.text));
    let has_room = |entry: &Entry| columns(&named(writer, entry, None)) + wide(entry) <= all;
    let words = section.entries.iter().all(has_room);
    let mut signs: Vec<&str> = Vec::new();
    let mut label = section.label.as_str();
    for entry in &section.entries {
        let sign = doubt(entry, lang);
        let doubt = if words {
            entry.doubt_run(lang)
        } else {
            let run = TextRun::new(format!(" {sign}"), TextRole::Doubt);
            Some(run.whole()).filter(|_| !sign.is_empty())
        };
        let left = all.saturating_sub(doubt.as_ref().map_or(0, |run| width(&run.text)));
        let mut name = named(writer, entry, Some(left));
        name.extend(doubt);
        writer.out.field(std::mem::take(&mut label), name);
        let basis = short_basis(writer, entry);
        writer.out.field("", vec![basis]);
        writer.below(&entry.successor);
        if !words && !sign.is_empty() && !signs.contains(&sign) {
            signs.push(sign);
        }
    }
    let legend = [Confidence::Medium, Confidence::Low].map(|confidence| {
        let sign = doubt_sign(confidence);
        let said = format!("{sign} {}  ", who::confidence(lang, confidence));
        signs
            .contains(&sign)
            .then(|| TextRun::new(said, TextRole::Quiet))
    });
    let legend: Vec<TextRun> = legend.into_iter().flatten().collect();
    writer.below(&legend);
}

/// The sign of how sure an entry is.
fn doubt(entry: &Entry, lang: Lang) -> &'static str {
    let all = [Confidence::Medium, Confidence::Low].into_iter();
    let mut own = all.filter(|&confidence| entry.doubt == who::confidence(lang, confidence));
    own.next().map_or("", doubt_sign)
}

/// The basis on two lines at most: the document's title gives way, never its date.
fn short_basis(writer: &PageWriter, entry: &Entry) -> TextRun {
    let mut basis = entry.basis.first().cloned().unwrap_or_default();
    let Some(Goal::Node(document)) = basis.link else {
        return basis;
    };
    let room = writer.out.room();
    let name = writer.plan.name(document).get(writer.style.lang);
    let around = width(&basis.text).saturating_sub(width(name));
    let mut left = (BASIS_LINES * room).saturating_sub(around).max(LEAST_TITLE);
    let whole = std::mem::take(&mut basis.text);
    loop {
        let short = truncate_words(name, left, writer.style.charset.plain_signs());
        basis.text = whole.replacen(name, &short, 1);
        if left <= LEAST_TITLE || wrapped(&basis.text, room).len() <= BASIS_LINES {
            return basis;
        }
        left -= 1;
    }
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
    entry.node().and_then(Node::body)
}

/// A body by its short name, as a link.
fn short(writer: &PageWriter, body: BodyId) -> TextRun {
    let name = short_name(writer.plan, body, writer.style.lang);
    let run = TextRun::new(name, TextRole::Name);
    run.to(Goal::Node(Node::Body(body))).whole()
}

/// What a body answers for: the counts, then a line each, with names and bases in columns. Where there
/// is room, a document has its title.
pub(super) fn charges(writer: &mut PageWriter, section: &Section) {
    let all = writer.style.width;
    let sign_column = signs(section);
    let names = section.entries.iter().map(|entry| match &entry.content {
        Content::Node { name, .. } => width(&name.text),
        Content::Text(_) | Content::Figure { .. } => 0,
    });
    let start = INDENT + sign_column + 1;
    let most = if all < ROOM_FOR_TITLES {
        all.saturating_sub(start + LEAST_BASIS)
    } else {
        all / 2
    };
    let name_column = names.max().unwrap_or(0).min(most).max(LEAST_ITEM_NAME);
    let left = all.saturating_sub(start + name_column + 2);
    let ascii = writer.style.charset.plain_signs();
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
        let blanks = |count: usize| TextRun::plain(" ".repeat(count)).whole();
        let mut name = name.clone().whole();
        name.text = truncate(&name.text, name_column, ascii);
        let after = [
            sign_column.saturating_sub(width(&sign.text)) + 1,
            name_column - width(&name.text) + 2,
        ];
        let [after_sign, after_name] = after.map(blanks);
        let mut runs = vec![sign.clone().whole(), after_sign, name, after_name];
        runs.extend(titled(writer, entry, left));
        writer.out.hanging(INDENT, 2 * INDENT, runs);
    }
}

/// The short basis behind its mark, with the title of its document as far as there is room for it.
fn titled(writer: &PageWriter, entry: &Entry, room: usize) -> Vec<TextRun> {
    let Some((mark, basis)) = entry.short_basis.split_last() else {
        return Vec::new();
    };
    let sign = TextRun::new(format!("{:<2}", mark.text.trim()), mark.role);
    let Some(document) = basis.iter().find(|run| run.link.is_some()) else {
        let words: String = basis.iter().map(|run| run.text.trim()).collect();
        let words = TextRun::new(words, TextRole::Quiet).whole();
        // The sign of what is inferred is a mark as well, and explained where all marks are.
        return match words.text.strip_prefix(INFERRED) {
            Some(_) if width(&words.text) > room => vec![TextRun::new(INFERRED, words.role)],
            Some(_) => vec![words],
            None => vec![sign.whole(), words],
        };
    };
    let mut runs = vec![sign.clone().whole(), document.clone().whole()];
    if room < columns(&runs) + 1 + LEAST_TITLE {
        // An id without a title would tell nothing.
        return vec![sign];
    }
    if let Some(Goal::Node(node)) = document.link {
        let charset = writer.style.charset;
        let title = charset.fit(writer.plan.label(node, writer.style.lang));
        let left = room.saturating_sub(columns(&runs) + 1);
        if left >= LEAST_TITLE {
            let title = truncate_words(&title, left, charset.plain_signs());
            let title = TextRun::new(format!(" {title}"), TextRole::Quiet);
            runs.push(title.to(Goal::Node(node)).whole());
        }
    }
    runs
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
