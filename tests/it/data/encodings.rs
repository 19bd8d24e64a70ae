//! Files in the encodings that offices save them in, and files that are something else.

use std::process::{Command, Stdio};

use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};
use plan::model::sheet::{SheetNotice, is_sheet};
use plan::model::{Input, Lang, ProblemKind, SHIPPED, Syntax, converter, load, to_json};

const SHEET: &str = "任务,牵头单位\n数字乡村发展行动,农业农村部\n";

fn shipped() -> Input<'static> {
    Input {
        name: "plan.json",
        bytes: SHIPPED,
    }
}

/// The plan with a sheet of these bytes, and the encoding that was assumed for it.
fn read(bytes: &[u8]) -> Result<(String, Option<&'static str>), String> {
    let sheet = [Input {
        name: "ours.csv",
        bytes,
    }];
    let plan = load(shipped(), &sheet).map_err(|problems| problems[0].to_string())?;
    let said = plan.notices().iter();
    let mut assumed = said.filter_map(|(_, notice)| match notice {
        SheetNotice::Encoding(name) => Some(*name),
        _ => None,
    });
    Ok((to_json(&plan), assumed.next()))
}

#[test]
fn what_offices_save_is_read() {
    let utf16 = |to: fn(u16) -> [u8; 2]| SHEET.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let (le, be) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
    let (gb, ..) = GB18030.encode(SHEET);
    let (plan, assumed) = read(SHEET.as_bytes()).expect("it is read");
    assert_eq!(assumed, None);
    for (bytes, assumed) in [
        (marked(b"\xef\xbb\xbf", SHEET.as_bytes()), None),
        (marked(b"\xff\xfe", &le), None),
        (marked(b"\xfe\xff", &be), None),
        (le, Some("UTF-16LE")),
        (be, Some("UTF-16BE")),
        (marked(b"\x84\x31\x95\x33", &gb), None),
        (gb.into_owned(), Some("gb18030")),
    ] {
        assert_eq!(read(&bytes), Ok((plan.clone(), assumed)), "{bytes:?}");
    }
}

#[test]
fn what_only_has_the_name_of_a_sheet_is_named() {
    let wider = SHEET.chars().flat_map(|c| u32::from(c).to_le_bytes());
    let wider: Vec<u8> = b"\xff\xfe\0\0".iter().copied().chain(wider).collect();
    let problem = read(&wider).expect_err("UTF-32");
    assert!(
        problem.contains("this file is in UTF-32 format"),
        "{problem}"
    );
    for (text, said) in [
        (
            "{\"format\": 1}",
            "this file is JSON, not a sheet; rename it to .json",
        ),
        ("[\n{\"a\": 1}]", "this file is JSON"),
        (
            "<html><table><tr><td>\n\"Item,Lead</td></table>",
            "this file is in HTML/XML format, not a sheet; open it in a spreadsheet",
        ),
    ] {
        let problem = read(text.as_bytes()).expect_err(text);
        assert!(problem.contains(said), "{problem}");
    }
}

#[test]
fn a_text_that_was_cut_off_is_refused() {
    for (bytes, encoding) in [
        (&SHEET.as_bytes()[..SHEET.len() - 2], "not valid UTF-8"),
        (b"\xff\xfea\x00b", "not valid UTF-16LE"),
    ] {
        let problem = read(bytes).expect_err(encoding);
        assert!(problem.contains(encoding), "{problem}");
    }
}

fn kind(bytes: &[u8]) -> ProblemKind {
    let file = Input {
        name: "plan",
        bytes,
    };
    let problems = load(file, &[]).expect_err("it is no plan");
    problems[0].what.clone()
}

