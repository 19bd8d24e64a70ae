//! An office's own dates and states come before what the plan says of the same item.

use plan::describe::{self, DescribeOptions, Names, markdown, note, short_list};
use plan::model::{BasisFilter, Date, Input, Lang, SHIPPED};
use plan::query::{Note, Query};
use plan::search::Found;

use super::indexed::Indexed;

/// A sheet as an office fills it in.
const SHEET: &str = "\
Item,Lead,Support,Contact,Due,Status,Note
P1,MIIT,,Li Wei,2026-03-31,done,
P3,CAC,,,2026-06-30,in progress,
P5,MOF,,,2027-03-31,open,
P10,NDRC,,Chen,2026-12-15,not started,Waiting for the budget
T8,MIIT,\"CAC, MOE\",,2027-06-30,Not yet begun,
A9,MOE,,,2026-12-31,planned,
A5,MOE,,,2028-01-31,未启动（等经费）,
A6,MOE,,,2028-02-29,\"Not started, no money\",Call Li
";

fn office() -> Indexed {
    let (name, bytes) = ("ours.csv", SHEET.as_bytes());
    Indexed::of(SHIPPED, &[Input { name, bytes }])
}

fn today() -> Option<Date> {
    Date::parse("2026-11-30")
}

fn search(plan: &Indexed, query: &str) -> Found {
    plan.index
        .search(&plan.plan, &Query::parse(query).on(today()))
}

fn said(plan: &Indexed, found: &Found, lang: Lang) -> Vec<String> {
    let notes = found.notes.iter();
    let notes = notes.filter(|note| !matches!(note, Note::ReadAs(_)));
    notes.map(|one| note(&plan.plan, one, lang)).collect()
}

#[test]
fn an_own_date_stands_for_the_target_of_the_plan() {
    let office = office();
    let listed = |query: &str| -> Vec<(String, String)> {
        let found = search(&office, query);
        let hits = found.hits.iter();
        let hits = hits.map(|hit| {
            let due = hit.due.map(|due| due.to_string());
            (office.plan.id(hit.node).to_owned(), due.unwrap_or_default())
        });
        hits.collect()
    };
    let pair = |(id, due): (&str, &str)| (id.to_owned(), due.to_owned());
    let all = [
        ("P10", "2026-12-15"),
        ("A9", "2026-12-31"),
        ("P5", "2027-03-31"),
        ("T8", "2027-06-30"),
        ("A5", "2028-01-31"),
        ("A6", "2028-02-29"),
    ]
    .map(pair);
    for query in ["due:next", "what is due next", "下一个到期的"] {
        assert_eq!(listed(query), all, "{query}");
    }
    let none = search(&office, "下周到期");
    let none = said(&office, &none, Lang::Zh).join("");
    assert!(none.contains("2026年12月15日（P10）"), "{none}");
}

#[test]
fn how_one_item_stands_is_answered_with_its_date() {
    let office = office();
    for (query, id, en, zh) in [
        (
            "is P10 overdue",
            "P10",
            "P10: due 15 December 2026, not started.",
            "P10：完成时限 2026年12月15日",
        ),
        (
            "P10逾期了吗",
            "P10",
            "P10: due 15 December 2026, not started.",
            "未启动",
        ),
        ("is P1 done", "P1", "P1: due 31 March 2026, done.", "已完成"),
        ("P1完成了吗", "P1", "P1: due 31 March 2026, done.", "已完成"),
        (
            "project 10 deadline",
            "P10",
            "P10: due 15 December 2026, not started.",
            "12月15日",
        ),
        (
            "project 10 target date",
            "P10",
            "P10: due 15 December 2026, not started.",
            "12月15日",
        ),
        (
            "when is project 10 due",
            "P10",
            "P10: due 15 December 2026, not started.",
            "12月15日",
        ),
        (
            "重点工程10什么时候完成",
            "P10",
            "P10: due 15 December 2026, not started.",
            "12月15日",
        ),
        (
            "P10期限",
            "P10",
            "P10: due 15 December 2026, not started.",
            "12月15日",
        ),
        (
            "P2 deadline",
            "P2",
            "P2: targets by 2023.",
            "P2：目标年份2023。",
        ),
    ] {
        let found = search(&office, query);
        let ids = office.ids_of(&found);
        assert_eq!(ids, [id], "{query}");
        assert_eq!(said(&office, &found, Lang::En), [en], "{query}");
        let zh_said = said(&office, &found, Lang::Zh).join("");
        assert!(zh_said.contains(zh), "{query}: {zh_said}");
    }
    let alone = Indexed::of(SHIPPED, &[]);
    let found = search(&alone, "project 10 deadline");
    assert_eq!(said(&alone, &found, Lang::En), ["P10: targets by 2025."]);
}

