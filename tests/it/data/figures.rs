//! Figures in the cells of sheets: as they are written, or refused.

use plan::describe::Names;
use plan::describe::markdown::markdown;
use plan::i18n::problems::render_all;
use plan::model::sheet::{pages, workbook};
use plan::model::{Input, Lang, Node, Plan, load, to_json};

use crate::small::{SMALL, attempt, under};

/// The figure of the small plan's gauge for 2031, which it has not.
fn of_2031(plan: &Plan) -> Option<f64> {
    let id = plan.find("GA1").and_then(Node::item).expect("the item");
    let points = plan[id].measure.as_ref().expect("figures").points.iter();
    let mut ours = points.filter(|point| point.year == 2031);
    ours.next().expect("the figure").value
}

/// The same, of a sheet that is laid over the small plan.
fn figure_of_2031(name: &str, bytes: &[u8]) -> Result<Option<f64>, String> {
    let plan = under(name, bytes);
    let plan = plan.map_err(|problems| render_all(&problems, Lang::En).concat())?;
    Ok(of_2031(&plan))
}

/// A number that would be rounded is refused for just that; of whole years a part is none.
#[test]
fn a_number_that_cannot_be_held_is_called_so() {
    for (value, year, en, zh) in [
        (
            "9007199254740993",
            "2025",
            "C2: “9007199254740993” is too large or too long",
            "过大或位数过多",
        ),
        (
            "-12345678901234567890.5",
            "2025",
            "is too large or too long",
            "过大或位数过多",
        ),
        (
            "1e400",
            "2025",
            "“1e400” is too large or too long",
            "过大或位数过多",
        ),
        ("inf", "2025", "“inf” is not a number", "不是数字"),
        ("7 km", "2025", "“7 km” is not a number", "不是数字"),
        ("7", "2025.5", "B2: “2025.5” is not a number", "不是数字"),
        (
            "7",
            "99999999999999999999",
            "B2: “99999999999999999999” is too large",
            "过大或位数过多",
        ),
    ] {
        let sheet = format!("编号,年份,数值,数值类别\nGA1,{year},{value},实际值\n");
        let problems = under("ours.csv", sheet.as_bytes()).expect_err("it is refused");
        for (lang, said) in [(Lang::En, en), (Lang::Zh, zh)] {
            let all = render_all(&problems, lang).concat();
            assert!(all.contains(said), "{all}");
        }
    }
}

/// A figure is read as it is written, or refused: a comma is no point, and none is lost.
#[test]
fn a_figure_is_as_its_cell_has_it() {
    let read = |value: &str| {
        let sheet = format!("编号\t年份\t数值\t数值类别\nGA1\t2031\t{value}\t实际值\n");
        figure_of_2031("ours.tsv", sheet.as_bytes())
    };
    for (written, value) in [
        (".5", 0.5),
        ("-.5", -0.5),
        ("007", 7.0),
        ("-007", -7.0),
        ("00.5", 0.5),
        ("1.", 1.0),
        ("+5", 5.0),
        ("1,234", 1234.0),
        ("1，234，567.25", 1_234_567.25),
        ("１２", 12.0),
        ("1e3", 1000.0),
    ] {
        assert_eq!(read(written), Ok(Some(value)), "{written}");
    }
    for written in [
        "2,5",
        "0,75",
        "12,34",
        "1,2345",
        "1.234,5",
        "0,750",
        "-0,750",
        "007,500",
        "1,,5",
        ",5",
        "1234,567",
        "1,234.5,6",
        ".",
    ] {
        let said: Result<_, String> = read(written);
        let said = said.expect_err(written);
        assert!(
            said.contains("write digits, and a point before decimals"),
            "{said}"
        );
    }
}

/// A workbook with a figure for 2031 in a cell of this format, and the unit, if one is stated.
fn book(value: f64, format: &str, unit: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["编号", "年份", "数值", "数值类别", "计量单位"])
    {
        sheet.write(0, column, heading).expect("a heading");
    }
    sheet.write(1, 0, "GA1").expect("a cell");
    sheet.write(1, 1, 2031).expect("a cell");
    let shown = rust_xlsxwriter::Format::new().set_num_format(format);
    sheet
        .write_with_format(1, 2, value, &shown)
        .expect("a cell");
    sheet.write(1, 3, "实际值").expect("a cell");
    sheet.write(1, 4, unit).expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

/// What a workbook shows as a percentage is read as it is shown: where the unit is the percent sign, and else
/// it is refused, as in a text.
#[test]
fn a_percentage_is_read_as_it_is_shown() {
    for format in ["0%", "0.00%", "0.0 %"] {
        for unit in ["%", "％", "% of all"] {
            let read = figure_of_2031("ours.xlsx", &book(0.604, format, unit));
            assert_eq!(read, Ok(Some(60.4)), "{format}, {unit}");
        }
        for unit in ["", "km", "a share (%)"] {
            let read = figure_of_2031("ours.xlsx", &book(0.604, format, unit));
            let said = read.expect_err(unit);
            let why =
                "ours.xlsx:Sheet1!C2: “60.4%” is a percentage, but the unit of measure is not %; ";
            assert!(said.starts_with(why), "{format}, {unit}: {said}");
        }
    }
    for format in ["General", "0.0\"%\"", "0.0\\%"] {
        let read = figure_of_2031("ours.xlsx", &book(0.604, format, "%"));
        assert_eq!(read, Ok(Some(0.604)), "{format}");
    }
}

