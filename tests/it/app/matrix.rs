//! The matrix as it is drawn: every cell under the head of its own item and beside the name of its
//! own body, however far it is scrolled, filtered or resized.

use std::collections::{HashMap, HashSet};

use crate::facts::{Facts, Stated, str};
use crate::ui::{Ui, options};
use plan::app::{MatrixView, Motion, Msg, Step, Subject};
use plan::describe::short_name;
use plan::model::{Lang, Node, Role};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

#[test]
fn it_opens_at_the_item_it_is_asked_for() {
    for id in ["P3", "T6", "A10"] {
        let ui = start(80, 24).press(&format!("{id}<enter><space>m"));
        let (_, item, row) = ui
            .app
            .matrix_view()
            .and_then(MatrixView::current)
            .expect("a cell");
        assert_eq!(ui.app.plan().id(Node::Item(item)), id);
        assert!(row.is_some(), "{id}: an organisation that is responsible");
    }
}

/// The line above the heads names the column under the cursor, and on a narrow screen the column alone.
#[test]
fn the_column_under_the_cursor_is_named() {
    for (width, height) in [(80, 24), (60, 20), (40, 12), (30, 8)] {
        for lang in [Lang::En, Lang::Zh] {
            let mut ui = Ui::with(width, height, options(lang)).press("<esc><space>m");
            for _ in 0..10 {
                let (_, item, _) = ui
                    .app
                    .matrix_view()
                    .and_then(MatrixView::current)
                    .expect("a cell");
                let named = Node::Item(item);
                let named = format!(
                    "{} {}",
                    ui.app.plan().id(named),
                    ui.app.plan().label(named, lang)
                );
                let named: String = named.chars().take(24).collect();
                let joined = |text: &str| text.split_whitespace().collect::<String>();
                let frame = joined(&ui.frame());
                assert!(frame.contains(&joined(&named)), "{named}: {}", ui.frame());
                ui = ui.press("<right>");
            }
        }
    }
}

/// While a filter hides a part of the matrix, Esc is said to show all of it.
#[test]
fn a_filtered_matrix_says_how_to_see_all() {
    for (lang, all) in [(Lang::En, "show all"), (Lang::Zh, "显示全部")] {
        let ui = Ui::with(80, 24, options(lang)).press("<esc><space>m");
        let joined = |ui: &Ui| ui.frame().split_whitespace().collect::<String>();
        let all: String = all.split_whitespace().collect();
        assert!(!joined(&ui).contains(&all), "{}", ui.frame());
        for keys in ["<space>ndata", "<enter>"] {
            let ui = Ui::with(80, 24, options(lang)).press("<esc><space>m<space>ndata");
            let ui = if keys == "<enter>" {
                ui.press(keys)
            } else {
                ui
            };
            assert!(joined(&ui).contains(&all), "{keys}: {}", ui.frame());
        }
    }
}

/// A filter may name what another kind has.
#[test]
fn an_empty_matrix_names_the_kinds_that_it_has() {
    for (lang, said) in [
        (
            Lang::En,
            "Tasks: no responsibility matches “p1”. Tab shows it in: Projects.",
        ),
        (
            Lang::Zh,
            "重大任务：没有与“p1”相符的责任关系。按 Tab 可在以下类别查看：重点工程。",
        ),
    ] {
        let ui = Ui::with(80, 24, options(lang)).press("<esc><space>m<space>np1");
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        assert!(
            joined(&ui.frame()).contains(&joined(said)),
            "{}",
            ui.frame()
        );
        let ui = ui.press("<tab>");
        assert_eq!(
            ui.app.matrix_view().map(|grid| grid.counts().1 > 0),
            Some(true)
        );
    }
}

