//! A line about keys: what they do, and where. The help, README and man page list them.

use super::bindings::{Binding, COMMANDS, TYPING};
use super::chord::Stroke;
use super::msg::Context;
use crate::i18n::keys::keys;
use crate::i18n::screen::screen;
use crate::i18n::who::who;
use crate::model::Lang;

/// A line of the help.
#[derive(Clone, Debug)]
pub struct HelpLine {
    /// The row that says what it does, and where.
    pub binding: &'static Binding,
    /// The keys in force of all its rows.
    pub strokes: Vec<Stroke>,
    /// The names of all its rows.
    pub names: Vec<&'static str>,
}

impl HelpLine {
    /// What its keys do.
    #[must_use]
    pub fn said(&self, lang: Lang) -> &'static str {
        (self.binding.help)(keys(lang))
    }

    /// Where its keys do it, in words; empty for the usual place, outside a query.
    #[must_use]
    pub fn places(&self, lang: Lang) -> String {
        let words = screen(lang);
        let here = self.binding.contexts;
        // The prompt has a name of its own while it is empty only where that matters.
        let named =
            |context: &Context| *context != Context::Empty || !here.contains(&Context::Prompt);
        let name = |context: Context| {
            words
                .contexts
                .get(context as usize)
                .copied()
                .unwrap_or_default()
        };
        let missing: Vec<Context> = Context::ALL
            .into_iter()
            .filter(|context| !here.contains(context))
            .collect();
        let typed = here.iter().all(|context| TYPING.contains(context));
        match missing[..] {
            [] => words.everywhere.to_owned(),
            [one] => (words.everywhere_but)(name(one)),
            _ if typed && here.len() + 1 >= TYPING.len() => words.prompts.to_owned(),
            _ if here == COMMANDS => String::new(),
            _ => {
                let shown = here.iter().filter(|&context| named(context));
                let names: Vec<&str> = shown.map(|&context| name(context)).collect();
                names.join(who(lang).list)
            }
        }
    }

    /// Its keys as a person reads them; all the digits are one range.
    #[must_use]
    pub fn labels(&self, ascii: bool) -> Vec<String> {
        let labels: Vec<String> = self.strokes.iter().map(|key| key.label(ascii)).collect();
        let is_digit =
            |label: &&String| label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_digit());
        if labels.iter().filter(is_digit).count() < 10 {
            return labels;
        }
        let others = labels.iter().filter(|label| !is_digit(label)).cloned();
        std::iter::once("0-9".to_owned()).chain(others).collect()
    }
}
