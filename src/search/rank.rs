//! The order of what is found, and the best of it.

use std::collections::BinaryHeap;
use std::sync::atomic::{AtomicU64, Ordering};

use super::field::{Class, Tier};
use super::term::MOST;

/// No more hits than this are put in order.
pub(super) const MOST_HITS: usize = 300;

/// The order of nodes that match equally well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Primary,
    Item,
    Body,
    Document,
}

/// What a node is worth to a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Worth {
    pub(super) tier: Tier,
    /// Within the tier: 0 is best.
    pub(super) grade: u8,
    pub(super) class: Class,
    pub(super) score: u32,
    /// The tag of the field that decides.
    pub(super) tag: u8,
}

impl Worth {
    /// What a node is worth whose words are worth these two.
    pub(super) fn worse(self, other: Worth) -> Worth {
        let (tier, grade) = (self.tier, self.grade).max((other.tier, other.grade));
        let field = if other.class > self.class {
            other
        } else {
            self
        };
        Worth {
            tier,
            grade,
            score: 0,
            ..field
        }
    }
}

/// A node that matches, with everything that decides on its place among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ranked {
    /// From the highest bits down: whether the question asks for others, tier, grade, class, rank,
    /// score, place in plan order. Less is better.
    key: u64,
    pub(super) tag: u8,
}

impl Ranked {
    pub(super) fn new(behind: bool, worth: Worth, rank: Rank, place: usize) -> Ranked {
        let less = u64::from(MOST - worth.score.min(MOST));
        Ranked {
            key: (u64::from(behind) << 63)
                | ((worth.tier as u64) << 60)
                | (u64::from(worth.grade) << 56)
                | ((worth.class as u64) << 52)
                | ((rank as u64) << 48)
                | (less << 36)
                | place as u64,
            tag: worth.tag,
        }
    }

    /// The same with another score.
    pub(super) fn scored(self, score: u32) -> Ranked {
        let less = u64::from(MOST - score.min(MOST));
        Ranked {
            key: self.key & !(u64::from(MOST) << 36) | (less << 36),
            ..self
        }
    }

    pub(super) fn place(self) -> usize {
        usize::try_from(self.key & 0xF_FFFF_FFFF).expect("it was made from a place")
    }

    pub(super) fn tier(self) -> Tier {
        let tier = usize::try_from((self.key >> 60) & 7).expect("it is three bits");
        *Tier::ALL.get(tier).expect("it was made from a tier")
    }

    pub(super) fn score(self) -> u32 {
        MOST - u32::try_from((self.key >> 36) & u64::from(MOST)).expect("it is twelve bits")
    }

    /// The words lie in what the node is called, or in who answers for it, and each begins a word.
    pub(super) fn is_plain(self) -> bool {
        let class = (self.key >> 52) & 0xF;
        let grade = (self.key >> 56) & 0xF;
        let inside = self.tier() == Tier::Word && grade > 0;
        self.tier() <= Tier::Word && !inside && class < Class::About as u64
    }

    /// It does not stand beside a plain one: only said about the node, inside of words, scattered.
    pub(super) fn is_weak(self) -> bool {
        !self.is_plain() && self.tier() != Tier::Pinyin
    }

    /// The words lie in what the node is called.
    pub(super) fn is_called(self) -> bool {
        ((self.key >> 52) & 0xF) <= Class::Alias as u64
    }
}

/// What all threads know of the worst that is still among the best.
#[derive(Debug)]
pub(super) struct Limit(AtomicU64);

impl Limit {
    pub(super) fn new() -> Limit {
        Limit(AtomicU64::new(u64::MAX))
    }

    /// Whether enough better ones are known than any that is at best this.
    pub(super) fn is_beyond(&self, ranked: Ranked) -> bool {
        ranked.key > self.0.load(Ordering::Relaxed)
    }

    fn lower(&self, ranked: Ranked) {
        self.0.fetch_min(ranked.key, Ordering::Relaxed);
    }
}

/// The best nodes so far, the worst of them on top, and how many there are in all.
#[derive(Debug, Default)]
pub(super) struct Best {
    heap: BinaryHeap<Ranked>,
    pub(super) total: usize,
}

impl Best {
    pub(super) fn push(&mut self, ranked: Ranked, limit: &Limit) {
        self.total += 1;
        self.keep(ranked);
        if self.heap.len() == MOST_HITS
            && let Some(worst) = self.heap.peek()
        {
            limit.lower(*worst);
        }
    }

    fn keep(&mut self, ranked: Ranked) {
        if self.heap.len() < MOST_HITS {
            self.heap.push(ranked);
        } else if let Some(mut worst) = self.heap.peek_mut()
            && ranked < *worst
        {
            *worst = ranked;
        }
    }

    pub(super) fn join(mut self, other: Best) -> Best {
        self.total += other.total;
        for ranked in other.heap {
            self.keep(ranked);
        }
        self
    }

    /// Whether some node is plainly called by the words.
    pub(super) fn is_settled(&self) -> bool {
        self.heap.iter().any(|ranked| ranked.is_plain())
    }

    /// Each with what `change` makes of it.
    pub(super) fn map(self, change: impl Fn(Ranked) -> Ranked) -> Best {
        Best {
            heap: self.heap.into_iter().map(change).collect(),
            total: self.total,
        }
    }

    /// All, best first.
    pub(super) fn sorted(self) -> Vec<Ranked> {
        self.heap.into_sorted_vec()
    }
}
