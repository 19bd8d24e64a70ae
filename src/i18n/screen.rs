//! The words of the explorer's screen.

use super::strings;
use crate::model::Lang;

strings! {
    pub Screen screen

    /// The tab of everything.
    all: "All" / "全部",
    bodies: "Bodies" / "机构",
    documents: "Documents" / "文件",
    /// The tabs that do not fit.
    more: "More" / "更多",
    /// In an empty prompt.
    placeholder: "Type a name, a word, an id, or: who is responsible for …"
        / "输入名称、词语、拼音、编号，或：谁负责……",
    language: "EN" / "中文",
    period_over: "period over" / "规划期已结束",
    data: "data" / "数据",
    only_documented: "only documented" / "仅列有文件依据的",
    only_assigned: "only assigned" / "仅列本单位安排的",
    /// Between how many were found and how many there are.
    of: "of" / "/",
    nothing: "Nothing found." / "没有找到。",
    nothing_try: "Fewer or shorter words\nAnother language: English, 中文, pinyin\nA body: @miit   A kind: #project\n{leave} clears the prompt"
        / "减少或缩短词语\n换一种写法：中文、English、拼音\n按机构：@miit　按类别：#project\n按 {leave} 清空",
    all_tabs: "All tabs: {pane}, then {tab-0}" / "在全部分类中查找：先按 {pane}，再按 {tab-0}",
    /// The row of the plan in its outline.
    overview: "Overview" / "概览",
    /// Above scattered answers.
    weak: "less likely" / "可能性较小",
    searching: "searching" / "搜索中",
    no_back: "Nothing to go back to." / "没有可返回的位置。",
    no_forward: "Nothing to go forward to." / "没有可前进的位置。",
    no_earlier: "No earlier query." / "没有以前的查询。",
    no_node: "Nothing is chosen." / "没有选中内容。",
    copied: "Sent to your terminal's clipboard (or select it here):" / "已发送到终端剪贴板（也可在此选取）：",
    copied_tmux: "Sent to the clipboard, if tmux has set-clipboard on (or select it here):"
        / "已发送到剪贴板（tmux须设 set-clipboard on；也可在此选取）：",
    /// The prompt for an id.
    goto: "Go to id:" / "前往编号：",
    /// No node has that id.
    no_such_id: "no such id" / "没有这个编号",
    help_title: "Keys" / "按键",
    /// Before the context whose keys come first.
    help_here: "Here: " / "此处：",
    no_key: "No key does that." / "没有这样的按键。",
    bookmarks_title: "Bookmarks" / "书签",
    no_bookmarks: "No bookmarks yet: {bookmark} sets one." / "还没有书签：按 {bookmark} 添加。",
    bookmarked: "Bookmarked; {bookmarks} lists them." / "已加书签；按 {bookmarks} 查看。",
    bookmarked_here: "Bookmarked for this session only: nothing is kept here." / "已加书签，仅本次有效：此处不保存任何内容。",
    unbookmarked: "Bookmark removed." / "已去掉书签。",
    changes_title: "What changed" / "变动",
    no_changes: "Nothing changed." / "没有变动。",
    changed(id: &str, what: &str, others: usize, more: &str): match others {
        0 => "{id}: {what}  ({more})" / "{id}：{what}（{more}）",
        _ => "{id}: {what}  (+{others}; {more})" / "{id}：{what}（另有 {others} 处；{more}）",
    },
    changes_more: "{open} shows all" / "按 {open} 查看全部",
    matrix: "Matrix" / "矩阵",
    matrix_filter: "Type a body or an item to narrow the matrix" / "输入机构或条目以筛选",
    matrix_empty: "No body answers for any of that." / "没有对应的责任。",
    basis_all: "Responsibilities: all" / "责任：全部",
    basis_documented: "Responsibilities: named in a document" / "责任：有文件依据",
    basis_assigned: "Responsibilities: assigned here" / "责任：本单位安排",
    not_in_kiosk: "Not in this session." / "本会话不可用。",
    copied_part: "Too long for a terminal's clipboard: the first 54 kB were sent."
        / "内容超出终端剪贴板的上限，只发送了前 54 kB。",
    idle_soon: "This session ends in a minute; any key keeps it." / "会话将在一分钟后结束；按任意键保留。",
    loading: "Reading" / "读取",
    /// How to stop that.
    loading_cancel: "{leave} cancels" / "按 {leave} 取消",
    loading_left(seconds: u64): "{seconds} s left" / "还剩 {seconds} 秒",
    /// What can be done meanwhile.
    loading_type: "What you type is searched for once it is read." / "现在输入的内容，读完后即搜索。",
    reloaded: "Read again; nothing changed." / "已重新读取，没有变动。",
    themes[5]: ["auto", "dark", "light", "contrast", "mono"]
        / ["自动 auto", "深色 dark", "浅色 light", "高对比 contrast", "单色 mono"],
    theme(name: &str, few: bool): match few {
        true => "Theme: {name}; this terminal has too few colours for most"
            / "配色：{name}；此终端颜色太少，多数配色无法显示",
        false => "Theme: {name}" / "配色：{name}",
    },
    only_ascii: "This screen draws ASCII alone: English, and Chinese names in pinyin."
        / "此屏幕只能显示ASCII：界面为英文，中文名称以拼音显示。",
    first_start: "Type to search; {open} opens the answer.\n{up} {down} choose, {pane} changes pane, {leave} leaves the prompt.\n{help-anywhere} lists all keys, {language-anywhere} 中文. Any key removes this hint."
        / "直接输入即可搜索，{open} 打开答案。\n{up} {down} 选择，{pane} 换栏，{leave} 离开搜索栏。\n{help-anywhere} 列出全部按键，{language-anywhere} English。按任意键关闭本提示。",
    contexts[7]: ["search prompt", "list", "detail", "matrix", "matrix filter", "help, bookmarks", "go to id"]
        / ["搜索栏", "列表", "详情", "矩阵", "矩阵筛选栏", "帮助、书签等列表", "按编号前往"],
    /// In all of them.
    everywhere: "everywhere" / "各处",
    everywhere_but(place: &str): "everywhere but {place}" / "除“{place}”外各处",
    /// In those in which letters are typed.
    prompts: "all prompts" / "各输入栏",
    /// In those in which letters are keys.
    no_prompts: "outside the prompts" / "输入栏以外",
}
