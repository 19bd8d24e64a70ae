//! The data file, as it is written: plain records that serde fills, and from which the JSON Schemas
//! are made. Everything is optional here, for an overlay may leave out almost anything; what a plan
//! must have is marked `required` for its schema, and checked by `validate`.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, forward_to_deserialize_any};

use crate::model::{Basis, Confidence, Figure, PointKind, Role, Status, Synonyms};

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

/// Records that are read from objects and written as they are.
macro_rules! records {
    ($($(#[$meta:meta])* pub struct $record:ident { $($fields:tt)* })*) => {$(
        $(#[$meta])*
        #[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
        #[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
        #[serde(default, deny_unknown_fields, remote = "Self")]
        pub struct $record { $($fields)* }

        impl<'de> Deserialize<'de> for $record {
            fn deserialize<D: Deserializer<'de>>(json: D) -> Result<$record, D::Error> {
                $record::deserialize(Object(json))
            }
        }

        impl Serialize for $record {
            fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
                $record::serialize(self, json)
            }
        }
    )*};
}

/// A text in both languages, of which one may be missing; or a string that holds for both.
#[serde_with::apply(Option => #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")])]
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, remote = "Self")]
#[schemars(extend("type" = ["object", "string"]))]
pub struct TextRecord {
    /// In English.
    pub en: Option<Box<str>>,
    /// In Chinese.
    pub zh: Option<Box<str>>,
}

impl Serialize for TextRecord {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        TextRecord::serialize(self, json)
    }
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

