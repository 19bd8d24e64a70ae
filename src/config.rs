//! The settings in force, and where each comes from: flags win over the environment, the
//! environment over the configuration file, the file over the defaults.
//!
//! In kiosk mode neither the environment nor a file is asked: only the server's own command line,
//! and the client's locale and terminal, which change how something is said but not what is read.

use std::path::PathBuf;

use clap::ValueEnum;
use serde::Deserialize;

use crate::app::Preset;
use crate::i18n::config::config as words;
use crate::model::{Lang, Str};

mod defaults;
mod file;
mod folder;
mod keys;

pub use defaults::{DEFAULTS, default_file};
pub use file::{Problem, read};
pub use folder::{beside, own_folder, usual_file};
pub use keys::{Key, Keys};

/// The language that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tongue {
    /// English.
    En,
    /// Chinese.
    Zh,
    /// Names in both; the interface by the locale.
    Both,
}

/// When commands use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A set of colours for the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// The terminal's own colours.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// As clear as can be.
    Contrast,
    /// No colours.
    Mono,
}

/// How many columns a character of ambiguous width takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Ambiguous {
    /// One.
    #[default]
    Narrow,
    /// Two.
    Wide,
}

/// The name of a value, as it is typed.
pub fn name_of<T: ValueEnum>(value: &T) -> String {
    value
        .to_possible_value()
        .map_or_else(String::new, |name| name.get_name().to_owned())
}

/// All names of a setting's values.
pub fn names_of<T: ValueEnum>() -> String {
    T::value_variants()
        .iter()
        .map(name_of)
        .collect::<Vec<_>>()
        .join(", ")
}

/// What one source of settings says; what it does not say is `None`. The configuration file holds
/// the fields that are not skipped.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Layer {
    /// The plan's file.
    pub data: Option<PathBuf>,
    /// The overlays' files.
    #[serde(deserialize_with = "file::paths")]
    pub overlays: Option<Vec<PathBuf>>,
    /// Language.
    #[serde(deserialize_with = "file::choice")]
    pub lang: Option<Tongue>,
    /// Colours of the screen.
    #[serde(deserialize_with = "file::choice")]
    pub theme: Option<Theme>,
    /// ASCII alone.
    pub ascii: Option<bool>,
    /// Mouse.
    pub mouse: Option<bool>,
    /// Width of ambiguous characters.
    #[serde(deserialize_with = "file::choice")]
    pub ambiguous: Option<Ambiguous>,
    /// Minutes until an idle session ends.
    #[serde(deserialize_with = "file::minutes")]
    pub idle: Option<u32>,
    /// Colours of commands.
    #[serde(skip)]
    pub color: Option<When>,
    /// No screen.
    #[serde(skip)]
    pub plain: Option<bool>,
    /// The most bytes that are read of a data file.
    #[serde(skip)]
    pub max_size: Option<u64>,
    /// The keys.
    #[serde(deserialize_with = "keys::keys")]
    pub keys: Keys,
}

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The command line.
    Flag,
    /// A variable, see [`variable`].
    Environment,
    /// The locale.
    Locale,
    /// The configuration file.
    File,
    /// Nowhere.
    Default,
}

/// A value in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub from: From,
}

/// All values in force.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The plan's file; `None`: the one that is built in.
    pub data: Setting<Option<PathBuf>>,
    /// The overlays' files.
    pub overlays: Setting<Vec<PathBuf>>,
    /// Language of the interface, and of names unless `both`.
    pub lang: Setting<Lang>,
    /// Names in both languages.
    pub both: bool,
    /// Colours of the screen.
    pub theme: Setting<Theme>,
    /// ASCII alone.
    pub ascii: Setting<bool>,
    /// Mouse.
    pub mouse: Setting<bool>,
    /// Width of ambiguous characters.
    pub ambiguous: Setting<Ambiguous>,
    /// Minutes until an idle session ends; 0: never.
    pub idle: Setting<u32>,
    /// Colours of commands.
    pub color: Setting<When>,
    /// No screen.
    pub plain: Setting<bool>,
    /// The most bytes that are read of a data file.
    pub max_size: Setting<u64>,
    /// The keys to begin with.
    pub preset: Setting<Preset>,
    /// The reader's own keys, as written.
    pub keys: Setting<Vec<Key>>,
    /// Sheets may add organisations and items that the plan does not have.
    pub new: bool,
    /// The configuration file that was read.
    pub file: Option<PathBuf>,
    /// Kiosk mode.
    pub kiosk: bool,
}

/// The variable that gives the setting with this key; empty if none does.
#[must_use]
pub fn variable(key: &str) -> &'static str {
    match key {
        "data" => "PLAN_DATA",
        "overlays" => "PLAN_OVERLAY",
        "lang" => "PLAN_LANG",
        "theme" => "PLAN_THEME",
        "plain" => "TERM",
        _ => "",
    }
}

/// A variable of the environment by its name; empty counts as not set.
pub type Env<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The first of the variables that is set and not empty.
fn first_set(env: Env, names: [&str; 3]) -> Option<String> {
    let mut values = names.into_iter().filter_map(env);
    values.find(|value| !value.is_empty())
}

