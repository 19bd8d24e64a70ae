//! `plan check FILE…`: every problem of data files, with its place.
//!
//! An overlay can only be judged on what it is laid over: the first plan among the files, or else
//! the plan in force. Overlays are laid together, so that what two of them say differently is found.

use std::collections::HashSet;
use std::fs::canonicalize;
use std::path::PathBuf;

use clap::Args;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::{CliError, ErrorLine, ExitStatus};
use super::open::{self, Files};
use super::{Context, help, say, tell};
use crate::i18n::cli::cli as words;
use crate::i18n::problems::render_all;
use crate::i18n::sheets::notice;
use crate::i18n::who;
use crate::model::sheet::{self, SheetNotice};
use crate::model::{Failed, Input, Node, Origin, Plan, Problem, go_on_always, load_by};

/// `plan check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// What tells a plan from an overlay.
#[derive(Deserialize)]
struct FileHead {
    plan: Option<IgnoredAny>,
}

/// A file without `plan` is an overlay; `None` for one that is no JSON.
fn is_overlay(name: &str, bytes: &[u8]) -> Option<bool> {
    if sheet::is_sheet(name, bytes) {
        return Some(!sheet::is_plan(bytes));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = serde_json::from_slice::<FileHead>(bytes).ok()?;
    Some(head.plan.is_none())
}

/// Checks the files.
///
/// # Errors
/// The plan in force cannot be read, or output failed.
pub(crate) fn run(context: &mut Context, args: &CheckArgs) -> Result<ExitStatus, CliError> {
    let mut status = ExitStatus::Done;
    let mut plans = Vec::new();
    let mut overlays = Vec::new();
    let mut unreadable = Vec::new();
    let data = context.settings.data.value.clone();
    let is_data = |path: &PathBuf| data.as_ref() == Some(path);
    for path in files(context, args)? {
        match open::read(context.settings, &path) {
            // A sheet is a list by itself where it is opened as one.
            Ok(file) if is_data(&path) => plans.push(file),
            Ok(file) => match is_overlay(&file.0, &file.1) {
                Some(true) => overlays.push(file),
                Some(false) => plans.push(file),
                None => unreadable.push(file),
            },
            Err(line) => status = say(vec![line], ExitStatus::Wrong),
        }
    }
    for (name, bytes) in plans.iter().chain(&unreadable) {
        let rules = open::rules(context.settings);
        let input = Input { name, bytes };
        match load_by(input, &[], rules, &go_on_always).map_err(Failed::problems) {
            Ok(plan) => {
                fine(context, &plan, Origin::default(), name)?;
                sheet_notices(context, &plan)?;
            }
            Err(problems) => status = wrong(context, &problems)?,
        }
    }
    if overlays.is_empty() {
        return Ok(status);
    }
    let told = !plans.is_empty();
    let base = match plans.into_iter().next() {
        Some((name, bytes)) => (name, bytes.into()),
        None => Files::read(context.settings)?.plan,
    };
    let mut files = Files {
        plan: base,
        overlays,
        rules: open::rules(context.settings),
    };
    loop {
        let mut problems = match files.load() {
            Ok(plan) => {
                for (at, overlay) in (1..).zip(plan.overlays()) {
                    fine(context, &plan, Origin(at), &overlay.file)?;
                }
                sheet_notices(context, &plan)?;
                return Ok(status);
            }
            Err(problems) => problems,
        };
        // A file that cannot be read hides what is wrong with the others, which are looked at again without it.
        let is_wrong = |name: &str| problems.iter().any(|problem| problem.at.file == name);
        let before = files.overlays.len();
        files.overlays.retain(|(name, _)| !is_wrong(name));
        // What is wrong with the plan itself was said above.
        problems.retain(|problem| !told || problem.at.file != files.plan.0);
        status = wrong(context, &problems)?;
        if files.overlays.is_empty() || files.overlays.len() == before {
            return Ok(status);
        }
    }
}

/// The files to check, each once: those that are named, or else the plan and the overlays in force.
fn files(context: &Context, args: &CheckArgs) -> Result<Vec<PathBuf>, CliError> {
    let settings = context.settings;
    let in_force = settings.data.value.iter().chain(&settings.overlays.value);
    let all: Vec<&PathBuf> = if args.files.is_empty() {
        in_force.collect()
    } else {
        args.files.iter().collect()
    };
    if all.is_empty() {
        let example = help::example("plan check", context.lang());
        let line = words(context.lang()).missing("FILE", example.unwrap_or_default());
        return Err(CliError::new(line));
    }
    let mut seen = HashSet::new();
    let is_new =
        |path: &&PathBuf| seen.insert(canonicalize(path).unwrap_or_else(|_| (*path).clone()));
    Ok(all.into_iter().filter(is_new).cloned().collect())
}

/// What there is to say about sheets that were read.
fn sheet_notices(context: &mut Context, plan: &Plan) -> Result<(), CliError> {
    let lang = context.lang();
    let told = |one: &&(String, SheetNotice)| !matches!(one.1, SheetNotice::Table { .. });
    let mut all = plan.notices().iter().filter(told);
    all.try_for_each(|(name, one)| context.out.line(format!("{name}: {}", notice(one, lang))))
}

fn wrong(context: &mut Context, problems: &[Problem]) -> Result<ExitStatus, CliError> {
    context.out.flush()?;
    let lines = render_all(problems, context.lang());
    Ok(tell(
        lines.into_iter().map(ErrorLine::Placed),
        ExitStatus::Wrong,
    ))
}

/// Says what a file brought.
fn fine(context: &mut Context, plan: &Plan, origin: Origin, name: &str) -> Result<(), CliError> {
    let lang = context.lang();
    let words = words(lang);
    let count = |is: &dyn Fn(Node) -> bool| {
        let brought = plan.nodes().filter(|&node| plan.origin(node) == origin);
        brought.filter(|&node| is(node)).count()
    };
    let all = plan.responsibilities().iter();
    let rows = all.flat_map(|known| known.rows().iter().map(move |row| (known.item, row)));
    let of_it: Vec<Node> = rows
        .filter(|(_, row)| row.origin == origin)
        .map(|(item, _)| item)
        .collect();
    let items: HashSet<&Node> = of_it.iter().collect();
    let said = words.responsibilities(of_it.len());
    let said = if items.len() == of_it.len() || !origin.is_overlay() {
        said
    } else {
        words.of_items(&said, &words.items(items.len()))
    };
    let counts = [
        words.items(count(&|node| node.item().is_some())),
        words.bodies(count(&|node| {
            node.body().is_some_and(|id| !plan.is_stand_in(id))
        })),
        words.documents(count(&|node| node.document().is_some())),
        said,
    ];
    context
        .out
        .line(words.ok(name, &counts.join(who::who(lang).comma)))
}
