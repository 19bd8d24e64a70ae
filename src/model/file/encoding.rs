//! What a file probably is that holds no UTF-8, by its first bytes or by what browsers take it for.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use crate::model::{half_width, sanitize};

/// The first bytes of packed files, what packed them, and what unpacks them.
const PACKED: &[(&[u8], &str, &str)] = &[
    (b"\x1f\x8b", "gzip", "gzip -dc"),
    (b"\x1f\x9d", "compress", "gzip -dc"),
    (b"PK\x03\x04", "zip", "unzip -p"),
    (b"PK\x05\x06", "zip", "unzip -p"),
    (b"BZh", "bzip2", "bzip2 -dc"),
    (b"\xfd7zXZ\0", "xz", "xz -dc"),
    (b"\x5d\0\0", "lzma", "xz -dc"),
    (b"LZIP", "lzip", "lzip -dc"),
    (b"\x28\xb5\x2f\xfd", "zstd", "zstd -dc"),
    (b"\x78\x01", "zlib", "pigz -dc"),
    (b"\x78\x9c", "zlib", "pigz -dc"),
    (b"\x78\xda", "zlib", "pigz -dc"),
    (b"7z\xbc\xaf\x27\x1c", "7z", "7z x -so"),
    (b"\x04\x22\x4d\x18", "lz4", "lz4 -dc"),
    (b"Rar!\x1a", "rar", "unrar p -inul"),
    (b"MSCF", "cab", "cabextract -p"),
    // `{` and a blank, a line break or a quotation mark.
    (b"eyA", "base64", "base64 -d"),
    (b"ewo", "base64", "base64 -d"),
    (b"ew0K", "base64", "base64 -d"),
    (b"eyI", "base64", "base64 -d"),
    (b"eyJ", "base64", "base64 -d"),
    (b"77u/", "base64", "base64 -d"),
    (b"begin 6", "uuencode", "uudecode -o -"),
    (b"-----BEGIN PGP MESSAGE", "OpenPGP", "gpg -d"),
    (b"age-encryption.org/", "age", "age -d"),
];

/// The first bytes of other files that are no JSON, and what they are.
const FORMATS: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x7fELF", "ELF"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
    (b"<", "HTML/XML"),
    (b"version https://git-lfs", "Git LFS"),
    (b"%YAML", "YAML"),
    (b"---\n", "YAML"),
    (b"-----BEGIN ", "PEM"),
    (b"%!PS", "PostScript"),
    (b"bplist", "property list"),
    (b"PAR1", "Parquet"),
    (b"RIFF", "RIFF"),
    (b"MZ\x90", "EXE"),
    (b"HTTP/1", "HTTP"),
    (b"MIME-Version:", "MIME"),
    (b"\\documentclass", "LaTeX"),
    (b"```", "Markdown"),
];

/// What only one kind of text of an office program holds, and what wrote it.
const DOCUMENTS: &[(&[u8], &str)] = &[
    (b"word/document.xml", "Word"),
    (b"ppt/presentation.xml", "PowerPoint"),
    (b"opendocument.text", "OpenDocument"),
];

/// What wrote an archive that is a text of an office program and no workbook.
pub(super) fn document(bytes: &[u8]) -> Option<&'static str> {
    let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    let is_archive = bytes.starts_with(b"PK\x03\x04");
    let mut documents = DOCUMENTS.iter().filter(|_| is_archive);
    documents
        .find(|(part, _)| holds(part))
        .map(|&(_, name)| name)
}

/// What begins a comment to the end of its line, in languages that have some.
const COMMENTS: [&str; 4] = ["//", "#", "-- ", ";"];

/// What begins and ends a comment of any length.
const LONG_COMMENTS: [(&str, &str); 2] = [("/*", "*/"), HTML_COMMENT];
const HTML_COMMENT: (&str, &str) = ("<!--", "-->");

