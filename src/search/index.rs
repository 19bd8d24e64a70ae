//! The index of a plan: the folded texts of its nodes in segments, and what tells quickly that a
//! node cannot match. A segment is built, searched and cancelled as a whole; so segments are also
//! what several threads share.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, LazyLock, OnceLock};

use rayon::prelude::*;

use super::field::{Class, Field};
use super::fold::is_letter;
use super::fuzzy;
use super::narrow::Memory;
use super::pinyin::letters_of;
use super::rank::Rank;
use super::scan::Bits;
use super::term::{Term, skip_small};
use super::text::{Texts, entries};
use super::vocabulary::Vocabulary;
use crate::model::{Lang, Node, Plan, Responsibility, Role, Text};

/// Nodes in a segment.
pub(super) const SEGMENT: usize = 8192;

/// In [`Mark::firsts`]: some name begins with a small word, which a query may leave out.
pub(super) const FIRST_SMALL: u32 = 1 << 31;

/// What tells quickly how the names of a node can match.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// The characters of the names.
    pub(super) letters: u64,
    /// The letters with which they can be found by pinyin.
    pub(super) pinyin: u32,
    /// The letters that begin a word.
    pub(super) initials: u32,
    /// The letters that begin a name.
    pub(super) firsts: u32,
    pub(super) rank: Rank,
    /// The place of its kind; `u8::MAX` for what is no item.
    pub(super) kind: u8,
}

/// The bit of a letter in [`Mark::initials`] and [`Mark::firsts`].
pub(super) fn initial(letter: u8) -> u32 {
    if letter.is_ascii_lowercase() {
        1 << (letter - b'a')
    } else {
        0
    }
}

/// A body that answers for a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    /// Its place among the bodies.
    pub(super) body: usize,
    pub(super) leads: bool,
}

/// Some nodes, one after the other.
#[derive(Debug)]
pub(super) struct Segment {
    /// The place of the first one in plan order.
    pub(super) first: usize,
    /// What they are called.
    pub(super) names: Texts,
    /// What is said about them.
    pub(super) about: Texts,
    pub(super) marks: Vec<Mark>,
    /// The nodes of which some name begins with a small word, which a query may leave out.
    pub(super) smalls: Bits,
    /// Who answers for them: twice the place of a body, and one more if it leads.
    answers: Vec<u32>,
    /// Where the answers of each node end.
    answer_ends: Vec<u32>,
}

/// Segments that are built when they are first asked for.
type Segments = LazyLock<Vec<Arc<Segment>>, Box<dyn FnOnce() -> Vec<Arc<Segment>> + Send>>;

/// Everything that can be found in a plan, or as much of it as was indexed so far.
#[derive(Debug)]
pub struct Index {
    pub(super) segments: Segments,
    /// All nodes of the plan.
    pub(super) nodes: Arc<[Node]>,
    /// How many of them the segments hold, or will.
    pub(super) size: usize,
    /// The place of the first body.
    pub(super) bodies: usize,
    /// What the kinds are called, in their order.
    pub(super) kinds: Texts,
    vocabulary: OnceLock<Vocabulary>,
    /// What earlier queries have found out.
    pub(super) memory: Memory,
}

/// Is told how many nodes are done, and may cancel.
pub(super) type Told<'t> = &'t (dyn Fn(usize) -> ControlFlow<()> + Sync);

impl Index {
    /// The index of `plan`, built on as many threads as help.
    #[must_use]
    pub fn build(plan: &Plan) -> Index {
        Index::build_with(plan, &|_| ControlFlow::Continue(())).expect("nobody cancels it")
    }

    /// The same; `told` is told now and then how many nodes are in it, and may cancel.
    #[must_use]
    pub fn build_with(plan: &Plan, told: Told<'_>) -> Option<Index> {
        let nodes: Arc<[Node]> = plan.nodes().collect();
        let segments = segments(plan, &nodes, 0, told)?;
        Some(Index::made(plan, nodes, segments))
    }

    /// The index of `plan`, built when it is first searched or [prepared](Index::prepare): the
    /// first frame needs none of it.
    #[must_use]
    pub fn late(plan: &Arc<Plan>) -> Index {
        let nodes: Arc<[Node]> = plan.nodes().collect();
        let (later, all) = (Arc::clone(plan), Arc::clone(&nodes));
        let told = |_| ControlFlow::Continue(());
        let build = move || segments(&later, &all, 0, &told).expect("nobody cancels it");
        Index::with(plan, nodes, LazyLock::new(Box::new(build)))
    }

    /// The index that these segments make.
    pub(super) fn made(plan: &Plan, nodes: Arc<[Node]>, segments: Vec<Arc<Segment>>) -> Index {
        let size = segments.iter().map(|segment| segment.len()).sum();
        let index = Index::with(plan, nodes, LazyLock::new(Box::new(|| segments)));
        index.prepare();
        Index { size, ..index }
    }

