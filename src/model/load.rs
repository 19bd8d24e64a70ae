//! From the bytes of data files to a [`Plan`]. First hastily: serde hands over one record after the
//! other, nothing is kept of the file but what the plan needs. If anything is wrong, the files are
//! read once more with care: every record at its place, and all problems at once.

use std::borrow::Cow;
use std::ops::ControlFlow;

use hashbrown::HashSet;
use serde::de::IgnoredAny;

use super::build::Builder;
use super::check::{Problem, Sort, What};
use super::hasty::hastily;
use super::place::{At, Path};
use super::records::Raw;
use super::report::{Report, Text};
use super::reread::carefully;
use super::{Node, Origin, Overlay, Plan, Responsibility, Str, fold_id};

/// The shipped plan.
pub const SHIPPED: &[u8] = SHIPPED_TEXT.as_bytes();

/// The shipped plan as text.
pub(super) static SHIPPED_TEXT: &str = include_str!("../../data/plan.json");

/// A data file in memory.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// What it is called in messages.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// Why no plan was loaded.
#[derive(Debug)]
pub enum Failed {
    /// Somebody did not want it any longer.
    Cancelled,
    /// All problems of all files, in the order of the files and their lines.
    Problems(Vec<Problem>),
}

/// Is told now and then how many bytes have been read; [`ControlFlow::Break`] cancels.
pub type Watch<'w> = &'w dyn Fn(u64) -> ControlFlow<()>;

/// Loads a plan and lays the overlays over it, in order.
///
/// # Errors
/// All problems of all files, in the order of the files and their lines.
pub fn load(plan: Input, overlays: &[Input]) -> Result<Plan, Vec<Problem>> {
    match load_with(plan, overlays, &|_| ControlFlow::Continue(())) {
        Ok(plan) => Ok(plan),
        Err(Failed::Problems(problems)) => Err(problems),
        Err(Failed::Cancelled) => Err(Vec::new()),
    }
}

/// Loads like [`load`], and tells `watch` how far it is.
///
/// # Errors
/// All problems, or that `watch` cancelled it.
pub fn load_with(plan: Input, overlays: &[Input], watch: Watch) -> Result<Plan, Failed> {
    let texts = decode(plan, overlays).map_err(Failed::Problems)?;
    match hastily(&texts, watch) {
        ControlFlow::Continue(Some(plan)) => return Ok(plan),
        ControlFlow::Continue(None) => {}
        ControlFlow::Break(()) => return Err(Failed::Cancelled),
    }
    match carefully(&texts, watch) {
        ControlFlow::Continue(problems) => Err(Failed::Problems(problems)),
        ControlFlow::Break(()) => Err(Failed::Cancelled),
    }
}

/// What a file that was checked holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// It is an overlay; only what it adds or changes is counted.
    pub overlay: bool,
    /// Items.
    pub items: usize,
    /// Bodies.
    pub bodies: usize,
    /// Documents.
    pub documents: usize,
    /// Rows that say who answers for what.
    pub responsibilities: usize,
}

/// Checks a file by itself if it is a plan; one without `plan` is laid over `base`.
///
/// # Errors
/// All its problems; and those of `base`, if the file is an overlay and `base` has any.
pub fn check_file(input: Input, base: Input) -> Result<Holds, Vec<Problem>> {
    let overlay = is_overlay(input.bytes);
    let plan = if overlay {
        load(base, &[input])
    } else {
        load(input, &[])
    }?;
    let ours = |origin: Origin| origin.is_overlay() == overlay;
    let count =
        |node: Node| ours(plan.origin(node)) || (overlay && !plan.extended_by(node).is_empty());
    let rows = plan
        .responsibilities()
        .iter()
        .flat_map(Responsibility::rows);
    Ok(Holds {
        overlay,
        items: plan
            .items()
            .filter(|(id, _)| count(Node::Item(*id)))
            .count(),
        bodies: plan
            .bodies()
            .filter(|(id, _)| count(Node::Body(*id)))
            .count(),
        documents: plan
            .documents()
            .filter(|(id, _)| count(Node::Document(*id)))
            .count(),
        responsibilities: rows.filter(|row| ours(row.origin)).count(),
    })
}

/// A file that is valid JSON, but has no key `plan`.
fn is_overlay(bytes: &[u8]) -> bool {
    let valid = |text: &&str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    let root = decode_one(bytes).ok().filter(valid).map(At::root);
    root.is_some_and(|root| root.sort() == Sort::Object && root.member("plan").is_none())
}

