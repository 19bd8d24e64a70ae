//! The description of a node as data: a head and sections of entries. How it is laid out is left to
//! the renderers; what is said, and in which order, is settled here.

use super::text::{Goal, TextRole, TextRun, join};
use crate::i18n::who;
use crate::model::{Lang, Node};

/// The description of a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What it is.
    pub head: Head,
    /// What is known of it, in order; none is empty.
    pub sections: Vec<Section>,
}

/// What a node is: its kind, its names, how sure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The node.
    pub node: Node,
    /// Its id, as the file writes it.
    pub id: String,
    /// Its sign, in the role of its kind: an id, a body's abbreviation.
    pub sign: TextRun,
    /// The sort of node, in words.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its short name, or else its name.
    pub label: String,
    /// Its name in the other language, unless `name` holds both.
    pub other: Option<String>,
    /// How sure it is; empty for high confidence.
    pub doubt: &'static str,
    /// Whether that is a warning.
    pub is_low: bool,
    /// That it comes from an overlay, or that one added to it; else empty.
    pub ours: &'static str,
}

impl Head {
    /// Its name, where the sign is not all of it: 财政部 is both.
    #[must_use]
    pub fn name_beside_sign(&self) -> Option<&str> {
        (self.name != self.sign.text).then_some(&*self.name)
    }
}

/// Entries under one label.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The label; empty for a closing remark.
    pub label: String,
    /// What it holds.
    pub kind: SectionKind,
    /// Sections of one block belong together; block 0 belongs to the head.
    pub block: usize,
    /// Where it may stand on a page.
    pub place: Place,
    /// The entries, never none.
    pub entries: Vec<Entry>,
}

/// Where a page may put a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// In the text.
    #[default]
    Text,
    /// Above the head: it answers before the node is named, which the screen's title does.
    First,
    /// Beside the text, where there is room for that: what belongs to a node, what it cites.
    Beside,
    /// Beside the text, else folded to a count: so many of a sort that few readers need.
    Folded(Extra, usize),
}

/// A sort of facts that a page folds to a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Other names.
    Names,
    /// Sources.
    Sources,
    /// Notes of the compilers.
    Notes,
    /// The wording of a press report.
    Press,
}

impl Section {
    /// The same, which may stand beside the text.
    #[must_use]
    pub(super) fn beside(self) -> Section {
        Section {
            place: Place::Beside,
            ..self
        }
    }

    /// The same, of which a page may only give the count.
    #[must_use]
    pub(super) fn folded(self, extra: Extra, count: usize) -> Section {
        Section {
            place: Place::Folded(extra, count),
            ..self
        }
    }
}

/// What a section holds, which decides how it may be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SectionKind {
    /// Facts behind their label.
    #[default]
    Facts,
    /// Running text; where there is a margin for labels it needs none.
    Paragraph,
    /// Assignments of the reader's own organisation.
    Assigned,
    /// Bodies that lead, each with its basis.
    Leads,
    /// Bodies that take part; those on the same basis stand together and may be drawn as one.
    Together,
    /// What follows for an item from its parts, each line with the bodies and the parts.
    Inherited,
    /// What a body answers for in one role: the counts, then a line each.
    Charges,
    /// What the marks of short forms mean; only for renderers that use the short forms.
    Legend,
    /// The unit of a measure, then its figures.
    Measure,
    /// Bodies that answer, each with every row about it.
    Account,
}

impl SectionKind {
    /// Whether it says who answers for what, each on what basis.
    #[must_use]
    pub fn answers(self) -> bool {
        self.names_bodies() || matches!(self, SectionKind::Charges | SectionKind::Inherited)
    }

    /// Whether it says which bodies answer, each on what basis.
    #[must_use]
    pub fn names_bodies(self) -> bool {
        matches!(
            self,
            SectionKind::Assigned | SectionKind::Leads | SectionKind::Together
        )
    }
}

/// A fact.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The fact.
    pub content: Content,
    /// Of a responsibility, what it rests on.
    pub basis: Vec<TextRun>,
    /// The same in a word or two, for one line with a name.
    pub short_basis: Vec<TextRun>,
    /// How sure it is; empty for high confidence.
    pub doubt: &'static str,
    /// Of a body that no longer exists, what it became.
    pub successor: Vec<TextRun>,
    /// Of a press report, what it says: it takes that to weigh the basis.
    pub report: Vec<TextRun>,
    /// The remark on a responsibility; empty where the entry before has the same.
    pub remark: Vec<TextRun>,
    /// Of a responsibility, further rows, a line each.
    pub evidence: Vec<Vec<TextRun>>,
    /// Where a document can be read, for renderers whose links leave the program.
    pub address: Option<String>,
    /// The query that lists what is counted.
    pub query: Option<String>,
}

