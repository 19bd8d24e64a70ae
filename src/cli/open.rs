//! Opening the plan that the settings name: its file and overlays, or what is built in.

use std::borrow::Cow;
use std::path::Path;

use super::error::{CliError, ErrorLine, ExitStatus};
use super::tell;
use crate::config::Settings;
use crate::files;
use crate::i18n::cli::cli as words;
use crate::i18n::problems::render_all;
use crate::i18n::sheets::not_understood;
use crate::model::{
    Failed, Input, Lang, OnProgress, Plan, Problem, SHIPPED, go_on_always, load_by, sheet::Rules,
};

/// How many problems a command other than `check` says.
const SHOWN: usize = 20;

/// Data files in memory, by the names that messages use.
#[derive(Debug)]
pub struct Files {
    /// The plan.
    pub plan: (String, Cow<'static, [u8]>),
    /// The overlays, in order.
    pub overlays: Vec<(String, Vec<u8>)>,
    /// How sheets among them are read.
    pub rules: Rules,
}

/// How sheets are checked: no sheet takes more memory than a file may have bytes.
#[must_use]
pub fn rules(settings: &Settings) -> Rules {
    Rules {
        limit: settings.max_size.value,
        add: settings.new,
        lenient: false,
    }
}

impl Files {
    /// Reads the files that the settings name.
    ///
    /// # Errors
    /// Some cannot be read: a line for each.
    pub fn read(settings: &Settings) -> Result<Files, CliError> {
        let files = Files::read_with(settings, &go_on_always)?;
        Ok(files.expect("nobody cancels"))
    }

    /// Reads the files like [`Files::read`]; `on_progress` gets the number of bytes read and may cancel:
    /// then there are none.
    ///
    /// # Errors
    /// Some cannot be read: a line for each.
    pub fn read_with(
        settings: &Settings,
        on_progress: OnProgress,
    ) -> Result<Option<Files>, CliError> {
        let mut errors = Vec::new();
        let mut before = 0;
        let mut read = |path: &Path| {
            let read = read_with(settings, path, &|done| on_progress(before + done));
            before += match &read {
                Ok(Some((_, bytes))) => bytes.len() as u64,
                Ok(None) | Err(_) => 0,
            };
            read
        };
        let plan = match &settings.data.value {
            None => Some(("plan.json".to_owned(), Cow::Borrowed(SHIPPED))),
            Some(path) => match read(path) {
                Ok(Some((name, bytes))) => Some((name, Cow::Owned(bytes))),
                Ok(None) => return Ok(None),
                Err(error) => {
                    errors.push(ErrorLine::Said(error));
                    None
                }
            },
        };
        let mut overlays = Vec::new();
        for path in &settings.overlays.value {
            match read(path) {
                Ok(Some(overlay)) => overlays.push(overlay),
                Ok(None) => return Ok(None),
                Err(error) => errors.push(ErrorLine::Said(error)),
            }
        }
        match plan {
            Some(plan) if errors.is_empty() => Ok(Some(Files {
                plan,
                overlays,
                // A cell of somebody's sheet keeps nobody from the plan.
                rules: Rules {
                    lenient: true,
                    ..rules(settings)
                },
            })),
            Some(_) | None => Err(CliError::Wrong(errors)),
        }
    }

    /// The plan with its overlays laid over it.
    ///
    /// # Errors
    /// Everything that is wrong in the files.
    pub fn load(&self) -> Result<Plan, Vec<Problem>> {
        self.load_with(&go_on_always).map_err(Failed::problems)
    }

    /// Loads the plan like [`Files::load`]; `on_progress` gets the number of bytes done and may cancel.
    ///
    /// # Errors
    /// Everything that is wrong in the files, or that it was cancelled.
    pub fn load_with(&self, on_progress: OnProgress) -> Result<Plan, Failed> {
        load_by(
            self.plan_input(),
            &self.overlay_inputs(),
            self.rules,
            on_progress,
        )
    }

    /// The plan, for the model.
    #[must_use]
    pub fn plan_input(&self) -> Input<'_> {
        let (name, bytes) = &self.plan;
        Input { name, bytes }
    }

    /// The overlays, for the model.
    #[must_use]
    pub fn overlay_inputs(&self) -> Vec<Input<'_>> {
        let overlays = self.overlays.iter();
        overlays
            .map(|(name, bytes)| Input { name, bytes })
            .collect()
    }
}

/// The plan in force.
///
/// # Errors
/// A file cannot be read, or something is wrong in one.
pub fn plan(settings: &Settings) -> Result<Plan, CliError> {
    let lang = settings.lang.value;
    let loaded = Files::read(settings)?.load();
    let plan = loaded.map_err(|all| problems(lang, &all))?;
    // A client of a kiosk can do nothing about the sheets of the server.
    if !settings.kiosk {
        let kept = not_understood(&plan, lang);
        tell(kept.into_iter().map(ErrorLine::Placed), ExitStatus::Done);
    }
    Ok(plan)
}

/// A file and what it is called in messages: in kiosk mode no path is shown.
///
/// # Errors
/// It cannot be read: one line.
pub fn read(settings: &Settings, path: &Path) -> Result<(String, Vec<u8>), String> {
    let file = read_with(settings, path, &go_on_always)?;
    Ok(file.expect("nobody cancels"))
}

/// The name and bytes of a file; nothing where `on_progress` cancels.
fn read_with(
    settings: &Settings,
    path: &Path,
    on_progress: OnProgress,
) -> Result<Option<(String, Vec<u8>)>, String> {
    let shown = match path.file_name() {
        Some(name) if settings.kiosk => Path::new(name),
        Some(_) | None => files::called(path),
    };
    if settings.kiosk && files::is_stdin(path) {
        let words = crate::i18n::files::files(settings.lang.value);
        return Err(words.no_stdin(&files::shown(shown)));
    }
    // A kiosk reads the regular files of the server's line alone.
    let read = if settings.kiosk {
        files::read_with
    } else {
        files::read_any
    };
    match read(path, settings.max_size.value, on_progress) {
        Ok(bytes) => Ok(bytes.map(|bytes| (files::shown(shown), bytes))),
        Err(error) => {
            let error = error.called(shown).raised_by("--max-size");
            Err(error.render(settings.lang.value))
        }
    }
}

/// The first problems, and how many more there are.
#[must_use]
pub fn problems(lang: Lang, all: &[Problem]) -> CliError {
    let all = render_all(all, lang);
    let count = all.len();
    let shown = all.into_iter().take(SHOWN);
    let mut lines: Vec<ErrorLine> = shown.map(ErrorLine::Placed).collect();
    if count > SHOWN {
        let more = words(lang).more_problems(count - SHOWN);
        lines.push(ErrorLine::Said(more));
    }
    CliError::Wrong(lines)
}
