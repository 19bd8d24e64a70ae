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
    plain: "PLAIN MODE" / "纯文本模式",
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
        "plan opens an explorer of a plan: what each task, project and action is, what it is part of, \
         and who is responsible for it. Words on the command line are the first query; an exact id \
         opens that item. Space lists all commands (q quits), ? shows the keys.",
        "plan 打开规划浏览器：各项任务、工程、行动的内容、上级和责任单位。命令行上的词语即启动时的查询词，\
         如为编号则直接打开该条目。按空格列出全部命令（q 退出），按 ? 查看按键。",
    ],
    [
        "The commands give the same results without the explorer, for pipes and scripts.",
        "各命令不进入浏览器即可给出同样的结果，便于管道和脚本使用。",
    ],
    [
        "Each responsibility states its basis: the plan's own text, a press report, a companion \
         document, an inference from the organisation's remit, or an assignment by your office.",
        "每项责任均注明依据：规划原文、媒体报道、配套文件、根据部门职责推定，或本单位分工。",
    ],
];

/// What a query may hold.
pub const QUERIES: &[(Pair, Pair)] = terms! {
    "word word" / "词 词":
        "Items that match all words, anywhere in the item and in any order: English, Chinese, pinyin in full \
          or by initials, initials of English words, small misspellings."
        / "与全部关键词相符的条目，字段和次序不限；可用中文、英文、全拼、拼音首字母、英文首字母，\
          容许少量拼写错误。",
    "who leads …, 谁负责…" / "who leads …，谁负责…":
        "Questions: question words are ignored."
        / "提问：疑问词不计入匹配。",
    "kind:project, #project" / "类别：重点工程，#重点工程":
        "Only items of this kind; also kind:organisation, kind:document."
        / "仅限此类别；也可写“类别：机构”“类别：文件”，或 kind:project。",
    "org:miit, @miit, lead:miit, support:miit" / "机构：工信部，@工信部，牵头：工信部，配合：工信部":
        "Only what this organisation is responsible for, leads or supports; body:miit is the same as \
          org:miit. `miit projects` and `what miit leads` are understood too."
        / "仅限此机构负责、牵头或配合的条目；也可写 body:miit。“工信部 工程”“工信部牵头哪些工程”同样可以。",
    "5g target, was 5g reached" / "5G 目标，5G 实现了吗":
        "The indicator on this, with its target and result."
        / "查该主题的指标：目标和实际完成情况。",
    "by:2025" / "期限：2025": "Only items with a target for that year." / "仅限目标年份为该年的条目。",
    "basis:documented":
        "Only responsibilities on this basis: documented, inferred, assigned; plan, press, companion, mandate."
        / "仅限此类依据：documented（有文件依据）、inferred（推定）、assigned（本单位分工）；plan、press、companion、mandate。",
    "result:missed, lead:none, is:unconfirmed" / "完成情况：未达到，牵头：无，情况：待核实":
        "Indicators by result (reached, early, missed, none), items without a lead, items not confirmed."
        / "指标完成情况（达到、提前达到、未达到、无），没有牵头单位的条目，待核实的条目。",
    "status:late, due:2025-06, unit:it, contact:li" / "进展：逾期，到期：2025-06，责任处室：信息，联系人：李":
        "Your office's assignments: status is open, done, late, dropped or unfinished (all that is not \
          done); due:next is what is due next, due:none what has no date, due:2025-10..2025-12 from one month \
          to another."
        / "本单位分工。进展可为进行中、已完成、逾期、已取消、未办结；到期：临近为今后到期，到期：无为没有时限，\
          到期：2025-10..2025-12 为起止月份。",
    "'word, exact:word" / "'词，exact:词": "Exactly this word." / "与所写完全一致。",
    "!word, not:word" / "!词，not:词": "Not this word; before a filter, excludes what matches it: !lead:miit." / "不含此词；放在筛选前则排除符合者：！牵头：工信部。",
};

/// The parts of a plan's file and of an overlay.
pub const DATA: &[(Pair, Pair)] = terms! {
    "plan, kinds, items, bodies, documents, responsibilities":
        "The parts of a plan, one JSON object: the plan itself; the kinds of item, in the order of \
          the tabs; items, organisations (bodies) and documents, each with an id; and who is \
          responsible for what. `plan schema` describes every field."
        / "规划文件为一个 JSON 对象，包括：规划本身；条目类别，次序即界面分类的次序；条目、机构（bodies）和\
          文件，各有编号；以及责任关系。plan schema 说明每个字段。",
    "{\"en\": \"…\", \"zh\": \"…\"}":
        "A text in both languages. One is enough; it is marked where the other is missing."
        / "双语文本。可只写一种；显示另一种语言时会注明。",
    "basis":
        "The basis of a responsibility: plan, press, companion (`document` names the document), \
          mandate or, in an overlay, assigned."
        / "责任的依据：plan、press、companion（由 document 指明文件）、mandate；叠加文件中为 \
          assigned。",
    "sources, confidence":
        "Where a statement comes from (addresses or documents), and how well it is confirmed: high, \
          medium (partly confirmed) or low (unconfirmed). Without a source it is low."
        / "来源（网址或文件编号）和核实程度：high（已核实）、medium（部分核实）、low（待核实）。没有来源则为 low。",
    "--overlay FILE":
        "An overlay holds your office's own data. It has the same parts, all optional; the plan's \
          file is not changed: new ids are added; for an existing id, fields replace those of the \
          plan and lists are joined. `for` names the plan it belongs to. Two overlays that set one \
          field differently are an error."
        / "叠加文件保存本单位数据，各部分与规划文件相同，均可省略；规划文件本身不变：新编号为新增；已有编号\
          以所写字段替换，列表合并。for 写明所属规划。两份叠加文件对同一字段写法不同即报错。",
    "unit, contact, due, status, note":
        "Of an assignment in an overlay: the unit that handles it, the contact, the due date, the \
          status (open, done, late, dropped) and a note. It comes first, marked as your office's."
        / "叠加文件中的分工：责任处室、联系人、完成时限、进展（open、done、late、dropped）和备注。排在最前，\
          并注明为本单位分工。",
};

