//! The menu of commands, the two presets of keys, the help, the trail.

use plan::app::{
    BINDINGS, Context, Effect, Focus, Keymap, Msg, Offer, Options, Popup, Preset, Subject,
};
use plan::model::Lang;

use super::{here, hides, id, shows, start, typed, vim};
use crate::ui::{Ui, options};

#[test]
fn a_letter_of_the_menu_runs_its_command_and_so_does_enter() {
    let names = |msg: &Msg| format!("{msg:?}");
    for place in ["", "<esc>", "t6<enter>", "<space>m<right*2>"] {
        let opened = start().press(place).press("<space>");
        let Some(Popup::Commands(menu)) = opened.app.overlay() else {
            panic!("Space opens the menu after {place}")
        };
        let commands: Vec<_> = menu.visible().map(|(.., one)| one.clone()).collect();
        assert!(commands.len() > 15, "{place}");
        for (step, command) in commands.iter().enumerate() {
            let by_letter = start().press(place).press("<space>").press(&command.key);
            let down = "<down>".repeat(step);
            let by_enter = start().press(place).press("<space>").press(&down);
            let by_enter = by_enter.press("<enter>");
            let mut by_itself = start().press(place);
            by_itself.send(command.msg.clone());
            for ui in [&by_letter, &by_enter] {
                let said = names(&command.msg);
                assert_eq!(here(ui), here(&by_itself), "{said} after {place}");
                assert_eq!(ui.frame(), by_itself.frame(), "{said} after {place}");
                assert_eq!(ui.effects.len(), by_itself.effects.len(), "{said}");
            }
        }
    }
}

#[test]
fn the_menu_closes_and_what_it_does_not_know_does_nothing() {
    for keys in ["<space><esc>", "<space><space>", "<space>vvv<esc>"] {
        let ui = start().press("5g<enter>").press(keys);
        assert_eq!(here(&ui), here(&start().press("5g<enter>")), "{keys}");
        assert!(ui.app.overlay().is_none());
    }
    // In a query a blank is a blank, on an empty prompt it is the menu.
    let ui = start().press("silk road");
    assert_eq!(typed(&ui), "silk road");
    let ui = ui.press("<ctrl-u><space>");
    assert_eq!(ui.app.context(), Context::Commands);
}

#[test]
fn the_menu_offers_what_can_be_done_here() {
    let ui = start().press("5g<enter><space>");
    shows(&ui, "Commands P1 5G applications");
    shows(&ui, "y copy a citation");
    hides(&ui, "n filter by organisation");
    shows(
        &start().press("<space>m<space>"),
        "n filter by organisation or item",
    );
    let kiosk = Options {
        kiosk: true,
        ..options(Lang::En)
    };
    hides(&Ui::with(80, 24, kiosk).press("<space>"), "read the files");
    // Where the user took a letter away, the command is chosen by the arrows.
    let own = [("who".to_owned(), vec!["ctrl-o".to_owned()])];
    let keymap = Keymap::new(Preset::Typing, &own).expect("no conflict");
    let own = Options {
        keymap,
        ..options(Lang::En)
    };
    let ui = Ui::with(80, 24, own).press("5g<enter><space><enter>");
    assert!(matches!(ui.app.detail().subject(), Some(Subject::Who(_))));
}

#[test]
fn in_the_vim_preset_letters_are_commands_and_q_quits_from_the_top_alone() {
    let ui = vim().press("<esc>jjj");
    assert_eq!(ui.app.list().cursor(), 3);
    let ui = ui.press("G");
    assert_eq!(ui.app.list().cursor() + 1, ui.app.list().rows().len());
    let ui = ui.press(":t6<enter>").on_node("T6").press("nn");
    assert_eq!(ui.app.detail().link(), Some(1));
    let ui = ui.press("w");
    assert!(matches!(ui.app.detail().subject(), Some(Subject::Who(_))));
    let ui = ui.press("/digital");
    assert_eq!((typed(&ui), ui.app.focus()), ("digital", Focus::Prompt));
    let quits = |ui: &Ui| matches!(ui.effects.last(), Some(Effect::Quit));
    for (keys, times) in [
        ("<esc>", 1),
        ("<esc>mq", 1),
        ("<esc>m", 2),
        ("<esc>if", 2),
        ("5g<enter>", 3),
        ("<esc>2", 2),
    ] {
        let mut ui = vim().press(keys);
        for time in 1..=times {
            assert!(!quits(&ui), "{keys} after {time}");
            ui = ui.press("q");
        }
        assert!(quits(&ui), "{keys}");
    }
    // The menu is there too.
    let ui = vim().press("<esc><space>q");
    assert!(quits(&ui));
}

