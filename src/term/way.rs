//! The ways of a terminal's cursor from one place to another, and which of them takes the fewest
//! bytes.

use ratatui::layout::Position;

use super::pen::digits;

/// So many line feeds are shorter than any other way down.
const FEEDS: u16 = 6;

/// Columns from one tab stop to the next. Like everybody, `ncurses` for one, the hand takes it that
/// nobody has moved them.
pub(super) const TAB: u16 = 8;
/// No stops are counted on from here: the console of Linux has none.
const NO_STOPS: u16 = 256;

/// How the cursor gets somewhere: first to the edge of its row, if so; down by line feeds, along by
/// tabs, and the last step.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Way {
    edge: bool,
    feeds: u16,
    tabs: u16,
    step: Step,
}

/// A step with a sequence of its own.
#[derive(Clone, Copy, Debug, Default)]
enum Step {
    #[default]
    None,
    To(Position),
    Column(u16),
    Right(u16),
    Left(u16),
}

/// So many columns to the left a letter for each is shorter than a sequence.
const BACKSPACES: u16 = 3;

impl Way {
    /// The shortest way to a place from another, of whose column there may be some doubt: so many
    /// columns farther right it may be.
    pub(super) fn shortest(from: Option<Position>, doubt: u16, to: Position) -> Way {
        let absolute = Way {
            step: Step::To(to),
            ..Way::default()
        };
        let Some(from) = from else {
            return absolute;
        };
        if from == to {
            return Way::default();
        }
        let feeds = to.y.checked_sub(from.y).filter(|&n| n <= FEEDS);
        let Some(feeds) = feeds else {
            return absolute;
        };
        let own = match doubt {
            0 => Some(Way::along(from.x, to.x)),
            // Wherever it is, the next stop is the same.
            _ if from.x / TAB == from.x.saturating_add(doubt) / TAB => Way::by_tabs(from.x, to.x),
            _ => None,
        };
        let ways = [
            Some(Way {
                edge: true,
                ..Way::along(0, to.x)
            }),
            Some(Way {
                step: Step::Column(to.x),
                ..Way::default()
            }),
            own,
        ];
        let ways = ways.into_iter().flatten().map(|way| Way { feeds, ..way });
        std::iter::once(absolute)
            .chain(ways)
            .min_by_key(|way| way.len())
            .unwrap_or(absolute)
    }

    /// The shortest way along a row.
    fn along(from: u16, to: u16) -> Way {
        let straight = Way {
            step: Step::along(from, to),
            ..Way::default()
        };
        match Way::by_tabs(from, to) {
            Some(tabs) if tabs.len() < straight.len() => tabs,
            Some(_) | None => straight,
        }
    }

    /// The way to the right over tab stops, if there are any between.
    fn by_tabs(from: u16, to: u16) -> Option<Way> {
        let tabs = (to / TAB).checked_sub(from / TAB)?;
        if tabs == 0 || to >= NO_STOPS {
            return None;
        }
        Some(Way {
            tabs,
            step: Step::along(to / TAB * TAB, to),
            ..Way::default()
        })
    }

    /// How many bytes it takes.
    pub(super) fn len(self) -> usize {
        usize::from(self.edge) + usize::from(self.feeds + self.tabs) + self.step.len()
    }

    /// Appends it.
    pub(super) fn write(self, out: &mut Vec<u8>) {
        out.extend(self.edge.then_some(b'\r'));
        out.extend(std::iter::repeat_n(b'\n', usize::from(self.feeds)));
        out.extend(std::iter::repeat_n(b'\t', usize::from(self.tabs)));
        self.step.write(out);
    }
}

impl Step {
    fn along(from: u16, to: u16) -> Step {
        match (to.checked_sub(from), from.checked_sub(to)) {
            (Some(0), _) | (None, None) => Step::None,
            (Some(right), _) => Step::Right(right),
            (None, Some(left)) => Step::Left(left),
        }
    }

