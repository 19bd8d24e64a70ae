//! `plan check FILE…`: every problem of a data file, with its place.

use super::args::CheckArgs;
use super::fault::{Fault, Status, reason};
use super::{Context, open, say};
use crate::model::{Input, Plan, load};
use crate::words::cli::cli as words;
use crate::words::who;

/// Checks the files one by one.
///
/// # Errors
/// Output failed.
pub(crate) fn run(context: &mut Context, args: &CheckArgs) -> Result<Status, Fault> {
    let lang = context.lang();
    let mut status = Status::Done;
    for path in &args.files {
        let name = open::name(context.settings, path);
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                status = say(vec![format!("{name}: {}", reason(&error))], Status::Wrong);
                continue;
            }
        };
        match load(
            Input {
                name: &name,
                bytes: &bytes,
            },
            &[],
        ) {
            Ok(plan) => {
                let counts = counts(context, &plan);
                context.out.line((words(lang).ok)(&name, &counts))?;
            }
            Err(problems) => {
                context.out.flush()?;
                let lines = problems
                    .iter()
                    .map(|problem| problem.render(lang))
                    .collect();
                status = say(lines, Status::Wrong);
            }
        }
    }
    Ok(status)
}

fn counts(context: &Context, plan: &Plan) -> String {
    let lang = context.lang();
    let words = words(lang);
    let rows: usize = plan
        .responsibilities()
        .iter()
        .map(|one| one.rows.len())
        .sum();
    let counts = [
        (words.items)(plan.items().len()),
        (words.bodies)(plan.bodies().len()),
        (words.documents)(plan.documents().len()),
        (words.responsibilities)(rows),
    ];
    counts.join(who::who(lang).comma)
}
