//! Sheets to fill in.

use super::fields::sort;
use super::headings::{Column, name};
use super::holds::STATUS;
use super::pages::{Choices, PageColumn, SheetPage, text_column};
use crate::model::{Lang, Node, Plan};

/// A sheet to fill in: for a plan's items who does what here, or for a plan of one's own.
#[must_use]
pub fn template(plan: &Plan, overlay: bool, lang: Lang, both: bool) -> Vec<SheetPage> {
    let heading = |column: Column| {
        let own = name(column, lang);
        if both {
            format!("{own} {}", name(column, lang.other()))
        } else {
            own.to_owned()
        }
    };
    let columns: &[Column] = if overlay {
        &[
            Column::Id,
            Column::Item,
            Column::Lead,
            Column::Support,
            Column::Unit,
            Column::Contact,
            Column::Due,
            Column::Status,
            Column::Note,
        ]
    } else {
        &[
            Column::Id,
            Column::Kind,
            Column::Name,
            Column::Parent,
            Column::Lead,
            Column::Support,
            Column::Summary,
            Column::Note,
        ]
    };
    let column = |column: &Column| PageColumn {
        heading: heading(*column),
        dates: *column == Column::Due,
        numbers: false,
        choices: match column {
            Column::Lead | Column::Support if overlay => Choices::Bodies,
            Column::Status => Choices::Words(
                STATUS
                    .iter()
                    .map(|word| word.name(lang).to_owned())
                    .collect(),
            ),
            _ => Choices::None,
        },
    };
    let mut work = SheetPage {
        name: match (overlay, lang) {
            (true, Lang::En) => "Assignments".to_owned(),
            (true, Lang::Zh) => "本单位分工".to_owned(),
            (false, Lang::En) => "Our plan".to_owned(),
            (false, Lang::Zh) => "本单位规划".to_owned(),
        },
        columns: columns.iter().map(column).collect(),
        open_rows: 200,
        ..SheetPage::default()
    };
    let bodies = SheetPage {
        name: sort("bodies").name(lang).to_owned(),
        columns: [Column::Id, Column::Name, Column::Aliases]
            .iter()
            .map(|one| text_column(&heading(*one)))
            .collect(),
        open_rows: 50,
        ..SheetPage::default()
    };
    if !overlay {
        return vec![work];
    }
    let (id, own) = (plan.id(Node::Plan), plan.name(Node::Plan));
    work.above = vec![vec![
        sort("plan").name(lang).to_owned(),
        id.to_owned(),
        own.get(lang).to_owned(),
    ]];
    work.rows = plan
        .items()
        .map(|(id, item)| {
            let item_name = plan.name(Node::Item(id));
            let shown = match (both, lang) {
                (false, lang) => item_name.get(lang).to_owned(),
                (true, Lang::En) => format!("{} {}", item_name.en(), item_name.zh()),
                (true, Lang::Zh) => format!("{} {}", item_name.zh(), item_name.en()),
            };
            let mut row = vec![String::new(); work.columns.len()];
            row[0] = item.id.to_string();
            shown.trim().clone_into(&mut row[1]);
            row
        })
        .collect();
    vec![work, bodies]
}
