//! The table of commands and flags, in both languages: help, man page, completions and README come
//! from it.

use super::Pair;
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

/// What values are called, the words of a query first.
pub const VALUES: [Pair; 13] = [
    ["QUERY", "查询词"],
    ["FILE", "文件"],
    ["NAME", "名称"],
    ["SIZE", "大小"],
    ["MINUTES", "分钟"],
    ["KIND", "类别"],
    ["ID", "编号"],
    ["SHEET", "表格"],
    ["OLD", "旧文件"],
    ["NEW", "新文件"],
    ["ORG", "机构"],
    ["TOPIC", "主题"],
    ["N", "数量"],
];

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
    "" "": "Find the tasks, projects and actions of a plan, and who is responsible for them"
        / "查阅规划的任务、工程、行动及其责任单位",
    "" "words": "First query; an exact id opens that item"
        / "启动时的查询词；如为编号则直接打开该条目",
    "" "data": "Open this plan instead of the built-in one; - is standard input"
        / "打开此规划文件，代替内置规划；- 为标准输入",
    "" "overlay": "Add your office's own file on top of the plan (repeatable)"
        / "叠加本单位数据（可重复使用）",
    "" "lang": "Language; both: names in both languages (default: from the locale)"
        / "语言；both：名称显示双语（默认随区域设置）",
    "" "color": "Colour in the output (default: auto)" / "输出是否用颜色（默认 auto）",
    "" "theme": "Theme: auto, dark, light, contrast or mono"
        / "主题：auto、dark、light、contrast 或 mono",
    "" "ascii": "ASCII only" / "仅使用 ASCII 字符",
    "" "plain": "Plain mode for screen readers: a prompt and numbered matches"
        / "纯文本模式，适合读屏软件：逐行输入，结果带序号",
    "" "mouse": "Use the mouse" / "使用鼠标",
    "" "kiosk": "Kiosk mode for a shared login: read-only, no settings"
        / "公用终端模式（只读，不读取设置）",
    "" "add_new": "Allow sheets to add organisations and items that the plan does not have"
        / "允许表格新增规划中没有的机构和条目",
    "" "max_size": "Largest data file to read, such as 500 kB or 64 MB (default: 1 GB; kiosk mode: 16 MB)"
        / "数据文件大小上限，如 500 kB、64 MB（默认 1 GB，公用终端模式 16 MB）",
    "" "config": "Use this configuration file" / "使用此配置文件",
    "" "log": "Write a log to this file" / "日志写入此文件",
    "" "print": "On Enter, print the selected id and exit" / "按回车后输出所选编号并退出",
    "" "fresh": "Start at the top, not where the last session ended" / "从头开始，不回到上次的位置",
    "" "idle": "Exit after MINUTES idle minutes; 0: never (default in kiosk mode: 30)"
        / "空闲达到此分钟数后退出；0 表示不退出（公用终端模式默认 30）",
    "" "keys": "typing: letters search, Space is the menu; vim: letters are commands (default: typing)"
        / "typing：字母即查询，空格为菜单；vim：字母为命令（默认 typing）",
    "" "commands": "In kiosk mode, let clients run search, who, show, list, matrix and export"
        / "公用终端模式下，允许客户端执行 search、who、show、list、matrix、export",
    "" "help": "Show this help" / "显示此帮助",
    "" "version": "Show the version" / "显示版本",
    "" "format": "Output format (default: text)" / "输出格式（默认 text）",

    "search" "": "Search, best match first" / "查询，最相符的在前",
    "search" "query": "Words in any order, in English, Chinese or pinyin; also kind:project @miit by:2025"
        / "关键词，次序不限，中文、英文、拼音均可；也可写 kind:project @miit by:2025",
    "search" "limit": "At most this many matches (default: 20)" / "最多列出的条数（默认 20）",
    "search" "kind": "Only this kind" / "仅限此类别",
    "search" "body": "Only what this organisation is responsible for" / "仅限此机构负责的条目",

    "who" "": "Who is responsible for an item, or what an organisation is responsible for"
        / "条目由谁负责，或机构负责哪些条目",
    "who" "role": "Only in this role" / "只列此角色",
    "who" "kind": "Only this kind of item" / "仅限此类别的条目",
    "who" "query": "An item or an organisation, in your own words" / "条目或机构，可用日常用语",

    "show" "": "Show everything about an item, an organisation or a document" / "显示条目、机构或文件的全部内容",
    "show" "ids": "Ids, such as P1, miit or PLAN" / "编号，如 P1、miit、PLAN",

    "list" "": "List all items of a kind, in plan order" / "按规划顺序列出某一类别的条目",
    "list" "kind": "A kind, or organisation or document (default: all items)"
        / "类别，或 organisation（机构）、document（文件）；默认列出全部条目",

    "list" "body": "Only what this organisation is responsible for or issued" / "仅列此机构负责或印发的",

    "matrix" "": "Table of organisations and items, with roles" / "机构与条目对照表，标明角色",
    "matrix" "kind": "Items of this kind (repeatable; default: the primary kinds)"
        / "此类别的条目（可重复使用；默认为主要类别）",
    "matrix" "basis": "Which responsibilities to show (default: all)" / "显示哪些责任关系（默认全部）",

    "list" "gaps": "Only items without a lead, a target, a result or a reliable source" / "仅列无牵头单位、无目标、未查到结果或缺可靠来源的条目",

    "compare" "": "Compare two items or two organisations side by side" / "并列比较两个条目或两个机构",
    "compare" "one": "An id, such as P1 or miit" / "编号，如 P1、miit",
    "compare" "other": "Another id of the same kind" / "另一个同类编号",

    "check" "": "Validate data files; show all problems and where they are" / "校验数据文件，列出所有问题及其位置",
    "check" "files": "Plans or overlays (your office's own files)" / "规划文件或叠加文件（本单位数据）",

    "diff" "": "Show what was added, removed or changed between two data files" / "比较两个数据文件：新增、删除、改动",
    "diff" "old": "The older file" / "旧文件",
    "diff" "new": "The newer file" / "新文件",
    "export" "": "Write the whole plan to one file" / "将整个规划导出为一份文件",
    "export" "format": "markdown to read, csv, tsv or xlsx for a spreadsheet, json as data (default: by the ending of --out, else markdown)"
        / "markdown 供阅读，csv、tsv、xlsx 供电子表格，json 为数据（默认按 --out 的扩展名，否则 markdown）",
    "export" "body": "Only what this organisation is responsible for" / "仅输出此机构负责的条目",
    "export" "out": "Write to this file" / "写入此文件",


    "import" "": "Convert a spreadsheet (.xlsx, .csv, .tsv) to a data file" / "将电子表格（.xlsx、.csv、.tsv）转换为数据文件",
    "import" "sheet": "The spreadsheet; plan help sheets lists its headings" / "电子表格；表头见 plan help sheets",
    "import" "to": "overlay: your office's own data for this plan; plan: a new plan (default: by the headings)"
        / "overlay：本规划的本单位数据；plan：独立的规划（默认按表头判断）",
    "import" "out": "Write to this file" / "写入此文件",

    "template" "": "Write a spreadsheet to fill in" / "生成供填写的电子表格",
    "template" "of": "overlay: your office's own data (default); plan: a new plan" / "overlay：本单位数据（默认）；plan：独立的规划",
    "template" "format": "xlsx, csv or tsv (default: by the ending of --out, else xlsx)"
        / "xlsx、csv 或 tsv（默认按 --out 的扩展名，否则 xlsx）",
    "template" "out": "Write to this file" / "写入此文件",

    "new" "": "Write a small example plan to start from" / "生成一份简短的规划样例",
    "new" "file": "A new .json, .xlsx or .csv file (default: JSON to standard output)"
        / "新的 .json、.xlsx 或 .csv 文件（默认输出 JSON）",

    "config" "": "Show the current settings and where each comes from" / "显示当前设置及其来源",
    "config" "default": "Print a commented default configuration file instead" / "改为输出带注释的默认配置文件",

    "schema" "": "Print the JSON Schema of data files" / "输出数据文件的 JSON Schema",
    "schema" "of": "plan or overlay (default: plan)" / "plan 或 overlay（默认 plan）",

    "completions" "": "Print the completion script for a shell" / "输出命令行补全脚本",
    "completions" "shell": "bash, zsh, fish, elvish or powershell" / "bash、zsh、fish、elvish 或 powershell",

    "man" "": "Print the man page" / "输出手册页",

    "help" "": "Show help on a command; help ssh: how to set up plan as a login; help sheets: spreadsheets"
        / "显示某命令的帮助；help ssh：如何配置为登录程序；help sheets：电子表格",
    "help" "topic": "A command, ssh or sheets" / "命令名，或 ssh、sheets",
};
