//! The order of the hits, and the best of them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Counts;
use super::field::{Field, FieldClass, Tier};

/// The hits that are kept; the others are only counted.
pub(super) const MAX_HITS: usize = 300;

/// The largest score.
pub(super) const MAX_SCORE: u32 = 0xFFF;

/// The group of a node; orders nodes that match equally well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Primary,
    Item,
    Body,
    Document,
}

/// How well a word, or all words of a query, match a node. The least is the best; the fields are
/// compared in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MatchScore {
    pub(super) tier: Tier,
    /// Within the tier; 0 is best.
    pub(super) quality: u8,
    pub(super) class: FieldClass,
    /// At most [`MAX_SCORE`]; more is better.
    pub(super) score: Reverse<u32>,
    /// The field that decides.
    pub(super) field: Field,
}

impl MatchScore {
    pub(super) fn new(tier: Tier, quality: u8, field: Field, score: u32) -> MatchScore {
        MatchScore {
            tier,
            quality,
            class: field.class(),
            score: Reverse(score.min(MAX_SCORE)),
            field,
        }
    }

    pub(super) fn score(self) -> u32 {
        self.score.0
    }

    pub(super) fn with_score(self, score: u32) -> MatchScore {
        MatchScore::new(self.tier, self.quality, self.field, score)
    }

    pub(super) fn in_field(self, field: Field) -> MatchScore {
        MatchScore::new(self.tier, self.quality, field, self.score())
    }

    /// Combines the scores of two words: the worse tier with its quality, and the field that is
    /// farther from the name. The score becomes 0.
    pub(super) fn worse(self, other: MatchScore) -> MatchScore {
        let (tier, quality) = (self.tier, self.quality).max((other.tier, other.quality));
        let field = if other.class > self.class {
            other.field
        } else {
            self.field
        };
        MatchScore::new(tier, quality, field, 0)
    }
}

/// A node that matches. The least is the best; the fields are compared in the order in which they
/// stand, and `place` makes the order total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RankedHit {
    /// The question asks for another kind of node.
    behind: bool,
    pub(super) tier: Tier,
    /// When it is due, where hits are listed by date.
    urgency: (u16, u8, u8),
    quality: u8,
    class: FieldClass,
    rank: Rank,
    score: Reverse<u32>,
    /// The node's place in plan order.
    pub(super) place: usize,
    pub(super) field: Field,
}

impl RankedHit {
    pub(super) fn new(behind: bool, found: MatchScore, rank: Rank, place: usize) -> RankedHit {
        RankedHit {
            behind,
            tier: found.tier,
            urgency: (0, 0, 0),
            quality: found.quality,
            class: found.class,
            rank,
            score: found.score,
            place,
            field: found.field,
        }
    }

    /// A node that has some of the words; these are ordered by their score alone.
    pub(super) fn nearest(field: Field, score: u32, place: usize) -> RankedHit {
        RankedHit {
            behind: false,
            tier: Tier::Nearest,
            urgency: (0, 0, 0),
            quality: 0,
            class: FieldClass::Description,
            rank: Rank::Primary,
            score: Reverse(score.min(MAX_SCORE)),
            place,
            field,
        }
    }

    pub(super) fn score(self) -> u32 {
        self.score.0
    }

    pub(super) fn with_score(self, score: u32) -> RankedHit {
        RankedHit {
            score: Reverse(score.min(MAX_SCORE)),
            ..self
        }
    }

    /// The same where hits are listed by date.
    pub(super) fn due(self, urgency: (u16, u8, u8)) -> RankedHit {
        RankedHit { urgency, ..self }
    }

    /// Returns true if each word begins a word of a name or of a responsible body.
    pub(super) fn is_plain(self) -> bool {
        let infix = self.tier == Tier::Word && self.quality > 0;
        self.tier <= Tier::Word && !infix && self.class < FieldClass::Description
    }

    /// Returns true if the match is only in a description, inside of words or scattered.
    pub(super) fn is_weak(self) -> bool {
        !self.is_plain() && self.tier != Tier::Pinyin
    }

    /// Returns true if the words are in the node's names.
    pub(super) fn is_in_name(self) -> bool {
        self.class <= FieldClass::Alias
    }
}

/// The best [`MAX_HITS`] hits, the worst on top, and the number of all.
#[derive(Debug, Default)]
pub(super) struct Best {
    heap: BinaryHeap<RankedHit>,
    pub(super) total: usize,
    pub(super) counts: Counts,
}

impl Best {
    /// Counts a hit among those of its group of nodes, and keeps it if it is one of the best.
    pub(super) fn push(&mut self, hit: RankedHit, rank: Option<Rank>) {
        self.total += 1;
        *match rank {
            Some(Rank::Body) => &mut self.counts.bodies,
            Some(Rank::Document) => &mut self.counts.documents,
            Some(Rank::Primary | Rank::Item) | None => &mut self.counts.items,
        } += 1;
        self.keep(hit);
    }

    fn keep(&mut self, hit: RankedHit) {
        if self.heap.len() < MAX_HITS {
            self.heap.push(hit);
        } else if let Some(mut worst) = self.heap.peek_mut()
            && hit < *worst
        {
            *worst = hit;
        }
    }

    pub(super) fn join(mut self, other: Best) -> Best {
        self.total += other.total;
        self.counts.items += other.counts.items;
        self.counts.bodies += other.counts.bodies;
        self.counts.documents += other.counts.documents;
        for hit in other.heap {
            self.keep(hit);
        }
        self
    }

    /// Returns true if some hit [is plain](RankedHit::is_plain).
    pub(super) fn is_settled(&self) -> bool {
        self.heap.iter().any(|hit| hit.is_plain())
    }

    pub(super) fn map(self, change: impl Fn(RankedHit) -> RankedHit) -> Best {
        Best {
            heap: self.heap.into_iter().map(change).collect(),
            total: self.total,
            counts: self.counts,
        }
    }

    /// Returns the hits, best first.
    pub(super) fn sorted(self) -> Vec<RankedHit> {
        self.heap.into_sorted_vec()
    }
}