/// Every cell of every kind, read from one large frame, against the plan's file.
#[test]
fn the_drawn_matrix_is_the_file_s() {
    let facts = Facts::shipped();
    let stated: HashMap<(String, String), Stated> = facts
        .stated()
        .into_iter()
        .map(|one| ((one.body.clone(), one.item.clone()), one))
        .collect();
    let mut ui = start(200, 80).press("<esc><space>m");
    let mut cells = 0;
    let mut kinds = HashSet::new();
    // Tab goes round the kinds that somebody answers for.
    loop {
        let drawn = read(&ui);
        let kind = ui
            .app
            .matrix_view()
            .and_then(MatrixView::kind)
            .expect("a kind");
        let kind = ui.app.plan()[kind].id.to_string();
        let ids = facts.ids(&[&kind]);
        if !kinds.insert(kind) {
            break;
        }
        let heads: Vec<&String> = drawn.heads.iter().map(|(id, _)| id).collect();
        assert_eq!(heads, ids.iter().collect::<Vec<_>>());
        assert!(!drawn.rows.is_empty(), "an empty table:\n{}", ui.frame());
        for (sign, counts, roles) in &drawn.rows {
            let abbr = |body: &&serde_json::Value| facts.abbr(str(&body["id"])) == sign;
            let body = facts
                .list("bodies")
                .iter()
                .find(abbr)
                .expect("the body is in the file");
            let mut counted = [0, 0];
            for (item, role) in roles {
                let expected = stated.get(&(str(&body["id"]).to_owned(), item.clone()));
                assert_eq!(
                    role.as_deref(),
                    expected.map(|one| one.role.as_str()),
                    "{sign} {item}"
                );
                cells += usize::from(role.is_some());
                // Who answered until a year is shown, and not counted.
                let today = expected.is_some_and(|one| !one.former);
                counted[0] += usize::from(today && role.as_deref() == Some("lead"));
                counted[1] += usize::from(today && role.as_deref() == Some("support"));
            }
            assert_eq!(counts, &format!("{}/{}", counted[0], counted[1]), "{sign}");
        }
        ui = ui.press("<tab>");
    }
    let expected = stated.values().filter(|one| one.item != "PLAN").count();
    assert_eq!(cells, expected, "a cell was left out");
}

#[test]
fn cells_open_who_answers_and_the_way_back_leads_to_the_cell() {
    let ui = start(80, 24).press("<esc><space>m<right*4><down*2>");
    let before = ui.frame();
    let at = ui
        .app
        .matrix_view()
        .and_then(MatrixView::current)
        .expect("a cell");
    let ui = ui.press("<enter>");
    assert!(ui.app.matrix_view().is_none());
    assert_eq!(ui.app.node(), Some(Node::Item(at.1)));
    let ui = ui.press("<backspace>");
    assert_eq!(ui.app.matrix_view().and_then(MatrixView::current), Some(at));
    assert_eq!(ui.frame(), before);
}

#[test]
fn typing_narrows_bodies_and_items() {
    let ui = start(80, 24).press("<esc><space>m").press("<space>nmiit");
    let grid = ui.app.matrix_view().expect("the matrix");
    let names: Vec<String> = grid
        .visible_rows()
        .map(|(_, line)| ui.app.plan()[line.body].abbr.to_string())
        .collect();
    assert_eq!(names, ["MIIT"]);
    let ui = ui.press("<ctrl-u>t6");
    let drawn = read(&ui);
    assert_eq!(drawn.heads.len(), 1, "{}", ui.frame());
    assert!(
        drawn.rows.iter().all(|(.., roles)| roles[0].1.is_some()),
        "{}",
        ui.frame()
    );
    let ui = ui.press("<ctrl-u>zzzz");
    assert_eq!(ui.app.matrix_view().map(MatrixView::counts), Some((0, 0)));
    let said = ui.frame();
    assert!(said.contains("“zzzz”"), "{said}");
    let ui = ui.press("<enter><down><right><esc>");
    assert!(
        ui.app
            .matrix_view()
            .is_some_and(|grid| grid.counts().0 > 0 && !grid.typing())
    );
}

#[test]
fn the_language_keeps_the_cell() {
    let ui = start(80, 24).press("<esc><space>m<tab><down*3><right*2>");
    let at = ui.app.matrix_view().and_then(MatrixView::current);
    let ui = ui.press("<space>z");
    assert_eq!(ui.app.lang(), Lang::Zh);
    assert_eq!(ui.app.matrix_view().and_then(MatrixView::current), at);
    let ui = ui.resize(40, 12).resize(80, 24).press("<f2>");
    assert_eq!(ui.app.matrix_view().and_then(MatrixView::current), at);
}

