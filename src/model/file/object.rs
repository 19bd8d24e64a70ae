//! What all records of a data file have in common: they are objects, and a key that is given has a
//! value. A text is an object too, or a plain string.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, forward_to_deserialize_any};

/// A key that is given has a value: `null` is none.
pub(super) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    de: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(de).map(Some)
}

/// Reads records from objects alone: serde would also take a list for the members in their order.
pub(super) struct Object<D>(pub(super) D);

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
macro_rules! objects {
    ($($(#[$meta:meta])* pub struct $record:ident { $($fields:tt)* })*) => {$(
        $(#[$meta])*
        #[serde_with::apply(Option => #[serde(deserialize_with = "super::object::given", skip_serializing_if = "Option::is_none")])]
        #[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
        #[serde(default, deny_unknown_fields, remote = "Self")]
        pub struct $record { $($fields)* }

        impl<'de> Deserialize<'de> for $record {
            fn deserialize<D: Deserializer<'de>>(json: D) -> Result<$record, D::Error> {
                $record::deserialize($crate::model::file::object::Object(json))
            }
        }

        impl Serialize for $record {
            fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
                $record::serialize(self, json)
            }
        }
    )*};
}
pub(super) use objects;

/// A text in both languages, of which one may be missing; or a string that holds for both.
#[serde_with::apply(Option => #[serde(deserialize_with = "super::object::given", skip_serializing_if = "Option::is_none")])]
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

objects! {
    /// The period of a plan.
    pub struct PeriodRecord {
        /// The first year.
        pub from: Option<i64>,
        /// The last year.
        pub to: Option<i64>,
    }
}
