//! A node is described once: the screen's page, `show`, Markdown and plain mode give the same facts
//! in the same order. Where a renderer has a form of its own (short names on a screen, a basis that
//! is read out before its bodies), that form is written here. Blanks do not count, nor what Markdown
//! escapes.

use std::sync::Arc;

use crate::program::out;
use crate::ui::shipped;
use plan::describe::{
    Card, Content, DescribeOptions, Entry, Names, Place, Section, SectionKind, TextRun, describe,
    join, markdown, short_name,
};
use plan::i18n::who;
use plan::model::{BasisFilter, Input, Lang, Node, Plan, SHIPPED, load};
use plan::page::{self, Charset, Head, Line, Style};
use plan::plain::{PlainSession, Start};
use plan::search::Index;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A renderer and the form in which it gives facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Page,
    Text,
    Markdown,
    Plain,
}

#[test]
fn all_renderers_give_the_same_facts_in_the_same_order() {
    let overlay = format!("{ROOT}/data/example-overlay.json");
    let small = format!("{ROOT}/tests/small/plan.json");
    let mut facts = 0;
    for (data, overlay) in [(None, None), (None, Some(overlay)), (Some(small), None)] {
        let read = |path: &String| std::fs::read(path).expect("a data file");
        let bytes = data.as_ref().map_or_else(|| SHIPPED.to_vec(), read);
        let laid = overlay.as_ref().map(read);
        let overlays: Vec<Input> = overlay
            .iter()
            .zip(&laid)
            .map(|(name, bytes)| Input { name, bytes })
            .collect();
        let plan = Input {
            name: "plan.json",
            bytes: &bytes,
        };
        let plan = Arc::new(load(plan, &overlays).expect("it loads"));
        for lang in [Lang::En, Lang::Zh] {
            let mut files: Vec<&str> = Vec::new();
            files.extend(data.iter().flat_map(|path| ["--data", path]));
            files.extend(overlay.iter().flat_map(|path| ["--overlay", path]));
            facts += compare(&plan, lang, &files);
        }
    }
    assert!(facts > 40_000, "only {facts} facts");
}

/// Compares all nodes of a plan in one language. The number of facts that were sought.
fn compare(plan: &Arc<Plan>, lang: Lang, files: &[&str]) -> usize {
    let today = plan::clock::today();
    let ids: Vec<&str> = plan.nodes().map(|node| plan.id(node)).collect();
    let language = if lang == Lang::En { "en" } else { "zh" };
    let shown = out(&[files, &["--lang", language, "show"], &ids].concat());
    let shown: Vec<&str> = shown.split("\n\n").collect();
    assert_eq!(shown.len(), ids.len());
    let style = Style {
        lang,
        width: 1000,
        head: Head::Full,
        charset: Charset::Unicode,
        basis: BasisFilter::All,
        basis_key: String::new(),
        today,
        aside: None,
        unfolded: true,
        most: usize::MAX,
    };
    let names = Names::from(lang);
    let start = Start {
        names,
        today,
        ..Start::default()
    };
    let mut session = PlainSession::new(Arc::clone(plan), Index::lazy(plan), start);
    let options = DescribeOptions {
        today,
        ..names.into()
    };
    let mut facts = 0;
    for (node, shown) in plan.nodes().zip(shown) {
        let card = describe(plan, node, options);
        let lines = page::node(plan, node, &style).lines;
        let drawn: Vec<String> = lines.iter().map(Line::text).collect();
        let read = session.answer(&format!(":{}", plan.id(node))).lines;
        for (form, text) in [
            (Form::Page, drawn.join("\n")),
            (Form::Text, shown.to_owned()),
            (Form::Markdown, markdown(plan, node, options, 1)),
            (Form::Plain, read.join("\n")),
        ] {
            let bare = bare(&text);
            for part in [
                Some(&card.head.kind),
                Some(&card.head.name),
                card.head.other.as_ref(),
            ] {
                let part = self::bare(part.map_or("", String::as_str));
                assert!(bare.contains(&part), "{form:?} lacks {part}\n{text}");
            }
            let mut at = 0;
            for fact in sought(&card, form, plan, lang) {
                let fact = self::bare(&fact);
                let Some(found) = bare[at..].find(&fact) else {
                    panic!(
                        "{form:?} of {} lacks {fact:?} after {:?}\n{text}",
                        card.head.id,
                        &bare[..at]
                    );
                };
                at += found + fact.len();
                facts += 1;
            }
        }
    }
    facts
}

/// A text without blanks and without what Markdown needs.
fn bare(text: &str) -> String {
    let marks = |c: &char| !c.is_whitespace() && !"\\<>*".contains(*c);
    text.chars().filter(marks).collect()
}

/// The facts of a description in the order in which a renderer gives them.
fn sought(card: &Card, form: Form, plan: &Plan, lang: Lang) -> Vec<String> {
    let mut facts = Vec::new();
    let mut before = String::new();
    for section in in_order(card, form) {
        let is_unlabelled = form == Form::Page && section.kind == SectionKind::Paragraph;
        if section.kind == SectionKind::Legend && form != Form::Page {
            continue;
        }
        if !is_unlabelled {
            facts.push(section.label.clone());
        }
        if !section.kind.names_bodies() {
            let entries = section.entries.iter();
            facts.extend(entries.flat_map(|entry| fact(entry, section, form, lang)));
            continue;
        }
        for same in section.entries.chunk_by(Entry::has_basis_of) {
            facts.extend(answers(same, section, form, plan, lang, &mut before));
        }
    }
    facts.retain(|fact| !fact.is_empty());
    facts
}

