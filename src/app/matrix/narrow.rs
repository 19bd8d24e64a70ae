//! The filter of the matrix: which bodies and items it leaves, and on which cell it puts the cursor.

use std::borrow::Cow;
use std::sync::Arc;

use super::MatrixView;
use crate::describe;
use crate::model::{BasisFilter, Lang, Matrix, Node, Plan};
use crate::query::{Query, folded, is_small};
use crate::search::Marker;

/// The fewest characters of a name that is told from what stands before or behind it without a blank.
const LEAST_APART: usize = 2;
/// A syllable of pinyin has so many letters or more: fewer are initials, or another language.
const SYLLABLE: usize = 2;

/// How a part of the filter stands in the names of a node, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// In one piece.
    Inside,
    /// Several words with which a name begins. One word begins many: by it the columns would move
    /// while the name of a body is typed.
    Begins,
    /// A whole name.
    Whole,
}

/// A part of the filter: a word, or words that stand together in a name.
struct Phrase {
    /// Folded.
    typed: String,
    /// It has several words, of which the folding may leave one: 教育部 T8.
    several: bool,
    marker: Marker,
}

impl Phrase {
    fn new(words: &[&str]) -> Phrase {
        // The syllables of pinyin may stand apart.
        let together = words.concat();
        Phrase {
            typed: folded(&words.join(" ")),
            several: words.len() > 1,
            marker: Marker::new(&Query::parse(&together)),
        }
    }

    /// How it stands in a name.
    fn fit(&self, name: &Name) -> Option<Fit> {
        let several = self.several;
        if name.folded == self.typed {
            Some(Fit::Whole)
        } else if name.is_number {
            None
        } else if several && name.folded.starts_with(&self.typed) {
            Some(Fit::Begins)
        } else if several && name.folded.contains(&self.typed) {
            Some(Fit::Inside)
        } else {
            let found = self.in_one_piece(&name.text)?;
            let is_pinyin = || {
                let is_longer = found.chars().count() * SYLLABLE < self.typed.len();
                self.typed.is_ascii() && !found.is_ascii() && is_longer
            };
            (!several || is_pinyin()).then_some(Fit::Inside)
        }
    }

    /// What of a text reads as it, in letters or in pinyin, in one piece. What the search finds beyond
    /// that, letters here and there, would leave a matrix as large as it was.
    fn in_one_piece<'t>(&self, text: &'t str) -> Option<&'t str> {
        let ranges = self.marker.ranges(text);
        let first = ranges.first().and_then(|range| text.get(range.clone()))?;
        let whole = first.chars().count() >= self.typed.chars().count();
        (ranges.len() == 1 || whole).then_some(first)
    }
}

/// Something that a node is called.
struct Name<'a> {
    text: Cow<'a, str>,
    /// It is a kind and a number, of which a part is no name.
    is_number: bool,
    folded: String,
}

/// What the rows or the columns of a matrix are called.
struct Names<'a>(Vec<Vec<Name<'a>>>);

