//! What earlier queries have found out, for those that go on from them: the nodes whose names hold
//! `villa` are among those whose names hold `vil`. So most keys look at a few nodes, not at all texts.
//!
//! Only where the letters stand is kept, whatever that was worth: a longer word may count inside of
//! another where its beginning did not.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::scan::Bits;

/// So many needles are remembered; a query has one or a few for each word.
const MOST: usize = 16;

/// By segment, the nodes that hold a needle.
pub(super) type Holders = Arc<[Bits]>;

/// Where the letters of a needle stand.
#[derive(Clone, Debug)]
pub(super) struct Known {
    needle: Box<[u8]>,
    /// In what nodes are called.
    pub(super) names: Holders,
    /// In what is said about them, if all of it was looked through.
    pub(super) about: Option<Holders>,
}

/// What is remembered, the newest last.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<VecDeque<Known>>);

impl Memory {
    /// Where the longest part of `needle` stands of which that is known.
    pub(super) fn around(&self, needle: &[u8]) -> Option<Known> {
        let all = self.all();
        let parts = all.iter().filter(|known| contains(needle, &known.needle));
        parts.max_by_key(|known| known.needle.len()).cloned()
    }

    /// Remembers where a needle stands.
    pub(super) fn keep(&self, needle: &[u8], names: Holders, about: Option<Holders>) {
        let mut all = self.all();
        all.retain(|known| *known.needle != *needle);
        if all.len() >= MOST {
            all.pop_front();
        }
        all.push_back(Known {
            needle: needle.into(),
            names,
            about,
        });
    }

    fn all(&self) -> MutexGuard<'_, VecDeque<Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn contains(whole: &[u8], part: &[u8]) -> bool {
    whole
        .windows(part.len().max(1))
        .any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holders(at: usize) -> Holders {
        let mut bits = Bits::none();
        bits.set(at);
        [bits].into()
    }

    #[test]
    fn the_longest_part_is_known_until_others_take_its_place() {
        let memory = Memory::default();
        let found = |needle: &str| Some(memory.around(needle.as_bytes())?.needle);
        memory.keep(b"vi", holders(1), None);
        memory.keep(b"vil", holders(2), None);
        assert_eq!(found("village").as_deref(), Some(&b"vil"[..]));
        assert_eq!(found("vital").as_deref(), Some(&b"vi"[..]));
        assert_eq!(found("evil").as_deref(), Some(&b"vil"[..]));
        assert_eq!(found("v"), None);
        for at in 0..MOST {
            memory.keep(format!("x{at}").as_bytes(), holders(at), None);
        }
        assert_eq!(found("village"), None);
    }
}
