//! Questions of an office about its own assignments: who has them, what became of them, when they are due.

use plan::describe;
use plan::model::{Date, Lang};
use plan::query::{Note, Query};

use super::indexed::Indexed;

/// As an office fills in a sheet: bodies, units, contacts, dates and states.
const OURS: &str = r#"{"format":1,"responsibilities":[
    {"item":"T8","body":"moe","role":"lead","unit":"信息化处","contact":"张伟 010-66090001","due":"2026-06-30","status":"open"},
    {"item":"T8","body":"nhc","role":"support","unit":"信息化处","contact":"张伟","due":"2026-06-30","status":"open"},
    {"item":"P16","body":"moe","role":"lead","unit":"信息化处、办公室","contact":"李娜","due":"2027-03-31","status":"open"},
    {"item":"P1","body":"moe","role":"support","unit":"科技处","contact":"王芳","due":"2026-12","status":"open"},
    {"item":"P10","body":"miit","role":"lead","unit":"科技处","contact":"王芳","due":"2026-09","status":"late"},
    {"item":"A1","body":"moe","role":"support","unit":"Data desk","contact":"Wang Fang, ext. 12","due":"2026-09","status":"done"},
    {"item":"A3","body":"moe","role":"support","unit":"科技处","status":"open","note":"Budget not approved"},
    {"item":"A9","body":"moe","role":"support","unit":"Data desk","contact":"Wang Fang, ext. 12","due":"2026-11-20","status":"open"},
    {"item":"P12","body":"moe","role":"support","unit":"科技处","note":"未启动；等经费"},
    {"item":"S3","body":"moe","role":"lead","unit":"人事处","due":"2026-12-03","status":"dropped"}]}"#;

fn office() -> Indexed {
    Indexed::with(OURS)
}

