//! From tables to the records of a data file, each with the cells that it came from.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};

use super::Imported;
use super::cells::folded;
use super::fault::{Fault, Named, SheetNotice};
use super::fields::Field;
use super::grid::{CellPlace, GridRow};
use super::headings::Column;
use super::holds::Of;
use super::names::{KnownNames, is_ours};
use super::table::{SheetTable, text};
use super::values::value;
use crate::model::Lang;
use crate::model::file::validate::OUR_OFFICE;

/// Kinds of items that a sheet can declare by their use: in English, one and many, in Chinese, and the
/// letter of their ids.
const USUAL_KINDS: [[&str; 4]; 10] = [
    ["Task", "Tasks", "任务", "T"],
    ["Project", "Projects", "项目", "P"],
    ["Action", "Actions", "行动", "A"],
    ["Measure", "Measures", "措施", "M"],
    ["Goal", "Goals", "目标", "G"],
    ["Objective", "Objectives", "目标任务", "O"],
    ["Programme", "Programmes", "工程", "P"],
    ["Milestone", "Milestones", "里程碑", "M"],
    ["Activity", "Activities", "活动", "A"],
    ["Item", "Items", "事项", "I"],
];

/// Reads tables.
#[expect(clippy::struct_excessive_bools, reason = "each is a rule of its own")]
pub(super) struct Reader<'r> {
    /// The file is laid over others.
    pub(super) overlay: bool,
    /// Bodies that are not known are added.
    pub(super) add_bodies: bool,
    /// Documents that are not known are added.
    pub(super) add_documents: bool,
    /// Items that are not known are added.
    pub(super) add_items: bool,
    /// A cell that cannot be read is left out.
    pub(super) lenient: bool,
    /// Cells that are left out, each with the reason.
    pub(super) left_out: Vec<(CellPlace, Fault)>,
    /// The name of the file, without its ending.
    pub(super) stem: &'r str,
    pub(super) names: KnownNames,
    /// The records that are read, by the lists of a data file.
    pub(super) lists: HashMap<&'static str, Vec<Json>>,
    /// What comes of it.
    pub(super) out: Imported,
    /// The plan that the file says it is for.
    pub(super) meant_for: Option<String>,
    /// Items of this file, by their ids.
    pub(super) items: HashMap<String, usize>,
    /// A text whose heading states no language is the text in either. Where it would replace one that
    /// is known, it is only the side that it is in.
    pub(super) either: bool,
    /// The records of the files that it lies over, by their lists and ids.
    pub(super) known: HashMap<(&'static str, String), Json>,
    /// Words that were read as a status: the word, the status, the first cell, how many cells there
    /// are, whether the words were kept as the note.
    pub(super) read_as: Vec<(String, &'static str, CellPlace, usize, bool)>,
}

/// A row of a table, and where the table is among all.
#[derive(Clone, Copy)]
pub(super) struct TableRow<'t> {
    pub(super) table: &'t SheetTable<'t>,
    pub(super) index: usize,
    pub(super) row: &'t GridRow,
}

impl TableRow<'_> {
    pub(super) fn place(&self, column: u32) -> CellPlace {
        self.table.place(self.row, column)
    }

    /// Whether anything stands in a column.
    pub(super) fn has(&self, column: Column) -> bool {
        let at = self.table.column(column);
        at.is_some_and(|at| self.row.get(at).is_some())
    }
}

