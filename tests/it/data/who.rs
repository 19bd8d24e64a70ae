//! Who is responsible, asked in every direction: of the command, of the detail, of a body's page, of
//! the matrix. All of them have to give the answer that the plan's file gives when it is read as
//! plain JSON.

use std::collections::BTreeMap;

use crate::facts::drawn::{LANGS, shows_leads};
use crate::facts::{Facts, Stated, str};
use crate::program::out;
use crate::ui::{Ui, options, shipped};
use plan::model::{BasisFilter, KindId, Lang, Matrix, Node};
use serde_json::Value;

const SOUGHT: &[&str] = &["task", "project", "action"];

#[test]
fn the_command_gives_what_the_file_gives() {
    let facts = Facts::shipped();
    for id in facts.ids(SOUGHT) {
        let said = json(&["who", &id, "--format", "json"]);
        assert_eq!(str(&said["node"]["id"]), id);
        let expected: Vec<_> = facts.answers(&id).iter().map(key).collect();
        assert_eq!(rows(&said), expected, "{id}");
        let all: usize = said["responsibilities"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|row| 1 + row["evidence"].as_array().map_or(0, Vec::len))
            .sum();
        let written = facts
            .list("responsibilities")
            .iter()
            .filter(|row| str(&row["item"]) == id);
        assert_eq!(all, written.count(), "{id}: evidence is lost or invented");
    }
}

#[test]
fn the_detail_gives_the_same_leads_as_the_command() {
    let facts = Facts::shipped();
    for words in &LANGS {
        for id in facts.ids(SOUGHT) {
            let ui = start(80, 30, words.lang)
                .press(&format!("<esc><space>/{id}<enter>"))
                .on_node(&id);
            shows_leads(&ui, &facts, words, &id);
        }
    }
}

/// The full account names every body, and every row of the file stands on it.
#[test]
fn the_full_account_has_every_row() {
    let facts = Facts::shipped();
    for id in facts.ids(SOUGHT) {
        let ui = start(120, 400, Lang::En).press(&format!("<esc><space>/{id}<enter><space>w"));
        let page = ui.page().join("\n");
        for one in facts.answers(&id) {
            let sign = format!(" {} ", facts.abbr(&one.body));
            assert!(page.contains(&sign), "{id}: {sign} is not in\n{page}");
        }
        let stated = facts
            .list("responsibilities")
            .iter()
            .filter(|row| str(&row["item"]) == id);
        // A row of the table ends with how sure it is.
        let rows = page.lines().skip(1);
        let rows = rows.filter(|line| line.ends_with("confirmed"));
        assert_eq!(rows.count(), stated.count(), "{id}\n{page}");
    }
}

#[test]
fn a_body_s_page_and_the_command_give_the_same_lists() {
    let facts = Facts::shipped();
    for body in facts.list("bodies") {
        let id = str(&body["id"]);
        let said = json(&["who", &format!("exact:{id}"), "--format", "json"]);
        let said = if str(&said["node"]["id"]) == id {
            said
        } else {
            json(&["who", id, "--format", "json"])
        };
        assert_eq!(str(&said["node"]["id"]), id);
        let mut expected: Vec<_> = facts.charges(id).iter().map(key).collect();
        let mut given = rows(&said);
        let listed: Vec<(String, String)> = given
            .iter()
            .map(|(item, _, role, ..)| (role.clone(), item.clone()))
            .collect();
        expected.sort();
        given.sort();
        assert_eq!(given, expected, "{id}");
        for lang in [Lang::En, Lang::Zh] {
            let ui = start(120, 300, lang)
                .press(&format!("<esc><space>/{id}<enter>"))
                .on_node(id);
            let (mut drawn, _) = drawn_charges(&ui);
            let mut listed = listed.clone();
            drawn.sort();
            listed.sort();
            assert_eq!(drawn, listed, "{id}\n{}", ui.frame());
        }
    }
}

#[test]
fn the_matrix_counts_what_the_file_and_a_body_s_page_count() {
    let facts = Facts::shipped();
    let plan = shipped();
    let kinds: Vec<KindId> = plan.kinds().map(|(id, _)| id).collect();
    let matrix = Matrix::of(&plan, &kinds, BasisFilter::All);
    let stated = facts.stated();
    for body in facts.list("bodies") {
        let id = str(&body["id"]);
        // Both count who answers for items today.
        let count = |role: &str| {
            let mine = stated
                .iter()
                .filter(|one| one.body == id && one.item != "PLAN");
            mine.filter(|one| one.role == role && !one.former).count()
        };
        let line = matrix
            .rows
            .iter()
            .find(|line| plan.id(Node::Body(line.body)) == id);
        let counted = line.map(|line| line.count).unwrap_or_default();
        assert_eq!(
            [counted.lead, counted.support, counted.issuer],
            ["lead", "support", "issuer"].map(count),
            "{id}"
        );
        let ui = start(120, 300, Lang::En).press(&format!("<esc><space>/{id}<enter>"));
        let (_, counts) = drawn_charges(&ui);
        for (role, on_page) in counts {
            assert_eq!(on_page, count(&role), "{id} {role}");
        }
    }
    let exported = json(&["matrix", "--format", "json"]);
    for body in exported["bodies"].as_array().expect("bodies") {
        let of = |role: &str| {
            let sought = facts.ids(SOUGHT);
            let mine = stated
                .iter()
                .filter(|one| one.body == str(&body["id"]) && one.role == role);
            mine.filter(|one| sought.contains(&one.item) && !one.former)
                .count()
        };
        for role in ["lead", "support"] {
            assert_eq!(
                body[role].as_u64(),
                Some(of(role) as u64),
                "{} {role}",
                body["id"]
            );
        }
    }
}