/// Questions, how they are read, and all that they find.
#[rustfmt::skip]
const QUESTIONS: &[(&str, &str, &[&str])] = &[
    // Any work is a task to an official; `major tasks` are a kind of the plan.
    ("本月要完成的任务", "due:2026-11", &["A9"]),
    ("tasks due this month", "due:2026-11", &["A9"]),
    ("哪些任务逾期了", "is:late", &["T8", "P10", "A9"]),
    ("逾期的任务", "is:late", &["T8", "P10", "A9"]),
    ("任务逾期", "is:late", &["T8", "P10", "A9"]),
    ("overdue tasks", "is:late", &["T8", "P10", "A9"]),
    ("逾期的重大任务", "is:late kind:task", &["T8"]),
    ("今年的任务", "due:2026", &["T8", "P1", "P10", "A1", "A9", "S3"]),
    ("明年的任务", "due:2027", &["P16"]),
    ("信息化处的任务", "unit:信息化处", &["T8", "P16"]),
    ("哪些任务没有完成", "status:unfinished", &["T8", "P1", "P10", "P12", "P16", "A3", "A9"]),
    // A body, a unit or a contact with a state, in any order
    ("教育部 逾期", "is:late org:MOE", &["T8", "A9"]),
    ("教育部逾期", "is:late org:MOE", &["T8", "A9"]),
    ("逾期 教育部", "is:late org:MOE", &["T8", "A9"]),
    ("教育部的逾期工作", "is:late org:MOE", &["T8", "A9"]),
    ("教育部有没有逾期的", "is:late org:MOE", &["T8", "A9"]),
    ("教育部牵头的逾期事项", "is:late lead:MOE", &["T8"]),
    ("卫健委的逾期事项", "is:late org:NHC", &["T8"]),
    ("MOE overdue", "is:late org:MOE", &["T8", "A9"]),
    ("科技处逾期", "is:late unit:科技处", &["P10"]),
    ("Data desk overdue", "is:late unit:\"data desk\"", &["A9"]),
    ("王芳逾期", "is:late contact:王芳", &["P10"]),
    ("王芳 逾期", "is:late contact:王芳", &["P10"]),
    ("张伟逾期", "is:late contact:张伟", &["T8"]),
    ("overdue Wang Fang", "is:late contact:\"wang fang\"", &["A9"]),
    ("教育部进行中", "status:open org:MOE", &["T8", "P1", "P16", "A3", "A9"]),
    ("科技处 进行中", "status:open unit:科技处", &["P1", "A3"]),
    ("教育部 已完成", "status:done org:MOE", &["A1"]),
    ("人事处取消", "status:dropped unit:人事处", &["S3"]),
    ("工信部延期", "is:late org:MIIT", &["P10"]),
    // The words of the sheet's own list, and what means them
    ("进行中", "status:open", &["T8", "P1", "P16", "A3", "A9"]),
    ("哪些进行中", "status:open", &["T8", "P1", "P16", "A3", "A9"]),
    ("in progress", "status:open", &["T8", "P1", "P16", "A3", "A9"]),
    ("进行中的工作", "status:open", &["T8", "P1", "P16", "A3", "A9"]),
    ("已取消", "status:dropped", &["S3"]),
    ("cancelled", "status:dropped", &["S3"]),
    ("not started", "status:unstarted", &["P12"]),
    ("未启动", "status:unstarted", &["P12"]),
    ("哪些还没开始", "status:unstarted", &["P12"]),
    ("未办结", "status:unfinished", &["T8", "P1", "P10", "P12", "P16", "A3", "A9"]),
    // Times
    ("下周到期", "due:2026-11-30..2026-12-06", &["P1", "S3"]),
    ("due next week", "due:2026-11-30..2026-12-06", &["P1", "S3"]),
    ("本周到期", "due:2026-11-23..2026-11-29", &[]),
    ("本季度到期", "due:2026-10..2026-12", &["P1", "A9", "S3"]),
    ("due this quarter", "due:2026-10..2026-12", &["P1", "A9", "S3"]),
    ("三季度到期", "due:2026-07..2026-09", &["P10", "A1"]),
    ("下季度到期", "due:2027-01..2027-03", &["P16"]),
    ("年底前完成", "due:2026-12", &["P1", "S3"]),
    ("没有完成时限的", "due:none", &["A3", "P12"]),
    ("items without a due date", "due:none", &["A3", "P12"]),
    // Bounds of a time, and a month without a year, which is the nearest in which something is due
    ("due before 2027", "due:..2026", &["T8", "P1", "P10", "A1", "A9", "S3"]),
    ("due before january", "due:..2026-12", &["T8", "P1", "P10", "A1", "A9", "S3"]),
    ("due after 2026", "due:2027..", &["P16"]),
    ("due between october and december", "due:2026-10..2026-12", &["P1", "A9", "S3"]),
    ("10月到12月之间到期的", "due:2026-10..2026-12", &["P1", "A9", "S3"]),
    ("2027年1月之前到期", "due:..2026-12", &["T8", "P1", "P10", "A1", "A9", "S3"]),
    ("明年2月以后到期", "due:2027-03..", &["P16"]),
    ("due in september", "due:2026-09", &["P10", "A1"]),
    ("9月到期", "due:2026-09", &["P10", "A1"]),
    ("due in march", "due:2027-03", &["P16"]),
    ("明年3月到期", "due:2027-03", &["P16"]),
    ("overdue since november", "is:late due:2026-11..", &["A9"]),
    ("what was due last month", "due:2026-10", &[]),
    ("due today", "due:2026-11-29", &[]),
    // Our own, in everyday words
    ("what do we lead", "lead:assigned", &["T8", "P10", "P16", "S3"]),
    ("what is done", "status:done", &["A1"]),
    ("what is not done", "status:unfinished", &["T8", "P1", "P10", "P12", "P16", "A3", "A9"]),
    ("status done", "status:done", &["A1"]),
    // Two bodies
    ("工信部、商务部共同牵头", "lead:MIIT lead:MOFCOM", &["T5", "P11"]),
    ("工信部和商务部一起牵头的", "lead:MIIT lead:MOFCOM", &["T5", "P11"]),
    ("工信部和商务部共同牵头的工程", "lead:MIIT lead:MOFCOM kind:project", &["P11"]),
    // Results
    ("哪些提前完成", "result:early", &["I3", "I4", "I10"]),
    ("提前达到", "result:early", &["I3", "I4", "I10"]),
];