    fn with(plan: &Plan, nodes: Arc<[Node]>, segments: Segments) -> Index {
        let mut kinds = Texts::default();
        for (_, kind) in plan.kinds() {
            kinds.add(Field::Kind, &kind.id);
            for text in [&kind.name, &kind.plural] {
                kinds.add(Field::Kind, text.en());
                kinds.add(Field::Kind, text.zh());
            }
            kinds.close();
        }
        Index {
            segments,
            size: nodes.len(),
            nodes,
            bodies: 1 + plan.items().len(),
            kinds,
            vocabulary: OnceLock::new(),
            memory: Memory::default(),
        }
    }

    /// Builds what is not built yet.
    pub fn prepare(&self) {
        LazyLock::force(&self.segments);
    }

    /// How much memory the index takes, about.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let nodes = self.nodes.len() * size_of::<Node>();
        let segments = self.segments.iter().map(|segment| {
            segment.names.size() + segment.about.size() + segment.marks.len() * size_of::<Mark>()
        });
        nodes + segments.sum::<usize>()
    }

    /// The words of all names and texts, collected when they are first asked for.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary
            .get_or_init(|| Vocabulary::of(&self.segments))
    }

    /// Whether some node is called a word as it is spelt.
    pub(super) fn is_called(&self, term: &Term) -> bool {
        self.segments.iter().any(|segment| {
            let mut needles = term.needles.iter();
            needles.any(|needle| needle.next(segment.names.bytes(), 0).is_some())
        })
    }

    /// The segment of a place in plan order, and the place in it.
    pub(super) fn at(&self, place: usize) -> Option<(&Segment, usize)> {
        let segment = self.segments.get(place / SEGMENT)?;
        Some((segment, place - segment.first))
    }
}

/// The segments of `nodes`, of which the first one has this number.
pub(super) fn segments(
    plan: &Plan,
    nodes: &[Node],
    first: usize,
    told: Told<'_>,
) -> Option<Vec<Arc<Segment>>> {
    let done = AtomicUsize::new(0);
    let segment = |(number, nodes): (usize, &[Node])| {
        let segment = Segment::build(plan, (first + number) * SEGMENT, nodes);
        let before = done.fetch_add(nodes.len(), Relaxed);
        let go_on = told(before + nodes.len()).is_continue();
        go_on.then(|| Arc::new(segment))
    };
    if nodes.len() <= SEGMENT {
        nodes.chunks(SEGMENT).enumerate().map(segment).collect()
    } else {
        nodes.par_chunks(SEGMENT).enumerate().map(segment).collect()
    }
}

impl Segment {
    fn build(plan: &Plan, first: usize, nodes: &[Node]) -> Segment {
        // Of a small plan room for all of it at once: growing would leave holes in the heap.
        let (mut names, mut about) = (0, 0);
        for &node in nodes.iter().filter(|_| nodes.len() < SEGMENT) {
            each_text(plan, node, &mut |field, text| {
                let room = if is_called(field) {
                    &mut names
                } else {
                    &mut about
                };
                *room += 1 + text.len();
            });
        }
        let mut segment = Segment {
            first,
            names: Texts::with_room(nodes.len(), names),
            about: Texts::with_room(nodes.len(), about),
            marks: Vec::with_capacity(nodes.len()),
            smalls: Bits::none(),
            answers: Vec::new(),
            answer_ends: Vec::with_capacity(nodes.len()),
        };
        for &node in nodes {
            segment.add(plan, node);
        }
        segment.names.shrink();
        segment.about.shrink();
        segment.answers.shrink_to_fit();
        segment
    }

    /// Its place among the segments.
    pub(super) fn number(&self) -> usize {
        self.first / SEGMENT
    }

