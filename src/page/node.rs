//! What is said of a node: the answer to "who is responsible" first, then what it is, what is to be
//! reached, what it hangs together with, and where all this comes from.

mod body;
mod document;
mod plan;
mod responsible;

pub use responsible::overdue;

use super::build::{Builder, Piece};
use super::measure::measure;
use super::{Goal, Head, Page, Style, TAB, Tone, wrap};
use crate::model::{
    Confidence, Date, DocumentId, ItemId, Lang, Node, Plan, Responsibility, Source, Target, Text,
};
use crate::words::page::{self as labels, Page as Labels};
use crate::words::who as words;

/// The page of a node.
#[must_use]
pub fn node(plan: &Plan, node: Node, style: &Style) -> Page {
    let mut writer = Writer::new(plan, style);
    match node {
        Node::Plan => writer.plan_page(),
        Node::Item(id) => writer.item_page(id),
        Node::Body(id) => writer.body_page(id),
        Node::Document(id) => writer.document_page(id),
    }
    writer.out.finish()
}

/// Everything that is known of who answers for a node, or of what a body answers for: each row with
/// its basis, its note, its certainty and its sources.
#[must_use]
pub fn who(plan: &Plan, of: Node, style: &Style) -> Page {
    let mut writer = Writer::new(plan, style);
    match of {
        Node::Plan | Node::Item(_) => writer.who_page(of),
        Node::Body(id) => writer.body_page(id),
        Node::Document(id) => writer.document_page(id),
    }
    writer.out.finish()
}

/// Columns for labels, up to the next tab stop.
const MARGIN: usize = TAB as usize;

/// Writes pages: the plan, how it is to look, the words, and the lines so far.
pub(super) struct Writer<'a> {
    pub(super) plan: &'a Plan,
    pub(super) style: &'a Style,
    pub(super) labels: &'static Labels,
    pub(super) out: Builder,
}

impl<'a> Writer<'a> {
    pub(super) fn new(plan: &'a Plan, style: &'a Style) -> Writer<'a> {
        let out = Builder::new(style.width, MARGIN)
            .charset(style.charset)
            .tight(style.head != Head::Full)
            .up_to(style.most);
        Writer {
            plan,
            style,
            labels: labels::page(style.lang),
            out,
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.style.lang
    }

    /// What a node's id looks like in a list: a body is known by its abbreviation.
    pub(super) fn sign(&self, node: Node) -> Piece {
        Piece::new(
            super::sign(self.plan, node),
            super::id_tone(self.plan, node),
        )
    }

    /// A link to a node: its sign and its short name.
    pub(super) fn link(&self, node: Node) -> Vec<Piece> {
        let label = self.plan.label(node, self.lang()).to_owned();
        vec![
            self.sign(node).to(Goal::Node(node)),
            Piece::plain(" "),
            Piece::plain(label).to(Goal::Node(node)),
        ]
    }

    /// The first lines of every page: sign, kind, certainty; the names in both languages.
    pub(super) fn head(&mut self, node: Node, kind: &str, name: &Text) {
        match self.style.head {
            Head::Full => {}
            Head::Line => return self.short_head(node),
            Head::None => return,
        }
        let mut first = vec![
            self.sign(node),
            Piece::plain("  "),
            Piece::new(kind, Tone::Quiet),
        ];
        let sure = words::confidence(self.lang(), self.plan.confidence(node));
        if !sure.is_empty() {
            let tone = if self.plan.confidence(node) == Confidence::Low {
                Tone::Warn
            } else {
                Tone::Quiet
            };
            first.extend([Piece::plain("  "), Piece::new(sure, tone)]);
        }
        let (origin, extended) = super::origin(self.plan, node);
        if origin {
            first.extend([Piece::plain("  "), Piece::new(self.labels.ours, Tone::Ours)]);
        } else if extended {
            first.extend([
                Piece::plain("  "),
                Piece::new(self.labels.extended, Tone::Ours),
            ]);
        }
        self.out.line(first);
        let mut shown = vec![Piece::new(name.get(self.lang()), Tone::Strong)];
        shown.extend(self.only_other(name));
        self.out.line(shown);
        if let (Some(other), Some(_)) = (name.own(self.lang().other()), name.own(self.lang())) {
            self.out.line(vec![Piece::plain(other)]);
        }
    }

    /// Sign and short name on one line.
    fn short_head(&mut self, node: Node) {
        let label = self.plan.label(node, self.lang());
        let label = self.style.charset.fit(label);
        let spans = [
            self.sign(node),
            Piece::plain(" "),
            Piece::new(label, Tone::Strong),
        ];
        self.out
            .raw(spans.into_iter().map(Piece::into_span).collect());
    }

    /// A text in the chosen language as a block of its own, if there is one.
    pub(super) fn text(&mut self, label: &str, text: &Text) {
        if text.is_empty() {
            return;
        }
        let mut pieces = vec![Piece::plain(text.get(self.lang()))];
        pieces.extend(self.only_other(text));
        self.out.field(label, pieces);
    }

    /// A text over the whole width.
    fn paragraph(&mut self, text: &Text) {
        let mut pieces = vec![Piece::plain(text.get(self.lang()))];
        pieces.extend(self.only_other(text));
        if !text.is_empty() {
            self.out.line(pieces);
        }
    }

    /// A mark, where a text is shown in the other language because there is none in the chosen one.
    fn only_other(&self, text: &Text) -> Option<Piece> {
        let missing = text.own(self.lang()).is_none() && !text.is_empty();
        missing.then(|| Piece::new(format!(" {}", self.labels.only_other), Tone::Quiet))
    }