/// The variables.
pub const VARIABLES: &[(Pair, Pair)] = terms! {
    "PLAN_DATA": "The plan's file, as --data." / "规划文件，同 --data。",
    "PLAN_OVERLAY":
        "Overlays, separated by colons, as --overlay."
        / "叠加文件，以冒号分隔，同 --overlay。",
    "PLAN_CONFIG": "The configuration file, as --config." / "配置文件，同 --config。",
    "PLAN_LANG, PLAN_THEME": "As --lang and --theme." / "同 --lang 和 --theme。",
    "LC_ALL, LC_MESSAGES, LANG":
        "Language: zh* is Chinese, everything else English. If the locale is not UTF-8, the screen \
          is ASCII only."
        / "语言：zh* 为中文，其余为英文。区域设置不是 UTF-8 时，屏幕仅使用 ASCII。",
    "NO_COLOR, CLICOLOR_FORCE": "No colour; colour in pipes too." / "不使用颜色；管道输出也使用颜色。",
    "COLORTERM":
        "With truecolor a theme uses any colour, otherwise the nearest of 256."
        / "truecolor 时主题可用任意颜色，否则取 256 色中最接近的。",
    "TERM":
        "dumb means --plain. The screen needs the terminal's default tab stops; if they were \
          changed, tabs -8 restores them."
        / "dumb 等同 --plain。界面要求制表位为终端默认的每八列一个；如有改动，可用 tabs -8 恢复。",
    "XDG_CONFIG_HOME, XDG_STATE_HOME": "Where settings and state are kept." / "设置和状态的存放处。",
};

/// The files.
pub const FILES: &[(Pair, Pair)] = terms! {
    "~/.config/plan/config.toml":
        "Settings; `plan config --default` prints a commented one."
        / "配置文件；plan config --default 可输出带注释的默认配置。",
    "~/.local/state/plan/": "Where the last session ended, bookmarks, earlier queries." / "上次的位置、书签、历史查询。",
};

/// The exit statuses.
pub const STATUSES: &[(Pair, Pair)] = terms! {
    "0": "Found, done, quit; diff: no differences." / "找到、完成、退出；diff：没有差异。",
    "1": "Nothing found, nothing selected; diff: differences." / "未找到、未选择；diff：有差异。",
    "2":
        "Wrong usage, bad data, a file that cannot be read, no terminal."
        / "用法有误、数据有误、文件无法读取、没有终端。",
    "129, 130, 131, 143": "Connection closed; Ctrl-C; QUIT; terminated." / "连接断开；Ctrl-C；QUIT；被终止。",
};

/// Examples.
pub const EXAMPLES: &[(Pair, Pair)] = terms! {
    "plan 5g": "Open the explorer and search for 5G." / "打开浏览器并查询 5G。",
    "plan who digital villages" / "plan who 数字乡村": "Who is responsible for it?" / "由谁负责？",
    "plan who miit" / "plan who 工信部": "What is this ministry responsible for?" / "该机构负责什么？",
    "plan who miit --role lead -k project" / "plan who 工信部 --role lead -k project":
        "A short list of the projects it leads." / "其牵头的工程（简表）。",
    "plan search data -k project -n 5" / "plan search 数据 -k project -n 5":
        "The five best matches among the projects." / "最相符的五项工程。",
    "plan list project -f csv > projects.csv": "All projects, for a spreadsheet." / "将全部工程导出供电子表格使用。",
    "plan --overlay ours.xlsx": "With your office's own data on top." / "叠加本单位数据。",
    "plan check ours.xlsx": "Check the file." / "校验文件。",
    "plan who 5g -f json": "Who is responsible, as JSON for a program." / "供程序使用。",
    "plan show P1 miit PLAN": "Everything about an item, an organisation, the plan." / "条目、机构、规划的全部内容。",
    "plan list indicator": "Indicators with target and result." / "各项指标的目标与完成情况。",
    "plan list --body miit" / "plan list --body 工信部": "What an organisation is responsible for." / "由该机构负责的条目。",
    "plan list project --gaps": "Gaps in the projects." / "各工程的缺项。",
    "plan matrix -k action": "Organisations and actions in a table." / "机构与行动对照表。",
    "plan compare P1 P3": "Two projects side by side." / "并列比较两项工程。",
    "plan diff old.json new.json": "What changed between two files." / "改动了什么。",
    "plan export --body miit -f xlsx -o miit.xlsx" / "plan export --body 工信部 -f xlsx -o miit.xlsx":
        "A ministry's part as a workbook." / "将一个机构的内容导出为工作簿。",
    "plan template overlay -o ours.xlsx": "A sheet to fill in." / "输出待填写的表格。",
    "plan import ours.xlsx -o ours.json": "The sheet as a data file." / "将表格转换为数据文件。",
    "plan new ours.json": "A small example plan to start from." / "一份简短的规划样例。",
    "plan config --default > ~/.config/plan/config.toml": "A commented file to edit." / "输出带注释的配置文件。",
    "plan completions bash > ~/.local/share/bash-completion/completions/plan":
        "Turn on Tab completion for your account." / "为自己启用 Tab 补全。",
    "plan help sheets": "Which headings a spreadsheet may have." / "电子表格可用的表头。",
};
