//! What lies inside items, and who answers for them: parts, targets, measures, statements. Each is a
//! record of the data file and what is loaded from it, see [`super::records`].

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::findings::Path;
use super::object::TextRecord;
use super::stored::{One, Written, records};
use super::values::Values;
use crate::model::{
    Basis, Confidence, Date, DocumentId, Figure, Origin, Plan, PointKind, Role, Sources, Status,
    Str, Text,
};

records! {
    /// A part of the content of an item.
    pub struct Part(Clone, Debug, PartialEq, Eq), PartRecord {
        /// Its name.
        name: Text as Option<TextRecord>,
        /// How well this is confirmed, where it differs from the item's.
        confidence: Option<Confidence> as Option<Confidence>,
        /// Its sources, where they differ.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        sources: Sources as Vec<String>,
    } beside {
        /// The file that brought it.
        origin: Origin,
    }

    /// A target with its date.
    pub struct Target(Clone, Debug, PartialEq, Eq), TargetRecord {
        /// The date: YYYY, YYYY-MM or YYYY-MM-DD.
        by: Date as Option<String>,
        /// The target in words.
        text: Text as Option<TextRecord>,
        /// The id of the other document whose target this is.
        document: Option<DocumentId> as Option<String>,
        /// Its sources.
        sources: Sources as Vec<String>,
    } beside {
        /// The file that brought it.
        origin: Origin,
    }

    /// The measure of an indicator.
    pub struct Measure(Clone, Debug, PartialEq), MeasureRecord {
        /// The unit of measure of all figures.
        unit: Text as Option<TextRecord>,
        /// Whether the indicator is binding (`true`) or expected (`false`); omitted if not known.
        binding: Option<bool> as Option<bool>,
        /// The figures.
        points: Box<[Point]> as Vec<PointRecord>,
    }

    /// One figure.
    pub struct Point(Clone, Debug, PartialEq), PointRecord {
        /// Its year.
        year: u16 as Option<i64>,
        /// The figure; omitted if not known.
        value: Option<f64> as Option<Figure>,
        /// The kind of figure.
        kind: PointKind as Option<PointKind>,
        /// Whether it is the result of a similar measure, not of this one.
        near: bool as Option<bool>,
        /// How well this is confirmed, where it differs from the item's.
        confidence: Option<Confidence> as Option<Confidence>,
        /// Its sources, where they differ.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        sources: Sources as Vec<String>,
    } beside {
        /// The file that brought it.
        origin: Origin,
    }

    /// One statement that an organisation is responsible for an item.
    pub struct Statement(Clone, Debug, PartialEq, Eq, Hash), RowRecord about {
        /// The id of the item, or of the plan.
        item: Option<String>,
        /// The id of the organisation.
        body: Option<String>,
    } {
        /// Its role; if not given, `lead`, and not stated in an assignment.
        role: Role as Option<Role>,
        /// The basis of the statement.
        basis: Basis as Option<Basis>,
        /// The id of the document that says so; required with the basis `companion`.
        document: Option<DocumentId> as Option<String>,
        /// When this ended, where it holds no more: YYYY, YYYY-MM or YYYY-MM-DD.
        until: Option<Date> as Option<String>,
        /// A remark.
        note: Text as Option<TextRecord>,
        /// How well this is confirmed; low without a source.
        confidence: Confidence as Option<Confidence>,
        /// Its sources: addresses or documents' ids.
        sources: Sources as Vec<String>,
        /// Assignments: the unit that handles it.
        unit: Str as Option<Box<str>>,
        /// Assignments: the contact.
        contact: Str as Option<Box<str>>,
        /// Assignments: the due date.
        due: Option<Date> as Option<String>,
        /// Assignments: the status.
        status: Option<Status> as Option<Status>,
    } beside {
        /// The file that brought it.
        origin: Origin,
    }
}

impl Written<Option<MeasureRecord>> for Option<Measure> {
    fn written(&self, plan: &Plan) -> Option<MeasureRecord> {
        self.as_ref().map(|measure| measure.written(plan))
    }
}

impl One<PartRecord> for Part {
    type Same = Text;

    fn one(values: &mut Values, record: PartRecord, path: Path) -> Option<Part> {
        Some(Part {
            name: values.needed_name(record.name, path, "name"),
            confidence: record.confidence,
            sources: values.sources(record.sources, path.key("sources")),
            origin: path.file(),
        })
    }

    fn same(&self) -> Text {
        self.name.clone()
    }
}

impl One<TargetRecord> for Target {
    type Same = (Date, Text, Option<DocumentId>);

    fn one(values: &mut Values, record: TargetRecord, path: Path) -> Option<Target> {
        let document = record.document.as_deref();
        Some(Target {
            by: values.needed_date(record.by.as_deref(), path, "by"),
            text: values.needed_name(record.text, path, "text"),
            document: document.and_then(|id| values.document(id, path.key("document"))),
            sources: values.sources(record.sources, path.key("sources")),
            origin: path.file(),
        })
    }

    fn same(&self) -> (Date, Text, Option<DocumentId>) {
        (self.by, self.text.clone(), self.document)
    }
}
