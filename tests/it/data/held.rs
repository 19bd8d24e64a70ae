//! How much an organisation answers for is counted once: every place that says a number says the same.

use crate::ui::{Ui, options, shipped};
use plan::describe::short_name;
use plan::i18n::who;
use plan::model::{BasisFilter, BodyId, Held, Lang, Node, Plan, Role};

/// What the file says, read without the program's count.
fn stated(plan: &Plan, body: BodyId, role: Role) -> Held {
    let rows = plan.responsibilities().iter();
    let rows = rows.filter(|one| one.body == body && one.shown().role == role);
    let rows: Vec<_> = rows.filter(|one| one.item != Node::Plan).collect();
    let ended: Vec<_> = rows.iter().filter_map(|one| one.shown().until).collect();
    Held {
        now: rows.len() - ended.len(),
        former: ended.len(),
        until: ended.iter().map(|date| date.year).max().unwrap_or(0),
    }
}

/// The columns and blanks do not matter: a line may be broken anywhere.
fn joined(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_place_counts_what_a_body_leads_alike() {
    let plan = shipped();
    let leading = |id: &BodyId| {
        let held = stated(&plan, *id, Role::Lead);
        held.now + held.former > 0
    };
    let bodies: Vec<BodyId> = plan.bodies().map(|(id, _)| id).filter(leading).collect();
    assert!(bodies.len() > 20);
    for lang in [Lang::En, Lang::Zh] {
        let start = || Ui::with(120, 60, options(lang));
        let overview = joined(&start().page().join("\n"));
        let ranking = start().paste("who leads the most").frame();
        for &body in &bodies {
            let lead = stated(&plan, body, Role::Lead);
            assert_eq!(plan.held(body, Some(Role::Lead), BasisFilter::All), lead);
            let name = short_name(&plan, body, lang);
            let id = &plan[body].id;
            let said = joined(&who::held(lang, lead));
            // The page of the body.
            let page = joined(&start().paste(id).press("<enter>").page().join("\n"));
            let label = who::role(lang, Role::Lead);
            assert!(page.contains(&format!("{label}{said}")), "{id}: {page}");
            // The overview names the first few.
            if let Some((_, rest)) = overview.split_once(&format!("{name}{}", lead.now)) {
                assert!(!rest.starts_with(|c: char| c.is_ascii_digit()), "{id}");
            }
            // The list by a filter, and the same after a question.
            for asked in [format!("lead:{id}"), format!("what does {id} lead")] {
                // "What does most lead" asks who leads most.
                if &**id == "most" && asked.contains(' ') {
                    continue;
                }
                let frame = start().paste(&asked).frame();
                let head = joined(frame.lines().nth(1).expect("the prompt"));
                let count = match (lang, lead.now) {
                    _ if lead.former == 0 && !asked.contains(' ') && plan_led(&plan, body) == 0 => {
                        continue;
                    }
                    (Lang::En, 1) => "1item".to_owned(),
                    (Lang::En, now) => format!("{now}items"),
                    (Lang::Zh, now) => format!("{now}个条目"),
                };
                if lead.now > 0 {
                    assert!(head.contains(&count), "{asked}: {head}");
                }
                if lead.former > 0 {
                    let ended = joined(&who::former(lang, lead));
                    assert!(head.contains(&ended), "{asked}: {head}");
                }
            }
            // Who leads the most.
            let row = ranking.lines().find(|line| {
                let mut words = line.split_whitespace();
                words.next() == Some(&*name)
            });
            if let Some(row) = row {
                let count = match lang {
                    Lang::En => format!("leads {} ", lead.now),
                    Lang::Zh => format!("牵头{}项", lead.now),
                };
                assert!(row.contains(&count), "{row}");
            }
            // The comparison.
            let support = who::held(lang, stated(&plan, body, Role::Support));
            let other = bodies
                .iter()
                .find(|other| **other != body)
                .expect("another");
            let nodes = [Node::Body(body), Node::Body(*other)];
            let compared = plan::describe::compare_counts(&plan, nodes, lang).expect("bodies");
            let leads = who::held(lang, lead);
            let (lead_at, support_at) = (compared.find(&leads), compared.find(&support));
            assert!(lead_at.is_some() && support_at.is_some(), "{compared}");
        }
    }
}

fn plan_led(plan: &Plan, body: BodyId) -> usize {
    let rows = plan.responsible(Node::Plan).iter();
    rows.filter(|one| one.body == body && one.shown().role == Role::Lead)
        .count()
}

/// The rows of the matrix of each kind add up to the same.
#[test]
fn the_matrix_counts_what_the_page_counts() {
    let plan = shipped();
    let kinds: Vec<_> = plan.kinds().map(|(id, _)| id).collect();
    let matrix = plan::model::Matrix::of(&plan, &kinds, BasisFilter::All);
    for row in &matrix.rows {
        assert_eq!(row.count.lead, stated(&plan, row.body, Role::Lead).now);
        assert_eq!(
            row.count.support,
            stated(&plan, row.body, Role::Support).now
        );
    }
}
