//! Tables whose rows belong to items: figures, targets, parts.

use serde_json::{Map, Value as Json};

use super::cells::folded;
use super::fields::Of;
use super::headings::Column;
use super::read::{At, Reader, from, push};
use super::table::Table;
use crate::model::file::records::MeasureRecord;

impl Reader<'_> {
    /// Reads a table whose rows belong to items: figures, targets, parts.
    pub(super) fn inside(&mut self, table: &Table, index: usize) {
        let mut notices = Vec::new();
        for row in table.records(&mut notices) {
            let at = At { table, index, row };
            let fields = table.sort.fields;
            let mut record = self.record(at, fields);
            if record.is_empty() {
                continue;
            }
            let id = match record.remove("item") {
                Some(Json::String(id)) => id,
                _ if table.has(Column::Item) && at.has(Column::Item) => continue,
                _ => match self.text(at, Column::Id) {
                    Some((place, name)) => match self.named(Of::Item, &name, &place) {
                        Ok(id) => id,
                        Err(fault) => {
                            self.refuse(place, fault);
                            continue;
                        }
                    },
                    None => continue,
                },
            };
            if self.is_known_inside(table.sort.list, &id, &record) {
                continue;
            }
            let item = self.item(&id);
            let from_row = Some((index, row.number));
            match table.sort.list {
                "targets" => {
                    let count = push(
                        &mut self.items_mut()[item].targets,
                        from(Json::Object(record)),
                    );
                    self.places.add_inside(item, "targets", count, from_row);
                }
                "parts" => {
                    let count = push(
                        &mut self.items_mut()[item].parts,
                        from(Json::Object(record)),
                    );
                    self.places.add_inside(item, "parts", count, from_row);
                }
                _ => {
                    let measure = self.items_mut()[item].measure.get_or_insert_default();
                    let unit = record.remove("unit");
                    let binding = record.remove("binding");
                    if let Some(unit) = unit {
                        measure.unit = Some(from(unit));
                    }
                    if let Some(binding) = binding {
                        measure.binding = binding.as_bool();
                    }
                    if !record.is_empty() {
                        let count = push(&mut measure.points, from(Json::Object(record)));
                        self.places.add_inside(item, "measure", count, from_row);
                    }
                }
            }
        }
        self.notices.append(&mut notices);
    }

    /// Whether the plan's item has just this in its list already.
    fn is_known_inside(&self, list: &str, id: &str, record: &Map<String, Json>) -> bool {
        let Some(item) = self.base_items.get(&folded(id)) else {
            return false;
        };
        let value = Json::Object(record.clone());
        match list {
            "targets" => item.targets.contains(&from(value)),
            "parts" => item.parts.contains(&from(value)),
            _ => item.measure.as_ref().is_some_and(|known| {
                let mut record = record.clone();
                let measure: MeasureRecord = from(Json::Object(
                    ["unit", "binding"]
                        .into_iter()
                        .filter_map(|key| record.remove_entry(key))
                        .collect(),
                ));
                let same = |own: bool, known: bool| !own || known;
                same(measure.unit.is_some(), measure.unit == known.unit)
                    && same(measure.binding.is_some(), measure.binding == known.binding)
                    && (record.is_empty() || known.points.contains(&from(Json::Object(record))))
            }),
        }
    }
}
