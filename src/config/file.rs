//! Reading the configuration file. What is wrong with it is said with its place.

use std::ops::Range;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{DEFAULTS, Layer, beside, names_of, parse};
use crate::app::Keymap;
use crate::files::shown;
use crate::model::{Lang, Str};
use crate::words::config::config as words;

/// One of the reader's own keys: what the file says, and where. The table of keys knows what it
/// means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What the keys do: the name of a binding.
    pub name: String,
    /// The keys for it, as written; none takes the action's keys away.
    pub keys: Vec<String>,
    /// Line in the file, from 1.
    pub line: usize,
    /// Column in the file, from 1.
    pub column: usize,
}

/// What is wrong with the file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// One line.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Problem {
            file,
            line,
            column,
            message,
        } = self;
        write!(f, "{}:{line}:{column}: {message}", shown(file))
    }
}

/// What the file at `path`, whose text is `text`, says.
///
/// # Errors
/// All that is wrong with it.
pub fn read(path: &Path, text: &str, lang: Lang) -> Result<Layer, Vec<Problem>> {
    let mut reader = Reader {
        path,
        text,
        lang,
        problems: Vec::new(),
    };
    let layer = match DeTable::parse(text) {
        Ok(table) => reader.layer(table.get_ref()),
        Err(error) => {
            let message = Str::clean(&error.message().replace('\n', "; "));
            let at = error.span().unwrap_or_default();
            reader.problem(&at, (words(lang).syntax)(&message));
            Layer::default()
        }
    };
    reader
        .problems
        .sort_by_key(|problem| (problem.line, problem.column));
    if reader.problems.is_empty() {
        Ok(layer)
    } else {
        Err(reader.problems)
    }
}

type Value<'i> = Spanned<DeValue<'i>>;

struct Reader<'a> {
    path: &'a Path,
    text: &'a str,
    lang: Lang,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn layer(&mut self, table: &DeTable) -> Layer {
        let mut layer = Layer::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "data" => layer.data = self.string(key, value).map(|path| beside(self.path, &path)),
                "overlays" => {
                    layer.overlays = self
                        .strings(key, value)
                        .map(|paths| paths.iter().map(|path| beside(self.path, path)).collect());
                }
                "lang" => layer.lang = self.choice(key, value),
                "theme" => layer.theme = self.choice(key, value),
                "ascii" => layer.ascii = self.boolean(key, value),
                "mouse" => layer.mouse = self.boolean(key, value),
                "ambiguous" => layer.ambiguous = self.choice(key, value),
                "idle" => layer.idle = self.minutes(key, value),
                "keys" => layer.keys = self.keys(key, value),
                unknown => self.unknown(&key.span(), unknown),
            }
        }
        layer
    }

    fn string<K: AsRef<str>>(&mut self, key: &Spanned<K>, value: &Value) -> Option<String> {
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.bad(key, value, words(self.lang).a_string);
        }
        text
    }

    fn strings<K: AsRef<str>>(&mut self, key: &Spanned<K>, value: &Value) -> Option<Vec<String>> {
        if let Some(one) = value.get_ref().as_str() {
            return Some(vec![one.to_owned()]);
        }
        let all = value.get_ref().as_array().and_then(|values| {
            values
                .iter()
                .map(|value| value.get_ref().as_str().map(str::to_owned))
                .collect()
        });
        if all.is_none() {
            self.bad(key, value, words(self.lang).strings);
        }
        all
    }

    fn choice<K: AsRef<str>, T: ValueEnum>(
        &mut self,
        key: &Spanned<K>,
        value: &Value,
    ) -> Option<T> {
        match value
            .get_ref()
            .as_str()
            .map(|name| parse(key.get_ref().as_ref(), name, self.lang))
        {
            Some(Ok(choice)) => Some(choice),
            Some(Err(message)) => {
                self.problem(&value.span(), message);
                None
            }
            None => {
                self.bad(key, value, &names_of::<T>());
                None
            }
        }
    }

    fn boolean<K: AsRef<str>>(&mut self, key: &Spanned<K>, value: &Value) -> Option<bool> {
        let answer = value.get_ref().as_bool();
        if answer.is_none() {
            self.bad(key, value, words(self.lang).a_bool);
        }
        answer
    }

    fn minutes<K: AsRef<str>>(&mut self, key: &Spanned<K>, value: &Value) -> Option<u32> {
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok())
            .filter(|minutes| *minutes <= 100_000);
        if number.is_none() {
            self.bad(key, value, words(self.lang).minutes);
        }
        number
    }

    fn keys<K: AsRef<str>>(&mut self, key: &Spanned<K>, value: &Value) -> Option<Vec<Key>> {
        let Some(table) = value.get_ref().as_table() else {
            self.bad(key, value, words(self.lang).a_table);
            return None;
        };
        let mut keys = Vec::new();
        self.gather("", table, &mut keys);
        let own: Vec<_> = keys
            .iter()
            .map(|key| (key.name.clone(), key.keys.clone()))
            .collect();
        if let Err(error) = Keymap::new(&own) {
            let wrong = keys.iter().find(|key| error.is_about(&key.name));
            let (line, column) = wrong.map_or((1, 1), |key| (key.line, key.column));
            self.problems.push(Problem {
                file: self.path.to_owned(),
                line,
                column,
                message: error.render(self.lang),
            });
        }
        Some(keys)
    }

    /// `list.down = "j"` is a table within a table; `"list.down" = "j"` is not. Both mean one.
    fn gather(&mut self, above: &str, table: &DeTable, keys: &mut Vec<Key>) {
        for (key, value) in table {
            let own = Str::clean(key.get_ref());
            let name = if above.is_empty() {
                own.to_string()
            } else {
                format!("{above}.{own}")
            };
            if let Some(inner) = value.get_ref().as_table() {
                self.gather(&name, inner, keys);
            } else if let Some(chosen) = self.strings(key, value) {
                let (line, column) = place(self.text, key.span().start);
                keys.push(Key {
                    name,
                    keys: chosen,
                    line,
                    column,
                });
            }
        }
    }

    fn unknown(&mut self, at: &Range<usize>, key: &str) {
        let known = || DEFAULTS.iter().map(|default| default.key);
        let near = known()
            .map(|known| (strsim::osa_distance(known, &key.to_lowercase()), known))
            .min()
            .filter(|(distance, known)| *distance <= known.len() / 2);
        let key = Str::clean(key);
        let words = words(self.lang);
        let message = match near {
            Some((_, near)) => (words.unknown_near)(&key, near),
            None => (words.unknown)(&key, &known().collect::<Vec<_>>().join(", ")),
        };
        self.problem(at, message);
    }

    fn bad<K: AsRef<str>>(&mut self, key: &Spanned<K>, value: &Value, wanted: &str) {
        let span = value.span();
        let written = self.text.get(span.clone()).unwrap_or_default();
        let short: String = written
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(40)
            .collect();
        let key = Str::clean(key.get_ref().as_ref());
        self.problem(
            &span,
            (words(self.lang).bad_value)(&key, &Str::clean(&short), wanted),
        );
    }

    fn problem(&mut self, at: &Range<usize>, message: String) {
        let (line, column) = place(self.text, at.start);
        self.problems.push(Problem {
            file: self.path.to_owned(),
            line,
            column,
            message,
        });
    }
}

