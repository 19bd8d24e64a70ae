//! What changed between two plans, a line a node: "P3: 1 responsibility added".

use crate::i18n::state::{self, State, field};
use crate::i18n::who;
use crate::model::{Change, ChangeKind, Lang, Subject, Text};

/// What changed about a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// What changed, in a few words.
    pub brief: String,
    /// What changed, with names.
    pub text: String,
}

/// What is known of a node so far.
#[derive(Default)]
struct Group<'c> {
    id: &'c str,
    is_kind: bool,
    /// Its name, if it is new or gone.
    added: Option<&'c Text>,
    removed: Option<&'c Text>,
    fields: Vec<&'c str>,
    /// Bodies whose responsibility was added, removed, changed.
    bodies: [Vec<&'c str>; 3],
}

/// The changes in words, in the order in which their nodes come up.
#[must_use]
pub fn changes(changes: &[Change], lang: Lang) -> Vec<Changed> {
    let words = state::state(lang);
    let mut groups: Vec<Group> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for change in changes {
        let is_kind = change.subject == Subject::Kind;
        let place = *places
            .entry((is_kind, change.id.as_str()))
            .or_insert(groups.len());
        if place == groups.len() {
            groups.push(Group {
                id: &change.id,
                is_kind,
                ..Group::default()
            });
        }
        if let Some(group) = groups.get_mut(place) {
            group.add(change);
        }
    }
    groups.iter().map(|group| group.line(words, lang)).collect()
}

fn once<'c>(list: &mut Vec<&'c str>, new: &'c str) {
    if !list.contains(&new) {
        list.push(new);
    }
}

impl<'c> Group<'c> {
    fn add(&mut self, change: &'c Change) {
        let [added, removed, changed] = &mut self.bodies;
        let body = change.body.as_deref();
        match (&change.kind, body) {
            (ChangeKind::Added, None) => self.added = Some(&change.name),
            (ChangeKind::Removed, None) => self.removed = Some(&change.name),
            (ChangeKind::Changed { field, .. }, None) => {
                once(&mut self.fields, field.split('.').next().unwrap_or(field));
            }
            (ChangeKind::Added, Some(body)) => added.push(body),
            (ChangeKind::Removed, Some(body)) => removed.push(body),
            (ChangeKind::Changed { .. }, Some(body)) => once(changed, body),
        }
    }

    fn line(&self, words: &State, lang: Lang) -> Changed {
        let signs = who::who(lang);
        let mut brief = Vec::new();
        let mut full = Vec::new();
        let mut say = |few: String, more: Option<String>| {
            full.push(more.unwrap_or_else(|| few.clone()));
            brief.push(few);
        };
        for (said, name) in [(words.added, self.added), (words.removed, self.removed)] {
            if let Some(name) = name {
                let named = format!("{said}{}{}", signs.colon, name.get(lang));
                say(said.to_owned(), Some(named));
            }
        }
        if !self.fields.is_empty() {
            let names: Vec<&str> = self.fields.iter().map(|key| field(key, lang)).collect();
            let named = format!("{}{}{}", words.changed, signs.colon, names.join(signs.list));
            say(named, None);
        }
        let counted = [words.added, words.removed, words.changed];
        for (bodies, what) in self.bodies.iter().zip(counted) {
            if !bodies.is_empty() {
                let count = words.responsibilities(bodies.len(), what);
                let named = count.clone() + &who::aside(lang, &bodies.join(signs.list));
                say(count, Some(named));
            }
        }
        let id = if self.is_kind {
            format!("{} {}", words.kind, self.id)
        } else {
            self.id.to_owned()
        };
        Changed {
            id,
            brief: brief.join(signs.semicolon),
            text: full.join(signs.semicolon),
        }
    }
}