#[test]
fn an_example_of_the_help_is_asked_and_a_key_of_it_pressed() {
    let ui = start().press("?<down*6><enter>");
    assert_eq!(typed(&ui), "lead:inferred");
    assert!(ui.app.lookup().found().is_some_and(|found| found.total > 0));
    let ui = start().press("t6<enter><f1>citation<enter>");
    assert!(matches!(ui.effects.last(), Some(Effect::Copy(_))));
    // Every example finds something or is about an own file.
    for lang in [Lang::En, Lang::Zh] {
        for example in &plan::i18n::menu::menu(lang).examples[..12] {
            let ui = Ui::with(80, 24, options(lang)).press(example);
            let found = ui.app.lookup().found().map_or(0, |found| found.total);
            assert!(found > 0, "{example}");
            let notes = ui.app.search_notes();
            assert!(notes.iter().all(|note| !note.contains("“")), "{notes:?}");
        }
    }
}

#[test]
fn headings_of_the_help_open_and_close() {
    let ui = Ui::with(120, 60, options(Lang::En)).press("?");
    hides(&ui, "Space w");
    let folded = |ui: &Ui| ui.frame().contains("> ▸ Commands");
    let ui = (0..60).fold(
        ui,
        |ui, _| if folded(&ui) { ui } else { ui.press("<down>") },
    );
    assert!(folded(&ui), "{}", ui.frame());
    let ui = ui.press("<enter>");
    shows(&ui, "▾ Commands");
    shows(&ui, "Space w");
    let ui = ui.press("<enter>");
    shows(&ui, "▸ Commands");
    hides(&ui, "Space w");
}

#[test]
fn the_list_follows_a_link_where_it_lists_the_node() {
    // In the outline, unfolding what was folded.
    let ui = start().press("<space>/f1<enter><esc><left>");
    let folded = ui.app.list().rows().len();
    let ui = ui.press("<space>/p1<enter>");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("P1"));
    assert!(ui.app.list().rows().len() > folded);
    assert_eq!(ui.app.trail(), None);
    // From a cell of the matrix.
    let ui = start().press("<space>m<right*4><enter>");
    assert_eq!(ui.row(), ui.app.node());
    assert_eq!(ui.app.trail(), None);
    // Among what was found.
    let ui = start().press("5g<enter><space>/t1<enter>");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("T1"));
}

#[test]
fn else_a_trail_says_how_one_came_there() {
    let ui = start().press("5g<enter><right*2><enter>").on_node("miit");
    assert_eq!(id(&ui, ui.row()).as_deref(), Some("P1"));
    shows(&ui, " 5g › P1 › MIIT");
    hides(&ui, "Projects  Actions");
    let ui = ui.press("<space>/cac<enter>");
    shows(&ui, " 5g › P1 › MIIT › CAC");
    let ui = ui.press("<backspace>");
    shows(&ui, " 5g › P1 › MIIT");
    let ui = ui.press("<esc>");
    shows(&ui, "Projects  Actions");
    let ui = start().press("<space>/miit<enter>");
    shows(&ui, " All › MIIT");
    // A query that is the sign of its page is no step of its own.
    let ui = start().press("p2<enter><right><enter>");
    shows(&ui, " p2 › MIIT");
    let narrow = Ui::with(28, 12, options(Lang::En)).press("5g<enter><right*2><enter>");
    shows(&narrow, "MIIT");
}