/// Line and column, in characters and from 1, of a byte of `text`.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at.min(text.len())).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[start..].chars().count() + 1,
    )
}

#[cfg(test)]
mod tests {
    use super::super::default_file;
    use super::*;
    use crate::config::{Ambiguous, Theme, Tongue};

    fn messages(text: &str) -> Vec<String> {
        let problems = read(Path::new("c.toml"), text, Lang::En).expect_err("a problem");
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_default_file_is_read_and_says_nothing_new() {
        for lang in [Lang::En, Lang::Zh] {
            let text = default_file(lang);
            let layer = read(Path::new("c.toml"), &text, lang).expect("the default is valid");
            assert_eq!(layer.keys, Some(vec![]));
            let on: String = text
                .lines()
                .map(|line| {
                    line.strip_prefix('#')
                        .filter(|rest| !rest.starts_with(' '))
                        .unwrap_or(line)
                        .to_owned()
                        + "\n"
                })
                .collect();
            let layer = read(Path::new("/etc/c.toml"), &on, lang).expect("its values are valid");
            let own: Vec<_> = layer
                .keys
                .into_iter()
                .flatten()
                .map(|key| (key.name, key.keys))
                .collect();
            assert!(own.len() > 50, "every key has its line");
            Keymap::new(&own).expect("the keys as they are have no conflict");
            assert_eq!(layer.data, Some(PathBuf::from("/etc/plan.json")));
            assert_eq!(
                (layer.lang, layer.theme, layer.ambiguous, layer.idle),
                (
                    Some(Tongue::En),
                    Some(Theme::Auto),
                    Some(Ambiguous::Narrow),
                    Some(0)
                )
            );
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        assert_eq!(
            messages("\nthem = \"dark\""),
            ["c.toml:2:1: unknown key \"them\"; did you mean \"theme\"?"]
        );
        assert_eq!(
            messages("theme = \"drak\"\nascii = 1\nidle = -1\n"),
            [
                "c.toml:1:9: theme cannot be \"drak\"; it can be auto, dark, light, contrast, mono",
                "c.toml:2:9: ascii cannot be 1; it can be true or false",
                "c.toml:3:8: idle cannot be -1; it can be a number of minutes from 0 to 100000",
            ]
        );
        assert_eq!(messages("a = = 1").len(), 1);
    }

    #[test]
    fn keys_are_read_and_what_is_wrong_with_one_has_its_place() {
        let text = "[keys]\nquit = \"Q\"\nhelp = [\"?\", \"f12\"]\n";
        let layer = read(Path::new("c.toml"), text, Lang::En).expect("valid");
        let keys = layer.keys.expect("given");
        let mut found: Vec<_> = keys
            .iter()
            .map(|key| (key.name.as_str(), key.keys.len(), key.line))
            .collect();
        found.sort_unstable();
        assert_eq!(found, [("help", 2, 3), ("quit", 1, 2)]);
        for (line, said) in [
            (
                "quit = \"w\"",
                "w is bound to both who and quit; give one of them another key",
            ),
            (
                "qiut = \"x\"",
                "keys.qiut: no such binding; did you mean quit?",
            ),
            (
                "list.down = \"j\"",
                "keys.list.down: no such binding; `plan config --default` lists them",
            ),
            (
                "quit = \"hyper-x\"",
                "keys.quit: no key is written \"hyper-x\"",
            ),
        ] {
            let text = format!("[keys]\nhelp = \"f12\"\n{line}\n");
            let problems = read(Path::new("c.toml"), &text, Lang::En).expect_err("a problem");
            let [problem] = &problems[..] else {
                panic!("{line}: {problems:?}")
            };
            let told = problem.to_string();
            assert!(
                told.starts_with("c.toml:3:") && told.contains(said),
                "{told}"
            );
        }
        let chinese = read(Path::new("c.toml"), "a = = 1", Lang::Zh).expect_err("no TOML");
        let told = chinese[0].message.replace("TOML", "");
        assert!(!told.contains(|c: char| c.is_ascii_alphabetic()), "{told}");
    }
}
