//! What nodes are called: in one language or both, in full, in short, by a sign.

use crate::i18n::describe::describe as words;
use crate::model::{BodyId, Lang, Node, Plan, Text};

/// The language of names and texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The language of labels, and of names unless `both`.
    pub lang: Lang,
    /// Names in both languages, that of `lang` first.
    pub both: bool,
}

impl From<Lang> for Names {
    fn from(lang: Lang) -> Names {
        Names { lang, both: false }
    }
}

impl Names {
    /// A name: in both languages where `both` is set.
    #[must_use]
    pub fn name(self, text: &Text) -> String {
        match (self.both, text.own(self.lang), text.other(self.lang)) {
            (true, Some(own), Some(other)) if own != other => format!("{own} · {other}"),
            (true | false, _, _) => self.text(text),
        }
    }

    /// A text, marked where the file gives it only in the other language.
    #[must_use]
    pub fn text(self, text: &Text) -> String {
        match text.own(self.lang) {
            Some(own) => own.to_owned(),
            None if text.is_empty() => String::new(),
            None => format!("{} {}", text.get(self.lang), words(self.lang).only_other),
        }
    }

    /// What a node is called in a list or a sentence: its short name, or else its name.
    #[must_use]
    pub fn label(self, plan: &Plan, node: Node) -> String {
        let [own, other] = [self.lang, self.lang.other()].map(|lang| plan.label(node, lang));
        if self.both && own != other {
            format!("{own} · {other}")
        } else {
            own.to_owned()
        }
    }
}

/// What sort of node, in words.
#[must_use]
pub fn kind(plan: &Plan, node: Node, lang: Lang) -> &str {
    match node {
        Node::Plan => words(lang).plan,
        Node::Item(id) => plan[plan[id].kind].name.get(lang),
        Node::Body(_) => words(lang).body,
        Node::Document(_) => words(lang).document,
    }
}

/// The id of the sort of node: `project`, `body`, `document`, `plan`.
#[must_use]
pub fn kind_id(plan: &Plan, node: Node) -> &str {
    match node {
        Node::Plan => "plan",
        Node::Item(id) => &plan[plan[id].kind].id,
        Node::Body(_) => "body",
        Node::Document(_) => "document",
    }
}

/// What a node is called where there is no room for a name: an item by its id, a body by its
/// abbreviation.
#[must_use]
pub fn sign(plan: &Plan, node: Node) -> &str {
    match node {
        Node::Body(id) if !plan[id].abbr.is_empty() => &plan[id].abbr,
        Node::Plan | Node::Item(_) | Node::Body(_) | Node::Document(_) => plan.id(node),
    }
}

/// The sign of a node in a language: in Chinese a body has its short name, for its abbreviation is of
/// the English one.
#[must_use]
pub fn sign_in(plan: &Plan, node: Node, lang: Lang) -> String {
    match node {
        Node::Body(id) => short_name(plan, id, lang),
        Node::Plan | Node::Item(_) | Node::Document(_) => sign(plan, node).to_owned(),
    }
}

/// What a body is called where there is room for one word: in English its abbreviation; in Chinese
/// its name if that is short, or else the first short one of its aliases. One without an abbreviation,
/// as offices have it of their own sections, is called by its name: an id would mean nothing to a
/// reader.
#[must_use]
pub fn short_name(plan: &Plan, id: BodyId, lang: Lang) -> String {
    let up_to = |most: usize| move |name: &&str| !name.is_ascii() && name.chars().count() <= most;
    let body = &plan[id];
    let short = match lang {
        Lang::En => None,
        Lang::Zh => {
            let name = body.name.own(Lang::Zh).filter(up_to(5));
            name.or_else(|| body.aliases.iter().map(|alias| &**alias).find(up_to(6)))
        }
    };
    let otherwise = if body.abbr.is_empty() {
        body.name.get(lang)
    } else {
        &body.abbr
    };
    short.unwrap_or(otherwise).to_owned()
}
