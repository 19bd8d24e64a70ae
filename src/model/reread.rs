//! The second reading, once something is wrong: every record at its place, and all problems.

use std::ops::ControlFlow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::build::Builder;
use super::check::{Problem, Sort, Syntax, Wanted, What};
use super::load::{Seen, Watch};
use super::place::At;
use super::records::{
    BodyRecord, DocumentRecord, ItemRecord, KindRecord, PlanRecord, Raw, RowRecord,
};
use super::report::{Report, Text, item_at};
use super::schema::file_schema;
use super::shape::{Shape, unknown_key};
use super::take::Record;

/// Reads with places, and gives all problems; there is at least one.
pub(super) fn carefully(texts: &[Text], watch: Watch) -> ControlFlow<(), Vec<Problem>> {
    let mut report = Report::new(texts);
    for (index, text) in texts.iter().enumerate() {
        if let Some((from, what)) = syntax_error(text.text) {
            report.add(index, from, None, what);
        }
    }
    if !report.is_empty() {
        return ControlFlow::Continue(report.problems());
    }
    let schema = file_schema();
    let mut builder = Builder::new(true);
    let mut before = 0;
    for (index, text) in texts.iter().enumerate() {
        builder.open(index, text);
        let shape = Shape::new(&schema);
        let mut reread = Reread {
            builder: &mut builder,
            report: &mut report,
            shape,
            index,
            watch,
            before,
        };
        let seen = reread.file(text.text)?;
        builder.log.record = At::root(text.text).from;
        builder.close(&seen);
        before += text.text.len();
    }
    builder.finish();
    report.add_findings(&mut builder);
    ControlFlow::Continue(report.problems())
}

/// The careful reading of one file.
struct Reread<'r, 't> {
    builder: &'r mut Builder,
    report: &'r mut Report<'t>,
    shape: Shape<'r>,
    index: usize,
    watch: Watch<'r>,
    /// Bytes of the files before this one.
    before: usize,
}

/// Takes a record as it is written; false if serde refuses it.
type TakeWritten = fn(&str, &mut Builder) -> bool;
/// Takes what is right in a record that serde refused.
type TakeRight = fn(&Value, &mut Builder);

/// Both ways to take a record of one sort.
macro_rules! ways {
    ($record:ident) => {{
        let written: TakeWritten = |text, builder| {
            let record = serde_json::from_str::<$record>(text);
            record.map(|record| record.take(builder)).is_ok()
        };
        let right: TakeRight = |value, builder| {
            if let Ok(record) = $record::deserialize(value) {
                record.take(builder);
            }
        };
        (written, right)
    }};
}

/// The watch is asked once in so many records.
const WATCH_EVERY: usize = 512;

impl Reread<'_, '_> {
    fn wrong(&mut self, from: usize, item: Option<String>, what: What) {
        self.builder.log.flawed = true;
        self.report.add(self.index, from, item, what);
    }