#[test]
fn the_short_list_is_of_the_body_or_of_what_is_listed() {
    let copied = |ui: &Ui| match ui.effects.last() {
        Some(Effect::Copy(text)) => text.clone(),
        other => panic!("nothing was copied: {other:?}"),
    };
    let text = copied(&start().press("miit<enter><space>s"));
    assert!(
        text.starts_with(
            "MIIT Ministry of Industry and Information Technology – 38 entries, \
             14th Five-Year Plan for National Informatization\n\
             T1\tDigital infrastructure\tLead (partly confirmed)\n"
        ),
        "{text}"
    );
    assert!(text.contains("\tLead (inferred, unconfirmed)\n") && text.contains("\tSupport\n"));
    let ui = start().press("lead:miit kind:project<tab><space>s");
    let text = copied(&ui);
    let rows = ui.app.list().rows().len();
    assert_eq!(text.lines().count(), 1 + rows, "{text}");
    assert!(text.contains("\tLead (inferred, unconfirmed)\n"), "{text}");
    let heading = format!(
        "MIIT Ministry of Industry and Information Technology (lead:miit kind:project) – \
         {rows} Projects, 14th Five-Year Plan for National Informatization"
    );
    assert!(
        text.starts_with(&format!("{heading}\nP1\t5G applications\tLead\n")),
        "{text}"
    );
    shows(&ui, "P1  5G applications  Lead");
    let text = copied(&ui.press("<f2><space>s"));
    let heading = format!(
        "工信部 工业和信息化部（lead:miit kind:project）：{rows}项重点工程，“十四五”国家信息化规划\n"
    );
    assert!(text.starts_with(&heading), "{text}");
    // A tab is called by its name; the filter by basis is said.
    let ui = start().press("<ctrl-right*2><space>e<space>s");
    assert!(
        copied(&ui).starts_with(
            "Projects – 17 Projects, 14th Five-Year Plan for National Informatization (documented only)\n"
        ),
        "{}",
        copied(&ui)
    );
    // A question about a set is answered by its list, whatever of it is open.
    let ui = start().press("which projects does miit lead<enter><space>s");
    let text = copied(&ui);
    // The organisation that it is about is none of its answers.
    assert_eq!(text.lines().count(), 1 + rows, "{text}");
    assert_eq!(ui.app.list().rows().len(), rows + 1);
    assert!(text.contains(&format!(" – {rows} Projects, ")), "{text}");
    shows(&ui, &format!("{rows} items"));
    assert!(text.contains("P1\t5G applications\tLead\n"), "{text}");
}

/// What is compared is copied with the role of either.
#[test]
fn a_copied_comparison_gives_both_roles() {
    for (lang, bodies, lead, items) in [
        (
            Lang::En,
            "NDRC\tMIIT",
            "T2\tData resources\tLead (until 2023)\tLead (partly confirmed)\n",
            "NDRC\tNational Development and Reform Commission\tLead\tSupport\n",
        ),
        (
            Lang::Zh,
            "国家发改委\t工信部",
            "T2\t数据要素资源\t牵头（至2023年）\t牵头（部分核实）\n",
            "国家发改委\t国家发展和改革委员会\t牵头\t配合\n",
        ),
    ] {
        let copied = |keys: &str| {
            let ui = Ui::with(80, 24, options(lang)).press(keys);
            match ui.effects.last() {
                Some(Effect::Copy(text)) => text.clone(),
                other => panic!("nothing was copied: {other:?}"),
            }
        };
        let text = copied("compare ndrc and miit<enter><space>s");
        assert!(text.contains(&format!("\t\t{bodies}\n")), "{text}");
        assert!(text.contains(lead), "{text}");
        assert!(text.contains("\t–\t"), "{text}");
        let text = copied("compare p3 and p1<enter><space>s");
        assert!(
            text.contains("\t\tP3\tP1\n") && text.contains(items),
            "{text}"
        );
    }
}

/// Asked how to copy, the screen says with which key.
#[test]
fn asked_how_to_copy_the_key_is_named() {
    for asked in ["how do I copy this list", "怎么复制"] {
        for lang in [Lang::En, Lang::Zh] {
            for (width, height) in [(80, 24), (40, 12), (120, 40)] {
                let frame = Ui::with(width, height, options(lang)).paste(asked).frame();
                let joined: String = frame.split_whitespace().collect();
                assert!(joined.contains("Spaces"), "{asked}: {frame}");
            }
        }
    }
}

#[test]
fn a_session_that_goes_on_says_so_once() {
    let place = start().press("<ctrl-right*2><down*2>").app.place();
    let goes_on = || {
        let mut ui = start();
        ui.app.begin(Some(place.clone()), "");
        ui
    };
    let ui = goes_on();
    shows(&ui, "Continued from last time. Space o");
    let ui = ui.press("<down>");
    hides(&ui, "Continued");
    let ui = goes_on().press("<space>o").on_node("PLAN");
    assert_eq!(
        (id(&ui, ui.row()).as_deref(), ui.app.list().cursor()),
        (Some("PLAN"), 0)
    );
    let mut ui = start();
    let top = start().app.place();
    ui.app.begin(Some(top), "");
    hides(&ui, "Continued");
}

#[test]
fn a_kiosk_says_that_a_bookmark_does_not_last() {
    let kiosk = Options {
        kiosk: true,
        ..options(Lang::En)
    };
    let ui = Ui::with(80, 24, kiosk).press("5g<enter><space>b");
    shows(&ui, "for this session only");
    hides(&start().press("5g<enter><space>b"), "this session only");
}

