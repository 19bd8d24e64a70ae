//! The settings in force, and where each comes from: flags win over the environment, the
//! environment over the configuration file, the file over the defaults.
//!
//! In kiosk mode neither the environment nor a file is asked: only the server's own command line,
//! and the client's locale and terminal, which change how something is said but not what is read.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::model::Lang;
use crate::words::config::config as words;

mod defaults;
mod file;
mod folder;

pub use defaults::{DEFAULTS, default_file};
pub use file::{Key, Problem, read};
pub use folder::{beside, own_folder, usual_file};

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

/// What one source of settings says; what it does not say is `None`.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// The plan's file.
    pub data: Option<PathBuf>,
    /// The overlays' files.
    pub overlays: Option<Vec<PathBuf>>,
    /// Language.
    pub lang: Option<Tongue>,
    /// Colours of the screen.
    pub theme: Option<Theme>,
    /// ASCII alone.
    pub ascii: Option<bool>,
    /// Mouse.
    pub mouse: Option<bool>,
    /// Width of ambiguous characters.
    pub ambiguous: Option<Ambiguous>,
    /// Minutes until an idle session ends.
    pub idle: Option<u32>,
    /// Colours of commands.
    pub color: Option<When>,
    /// No screen.
    pub plain: Option<bool>,
    /// The most bytes that are read of a data file.
    pub max_size: Option<u64>,
    /// The reader's own keys.
    pub keys: Option<Vec<Key>>,
}

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The command line.
    Flag,
    /// A variable.
    Environment(&'static str),
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
    /// The reader's own keys, as written.
    pub keys: Setting<Vec<Key>>,
    /// The configuration file that was read.
    pub file: Option<PathBuf>,
    /// Kiosk mode.
    pub kiosk: bool,
}

/// A variable of the environment by its name; empty counts as not set.
pub type Env<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The language of the locale: `zh*` is Chinese, everything else English.
#[must_use]
pub fn locale(env: Env) -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(env);
    match locale {
        Some(name) if name.to_ascii_lowercase().starts_with("zh") => Lang::Zh,
        Some(_) | None => Lang::En,
    }
}

/// The locale can show UTF-8. A locale that is not set at all counts as UTF-8.
#[must_use]
pub fn utf8(env: Env) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(env);
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
        data: env("PLAN_DATA").map(PathBuf::from),
        overlays: env("PLAN_OVERLAY").map(|paths| std::env::split_paths(&paths).collect()),
        lang: env("PLAN_LANG")
            .map(|name| parse("PLAN_LANG", &name, lang))
            .transpose()?,
        theme: env("PLAN_THEME")
            .map(|name| parse("PLAN_THEME", &name, lang))
            .transpose()?,
        ..terminal(env)
    })
}

/// What the variables say of the terminal. This is all that a client of a kiosk may say.
#[must_use]
pub fn terminal(env: Env) -> Layer {
    Layer {
        plain: env("TERM").filter(|term| term == "dumb").map(|_| true),
        ..Layer::default()
    }
}