#[test]
fn an_office_asks_for_its_own_work() {
    let office = office();
    for &(question, wanted, wanted_ids) in QUESTIONS {
        let (read, ids, said) = office.ask(question, Lang::Zh);
        assert_eq!(read, wanted, "{question}: {said}");
        let sorted = |ids: &[&str]| {
            let mut ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
            ids.sort();
            ids
        };
        assert_eq!(sorted(&ids), sorted(wanted_ids), "{question}: {said}");
        // What is shown can be typed.
        assert_eq!(office.ask(wanted, Lang::En).1, ids, "{question}");
    }
}

/// Notes of assignments are searched, and the tag says where the words stand.
#[test]
fn a_note_of_an_assignment_is_found() {
    let office = office();
    let query = Query::parse("budget not approved");
    let found = office.index.search(&office.plan, &query);
    let first = found.hits.first().expect("it is found");
    assert_eq!(office.plan.id(first.node), "A3");
    let why = office.index.why(&office.plan, &query, first, Lang::En);
    let why = why.map(|why| describe::why(&why, Lang::En));
    assert_eq!(why.as_deref(), Some("match: in our note"));
}

/// What is dropped or not told apart is named, and nothing is said to follow where nothing does.
#[test]
fn what_is_not_read_is_said() {
    let office = office();
    for (question, wanted) in [
        ("除了工信部谁还负责5G", "未能理解：除了"),
        ("教育部是牵头还是配合", "教育部牵头"),
        ("民政部的角色", "民政部牵头"),
        ("5G 逾期", "仅为关键词匹配结果"),
    ] {
        let (.., said) = office.ask(question, Lang::Zh);
        assert!(said.contains(wanted), "{question}: {said}");
    }
    let (_, ids, said) = office.ask("哪些xyzzyq提前完成", Lang::Zh);
    assert!(
        !ids.is_empty() || !said.contains("仅为关键词匹配结果"),
        "{said}"
    );
}

/// A tag says that a text contains what stands there, and of what means the same that it is near.
#[test]
fn a_tag_says_what_is_so() {
    let office = office();
    for (question, tag) in [
        ("xinjiang", "near: xinjiang"),
        ("Xinjiang", "near: Xinjiang"),
    ] {
        let query = Query::parse(question);
        let found = office.index.search(&office.plan, &query);
        for hit in &found.hits {
            let why = office.index.why(&office.plan, &query, hit, Lang::En);
            let why = why.map(|why| describe::why(&why, Lang::En));
            assert_eq!(why.as_deref(), Some(tag));
        }
    }
    for question in ["民政部xyzzy", "王芳未启动xyzzy", "5G xyzzy"] {
        let query = Query::parse(question);
        for hit in &office.index.search(&office.plan, &query).hits {
            let Some(near) = &hit.near else { continue };
            let [has, _] = near.said(&query);
            assert!(
                has.iter().all(|word| question.contains(word.as_str())),
                "{question}: {has:?}"
            );
        }
    }
}

/// Two bodies are compared by their names in a row, in pinyin, or by the words that find each.
#[test]
fn two_bodies_are_compared() {
    let office = office();
    for (question, wanted) in [
        ("教育部 民政部 比较", ["moe", "mca"]),
        ("教育部民政部比较", ["moe", "mca"]),
        ("对比教育部、民政部", ["moe", "mca"]),
        ("jiaoyubu vs minzhengbu", ["moe", "mca"]),
        ("工信部比发改委多几项", ["miit", "ndrc"]),
        ("who leads more, MIIT or CAC", ["miit", "cac"]),
        ("compare education and health", ["moe", "nhc"]),
        (
            "compare ministry of health and ministry of education",
            ["nhc", "moe"],
        ),
    ] {
        let found = office.index.search(&office.plan, &Query::parse(question));
        let pair = found.notes.iter().find_map(|note| match note {
            Note::Compare(pair) => Some(pair.map(|node| office.plan.id(node).to_owned())),
            _ => None,
        });
        assert_eq!(pair, Some(wanted.map(str::to_owned)), "{question}");
    }
}

