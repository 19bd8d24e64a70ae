//! The answer to a query: to a question as it is read, or else to its words.

use std::cmp::Reverse;

use super::field::FieldClass;
use super::index::Cancelled;
use super::pattern::Term;
use super::rank::MAX_HITS;
use super::reading::Reading;
use super::{Counts, Found, Hit, Index, Tier};
use crate::model::{BodyId, Date, Node, Plan, Role};
use crate::query::fold::folded;
use crate::query::question::{asked, in_passing};
use crate::query::{Dues, FilterName, NEXT, Note, Part, Query, Sought};

impl Index {
    /// Returns the nodes that match `query`, best first.
    #[must_use]
    pub fn search(&self, plan: &Plan, query: &Query) -> Found {
        let found = self.search_until(plan, query, &|| false);
        found.expect("it is never cancelled")
    }

    /// Returns the nodes that match `query`, best first; `None` once `cancelled` returns true, which is
    /// asked every few thousand nodes.
    #[must_use]
    pub fn search_until(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Found> {
        if let Some(pair) = self.compared(plan, query) {
            return Some(side_by_side(pair));
        }
        if query.can_ask() {
            let asked = asked(&folded(query.input()));
            // Its page has the address of its text.
            if asked.is_of_text() {
                return Some(of_plan(Vec::new()));
            }
            if asked.is_of_plan() {
                return Some(of_plan(vec![Note::Period]));
            }
            if asked.is_of_leading_plan() {
                return Some(of_plan(vec![Note::WholePlan]));
            }
            if let Some(word) = asked.negated {
                return self.search_negated(plan, query, word, cancelled);
            }
            if !asked.pieces.is_empty()
                && let Some(name) = self.document_asked(plan, query)
            {
                let named = Query::parse(name).on(query.today);
                return self.search_words(plan, &named, cancelled);
            }
        }
        if let Some(nodes) = self.numbers_asked(plan, query) {
            return Some(Found::just(&nodes));
        }
        let named = self.name_asked(query);
        let words = self.search_words(plan, named.as_ref().unwrap_or(query), cancelled)?;
        if let Some(found) = self.search_beside_command(plan, query, &words, cancelled)? {
            return Some(found);
        }
        let is_name = has_item_so_named(&words);
        let is_full = words
            .hits
            .first()
            .is_some_and(|hit| hit.tier < Tier::Nearest);
        for reading in self.readings(plan, query) {
            if reading.yields && is_name {
                break;
            }
            if reading.only_drops && is_full {
                continue;
            }
            let found = self.search_read_widely(plan, &reading, cancelled)?;
            if reading.on_indicator && !has_item_so_named(&found) {
                continue;
            }
            let full = |hit: &Hit| hit.tier < Tier::Nearest;
            if reading.only_drops && !found.hits.first().is_some_and(full) {
                continue;
            }
            // What is found by the words stands where the filters find nothing.
            if found.hits.is_empty() && !reading.rest.is_empty() {
                let mut notes = found.notes;
                // Words that ask for the filters are none of a name.
                let words = if is_full {
                    words
                } else {
                    let query = Query {
                        filters: query.filters.clone(),
                        ..reading.query.clone()
                    };
                    self.search_words(plan, &query, cancelled)?
                };
                for note in &mut notes {
                    if let Note::NoneSuch { by_words, .. } = note {
                        *by_words &= !words.hits.is_empty();
                    }
                }
                return Some(Found { notes, ..words });
            }
            if found.is_other_none() && is_name {
                let mut notes = found.notes;
                for note in &mut notes {
                    if let Note::NoneSuch { by_words, .. } = note {
                        *by_words = true;
                    }
                }
                return Some(Found { notes, ..words });
            }
            return Some(found);
        }
        if words.hits.is_empty() {
            let known = self.search_pinyin(plan, query, cancelled)?;
            return Some(known.unwrap_or(words));
        }
        Some(words)
    }

    /// Answers a question that is turned round; by its words, with a note, where no filter takes out what
    /// it means: the opposite would be the answer.
    fn search_negated(
        &self,
        plan: &Plan,
        query: &Query,
        word: String,
        cancelled: Cancelled<'_>,
    ) -> Option<Found> {
        if let Some(reading) = self.readings(plan, query).first() {
            return self.search_read(plan, reading, cancelled);
        }
        let mut found = self.search_words(plan, query, cancelled)?;
        found.notes.push(Note::NotRead(vec![word]));
        Some(found)
    }

    /// Answers what stands beside a command of the program, unless the plan has the words of both.
    /// `Some(None)` if there is no command.
    #[expect(
        clippy::option_option,
        reason = "the outer one says that it was cancelled"
    )]
    fn search_beside_command(
        &self,
        plan: &Plan,
        query: &Query,
        words: &Found,
        cancelled: Cancelled<'_>,
    ) -> Option<Option<Found>> {
        let is_full = |hit: &Hit| hit.tier < Tier::Fuzzy;
        let Some((command, rest)) = in_passing(query.input()).filter(|_| query.can_ask()) else {
            return Some(None);
        };
        if words.hits.first().is_some_and(is_full) {
            return Some(None);
        }
        let rest = Query::parse(rest).on(query.today);
        let mut found = self.search_until(plan, &rest, cancelled)?;
        let is_meant = found.read_as().is_some() || found.hits.first().is_some_and(is_full);
        found.notes.push(Note::Command(command));
        Some(Some(found).filter(|_| is_meant))
    }

    /// Answers a question about a set; about one of all kinds if there is none of the kind asked for.
    fn search_read_widely(
        &self,
        plan: &Plan,
        reading: &Reading,
        cancelled: Cancelled<'_>,
    ) -> Option<Found> {
        let subjects = usize::from(reading.subject.is_some());
        let found = self.search_read(plan, reading, cancelled)?;
        if !reading.widens || found.hits.len() > subjects {
            return Some(found);
        }
        let mut wide = self.search_read(plan, &reading.of_all_kinds(), cancelled)?;
        let kind = reading.parts.iter().find_map(Part::kind);
        if !reading.counts {
            // None of the kind that was asked for.
            let none = kind.map(|kind| Note::Count {
                count: 0,
                kind: Some(kind.to_owned()),
            });
            wide.notes.extend(none);
        }
        Some(if wide.hits.len() > subjects {
            wide
        } else {
            found
        })
    }

    /// Searches for those words of a query that are pinyin of names, where the others are not known.
    /// `Some(None)` if there are none.
    #[expect(
        clippy::option_option,
        reason = "the outer one says that it was cancelled"
    )]
    fn search_pinyin(
        &self,
        plan: &Plan,
        query: &Query,
        cancelled: Cancelled<'_>,
    ) -> Option<Option<Found>> {
        const FEWEST_LETTERS: usize = 6;
        const MOST_WORDS: usize = 4;
        let words = &query.words;
        if !(2..=MOST_WORDS).contains(&words.len()) {
            return Some(None);
        }
        let mut known = query.clone();
        known.words.clear();
        known.id_words.clear();
        let mut others = Vec::new();
        for word in words {
            let alone = Query {
                words: vec![word.clone()],
                ..known.clone()
            };
            let is_pinyin = word.text.len() >= FEWEST_LETTERS && {
                let found = self.search_words(plan, &alone, cancelled)?;
                let first = found.hits.first();
                first.is_some_and(|hit| hit.tier == Tier::Pinyin)
            };
            if is_pinyin {
                known.words.push(word.clone());
            } else {
                others.push(word.text.clone());
            }
        }
        if known.words.is_empty() || others.is_empty() {
            return Some(None);
        }
        let mut found = self.search_words(plan, &known, cancelled)?;
        found.notes.push(Note::NotRead(others));
        Some(Some(found))
    }

    /// Answers a question about a set.
    fn search_read(
        &self,
        plan: &Plan,
        reading: &Reading,
        cancelled: Cancelled<'_>,
    ) -> Option<Found> {
        let mut parts = reading.parts.clone();
        if !reading.rest.is_empty() {
            parts.push(Part::Words(reading.rest.join(" ")));
        }
        let mut found = if reading.ranking {
            self.most(plan, reading)
        } else {
            self.search_words(plan, &reading.query, cancelled)?
        };
        let full = |hit: &Hit| hit.tier < Tier::Typo;
        if !reading.on_indicator && !found.hits.first().is_some_and(full) {
            let known = |word: &str| self.has_word(&Term::loose(word), cancelled);
            let words = reading.query.words.iter().map(|word| word.text.clone());
            let unread: Vec<String> = words.filter(|word| known(word) == Some(false)).collect();
            if !unread.is_empty() {
                // What the plan does not have beside the filters is not understood.
                let mut query = reading.query.clone();
                query.words.clear();
                found = self.search_words(plan, &query, cancelled)?;
                found.notes.push(Note::NotRead(unread));
                parts.clone_from(&reading.parts);
            }
        }
        if let Some(body) = reading.subject {
            found.hits.insert(0, Hit::of(Node::Body(body), Tier::Exact));
            found.hits.truncate(MAX_HITS);
            found.total += 1;
            found.counts.bodies += 1;
            found.weak = found.hits.len();
        }
        if reading.by_date {
            let (filters, _) = self.filters(plan, &reading.query);
            let date = |hit: &Hit| filters.coming(plan, hit.node, reading.query.today);
            let subjects = usize::from(reading.subject.is_some());
            let hits = found.hits.get_mut(subjects..).unwrap_or_default();
            hits.sort_by_cached_key(|hit| date(hit).map(Date::last_day));
            let first = hits.first().and_then(|hit| Some((date(hit)?, hit.node)));
            found
                .notes
                .extend(first.map(|(date, node)| Note::NextDue(date, node)));
        }
        if reading.newest {
            let dated = |hit: &Hit| hit.node.document().and_then(|id| plan[id].dated);
            found.hits.sort_by_key(|hit| Reverse(dated(hit)));
        }
        if reading.not_begun {
            found.notes.push(Note::NotBegun);
        }
        if let Some(body) = reading.subject.filter(|_| reading.of_roles) {
            let rows = || plan.responsibilities_of(body).map(|row| row.shown().role);
            found.notes.push(Note::Roles {
                body,
                leads: rows().filter(|role| *role == Role::Lead).count(),
                supports: rows().filter(|role| *role == Role::Support).count(),
            });
        }
        let of = self.sought(plan, &parts, &reading.query);
        // What is due of a body has an answer beside the body itself.
        let is_of_time = matches!(of, Sought::Due { .. } | Sought::Next);
        let subjects = usize::from(reading.subject.is_some() && is_of_time);
        if found.hits.len() <= subjects {
            found.notes.push(Note::NoneSuch {
                of,
                by_words: !reading.rest.is_empty(),
            });
        }
        if reading.of_results_elsewhere {
            found.notes.insert(0, Note::ResultsOfIndicators);
        }
        if reading.counts && !found.hits.is_empty() {
            let kind = parts.iter().find_map(Part::kind).map(str::to_owned);
            let count = found.total - usize::from(reading.subject.is_some());
            found.notes.push(Note::Count { count, kind });
        }
        found.notes.insert(0, Note::ReadAs(parts));
        Some(found)
    }

    /// What filters ask for, to be said where nothing passes them.
    fn sought(&self, plan: &Plan, parts: &[Part], query: &Query) -> Sought {
        let is_kind = |part: &Part| matches!(part, Part::Filter(FilterName::Kind, kind) if plan.kind(kind).is_some());
        let mut others = parts.iter().filter(|part| !is_kind(part));
        if let (Some(Part::Filter(FilterName::Lead, value)), None) = (others.next(), others.next())
            && value == "none"
        {
            return Sought::NoLead;
        }
        let time = parts.iter().find_map(|part| match part {
            Part::Filter(name @ (FilterName::Due | FilterName::By), time) => Some((*name, time)),
            _ => None,
        });
        let of = match time {
            Some((FilterName::Due, time)) if time == NEXT[0] => return Sought::Next,
            Some((FilterName::By, _)) => Dues::Targets,
            Some(_) if parts.len() == 1 => Dues::Ours,
            Some(_) => Dues::Such,
            None => return Sought::Other,
        };
        let mut wide = query.clone();
        let is_time = |name| matches!(name, FilterName::Due | FilterName::By);
        wide.filters.retain(|filter| !is_time(filter.name));
        wide.words.clear();
        let (filters, _) = self.filters(plan, &wide);
        let nodes = plan.nodes().filter(|node| filters.let_through(plan, *node));
        let dates = nodes.filter_map(|node| Some((filters.coming(plan, node, query.today)?, node)));
        Sought::Due {
            time: time.map(|(_, time)| time.clone()).unwrap_or_default(),
            of,
            next: dates.min_by_key(|(date, _)| date.last_day()),
        }
    }

    /// Ranks the bodies by how much they lead of what passes the filters, or issued of it.
    fn most(&self, plan: &Plan, reading: &Reading) -> Found {
        let (filters, notes) = self.filters(plan, &reading.query);
        let issued = |body| {
            let documents = plan.documents().filter(|(id, document)| {
                document.issuers.contains(&body) && filters.let_through(plan, Node::Document(*id))
            });
            documents.count()
        };
        let mut counted: Vec<(usize, BodyId)> = plan
            .bodies()
            .map(|(id, _)| {
                if reading.parts.contains(&Part::MostIssued) {
                    return (issued(id), id);
                }
                let led = plan.responsibilities_of(id).filter(|charge| {
                    let item = matches!(charge.item, Node::Item(_));
                    let leads = charge.shown().leads();
                    item && leads && filters.let_through(plan, charge.item)
                });
                (led.count(), id)
            })
            .filter(|(count, _)| *count > 0)
            .collect();
        counted.sort_by_key(|(count, _)| Reverse(*count));
        let hits: Vec<Hit> = counted
            .iter()
            .take(MAX_HITS)
            .map(|(count, id)| Hit {
                score: i64::try_from(*count).unwrap_or(i64::MAX),
                ..Hit::of(Node::Body(*id), Tier::Word)
            })
            .collect();
        Found {
            weak: hits.len(),
            total: counted.len(),
            counts: Counts {
                bodies: counted.len(),
                ..Counts::default()
            },
            hits,
            notes,
        }
    }
}

/// The first hit is an item or a document that has all words in its names.
fn has_item_so_named(found: &Found) -> bool {
    let first = found.hits.first();
    first.is_some_and(|hit| {
        let is_item = matches!(hit.node, Node::Item(_) | Node::Document(_));
        is_item && hit.tier <= Tier::Pinyin && hit.field.class() <= FieldClass::Alias
    })
}

/// The plan itself.
fn of_plan(notes: Vec<Note>) -> Found {
    Found {
        hits: vec![Hit::of(Node::Plan, Tier::Exact)],
        weak: 1,
        total: 1,
        counts: Counts {
            items: 1,
            ..Counts::default()
        },
        notes,
    }
}

/// The two nodes that are to be compared.
fn side_by_side(pair: [Node; 2]) -> Found {
    Found {
        notes: vec![Note::Compare(pair)],
        ..Found::just(&pair)
    }
}
