//! The words of the command line: headings of its help, and what is said when something is wrong.

use super::strings;
use crate::model::Lang;

strings! {
    pub Cli cli

    /// Headings of the help.
    usage: "Usage" / "用法",
    commands: "Commands" / "命令",
    arguments: "Arguments" / "参数",
    options: "Options" / "选项",
    common: "Options for all" / "通用选项",
    explorer: "Options of the explorer" / "浏览选项",
    some_options: "[OPTIONS]" / "[选项]",
    a_command: "COMMAND" / "命令",
    unknown_arg(arg: &str, near: Option<&str>): match near {
        Some(near) => "unknown option {arg}; did you mean {near}?" / "没有选项 {arg}；是否为 {near}？",
        None => "unknown option {arg}; try --help (or -- before a query)"
            / "没有选项 {arg}；请看 --help（查询词前可加 --）",
    },
    bad_value(arg: &str, value: &str, known: &str): match known {
        "" => "{arg} cannot be \"{value}\"; try --help" / "{arg} 不能是“{value}”；请看 --help",
        _ => "{arg} cannot be \"{value}\"; it can be {known}" / "{arg} 不能是“{value}”；可以是 {known}",
    },
    missing_value(arg: &str): "{arg} needs a value; try --help" / "{arg} 缺少值；请看 --help",
    missing(args: &str): "{args} is missing; try --help" / "缺少 {args}；请看 --help",
    no_value(arg: &str): "{arg} takes no value" / "{arg} 不带值",
    conflict(one: &str, other: &str): "{one} and {other} exclude each other" / "{one} 与 {other} 不能同用",
    twice(arg: &str): "{arg} can be given only once" / "{arg} 只能写一次",
    utf8: "an argument is not UTF-8" / "有参数不是 UTF-8 编码",
    /// How the advice begins that stands behind what is wrong.
    try_help: "; try --help" / "；请看 --help",
    wrong: "wrong usage; try --help" / "用法有误；请看 --help",
    nothing(query: &str): "nothing found for \"{query}\"; try fewer or other words"
        / "没有找到“{query}”；请少写或换几个词",
    no_id(id: &str, near: Option<&str>): match near {
        Some(near) => "no id \"{id}\"; did you mean {near}?" / "没有编号“{id}”；是否为 {near}？",
        None => "no id \"{id}\"; `plan search` finds ids, `plan list` shows all"
            / "没有编号“{id}”；plan search 可查编号，plan list 列出全部",
    },
    no_kind(kind: &str, known: &str): "no kind \"{kind}\"; there are {known}"
        / "没有“{kind}”这一类；可用的有 {known}",
    no_body(body: &str, near: Option<&str>): match near {
        Some(near) => "no body \"{body}\"; did you mean {near}?" / "没有机构“{body}”；是否为 {near}？",
        None => "no body \"{body}\"; `plan list body` shows all" / "没有机构“{body}”；plan list body 列出全部",
    },
    no_topic(topic: &str, known: &str): "no help on \"{topic}\"; there is {known}"
        / "没有“{topic}”的帮助；可用的有 {known}",
    more_problems(count: usize): "and {count} more; `plan check FILE` shows all"
        / "另有 {count} 个问题；plan check 文件 可列出全部",
    /// Output failed.
    cannot_write(file: &str, why: &str): "{file}: cannot be written: {why}" / "{file}：无法写入：{why}",
    is_there: "it is there already; choose another name" / "文件已存在；请换一个名称",
    to_a_file: "a workbook is no text for a terminal; name a file with --out"
        / "工作簿不能显示在终端上；请用 --out 指定文件",
    standard_output: "standard output" / "标准输出",
    /// `check` found nothing wrong.
    ok(file: &str, counts: &str): "{file}: ok, {counts}" / "{file}：无误，{counts}",
    items(n: usize): { count(n, "item", "items") } / "条目 {n} 个",
    bodies(n: usize): { count(n, "body", "bodies") } / "机构 {n} 个",
    documents(n: usize): { count(n, "document", "documents") } / "文件 {n} 份",
    responsibilities(n: usize): { count(n, "responsibility", "responsibilities") } / "责任关系 {n} 条",
    kiosk_command(command: &str): "\"{command}\" is not offered here; there are search, who, show, list, matrix and export"
        / "此处不提供“{command}”；可用的有 search、who、show、list、matrix、export",
    kiosk_option(option: &str): "{option} is not offered here" / "此处不提供 {option}",
    /// The client's command cannot be split into words.
    kiosk_quotes: "a quotation mark is not closed" / "引号没有配对",
    kiosk_sign(sign: &str): "{sign} has no place in a question" / "查询中不能有 {sign}",
    kiosk_long: "the question is too long" / "查询过长",
}

/// `1 item`, `2 items`.
fn count(n: usize, one: &str, several: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {several}")
    }
}
