//! From the bytes of data files to a [`Plan`]: serde fills the [`records`], [`validate`] makes a plan
//! of them, and only if something is wrong, [`locate`] looks for the lines that are to blame.
//!
//! A field is written once, in [`records`] (or [`parts`], inside items): the schema, what reads and
//! writes it, the columns of sheets and what `diff` compares follow. Its heading stands in
//! `sheet/headings.rs`, and `describe` says where it is shown.

mod cycles;
mod decode;
mod encoding;
mod findings;
mod json;
mod locate;
mod measure;
mod nodes;
mod object;
mod overlay;
mod parts;
mod problem;
mod records;
mod resolve;
mod rows;
mod schema;
mod schema_check;
pub mod sheet;
mod stored;
mod validate;
mod values;
mod write;

use std::ops::ControlFlow;

use super::Plan;

pub use decode::Input;
pub use encoding::{converter, lookalike, named};
pub(super) use json::RawJson;
pub use parts::{Measure, Part, Point, RowRecord, Statement, Target};
pub use problem::{JsonType, Location, NodeSort, Problem, ProblemKind, Syntax, Wanted};
pub use records::{Body, Document, Info, Item, Kind};
pub use schema::{overlay_schema, plan_schema};
pub(super) use write::{kind_json, row_json};
pub use write::{node_json, part, row_record, to_json};

use decode::{decode, syntax_error};
use locate::{FileText, LocatedProblems};
use records::File;
use schema_check::read_tolerantly;
use sheet::{Rules, SheetNotice};
use validate::{Unfit, validate};

/// The shipped plan.
pub const SHIPPED: &[u8] = include_bytes!("../../../data/plan.json");

/// Why no plan was loaded.
#[derive(Debug)]
pub enum Failed {
    /// Somebody did not want it any longer.
    Cancelled,
    /// All problems of all files, in the order of the files and their lines.
    Problems(Vec<Problem>),
}

impl Failed {
    /// The problems; none where it was cancelled.
    #[must_use]
    pub fn problems(self) -> Vec<Problem> {
        match self {
            Failed::Cancelled => Vec::new(),
            Failed::Problems(problems) => problems,
        }
    }
}

/// Is told now and then how many bytes have been read; [`ControlFlow::Break`] cancels.
pub type OnProgress<'w> = &'w dyn Fn(u64) -> ControlFlow<()>;

/// Loads a plan and lays the overlays over it, in order.
///
/// # Errors
/// All problems of all files, in the order of the files and their lines.
pub fn load(plan: Input, overlays: &[Input]) -> Result<Plan, Vec<Problem>> {
    load_by(plan, overlays, Rules::default(), &go_on_always).map_err(Failed::problems)
}

/// Loads like [`load`], sheets by these rules, and tells `on_progress` how far it is.
///
/// # Errors
/// All problems, or that `on_progress` cancelled it.
pub fn load_by(
    plan: Input,
    overlays: &[Input],
    rules: Rules,
    on_progress: OnProgress,
) -> Result<Plan, Failed> {
    let mut texts = decode(plan, overlays).map_err(Failed::Problems)?;
    // Half of the time goes into the texts, the other half into the records.
    let bytes: u64 = texts.iter().map(|text| text.text.len() as u64).sum();
    let halfway = bytes / 2;
    let step = |done: usize, all: usize| {
        let share = (bytes - halfway) * done as u64 / (all as u64).max(1);
        on_progress(halfway + share)
    };
    let mut report = LocatedProblems::default();
    let files = read_all(&mut texts, &mut report, rules, on_progress)?;
    go_on(on_progress(halfway))?;
    // Of a sheet that cannot be read at all there is nothing else to say.
    if files.iter().any(|file| file.format.is_none()) && texts.iter().any(FileText::is_unreadable) {
        return Err(Failed::Problems(report.problems(&texts, &[])));
    }
    let names: Vec<&str> = texts.iter().map(|text| text.name).collect();
    let (findings, ids) = match validate(files, &names, &step) {
        Ok(mut plan) if report.is_empty() => {
            go_on(on_progress(bytes))?;
            for text in texts {
                let imported = text.sheet.and_then(|sheet| sheet.imported);
                let notices = imported.into_iter().flat_map(|one| one.notices);
                let notices = notices.map(|notice| (text.name.to_owned(), notice));
                plan.notices.extend(notices);
            }
            return Ok(plan);
        }
        Ok(_) => Default::default(),
        Err(Unfit::Wrong(findings, ids)) => (findings, ids),
        Err(Unfit::Cancelled) => return Err(Failed::Cancelled),
    };
    report.locate(findings, &texts);
    Err(Failed::Problems(report.problems(&texts, &ids)))
}