#[test]
fn own_assignments_and_their_contacts_are_asked_for_in_plain_words() {
    let office = office();
    let all = ["T8", "P1", "P3", "P5", "P10", "A5", "A6", "A9"];
    for query in ["our assignments", "本单位分工", "what must our office do"] {
        assert_eq!(ids(&office, query), all, "{query}");
    }
    for query in ["contact", "contacts", "联系人", "联系人是谁"] {
        assert_eq!(ids(&office, query), ["P1", "P10"], "{query}");
    }
    assert_eq!(ids(&office, "contact:any"), ["P1", "P10"]);
}

fn ids<'p>(plan: &'p Indexed, query: &str) -> Vec<&'p str> {
    plan.ids_of(&search(plan, query))
}

/// What is not begun is said once, by one word, and what more the cell says stays.
#[test]
fn what_is_not_begun_is_said_once() {
    let office = office();
    let plan = &office.plan;
    assert_eq!(
        ids(&office, "status:unstarted"),
        ["P10", "A9", "T8", "A5", "A6"]
    );
    for (lang, state, rest) in [
        (Lang::En, "not started", "Waiting for the budget"),
        (Lang::Zh, "未启动", "Waiting for the budget"),
    ] {
        let page = |id: &str| {
            let node = plan.find(id).expect("it is there");
            let options = DescribeOptions {
                today: today(),
                ..DescribeOptions::from(Names::from(lang))
            };
            markdown(plan, node, options, 1).to_lowercase()
        };
        let p10 = page("P10");
        assert_eq!(p10.matches(state).count(), 1, "{p10}");
        assert!(p10.contains(&rest.to_lowercase()), "{p10}");
        assert!(!page("T8").contains("begun"), "{}", page("T8"));
        for (id, rest) in [("A5", "等经费"), ("A6", "no money; call li")] {
            let page = page(id);
            assert_eq!(page.matches(state).count(), 1, "{page}");
            let line = page.lines().find(|line| line.contains(rest));
            assert!(line.is_some_and(|line| line.ends_with(rest)), "{page}");
        }
        // That it is planned says more.
        assert!(page("A9").contains("planned"), "{}", page("A9"));
        let nodes = ["P1", "P3", "P10", "T8"].map(|id| plan.find(id).expect("it is there"));
        let filter = (BasisFilter::All, today());
        let list = short_list(plan, ("ours", None), nodes.to_vec(), filter, lang);
        assert_eq!(list.matches(state).count(), 2, "{list}");
    }
    assert!(describe::own_work(plan, plan.find("T8").expect("it is there"), today()).is_some());
}

/// Our office alone is its own work, or says how to load that.
#[test]
fn our_office_alone_is_its_own_work() {
    let office = office();
    let all = ids(&office, "our assignments");
    let shipped = Indexed::shipped();
    assert!(!all.is_empty());
    for query in ["本单位", "我们单位", "our office", "our unit"] {
        assert_eq!(ids(&office, query), all, "{query}");
        let found = search(&shipped, query);
        assert!(found.hits.is_empty(), "{query}");
        let how = said(&shipped, &found, Lang::En).join("");
        assert!(how.contains("plan --overlay FILE"), "{query}: {how}");
    }
}
