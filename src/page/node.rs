//! The page of a node: its description laid out with labels in a margin.

use super::evidence::{ROOM_FOR_TABLE, table};
use super::lines::{Head, Line, Page, Span, Style};
use super::writer::PageWriter;
use super::{measure, responsibilities};
use crate::describe::{
    Card, Extra, Goal, Place, Section, SectionKind, TextRole, TextRun, account, describe, evidence,
};
use crate::i18n::results::results;
use crate::model::{Node, Plan};

/// Fewer lines of evidence would not be worth a look.
const LEAST_EVIDENCE: usize = 5;

/// The page of a node.
#[must_use]
pub fn node(plan: &Plan, node: Node, style: &Style) -> Page {
    page(plan, describe(plan, node, style.options()), style)
}

/// The page with every row about who answers for a node, as a table where there is room; or what a
/// body answers for.
#[must_use]
pub fn who(plan: &Plan, node: Node, style: &Style) -> Page {
    let card = account(plan, node, style.options());
    let rows = evidence(plan, node, style.options());
    if style.width < ROOM_FOR_TABLE || rows.is_empty() {
        return page(plan, card, style);
    }
    let mut writer = PageWriter::new(plan, style);
    writer.head(&card.head);
    table(&mut writer, &rows);
    writer.out.finish()
}

fn page(plan: &Plan, card: Card, style: &Style) -> Page {
    let node = card.head.node;
    let mut sections = card.sections;
    if style.head != Head::Full && matches!(node, Node::Body(_)) {
        // Where only a few lines show, they have to answer.
        sections.sort_by_key(|section| match (section.block, section.kind) {
            (0, _) => 0,
            (_, SectionKind::Charges | SectionKind::Legend) => 1,
            (_, _) => 2,
        });
    }
    let aside = style
        .aside
        .map(|room| beside(plan, node, &mut sections, room, style));
    let mut writer = PageWriter::labelled(plan, style, &sections);
    let first = sections
        .iter()
        .take_while(|section| section.place == Place::First);
    let (first, rest) = sections.split_at(first.count());
    write(&mut writer, first);
    writer.out.gap();
    writer.head(&card.head);
    write(&mut writer, rest);
    let page = writer.out.finish();
    match aside {
        Some(aside) => page.beside(aside),
        None => page,
    }
}

/// Writes sections, a blank line between blocks; those that are folded come together as one line in
/// the place of the first.
fn write(writer: &mut PageWriter, sections: &[Section]) {
    let folded = |section: &&Section| matches!(section.place, Place::Folded(..));
    let mut extras: Vec<&Section> = sections.iter().filter(folded).collect();
    let mut block = 0;
    for section in sections {
        if folded(&section) && extras.is_empty() {
            continue;
        }
        if section.block != block {
            writer.out.gap();
        }
        block = section.block;
        if folded(&section) {
            fold(writer, &std::mem::take(&mut extras));
        } else {
            self::section(writer, section);
        }
    }
}

/// What is folded away: how much of each sort, and all of it where that is wanted.
fn fold(writer: &mut PageWriter, extras: &[&Section]) {
    let style = writer.style;
    let words = results(style.lang);
    let count = |wanted: Extra| -> usize {
        let counts = extras.iter().map(|section| match section.place {
            Place::Folded(extra, count) if extra == wanted => count,
            Place::Text | Place::First | Place::Beside | Place::Folded(..) => 0,
        });
        counts.sum()
    };
    let said = [
        words.other_names(count(Extra::Names)),
        words.sources(count(Extra::Sources)),
        words.notes(count(Extra::Notes)),
        words.press(count(Extra::Press)),
    ];
    let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
    let sign = match (style.unfolded, style.charset.plain_signs()) {
        (true, false) => "▾",
        (false, false) => "▸",
        (true, true) => "-",
        (false, true) => "+",
    };
    let line = format!("{sign} {}", said.join(" · "));
    let run = TextRun::new(line, TextRole::Quiet).to(Goal::Fold);
    writer.out.hanging(0, 2, vec![run]);
    if style.unfolded {
        for section in extras {
            self::section(writer, section);
        }
    }
}

/// Takes sections that may stand beside the text, as many as the pane there has lines for: what
/// belongs to the node, the evidence, then what would else be folded.
fn beside(
    plan: &Plan,
    node: Node,
    sections: &mut Vec<Section>,
    (width, height): (usize, usize),
    style: &Style,
) -> Page {
    let style = Style {
        width,
        aside: None,
        head: Head::Full,
        most: height + 1,
        ..style.clone()
    };
    let account = account(plan, node, style.options()).sections;
    let evidence = account
        .into_iter()
        .filter(|section| section.kind == SectionKind::Account);
    let evidence: Vec<Section> = evidence.collect();
    let by = |wanted: fn(&Section) -> bool| {
        let found = sections.iter().filter(move |section| wanted(section));
        found.map(|section| vec![section.clone()])
    };
    let belongs = by(|section| section.place == Place::Beside);
    let extras = by(|section| matches!(section.place, Place::Folded(..)));
    let mut taken: Vec<Section> = Vec::new();
    let mut page = Page::default();
    for more in belongs.chain(extras) {
        let all = [taken.as_slice(), &more].concat();
        let tried = lay_out(plan, &all, &style);
        if tried.lines.len() <= height {
            (page, taken) = (tried, all);
        }
    }
    // All of the evidence has a page of its own: as much as there is room for will do.
    if page.lines.len() + LEAST_EVIDENCE <= height {
        page = lay_out(plan, &[taken.as_slice(), &evidence].concat(), &style);
        if page.lines.len() > height {
            page.lines.truncate(height.saturating_sub(1));
            page.links.retain(|link| link.line + 1 < height);
            let more = if style.charset.plain_signs() {
                "~"
            } else {
                "…"
            };
            page.lines.push(Line {
                spans: vec![Span {
                    text: more.to_owned(),
                    role: TextRole::Quiet,
                    link: None,
                }],
            });
        }
    }
    sections.retain(|section| !taken.contains(section));
    page
}

/// Sections one below the other, a blank line between blocks.
fn lay_out(plan: &Plan, sections: &[Section], style: &Style) -> Page {
    let mut writer = PageWriter::labelled(plan, style, sections);
    let mut before = None;
    for section in sections {
        let block = (section.block, section.kind == SectionKind::Account);
        if before.is_some_and(|before| before != block) {
            writer.out.gap();
        }
        before = Some(block);
        self::section(&mut writer, section);
    }
    writer.out.finish()
}

fn section(writer: &mut PageWriter, section: &Section) {
    match section.kind {
        SectionKind::Facts | SectionKind::Inherited => writer.facts(section),
        SectionKind::Paragraph | SectionKind::Legend => {
            for entry in &section.entries {
                writer.out.line(entry.runs(writer.style.lang));
            }
        }
        SectionKind::Assigned => responsibilities::assigned(writer, section),
        SectionKind::Leads => responsibilities::leads(writer, section),
        SectionKind::Together => responsibilities::together(writer, section),
        SectionKind::Charges => responsibilities::charges(writer, section),
        SectionKind::Account => responsibilities::account(writer, section),
        SectionKind::Measure => measure::measure(writer, section),
    }
}
