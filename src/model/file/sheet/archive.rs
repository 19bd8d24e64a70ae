//! A workbook is an archive of XML. Before the library reads it, every part of it is unpacked once
//! to nowhere, and counted: so none can fill the memory, whatever it claims its size to be. On the
//! way hidden rows and columns are counted, and cells found that are shown as percentages: the library tells
//! neither.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::fault::Fault;

/// What is known of a workbook before it is read.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// It holds macros.
    pub(super) macros: bool,
    /// What is known of its sheets, by their names.
    pub(super) sheets: HashMap<String, SheetParts>,
}

/// What is known of a sheet before it is read.
#[derive(Debug, Default)]
pub(super) struct SheetParts {
    /// How many rows and columns are hidden.
    pub(super) hidden: (usize, usize),
    /// Rows and columns, from 0, of cells that are shown as percentages: 0.6 as 60%.
    pub(super) percentages: HashSet<(u32, u32)>,
}

/// The most parts that a workbook may have; usual ones have some dozens.
const MOST_PARTS: usize = 10_000;

/// Unpacks and counts all parts of a workbook.
///
/// # Errors
/// It is no workbook, it is damaged, or it takes more than `limit` bytes.
pub(super) fn weigh(bytes: &[u8], limit: u64) -> Result<Parts, Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MOST_PARTS {
        return Err(Fault::TooLarge(limit));
    }
    let mut parts = Parts::default();
    let mut left = limit;
    let mut by_path: HashMap<String, SheetParts> = HashMap::new();
    let percents = percent_styles(&mut archive, small(limit))?;
    let (mut sheets, mut targets) = (Vec::new(), HashMap::new());
    let mut is_workbook = false;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&error))?;
        let name = part.name().map_err(|error| damaged(&error))?.into_owned();
        parts.macros |= name.ends_with("vbaProject.bin");
        is_workbook |= name.ends_with("workbook.xml");
        let is_read = matches!(name.rsplit('.').next(), Some("xml" | "rels"));
        if !is_read || part.is_dir() {
            continue;
        }
        let is_large = name.contains("worksheets/") || name.ends_with("sharedStrings.xml");
        let most = if is_large {
            left
        } else {
            left.min(small(limit))
        };
        // A part ends where it takes more than it may.
        let mut part = part.take(most.saturating_add(1));
        let read = match &*name {
            _ if name.contains("worksheets/") => sheet_parts(BufReader::new(&mut part), &percents)
                .map(|found| {
                    by_path.insert(name, found);
                }),
            "xl/workbook.xml" => attributes(BufReader::new(&mut part), "sheet", "name", "id")
                .map(|found| sheets = found),
            "xl/_rels/workbook.xml.rels" => {
                attributes(BufReader::new(&mut part), "Relationship", "Id", "Target")
                    .map(|found| targets = found.into_iter().collect())
            }
            _ => Ok(()),
        };
        // Whatever the XML holds, all of it has to be counted.
        let rest = io::copy(&mut part, &mut io::sink());
        let Some(unused) = part.limit().checked_sub(1) else {
            return Err(Fault::TooLarge(limit));
        };
        rest.map_err(|error| Fault::Damaged(error.to_string()))?;
        read?;
        left -= most - unused;
    }
    if !is_workbook {
        return Err(Fault::NoWorkbook);
    }
    for (name, id) in sheets {
        let path = targets.get(&id).map(|target: &String| {
            let absolute = target.strip_prefix('/').map(str::to_owned);
            absolute.unwrap_or_else(|| format!("xl/{target}"))
        });
        if let Some(found) = path.and_then(|path| by_path.remove(&path)) {
            parts.sheets.insert(name, found);
        }
    }
    Ok(parts)
}

/// The most bytes that a part may take which holds no cells. The library makes a hundred bytes of
/// each byte of styles.
fn small(limit: u64) -> u64 {
    (limit / 64).clamp(256 << 10, 4 << 20)
}

pub(super) fn damaged(error: &ZipError) -> Fault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Fault::Protected
        }
        other => Fault::Damaged(other.to_string()),
    }
}

/// Calls `each` for every element of a part.
fn elements(part: impl BufRead, mut each: impl FnMut(&BytesStart)) -> Result<(), Fault> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => each(&element),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(Fault::Damaged(error.to_string())),
        }
        buffer.clear();
    }
}

