//! A query prepared for a plan, and which nodes it finds.

use super::Index;
use super::field::{Field, FieldClass, Tier};
use super::named::Named;
use super::pattern::Term;
use super::rank::{MatchScore, Rank, RankedHit};
use super::whole::match_whole;
use crate::model::{BodyId, Lang, Node, Plan};
use crate::query::filter::Filters;
use crate::query::pinyin::Pinyin;
use crate::query::{Intent, Note, Query, split};

/// A query prepared for a plan. A step of the search sets what is searched and how, then calls
/// [`Search::prepare`].
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own"
)]
pub(super) struct Search<'a> {
    pub(super) index: &'a Index,
    pub(super) plan: &'a Plan,
    pub(super) terms: Vec<Term>,
    /// What the query is a whole name of, in plan order: it is found whatever its words.
    pub(super) named: Vec<Named>,
    /// There is nothing else to search for.
    pub(super) only_named: bool,
    pub(super) excluded: Vec<Term>,
    pub(super) filters: Filters,
    pub(super) intent: Intent,
    /// Descriptions are searched too.
    pub(super) in_descriptions: bool,
    /// Words match by pinyin and by their letters too.
    pub(super) loose: bool,
    /// Chinese words were divided.
    pub(super) divided: bool,
    /// All words as one, if they may be pinyin typed with blanks.
    pub(super) joined: Option<Pinyin>,
    /// By term: the match in the names of each body; empty if there is none.
    pub(super) bodies: Vec<Vec<Option<MatchScore>>>,
    /// By term: the match in the names of each kind.
    pub(super) kinds: Vec<Vec<Option<MatchScore>>>,
    /// By body: the query, without words that name kinds, is its whole name. Empty if that is so for
    /// no body.
    pub(super) exact_bodies: Vec<bool>,
    /// The places of these bodies if there are words that name kinds: `miit projects`.
    owner_bodies: Vec<usize>,
}

