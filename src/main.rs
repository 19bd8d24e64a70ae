//! `plan`: connects the command line to its answer, or to the explorer.

use std::process::ExitCode;
use std::sync::Arc;

use plan::cli::{self, Asked};
use plan::config::locale;
use plan::explorer::{explore, on_panic};
use plan::i18n::term::term as words;

fn main() -> ExitCode {
    // A file that must not grow is an error of writing, as a full disk is, and no sudden end. Where the signal
    // cannot be caught, it ends the program as before.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    let env = |name: &str| {
        let value = std::env::var_os(name)?;
        let text = value.into_string();
        // A name that is no text names no file that is meant; a command must not vanish for it.
        let text = text.or_else(|broken| match name {
            "SSH_ORIGINAL_COMMAND" => Ok(broken.to_string_lossy().into_owned()),
            _ => Err(broken),
        });
        text.ok().filter(|value| !value.is_empty())
    };
    on_panic(words(locale(&env)).defect);
    match cli::begin(std::env::args_os().collect(), &env) {
        Asked::Done(status) => ExitCode::from(u8::from(status)),
        Asked::Explore(asked) => ExitCode::from(explore(&asked, &env)),
    }
}
