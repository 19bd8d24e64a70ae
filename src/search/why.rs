//! Why a node matches: for each word of the query, the text that has it.

use super::Hit;
use super::field::{Field, Tier};
use super::ids::terms;
use super::index::{Index, each_text};
use super::loose::in_entry;
use super::nearest::{Near, NearWord};
use super::pattern::Term;
use super::text::TaggedText;
use super::whole::match_whole;
use crate::model::{Lang, Node, Plan};
use crate::query::Query;
use crate::query::fold::folded;
use crate::query::pinyin_typos;
use crate::query::typos::{allowed, distance, words_of};

/// Stands between the words of a nearest hit.
pub(crate) const BETWEEN: &str = ", ";

/// The match of a word in a text of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// How the word matches.
    pub tier: Tier,
    /// The field of the text.
    pub field: Field,
    /// The word, folded; the whole query if it is the whole text or its beginning. Of a nearest hit all
    /// that it has.
    pub word: String,
    /// The word of the text that a misspelt word is nearest to.
    pub meant: Option<String>,
    /// The text, as the plan has it. Of a nearest hit the words for which others stand there.
    pub text: String,
}

impl Index {
    /// Returns a match for each word of `query` in the node of `hit`; words in the same text are one.
    #[must_use]
    pub fn matched(&self, plan: &Plan, query: &Query, hit: &Hit) -> Vec<Why> {
        if let Some(near) = &hit.near {
            return self.near(plan, hit, near);
        }
        let query = &*self.as_asked(plan, query);
        // Of a question about a set only the words beside its filters are in texts.
        let reading = self.read_for(plan, query, hit).map(|reading| reading.query);
        let query = reading.as_ref().unwrap_or(query);
        let terms = terms(self, plan, query);
        let place = plan.place(hit.node);
        if hit.tier <= Tier::Prefix {
            let is_whole = |entry: &TaggedText<'_>| {
                entry.field == hit.field && match_whole(*entry, &terms, true).is_some()
            };
            let whole = self.names.entries(place).find(is_whole);
            if let Some(entry) = whole {
                let word = query.words().collect::<Vec<_>>().join(" ");
                return vec![Why::new(plan, hit.node, hit.tier, entry, word)];
            }
        }
        let mut all: Vec<Why> = Vec::new();
        for term in &terms {
            let settled = hit.tier <= Tier::Word;
            if settled && matches!(hit.node, Node::Body(_)) && self.is_kind(term) {
                // `miit projects`: the projects that the body answers for.
                continue;
            }
            if let Some(why) = self.one(plan, hit, place, term)
                && !all
                    .iter()
                    .any(|other| other.field == why.field && other.text == why.text)
            {
                all.push(why);
            }
        }
        all
    }

    /// Returns the match that decided the rank of `hit`; `None` if its label in `lang` shows it.
    #[must_use]
    pub fn why(&self, plan: &Plan, query: &Query, hit: &Hit, lang: Lang) -> Option<Why> {
        let query = &*self.as_asked(plan, query);
        if let Some(near) = &hit.near {
            let [verbatim, others] = near.said(query).map(|words| words.join(BETWEEN));
            return Some(Why {
                tier: Tier::Nearest,
                field: hit.field,
                word: verbatim,
                meant: None,
                text: others,
            });
        }
        let by_question =
            hit.field == Field::Kind && (hit.node == Node::Plan || hit.tier == Tier::Exact);
        if by_question || self.read_for(plan, query, hit).is_some() {
            // The filters say why, or a question was about this one.
            return None;
        }
        let label = folded(plan.label(hit.node, lang));
        let plain = query.words.iter().all(|word| Term::new(word).is_in(&label));
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

    /// Returns the texts in which a nearest hit has its words.
    fn near(&self, plan: &Plan, hit: &Hit, near: &Near) -> Vec<Why> {
        let place = plan.place(hit.node);
        let why = |has: &NearWord| {
            let entry = self.entries(place).find(|entry| has.is_in(*entry));
            let word = has.word.clone();
            match entry {
                Some(entry) => Why::new(plan, hit.node, Tier::Nearest, entry, word),
                // A body that answers for it, or what belongs to it.
                None => Why {
                    tier: Tier::Nearest,
                    field: has.field,
                    word: word.clone(),
                    meant: None,
                    text: word,
                },
            }
        };
        near.has.iter().map(why).collect()
    }

    /// Returns true if a word names a kind of items.
    fn is_kind(&self, term: &Term) -> bool {
        (0..self.kinds.len()).any(|kind| {
            let found = term.find(self.kinds.of(kind));
            found.is_some_and(|found| found.quality == 0)
        })
    }

    /// Returns the best match of a word: in the node's texts, a responsible body, its kind, or as a
    /// misspelt word.
    fn one(&self, plan: &Plan, hit: &Hit, place: usize, term: &Term) -> Option<Why> {
        let loose = hit.tier >= Tier::Pinyin;
        let best = self
            .entries(place)
            .filter_map(|entry| Some((in_entry(term, entry, loose)?, entry)))
            .min_by_key(|(found, _)| *found);
        if let Some((found, entry)) = best {
            let word = term.text.clone();
            return Some(Why::new(plan, hit.node, found.tier, entry, word));
        }
        let word = || term.text.clone();
        let plain = |entry: TaggedText<'_>| in_entry(term, entry, loose);
        let by_body = self.by_body(plan, hit.node, plain);
        by_body
            .map(|(found, body)| Why::by(body, found.tier, word(), None))
            .or_else(|| Why::kind(plan, hit.node, term))
            .or_else(|| self.misspelt(plan, hit.node, place, term))
            .or_else(|| {
                let near = |entry: TaggedText<'_>| nearest(&term.text, entry.text);
                let ((_, meant), body) = self.by_body(plan, hit.node, near)?;
                Some(Why::by(body, Tier::Typo, word(), Some(meant)))
            })
    }

    /// Returns the word in the texts of the node that is nearest to what was typed.
    fn misspelt(&self, plan: &Plan, node: Node, place: usize, term: &Term) -> Option<Why> {
        let near = self.entries(place).filter_map(|entry| {
            let (far, word) = nearest(&term.text, entry.text)?;
            Some((far, entry, word))
        });
        let (_, entry, word) = near.min_by_key(|(far, ..)| *far)?;
        let mut why = Why::new(plan, node, Tier::Typo, entry, term.text.clone());
        why.meant = Some(word);
        Some(why)
    }

    fn entries(&self, place: usize) -> impl Iterator<Item = TaggedText<'_>> {
        let texts = [&self.names, &self.descriptions].into_iter();
        texts.flat_map(move |texts| texts.entries(place))
    }

    /// Returns the best match in the names of the first responsible body that has one, and the body's
    /// abbreviation.
    fn by_body<T: Ord>(
        &self,
        plan: &Plan,
        node: Node,
        find: impl Fn(TaggedText<'_>) -> Option<T>,
    ) -> Option<(T, String)> {
        plan.responsible(node).iter().find_map(|answer| {
            let names = self.names.entries(plan.place(Node::Body(answer.body)));
            let found = names.filter_map(&find).min()?;
            let body = &plan[answer.body];
            let shown = match &*body.abbr {
                "" => body.name.get(Lang::En),
                abbr => abbr,
            };
            Some((found, shown.to_owned()))
        })
    }
}

/// Returns the word of a folded text that is nearest to `typed`, or the run that reads nearest, and how
/// far it is.
fn nearest(typed: &str, text: &str) -> Option<((usize, usize), String)> {
    let words = words_of(text).filter_map(|range| {
        let word = text.get(range)?;
        let far = distance(typed.as_bytes(), word.as_bytes());
        let least = far.whole.min(far.beginning);
        (least <= allowed(typed.len())).then_some(((least, far.whole), word))
    });
    let read = pinyin_typos::nearest(typed, text)
        .and_then(|near| Some(((near.errors, near.errors), text.get(near.range())?)));
    let (far, word) = words.chain(read).min()?;
    Some((far, word.to_owned()))
}

impl Why {
    fn new(plan: &Plan, node: Node, tier: Tier, entry: TaggedText<'_>, word: String) -> Why {
        let field = entry.field;
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
        let name = names.into_iter().find(|name| term.is_in(&folded(name)))?;
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
}
