//! A workbook is an archive of XML. Before the library reads it, every part of it is unpacked once
//! to nowhere, and counted: so none can fill the memory, whatever it claims its size to be. On the
//! way hidden rows and columns are counted, which the library does not tell.

use std::collections::HashMap;
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
    /// By the names of sheets, how many rows and columns are hidden.
    pub(super) hidden: HashMap<String, (usize, usize)>,
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
    let mut hidden: HashMap<String, (usize, usize)> = HashMap::new();
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
            _ if name.contains("worksheets/") => {
                hidden_in(BufReader::new(&mut part)).map(|found| {
                    hidden.insert(name, found);
                })
            }
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
        if let Some(found) = path.and_then(|path| hidden.remove(&path)) {
            parts.hidden.insert(name, found);
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

/// How many rows and columns of a sheet are hidden.
fn hidden_in(part: impl BufRead) -> Result<(usize, usize), Fault> {
    let (mut rows, mut columns) = (0, 0);
    elements(part, |element| {
        let name = element.local_name();
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
    Ok((rows, columns))
}
