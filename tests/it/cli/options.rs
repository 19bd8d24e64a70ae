//! Options that narrow an answer, their short forms, the help on them, and a misspelt command.

use crate::program::{Ran, out, program, ran};
use crate::ui::shipped;
use plan::model::{Basis, Node, Role};

fn plan(args: &[&str]) -> Ran {
    ran(&mut program(args))
}

/// The first word of each line.
fn signs(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect()
}

#[test]
fn a_short_option_is_the_long_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plan.md").display().to_string();
    for (short, long) in [
        (
            &["search", "data", "-n", "2"][..],
            &["search", "data", "--limit", "2"][..],
        ),
        (
            &["search", "data", "-k", "task"],
            &["search", "data", "--kind", "task"],
        ),
        (
            &["who", "miit", "-k", "task"],
            &["who", "miit", "--kind", "task"],
        ),
        (&["matrix", "-k", "action"], &["matrix", "--kind", "action"]),
        (
            &["list", "goal", "-f", "csv"],
            &["list", "goal", "--format", "csv"],
        ),
        (
            &["list", "goal", "-fcsv"],
            &["list", "goal", "--format", "csv"],
        ),
        (
            &["-l", "zh", "list", "goal"],
            &["--lang", "zh", "list", "goal"],
        ),
        (&["-lzh", "list", "goal"], &["list", "goal", "--lang=zh"]),
        (&["export", "-f", "json"], &["export", "--format", "json"]),
    ] {
        let (ran, other) = (plan(short), plan(long));
        assert_eq!((ran.status, ran.out), (0, other.out), "{short:?}");
    }
    assert_eq!(out(&["export", "-o", &file]), "");
    assert_eq!(std::fs::read_to_string(&file).ok(), Some(out(&["export"])));
    // The language of an error is what the short option says too.
    assert!(plan(&["-l", "zh", "search"]).err.contains("缺少"));
    assert!(plan(&["search", "-lzh"]).err.contains("缺少"));
}