    /// Several nodes, each a link on a line of its own.
    pub(super) fn nodes(&mut self, label: &str, nodes: impl IntoIterator<Item = Node>) {
        let mut label = label;
        for node in nodes {
            if self.out.is_full() {
                return;
            }
            let link = self.link(node);
            self.out.field(label, link);
            label = "";
        }
    }

    /// A note whose first words say that something is unconfirmed stands before the rest.
    fn item_page(&mut self, id: ItemId) {
        let plan = self.plan;
        let item = &plan[id];
        let kind = plan[item.kind].name.get(self.lang()).to_owned();
        self.head(Node::Item(id), &kind, &item.name);
        if item.confidence == Confidence::Low && !item.note.is_empty() {
            self.out
                .line(vec![Piece::new(item.note.get(self.lang()), Tone::Warn)]);
        }
        self.out.gap();
        self.responsible(Node::Item(id));
        self.out.gap();
        self.paragraph(&item.summary);
        if let Some(figures) = &item.measure {
            self.out.gap();
            measure(self, figures);
        }
        self.targets(&item.targets);
        if !item.parts.is_empty() {
            self.out.gap();
            self.parts(id);
        }
        self.out.gap();
        self.text(self.labels.category, &item.category);
        self.nodes(self.labels.part_of, plan.ancestors(id).map(Node::Item));
        self.nodes(
            self.labels.contains,
            plan.children(id).iter().copied().map(Node::Item),
        );
        self.nodes(self.labels.related, plan.related(Node::Item(id)));
        self.out.gap();
        self.documents(id);
        if item.confidence != Confidence::Low {
            self.text(self.labels.note, &item.note);
        }
        self.text(self.labels.news, &item.seed_name);
        self.aliases(Node::Item(id));
        self.sources(plan.grounds(Node::Item(id)));
    }

    fn parts(&mut self, id: ItemId) {
        let mut label = self.labels.parts;
        for part in &self.plan[id].parts {
            let mut pieces = vec![Piece::plain(part.name.get(self.lang()))];
            pieces.extend(self.doubt(part.confidence));
            if part.origin.is_overlay() {
                pieces.push(Piece::new(
                    words::aside(self.lang(), self.labels.ours),
                    Tone::Ours,
                ));
            }
            self.out.field(label, pieces);
            label = "";
        }
    }

    /// " (unconfirmed)", where that is so.
    pub(super) fn doubt(&self, confidence: Option<Confidence>) -> Option<Piece> {
        let word = words::confidence(self.lang(), confidence?);
        (!word.is_empty()).then(|| Piece::new(words::aside(self.lang(), word), Tone::Warn).whole())
    }

    /// Targets by date, those of other documents marked as such.
    fn targets(&mut self, targets: &[Target]) {
        let mut last: Option<Date> = None;
        for target in targets {
            if last.is_none() {
                self.out.gap();
            }
            let label = if last == Some(target.by) {
                String::new()
            } else {
                target.by.to_string()
            };
            let pieces = self.target(target);
            self.out.field(&label, pieces);
            last = Some(target.by);
        }
    }

    /// What a target says, and whose it is.
    pub(super) fn target(&self, target: &Target) -> Vec<Piece> {
        let mut pieces = vec![Piece::plain(target.text.get(self.lang()))];
        if let Some(document) = target.document {
            let name = self.cited(document);
            let blank = if self.lang() == Lang::En { " " } else { "" };
            let said = format!("{}{blank}{name}", self.labels.target_of);
            let said = words::aside(self.lang(), &said);
            pieces.push(Piece::new(said, Tone::Quiet).to(Goal::Node(Node::Document(document))));
        }
        if target.origin.is_overlay() {
            pieces.push(Piece::new(
                words::aside(self.lang(), self.labels.ours),
                Tone::Ours,
            ));
        }
        pieces
    }

    /// A document's name with its date.
    pub(super) fn cited(&self, id: DocumentId) -> String {
        words::cite(
            self.lang(),
            self.plan[id].name.get(self.lang()),
            self.plan[id].dated,
        )
    }

    /// The documents that an item's responsibilities and targets rest on.
    fn documents(&mut self, id: ItemId) {
        let rows = self
            .plan
            .responsible(Node::Item(id))
            .iter()
            .flat_map(Responsibility::rows);
        let cited = rows.filter_map(|row| row.document);
        let targets = self.plan[id]
            .targets
            .iter()
            .filter_map(|target| target.document);
        let mut documents: Vec<DocumentId> = cited.chain(targets).collect();
        documents.sort_unstable();
        documents.dedup();
        self.nodes(
            self.labels.documents,
            documents.into_iter().map(Node::Document),
        );
    }

    pub(super) fn aliases(&mut self, node: Node) {
        let names: Vec<&str> = self
            .plan
            .aliases(node)
            .iter()
            .map(|alias| &**alias)
            .collect();
        if !names.is_empty() {
            self.out.field(
                self.labels.aliases,
                vec![Piece::plain(names.join(words::who(self.lang()).list))],
            );
        }
    }

    /// Where statements come from: documents as links, addresses to copy.
    pub(super) fn sources(&mut self, sources: Vec<&Source>) {
        let mut label = self.labels.sources;
        for source in sources {
            let pieces = self.source(source);
            self.out.field(label, pieces);
            label = "";
        }
    }

    pub(super) fn source(&self, source: &Source) -> Vec<Piece> {
        match source {
            Source::Document(id) => self.link(Node::Document(*id)),
            Source::Address(address) => {
                vec![Piece::plain(&**address).to(Goal::Address(address.to_string()))]
            }
        }
    }
}

/// Columns that a text takes, for those who lay out beside a page.
pub(super) fn room(text: &str) -> usize {
    wrap::width(text)
}
