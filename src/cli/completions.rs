//! What shells offer after Tab, from clap's command: its words are the table's, in the reader's
//! language. Where clap's own script for a shell would offer the wrong thing, it gets another
//! command, or a line of ours.

use clap::builder::{PossibleValue, PossibleValuesParser, Str};
use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;

use super::help;
use super::pages::GUIDES;
use crate::i18n::flags::HELP;
use crate::model::{Input, Lang, Node, Plan, SHIPPED, load};

/// The program's name.
const PLAN: &str = "plan";

/// The script for a shell.
#[must_use]
pub fn script(shell: Shell, lang: Lang) -> String {
    let mut command = offered(&help::command(lang));
    if lang != Lang::En {
        command = undescribed(command);
    }
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, PLAN, &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if shell == Shell::Fish {
        // An option that still waits for its value leaves its function too early.
        script = script.replacen("    or return\n", "    or return 0\n", 1);
        script += &arguments_for_fish(&command);
    }
    if shell == Shell::Bash {
        // A word breaks at `=`, which is then a word too.
        script = script.replacen(BASH_PREVIOUS, &format!("{BASH_PREVIOUS}{BASH_EQUALS}"), 1);
        script = script
            .replace("compgen -W ", "_plan_words ")
            .replace(" -- \"${cur}\")", " \"${cur}\")");
        script = files_for_bash(&script, &command);
        script.insert_str(0, BASH_WORDS);
    }
    if shell == Shell::Zsh {
        // With two colons options are taken for words once there is a word.
        script = script.replace("\n'*::", "\n'*:");
        // Ids in any case.
        script = script.replacen(ZSH_START, &format!("{ZSH_START}{ZSH_ANY_CASE}"), 1);
    }
    script
}

/// Where the function for zsh begins, and what makes it offer words in any case.
const ZSH_START: &str = "_plan() {\n";
const ZSH_ANY_CASE: &str = "    zstyle ':completion:*:plan*' matcher 'm:{a-zA-Z}={A-Za-z}'\n";

/// Offers those of some words that begin with what is typed; in any case, if none does as it is.
const BASH_WORDS: &str = r#"_plan_words() {
    compgen -W "$1" -- "$2" && return
    shopt -s nocasematch
    local word
    for word in $1; do
        [[ $word == "$2"* ]] && echo "$word"
    done
}

"#;

/// Where the script for bash learns of the word before.
const BASH_PREVIOUS: &str = "    prev=\"$3\"\n";
const BASH_EQUALS: &str = r#"    if [[ "${prev}" == "=" ]]; then
        prev="${COMP_WORDS[COMP_CWORD-2]}"
    elif [[ "${cur}" == "=" ]]; then
        cur=""
    fi
"#;

/// The command as it is to be offered: zsh would take the word after a query for the command, so
/// there is no query; and a topic of the help is one of those that there are.
fn offered(command: &Command) -> Command {
    let commands = HELP.iter().filter(|row| row.arg.is_empty());
    let names = commands
        .map(|row| row.command)
        .filter(|name| !name.is_empty());
    let topics: Vec<&str> = names.chain(GUIDES).collect();
    let options = command.get_arguments().filter(|arg| !arg.is_positional());
    let root = Command::new(PLAN).args(options);
    let root = root.subcommands(command.get_subcommands());
    let root = root
        .mut_args(|arg| hinted(arg, PLAN))
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            sub.mut_args(|arg| hinted(arg, &name))
        });
    root.version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_subcommand("help", |help| {
            help.mut_arg("topic", |topic| {
                topic.value_parser(PossibleValuesParser::new(topics))
            })
        })
}

/// The argument of a command with what its value is: a file, one of the ids, kinds or bodies of the shipped plan, or
/// something that no shell can know.
fn hinted(arg: Arg, command: &str) -> Arg {
    if !arg.get_action().takes_values() || !arg.get_possible_values().is_empty() {
        return arg;
    }
    let names: &[_] = arg.get_value_names().unwrap_or_default();
    let values = match names.first().map(Str::as_str) {
        Some("FILE" | "OLD" | "NEW" | "SHEET") => return arg.value_hint(ValueHint::FilePath),
        Some("ID" | "A" | "B") => ids(|_| true),
        Some("ORG") => ids(|node| matches!(node, Node::Body(_))),
        // Only items have somebody responsible.
        Some("KIND") if ["who", "matrix"].contains(&command) => kinds(),
        Some("KIND") => [kinds(), ["body", "document"].map(str::to_owned).into()].concat(),
        Some(_) | None => return arg.value_hint(ValueHint::Other),
    };
    // clap wants what lives as long as the program, which ends when the script is written.
    let values = values.into_iter().map(|value| &*value.leak());
    arg.value_parser(PossibleValuesParser::new(values))
}

/// The ids of those nodes of the shipped plan.
fn ids(wanted: impl Fn(Node) -> bool) -> Vec<String> {
    let plan = shipped();
    let nodes = plan.nodes().filter(|&node| wanted(node));
    nodes.map(|node| plan.id(node).to_owned()).collect()
}

fn kinds() -> Vec<String> {
    let plan = shipped();
    let kinds = plan.kinds().map(|(_, kind)| kind.id.to_string());
    kinds.collect()
}

fn shipped() -> Plan {
    let input = Input {
        name: "plan.json",
        bytes: SHIPPED,
    };
    load(input, &[]).expect("the shipped plan loads")
}

/// The script for bash offers nothing but options where a file may stand: those only behind a dash, and
/// what it leaves to bash are files.
fn files_for_bash(script: &str, command: &Command) -> String {
    let takes_file = |sub: &&Command| {
        let mut args = sub.get_positionals();
        args.any(|arg| arg.get_value_hint() == ValueHint::FilePath)
    };
    let mut script = script.to_owned();
    for sub in command.get_subcommands().filter(takes_file) {
        let Some(start) = script.find(&format!("plan__subcmd__{})\n", sub.get_name())) else {
            continue;
        };
        let end = script[start..].find("\n            ;;\n");
        let end = end.map_or(script.len(), |end| start + end);
        let part = script[start..end]
            .replacen(" || ${COMP_CWORD} -eq 2 ]]", " ]]", 1)
            .replacen("            esac\n            COMPREPLY=( $(_plan_words \"${opts}\" \"${cur}\") )\n", "            esac\n            COMPREPLY=()\n", 1);
        script.replace_range(start..end, &part);
    }
    script
}

/// The script for fish covers options alone: where an argument is one of a few words, it offers those too.
fn arguments_for_fish(command: &Command) -> String {
    let line = |name: &str, arg: &Arg| {
        let values = arg.get_possible_values();
        let values: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        let values = values.join(" ");
        (!values.is_empty()).then(|| {
            format!(
                "complete -c {PLAN} -n \"__fish_plan_using_subcommand {name}\" -f -a \"{values}\"\n"
            )
        })
    };
    let lines = command.get_subcommands().flat_map(|sub| {
        let args = sub.get_positionals();
        args.filter_map(move |arg| line(sub.get_name(), arg))
    });
    lines.collect()
}

/// What values of options mean is told in English alone, by their types: in another language they
/// go without.
fn undescribed(command: Command) -> Command {
    let plain = |arg: Arg| {
        let values = arg.get_possible_values();
        if values.is_empty() || !arg.get_action().takes_values() {
            return arg;
        }
        let values = values.into_iter().map(|value| value.help(None::<&str>));
        arg.value_parser(PossibleValuesParser::new(values))
    };
    command
        .mut_args(plain)
        .mut_subcommands(|sub| sub.mut_args(plain))
}
