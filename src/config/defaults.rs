//! The keys of the configuration file and their defaults: one table, from which the commented file
//! is written, and with which an unknown key is compared.

use super::{Ambiguous, Theme, Tongue, name_of, names_of};
use crate::app::{BINDINGS, Preset};
use crate::i18n::config::{Config, config as words};
use crate::model::Lang;

/// A key of the file, with its default as it is written.
#[derive(Debug)]
pub struct Default {
    /// The key.
    pub key: &'static str,
    /// Its default, in TOML.
    pub value: &'static str,
    /// What it is for.
    pub about: fn(&Config) -> &'static str,
    /// What it can be.
    pub wanted: fn(&Config) -> String,
}

const fn row(
    key: &'static str,
    value: &'static str,
    about: fn(&Config) -> &'static str,
    wanted: fn(&Config) -> String,
) -> Default {
    Default {
        key,
        value,
        about,
        wanted,
    }
}

/// The keys of the file, in the order in which they are printed.
pub const DEFAULTS: &[Default] = &[
    row("data", "\"plan.json\"", |w| w.data, |w| w.a_string.into()),
    row("overlays", "[]", |w| w.overlays, |w| w.strings.into()),
    row("lang", "\"en\"", |w| w.lang, |_| names_of::<Tongue>()),
    row("theme", "\"auto\"", |w| w.theme, |_| names_of::<Theme>()),
    row("ascii", "false", |w| w.ascii, |w| w.a_bool.into()),
    row("mouse", "false", |w| w.mouse, |w| w.a_bool.into()),
    row(
        "ambiguous",
        "\"narrow\"",
        |w| w.ambiguous,
        |_| names_of::<Ambiguous>(),
    ),
    row("idle", "0", |w| w.idle, |w| w.minutes.into()),
    row("keys", "", |w| w.keys, |w| w.a_table.into()),
];

/// The commented default.
#[must_use]
pub fn default_file(lang: Lang) -> String {
    let words = words(lang);
    let mut out = String::new();
    let comment = |out: &mut String, text: &str| {
        for line in text.lines() {
            out.push_str("# ");
            out.push_str(line);
            out.push('\n');
        }
    };
    comment(&mut out, words.head);
    for default in DEFAULTS {
        out.push('\n');
        comment(&mut out, (default.about)(words));
        if default.value.is_empty() {
            out.extend(["[", default.key, "]\n"]);
            keys(&mut out, lang);
        } else {
            out.extend(["#", default.key, " = ", default.value, "\n"]);
        }
    }
    out
}

/// A line for every key that can be changed.
fn keys(out: &mut String, lang: Lang) {
    let texts = crate::i18n::keys::keys(lang);
    let preset = name_of(&Preset::default());
    out.extend(["#preset = \"", &preset, "\"  # ", words(lang).preset, "\n"]);
    for binding in BINDINGS {
        let written = binding.written(Preset::default());
        let keys: Vec<String> = written.iter().map(|key| format!("{key:?}")).collect();
        let help = (binding.help)(texts);
        let gap = if help.is_empty() { "" } else { "  # " };
        out.extend([
            "#",
            binding.name,
            " = [",
            &keys.join(", "),
            "]",
            gap,
            help,
            "\n",
        ]);
    }
}