/// The most bytes that a file may have: places in it are numbers of 32 bits.
const MOST_BYTES: usize = 2 << 30;

fn decode<'a>(plan: Input<'a>, overlays: &[Input<'a>]) -> Result<Vec<Text<'a>>, Vec<Problem>> {
    let mut texts: Vec<Text> = Vec::with_capacity(1 + overlays.len());
    let mut problems = Vec::new();
    let mut laid: Vec<&[u8]> = Vec::new();
    for (index, input) in std::iter::once(&plan).chain(overlays).enumerate() {
        if index > 0 && laid.contains(&input.bytes) {
            // Laying an overlay twice is the same as once.
            continue;
        }
        laid.extend((index > 0).then_some(input.bytes));
        match decode_one(input.bytes) {
            Ok(text) => texts.push(Text {
                name: input.name,
                text,
            }),
            Err((from, what)) => {
                let text = std::str::from_utf8(&input.bytes[..from]).unwrap_or("");
                let texts = [Text {
                    name: input.name,
                    text,
                }];
                let mut report = Report::new(&texts);
                report.add(0, from, None, what);
                problems.extend(report.problems());
            }
        }
    }
    if problems.is_empty() {
        Ok(texts)
    } else {
        Err(problems)
    }
}

/// The text of a file, or what is wrong with it, and where.
fn decode_one(bytes: &[u8]) -> Result<&str, (usize, What)> {
    if bytes.len() > MOST_BYTES {
        return Err((0, What::TooLarge));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_wide = bytes.starts_with(b"\xff\xfe")
        || bytes.starts_with(b"\xfe\xff")
        || bytes.iter().take(4).filter(|&&byte| byte == 0).count() >= 2
        || (bytes.len() >= 2 && (bytes[0] == 0) != (bytes[1] == 0));
    if is_wide {
        return Err((0, What::WideEncoding));
    }
    // What is built in was text when it was built in: the first frame need not wait for another look.
    let text = if std::ptr::eq(bytes, SHIPPED) {
        SHIPPED_TEXT
    } else {
        std::str::from_utf8(bytes).map_err(|error| (error.valid_up_to(), What::NotUtf8))?
    };
    if text.trim_ascii().is_empty() {
        return Err((0, What::Empty));
    }
    Ok(text)
}

/// Which of the file's own keys have been seen.
#[derive(Default)]
pub(super) struct Seen<'t>(HashSet<Cow<'t, str>>);

impl<'t> Seen<'t> {
    /// Notes a key; whether it is there for the first time.
    pub(super) fn first(&mut self, key: Cow<'t, str>) -> bool {
        self.0.insert(key)
    }
}

const ROOT: Path = Path::Record;

impl Builder {
    /// Begins the next file.
    pub(super) fn open(&mut self, index: usize, text: &Text) {
        let origin = Origin(u8::try_from(index).unwrap_or(u8::MAX));
        self.begin(origin);
        if origin.is_overlay() {
            let overlay = Overlay {
                file: text.name.to_owned(),
                for_plan: Str::default(),
            };
            self.overlays.push(overlay);
        }
    }

    pub(super) fn format(&mut self, format: i64) {
        if format != 1 {
            self.log
                .flaw(ROOT.key("format"), What::UnknownFormat { found: format });
        }
    }

    pub(super) fn meant_for(&mut self, plan: &Raw) {
        let wanted = fold_id(&plan.0);
        let fits = self.info.as_ref().is_none_or(|info| {
            let names = [&*info.id, info.name.en(), info.name.zh()];
            let names = names
                .into_iter()
                .chain(info.aliases.iter().map(|alias| &**alias));
            names.map(fold_id).any(|name| name == wanted)
        });
        if !fits {
            let found = self
                .info
                .as_ref()
                .map(|info| info.id.to_string())
                .unwrap_or_default();
            let wanted = plan.0.clone().into_owned();
            self.log
                .flaw(ROOT.key("for"), What::OtherPlan { wanted, found });
        }
        if let Some(overlay) = self.overlays.last_mut() {
            overlay.for_plan = Str::clean(&plan.0);
        }
    }

    /// The file is over: what should have been there?
    pub(super) fn close(&mut self, seen: &Seen) {
        self.arena.seal();
        let needed: &[&'static str] = if self.in_overlay() {
            &["format"]
        } else {
            &["format", "plan", "kinds", "items"]
        };
        for &key in needed {
            if !seen.0.contains(key) {
                let what = if key == "plan" {
                    What::MissingPlan
                } else {
                    What::MissingKey { key }
                };
                self.log.flaw(ROOT, what);
            }
        }
    }
}