/// The unit may stand in the row, in a row above, or in the plan.
#[test]
fn a_percentage_is_a_figure_where_the_unit_is_the_percent_sign() {
    for (unit, above, read) in [
        ("%", "", Ok(12.5)),
        ("", "%", Ok(12.5)),
        ("", "", Err("ours.csv:C3: “12.5%” is a percentage")),
        ("人次", "%", Err("ours.csv:C3: “12.5%” is a percentage")),
    ] {
        for sign in ["%", " %", "％"] {
            let sheet = format!(
                "条目,年份,数值,数值类别,计量单位\nGA1,2030,1,目标值,{above}\nGA1,2031,12.5{sign},实际值,{unit}\n"
            );
            let said = figure_of_2031("ours.csv", sheet.as_bytes());
            match read {
                Ok(figure) => assert_eq!(said, Ok(Some(figure)), "{sheet}"),
                Err(why) => {
                    let why = why.replace('%', sign);
                    assert!(said.expect_err(&sheet).starts_with(&why), "{sheet}");
                }
            }
        }
    }
    let plan = SMALL.replace(r#""en": "passengers", "zh": "人次""#, r#""en": "%""#);
    let overlay = Input {
        name: "ours.csv",
        bytes: "条目,年份,数值,数值类别\nGA1,2031,12.5%,实际值\n".as_bytes(),
    };
    let plan = Input {
        name: "plan.json",
        bytes: plan.as_bytes(),
    };
    assert_eq!(
        of_2031(&load(plan, &[overlay]).expect("it is read")),
        Some(12.5)
    );
}

/// A workbook's numbers are rounded where they are read: beyond what all can be held of, they are refused as
/// in a text, in whatever column.
#[test]
fn a_number_that_a_workbook_has_rounded_is_refused() {
    for (value, format, said) in [
        (
            9_007_199_254_740_993.0,
            "General",
            Some("“9007199254740992”"),
        ),
        (-9_007_199_254_740_993.0, "0", Some("“-9007199254740992”")),
        (9_007_199_254_740_993.0, "0%", Some("“9007199254740992”")),
        (1e300, "General", Some("“1000000000000")),
        (9_007_199_254_740_991.0, "General", None),
        (-9_007_199_254_740_991.0, "0", None),
    ] {
        let read = figure_of_2031("ours.xlsx", &book(value, format, ""));
        match said {
            None => assert_eq!(read, Ok(Some(value)), "{format}"),
            Some(quoted) => {
                let read = read.expect_err(quoted);
                let why = format!("ours.xlsx:Sheet1!C2: {quoted}");
                assert!(read.starts_with(&why), "{read}");
                assert!(read.contains("is too large or too long to be held exactly"));
            }
        }
    }
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["任务", "牵头单位", "联系人"]) {
        sheet.write(0, column, heading).expect("a heading");
    }
    sheet.write(1, 0, "M1").expect("a cell");
    sheet.write(1, 1, "works").expect("a cell");
    sheet
        .write(1, 2, 110_101_199_001_011_234.0)
        .expect("a cell");
    let bytes = book.save_to_buffer().expect("a workbook");
    let said = under("ours.xlsx", &bytes).expect_err("it is refused");
    let said = render_all(&said, Lang::En).concat();
    assert!(
        said.starts_with("ours.xlsx:Sheet1!C2: “1101011990010112"),
        "{said}"
    );
}

/// A plan's figure of any size comes back from a workbook.
#[test]
fn a_large_figure_comes_back_from_a_workbook() {
    for figure in ["9007199254740991", "9007199254740992", "-1e21", "1.5e300"] {
        let plan = SMALL.replace("900.5", figure);
        let plan = attempt(plan.as_bytes(), &[]).expect("it is read");
        let book = workbook(&pages(&plan, Lang::En), &[], "").expect("it fits");
        let again = Input {
            name: "p.xlsx",
            bytes: &book,
        };
        let again = load(again, &[]).unwrap_or_else(|problems| panic!("{figure}: {problems:?}"));
        assert_eq!(to_json(&again), to_json(&plan), "{figure}");
    }
}

/// Of a zero the sign says nothing.
#[test]
fn a_zero_is_shown_without_a_sign() {
    let plan = SMALL.replace("412", "-0.0");
    let plan = attempt(plan.as_bytes(), &[]).expect("it is read");
    let node = plan.find("GA1").expect("the item");
    for lang in [Lang::En, Lang::Zh] {
        let shown = markdown(&plan, node, Names::from(lang).into(), 1);
        assert!(shown.contains("2025") && !shown.contains("-0"), "{shown}");
    }
}
