//! The words of the explorer's screen.

use crate::model::Lang;

/// The words of the explorer's screen in one language.
#[derive(Debug)]
pub struct Screen {
    /// The tab of everything.
    pub all: &'static str,
    /// The tab of bodies.
    pub bodies: &'static str,
    /// The tab of documents.
    pub documents: &'static str,
    /// The tabs that do not fit.
    pub more: &'static str,
    /// In an empty prompt.
    pub placeholder: &'static str,
    /// The language, as the title says it.
    pub language: &'static str,
    /// The period of the plan is over.
    pub period_over: &'static str,
    /// Before the date of the data.
    pub data: &'static str,
    /// Only what a document states is shown.
    pub only_documented: &'static str,
    /// Only what an organisation assigned is shown.
    pub only_assigned: &'static str,
    /// Between how many were found and how many there are.
    pub of: &'static str,
    /// Nothing was found.
    pub nothing: &'static str,
    /// What to try then, a line each.
    pub nothing_try: &'static str,
    /// How to ask the same of everything, where only a tab was asked.
    pub all_tabs: &'static str,
    /// Above scattered answers.
    pub weak: &'static str,
    /// Searching takes longer.
    pub searching: &'static str,
    /// There is nowhere to go back to.
    pub no_back: &'static str,
    /// There is nowhere to go forward to.
    pub no_forward: &'static str,
    /// There is no earlier query.
    pub no_earlier: &'static str,
    /// Nothing is shown that this could be about.
    pub no_node: &'static str,
    /// Above what was sent to the clipboard.
    pub copied: &'static str,
    /// Above what was copied, where tmux has to pass it on.
    pub copied_tmux: &'static str,
    /// The prompt for an id.
    pub goto: &'static str,
    /// No node has that id.
    pub no_such_id: &'static str,
    /// Title of the help.
    pub help_title: &'static str,
    /// Before the context whose keys come first.
    pub help_here: &'static str,
    /// No line of the help matches.
    pub no_key: &'static str,
    /// Title of the bookmarks.
    pub bookmarks_title: &'static str,
    /// There are no bookmarks.
    pub no_bookmarks: &'static str,
    /// A bookmark was set.
    pub bookmarked: &'static str,
    /// A bookmark was removed.
    pub unbookmarked: &'static str,
    /// Title of what changed.
    pub changes_title: &'static str,
    /// Nothing changed.
    pub no_changes: &'static str,
    /// What a reload changed: a node's id, what of it, how many others, how to see all.
    pub changed: fn(id: &str, what: &str, others: usize, more: &str) -> String,
    /// How to see all changes.
    pub changes_more: &'static str,
    /// Title of the matrix.
    pub matrix: &'static str,
    /// The filter of the matrix, empty.
    pub matrix_filter: &'static str,
    /// Nothing in the matrix passes the filter.
    pub matrix_empty: &'static str,
    /// Responsibilities of every basis.
    pub basis_all: &'static str,
    /// Those that a document states.
    pub basis_documented: &'static str,
    /// Those that an organisation assigned.
    pub basis_assigned: &'static str,
    /// Not in a kiosk.
    pub not_in_kiosk: &'static str,
    /// Above it, where it was more than a terminal takes.
    pub copied_part: &'static str,
    /// The session ends soon.
    pub idle_soon: &'static str,
    /// Reading a file.
    pub loading: &'static str,
    /// How to stop that.
    pub loading_cancel: &'static str,
    /// So many seconds of it are left.
    pub loading_left: fn(u64) -> String,
    /// What can be done meanwhile.
    pub loading_type: &'static str,
    /// The files were read again and are the same.
    pub reloaded: &'static str,
    /// What the themes are called, in their order.
    pub themes: [&'static str; 5],
    /// Another theme; the terminal may have too few colours for most.
    pub theme: fn(&str, bool) -> String,
    /// The other language was asked for where only ASCII can be drawn.
    pub only_ascii: &'static str,
    /// The hint of a first start.
    pub first_start: &'static str,
    /// What the keys mean: in the prompt, list, detail, matrix, its filter, a list over
    /// everything, the prompt for an id.
    pub contexts: [&'static str; 7],
    /// In all of them.
    pub everywhere: &'static str,
    /// In all of them but one.
    pub everywhere_but: fn(&str) -> String,
    /// In those in which letters are typed.
    pub prompts: &'static str,
    /// In those in which letters are keys.
    pub no_prompts: &'static str,
}

const EN: Screen = Screen {
    all: "All",
    bodies: "Bodies",
    documents: "Documents",
    more: "More",
    placeholder: "Type a name, a word, an id, or: who is responsible for …",
    language: "EN",
    period_over: "period over",
    data: "data",
    only_documented: "only documented",
    only_assigned: "only assigned",
    of: "of",
    nothing: "Nothing found.",
    nothing_try: "Fewer or shorter words\nAnother language: English, 中文, pinyin\nA body: @miit   A kind: #project\n{leave} clears the prompt",
    all_tabs: "All tabs: {pane}, then {tab-0}",
    weak: "less likely",
    searching: "searching",
    no_back: "Nothing to go back to.",
    no_forward: "Nothing to go forward to.",
    no_earlier: "No earlier query.",
    no_node: "Nothing is chosen.",
    copied: "Sent to your terminal's clipboard (or select it here):",
    copied_tmux: "Sent to the clipboard, if tmux has set-clipboard on (or select it here):",
    goto: "Go to id:",
    no_such_id: "no such id",
    help_title: "Keys",
    help_here: "Here: ",
    no_key: "No key does that.",
    bookmarks_title: "Bookmarks",
    no_bookmarks: "No bookmarks yet: {bookmark} sets one.",
    bookmarked: "Bookmarked; {bookmarks} lists them.",
    unbookmarked: "Bookmark removed.",
    changes_title: "What changed",
    no_changes: "Nothing changed.",
    changed: |id, what, others, more| match others {
        0 => format!("{id}: {what}  ({more})"),
        _ => format!("{id}: {what}  (+{others}; {more})"),
    },
    changes_more: "{open} shows all",
    matrix: "Matrix",
    matrix_filter: "Type a body or an item to narrow the matrix",
    matrix_empty: "No body answers for any of that.",
    basis_all: "Responsibilities: all",
    basis_documented: "Responsibilities: named in a document",
    basis_assigned: "Responsibilities: assigned here",
    not_in_kiosk: "Not in this session.",
    copied_part: "Too long for a terminal's clipboard: the first 54 kB were sent.",
    idle_soon: "This session ends in a minute; any key keeps it.",
    loading: "Reading",
    loading_cancel: "{leave} cancels",
    loading_left: |seconds| format!("{seconds} s left"),
    loading_type: "What you type is searched for once it is read.",
    reloaded: "Read again; nothing changed.",
    themes: ["auto", "dark", "light", "contrast", "mono"],
    theme: |name, few| {
        let few = if few {
            "; this terminal has too few colours for most"
        } else {
            ""
        };
        format!("Theme: {name}{few}")
    },
    only_ascii: "This screen draws ASCII alone: English, and Chinese names in pinyin.",
    first_start: "Type to search; {open} opens the answer.\n{up} {down} choose, {pane} changes pane, {leave} leaves the prompt.\n{help-anywhere} lists all keys, {language-anywhere} 中文. Any key removes this hint.",
    contexts: [
        "search prompt",
        "list",
        "detail",
        "matrix",
        "matrix filter",
        "help, bookmarks",
        "go to id",
    ],
    everywhere: "everywhere",
    everywhere_but: |place| format!("everywhere but {place}"),
    prompts: "all prompts",
    no_prompts: "outside the prompts",
};

const ZH: Screen = Screen {
    all: "全部",
    bodies: "机构",
    documents: "文件",
    more: "更多",
    placeholder: "输入名称、词语、拼音、编号，或：谁负责……",
    language: "中文",
    period_over: "规划期已结束",
    data: "数据",
    only_documented: "仅列有文件依据的",
    only_assigned: "仅列本单位安排的",
    of: "/",
    nothing: "没有找到。",
    nothing_try: "减少或缩短词语\n换一种写法：中文、English、拼音\n按机构：@miit　按类别：#project\n按 {leave} 清空",
    all_tabs: "在全部分类中查找：先按 {pane}，再按 {tab-0}",
    weak: "可能性较小",
    searching: "搜索中",
    no_back: "没有可返回的位置。",
    no_forward: "没有可前进的位置。",
    no_earlier: "没有以前的查询。",
    no_node: "没有选中内容。",
    copied: "已发送到终端剪贴板（也可在此选取）：",
    copied_tmux: "已发送到剪贴板（tmux须设 set-clipboard on；也可在此选取）：",
    goto: "前往编号：",
    no_such_id: "没有这个编号",
    help_title: "按键",
    help_here: "此处：",
    no_key: "没有这样的按键。",
    bookmarks_title: "书签",
    no_bookmarks: "还没有书签：按 {bookmark} 添加。",
    bookmarked: "已加书签；按 {bookmarks} 查看。",
    unbookmarked: "已去掉书签。",
    changes_title: "变动",
    no_changes: "没有变动。",
    changed: |id, what, others, more| match others {
        0 => format!("{id}：{what}（{more}）"),
        _ => format!("{id}：{what}（另有 {others} 处；{more}）"),
    },
    changes_more: "按 {open} 查看全部",
    matrix: "矩阵",
    matrix_filter: "输入机构或条目以筛选",
    matrix_empty: "没有对应的责任。",
    basis_all: "责任：全部",
    basis_documented: "责任：有文件依据",
    basis_assigned: "责任：本单位安排",
    not_in_kiosk: "本会话不可用。",
    copied_part: "内容超出终端剪贴板的上限，只发送了前 54 kB。",
    idle_soon: "会话将在一分钟后结束；按任意键保留。",
    loading: "读取",
    loading_cancel: "按 {leave} 取消",
    loading_left: |seconds| format!("还剩 {seconds} 秒"),
    loading_type: "现在输入的内容，读完后即搜索。",
    reloaded: "已重新读取，没有变动。",
    themes: [
        "自动 auto",
        "深色 dark",
        "浅色 light",
        "高对比 contrast",
        "单色 mono",
    ],
    theme: |name, few| {
        let few = if few {
            "；此终端颜色太少，多数配色无法显示"
        } else {
            ""
        };
        format!("配色：{name}{few}")
    },
    only_ascii: "此屏幕只能显示ASCII：界面为英文，中文名称以拼音显示。",
    first_start: "直接输入即可搜索，{open} 打开答案。\n{up} {down} 选择，{pane} 换栏，{leave} 离开搜索栏。\n{help-anywhere} 列出全部按键，{language-anywhere} English。按任意键关闭本提示。",
    contexts: [
        "搜索栏",
        "列表",
        "详情",
        "矩阵",
        "矩阵筛选栏",
        "帮助、书签等列表",
        "按编号前往",
    ],
    everywhere: "各处",
    everywhere_but: |place| format!("除“{place}”外各处"),
    prompts: "各输入栏",
    no_prompts: "输入栏以外",
};

/// The words in `lang`.
#[must_use]
pub fn screen(lang: Lang) -> &'static Screen {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}
