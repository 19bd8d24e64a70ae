//! Rows of the usual sheet: an item, what is said of it, who answers for it.

use serde_json::{Map, Value as Json};

use super::cells::folded;
use super::fault::{Fault, Named, SheetNotice};
use super::fields::{WORK, sort};
use super::headings::Column;
use super::holds::Of;
use super::read::{Reader, TableRow, both, has_news, shown};
use super::values::{all_named, bodies as named_bodies};
use crate::model::file::validate::{NO_LEAD, OUR_OFFICE, UNREAD_LEAD};

/// What only an office says of its own work: also in a plan such a row is an assignment.
const HANDLED: [Column; 5] = [
    Column::Unit,
    Column::Contact,
    Column::Due,
    Column::Status,
    Column::Progress,
];

impl Reader<'_> {
    /// Reads a row of items, of responsibilities, or of both in one.
    pub(super) fn row(&mut self, at: TableRow) {
        let has_work = WORK.iter().any(|column| at.has(*column));
        let is_items = at.table.sort.list == "items";
        if self.overlay && !has_work && !(is_items && at.says_of_item()) {
            return;
        }
        let ids = if self.overlay || !is_items {
            self.known_items(at)
        } else {
            let own = self.own_item(at);
            if own.is_none() {
                self.say_no_key(at);
            }
            own.into_iter().collect()
        };
        if has_work || at.table.sort.list == "responsibilities" {
            self.responsibilities(at, &ids);
        }
    }

    /// The items of a plan or overlay that a row names; none if it has no name, or one that is wrong.
    fn known_items(&mut self, at: TableRow) -> Vec<String> {
        let keys = [Column::Id, Column::Item, Column::Name];
        let key = keys.into_iter().find(|column| at.has(*column));
        let Some((place, name)) = key.and_then(|key| self.text(at, key)) else {
            self.say_no_key(at);
            return Vec::new();
        };
        // A plan in which nothing has this id may have it declared right here.
        let adds = at.has(Column::Kind) || self.add_items;
        let declares = at.table.sort.list == "items" && at.has(Column::Id) && adds;
        let is_known = self.names.one(Of::Item, &name).is_some();
        if self.overlay && at.table.sort.list == "items" {
            if declares && !self.known.contains_key(&("items", folded(&name))) {
                return self.own_item(at).into_iter().collect();
            }
            if !is_known && self.add_items && !at.table.has(Column::Id) {
                return vec![self.added_item(at, &name)];
            }
        }
        match all_named(self, Of::Item, &name, &place) {
            Ok(ids) => {
                if self.overlay && at.table.sort.list == "items" && at.says_of_item() {
                    self.extend(at, &ids);
                }
                ids
            }
            Err(fault) => {
                let fault = match fault {
                    // Of a name with commas that is not known the whole was meant.
                    Fault::UnknownName { wanted, .. } => Fault::UnknownName {
                        near: self.names.near(Of::Item, &name),
                        name,
                        wanted,
                    },
                    other => other,
                };
                self.refuse(place, fault);
                Vec::new()
            }
        }
    }

    /// An item that is not known, with an id made for it.
    fn added_item(&mut self, at: TableRow, name: &str) -> String {
        let stem: String = self
            .stem
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let stem = if stem.is_empty() { "new" } else { &stem };
        let id = self.names.numbered(&format!("{}-", stem.to_uppercase()), 1);
        let mut record = self.record(at, &sort("items").fields);
        record.insert("id".to_owned(), id.clone().into());
        record.entry("name").or_insert_with(|| both(name));
        let kind = || self.names.first_kind().into();
        record.entry("kind").or_insert_with(kind);
        self.without_rows_note(at, &mut record);
        let column = at.table.key();
        self.out.notices.push(SheetNotice::Added {
            what: Named::Item,
            name: name.to_owned(),
            place: at.place(column),
        });
        self.put_item(at, &id, record);
        id
    }

    /// An item that the file brings; rows that name it again only say who answers for it.
    fn own_item(&mut self, at: TableRow) -> Option<String> {
        let mut record = self.record(at, &sort("items").fields);
        if !record.contains_key("name")
            && let Some((_, name)) = self.text(at, Column::Item)
        {
            // Beside an id, or alone.
            let has_id = record.contains_key("id");
            let known = self.names.one(Of::Item, &name).filter(|_| !has_id);
            let is_name = at.table.column(Column::Name).is_none();
            let (key, value) = match known {
                Some(id) => ("id", id.into()),
                None if is_name => ("name", both(&name)),
                None => ("id", name.into()),
            };
            record.insert(key.to_owned(), value);
        }
        let id = match record.get("id").and_then(Json::as_str) {
            Some(id) => id.to_owned(),
            None => match self.text(at, Column::Item) {
                Some((_, id)) if at.table.has(Column::Name) => id,
                _ => self.made_id(&record)?,
            },
        };
        if self.names.is_plan(&id) {
            return Some(id);
        }
        record.insert("id".to_owned(), id.clone().into());
        // Of a plan in which items have no more than an id, that is what they are called.
        let names = [Column::Name, Column::Item];
        if !self.overlay && !names.iter().any(|column| at.table.has(*column)) {
            record.entry("name").or_insert_with(|| both(&id));
        }
        if let Some(&known) = self.items.get(&folded(&id)) {
            let known = shown(&self.list("items")[known]["name"]);
            let again = record.get("name").and_then(shown);
            if known.is_none() || again.is_none() || known == again {
                return Some(id);
            }
        }
        if !record.contains_key("kind") && record.contains_key("name") {
            let column = at.table.key();
            let kind = match self.names.first_kind() {
                "" => self.kind("task", &at.place(column)).ok()?,
                first => first.to_owned(),
            };
            record.insert("kind".to_owned(), kind.into());
        }
        self.without_rows_note(at, &mut record);
        self.put_item(at, &id, record);
        Some(id)
    }

    /// An id for an item that has none: the letter of its kind and a number.
    fn made_id(&mut self, record: &Map<String, Json>) -> Option<String> {
        record.get("name")?;
        let kind = record.get("kind").and_then(Json::as_str).unwrap_or("task");
        let kinds = self.list("kinds").iter();
        let mut prefixes = kinds.filter(|known| known["id"] == kind);
        let prefix = prefixes.find_map(|known| known["prefix"].as_str());
        let prefix = prefix.unwrap_or("T").to_owned();
        let next = self.list("items").len() + 1;
        Some(self.names.numbered(&prefix, next))
    }

    /// In a row that says who answers for an item, the note is about that.
    fn without_rows_note(&self, at: TableRow, record: &mut Map<String, Json>) {
        let work: &[Column] = if self.overlay { &WORK } else { &HANDLED };
        if at.has(Column::Body) || work.iter().any(|column| at.has(*column)) {
            for key in ["note", "confidence", "sources"] {
                record.remove(key);
            }
        }
    }

    fn put_item(&mut self, at: TableRow, id: &str, record: Map<String, Json>) {
        let place = self.push(at, "items", record);
        if let Some(record) = self.lists.get("items").and_then(|items| items.get(place)) {
            self.names.add("items", record);
        }
        self.items.entry(folded(id)).or_insert(place);
    }

    /// What a row says of items that the plan has. Their names are there to be read, and stay.
    fn extend(&mut self, at: TableRow, ids: &[String]) {
        let [id] = ids else { return };
        let fields = sort("items").fields.iter();
        let news = fields.filter(|field| !["id", "name", "kind", "number"].contains(&field.key));
        self.either = false;
        let mut record = self.record(at, news);
        self.either = true;
        self.without_rows_note(at, &mut record);
        if let Some(known) = self.known.get(&("items", folded(id))) {
            record.retain(|key, value| has_news(known.get(key), value));
        }
        if record.is_empty() || self.items.contains_key(&folded(id)) {
            return;
        }
        record.insert("id".to_owned(), id.clone().into());
        let place = self.push(at, "items", record);
        self.items.insert(folded(id), place);
    }

    /// Who answers for the items of a row.
    fn responsibilities(&mut self, at: TableRow, ids: &[String]) {
        let apart = ["item", "status", "due"];
        let fields = sort("responsibilities")
            .fields
            .iter()
            .filter(|field| !apart.contains(&field.key));
        let mut record = self.record(at, fields);
        self.status(at, &mut record);
        self.due(at, &mut record);
        let mut bodies: Vec<(Option<Json>, Option<&str>, Option<u32>)> = Vec::new();
        for (column, role) in [(Column::Lead, "lead"), (Column::Support, "support")] {
            let Some((place, text)) = self.text(at, column) else {
                continue;
            };
            match named_bodies(self, &text, &place) {
                Ok(all) => bodies
                    .extend(all.into_iter().map(|(id, own)| {
                        (Some(id.into()), own.or(Some(role)), Some(place.column))
                    })),
                Err(fault) => self.refuse(place, fault),
            }
        }
        let written = record.remove("body");
        if self.overlay
            && record
                .get("basis")
                .is_some_and(|basis| *basis != "assigned")
        {
            self.out.places.not_assigned += 1;
            return;
        }
        let names = [Column::Lead, Column::Support, Column::Body];
        let refused = names.iter().any(|column| at.has(*column));
        // In a plan, too, what an office says of its own work is an assignment.
        let is_handled = HANDLED.iter().any(|column| at.has(*column));
        if !self.overlay {
            let basis = if is_handled { "assigned" } else { "plan" };
            record.entry("basis").or_insert_with(|| basis.into());
        }
        let is_ours = self.overlay || is_handled;
        if written.is_some() || (bodies.is_empty() && (!refused || self.lenient) && is_ours) {
            // A sheet that says of no row who leads is about the work of its own office.
            let has_names = names.iter().any(|column| at.table.has(*column));
            let nobody = match (refused, has_names) {
                (true, _) => UNREAD_LEAD,
                (false, true) => NO_LEAD,
                (false, false) => OUR_OFFICE,
            };
            let column = at.table.column(Column::Body);
            bodies.push((written.or_else(|| Some(nobody.into())), None, column));
        }
        for id in ids {
            for (body, role, column) in &bodies {
                let mut row = record.clone();
                row.insert("item".to_owned(), id.as_str().into());
                row.extend(body.clone().map(|body| ("body".to_owned(), body)));
                row.extend(role.map(|role| ("role".to_owned(), role.into())));
                let place = self.push(at, "responsibilities", row);
                self.out.places.names_body(place, *column);
            }
        }
    }
}

impl TableRow<'_> {
    /// Whether the row says something of an item beyond what names it.
    fn says_of_item(&self) -> bool {
        let names = [Column::Id, Column::Name, Column::Item];
        let said = sort("items")
            .fields
            .iter()
            .filter(|field| !names.contains(&field.column));
        said.into_iter().any(|field| self.has(field.column))
    }
}