#[test]
fn the_encoding_of_a_data_file_is_named() {
    for (encoding, text) in [
        (GB18030, "数字乡村"),
        // Its first signs are UTF-8 by chance.
        (GB18030, "十四五规划重点工作任务分解方案"),
        (GB18030, "校园安全"),
        (GB18030, "数字乡村发展行动，由农业部门负责推动𠮷"),
        (BIG5, "我們的數位鄉村發展行動計畫，由農業部門負責推動"),
        (SHIFT_JIS, "デジタル社会の実現に向けた重点計画"),
        (EUC_JP, "デジタル社会の実現に向けた重点計画"),
        (EUC_KR, "디지털 정부 혁신 추진 계획"),
        (EUC_KR, "數字鄕村 계획"),
        (WINDOWS_1251, "Цифровой план развития"),
        (WINDOWS_1252, "Le café"),
        (WINDOWS_1252, "Plan numérique à réaliser: “école”"),
    ] {
        let json = format!("{{\"name\": \"{text}\"}}");
        let (bytes, _, failed) = encoding.encode(&json);
        assert!(!failed, "{text}");
        let found = kind(&bytes);
        assert_eq!(found, ProblemKind::OtherEncoding(encoding.name()), "{text}");
        // The command that is named is one that works.
        let (program, from) = converter(encoding.name());
        let mut iconv = Command::new(program)
            .args(["-f", from, "-t", "utf-8"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the converter runs");
        let input = iconv.stdin.take().expect("its input");
        std::io::Write::write_all(&mut &input, &bytes).expect("it reads");
        drop(input);
        let output = iconv.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&output.stdout), json);
    }
    for (bytes, name) in [
        (&b"{\0\"\0"[..], "utf-16le"),
        (b"\0{\0\"", "utf-16be"),
        (b"\xff\xfe{\0\n\0", "utf-16"),
        (b"{\0\0\0", "utf-32le"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff\0\0\0{\0\0\x4e\0,", "utf-32"),
        (b"{\"a\": \"\xed\xa0\xbd\xed\xb8\x80\"}", "cesu-8"),
    ] {
        assert_eq!(kind(bytes), ProblemKind::OtherEncoding(name), "{bytes:?}");
    }
    // What is no text is in no encoding of texts.
    for bytes in [&b"\"\xca\xfd\x00\xca\xfd\""[..], &[0; 4], b"\x01\xff\xfe"] {
        let found = kind(bytes);
        let named = matches!(found, ProblemKind::OtherEncoding(_));
        assert!(!named, "{bytes:?}: {found:?}");
    }
}

#[test]
fn what_packed_a_file_is_named_whatever_it_is_called() {
    let archive = |name: &str| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .expect("an entry");
        std::io::Write::write_all(&mut zip, SHIPPED).expect("its content");
        zip.finish().expect("an archive").into_inner()
    };
    let mut tar = vec![0; 512];
    tar[..9].copy_from_slice(b"plan.json");
    tar[257..262].copy_from_slice(b"ustar");
    for (bytes, name) in [
        (&b"\x1f\x8b\x08"[..], "gzip"),
        (b"\x1f\x9d\x90{", "compress"),
        (b"BZh91AY", "bzip2"),
        (b"\xfd7zXZ\0\0", "xz"),
        (b"\x5d\0\0\x80\0\xff\xff", "lzma"),
        (b"LZIP\x01", "lzip"),
        (b"\x28\xb5\x2f\xfd$", "zstd"),
        (b"7z\xbc\xaf\x27\x1c\0", "7z"),
        (b"\x04\x22\x4d\x18d", "lz4"),
        (b"Rar!\x1a\x07\0", "rar"),
        (&tar, "tar"),
        (&archive("plan.json"), "zip"),
        (b"PK\x05\x06\0\0\0\0", "zip"),
        (b"eyJmb3JtYXQiOiAxfQ==", "base64"),
        (b"ewogICJmb3JtYXQiOiAxCn0=\n", "base64"),
        (b"-----BEGIN PGP MESSAGE-----\n\nhQEMA", "OpenPGP"),
    ] {
        let found = kind(bytes);
        let named = matches!(found, ProblemKind::Packed(found, _) if found == name);
        assert!(named, "{name}: {found:?}");
    }
    // Texts, in archives too, are no sheets.
    for (bytes, name) in [
        (&archive("word/document.xml")[..], "Word"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"%PDF-1.4\n", "PDF"),
        (b"-----BEGIN OPENSSH PRIVATE KEY-----\n", "PEM"),
    ] {
        assert_eq!(kind(bytes), ProblemKind::OtherFormat(name));
    }
    assert_eq!(kind(b"+AHsAIg-format"), ProblemKind::OtherEncoding("utf-7"));
    // A workbook is a sheet, a damaged one too.
    let found = kind(&archive("xl/workbook.xml"));
    assert!(matches!(found, ProblemKind::Sheet(_)), "{found:?}");
}

/// Also where the comment holds words that are headings of sheets; a sheet may begin with comments too.
#[test]
fn comments_above_json_make_no_sheet_of_it() {
    for comment in [
        "# Item, Lead, Due",
        "// Item, Lead, Due\n// 任务,牵头单位",
        "/* Item,Lead,Due\nItem,Lead,Due */",
        "-- Item, Lead, Due",
    ] {
        let text = format!("{comment}\n{{\"format\": 1}}");
        let found = kind(text.as_bytes());
        assert_eq!(found, ProblemKind::Syntax(Syntax::Comment), "{text}");
        let problem = read(text.as_bytes()).expect_err("it is no sheet");
        assert!(problem.contains("this file is JSON"), "{problem}");
    }
    assert!(read(format!("# ours\n{SHEET}").as_bytes()).is_ok());
}

#[test]
fn a_conflict_of_versions_is_named_where_it_stands() {
    for mark in ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"] {
        for text in [
            format!("{mark}\n{{\"format\": 1}}"),
            format!("{{\n{mark}\n\"format\": 1}}"),
            format!("{{\"format\": 1,\n{mark}\n\"plan\": 1}}"),
            format!("{{\"format\": 1\n{mark}\n\"plan\": 1}}"),
        ] {
            let found = kind(text.as_bytes());
            assert_eq!(found, ProblemKind::Syntax(Syntax::Conflict), "{text}");
        }
    }
}

