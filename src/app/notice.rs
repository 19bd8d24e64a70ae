//! What is said at the foot of the screen, and where: the list keeps its cursor above it.

use ratatui::layout::Rect;

use super::App;
use crate::page::{truncate, wrapped};

/// A small screen gives a notice in passing such a part of its lines.
const PART: u16 = 3;
/// On a lower ground there is no room for a line above a notice.
const ROOM_FOR_RULE: u16 = 6;

/// Lines at the foot of the screen that go away with the next key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub title: String,
    /// More lines: a hint, or what was copied.
    pub body: Vec<String>,
    /// It shows what was copied, to select from by hand: a box of its own, which Esc closes and nothing else.
    pub copied: bool,
    /// It tells of a reload: Enter shows what changed.
    pub changes: bool,
}

/// A notice laid out on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeBox {
    /// Where it stands, above the keys.
    pub area: Rect,
    /// A line divides it from what is above.
    pub has_rule: bool,
    /// Its lines, as far as there is room for them, and whether each is of the title.
    pub lines: Vec<(String, bool)>,
    /// So many lines have no room.
    pub hidden: usize,
}

impl App {
    /// The notice as it is laid out on this screen.
    #[must_use]
    pub fn notice_box(&self) -> Option<NoticeBox> {
        let (notice, areas) = (self.notice.as_ref()?, self.areas);
        let footer = areas.footer.map_or(0, |area| area.height);
        let (width, height) = (self.size.width, self.size.height.saturating_sub(footer));
        let room = usize::from(width.max(1));
        let title = (!notice.title.is_empty()).then_some((&notice.title, true));
        let said = title
            .into_iter()
            .chain(notice.body.iter().map(|line| (line, false)));
        // On a small screen what is only said in passing is its first sentences.
        let is_short = areas.title.is_none() && !notice.copied;
        let said = said.take(if is_short { 1 } else { usize::MAX });
        let charset = self.options.charset;
        let mut lines: Vec<(String, bool)> = said
            .flat_map(|(text, is_title)| {
                let lines = wrapped(&charset.fit(text), room);
                lines.into_iter().map(move |line| (line, is_title))
            })
            .collect();
        let has_rule = height > ROOM_FOR_RULE && !is_short;
        let most = if is_short {
            (height / PART).max(1)
        } else {
            height.saturating_sub(1 + u16::from(has_rule)).max(1)
        };
        let hidden = lines.len().saturating_sub(usize::from(most));
        if let (true, Some((next, _))) = (is_short, lines.get(usize::from(most))) {
            let next = next.clone();
            if let Some((last, _)) = lines.get_mut(usize::from(most) - 1) {
                *last = truncate(&format!("{last} {next}"), room, charset.plain_signs());
            }
        }
        lines.truncate(usize::from(most));
        let taken = u16::try_from(lines.len()).unwrap_or(most) + u16::from(has_rule);
        let taken = taken.max(1).min(height);
        Some(NoticeBox {
            area: Rect::new(0, height - taken, width, taken),
            has_rule,
            lines,
            hidden: if is_short { 0 } else { hidden },
        })
    }

    /// So many lines of the list are below a notice. A box of what was copied is closed before the list
    /// is looked at again.
    pub(super) fn rows_below_notice(&self, list: Rect) -> u16 {
        let is_passing = self.notice.as_ref().is_some_and(|notice| !notice.copied);
        let notice = is_passing.then(|| self.notice_box()).flatten();
        notice.map_or(0, |notice| list.bottom().saturating_sub(notice.area.y))
    }
}
