//! What somebody reads who has never seen the program: every sign explained, nothing hidden unsaid.

use crate::ui::{Ui, options};
use plan::app::{Effect, Subject};
use plan::describe::Goal;
use plan::model::{Lang, Node};
use plan::search::AskedOf;

const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];
const SIZES: [(u16, u16); 3] = [(80, 24), (40, 12), (120, 40)];

fn each(keys: &str, check: impl Fn(&Ui, Lang, (u16, u16))) {
    for lang in LANGS {
        for (width, height) in SIZES {
            let ui = Ui::with(width, height, options(lang)).press(keys);
            check(&ui, lang, (width, height));
        }
    }
}

#[test]
fn a_comparison_that_was_left_is_opened_again_by_its_row() {
    each("compare MIIT and CAC<enter>", |ui, _, size| {
        assert!(
            matches!(ui.app.detail().subject(), Some(Subject::Compare(_))),
            "{size:?}"
        );
        assert!(
            ui.frame().contains("22") && ui.frame().contains("17"),
            "{}",
            ui.frame()
        );
    });
    each("compare MIIT and CAC<enter><backspace>", |ui, _, size| {
        assert!(
            !ui.frame().contains("plan compare"),
            "{size:?} {}",
            ui.frame()
        );
    });
    each(
        "compare MIIT and CAC<enter><backspace><enter>",
        |ui, _, _| {
            assert!(
                matches!(ui.app.detail().subject(), Some(Subject::Compare(_))),
                "{}",
                ui.frame()
            );
        },
    );
    // Another row is opened as such, and the comparison is still no command of a shell.
    each(
        "compare MIIT and CAC<enter><backspace><down>",
        |ui, _, _| {
            assert!(!ui.frame().contains("plan compare"), "{}", ui.frame());
        },
    );
}

#[test]
fn empty_cells_are_dots_everywhere_and_the_signs_are_explained() {
    each("<esc><space>m<down*2><right*2>", |ui, lang, size| {
        let area = ui.app.areas().detail.expect("the matrix has a pane");
        let cells = crate::ui::dump_area(&ui.buffer(), area);
        let shape = ui.app.matrix_view().map(plan::app::MatrixView::shape);
        let heads = usize::from(shape.expect("the matrix is shown").names) + 2;
        let drawn = |line: &str| line.contains(['─', '│']);
        assert!(!cells.lines().skip(heads).any(drawn), "{size:?}\n{cells}");
        let lead = if lang == Lang::En {
            "● leads"
        } else {
            "● 牵头"
        };
        let support = if lang == Lang::En {
            "■ supports"
        } else {
            "■ 配合"
        };
        let frame = ui.frame();
        assert!(
            frame.contains(lead) && frame.contains(support),
            "{size:?}\n{frame}"
        );
    });
}

#[test]
fn a_cell_opens_at_its_own_organisation() {
    each(
        "<esc><space>m<right*2><down>",
        |ui, lang, (width, height)| {
            let at = ui
                .app
                .matrix_view()
                .and_then(plan::app::MatrixView::current);
            let (body, item, _) = at.expect("a cell");
            let ui =
                Ui::with(width, height, options(lang)).press("<esc><space>m<right*2><down><enter>");
            assert_eq!(ui.app.node(), Some(Node::Item(item)));
            let page = ui.app.page();
            let link = ui
                .app
                .detail()
                .link()
                .and_then(|link| page.links.get(link))
                .expect("a link is chosen");
            assert_eq!(link.goal, Goal::Node(Node::Body(body)));
            let sign = plan::describe::short_name(ui.app.plan(), body, lang);
            assert!(ui.frame().contains(&sign), "{sign}\n{}", ui.frame());
        },
    );
}

#[test]
fn columns_of_the_matrix_stand_still_while_an_organisation_is_typed() {
    for typed in ["教", "教育", "教育部"] {
        let keys = format!("<esc><space>m<space>n{typed}");
        each(&keys, |ui, _, _| {
            let counts = ui.app.matrix_view().map(plan::app::MatrixView::counts);
            assert_eq!(counts.map(|(_, columns)| columns), Some(10), "{typed}");
        });
    }
}

