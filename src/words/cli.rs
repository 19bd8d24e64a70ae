//! The words of the command line: headings of its help, and what is said when something is wrong.

use crate::model::Lang;

/// What is said around answers and errors, in one language.
#[derive(Debug)]
pub struct Cli {
    /// Headings of the help.
    pub usage: &'static str,
    /// Heading of the commands.
    pub commands: &'static str,
    /// Heading of the arguments.
    pub arguments: &'static str,
    /// Heading of a command's own options.
    pub options: &'static str,
    /// Heading of the options for all.
    pub common: &'static str,
    /// Heading of the explorer's options.
    pub explorer: &'static str,
    /// `[OPTIONS]` in a usage line.
    pub some_options: &'static str,
    /// `COMMAND` in a usage line.
    pub a_command: &'static str,
    /// An argument nobody knows; the near one where there is one.
    pub unknown_arg: fn(arg: &str, near: Option<&str>) -> String,
    /// A value that is none.
    pub bad_value: fn(arg: &str, value: &str, known: &str) -> String,
    /// A value is missing.
    pub missing_value: fn(arg: &str) -> String,
    /// An argument is missing.
    pub missing: fn(args: &str) -> String,
    /// A value where none belongs.
    pub no_value: fn(arg: &str) -> String,
    /// Two that exclude each other.
    pub conflict: fn(one: &str, other: &str) -> String,
    /// Given twice.
    pub twice: fn(arg: &str) -> String,
    /// An argument is not UTF-8.
    pub utf8: &'static str,
    /// Any other error of usage.
    pub wrong: &'static str,
    /// Nothing matches a query.
    pub nothing: fn(query: &str) -> String,
    /// No node has this id; a near one where there is one.
    pub no_id: fn(id: &str, near: Option<&str>) -> String,
    /// No kind has this name; these are.
    pub no_kind: fn(kind: &str, known: &str) -> String,
    /// No body has this name; a near one where there is one.
    pub no_body: fn(body: &str, near: Option<&str>) -> String,
    /// No topic has this name.
    pub no_topic: fn(topic: &str, known: &str) -> String,
    /// Problems beyond those shown.
    pub more_problems: fn(count: usize) -> String,
    /// Output failed.
    pub cannot_write: fn(file: &str, why: &str) -> String,
    /// The output file exists already.
    pub standard_output: &'static str,
    /// `check` found nothing wrong.
    pub ok: fn(file: &str, counts: &str) -> String,
    /// `check`: so many of one sort.
    pub items: fn(usize) -> String,
    /// `check`: so many of one sort.
    pub bodies: fn(usize) -> String,
    /// `check`: so many of one sort.
    pub documents: fn(usize) -> String,
    /// `check`: so many of one sort.
    pub responsibilities: fn(usize) -> String,
    /// A command that kiosk mode does not offer.
    pub kiosk_command: fn(command: &str) -> String,
    /// An option that kiosk mode does not offer.
    pub kiosk_option: fn(option: &str) -> String,
    /// The client's command cannot be split into words.
    pub kiosk_quotes: &'static str,
    /// A sign that has a meaning for a shell.
    pub kiosk_sign: fn(sign: &str) -> String,
    /// A line that is longer than any question.
    pub kiosk_long: &'static str,
}

