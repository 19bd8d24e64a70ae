//! The answer to a question about a set, with what is to be said of it.

use std::cmp::Reverse;

use super::{AnswerForm, Reading, Says, Topic};
use crate::model::{BodyId, Node, Plan, Role};
use crate::query::{Dues, FilterName, NEXT, Note, Part, Query, Sought};
use crate::search::index::{Cancelled, Stopped};
use crate::search::pattern::Term;
use crate::search::rank::MAX_HITS;
use crate::search::{AskedOf, Counts, Found, Hit, Index, Tier};

impl Index {
    /// Answers a question about a set; about one of all kinds if there is none of the kind asked for.
    pub(in crate::search) fn search_read_widely(
        &self,
        plan: &Plan,
        reading: &Reading,
        cancelled: Cancelled<'_>,
    ) -> Result<Found, Stopped> {
        let subjects = usize::from(reading.subject.is_some());
        let mut found = self.search_read(plan, reading, cancelled)?;
        if reading.says == Says::OtherKinds && subjects > 0 && found.hits.len() > subjects {
            let all = reading.of_all_kinds();
            let others = self.search_read(plan, &all, cancelled)?.counts.items;
            let others = others - found.counts.items;
            let kind = reading.parts.iter().find_map(Part::kind);
            if let Some(kind) = kind.filter(|_| others > 0) {
                found.notes.push(Note::OtherKinds {
                    count: others,
                    kind: kind.to_owned(),
                    all: all.parts,
                });
            }
        }
        if !reading.widens || found.hits.len() > subjects {
            return Ok(found);
        }
        let mut wide = self.search_read(plan, &reading.of_all_kinds(), cancelled)?;
        let kind = reading.parts.iter().find_map(Part::kind);
        if reading.says != Says::Count {
            // None of the kind that was asked for.
            let none = kind.map(|kind| Note::Count {
                count: 0,
                kind: Some(kind.to_owned()),
            });
            wide.notes.extend(none);
        }
        Ok(if wide.hits.len() > subjects {
            wide
        } else {
            found
        })
    }

    /// Answers a question about a set.
    pub(in crate::search) fn search_read(
        &self,
        plan: &Plan,
        reading: &Reading,
        cancelled: Cancelled<'_>,
    ) -> Result<Found, Stopped> {
        let mut parts = reading.parts.clone();
        let mut found = if reading.form == AnswerForm::Ranking {
            self.most(plan, reading)
        } else {
            self.search_words(plan, &reading.query, cancelled)?
        };
        let unread = self.unread(reading, &found, cancelled);
        if !unread.is_empty() {
            // What the plan does not have beside the filters is not understood.
            let mut query = reading.query.clone();
            query.words.clear();
            found = self.search_words(plan, &query, cancelled)?;
            found.notes.push(Note::NotRead(unread));
        } else if !reading.rest.is_empty() {
            parts.push(Part::Words(reading.rest.join(" ")));
        }
        if let Some(body) = reading.subject {
            found.put_first(Node::Body(body));
        }
        let subjects = usize::from(reading.subject.is_some());
        match reading.form {
            AnswerForm::Nodes | AnswerForm::Ranking => {}
            AnswerForm::Newest => {
                let dated = |hit: &Hit| hit.node.document().and_then(|id| plan[id].dated);
                found.hits.sort_by_key(|hit| Reverse(dated(hit)));
            }
            AnswerForm::ByDate => {
                let (filters, _) = self.filters(plan, &reading.query);
                let date = |hit: &Hit| filters.coming(plan, hit.node, reading.query.today);
                let hits = found.hits.iter().skip(subjects);
                let dated = hits.filter_map(|hit| Some((date(hit)?, hit.node)));
                let first = dated.min_by_key(|(date, _)| date.last_day());
                let next = first.map(|(date, node)| Note::NextDue(date, node));
                found.notes.extend(next);
            }
            AnswerForm::Roles => found
                .notes
                .extend(reading.subject.map(|body| roles(plan, body))),
        }
        let of = self.sought(plan, &parts, &reading.query);
        // What is due of a body has an answer beside the body itself.
        let is_of_time = matches!(of, Sought::Due { .. } | Sought::Next);
        let least = if is_of_time { subjects } else { 0 };
        if found.hits.len() <= least {
            found.notes.push(Note::NoneSuch {
                of,
                by_words: !reading.rest.is_empty(),
            });
        }
        if reading.says == Says::Count && !found.hits.is_empty() {
            let kind = parts.iter().find_map(Part::kind).map(str::to_owned);
            let count = found.total - subjects;
            found.notes.push(Note::Count { count, kind });
        }
        found.asked_of = reading.asked_of();
        let first = std::iter::once(Note::ReadAs(parts)).chain(reading.notes.iter().cloned());
        found.notes.splice(0..0, first);
        Ok(found)
    }

    /// The words beside the filters of a question that no text has, if nothing was found by them.
    fn unread(&self, reading: &Reading, found: &Found, cancelled: Cancelled<'_>) -> Vec<String> {
        let full = |hit: &Hit| hit.tier < Tier::Typo;
        if reading.topic == Topic::Indicator || found.hits.first().is_some_and(full) {
            return Vec::new();
        }
        let known = |word: &str| self.has_word(&Term::loose(word), cancelled);
        let words = reading.query.words.iter().map(|word| word.text.clone());
        words.filter(|word| known(word) == Ok(false)).collect()
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
            .filter(|(count, _)| (*count == 0) == reading.parts.contains(&Part::LeadsNothing))
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
            by_date: false,
            asked_of: AskedOf::default(),
        }
    }
}

/// How often a body has which role.
fn roles(plan: &Plan, body: BodyId) -> Note {
    let rows = || plan.responsibilities_of(body).map(|row| row.shown().role);
    Note::Roles {
        body,
        leads: rows().filter(|role| *role == Role::Lead).count(),
        supports: rows().filter(|role| *role == Role::Support).count(),
    }
}

impl Found {
    /// Puts what a question is about before what it has.
    fn put_first(&mut self, node: Node) {
        self.hits.insert(0, Hit::of(node, Tier::Exact));
        self.hits.truncate(MAX_HITS);
        self.total += 1;
        self.counts.bodies += usize::from(matches!(node, Node::Body(_)));
        self.weak = self.hits.len();
    }
}
