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

macro_rules! help {
    ($( $command:literal $arg:literal: $en:literal / $zh:literal ),* $(,)?) => {
        &[ $( Help { command: $command, arg: $arg, en: $en, zh: $zh } ),* ]
    };
}

/// All commands, flags and arguments: the command, the argument, and what it is for.
pub const HELP: &[Help] = help! {
    "" "": "Look up tasks, projects, actions and who is responsible for them in a plan"
        / "查阅规划：任务、工程、行动，以及由谁负责",
    "" "words": "The first query of the explorer; an exact id opens that item"
        / "进入浏览时的首个查询；写编号则直接打开该条目",
    "" "data": "Open this plan instead of the built-in one; - is standard input"
        / "打开此规划文件，而不是内置的规划；- 为标准输入",
    "" "overlay": "Lay this file over the plan: your own assignments (repeatable)"
        / "把此文件叠加在规划之上：本单位的分工（可重复）",
    "" "lang": "Language; both: names in both (default: from the locale)"
        / "语言；both：名称用双语（默认随区域设置）",
    "" "color": "Colour in the output (default: auto)" / "输出是否用颜色（默认 auto）",
    "" "theme": "Colours of the screen: auto, dark, light, contrast or mono"
        / "屏幕配色：auto、dark、light、contrast 或 mono",
    "" "ascii": "Use ASCII characters alone" / "只用 ASCII 字符",
    "" "plain": "No screen: a prompt and numbered answers, for screen readers"
        / "不绘制屏幕：提示符加编号的答案，适合读屏软件",
    "" "mouse": "Use the mouse" / "使用鼠标",
    "" "kiosk": "For a public login: nothing is written or started, no settings are read"
        / "用于公用登录：不写文件、不启动程序、不读设置",
    "" "max_size": "Refuse larger data files: 500 kB, 64 MB (default: 1 GB, in kiosk mode 16 MB)"
        / "不读取更大的数据文件：500 kB、64 MB（默认 1 GB，公用终端模式 16 MB）",
    "" "config": "Read this configuration file" / "读此设置文件",
    "" "log": "Write a log to this file" / "把日志写入此文件",
    "" "print": "On Enter, print the chosen id and leave" / "按回车时输出所选编号并退出",
    "" "fresh": "Do not return to the place of last time" / "不回到上次的位置",
    "" "idle": "End after so many minutes without a key; 0: never (in kiosk mode 30)"
        / "多少分钟没有按键后结束；0 表示永不（公用终端模式默认 30）",
    "" "commands": "In kiosk mode: let the client run search, who, show, list, matrix and export"
        / "公用终端模式：允许客户端执行 search、who、show、list、matrix、export",
    "" "help": "Show this help" / "显示此帮助",
    "" "version": "Show the version" / "显示版本",
    "" "format": "How the answer is written (default: text)" / "答案的格式（默认 text）",

    "search" "": "Search: hits, best first" / "查询：最符合的在前",
    "search" "query": "Words in any order, in English, Chinese or pinyin; also kind:project @miit by:2025"
        / "词语，次序不限，英文、中文、拼音皆可；也可写 kind:project @miit by:2025",
    "search" "limit": "At most so many hits (default: 20)" / "最多多少条（默认 20）",
    "search" "kind": "Only this kind" / "只查此类",
    "search" "body": "Only what this body answers for" / "只查由此机构负责的",

    "who" "": "Who answers for it; where the query names a body: what that body answers for"
        / "由谁负责；若所查为机构：它负责什么",
    "who" "role": "Only in this role" / "只列此角色",
    "who" "kind": "Only an item of this kind, or what a body answers for of this kind" / "只查此类条目；所查为机构时，只列它负责的此类条目",
    "who" "query": "An item or a body, in your own words" / "条目或机构，用自己的话写",

    "show" "": "Show everything about an item, a body or a document" / "显示条目、机构或文件的全部内容",
    "show" "ids": "Ids, as P1, miit or PLAN" / "编号，如 P1、miit、PLAN",

    "list" "": "List all of a kind in plan order" / "按规划次序列出某一类",
    "list" "kind": "A kind, or body or document (default: all items)"
        / "类别，或 body（机构）、document（文件）；默认列出所有条目",

    "list" "body": "Only what this body answers for or issued" / "只列由此机构负责或印发的",

    "matrix" "": "Bodies and items in a table, with roles" / "机构与条目对照表，标明角色",
    "matrix" "kind": "Items of this kind (repeatable; default: the primary kinds)"
        / "此类条目（可重复；默认为主要类别）",
    "matrix" "basis": "Which responsibilities count (default: all)" / "计入哪些责任关系（默认全部）",

    "list" "gaps": "Only what lacks a lead, a target, a result or a source" / "只列缺牵头、缺目标、缺结果或缺来源的",

    "compare" "": "Two items or two bodies side by side" / "并列比较两个条目或两个机构",
    "compare" "one": "An id, as P1 or miit" / "编号，如 P1、miit",
    "compare" "other": "Another id of the same sort" / "另一个同类编号",

    "check" "": "Check data files: all problems, with their places" / "检查数据文件：列出所有问题及其位置",
    "check" "files": "Plans or overlays" / "规划文件或叠加文件",

    "diff" "": "What was added, removed and changed between two data files" / "比较两个数据文件：新增、删除、改动",
    "diff" "old": "The older file" / "旧文件",
    "diff" "new": "The newer file" / "新文件",
    "export" "": "Write the whole plan as one document" / "把整个规划输出为一份文件",
    "export" "format": "markdown to read, csv or xlsx for a spreadsheet, json as data (default: markdown)"
        / "markdown 供阅读，csv、xlsx 供电子表格，json 为数据（默认 markdown）",
    "export" "body": "Only what this body answers for" / "只输出由此机构负责的",
    "export" "out": "Write to this file" / "写入此文件",

    "check" "new": "Let sheets add organisations and items that the plan does not have"
        / "表格中可新增规划里没有的机构和条目",

    "import" "": "Write a spreadsheet (.xlsx, .csv, .tsv) as a data file" / "把电子表格（.xlsx、.csv、.tsv）转成数据文件",
    "import" "sheet": "The spreadsheet; plan help sheets lists its headings" / "电子表格；表头见 plan help sheets",
    "import" "to": "overlay: assignments beside the plan; plan: a plan of its own (default: by its headings)"
        / "overlay：规划之外的分工；plan：独立的规划（默认按表头判断）",
    "import" "new": "Add organisations and items that the plan does not have" / "新增规划里没有的机构和条目",
    "import" "out": "Write to this file" / "写入此文件",

    "template" "": "Write a spreadsheet to fill in" / "输出供填写的电子表格",
    "template" "of": "overlay: who here does what; plan: a plan of your own" / "overlay：本单位分工；plan：自己的规划",
    "template" "format": "xlsx or csv (default: xlsx)" / "xlsx 或 csv（默认 xlsx）",
    "template" "out": "Write to this file" / "写入此文件",

    "new" "": "Write a small start for a plan" / "输出一份简短的规划样例",
    "new" "file": "A new .json, .xlsx or .csv file (default: JSON to standard output)"
        / "新的 .json、.xlsx 或 .csv 文件（默认输出 JSON）",

    "config" "": "Show the settings in force and where each comes from" / "显示当前设置及其来源",
    "config" "default": "Print a commented configuration file instead" / "改为输出带注释的默认设置文件",

    "schema" "": "Print the JSON Schema of the data" / "输出数据的 JSON Schema",
    "schema" "of": "plan or overlay (default: plan)" / "plan 或 overlay（默认 plan）",

    "completions" "": "Print a shell's completions" / "输出命令行补全脚本",
    "completions" "shell": "bash, zsh, fish, elvish or powershell" / "bash、zsh、fish、elvish 或 powershell",

    "man" "": "Print the man page" / "输出手册页",

    "help" "": "Show help on a command, on ssh: how to offer plan as a login, or on sheets: spreadsheets"
        / "显示某命令的帮助；help ssh：如何作为登录提供；help sheets：电子表格",
    "help" "topic": "A command, ssh or sheets" / "命令名，或 ssh、sheets",
};