const EN: Cli = Cli {
    usage: "Usage",
    commands: "Commands",
    arguments: "Arguments",
    options: "Options",
    common: "Options for all",
    explorer: "Options of the explorer",
    some_options: "[OPTIONS]",
    a_command: "COMMAND",
    unknown_arg: |arg, near| match near {
        Some(near) => format!("unknown option {arg}; did you mean {near}?"),
        None => format!("unknown option {arg}; try --help (or -- before a query)"),
    },
    bad_value: |arg, value, known| {
        if known.is_empty() {
            format!("{arg} cannot be \"{value}\"; try --help")
        } else {
            format!("{arg} cannot be \"{value}\"; it can be {known}")
        }
    },
    missing_value: |arg| format!("{arg} needs a value; try --help"),
    missing: |args| format!("{args} is missing; try --help"),
    no_value: |arg| format!("{arg} takes no value"),
    conflict: |one, other| format!("{one} and {other} exclude each other"),
    twice: |arg| format!("{arg} can be given only once"),
    utf8: "an argument is not UTF-8",
    wrong: "wrong usage; try --help",
    nothing: |query| format!("nothing found for \"{query}\"; try fewer or other words"),
    no_id: |id, near| match near {
        Some(near) => format!("no id \"{id}\"; did you mean {near}?"),
        None => format!("no id \"{id}\"; `plan search` finds ids, `plan list` shows all"),
    },
    no_kind: |kind, known| format!("no kind \"{kind}\"; there are {known}"),
    no_body: |body, near| match near {
        Some(near) => format!("no body \"{body}\"; did you mean {near}?"),
        None => format!("no body \"{body}\"; `plan list body` shows all"),
    },
    no_topic: |topic, known| format!("no help on \"{topic}\"; there is {known}"),
    more_problems: |count| format!("and {count} more; `plan check FILE` shows all"),
    cannot_write: |file, why| format!("{file}: cannot be written: {why}"),
    standard_output: "standard output",
    ok: |file, counts| format!("{file}: ok, {counts}"),
    items: |n| count(n, "item", "items"),
    bodies: |n| count(n, "body", "bodies"),
    documents: |n| count(n, "document", "documents"),
    responsibilities: |n| count(n, "responsibility", "responsibilities"),
    kiosk_command: |command| {
        format!(
            "\"{command}\" is not offered here; there are search, who, show, list, matrix and export"
        )
    },
    kiosk_option: |option| format!("{option} is not offered here"),
    kiosk_quotes: "a quotation mark is not closed",
    kiosk_sign: |sign| format!("{sign} has no place in a question"),
    kiosk_long: "the question is too long",
};

const ZH: Cli = Cli {
    usage: "用法",
    commands: "命令",
    arguments: "参数",
    options: "选项",
    common: "通用选项",
    explorer: "浏览选项",
    some_options: "[选项]",
    a_command: "命令",
    unknown_arg: |arg, near| match near {
        Some(near) => format!("没有选项 {arg}；是否为 {near}？"),
        None => format!("没有选项 {arg}；请看 --help（查询词前可加 --）"),
    },
    bad_value: |arg, value, known| {
        if known.is_empty() {
            format!("{arg} 不能是“{value}”；请看 --help")
        } else {
            format!("{arg} 不能是“{value}”；可以是 {known}")
        }
    },
    missing_value: |arg| format!("{arg} 缺少值；请看 --help"),
    missing: |args| format!("缺少 {args}；请看 --help"),
    no_value: |arg| format!("{arg} 不带值"),
    conflict: |one, other| format!("{one} 与 {other} 不能同用"),
    twice: |arg| format!("{arg} 只能写一次"),
    utf8: "有参数不是 UTF-8 编码",
    wrong: "用法有误；请看 --help",
    nothing: |query| format!("没有找到“{query}”；请少写或换几个词"),
    no_id: |id, near| match near {
        Some(near) => format!("没有编号“{id}”；是否为 {near}？"),
        None => format!("没有编号“{id}”；plan search 可查编号，plan list 列出全部"),
    },
    no_kind: |kind, known| format!("没有“{kind}”这一类；可用的有 {known}"),
    no_body: |body, near| match near {
        Some(near) => format!("没有机构“{body}”；是否为 {near}？"),
        None => format!("没有机构“{body}”；plan list body 列出全部"),
    },
    no_topic: |topic, known| format!("没有“{topic}”的帮助；可用的有 {known}"),
    more_problems: |count| format!("另有 {count} 个问题；plan check 文件 可列出全部"),
    cannot_write: |file, why| format!("{file}：无法写入：{why}"),
    standard_output: "标准输出",
    ok: |file, counts| format!("{file}：无误，{counts}"),
    items: |n| format!("条目 {n} 个"),
    bodies: |n| format!("机构 {n} 个"),
    documents: |n| format!("文件 {n} 份"),
    responsibilities: |n| format!("责任关系 {n} 条"),
    kiosk_command: |command| {
        format!("此处不提供“{command}”；可用的有 search、who、show、list、matrix、export")
    },
    kiosk_option: |option| format!("此处不提供 {option}"),
    kiosk_quotes: "引号没有配对",
    kiosk_sign: |sign| format!("查询中不能有 {sign}"),
    kiosk_long: "查询过长",
};

/// What is said around answers and errors, in `lang`.
#[must_use]
pub fn cli(lang: Lang) -> &'static Cli {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

/// `1 item`, `2 items`.
fn count(n: usize, one: &str, several: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {several}")
    }
}
