//! Which columns of a sheet are read: those that its sort holds. The others are named.

use std::collections::HashSet;

use super::fields::{Sort, WORK, sort as sort_of};
use super::headings::Column;
use super::holds::Holds;
use super::meaning::Meaning;

/// A column, and what it means.
type Meant = (u32, Meaning);

/// The columns that are read in a sheet of this sort, and those that are not.
pub(super) fn used(
    sort: &Sort,
    mut columns: Vec<Meant>,
    overlay: bool,
) -> (Vec<Meant>, Vec<(u32, Column)>) {
    if sort.list == "bodies" {
        name_bodies(&mut columns);
    }
    let has = |column: Column| columns.iter().any(|(_, meaning)| meaning.column == column);
    let work = sort_of("responsibilities");
    let is_of_items = ["items", work.list].contains(&sort.list);
    let is_work = sort.list == work.list || WORK.iter().any(|column| has(*column));
    // What a table of this program says beside the basis follows from it.
    let is_ours = is_of_items && (has(Column::Body) || has(Column::Basis));
    let is_read_off = |column: Column| is_ours && column == Column::Reading;
    let is_held = |column: Column| match column {
        // A heading that says who leads is the role already.
        Column::Role if is_of_items && !has(Column::Body) => {
            overlay && !has(Column::Lead) && !has(Column::Support)
        }
        Column::Body if sort.list == "bodies" => false,
        _ if sort.has(column) || sort.keys.contains(&column) => true,
        _ => is_of_items && is_work && (WORK.contains(&column) || work.has(column)),
    };
    let is_text = |column: Column| {
        let mut fields = [sort, work]
            .into_iter()
            .filter_map(|sort| sort.field(column));
        fields.any(|field| field.holds == Holds::Text)
    };
    let mut seen = HashSet::new();
    let (kept, unused): (Vec<Meant>, Vec<Meant>) = columns.iter().partition(|(_, meaning)| {
        let column = meaning.column;
        // Only a text has a side for each language.
        let is_again = !seen.insert(column) && !is_text(column);
        is_held(column) && !is_again
    });
    let unused = unused.into_iter().map(|(at, meaning)| (at, meaning.column));
    let unused = unused.filter(|(_, column)| !is_read_off(*column));
    (kept, unused.collect())
}

/// Among organisations a column called so holds their names, unless another does.
fn name_bodies(columns: &mut [Meant]) {
    if columns
        .iter()
        .any(|(_, meaning)| meaning.column == Column::Name)
    {
        return;
    }
    let mut meanings = columns.iter_mut().map(|(_, meaning)| meaning);
    if let Some(meaning) = meanings.find(|meaning| meaning.column == Column::Body) {
        meaning.column = Column::Name;
    }
}