/// The figure that a ranking shows is the one by which it is ordered.
#[test]
fn a_ranking_shows_its_figures() {
    let office = office();
    for question in [
        "哪个部委牵头最多",
        "who leads the most projects",
        "who has the most work",
    ] {
        let found = office.index.search(&office.plan, &Query::parse(question));
        let ranked = |hit| describe::ranked(&found, hit, Lang::En);
        let figures: Vec<String> = found.hits.iter().filter_map(ranked).collect();
        assert_eq!(figures.len(), found.hits.len(), "{question}");
        let counts = figures
            .iter()
            .map(|text| text.trim_start_matches("leads ").parse::<usize>());
        let counts: Vec<usize> = counts.map(|count| count.expect("a count")).collect();
        assert!(
            counts.is_sorted_by(|a, b| a >= b) && counts[0] > 1,
            "{counts:?}"
        );
    }
    let newest = office.ask("最新的文件", Lang::Zh).1;
    let dated = |id: &str| {
        let document = office.plan.find(id).and_then(plan::model::Node::document)?;
        office.plan[document].dated
    };
    let dates: Vec<Option<Date>> = newest.iter().map(|id| dated(id)).collect();
    assert!(dates.is_sorted_by(|a, b| a >= b) && dates[0].is_some());
}

/// Where the plan can be read stands on its own page.
#[test]
fn where_the_plan_can_be_read() {
    let office = office();
    for question in [
        "where can I read the plan",
        "link to the plan",
        "规划在哪里看",
        "哪里有规划全文",
    ] {
        assert_eq!(office.ask(question, Lang::Zh).1, ["PLAN"], "{question}");
    }
}

#[test]
fn a_question_that_is_turned_round_is_not_answered_with_its_opposite() {
    let office = office();
    for (question, read) in [
        ("which leads are not inferred", "!lead:inferred"),
        ("which targets were not missed", "result:reached"),
        (
            "which projects are not led by miit",
            "!lead:MIIT kind:project",
        ),
        ("projects other than miit's", "!org:MIIT kind:project"),
        ("which items arent overdue", "!is:late"),
        (
            "which items are overdue except for moe's",
            "is:late !org:MOE",
        ),
        ("哪些不是推定的", "!lead:inferred"),
        ("哪些项目不是工信部牵头的", "!lead:MIIT kind:project"),
        ("除了工信部牵头的项目", "!lead:MIIT kind:project"),
        ("没有逾期的", "!is:late"),
        ("哪些还没逾期", "!is:late"),
    ] {
        let (as_filters, found, _) = office.ask(question, Lang::En);
        assert_eq!(as_filters, read, "{question}");
        // What is read finds the same as what is typed so.
        assert!(!found.is_empty(), "{question}");
        assert_eq!(found, office.ask(read, Lang::En).1, "{question}");
    }
    // Where it is not certain what is taken out, its opposite is no answer.
    for (question, word) in [
        ("which body does not lead most", "not"),
        ("who is not responsible for 5g", "not"),
        ("which items are not inferred and overdue", "not"),
    ] {
        let query = Query::parse(question).on(Date::parse("2026-11-29"));
        let found = office.index.search(&office.plan, &query);
        assert!(found.read_as().is_none(), "{question}: {:?}", found.notes);
        let not_read = Note::NotRead(vec![word.to_owned()]);
        assert!(
            found.notes.contains(&not_read),
            "{question}: {:?}",
            found.notes
        );
    }
    for (question, read) in [
        ("which targets were not reached", "result:missed"),
        ("有没有逾期的", "is:late"),
        ("哪些没有牵头单位", "lead:none"),
    ] {
        assert_eq!(office.ask(question, Lang::Zh).0, read, "{question}");
    }
}

