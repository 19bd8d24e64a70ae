//! `plan config`: the settings in force and where each comes from.

use std::path::PathBuf;

use super::Context;
use super::args::ConfigArgs;
use super::fault::{Fault, Status};
use super::layout::{self, Row};
use super::out::Tint;
use crate::config::{From, Setting, default_file, name_of};
use crate::model::Lang;
use crate::words::config::config as words;

/// Shows the settings, or a commented file to begin with.
///
/// # Errors
/// Output failed.
pub(crate) fn run(context: &mut Context, args: &ConfigArgs) -> Result<Status, Fault> {
    if args.default {
        context.out.text(&default_file(context.lang()))?;
        return Ok(Status::Done);
    }
    let words = words(context.lang());
    let settings = context.settings;
    let list = |paths: &[PathBuf]| {
        let paths: Vec<String> = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
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
        .map(|key| format!("{}={}", key.name, key.keys.join(",")))
        .collect();
    let keys = if keys.is_empty() {
        words.none.to_owned()
    } else {
        keys.join(" ")
    };
    let shipped = || words.shipped.to_owned();
    let rows = [
        (
            "data",
            data.map_or_else(shipped, |path| path.display().to_string()),
            from(&settings.data),
        ),
        (
            "overlays",
            list(&settings.overlays.value),
            from(&settings.overlays),
        ),
        ("lang", lang.to_owned(), from(&settings.lang)),
        (
            "theme",
            name_of(&settings.theme.value),
            from(&settings.theme),
        ),
        (
            "ascii",
            settings.ascii.value.to_string(),
            from(&settings.ascii),
        ),
        (
            "mouse",
            settings.mouse.value.to_string(),
            from(&settings.mouse),
        ),
        (
            "ambiguous",
            name_of(&settings.ambiguous.value),
            from(&settings.ambiguous),
        ),
        (
            "idle",
            settings.idle.value.to_string(),
            from(&settings.idle),
        ),
        ("keys", keys, from(&settings.keys)),
        (
            "color",
            name_of(&settings.color.value),
            from(&settings.color),
        ),
        (
            "plain",
            settings.plain.value.to_string(),
            from(&settings.plain),
        ),
    ];
    let file = settings
        .file
        .as_ref()
        .map(|path| path.display().to_string());
    let cells = rows.into_iter().map(|(key, value, from)| {
        let from = match from {
            From::Flag => words.flag.to_owned(),
            From::Environment(name) => format!("{} {name}", words.environment),
            From::Locale => words.locale.to_owned(),
            From::File => format!("{} {}", words.file, file.as_deref().unwrap_or_default()),
            From::Default => words.default.to_owned(),
        };
        vec![
            (Tint::Key, key.to_owned()),
            (Tint::Plain, value),
            (Tint::Quiet, from),
        ]
    });
    let cells: Vec<Row> = cells.collect();
    layout::rows(&mut context.out, 0, &cells)?;
    if settings.kiosk {
        context.out.line(words.kiosk)?;
    }
    Ok(Status::Done)
}

fn from<T>(setting: &Setting<T>) -> From {
    setting.from
}