    /// How many nodes it holds.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    fn add(&mut self, plan: &Plan, node: Node) {
        let from = self.names.bytes().len();
        each_text(plan, node, &mut |field, text| {
            if is_called(field) {
                self.names.add(field, text);
            } else {
                self.about.add(field, text);
            }
        });
        self.names.close();
        self.about.close();
        for answer in plan.responsible(node) {
            let leads = answer.shown().role == Role::Lead;
            let body = u32::try_from(answer.body.index()).expect("ids are of 32 bits");
            self.answers.push(body << 1 | u32::from(leads));
        }
        let end = u32::try_from(self.answers.len()).expect("a segment is small");
        self.answer_ends.push(end);
        let mark = mark(plan, node, self.names.since(from));
        if mark.firsts & FIRST_SMALL != 0 {
            self.smalls.set(self.marks.len());
        }
        self.marks.push(mark);
    }

    /// The nodes for which one of these bodies answers.
    pub(super) fn answered_by(&self, is_meant: impl Fn(usize) -> bool) -> Bits {
        let mut found = Bits::none();
        let mut ends = self.answer_ends.iter().zip(0..);
        let mut node = ends.next();
        for (answer, place) in self.answers.iter().zip(0_u32..) {
            if is_meant((answer >> 1) as usize) {
                while node.is_some_and(|(&end, _)| end <= place) {
                    node = ends.next();
                }
                if let Some((_, at)) = node {
                    found.set(at);
                }
            }
        }
        found
    }

    /// Who answers for a node.
    pub(super) fn answers(&self, at: usize) -> impl Iterator<Item = Answer> + '_ {
        let end = |at: usize| self.answer_ends.get(at).map_or(0, |&end| end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        let answers = self.answers.get(start..end(at)).unwrap_or_default();
        answers.iter().map(|&answer| Answer {
            body: (answer >> 1) as usize,
            leads: answer & 1 != 0,
        })
    }
}

/// A node is called by what stands in a field; the others say something about it.
fn is_called(field: Field) -> bool {
    match field.class() {
        Class::Name | Class::Alias => true,
        Class::Body | Class::About => false,
    }
}

fn mark(plan: &Plan, node: Node, names: &str) -> Mark {
    let (rank, kind) = match node {
        Node::Plan => (Rank::Item, u8::MAX),
        Node::Item(id) => {
            let kind = plan[id].kind;
            let rank = if plan[kind].primary {
                Rank::Primary
            } else {
                Rank::Item
            };
            (rank, u8::try_from(kind.index()).unwrap_or(u8::MAX))
        }
        Node::Body(_) => (Rank::Body, u8::MAX),
        Node::Document(_) => (Rank::Document, u8::MAX),
    };
    let mut mark = Mark {
        letters: fuzzy::mask(names),
        pinyin: 0,
        initials: 0,
        firsts: 0,
        rank,
        kind,
    };
    let mut before = b' ';
    for byte in names.bytes() {
        if !is_letter(before) {
            mark.initials |= initial(byte);
        }
        before = byte;
    }
    for entry in entries(names) {
        let text = entry.text.as_bytes();
        mark.firsts |= text.first().map_or(0, |&byte| initial(byte));
        if skip_small(text, 0) > 0 {
            mark.firsts |= FIRST_SMALL;
        }
        if Field::of_tag(entry.tag) != Field::Id {
            mark.pinyin |= letters_of(entry.text);
        }
    }
    mark
}

/// Calls `found` with each text in which a node can be found.
pub(super) fn each_text<'a>(plan: &'a Plan, node: Node, found: &mut dyn FnMut(Field, &'a str)) {
    found(Field::Id, plan.id(node));
    both(plan.name(node), Field::Name, found);
    match node {
        Node::Plan => both(&plan.info().summary, Field::Summary, found),
        Node::Item(id) => {
            let item = &plan[id];
            both(&item.short, Field::Short, found);
            both(&item.seed_name, Field::SeedName, found);
            both(&item.category, Field::Category, found);
            for part in &item.parts {
                both(&part.name, Field::Part, found);
            }
            for target in &item.targets {
                both(&target.text, Field::Target, found);
            }
            both(&item.summary, Field::Summary, found);
        }
        Node::Body(id) => {
            found(Field::Abbr, &plan[id].abbr);
            both(&plan[id].mandate, Field::Summary, found);
        }
        Node::Document(id) => found(Field::Number, &plan[id].number),
    }
    for alias in plan.aliases(node) {
        found(Field::Alias, alias);
    }
    for row in plan.responsible(node).iter().flat_map(Responsibility::rows) {
        found(Field::Unit, &row.unit);
        found(Field::Contact, &row.contact);
    }
}

fn both<'a>(text: &'a Text, field: fn(Lang) -> Field, found: &mut dyn FnMut(Field, &'a str)) {
    found(field(Lang::En), text.en());
    found(field(Lang::Zh), text.zh());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Input, SHIPPED, load};

    #[test]
    fn who_answers_is_found_as_node_by_node() {
        let input = Input {
            name: "plan",
            bytes: SHIPPED,
        };
        let plan = load(input, &[]).expect("it is shipped");
        let index = Index::build(&plan);
        for body in 0..plan.bodies().count() {
            for segment in index.segments.iter() {
                let found: Vec<usize> = segment.answered_by(|one| one == body).iter().collect();
                let nodes = (0..segment.len())
                    .filter(|&at| segment.answers(at).any(|answer| answer.body == body));
                assert_eq!(found, nodes.collect::<Vec<_>>());
            }
        }
    }
}