/// Cancels nothing.
pub fn go_on_always(_: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn go_on(flow: ControlFlow<()>) -> Result<(), Failed> {
    match flow {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Failed::Cancelled),
    }
}

/// The records of each text. What cannot be read is reported, and left out.
fn read_all(
    texts: &mut [FileText],
    report: &mut LocatedProblems,
    rules: Rules,
    on_progress: OnProgress,
) -> Result<Vec<File>, Failed> {
    let mut files = Vec::with_capacity(texts.len());
    let mut read = 0;
    for (index, text) in texts.iter().enumerate() {
        go_on(on_progress(read / 2))?;
        if text.sheet.is_some() {
            files.push(Some(File::default()));
            continue;
        }
        let file = serde_json::from_str::<File>(text.text).ok().filter(|file| {
            // Each of the two sorts of files has a key that the other has not.
            if index == 0 {
                file.r#for.is_none()
            } else {
                file.plan.is_none()
            }
        });
        files.push(file);
        read += text.text.len() as u64;
    }
    if files.iter().any(Option::is_none) {
        for (index, text) in texts.iter().enumerate() {
            if text.sheet.is_none()
                && let Some((from, what)) = syntax_error(text.text)
            {
                report.add(index, from, None, what);
            }
        }
        if !report.is_empty() {
            let problems = std::mem::take(report).problems(texts, &[]);
            return Err(Failed::Problems(problems));
        }
    }
    let files = files.into_iter().zip(&*texts).enumerate();
    let files = files.map(|(index, (file, text))| {
        file.unwrap_or_else(|| {
            let (file, refused) = read_tolerantly(text.text, index > 0);
            report.add_all(index, refused);
            file
        })
    });
    let mut files: Vec<File> = files.collect();
    read_sheets(texts, &mut files, report, rules);
    Ok(files)
}

/// Reads the sheets among the files, each over those before it.
fn read_sheets(
    texts: &mut [FileText],
    files: &mut [File],
    report: &mut LocatedProblems,
    rules: Rules,
) {
    for (index, text) in texts.iter_mut().enumerate() {
        let Some(sheet) = &mut text.sheet else {
            continue;
        };
        let base: Vec<&File> = files.iter().take(index).collect();
        let mut imported = sheet::import(text.name, sheet.bytes, &base, rules);
        report.add_sheet(index, &imported);
        files[index] = std::mem::take(&mut imported.file);
        sheet.imported = Some(imported);
    }
}

/// A sheet as the text of a data file, and what is said about it: an overlay over a plan and other
/// overlays, or a plan where there is none.
///
/// # Errors
/// All problems of all files.
pub fn import(
    sheet: Input,
    over: Option<(Input, &[Input])>,
    rules: Rules,
) -> Result<(String, Vec<SheetNotice>), Vec<Problem>> {
    let (plan, overlays) = match over {
        None => (sheet, Vec::new()),
        Some((plan, overlays)) => {
            let overlays = overlays.iter().copied().chain([sheet]);
            (plan, overlays.collect())
        }
    };
    load_by(plan, &overlays, rules, &go_on_always).map_err(Failed::problems)?;
    let mut texts = decode(plan, &overlays)?;
    let files = read_all(
        &mut texts,
        &mut LocatedProblems::default(),
        rules,
        &go_on_always,
    );
    let files = files.map_err(Failed::problems)?;
    let imported = texts.pop().and_then(|text| text.sheet?.imported);
    let notices = imported.map(|imported| imported.notices);
    let json = files.last().map(write::file_json);
    Ok((json.unwrap_or_default(), notices.unwrap_or_default()))
}
