//! Cells that cannot be read: a fault of the file where it is checked; left out of it where it is opened.

use serde_json::{Map, Value as Json};

use super::fault::{Fault, FileFault, SheetNotice};
use super::grid::CellPlace;
use super::headings::{Column, name};
use super::progress::add_note;
use super::read::{Reader, TableRow, lang_of};
use super::table::text;
use crate::model::Lang;

impl Reader<'_> {
    /// Says which cells are left out; a sheet of which nothing else stands is refused for them.
    pub(super) fn say_left_out(&mut self) {
        let mut left_out = std::mem::take(&mut self.left_out);
        left_out.sort_by_cached_key(|(place, _)| self.out.order(place));
        self.lenient &= self.lists.values().any(|list| !list.is_empty());
        for (place, fault) in left_out {
            if self.lenient {
                self.out.notices.push(SheetNotice::LeftOut { place, fault });
            } else {
                self.refuse(place, fault);
            }
        }
    }

    /// Notes what is wrong with a cell: a fault of the file, or what is left out of it.
    pub(super) fn refuse(&mut self, place: CellPlace, fault: Fault) {
        if !self.lenient {
            let place = Some(place);
            self.out.faults.push(|| FileFault { place, fault });
        } else if self.left_out_beside(&place).all(|known| *known != place) {
            self.left_out.push((place, fault));
        }
    }

    /// Keeps the words of a row's cells that are left out as the note: `Lead: Ministry of Magic`.
    pub(super) fn note_left_out(&mut self, at: TableRow, record: &mut Map<String, Json>) {
        let fields = &at.table.sort.fields;
        if !fields.iter().any(|field| field.column == Column::Note) {
            return;
        }
        for (column, meaning) in &at.table.columns {
            let place = at.place(*column);
            let is_left_out = self.left_out_beside(&place).any(|known| *known == place);
            let written = at.row.get(*column).and_then(|cell| text(cell).ok());
            if let Some(written) = written.filter(|_| is_left_out) {
                let lang = lang_of(&written);
                let colon = match lang {
                    Lang::En => ": ",
                    Lang::Zh => "：",
                };
                let said = [name(meaning.column, lang), colon, &written].concat();
                add_note(record, &said);
            }
        }
    }

    /// Says that a row is not read that does not say what it is about. One that has no more than a number
    /// says nothing, and what is left out of a row is said anyway.
    pub(super) fn say_no_key(&mut self, at: TableRow) {
        let mut said = at.table.columns.iter().filter(|(column, meaning)| {
            meaning.column != Column::Number && at.row.get(*column).is_some()
        });
        let Some((column, _)) = said.next().filter(|_| !self.is_cut(at)) else {
            return;
        };
        let place = at.place(*column);
        let known = self.out.notices.iter_mut().find_map(|notice| match notice {
            SheetNotice::NoKey { place: known, rows } if known.sheet == place.sheet => Some(rows),
            _ => None,
        });
        match known {
            Some(rows) => *rows += 1,
            None => self.out.notices.push(SheetNotice::NoKey { place, rows: 1 }),
        }
    }

    /// Whether a cell of a row is left out.
    pub(super) fn is_cut(&self, at: TableRow) -> bool {
        self.left_out_beside(&at.place(0)).next().is_some()
    }

    /// The cells that are left out of the row of a cell, if it is the row that is read.
    pub(super) fn left_out_beside(&self, cell: &CellPlace) -> impl Iterator<Item = &CellPlace> {
        let places = self.left_out.iter().rev().map(|(place, _)| place);
        places.take_while(|place| place.row == cell.row && place.sheet == cell.sheet)
    }
}
