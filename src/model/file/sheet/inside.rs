//! Tables whose rows belong to items: figures, targets, parts.

use std::borrow::Cow;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json, json};

use super::cells::folded;
use super::grid::Value;
use super::headings::Column;
use super::holds::{Holds, Of};
use super::read::{Reader, TableRow};
use super::table::text;
use super::values::without_percent;
use crate::model::file::parts::{PartRecord, PointRecord, TargetRecord};

impl Reader<'_> {
    /// Reads a row that belongs to an item: a figure, a target, a part.
    pub(super) fn inside(&mut self, at: TableRow) {
        let list = at.table.sort.list;
        let mut record = self.record(at, &at.table.sort.fields);
        // A figure without its year, or a target without its date, says nothing.
        if record.is_empty() || self.is_cut(at) {
            return;
        }
        let id = match record.remove("item") {
            Some(Json::String(id)) => id,
            _ if at.table.has(Column::Item) && at.has(Column::Item) => return,
            _ => {
                let Some((place, name)) = self.text(at, Column::Id) else {
                    self.say_no_key(at);
                    return;
                };
                match self.named(Of::Item, &name, &place) {
                    Ok(id) => id,
                    Err(fault) => return self.refuse(place, fault),
                }
            }
        };
        let mut measure = Map::new();
        if list == "points" {
            for key in ["unit", "binding"] {
                measure.extend(record.remove_entry(key));
            }
        }
        if self.is_known_inside(list, &id, &measure, &record) {
            return;
        }
        let place = self.item(&id);
        let mut item = &mut self.list("items")[place];
        if list == "points" {
            item = &mut item["measure"];
            if item.is_null() {
                *item = json!({});
            }
            for (key, value) in measure {
                item[key] = value;
            }
            if record.is_empty() {
                return;
            }
        }
        let records = &mut item[list];
        if records.is_null() {
            *records = json!([]);
        }
        if let Json::Array(records) = records {
            records.push(Json::Object(record));
            let inner = records.len() - 1;
            let from = (at.index, at.row.number);
            self.out
                .places
                .add(("items", place, Some((list, inner))), from);
        }
    }

    /// A cell without its percent sign, where the figures of its item are percentages.
    pub(super) fn in_its_unit<'c>(
        &self,
        at: TableRow,
        holds: Holds,
        cell: &'c Value,
        record: &Map<String, Json>,
    ) -> Cow<'c, Value> {
        let figure = match cell {
            Value::Text(text) if holds == Holds::Figure => without_percent(text),
            _ => None,
        };
        match figure.filter(|_| self.is_in_percent(at, record)) {
            Some(figure) => Cow::Owned(Value::Text(figure.into())),
            None => Cow::Borrowed(cell),
        }
    }

    /// Whether the unit of an item's figures is the percent sign: as the row has it, a row above, or the
    /// plan.
    fn is_in_percent(&self, at: TableRow, record: &Map<String, Json>) -> bool {
        let named = || {
            let cell = at.row.get(at.table.column(Column::Id)?)?;
            self.names.one(Of::Item, &text(cell).ok()?)
        };
        let id = record.get("item").and_then(Json::as_str).map(str::to_owned);
        let id = id.or_else(named).map(|id| folded(&id)).unwrap_or_default();
        let above = || {
            let item = self.lists.get("items")?.get(*self.items.get(&id)?)?;
            item["measure"].get("unit")
        };
        let known = || self.known.get(&("items", id.clone()))?["measure"].get("unit");
        let unit = record.get("unit").or_else(above).or_else(known);
        let mut sides = unit.into_iter().flat_map(|unit| [&unit["en"], &unit["zh"]]);
        sides.any(|side| {
            side.as_str()
                .is_some_and(|unit| unit.starts_with(['%', '％']))
        })
    }

    /// Whether the plan's item has just this in its list already.
    fn is_known_inside(
        &self,
        list: &str,
        id: &str,
        measure: &Map<String, Json>,
        record: &Map<String, Json>,
    ) -> bool {
        let Some(item) = self.known.get(&("items", folded(id))) else {
            return false;
        };
        let (lists, record) = match list {
            "targets" => (item, whole::<TargetRecord>(record)),
            "parts" => (item, whole::<PartRecord>(record)),
            _ => {
                let known = &item["measure"];
                if known.is_null() || measure.iter().any(|(key, value)| known[key] != *value) {
                    return false;
                }
                if record.is_empty() {
                    return true;
                }
                (known, whole::<PointRecord>(record))
            }
        };
        lists[list]
            .as_array()
            .is_some_and(|all| all.contains(&record))
    }
}

/// A record with all that its sort always writes.
fn whole<T: DeserializeOwned + Serialize>(record: &Map<String, Json>) -> Json {
    let record = serde_json::from_value::<T>(Json::Object(record.clone()));
    record.and_then(serde_json::to_value).unwrap_or_default()
}