#[test]
fn an_invisible_sign_and_a_quotation_mark_that_is_none_are_named() {
    let said = |text: &str| {
        let bytes = text.as_bytes();
        let problems = load(
            Input {
                name: "plan",
                bytes,
            },
            &[],
        )
        .expect_err("it is no plan");
        let said = problems.iter().map(|one| one.render(Lang::En));
        said.collect::<Vec<_>>().join("\n")
    };
    for sign in ["\u{feff}", "\u{200b}", "\u{ad}"] {
        let text = format!("{{\"{sign}format\": 1}}");
        let hex = format!("<U+{:04X}>format", sign.chars().next().map_or(0, u32::from));
        assert!(said(&text).contains(&hex), "{}", said(&text));
    }
    for sign in ['“', '”', '„', '»', '＂', '」', '’', '′'] {
        for text in [
            format!("{{\"format\": \"1{sign}, \"plan\": 1}}"),
            format!("{{\"format\": \"1{sign},\n \"plan\": 1}}"),
            format!("{{\"format\": \"1{sign}\n}}"),
            format!("{{\"format\": \"1{sign}}}"),
            format!("{{\"format\": [\"1{sign}, \"2\"]}}"),
            format!("{{\"format{sign}: \"1\"}}"),
        ] {
            let said = said(&text);
            let hex = format!("{sign} U+{:04X}", u32::from(sign));
            assert!(said.contains(&hex), "{text}: {said}");
        }
    }
}

/// A sheet of one line is enough: each name of the shipped plan under two headings, which are not known in
/// another encoding.
#[test]
fn a_short_sheet_is_read_as_it_was_written() {
    let plan = load(shipped(), &[]).expect("the shipped plan loads");
    for node in plan.nodes() {
        let text = format!("任务,牵头单位\n{},工信部\n", plan.name(node).zh());
        let (bytes, ..) = GB18030.encode(&text);
        assert!(is_sheet("from a pipe", &bytes), "{text}");
    }
}
