//! The table of commands and flags, in both languages: help, man page, completions and README come
//! from it.

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
    row(
        "",
        "max_size",
        "Refuse larger data files: 500 kB, 64 MB (default: 1 GB, in kiosk mode 16 MB)",
        "不读取更大的数据文件：500 kB、64 MB（默认 1 GB，公用终端模式 16 MB）",
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