    fn file<'f>(&mut self, text: &'f str) -> ControlFlow<(), Seen<'f>> {
        let root = At::root(text);
        let mut seen = Seen::default();
        let found = root.sort();
        if found != Sort::Object {
            let wanted = Wanted::Sort(Sort::Object);
            self.wrong(root.from, None, What::WrongSort { found, wanted });
        }
        let overlay = self.builder.in_overlay();
        if overlay && let Some(plan) = root.members().find(|member| member.key == "plan") {
            // Whatever else it holds is not meant to be an overlay's.
            self.wrong(plan.from, None, What::PlanAsOverlay);
            seen.first("format".into());
            return ControlFlow::Continue(seen);
        }
        for member in root.members() {
            self.builder.log.record = root.from;
            let (key, value) = (&*member.key, member.value);
            if !seen.first(member.key.clone()) {
                self.wrong(
                    member.from,
                    None,
                    What::DoubleKey {
                        key: key.to_owned(),
                    },
                );
                continue;
            }
            match key {
                "format" => {
                    if let Some(format) = self.leaf(value, key).and_then(|leaf| leaf.as_i64()) {
                        self.builder.format(format);
                    }
                }
                "for" if overlay => {
                    if let Some(Value::String(plan)) = self.leaf(value, key) {
                        self.builder.meant_for(&Raw::from(&*plan));
                    }
                }
                "plan" => {
                    self.record(value, key, ways!(PlanRecord));
                    self.builder.arena.seal();
                }
                "kinds" => self.list(value, key, ways!(KindRecord))?,
                "items" => self.list(value, key, ways!(ItemRecord))?,
                "bodies" => self.list(value, key, ways!(BodyRecord))?,
                "documents" => self.list(value, key, ways!(DocumentRecord))?,
                "responsibilities" => self.list(value, key, ways!(RowRecord))?,
                _ => {
                    let known = self.shape.keys().filter(|&known| known != "for" || overlay);
                    let known = known.filter(|&known| known != "plan" || !overlay);
                    let what = unknown_key(key, known.filter(|_| !self.report.is_full()));
                    self.wrong(member.from, None, what);
                }
            }
        }
        ControlFlow::Continue(seen)
    }

    fn leaf(&mut self, at: At, key: &str) -> Option<Value> {
        let mut wrong = Vec::new();
        let value = self.shape.read(at, self.shape.of_member(key), &mut wrong);
        for misshape in wrong {
            self.wrong(misshape.from, None, misshape.what);
        }
        value
    }

    fn list(&mut self, at: At, key: &str, ways: (TakeWritten, TakeRight)) -> ControlFlow<()> {
        let found = at.sort();
        if found != Sort::List {
            let wanted = Wanted::Sort(Sort::List);
            self.wrong(at.from, None, What::WrongSort { found, wanted });
        }
        for (count, element) in at.elements().enumerate() {
            if count.is_multiple_of(WATCH_EVERY) {
                (self.watch)((self.before + element.from) as u64)?;
            }
            self.record(element, key, ways);
        }
        ControlFlow::Continue(())
    }

    fn record(&mut self, at: At, key: &str, (written, right): (TakeWritten, TakeRight)) {
        self.builder.log.record = at.from;
        if written(at.slice(), self.builder) {
            return;
        }
        let mut wrong = Vec::new();
        let value = self.shape.read(at, self.shape.of_member(key), &mut wrong);
        let item = item_at(at);
        for misshape in wrong {
            self.wrong(misshape.from, item.clone(), misshape.what);
        }
        if let Some(value) = value {
            right(&value, self.builder);
        }
    }
}

/// What is no JSON about a text, and where.
fn syntax_error(text: &str) -> Option<(usize, What)> {
    let error = serde_json::from_str::<IgnoredAny>(text).err()?;
    let line_start = match error.line() {
        0 | 1 => 0,
        line => memchr::memchr_iter(b'\n', text.as_bytes())
            .nth(line - 2)
            .map_or(0, |at| at + 1),
    };
    let message = error.to_string();
    let syntax = SYNTAX.iter().find(|(start, _)| message.starts_with(start));
    let mut syntax = syntax.map_or(Syntax::Value, |(_, syntax)| *syntax);
    // serde counts the byte at which it stopped from 1; at the end it stops behind the text.
    let behind = usize::from(syntax != Syntax::Truncated);
    let from = (line_start + error.column())
        .saturating_sub(behind)
        .min(text.len());
    let from = (line_start..=from)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(line_start);
    let comma = text[..from].trim_ascii_end().ends_with(',');
    if comma && text[from..].starts_with(['}', ']']) {
        syntax = Syntax::TrailingComma;
    }
    Some((from, What::Syntax(syntax)))
}

/// How `serde_json` words what is wrong.
const SYNTAX: &[(&str, Syntax)] = &[
    ("EOF", Syntax::Truncated),
    ("expected `:`", Syntax::Colon),
    ("expected `,`", Syntax::Separator),
    ("key must be a string", Syntax::Key),
    ("trailing comma", Syntax::TrailingComma),
    ("trailing characters", Syntax::Trailing),
    ("control character", Syntax::ControlCharacter),
    ("invalid escape", Syntax::Escape),
    ("unexpected end of hex escape", Syntax::Escape),
    ("lone leading surrogate", Syntax::Escape),
    ("invalid unicode code point", Syntax::Escape),
    ("invalid number", Syntax::Number),
    ("number out of range", Syntax::Number),
    ("recursion limit", Syntax::Depth),
];
