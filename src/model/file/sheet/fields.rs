//! Which column of which sheet is which key of a data file: one table, by which sheets are read and
//! written. The keys are those of the records.

use std::sync::LazyLock;

use super::headings::{Column, column_of};
use super::holds::{Holds, Of};
use crate::model::Lang;
use crate::model::file::parts::{MeasureRecord, PartRecord, PointRecord, RowRecord, TargetRecord};
use crate::model::file::records::{BodyRecord, DocumentRecord, ItemRecord, KindRecord, PlanRecord};

/// Columns that say who answers for an item, and how it stands.
pub(super) const WORK: [Column; 9] = [
    Column::Lead,
    Column::Support,
    Column::Body,
    Column::Role,
    Column::Unit,
    Column::Contact,
    Column::Due,
    Column::Status,
    Column::Progress,
];

/// A key of a data file, and the column it stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) column: Column,
    pub(super) holds: Holds,
}

/// What the rows of a sheet are.
#[derive(Debug)]
pub(super) struct Sort {
    /// The list of the data file that they go to, or the key of an item's list.
    pub(super) list: &'static str,
    /// The names of such a sheet, in English and in Chinese.
    names: [&'static str; 2],
    /// Columns of which one has to be there: they say what a row is about.
    pub(super) keys: &'static [Column],
    /// Columns that only such sheets have.
    pub(super) shown_by: &'static [Column],
    /// Its keys, in the order of its columns.
    pub(super) fields: Vec<Field>,
}

impl Sort {
    pub(super) fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.names[0],
            Lang::Zh => self.names[1],
        }
    }

    /// The field that stands in a column.
    pub(super) fn field(&self, column: Column) -> Option<&Field> {
        self.fields.iter().find(|field| field.column == column)
    }

    /// Whether one of its fields stands in a column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.field(column).is_some()
    }
}

/// The keys of some records, and how their values stand in cells.
type RecordKeys = &'static [(&'static str, Option<Holds>)];

/// The fields of records with these keys, those of `order` first. A key stands in the column that is
/// called like it, but for those in `columns`. What stands in no cell has sheets of its own.
fn fields(keys: &[RecordKeys], order: &[&str], columns: &[(&str, Column)]) -> Vec<Field> {
    let field = |&(key, holds): &(&'static str, Option<Holds>)| {
        let holds = holds?;
        let own = columns.iter().find(|(other, _)| *other == key);
        let column = own.map(|(_, column)| *column).or_else(|| column_of(key));
        let column = column.expect("each key of a record has a heading");
        Some(Field { key, column, holds })
    };
    let mut fields: Vec<Field> = keys.iter().copied().flatten().filter_map(field).collect();
    let place = |field: &Field| order.iter().position(|key| *key == field.key);
    fields.sort_by_key(|field| place(field).unwrap_or(order.len()));
    fields
}

/// The id of the item that a row is about.
const ITEM: RecordKeys = &[("item", Some(Holds::One(Of::Item)))];

/// All sorts of sheets, in the order in which a workbook has them. Items are what is left.
#[rustfmt::skip]
pub(super) static SORTS: LazyLock<Vec<Sort>> = LazyLock::new(|| vec![
    Sort {
        list: "plan", names: ["Plan", "规划"],
        keys: &[Column::Name], shown_by: &[Column::Compiled, Column::Follows, Column::Predecessor],
        fields: fields(
            &[PlanRecord::FIELDS, &[("period.from", Some(Holds::Whole)), ("period.to", Some(Holds::Whole))]],
            &["id", "name", "issuer", "drafted_by", "dated", "announced", "period.from", "period.to"],
            &[("period.from", Column::From), ("period.to", Column::To)],
        ),
    },
    Sort {
        list: "kinds", names: ["Kinds", "类别"],
        keys: &[Column::Id], shown_by: &[Column::Prefix, Column::Plural, Column::Primary],
        fields: fields(&[KindRecord::FIELDS], &[], &[]),
    },
    Sort {
        list: "bodies", names: ["Organisations", "机构"],
        keys: &[Column::Id, Column::Name, Column::Body],
        shown_by: &[Column::Abbreviation, Column::Mandate, Column::Successor],
        fields: fields(&[BodyRecord::FIELDS], &[], &[]),
    },
    Sort {
        list: "documents", names: ["Documents", "文件"],
        keys: &[Column::Id, Column::Name], shown_by: &[Column::Address, Column::DateNote],
        fields: fields(&[DocumentRecord::FIELDS], &[], &[("issuers", Column::Issuer)]),
    },
    Sort {
        list: "points", names: ["Figures", "数值"],
        keys: &[Column::Item, Column::Id], shown_by: &[Column::Figure],
        fields: fields(
            &[ITEM, MeasureRecord::FIELDS, PointRecord::FIELDS],
            &["item", "unit", "binding", "year", "kind"],
            &[("unit", Column::Measure), ("kind", Column::Figure)],
        ),
    },
    Sort {
        list: "targets", names: ["Targets", "目标"],
        keys: &[Column::Item, Column::Id], shown_by: &[],
        fields: fields(
            &[ITEM, TargetRecord::FIELDS],
            &[],
            &[("by", Column::Due), ("text", Column::Target)],
        ),
    },
    Sort {
        list: "parts", names: ["Content", "主要内容"],
        keys: &[Column::Item, Column::Id], shown_by: &[],
        fields: fields(&[ITEM, PartRecord::FIELDS], &[], &[("name", Column::Part)]),
    },
    Sort {
        list: "thesaurus", names: ["Thesaurus", "同义词"],
        keys: &[Column::Words], shown_by: &[Column::Words],
        fields: fields(&[&[("words", Some(Holds::Lines))]], &[], &[]),
    },
    Sort {
        list: "responsibilities", names: ["Responsibilities", "责任分工"],
        keys: &[Column::Item, Column::Id, Column::Name], shown_by: &[],
        fields: fields(
            &[ITEM, &[("body", Some(Holds::One(Of::Body)))], RowRecord::FIELDS],
            &["item", "role", "body", "basis", "document", "until", "unit", "contact", "due", "status"],
            &[],
        ),
    },
    Sort {
        list: "items", names: ["Items", "条目"],
        keys: &[Column::Id, Column::Item, Column::Name],
        shown_by: &[Column::Id, Column::Item, Column::Name],
        fields: fields(&[ItemRecord::FIELDS], &[], &[]),
    },
]);

/// The sort of sheet whose rows go to this list.
pub(super) fn sort(list: &str) -> &'static Sort {
    let found = SORTS.iter().find(|sort| sort.list == list);
    found.unwrap_or(&SORTS[SORTS.len() - 1])
}