#[test]
fn what_has_no_status_is_not_finished() {
    let office = Indexed::with(
        r#"{"format":1,"responsibilities":[
        {"item":"T8","body":"moe","role":"lead","due":"2026-06-30"},
        {"item":"P1","body":"moe","role":"lead","status":"done"}]}"#,
    );
    assert_eq!(office.ask("what have we not finished", Lang::En).1, ["T8"]);
    assert_eq!(office.ask("status:open", Lang::En).1, Vec::<&str>::new());
}

/// What is due is listed by date, the earliest first, whatever the order of the plan; what has no date comes
/// last.
#[test]
fn what_is_due_is_listed_by_date() {
    let office = Indexed::with(
        r#"{"format":1,"responsibilities":[
        {"item":"T1","body":"moe","role":"support","due":"2026-01-15","status":"open"},
        {"item":"T3","body":"moe","role":"support","due":"2026-10","status":"open"},
        {"item":"P2","body":"moe","role":"support","due":"2025-03-31","status":"open"},
        {"item":"P5","body":"moe","role":"support","due":"2024-06-30","status":"late"},
        {"item":"P5","body":"mca","role":"support","due":"2026-10-02","status":"open"},
        {"item":"A4","body":"moe","role":"support","due":"2027-02-01","status":"open"},
        {"item":"A5","body":"moe","role":"support","status":"late"}]}"#,
    );
    for (question, wanted) in [
        ("is:late", "P5 P2 T1 T3 A5"),
        ("overdue", "P5 P2 T1 T3 A5"),
        ("逾期", "P5 P2 T1 T3 A5"),
        ("is:late body:mca", "P5"),
        ("due:2024..2027", "P5 P2 T1 T3 A4"),
        ("due:2026", "T1 P5 T3"),
        ("is:late digital", "T1 T3 A5"),
        ("status:unfinished", "P5 P2 T1 T3 A4 A5"),
    ] {
        let (_, ids, said) = office.ask(question, Lang::En);
        let ids: Vec<&str> = ids.into_iter().collect();
        assert_eq!(ids.join(" "), wanted, "{question}: {said}");
    }
    let found = office.search("due:2026");
    assert_eq!(describe::order(&found, Lang::En), "by date");
    assert_eq!(describe::order(&office.search("kind:task"), Lang::En), "");
}

/// Finishing is a state as doing is: of assignments, or else of targets.
#[test]
fn what_is_finished_is_a_state() {
    let (office, shipped) = (office(), Indexed::shipped());
    for (question, ours, plan) in [
        (
            "what did we fail to finish",
            "status:unfinished",
            "result:missed",
        ),
        ("what is not finished", "status:unfinished", "result:missed"),
        ("没做完的", "status:unfinished", "result:missed"),
        ("哪些没做完", "status:unfinished", "result:missed"),
        ("what have we completed", "status:done", "result:reached"),
        ("做完了的", "status:done", "result:reached"),
    ] {
        let (read, ..) = office.ask(question, Lang::En);
        assert!(read.contains(ours), "{question}: {read}");
        let (read, ..) = shipped.ask(question, Lang::En);
        assert!(read.contains(plan), "{question}: {read}");
    }
    assert!(
        office
            .ask("did we finish our tasks", Lang::En)
            .0
            .contains("status:done")
    );
}

/// Who supports a body is asked of its partners, which its page names.
#[test]
fn who_supports_a_body_is_its_page() {
    let shipped = Indexed::shipped();
    for (question, wanted) in [
        ("who supports MIIT", "miit"),
        ("who helps MIIT", "miit"),
        ("谁配合工信部", "miit"),
        ("who supports the Ministry of Education", "moe"),
    ] {
        assert_eq!(shipped.ids(question), [wanted], "{question}");
    }
    // What a body supports is another question.
    assert!(shipped.ids("what does MIIT support").len() > 1);
    assert!(shipped.ids("who supports energy").len() > 1);
}