#[test]
fn enter_takes_the_filter_then_opens() {
    for (lang, filter, id) in [(Lang::En, "p1", "P1"), (Lang::Zh, "p1", "P1")] {
        let ui = Ui::with(80, 24, options(lang)).press("<esc><space>m<tab><end><down*9><space>n");
        let ui = ui.press(&format!("{filter}<enter>"));
        let grid = ui.app.matrix_view().expect("the matrix stays");
        assert!(!grid.typing() && grid.input().value() == filter);
        let (_, item, role) = grid.current().expect("a cell");
        assert_eq!(ui.app.plan().id(Node::Item(item)), id);
        assert!(role.is_some(), "a cell that says something");
        let opened = ui.press("<enter>");
        assert!(opened.app.matrix_view().is_none());
        assert_eq!(opened.app.node(), Some(Node::Item(item)));
        // Back at the cells, Esc takes the filter away and keeps the cell, and then leaves.
        let ui = opened.press("<backspace><esc>");
        let grid = ui.app.matrix_view().expect("the matrix stays");
        assert_eq!(grid.input().value(), "");
        assert_eq!(grid.current().map(|cell| cell.1), Some(item));
        assert!(ui.press("<esc>").app.matrix_view().is_none());
    }
    // Nothing is left to choose from: the filter keeps the keys.
    let ui = start(80, 24).press("<esc><space>m<space>nzzzz<enter>");
    assert_eq!(ui.app.matrix_view().map(MatrixView::typing), Some(true));
}

/// Where the filter leaves a single cell, there is nothing to choose.
#[test]
fn enter_in_the_filter_opens_a_single_cell() {
    for (lang, filter, body, item, foot) in [
        (Lang::En, "moe t8", "moe", "T8", "Enter open"),
        (Lang::Zh, "工信部 t4", "miit", "T4", "Enter 打开"),
    ] {
        let ui = Ui::with(80, 24, options(lang)).press("<esc><space>m<space>n");
        assert!(!ui.frame().contains(foot), "{}", ui.frame());
        let ui = ui.press(filter);
        assert!(ui.frame().contains(foot), "{}", ui.frame());
        let opened = ui.press("<enter>");
        let plan = opened.app.plan();
        let subject = plan.find(item).map(Subject::Who);
        assert_eq!(opened.app.detail().subject(), subject, "{filter}");
        // The body is at hand, and the way back leads to the cells.
        let body = plan.find(body);
        let next = opened.press("<enter>");
        assert_eq!(next.app.node(), body, "{filter}");
        let back = next.press("<backspace><backspace>");
        let grid = back.app.matrix_view().expect("the matrix");
        assert!(!grid.typing() && grid.input().value() == filter);
    }
}

/// What is typed over the matrix is searched for; where it names a cell, Enter leads there.
#[test]
fn a_cell_that_is_named_over_the_matrix_is_offered() {
    for (lang, typed, cell, said) in [
        (Lang::En, "MOE T8", ["moe", "T8"], "MOE × T8 in the matrix"),
        (
            Lang::Zh,
            "教育部 数字公共服务",
            ["moe", "P16"],
            "在矩阵中查看 教育部 × P16",
        ),
    ] {
        for (width, height) in [(40, 12), (80, 24)] {
            let over = || Ui::with(width, height, options(lang)).press("<esc><space>m");
            let ui = over().paste(typed);
            assert!(ui.app.matrix_view().is_none());
            assert!(ui.frame().contains(said), "{}", ui.frame());
            let first = ui.app.list().rows()[0].node;
            let ui = ui.press("<enter>");
            let grid = ui.app.matrix_view().expect("the matrix");
            let (body, item, _) = grid.current().expect("a cell");
            let plan = ui.app.plan();
            let here = [plan.id(Node::Body(body)), plan.id(Node::Item(item))];
            assert_eq!(here, cell);
            // Its filter goes, and then the matrix.
            let ui = ui.press("<esc>");
            assert!(
                ui.app
                    .matrix_view()
                    .is_some_and(|grid| grid.counts() > (1, 1))
            );
            // What was found is opened as ever.
            let ui = over().paste(typed).press("<down><enter>");
            assert_eq!(ui.app.node(), Some(first));
            // Elsewhere, and for what is no name, nothing is offered.
            for ui in [over().paste("quantum"), over().press("<esc>").paste(typed)] {
                assert!(!ui.app.is_above_rows(), "{}", ui.frame());
            }
        }
    }
}

/// A row has a name too; a name that others begin with is the one that is meant.
#[test]
fn a_row_that_is_named_over_the_matrix_is_offered() {
    for (lang, typed, said, counts) in [
        (Lang::En, "MOE", "MOE in the matrix", (1, 10)),
        (
            Lang::Zh,
            "教育部 产业数字化",
            "在矩阵中查看 教育部 × T5",
            (1, 2),
        ),
        (
            Lang::Zh,
            "教育部和任务8",
            "在矩阵中查看 教育部 × T8",
            (1, 1),
        ),
    ] {
        let ui = Ui::with(80, 24, options(lang))
            .press("<esc><space>m")
            .paste(typed);
        assert!(ui.frame().contains(said), "{}", ui.frame());
        let ui = ui.press("<enter>");
        assert_eq!(
            ui.app.matrix_view().map(MatrixView::counts),
            Some(counts),
            "{typed}"
        );
    }
}