/// A question for what two have in common is answered by both, and by Enter with their comparison.
#[test]
fn two_that_are_to_be_compared_are_offered_side_by_side() {
    for question in [
        "比较工信部和国家发改委",
        "工信部 vs 发改委",
        "compare miit and ndrc",
        "P5和P6有什么区别",
        "difference between P5 and P6",
    ] {
        let ui = Ui::new(120, 40).press(question);
        let rows = ui.app.list().rows();
        let [one, other] = [rows[0].node, rows[1].node];
        assert_eq!(rows.len(), 2, "{question}");
        let notes = ui.app.search_notes().join(" ");
        assert!(notes.contains("side by side (Enter)"), "{notes}");
        let ui = ui.press("<enter>");
        let subject = Subject::Compare([one, other]);
        assert_eq!(ui.app.detail().subject(), Some(subject), "{question}");
        // One that is moved to is opened.
        for (keys, node) in [("<down><enter>", one), ("<down><down><enter>", other)] {
            let ui = Ui::new(120, 40).press(question).press(keys);
            assert_eq!(ui.app.node(), Some(node), "{question}");
        }
    }
}

/// Other words would not help where the answer is that there is none.
#[test]
fn an_answer_of_none_asks_for_no_other_words() {
    for (question, answer) in [
        ("which projects have no lead", "each has a lead"),
        ("哪些工程没有牵头单位", "each has a lead"),
        ("哪些任务逾期", "No due dates are loaded"),
    ] {
        let ui = Ui::new(80, 24).press(question);
        shows(&ui, answer);
        hides(&ui, "Try fewer words");
        hides(&ui, "Nothing found");
    }
    shows(&Ui::new(80, 24).press("qqqq"), "Try fewer words");
}

/// The word of a command is offered as one beside what it finds, and Enter runs it.
#[test]
fn the_word_of_a_command_leads_to_it() {
    for (typed, enter, letter) in [
        ("matrix", ": matrix", "m"),
        ("矩阵", ": matrix", "m"),
        ("bookmarks", ": bookmarks", "'"),
        ("overview", ": overview", "o"),
        ("缺口", ": gaps", "g"),
        ("compare", ": compare", "c"),
        ("evidence", ": who is", "w"),
        ("indicators", ": indicators", "i"),
        ("指标", ": indicators", "i"),
        ("help", ": help", "?"),
        ("帮助", ": help", "?"),
        ("gaps", ": gaps", "g"),
        ("Copy ", ": copy the short list", "s"),
    ] {
        let said = |ui: &Ui, note: &str| {
            let notes = ui.app.search_notes().join(" ");
            assert!(notes.contains(note), "{note} not in {notes}");
        };
        let ui = Ui::new(120, 40).press(typed);
        said(&ui, " (Enter, or ");
        said(&ui, enter);
        shows(&ui, "Enter run");
        let ui = ui.press("<enter>");
        let by_letter = Ui::new(120, 40).press("<space>").press(letter);
        let opened = |ui: &Ui| (ui.app.overlay().is_some(), ui.effects.len());
        assert_eq!(opened(&ui), opened(&by_letter), "{typed}");
        assert_eq!(self::typed(&ui), "", "{typed}");
    }
    for word in ["quit", "退出"] {
        let ui = start().press(word);
        // The command is the answer: that nothing has the word is not said beside it.
        assert_eq!(ui.app.search_notes().len(), 1, "{word}");
        hides(&ui, "Nothing found");
        assert!(ui.effects.is_empty());
        let ui = ui.press("<enter>");
        assert!(matches!(ui.effects.last(), Some(Effect::Quit)), "{word}");
    }
    // A hit that is moved to is opened.
    let ui = start().press("quit<down>");
    if ui.app.list().cursor() > 0 {
        assert!(ui.press("<enter>").effects.is_empty());
    }
    for query in ["5g", "the matrix of", "quits", "who leads 5g"] {
        hides(&start().press(query), "Command: ");
    }
    let ui = vim().press("<esc>/matrix");
    shows(&ui, "items (Enter, or Tab then m)");
    let ui = Ui::with(120, 40, options(Lang::Zh)).press("指标");
    assert!(
        ui.app
            .search_notes()
            .join("")
            .contains("（Enter，或Tab后Space i）")
    );
}

