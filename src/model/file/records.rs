//! The data file, as it is written: plain records that serde fills, and from which the JSON Schemas
//! are made. Everything is optional here, for an overlay may leave out almost anything; what a plan
//! must have is marked `required` for its schema, and checked by `validate`.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, forward_to_deserialize_any};

use crate::model::{Basis, Confidence, Figure, PointKind, Role, Status};

/// A key that is given has a value: `null` is none.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(de: D) -> Result<Option<T>, D::Error> {
    T::deserialize(de).map(Some)
}

/// Reads records from objects alone: serde would also take a list for the members in their order.
struct Object<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Object<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

macro_rules! records {
    ($($record:ident)*) => {$(
        impl<'de> Deserialize<'de> for $record {
            fn deserialize<D: Deserializer<'de>>(json: D) -> Result<$record, D::Error> {
                $record::deserialize(Object(json))
            }
        }

        serialized!($record);
    )*};
}

macro_rules! serialized {
    ($record:ident) => {
        impl Serialize for $record {
            fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
                $record::serialize(self, json)
            }
        }
    };
}

records! {
    File PlanRecord PeriodRecord KindRecord ItemRecord PartRecord TargetRecord MeasureRecord
    PointRecord BodyRecord DocumentRecord RowRecord
}
serialized!(TextRecord);

/// A data file: a plan, or an overlay, which has no `plan`.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct File {
    /// The address of this schema, for editors that know it.
    #[serde(rename = "$schema")]
    pub schema: Option<Box<str>>,
    /// The version of this format: 1.
    pub format: Option<i64>,
    /// Overlays: the id or name of the plan it is meant for.
    pub r#for: Option<Box<str>>,
    /// What the plan says of itself.
    pub plan: Option<PlanRecord>,
    /// The sorts of items, in the order of their tabs.
    #[schemars(extend("default" = []))]
    pub kinds: Option<Vec<KindRecord>>,
    /// What the plan states.
    #[schemars(extend("default" = []))]
    pub items: Option<Vec<ItemRecord>>,
    /// The organisations.
    pub bodies: Vec<BodyRecord>,
    /// The sources and companion documents.
    pub documents: Vec<DocumentRecord>,
    /// Who answers for what; several rows may stand for one item and body.
    pub responsibilities: Vec<RowRecord>,
    /// Sets of words that mean the same to those who search, in any language.
    pub thesaurus: Vec<Vec<Box<str>>>,
}

/// A text in both languages, a missing side being shown in the other; or a string that is in either.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
#[schemars(extend("type" = ["object", "string"]))]
pub struct TextRecord {
    /// The English side.
    pub en: Option<Box<str>>,
    /// The Chinese side.
    pub zh: Option<Box<str>>,
}

impl TextRecord {
    /// A text that is the same in either language.
    pub fn plain(text: &str) -> TextRecord {
        TextRecord {
            en: Some(text.into()),
            zh: Some(text.into()),
        }
    }
}

impl<'de> Deserialize<'de> for TextRecord {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<TextRecord, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = TextRecord;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<TextRecord, E> {
                Ok(TextRecord::plain(text))
            }

            fn visit_map<A: MapAccess<'de>>(self, sides: A) -> Result<TextRecord, A::Error> {
                TextRecord::deserialize(MapAccessDeserializer::new(sides))
            }
        }
        json.deserialize_any(Either)
    }
}

/// What the plan says of itself.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct PlanRecord {
    /// Its id.
    pub id: Option<Box<str>>,
    /// Its name.
    pub name: Option<TextRecord>,
    /// The id of the body that issued it.
    pub issuer: Option<String>,
    /// The ids of the bodies that drafted it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drafted_by: Vec<String>,
    /// The date it bears: YYYY, YYYY-MM or YYYY-MM-DD.
    pub dated: Option<String>,
    /// The date when it was made public.
    pub announced: Option<String>,
    /// The years it covers.
    pub period: Option<PeriodRecord>,
    /// When the data was compiled.
    pub compiled: Option<String>,
    /// What it is for.
    pub summary: Option<TextRecord>,
    /// The ids of the documents that it carries out.
    pub follows: Vec<String>,
    /// The id of the document before it.
    pub predecessor: Option<String>,
    /// Other names.
    pub aliases: Vec<Box<str>>,
    /// A remark.
    pub note: Option<TextRecord>,
    /// How sure this is.
    pub confidence: Option<Confidence>,
    /// Where it comes from: addresses or documents' ids.
    pub sources: Vec<String>,
}

/// A sort of items.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct KindRecord {
    /// Its id, in lower case.
    pub id: Option<Box<str>>,
    /// What the ids of its items begin with.
    pub prefix: Option<Box<str>>,
    /// One of them.
    pub name: Option<TextRecord>,
    /// Several of them.
    pub plural: Option<TextRecord>,
    /// Among those that people look for first.
    pub primary: Option<bool>,
}