/// What belongs to an item is found by the item's id or number.
#[test]
fn what_belongs_to_an_item_is_found() {
    let shipped = Indexed::shipped();
    let below = |id: &str| shipped.ids(&format!("under:{id}"));
    assert_eq!(below("T1"), ["P1", "P2", "P3", "P4"]);
    for question in [
        "projects under T1",
        "T1's projects",
        "projects of task 1",
        "what belongs to T1",
        "任务一下的项目",
        "T1下的工程",
        "under:t1 kind:project",
    ] {
        assert_eq!(shipped.ids(question), below("T1"), "{question}");
    }
    assert!(shipped.ids("under:F1").len() > 1);
    assert_eq!(shipped.ids("task T1").first(), Some(&"T1"));
    assert!(
        !shipped
            .said(&shipped.search("under:xyz"), Lang::En)
            .is_empty()
    );
}

/// Bodies that lead nothing, and items that several lead.
#[test]
fn how_many_lead_is_asked() {
    let shipped = Indexed::shipped();
    for question in ["which ministries lead nothing", "没有牵头任何项目的部门"] {
        let nodes: Vec<_> = shipped.nodes(question).collect();
        assert!(!nodes.is_empty(), "{question}");
        for node in nodes {
            let body = node.body().expect("it is a body");
            let projects_only = question.contains("项目");
            let leads = shipped.plan.responsibilities_of(body).any(|one| {
                one.shown().leads()
                    && one.item.item().is_some_and(|id| {
                        !projects_only || &*shipped.plan[shipped.plan[id].kind].id == "project"
                    })
            });
            assert!(!leads, "{question}: {}", shipped.plan.id(node));
        }
    }
    let several = shipped.ids("lead:many kind:project");
    assert!(
        several.contains(&"P16") && several.len() < 17,
        "{several:?}"
    );
    for question in [
        "which projects have several leads",
        "哪些项目由多个部门牵头",
        "牵头:多个 类别:项目",
    ] {
        assert_eq!(shipped.ids(question), several, "{question}");
    }
}

/// An assignment counts where another row about the same body is the one that is shown.
#[test]
fn an_assignment_behind_another_row_is_found() {
    let ours = Indexed::with(
        r#"{"format":1,"responsibilities":[{"item":"T1","body":"miit","role":"support"}]}"#,
    );
    assert_eq!(ours.ids("basis:assigned"), ["T1"]);
    assert_eq!(ours.ids("基于:分工"), ["T1"]);
}

/// One word for what is done asks as another one does.
#[test]
fn what_is_done_is_asked_by_one_word() {
    let ours = Indexed::with(
        r#"{"format":1,"responsibilities":[
            {"item":"T8","body":"moe","role":"lead","status":"done"},
            {"item":"T1","body":"miit","role":"lead","status":"open"}]}"#,
    );
    for word in ["done", "completed", "what is done"] {
        let (read, ids, _) = ours.ask(word, Lang::En);
        assert_eq!(read, "status:done", "{word}");
        assert_eq!(ids, ["T8"], "{word}");
    }
}

/// A unit with a short name is asked for by that whole name, in any words, and none is meant that has its
/// letters inside another name.
#[test]
fn a_short_name_of_a_unit_is_meant_as_a_whole() {
    let office = Indexed::with(
        r#"{"format":1,"responsibilities":[
        {"item":"T1","body":"moe","role":"support","unit":"IT"},
        {"item":"P3","body":"moe","role":"support","unit":"HR、PR"},
        {"item":"P5","body":"moe","role":"support","unit":"财务","contact":"Wang"},
        {"item":"A2","body":"moe","role":"support","unit":"Audit"},
        {"item":"A6","body":"moe","role":"support","unit":"Digital unit"}]}"#,
    );
    for (questions, read, ids) in [
        (
            &[
                "IT unit",
                "unit IT",
                "what does IT do",
                "who is IT",
                "it unit",
                "IT's work",
                "IT负责什么",
                "IT处负责哪些工作",
                "unit:IT",
            ][..],
            "unit:it",
            &["T1"][..],
        ),
        (
            &["HR unit", "what does HR do", "HR负责什么"],
            "unit:hr",
            &["P3"],
        ),
        (&["what is PR doing", "PR section"], "unit:pr", &["P3"]),
        (
            &[
                "财务处",
                "财务负责什么",
                "哪些由财务负责",
                "what does 财务 do",
            ],
            "unit:财务",
            &["P5"],
        ),
        (&["what does Wang do"], "contact:wang", &["P5"]),
    ] {
        for question in questions {
            let (as_filters, found, said) = office.ask(question, Lang::En);
            if !question.contains(':') {
                assert_eq!(as_filters, read, "{question}: {said}");
            }
            assert_eq!(found, ids, "{question}: {said}");
        }
    }
    // The topic is meant where the words ask who answers for it, and by its word alone.
    for question in ["who is responsible for IT", "谁负责IT", "IT"] {
        assert!(
            !office.ask(question, Lang::En).0.contains("unit:"),
            "{question}"
        );
    }
    // Letters are no part of a word that has them inside, and a beginning narrows while it is typed.
    assert_eq!(office.ids("unit:udit"), Vec::<&str>::new());
    assert_eq!(office.ids("unit:aud"), ["A2"]);
}