#[test]
fn what_a_copied_list_hides_is_counted() {
    for (lang, more) in [(Lang::En, "more lines"), (Lang::Zh, "另有")] {
        let ui = Ui::with(80, 24, options(lang)).press("MIIT<enter><space>s");
        assert!(ui.frame().contains(more), "{}", ui.frame());
        let ui = Ui::with(120, 60, options(lang)).press("MIIT<enter><space>s");
        assert!(!ui.frame().contains(more), "{}", ui.frame());
    }
}

#[test]
fn the_indicators_name_their_figures_and_what_is_missing() {
    each("<esc><space>i", |ui, lang, size| {
        let page = ui.page().join("\n");
        let heads = match lang {
            Lang::En => ["baseline", "target", "latest"],
            Lang::Zh => ["基期值", "目标值", "最新值"],
        };
        let named = page
            .lines()
            .any(|line| heads.iter().all(|head| line.contains(head)));
        assert!(named, "{size:?}\n{page}");
        // In one row with all figures it has room on a wider screen.
        if size == (120, 40) && lang == Lang::En {
            return;
        }
        let short = if lang == Lang::En {
            "0.75 short"
        } else {
            "差0.75"
        };
        assert!(page.contains(short), "{size:?}\n{page}");
    });
}

#[test]
fn leads_do_not_give_way_to_a_mark_in_one_language() {
    for (lang, lead) in [(Lang::En, "NHC +2"), (Lang::Zh, "国家卫健委 +2")] {
        let ui = Ui::with(80, 24, options(lang)).press("who leads health care");
        let frame = ui.frame();
        let row = frame.lines().find(|line| line.starts_with(" T8 "));
        assert!(row.is_some_and(|row| row.contains(lead)), "{frame}");
    }
}

#[test]
fn what_lies_over_the_panes_changes_its_language_too() {
    let start = || Ui::with(80, 24, options(Lang::En));
    for (keys, en, zh) in [
        ("<f1>", "Help", "帮助"),
        ("P1<enter><space>b<space>'", "Bookmarks", "书签"),
        ("<esc><space>/zzz<enter>", "no item", "转到编号"),
    ] {
        let ui = start().press(keys);
        assert!(ui.frame().contains(en), "{}", ui.frame());
        let ui = ui.press("<f2>");
        assert!(
            ui.frame().contains(zh) && !ui.frame().contains(en),
            "{}",
            ui.frame()
        );
    }
}

#[test]
fn two_notes_are_two_sentences() {
    let ui = Ui::with(120, 40, options(Lang::Zh)).press("list:x");
    let said = ui.app.search_notes_said();
    assert!(said.contains('。') && !said.contains(' '), "{said}");
}

/// A question that has room on the screen is seen from its first letter on, whatever stands beside it.
#[test]
fn a_long_question_keeps_its_first_letter() {
    let long =
        "which ministries are responsible for artificial intelligence in the countryside of it";
    let chinese =
        "请问哪些部委负责农村地区的人工智能发展以及相关的数字基础设施建设工作并且由谁牵头";
    for lang in [Lang::En, Lang::Zh] {
        for text in [
            long,
            chinese,
            "which projects does miit lead by 2025 with a target and a result",
        ] {
            for end in (4..=text.chars().count()).rev().step_by(2) {
                let asked: String = text.chars().take(end).collect();
                let wide = plan::page::width(&asked);
                // Shorter ones leave room for all.
                if wide + 4 > 80 || wide < 40 {
                    continue;
                }
                let frame = Ui::with(80, 24, options(lang)).paste(&asked).frame();
                let line = frame.lines().nth(1).expect("the prompt");
                let joined = |text: &str| text.replace(' ', "");
                assert!(joined(line).contains(&joined(&asked)), "{asked}: {line}");
            }
        }
    }
}

