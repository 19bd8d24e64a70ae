//! The data file, as it is written: plain records that serde fills, and from which the JSON Schemas
//! are made. Everything is optional here, for an overlay may leave out almost anything; what a plan
//! must have is marked `required` for its schema, and checked where the records are taken in.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A string that borrows from the file wherever it holds no escapes.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Raw<'a>(#[serde(borrow)] pub Cow<'a, str>);

impl<'a> From<&'a str> for Raw<'a> {
    fn from(text: &'a str) -> Raw<'a> {
        Raw(Cow::Borrowed(text))
    }
}

impl JsonSchema for Raw<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "String".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

/// A key that is given has a value: `null` is none.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(de: D) -> Result<Option<T>, D::Error> {
    T::deserialize(de).map(Some)
}

/// A figure. Whole ones are written without a point.
#[expect(clippy::ref_option, reason = "serde asks for it")]
fn figure<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match value {
        Some(value) if value.fract() == 0.0 && value.abs() < EXACT =>
        {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "it is whole and within bounds"
            )]
            serializer.serialize_i64(*value as i64)
        }
        Some(value) => serializer.serialize_f64(*value),
        None => serializer.serialize_none(),
    }
}

/// Records of the file. Before the type of each field stands how it is written:
///
/// - `given`, `own`: left out, or with a value; `null` is none. Only what is `given` borrows.
/// - `figure`: the same, a figure.
/// - `some`: a list, left out where it is empty.
/// - `list`: a list that is always written.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($fields:tt)* })*) => {
        $(records!(@ [$(#[$doc])*] $name {} $($fields)*);)*
    };
    (@ [$($doc:tt)*] $name:ident { $($done:tt)* }) => {
        $($doc)*
        #[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name<'a> { $($done)* }
    };
    (@ $head:tt $name:ident $done:tt $(#[$doc:meta])* $field:ident: given $type:ty, $($rest:tt)*) => {
        records!(@ $head $name $done [$(#[$doc])*] [
            borrow, default, deserialize_with = "given",
            skip_serializing_if = "Option::is_none"
        ] $field: Option<$type>; $($rest)*);
    };
    (@ $head:tt $name:ident $done:tt $(#[$doc:meta])* $field:ident: own $type:ty, $($rest:tt)*) => {
        records!(@ $head $name $done [$(#[$doc])*] [
            default, deserialize_with = "given",
            skip_serializing_if = "Option::is_none"
        ] $field: Option<$type>; $($rest)*);
    };
    (@ $head:tt $name:ident $done:tt $(#[$doc:meta])* $field:ident: figure $type:ty, $($rest:tt)*) => {
        records!(@ $head $name $done [$(#[$doc])*] [
            default, deserialize_with = "given", serialize_with = "figure",
            skip_serializing_if = "Option::is_none"
        ] $field: Option<$type>; $($rest)*);
    };
    (@ $head:tt $name:ident $done:tt $(#[$doc:meta])* $field:ident: some $type:ty, $($rest:tt)*) => {
        records!(@ $head $name $done [$(#[$doc])*] [
            borrow, default,
            skip_serializing_if = "Vec::is_empty"
        ] $field: Vec<$type>; $($rest)*);
    };
    (@ $head:tt $name:ident $done:tt $(#[$doc:meta])* $field:ident: list $type:ty, $($rest:tt)*) => {
        records!(@ $head $name $done [$(#[$doc])*] [borrow, default] $field: Vec<$type>; $($rest)*);
    };
    (@ $head:tt $name:ident { $($done:tt)* } [$($doc:tt)*] [$($how:tt)*] $field:ident: $type:ty;
        $($rest:tt)*) => {
        records!(@ $head $name {
            $($done)* $($doc)* #[serde($($how)*)] pub $field: $type,
        } $($rest)*);
    };
}

records! {
    /// A data file: a plan, or an overlay, which has no `plan`.
    File {
        /// The version of this format: 1.
        format: own i64,
        /// Overlays: the id or name of the plan it is meant for.
        r#for: given Raw<'a>,
        /// What the plan says of itself.
        plan: given PlanRecord<'a>,
        /// The sorts of items, in the order of their tabs.
        kinds: list KindRecord<'a>,
        /// What the plan states.
        items: list ItemRecord<'a>,
        /// The organisations.
        bodies: list BodyRecord<'a>,
        /// The sources and companion documents.
        documents: list DocumentRecord<'a>,
        /// Who answers for what; several rows may stand for one item and body.
        responsibilities: list RowRecord<'a>,
    }

    /// A text in both languages; a side that is missing is shown in the other language, marked.
    TextRecord {
        /// The English side.
        en: given Raw<'a>,
        /// The Chinese side.
        zh: given Raw<'a>,
    }

    /// What the plan says of itself.
    PlanRecord {
        /// Its id.
        id: given Raw<'a>,
        /// Its name.
        name: given TextRecord<'a>,
        /// The id of the body that issued it.
        issuer: given Raw<'a>,
        /// The ids of the bodies that drafted it.
        drafted_by: some Raw<'a>,
        /// The date it bears: YYYY, YYYY-MM or YYYY-MM-DD.
        dated: given Raw<'a>,
        /// The date when it was made public.
        announced: given Raw<'a>,
        /// The years it covers.
        period: own PeriodRecord,
        /// When the data was compiled.
        compiled: given Raw<'a>,
        /// What it is for.
        summary: given TextRecord<'a>,
        /// The ids of the documents that it carries out.
        follows: list Raw<'a>,
        /// The id of the document before it.
        predecessor: given Raw<'a>,
        /// Other names.
        aliases: list Raw<'a>,
        /// A remark.
        note: given TextRecord<'a>,
        /// How sure this is.
        confidence: own ConfidenceRecord,
        /// Where it comes from: addresses or documents' ids.
        sources: list Raw<'a>,
    }

    /// A sort of items.
    KindRecord {
        /// Its id, in lower case.
        id: given Raw<'a>,
        /// What the ids of its items begin with.
        prefix: given Raw<'a>,
        /// One of them.
        name: given TextRecord<'a>,
        /// Several of them.
        plural: given TextRecord<'a>,
        /// Among those that people look for first.
        primary: own bool,
    }

    /// Something the plan states: a goal, a task, a project, an indicator.
    ItemRecord {
        /// Its id; found in any case.
        id: given Raw<'a>,
        /// The id of its kind.
        kind: given Raw<'a>,
        /// Its number among its kind.
        number: own i64,
        /// A heading that groups items of a kind.
        category: given TextRecord<'a>,
        /// Its official name.
        name: given TextRecord<'a>,
        /// A short name for lists.
        short: given TextRecord<'a>,
        /// How the news of the plan worded it.
        seed_name: given TextRecord<'a>,
        /// The id of the item that it belongs to.
        parent: given Raw<'a>,
        /// The ids of what it has to do with.
        related: some Raw<'a>,
        /// What it is.
        summary: given TextRecord<'a>,
        /// Other names.
        aliases: some Raw<'a>,
        /// What it consists of, as far as that has no item of its own.
        parts: some PartRecord<'a>,
        /// What is to be reached, and by when.
        targets: some TargetRecord<'a>,
        /// How it is measured.
        measure: given MeasureRecord<'a>,
        /// A remark.
        note: given TextRecord<'a>,
        /// How sure this is; low without a source.
        confidence: own ConfidenceRecord,
        /// Where it comes from: addresses or documents' ids.
        sources: list Raw<'a>,
    }

    /// A part of an item.
    PartRecord {
        /// Its name.
        name: given TextRecord<'a>,
        /// How sure this is, where it differs from the item's.
        confidence: own ConfidenceRecord,
        /// Where it comes from, where that differs.
        sources: some Raw<'a>,
    }

    /// Something to be reached by a date.
    TargetRecord {
        /// By when: YYYY, YYYY-MM or YYYY-MM-DD.
        by: given Raw<'a>,
        /// What.
        text: given TextRecord<'a>,
        /// The id of the other document whose target this is.
        document: given Raw<'a>,
        /// Where it comes from.
        sources: list Raw<'a>,
    }

    /// An indicator's figures.
    MeasureRecord {
        /// The unit of all values.
        unit: given TextRecord<'a>,
        /// Binding, or only expected; left out where it is not known.
        binding: own bool,
        /// The figures.
        points: list PointRecord<'a>,
    }

    /// One figure.
    PointRecord {
        /// The year it stands for.
        year: own i64,
        /// The figure; left out where it is not known.
        value: figure f64,
        /// What sort of figure.
        kind: own PointKindRecord,
        /// How sure this is, where it differs from the item's.
        confidence: own ConfidenceRecord,
        /// Where it comes from, where that differs.
        sources: some Raw<'a>,
    }

    /// An organisation.
    BodyRecord {
        /// Its id, a slug.
        id: given Raw<'a>,
        /// Its abbreviation.
        abbr: given Raw<'a>,
        /// Its name.
        name: given TextRecord<'a>,
        /// Other names.
        aliases: some Raw<'a>,
        /// What it is there for.
        mandate: given TextRecord<'a>,
        /// A remark.
        note: given TextRecord<'a>,
        /// The id of the body that it became.
        successor: given Raw<'a>,
        /// How sure this is; low without a source.
        confidence: own ConfidenceRecord,
        /// Where it comes from: addresses or documents' ids.
        sources: list Raw<'a>,
    }

    /// A document.
    DocumentRecord {
        /// Its id.
        id: given Raw<'a>,
        /// Its title.
        name: given TextRecord<'a>,
        /// Its official number.
        number: given Raw<'a>,
        /// Its date: YYYY, YYYY-MM or YYYY-MM-DD.
        dated: given Raw<'a>,
        /// What is known of its date beyond that.
        date_note: given TextRecord<'a>,
        /// The ids of the bodies that issued it.
        issuers: some Raw<'a>,
        /// Where it can be read.
        url: given Raw<'a>,
        /// A remark.
        note: given TextRecord<'a>,
        /// How sure this is; low without a source.
        confidence: own ConfidenceRecord,
        /// Where it comes from: addresses or documents' ids.
        sources: list Raw<'a>,
    }

    /// One statement that a body answers for an item.
    RowRecord {
        /// The id of the item, or of the plan.
        item: given Raw<'a>,
        /// The id of the body.
        body: given Raw<'a>,
        /// In what way it answers.
        role: own RoleRecord,
        /// What the statement rests on.
        basis: own BasisRecord,
        /// The id of the document that says so; required with the basis `companion`.
        document: given Raw<'a>,
        /// A remark.
        note: given TextRecord<'a>,
        /// How sure this is; low without a source.
        confidence: own ConfidenceRecord,
        /// Where it comes from: addresses or documents' ids.
        sources: list Raw<'a>,
        /// Assignments: the unit that has it on the desk.
        unit: given Raw<'a>,
        /// Assignments: whom to ask.
        contact: given Raw<'a>,
        /// Assignments: by when.
        due: given Raw<'a>,
        /// Assignments: how it stands.
        status: own StatusRecord,
    }
}

/// The years that a plan covers.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodRecord {
    /// The first year.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub from: Option<i64>,
    /// The last year.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub to: Option<i64>,
}

/// An enum of the file beside the model's of the same variants.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $model:ident { $($(#[$variant_doc:meta])* $variant:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
        #[serde(rename_all = "lowercase")]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl From<$name> for super::$model {
            fn from(word: $name) -> super::$model {
                match word { $($name::$variant => super::$model::$variant,)* }
            }
        }

        impl From<super::$model> for $name {
            fn from(value: super::$model) -> $name {
                match value { $(super::$model::$variant => $name::$variant,)* }
            }
        }
    )*};
}

words! {
    /// How sure a statement is.
    ConfidenceRecord = Confidence {
        /// Seen in a source.
        High,
        /// Seen in part, or follows closely.
        Medium,
        /// Inferred, recalled or unconfirmed.
        Low,
    }
    /// What a figure says.
    PointKindRecord = PointKind {
        /// Where the plan starts from.
        Baseline,
        /// What the plan wants.
        Target,
        /// What was reached.
        Actual,
    }
    /// In what way a body answers for an item.
    RoleRecord = Role {
        /// Answers for it first.
        Lead,
        /// Takes part.
        Support,
        /// Issued it.
        Issuer,
    }
    /// What a responsibility rests on.
    BasisRecord = Basis {
        /// The plan's own text.
        Plan,
        /// A press report about the plan.
        Press,
        /// A named companion document.
        Companion,
        /// Inferred from the body's statutory mandate.
        Mandate,
        /// An organisation's own assignment.
        Assigned,
    }
    /// How an assignment stands.
    StatusRecord = Status {
        /// Being worked on.
        Open,
        /// Finished.
        Done,
        /// Behind its date.
        Late,
        /// Given up.
        Dropped,
    }
}