/// The language of the locale: `zh*` is Chinese, everything else English.
#[must_use]
pub fn locale(env: Env) -> Lang {
    let locale = first_set(env, ["LC_ALL", "LC_MESSAGES", "LANG"]);
    match locale {
        Some(name) if name.to_ascii_lowercase().starts_with("zh") => Lang::Zh,
        Some(_) | None => Lang::En,
    }
}

/// The locale can show UTF-8. A locale that is not set at all counts as UTF-8.
#[must_use]
pub fn utf8(env: Env) -> bool {
    let locale = first_set(env, ["LC_ALL", "LC_CTYPE", "LANG"]);
    locale.is_none_or(|name| {
        let name = name.to_ascii_lowercase();
        name.contains("utf-8") || name.contains("utf8")
    })
}

/// What the variables say.
///
/// # Errors
/// A variable has a value that it cannot have.
pub fn environment(env: Env, lang: Lang) -> Result<Layer, String> {
    Ok(Layer {
        data: env(variable("data")).map(PathBuf::from),
        overlays: env(variable("overlays")).map(|paths| std::env::split_paths(&paths).collect()),
        lang: choice("lang", env, lang)?,
        theme: choice("theme", env, lang)?,
        ..terminal(env)
    })
}

/// What the variables say of the terminal. This is all that a client of a kiosk may say.
#[must_use]
pub fn terminal(env: Env) -> Layer {
    Layer {
        plain: env(variable("plain"))
            .filter(|term| term == "dumb")
            .map(|_| true),
        ..Layer::default()
    }
}

/// One of the values of the setting with this key, if its variable gives one.
fn choice<T: ValueEnum>(key: &str, env: Env, lang: Lang) -> Result<Option<T>, String> {
    let variable = variable(key);
    let Some(name) = env(variable) else {
        return Ok(None);
    };
    let quoted = format!("\"{}\"", Str::sanitize(&name));
    match T::from_str(&name, true) {
        Ok(value) => Ok(Some(value)),
        Err(_) => Err(words(lang).bad_value(variable, &quoted, &names_of::<T>())),
    }
}

/// The four sources laid over one another.
#[derive(Debug, Default)]
pub struct Sources {
    /// The command line.
    pub flags: Layer,
    /// The variables.
    pub environment: Layer,
    /// The configuration file.
    pub file: Layer,
    /// Its name, if one was read.
    pub path: Option<PathBuf>,
    /// Sheets may add what the plan does not have.
    pub new: bool,
    /// Kiosk mode.
    pub kiosk: bool,
}

impl Sources {
    /// The settings in force; `locale` is the language where none is asked for.
    #[must_use]
    pub fn settle(self, locale: Lang) -> Settings {
        let Sources {
            flags,
            environment: vars,
            file,
            path,
            new,
            kiosk,
        } = self;
        let layers = [
            (From::Flag, flags),
            (From::Environment, vars),
            (From::File, file),
        ];
        let tongue = first(&layers, |layer| layer.lang);
        let both = tongue
            .as_ref()
            .is_some_and(|tongue| tongue.value == Tongue::Both);
        let lang = tongue.and_then(|tongue| {
            let value = match tongue.value {
                Tongue::En => Lang::En,
                Tongue::Zh => Lang::Zh,
                Tongue::Both => return None,
            };
            let from = tongue.from;
            Some(Setting { value, from })
        });
        let (idle, max_size) = if kiosk { (30, 16 << 20) } else { (0, 1 << 30) };
        Settings {
            data: pick(&layers, |layer| layer.data.clone().map(Some), None),
            overlays: pick(&layers, |layer| layer.overlays.clone(), vec![]),
            lang: lang.unwrap_or(Setting {
                value: locale,
                from: From::Locale,
            }),
            both,
            theme: pick(&layers, |layer| layer.theme, Theme::Auto),
            ascii: pick(&layers, |layer| layer.ascii, false),
            mouse: pick(&layers, |layer| layer.mouse, false),
            ambiguous: pick(&layers, |layer| layer.ambiguous, Ambiguous::Narrow),
            idle: pick(&layers, |layer| layer.idle, idle),
            color: pick(&layers, |layer| layer.color, When::Auto),
            plain: pick(&layers, |layer| layer.plain, false),
            max_size: pick(&layers, |layer| layer.max_size, max_size),
            preset: pick(&layers, |layer| layer.keys.preset, Preset::Typing),
            keys: pick(&layers, |layer| layer.keys.own.clone(), vec![]),
            new,
            file: path,
            kiosk,
        }
    }
}

/// The value of the first layer that gives one, or the default.
fn pick<T>(
    layers: &[(From, Layer)],
    value: impl Fn(&Layer) -> Option<T>,
    default: T,
) -> Setting<T> {
    first(layers, value).unwrap_or(Setting {
        value: default,
        from: From::Default,
    })
}

/// The value of the first layer that gives one.
fn first<T>(layers: &[(From, Layer)], value: impl Fn(&Layer) -> Option<T>) -> Option<Setting<T>> {
    layers.iter().find_map(|(from, layer)| {
        let (value, from) = (value(layer)?, *from);
        Some(Setting { value, from })
    })
}
