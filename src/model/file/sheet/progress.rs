//! How the work of a row stands, and by when: what says more than a status or a date is kept as the note.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Map, Value as Json, json};

use super::cells::{folded, is_mistyped_date, lacks_year};
use super::fault::{Fault, SheetNotice};
use super::grid::{CellPlace, Value};
use super::headings::Column;
use super::holds::{
    BREAKS, Holds, NO_STATUS, STATUS, STATUS_AND_MORE, beside_not_begun, says_not_begun,
};
use super::read::{Reader, TableRow, lang_of};
use super::values::value;
use crate::model::{Lang, half_width};

/// What leads from a word for a status to more about it: `延期至2027年`, `delayed until June`.
const ONWARDS: [&str; 9] = ["至", "到", "于", "约", "为", " ", "until", "to", "by"];

/// What may stand around a percentage that says how far the work is.
const AROUND_SHARE: [&str; 14] = [
    "",
    "已完成",
    "完成",
    "进度",
    "完成率",
    "完成进度",
    "约",
    "已完成约",
    "complete",
    "completed",
    "done",
    "finished",
    "progress",
    "about",
];

/// Marks that something is done.
const TICKS: [&str; 5] = ["√", "✓", "✔", "☑", "✅"];

/// The status that each word means, folded, and whether it says more than that.
static STATUSES: LazyLock<HashMap<String, (&str, bool)>> = LazyLock::new(|| {
    let tables = [(STATUS, false), (STATUS_AND_MORE, true)];
    let words = tables
        .iter()
        .flat_map(|&(table, more)| table.iter().map(move |word| (word, more)));
    let names = words.flat_map(|(word, more)| {
        let names = word.en.iter().chain(word.zh);
        names.map(move |name| (folded(name), (word.key, more)))
    });
    names.collect()
});

/// The status that a text means as a whole, and whether it says more than that.
fn exactly(text: &str) -> Option<(&'static str, bool)> {
    let is_tick = TICKS.contains(&text.trim_end_matches('\u{fe0f}'));
    let found = STATUSES.get(&folded(text)).copied();
    found.or_else(|| is_tick.then_some(("done", false)))
}

/// What a cell says of how work stands.
struct Standing {
    /// The key of the status, or [`NO_STATUS`].
    status: &'static str,
    /// The word by which it was known; a percentage as it is written.
    word: String,
    /// It was known by a percentage below 100.
    is_share: bool,
    /// The cell says more than the status does.
    more: bool,
}

impl Standing {
    fn of(text: &str) -> Option<Standing> {
        let standing = |status, word: &str, more| {
            let word = word.to_owned();
            Some(Standing {
                status,
                word,
                more,
                is_share: false,
            })
        };
        let text = text.trim();
        if let Some((status, more)) = exactly(text) {
            return standing(status, text, more);
        }
        let share = share(text);
        if let Some((share, around)) = &share
            && AROUND_SHARE.contains(&around.as_str())
        {
            let is_share = *share < 100.0;
            let status = match share {
                0.0 => NO_STATUS,
                _ if is_share => "open",
                _ => "done",
            };
            let standing = standing(status, text, is_share);
            return standing.map(|standing| Standing {
                is_share,
                ..standing
            });
        }
        let first = text.split(BREAKS).next().unwrap_or_default().trim();
        if let Some((status, _)) = exactly(first) {
            // `完成（80%）` is not done.
            let is_part = share.is_some_and(|(share, _)| share < 100.0);
            let status = if is_part && status == "done" {
                "open"
            } else {
                status
            };
            return standing(status, first, true);
        }
        let lower = text.to_lowercase();
        let goes_on = |name: &&str| {
            let rest = lower.strip_prefix(*name);
            rest.is_some_and(|rest| ONWARDS.iter().any(|word| rest.starts_with(word)))
        };
        STATUS_AND_MORE.iter().find_map(|word| {
            let names = word.en.iter().chain(word.zh).copied();
            let name = names.filter(goes_on).max_by_key(|name| name.len())?;
            standing(word.key, name, true)
        })
    }
}

/// The only percentage in a text, and what stands around it, folded.
fn share(text: &str) -> Option<(f64, String)> {
    let text: String = text.chars().map(half_width).collect();
    let (before, after) = text.split_once('%')?;
    let before = before.trim_end();
    let is_figure = |c: char| c.is_ascii_digit() || c == '.';
    let figure = before.trim_end_matches(is_figure).len();
    let share = before[figure..].parse().ok()?;
    let around = folded(&[&before[..figure], after].concat());
    Some((share, around))
}