/// By how much a target was missed stands in the list on a screen of the usual width in both languages.
#[test]
fn the_list_of_missed_targets_says_by_how_much() {
    let said = [
        (
            Lang::En,
            [
                "Internet users        0.75 short │",
                "Online retail sales  ≈1.03 short │",
            ],
        ),
        (
            Lang::Zh,
            [
                "网民规模              差0.75亿人 │",
                "网上零售额         差≈1.03万亿元 │",
            ],
        ),
    ];
    for (lang, rows) in said {
        let frame = Ui::with(80, 24, options(lang))
            .paste("which targets were missed")
            .frame();
        for row in rows {
            assert!(frame.contains(row), "{frame}");
        }
    }
    let page = crate::program::out(&["show", "I2", "-l", "zh"]);
    assert!(page.contains("11.25亿人，目标12亿人，差0.75亿人"), "{page}");
}

/// A question about one target is answered in its row: by figures, or where these have no room in a word.
#[test]
fn the_row_of_one_target_says_what_came_of_it() {
    for (lang, asked, row) in [
        (
            Lang::En,
            "was indicator 5 reached",
            "I5 IPv6 users         8.69, target 8 │",
        ),
        (
            Lang::En,
            "was 5g reached",
            "I3 5G penetration  83.9%, target 56% │",
        ),
        (
            Lang::En,
            "did fibre users reach the target",
            "I4 Gigabit fibre users       reached │",
        ),
        (
            Lang::En,
            "was indicator 7 reached",
            "I7 IT investment share     no result │",
        ),
        (
            Lang::Zh,
            "指标5完成了吗",
            "I5 IPv6用户          8.69亿，目标8亿 │",
        ),
        (
            Lang::Zh,
            "5G实现了吗",
            "I3 5G普及率           83.9%，目标56% │",
        ),
        (Lang::Zh, "指标2完成了吗", "差0.75亿人 │"),
    ] {
        let frame = Ui::with(80, 24, options(lang)).paste(asked).frame();
        assert!(frame.contains(row), "{asked}: {frame}");
    }
}

/// The difference of two shares is no share; a unit that counts in millions is counted out.
#[test]
fn by_how_much_a_target_was_missed_has_its_own_unit() {
    for (unit, en, zh) in [
        (r#""%""#, "1.5 percentage points short", "差1.5个百分点"),
        (
            r#"{"en": "10,000 people", "zh": "万人"}"#,
            "15000 people short",
            "差1.5万人",
        ),
        (r#"{"en": "GB", "zh": "GB"}"#, "1.5 GB short", "差1.5 GB"),
        (
            r#"{"en": "% of GDP", "zh": "%"}"#,
            "1.5 short",
            "差1.5个百分点",
        ),
    ] {
        let plan = format!(
            r#"{{"format": 1, "plan": {{"name": "p"}}, "items": [{{"id": "I1", "kind": "indicator",
            "name": "n", "measure": {{"unit": {unit}, "points": [{{"year": 2025, "value": 10, "kind": "target"}},
            {{"year": 2025, "value": 8.5, "kind": "actual"}}]}}}}]}}"#
        );
        let plan = crate::small::attempt(plan.as_bytes(), &[]).expect("a plan");
        let item = plan.find("I1").expect("the item");
        for (lang, said) in [(Lang::En, en), (Lang::Zh, zh)] {
            let brief = plan::describe::brief_results(&plan, item, AskedOf::Results, lang);
            assert_eq!(brief.first().map(String::as_str), Some(said), "{unit}");
        }
    }
}

/// What came of a target stands first; that nothing is known of it stands behind who leads.
#[test]
fn a_page_begins_with_a_result_only_where_there_is_one() {
    for (id, result_first) in [("I2", true), ("I7", false)] {
        let page = crate::program::out(&["show", id, "-l", "en"]);
        let [result, lead] = ["\nResult", "\nLead"].map(|label| page.find(label));
        assert_eq!(
            result.expect("it stands there") < lead.expect("so does this"),
            result_first,
            "{page}"
        );
    }
}

