//! `plan diff OLD NEW`: what was added, removed and changed, item by item and field by field.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::args::DiffFormat;
use super::error::{CliError, ErrorLine, ExitStatus};
use super::json::{self, Both};
use super::{Context, open};
use crate::describe::TextRole;
use crate::describe::markdown::escape;
use crate::files::{called, shown};
use crate::i18n::diff::{Diff, diff as words};
use crate::i18n::state::path;
use crate::i18n::who;
use crate::model::{
    Change, ChangeKind, Failed, Input, Lang, ORDER, Plan, Subject, diff, go_on_always, load_by,
};

/// `plan diff`.
#[derive(Debug, Args)]
pub struct DiffArgs {
    #[arg(value_name = "OLD")]
    old: PathBuf,
    #[arg(value_name = "NEW")]
    new: PathBuf,
    #[arg(short, long, value_name = "text|json|markdown", default_value = "text")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    format: DiffFormat,
}

/// Compares two data files. No difference is `Done`, any is `Nothing`.
///
/// # Errors
/// A file cannot be read or is no plan, or output failed.
pub(crate) fn run(context: &mut Context, args: &DiffArgs) -> Result<ExitStatus, CliError> {
    let (old, new) = match (read(context, &args.old), read(context, &args.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(mut all), Err(more)) => {
            all.extend(more);
            return Err(CliError::Wrong(all));
        }
        (Err(all), Ok(_)) | (Ok(_), Err(all)) => return Err(CliError::Wrong(all)),
    };
    let changes = diff(&old, &new);
    match args.format {
        DiffFormat::Text => text(context, &changes)?,
        DiffFormat::Json => {
            let records = json::lines(changes.iter().map(record));
            context.out.text(&(records + "\n"))?;
        }
        DiffFormat::Markdown => {
            let name = |path: &Path| escape(&shown(called(path)));
            let title = words(context.lang()).title(&name(&args.old), &name(&args.new));
            markdown(context, &title, &changes)?;
        }
    }
    Ok(if changes.is_empty() {
        ExitStatus::Done
    } else {
        ExitStatus::Nothing
    })
}

fn read(context: &Context, path: &Path) -> Result<Plan, Vec<ErrorLine>> {
    let (name, bytes) =
        open::read(context.settings, path).map_err(|line| vec![ErrorLine::Said(line)])?;
    let input = Input {
        name: &name,
        bytes: &bytes,
    };
    let rules = open::rules(context.settings);
    load_by(input, &[], rules, &go_on_always)
        .map_err(Failed::problems)
        .map_err(|problems| open::problems(context.lang(), &problems).lines(context.lang()))
}

/// Heading, sign and id of a change.
fn sort(words: &'static Diff, kind: &ChangeKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        ChangeKind::Added => (words.added, "+", "added"),
        ChangeKind::Removed => (words.removed, "-", "removed"),
        ChangeKind::Changed { .. } => (words.changed, "~", "changed"),
    }
}

/// What a change is about, in words and as an id.
fn subject(words: &'static Diff, subject: Subject) -> (&'static str, &'static str) {
    match subject {
        Subject::Plan => (words.plan, "plan"),
        Subject::Kind => (words.kind, "kind"),
        Subject::Item => (words.item, "item"),
        Subject::Body => (words.body, "body"),
        Subject::Document => (words.document, "document"),
        Subject::Responsibility => (words.responsibility, "responsibility"),
    }
}

/// The ids that a change is about: an item's, or an item's and a body's.
fn ids(change: &Change) -> String {
    match &change.body {
        Some(body) => format!("{} {body}", change.id),
        None => change.id.clone(),
    }
}

/// The field that changed, and how: from what to what; of a list, what came and what went.
fn field(words: &Diff, kind: &ChangeKind) -> Option<(String, String)> {
    let ChangeKind::Changed { field, old, new } = kind else {
        return None;
    };
    let said = |value: &Option<String>| match value {
        value if field == ORDER => words.after(value.as_deref()),
        Some(value) => value.clone(),
        None => words.nothing.to_owned(),
    };
    let how = members(old.as_deref(), new.as_deref());
    let how = how.unwrap_or_else(|| format!("{} → {}", said(old), said(new)));
    Some((field.clone(), how))
}

/// What went from a list and what came into it: `- "x", + "y"`. `None` for anything but lists that
/// differ in more than their order.
fn members(old: Option<&str>, new: Option<&str>) -> Option<String> {
    let list = |text: Option<&str>| -> Option<Vec<Value>> {
        serde_json::from_str(text.unwrap_or("[]")).ok()
    };
    let (old, new) = (list(old)?, list(new)?);
    let gone = old.iter().filter(|one| !new.contains(one));
    let come = new.iter().filter(|one| !old.contains(one));
    let gone = gone.map(|one| format!("- {one}"));
    let all: Vec<String> = gone.chain(come.map(|one| format!("+ {one}"))).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn text(context: &mut Context, changes: &[Change]) -> Result<(), CliError> {
    let words = words(context.lang());
    let colon = who::who(context.lang()).colon;
    for change in changes {
        let (_, sign, _) = sort(words, &change.kind);
        let (about, _) = subject(words, change.subject);
        let paint = context.out.paint;
        let ids = paint.role(TextRole::Body, &ids(change));
        let name = context.names.name(&change.name);
        let line = match field(words, &change.kind) {
            None => format!("{sign} {about} {ids}  {name}"),
            Some((field, how)) => {
                let field = paint.role(TextRole::Label, &path(&field, context.lang()));
                format!("{sign} {about} {ids}  {field}{colon}{how}")
            }
        };
        context.out.line(line)?;
    }
    Ok(())
}

/// A change as JSON.
#[derive(Serialize)]
struct ChangeJson<'a> {
    change: &'static str,
    subject: &'static str,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a str>,
    name: Both<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<&'a str>,
}

fn record(change: &Change) -> ChangeJson<'_> {
    let words = words(Lang::En);
    let (_, _, what) = sort(words, &change.kind);
    let (_, about) = subject(words, change.subject);
    let (field, old, new) = match &change.kind {
        ChangeKind::Added | ChangeKind::Removed => (None, None, None),
        ChangeKind::Changed { field, old, new } => {
            (Some(field.as_str()), old.as_deref(), new.as_deref())
        }
    };
    ChangeJson {
        change: what,
        subject: about,
        id: &change.id,
        body: change.body.as_deref(),
        name: Both::from(&change.name),
        field,
        old,
        new,
    }
}

fn markdown(context: &mut Context, title: &str, changes: &[Change]) -> Result<(), CliError> {
    let words = words(context.lang());
    let colon = who::who(context.lang()).colon;
    context.out.text(&format!("# {title}\n"))?;
    if changes.is_empty() {
        return context.out.text(&format!("\n{}\n", words.same));
    }
    for wanted in ["+", "-", "~"] {
        let mut heading = true;
        for change in changes {
            let (title, sign, _) = sort(words, &change.kind);
            if sign != wanted {
                continue;
            }
            if std::mem::take(&mut heading) {
                context.out.text(&format!("\n## {title}\n\n"))?;
            }
            let (about, _) = subject(words, change.subject);
            let name = escape(&context.names.name(&change.name));
            let mut line = format!("- {about} **{}** {name}", escape(&ids(change)));
            if let Some((field, how)) = field(words, &change.kind) {
                let field = path(&field, context.lang());
                let [field, how] = [field, how].map(|text| escape(&text));
                line.extend([colon, &field, colon, &how]);
            }
            context.out.text(&(line + "\n"))?;
        }
    }
    Ok(())
}