/// The value that `name` stands for.
///
/// # Errors
/// It stands for none: one line that says what there is.
pub fn parse<T: ValueEnum>(key: &str, name: &str, lang: Lang) -> Result<T, String> {
    let quoted = format!("\"{}\"", crate::model::Str::clean(name));
    T::from_str(name, true).map_err(|_| (words(lang).bad_value)(key, &quoted, &names_of::<T>()))
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
            kiosk,
        } = self;
        let tongue = first(
            [
                (flags.lang, From::Flag),
                (vars.lang, From::Environment("PLAN_LANG")),
            ],
            (file.lang, From::File),
        );
        let both = tongue
            .as_ref()
            .is_some_and(|setting| setting.value == Tongue::Both);
        let lang = match tongue {
            Some(Setting {
                value: Tongue::En,
                from,
            }) => Setting {
                value: Lang::En,
                from,
            },
            Some(Setting {
                value: Tongue::Zh,
                from,
            }) => Setting {
                value: Lang::Zh,
                from,
            },
            Some(Setting {
                value: Tongue::Both,
                ..
            })
            | None => Setting {
                value: locale,
                from: From::Locale,
            },
        };
        let (idle, max_size) = if kiosk { (30, 16 << 20) } else { (0, 1 << 30) };
        Settings {
            data: pick(flags.data, (vars.data, "PLAN_DATA"), file.data).optional(),
            overlays: pick(
                flags.overlays,
                (vars.overlays, "PLAN_OVERLAY"),
                file.overlays,
            )
            .or(vec![]),
            lang,
            both,
            theme: pick(flags.theme, (vars.theme, "PLAN_THEME"), file.theme).or(Theme::Auto),
            ascii: pick(flags.ascii, (vars.ascii, ""), file.ascii).or(false),
            mouse: pick(flags.mouse, (vars.mouse, ""), file.mouse).or(false),
            ambiguous: pick(flags.ambiguous, (vars.ambiguous, ""), file.ambiguous)
                .or(Ambiguous::Narrow),
            idle: pick(flags.idle, (vars.idle, ""), file.idle).or(idle),
            color: pick(flags.color, (vars.color, ""), file.color).or(When::Auto),
            plain: pick(flags.plain, (vars.plain, "TERM"), file.plain).or(false),
            max_size: pick(flags.max_size, (vars.max_size, ""), file.max_size).or(max_size),
            keys: pick(flags.keys, (vars.keys, ""), file.keys).or(vec![]),
            file: path,
            kiosk,
        }
    }
}

/// The first of three that is given.
fn first<T>(above: [(Option<T>, From); 2], below: (Option<T>, From)) -> Option<Setting<T>> {
    above
        .into_iter()
        .chain([below])
        .find_map(|(value, from)| value.map(|value| Setting { value, from }))
}

/// A setting that may be given nowhere.
struct Picked<T>(Option<Setting<T>>);

impl<T> Picked<T> {
    fn or(self, value: T) -> Setting<T> {
        self.0.unwrap_or(Setting {
            value,
            from: From::Default,
        })
    }

    fn optional(self) -> Setting<Option<T>> {
        match self.0 {
            Some(Setting { value, from }) => Setting {
                value: Some(value),
                from,
            },
            None => Setting {
                value: None,
                from: From::Default,
            },
        }
    }
}

fn pick<T>(flag: Option<T>, (var, name): (Option<T>, &'static str), file: Option<T>) -> Picked<T> {
    Picked(first(
        [(flag, From::Flag), (var, From::Environment(name))],
        (file, From::File),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(theme: Theme) -> Layer {
        Layer {
            theme: Some(theme),
            ..Layer::default()
        }
    }

    #[test]
    fn flags_win_over_environment_over_file_over_default() {
        let settle = |flags, environment, file| {
            let sources = Sources {
                flags,
                environment,
                file,
                ..Sources::default()
            };
            let theme = sources.settle(Lang::En).theme;
            (theme.value, theme.from)
        };
        let [dark, light, mono] = [Theme::Dark, Theme::Light, Theme::Mono].map(layer);
        let none = Layer::default;
        assert_eq!(
            settle(dark, light.clone(), mono.clone()),
            (Theme::Dark, From::Flag)
        );
        assert_eq!(
            settle(none(), light, mono.clone()),
            (Theme::Light, From::Environment("PLAN_THEME"))
        );
        assert_eq!(settle(none(), none(), mono), (Theme::Mono, From::File));
        assert_eq!(settle(none(), none(), none()), (Theme::Auto, From::Default));
    }

    #[test]
    fn the_locale_gives_language_and_charset() {
        let env = |pairs: &'static [(&str, &str)]| {
            move |name: &str| {
                pairs
                    .iter()
                    .find(|(n, _)| *n == name)
                    .map(|(_, value)| (*value).to_owned())
            }
        };
        let of = |pairs| (locale(&env(pairs)), utf8(&env(pairs)));
        assert_eq!(of(&[]), (Lang::En, true));
        assert_eq!(of(&[("LANG", "zh_CN.UTF-8")]), (Lang::Zh, true));
        assert_eq!(of(&[("LANG", "zh_CN.GB18030")]), (Lang::Zh, false));
        assert_eq!(
            of(&[("LANG", "zh_CN.utf8"), ("LC_ALL", "C")]),
            (Lang::En, false)
        );
        assert_eq!(
            of(&[("LANG", "C"), ("LC_CTYPE", "C.UTF-8")]),
            (Lang::En, true)
        );
    }
}