impl<'a> Names<'a> {
    fn of(plan: &'a Plan, nodes: impl Iterator<Item = Node>) -> Names<'a> {
        Names(nodes.map(|node| names(plan, node)).collect())
    }

    fn fit(&self, place: usize, phrase: &Phrase) -> Option<Fit> {
        let names = self.0.get(place)?.iter();
        names.filter_map(|name| phrase.fit(name)).max()
    }

    /// The best fit of them all.
    fn best(&self, phrase: &Phrase) -> Option<Fit> {
        let places = 0..self.0.len();
        places.filter_map(|place| self.fit(place, phrase)).max()
    }

    /// Which of some places fit, and how well the best of them does.
    fn fitting(&self, places: &[usize], phrase: &Phrase) -> (Option<Fit>, Vec<usize>) {
        let fits = places.iter().map(|&place| (place, self.fit(place, phrase)));
        let fits: Vec<_> = fits.filter(|(_, fit)| fit.is_some()).collect();
        let best = fits.iter().filter_map(|(_, fit)| *fit).max();
        (best, fits.into_iter().map(|(place, _)| place).collect())
    }
}

/// The parts of a filter: as many words as stand together in a name are one; a word that stands in none
/// may be two names, one behind the other.
fn phrases(typed: &str, axes: [&Names; 2]) -> Vec<Phrase> {
    let best = |phrase: &Phrase| axes.iter().filter_map(|axis| axis.best(phrase)).max();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut left = &words[..];
    let mut phrases = Vec::new();
    while let Some((word, rest)) = left.split_first() {
        let runs = (2..=left.len())
            .rev()
            .filter_map(|count| left.split_at_checked(count));
        let mut runs = runs.map(|(run, rest)| (Phrase::new(run), rest));
        if let Some((phrase, rest)) = runs.find(|(phrase, _)| best(phrase).is_some()) {
            phrases.push(phrase);
            left = rest;
            continue;
        }
        left = rest;
        if is_small(word) {
            continue;
        }
        let alone = Phrase::new(&[word]);
        let apart = best(&alone).is_none().then(|| apart(word, &best)).flatten();
        match apart {
            Some(parts) => phrases.extend(parts),
            None => phrases.push(alone),
        }
    }
    phrases
}

/// A word in two, one of which is a whole name and the other stands in one: 教育部数字民生. The longest
/// name goes first.
fn apart(word: &str, best: &impl Fn(&Phrase) -> Option<Fit>) -> Option<[Phrase; 2]> {
    let count = word.chars().count();
    let cuts = word.char_indices().enumerate().skip(LEAST_APART);
    let cuts = cuts.take_while(|(before, _)| count - before >= LEAST_APART);
    let cuts: Vec<usize> = cuts.map(|(_, (at, _))| at).collect();
    cuts.into_iter().rev().find_map(|at| {
        let (front, back) = word.split_at(at);
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_letter(front.chars().next_back()) && is_letter(back.chars().next()) {
            return None;
        }
        let parts = [front, back].map(|part| Phrase::new(&[part]));
        let fits = [best(&parts[0])?, best(&parts[1])?];
        fits.contains(&Fit::Whole).then_some(parts)
    })
}

impl MatrixView {
    /// A part of the filter narrows the bodies if it is in the name of one, unless it is more of a name
    /// of an item; else the items: the columns stand still while the name of a body is typed. Bodies that
    /// answer for none of the items that are left go too.
    pub(super) fn narrow(&mut self, plan: &Plan) {
        let matrix = Arc::clone(&self.matrix);
        let bodies = matrix.rows.iter().map(|line| Node::Body(line.body));
        let items = matrix.columns.iter().map(|&id| Node::Item(id));
        self.rows = (0..matrix.rows.len()).collect();
        self.columns = (0..matrix.columns.len()).collect();
        self.filtered_by = Some(self.input.value().to_owned());
        (self.named, self.named_whole) = ([false; 2], [false; 2]);
        let typed = self.input.value().trim();
        let is_filtered = !typed.is_empty();
        // The names of a large plan are only folded where they are asked for.
        let bodies = Names::of(plan, bodies.filter(|_| is_filtered));
        let items = Names::of(plan, items.filter(|_| is_filtered));
        let phrases = phrases(typed, [&bodies, &items]);
        for phrase in &phrases {
            let (of_bodies, rows) = bodies.fitting(&self.rows, phrase);
            let (of_items, columns) = items.fitting(&self.columns, phrase);
            match (of_bodies, of_items) {
                (Some(body), item) if item.is_none_or(|item| item <= body) => {
                    self.rows = rows;
                    self.named[0] = true;
                }
                (_, Some(_)) => {
                    self.columns = columns;
                    self.named[1] = true;
                }
                (_, None) => (self.rows, self.columns) = (rows, columns),
            }
        }
        let is_whole = |names: &Names, place: usize| {
            let mut fits = phrases.iter().map(|phrase| names.fit(place, phrase));
            fits.any(|fit| fit == Some(Fit::Whole))
        };
        let row = self.rows.iter().find(|&&place| is_whole(&bodies, place));
        let column = self.columns.iter().find(|&&place| is_whole(&items, place));
        let body = row
            .and_then(|&row| matrix.rows.get(row))
            .map(|line| line.body);
        let item = column.and_then(|&column| matrix.columns.get(column));
        self.cell_named = body.zip(item.copied()).filter(|_| is_filtered);
        self.rows.retain(|&row| {
            let mut columns = self.columns.iter();
            columns.any(|&column| has_role(&matrix, row, column))
        });
        // Of our own work there is little: only what has any.
        if matches!(self.made_for, Some((_, BasisFilter::Assigned))) {
            let rows = &self.rows;
            let has = |column: &usize| rows.iter().any(|&row| has_role(&matrix, row, *column));
            self.columns.retain(has);
        }
        if self.sought.is_none() && is_filtered {
            let named = [(&bodies, &self.rows), (&items, &self.columns)];
            let named = named.map(|(names, shown)| {
                let mut shown = shown.iter();
                shown.position(|&place| is_whole(names, place))
            });
            self.named_whole = named.map(|place| place.is_some());
            self.choose_match(named);
        }
    }

