//! Why a node was found: for each word of the query, the text that held it.

use super::field::{Field, Tier};
use super::fold::folded;
use super::highlight::words_of;
use super::index::{Index, Segment, each_text};
use super::number::terms;
use super::query::Query;
use super::spelling::{allowed, distance};
use super::term::{Term, tile};
use super::text::Entry;
use super::{Hit, matching, sound};
use crate::model::{Lang, Node, Plan};

/// Why a node was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// How the word was found.
    pub tier: Tier,
    /// In which field.
    pub field: Field,
    /// The word, folded; the whole query where it is all of a text or its beginning.
    pub word: String,
    /// What the word was taken for, if it seems misspelt.
    pub meant: Option<String>,
    /// The text that holds it, as the plan has it.
    pub text: String,
}

impl Index {
    /// What of `hit` matched, one entry for each field that a word of `query` was found in.
    #[must_use]
    pub fn matched(&self, plan: &Plan, query: &Query, hit: &Hit) -> Vec<Why> {
        let terms = terms(self, plan, query);
        let place = plan.place(hit.node);
        let Some((segment, at)) = self.at(place) else {
            return Vec::new();
        };
        if hit.tier <= Tier::Prefix {
            let whole = segment
                .names
                .entries(at)
                .find(|entry| entry.tag == hit.field.tag() && tile(*entry, &terms, true).is_some());
            if let Some(entry) = whole {
                let word = query.words().collect::<Vec<_>>().join(" ");
                return vec![Why::new(plan, hit.node, hit.tier, entry, word)];
            }
        }
        let mut all: Vec<Why> = Vec::new();
        for term in &terms {
            let settled = hit.tier <= Tier::Word;
            if settled && matches!(hit.node, Node::Body(_)) && self.is_kind(term) {
                // `miit projects`: what is looked for of the body, not in it.
                continue;
            }
            if let Some(why) = self.one(plan, hit, segment, at, term)
                && !all
                    .iter()
                    .any(|other| other.field == why.field && other.text == why.text)
            {
                all.push(why);
            }
        }
        all
    }

    /// Why `hit` was found, where its label in `lang` does not show it.
    #[must_use]
    pub fn why(&self, plan: &Plan, query: &Query, hit: &Hit, lang: Lang) -> Option<Why> {
        let label = folded(plan.label(hit.node, lang));
        let plain = query
            .words
            .iter()
            .all(|word| Term::new(word).words_in(&label));
        if plain && hit.tier < Tier::Typo {
            return None;
        }
        let all = self.matched(plan, query, hit);
        let worst = all
            .into_iter()
            .max_by_key(|why| (why.tier, why.field.class()))?;
        let seen = worst.field == Field::Id && worst.tier <= Tier::Prefix;
        (!seen).then_some(worst)
    }

    /// Whether a word names a kind of items.
    fn is_kind(&self, term: &Term) -> bool {
        (0..self.kinds.len()).any(|kind| {
            let found = term.words(self.kinds.of(kind).as_bytes());
            found.is_some_and(|found| found.grade() == 0)
        })
    }

    fn one(
        &self,
        plan: &Plan,
        hit: &Hit,
        segment: &Segment,
        at: usize,
        term: &Term,
    ) -> Option<Why> {
        let letters = hit.tier >= Tier::Pinyin;
        let own = [&segment.names, &segment.about];
        let entries = own.iter().flat_map(|texts| texts.entries(at));
        let best = entries
            .filter_map(|entry| Some((matching::in_entry(term, entry, letters)?, entry)))
            .min_by_key(|(found, _)| *found);
        if let Some((found, entry)) = best {
            return Some(Why::new(
                plan,
                hit.node,
                found.tier(),
                entry,
                term.text.clone(),
            ));
        }
        let word = || term.text.clone();
        let plain = |entry: Entry<'_>| matching::in_entry(term, entry, letters);
        let by_body = self.by_body(plan, hit.node, plain);
        by_body
            .map(|(found, body)| Why::by(body, found.tier(), word(), None))
            .or_else(|| Why::kind(plan, hit.node, term))
            .or_else(|| Why::meant(plan, hit.node, segment, at, term))
            .or_else(|| {
                let near = |entry: Entry<'_>| meant(&term.text, entry.text);
                let ((_, meant), body) = self.by_body(plan, hit.node, near)?;
                Some(Why::by(body, Tier::Typo, word(), Some(meant)))
            })
    }