/// The sections in the order of a renderer: on a page, what it folds away comes together.
fn in_order(card: &Card, form: Form) -> Vec<&Section> {
    let folded = |section: &&Section| matches!(section.place, Place::Folded(..));
    let first = card.sections.iter().position(|section| folded(&section));
    let (Form::Page, Some(first)) = (form, first) else {
        return card.sections.iter().collect();
    };
    let (before, after) = card.sections.split_at(first);
    let extras = after.iter().filter(folded);
    let others = after.iter().filter(|section| !folded(section));
    before.iter().chain(extras).chain(others).collect()
}

/// The short basis as a page has it: its mark, then the document or a word.
fn on_a_line(short: &[TextRun]) -> String {
    let Some((mark, basis)) = short.split_last() else {
        return String::new();
    };
    let document = basis.iter().find(|run| run.link.is_some());
    let said = document.map_or_else(|| join(basis), |run| run.text.clone());
    format!("{}{said}", mark.text)
}

/// A fact that is no answer, or one thing that a body answers for.
fn fact(entry: &Entry, section: &Section, form: Form, lang: Lang) -> Vec<String> {
    let mut facts = match &entry.content {
        Content::Text(runs) => vec![join(runs), entry.doubt.to_owned()],
        Content::Node { sign, name } => vec![sign.text.clone(), name.text.clone()],
        Content::Figure {
            head, value, whose, ..
        } => {
            let whose = whose.as_ref().map_or("", |run| &run.text);
            [&head.text, &value.text, entry.doubt, whose]
                .map(str::to_owned)
                .to_vec()
        }
    };
    if section.kind == SectionKind::Charges {
        facts.push(match form {
            Form::Page => on_a_line(&entry.short_basis),
            Form::Text | Form::Markdown | Form::Plain => entry.basis_line(lang),
        });
    }
    facts
}

/// Bodies that answer on one basis. `before`: the basis that plain mode read out last.
fn answers(
    same: &[Entry],
    section: &Section,
    form: Form,
    plan: &Plan,
    lang: Lang,
    before: &mut String,
) -> Vec<String> {
    let name = |entry: &Entry| match &entry.content {
        Content::Node { sign, name } => [sign.text.clone(), name.text.clone()],
        other => panic!("a body answers: {other:?}"),
    };
    let short = |entry: &Entry| match entry.node() {
        Some(Node::Body(id)) => short_name(plan, id, lang),
        other => panic!("a body answers: {other:?}"),
    };
    let became = |entry: &Entry| join(&entry.successor);
    let basis = join(&same[0].basis);
    let mut facts = Vec::new();
    match (form, section.kind) {
        (Form::Page, SectionKind::Together) => {
            facts.extend(same.iter().map(short));
            facts.push(basis);
            facts.extend(same.iter().map(became));
        }
        (Form::Page, SectionKind::Assigned) => {
            for entry in same {
                facts.extend([name(entry)[1].clone(), join(&entry.basis)]);
            }
        }
        (Form::Page | Form::Text | Form::Markdown, _) => {
            for entry in same {
                facts.extend(name(entry));
                facts.push(join(&entry.basis));
                // Many leads have two lines each on a page: there a report stands on the full account.
                if form != Form::Page || section.entries.len() <= 2 {
                    facts.push(join(&entry.report));
                }
                facts.push(became(entry));
            }
        }
        (Form::Plain, _) => {
            let basis = same[0].basis_line(lang);
            let is_same = std::mem::replace(before, basis.clone()) == basis;
            if same.len() > 1 {
                facts.push(if is_same {
                    who::who(lang).same.to_owned()
                } else {
                    basis
                });
                for entry in same {
                    facts.extend(name(entry));
                    facts.push(became(entry));
                }
            } else {
                facts.extend(name(&same[0]));
                facts.extend([basis, became(&same[0])]);
            }
        }
    }
    facts
}

/// In a comparison what both have stands beside itself, in one order, however it wraps.
#[test]
fn what_two_have_in_common_stands_side_by_side() {
    let plan = shipped();
    let bodies = plan.bodies().map(|(id, _)| Node::Body(id)).take(12);
    let bodies: Vec<Node> = bodies.collect();
    let items = plan.items().map(|(id, _)| Node::Item(id)).take(12);
    let items: Vec<Node> = items.collect();
    let mut shared = 0;
    for nodes in [bodies, items] {
        let pairs = nodes
            .iter()
            .flat_map(|one| nodes.iter().map(|other| [*one, *other]));
        for pair in pairs {
            for (width, lang) in [(80, Lang::En), (44, Lang::Zh)] {
                let rows = plan::describe::compare(&plan, pair, lang.into()).expect("they compare");
                for row in &rows {
                    let both = row.sides.each_ref().map(|side| {
                        let both = side.iter().filter(|one| one.shared);
                        let both = both.map(|one| (one.run.link.clone(), one.run.text.clone()));
                        both.collect::<Vec<_>>()
                    });
                    let goals = |side: &[(Option<_>, String)]| {
                        side.iter().map(|one| one.0.clone()).collect::<Vec<_>>()
                    };
                    assert_eq!(goals(&both[0]), goals(&both[1]), "{}", row.label);
                    shared += both[0].len();
                }
                let style = Style {
                    lang,
                    width,
                    head: Head::Full,
                    charset: Charset::Unicode,
                    basis: BasisFilter::All,
                    basis_key: String::new(),
                    today: None,
                    aside: None,
                    unfolded: true,
                    most: usize::MAX,
                };
                let page = page::compare(&plan, pair, &style);
                let texts = page.lines.iter().map(Line::text);
                // Above the first empty line stand counts and the legend.
                for text in texts.skip_while(|text| !text.is_empty()) {
                    let left = text.starts_with("= ");
                    assert_eq!(left, text.contains("  = "), "{text}");
                }
            }
        }
    }
    assert!(shared > 0);
}
