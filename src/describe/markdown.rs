//! Descriptions in Markdown, and citations. Everything that comes from a data file is escaped: no name can
//! become a link, a heading or a tag.

use super::{
    DescribeOptions, Entry, Names, SectionKind, describe, doubted_basis, short_name, sign_in,
};
use crate::i18n::describe::describe as words;
use crate::i18n::who;
use crate::model::{Lang, Node, Plan, Role};

/// `text` so that Markdown shows it as it is, in running text and in tables.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut start = true;
    let mut digits = false;
    for c in text.chars() {
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '^' => true,
            '#' | '+' | '-' | '=' | ':' => start,
            '.' | ')' => digits,
            _ => false,
        };
        if c == '\n' || c == '\r' || c == '\t' {
            out.push(' ');
            continue;
        }
        if special {
            out.push('\\');
        }
        out.push(c);
        digits = c.is_ascii_digit() && (start || digits);
        start = start && c == ' ';
    }
    // A bare address would become a link.
    out.replace("://", "\\://")
        .replace("www.", "www\\.")
        .replace('@', "\\@")
}

/// The description of `node` in Markdown, headed at `level`.
#[must_use]
pub fn markdown(plan: &Plan, node: Node, options: DescribeOptions, level: usize) -> String {
    let lang = options.names.lang;
    let card = describe(plan, node, options);
    let head = &card.head;
    // A letter names an organisation first; its id is for machines.
    let title = match node {
        Node::Body(body) => {
            let short = short_name(plan, body, lang);
            let short = Some(short).filter(|short| *short != head.name);
            let short = short.map(|short| who::aside(lang, &escape(&short)));
            escape(&head.name) + &short.unwrap_or_default()
        }
        Node::Plan | Node::Item(_) | Node::Document(_) => {
            format!("{} {}", escape(&head.id), escape(&head.name))
        }
    };
    let mut out = format!("{} {title}\n\n", "#".repeat(level.clamp(1, 6)));
    let mut line = vec![escape(&head.kind)];
    line.extend(head.other.as_deref().map(escape));
    let marks = [head.doubt, head.ours].into_iter();
    line.extend(marks.filter(|mark| !mark.is_empty()).map(str::to_owned));
    out.push_str(&line.join(" · "));
    out.push('\n');
    // In Chinese no blank follows the colon.
    let colon = who::who(lang).colon.trim_end();
    let space = who::who(lang).colon.get(colon.len()..).unwrap_or_default();
    for section in &card.sections {
        if section.kind == SectionKind::Legend {
            continue;
        }
        let label = match &*section.label {
            "" => "\n".to_owned(),
            label => format!("\n**{}**{colon}", escape(label)),
        };
        match section.entries.as_slice() {
            [only] if only.below().next().is_none() => {
                let gap = if section.label.is_empty() { "" } else { space };
                out.extend([&*label, gap, &fact(only, lang), "\n"]);
            }
            [counts, charges @ ..] if section.kind == SectionKind::Charges => {
                out.extend([&*label, space, &fact(counts, lang), "\n\n"]);
                list(&mut out, charges, lang);
            }
            several => {
                let gap = if section.label.is_empty() { "" } else { "\n\n" };
                out.extend([&*label, gap]);
                list(&mut out, several, lang);
            }
        }
    }
    out
}

/// Facts below each other, each with what is said below it.
fn list(out: &mut String, entries: &[Entry], lang: Lang) {
    for one in entries {
        out.extend(["- ", &fact(one, lang), "\n"]);
        for more in one.below() {
            out.extend(["  - ", &escape(&more), "\n"]);
        }
    }
}

/// A fact in running text: its basis behind it, its address as a link.
fn fact(entry: &Entry, lang: Lang) -> String {
    let mut line = entry.line(lang);
    let basis = entry.basis_line(lang);
    if !basis.is_empty() {
        line.extend([who::who(lang).comma, &basis]);
    }
    match (entry.address_only(), &entry.address) {
        (Some(address), _) => link(address),
        (None, Some(address)) => format!("{} {}", escape(&line), link(address)),
        (None, None) => escape(&line),
    }
}

/// An address that can be followed, if it is a web address and nothing else.
fn link(address: &str) -> String {
    let web = address.starts_with("http://") || address.starts_with("https://");
    let plain = !address.contains(|c: char| c.is_whitespace() || c == '<' || c == '>');
    if web && plain {
        format!("<{address}>")
    } else {
        escape(address)
    }
}

/// A line to cite: what it is, of which plan, who leads it by what, and of when the data is.
#[must_use]
pub fn citation(plan: &Plan, node: Node, names: Names) -> String {
    let lang = names.lang;
    let (words, answer) = (words(lang), who::who(lang));
    let info = plan.info();
    let name = plan.name(node);
    let (sign, name_said) = (sign_in(plan, node, lang), names.name(name));
    let mut line = match node {
        Node::Plan => String::new(),
        Node::Item(_) | Node::Body(_) | Node::Document(_) if sign == name_said => String::new(),
        Node::Item(_) | Node::Body(_) | Node::Document(_) => format!("{sign} "),
    };
    line.push_str(&name_said);
    if let (Some(_), Some(other), false) = (name.own(lang), name.other(lang), names.both) {
        line.push_str(&who::aside(lang, other));
    }
    let dated = match node {
        Node::Plan => info.dated,
        Node::Document(id) => plan[id].dated,
        Node::Item(_) | Node::Body(_) => None,
    };
    if let Some(dated) = dated {
        line.push_str(answer.comma);
        line.push_str(&who::date(lang, dated));
    }
    if node != Node::Plan {
        line.push_str(answer.comma);
        line.push_str(&who::cite(lang, info.name.get(lang), info.dated));
    }
    let leads = plan
        .responsible(node)
        .iter()
        .filter(|one| one.shown().role == Role::Lead);
    let leads: Vec<String> = leads
        .map(|one| {
            let name = short_name(plan, one.body, lang);
            format!(
                "{name}{}",
                who::aside(lang, &doubted_basis(plan, one.shown(), lang))
            )
        })
        .collect();
    if !leads.is_empty() {
        line.push_str(words.led_by);
        line.push_str(&leads.join(answer.list));
    }
    let data = info
        .compiled
        .map(|day| words.data_of(&who::date(lang, day)));
    line + &data.unwrap_or_default()
}
