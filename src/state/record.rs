//! The file as it is written: its shape, its limits, and how a change is laid into it. Whatever is
//! read may have been written by anybody: strings are cleaned and counted before they are used.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Change, Memory};
use crate::app::{Memo, Opened, SessionState};
use crate::model::{Lang, sanitize};

/// The format that is written, and the newest that is read.
pub(super) const FORMAT: u32 = 1;
/// So many earlier queries are kept for a plan.
pub const QUERIES: usize = 200;
/// So many bookmarks are kept for a plan.
pub const BOOKMARKS: usize = 1000;
/// So many plans are kept; those that were not opened for the longest time go first.
pub const PLANS: usize = 100;
/// So many folds are kept for a plan.
const FOLDS: usize = 2000;
/// No string is kept that has more characters.
const LONGEST: usize = 1000;

/// What a file says before anything else is asked of it.
#[derive(Deserialize)]
pub(super) struct RecordHead {
    pub(super) format: u32,
}

/// The whole file.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct StateRecord {
    format: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    plans: BTreeMap<String, PlanRecord>,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct PlanRecord {
    /// When it was last changed, in seconds since 1970.
    used: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<SessionState>,
    bookmarks: Vec<String>,
    queries: Vec<String>,
}

impl StateRecord {
    /// A file that holds nothing.
    pub(super) fn empty() -> StateRecord {
        StateRecord {
            format: FORMAT,
            ..StateRecord::default()
        }
    }

    /// What is kept for a plan.
    pub(super) fn memory(&self, plan: &str) -> Memory {
        let mut memory = Memory {
            lang: self.lang.as_deref().and_then(lang),
            theme: self.theme.as_deref().and_then(text),
            ..Memory::default()
        };
        if let Some(kept) = self.plans.get(plan) {
            memory.place = kept.place.as_ref().map(clean);
            memory.bookmarks = strings(&kept.bookmarks, BOOKMARKS);
            memory.queries = strings(&kept.queries, QUERIES);
        }
        memory
    }

    /// Lays a change into what is kept; `now` is the time in seconds since 1970.
    pub(super) fn change(&mut self, plan: &str, change: &Change, now: u64) {
        self.format = FORMAT;
        match change {
            Change::Lang(lang) => self.lang = Some(lang_name(*lang).to_owned()),
            Change::Theme(name) => self.theme = Some(name.clone()),
            Change::Memo(_) | Change::Place(_) => {
                // A clock that was set back must not make this plan the oldest, nor one of the same second.
                let others = self.plans.iter().filter(|(id, _)| *id != plan);
                let latest = others.map(|(_, kept)| kept.used).max().unwrap_or_default();
                let after = if latest >= now {
                    latest.saturating_add(1)
                } else {
                    now
                };
                let kept = self.plans.entry(plan.to_owned()).or_default();
                kept.used = kept.used.max(after);
                kept.change(change);
            }
        }
        while self.plans.len() > PLANS {
            let others = self.plans.iter().filter(|(id, _)| *id != plan);
            let oldest = others.min_by_key(|(_, kept)| kept.used);
            let Some(id) = oldest.map(|(id, _)| id.clone()) else {
                return;
            };
            self.plans.remove(&id);
        }
    }
}

impl StateRecord {
    /// Drops what was not used for the longest time: a plan, or half of what is kept for the last one.
    /// Returns false if nothing is left to drop.
    pub(super) fn forget(&mut self) -> bool {
        let oldest = self.plans.iter().min_by_key(|(_, kept)| kept.used);
        let Some(id) = oldest.map(|(id, _)| id.clone()) else {
            return false;
        };
        if self.plans.len() > 1 {
            return self.plans.remove(&id).is_some();
        }
        let Some(kept) = self.plans.get_mut(&id) else {
            return false;
        };
        let before = kept.bookmarks.len() + kept.queries.len();
        for list in [&mut kept.bookmarks, &mut kept.queries] {
            let half = list.len().div_ceil(2);
            list.drain(..half);
        }
        before > 0 || kept.place.take().is_some()
    }
}

impl PlanRecord {
    fn change(&mut self, change: &Change) {
        match change {
            Change::Memo(Memo::Asked(query)) => add(&mut self.queries, query, QUERIES, true),
            Change::Memo(Memo::Marked(id)) => add(&mut self.bookmarks, id, BOOKMARKS, false),
            Change::Memo(Memo::Unmarked(id)) => self.bookmarks.retain(|mark| mark != id),
            Change::Place(place) => {
                let mut place = place.clone();
                place.folded.truncate(FOLDS);
                place.unfolded.truncate(FOLDS);
                self.place = Some(place);
            }
            Change::Lang(_) | Change::Theme(_) => {}
        }
    }
}

/// A place as it may be used: its strings are cleaned and counted.
fn clean(place: &SessionState) -> SessionState {
    SessionState {
        tab: place.tab.as_deref().and_then(text),
        row: place.row.as_deref().and_then(text),
        page: place.page.as_ref().map(|page| Opened {
            of: text(&page.of).unwrap_or_default(),
            ..page.clone()
        }),
        folded: strings(&place.folded, FOLDS),
        unfolded: strings(&place.unfolded, FOLDS),
        query: String::new(),
    }
}

/// Adds a string once, at the end; the oldest go where there are too many. One that is there
/// already stays where it is, or becomes the newest.
fn add(list: &mut Vec<String>, new: &str, most: usize, renew: bool) {
    let Some(new) = text(new) else { return };
    if renew {
        list.retain(|old| *old != new);
    }
    if !list.contains(&new) {
        list.push(new);
    }
    let over = list.len().saturating_sub(most);
    list.drain(..over);
}

/// The newest strings of a list, each once, cleaned.
fn strings(list: &[String], most: usize) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let clean = list.iter().filter_map(|raw| text(raw));
    let mut all: Vec<String> = clean.filter(|text| seen.insert(text.clone())).collect();
    let over = all.len().saturating_sub(most);
    all.drain(..over);
    all
}

/// A string as it may be used: cleaned; not empty and not too long.
fn text(raw: &str) -> Option<String> {
    let text = sanitize(raw);
    let text = text.trim();
    (!text.is_empty() && text.chars().nth(LONGEST).is_none()).then(|| text.to_owned())
}

fn lang_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Zh => "zh",
    }
}

fn lang(name: &str) -> Option<Lang> {
    [Lang::En, Lang::Zh]
        .into_iter()
        .find(|lang| lang_name(*lang) == name)
}
