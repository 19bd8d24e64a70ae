//! The state that is kept between sessions, as far as the flags want it.

use crate::app::Options;
use crate::cli::Explore;
use crate::config::{Env, From, Settings};
use crate::i18n::screen::Saving;
use crate::model::Lang;
use crate::state::{Memory, Recalled, StateError, Store};
use crate::view::Theme;

/// Where the state is kept, and which part of it is used.
#[derive(Clone)]
pub(super) struct SavedState {
    /// Nothing is kept in a kiosk, nor where there is no home.
    pub(super) store: Option<Store>,
    /// In kiosk mode.
    pub(super) kiosk: bool,
    /// Begin afresh: not in the place, language and theme of last time.
    pub(super) fresh: bool,
    /// With `--print` the place is neither kept nor restored.
    pub(super) print: bool,
}

impl SavedState {
    pub(super) fn new(asked: &Explore, env: Env) -> SavedState {
        SavedState {
            store: Store::usual(env).filter(|_| !asked.settings.kiosk),
            kiosk: asked.settings.kiosk,
            fresh: asked.fresh,
            print: asked.print,
        }
    }

    /// Whether what is kept outlasts the session, as far as the start knows: `error` is what it found.
    pub(super) fn saving(&self, error: Option<&StateError>) -> Saving {
        match error {
            _ if self.kiosk => Saving::Kiosk,
            _ if self.store.is_none() => Saving::Homeless,
            None | Some(StateError::SetAside(_)) => Saving::Works,
            Some(_) => Saving::Fails,
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

/// The language that was chosen last time, unless a flag, a variable or the configuration names one.
pub(super) fn lang(memory: &Memory, settings: &Settings) -> Lang {
    let kept = memory.lang.filter(|_| settings.lang.from == From::Locale);
    kept.unwrap_or(settings.lang.value)
}

/// Fills in the saved state where flags, variables and the configuration say nothing; without
/// colours no theme is taken over.
pub(super) fn restore(options: &mut Options, kept: &Recalled, settings: &Settings, mono: bool) {
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
