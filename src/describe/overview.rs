//! The overview of a plan: what can be asked of it, how much there is, what was reached, how sure the
//! leads are, who leads most, what is due, what came after. What a plan has nothing of is left out.

use std::collections::HashSet;

use super::card::{Content, Entry, Place, Section, SectionKind};
use super::names::short_name;
use super::strips;
use super::text::{Goal, TextRole, TextRun};
use super::writer::{Blocks, Writer, file_name};
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{
    Basis, BodyId, Gap, ItemId, LeadState, Node, Responsibility, Role, Statement, Status,
};

/// So many dates and later documents are shown.
const SHOWN: usize = 3;
/// So many bodies are shown of those that lead most.
const LEADERS: usize = 5;
/// In a plan with more items, counting all leads would delay the first frame.
const COUNTED: usize = 20_000;

impl Writer<'_> {
    /// The blocks that stand above what the plan says of itself.
    pub(super) fn overview(&self) -> Blocks {
        if self.plan.items().len() == 0 {
            return Vec::new();
        }
        let words = results(self.lang());
        let about = TextRun::plain(if self.plan.tally().total() > 0 {
            words.about_measured
        } else {
            words.about
        });
        let about = Self::section("", SectionKind::Paragraph, vec![Entry::text(vec![about])]);
        let mut blocks = vec![vec![about]];
        let mut rows = self.plan.responsibilities().iter();
        let is_ours =
            !self.plan.overlays().is_empty() || rows.any(|known| known.assigned().next().is_some());
        if is_ours {
            // What an office has to do itself comes before what it only has to know.
            blocks.push(vec![self.due(), self.laid_over()]);
        }
        blocks.push(vec![self.reached()]);
        if self.plan.items().len() > COUNTED {
            blocks.push(vec![self.counts()]);
        } else {
            if let Some(block) = blocks.last_mut() {
                block.push(self.asked());
            }
            let mut known = vec![self.known_leads(), self.counts()];
            if !is_ours {
                known.insert(0, self.due());
            }
            blocks.extend([vec![self.leads_most()], known, vec![self.after()]]);
        }
        for section in blocks.iter_mut().flatten() {
            section.place = Place::First;
        }
        blocks
    }

    /// Questions that can be asked of this plan, each to be run.
    fn asked(&self) -> Section {
        let (plan, lang, words) = (self.plan, self.lang(), results(self.lang()));
        let ask = |text: String, query: String| Entry {
            query: Some(query),
            ..Entry::text(vec![TextRun::plain(text)])
        };
        let mut entries = Vec::new();
        let kinds = plan.kinds().filter(|(_, kind)| kind.primary);
        let items = kinds.flat_map(|(kind, _)| plan.items_of(kind));
        let is_led = |one: &Responsibility| {
            one.shown().role == Role::Lead && one.shown().basis != Basis::Mandate
        };
        let led = items.filter(|&id| plan.responsible(Node::Item(id)).iter().any(is_led));
        // A short name makes a question that fits on a line.
        let shortest = |id: &ItemId| plan.label(Node::Item(*id), lang).chars().count();
        if let Some(id) = led.min_by_key(shortest) {
            let question = words.ask_who(plan.label(Node::Item(id), lang));
            entries.push(ask(question.clone(), question));
        }
        if plan.tally().missed > 0 {
            let question = words.ask_missed.to_owned();
            entries.push(ask(question, "result:missed".to_owned()));
        }
        if !plan.lacking(Gap::Evidence).is_empty() {
            let question = words.ask_inferred.to_owned();
            entries.push(ask(question, "lead:inferred".to_owned()));
        }
        Self::facts(words.ask, entries)
    }

    /// Parts of one line, each with the query that lists it.
    fn in_one_line(label: &str, parts: Vec<(String, Option<String>)>) -> Section {
        let mut runs = Vec::new();
        for (text, query) in parts {
            if !runs.is_empty() {
                runs.push(TextRun::plain("  "));
            }
            let run = TextRun::plain(text).whole();
            runs.push(match query {
                Some(query) => run.to(Goal::Query(query)),
                None => run,
            });
        }
        let entry = (!runs.is_empty()).then(|| Entry::text(runs));
        Self::facts(label, entry.into_iter().collect())
    }

    /// How many targets were reached.
    fn reached(&self) -> Section {
        let parts = strips::tally(self.plan, self.lang());
        let parts = parts.into_iter().map(|entry| {
            let text = entry.line(self.lang());
            (text, entry.query)
        });
        Self::in_one_line(results(self.lang()).indicators_label, parts.collect())
    }

    /// How many items have a lead that is assigned, documented, only inferred.
    fn known_leads(&self) -> Section {
        let (plan, words) = (self.plan, results(self.lang()));
        let shown = [
            (LeadState::Assigned, Some("lead:assigned")),
            (LeadState::Documented, Some("lead:documented")),
            (LeadState::Inferred, Some("lead:inferred")),
            (LeadState::Inherited, None),
        ];
        let mut parts: Vec<(String, Option<String>)> = Vec::new();
        let mut add = |state, count: usize, query: Option<&str>| {
            if count > 0 {
                let text = words.lead_count(count, &words.lead_state(state));
                parts.push((text, query.map(str::to_owned)));
            }
        };
        for (state, query) in shown {
            let has = |id: &ItemId| plan.has_lead(*id, state);
            let count = plan.items().filter(|(id, _)| has(id)).count();
            add(state, count, query);
        }
        add(
            LeadState::None,
            plan.lacking(Gap::Lead).len(),
            Some("lead:none"),
        );
        Self::in_one_line(words.leads_known, parts)
    }

    /// How many items there are of the primary kinds, and how many bodies.
    fn counts(&self) -> Section {
        let (plan, labels) = (self.plan, self.labels);
        let kinds = plan.kinds().filter(|(_, kind)| kind.primary);
        let kinds =
            kinds.map(|(id, kind)| (plan.count(id), kind.plural.get(self.lang()), &*kind.id));
        let bodies = [(plan.bodies().len(), labels.bodies, "body")];
        let parts = kinds.chain(bodies).filter(|(count, _, _)| *count > 0);
        let parts =
            parts.map(|(count, name, id)| (labels.count(count, name), Some(format!("kind:{id}"))));
        Self::in_one_line(labels.contains, parts.collect())
    }

    /// The bodies that lead most, as bars.
    fn leads_most(&self) -> Section {
        let plan = self.plan;
        let count = |id: BodyId| plan.held(id, Some(Role::Lead), self.options.basis).now;
        let mut bodies: Vec<(BodyId, usize)> =
            plan.bodies().map(|(id, _)| (id, count(id))).collect();
        bodies.retain(|(_, count)| *count > 0);
        bodies.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let most = bodies.first().map_or(1, |(_, count)| *count);
        let entries = bodies.into_iter().take(LEADERS).map(|(id, count)| {
            let name = short_name(plan, id, self.lang());
            let share = f64::from(u32::try_from(count).unwrap_or(u32::MAX))
                / f64::from(u32::try_from(most).unwrap_or(u32::MAX));
            Entry {
                content: Content::Figure {
                    head: TextRun::new(name, TextRole::Body).to(Goal::Node(Node::Body(id))),
                    value: TextRun::new(count.to_string(), TextRole::Name),
                    share: Some(share),
                    wanted: None,
                    whose: None,
                },
                ..Entry::default()
            }
        });
        let label = results(self.lang()).leads_most;
        Self::section(label, SectionKind::Measure, entries.collect())
    }

    /// The overlays, each with how many items it assigns.
    fn laid_over(&self) -> Section {
        let plan = self.plan;
        let rows = plan.responsibilities().iter();
        let origins: HashSet<_> = rows
            .flat_map(|known| known.rows().iter().map(|row| (known.item, row.origin)))
            .collect();
        let entries = plan.overlays().iter().map(|overlay| {
            let is_of_it = |origin| {
                plan.overlay(origin)
                    .is_some_and(|one| std::ptr::eq(one, overlay))
            };
            let of_it = origins.iter().filter(|(_, origin)| is_of_it(*origin));
            let name = file_name(&overlay.file);
            let count = results(self.lang()).assignments(of_it.count());
            Entry::text(vec![
                TextRun::plain(name),
                TextRun::plain("  "),
                TextRun::new(count, TextRole::Quiet).whole(),
            ])
        });
        Self::facts(results(self.lang()).our_data, entries.collect())
    }

    /// What is late and what is due next of the organisation's own assignments, a row an item by its
    /// earliest date; how many more items are late.
    fn due(&self) -> Section {
        let lang = self.lang();
        let all = self.plan.responsibilities().iter();
        let rows = all.flat_map(|one| one.assigned().map(move |row| (one.item, row)));
        let rows = rows.filter(|(_, row)| !row.is_closed());
        let (mut late, mut next): (Vec<_>, Vec<_>) =
            rows.partition(|(_, row)| row.needs_attention(self.options.today));
        next.retain(|(_, row)| row.due.is_some());
        let mut seen = HashSet::new();
        for rows in [&mut late, &mut next] {
            rows.sort_by_key(|(_, row)| row.urgency());
            rows.retain(|(node, _)| seen.insert(*node));
        }
        let shown = late
            .len()
            .min(SHOWN.saturating_sub(usize::from(!next.is_empty())));
        let (first, more) = late.split_at(shown);
        let mut entries: Vec<Entry> = first.iter().map(|one| self.due_one(*one)).collect();
        if !more.is_empty() {
            let text = results(lang).more_late(more.len());
            entries.push(Entry {
                query: Some("is:late".to_owned()),
                ..Entry::text(vec![TextRun::new(text, TextRole::Warn)])
            });
        }
        let left = SHOWN - shown;
        entries.extend(next.into_iter().take(left).map(|one| self.due_one(one)));
        Self::facts(results(lang).due, entries)
    }

    /// An item with the date of an assignment, and that it is late or overdue.
    fn due_one(&self, (node, row): (Node, &Statement)) -> Entry {
        let lang = self.lang();
        let mut runs = self.link(node).runs(lang);
        let date = row.due.map(|due| who::date(lang, due)).unwrap_or_default();
        if !date.is_empty() {
            runs.push(TextRun::new(format!("  {date}"), TextRole::Quiet));
        }
        let said = match row.status {
            Some(Status::Late) => Some(who::status(lang, Status::Late)),
            _ if row.is_overdue(self.options.today) => Some(who::who(lang).overdue),
            _ => None,
        };
        runs.extend(said.map(|said| TextRun::new(who::aside(lang, said), TextRole::Warn)));
        Entry::text(runs)
    }

    /// Documents that came after the plan's period, the newest first.
    fn after(&self) -> Section {
        let to = self.plan.info().period.map_or(u16::MAX, |(_, to)| to);
        let mut later: Vec<_> = self
            .plan
            .documents()
            .filter_map(|(id, one)| Some((one.dated.filter(|dated| dated.year > to)?, id)))
            .collect();
        later.sort_by_key(|(dated, _)| std::cmp::Reverse(*dated));
        let nodes = later
            .into_iter()
            .take(SHOWN)
            .map(|(_, id)| Node::Document(id));
        self.links(results(self.lang()).after, nodes)
    }

    /// The bodies with which a body answers for most items together.
    pub(super) fn works_with(&self, id: BodyId) -> Section {
        let mut runs = Vec::new();
        for (body, count) in self.plan.works_with(id).into_iter().take(2 * SHOWN) {
            if !runs.is_empty() {
                runs.push(TextRun::plain("  "));
            }
            runs.push(self.short(body));
            runs.push(TextRun::new(format!(" {count}"), TextRole::Quiet));
        }
        let entry = (!runs.is_empty()).then(|| Entry::text(runs));
        Self::facts(results(self.lang()).works_with, entry.into_iter().collect())
    }
}
