//! How the work of a row stands, and by when: what is no word or date for it is kept as the note.

use serde_json::{Map, Value as Json, json};

use super::cells::folded;
use super::fault::{Fault, Notice};
use super::headings::Column;
use super::holds::{Holds, STATUS};
use super::read::{Reader, TableRow};
use super::values::{value, word};
use crate::model::half_width;

/// What ends the word for a status where more is written: `in progress, waiting for the budget`.
const BREAKS: [char; 14] = [
    ',', '，', ';', '；', ':', '：', '(', '（', '.', '。', '–', '—', '\n', '、',
];

impl Reader<'_> {
    /// How work goes on is a status where it begins with a word for one. Whatever else is written
    /// there is kept as the note, so that free text keeps no sheet from opening.
    pub(super) fn status(&mut self, at: TableRow, record: &mut Map<String, Json>) {
        for column in [Column::Status, Column::Progress] {
            let Some((place, text)) = self.text(at, column) else {
                continue;
            };
            let first = text.split(BREAKS).next().unwrap_or_default();
            let found = word(STATUS, &text).or_else(|_| word(STATUS, first));
            if let Ok(status) = found {
                record.entry("status").or_insert_with(|| status.into());
            }
            if word(STATUS, &text).is_err() && !folded(&text).is_empty() {
                add_note(record, &text);
                if found.is_err() && column == Column::Status {
                    self.out.notices.push(Notice::KeptAsNote {
                        place,
                        column,
                        text,
                    });
                }
            }
        }
    }

    /// By when. Words that are no date are kept as the note; a date that is mistyped is refused.
    pub(super) fn due(&mut self, at: TableRow, record: &mut Map<String, Json>) {
        let column = at.table.column(Column::Due);
        let Some((index, cell)) = column.and_then(|index| Some((index, at.row.get(index)?))) else {
            return;
        };
        let place = at.place(index);
        let is_words = |text: &str| !text.chars().any(|c| half_width(c).is_ascii_digit());
        match value(self, Holds::Date, None, cell, &place) {
            Ok(Some(due)) => {
                record.insert("due".to_owned(), due);
            }
            Ok(None) => {
                if let Some((_, text)) = self.text(at, Column::Due)
                    && !folded(&text).is_empty()
                {
                    add_note(record, &text);
                }
            }
            Err(Fault::BadDate(text)) if is_words(&text) => {
                add_note(record, &text);
                let column = Column::Due;
                self.out.notices.push(Notice::KeptAsNote {
                    place,
                    column,
                    text,
                });
            }
            Err(fault) => self.refuse(place, fault),
        }
    }
}

/// Puts a text before the note of a record.
fn add_note(record: &mut Map<String, Json>, text: &str) {
    let note = record.entry("note").or_insert_with(|| json!({}));
    for side in ["en", "zh"] {
        let before = note[side].as_str();
        note[side] = before.map_or_else(|| text.into(), |before| format!("{text} {before}").into());
    }
}
