//! Commands that are typed as words, over a list or a page, and beside a question.

use plan::app::{Context, Effect, Focus};
use plan::model::Lang;

use super::{id, shows, start, typed};
use crate::ui::{Ui, options};

fn chinese() -> Ui {
    Ui::with(80, 24, options(Lang::Zh))
}

fn copied(ui: &Ui) -> &str {
    match ui.effects.last() {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied: {other:?}\n{}", ui.frame()),
    }
}

/// A command that is typed over a list acts on that list, which stands there again.
#[test]
fn a_command_acts_on_the_list_over_which_it_was_typed() {
    for (ui, keys) in [
        (chinese(), "教育部牵头什么<tab>复制<enter>"),
        (start(), "what does moe lead<tab>copy<enter>"),
        (
            start(),
            "what does moe lead<tab>how do i copy this list<enter>",
        ),
    ] {
        let ui = ui.press(keys);
        let text = copied(&ui);
        assert!(text.contains("T8") && !text.contains("T1 "), "{text}");
        assert!(
            !typed(&ui).is_empty() && ui.app.focus() == Focus::List,
            "{}",
            ui.frame()
        );
    }
    // The same of a page and of the matrix.
    let ui = start().press("moe<enter>");
    let by_key = copied(&ui.press("<space>s")).to_owned();
    let ui = start().press("moe<enter>copy<enter>").on_node("moe");
    assert_eq!(copied(&ui), by_key);
    assert_eq!(ui.app.focus(), Focus::Detail);
}

/// What stands beside a question acts on its answer, and takes no filter from it.
#[test]
fn a_command_beside_a_question_acts_on_its_answer() {
    for question in ["复制教育部牵头的工程", "教育部牵头的工程，复制"] {
        let ui = chinese().press(question);
        shows(&ui, "牵头:教育部");
        shows(&ui, "复制简表");
        let ui = ui.press("<enter>");
        let text = copied(&ui);
        assert!(!text.contains("T8"), "{text}");
        assert_eq!(typed(&ui), question);
    }
    for question in [
        "copy what moe leads",
        "what does moe lead, copy",
        "print what moe leads",
    ] {
        let ui = start().press(question);
        shows(&ui, "lead:MOE");
        assert_eq!(
            id(&ui, ui.row()).as_deref(),
            Some("moe"),
            "{question}\n{}",
            ui.frame()
        );
    }
    let ui = start().press("copy what moe leads<enter>");
    assert!(copied(&ui).contains("T8"), "{}", copied(&ui));
    let ui = chinese().press("教育部 矩阵");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("moe"));
    let ui = ui.press("<enter>");
    assert_eq!(ui.app.context(), Context::Matrix);
    let cell = ui
        .app
        .matrix_view()
        .and_then(plan::app::MatrixView::current);
    let moe = ui.app.plan().find("moe");
    assert_eq!(cell.map(|(body, ..)| plan::model::Node::Body(body)), moe);
}

/// Back, close and quit by their words, in both languages and in pinyin.
#[test]
fn ways_out_have_words() {
    for (ui, word) in [
        (chinese(), "返回"),
        (start(), "go back"),
        (chinese(), "fanhui"),
    ] {
        let ui = ui.press(&format!("T6<enter><esc>T8<enter>{word}<enter>"));
        assert_eq!(typed(&ui), "T8");
        assert_eq!(ui.app.focus(), Focus::List, "{}", ui.frame());
    }
    // The way is said, and nothing is guessed, where there is no way back yet.
    for (ui, question) in [
        (start(), "go back"),
        (start(), "how to go back"),
        (start(), "how do I go back?"),
        (chinese(), "怎么返回"),
        (chinese(), "返回"),
    ] {
        let ui = ui.press(question);
        shows(&ui, "Backspace");
        assert!(!ui.frame().contains("A3"), "{question}\n{}", ui.frame());
        let ui = ui.press("<enter>");
        assert_eq!(typed(&ui), "", "{}", ui.frame());
    }
    for (ui, word) in [
        (chinese(), "关闭"),
        (start(), "close"),
        (chinese(), "guanbi"),
    ] {
        let ui = ui.press(&format!("T8<enter>{word}<enter>"));
        assert!(
            ui.effects
                .iter()
                .all(|effect| !matches!(effect, Effect::Quit))
        );
        assert_ne!(ui.app.focus(), Focus::Detail, "{}", ui.frame());
    }
    for (ui, word) in [(chinese(), "tuichu"), (start(), "close the program")] {
        let ui = ui.press(&format!("{word}<enter>"));
        assert!(matches!(ui.effects.last(), Some(Effect::Quit)), "{word}");
    }
    shows(&chinese().press("bijiao"), "比较");
    shows(&chinese().press("yingwen"), "English");
}