/// Whether a text is JSON, perhaps with comments above, or a piece of it: a key in quotes.
pub(super) fn is_json(text: &str) -> bool {
    let text = without_comments(text);
    let line = text.lines().next().unwrap_or_default();
    text.starts_with(['{', '[']) || line.contains("\":")
}

/// What stands behind the comments with which a text may begin.
pub(super) fn without_comments(text: &str) -> &str {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let mut long = LONG_COMMENTS.iter();
        let end = if let Some((_, end)) = long.find(|(start, _)| rest.starts_with(start)) {
            rest.find(end).map(|at| at + end.len())
        } else if COMMENTS.iter().any(|mark| rest.starts_with(mark)) {
            rest.find('\n')
        } else {
            return rest;
        };
        rest = rest[end.unwrap_or(rest.len())..].trim_start();
    }
}

/// What packed a file, and the command that unpacks it.
pub(super) fn packed(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    /// Where an archive of `tar` says that it is one.
    const TAR: usize = 257;
    let packed = PACKED.iter().find(|(start, ..)| bytes.starts_with(start));
    let packed = packed.map(|&(_, name, command)| (name, command));
    let is_tar = || bytes.get(TAR..).is_some_and(|at| at.starts_with(b"ustar"));
    packed.or_else(|| is_tar().then_some(("tar", "tar -xOf")))
}

/// Whether an archive is none of an office program: neither a workbook nor a text.
pub(super) fn is_bare_archive(bytes: &[u8]) -> bool {
    const OFFICE: [&[u8]; 3] = [b"[Content_Types].xml", b"xl/work", b"mimetype"];
    let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    packed(bytes).is_some_and(|(name, _)| name == "zip") && !OFFICE.into_iter().any(holds)
}

/// What a file is that is neither JSON nor packed.
pub(super) fn format(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.trim_ascii_start();
    let format = FORMATS.iter().find(|(start, _)| bytes.starts_with(start));
    let is_yaml = || is_yaml(bytes) && !is_json_below(&String::from_utf8_lossy(bytes));
    format
        .map(|&(_, name)| name)
        .filter(|_| !is_conflict(bytes) && !is_json_with_comment(bytes))
        .or_else(|| is_yaml().then_some("YAML"))
}

/// Whether a text is JSON below a comment of HTML.
fn is_json_with_comment(bytes: &[u8]) -> bool {
    bytes.starts_with(HTML_COMMENT.0.as_bytes())
        && without_comments(&String::from_utf8_lossy(bytes)).starts_with('{')
}

/// Whether a text begins with a bare key and a colon, perhaps behind comments.
fn is_yaml(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with(b"#"));
    let key = first.and_then(|line| {
        let end = line.iter().position(|&byte| byte == b':')?;
        let is_end = matches!(line.get(end + 1), None | Some(b' '));
        is_end.then(|| &line[..end])
    });
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-".contains(byte);
    key.is_some_and(|key| !key.is_empty() && key.iter().all(is_word))
}

/// Whether JSON begins below the first line of a text, as behind what a shell or a log said.
pub(super) fn is_json_below(text: &str) -> bool {
    /// Lines that are looked at.
    const MOST: usize = 20;
    let mut lines = text.lines().take(MOST).map(str::trim_start);
    let is_above = |line: &str| {
        !line.starts_with(['{', '/', '#']) && !line.contains("\":") && !begins_a_list(line)
    };
    let begins_an_object = |line: &str| {
        let inside = line.strip_prefix('{').map(str::trim_start);
        inside.is_some_and(|inside| inside.is_empty() || inside.starts_with(['"', '}']))
    };
    let first = lines.find(|line| !line.is_empty());
    first.is_some_and(is_above) && lines.any(begins_an_object)
}

/// Whether a line begins with a list of JSON, and not with a word in brackets: `[INFO]`.
fn begins_a_list(line: &str) -> bool {
    let inside = line.strip_prefix('[').map(str::trim_start);
    inside.is_some_and(|inside| {
        let is_word = inside.starts_with(|c: char| c.is_alphabetic());
        let is_value = ["true", "false", "null"];
        !is_word || is_value.iter().any(|word| inside.starts_with(word))
    })
}

