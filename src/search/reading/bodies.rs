//! The bodies that a question names.

use super::super::Index;
use super::super::matcher::Search;
use super::super::pattern::Term;
use super::desks::role_of;
use super::has_assignments;
use super::names::names_in;
use crate::model::{BodyId, Node, Plan};
use crate::query::fold::folded;
use crate::query::pinyin::Pinyin;
use crate::query::question::{Asked, Piece, is_name_of_body, may_be_skipped};
use crate::query::{BODIES, DOCUMENTS, FilterName, Intent, Query, split};

impl Index {
    /// Reads two bodies, each with its role where both roles are asked for: `miit and ndrc`, `led by
    /// cac and supported by miit`.
    pub(super) fn two_bodies(
        &self,
        plan: &Plan,
        asked: &Asked,
        kind: Option<&str>,
    ) -> Option<[(FilterName, BodyId); 2]> {
        let roles = asked.pieces.iter().filter_map(|piece| match piece {
            Piece::Leads => Some(FilterName::Lead),
            Piece::Supports => Some(FilterName::Support),
            _ => None,
        });
        let names = match *roles.collect::<Vec<_>>() {
            [] => [FilterName::Body; 2],
            [one] => [one; 2],
            [one, other] if one != other => [one, other],
            _ => return None,
        };
        let known = |piece: &Piece| matches!(piece, Piece::Leads | Piece::Supports | Piece::Asks);
        // One run of Chinese may name two.
        let is_one = asked.rest.len() < 2 && asked.rest.iter().all(|word| word.is_ascii());
        if is_one || !asked.pieces.iter().all(known) || asked.year.is_some() {
            return None;
        }
        let bodies = self.bodies_in(plan, &asked.named, false)?;
        let [(one, first), (other, second)] = bodies.as_slice() else {
            return None;
        };
        let are_names = cannot_but_name(plan, *one, first) && cannot_but_name(plan, *other, second);
        let are_meant = kind != Some(DOCUMENTS[0]) && kind != Some(BODIES[0]);
        (one != other && are_names && are_meant).then_some([(names[0], *one), (names[1], *other)])
    }

    /// Reads a body, a kind and a role in any order: `miit projects`, `what miit leads`. Returns the
    /// body, the filter, and whether the words may be meant as those of a name.
    pub(super) fn about_body(
        &self,
        plan: &Plan,
        query: &Query,
        asked: &Asked,
        kind: Option<&str>,
    ) -> Option<(BodyId, FilterName, bool)> {
        let filter = role_of(asked);
        let is_asked = query.intent() == Intent::What && filter != FilterName::Body;
        if is_asked && let Some([(id, _)]) = self.bodies_asked(plan, asked).as_deref() {
            return Some((*id, filter, false));
        }
        let other = [Piece::Who, Piece::Target, Piece::Most]
            .iter()
            .any(|&piece| asked.has(piece));
        let is_due = asked.has(Piece::Due) && !asked.has(Piece::When)
            || asked.has_time() && has_assignments(plan);
        let of_work = kind.is_some() || asked.has_work() || is_due;
        if other || asked.rest.is_empty() || !of_work && filter == FilterName::Body {
            return None;
        }
        Some((self.one_body(plan, asked)?, filter, true))
    }

    /// Returns the one body that a question names and nothing beside it, by a name that can mean nothing
    /// else.
    pub(super) fn one_body(&self, plan: &Plan, asked: &Asked) -> Option<BodyId> {
        match self.bodies_in(plan, &asked.named, false)?.as_slice() {
            [(id, text)] if cannot_but_name(plan, *id, text) => Some(*id),
            _ => None,
        }
    }

    /// Returns the bodies that a question names, with the text that names each.
    pub(in crate::search) fn bodies_asked(
        &self,
        plan: &Plan,
        asked: &Asked,
    ) -> Option<Vec<(BodyId, String)>> {
        self.bodies_in(plan, &asked.named, true)
            .or_else(|| self.bodies_in(plan, &asked.rest, true))
    }

    /// Returns the bodies that words name, one after the other; `None` if a word names none and says
    /// something.
    fn bodies_in(
        &self,
        plan: &Plan,
        words: &[String],
        headless: bool,
    ) -> Option<Vec<(BodyId, String)>> {
        let named = |text: &str| {
            let body = self.body_named(plan, text, headless)?;
            Some((body, text.to_owned()))
        };
        let names = names_in(words, &named).into_iter();
        let said = names.filter(|name| !name.as_ref().is_err_and(|word| may_be_skipped(word)));
        said.map(Result::ok).collect()
    }

    /// Returns the Chinese name of a body that letters spell as a whole, syllable by syllable.
    pub(in crate::search) fn body_in_pinyin(&self, plan: &Plan, letters: &str) -> Option<String> {
        const FEWEST_LETTERS: usize = 6;
        if letters.len() < FEWEST_LETTERS || !letters.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            return None;
        }
        let pinyin = Pinyin::new(letters)?;
        let mut places = plan.bodies().map(|(id, _)| plan.place(Node::Body(id)));
        places.find_map(|place| {
            let mut names = self.names.entries(place).map(|entry| entry.text);
            // Initials spell too much.
            let is_spelt = |name: &&str| {
                let syllables = letters.len() >= 2 * name.chars().count();
                let run = pinyin.find(name).filter(|_| syllables);
                run.is_some_and(|run| run.range == (0..name.len()))
            };
            names.find(is_spelt).map(str::to_owned)
        })
    }

    /// Returns the body of which a folded text is a whole name; `headless`: also one without `Ministry
    /// of`.
    pub(in crate::search) fn body_named(
        &self,
        plan: &Plan,
        text: &str,
        headless: bool,
    ) -> Option<BodyId> {
        let terms: Vec<Term> = split(text).iter().map(|word| Term::loose(word)).collect();
        let search = Search::new(self, plan, Vec::new());
        let mut bodies = plan.bodies().map(|(id, _)| id);
        bodies.find(|&id| search.is_exact(id, &terms, headless))
    }
}

/// Returns true if a folded text, which names a body, can mean nothing else: `energy` may be the topic.
pub(in crate::search) fn cannot_but_name(plan: &Plan, id: BodyId, text: &str) -> bool {
    let letters = |text: &str| folded(text).replace(' ', "");
    let mut aliases = plan.aliases(Node::Body(id)).iter();
    let alias = aliases.find(|alias| letters(alias) == letters(text));
    alias.is_none_or(|alias| is_name_of_body(alias))
}