#[test]
fn a_file_is_made_in_the_shell() {
    for word in ["导出", "打印", "保存"] {
        let ui = chinese().press(word);
        shows(&ui, "plan export");
        assert!(!ui.frame().contains("规划中没有"), "{}", ui.frame());
    }
    for word in ["export", "print this", "save"] {
        shows(&start().press(word), "plan export");
    }
}

/// The screen's own signs are explained by the help.
#[test]
fn signs_are_explained() {
    for (ui, question) in [
        (chinese(), "星号什么意思"),
        (start(), "what do the stars mean"),
    ] {
        let ui = ui.press(question).press("<enter>");
        assert_eq!(
            ui.app.context(),
            Context::Menu,
            "{question}\n{}",
            ui.frame()
        );
    }
}

/// Pinyin asks for a command whatever its words are marked for, and for the other language.
#[test]
fn commands_are_asked_for_in_pinyin() {
    let ui = start().press("zhongwen<enter>");
    assert_eq!(ui.app.lang(), Lang::Zh, "{}", ui.frame());
    let ui = chinese().press("yingwen<enter>");
    assert_eq!(ui.app.lang(), Lang::En, "{}", ui.frame());
    let ui = start().press("bangzhu<enter>");
    assert_eq!(ui.app.context(), Context::Menu);
    // Nothing that merely sounds like it is listed beside.
    let ui = start().press("fanhui");
    assert!(ui.app.list().rows().is_empty(), "{}", ui.frame());
}

/// What Enter does is chosen on the screen: the command or the comparison above the rows, until a row is
/// moved to; and back.
#[test]
fn what_is_offered_above_the_rows_is_chosen() {
    let chosen = |ui: &Ui| ui.app.is_above_rows();
    for (ui, query) in [(chinese(), "yingwen"), (start(), "MIIT and MOE")] {
        let ui = ui.press(query);
        assert!(
            chosen(&ui) && !ui.app.list().rows().is_empty(),
            "{}",
            ui.frame()
        );
        let first = ui.row();
        let ui = ui.press("<down>");
        assert!(!chosen(&ui), "{}", ui.frame());
        assert_eq!(ui.row(), first);
        let ui = ui.press("<up>");
        assert!(chosen(&ui), "{}", ui.frame());
        let ui = ui.press("<down><down><up><up>");
        assert!(chosen(&ui), "{}", ui.frame());
    }
    let ui = start().press("MIIT and MOE<enter>");
    let pair = ui.app.detail().subject();
    assert!(
        matches!(pair, Some(plan::app::Subject::Compare(_))),
        "{}",
        ui.frame()
    );
    // The first row can be opened, too.
    let ui = start().press("MIIT and MOE");
    let first = ui.row().map(plan::app::Subject::Node);
    let ui = ui.press("<down><enter>");
    assert_eq!(ui.app.detail().subject(), first);
    assert_eq!(ui.app.focus(), Focus::Detail);
    // Where nothing is offered, ↓ goes to the second row.
    let ui = start().press("digital<down>");
    assert_eq!(ui.app.list().cursor(), 1);
}