/// The marks that version control leaves in a file.
const CONFLICT: [&[u8]; 4] = [b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"];

/// Whether a text begins with a mark of a conflict between two versions.
pub(super) fn is_conflict(bytes: &[u8]) -> bool {
    CONFLICT.iter().any(|mark| bytes.starts_with(mark))
}

/// The encoding of a text in UTF-16 or UTF-32, as `iconv` calls it.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static str> {
    let first = bytes.get(..bytes.len().min(4)).unwrap_or_default();
    match first {
        [0xff, 0xfe, 0, 0] | [0, 0, 0xfe, 0xff] => Some("utf-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("utf-16"),
        b"+AHs" | b"+/v8" => Some("utf-7"),
        // The first two signs of JSON are ASCII.
        &[one, 0, 0, 0] if is_sign(one) => Some("utf-32le"),
        &[0, 0, 0, one] if is_sign(one) => Some("utf-32be"),
        &[one, 0, two, 0] if is_sign(one) && is_sign(two) => Some("utf-16le"),
        &[0, one, 0, two] if is_sign(one) && is_sign(two) => Some("utf-16be"),
        _ => None,
    }
}

/// Whether a byte is a sign of text in ASCII.
fn is_sign(byte: u8) -> bool {
    byte.is_ascii_graphic() || byte.is_ascii_whitespace()
}

/// The encoding that a text is most probably in which is no UTF-8. GB18030 holds all that GBK and GB2312 do.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    if encoding == GBK { GB18030 } else { encoding }
}

/// The name of the same, where all bytes mean something in it. `from` is the first byte that is no UTF-8.
pub(super) fn legacy(bytes: &[u8], from: usize) -> Option<&'static str> {
    // The halves of a pair of UTF-16, each in three bytes: some databases write them for a sign.
    if let [0xed, 0xa0..=0xaf, _, 0xed, 0xb0..=0xbf, _, ..] = bytes[from..] {
        return Some(CESU_8);
    }
    let encoding = guess(bytes);
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    // No text holds other control characters.
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    text.is_some_and(|text| text.chars().all(is_text))
        .then(|| encoding.name())
}

pub(super) const CESU_8: &str = "cesu-8";

/// The program that converts from an encoding, and what it calls it. Browsers read more into some names
/// than `iconv` does.
#[must_use]
pub fn converter(encoding: &'static str) -> (&'static str, &'static str) {
    match encoding {
        CESU_8 => ("uconv", CESU_8),
        _ if encoding == SHIFT_JIS.name() => ("iconv", "cp932"),
        _ if encoding == EUC_KR.name() => ("iconv", "cp949"),
        _ if encoding == BIG5.name() => ("iconv", "big5-hkscs"),
        name => ("iconv", name),
    }
}

/// A sign that looks like one of JSON, what it is called in English and Chinese, and what to write.
type Lookalike = (&'static str, [&'static str; 2], &'static str);

