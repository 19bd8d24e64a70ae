//! What all descriptions are written with: the plan, the options, labelled sections of texts, links
//! and sources.

use super::card::{Content, Entry, Extra, Head, Place, Section, SectionKind};
use super::names::{self, Names, sign, sign_in};
use super::text::{Goal, TextRole, TextRun};
use crate::i18n::describe::{Describe as Labels, describe as labels};
use crate::i18n::who;
use crate::model::sheet::{Column, heading};
use crate::model::{
    BasisFilter, BodyId, Confidence, Date, DocumentId, Lang, Node, Origin, Plan, Source, Text,
};

/// For whom a node is described.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DescribeOptions<'a> {
    /// The language, and whether names are given in both.
    pub names: Names,
    /// Which responsibilities count.
    pub basis: BasisFilter,
    /// The key that changes which count; empty where all do.
    pub basis_key: &'a str,
    /// Today, to tell what is overdue; `None` where it is not known.
    pub today: Option<Date>,
    /// Entries of one section that are wanted, for renderers with room for no more.
    pub limit: Option<usize>,
}

impl From<Names> for DescribeOptions<'_> {
    fn from(names: Names) -> Self {
        DescribeOptions {
            names,
            ..DescribeOptions::default()
        }
    }
}

/// Sections in blocks; the first block belongs to the head.
pub(super) type Blocks = Vec<Vec<Section>>;

/// Writes the description of nodes of one plan.
pub(super) struct Writer<'a> {
    pub(super) plan: &'a Plan,
    pub(super) options: DescribeOptions<'a>,
    pub(super) labels: &'static Labels,
}

impl<'a> Writer<'a> {
    pub(super) fn new(plan: &'a Plan, options: DescribeOptions<'a>) -> Writer<'a> {
        Writer {
            plan,
            options,
            labels: labels(options.names.lang),
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.options.names.lang
    }