/// What a fact consists of.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Flowing text.
    Text(Vec<TextRun>),
    /// A node, as a link.
    Node {
        /// Its id or abbreviation.
        sign: TextRun,
        /// Its short name, or else its name; empty where that is the sign.
        name: TextRun,
    },
    /// A figure of a measure.
    Figure {
        /// The year and the sort of figure.
        head: TextRun,
        /// The figure.
        value: TextRun,
        /// Its share of the measure's largest figure, 0 to 1; `None` for an unknown figure.
        share: Option<f64>,
        /// The target as such a share; `None` where there is none.
        wanted: Option<f64>,
        /// Whose figure it is, where it is not the plan's own.
        whose: Option<TextRun>,
    },
}

impl Default for Content {
    fn default() -> Content {
        Content::Text(Vec::new())
    }
}

impl Entry {
    /// An entry of flowing text.
    #[must_use]
    pub fn text(runs: Vec<TextRun>) -> Entry {
        Entry {
            content: Content::Text(runs),
            ..Entry::default()
        }
    }

    /// The fact without its basis as runs, in the order in which they are read.
    #[must_use]
    pub fn runs(&self, lang: Lang) -> Vec<TextRun> {
        match &self.content {
            Content::Text(runs) => runs.clone(),
            Content::Node { sign, name } if name.text.is_empty() => vec![sign.clone()],
            Content::Node { sign, name } => vec![sign.clone(), TextRun::plain(" "), name.clone()],
            Content::Figure { head, value, .. } => {
                let mut runs = vec![
                    head.clone(),
                    TextRun::plain(who::who(lang).colon),
                    value.clone(),
                ];
                runs.extend(self.asides(lang));
                runs
            }
        }
    }

    /// " (unconfirmed)", where that is so.
    #[must_use]
    pub fn doubt_run(&self, lang: Lang) -> Option<TextRun> {
        let doubt = self.doubt;
        (!doubt.is_empty()).then(|| TextRun::new(who::aside(lang, doubt), TextRole::Doubt).whole())
    }

    /// How unsure a figure is, and whose it is.
    #[must_use]
    pub fn asides(&self, lang: Lang) -> Vec<TextRun> {
        let whose = match &self.content {
            Content::Figure { whose, .. } => whose.as_ref(),
            Content::Text(_) | Content::Node { .. } => None,
        };
        let aside = |run: &TextRun| TextRun::new(who::aside(lang, &run.text), run.role).whole();
        let doubt = self.doubt_run(lang);
        doubt.into_iter().chain(whose.map(aside)).collect()
    }

    /// The fact without its basis in one line.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        let mut line = join(&self.runs(lang));
        if self.basis.is_empty() && !matches!(self.content, Content::Figure { .. }) {
            line.extend(self.doubt_run(lang).map(|run| run.text));
        }
        line
    }

    /// The basis in one line, with how sure it is and what a report says; empty where there is none.
    #[must_use]
    pub fn basis_line(&self, lang: Lang) -> String {
        let mut line = join(&self.basis);
        if !line.is_empty() && !self.doubt.is_empty() {
            line.extend([who::who(lang).comma, self.doubt]);
        }
        if !self.report.is_empty() {
            line.extend([who::who(lang).stop, &join(&self.report)]);
        }
        line
    }

    /// Whether it rests on the same basis as another, equally sure.
    #[must_use]
    pub fn has_basis_of(&self, other: &Entry) -> bool {
        (&self.basis, self.doubt, &self.report) == (&other.basis, other.doubt, &other.report)
    }

    /// The lines below it in a full account: what a body became, its remark, further rows.
    pub fn below(&self) -> impl Iterator<Item = String> {
        let own = [&self.successor, &self.remark].into_iter();
        own.filter(|runs| !runs.is_empty())
            .chain(&self.evidence)
            .map(|runs| join(runs))
    }

    /// The address that is all of it, if so.
    #[must_use]
    pub fn address_only(&self) -> Option<&str> {
        match &self.content {
            Content::Text(runs) => match runs.as_slice() {
                [
                    TextRun {
                        link: Some(Goal::Address(address)),
                        ..
                    },
                ] => Some(address),
                _ => None, // any other runs
            },
            Content::Node { .. } | Content::Figure { .. } => None,
        }
    }

    /// The node it is about, if it links to one and no other.
    #[must_use]
    pub fn node(&self) -> Option<Node> {
        let runs = match &self.content {
            Content::Text(runs) => runs.as_slice(),
            Content::Node { sign: _, name } => std::slice::from_ref(name),
            Content::Figure { .. } => &[],
        };
        only_node(runs)
    }
}

/// The node that runs link to, if they link to one and no other.
#[must_use]
pub fn only_node(runs: &[TextRun]) -> Option<Node> {
    let mut nodes = runs.iter().filter_map(|run| match run.link {
        Some(Goal::Node(node)) => Some(node),
        Some(Goal::Address(_) | Goal::Query(_) | Goal::Fold) | None => None,
    });
    let first = nodes.next()?;
    nodes.all(|other| other == first).then_some(first)
}
