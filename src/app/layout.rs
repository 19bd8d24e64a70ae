//! Where everything goes: pure functions of the size, below both users. `update` asks them how long
//! a page is, `view` where to paint; so what a key does never depends on what was drawn.

use ratatui::layout::{Rect, Size};

use crate::page::TAB;

/// From this width on, list and detail stand side by side.
pub const SIDE_BY_SIDE: u16 = 76;
/// Columns of the list beside a detail: enough for the names, and on a wide screen for who leads.
const LIST: (u16, u16) = (38, 46);
/// From this width of the detail on, a third pane beside its text has room.
const ROOM_FOR_ASIDE: u16 = 113;
/// Lines of running text are never wider: the eye loses the next one.
pub const PROSE: u16 = 90;
/// Pages of tables are never wider: cells far apart are read in the wrong row.
pub const TABLE: u16 = 132;
/// With so many lines for both, a narrow screen has the list above the answer.
const STACKED: u16 = 8;
/// From this height on there is room for a title and a rule.
const TITLE: u16 = 16;
/// Below this height or width only the prompt and the best answer are shown.
const TINY_HEIGHT: u16 = 8;
/// Below the entries of a narrower one so many lines tell the chosen one.
const TOLD: u16 = 2;
const TINY_WIDTH: u16 = 28;
/// With so many lines below the prompt, the last of them is for the keys.
const TINY_FOOTER: u16 = 5;

/// Which panes the state wants to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panes {
    /// List and detail, as far as there is room; where not, the one that has the focus.
    Split {
        /// The detail has the focus.
        detail: bool,
    },
    /// One pane has all the room: a wide detail, the matrix.
    Whole,
}

/// The parts of the screen. A part that does not fit is `None` or empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// Plan, language, edition.
    pub title: Option<Rect>,
    /// The search prompt.
    pub prompt: Rect,
    /// The tabs.
    pub tabs: Option<Rect>,
    /// The line between head and panes.
    pub rule: Option<Rect>,
    /// What there is to say of the question, above the list.
    pub note: Option<Rect>,
    /// The list.
    pub list: Option<Rect>,
    /// The line between list and detail: upright where they stand side by side, else level.
    pub divider: Option<Rect>,
    /// The detail, or what has its place.
    pub detail: Option<Rect>,
    /// The line between the detail and the pane beside it.
    pub aside_divider: Option<Rect>,
    /// What stands beside the text of the detail.
    pub aside: Option<Rect>,
    /// Notices and the keys that matter now.
    pub footer: Option<Rect>,
}

impl Areas {
    /// Whether the list stands above the detail.
    #[must_use]
    pub fn is_stacked(&self) -> bool {
        self.divider.is_some_and(|line| line.width > 1)
    }

    /// The same with lines above the list for what there is to say of the question; never so many
    /// that fewer than `kept` rows of the list are left.
    #[must_use]
    pub fn with_note(mut self, lines: u16, kept: usize) -> Areas {
        let kept = u16::try_from(kept).unwrap_or(u16::MAX);
        if let Some(list) = self
            .list
            .as_mut()
            .filter(|list| lines > 0 && list.height > 2)
        {
            let lines = lines.min(list.height.saturating_sub(kept));
            self.note = Some(Rect {
                height: lines,
                ..*list
            });
            list.y += lines;
            list.height -= lines;
        }
        self
    }

    /// The same with a third pane where the detail has more room than its text needs.
    #[must_use]
    pub fn with_aside(mut self) -> Areas {
        if let Some(detail) = self
            .detail
            .as_mut()
            .filter(|detail| detail.width >= ROOM_FOR_ASIDE)
        {
            let text = (detail.width * 3 / 5).min(PROSE + 2);
            let from = |column: u16, width| Rect {
                x: detail.x + column,
                width,
                ..*detail
            };
            self.aside_divider = Some(from(text, 1));
            self.aside = Some(from(text + 1, detail.width - text - 1));
            detail.width = text;
        }
        self
    }

    /// Rows and columns of the detail's text; at least one column, so that wrapping always ends.
    #[must_use]
    pub fn page(&self) -> Size {
        self.detail
            .map_or(Size::new(1, 0), |area| text_area(area).as_size())
    }
}

/// Where the text of a detail pane stands: one column on the right is for the scroll bar; where there
/// is room, one stays free on the left, and on a wide pane one between text and scroll bar.
#[must_use]
pub fn text_area(area: Rect) -> Rect {
    let left = u16::from(area.width > 30);
    let right = 1 + u16::from(area.width > 60);
    Rect {
        x: area.x + left,
        width: area.width.saturating_sub(left + right).max(1),
        ..area
    }
}

/// Where the text of the list stands: one column stays free, beside the detail as a margin, elsewhere
/// for the scroll bar.
#[must_use]
pub fn list_area(area: Rect) -> Rect {
    Rect {
        width: area.width.saturating_sub(1).max(1),
        ..area
    }
}