/// What is typed to end the program is met with how to do so, above all else.
#[test]
fn how_to_quit_stands_first() {
    for keys in ["quit", "exit", "q", "退出"] {
        each(keys, |ui, lang, size| {
            let frame = ui.frame();
            let quit = if lang == Lang::En { "quit" } else { "退出" };
            let first = frame.lines().skip_while(|line| !line.contains("──"));
            let above = frame.lines().skip(2).take(3).chain(first.skip(1).take(2));
            assert!(
                above
                    .flat_map(str::split_whitespace)
                    .collect::<String>()
                    .contains(quit),
                "{keys} {size:?}:\n{frame}"
            );
            assert!(!frame.contains("D99 ") || keys == "q", "{frame}");
            let (width, height) = size;
            let ended = Ui::with(width, height, options(lang))
                .press(keys)
                .press("<enter>");
            assert!(matches!(ended.effects.last(), Some(Effect::Quit)), "{keys}");
        });
    }
}

/// Where it is said why there is nothing, other words are not advised.
#[test]
fn what_is_not_there_is_said_once() {
    each("T11", |ui, lang, _| {
        let frame = ui.frame();
        let (said, more) = match lang {
            Lang::En => ("There is no T11", "Nothing found"),
            Lang::Zh => ("编号T11不存在", "未找到"),
        };
        assert!(frame.contains(said) && !frame.contains(more), "{frame}");
    });
}

/// Where the list stands above the detail, why a row was found is not said on the line of the lead.
#[test]
fn why_a_row_was_found_stands_on_the_line_between() {
    let ui = Ui::with(40, 12, options(Lang::En)).press("rural broadband");
    let frame = ui.frame();
    let line = |text: &str| frame.lines().find(|line| line.contains(text));
    let rule = line("─").unwrap_or_default();
    let lead = line(" Lead ").unwrap_or_default();
    assert!(
        rule.contains("contains") && !lead.contains("contains"),
        "{frame}"
    );
}

/// Words that stand together in a name are one for the filter of the matrix, and small ones do not count.
#[test]
fn the_matrix_is_filtered_by_whole_names() {
    for (typed, rows) in [
        ("ministry of education", &["MOE"][..]),
        ("ministry of commerce", &["MOFCOM"]),
        ("of education", &["MOE"]),
        ("ministry of science and technology", &["MOST"]),
    ] {
        let ui = Ui::with(80, 24, options(Lang::En))
            .press("<tab><space>m<space>n")
            .paste(typed);
        let frame = ui.frame();
        for row in rows {
            assert!(
                frame
                    .lines()
                    .any(|line| line.starts_with(&format!(" {row} "))),
                "{typed}: {frame}"
            );
        }
    }
}

/// The name of an item narrows the items, also where an organisation has one of its words; syllables of
/// pinyin may stand apart, and Chinese names together.
#[test]
fn names_of_items_narrow_the_items_of_the_matrix() {
    let shown = |lang, typed: &str| {
        let ui = Ui::with(80, 24, options(lang)).press("<tab><space>m<space>n");
        let ui = ui.paste(typed);
        let grid = ui.app.matrix_view().expect("the matrix");
        let plan = ui.app.plan();
        let items: Vec<&str> = grid
            .visible_columns()
            .map(|(.., item)| plan.id(Node::Item(item)))
            .collect();
        let bodies = grid.visible_rows().map(|(_, line)| &*plan[line.body].abbr);
        (items.join(" "), bodies.collect::<Vec<_>>().join(" "))
    };
    for lang in [Lang::En, Lang::Zh] {
        for (typed, id) in [
            ("data resources", "T2"),
            ("data resour", "T2"),
            ("digital livelihood services", "T8"),
            ("digital government", "T7"),
            ("shuzi zhengfu", "T7"),
            ("数字政府", "T7"),
        ] {
            let (items, bodies) = shown(lang, typed);
            assert_eq!(items, id, "{typed}");
            assert!(bodies.split(' ').count() > 2, "{typed}: {bodies}");
        }
        for typed in [
            "教育部 数字民生",
            "教育部数字民生",
            "数字民生教育部",
            "jiaoyubu shuzi minsheng",
            "MOE digital livelihood",
            "digital livelihood services moe",
            "教育部 T8",
            "T8 教育部",
            "moe t8",
            "教育部 任务8",
            "moe task 8",
        ] {
            assert_eq!(shown(lang, typed), ("T8".into(), "MOE".into()), "{typed}");
        }
        // What nothing is called is not taken apart.
        assert_eq!(shown(lang, "教育部量子"), (String::new(), String::new()));
    }
}

