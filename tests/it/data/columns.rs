//! Each known heading on each sort of sheet: what stands below it is taken in, or the column is named as not
//! read.

use plan::i18n::problems::render_all;
use plan::i18n::sheets::not_understood;
use plan::model::sheet::{
    Column, HEADINGS, PageColumn, Rules, SheetNotice, SheetPage, heading, workbook,
};
use plan::model::{Input, Lang, Responsibility, import, load};

use crate::small::{FILE, under};

/// A sheet, and a row of it that says as little as such a row may.
const SHEETS: [(&str, &[(Column, &str)]); 11] = [
    ("Plan", &[(Column::Name, "A plan")]),
    ("Kinds", &[(Column::Id, "new-kind"), (Column::Name, "New")]),
    (
        "Organisations",
        &[(Column::Id, "new-body"), (Column::Name, "New")],
    ),
    ("Documents", &[(Column::Id, "N1"), (Column::Name, "New")]),
    (
        "Figures",
        &[
            (Column::Item, "GA1"),
            (Column::Year, "2029"),
            (Column::Value, "5"),
            (Column::Figure, "target"),
        ],
    ),
    (
        "Targets",
        &[
            (Column::Item, "M1"),
            (Column::Due, "2029"),
            (Column::Target, "A target"),
        ],
    ),
    ("Content", &[(Column::Item, "M1"), (Column::Part, "A part")]),
    ("Thesaurus", &[(Column::Words, "one\ntwo")]),
    (
        "Responsibilities",
        &[(Column::Item, "M1"), (Column::Lead, "council")],
    ),
    ("Work", &[(Column::Id, "M1"), (Column::Lead, "council")]),
    ("Items only", &[(Column::Id, "M1")]),
];

/// Something that may stand in a column and is not in the plan.
fn value(column: Column) -> &'static str {
    match column {
        Column::Id | Column::Item => "M1",
        Column::Kind => "Measure",
        Column::Number => "77",
        Column::Parent => "PR2",
        Column::Related | Column::Lead | Column::Support | Column::Issuer | Column::Body => "quays",
        Column::Drafters | Column::Successor => "works",
        Column::Role => "support",
        Column::Basis => "assigned",
        Column::Document | Column::Follows | Column::Predecessor => "LAW",
        Column::Until | Column::Due | Column::Dated | Column::Announced | Column::Compiled => {
            "2027-03"
        }
        Column::Status => "late",
        Column::Progress => "under way",
        Column::Confidence => "medium",
        Column::Sources | Column::Address => "https://example.org/new",
        Column::Year | Column::From | Column::To => "2028",
        Column::Value => "7",
        Column::Figure => "actual",
        Column::Binding | Column::Near | Column::Primary => "yes",
        Column::Words => "three\nfour",
        _ => "Some new words",
    }
}

fn page(name: &str, cells: &[(Column, &str)]) -> SheetPage {
    let column = |(column, _): &(Column, &str)| PageColumn {
        heading: heading(*column, Lang::En).to_owned(),
        ..PageColumn::default()
    };
    SheetPage {
        name: name.to_owned(),
        columns: cells.iter().map(column).collect(),
        rows: vec![cells.iter().map(|(_, cell)| (*cell).to_owned()).collect()],
        ..SheetPage::default()
    }
}

