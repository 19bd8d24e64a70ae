//! What the man page says beside the tables of commands and flags.

use crate::model::Lang;

/// A term and what it means.
pub type Term = (&'static str, &'static str);

/// The man page in one language.
#[derive(Debug)]
pub struct Man {
    /// Heading: name.
    pub name: &'static str,
    /// Heading: synopsis.
    pub synopsis: &'static str,
    /// Heading: description.
    pub description: &'static str,
    /// Heading: keys.
    pub keys: &'static str,
    /// Heading: plain mode.
    pub plain: &'static str,
    /// Heading: queries.
    pub queries: &'static str,
    /// Heading: the data files.
    pub data: &'static str,
    /// Heading: environment.
    pub environment: &'static str,
    /// Heading: files.
    pub files: &'static str,
    /// Heading: exit status.
    pub exit: &'static str,
    /// Heading: examples.
    pub examples: &'static str,
    /// What the program is, a paragraph each.
    pub about: &'static [&'static str],
    /// What a query may hold.
    pub query_terms: &'static [Term],
    /// The parts of a plan's file and of an overlay.
    pub data_terms: &'static [Term],
    /// The variables.
    pub variables: &'static [Term],
    /// The files.
    pub file_terms: &'static [Term],
    /// The exit statuses.
    pub statuses: &'static [Term],
    /// Examples.
    pub example_terms: &'static [Term],
}

const EN: Man = Man {
    name: "NAME",
    synopsis: "SYNOPSIS",
    description: "DESCRIPTION",
    keys: "KEYS",
    plain: "PLAIN MODE",
    queries: "QUERIES",
    data: "DATA FILES",
    environment: "ENVIRONMENT",
    files: "FILES",
    exit: "EXIT STATUS",
    examples: "EXAMPLES",
    about: &[
        "plan opens an explorer of a plan: what a task, project or action is, what it belongs to, \
         and who answers for it. Words on the command line are the first query; an exact id opens \
         that item. Press ? for all keys, q to quit.",
        "The commands give the same answers without a screen, for pipes and scripts.",
        "Each answer says what it rests on: the plan's own text, a press report, a companion \
         document, an inference from a body's mandate, or your own assignment.",
    ],
    query_terms: &[
        (
            "word word",
            "Items in which all words match, in any field, in any order; English, \
          Chinese, pinyin in full or initials, initials of English words, small misspellings.",
        ),
        (
            "who leads …, 谁负责…",
            "Questions: the words that only ask are dropped.",
        ),
        (
            "kind:project, #project",
            "Only items of this kind; also kind:body, kind:document.",
        ),
        (
            "body:miit, @miit, lead:miit",
            "Only what this body answers for, or leads.",
        ),
        ("by:2025", "Only what is to be reached by then."),
        (
            "basis:companion",
            "Only what rests on this basis: assigned, plan, press, companion, mandate.",
        ),
        (
            "status:late, due:2025-06",
            "Your own assignments by status and date.",
        ),
        ("'word, exact:word", "The word as it is written."),
        ("!word, not:word", "Not this word."),
    ],
    data_terms: &[
        (
            "plan, kinds, items, bodies, documents, responsibilities",
            "The parts of a plan, one JSON object: what the plan is; its sorts of items, in the order \
             of the tabs; the rest, each with an id, and who answers for what. `plan schema` \
             describes every field.",
        ),
        (
            "{\"en\": \"…\", \"zh\": \"…\"}",
            "A text in both languages. One side is enough; it is marked where the other is asked for.",
        ),
        (
            "basis",
            "What a responsibility rests on: plan, press, companion (document names which), mandate \
             or, in an overlay, assigned.",
        ),
        (
            "sources, confidence",
            "Where a statement comes from, by address or document, and how sure it is: high, medium, \
             low. Without a source it is low.",
        ),
        (
            "--overlay FILE",
            "An overlay has the same parts, as many as it wants, and is laid beside the plan, which \
             stays as it was: new ids are added; under a known id the fields that are given replace \
             and lists are joined. `for` names the plan that it is meant for. Two overlays that \
             disagree are an error.",
        ),
        (
            "unit, contact, due, status, note",
            "Of an assignment in an overlay: who has it on the desk, whom to ask, by when, whether it \
             is open, done, late or dropped, and a remark. It stands first, marked as yours.",
        ),
    ],
    variables: &[
        ("PLAN_DATA", "The plan's file, as --data."),
        (
            "PLAN_OVERLAY",
            "Files laid over it, separated by colons, as --overlay.",
        ),
        ("PLAN_CONFIG", "The configuration file, as --config."),
        ("PLAN_LANG, PLAN_THEME", "As --lang and --theme."),
        (
            "LC_ALL, LC_MESSAGES, LANG",
            "Language: zh* is Chinese, everything else English. A locale \
          that is not UTF-8 makes the drawn screen ASCII.",
        ),
        ("NO_COLOR, CLICOLOR_FORCE", "No colour; colour into pipes."),
        (
            "COLORTERM",
            "truecolor lets a theme use any colour; else it takes the nearest of 256.",
        ),
        (
            "TERM",
            "dumb means --plain. The screen needs tab stops where terminals start with them; if they \
             were moved, tabs -8 puts them back.",
        ),
        (
            "XDG_CONFIG_HOME, XDG_STATE_HOME",
            "Where settings and state are kept.",
        ),
    ],
    file_terms: &[
        (
            "~/.config/plan/config.toml",
            "Settings; `plan config --default` prints one to begin with.",
        ),
        (
            "~/.local/state/plan/",
            "The place of last time, bookmarks, earlier queries.",
        ),
    ],
    statuses: &[
        ("0", "Found, done, quit; diff: no difference."),
        ("1", "Nothing found, nothing chosen; diff: differences."),
        (
            "2",
            "Wrong usage, bad data, a file that cannot be read, no terminal.",
        ),
        ("129, 130, 131, 143", "Hung up; Ctrl-C; QUIT; terminated."),
    ],
    example_terms: &[
        ("plan 5g", "Open the explorer and look for 5G."),
        ("plan who digital villages", "Who answers for it?"),
        ("plan who miit", "What does this ministry answer for?"),
        (
            "plan list project --format csv > projects.csv",
            "All projects for a spreadsheet.",
        ),
        (
            "plan --overlay ours.json",
            "With your own assignments beside the plan.",
        ),
        ("plan check ours.json", "Is the file right?"),
    ],
};