/// What a cell says; of a number that is shown as a percentage, that.
fn words(cell: Option<&Value>, text: String) -> String {
    match cell {
        Some(Value::Number(share)) if (0.0..=1.0).contains(share) => {
            format!("{}%", (share * 1000.0).round() / 10.0)
        }
        Some(Value::Flag(true)) => "√".to_owned(),
        Some(_) | None => text,
    }
}

/// Whether nothing but blanks and strokes stands in a cell: somebody left it empty.
fn is_blank(text: &str) -> bool {
    let is_stroke = |c: char| c.is_whitespace() || "-–—―－/／\\_.".contains(c);
    text.chars().all(is_stroke)
}

impl Reader<'_> {
    /// How work goes on is a status where a word for one stands. Whatever says more is kept as the
    /// note, so that free text keeps no sheet from opening and none of it is lost.
    pub(super) fn status(&mut self, at: TableRow, record: &mut Map<String, Json>) {
        for column in [Column::Status, Column::Progress] {
            let Some((place, text)) = self.text(at, column) else {
                continue;
            };
            let text = words(at.row.get(place.column), text);
            if is_blank(&text) {
                continue;
            }
            let Some(found) = Standing::of(&text) else {
                add_note(record, &text);
                if column == Column::Status {
                    self.kept_as_note(place, column, text);
                }
                continue;
            };
            let is_other = found.status == NO_STATUS || {
                let status = record.entry("status");
                *status.or_insert_with(|| found.status.into()) != found.status
            };
            // A sheet that was exported says it in both columns.
            let is_said = || {
                let said = record.get("note").and_then(|note| note["en"].as_str());
                says_not_begun(&text) && said.is_some_and(says_not_begun)
            };
            if (is_other || found.more) && !is_said() {
                add_note(record, &text);
            }
            self.read_as(place, found);
        }
    }

    /// By when. What is no date is kept as the note; a date that is mistyped is refused.
    pub(super) fn due(&mut self, at: TableRow, record: &mut Map<String, Json>) {
        let column = at.table.column(Column::Due);
        let Some((index, cell)) = column.and_then(|index| Some((index, at.row.get(index)?))) else {
            return;
        };
        let place = at.place(index);
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
            Err(Fault::BadDate(text)) if !is_mistyped_date(&text) || lacks_year(&text) => {
                add_note(record, &text);
                self.kept_as_note(place, Column::Due, text);
            }
            Err(fault) => self.refuse(place, fault),
        }
    }

    fn kept_as_note(&mut self, place: CellPlace, column: Column, text: String) {
        let notice = SheetNotice::KeptAsNote {
            place,
            column,
            text,
        };
        self.out.notices.push(notice);
    }

    /// Notes once for each word as which status it was read.
    fn read_as(&mut self, place: CellPlace, found: Standing) {
        let names = STATUS.iter().filter(|word| word.key == found.status);
        let mut plain = names.flat_map(|word| word.en.iter().take(2).chain(word.zh.iter().take(2)));
        // What is shown as it is written needs no remark.
        if found.status == NO_STATUS && beside_not_begun(&found.word).is_empty() {
            return;
        }
        if !found.more && plain.any(|name| folded(name) == folded(&found.word)) {
            return;
        }
        // Shares are all read alike: the first stands for them.
        let is_share = |word: &str| share(word).is_some_and(|(share, _)| share < 100.0);
        let is_same = |(word, status, ..): &&mut (String, &str, CellPlace, usize, bool)| {
            let alike = *word == found.word || found.is_share && is_share(word);
            alike && *status == found.status
        };
        match self.read_as.iter_mut().find(is_same) {
            Some((.., cells, more)) => {
                *cells += 1;
                *more |= found.more;
            }
            None => (self.read_as).push((found.word, found.status, place, 1, found.more)),
        }
    }
}

/// Puts a text before the note of a record.
pub(super) fn add_note(record: &mut Map<String, Json>, text: &str) {
    let note = record.entry("note").or_insert_with(|| json!({}));
    let between = match lang_of(text) {
        Lang::En => "; ",
        Lang::Zh => "；",
    };
    for side in ["en", "zh"] {
        let before = note[side].as_str();
        note[side] = before.map_or_else(
            || text.into(),
            |before| [text, between, before].concat().into(),
        );
    }
}
