//! Sheets as offices have them, and as nobody should: what `tests/corpus/sheet` is made of.

#![expect(
    clippy::too_many_lines,
    clippy::type_complexity,
    reason = "tables of files"
)]

use std::io::{Cursor, Write};

use encoding_rs::GB18030;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PLAIN: &str = "Item,Lead,Support,Unit,Contact,Due,Status,Note\n\
    P17,MIIT,\"CAC, NDRC\",Section 2,Li Wei,2025-06-30,open,Waits\n\
    Digital villages,农业农村部,,Section 3,,June 2025,done,\n";

const CHINESE: &str = "重点任务,牵头单位,配合单位,责任处室,联系人,完成时限,进展,备注\r\n\
    P17,工业和信息化部,网信办、发展改革委,规划处,李伟,2025年6月底前,推进中,顺利\r\n\
    数字乡村发展行动,农业农村部,,乡村处,王芳,2025.12.31,滞后,\r\n";

/// All of them, by the names of their files.
pub fn all() -> Vec<(&'static str, Vec<u8>)> {
    let mut all = texts();
    all.extend(books());
    all.extend(hostile_books());
    all
}

fn texts() -> Vec<(&'static str, Vec<u8>)> {
    let utf16: Vec<u8> = CHINESE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bytes = |text: &str| text.as_bytes().to_vec();
    vec![
        ("plain.csv", bytes(PLAIN)),
        (
            "chinese.csv",
            [b"\xef\xbb\xbf", CHINESE.as_bytes()].concat(),
        ),
        ("gb18030.csv", GB18030.encode(CHINESE).0.into_owned()),
        ("utf16.csv", [b"\xff\xfe", &utf16[..]].concat()),
        ("utf16-unmarked.csv", utf16),
        (
            "semicolons.csv",
            bytes("Item;Lead;Support;Due\nP17;MIIT;CAC, NDRC;30.6.2025\n"),
        ),
        ("tabs.tsv", bytes("Item\tLead\tDue\nP17\tMIIT\t2025\n")),
        (
            "tabs-named-csv.csv",
            bytes("Item\tLead\tDue\nP17\tMIIT\t2025\n"),
        ),
        (
            "title-rows.csv",
            bytes(
                "附件2,,\n2025年重点任务分工表,,\n,,\n序号,任务,牵头单位,时间要求\n1,P17,工信部,2025年底前\n,,,\n2,P12,农业农村部,长期坚持\n",
            ),
        ),
        (
            "lines-in-cells.csv",
            bytes("Item,Lead,Support\r\nP17,\"MIIT\r\nCAC\",\"NDRC;\nMOF；MOE\"\r\n"),
        ),
        (
            "any-order.csv",
            bytes("Note,Due,Lead,Item\nSoon,Q3 2025,MIIT,p17\n"),
        ),
        (
            "unit-alone.csv",
            bytes("Item,Unit,Contact\nP17,Section 2,Li Wei\nP1,,ext. 12\n"),
        ),
        ("empty.csv", Vec::new()),
        ("blank.csv", bytes("\n , \n\n,,,\n")),
        ("headings-alone.csv", bytes("Item,Lead\n")),
        ("no-headings.csv", bytes("P17,MIIT,2025\nP1,MIIT,2025\n")),
        (
            "double-heading.csv",
            bytes("Item,Lead,Note,Responsible\nP17,MIIT,x,CAC\n"),
        ),
        (
            "misspelt-heading.csv",
            bytes("Item,Laed,Supprot\nP17,MIIT,CAC\n"),
        ),
        (
            "unknown-heading.csv",
            bytes("Item,Lead,Budget (万元)\nP17,MIIT,300\n"),
        ),
        (
            "open-quote.csv",
            bytes("Item,Lead,Note\nP17,MIIT,\"never closed\nP1,MIIT,x\n"),
        ),
        (
            "control.csv",
            bytes("Item,Lead,Note\nP17,MIIT,\x1b[2Jboo\nP1,MIIT,a\tb\n"),
        ),
        (
            "formula.csv",
            bytes("Item,Lead,Due\nP17,MIIT,=TODAY()\nP1,'=cmd,2025\n"),
        ),
        (
            "dates.csv",
            bytes(
                "Item,Lead,Due\nP1,MIIT,6/7/2025\nP2,MIIT,2025-02-30\nP3,MIIT,soon\nP4,MIIT,31/12/2025\n",
            ),
        ),
        (
            "free-text.csv",
            bytes(
                "Item,Lead,Due,Status,Note\nP1,MIIT,2025-06,\"in progress, waiting for MoF\",\nP2,MIIT,after the review,waiting for MoF,see mail\nP3,工信部,2025,等财政部意见,\nP4,MIIT,2025,进行中，等财政部意见,\n",
            ),
        ),
        // Words for a status as offices write them, and one that is none.
        (
            "statuses.csv",
            bytes(
                "任务,牵头单位,完成时限,进展,备注\nP1,工信部,2099,未启动,等经费\nP2,工信部,2099,滞后,\nP3,工信部,2099,延期至2099年6月,\nP4,工信部,2099,√,\nP5,工信部,2099,✓,\nP6,工信部,2099,超期,\nP7,工信部,2099,未完成,\nP8,工信部,2099,100%,\nP9,工信部,2099,已完成80%,\nP10,工信部,2099,完成（80%）,\nP11,工信部,2099,是,\nP12,工信部,2099,×,\nP13,工信部,2099,-,\nP14,工信部,2099,40%,\n",
            ),
        ),
        (
            "statuses-in-english.csv",
            bytes(
                "Item,Lead,Status,Progress\nP1,MIIT,Not started,\nP2,MIIT,On track,60%\nP3,MIIT,Delayed,\nP4,MIIT,Behind schedule by two weeks,\nP5,MIIT,Complete,\nP6,MIIT,100%,\nP7,MIIT,Cancelled,\nP8,MIIT,On hold until June,\nP9,MIIT,open,done\nP10,MIIT,,✓\n",
            ),
        ),
        // Several names in a cell, and roles beside them.
        (
            "joined-names.csv",
            bytes(
                "任务,牵头单位,配合单位\nP1,教育部和民政部,\nP2,教育部（牵头）,\nP3,教育部/民政部,\nP4,教育部 民政部,\nP5,工业和信息化部和教育部,\nP6,教育部（牵头）、民政部（配合）,\nP7,牵头：教育部；配合：民政部、工信部,\nP8,MOE (lead) and MCA (support),MIIT & MOST\nP9,教育部与民政部及工信部,科技部+商务部\n",
            ),
        ),
        (
            "joined-with-unknown.csv",
            bytes("任务,牵头单位\nP1,教育部和魔法部\n"),
        ),
        (
            "dates-in-words.csv",
            bytes(
                "任务,牵头单位,完成时限\nP1,教育部,12月31日\nP2,教育部,6月30日前\nP3,教育部,2026年六月\nP4,教育部,2026-2027年\nP5,教育部,长期\nP6,教育部,2026年十二月底前\nP7,教育部,会后三个月\n",
            ),
        ),
        (
            "four-mistakes.csv",
            bytes(
                "Item,Lead,Due,Status\nP17,MIIT,2025-02-30,open\nRoads to nowhere,MIIT,2025,open\nP3,Ministry of Magic,2025-06,open\nA7,MIIT,2025-13,open\n",
            ),
        ),
        (
            "cut-off.csv",
            [PLAIN.as_bytes(), "数".as_bytes()[..2].as_ref()].concat(),
        ),
        ("no-text.csv", b"Item,Lead\nP17,\xff\xfe\xfd\x81\n".to_vec()),
        (
            "for-this-plan.csv",
            bytes("Plan,PLAN,\n,,\nID,Lead,Due\nP17,MIIT,2025\n"),
        ),
        (
            "other-plan.csv",
            bytes("Plan,HARBOUR,\nID,Lead,Due\nQ17,MIIT,2025\nQ18,MIIT,2025\n"),
        ),
        (
            "own-items.csv",
            bytes(
                "ID,Kind,Name,Part of,Lead,Due\nP17-1,Project,Our cable,P17,MIIT,2026\nP17,,,,CAC,2026\n",
            ),
        ),
        (
            "double-id.csv",
            bytes("ID,Kind,Name,Lead\nX1,Project,One,MIIT\nX1,Project,Two,MIIT\n"),
        ),
        ("json.csv", bytes("{ \"format\": 1 }\n")),
        // Headings as programs export them: one is clear, others only begin like it.
        (
            "exported.csv",
            bytes(
                "action_id,actionName,phase,task,source_ref,source_page,target_offset_days,target_date,status,human_owner\nP17,,One,P17,S-1,12,30,2026-08-31,NEW,x\n",
            ),
        ),
        // Ids of one's own are no items of the plan.
        (
            "own-ids.csv",
            bytes("id,action name,Lead\nA-001,Plant trees,MIIT\n"),
        ),
        // The heads of a tracker: the activity is the item, not the project that it belongs to.
        (
            "trackers.csv",
            bytes(
                "PROJECT,PHASE,ACTIVITY / TASK,OWNER,DUE DATE,NOTES / BLOCKERS\nOurs,One,P17,MIIT,2026-08,Waits\n",
            ),
        ),
    ]
}