/// Something the plan states: a goal, a task, a project, an indicator.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct ItemRecord {
    /// Its id; found in any case.
    pub id: Option<Box<str>>,
    /// The id of its kind.
    pub kind: Option<String>,
    /// Its number among its kind.
    pub number: Option<i64>,
    /// A heading that groups items of a kind.
    pub category: Option<TextRecord>,
    /// Its official name.
    pub name: Option<TextRecord>,
    /// A short name for lists.
    pub short: Option<TextRecord>,
    /// How the news of the plan worded it.
    pub seed_name: Option<TextRecord>,
    /// The id of the item that it belongs to.
    pub parent: Option<String>,
    /// The ids of what it has to do with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// What it is.
    pub summary: Option<TextRecord>,
    /// Other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Box<str>>,
    /// What it consists of, as far as that has no item of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartRecord>,
    /// What is to be reached, and by when.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetRecord>,
    /// How it is measured.
    pub measure: Option<MeasureRecord>,
    /// A remark.
    pub note: Option<TextRecord>,
    /// How sure this is; low without a source.
    pub confidence: Option<Confidence>,
    /// Where it comes from: addresses or documents' ids.
    pub sources: Vec<String>,
}

/// A part of an item.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct PartRecord {
    /// Its name.
    pub name: Option<TextRecord>,
    /// How sure this is, where it differs from the item's.
    pub confidence: Option<Confidence>,
    /// Where it comes from, where that differs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// Something to be reached by a date.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct TargetRecord {
    /// By when: YYYY, YYYY-MM or YYYY-MM-DD.
    pub by: Option<String>,
    /// What.
    pub text: Option<TextRecord>,
    /// The id of the other document whose target this is.
    pub document: Option<String>,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// An indicator's figures.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct MeasureRecord {
    /// The unit of all values.
    pub unit: Option<TextRecord>,
    /// Binding, or only expected; left out where it is not known.
    pub binding: Option<bool>,
    /// The figures.
    pub points: Vec<PointRecord>,
}

/// One figure.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct PointRecord {
    /// The year it stands for.
    pub year: Option<i64>,
    /// The figure; left out where it is not known.
    pub value: Option<Figure>,
    /// What sort of figure.
    pub kind: Option<PointKind>,
    /// It is a result of a near measure, not of the item's own.
    pub near: Option<bool>,
    /// How sure this is, where it differs from the item's.
    pub confidence: Option<Confidence>,
    /// Where it comes from, where that differs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// An organisation.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct BodyRecord {
    /// Its id, a slug.
    pub id: Option<Box<str>>,
    /// Its abbreviation.
    pub abbr: Option<Box<str>>,
    /// Its name.
    pub name: Option<TextRecord>,
    /// Other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Box<str>>,
    /// What it is there for.
    pub mandate: Option<TextRecord>,
    /// A remark.
    pub note: Option<TextRecord>,
    /// The id of the body that it became.
    pub successor: Option<String>,
    /// How sure this is; low without a source.
    pub confidence: Option<Confidence>,
    /// Where it comes from: addresses or documents' ids.
    pub sources: Vec<String>,
}

/// A document.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct DocumentRecord {
    /// Its id.
    pub id: Option<Box<str>>,
    /// Its title.
    pub name: Option<TextRecord>,
    /// Its official number.
    pub number: Option<Box<str>>,
    /// Its date: YYYY, YYYY-MM or YYYY-MM-DD.
    pub dated: Option<String>,
    /// What is known of its date beyond that.
    pub date_note: Option<TextRecord>,
    /// The ids of the bodies that issued it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub issuers: Vec<String>,
    /// Where it can be read.
    pub url: Option<Box<str>>,
    /// A remark.
    pub note: Option<TextRecord>,
    /// How sure this is; low without a source.
    pub confidence: Option<Confidence>,
    /// Where it comes from: addresses or documents' ids.
    pub sources: Vec<String>,
}

/// One statement that a body answers for an item.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct RowRecord {
    /// The id of the item, or of the plan.
    pub item: Option<String>,
    /// The id of the body.
    pub body: Option<String>,
    /// In what way it answers.
    pub role: Option<Role>,
    /// What the statement rests on.
    pub basis: Option<Basis>,
    /// The id of the document that says so; required with the basis `companion`.
    pub document: Option<String>,
    /// A remark.
    pub note: Option<TextRecord>,
    /// How sure this is; low without a source.
    pub confidence: Option<Confidence>,
    /// Where it comes from: addresses or documents' ids.
    pub sources: Vec<String>,
    /// Assignments: the unit that has it on the desk.
    pub unit: Option<Box<str>>,
    /// Assignments: whom to ask.
    pub contact: Option<Box<str>>,
    /// Assignments: by when.
    pub due: Option<String>,
    /// Assignments: how it stands.
    pub status: Option<Status>,
}

/// The years that a plan covers.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
pub struct PeriodRecord {
    /// The first year.
    pub from: Option<i64>,
    /// The last year.
    pub to: Option<i64>,
}
