//! The words of the command line: headings of its help, and what is said when something is wrong.

use super::{count, strings};
use crate::model::Lang;

strings! {
    pub Cli cli

    /// Headings of the help.
    usage: "Usage" / "用法",
    commands: "Commands" / "命令",
    arguments: "Arguments" / "参数",
    options: "Options" / "选项",
    common: "Global options" / "通用选项",
    explorer: "Explorer options" / "浏览器选项",
    examples: "Examples" / "示例",
    common_elsewhere: "Global options (--lang, --data, --overlay, …): plan --help"
        / "通用选项（--lang、--data、--overlay 等）：plan --help",
    some_options: "[OPTIONS]" / "[选项]",
    a_command: "COMMAND" / "命令",
    no_command(word: &str, near: &str, query: &str):
        "no command \"{word}\"; did you mean \"{near}\"? (to look for the word: plan -- {query})"
        / "没有命令“{word}”；是否为“{near}”？（查询该词：plan -- {query}）",
    file_as_word(file: &str, meant: &str): "\"{file}\" is a file; did you mean: plan {meant}"
        / "“{file}”是文件；是否为：plan {meant}",
    file_as_query(meant: &str, file: &str): "\"{file}\" is a file; did you mean: plan {meant} (to look for the word: plan -- {file})"
        / "“{file}”是文件；是否为：plan {meant}（查询该词：plan -- {file}）",
    extra_word(word: &str): "\"{word}\" is not expected here; try --help" / "多余的参数“{word}”；请看 --help",
    unknown_arg(arg: &str, near: Option<&str>): match near {
        Some(near) => "unknown option {arg}; did you mean {near}?" / "没有选项 {arg}；是否为 {near}？",
        None => "unknown option {arg}; try --help (or -- before a query)"
            / "没有选项 {arg}；请看 --help（查询词前可加 --）",
    },
    list: ", " / "、",
    bad_value(arg: &str, value: &str, known: &str): match known {
        "" => "{arg} cannot be \"{value}\"; try --help" / "{arg} 的值“{value}”无效；请看 --help",
        _ => "{arg} cannot be \"{value}\"; it can be {known}" / "{arg} 的值“{value}”无效；可用：{known}",
    },
    /// What options with a number can be.
    count: "a count: 1, 2, 3 …" / "数量：1、2、3……",
    roles: "lead, support, issue" / "牵头、配合、印发",
    minutes: "a number of minutes: 0 to 100000" / "分钟数：0 至 100000",
    size: "a size such as 500K, 64M, 2G" / "大小，如 500K、64M、2G",
    missing_value(arg: &str): "{arg} needs a value; try --help" / "{arg} 缺少参数值；请看 --help",
    missing(args: &str, example: &str): match example {
        "" => "{args} is missing; try --help" / "缺少 {args}；请看 --help",
        _ => "{args} is missing, as in: {example}" / "缺少 {args}；示例：{example}",
    },
    no_value(arg: &str): "{arg} takes no value" / "{arg} 不带参数值",
    conflict(one: &str, other: &str): "{one} and {other} cannot be used together" / "{one} 与 {other} 不能同时使用",
    twice(arg: &str): "{arg} can be given only once" / "{arg} 只能使用一次",
    utf8: "an argument is not UTF-8" / "有参数不是 UTF-8 编码",
    /// How the advice begins that stands behind what is wrong.
    try_help: "; try --help" / "；请看 --help",
    wrong: "wrong usage; try --help" / "用法有误；请看 --help",
    nothing(query: &str): "nothing found for \"{query}\"; try fewer or other words"
        / "未找到与“{query}”相关的内容；请减少或更换关键词",
    no_id(id: &str, near: Option<&str>): match near {
        Some(near) => "no item \"{id}\"; did you mean {near}?" / "编号“{id}”不存在；是否为 {near}？",
        None => "no item \"{id}\"; plan search finds ids, plan list shows all"
            / "编号“{id}”不存在；plan search 可查编号，plan list 列出全部",
    },
    nothing_fits: "nothing matches these options" / "没有符合这些条件的内容",
    no_kind(kind: &str, known: &str): "unknown kind \"{kind}\"; kinds: {known}"
        / "没有类别“{kind}”；可用类别：{known}",
    no_body(body: &str, near: Option<&str>): match near {
        Some(near) => "no organisation \"{body}\"; did you mean {near}?" / "没有机构“{body}”；是否为 {near}？",
        None => "no organisation \"{body}\"; plan list organisations shows all"
            / "没有机构“{body}”；plan list organisations 列出全部",
    },
    no_topic(topic: &str, known: &str): "no help on \"{topic}\"; topics: {known}"
        / "没有关于“{topic}”的帮助；可用主题：{known}",
    more_problems(count: usize): "and {count} more; plan check FILE shows all"
        / "另有 {count} 个问题；plan check 文件名 可列出全部",
    /// Output failed.
    cannot_write(file: &str, why: &str): "{file}: cannot be written: {why}" / "{file}：无法写入：{why}",
    wrote(file: &str): "wrote {file}" / "已写入 {file}",
    is_there: "it exists already; choose another name" / "文件已存在；请换一个名称",
    is_input: "it is being read; choose another name" / "该文件正在读取；请换一个名称",
    to_a_file: "a workbook cannot be shown in a terminal; name a file with --out"
        / "工作簿不能在终端显示；请用 --out 指定文件",
    standard_output: "standard output" / "标准输出",
    /// `check` found nothing wrong.
    ok(file: &str, counts: &str): "{file}: ok, {counts}" / "{file}：无误，{counts}",
    items(n: usize): { count(n, "item", "items") } / "{n} 个条目",
    bodies(n: usize): { count(n, "organisation", "organisations") } / "{n} 个机构",
    documents(n: usize): { count(n, "document", "documents") } / "{n} 份文件",
    responsibilities(n: usize): { count(n, "responsibility", "responsibilities") } / "{n} 条责任关系",
    /// So many responsibilities, of so many items.
    of_items(responsibilities: &str, items: &str): "{responsibilities} for {items}" / "{responsibilities}（涉及{items}）",
    kiosk_command(command: &str): "\"{command}\" is not available in kiosk mode; use search, who, show, list, matrix or export"
        / "公用终端模式不提供“{command}”；可用 search、who、show、list、matrix、export",
    kiosk_nothing: "no command was given; use search, who, show, list, matrix or export"
        / "没有给出命令；可用 search、who、show、list、matrix、export",
    kiosk_option(option: &str): "{option} is not available in kiosk mode" / "公用终端模式不提供 {option}",
    /// The client's command cannot be split into words.
    kiosk_quotes: "a quotation mark is not closed" / "引号没有配对",
    kiosk_sign(sign: &str): "a query must not contain {sign}" / "查询中不能包含 {sign}",
    kiosk_long: "the query is too long" / "查询过长",
}