/// What is read of a workbook, and what is said about it; or what is wrong with it.
fn read(pages: &[SheetPage], overlay: bool) -> Result<(String, Vec<SheetNotice>), String> {
    let bytes = workbook(pages, &[], "").expect("it fits");
    let sheet = Input {
        name: "ours.xlsx",
        bytes: &bytes,
    };
    let over = overlay.then_some((FILE, &[][..]));
    import(sheet, over, Rules::default())
        .map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

fn names_column(notice: &SheetNotice, name: &str) -> bool {
    match notice {
        SheetNotice::UnknownHeading { heading, .. }
        | SheetNotice::UnusedHeading { heading, .. } => heading == name,
        // The sheet of the plan in an overlay.
        SheetNotice::NotAssigned(_) => true,
        _ => false,
    }
}

#[test]
fn no_column_is_lost_without_a_word() {
    let mut lost = Vec::new();
    let mut read_in = 0;
    for overlay in [true, false] {
        // What lies inside items is read alike.
        let is_read = |sheet: &&(&str, _)| {
            overlay || !["Figures", "Targets", "Content", "Responsibilities"].contains(&sheet.0)
        };
        for (sheet, row) in SHEETS.iter().filter(is_read).copied() {
            for line in HEADINGS {
                // Beside an overlay's item they are there to be read.
                let names = [
                    Column::Name,
                    Column::Number,
                    Column::Kind,
                    Column::Item,
                    Column::Id,
                ];
                if row.iter().any(|(column, _)| *column == line.column)
                    || overlay && names.contains(&line.column)
                {
                    continue;
                }
                let all = |cell: &'static str| {
                    let cells = [row, &[(line.column, cell)]].concat();
                    let known = [(Column::Id, "LAW"), (Column::Name, "Law")];
                    let mut pages = vec![page(sheet, &cells)];
                    if !overlay && sheet != "Documents" {
                        pages.push(page("Documents", &known));
                    }
                    read(&pages, overlay)
                };
                let name = line.name(Lang::En);
                match (all(""), all(value(line.column))) {
                    (Ok((without, _)), Ok((with, said))) => {
                        if without != with {
                            read_in += 1;
                        } else if !said.iter().any(|notice| names_column(notice, name)) {
                            lost.push(format!("{sheet}, {name}, overlay: {overlay}"));
                        }
                    }
                    (_, Err(problems)) => {
                        assert!(
                            problems.starts_with("ours.xlsx:"),
                            "{sheet}, {name}: {problems}"
                        );
                    }
                    (Err(_), Ok(_)) => read_in += 1,
                }
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    assert!(read_in > 100, "{read_in}");
}

/// Opening a sheet says so, too, and a name of an organisation counts where no id stands beside it.
#[test]
fn what_is_not_read_is_said_where_the_sheet_opens() {
    const SHEET: &str = "任务,机构名称,工作目标,数值\nM1,works,建成,7\n";
    for (lang, said) in [
        (
            Lang::En,
            "ours.csv:C1 and others: 2 columns were not read; see plan check ours.csv",
        ),
        (Lang::Zh, "ours.csv:C1等2列未读取；详见plan check ours.csv"),
    ] {
        let plan = under("ours.csv", SHEET.as_bytes()).expect("it opens");
        assert_eq!(not_understood(&plan, lang), [said]);
        let rows = plan
            .responsibilities()
            .iter()
            .flat_map(Responsibility::rows);
        assert_eq!(rows.filter(|row| row.origin.is_overlay()).count(), 1);
    }
}

/// A row that does not say what it is about is not lost without a word, as where merged cells were made text.
#[test]
fn a_row_without_a_name_is_named() {
    for (sheet, overlay, said) in [
        (
            "任务,牵头单位,完成时限\nM1,works,2027\n,quays,2028\n,council,2029\n",
            true,
            Some(("B3", 2)),
        ),
        ("序号,任务,牵头单位\n1,M1,works\n2,,\n3,,\n", true, None),
        (
            "任务,牵头单位\nPaint,works\n,quays\n",
            false,
            Some(("B3", 1)),
        ),
        ("任务,备注\nM1,x\n,y\n", true, Some(("B3", 1))),
        (
            "条目,年份,数值,数值类别\nGA1,2029,1,目标值\n,2030,2,目标值\n",
            true,
            Some(("B3", 1)),
        ),
        ("编号,名称,缩写\n,,AB\n,Guild,G\n", true, Some(("C2", 1))),
    ] {
        let plan = if overlay {
            under("ours.csv", sheet.as_bytes())
        } else {
            let ours = Input {
                name: "ours.csv",
                bytes: sheet.as_bytes(),
            };
            load(ours, &[])
        };
        let plan = plan.unwrap_or_else(|problems| {
            panic!("{sheet}: {}", render_all(&problems, Lang::En).concat())
        });
        let rows = plan
            .notices()
            .iter()
            .filter_map(|(_, notice)| match notice {
                SheetNotice::NoKey { place, rows } => Some((place.to_string(), *rows)),
                _ => None,
            });
        let wanted = said.map(|(place, rows)| (place.to_owned(), rows));
        assert_eq!(rows.collect::<Vec<_>>(), Vec::from_iter(wanted), "{sheet}");
        if let Some((place, rows)) = said {
            let lines = not_understood(&plan, Lang::En);
            let count = if rows == 1 {
                "the row was"
            } else {
                "2 rows were"
            };
            let is_said = |line: &String| line.contains(place) && line.contains(count);
            assert!(lines.iter().any(is_said), "{lines:?}");
        }
    }
}
