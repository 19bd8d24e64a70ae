//! What goes over many nodes: answers to a query, who answers for what, figures, targets by year,
//! bookmarks, earlier queries.

use super::{Passage, PlainSession, Sentence, Topic};
use crate::describe::{self, figures, short_name, targets};
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{KindId, Matrix, Node, Role};
use crate::query::Query;

impl PlainSession {
    /// What a query finds.
    pub(super) fn found(&self, input: &str) -> Passage {
        let words = self.words();
        let query = Query::parse(input).on(self.start.today);
        let found = self.index.search(&self.plan, &query);
        let notes = found.notes.iter();
        let mut head: Vec<String> = notes
            .map(|note| describe::note(&self.plan, note, self.lang()))
            .collect();
        if found.hits.is_empty() {
            if !found.is_none_such() {
                head.push(words.nothing(input));
            }
            return (head, Vec::new());
        }
        head.push(words.answers(found.total, input));
        let order = describe::order(&found, self.lang());
        if !order.is_empty() {
            head.push(order.to_owned() + words.stop);
        }
        let counts = describe::counts(&self.plan, &query, &found, self.lang());
        if !counts.is_empty() {
            head.push(counts + words.stop);
        }
        let mut lines = Vec::with_capacity(found.hits.len());
        for (place, hit) in found.hits.iter().enumerate() {
            if place > 0 && place == found.weak {
                lines.push(Sentence::text(words.weak));
            }
            let verdict = found.read_as().and(self.plan.verdict(hit.node));
            let verdict = verdict.map(|one| {
                let (texts, signs) = (results(self.lang()), who::who(self.lang()));
                let between = signs.stop.trim_start_matches(words.stop);
                [
                    between,
                    texts.label,
                    signs.colon,
                    &texts.of(one),
                    words.stop,
                ]
                .concat()
            });
            let said = self.brief(hit.node) + &verdict.unwrap_or_default();
            lines.push(Sentence::node(hit.node, said));
        }
        let beyond = found.total - found.hits.len();
        if beyond > 0 {
            lines.push(Sentence::text(words.beyond(beyond)));
        }
        (head, lines)
    }

    /// Body by body, what it leads and supports, of one kind or of all.
    pub(super) fn matrix(&self, kind: Option<&str>) -> Passage {
        let (lang, words) = (self.lang(), who::who(self.lang()));
        let all = self.plan.kinds();
        let all = all.filter(|(_, one)| kind.is_none_or(|kind| *one.id == *kind));
        let kinds: Vec<KindId> = all.map(|(id, _)| id).collect();
        let matrix = Matrix::of(&self.plan, &kinds, self.basis);
        let head = self.words().matrix(matrix.rows.len(), matrix.columns.len());
        let lines = matrix.rows.iter().map(|line| {
            let mut said = vec![short_name(&self.plan, line.body, self.lang())];
            for role in [Role::Lead, Role::Support, Role::Issuer] {
                let cells = matrix.columns.iter().zip(&line.roles);
                let ids = cells.filter(|(_, own)| **own == Some(role));
                let ids: Vec<&str> = ids.map(|(&id, _)| &*self.plan[id].id).collect();
                if !ids.is_empty() {
                    said.push(format!(
                        "{} {}",
                        who::does(lang, role),
                        who::ranges(lang, &ids)
                    ));
                }
            }
            Sentence::node(
                Node::Body(line.body),
                said.join(words.comma) + self.words().stop,
            )
        });
        (vec![head], lines.collect())
    }

    /// What is measured, with its figures.
    pub(super) fn figures(&self) -> Vec<Sentence> {
        let measured = self.plan.items().filter(|(_, item)| item.measure.is_some());
        let line = |(id, _): (crate::model::ItemId, _)| {
            let node = Node::Item(id);
            let figures = figures(&self.plan, id, self.names());
            let name = self.names().name(self.plan.name(node));
            let colon = who::who(self.lang()).colon;
            let verdict = self
                .plan
                .verdict(node)
                .map(|one| results(self.lang()).of(one));
            let comma = who::who(self.lang()).comma;
            let verdict = verdict.map_or_else(String::new, |verdict| [comma, &verdict].concat());
            let text = format!("{} {name}{colon}{figures}{verdict}", self.plan.id(node));
            Sentence::node(node, text + self.words().stop)
        };
        measured.map(line).collect()
    }

    /// What must be reached, year by year.
    pub(super) fn targets(&self) -> Vec<Sentence> {
        let targets = targets(&self.plan, self.options());
        let colon = who::who(self.lang()).colon;
        let mut lines = Vec::with_capacity(targets.len());
        for same in targets.chunk_by(|one, other| one.year == other.year) {
            lines.extend(
                same.first()
                    .map(|first| Sentence::text(self.words().by_year(first.year, same.len()))),
            );
            lines.extend(same.iter().map(|target| {
                let node = Node::Item(target.item);
                let name = self.plan.label(node, self.lang());
                let mut text = format!(
                    "{} {name}{colon}{}",
                    self.plan.id(node),
                    target.entry.line(self.lang())
                );
                if let Some(verdict) = &target.verdict {
                    text.extend([who::who(self.lang()).comma, &verdict.text]);
                }
                Sentence::node(node, self.sentence(text))
            }));
        }
        lines
    }

    /// What is missing, a sort of gap after the other.
    pub(super) fn gaps(&self) -> Passage {
        let words = results(self.lang());
        let gaps = describe::gaps(&self.plan, self.names());
        let mut lines = Vec::new();
        for gap in &gaps {
            let section = &gap.section;
            let count = section.entries.len().to_string();
            let heading = [&section.label, who::who(self.lang()).colon, &count].concat();
            lines.push(Sentence::text(heading));
            let nodes = section.entries.iter().filter_map(describe::Entry::node);
            lines.extend(nodes.map(|node| Sentence::node(node, self.brief(node))));
        }
        let head = if gaps.is_empty() {
            words.no_gaps
        } else {
            words.gaps
        };
        (vec![head.to_owned()], lines)
    }

    /// The bookmarked nodes, the newest first.
    pub(super) fn bookmarks(&self) -> Passage {
        let marks = self.start.bookmarks.iter().rev();
        let nodes = marks.filter_map(|id| self.plan.find(id));
        let lines: Vec<Sentence> = nodes
            .map(|node| Sentence::node(node, self.brief(node)))
            .collect();
        let head = match lines.len() {
            0 => Self::keyed(self.screen().no_bookmarks),
            count => self.words().bookmarks(count),
        };
        (vec![head], lines)
    }

    /// Earlier queries, the newest first.
    pub(super) fn earlier(&self) -> Passage {
        let queries = self.start.queries.iter().rev();
        let lines: Vec<Sentence> = queries
            .map(|query| Sentence(Some(Topic::Query(query.clone())), query.clone()))
            .collect();
        let head = match lines.len() {
            0 => self.screen().no_earlier.to_owned(),
            count => self.words().earlier(count),
        };
        (vec![head], lines)
    }
}
