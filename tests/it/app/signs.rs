//! What stands in rows and bars: leads beside names, names in full, signs that are explained.

use crate::ui::{Ui, options};
use plan::model::Lang;

/// Who leads is the first question: every row of an item that has a lead names one, whatever its
/// name, on the ordinary screen too. What is cut says so.
#[test]
fn a_row_with_a_long_name_keeps_a_short_lead() {
    use plan::describe::{leading, short_name};
    use plan::model::{BasisFilter, Node};
    for (lang, tabs) in [(Lang::En, 10), (Lang::Zh, 10)] {
        let mut seen = 0;
        for tab in 0..tabs {
            let ui = Ui::with(80, 24, options(lang)).press(&format!("<esc><ctrl-right*{tab}>"));
            let area = ui.app.areas().list.expect("the list shows");
            let text = crate::ui::dump_area(&ui.buffer(), area);
            for ((_, row), line) in ui.app.list().visible().zip(text.lines()) {
                let leads = leading(ui.app.plan(), row.node, BasisFilter::All);
                let (Node::Item(id), Some(first)) = (row.node, leads.first()) else {
                    continue;
                };
                let lead = short_name(ui.app.plan(), first.body, lang);
                assert!(
                    line.contains(&lead),
                    "{lead} is not in {line:?}\n{}",
                    ui.frame()
                );
                let name = ui.app.plan().label(Node::Item(id), lang);
                assert!(line.contains(name) || line.contains('…'), "{line:?}");
                seen += 1;
            }
        }
        assert!(seen > 80, "only {seen} rows");
    }
}

/// Each sign says what it means on the screen that has it, and in the help.
#[test]
fn signs_are_explained_where_they_stand() {
    for (lang, matrix, charts, help, compared) in [
        (
            Lang::En,
            ["↓ more", "how many ●/■ ", "\n Organisations  ", "● leads"],
            "bar: latest value (░ baseline: no later figure); ┃ target  ~ partly confirmed",
            ["leads, supports, issued", "partly confirmed, unconfirmed"],
            "= both  * inferred",
        ),
        (
            Lang::Zh,
            ["↓ 未显示完", "项数 ●/■ ", "\n 机构数  ", "● 牵头"],
            "条形：最新值（░ 基期值，无后续数据）；┃ 目标值  ~ 部分核实",
            ["牵头、配合、印发", "部分核实、待核实"],
            "= 两者均有  * 推定",
        ),
    ] {
        for (width, height) in [(80, 24), (120, 30)] {
            let at = |keys| Ui::with(width, height, options(lang)).press(keys).frame();
            let frame = at("<esc><space>m");
            for said in matrix {
                assert!(frame.contains(said), "{said}: {frame}");
            }
            assert!(!frame.contains('Σ'), "{frame}");
            let frame = at("<esc><space>i");
            assert!(frame.contains(charts), "{frame}");
            assert_eq!(
                frame.matches("┃ target").count() + frame.matches("┃ 目标值").count(),
                1
            );
        }
        let keys = "<esc><space>/miit<enter><space>c<space>/ndrc<enter><space>c";
        let frame = Ui::with(80, 24, options(lang)).press(keys).frame();
        assert!(frame.contains(compared), "{frame}");
        let keys = ["<esc><space>i?", "<esc><space>m?"];
        for frame in keys.map(|keys| Ui::with(80, 70, options(lang)).press(keys).frame()) {
            for said in help {
                assert!(frame.contains(said), "{said}: {frame}");
            }
        }
    }
}

#[test]
fn the_indicators_are_named_in_full_where_they_have_a_row_each() {
    for lang in [Lang::En, Lang::Zh] {
        let ui = Ui::with(120, 40, options(lang)).press("<esc><space>i");
        let frame = ui.frame();
        let plan = ui.app.plan();
        let measured = plan.items().filter(|(_, item)| item.measure.is_some());
        for (id, _) in measured {
            let name = plan.label(plan::model::Node::Item(id), lang);
            assert!(frame.contains(name), "{name}: {frame}");
        }
    }
}

/// A figure for each year of an indicator: one bar that can be read, not a row of short ones.
#[test]
fn many_figures_share_one_bar_in_a_narrow_pane() {
    for lang in [Lang::En, Lang::Zh] {
        let bars = |width, id: &str| {
            let ui = Ui::with(width, 60, options(lang)).press(&format!("{id}<enter>"));
            ui.page().iter().filter(|line| line.contains("██")).count()
        };
        assert_eq!(bars(80, "i2"), 1);
        assert!(bars(120, "i2") > 3);
    }
}

/// What is kept together on a line breaks between its words where no line has room for it.
#[test]
fn no_word_of_the_overview_breaks() {
    for width in [40, 60, 80] {
        let ui = Ui::with(width, 24, options(Lang::En)).press("<esc><space>o");
        let page = ui.page().join("\n");
        assert!(page.contains("measure)"), "{page}");
    }
}