const ZH: Man = Man {
    name: "名称",
    synopsis: "用法",
    description: "说明",
    keys: "按键",
    plain: "无屏幕模式",
    queries: "查询",
    data: "数据文件",
    environment: "环境变量",
    files: "文件",
    exit: "退出状态",
    examples: "示例",
    about: &[
        "plan 打开规划浏览界面：任务、工程、行动是什么，属于哪里，由谁负责。命令行上的词语是首个查询，\
         写编号则直接打开该条目。按 ? 看全部按键，按 q 退出。",
        "各命令不用屏幕，给出同样的答案，便于管道和脚本使用。",
        "每个答案都说明依据：规划原文、媒体报道、配套文件、按机构职责推断，或本单位的安排。",
    ],
    query_terms: &[
        (
            "词 词",
            "所有词语都符合的条目，字段和次序不限；可用英文、中文、全拼、拼音首字母、英文首字母，\
          允许小的拼写错误。",
        ),
        ("who leads …，谁负责…", "提问：只起提问作用的词会略去。"),
        (
            "kind:project，#project",
            "只查此类条目；也可写 kind:body、kind:document。",
        ),
        (
            "body:miit，@miit，lead:miit",
            "只查由此机构负责的，或由其牵头的。",
        ),
        ("by:2025", "只查届时应达到的目标。"),
        (
            "basis:companion",
            "只查依据为此的：assigned、plan、press、companion、mandate。",
        ),
        ("status:late，due:2025-06", "按进度和期限查本单位的安排。"),
        ("'词，exact:词", "与所写完全一致。"),
        ("!词，not:词", "不含此词。"),
    ],
    data_terms: &[
        (
            "plan, kinds, items, bodies, documents, responsibilities",
            "规划文件的各部分，合为一个 JSON 对象：规划本身；条目的类别，次序即各分类的次序；其余各有编号，\
             以及由谁负责。plan schema 说明每个字段。",
        ),
        (
            "{\"en\": \"…\", \"zh\": \"…\"}",
            "两种语言的文字。只写一种也可；要看另一种语言时会注明。",
        ),
        (
            "basis",
            "责任的依据：plan、press、companion（由 document 指明哪份文件）、mandate；叠加文件中为 \
             assigned。",
        ),
        (
            "sources, confidence",
            "说法的出处（网址或文件编号）和可信度：high、medium、low。没有出处则为 low。",
        ),
        (
            "--overlay FILE",
            "叠加文件的各部分与规划相同，可只写需要的；它叠加在规划旁，规划本身不变：新编号是新增；已有编号\
             则以所写字段替换，列表合并。for 写明为哪份规划而写。两份叠加文件不一致即报错。",
        ),
        (
            "unit, contact, due, status, note",
            "叠加文件中的分工：承办单位、联系人、期限、进度（open、done、late、dropped）和说明。它排在最前，\
             并注明是本单位的。",
        ),
    ],
    variables: &[
        ("PLAN_DATA", "规划文件，同 --data。"),
        ("PLAN_OVERLAY", "叠加的文件，以冒号分隔，同 --overlay。"),
        ("PLAN_CONFIG", "设置文件，同 --config。"),
        ("PLAN_LANG, PLAN_THEME", "同 --lang 和 --theme。"),
        (
            "LC_ALL, LC_MESSAGES, LANG",
            "语言：zh* 为中文，其余为英文。不是 UTF-8 时，屏幕只用 ASCII 绘制。",
        ),
        ("NO_COLOR, CLICOLOR_FORCE", "不用颜色；向管道输出也用颜色。"),
        (
            "COLORTERM",
            "truecolor 时主题可用任意颜色，否则取 256 色中最接近的。",
        ),
        (
            "TERM",
            "dumb 等同 --plain。界面要求制表位为终端初始的每八列一个；若被改动，可用 tabs -8 复原。",
        ),
        ("XDG_CONFIG_HOME, XDG_STATE_HOME", "设置和状态的存放处。"),
    ],
    file_terms: &[
        (
            "~/.config/plan/config.toml",
            "设置；plan config --default 可输出一份作为开始。",
        ),
        ("~/.local/state/plan/", "上次的位置、书签、以往的查询。"),
    ],
    statuses: &[
        ("0", "找到、完成、退出；diff：没有差别。"),
        ("1", "没有找到、没有选择；diff：有差别。"),
        ("2", "用法有误、数据有误、文件读不了、没有终端。"),
        ("129, 130, 131, 143", "线路挂断；Ctrl-C；QUIT；被终止。"),
    ],
    example_terms: &[
        ("plan 5g", "打开浏览界面并查询 5G。"),
        ("plan who 数字乡村", "由谁负责？"),
        ("plan who 工信部", "这个部门负责什么？"),
        (
            "plan list project --format csv > projects.csv",
            "把所有工程导出给电子表格。",
        ),
        ("plan --overlay ours.json", "把本单位的分工叠加在规划旁。"),
        ("plan check ours.json", "检查文件是否有误。"),
    ],
};

/// The man page in `lang`.
#[must_use]
pub fn man(lang: Lang) -> &'static Man {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}