/// The page of a cell says on its first screen whose it is, of which item, and in which role.
#[test]
fn the_page_of_a_cell_names_item_organisation_and_role() {
    let joined = |text: &str| text.split_whitespace().collect::<String>();
    for keys in ["<right*2><down>", "<down*2>", "<right*9>", "<tab><right*3>"] {
        each(&format!("<esc><space>m{keys}"), |ui, lang, _| {
            let grid = ui.app.matrix_view().expect("the matrix");
            let (body, item, role) = grid.current().expect("a cell");
            let plan = ui.app.plan();
            let named = [
                plan.id(Node::Item(item)).to_owned(),
                plan::describe::short_name(plan, body, lang),
                plan::i18n::who::role(lang, role.expect("a role")).to_lowercase(),
            ];
            let opened = Ui::with(ui.app.size().width, ui.app.size().height, options(lang))
                .press(&format!("<esc><space>m{keys}<enter>"));
            let frame = opened.frame();
            let frame = joined(&frame.to_lowercase());
            let has = |name: &str| frame.contains(&joined(&name.to_lowercase()));
            let item = Node::Item(item);
            let names = [plan.label(item, lang), plan.name(item).get(lang)];
            assert!(names.iter().any(|name| has(name)), "{}", opened.frame());
            for name in named {
                assert!(has(&name), "{keys} {name}:\n{}", opened.frame());
            }
        });
    }
}

/// The word for the matrix with an organisation and an item beside it opens it at their cell.
#[test]
fn the_matrix_opens_at_the_cell_that_is_asked_for() {
    for (typed, body, item) in [
        ("matrix moe t8", "MOE", "T8"),
        ("矩阵 教育部 T8", "MOE", "T8"),
        ("matrix MOST T3", "MOST", "T3"),
        ("矩阵 P10 工信部", "MIIT", "P10"),
    ] {
        let ui = Ui::new(80, 24).paste(typed).press("<enter>");
        let grid = ui.app.matrix_view().expect("the matrix");
        let plan = ui.app.plan();
        let (at, of, _) = grid.current().expect("a cell");
        assert_eq!(
            (&*plan[at].abbr, plan.id(Node::Item(of))),
            (body, item),
            "{typed}"
        );
    }
}

/// What must be reached by a year: the figures stand in the rows, of what has no result the target.
#[test]
fn what_must_be_reached_stands_in_the_rows() {
    for (lang, question, wanted) in [
        (
            Lang::En,
            "what must be reached by 2025",
            [
                "I1  Digital China index    target 95",
                "I3  5G penetration   83.9, target 56",
            ],
        ),
        (
            Lang::Zh,
            "2025年要达到什么",
            [
                "I7  IT投资占比              目标5.8%",
                "I3  5G普及率          83.9%，目标56%",
            ],
        ),
        (
            Lang::En,
            "by:2025",
            [
                "I1  Digital China index    target 95",
                "I7  IT investment share  target 5.8%",
            ],
        ),
        // What came of them is another question.
        (
            Lang::En,
            "result:any",
            [
                "I1  Digital China index    no result",
                "I2  Internet users        0.75 short",
            ],
        ),
    ] {
        let frame = Ui::with(80, 24, options(lang)).paste(question).frame();
        for row in wanted {
            assert!(frame.contains(row), "{row}\n{frame}");
        }
    }
}