/// A cell without a role is one too; and what is named over a row is looked for in that row.
#[test]
fn a_cell_without_a_role_and_one_of_the_row_are_offered() {
    for (lang, typed, said) in [
        (Lang::En, "MOE T7", "MOE has no role in T7"),
        (Lang::Zh, "教育部×T1", "教育部 不承担 T1"),
    ] {
        let ui = Ui::with(80, 24, options(lang))
            .press("<esc><space>m")
            .paste(typed);
        assert_eq!(ui.app.search_notes().len(), 1, "{}", ui.frame());
        let ui = ui.press("<enter>");
        assert!(ui.frame().contains(said), "{}", ui.frame());
    }
    let row = start(80, 24)
        .press("<esc><space>m")
        .paste("MOE")
        .press("<enter>");
    let ui = row.paste("T8").press("<enter>");
    let grid = ui.app.matrix_view().expect("the matrix");
    assert_eq!(grid.counts(), (1, 1));
    let (body, item, _) = grid.current().expect("a cell");
    let plan = ui.app.plan();
    assert_eq!(
        [plan.id(Node::Body(body)), plan.id(Node::Item(item))],
        ["moe", "T8"]
    );
}

/// Where this kind has nothing of what the filter names, those that have are named, and Tab shows them.
#[test]
fn an_empty_matrix_leads_to_the_kind_that_has_it() {
    let ui = start(80, 24).press("<esc><space>m<space>n").paste("zzzz");
    assert!(!ui.frame().contains("shows it in"), "{}", ui.frame());
    let ui = start(80, 24).press("<esc><space>m<space>n").paste("cac a7");
    let frame = ui.frame();
    assert!(frame.contains("Tab shows it in: Actions."), "{frame}");
    let grid = ui.press("<tab>").app.matrix_view().map(MatrixView::counts);
    assert_eq!(grid, Some((1, 1)));
}

/// What can happen to a matrix that is shown.
#[derive(Clone, Debug)]
enum Move {
    Rows(Motion),
    Columns(Motion),
    Kind(Step),
    Filter(&'static str),
    Clear,
    Lang,
    Basis,
    Resize(u16, u16),
}

fn a_motion() -> impl Strategy<Value = Motion> {
    use Motion::{First, HalfDown, HalfUp, Last, Next, PageDown, PageUp, Prev};
    prop::sample::select(vec![
        First, HalfDown, HalfUp, Last, Next, PageDown, PageUp, Prev,
    ])
}

fn a_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        6 => a_motion().prop_map(Move::Rows),
        6 => a_motion().prop_map(Move::Columns),
        1 => prop::sample::select(vec![Step::Next, Step::Prev]).prop_map(Move::Kind),
        1 => prop::sample::select(vec!["miit", "p1", "数据", "n", "digital"]).prop_map(Move::Filter),
        1 => Just(Move::Clear),
        1 => Just(Move::Lang),
        1 => Just(Move::Basis),
        2 => (0u16..130, 0u16..45).prop_map(|(width, height)| Move::Resize(width, height)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_head_ever_stands_over_another_s_column(moves in prop::collection::vec(a_move(), 1..40)) {
        let mut ui = start(80, 24).press("<esc><space>m<space>n");
        for step in moves {
            match step.clone() {
                Move::Rows(motion) => ui.send(Msg::Move(motion)),
                Move::Columns(motion) => ui.send(Msg::MoveColumn(motion)),
                Move::Kind(step) => ui.send(Msg::Pane(step)),
                Move::Filter(text) => ui.send(Msg::Paste(text.to_owned())),
                Move::Clear => ui = ui.press("<ctrl-e><ctrl-u>"),
                Move::Lang => ui.send(Msg::Lang),
                Move::Basis => ui.send(Msg::Basis),
                Move::Resize(width, height) => ui.send(Msg::Resize(Size::new(width, height))),
            }
            let grid = ui.app.matrix_view().expect("the matrix stays");
            prop_assert!(grid.holds(), "{step:?}");
            check(&ui)?;
        }
    }
}

/// Compares every cell that is drawn with the role that the plan gives to the item whose id stands
/// above it and the body whose name stands before it.
fn check(ui: &Ui) -> Result<(), TestCaseError> {
    let app = &ui.app;
    let grid = app.matrix_view().expect("the matrix is shown");
    if app.notice().is_some() || grid.counts().0 == 0 {
        return Ok(());
    }
    let drawn = read(ui);
    let shape = grid.shape();
    let (bodies, items) = grid.counts();
    if app.size().width >= 24 && app.size().height >= 5 {
        prop_assert_eq!(drawn.rows.len(), bodies.min(shape.rows), "{}", ui.frame());
        let heads = drawn.heads.len() + 1;
        prop_assert!(heads >= items.min(shape.columns), "{}", ui.frame());
    }
    let lines: Vec<_> = grid.visible_rows().map(|(_, line)| line).collect();
    for ((sign, _, roles), line) in drawn.rows.iter().zip(lines) {
        let name = short_name(app.plan(), line.body, app.lang());
        let shown = sign.trim_end_matches('…');
        prop_assert!(
            name.starts_with(shown),
            "{name} is drawn as {sign}\n{}",
            ui.frame()
        );
        for (item, role) in roles {
            let node = app.plan().find(item);
            prop_assert!(node.is_some(), "no such item: {item}\n{}", ui.frame());
            let known = app.plan().responsible(node.expect("it is there"));
            let known = known.iter().find(|one| one.body == line.body);
            let row = known.and_then(|one| app.basis().shown(one));
            let expected = row.map(|row| word(row.role));
            prop_assert_eq!(
                role.as_deref(),
                expected,
                "{} {}\n{}",
                sign,
                item,
                ui.frame()
            );
        }
    }
    Ok(())
}

fn word(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Support => "support",
        Role::Issuer => "issuer",
        Role::Unstated => "",
    }
}

