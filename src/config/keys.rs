//! What the configuration file says of keys: a preset, and the reader's own.

use std::collections::BTreeMap;
use std::fmt;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::file::Strings;
use crate::app::Preset;
use crate::model::Str;

impl ValueEnum for Preset {
    fn value_variants<'a>() -> &'a [Preset] {
        &[Preset::Typing, Preset::Vim]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Preset::Typing => "typing",
            Preset::Vim => "vim",
        }))
    }
}

/// One of the reader's own keys. The table of keys knows what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What the keys do: the name of a binding.
    pub name: String,
    /// The keys for it, as written; none takes the action's keys away.
    pub keys: Vec<String>,
}

/// What is said of the keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// The keys to begin with.
    pub preset: Option<Preset>,
    /// The reader's own.
    pub own: Option<Vec<Key>>,
}

/// `list.down = "j"` is a table within a table; `"list.down" = "j"` is not. Both mean one.
#[derive(Deserialize)]
#[serde(untagged)]
enum KeyTable {
    Keys(Strings),
    Below(BTreeMap<String, KeyTable>),
}

impl KeyTable {
    fn gather(self, name: String, all: &mut Vec<Key>) {
        match self {
            KeyTable::Keys(keys) => all.push(Key {
                name,
                keys: keys.all(),
            }),
            KeyTable::Below(below) => {
                for (part, keys) in below {
                    keys.gather(format!("{name}.{}", Str::sanitize(&part)), all);
                }
            }
        }
    }
}

/// The key of the table that names a preset.
const PRESET: &str = "preset";

/// The keys: a preset, or the table.
pub(super) fn keys<'de, D: Deserializer<'de>>(from: D) -> Result<Keys, D::Error> {
    // By hand and not as an untagged enum, which would not say where in the table an error is.
    from.deserialize_any(KeysVisitor)
}

struct KeysVisitor;

impl<'de> Visitor<'de> for KeysVisitor {
    type Value = Keys;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a preset or a table of keys")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Keys, E> {
        Ok(Keys {
            preset: Some(preset(name)?),
            own: None,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Keys, A::Error> {
        let table = BTreeMap::<String, KeyTable>::deserialize(MapAccessDeserializer::new(map))?;
        let mut own = Vec::new();
        for (name, keys) in table {
            keys.gather(Str::sanitize(&name).to_string(), &mut own);
        }
        let named = own.iter().position(|key| key.name == PRESET);
        let named = named.map(|at| own.remove(at).keys.concat());
        Ok(Keys {
            preset: named.as_deref().map(preset).transpose()?,
            own: Some(own),
        })
    }
}

fn preset<E: Error>(name: &str) -> Result<Preset, E> {
    Preset::from_str(name, true).map_err(E::custom)
}
