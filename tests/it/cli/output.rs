//! What commands write: in colour or not, in columns, as tables for programs.

use plan::cli::args::Format;
use plan::cli::layout::{Cells, rows};
use plan::cli::output::{Out, colored};
use plan::cli::table;
use plan::config::When;
use plan::describe::TextRole;
use plan::model::defused;

#[test]
fn colour_is_the_flag_then_the_environment_then_the_terminal() {
    let env = |set: &'static [&'static str]| {
        move |name: &str| set.contains(&name).then(|| "1".to_owned())
    };
    let of = |set, when, terminal| colored(&env(set), when, terminal);
    assert!(of(&["TERM"], When::Auto, true));
    assert!(!of(&["TERM"], When::Auto, false));
    assert!(!of(&["TERM", "NO_COLOR"], When::Auto, true));
    assert!(of(&["NO_COLOR"], When::Always, false));
    assert!(of(&["CLICOLOR_FORCE"], When::Auto, false));
    assert!(!of(&["CLICOLOR_FORCE", "NO_COLOR"], When::Auto, true));
    assert!(!of(&["CLICOLOR_FORCE"], When::Never, true));
}

fn laid_out(columns: Option<usize>, table: &[&[&str]]) -> String {
    let mut bytes = Vec::new();
    let mut out = Out::to(&mut bytes);
    out.width = columns;
    let table: Vec<Cells> = table
        .iter()
        .map(|row| {
            row.iter()
                .map(|text| (TextRole::Plain, (*text).to_owned()))
                .collect()
        })
        .collect();
    rows(&mut out, 0, &table).expect("memory");
    drop(out);
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn columns_stand_below_one_another() {
    let table: &[&[&str]] = &[
        &["P1", "项目", "五"],
        &["P10", "project", "ten"],
        &["X", "y", ""],
    ];
    assert_eq!(
        laid_out(None, table),
        "P1   项目     五\nP10  project  ten\nX    y\n"
    );
}

#[test]
fn the_last_column_wraps_on_a_terminal_only() {
    let table: &[&[&str]] = &[&["P1", "one two three four five six"]];
    assert_eq!(laid_out(None, table), "P1  one two three four five six\n");
    assert_eq!(
        laid_out(Some(20), table),
        "P1  one two three\n    four five six\n"
    );
}

#[test]
fn a_bar_is_never_broken() {
    let bar = "████████┃███";
    let row = vec![
        (TextRole::Plain, "a long name of an indicator".to_owned()),
        (TextRole::Bar, bar.to_owned()),
        (
            TextRole::Plain,
            "a long text on its latest value".to_owned(),
        ),
        (TextRole::Plain, "reached".to_owned()),
    ];
    for columns in [40, 60, 80] {
        let mut bytes = Vec::new();
        let mut out = Out::to(&mut bytes);
        out.width = Some(columns);
        rows(&mut out, 0, std::slice::from_ref(&row)).expect("memory takes it");
        out.flush().expect("memory takes it");
        drop(out);
        let text = String::from_utf8(bytes).expect("text");
        assert!(text.contains(bar), "{text}");
    }
}

fn written(format: Format, row: &[&str]) -> String {
    let mut bytes = Vec::new();
    let mut out = Out::to(&mut bytes);
    let row = row.iter().map(|&cell| cell.to_owned()).collect();
    table::write(&mut out, format, &["a", "b"], [row]).expect("memory");
    drop(out);
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_cell_is_no_formula_and_no_second_cell() {
    assert_eq!(
        written(Format::Csv, &["=1+1", "五, \"x\""]),
        "\u{feff}a,b\n'=1+1,\"五, \"\"x\"\"\"\n"
    );
    assert_eq!(
        written(Format::Csv, &["a;=1", "b\t=1"]),
        "\u{feff}a,b\n\"a;=1\",\"b\t=1\"\n"
    );
    for cell in ["|x", "%x", "｜x", " =1", "\u{3000}@x", "％x", "\tx", "'=x"] {
        assert_eq!(defused(cell), format!("'{cell}"));
    }
    for cell in ["a=b", "50%", "x|y", "“十四五”"] {
        assert_eq!(defused(cell), cell);
    }
    assert_eq!(written(Format::Csv, &["", "-2"]), "\u{feff}a,b\n,'-2\n");
    assert_eq!(written(Format::Tsv, &["x\ty", "z\n"]), "a\tb\nx y\tz \n");
    // Spreadsheets take the quotation marks around a cell away.
    assert_eq!(
        written(Format::Tsv, &["\"=1+1\"", "\"x\" y"]),
        "a\tb\n'\"=1+1\"\t\"x\" y\n"
    );
    assert_eq!(
        written(Format::Markdown, &["x|y", "<b>"]),
        "| a | b |\n| --- | --- |\n| x\\|y | \\<b\\> |\n"
    );
}
