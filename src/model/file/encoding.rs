//! What a file probably is that holds no UTF-8, by its first bytes or by the rules of the encodings
//! that Chinese files come in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK};

/// The first bytes of packed files, what packed them, and what unpacks them.
const PACKED: &[(&[u8], &str, &str)] = &[
    (b"\x1f\x8b", "gzip", "gzip -dc"),
    (b"PK\x03\x04", "zip", "unzip -p"),
    (b"BZh", "bzip2", "bzip2 -dc"),
    (b"\xfd7zXZ\0", "xz", "xz -dc"),
    (b"\x28\xb5\x2f\xfd", "zstd", "zstd -dc"),
    (b"7z\xbc\xaf\x27\x1c", "7z", "7z x -so"),
];

/// What packed a file, and the command that unpacks it.
pub(super) fn packed(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let packed = PACKED.iter().find(|(start, ..)| bytes.starts_with(start));
    packed.map(|&(_, name, command)| (name, command))
}

/// The encoding of a text in UTF-16 or UTF-32, as `iconv` calls it.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static str> {
    let first = bytes.get(..bytes.len().min(4)).unwrap_or_default();
    match first {
        [0xff, 0xfe, 0, 0] | [0, 0, 0xfe, 0xff] => Some("utf-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("utf-16"),
        [_, 0, 0, 0] => Some("utf-32le"),
        [0, 0, 0, _] => Some("utf-32be"),
        [_, 0, ..] => Some("utf-16le"),
        [0, _, ..] => Some("utf-16be"),
        _ => None,
    }
}

/// The encoding that a text is most probably in which is no UTF-8. GB18030 holds all that GBK and GB2312 do.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    if encoding == GBK { GB18030 } else { encoding }
}

/// The same as `iconv` calls it, where that is one of those that Chinese files come in and all bytes mean
/// something in it.
pub(super) fn chinese(bytes: &[u8]) -> Option<&'static str> {
    let encoding = guess(bytes);
    let names = [(GB18030, "gb18030"), (BIG5, "big5")];
    let (_, name) = names.into_iter().find(|(known, _)| *known == encoding)?;
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.is_some().then_some(name)
}

/// A sign that looks like one of JSON, what it is called in English and Chinese, and what to write.
type Lookalike = (&'static str, [&'static str; 2], &'static str);

/// Signs that input methods and word processors write in place of those of JSON.
const LOOKALIKES: &[Lookalike] = &[
    ("，﹐", ["a full-width comma", "全角逗号"], ","),
    ("、", ["an ideographic comma", "顿号"], ","),
    ("；;", ["a semicolon", "分号"], ","),
    ("：﹕", ["a full-width colon", "全角冒号"], ":"),
    ("“”„‟«»", ["a curly quotation mark", "弯引号"], "\""),
    (
        "＂「」『』",
        ["a full-width quotation mark", "全角引号"],
        "\"",
    ),
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
        "\u{2002}\u{2003}\u{2009}\u{200a}\u{2028}\u{2029}\u{85}",
        ["a wide blank", "特殊空白"],
        " ",
    ),
    (
        "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}",
        ["an invisible sign", "不可见字符"],
        "",
    ),
];

/// What a sign is called that stands where one of JSON should, and what to write for it.
#[must_use]
pub fn lookalike(sign: char) -> Option<([&'static str; 2], &'static str)> {
    let found = LOOKALIKES.iter().find(|(signs, ..)| signs.contains(sign));
    found.map(|&(_, names, ascii)| (names, ascii))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_guessed() {
        let (big5, ..) = BIG5.encode("\"我們的數位鄉村發展行動計畫，由農業部門負責推動\"");
        for (bytes, name) in [
            (
                &b"{\"name\": \"\xca\xfd\xd7\xd6\xcf\xe7\xb4\xe5\"}"[..],
                Some("gb18030"),
            ),
            (&big5, Some("big5")),
            (b"\"\x81\x30\x81\x30\xd6\xd0\"", Some("gb18030")),
            (b"caf\xe9\"", None),
            (b"\xff\"", None),
        ] {
            assert_eq!(chinese(bytes), name, "{bytes:?}");
        }
        for (bytes, name) in [
            (&b"{\0\"\0"[..], Some("utf-16le")),
            (b"\0{\0\"", Some("utf-16be")),
            (b"\xff\xfe{\0", Some("utf-16")),
            (b"{\0\0\0", Some("utf-32le")),
            (b"\xff\xfe\0\0", Some("utf-32")),
            (b"{\"a\"", None),
        ] {
            assert_eq!(wide(bytes), name, "{bytes:?}");
        }
        assert_eq!(packed(b"\x1f\x8b\x08"), Some(("gzip", "gzip -dc")));
    }

    /// A sheet of one line is enough: each name of the shipped plan under two headings.
    #[test]
    fn a_short_sheet_is_read_as_it_was_written() {
        let input = crate::model::Input {
            name: "plan.json",
            bytes: crate::model::SHIPPED,
        };
        let plan = crate::model::load(input, &[]).expect("the shipped plan loads");
        for node in plan.nodes() {
            let text = format!("任务,牵头单位\n{},工信部\n", plan.name(node).zh());
            let (bytes, ..) = GB18030.encode(&text);
            assert_eq!(guess(&bytes), GB18030, "{text}");
        }
    }
}