records! {
    /// A data file: a plan, or an overlay, which has no `plan`.
    pub struct File {
        /// The address of this schema, for editors.
        #[serde(rename = "$schema")]
        pub schema: Option<Box<str>>,
        /// The version of this format: 1.
        pub format: Option<i64>,
        /// Overlays: the id or name of the plan it belongs to.
        pub r#for: Option<Box<str>>,
        /// The plan itself.
        pub plan: Option<PlanRecord>,
        /// The kinds of item, in the order of their tabs.
        #[schemars(extend("default" = []))]
        pub kinds: Option<Vec<KindRecord>>,
        /// The items: what the plan states.
        #[schemars(extend("default" = []))]
        pub items: Option<Vec<ItemRecord>>,
        /// The organisations.
        pub bodies: Vec<BodyRecord>,
        /// The documents: sources and companion documents.
        pub documents: Vec<DocumentRecord>,
        /// Who is responsible for what; an item and an organisation may have several rows.
        pub responsibilities: Vec<RowRecord>,
        /// Sets of words with the same meaning, in any language, for the search.
        pub thesaurus: Vec<Synonyms>,
    }

    /// The plan itself.
    pub struct PlanRecord {
        /// Its id.
        pub id: Option<Box<str>>,
        /// Its name.
        pub name: Option<TextRecord>,
        /// The id of the organisation that issued it.
        pub issuer: Option<String>,
        /// The ids of the organisations that drafted it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub drafted_by: Vec<String>,
        /// The date on the document: YYYY, YYYY-MM or YYYY-MM-DD.
        pub dated: Option<String>,
        /// The date on which it was published.
        pub announced: Option<String>,
        /// Its period.
        pub period: Option<PeriodRecord>,
        /// The date of the data.
        pub compiled: Option<String>,
        /// A summary.
        pub summary: Option<TextRecord>,
        /// The ids of the documents that it implements.
        pub follows: Vec<String>,
        /// The id of the previous plan, a document.
        pub predecessor: Option<String>,
        /// Other names.
        pub aliases: Vec<Box<str>>,
        /// A remark.
        pub note: Option<TextRecord>,
        /// How well this is confirmed.
        pub confidence: Option<Confidence>,
        /// Its sources: addresses or documents' ids.
        pub sources: Vec<String>,
    }

    /// A kind of item.
    pub struct KindRecord {
        /// Its id, in lower case.
        pub id: Option<Box<str>>,
        /// The prefix of the ids of its items.
        pub prefix: Option<Box<str>>,
        /// Its name in the singular.
        pub name: Option<TextRecord>,
        /// Its name in the plural.
        pub plural: Option<TextRecord>,
        /// Whether it is one of the main kinds, which have the first tabs.
        pub primary: Option<bool>,
    }

    /// Something the plan states: a goal, a task, a project, an indicator.
    pub struct ItemRecord {
        /// Its id, such as `T1`; case does not matter.
        pub id: Option<Box<str>>,
        /// The id of its kind.
        pub kind: Option<String>,
        /// Its number within its kind.
        pub number: Option<i64>,
        /// A heading that groups items of a kind.
        pub category: Option<TextRecord>,
        /// Its official name.
        pub name: Option<TextRecord>,
        /// A short name for lists.
        pub short: Option<TextRecord>,
        /// Its wording in press reports on the plan.
        pub seed_name: Option<TextRecord>,
        /// The id of the item that it is part of.
        pub parent: Option<String>,
        /// The ids of related items, organisations and documents.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub related: Vec<String>,
        /// A summary.
        pub summary: Option<TextRecord>,
        /// Other names.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<Box<str>>,
        /// Its content, as far as that has no item of its own.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub parts: Vec<PartRecord>,
        /// Its targets, each with a date.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub targets: Vec<TargetRecord>,
        /// Its measure, with baseline, target and actual results.
        pub measure: Option<MeasureRecord>,
        /// A remark.
        pub note: Option<TextRecord>,
        /// How well this is confirmed; low without a source.
        pub confidence: Option<Confidence>,
        /// Its sources: addresses or documents' ids.
        pub sources: Vec<String>,
    }

    /// A part of the content of an item.
    pub struct PartRecord {
        /// Its name.
        pub name: Option<TextRecord>,
        /// How well this is confirmed, where it differs from the item's.
        pub confidence: Option<Confidence>,
        /// Its sources, where they differ.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<String>,
    }

    /// A target with its date.
    pub struct TargetRecord {
        /// The date: YYYY, YYYY-MM or YYYY-MM-DD.
        pub by: Option<String>,
        /// The target in words.
        pub text: Option<TextRecord>,
        /// The id of the other document whose target this is.
        pub document: Option<String>,
        /// Its sources.
        pub sources: Vec<String>,
    }

    /// The measure of an indicator.
    pub struct MeasureRecord {
        /// The unit of measure of all figures.
        pub unit: Option<TextRecord>,
        /// Whether the indicator is binding (`true`) or expected (`false`); omitted if not known.
        pub binding: Option<bool>,
        /// The figures.
        pub points: Vec<PointRecord>,
    }

    /// One figure.
    pub struct PointRecord {
        /// Its year.
        pub year: Option<i64>,
        /// The figure; omitted if not known.
        pub value: Option<Figure>,
        /// The kind of figure.
        pub kind: Option<PointKind>,
        /// Whether it is the result of a similar measure, not of this one.
        pub near: Option<bool>,
        /// How well this is confirmed, where it differs from the item's.
        pub confidence: Option<Confidence>,
        /// Its sources, where they differ.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<String>,
    }

    /// An organisation.
    pub struct BodyRecord {
        /// Its id, such as `miit`.
        pub id: Option<Box<str>>,
        /// Its abbreviation.
        pub abbr: Option<Box<str>>,
        /// Its name.
        pub name: Option<TextRecord>,
        /// Other names.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<Box<str>>,
        /// Its remit.
        pub mandate: Option<TextRecord>,
        /// A remark.
        pub note: Option<TextRecord>,
        /// The id of the organisation that replaced it.
        pub successor: Option<String>,
        /// How well this is confirmed; low without a source.
        pub confidence: Option<Confidence>,
        /// Its sources: addresses or documents' ids.
        pub sources: Vec<String>,
    }

    /// A document.
    pub struct DocumentRecord {
        /// Its id.
        pub id: Option<Box<str>>,
        /// Its title.
        pub name: Option<TextRecord>,
        /// Its official number.
        pub number: Option<Box<str>>,
        /// Its date: YYYY, YYYY-MM or YYYY-MM-DD.
        pub dated: Option<String>,
        /// A remark on its date.
        pub date_note: Option<TextRecord>,
        /// The ids of the organisations that issued it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub issuers: Vec<String>,
        /// Its web address.
        pub url: Option<Box<str>>,
        /// A remark.
        pub note: Option<TextRecord>,
        /// How well this is confirmed; low without a source.
        pub confidence: Option<Confidence>,
        /// Its sources: addresses or documents' ids.
        pub sources: Vec<String>,
    }

    /// One statement that an organisation is responsible for an item.
    pub struct RowRecord {
        /// The id of the item, or of the plan.
        pub item: Option<String>,
        /// The id of the organisation.
        pub body: Option<String>,
        /// Its role; if not given, `lead`, and not stated in an assignment.
        pub role: Option<Role>,
        /// The basis of the statement.
        pub basis: Option<Basis>,
        /// The id of the document that says so; required with the basis `companion`.
        pub document: Option<String>,
        /// When this ended, where it holds no more: YYYY, YYYY-MM or YYYY-MM-DD.
        pub until: Option<String>,
        /// A remark.
        pub note: Option<TextRecord>,
        /// How well this is confirmed; low without a source.
        pub confidence: Option<Confidence>,
        /// Its sources: addresses or documents' ids.
        pub sources: Vec<String>,
        /// Assignments: the unit that handles it.
        pub unit: Option<Box<str>>,
        /// Assignments: the contact.
        pub contact: Option<Box<str>>,
        /// Assignments: the due date.
        pub due: Option<String>,
        /// Assignments: the status.
        pub status: Option<Status>,
    }

    /// The period of a plan.
    pub struct PeriodRecord {
        /// The first year.
        pub from: Option<i64>,
        /// The last year.
        pub to: Option<i64>,
    }
}
