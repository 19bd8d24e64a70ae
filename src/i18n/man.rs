//! What the man page says beside the tables of commands and flags.

use super::{Pair, strings};
use crate::model::Lang;

strings! {
    pub Man man

    // Headings.
    name: "NAME" / "名称",
    synopsis: "SYNOPSIS" / "用法",
    description: "DESCRIPTION" / "说明",
    keys: "KEYS" / "按键",
    plain: "PLAIN MODE" / "无屏幕模式",
    queries: "QUERIES" / "查询",
    data: "DATA FILES" / "数据文件",
    environment: "ENVIRONMENT" / "环境变量",
    files: "FILES" / "文件",
    exit: "EXIT STATUS" / "退出状态",
    examples: "EXAMPLES" / "示例",
}

/// Terms, in Chinese too where they differ, and what they mean.
macro_rules! terms {
    ($( $term:literal $( / $term_zh:literal )?: $en:literal / $zh:literal ),* $(,)?) => {
        &[ $( ([$term, terms!(@or $term $( $term_zh )?)], [$en, $zh]) ),* ]
    };
    (@or $term:literal) => { $term };
    (@or $term:literal $term_zh:literal) => { $term_zh };
}

/// What the program is, a paragraph each.
pub const ABOUT: &[Pair] = &[
    [
        "plan opens an explorer of a plan: what a task, project or action is, what it belongs to, \
         and who answers for it. Words on the command line are the first query; an exact id opens \
         that item. Press ? for all keys, q to quit.",
        "plan 打开规划浏览界面：任务、工程、行动是什么，属于哪里，由谁负责。命令行上的词语是首个查询，\
         写编号则直接打开该条目。按 ? 看全部按键，按 q 退出。",
    ],
    [
        "The commands give the same answers without a screen, for pipes and scripts.",
        "各命令不用屏幕，给出同样的答案，便于管道和脚本使用。",
    ],
    [
        "Each answer says what it rests on: the plan's own text, a press report, a companion \
         document, an inference from a body's mandate, or your own assignment.",
        "每个答案都说明依据：规划原文、媒体报道、配套文件、按机构职责推断，或本单位的安排。",
    ],
];

/// What a query may hold.
pub const QUERIES: &[(Pair, Pair)] = terms! {
    "word word" / "词 词":
        "Items in which all words match, in any field, in any order; English, \
          Chinese, pinyin in full or initials, initials of English words, small misspellings."
        / "所有词语都符合的条目，字段和次序不限；可用英文、中文、全拼、拼音首字母、英文首字母，\
          允许小的拼写错误。",
    "who leads …, 谁负责…" / "who leads …，谁负责…":
        "Questions: the words that only ask are dropped."
        / "提问：只起提问作用的词会略去。",
    "kind:project, #project" / "kind:project，#project":
        "Only items of this kind; also kind:body, kind:document."
        / "只查此类条目；也可写 kind:body、kind:document。",
    "body:miit, @miit, lead:miit" / "body:miit，@miit，lead:miit":
        "Only what this body answers for, or leads."
        / "只查由此机构负责的，或由其牵头的。",
    "by:2025": "Only what is to be reached by then." / "只查届时应达到的目标。",
    "basis:companion":
        "Only what rests on this basis: documented, inferred, assigned; plan, press, companion, mandate."
        / "只查依据为此的：documented、inferred、assigned；plan、press、companion、mandate。",
    "status:late, due:2025-06" / "status:late，due:2025-06":
        "Your own assignments by status and date."
        / "按进度和期限查本单位的安排。",
    "'word, exact:word" / "'词，exact:词": "The word as it is written." / "与所写完全一致。",
    "!word, not:word" / "!词，not:词": "Not this word." / "不含此词。",
};

/// The parts of a plan's file and of an overlay.
pub const DATA: &[(Pair, Pair)] = terms! {
    "plan, kinds, items, bodies, documents, responsibilities":
        "The parts of a plan, one JSON object: what the plan is; its sorts of items, in the order \
          of the tabs; the rest, each with an id, and who answers for what. `plan schema` \
          describes every field."
        / "规划文件的各部分，合为一个 JSON 对象：规划本身；条目的类别，次序即各分类的次序；其余各有编号，\
          以及由谁负责。plan schema 说明每个字段。",
    "{\"en\": \"…\", \"zh\": \"…\"}":
        "A text in both languages. One side is enough; it is marked where the other is asked for."
        / "两种语言的文字。只写一种也可；要看另一种语言时会注明。",
    "basis":
        "What a responsibility rests on: plan, press, companion (document names which), mandate \
          or, in an overlay, assigned."
        / "责任的依据：plan、press、companion（由 document 指明哪份文件）、mandate；叠加文件中为 \
          assigned。",
    "sources, confidence":
        "Where a statement comes from, by address or document, and how sure it is: high, medium, \
          low. Without a source it is low."
        / "说法的出处（网址或文件编号）和可信度：high、medium、low。没有出处则为 low。",
    "--overlay FILE":
        "An overlay has the same parts, as many as it wants, and is laid beside the plan, which \
          stays as it was: new ids are added; under a known id the fields that are given replace \
          and lists are joined. `for` names the plan that it is meant for. Two overlays that \
          disagree are an error."
        / "叠加文件的各部分与规划相同，可只写需要的；它叠加在规划旁，规划本身不变：新编号是新增；已有编号\
          则以所写字段替换，列表合并。for 写明为哪份规划而写。两份叠加文件不一致即报错。",
    "unit, contact, due, status, note":
        "Of an assignment in an overlay: who has it on the desk, whom to ask, by when, whether it \
          is open, done, late or dropped, and a remark. It stands first, marked as yours."
        / "叠加文件中的分工：承办单位、联系人、期限、进度（open、done、late、dropped）和说明。它排在最前，\
          并注明是本单位的。",
};

