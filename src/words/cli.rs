//! The words of the command line: the table of commands and flags that help, man page,
//! completions and README come from, and what is said when something is wrong.

use crate::model::Lang;

/// What a command, a flag or an argument is for.
#[derive(Debug)]
pub struct Help {
    /// The command it belongs to; empty: the program itself, or all commands.
    pub command: &'static str,
    /// The flag's or argument's name; empty: the command itself.
    pub arg: &'static str,
    /// In English.
    pub en: &'static str,
    /// In Chinese.
    pub zh: &'static str,
}

impl Help {
    /// The text in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

/// The help on `arg` of `command`: its own, or else what holds for all commands.
#[must_use]
pub fn help(command: &str, arg: &str) -> Option<&'static Help> {
    let find = |command: &str| {
        HELP.iter()
            .find(|row| row.command == command && row.arg == arg)
    };
    find(command).or_else(|| if arg.is_empty() { None } else { find("") })
}

const fn row(command: &'static str, arg: &'static str, en: &'static str, zh: &'static str) -> Help {
    Help {
        command,
        arg,
        en,
        zh,
    }
}

/// All commands, flags and arguments.
pub const HELP: &[Help] = &[
    row(
        "",
        "",
        "Look up tasks, projects, actions and who is responsible for them in a plan",
        "查阅规划：任务、工程、行动，以及由谁负责",
    ),
    row(
        "",
        "words",
        "The first query of the explorer; an exact id opens that item",
        "进入浏览时的首个查询；写编号则直接打开该条目",
    ),
    row(
        "",
        "data",
        "Open this plan instead of the built-in one",
        "打开此规划文件，而不是内置的规划",
    ),
    row(
        "",
        "overlay",
        "Lay this file over the plan: your own assignments (repeatable)",
        "把此文件叠加在规划之上：本单位的分工（可重复）",
    ),
    row(
        "",
        "lang",
        "Language; both: names in both (default: from the locale)",
        "语言；both：名称用双语（默认随区域设置）",
    ),
    row(
        "",
        "color",
        "Colour in the output (default: auto)",
        "输出是否用颜色（默认 auto）",
    ),
    row(
        "",
        "theme",
        "Colours of the screen: auto, dark, light, contrast or mono",
        "屏幕配色：auto、dark、light、contrast 或 mono",
    ),
    row("", "ascii", "Use ASCII characters alone", "只用 ASCII 字符"),
    row(
        "",
        "plain",
        "No screen: a prompt and numbered answers, for screen readers",
        "不绘制屏幕：提示符加编号的答案，适合读屏软件",
    ),
    row("", "mouse", "Use the mouse", "使用鼠标"),
    row(
        "",
        "kiosk",
        "For a public login: nothing is written or started, no settings are read",
        "用于公用登录：不写文件、不启动程序、不读设置",
    ),
    row("", "config", "Read this configuration file", "读此设置文件"),
    row("", "log", "Write a log to this file", "把日志写入此文件"),
    row(
        "",
        "print",
        "On Enter, print the chosen id and leave",
        "按回车时输出所选编号并退出",
    ),
    row(
        "",
        "fresh",
        "Do not return to the place of last time",
        "不回到上次的位置",
    ),
    row(
        "",
        "idle",
        "End after so many minutes without a key; 0: never (in kiosk mode 30)",
        "多少分钟没有按键后结束；0 表示永不（公用终端模式默认 30）",
    ),
    row(
        "",
        "commands",
        "In kiosk mode: let the client run search, who, show, list, matrix and export",
        "公用终端模式：允许客户端执行 search、who、show、list、matrix、export",
    ),
    row("", "help", "Show this help", "显示此帮助"),
    row("", "version", "Show the version", "显示版本"),
    row(
        "",
        "format",
        "text, json, tsv, csv or markdown (default: text)",
        "text、json、tsv、csv 或 markdown（默认 text）",
    ),
    row(
        "search",
        "",
        "Search: hits, best first",
        "查询：最符合的在前",
    ),
    row(
        "search",
        "query",
        "Words in any order, in English, Chinese or pinyin; also kind:project @miit by:2025",
        "词语，次序不限，英文、中文、拼音皆可；也可写 kind:project @miit by:2025",
    ),
    row(
        "search",
        "limit",
        "At most so many hits (default: 20)",
        "最多多少条（默认 20）",
    ),
    row("search", "kind", "Only this kind", "只查此类"),
    row(
        "search",
        "body",
        "Only what this body answers for",
        "只查由此机构负责的",
    ),
    row(
        "who",
        "",
        "Who answers for it; where the query names a body: what that body answers for",
        "由谁负责；若所查为机构：它负责什么",
    ),
    row(
        "who",
        "query",
        "An item or a body, in your own words",
        "条目或机构，用自己的话写",
    ),
    row(
        "show",
        "",
        "Show everything about an item, a body or a document",
        "显示条目、机构或文件的全部内容",
    ),
    row(
        "show",
        "ids",
        "Ids, as P1, miit or PLAN",
        "编号，如 P1、miit、PLAN",
    ),
    row(
        "list",
        "",
        "List all of a kind in plan order",
        "按规划次序列出某一类",
    ),
    row(
        "list",
        "kind",
        "A kind, or body or document (default: all items)",
        "类别，或 body（机构）、document（文件）；默认列出所有条目",
    ),
    row(
        "matrix",
        "",
        "Bodies and items in a table, with roles",
        "机构与条目对照表，标明角色",
    ),
    row(
        "matrix",
        "kind",
        "Items of this kind (repeatable; default: the primary kinds)",
        "此类条目（可重复；默认为主要类别）",
    ),
    row(
        "matrix",
        "basis",
        "Which responsibilities count (default: all)",
        "计入哪些责任关系（默认全部）",
    ),
    row(
        "check",
        "",
        "Check data files: all problems, with their places",
        "检查数据文件：列出所有问题及其位置",
    ),
    row("check", "files", "Plans or overlays", "规划文件或叠加文件"),
    row(
        "diff",
        "",
        "What was added, removed and changed between two data files",
        "比较两个数据文件：新增、删除、改动",
    ),
    row("diff", "old", "The older file", "旧文件"),
    row("diff", "new", "The newer file", "新文件"),
    row(
        "diff",
        "format",
        "text, json or markdown (default: text)",
        "text、json 或 markdown（默认 text）",
    ),
    row(
        "export",
        "",
        "Write the whole plan as one document",
        "把整个规划输出为一份文件",
    ),
    row(
        "export",
        "format",
        "markdown to read, csv for a spreadsheet, json as data (default: markdown)",
        "markdown 供阅读，csv 供电子表格，json 为数据（默认 markdown）",
    ),
    row("export", "out", "Write to this file", "写入此文件"),
    row(
        "config",
        "",
        "Show the settings in force and where each comes from",
        "显示当前设置及其来源",
    ),
    row(
        "config",
        "default",
        "Print a commented configuration file instead",
        "改为输出带注释的默认设置文件",
    ),
    row(
        "schema",
        "",
        "Print the JSON Schema of the data",
        "输出数据的 JSON Schema",
    ),
    row(
        "schema",
        "of",
        "plan or overlay (default: plan)",
        "plan 或 overlay（默认 plan）",
    ),
    row(
        "completions",
        "",
        "Print a shell's completions",
        "输出命令行补全脚本",
    ),
    row(
        "completions",
        "shell",
        "bash, zsh, fish, elvish or powershell",
        "bash、zsh、fish、elvish 或 powershell",
    ),
    row("man", "", "Print the man page", "输出手册页"),
    row(
        "help",
        "",
        "Show help on a command, or on ssh: how to offer plan as a login",
        "显示某命令的帮助；help ssh：如何作为登录提供",
    ),
    row("help", "topic", "A command, or ssh", "命令名，或 ssh"),
];

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
    /// Ends an error of usage.
    pub try_help: &'static str,
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
    /// No terminal to draw on.
    pub no_terminal: &'static str,
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
    try_help: "try --help",
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
    no_terminal: "no terminal; try --plain, or `plan search` and `plan who`",
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
    try_help: "请看 --help",
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
    no_terminal: "没有终端；请用 --plain，或 plan search、plan who",
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
