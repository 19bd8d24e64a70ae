//! Files in the encodings that offices save them in, and files that are something else.

use encoding_rs::{BIG5, GB18030};
use plan::model::sheet::Notice;
use plan::model::{Input, ProblemKind, SHIPPED, load, to_json};

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
        Notice::Encoding(name) => Some(*name),
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
        (gb.into_owned(), Some("gb18030")),
    ] {
        assert_eq!(read(&bytes), Ok((plan.clone(), assumed)), "{bytes:?}");
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

#[test]
fn the_encoding_of_a_data_file_is_named() {
    let kind = |bytes: &[u8]| {
        let file = Input {
            name: "plan.json",
            bytes,
        };
        let problems = load(file, &[]).expect_err("it is no plan");
        problems[0].what.clone()
    };
    let (big5, ..) = BIG5.encode("\"我們的數位鄉村發展行動計畫，由農業部門負責推動\"");
    for (bytes, name) in [
        (
            &b"{\"name\": \"\xca\xfd\xd7\xd6\xcf\xe7\xb4\xe5\"}"[..],
            "gb18030",
        ),
        (&big5, "big5"),
        (b"\"\x81\x30\x81\x30\xd6\xd0\"", "gb18030"),
        (b"{\0\"\0", "utf-16le"),
        (b"\0{\0\"", "utf-16be"),
        (b"\xff\xfe{\0", "utf-16"),
        (b"{\0\0\0", "utf-32le"),
        (b"\xff\xfe\0\0", "utf-32"),
    ] {
        assert_eq!(kind(bytes), ProblemKind::OtherEncoding(name), "{bytes:?}");
    }
    // What is no text is in no encoding of texts.
    for bytes in [
        &b"\"caf\xe9\""[..],
        b"\"\xff\"",
        b"\"\xca\xfd\x00\xca\xfd\"",
        &[0; 4],
    ] {
        let found = kind(bytes);
        let named = matches!(found, ProblemKind::OtherEncoding(_));
        assert!(!named, "{bytes:?}: {found:?}");
    }
    let packed = kind(b"\x1f\x8b\x08");
    assert_eq!(packed, ProblemKind::Packed("gzip", "gzip -dc"));
}