/// A workbook of one sheet.
fn book(fill: impl Fn(&mut Worksheet)) -> Vec<u8> {
    books_of(&[("Sheet1", &fill)])
}

fn books_of(sheets: &[(&str, &dyn Fn(&mut Worksheet))]) -> Vec<u8> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2026, 1, 1).expect("a day");
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    for (name, fill) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name");
        fill(sheet);
    }
    book.save_to_buffer().expect("a workbook")
}

fn rows(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (at, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*row) {
            if !cell.is_empty() {
                sheet.write_string(at, column, *cell).expect("a cell");
            }
        }
    }
}

fn books() -> Vec<(&'static str, Vec<u8>)> {
    let merge = |sheet: &mut Worksheet, area: (u32, u16, u32, u16), text: &str| {
        let (top, left, bottom, right) = area;
        let format = Format::new();
        sheet
            .merge_range(top, left, bottom, right, text, &format)
            .expect("an area");
    };
    let merged = book(|sheet| {
        rows(
            sheet,
            &[
                &[],
                &["任务", "牵头单位", "完成时限"],
                &["P17", "", "2025"],
                &["P1"],
                &["P2"],
            ],
        );
        merge(sheet, (0, 0, 0, 2), "一张有合并单元格的表");
        merge(sheet, (2, 1, 4, 1), "工信部");
        merge(sheet, (3, 2, 4, 2), "2026");
    });
    let sections = book(|sheet| {
        rows(
            sheet,
            &[
                &["Item", "Lead", "Due"],
                &[],
                &["P17", "MIIT", "2025"],
                &[],
                &["A7", "MARA", "2025"],
            ],
        );
        merge(sheet, (1, 0, 1, 2), "I. Projects");
        merge(sheet, (3, 0, 3, 2), "II. Actions");
    });
    let two_rows = book(|sheet| {
        rows(
            sheet,
            &[
                &["", "", "", "时限"],
                &["", "牵头", "配合"],
                &["P17", "工信部", "网信办", "2025年"],
            ],
        );
        merge(sheet, (0, 0, 1, 0), "任务");
        merge(sheet, (0, 1, 0, 2), "责任分工");
        merge(sheet, (0, 3, 1, 3), "完成时限");
    });
    let hidden = book(|sheet| {
        rows(
            sheet,
            &[
                &["Item", "Lead", "Due"],
                &["P17", "MIIT", "2025"],
                &["P1", "MIIT", "2026"],
            ],
        );
        sheet.set_row_hidden(2).expect("a row");
        sheet.set_column_hidden(2).expect("a column");
    });
    let dates = book(|sheet| {
        rows(
            sheet,
            &[
                &["Item", "Lead", "Due"],
                &["P1", "MIIT"],
                &["P2", "MIIT"],
                &["P3", "MIIT"],
                &["P4", "MIIT"],
                &["P5", "MIIT"],
            ],
        );
        let day = ExcelDateTime::from_ymd(2025, 6, 30).expect("a day");
        let format = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        sheet
            .write_datetime_with_format(1, 2, &day, &format)
            .expect("a day");
        for (row, number) in [(2, 45838.0), (3, 2025.0), (4, 2025.6), (5, 2025.1)] {
            sheet.write_number(row, 2, number).expect("a number");
        }
    });
    let formulas = book(|sheet| {
        rows(
            sheet,
            &[
                &["Item", "Lead", "Note"],
                &["", "MIIT"],
                &["", "MIIT"],
                &["P1", "MIIT"],
            ],
        );
        let formula = |text: &str, value: &str| Formula::new(text).set_result(value);
        sheet
            .write_formula(1, 0, formula("=\"P\"&17", "P17"))
            .expect("a formula");
        sheet
            .write_formula(2, 0, formula("=A1", ""))
            .expect("a formula");
        sheet
            .write_formula(3, 2, formula("=1/0", "#DIV/0!"))
            .expect("a formula");
    });
    vec![
        (
            "plain.xlsx",
            book(|sheet| {
                rows(
                    sheet,
                    &[
                        &["Item", "Lead", "Support", "Due"],
                        &["P17", "MIIT", "CAC、NDRC", "2025-06"],
                    ],
                );
            }),
        ),
        ("merged.xlsx", merged),
        ("sections.xlsx", sections),
        ("two-rows-of-headings.xlsx", two_rows),
        ("hidden.xlsx", hidden),
        ("dates.xlsx", dates),
        ("formulas.xlsx", formulas),
        (
            "several-sheets.xlsx",
            books_of(&[
                ("说明", &|sheet| {
                    rows(sheet, &[&["填表说明"], &["请按任务填写"]]);
                }),
                ("分工", &|sheet| {
                    rows(
                        sheet,
                        &[&["任务", "牵头单位"], &["P17", "信息处"], &["P1", "IT"]],
                    );
                }),
                ("机构", &|sheet| {
                    rows(
                        sheet,
                        &[
                            &["编号", "名称", "别名"],
                            &["itsec", "信息化处", "信息处\nIT"],
                        ],
                    );
                }),
            ]),
        ),
        (
            "hidden-sheet.xlsx",
            books_of(&[
                ("Work", &|sheet| {
                    rows(sheet, &[&["Item", "Lead"], &["P17", "MIIT"]]);
                }),
                ("Old", &|sheet| {
                    rows(sheet, &[&["Item", "Lead"], &["P1", "MIIT"]]);
                    sheet.set_hidden(true);
                }),
            ]),
        ),
        (
            "far-cell.xlsx",
            book(|sheet| {
                rows(sheet, &[&["Item", "Lead"], &["P17", "MIIT"]]);
                sheet
                    .write_string(1_048_575, 16_383, "far")
                    .expect("a cell");
            }),
        ),
        ("no-cells.xlsx", book(|_| {})),
    ]
}