    /// What is found in the names of the first body that answers for `node` and has it, and the
    /// abbreviation of that body.
    fn by_body<T: Ord>(
        &self,
        plan: &Plan,
        node: Node,
        find: impl Fn(Entry<'_>) -> Option<T>,
    ) -> Option<(T, String)> {
        plan.responsible(node).iter().find_map(|answer| {
            let (segment, at) = self.at(plan.place(Node::Body(answer.body)))?;
            let found = segment.names.entries(at).filter_map(&find).min()?;
            let body = &plan[answer.body];
            let shown = match &*body.abbr {
                "" => body.name.get(Lang::En),
                abbr => abbr,
            };
            Some((found, shown.to_owned()))
        })
    }
}

/// What `typed` may have been meant to be in a folded text: the nearest word, or the run that reads
/// nearest, and how far it is.
fn meant(typed: &str, text: &str) -> Option<((usize, usize), String)> {
    let words = words_of(text).filter_map(|range| {
        let word = text.get(range)?;
        let far = distance(typed.as_bytes(), word.as_bytes());
        let least = far.whole.min(far.beginning);
        (least <= allowed(typed.len())).then_some(((least, far.whole), word))
    });
    let read = sound::nearest(typed, text)
        .and_then(|near| Some(((near.slips, near.slips), text.get(near.range())?)));
    let (far, word) = words.chain(read).min()?;
    Some((far, word.to_owned()))
}

impl Why {
    fn new(plan: &Plan, node: Node, tier: Tier, entry: Entry<'_>, word: String) -> Why {
        let field = Field::of_tag(entry.tag);
        let mut text = String::new();
        each_text(plan, node, &mut |other, original| {
            if other == field && text.is_empty() && folded(original) == entry.text {
                original.clone_into(&mut text);
            }
        });
        Why {
            tier,
            field,
            word,
            meant: None,
            text,
        }
    }

    fn kind(plan: &Plan, node: Node, term: &Term) -> Option<Why> {
        let Node::Item(id) = node else {
            return None;
        };
        let kind = &plan[plan[id].kind];
        let names = [
            &kind.id,
            kind.name.en(),
            kind.name.zh(),
            kind.plural.en(),
            kind.plural.zh(),
        ];
        let name = names
            .into_iter()
            .find(|name| term.words_in(&folded(name)))?;
        Some(Why {
            tier: Tier::Word,
            field: Field::Kind,
            word: term.text.clone(),
            meant: None,
            text: name.to_owned(),
        })
    }

    fn by(body: String, tier: Tier, word: String, meant: Option<String>) -> Why {
        Why {
            tier,
            field: Field::Body,
            word,
            meant,
            text: body,
        }
    }

    /// What in the texts of the node is nearest to what was typed.
    fn meant(plan: &Plan, node: Node, segment: &Segment, at: usize, term: &Term) -> Option<Why> {
        let entries = [&segment.names, &segment.about]
            .into_iter()
            .flat_map(|texts| texts.entries(at));
        let (_, entry, word) = entries
            .filter_map(|entry| {
                let (far, word) = meant(&term.text, entry.text)?;
                Some((far, entry, word))
            })
            .min_by_key(|(far, ..)| *far)?;
        let mut why = Why::new(plan, node, Tier::Typo, entry, term.text.clone());
        why.meant = Some(word);
        Some(why)
    }
}