    /// What a field is called: the heading of its column in a sheet.
    pub(super) fn heading(&self, column: Column) -> &'static str {
        heading(column, self.lang())
    }

    /// Entries of one section that are worth making: one more than wanted shows that there are more.
    pub(super) fn limit(&self) -> usize {
        self.options
            .limit
            .map_or(usize::MAX, |most| most.saturating_add(1))
    }

    /// What a node is.
    pub(super) fn head(&self, node: Node) -> Head {
        let (plan, lang, names) = (self.plan, self.lang(), self.options.names);
        let name = plan.name(node);
        let other = name.other(lang).filter(|_| name.own(lang).is_some());
        let confidence = plan.confidence(node);
        let ours = match (
            plan.origin(node).is_overlay(),
            plan.extended_by(node).is_empty(),
        ) {
            (true, _) => self.labels.ours,
            (false, false) => self.labels.extended,
            (false, true) => "",
        };
        Head {
            node,
            id: plan.id(node).to_owned(),
            sign: TextRun::new(sign_in(plan, node, lang), TextRole::of(plan, node)),
            kind: names::kind(plan, node, lang).to_owned(),
            name: names.name(name),
            label: plan.label(node, lang).to_owned(),
            other: other.filter(|_| !names.both).map(str::to_owned),
            doubt: who::confidence(lang, confidence),
            is_low: confidence == Confidence::Low,
            ours,
        }
    }

    /// A section of entries; it is left out where there are none.
    pub(super) fn section(label: &str, kind: SectionKind, entries: Vec<Entry>) -> Section {
        Section {
            label: label.to_owned(),
            kind,
            block: 0,
            place: Place::Text,
            entries,
        }
    }

    /// A section of plain facts.
    pub(super) fn facts(label: &str, entries: Vec<Entry>) -> Section {
        Self::section(label, SectionKind::Facts, entries)
    }

    /// A section of one run of text; none where it is empty.
    fn one(label: &str, kind: SectionKind, runs: Vec<TextRun>) -> Section {
        let entry = (!runs.is_empty()).then(|| Entry::text(runs));
        Self::section(label, kind, entry.into_iter().collect())
    }

    /// A section of one line; none where it is empty.
    pub(super) fn line(label: &str, line: impl Into<String>) -> Section {
        let mut runs = vec![TextRun::plain(line)];
        runs.retain(|run| !run.text.is_empty());
        Self::one(label, SectionKind::Facts, runs)
    }

    /// A section of one text; none where it is empty.
    pub(super) fn text(&self, label: &str, text: &Text) -> Section {
        Self::one(label, SectionKind::Facts, self.runs(text, TextRole::Plain))
    }

    /// A section of running text; none where it is empty.
    pub(super) fn paragraph(&self, label: &str, text: &Text, role: TextRole) -> Section {
        Self::one(label, SectionKind::Paragraph, self.runs(text, role))
    }

    /// A text in the chosen language, marked where there is none and the other one is shown.
    pub(super) fn runs(&self, text: &Text, role: TextRole) -> Vec<TextRun> {
        if text.is_empty() {
            return Vec::new();
        }
        let mut runs = vec![TextRun::new(text.get(self.lang()), role)];
        if text.own(self.lang()).is_none() {
            let mark = format!(" {}", self.labels.only_other);
            runs.push(TextRun::new(mark, TextRole::Quiet));
        }
        runs
    }

    /// An entry that links to a node.
    pub(super) fn link(&self, node: Node) -> Entry {
        let goal = Goal::Node(node);
        let sign = sign_in(self.plan, node, self.lang());
        let mut name = self.options.names.label(self.plan, node);
        if name == sign {
            name.clear();
        }
        let role = TextRole::of(self.plan, node);
        Entry {
            content: Content::Node {
                sign: TextRun::new(sign, role).to(goal.clone()),
                name: TextRun::plain(name).to(goal),
            },
            ..Entry::default()
        }
    }

    /// A section of links.
    pub(super) fn links(&self, label: &str, nodes: impl IntoIterator<Item = Node>) -> Section {
        let nodes = nodes.into_iter().take(self.limit());
        let entries = nodes.map(|node| self.link(node));
        Self::facts(label, entries.collect())
    }

    /// A section of links to bodies.
    pub(super) fn bodies(&self, label: &str, ids: &[BodyId]) -> Section {
        self.links(label, ids.iter().copied().map(Node::Body))
    }

    /// A section of links to documents.
    pub(super) fn documents(&self, label: &str, ids: &[DocumentId]) -> Section {
        self.links(label, ids.iter().copied().map(Node::Document))
    }

    /// How sure a statement is; empty where that goes without saying.
    pub(super) fn doubt(&self, confidence: Option<Confidence>) -> &'static str {
        confidence.map_or("", |confidence| who::confidence(self.lang(), confidence))
    }

    /// " (from our data)", where that is so.
    pub(super) fn ours(&self, origin: Origin) -> Option<TextRun> {
        let aside = || who::aside(self.lang(), self.labels.ours);
        origin
            .is_overlay()
            .then(|| TextRun::new(aside(), TextRole::Ours))
    }

    /// Other names; the abbreviation is one where it is not the sign.
    pub(super) fn aliases(&self, node: Node) -> Section {
        let aliases = self.plan.aliases(node).iter().map(|name| &**name);
        let abbreviation = sign(self.plan, node);
        let hidden = matches!(node, Node::Body(id) if !self.plan[id].abbr.is_empty())
            && sign_in(self.plan, node, self.lang()) != abbreviation;
        let abbreviation = hidden.then_some(abbreviation);
        let names: Vec<&str> = abbreviation.into_iter().chain(aliases).collect();
        let list = who::who(self.lang()).list;
        Self::line(self.labels.aliases, names.join(list)).folded(Extra::Names, names.len())
    }

    /// A remark of the compilers; a page may fold it away.
    pub(super) fn note(&self, text: &Text) -> Section {
        self.text(self.labels.note, text).folded(Extra::Notes, 1)
    }

    /// The overlays that added a node or changed it, by their files.
    pub(super) fn overlays(&self, node: Node) -> Section {
        let said = |origin: Origin, said: fn(&str) -> String| {
            let overlay = self.plan.overlay(origin);
            overlay.map(|overlay| Entry::text(vec![TextRun::plain(said(file_name(&overlay.file)))]))
        };
        let mut entries: Vec<Entry> = said(self.plan.origin(node), self.labels.added_by)
            .into_iter()
            .collect();
        let changed = self.plan.extended_by(node).iter();
        entries.extend(changed.filter_map(|&origin| said(origin, self.labels.changed_by)));
        Self::facts(self.labels.overlay, entries)
    }

    /// Where the statements about a node come from.
    pub(super) fn sources(&self, node: Node) -> Section {
        let sources = self.plan.all_sources(node);
        let entries: Vec<Entry> = sources.into_iter().map(|one| self.source(one)).collect();
        let count = entries.len();
        Self::facts(self.labels.sources, entries).folded(Extra::Sources, count)
    }

    /// A document as a link, or an address.
    pub(super) fn source(&self, source: &Source) -> Entry {
        match source {
            Source::Document(id) => {
                let url = &self.plan[*id].url;
                Entry {
                    address: (!url.is_empty()).then(|| url.to_string()),
                    ..self.link(Node::Document(*id))
                }
            }
            Source::Address(address) => Self::address(address),
        }
    }

    /// An address to copy.
    pub(super) fn address(address: &str) -> Entry {
        let goal = Goal::Address(address.to_owned());
        Entry::text(vec![TextRun::plain(address).to(goal)])
    }
}

/// The name of a file without its folders.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}
