//! A look into a JSON text, one level at a time. `serde_json`'s raw values are pieces of the text, so
//! that it is known where each begins.

use std::borrow::Cow;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::problem::JsonType;

/// A value as it is written in a text, without blanks around it.
#[derive(Clone, Copy, Debug)]
pub(in crate::model) struct RawJson<'t>(&'t str);

/// A member of an object.
#[derive(Clone, Debug)]
pub(in crate::model) struct JsonMember<'t> {
    /// The key as it is written, quotes and all.
    pub(super) written: RawJson<'t>,
    /// The key.
    pub(in crate::model) key: Cow<'t, str>,
    /// The value.
    pub(in crate::model) value: RawJson<'t>,
}

impl<'t> RawJson<'t> {
    /// The outermost value of `text`, which must be valid JSON.
    pub(in crate::model) fn of(text: &'t str) -> RawJson<'t> {
        RawJson(text.trim_matches([' ', '\t', '\n', '\r']))
    }

    /// The value as it is written.
    pub(in crate::model) fn written(self) -> &'t str {
        self.0
    }

    /// Where the value begins in `text`, of which it is a piece, in bytes.
    pub(super) fn offset_in(self, text: &str) -> usize {
        self.0.as_ptr().addr().saturating_sub(text.as_ptr().addr())
    }

    pub(in crate::model) fn json_type(self) -> JsonType {
        match self.0.as_bytes().first() {
            Some(b'{') => JsonType::Object,
            Some(b'[') => JsonType::List,
            Some(b'"') => JsonType::Text,
            Some(b't' | b'f') => JsonType::Bool,
            Some(b'n') | None => JsonType::Null,
            Some(_) => JsonType::Number,
        }
    }

    /// The value, if it is a string; one that cannot be read is given as it is written.
    pub(in crate::model) fn string(self) -> Option<Cow<'t, str>> {
        let inner = self.0.strip_prefix('"')?.strip_suffix('"')?;
        if !inner.contains('\\') {
            return Some(Cow::Borrowed(inner));
        }
        let read = serde_json::from_str(self.0);
        Some(read.map_or(Cow::Borrowed(inner), Cow::Owned))
    }

    /// The members of an object; none of anything else.
    pub(in crate::model) fn members(self) -> Vec<JsonMember<'t>> {
        let members = serde_json::from_str::<Members>(self.0);
        members.map_or_else(|_| Vec::new(), |members| members.0)
    }

    /// The elements of a list; none of anything else.
    pub(in crate::model) fn elements(self) -> Vec<RawJson<'t>> {
        let elements = serde_json::from_str::<Vec<&RawValue>>(self.0).unwrap_or_default();
        elements
            .into_iter()
            .map(|element| RawJson::of(element.get()))
            .collect()
    }
}

/// The members of an object as they are written, even those that stand twice.
struct Members<'t>(Vec<JsonMember<'t>>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Members<'de>, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
                    let written = RawJson::of(key.get());
                    members.push(JsonMember {
                        written,
                        key: written.string().unwrap_or_default(),
                        value: RawJson::of(value.get()),
                    });
                }
                Ok(Members(members))
            }
        }
        json.deserialize_map(Object)
    }
}