/// The value of an attribute, whatever its prefix.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let mut all = all.with_checks(false).flatten();
    let found = all.find(|one| one.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value);
    value.ok().map(std::borrow::Cow::into_owned)
}

/// Two attributes of every element of a name that has both.
fn attributes(
    part: impl BufRead,
    name: &str,
    first: &str,
    second: &str,
) -> Result<Vec<(String, String)>, Fault> {
    let mut found = Vec::new();
    elements(part, |element| {
        if element.local_name().as_ref() == name
            && let (Some(first), Some(second)) =
                (attribute(element, first), attribute(element, second))
        {
            found.push((first, second));
        }
    })?;
    Ok(found)
}

/// The styles of cells that are shown as percentages, of a part of at most so many bytes.
fn percent_styles(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    most: u64,
) -> Result<HashSet<usize>, Fault> {
    /// The formats `0%` and `0.00%`, which no file has to describe.
    const BUILT_IN: [&str; 2] = ["9", "10"];
    let Ok(part) = archive.by_name("xl/styles.xml") else {
        return Ok(HashSet::new());
    };
    let mut formats: HashSet<String> = BUILT_IN.map(str::to_owned).into();
    let (mut styles, mut is_of_cells, mut next) = (HashSet::new(), false, 0);
    elements(BufReader::new(part.take(most)), |element| {
        match element.local_name().as_ref() {
            "numFmt" => {
                let code = attribute(element, "formatCode");
                let is_percent = code.is_some_and(|code| is_percentage(&code));
                formats.extend(attribute(element, "numFmtId").filter(|_| is_percent));
            }
            "cellXfs" => is_of_cells = true,
            "cellStyleXfs" | "cellStyles" | "dxfs" => is_of_cells = false,
            "xf" if is_of_cells => {
                if attribute(element, "numFmtId").is_some_and(|id| formats.contains(&id)) {
                    styles.insert(next);
                }
                next += 1;
            }
            _ => {}
        }
    })?;
    Ok(styles)
}

/// Whether a format multiplies by a hundred: a percent sign in quotation marks or behind a backslash is text.
fn is_percentage(format: &str) -> bool {
    let (mut is_quoted, mut is_text) = (false, false);
    format.chars().any(|sign| {
        if std::mem::take(&mut is_text) {
            return false;
        }
        match sign {
            '"' => is_quoted = !is_quoted,
            '\\' | '_' | '*' if !is_quoted => is_text = true,
            '%' => return !is_quoted,
            _ => {}
        }
        false
    })
}

/// Row and column of a cell, from 0: `B12`.
fn position(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = cell.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter
            .is_ascii_uppercase()
            .then(|| u32::from(letter - b'A'))?;
        column.checked_mul(26)?.checked_add(letter + 1)
    })?;
    Some((
        row.parse::<u32>().ok()?.checked_sub(1)?,
        column.checked_sub(1)?,
    ))
}

/// What is known of a sheet; `percents` are the styles of percentages.
fn sheet_parts(part: impl BufRead, percents: &HashSet<usize>) -> Result<SheetParts, Fault> {
    let (mut rows, mut columns) = (0, 0);
    let mut percentages = HashSet::new();
    elements(part, |element| {
        let name = element.local_name();
        if !percents.is_empty() && name.as_ref() == "c" {
            let style = attribute(element, "s").and_then(|style| style.parse().ok());
            let is_percent = style.is_some_and(|style: usize| percents.contains(&style));
            let place = || position(&attribute(element, "r")?);
            percentages.extend(is_percent.then(place).flatten());
            return;
        }
        let is_row = name.as_ref() == "row";
        if !is_row && name.as_ref() != "col" {
            return;
        }
        let hidden = attribute(element, "hidden");
        if !matches!(hidden.as_deref(), Some("1" | "true")) {
            return;
        }
        if is_row {
            rows += 1;
            return;
        }
        let bound = |name| attribute(element, name)?.parse::<usize>().ok();
        // The last column of all stands for those that nobody uses.
        if let (Some(from), Some(to)) = (bound("min"), bound("max"))
            && (from..16_384).contains(&to)
        {
            columns += to - from + 1;
        }
    })?;
    Ok(SheetParts {
        hidden: (rows, columns),
        percentages,
    })
}
