//! From flags, environment and file to the settings in force.

use std::ffi::OsString;

use super::args::{Common, Explorer};
use super::error::{CliError, ErrorLine};
use crate::config::{self, Env, Keys, Layer, Settings, Sources};
use crate::files;
use crate::i18n::config::config as words;
use crate::model::Lang;

/// The most bytes that are read of a configuration file.
const LIMIT: u64 = 1 << 20;

/// The language in which a wrong command line is answered: what it says itself, before anything
/// else is read, or else the environment.
#[must_use]
pub fn guess(args: &[OsString], env: Env) -> Lang {
    let args: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
    let args = args.split(|arg| arg == "--").next().unwrap_or_default();
    let named = args.iter().enumerate().filter_map(|(at, arg)| {
        let short = || Some(arg.strip_prefix("-l")?.trim_start_matches('='));
        match &**arg {
            "--lang" | "-l" => args.get(at + 1).map(|next| &**next),
            _ => arg.strip_prefix("--lang=").or_else(short),
        }
    });
    let named = named.map(str::to_owned).next_back();
    let kiosk = args.iter().any(|arg| arg == "--kiosk");
    let variable = if kiosk { None } else { env("PLAN_LANG") };
    match named.or(variable).as_deref() {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        Some(_) | None => config::locale(env),
    }
}

/// The settings in force.
///
/// # Errors
/// A variable or the file is wrong.
pub fn settle(
    common: Common,
    explorer: &Explorer,
    env: Env,
    lang: Lang,
) -> Result<Settings, CliError> {
    let kiosk = common.kiosk;
    let (environment, path) = if kiosk {
        (config::terminal(env), None)
    } else {
        (
            config::environment(env, lang).map_err(CliError::new)?,
            named(&common, env),
        )
    };
    let file = match &path {
        None => Layer::default(),
        Some(path) => {
            let bytes =
                files::read(path, LIMIT).map_err(|error| CliError::new(error.render(lang)))?;
            let text = std::str::from_utf8(&bytes).map_err(|_| {
                CliError::new(format!("{}: {}", files::shown(path), words(lang).utf8))
            })?;
            config::read(path, text, explorer.keys, lang)
                .map_err(|problem| CliError::Wrong(vec![ErrorLine::Placed(problem.to_string())]))?
        }
    };
    let flags = Layer {
        data: common.data,
        overlays: Some(common.overlay).filter(|overlays| !overlays.is_empty()),
        lang: common.lang,
        theme: common.theme,
        ascii: common.ascii.then_some(true),
        mouse: common.mouse.then_some(true),
        ambiguous: None,
        idle: explorer.idle,
        color: common.color,
        plain: common.plain.then_some(true),
        max_size: common.max_size,
        keys: Keys {
            preset: explorer.keys,
            own: None,
        },
    };
    let sources = Sources {
        flags,
        environment,
        file,
        path,
        new: common.add_new,
        kiosk,
    };
    Ok(sources.settle(config::locale(env)))
}

/// The configuration file: the one that is named, or the usual one if it is there.
fn named(common: &Common, env: Env) -> Option<std::path::PathBuf> {
    let named = common
        .config
        .clone()
        .or_else(|| env("PLAN_CONFIG").map(Into::into));
    match named {
        Some(path) => Some(path),
        None => config::usual_file(env).filter(|path| path.exists()),
    }
}