impl Reader<'_> {
    /// The text in a column; the first column, where there is one for each language.
    pub(super) fn text(&mut self, at: TableRow, column: Column) -> Option<(CellPlace, String)> {
        let column = at.table.column(column)?;
        let place = at.place(column);
        match text(at.row.get(column)?) {
            Ok(text) => Some((place, text)),
            Err(fault) => {
                self.refuse(place, fault);
                None
            }
        }
    }

    /// The keys of a record that stand in a row.
    pub(super) fn record<'f>(
        &mut self,
        at: TableRow,
        fields: impl IntoIterator<Item = &'f Field>,
    ) -> Map<String, Json> {
        let mut record = Map::new();
        for field in fields {
            let columns = at.table.columns.iter();
            for (column, meaning) in columns.filter(|(_, meaning)| meaning.column == field.column) {
                let Some(cell) = at.row.get(*column) else {
                    continue;
                };
                let cell = self.in_its_unit(at, field.holds, cell, &record);
                let place = at.place(*column);
                match value(self, field.holds, meaning.lang, &cell, &place) {
                    Ok(Some(value)) => put(&mut record, field.key, value),
                    Ok(None) => {}
                    Err(fault) => self.refuse(place, fault),
                }
            }
        }
        record
    }

    /// The id of what a name stands for. What is not known is added, if it may be.
    pub(super) fn named(&mut self, of: Of, name: &str, place: &CellPlace) -> Result<String, Fault> {
        let mut ids = self.names.find(of, name);
        match ids.len() {
            1 => Ok(ids.remove(0)),
            0 if of == Of::Body && self.overlay && is_ours(name) => Ok(OUR_OFFICE.to_owned()),
            0 if of == Of::Body && self.add_bodies => {
                Ok(self.add("bodies", Named::Body, name, place))
            }
            0 => Err(Fault::UnknownName {
                name: name.to_owned(),
                wanted: match of {
                    Of::Body => Named::Body,
                    Of::Document => Named::Document,
                    Of::Item | Of::Kind | Of::Source | Of::Node => Named::Item,
                },
                near: self.names.near(of, name),
            }),
            _ => Err(Fault::Ambiguous {
                name: name.to_owned(),
                ids,
            }),
        }
    }

    /// The id of a kind; one that is not known is declared by its use.
    pub(super) fn kind(&mut self, name: &str, place: &CellPlace) -> Result<String, Fault> {
        let known = self.named(Of::Kind, name, place);
        if known.is_ok() || self.overlay {
            return known;
        }
        let wanted = folded(name);
        let is = |usual: &&[&str; 4]| usual[..3].iter().any(|known| folded(known) == wanted);
        let usual = USUAL_KINDS.iter().find(is);
        let id = self.names.new_id(usual.map_or(name, |usual| usual[0]));
        let initial = id.chars().next().map(|c| c.to_ascii_uppercase());
        let prefix = usual.map_or_else(
            || initial.map(String::from).unwrap_or_default(),
            |usual| usual[3].to_owned(),
        );
        let (name, plural) = match usual {
            Some([en, many, zh, _]) => (
                json!({ "en": en, "zh": zh }),
                json!({ "en": many, "zh": zh }),
            ),
            None => (both(name), both(name)),
        };
        let kind =
            json!({ "id": id, "prefix": prefix, "name": name, "plural": plural, "primary": true });
        self.names.add("kinds", &kind);
        self.list("kinds").push(kind);
        Ok(id)
    }

    /// A body or document that is only named.
    pub(super) fn add(
        &mut self,
        list: &'static str,
        what: Named,
        name: &str,
        place: &CellPlace,
    ) -> String {
        let id = self.names.new_id(name);
        let record = json!({ "id": id, "name": both(name) });
        self.names.add(list, &record);
        self.list(list).push(record);
        let (name, place) = (name.to_owned(), place.clone());
        self.out
            .notices
            .push(SheetNotice::Added { what, name, place });
        id
    }

    pub(super) fn list(&mut self, list: &'static str) -> &mut Vec<Json> {
        self.lists.entry(list).or_default()
    }

    /// Adds a record that stands in a row; its place in the list.
    pub(super) fn push(
        &mut self,
        at: TableRow,
        list: &'static str,
        mut record: Map<String, Json>,
    ) -> usize {
        self.note_left_out(at, &mut record);
        let records = self.list(list);
        records.push(Json::Object(record));
        let place = records.len() - 1;
        let from = (at.index, at.row.number);
        self.out.places.add((list, place, None), from);
        place
    }

    /// Makes the nodes of a table known by their names, before any of them is referred to.
    pub(super) fn announce(&mut self, table: &SheetTable) {
        let list = table.sort.list;
        if !matches!(list, "bodies" | "documents" | "kinds" | "items" | "plan") {
            return;
        }
        // Beside a plan, an id alone brings no item.
        if self.overlay && list == "items" && !table.has(Column::Kind) && !self.add_items {
            return;
        }
        let names = [
            Column::Id,
            Column::Name,
            Column::Short,
            Column::Aliases,
            Column::Abbreviation,
        ];
        let names = table
            .sort
            .fields
            .iter()
            .filter(|field| names.contains(&field.column));
        let names: Vec<&Field> = names.collect();
        // What is wrong with them is said where the row itself is read.
        let faults = std::mem::take(&mut self.out.faults);
        let left_out = std::mem::take(&mut self.left_out);
        for row in table.rows {
            let index = 0;
            let at = TableRow { table, index, row };
            let mut record = self.record(at, names.iter().copied());
            // Beside a name it is the id.
            if list == "items"
                && table.has(Column::Name)
                && !record.contains_key("id")
                && let Some((_, id)) = self.text(at, Column::Item)
            {
                record.insert("id".to_owned(), id.into());
            }
            if !record.contains_key("id") {
                let name = record.get("name").and_then(shown);
                let Some(name) = name.filter(|_| !matches!(list, "items" | "plan")) else {
                    continue;
                };
                record.insert("id".to_owned(), self.names.new_id(&name).into());
            }
            self.names.add(list, &Json::Object(record));
        }
        self.out.faults = faults;
        self.left_out = left_out;
    }

    /// Reads a row that is a whole record: the plan, a kind, a body, a document, a set of synonyms.
    pub(super) fn whole(&mut self, at: TableRow) {
        let list = at.table.sort.list;
        let mut record = self.record(at, &at.table.sort.fields);
        if list == "thesaurus" {
            let words = record.remove("words");
            self.list(list).extend(words);
            return;
        }
        if !record.contains_key("id") && list != "plan" {
            let Some(name) = record.get("name").and_then(shown) else {
                self.say_no_key(at);
                return;
            };
            let of = if list == "bodies" {
                Of::Body
            } else {
                Of::Document
            };
            let known = self.names.one(of, &name);
            let id = known.unwrap_or_else(|| self.names.new_id(&name));
            record.insert("id".to_owned(), id.into());
        }
        if self.overlay && !self.is_news(list, &mut record) {
            return;
        }
        if list == "plan" {
            // The last row holds.
            self.list(list).clear();
        }
        self.push(at, list, record);
    }

    /// Whether a record of an overlay says something that is not known. Only that stays in it.
    fn is_news(&mut self, list: &'static str, record: &mut Map<String, Json>) -> bool {
        let id = record.get("id").and_then(Json::as_str).map(folded);
        if list == "plan" {
            // The sheet that says for which plan the others are.
            let id = record.get("id").and_then(Json::as_str);
            self.meant_for = id.map(str::to_owned);
            let mut all = self.known.iter().filter(|((list, _), _)| *list == "plan");
            let known = all.next().map(|(_, plan)| plan);
            let is_other = |(key, value): (&String, &mut Json)| {
                known.is_some_and(|known| has_news(known.get(key), value))
            };
            if record.iter_mut().any(is_other) {
                self.out.places.not_assigned += 1;
            }
            return false;
        }
        let known = id.and_then(|id| self.known.get(&(list, id)));
        if let Some(known) = known {
            record.retain(|key, value| key == "id" || has_news(known.get(key), value));
        }
        record.len() > 1
    }

    /// The record of an item in this file; one that only extends the item is added.
    pub(super) fn item(&mut self, id: &str) -> usize {
        if let Some(at) = self.items.get(&folded(id)) {
            return *at;
        }
        let records = self.list("items");
        records.push(json!({ "id": id }));
        let at = records.len() - 1;
        self.items.insert(folded(id), at);
        at
    }
}

