//! A plan as sheets: one for the plan itself, one for each kind of items, and one for each of the
//! other lists of a data file. What is written, [`super::import`] reads back.

use serde_json::{Value as Json, json};

use super::cells::folded;
use super::fields::{Field, SORTS, Sort, sort};
use super::headings::{Column, name};
use super::holds::{FLAG, Holds, STATUS, Word};
use crate::model::file::records::{File, ItemRecord};
use crate::model::{Lang, Node, Plan};

/// A sheet to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
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
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub enum Choices {
    /// Nothing.
    None,
    /// These words.
    Words(Vec<String>),
    /// The names of all bodies.
    Bodies,
}

/// All of a plan, in sheets with headings in `lang`.
#[must_use]
pub fn pages(plan: &Plan, lang: Lang) -> Vec<Page> {
    let file = crate::model::file::write::file_of(plan);
    let mut pages = Vec::new();
    for sort in SORTS.iter() {
        let records: Vec<Json> = match sort.list {
            "items" => {
                pages.extend(kind_pages(plan, &file, lang));
                continue;
            }
            "responsibilities" => {
                pages.push(responsibilities(plan, &file, lang));
                continue;
            }
            "plan" => file.plan.iter().map(json_of).collect(),
            "kinds" => file.kinds.iter().flatten().map(json_of).collect(),
            "bodies" => file.bodies.iter().map(json_of).collect(),
            "documents" => file.documents.iter().map(json_of).collect(),
            "thesaurus" => {
                let sets = file.thesaurus.iter();
                sets.map(|words| json!({ "words": words })).collect()
            }
            list => {
                let items = file.items.iter().flatten();
                items.flat_map(|item| inside(item, list)).collect()
            }
        };
        pages.push(page(sort, lang, &records));
    }
    // First what people look for.
    let rank = |page: &Page| match SORTS.iter().find(|sort| sort.name(lang) == page.name) {
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
fn inside(item: &ItemRecord, list: &str) -> Vec<Json> {
    let id = item.id.as_deref().unwrap_or_default();
    let mut records: Vec<Json> = match list {
        "targets" => item.targets.iter().map(json_of).collect(),
        "parts" => item.parts.iter().map(json_of).collect(),
        _ => {
            let Some(measure) = &item.measure else {
                return Vec::new();
            };
            let mut points: Vec<Json> = measure.points.iter().map(json_of).collect();
            if points.is_empty() {
                points.push(json!({}));
            }
            let measure = json_of(measure);
            for key in ["unit", "binding"] {
                if let (Some(value), Some(first)) = (measure.get(key), points.first_mut()) {
                    first[key] = value.clone();
                }
            }
            points
        }
    };
    for record in &mut records {
        record["item"] = id.into();
    }
    records
}

/// A sheet for each kind that has items.
fn kind_pages(plan: &Plan, file: &File, lang: Lang) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for (_, kind) in plan.kinds() {
        let items = file.items.iter().flatten();
        let items = items.filter(|item| item.kind.as_deref() == Some(&*kind.id));
        let records: Vec<Json> = items.map(json_of).collect();
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
fn responsibilities(plan: &Plan, file: &File, lang: Lang) -> Page {
    let sort = sort("responsibilities");
    let records: Vec<Json> = file.responsibilities.iter().map(json_of).collect();
    let mut page = page(sort, lang, &records);
    let shown = |id: &str| plan.find(id).map_or("", |node| plan.name(node).get(lang));
    for (column, heading) in [
        (Column::Body, [Lang::En, Lang::Zh].map(|_| body_name(lang))),
        (
            Column::Item,
            [Lang::En, Lang::Zh].map(|_| name(Column::Name, lang)),
        ),
    ] {
        let key = name(column, lang);
        let Some(at) = page.columns.iter().position(|known| known.heading == key) else {
            continue;
        };
        page.columns.insert(at + 1, text_column(heading[0]));
        for row in &mut page.rows {
            let name = shown(&row[at]).to_owned();
            row.insert(at + 1, name);
        }
    }
    page
}

fn body_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Organisation name",
        Lang::Zh => "机构名称",
    }
}

fn text_column(heading: &str) -> PageColumn {
    PageColumn {
        heading: heading.to_owned(),
        dates: false,
        numbers: false,
        choices: Choices::None,
    }
}

/// A sheet of records. Columns in which nothing would stand are left out, but for those that name.
fn page(sort: &Sort, lang: Lang, records: &[Json]) -> Page {
    let mut page = Page {
        name: sort.name(lang).to_owned(),
        above: Vec::new(),
        columns: Vec::new(),
        rows: vec![Vec::new(); records.len()],
        open_rows: 0,
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
                choices: Choices::None,
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
    let side = |side: Lang| match (lang, side) {
        (Lang::En, Lang::En) => (format!("{name} (English)"), Some(side)),
        (Lang::En, Lang::Zh) => (format!("{name} (Chinese)"), Some(side)),
        (Lang::Zh, Lang::En) => (format!("{name}（英文）"), Some(side)),
        (Lang::Zh, Lang::Zh) => (format!("{name}（中文）"), Some(side)),
    };
    match lang {
        Lang::En => vec![side(Lang::En), side(Lang::Zh)],
        Lang::Zh => vec![side(Lang::Zh), side(Lang::En)],
    }
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

/// Lines of which each is one name, even if it has a comma.
fn lines_of(lines: &[String]) -> String {
    match lines {
        [one] if super::cells::separate(one).len() > 1 => format!("{one}\n"),
        lines => lines.join("\n"),
    }
}

fn word(words: &[Word], key: &str, lang: Lang) -> String {
    let word = words.iter().find(|word| word.key == key);
    word.map_or(key, |word| word.name(lang)).to_owned()
}

/// A sheet to fill in: for a plan's items who does what here, or for a plan of one's own.
#[must_use]
pub fn template(plan: &Plan, overlay: bool, lang: Lang, both: bool) -> Vec<Page> {
    let heading = |column: Column| {
        let own = name(column, lang);
        let other = match lang {
            Lang::En => Lang::Zh,
            Lang::Zh => Lang::En,
        };
        if both {
            format!("{own} {}", name(column, other))
        } else {
            own.to_owned()
        }
    };
    let columns: &[Column] = if overlay {
        &[
            Column::Id,
            Column::Item,
            Column::Lead,
            Column::Support,
            Column::Unit,
            Column::Contact,
            Column::Due,
            Column::Status,
            Column::Note,
        ]
    } else {
        &[
            Column::Id,
            Column::Kind,
            Column::Name,
            Column::Parent,
            Column::Lead,
            Column::Support,
            Column::Summary,
            Column::Note,
        ]
    };
    let column = |column: &Column| PageColumn {
        heading: heading(*column),
        dates: *column == Column::Due,
        numbers: false,
        choices: match column {
            Column::Lead | Column::Support if overlay => Choices::Bodies,
            Column::Status => Choices::Words(
                STATUS
                    .iter()
                    .map(|word| word.name(lang).to_owned())
                    .collect(),
            ),
            _ => Choices::None,
        },
    };
    let mut work = Page {
        name: match (overlay, lang) {
            (true, Lang::En) => "Assignments".to_owned(),
            (true, Lang::Zh) => "本单位分工".to_owned(),
            (false, Lang::En) => "Our plan".to_owned(),
            (false, Lang::Zh) => "本单位规划".to_owned(),
        },
        above: Vec::new(),
        columns: columns.iter().map(column).collect(),
        rows: Vec::new(),
        open_rows: 200,
    };
    let bodies = Page {
        name: sort("bodies").name(lang).to_owned(),
        above: Vec::new(),
        columns: [Column::Id, Column::Name, Column::Aliases]
            .iter()
            .map(|one| text_column(&heading(*one)))
            .collect(),
        rows: Vec::new(),
        open_rows: 50,
    };
    if !overlay {
        return vec![work];
    }
    let (id, own) = (plan.id(Node::Plan), plan.name(Node::Plan));
    work.above = vec![vec![
        sort("plan").name(lang).to_owned(),
        id.to_owned(),
        own.get(lang).to_owned(),
    ]];
    work.rows = plan
        .items()
        .map(|(id, item)| {
            let item_name = plan.name(Node::Item(id));
            let shown = match (both, lang) {
                (false, lang) => item_name.get(lang).to_owned(),
                (true, Lang::En) => format!("{} {}", item_name.en(), item_name.zh()),
                (true, Lang::Zh) => format!("{} {}", item_name.zh(), item_name.en()),
            };
            let mut row = vec![String::new(); work.columns.len()];
            row[0] = item.id.to_string();
            shown.trim().clone_into(&mut row[1]);
            row
        })
        .collect();
    vec![work, bodies]
}
