//! The man page, from the tables of commands and flags and the words about them.

use clap::{Arg, Command};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::help;
use crate::app::Keymap;
use crate::i18n::cli::cli as words;
use crate::i18n::flags::VALUES;
use crate::i18n::man::{self, man as page};
use crate::i18n::screen::screen;
use crate::i18n::who::{aside, who};
use crate::i18n::{Pair, of};
use crate::model::Lang;
use crate::page::width;

/// The page as troff source.
#[must_use]
pub fn render(lang: Lang) -> String {
    let (page, words) = (page(lang), words(lang));
    let command = help::named_values(help::command(lang), lang);
    let about = command
        .get_about()
        .map(ToString::to_string)
        .unwrap_or_default();
    let version = concat!("plan ", env!("CARGO_PKG_VERSION"));
    let mut roff = Roff::new();
    roff.control("SH", [page.name])
        .text([roman(format!("plan - {about}"))]);
    roff.control("SH", [page.synopsis]);
    let options = words.some_options;
    roff.text([
        bold("plan"),
        roman(format!(" {options} [{}]...", of(VALUES[0], lang))),
    ]);
    roff.control("br", []);
    roff.text([
        bold("plan"),
        roman(format!(" {options} {}", words.a_command)),
    ]);
    roff.control("SH", [page.description]);
    for (at, paragraph) in man::ABOUT.iter().enumerate() {
        if at > 0 {
            roff.control("PP", []);
        }
        roff.text([roman(of(*paragraph, lang))]);
    }
    roff.control("SH", [words.commands.to_uppercase().as_str()]);
    for sub in command.get_subcommands() {
        roff.control("SS", [usage(sub, lang).as_str()]);
        roff.text([roman(
            sub.get_about().map(ToString::to_string).unwrap_or_default(),
        )]);
        let own = |arg: &&Arg| !is_common(arg, lang);
        args(&mut roff, sub.get_arguments().filter(own));
    }
    roff.control("SH", [words.common.to_uppercase().as_str()]);
    args(
        &mut roff,
        command.get_arguments().filter(|arg| is_common(arg, lang)),
    );
    roff.control("SH", [words.explorer.to_uppercase().as_str()]);
    let explorer = |arg: &&Arg| arg.get_help_heading() == Some(words.explorer);
    args(&mut roff, command.get_arguments().filter(explorer));
    keys(&mut roff, lang);
    plain(&mut roff, lang);
    terms(&mut roff, page.queries, man::QUERIES, lang);
    terms(&mut roff, page.data, man::DATA, lang);
    terms(&mut roff, page.environment, man::VARIABLES, lang);
    terms(&mut roff, page.files, man::FILES, lang);
    terms(&mut roff, page.exit, man::STATUSES, lang);
    terms(&mut roff, page.examples, man::EXAMPLES, lang);
    format!(
        ".TH PLAN 1 \"\" \"{version}\"\n{}",
        breakable(&roff.to_roff())
    )
}

/// Lets lines break between ideographs, which troff takes for one long word.
fn breakable(page: &str) -> String {
    const NEVER_FIRST: &str = "，。、；：？！）》」』】”’…";
    const NEVER_LAST: &str = "（《「『【“‘";
    let mut out = String::with_capacity(page.len());
    for line in page.split_inclusive('\n') {
        let text = !line.starts_with('.');
        let mut last = ' ';
        for c in line.chars() {
            let wide = width(last.encode_utf8(&mut [0; 4])) > 1 || NEVER_FIRST.contains(last);
            let next = !c.is_whitespace() && c != '\\' && !NEVER_FIRST.contains(c);
            if text && wide && next && !NEVER_LAST.contains(last) {
                out.push_str("\\:");
            }
            out.push(c);
            last = c;
        }
    }
    out
}

/// A command's usage without the options for all.
fn usage(command: &Command, lang: Lang) -> String {
    help::usage(command, command.get_name(), lang)
}

fn is_common(arg: &Arg, lang: Lang) -> bool {
    arg.get_help_heading() == Some(words(lang).common)
}

fn args<'a>(roff: &mut Roff, args: impl Iterator<Item = &'a Arg>) {
    for arg in args {
        let mut line: Vec<Inline> = Vec::new();
        if let Some(short) = arg.get_short() {
            line.push(bold(format!("-{short}")));
            line.push(roman(", "));
        }
        if let Some(long) = arg.get_long() {
            line.push(bold(format!("--{long}")));
        }
        let takes = arg.is_positional() || arg.get_action().takes_values();
        if let (true, Some([name, ..])) = (takes, arg.get_value_names()) {
            if !line.is_empty() {
                line.push(roman(" "));
            }
            line.push(italic(name.to_string()));
        }
        roff.control("TP", []);
        roff.text(line);
        roff.text([roman(
            arg.get_help().map(ToString::to_string).unwrap_or_default(),
        )]);
    }
}

/// The table of keys: where they hold, and what they do.
fn keys(roff: &mut Roff, lang: Lang) {
    roff.control("SH", [page(lang).keys]);
    roff.text([roman(screen(lang).no_place)]);
    for line in Keymap::default().lines() {
        let keys = line.labels(false).join(who(lang).list);
        let said = match line.places(lang) {
            places if places.is_empty() => line.said(lang).to_owned(),
            places => line.said(lang).to_owned() + &aside(lang, &places),
        };
        roff.control("TP", []);
        roff.text([bold(keys)]);
        roff.text([roman(said)]);
    }
}

/// What can be typed in plain mode.
fn plain(roff: &mut Roff, lang: Lang) {
    roff.control("SH", [page(lang).plain]);
    for (at, line) in crate::plain::help(lang).into_iter().enumerate() {
        if at > 0 {
            roff.control("br", []);
        }
        roff.text([roman(line)]);
    }
}

fn terms(roff: &mut Roff, heading: &str, terms: &[(Pair, Pair)], lang: Lang) {
    roff.control("SH", [heading]);
    for (term, meaning) in terms {
        roff.control("TP", []);
        roff.text([bold(of(*term, lang))]);
        roff.text([roman(of(*meaning, lang))]);
    }
}