impl<'a> Search<'a> {
    pub(super) fn new(index: &'a Index, plan: &'a Plan, terms: Vec<Term>) -> Search<'a> {
        let several = terms.len() > 1 && terms.iter().any(|term| term.pinyin.is_some());
        let text = || terms.iter().map(|term| &*term.text).collect::<String>();
        Search {
            index,
            plan,
            joined: several.then(|| Pinyin::new(&text())).flatten(),
            terms,
            named: Vec::new(),
            only_named: false,
            excluded: Vec::new(),
            filters: Filters::default(),
            intent: Intent::Any,
            in_descriptions: false,
            loose: false,
            divided: false,
            bodies: Vec::new(),
            kinds: Vec::new(),
            exact_bodies: Vec::new(),
            owner_bodies: Vec::new(),
        }
    }

    /// Matches each term against body and kind names once, so that nodes can look the result up.
    pub(super) fn prepare(&mut self) {
        let ids: Vec<BodyId> = self.plan.bodies().map(|(id, _)| id).collect();
        let bodies = |term: &Term| {
            let each = ids.iter().map(|&id| self.in_body(term, id));
            let found: Vec<_> = each.collect();
            let any = found.iter().any(Option::is_some);
            if any { found } else { Vec::new() }
        };
        let kinds = |term: &Term| {
            let each = (0..self.index.kinds.len()).map(|kind| self.in_kind(term, kind));
            each.collect::<Vec<_>>()
        };
        let bodies = self.terms.iter().map(bodies).collect();
        let kinds: Vec<Vec<_>> = self.terms.iter().map(kinds).collect();
        let own: Vec<Term> = self
            .terms
            .iter()
            .zip(&kinds)
            .filter(|(_, kinds)| kinds.iter().all(Option::is_none))
            .map(|(term, _)| term.clone())
            .collect();
        let exact: Vec<bool> = ids
            .iter()
            .map(|&id| self.is_exact(id, &own, true))
            .collect();
        self.owner_bodies.clear();
        if own.len() < self.terms.len() {
            let owners = ids.iter().zip(&exact).filter(|(_, exact)| **exact);
            let places = owners.map(|(&id, _)| self.plan.place(Node::Body(id)));
            self.owner_bodies = places.collect();
        }
        let any = exact.iter().any(|exact| *exact);
        self.exact_bodies = if any { exact } else { Vec::new() };
        self.bodies = bodies;
        self.kinds = kinds;
    }

    /// A body answers for many nodes, so only a good match counts for these.
    fn in_body(&self, term: &Term, id: BodyId) -> Option<MatchScore> {
        let found = self.in_names(term, self.plan.place(Node::Body(id)))?;
        let good = !term.is_small()
            && match found.tier {
                Tier::Pinyin => found.quality < 2,
                Tier::Word | Tier::Fuzzy => found.quality == 0,
                Tier::Exact | Tier::Prefix | Tier::Typo | Tier::Nearest => true,
            };
        good.then(|| found.in_field(Field::Body))
    }

    fn in_kind(&self, term: &Term, kind: usize) -> Option<MatchScore> {
        let found = term.find(self.index.kinds.of(kind))?;
        let good = !term.is_small() && found.quality == 0 && found.tier == Tier::Word;
        good.then(|| MatchScore::new(Tier::Word, 0, Field::Kind, 0))
    }

    /// Returns true if the terms are the whole name of a body.
    pub(super) fn is_exact(&self, id: BodyId, terms: &[Term], headless: bool) -> bool {
        let mut names = self.index.names.entries(self.plan.place(Node::Body(id)));
        let is_whole = |entry| match_whole(entry, terms, headless).is_some_and(|found| found.whole);
        !terms.is_empty() && names.any(is_whole)
    }

    /// Evaluates the node at `place`; `None` if it lacks a word. Filters are not applied.
    pub(super) fn evaluate(&self, place: usize) -> Option<RankedHit> {
        let named = self.named(place);
        let found = if let Some(named) = named {
            named.score
        } else if self.only_named {
            return None;
        } else if self.owner_bodies.contains(&place) {
            MatchScore::new(Tier::Exact, 0, Field::Name(Lang::En), 0)
        } else if self.terms.is_empty() {
            MatchScore::new(Tier::Word, 0, Field::Kind, 0)
        } else {
            self.match_terms(place)?
        };
        let rank = self.index.marks.get(place)?.rank;
        let behind = named.is_none()
            && match (self.intent, rank) {
                (Intent::What, Rank::Body) => found.class > FieldClass::Alias,
                (Intent::What, Rank::Primary | Rank::Item | Rank::Document)
                | (Intent::Who, Rank::Document) => true,
                (Intent::Who, Rank::Primary | Rank::Item | Rank::Body) | (Intent::Any, _) => false,
            };
        // Without words all nodes match alike and keep their order.
        let rank = if self.terms.is_empty() && named.is_none() {
            Rank::Primary
        } else {
            rank
        };
        Some(RankedHit::new(behind, found, rank, place))
    }

    /// Returns the node at `place` if the query is a whole name of it.
    fn named(&self, place: usize) -> Option<&Named> {
        let at = self.named.binary_search_by_key(&place, |one| one.place);
        self.named.get(at.ok()?)
    }

    /// Returns the words that a misspelt one may mean.
    pub(super) fn corrections(&self, word: &str) -> Vec<String> {
        let terms = self.terms.iter().filter(|term| term.text == word);
        terms
            .flat_map(Term::corrections)
            .map(str::to_owned)
            .collect()
    }

    /// Returns true if filters and exclusions let a node through.
    pub(super) fn passes(&self, place: usize) -> bool {
        if self.filters.is_empty() && self.excluded.is_empty()
            || self.named(place).is_some_and(|named| named.is_written)
        {
            return true;
        }
        let node = self.index.nodes.get(place);
        node.is_some_and(|&node| {
            self.filters.let_through(self.plan, node)
                && !self
                    .excluded
                    .iter()
                    .any(|term| self.holds(term, place, node))
        })
    }

    /// Returns true if a text of a node holds a word, or the name of a body that answers for it.
    fn holds(&self, term: &Term, place: usize, node: Node) -> bool {
        let names = &self.index.names;
        let own = [names, &self.index.descriptions];
        let in_body = |body: BodyId| {
            let found = term.find(names.of(self.plan.place(Node::Body(body))));
            found.is_some_and(|found| found.quality == 0)
        };
        own.iter().any(|texts| term.find(texts.of(place)).is_some())
            || self
                .plan
                .responsible(node)
                .iter()
                .any(|answer| in_body(answer.body))
    }
}

impl Index {
    /// Returns the bodies that `value`, which is folded, names: those of the best tier.
    fn bodies_named(&self, plan: &Plan, value: &str) -> Vec<BodyId> {
        let terms = split(value).iter().map(|word| Term::loose(word)).collect();
        let mut search = Search::new(self, plan, terms);
        search.loose = true;
        let found: Vec<(Tier, BodyId)> = plan
            .bodies()
            .filter_map(|(id, _)| {
                let hit = search.evaluate(plan.place(Node::Body(id)))?;
                hit.is_in_name().then_some((hit.tier, id))
            })
            .collect();
        let least = found.iter().map(|(tier, _)| *tier).min();
        let best = found.into_iter().filter(|(tier, _)| Some(*tier) == least);
        best.map(|(_, id)| id).collect()
    }

    /// Returns the filters of `query`, and notes on those that fit nothing.
    pub(super) fn filters(&self, plan: &Plan, query: &Query) -> (Filters, Vec<Note>) {
        Filters::of(plan, query, &|value| self.bodies_named(plan, value))
    }
}
