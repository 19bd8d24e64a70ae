//! What is kept from earlier sessions, as far as it is wanted.

use crate::app::Options;
use crate::cli::Explore;
use crate::config::{Env, From, Settings};
use crate::model::Lang;
use crate::state::{Memory, Recalled, Store};
use crate::view::Theme;

/// Where it is kept, and what of it is wanted.
#[derive(Clone)]
pub(super) struct Past {
    /// Nothing is kept in a kiosk, nor where there is no home.
    pub(super) store: Option<Store>,
    /// Begin afresh: not in the place, language and theme of last time.
    pub(super) fresh: bool,
    /// Where one chooses for another program, the place is neither kept nor taken.
    pub(super) print: bool,
}

impl Past {
    pub(super) fn new(asked: &Explore, env: Env) -> Past {
        Past {
            store: Store::usual(env).filter(|_| !asked.settings.kiosk),
            fresh: asked.fresh,
            print: asked.print,
        }
    }

    /// What is kept for a plan.
    pub(super) fn recall(&self, plan: &str) -> Recalled {
        let Some(store) = &self.store else {
            return Recalled {
                first: true,
                ..Recalled::default()
            };
        };
        let mut recalled = store.recall(plan);
        let memory = &mut recalled.memory;
        if self.fresh {
            (memory.lang, memory.theme) = (None, None);
        }
        if self.fresh || self.print {
            memory.place = None;
        }
        recalled
    }
}

/// The language that was chosen last time, unless somebody names one.
pub(super) fn lang(memory: &Memory, settings: &Settings) -> Lang {
    let kept = memory.lang.filter(|_| settings.lang.from == From::Locale);
    kept.unwrap_or(settings.lang.value)
}

/// Lays what is kept under what flags, variables and the configuration file say; without colours
/// no theme is.
pub(super) fn remember(options: &mut Options, kept: &Recalled, settings: &Settings, mono: bool) {
    let Recalled { memory, first, .. } = kept;
    options.first_start = *first;
    options.bookmarks.clone_from(&memory.bookmarks);
    options.queries.clone_from(&memory.queries);
    options.lang = lang(memory, settings);
    let theme = memory.theme.as_deref().and_then(Theme::number);
    if let (Some(theme), From::Default, false) = (theme, settings.theme.from, mono) {
        options.theme = theme;
    }
}
