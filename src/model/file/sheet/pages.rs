//! A plan as sheets: one for the plan itself, one for each kind of items, and one for each of the
//! other lists of a data file. What is written, [`super::import`] reads back.

use std::collections::{HashMap, HashSet};

use serde_json::{Value as Json, json};

use super::cells::folded;
use super::fields::{Field, SORTS, Sort, sort};
use super::headings::{Column, name};
use super::holds::{FLAG, Holds, SheetWord};
use crate::model::file::node_json;
use crate::model::{ItemId, Lang, Node, Plan};

/// A sheet to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetPage {
    /// Its name.
    pub name: String,
    /// Rows above the headings.
    pub above: Vec<Vec<String>>,
    /// Its columns.
    pub columns: Vec<PageColumn>,
    /// Its rows; each has a text for each column.
    pub rows: Vec<Vec<String>>,
    /// So many rows more are to be filled in.
    pub open_rows: usize,
}

/// A column of a sheet to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageColumn {
    /// Its heading.
    pub heading: String,
    /// It holds dates.
    pub dates: bool,
    /// It holds numbers.
    pub numbers: bool,
    /// What is offered to be chosen; anything else may be written too.
    pub choices: Choices,
}

/// What is offered to be chosen in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Choices {
    /// Nothing.
    #[default]
    None,
    /// These words.
    Words(Vec<String>),
    /// The names of all bodies.
    Bodies,
}

/// All of a plan, in sheets with headings in `lang`.
#[must_use]
pub fn pages(plan: &Plan, lang: Lang) -> Vec<SheetPage> {
    let file = json_of(&crate::model::file::write::file_of(plan));
    let list = |key: &str| match &file[key] {
        Json::Array(records) => &records[..],
        one => std::slice::from_ref(one),
    };
    let items = list("items");
    let mut pages = Vec::new();
    for sort in SORTS.iter() {
        let inside = || items.iter().flat_map(|item| inside(item, sort.list));
        match sort.list {
            "items" => pages.extend(kind_pages(plan, items, lang)),
            "responsibilities" => pages.push(responsibilities(plan, list(sort.list), lang)),
            "thesaurus" => {
                let sets = list(sort.list).iter();
                let sets: Vec<Json> = sets.map(|words| json!({ "words": words })).collect();
                pages.push(page(sort, lang, &sets));
            }
            "targets" | "parts" | "points" => {
                pages.push(page(sort, lang, &inside().collect::<Vec<Json>>()));
            }
            _ => pages.push(page(sort, lang, list(sort.list))),
        }
    }
    // First what people look for.
    let rank = |page: &SheetPage| match SORTS.iter().find(|sort| sort.name(lang) == page.name) {
        Some(sort) if sort.list == "plan" => 0,
        Some(sort) if sort.list == "responsibilities" => 2,
        Some(_) => 3,
        None => 1,
    };
    pages.sort_by_key(rank);
    pages.retain(|page| !page.rows.is_empty());
    pages
}

fn json_of(record: &impl serde::Serialize) -> Json {
    serde_json::to_value(record).unwrap_or_default()
}

/// The records that an item's list holds, each with the item's id.
fn inside(item: &Json, list: &str) -> Vec<Json> {
    let measure = &item["measure"];
    let of = if list == "points" { measure } else { item };
    let mut records = of[list].as_array().cloned().unwrap_or_default();
    if list == "points" && !measure.is_null() {
        if records.is_empty() {
            records.push(json!({}));
        }
        for key in ["unit", "binding"] {
            if let Some(value) = measure.get(key) {
                records[0][key] = value.clone();
            }
        }
    }
    for record in &mut records {
        record["item"] = item["id"].clone();
    }
    records
}

/// A sheet for each kind that has items.
fn kind_pages(plan: &Plan, items: &[Json], lang: Lang) -> Vec<SheetPage> {
    let mut pages: Vec<SheetPage> = Vec::new();
    for (_, kind) in plan.kinds() {
        let items = items.iter().filter(|item| item["kind"] == *kind.id);
        let records: Vec<Json> = items.cloned().collect();
        let mut page = page(sort("items"), lang, &records);
        let is_taken = |name: &str| {
            let name = folded(name);
            let mut sorts = SORTS
                .iter()
                .flat_map(|sort| [Lang::En, Lang::Zh].map(|lang| sort.name(lang)));
            name.is_empty()
                || sorts.any(|known| folded(known) == name)
                || pages.iter().any(|page| folded(&page.name) == name)
        };
        page.name = sheet_name(kind.plural.get(lang));
        if is_taken(&page.name) {
            page.name = sheet_name(&format!("{} ({})", kind.id, page.name));
        }
        if is_taken(&page.name) {
            page.name = sheet_name(&format!("{} {}", pages.len() + 1, kind.id));
        }
        pages.push(page);
    }
    pages
}

/// A name that a sheet can have: some signs may not be in it, and it may not be long.
fn sheet_name(name: &str) -> String {
    let fits = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let name: String = name.chars().filter(fits).take(28).collect();
    name.trim().to_owned()
}

/// Who answers for what; beside the ids stand the names.
fn responsibilities(plan: &Plan, records: &[Json], lang: Lang) -> SheetPage {
    let sort = sort("responsibilities");
    let mut page = page(sort, lang, records);
    let shown = |id: &str| plan.find(id).map_or("", |node| plan.name(node).get(lang));
    let body = match lang {
        Lang::En => "Organisation name",
        Lang::Zh => "机构名称",
    };
    for (column, heading) in [
        (Column::Body, body),
        (Column::Item, name(Column::Name, lang)),
    ] {
        let key = name(column, lang);
        let Some(at) = page.columns.iter().position(|known| known.heading == key) else {
            continue;
        };
        page.columns.insert(at + 1, text_column(heading));
        for row in &mut page.rows {
            let name = shown(&row[at]).to_owned();
            row.insert(at + 1, name);
        }
    }
    page
}