/// Two organisations and nothing else: how they compare is offered, and what both do is listed.
/// Another condition does not drop a unit whose name is a word that questions skip.
#[test]
fn a_short_name_of_a_unit_stands_beside_another_condition() {
    let office = Indexed::with(
        r#"{"format":1,"responsibilities":[
        {"item":"T1","body":"moe","role":"support","unit":"IT","due":"2026-03"},
        {"item":"P3","body":"moe","role":"support","unit":"综合处","due":"2026-03"}]}"#,
    );
    let today = Date::parse("2026-11-30").expect("a day");
    for question in [
        "IT逾期",
        "逾期 it",
        "IT的逾期任务",
        "IT处逾期",
        "责任处室 IT 逾期",
        "overdue IT unit",
        "assigned to IT",
        "IT逾期未完成",
        "what is IT late with",
    ] {
        let found = office
            .index
            .search(&office.plan, &Query::parse(question).on(Some(today)));
        let ids = office.ids_of(&found);
        assert_eq!(ids, ["T1"], "{question}");
    }
}

#[test]
fn two_names_alone_offer_to_compare() {
    let shipped = Indexed::shipped();
    let both = shipped.ids("org:miit org:moe");
    assert!(both.contains(&"P1"));
    let pair = |question: &str| {
        let notes = shipped.search(question).notes;
        notes.iter().find_map(|note| match note {
            Note::Compare(pair) => Some(pair.map(|node| shipped.plan.id(node).to_owned())),
            _ => None,
        })
    };
    for question in [
        "工信部和教育部",
        "MIIT and MOE",
        "MIIT MOE",
        "gongxinbu jiaoyubu",
        "gongxinbu he jiaoyubu",
    ] {
        let wanted = Some(["miit", "moe"].map(str::to_owned));
        assert_eq!(pair(question), wanted, "{question}");
        assert_eq!(shipped.ids(question), both, "{question}");
    }
    for question in [
        "MIIT and MOE projects",
        "led by MIIT and MOE",
        "工信部和教育部共同牵头",
    ] {
        assert_eq!(pair(question), None, "{question}");
    }
}

/// With whom an organisation works most stands on its page, in that order.
#[test]
fn with_whom_one_works_most_stands_on_its_page() {
    let shipped = Indexed::shipped();
    for question in ["which ministry works most with MIIT", "工信部和谁合作最多"] {
        assert_eq!(shipped.ids(question), ["miit"], "{question}");
        let found = shipped.search(question);
        let miit = found.hits[0].node.body().expect("an organisation");
        let [(most, count), ..] = shipped.plan.works_with(miit)[..] else {
            panic!("it works with others");
        };
        let first = format!(": {} {count}, ", shipped.plan[most].abbr);
        let said = shipped.said(&found, Lang::En).join("");
        assert!(said.contains(&first), "{question}: {said}");
    }
}

/// A topic and a year ask what is to be reached then, unless something is called so.
#[test]
fn a_topic_and_a_year_ask_for_targets() {
    let shipped = Indexed::shipped();
    for (question, first) in [("broadband 2025", "I4"), ("5g 2025", "I3")] {
        assert_eq!(shipped.ids(question).first(), Some(&first), "{question}");
    }
}