/// One key steps through what counts: all, what a document says, what is assigned here.
#[test]
fn the_basis_filter_rules_lists_detail_and_matrix() {
    let facts = Facts::shipped();
    let inferred: Vec<Stated> = facts
        .stated()
        .into_iter()
        .filter(|one| one.basis == "mandate" && one.role == "lead" && one.item == "T3")
        .collect();
    let [one] = inferred.as_slice() else {
        panic!("T3 has one lead that is only inferred")
    };
    let sign = facts.abbr(&one.body).to_owned();
    let lead_lines = |ui: &Ui| crate::facts::drawn::lead_blocks(ui, &LANGS[0]);
    let all = start(80, 24, Lang::En).press("<esc><space>/T3<enter>");
    assert!(
        lead_lines(&all)
            .iter()
            .any(|block| block.starts_with(&sign))
    );
    let documented = all.press("<space>e");
    assert_eq!(documented.app.basis(), BasisFilter::Documented);
    assert!(
        !lead_lines(&documented)
            .iter()
            .any(|block| block.starts_with(&sign))
    );
    let grid = documented.press("<space>m");
    let matrix = Matrix::of(
        grid.app.plan(),
        &[grid.app.plan().kind("task").expect("there are tasks")],
        BasisFilter::Documented,
    );
    let shown: Vec<_> = grid
        .app
        .matrix_view()
        .expect("the matrix")
        .visible_rows()
        .map(|(_, line)| line.clone())
        .collect();
    assert!(matrix.rows.starts_with(&shown) && !shown.is_empty());
    let assigned = grid.press("<esc><space>e");
    assert_eq!(assigned.app.basis(), BasisFilter::Assigned);
    let page = crate::ui::dump_area(
        &assigned.buffer(),
        assigned.app.areas().detail.expect("the detail"),
    );
    assert!(!page.contains(&sign), "nothing is assigned here:\n{page}");
    // What is hidden is not said to be nowhere.
    assert!(page.contains("hidden by the filter"), "{page}");
    assert!(!page.contains("not stated"), "{page}");
    assert_eq!(assigned.press("<space>e").app.basis(), BasisFilter::All);
}

fn start(width: u16, height: u16, lang: Lang) -> Ui {
    Ui::with(width, height, options(lang))
}

/// Item, body, role, basis, document, confidence: what must come from one and the same row.
type Key = (String, String, String, String, Option<String>, String);

fn key(one: &Stated) -> Key {
    let Stated {
        item,
        body,
        role,
        basis,
        document,
        confidence,
        ..
    } = one.clone();
    (item, body, role, basis, document, confidence)
}

/// The same of what the command says.
fn rows(said: &Value) -> Vec<Key> {
    let list = said["responsibilities"].as_array().expect("a list");
    let word = |value: &Value| str(value).to_owned();
    list.iter()
        .map(|row| {
            (
                word(&row["item"]["id"]),
                word(&row["body"]["id"]),
                word(&row["role"]),
                word(&row["basis"]),
                row["document"].as_str().map(str::to_owned),
                word(&row["confidence"]),
            )
        })
        .collect()
}

/// Runs the program on its own plan, away from anybody's settings.
#[track_caller]
fn json(arguments: &[&str]) -> Value {
    let out = out(arguments);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{out}"))
}

/// What a body's page lists, as it is drawn: role and id; and the count that heads each list.
fn drawn_charges(ui: &Ui) -> (Vec<(String, String)>, BTreeMap<String, usize>) {
    let labels = [
        (["Lead", "牵头"], "lead"),
        (["Support", "配合"], "support"),
        (["Issued", "印发"], "issuer"),
    ];
    let area = ui.app.areas().detail.expect("the detail shows");
    let text = crate::ui::dump_area(&ui.buffer(), area);
    let (mut rows, mut counts, mut role) = (Vec::new(), BTreeMap::new(), None);
    for line in text
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
    {
        let mut words = line.split_whitespace();
        let (first, second) = (words.next(), words.next());
        let label = labels
            .iter()
            .find(|(names, _)| first.is_some_and(|first| names.contains(&first)));
        if let Some((_, name)) = label.filter(|_| !line.starts_with(' ')) {
            role = Some(name);
            if let Some(count) = second.and_then(|word| word.parse().ok()) {
                counts.insert((*name).to_owned(), count);
            }
        } else if line.starts_with("  ") && !line.starts_with("   ") {
            if let Some(role) = role {
                rows.push(((*role).to_owned(), first.expect("an id").to_owned()));
            }
        } else if !line.starts_with(' ') {
            role = None;
        }
    }
    (rows, counts)
}