pub(super) fn text_column(heading: &str) -> PageColumn {
    PageColumn {
        heading: heading.to_owned(),
        ..PageColumn::default()
    }
}

/// A sheet of records. Columns in which nothing would stand are left out, but for those that name.
fn page(sort: &Sort, lang: Lang, records: &[Json]) -> SheetPage {
    let mut page = SheetPage {
        name: sort.name(lang).to_owned(),
        rows: vec![Vec::new(); records.len()],
        ..SheetPage::default()
    };
    for field in &sort.fields {
        for (heading, side) in headings(field, lang) {
            let cells: Vec<String> = records
                .iter()
                .map(|record| cell(field, side, value(record, field.key), lang))
                .collect();
            let names = ["id", "item", "body", "kind"].contains(&field.key);
            if !names && cells.iter().all(String::is_empty) {
                continue;
            }
            page.columns.push(PageColumn {
                heading,
                dates: field.holds == Holds::Date,
                numbers: matches!(field.holds, Holds::Whole | Holds::Figure),
                ..PageColumn::default()
            });
            for (row, cell) in page.rows.iter_mut().zip(cells) {
                row.push(cell);
            }
        }
    }
    page
}

/// The columns of a field: two for a text, with its own language first.
pub(super) fn headings(field: &Field, lang: Lang) -> Vec<(String, Option<Lang>)> {
    let name = name(field.column, lang);
    if field.holds != Holds::Text {
        return vec![(name.to_owned(), None)];
    }
    let side = |side: Lang| {
        let heading = match (lang, side) {
            (Lang::En, Lang::En) => format!("{name} (English)"),
            (Lang::En, Lang::Zh) => format!("{name} (Chinese)"),
            (Lang::Zh, Lang::En) => format!("{name}（英文）"),
            (Lang::Zh, Lang::Zh) => format!("{name}（中文）"),
        };
        (heading, Some(side))
    };
    vec![side(lang), side(lang.other())]
}

fn value<'r>(record: &'r Json, key: &str) -> Option<&'r Json> {
    key.split('.').try_fold(record, |at, key| at.get(key))
}

/// What stands in the cell of a value.
fn cell(field: &Field, side: Option<Lang>, value: Option<&Json>, lang: Lang) -> String {
    let Some(value) = value else {
        return String::new();
    };
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    match field.holds {
        Holds::Text => {
            let key = if side == Some(Lang::Zh) { "zh" } else { "en" };
            value.get(key).map(text).unwrap_or_default()
        }
        Holds::Lines | Holds::Many(_) => {
            let lines: Vec<String> = value.as_array().into_iter().flatten().map(text).collect();
            lines_of(&lines)
        }
        Holds::Flag => word(FLAG, &value.to_string(), lang),
        Holds::Word(words) => word(words, &text(value), lang),
        Holds::Whole | Holds::Figure => value.to_string(),
        Holds::Line | Holds::One(_) | Holds::Date => text(value),
    }
}

/// Headings, and what each item has below them.
pub type ItemColumns = (Vec<String>, HashMap<ItemId, Vec<String>>);

/// What some items say beside what a table of answers has of them, by the keys of the data file: `summary_en`.
/// Columns in which nothing would stand are left out.
#[must_use]
pub fn item_columns(plan: &Plan, items: &[ItemId]) -> ItemColumns {
    /// They stand in such a table, or may name what has no line in it.
    const APART: [&str; 7] = [
        "id",
        "kind",
        "name",
        "note",
        "confidence",
        "sources",
        "related",
    ];
    let fields = sort("items").fields.iter();
    let ids: HashSet<&str> = items.iter().map(|&id| plan.id(Node::Item(id))).collect();
    let mut columns = Vec::new();
    for field in fields.filter(|field| !APART.contains(&field.key)) {
        for (_, side) in headings(field, Lang::En) {
            let suffix = side.map_or("", |side| match side {
                Lang::En => "_en",
                Lang::Zh => "_zh",
            });
            columns.push((field, side, [field.key, suffix].concat()));
        }
    }
    let cells = |id: ItemId| -> Vec<String> {
        let json = node_json(plan, Node::Item(id));
        let mut record: Json = serde_json::from_str(&json).unwrap_or_default();
        let is_there = record["parent"].as_str().is_some_and(|id| ids.contains(id));
        if let Some(record) = record.as_object_mut().filter(|_| !is_there) {
            record.remove("parent");
        }
        let of = |(field, side, _): &(&Field, _, _)| {
            cell(field, *side, value(&record, field.key), Lang::En)
        };
        columns.iter().map(of).collect()
    };
    let mut all: HashMap<ItemId, Vec<String>> = items.iter().map(|&id| (id, cells(id))).collect();
    let is_used: Vec<bool> = (0..columns.len())
        .map(|at| all.values().any(|cells| !cells[at].is_empty()))
        .collect();
    for cells in all.values_mut() {
        let mut used = is_used.iter();
        cells.retain(|_| used.next() == Some(&true));
    }
    let used = columns.into_iter().zip(is_used).filter(|(_, used)| *used);
    (used.map(|((.., heading), _)| heading).collect(), all)
}

/// Lines of which each is one name, even if it has a comma.
fn lines_of(lines: &[String]) -> String {
    match lines {
        [one] if super::cells::separate(one) != [one] => format!("{one}\n"),
        lines => lines.join("\n"),
    }
}

fn word(words: &[SheetWord], key: &str, lang: Lang) -> String {
    let word = words.iter().find(|word| word.key == key);
    word.map_or(key, |word| word.name(lang)).to_owned()
}