#[test]
fn who_gives_a_short_list_of_what_a_body_leads() {
    let shipped = shipped();
    let project = shipped.kind("project").expect("there are projects");
    let Some(Node::Body(miit)) = shipped.find("miit") else {
        panic!("there is such a body");
    };
    let leads: Vec<&str> = shipped
        .responsibilities_of(miit)
        .filter(|one| one.shown().role == Role::Lead)
        .filter(|one| matches!(one.item, Node::Item(id) if shipped[id].kind == project))
        .map(|one| shipped.id(one.item))
        .collect();
    let text = out(&["who", "miit", "--role", "lead", "--kind", "project"]);
    assert_eq!(signs(&text), leads);
    for line in text.lines() {
        assert!(line.contains("  Lead  ") && line.len() < 80, "{line}");
    }
    let args = ["who", "工信部", "--role", "lead", "-k", "project"];
    let chinese = out(&[&args[..], &["-l", "zh"]].concat());
    assert_eq!(signs(&chinese), leads);
    assert!(
        chinese.lines().all(|line| line.contains("牵头")),
        "{chinese}"
    );
    let json = out(&[&args[..], &["-f", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let rows = json["responsibilities"].as_array().expect("rows");
    let ids: Vec<&str> = rows
        .iter()
        .filter_map(|row| row["item"]["id"].as_str())
        .collect();
    assert_eq!(ids, leads);
    // What is inferred says so.
    let inferred = shipped
        .responsibilities_of(miit)
        .find(|one| one.shown().basis == Basis::Mandate && one.shown().role == Role::Lead)
        .expect("there is one");
    let id = shipped.id(inferred.item);
    let text = out(&["who", id, "--role", "lead"]);
    assert!(text.contains("MIIT") && text.contains("inferred"), "{text}");
    // An item of that kind is looked for where no body is named.
    let text = out(&["who", "data", "--kind", "project"]);
    assert!(text.starts_with("P5 "), "{text}");
    assert_eq!(
        plan(&["who", "gacc", "--role", "lead", "-k", "goal"]).status,
        1
    );
}

#[test]
fn a_list_and_an_export_can_be_of_one_body() {
    let shipped = shipped();
    let Some(Node::Body(mca)) = shipped.find("mca") else {
        panic!("there is such a body");
    };
    let mut own: Vec<&str> = shipped
        .responsibilities_of(mca)
        .map(|one| shipped.id(one.item))
        .collect();
    own.sort_unstable();
    let text = out(&["list", "--body", "mca"]);
    let mut listed = signs(&text);
    listed.sort_unstable();
    assert_eq!(listed, own);
    assert_eq!(out(&["list", "--body", "民政部"]), text);
    let ran = plan(&["list", "--body", "xyzzy"]);
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (
            2,
            "plan: no organisation \"xyzzy\"; plan list organisations shows all\n"
        )
    );
    let markdown = out(&["export", "--body", "mca"]);
    let headings = markdown
        .lines()
        .filter_map(|line| line.strip_prefix("### "));
    let mut headings: Vec<&str> = headings
        .filter_map(|heading| heading.split(' ').next())
        .filter(|id| matches!(shipped.find(id), Some(Node::Item(_))))
        .collect();
    headings.sort_unstable();
    assert_eq!(headings, own);
    let csv = out(&["export", "--body", "mca", "-f", "csv"]);
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let mut items: Vec<String> = reader
        .records()
        .map(|row| row.expect("a row")[0].to_owned())
        .collect();
    items.sort();
    items.dedup();
    assert_eq!(items, own);
}

#[test]
fn a_part_is_a_plan_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (json, book) = (at("part.json"), at("part.xlsx"));
    for file in [&json, &book] {
        let format = file.rsplit('.').next().expect("an ending");
        out(&["export", "--body", "mca", "-f", format, "-o", file]);
        let ran = plan(&["check", file]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let list = |data: &[&str]| {
            let args = ["list", "--body", "mca"];
            out(&[&args[..], data].concat())
        };
        assert_eq!(list(&["--data", file]), list(&[]), "{file}");
    }
}

#[test]
fn a_search_names_who_leads() {
    let text = out(&["search", "silk", "road"]);
    let first = text.lines().next().expect("a line");
    assert!(
        first.starts_with("P17 ") && first.contains("NDRC"),
        "{first}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&out(&["search", "silk", "road", "-f", "json"])).expect("JSON");
    assert_eq!(json[0]["lead"][0], "ndrc");
    let table = out(&["search", "silk", "road", "-f", "tsv"]);
    let rows: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!((rows[0][4], rows[1][4]), ("lead", "ndrc"));
    // What is only inferred is marked.
    let text = out(&["search", "P4", "-n", "1"]);
    assert!(text.contains("MIIT* (inferred)"), "{text}");
}

#[test]
fn bodies_are_written_in_one_case() {
    for args in [
        &["who", "miit"][..],
        &["show", "miit"],
        &["list", "body"],
        &["search", "miit", "-n", "99"],
        &["who", "P1"],
        &["matrix"],
    ] {
        let text = out(args);
        assert!(text.contains("MIIT"), "{args:?}: {text}");
        assert!(!text.contains("miit"), "{args:?}: {text}");
    }
    // What a list shows can be asked for.
    let list = out(&["list", "body"]);
    assert!(list.contains("CPC CC  "), "{list}");
    assert_eq!(out(&["show", "cpc cc"]), out(&["show", "cpc"]));
}

#[test]
fn a_misspelt_command_is_told() {
    for (args, said) in [
        (
            &["serach", "data"][..],
            "no command \"serach\"; did you mean \"search\"? (to look for the word: plan -- serach data)",
        ),
        (
            &["shwo"],
            "no command \"shwo\"; did you mean \"show\"? (to look for the word: plan -- shwo)",
        ),
        (
            &["-l", "en", "exprot", "--ascii"],
            "no command \"exprot\"; did you mean \"export\"? (to look for the word: plan -- exprot)",
        ),
    ] {
        let ran = plan(args);
        assert_eq!(ran.err, format!("plan: {said}\n"), "{args:?}");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
    }
    let chinese = plan(&["-l", "zh", "serach", "5g"]);
    assert_eq!(
        (chinese.status, chinese.err.as_str()),
        (
            2,
            "plan: 没有命令“serach”；是否为“search”？（查询该词：plan -- serach 5g）\n"
        )
    );
    // A word of the plan, a question, and what stands behind `--` are queries: there is no terminal for them.
    for args in [
        &["expert"][..],
        &["how", "many", "projects"],
        &["map"],
        &["--", "serach", "data"],
        &["data", "serach"],
    ] {
        let ran = plan(args);
        assert!(ran.err.contains("no terminal"), "{args:?}: {}", ran.err);
    }
}

#[test]
fn help_begins_with_examples_and_points_to_the_options_for_all() {
    for (lang, heading, usage, file) in [
        ("en", "Examples:", "Usage:", "FILE"),
        ("zh", "示例：", "用法：", "文件"),
    ] {
        for args in [&["--help"][..], &["help", "who"], &["search", "--help"]] {
            let help = out(&[args, &["-l", lang]].concat());
            let third = help.lines().nth(2);
            assert_eq!(third, Some(heading), "{args:?}: {help}");
            let below = help
                .split_once(usage)
                .is_some_and(|(above, _)| above.contains(heading));
            assert!(below, "{args:?}: {help}");
            let is_root = args == ["--help"];
            let overlay = format!("--overlay <{file}>");
            assert_eq!(help.contains(&overlay), is_root, "{help}");
            // A Chinese heading ends in a Chinese colon.
            let half = help.lines().any(|line| line.ends_with(':'));
            assert_eq!(half, lang == "en", "{help}");
            assert_eq!(help.contains("plan --help"), !is_root, "{help}");
        }
    }
}

/// Each example of the help and the man page is a line that the program takes.
#[test]
fn examples_are_taken() {
    for (lines, _) in plan::i18n::man::EXAMPLES {
        for line in lines {
            let line = line.split(" > ").next().unwrap_or(line);
            let words: Vec<&str> = line.split(' ').collect();
            let command = plan::cli::help::parser(plan::model::Lang::En);
            let taken = command.try_get_matches_from(words);
            assert!(taken.is_ok(), "{line}: {taken:?}");
        }
    }
}

/// A file where a command takes none: what was meant is said as it can be typed.
#[test]
fn a_file_in_place_of_a_word_names_the_command_that_was_meant() {
    for (args, meant) in [
        (
            &["template", "ours.xlsx"][..],
            "plan template overlay -o ours.xlsx",
        ),
        (
            &["template", "plan", "ours.csv"],
            "plan template plan -o ours.csv",
        ),
        (&["schema", "ours.json"], "plan check ours.json"),
        (&["export", "all.md"], "plan export -f markdown -o all.md"),
        (
            &["export", "-f", "all.xlsx"],
            "plan export -f xlsx -o all.xlsx",
        ),
        (&["list", "ours.xlsx"], "plan list --overlay ours.xlsx"),
        (&["show", "our list.xlsx"], "plan --overlay 'our list.xlsx'"),
        (&["who", "ours.xlsx"], "plan --overlay ours.xlsx"),
    ] {
        for (lang, words) in [("en", "did you mean: "), ("zh", "是否为：")] {
            let answer = ran(&mut program(&[&["--lang", lang], args].concat()));
            assert_ne!(answer.status, 0, "{args:?}");
            let last = answer.err.lines().last().unwrap_or_default();
            assert!(
                last.ends_with(&format!("{words}{meant}")),
                "{args:?}: {}",
                answer.err
            );
        }
    }
    // An option's own file is no such word, nor is a file that is not there a query.
    let answer = ran(&mut program(&["list", "--overlay", "nosuch.xlsx"]));
    assert!(!answer.err.contains("did you mean"), "{}", answer.err);
    let folder = tempfile::tempdir().expect("a folder");
    let ours = folder.path().join("ours.csv");
    std::fs::write(&ours, "Item,Lead\nP1,MIIT\n").expect("a file");
    let file = ours.display().to_string();
    let answer = ran(&mut program(&[&file]));
    assert_eq!(answer.status, 2);
    assert!(
        answer
            .err
            .contains(&format!("did you mean: plan --overlay {file} (")),
        "{}",
        answer.err
    );
}

/// The signs of a text are explained in it.
#[test]
fn signs_of_a_text_are_explained() {
    for (lang, strips, compared) in [
        (
            "en",
            "bar: latest value (░ baseline: no later figure); ┃ target  ~ partly confirmed",
            "= both  * inferred",
        ),
        (
            "zh",
            "条形：最新值（░ 基期值，无后续数据）；┃ 目标值  ~ 部分核实",
            "= 两者均有  * 推定",
        ),
    ] {
        let list = out(&["list", "indicator", "--lang", lang]);
        assert_eq!(list.lines().nth(1), Some(strips), "{list}");
        let both = out(&["compare", "miit", "ndrc", "--lang", lang]);
        assert_eq!(both.lines().last(), Some(compared), "{both}");
        // Where no lead is inferred, nothing is said of it.
        let both = out(&["compare", "p1", "p3", "--lang", lang]);
        assert!(!both.contains('*'), "{both}");
    }
}

/// Options take what the screens say, in both languages.
#[test]
fn options_take_the_words_of_the_screens() {
    let project = out(&["list", "project"]);
    for name in ["projects", "工程", "重点工程", "项目", "programme"] {
        assert_eq!(out(&["list", name]), project, "{name}");
    }
    let tasks = out(&["search", "data", "-k", "task"]);
    for name in ["tasks", "任务", "重大任务"] {
        assert_eq!(out(&["search", "data", "-k", name]), tasks, "{name}");
    }
    let lead = out(&["who", "miit", "--role", "lead", "-k", "project"]);
    assert_eq!(out(&["who", "miit", "--role", "牵头", "-k", "工程"]), lead);
    let support = out(&["who", "miit", "--role", "support"]);
    assert_eq!(out(&["who", "miit", "--role", "配合"]), support);
    let issued = out(&["who", "PLAN", "--role", "issue"]);
    assert_eq!(out(&["who", "PLAN", "--role", "印发"]), issued);
    assert!(issued.contains("Issued by"), "{issued}");
    for (args, known) in [
        (["list", "无此类", "-l", "zh"], "重大任务、重点工程"),
        (["list", "nosuch", "-l", "en"], "task, project"),
    ] {
        let err = plan(&args).err;
        assert!(err.contains(known), "{err}");
    }
    let err = plan(&["who", "miit", "--role", "x", "-l", "zh"]).err;
    assert!(err.contains("牵头、配合、印发"), "{err}");
}

/// A question about the work of a body asks for the role and the kind too.
#[test]
fn who_takes_the_role_and_the_kind_from_the_question() {
    for (question, role, kind) in [
        ("工信部牵头的工程", "lead", "project"),
        ("projects miit leads", "lead", "project"),
        ("工信部配合的行动", "support", "action"),
    ] {
        let by_options = out(&["who", "miit", "--role", role, "-k", kind]);
        assert_eq!(plan(&["who", question]).out, by_options, "{question}");
    }
    let most = plan(&["who", "who leads the most projects"]).out;
    assert!(most.contains("Lead"), "{most}");
}

#[test]
fn show_and_compare_take_names() {
    assert_eq!(out(&["show", "工信部"]), out(&["show", "miit"]));
    assert_eq!(out(&["show", "5G用户普及率"]), out(&["show", "I3"]));
    let by_ids = out(&["compare", "miit", "ndrc"]);
    for names in [
        ["工信部", "发改委"],
        ["工业和信息化部", "国家发展和改革委员会"],
    ] {
        assert_eq!(out(&["compare", names[0], names[1]]), by_ids);
    }
    assert_eq!(plan(&["show", "no such name"]).status, 1);
}

/// A search keeps its best hits, and says so where more are asked for.
#[test]
fn a_search_says_that_it_keeps_no_more() {
    let items =
        (0..400).map(|at| serde_json::json!({"id": format!("T{at}"), "kind": "task", "name": "n"}));
    let items: Vec<_> = items.collect();
    let json = serde_json::json!({"format": 1, "plan": {"name": "p"}, "items": items});
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("p.json");
    std::fs::write(&file, json.to_string()).expect("it is written");
    let data = file.to_str().expect("a path");
    for (limit, said) in [
        ("20", "20 of 400 shown; --limit N shows more"),
        ("1000", "300 of 400 shown, the most a search shows"),
    ] {
        let answer = plan(&["--data", data, "search", "lead:none", "--limit", limit]);
        assert!(answer.err.contains(said), "{}", answer.err);
    }
}
