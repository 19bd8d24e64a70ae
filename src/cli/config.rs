//! `plan config`: the settings in force and where each comes from.

use std::path::PathBuf;

use clap::Args;
use clap::ValueEnum;

use super::Context;
use super::error::{CliError, ExitStatus};
use super::layout::{self, Cells};
use crate::config::{From, Setting, default_file, name_of, variable};
use crate::describe::TextRole;
use crate::files::{shown, size};
use crate::i18n::config::config as words;
use crate::model::{Lang, sanitize};

/// `plan config`.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    #[arg(long)]
    default: bool,
}

/// Shows the settings, or a commented file to begin with.
pub(crate) fn run(context: &mut Context, args: &ConfigArgs) -> Result<ExitStatus, CliError> {
    if args.default {
        context.out.page(&default_file(context.lang()))?;
        return Ok(ExitStatus::Done);
    }
    let words = words(context.lang());
    let settings = context.settings;
    let list = |paths: &[PathBuf]| {
        let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
        if paths.is_empty() {
            words.none.to_owned()
        } else {
            paths.join(" ")
        }
    };
    let data = settings.data.value.as_ref();
    let lang = match (settings.both, settings.lang.value) {
        (true, _) => "both",
        (false, Lang::En) => "en",
        (false, Lang::Zh) => "zh",
    };
    let keys = settings.keys.value.iter();
    let keys: Vec<String> = keys
        .map(|key| sanitize(&format!("{}={}", key.name, key.keys.join(","))).into_owned())
        .collect();
    let keys = if keys.is_empty() {
        words.none.to_owned()
    } else {
        keys.join(" ")
    };
    let shipped = || words.shipped.to_owned();
    let data = data.map_or_else(shipped, |path| shown(path));
    let rows = [
        ("data", data, settings.data.from),
        (
            "overlays",
            list(&settings.overlays.value),
            settings.overlays.from,
        ),
        ("lang", lang.to_owned(), settings.lang.from),
        named("theme", &settings.theme),
        said("ascii", &settings.ascii),
        said("mouse", &settings.mouse),
        named("ambiguous", &settings.ambiguous),
        said("idle", &settings.idle),
        named("preset", &settings.preset),
        ("keys", keys, settings.keys.from),
        named("color", &settings.color),
        said("plain", &settings.plain),
        (
            "max-size",
            size(settings.max_size.value),
            settings.max_size.from,
        ),
    ];
    let file = settings.file.as_ref().map(|path| shown(path));
    let cells = rows.into_iter().map(|(key, value, from)| {
        let from = match from {
            From::Flag => words.flag.to_owned(),
            From::Environment => format!("{} {}", words.environment, variable(key)),
            From::Locale => words.locale.to_owned(),
            From::File => format!("{} {}", words.file, file.as_deref().unwrap_or_default()),
            From::Default => words.default.to_owned(),
        };
        vec![
            (TextRole::Body, key.to_owned()),
            (TextRole::Plain, value),
            (TextRole::Quiet, from),
        ]
    });
    let cells: Vec<Cells> = cells.collect();
    layout::rows(&mut context.out, 0, &cells)?;
    if settings.kiosk {
        context.out.line(words.kiosk)?;
    }
    Ok(ExitStatus::Done)
}

/// A key, its value and where that comes from.
type Told = (&'static str, String, From);

fn named<T: ValueEnum>(key: &'static str, setting: &Setting<T>) -> Told {
    (key, name_of(&setting.value), setting.from)
}

fn said<T: ToString>(key: &'static str, setting: &Setting<T>) -> Told {
    (key, setting.value.to_string(), setting.from)
}