/// An archive of these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        zip.start_file(*name, options).expect("a part");
        zip.write_all(bytes).expect("a part");
    }
    zip.finish().expect("an archive").into_inner()
}

const TYPES: &str =
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook of a sheet that is written out by hand, and of other parts.
pub fn by_hand(sheet: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(more);
    archive(&parts)
}

/// The XML of a sheet with these rows.
pub fn sheet_xml(rows: &str, after: &str) -> Vec<u8> {
    format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{after}</worksheet>"#).into_bytes()
}

fn hostile_books() -> Vec<(&'static str, Vec<u8>)> {
    const CONTAINER: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let cell =
        |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let head = format!(
        r#"<row r="1">{}{}</row>"#,
        cell("A1", "Item"),
        cell("B1", "Lead")
    );
    let row = format!(
        r#"<row r="2">{}{}</row>"#,
        cell("A2", "P17"),
        cell("B2", "MIIT")
    );
    let good = format!("{head}{row}");
    let encrypted: Vec<u8> = b"EncryptedPackage".iter().flat_map(|&b| [b, 0]).collect();
    let bomb = vec![b' '; 20 << 20];
    let plain = by_hand(&sheet_xml(&good, ""), &[]);
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(20_000));
    let many = (3..2000).fold(good.clone(), |rows, at| {
        rows + &format!(r#"<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>"#)
    });
    let everything = r#"<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A2:XFD1048576"/></mergeCells>"#;
    vec![
        ("by-hand.xlsx", plain.clone()),
        (
            "protected.xlsx",
            [CONTAINER, &[0; 500], &encrypted].concat(),
        ),
        ("old.xls", [CONTAINER, &[0; 500]].concat()),
        ("truncated.xlsx", plain[..plain.len() * 2 / 3].to_vec()),
        (
            "macros.xlsm",
            by_hand(
                &sheet_xml(&good, ""),
                &[("xl/vbaProject.bin", b"Sub Auto_Open()")],
            ),
        ),
        (
            "bomb.xlsx",
            by_hand(&[&sheet_xml(&good, "")[..], &bomb].concat(), &[]),
        ),
        (
            "bomb-of-styles.xlsx",
            by_hand(&sheet_xml(&good, ""), &[("xl/styles.xml", &bomb)]),
        ),
        (
            "bomb-of-strings.xlsx",
            by_hand(
                &sheet_xml(&many, ""),
                &[("xl/sharedStrings.xml", strings.as_bytes())],
            ),
        ),
        (
            "no-values.xlsx",
            by_hand(
                &sheet_xml(
                    &good
                        .replace("<is><t>MIIT</t></is>", "<f>A1&amp;B1</f>")
                        .replace("P17", "_x0007_P17"),
                    "",
                ),
                &[],
            ),
        ),
        (
            "no-string.xlsx",
            by_hand(
                &sheet_xml(r#"<row r="1"><c r="A1" t="s"><v>7</v></c></row>"#, ""),
                &[],
            ),
        ),
        (
            "broken-xml.xlsx",
            by_hand(
                b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"></worksheet>",
                &[],
            ),
        ),
        (
            "disorder.xlsx",
            by_hand(&sheet_xml(&format!("{row}{head}{row}"), ""), &[]),
        ),
        (
            "merged-everything.xlsx",
            by_hand(&sheet_xml(&good, everything), &[]),
        ),
        (
            "no-row-numbers.xlsx",
            by_hand(
                &sheet_xml(&good.replace(" r=\"1\"", "").replace(" r=\"2\"", ""), ""),
                &[],
            ),
        ),
        (
            "no-sheet.xlsx",
            archive(&[
                ("_rels/.rels", RELS.as_bytes()),
                ("xl/workbook.xml", BOOK.as_bytes()),
                ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
            ]),
        ),
        ("archive.xlsx", archive(&[("readme.txt", b"no workbook")])),
        (
            "open-document.ods",
            archive(&[
                (
                    "mimetype",
                    b"application/vnd.oasis.opendocument.spreadsheet",
                ),
                ("content.xml", b"<office/>"),
            ]),
        ),
        (
            "noise.xlsx",
            [
                b"PK\x03\x04".to_vec(),
                (0..900_u32).map(|n| (n * n % 251) as u8).collect(),
            ]
            .concat(),
        ),
    ]
}