/// For each head its id and the role in the cell.
type Cells = Vec<(String, Option<String>)>;

/// A matrix read from a frame.
struct Drawn {
    /// Ids above the columns, and the column of the screen at which each begins.
    heads: Vec<(String, u16)>,
    /// The name at the left, the counts, and for each head its id and the role in the cell.
    rows: Vec<(String, String, Cells)>,
}

/// Reads heads and cells by their places on the screen alone.
fn read(ui: &Ui) -> Drawn {
    let area = ui.app.areas().detail.expect("the matrix has a pane");
    let buffer = ui.buffer();
    let shape = ui.app.matrix_view().expect("the matrix is shown").shape();
    let left = shape.head;
    let signs = left.saturating_sub(1 + shape.name + plan::app::COUNTS);
    let mut heads: Vec<(String, u16)> = Vec::new();
    let mut rows = Vec::new();
    let line = |y: u16| {
        Rect {
            y: area.y + y,
            height: 1,
            ..area
        }
        .intersection(area)
    };
    if area.height < 2 || area.width <= left {
        return Drawn { heads, rows };
    }
    let mut after_blank = true;
    for x in area.x + left..area.right() {
        let symbol = buffer[(x, line(1 + shape.names).y)].symbol().to_owned();
        let blank = symbol.trim().is_empty();
        match heads.last_mut() {
            _ if blank => {}
            Some((id, _)) if !after_blank => id.push_str(&symbol),
            _ => heads.push((symbol, x)),
        }
        after_blank = blank;
    }
    // A head that is cut at the right edge names no item.
    heads.retain(|(id, _)| !id.ends_with('…'));
    let cells = 2 + shape.names..area.height - u16::from(shape.totals);
    for y in cells.take(shape.rows) {
        let text = crate::ui::dump_area(
            &buffer,
            Rect {
                width: left,
                ..line(y)
            },
        );
        let text = text.trim_end().get(1..).unwrap_or_default();
        if text.is_empty() {
            break;
        }
        let sign = crate::ui::dump_area(
            &buffer,
            Rect {
                x: area.x + 1,
                width: signs,
                ..line(y)
            },
        );
        let counts = text.rsplit(' ').next().unwrap_or_default();
        let roles = heads
            .iter()
            .map(|(id, x)| (id.clone(), role(&buffer, *x, area.y + y)))
            .collect();
        rows.push((sign.trim().to_owned(), counts.to_owned(), roles));
    }
    Drawn { heads, rows }
}

fn role(buffer: &Buffer, x: u16, y: u16) -> Option<String> {
    match buffer[(x, y)].symbol() {
        "●" | "○" => Some("lead".to_owned()),
        "■" | "□" => Some("support".to_owned()),
        "◆" | "◇" => Some("issuer".to_owned()),
        "·" => None,
        other => panic!("{other:?} is no cell, at {x}, {y}"),
    }
}

fn start(width: u16, height: u16) -> Ui {
    Ui::with(width, height, options(Lang::En))
}
