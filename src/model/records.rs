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

/// A data file: a plan, or an overlay, which has no `plan`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct File<'a> {
    /// The version of this format: 1.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub format: Option<i64>,
    /// Overlays: the id or name of the plan it is meant for.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#for: Option<Raw<'a>>,
    /// What the plan says of itself.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub plan: Option<PlanRecord<'a>>,
    /// The sorts of items, in the order of their tabs.
    #[serde(borrow, default)]
    pub kinds: Vec<KindRecord<'a>>,
    /// What the plan states.
    #[serde(borrow, default)]
    pub items: Vec<ItemRecord<'a>>,
    /// The organisations.
    #[serde(borrow, default)]
    pub bodies: Vec<BodyRecord<'a>>,
    /// The sources and companion documents.
    #[serde(borrow, default)]
    pub documents: Vec<DocumentRecord<'a>>,
    /// Who answers for what; several rows may stand for one item and body.
    #[serde(borrow, default)]
    pub responsibilities: Vec<RowRecord<'a>>,
}

/// A text in both languages; a side that is missing is shown in the other language, marked.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextRecord<'a> {
    /// The English side.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub en: Option<Raw<'a>>,
    /// The Chinese side.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub zh: Option<Raw<'a>>,
}

/// What the plan says of itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanRecord<'a> {
    /// Its id.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub id: Option<Raw<'a>>,
    /// Its name.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<TextRecord<'a>>,
    /// The id of the body that issued it.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub issuer: Option<Raw<'a>>,
    /// The ids of the bodies that drafted it.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub drafted_by: Vec<Raw<'a>>,
    /// The date it bears: YYYY, YYYY-MM or YYYY-MM-DD.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub dated: Option<Raw<'a>>,
    /// The date when it was made public.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub announced: Option<Raw<'a>>,
    /// The years it covers.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub period: Option<PeriodRecord>,
    /// When the data was compiled.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub compiled: Option<Raw<'a>>,
    /// What it is for.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub summary: Option<TextRecord<'a>>,
    /// The ids of the documents that it carries out.
    #[serde(borrow, default)]
    pub follows: Vec<Raw<'a>>,
    /// The id of the document before it.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub predecessor: Option<Raw<'a>>,
    /// Other names.
    #[serde(borrow, default)]
    pub aliases: Vec<Raw<'a>>,
    /// A remark.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub note: Option<TextRecord<'a>>,
    /// How sure this is.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<ConfidenceRecord>,
    /// Where it comes from: addresses or documents' ids.
    #[serde(borrow, default)]
    pub sources: Vec<Raw<'a>>,
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

/// A sort of items.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KindRecord<'a> {
    /// Its id, in lower case.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub id: Option<Raw<'a>>,
    /// What the ids of its items begin with.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub prefix: Option<Raw<'a>>,
    /// One of them.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<TextRecord<'a>>,
    /// Several of them.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub plural: Option<TextRecord<'a>>,
    /// Among those that people look for first.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub primary: Option<bool>,
}

/// Something the plan states: a goal, a task, a project, an indicator.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemRecord<'a> {
    /// Its id; found in any case.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub id: Option<Raw<'a>>,
    /// The id of its kind.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub kind: Option<Raw<'a>>,
    /// Its number among its kind.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub number: Option<i64>,
    /// A heading that groups items of a kind.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub category: Option<TextRecord<'a>>,
    /// Its official name.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<TextRecord<'a>>,
    /// A short name for lists.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub short: Option<TextRecord<'a>>,
    /// How the news of the plan worded it.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub seed_name: Option<TextRecord<'a>>,
    /// The id of the item that it belongs to.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub parent: Option<Raw<'a>>,
    /// The ids of what it has to do with.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Raw<'a>>,
    /// What it is.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub summary: Option<TextRecord<'a>>,
    /// Other names.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Raw<'a>>,
    /// What it consists of, as far as that has no item of its own.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartRecord<'a>>,
    /// What is to be reached, and by when.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetRecord<'a>>,
    /// How it is measured.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub measure: Option<MeasureRecord<'a>>,
    /// A remark.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub note: Option<TextRecord<'a>>,
    /// How sure this is; low without a source.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<ConfidenceRecord>,
    /// Where it comes from: addresses or documents' ids.
    #[serde(borrow, default)]
    pub sources: Vec<Raw<'a>>,
}

