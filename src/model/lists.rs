//! Many small lists in two arrays: who belongs to whom, computed once when a plan is loaded.
//! A row of its own `Vec` for each of a million items would cost more than the items' names.

/// For each owner, by index, a slice of `T`.
#[derive(Debug)]
pub(super) struct Lists<T> {
    starts: Box<[u32]>,
    all: Box<[T]>,
}

impl<T: Copy> Lists<T> {
    /// Gathers `pairs` of owner and element; elements of one owner keep their order.
    /// `pairs` is walked twice, so it must give the same both times.
    pub(super) fn group<I>(owners: usize, pairs: impl Fn() -> I) -> Lists<T>
    where
        I: Iterator<Item = (usize, T)>,
    {
        let mut starts = vec![0_u32; owners + 1];
        let mut any = None;
        for (owner, element) in pairs() {
            starts[owner + 1] += 1;
            any = Some(element);
        }
        for owner in 0..owners {
            starts[owner + 1] += starts[owner];
        }
        let Some(any) = any else {
            return Lists {
                starts: starts.into(),
                all: Box::default(),
            };
        };
        let mut all = vec![any; starts[owners] as usize];
        let mut next = starts.clone();
        for (owner, element) in pairs() {
            all[next[owner] as usize] = element;
            next[owner] += 1;
        }
        Lists {
            starts: starts.into(),
            all: all.into(),
        }
    }

    /// The elements of `owner`; none for an owner that does not exist.
    pub(super) fn of(&self, owner: usize) -> &[T] {
        match (self.starts.get(owner), self.starts.get(owner + 1)) {
            (Some(&from), Some(&to)) => &self.all[from as usize..to as usize],
            (Some(_) | None, _) => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn elements_keep_their_order() {
        let lists = Lists::group(3, || [(2, 'a'), (0, 'b'), (2, 'c')].into_iter());
        assert_eq!(lists.of(0), ['b']);
        assert_eq!(lists.of(1), []);
        assert_eq!(lists.of(2), ['a', 'c']);
        assert_eq!(lists.of(3), []);
    }

    #[test]
    fn nothing_to_gather() {
        let lists: Lists<u8> = Lists::group(2, std::iter::empty);
        assert!(lists.of(0).is_empty() && lists.of(1).is_empty());
    }
}