/// How many entries of a menu are shown, and how many lines below them tell the chosen one in full
/// where the screen is too narrow for many of them.
#[must_use]
pub fn menu_rows(size: Size) -> (u16, u16) {
    let rows = size.height.saturating_sub(3);
    let told = if size.width < SIDE_BY_SIDE && rows > 3 * TOLD {
        TOLD
    } else {
        0
    };
    (rows - told, told)
}

/// Where everything goes on a screen of this size.
#[must_use]
pub fn areas(size: Size, panes: Panes) -> Areas {
    let (width, height) = (size.width, size.height);
    let mut rest = Rect::new(0, 0, width, height);
    if height < TINY_HEIGHT || width < TINY_WIDTH {
        return tiny(rest, panes);
    }
    let title = (height >= TITLE).then(|| take_top(&mut rest));
    let prompt = take_top(&mut rest);
    let tabs = Some(take_top(&mut rest));
    let rule = (height >= TITLE).then(|| take_top(&mut rest));
    let footer = Some(take_bottom(&mut rest));
    let mut areas = Areas {
        title,
        prompt,
        tabs,
        rule,
        footer,
        ..Areas::default()
    };
    match panes {
        Panes::Split { .. } if width >= SIDE_BY_SIDE => {
            let list = list_width(width);
            areas.list = Some(Rect {
                width: list,
                ..rest
            });
            areas.divider = Some(Rect {
                x: list,
                width: 1,
                ..rest
            });
            areas.detail = Some(Rect {
                x: list + 1,
                width: width - list - 1,
                ..rest
            });
        }
        Panes::Whole | Panes::Split { detail: true } => areas.detail = Some(rest),
        Panes::Split { detail: false } if rest.height >= STACKED => {
            let list = rest.height / 3;
            let row = |y, height| Rect { y, height, ..rest };
            areas.list = Some(row(rest.y, list));
            areas.divider = Some(row(rest.y + list, 1));
            areas.detail = Some(row(rest.y + list + 1, rest.height - list - 1));
        }
        Panes::Split { detail: false } => areas.list = Some(rest),
    }
    areas
}

/// The prompt, the row under the cursor, as much of its page as fits, and the way out where there
/// is a line for it.
fn tiny(mut rest: Rect, panes: Panes) -> Areas {
    let prompt = take_top(&mut rest);
    let footer = (rest.height >= TINY_FOOTER).then(|| take_bottom(&mut rest));
    let list = match panes {
        Panes::Split { detail: false } if rest.height > 0 => Some(take_top(&mut rest)),
        Panes::Split { .. } | Panes::Whole => None,
    };
    Areas {
        prompt,
        list,
        detail: Some(rest),
        footer,
        ..Areas::default()
    }
}

/// The list gets about three eighths, and the answer gets the rest. The text of the detail, after a
/// line and a blank, begins at a tab stop.
fn list_width(width: u16) -> u16 {
    let text = (width * 3 / 8 + 2 + TAB / 2) / TAB * TAB;
    let (least, most) = LIST;
    (text - 2).clamp(least, most)
}

fn take_top(rest: &mut Rect) -> Rect {
    let row = Rect {
        height: rest.height.min(1),
        ..*rest
    };
    rest.y += row.height;
    rest.height -= row.height;
    row
}

fn take_bottom(rest: &mut Rect) -> Rect {
    let height = rest.height.min(1);
    rest.height -= height;
    Rect {
        y: rest.y + rest.height,
        height,
        ..*rest
    }
}

/// Which tabs fit: a row of labels' widths, two columns between them, with `more` columns kept for
/// the word that says there are others. Gives the places (column, index) of those that show; the
/// chosen one always does.
#[must_use]
pub fn fit_tabs(widths: &[u16], chosen: usize, room: u16, more: u16) -> Vec<(u16, usize)> {
    const GAP: u16 = 2;
    let all: u16 = widths.iter().map(|width| width + GAP).sum();
    let room_for_labels = if all <= room {
        room
    } else {
        room.saturating_sub(more)
    };
    let mut shown: Vec<usize> = Vec::new();
    let mut used = 0;
    let chosen_width = widths.get(chosen).copied().unwrap_or(0) + GAP;
    for (index, width) in widths.iter().enumerate() {
        let keep = if index < chosen { chosen_width } else { 0 };
        if index != chosen && used + width + GAP + keep > room_for_labels {
            continue;
        }
        used += width + GAP;
        shown.push(index);
        if index > chosen && used > room_for_labels {
            shown.pop();
            break;
        }
    }
    let mut column = 0;
    shown
        .into_iter()
        .map(|index| {
            let at = column;
            column += widths.get(index).copied().unwrap_or(0) + GAP;
            (at, index)
        })
        .collect()
}