#[test]
fn a_query_says_how_the_menu_is_reached() {
    for lang in [Lang::En, Lang::Zh] {
        let ui = Ui::with(80, 24, options(lang)).press("5g");
        let keys = match lang {
            Lang::En => "Tab then Space ",
            Lang::Zh => "Tab后Space ",
        };
        shows(&ui, keys);
        assert_eq!(ui.press("<tab><space>").app.context(), Context::Commands);
    }
}

#[test]
fn the_menu_has_the_tabs() {
    let ui = start().press("<space>");
    shows(&ui, "> next tab");
    let next = start().press("<space>>");
    assert_eq!(
        next.app.section(),
        start().press("<ctrl-right>").app.section()
    );
    let back = next.press("<space><");
    assert_eq!(back.app.section(), start().app.section());
}

/// What people say for a command runs it on Enter, in both languages, whatever polite words stand around.
#[test]
fn a_word_that_may_be_looked_for_opens_what_has_it_in_its_name() {
    // Smart elderly care is found by its other names too.
    let ui = Ui::new(80, 24).press("home");
    assert!(!ui.app.runs_on_enter());
    let ui = Ui::new(80, 24).press("dashboard");
    assert!(matches!(
        ui.app.offer_on_enter(),
        Some(Offer::Command(Msg::Overview))
    ));
}

#[test]
fn what_is_said_for_a_command_runs_it() {
    for (said, name) in [
        ("copy", "copy-list"),
        ("copy list", "copy-list"),
        ("copy the list", "copy-list"),
        ("Copy page", "copy"),
        ("how do I quit", "quit"),
        ("quit", "quit"),
        ("change language", "language"),
        ("switch to Chinese", "language"),
        ("Chinese please", "language"),
        ("matrix", "matrix"),
        ("show the matrix", "matrix"),
        ("who does what", "matrix"),
        ("gaps", "gaps"),
        ("what is missing?", "gaps"),
        ("compare", "compare"),
        ("help", "help"),
        ("settings", "theme"),
        ("themes", "theme"),
        ("dark mode", "theme"),
        ("what does this mean", "help"),
        ("legend", "help"),
        ("deadlines", "years"),
        ("show me the timeline", "years"),
        ("indicators", "charts"),
        ("go to", "goto"),
        ("where are my bookmarks", "bookmarks"),
        ("bookmark this", "bookmark"),
        ("home page", "overview"),
        ("full screen", "wide"),
        ("refresh", "reload"),
        ("citation", "cite"),
        ("evidence", "who"),
        (":q", "quit"),
        ("复制", "copy-list"),
        ("怎么复制", "copy-list"),
        ("复制列表", "copy-list"),
        ("复制全文", "copy"),
        ("退出", "quit"),
        ("怎么退出", "quit"),
        ("矩阵", "matrix"),
        ("打开矩阵", "matrix"),
        ("缺项", "gaps"),
        ("还缺什么？", "gaps"),
        ("对比", "compare"),
        ("帮助", "help"),
        ("怎么用", "help"),
        ("图例", "help"),
        ("这是什么意思", "help"),
        ("设置", "theme"),
        ("切换主题", "theme"),
        ("时间表", "years"),
        ("指标完成情况", "charts"),
        ("转到编号", "goto"),
        ("我的收藏", "bookmarks"),
        ("收藏", "bookmark"),
        ("首页", "overview"),
        ("全屏", "wide"),
        ("刷新", "reload"),
        ("引用", "cite"),
        ("依据", "who"),
    ] {
        for lang in [Lang::En, Lang::Zh] {
            if lang == Lang::Zh && said.contains("Chinese") {
                continue;
            }
            let ui = Ui::with(80, 24, options(lang)).press(said);
            let command = BINDINGS
                .iter()
                .find(|row| row.name == name)
                .expect("a command");
            let runs = match ui.app.offer_on_enter() {
                Some(Offer::Command(msg)) => Some(format!("{msg:?}")),
                _ => None,
            };
            assert_eq!(
                runs,
                Some(format!("{:?}", command.msg)),
                "{said}\n{}",
                ui.frame()
            );
        }
    }
    for (lang, said) in [
        (Lang::Zh, "换成英文"),
        (Lang::Zh, "切换语言"),
        (Lang::En, "中文"),
        (Lang::Zh, "English please"),
    ] {
        let ui = Ui::with(80, 24, options(lang)).press(&format!("{said}<enter>"));
        assert_eq!(ui.app.lang(), lang.other(), "{said}");
    }
    // It is in force already.
    let ui = Ui::with(80, 24, options(Lang::Zh)).press("换成中文<enter>");
    assert_eq!(ui.app.lang(), Lang::Zh);
}
