//! Links that a terminal can open (OSC 8): which of them lie where on a frame.

use ratatui::layout::Rect;

/// The longest address that is sent; some terminals drop what is longer.
const LONGEST: usize = 2000;

/// A part of a link on one row: where, the link's number (parts of one link share it), its address.
pub type Link = (Rect, usize, String);

/// The links of a frame that can be sent, by their rows.
#[derive(Debug, Default)]
pub(super) struct Links(Vec<Link>);

impl Links {
    /// Takes only addresses that nothing can hide in: of the web, printable ASCII.
    pub(super) fn new(mut links: Vec<Link>) -> Links {
        links.retain(|(_, _, address)| {
            let web = ["https://", "http://"];
            web.iter().any(|scheme| address.starts_with(scheme))
                && address.len() <= LONGEST
                && address.bytes().all(|byte| byte.is_ascii_graphic())
        });
        Links(links)
    }

    /// For each cell of a row, the link that it belongs to; empty where the row has none.
    pub(super) fn row(&self, y: u16, width: u16) -> Vec<Option<&Link>> {
        let mut row = Vec::new();
        for link in self.0.iter().filter(|(area, ..)| area.y == y) {
            row.resize(usize::from(width), None);
            for x in link.0.left()..link.0.right().min(width) {
                if let Some(cell) = row.get_mut(usize::from(x)) {
                    *cell = Some(link);
                }
            }
        }
        row
    }
}

/// Cells at the same column of two rows lead to the same.
pub(super) fn same(one: &[Option<&Link>], other: &[Option<&Link>], x: usize) -> bool {
    match (
        one.get(x).copied().flatten(),
        other.get(x).copied().flatten(),
    ) {
        (None, None) => true,
        (Some(one), Some(other)) => (one.1, &one.2) == (other.1, &other.2),
        (Some(_), None) | (None, Some(_)) => false,
    }
}
