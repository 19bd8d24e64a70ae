//! The description of an item: who answers for it, what it is, what is to be reached, its place in
//! the plan, its documents and sources.

use super::basis::{own_work, state};
use super::card::{Entry, Extra, Section};
use super::figures::aims_of;
use super::names::sign_in;
use super::text::{Goal, TextRole, TextRun};
use super::writer::{Blocks, Writer};
use crate::i18n::search::search;
use crate::i18n::who;
use crate::model::sheet::Column;
use crate::model::{
    Confidence, Date, DocumentId, Item, ItemId, Lang, Node, Outcome, Part, Plan, Responsibility,
    Target,
};

/// So many of the nodes above an item are named: each leads on, and a chain of thousands would be
/// written thousands of times.
const LEVELS: usize = 32;

/// By when a node is due and how it stands, as our own office has it, or else the years of its targets.
pub(super) fn by_when(plan: &Plan, node: Node, today: Option<Date>, lang: Lang) -> String {
    let fixed = who::who(lang);
    let own = own_work(plan, node, today).map(|row| {
        let due = row
            .due
            .map(|due| format!("{} {}", fixed.due, who::date(lang, due)));
        let state = state(row, lang, today);
        let said = due.into_iter().chain([state.to_owned()]);
        let said: Vec<String> = said.filter(|part| !part.is_empty()).collect();
        said.join(fixed.comma)
    });
    let own = own.filter(|own| !own.is_empty());
    let aims = || {
        let aims = node.item().map(|id| aims_of(plan, id, lang));
        let mut years: Vec<u16> = aims.into_iter().flatten().map(|aim| aim.year).collect();
        years.sort_unstable();
        years.dedup();
        let years: Vec<String> = years.iter().map(u16::to_string).collect();
        search(lang).targets_by(&years.join(fixed.list))
    };
    search(lang).by_when(&sign_in(plan, node, lang), &own.unwrap_or_else(aims))
}

/// What an item is part of.
pub(super) fn part_of(plan: &Plan, node: Node, lang: Lang) -> String {
    let above = node.item().and_then(|id| plan[id].parent).map(Node::Item);
    let above = above.map(|above| {
        let (sign, name) = (sign_in(plan, above, lang), plan.label(above, lang));
        format!("{sign} {name}")
    });
    search(lang).part_of(&sign_in(plan, node, lang), &above.unwrap_or_default())
}

impl Writer<'_> {
    pub(super) fn item(&self, id: ItemId) -> Blocks {
        let (plan, labels, node) = (self.plan, self.labels, Node::Item(id));
        let item = &plan[id];
        // The note of an unconfirmed item says what is unconfirmed: it comes next to the answer.
        let mut warning = self.paragraph(labels.note, &item.note, TextRole::Doubt);
        let mut note = self.note(&item.note);
        if item.confidence == Confidence::Low {
            note.entries.clear();
        } else {
            warning.entries.clear();
        }
        let verdict = plan.verdict(node);
        let is_known = verdict.is_some_and(|verdict| verdict.outcome != Outcome::None);
        vec![
            vec![],
            self.own_date(node).into_iter().collect(),
            // What came of a target is what its page is opened for; that nothing is known of it is not.
            self.result(id).filter(|_| is_known).into_iter().collect(),
            self.responsibility_sections(node),
            self.result(id).filter(|_| !is_known).into_iter().collect(),
            vec![warning],
            vec![self.paragraph(labels.summary, &item.summary, TextRole::Plain)],
            self.measure(id).into_iter().collect(),
            self.targets(item),
            vec![self.parts(item)],
            vec![
                self.text(self.heading(Column::Category), &item.category)
                    .beside(),
                self.links(
                    labels.part_of,
                    plan.ancestors(id).take(LEVELS).map(Node::Item),
                )
                .beside(),
                self.links(
                    labels.contains,
                    plan.children(id).iter().copied().map(Node::Item),
                )
                .beside(),
                self.links(labels.related, plan.related(node)).beside(),
            ],
            vec![
                self.documents(labels.documents, &self.cited(id)).beside(),
                note,
                self.text(self.heading(Column::SeedName), &item.seed_name)
                    .folded(Extra::Press, 1),
                self.aliases(node),
                self.overlays(node),
                self.sources(node),
            ],
        ]
    }

    fn parts(&self, item: &Item) -> Section {
        let entry = |part: &Part| {
            let mut runs = self.runs(&part.name, TextRole::Plain);
            runs.extend(self.ours(part.origin));
            Entry {
                doubt: self.doubt(part.confidence),
                ..Entry::text(runs)
            }
        };
        Self::facts(self.labels.parts, item.parts.iter().map(entry).collect())
    }

    /// Targets: a section a date, in the order of the file.
    fn targets(&self, item: &Item) -> Vec<Section> {
        let same = item.targets.chunk_by(|one, other| one.by == other.by);
        let section = |targets: &[Target]| {
            let entries = targets
                .iter()
                .map(|target| Entry::text(self.target(target)));
            let by = targets.first().map(|target| target.by.to_string());
            Self::facts(&by.unwrap_or_default(), entries.collect())
        };
        same.map(section).collect()
    }

    /// What a target says, and whose it is.
    pub(super) fn target(&self, target: &Target) -> Vec<TextRun> {
        let lang = self.lang();
        let mut runs = self.runs(&target.text, TextRole::Plain);
        if let Some(id) = target.document {
            let document = &self.plan[id];
            let cited = who::cite(lang, document.name.get(lang), document.dated);
            let blank = if lang == Lang::En { " " } else { "" };
            let of = format!("{}{blank}{cited}", self.labels.target_of);
            let run = TextRun::new(who::aside(lang, &of), TextRole::Quiet);
            runs.push(run.to(Goal::Node(Node::Document(id))));
        }
        runs.extend(self.ours(target.origin));
        runs
    }

    /// The documents that an item's responsibilities and targets rest on, in plan order.
    fn cited(&self, id: ItemId) -> Vec<DocumentId> {
        let answers = self.plan.responsible(Node::Item(id)).iter();
        let rows = answers.flat_map(Responsibility::rows);
        let targets = self.plan[id].targets.iter();
        let mut documents: Vec<DocumentId> = rows
            .filter_map(|row| row.document)
            .chain(targets.filter_map(|target| target.document))
            .collect();
        documents.sort_unstable();
        documents.dedup();
        documents
    }
}