/// Signs that input methods and word processors write in place of those of JSON.
const LOOKALIKES: &[Lookalike] = &[
    ("，﹐", ["a full-width comma", "全角逗号"], ","),
    ("،", ["an Arabic comma", "阿拉伯文逗号"], ","),
    ("、", ["an ideographic comma", "顿号"], ","),
    ("；;؛\u{37e}", ["a semicolon", "分号"], ","),
    ("：﹕∶︰ː꞉", ["a full-width colon", "全角冒号"], ":"),
    ("″‶", ["a double prime", "双撇号"], "\""),
    ("“”„‟«»〝〞〟", ["a curly quotation mark", "弯引号"], "\""),
    (
        "＂「」『』",
        ["a full-width quotation mark", "全角引号"],
        "\"",
    ),
    ("′‵", ["a prime", "撇号"], "\""),
    ("'‘’‚‛＇`", ["a single quotation mark", "单引号"], "\""),
    ("｛", ["a full-width brace", "全角花括号"], "{"),
    ("｝", ["a full-width brace", "全角花括号"], "}"),
    ("［【", ["a full-width bracket", "全角方括号"], "["),
    ("］】", ["a full-width bracket", "全角方括号"], "]"),
    ("－−–—", ["a dash", "破折号"], "-"),
    ("．。", ["a full stop that is not ASCII", "全角句点"], "."),
    (
        "０１２３４５６７８９",
        ["a full-width digit", "全角数字"],
        "0-9",
    ),
    (
        "\u{a0}\u{202f}\u{2007}",
        ["a no-break space", "不间断空格"],
        " ",
    ),
    ("\u{3000}", ["an ideographic space", "全角空格"], " "),
    (
        "\u{2002}\u{2003}\u{2009}\u{200a}",
        ["a wide blank", "特殊空白"],
        " ",
    ),
    (
        "\u{2028}\u{2029}\u{85}",
        ["a line break that is not ASCII", "非ASCII换行符"],
        " ",
    ),
    (
        "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}",
        ["an invisible sign", "不可见字符"],
        "",
    ),
];

/// What a sign is called that stands where one of JSON should, and what to write for it: by the table,
/// and what it does not name by its Unicode category.
#[must_use]
pub fn lookalike(sign: char) -> Option<([&'static str; 2], &'static str)> {
    let found = LOOKALIKES.iter().find(|(signs, ..)| signs.contains(sign));
    let found = found.map(|&(_, names, ascii)| (names, ascii));
    found.or_else(|| match sign.general_category() {
        _ if half_width(sign) != sign => {
            Some((["a full-width sign", "全角字符"], half_width_of(sign)))
        }
        GeneralCategory::SpaceSeparator if sign != ' ' => Some((["a wide blank", "特殊空白"], " ")),
        GeneralCategory::Control if !sign.is_ascii_whitespace() || sign == '\u{c}' => {
            Some((["a control character", "控制字符"], ""))
        }
        // They choose how the sign before them looks.
        _ if matches!(sign, '\u{fe00}'..='\u{fe0f}') => {
            Some((["an invisible sign", "不可见字符"], ""))
        }
        GeneralCategory::Format => Some((["an invisible sign", "不可见字符"], "")),
        _ => None,
    })
}

/// What somebody wrote, as it is shown where it is wrong: what is invisible is named, for it may be all that
/// is wrong.
#[must_use]
pub fn named(text: &str) -> String {
    let named = |c: char| match lookalike(c) {
        Some((_, "")) => format!("<U+{:04X}>", u32::from(c)),
        Some(_) | None => c.to_string(),
    };
    let text: String = text.chars().map(named).collect();
    sanitize(&text).trim().to_owned()
}

/// What other languages write where JSON has another word.
const FOREIGN: &[(&str, &str)] = &[
    ("True", "true"),
    ("TRUE", "true"),
    ("False", "false"),
    ("FALSE", "false"),
    ("None", "null"),
    ("NULL", "null"),
    ("Null", "null"),
    ("nil", "null"),
    ("undefined", "null"),
    ("NaN", "null"),
    ("Infinity", "null"),
];

/// The word of another language with which a text begins, and what JSON has for it.
pub(super) fn foreign(text: &str) -> Option<(&'static str, &'static str)> {
    let is_whole = |word: &str| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    FOREIGN.iter().copied().find(|(word, _)| is_whole(word))
}

/// The ASCII sign of which this is the full-width form.
fn half_width_of(sign: char) -> &'static str {
    const ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    let at = u32::from(half_width(sign)).checked_sub(u32::from('!'));
    let at = at.and_then(|at| usize::try_from(at).ok());
    at.and_then(|at| ASCII.get(at..=at)).unwrap_or_default()
}