/// A part of an item.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartRecord<'a> {
    /// Its name.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<TextRecord<'a>>,
    /// How sure this is, where it differs from the item's.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<ConfidenceRecord>,
    /// Where it comes from, where that differs.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Raw<'a>>,
}

/// Something to be reached by a date.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetRecord<'a> {
    /// By when: YYYY, YYYY-MM or YYYY-MM-DD.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub by: Option<Raw<'a>>,
    /// What.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub text: Option<TextRecord<'a>>,
    /// The id of the other document whose target this is.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub document: Option<Raw<'a>>,
    /// Where it comes from.
    #[serde(borrow, default)]
    pub sources: Vec<Raw<'a>>,
}

/// An indicator's figures.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureRecord<'a> {
    /// The unit of all values.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub unit: Option<TextRecord<'a>>,
    /// Binding, or only expected; left out where it is not known.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub binding: Option<bool>,
    /// The figures.
    #[serde(borrow, default)]
    pub points: Vec<PointRecord<'a>>,
}

/// One figure.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointRecord<'a> {
    /// The year it stands for.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub year: Option<i64>,
    /// The figure; left out where it is not known.
    #[serde(
        default,
        deserialize_with = "given",
        serialize_with = "figure",
        skip_serializing_if = "Option::is_none"
    )]
    pub value: Option<f64>,
    /// What sort of figure.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub kind: Option<PointKindRecord>,
    /// How sure this is, where it differs from the item's.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<ConfidenceRecord>,
    /// Where it comes from, where that differs.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Raw<'a>>,
}

/// An organisation.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BodyRecord<'a> {
    /// Its id, a slug.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub id: Option<Raw<'a>>,
    /// Its abbreviation.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub abbr: Option<Raw<'a>>,
    /// Its name.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<TextRecord<'a>>,
    /// Other names.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Raw<'a>>,
    /// What it is there for.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub mandate: Option<TextRecord<'a>>,
    /// A remark.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub note: Option<TextRecord<'a>>,
    /// The id of the body that it became.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub successor: Option<Raw<'a>>,
    /// How sure this is; low without a source.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<ConfidenceRecord>,
    /// Where it comes from: addresses or documents' ids.
    #[serde(borrow, default)]
    pub sources: Vec<Raw<'a>>,
}

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentRecord<'a> {
    /// Its id.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub id: Option<Raw<'a>>,
    /// Its title.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<TextRecord<'a>>,
    /// Its official number.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub number: Option<Raw<'a>>,
    /// Its date: YYYY, YYYY-MM or YYYY-MM-DD.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub dated: Option<Raw<'a>>,
    /// What is known of its date beyond that.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub date_note: Option<TextRecord<'a>>,
    /// The ids of the bodies that issued it.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub issuers: Vec<Raw<'a>>,
    /// Where it can be read.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub url: Option<Raw<'a>>,
    /// A remark.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub note: Option<TextRecord<'a>>,
    /// How sure this is; low without a source.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<ConfidenceRecord>,
    /// Where it comes from: addresses or documents' ids.
    #[serde(borrow, default)]
    pub sources: Vec<Raw<'a>>,
}

/// One statement that a body answers for an item.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowRecord<'a> {
    /// The id of the item, or of the plan.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub item: Option<Raw<'a>>,
    /// The id of the body.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub body: Option<Raw<'a>>,
    /// In what way it answers.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub role: Option<RoleRecord>,
    /// What the statement rests on.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub basis: Option<BasisRecord>,
    /// The id of the document that says so; required with the basis `companion`.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub document: Option<Raw<'a>>,
    /// A remark.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub note: Option<TextRecord<'a>>,
    /// How sure this is; low without a source.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub confidence: Option<ConfidenceRecord>,
    /// Where it comes from: addresses or documents' ids.
    #[serde(borrow, default)]
    pub sources: Vec<Raw<'a>>,
    /// Assignments: the unit that has it on the desk.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub unit: Option<Raw<'a>>,
    /// Assignments: whom to ask.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub contact: Option<Raw<'a>>,
    /// Assignments: by when.
    #[serde(
        borrow,
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub due: Option<Raw<'a>>,
    /// Assignments: how it stands.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    pub status: Option<StatusRecord>,
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