/// Whether a value says more than what is known; of a list, what is known is taken out.
pub(super) fn has_news(known: Option<&Json>, value: &mut Json) -> bool {
    match (known, value) {
        (Some(Json::Object(known)), Json::Object(sides)) => sides
            .iter()
            .any(|(side, text)| known.get(side) != Some(text)),
        (Some(Json::Array(known)), Json::Array(list)) => {
            list.retain(|one| !known.contains(one));
            !list.is_empty()
        }
        (known, value) => known != Some(value),
    }
}

/// The language of a text: any Han character makes it Chinese.
pub(super) fn lang_of(text: &str) -> Lang {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    if text.contains(is_han) {
        Lang::Zh
    } else {
        Lang::En
    }
}

/// A text of a record in one of its languages.
pub(super) fn shown(text: &Json) -> Option<String> {
    let side = text.get("zh").or_else(|| text.get("en"))?;
    side.as_str().map(str::to_owned)
}

/// A text that is the same in either language, as a record has it.
pub(super) fn both(text: &str) -> Json {
    json!({ "en": text, "zh": text })
}

/// Puts a value at a key; the sides of a text come one by one, and `period.from` lies in `period`.
fn put(record: &mut Map<String, Json>, key: &str, value: Json) {
    if let Some((outer, inner)) = key.split_once('.') {
        let outer = record
            .entry(outer)
            .or_insert_with(|| Json::Object(Map::new()));
        if let Json::Object(outer) = outer {
            put(outer, inner, value);
        }
        return;
    }
    match (record.get_mut(key), value) {
        (Some(Json::Object(known)), Json::Object(more)) => known.extend(more),
        (_, value) => {
            record.insert(key.to_owned(), value);
        }
    }
}
