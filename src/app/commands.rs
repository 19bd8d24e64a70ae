//! The menu of commands: every command that is at hand with its letter, in as many columns as fit, at
//! the foot of the screen, so that what it is about stays in sight.

use ratatui::layout::{Position, Rect, Size};

use super::keymap::Keymap;
use super::list::{moved, window};
use super::msg::{Context, Motion, Msg};
use crate::i18n::keys::keys;
use crate::model::Lang;

/// Columns of the screen that a column of the menu needs.
const COLUMN: u16 = 38;
/// The most columns.
const COLUMNS: u16 = 3;

/// A command of the menu.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its letter.
    pub key: String,
    /// What it does here.
    pub text: &'static str,
    /// What happens when it is chosen.
    pub msg: Msg,
}

/// The commands, the one that is chosen, and where they are drawn.
#[derive(Clone, Debug)]
pub struct CommandMenu {
    about: String,
    commands: Vec<Command>,
    cursor: usize,
    offset: usize,
    area: Rect,
    /// Rows of the whole menu; those of the screen may be fewer.
    rows: usize,
    columns: usize,
}

impl CommandMenu {
    /// The commands of a context, as far as they are offered. `about`: what they are about.
    pub(super) fn new(
        keymap: &Keymap,
        context: Context,
        about: String,
        lang: Lang,
        ascii: bool,
        is_offered: impl Fn(&Msg) -> bool,
    ) -> CommandMenu {
        let here = keymap
            .commands()
            .filter(|(row, _)| row.contexts.contains(&context) && is_offered(&row.msg));
        let commands = here.map(|(row, letter)| Command {
            key: letter.map_or_else(String::new, |letter| letter.label(ascii)),
            text: (row.help)(keys(lang)),
            msg: row.msg.clone(),
        });
        CommandMenu {
            about,
            commands: commands.collect(),
            cursor: 0,
            offset: 0,
            area: Rect::default(),
            rows: 1,
            columns: 1,
        }
    }

    /// What the commands are about: the sign and the name of a node, if there is one.
    #[must_use]
    pub fn about(&self) -> &str {
        &self.about
    }

    /// Where it is drawn: a line for its title, then the commands.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.area
    }

    /// The command under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Command> {
        self.commands.get(self.cursor)
    }

    /// There are commands above, and below what shows.
    #[must_use]
    pub fn more(&self) -> [bool; 2] {
        [self.offset > 0, self.offset + self.height() < self.rows]
    }

    /// The commands that show: where, whether the cursor is on it, and the command.
    pub fn visible(&self) -> impl Iterator<Item = (Rect, bool, &Command)> {
        self.commands
            .iter()
            .enumerate()
            .filter_map(|(at, command)| {
                let row = (at % self.rows).checked_sub(self.offset)?;
                let row = u16::try_from(row)
                    .ok()
                    .filter(|&row| usize::from(row) < self.height())?;
                let column = u16::try_from(at / self.rows).ok()?;
                let width = self.column_width();
                let area = Rect {
                    x: self.area.x + column * width,
                    y: self.area.y + 1 + row,
                    width,
                    height: 1,
                };
                Some((area, at == self.cursor, command))
            })
    }

    fn column_width(&self) -> u16 {
        self.area.width / u16::try_from(self.columns).unwrap_or(1).max(1)
    }

    /// Rows of commands on the screen.
    fn height(&self) -> usize {
        usize::from(self.area.height.saturating_sub(1)).max(1)
    }

    /// Fits it to a screen: above the line for the keys, as high as it needs to be.
    pub(super) fn lay_out(&mut self, size: Size) {
        self.columns = usize::from((size.width / COLUMN).clamp(1, COLUMNS));
        self.rows = self.commands.len().div_ceil(self.columns).max(1);
        let room = size.height.saturating_sub(u16::from(size.height > 3));
        let wanted = u16::try_from(self.rows + 1).unwrap_or(u16::MAX);
        let height = wanted.min(room);
        self.area = Rect::new(0, room - height, size.width, height);
        self.offset = window(
            self.offset,
            self.cursor % self.rows,
            self.rows,
            self.height(),
        );
    }

    pub(super) fn go(&mut self, motion: Motion) {
        self.cursor = moved(self.cursor, self.commands.len(), self.height(), motion);
    }

    /// To the column beside this one, if there is one.
    pub(super) fn move_column(&mut self, motion: Motion) {
        let to = match motion {
            Motion::Next => self.cursor + self.rows,
            Motion::Prev => self.cursor.wrapping_sub(self.rows),
            _ => return,
        };
        if to < self.commands.len() {
            self.cursor = to;
        }
    }

    /// Puts the cursor on the command at a place of the screen, if there is one.
    pub(super) fn select_at(&mut self, at: Position) -> bool {
        let found = self.visible().find(|(area, ..)| area.contains(at));
        let index = found.and_then(|(_, _, command)| {
            self.commands
                .iter()
                .position(|one| std::ptr::eq(one, command))
        });
        self.cursor = index.unwrap_or(self.cursor);
        index.is_some()
    }
}