    fn len(self) -> usize {
        let sequence = |digits: usize| 3 + digits;
        match self {
            Step::None => 0,
            Step::To(Position::ORIGIN) | Step::Right(1) => sequence(0),
            Step::To(Position { x: 0, y }) => sequence(length(y + 1)),
            Step::To(Position { x, y }) => sequence(length(y + 1) + 1 + length(x + 1)),
            Step::Column(x) => sequence(length(x + 1)),
            Step::Left(n) if n <= BACKSPACES => usize::from(n),
            Step::Right(n) | Step::Left(n) => sequence(length(n)),
        }
    }

    fn write(self, out: &mut Vec<u8>) {
        let mut sequence = |numbers: &[u16], letter: u8| {
            out.extend_from_slice(b"\x1b[");
            for (place, &number) in numbers.iter().enumerate() {
                out.extend((place > 0).then_some(b';'));
                digits(number, out);
            }
            out.push(letter);
        };
        match self {
            Step::None => {}
            Step::To(Position::ORIGIN) => sequence(&[], b'H'),
            Step::To(Position { x: 0, y }) => sequence(&[y + 1], b'H'),
            Step::To(Position { x, y }) => sequence(&[y + 1, x + 1], b'H'),
            Step::Column(x) => sequence(&[x + 1], b'G'),
            Step::Right(1) => sequence(&[], b'C'),
            Step::Right(n) => sequence(&[n], b'C'),
            Step::Left(n) if n <= BACKSPACES => {
                out.extend(std::iter::repeat_n(b'\x08', usize::from(n)));
            }
            Step::Left(n) => sequence(&[n], b'D'),
        }
    }
}

/// How many digits a number has.
fn length(n: u16) -> usize {
    n.checked_ilog10().map_or(1, |log| log as usize + 1)
}

/// The row of `to` is reached by line feeds, so that its edge is the nearest place in it.
pub(super) fn enters(from: Position, to: Position) -> bool {
    from.y < to.y && to.y - from.y <= FEEDS
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a cursor gets that takes the way, and how many bytes it takes.
    fn walked(way: Way, from: Position) -> (Position, usize) {
        let mut out = Vec::new();
        way.write(&mut out);
        let mut at = from;
        let mut rest = out.as_slice();
        while let Some((&byte, after)) = rest.split_first() {
            rest = after;
            match byte {
                b'\r' => at.x = 0,
                b'\n' => at.y += 1,
                b'\t' => at.x = (at.x / TAB + 1) * TAB,
                b'\x08' => at.x -= 1,
                _ => {
                    let end = rest.iter().position(u8::is_ascii_alphabetic).unwrap();
                    let text = std::str::from_utf8(&rest[1..end]).unwrap();
                    let number = |n: &str| n.parse().unwrap_or(1);
                    let mut numbers = text.split(';').map(number);
                    let first: u16 = numbers.next().unwrap();
                    match rest[end] {
                        b'H' => at = Position::new(numbers.next().unwrap_or(1) - 1, first - 1),
                        b'G' => at.x = first - 1,
                        b'C' => at.x += first,
                        b'D' => at.x -= first,
                        other => panic!("{other} is no way"),
                    }
                    rest = &rest[end + 1..];
                }
            }
        }
        (at, out.len())
    }

    #[test]
    fn every_way_leads_there_from_wherever_the_cursor_may_be() {
        let columns = (0..40).chain((40..400).step_by(7));
        let places = columns.flat_map(|x| (0..24).step_by(5).map(move |y| Position { x, y }));
        for to in places {
            for (x, y) in [(0, 0), (5, 4), (9, 4), (15, 10), (60, 12), (250, 20)] {
                for doubt in 0..4 {
                    let way = Way::shortest(Some(Position { x, y }), doubt, to);
                    for further in 0..=doubt {
                        let from = Position::new(x + further, y);
                        // Who is taken to be there already goes nowhere, doubt or no doubt.
                        let there = if (x, y) == (to.x, to.y) { from } else { to };
                        assert_eq!(walked(way, from), (there, way.len()), "{way:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn tabs_lead_where_there_are_stops() {
        let from = Position::new(100, 3);
        assert_eq!(Way::shortest(Some(from), 0, Position::new(120, 3)).tabs, 3);
        assert_eq!(Way::shortest(Some(from), 4, Position::new(120, 3)).tabs, 0);
        let wide = Position::new(250, 3);
        assert_eq!(Way::shortest(Some(wide), 0, Position::new(256, 3)).tabs, 0);
    }
}