/// The variables.
pub const VARIABLES: &[(Pair, Pair)] = terms! {
    "PLAN_DATA": "The plan's file, as --data." / "规划文件，同 --data。",
    "PLAN_OVERLAY":
        "Files laid over it, separated by colons, as --overlay."
        / "叠加的文件，以冒号分隔，同 --overlay。",
    "PLAN_CONFIG": "The configuration file, as --config." / "设置文件，同 --config。",
    "PLAN_LANG, PLAN_THEME": "As --lang and --theme." / "同 --lang 和 --theme。",
    "LC_ALL, LC_MESSAGES, LANG":
        "Language: zh* is Chinese, everything else English. A locale \
          that is not UTF-8 makes the drawn screen ASCII."
        / "语言：zh* 为中文，其余为英文。不是 UTF-8 时，屏幕只用 ASCII 绘制。",
    "NO_COLOR, CLICOLOR_FORCE": "No colour; colour into pipes." / "不用颜色；向管道输出也用颜色。",
    "COLORTERM":
        "truecolor lets a theme use any colour; else it takes the nearest of 256."
        / "truecolor 时主题可用任意颜色，否则取 256 色中最接近的。",
    "TERM":
        "dumb means --plain. The screen needs tab stops where terminals start with them; if they \
          were moved, tabs -8 puts them back."
        / "dumb 等同 --plain。界面要求制表位为终端初始的每八列一个；若被改动，可用 tabs -8 复原。",
    "XDG_CONFIG_HOME, XDG_STATE_HOME": "Where settings and state are kept." / "设置和状态的存放处。",
};

/// The files.
pub const FILES: &[(Pair, Pair)] = terms! {
    "~/.config/plan/config.toml":
        "Settings; `plan config --default` prints one to begin with."
        / "设置；plan config --default 可输出一份作为开始。",
    "~/.local/state/plan/": "The place of last time, bookmarks, earlier queries." / "上次的位置、书签、以往的查询。",
};

/// The exit statuses.
pub const STATUSES: &[(Pair, Pair)] = terms! {
    "0": "Found, done, quit; diff: no difference." / "找到、完成、退出；diff：没有差别。",
    "1": "Nothing found, nothing chosen; diff: differences." / "没有找到、没有选择；diff：有差别。",
    "2":
        "Wrong usage, bad data, a file that cannot be read, no terminal."
        / "用法有误、数据有误、文件读不了、没有终端。",
    "129, 130, 131, 143": "Hung up; Ctrl-C; QUIT; terminated." / "线路挂断；Ctrl-C；QUIT；被终止。",
};

/// Examples.
pub const EXAMPLES: &[(Pair, Pair)] = terms! {
    "plan 5g": "Open the explorer and look for 5G." / "打开浏览界面并查询 5G。",
    "plan who digital villages" / "plan who 数字乡村": "Who answers for it?" / "由谁负责？",
    "plan who miit" / "plan who 工信部": "What does this ministry answer for?" / "这个部门负责什么？",
    "plan who miit --role lead -k project" / "plan who 工信部 --role lead -k project":
        "The projects that it leads, a short list." / "它牵头的工程，简短列表。",
    "plan search data -k project -n 5" / "plan search 数据 -k project -n 5":
        "The five best projects." / "最符合的五项工程。",
    "plan list project -f csv > projects.csv": "All projects for a spreadsheet." / "把所有工程导出给电子表格。",
    "plan --overlay ours.xlsx": "With your own assignments beside the plan." / "把本单位的分工叠加在规划旁。",
    "plan check ours.xlsx": "Is the file right?" / "检查文件是否有误。",
    "plan who 5g -f json": "The same for a program." / "供程序使用。",
    "plan show P1 miit PLAN": "All about an item, a body, the plan." / "条目、机构、规划的全部内容。",
    "plan list indicator": "Indicators with target and result." / "各项指标的目标与结果。",
    "plan list --body miit" / "plan list --body 工信部": "What a body answers for." / "由此机构负责的条目。",
    "plan list project --gaps": "What projects lack." / "各工程尚缺的内容。",
    "plan matrix -k action": "Bodies and actions in a table." / "机构与行动对照表。",
    "plan compare P1 P3": "Two projects side by side." / "并列比较两项工程。",
    "plan diff old.json new.json": "What an edit changed." / "改动了什么。",
    "plan export --body miit -f xlsx -o miit.xlsx" / "plan export --body 工信部 -f xlsx -o miit.xlsx":
        "A ministry's part as a workbook." / "把一个部门的部分输出为工作簿。",
    "plan template overlay -o ours.xlsx": "A sheet to fill in." / "输出待填写的表格。",
    "plan import ours.xlsx -o ours.json": "The sheet as a data file." / "把表格转成数据文件。",
    "plan new ours.json": "A small plan to begin with." / "一份简短的规划样例。",
    "plan config --default > ~/.config/plan/config.toml": "A commented file to change." / "输出带注释的设置文件。",
    "plan completions bash > ~/.local/share/bash-completion/completions/plan":
        "Tab completes for you alone." / "为自己启用 Tab 补全。",
    "plan help sheets": "Which headings a spreadsheet may have." / "电子表格可用的表头。",
};