    /// Puts the cursor on the row and the column that the filter names in full, and otherwise on the
    /// first cell with a role.
    fn choose_match(&mut self, [row, column]: [Option<usize>; 2]) {
        let matrix = &self.matrix;
        let role = |row: usize, column: usize| {
            let cell = self.rows.get(row).zip(self.columns.get(column));
            cell.is_some_and(|(&row, &column)| has_role(matrix, row, column))
        };
        let row = row.unwrap_or_else(|| {
            let mut rows = 0..self.rows.len();
            let row = column.and_then(|column| rows.find(|&row| role(row, column)));
            row.unwrap_or_default()
        });
        let column = column.unwrap_or_else(|| {
            let mut columns = 0..self.columns.len();
            columns
                .find(|&column| role(row, column))
                .unwrap_or_default()
        });
        (self.row, self.column) = (row, column);
    }
}

/// Everything that a node is called.
fn names(plan: &Plan, node: Node) -> Vec<Name<'_>> {
    let name = plan.name(node);
    let sides = [Lang::En, Lang::Zh].map(|lang| {
        let own = name.own(lang).unwrap_or_default();
        [own, plan.label(node, lang)]
    });
    let sign = describe::sign(plan, node);
    let aliases = plan.aliases(node).iter().map(|alias| &**alias);
    let all = [plan.id(node), sign].into_iter().chain(aliases);
    let all = sides.into_iter().flatten().chain(all);
    let all = all.map(|text| (Cow::Borrowed(text), false));
    let numbered = numbered(plan, node).map(|text| (Cow::Owned(text), true));
    let all = all.chain(numbered);
    all.map(|(text, is_number)| Name {
        folded: folded(&text),
        text,
        is_number,
    })
    .collect()
}

/// What an item is called by its kind and its number: `Task 8`, 重大任务8, 任务8.
fn numbered(plan: &Plan, node: Node) -> impl Iterator<Item = String> {
    /// The characters of a kind without what may stand before it.
    const SHORT: usize = 2;
    let item = node.item().map(|id| (&plan[plan[id].kind], plan.id(node)));
    let number = item.and_then(|(kind, id)| Some((kind, id.strip_prefix(&*kind.prefix)?)));
    let names = number.map(|(kind, number)| {
        let (en, zh) = (kind.name.en(), kind.name.zh());
        let count = zh.chars().count();
        let short: String = zh.chars().skip(count.saturating_sub(SHORT)).collect();
        [
            format!("{en} {number}"),
            format!("{zh}{number}"),
            short + number,
        ]
    });
    names.into_iter().flatten()
}

fn has_role(matrix: &Matrix, row: usize, column: usize) -> bool {
    let line = matrix.rows.get(row);
    line.is_some_and(|line| line.roles.get(column).is_some_and(Option::is_some))
}
