//! The words of the explorer's screen.

use super::{count, strings};
use crate::model::Lang;

strings! {
    pub Screen screen

    /// The tab of everything.
    all: "All" / "全部",
    bodies: "Organisations" / "机构",
    documents: "Documents" / "文件",
    /// The tabs that do not fit.
    more: "More" / "更多",
    /// In an empty prompt.
    placeholder: "Type a name, a word or an id, or ask: who is responsible for …"
        / "输入名称、关键词、拼音或编号，也可提问：谁负责……",
    language: "EN" / "中文",
    period_over(year: u16): "plan ended {year}" / "规划期已结束",
    updated(month: &str): "updated {month}" / "数据截至{month}",
    only_documented: "documented only" / "仅限有文件依据",
    only_assigned: "our office only" / "仅限本单位分工",
    /// Between how much was read and how much there is.
    of: "of" / "/",
    nothing: "Nothing found." / "未找到相关内容。",
    nothing_try: "Try fewer words\nTry English, 中文 or pinyin\nBy organisation: @miit\nBy kind: #project\n{leave} clears the query"
        / "请减少关键词\n或改用中文、英文、拼音\n按机构：@工信部\n按类别：#重点工程\n按 {leave} 清空",
    /// A file or paper was asked for, which the screen does not make.
    to_file: "To make a file, run in the shell: plan export -o FILE.xlsx (--body NAME: one organisation)"
        / "在命令行用 plan export -o 文件.xlsx 导出（--body 机构：只导出该机构）",
    /// What was typed is the word of a command; with the keys that run it.
    side_by_side(one: &str, other: &str): "{one} and {other} side by side" / "并列比较 {one} 与 {other}",
    in_matrix(named: &str): "{named} in the matrix" / "在矩阵中查看 {named}",
    /// What a unit of our own office answers for.
    work_of_unit(unit: &str, count: usize): match count {
        1 => "1 assignment of {unit}, your unit" / "本单位{unit}的1项分工",
        _ => "{count} assignments of {unit}, your unit" / "本单位{unit}的{count}项分工",
    },
    /// The key that runs a command whose word was typed, and the one that runs it at any time.
    key_or_two(key: &str, first: &str, next: &str): "{key}, or {first} then {next}" / "{key}，或{first}后{next}",
    /// Two keys that are pressed one after the other.
    one_then(first: &str, next: &str): "{first} then {next}" / "{first}后{next}",
    command(keys: &str, what: &str): "Command ({keys}): {what}" / "命令（{keys}）：{what}",
    command_here(keys: &str, what: &str): "Command: {what} ({keys})" / "命令：{what}（{keys}）",
    /// All that was found is hidden, for our own office does nothing of it.
    none_ours: "None of these is assigned by our office. {basis} shows all." / "其中没有本单位分工的条目。按 {basis} 显示全部。",
    all_tabs: "{open} searches all tabs" / "按 {open} 在全部分类中查询",
    /// The row of the plan in its outline.
    overview: "Overview" / "概览",
    /// Above scattered matches.
    weak: "(weaker match)" / "（匹配度较低）",
    searching: "searching" / "查询中",
    no_back: "Nothing to go back to." / "没有可返回的页面。",
    no_forward: "Nothing to go forward to." / "没有可前进的页面。",
    no_earlier: "No earlier query." / "没有历史查询。",
    no_node: "Nothing is selected." / "未选中任何内容。",
    /// Lines of a notice that do not fit on the screen.
    notice_more(count: usize): "… {count} more lines; {{leave}} closes this" / "……另有{count}行；按 {{leave}} 关闭",
    copied: "Copied. If pasting fails, select the text below:" / "已复制。如无法粘贴，请选取下方文字：",
    copied_tmux: "Copied, if tmux has set-clipboard on. If pasting fails, select the text below:"
        / "已复制（tmux 须设 set-clipboard on）。如无法粘贴，请选取下方文字：",
    /// How many were found.
    matches(n: usize): { count(n, "match", "matches") } / "{n} 条结果",
    /// The prompt for an id.
    goto: "Go to id:" / "转到编号：",
    /// No node has that id.
    no_such_id(id: &str): "no item “{id}”" / "编号“{id}”不存在",
    help_title: "Help" / "帮助",
    no_key: "Nothing in the help matches that." / "帮助中没有相关内容。",
    bookmarks_title: "Bookmarks" / "书签",
    no_bookmarks: "No bookmarks yet. {bookmark} sets one." / "尚无书签。按 {bookmark} 添加。",
    bookmarked: "Bookmarked. {bookmarks} shows the bookmarks." / "已添加书签。按 {bookmarks} 查看。",
    bookmarked_here: "Bookmarked for this session only; kiosk mode saves nothing." / "已添加书签，仅本次会话有效（公用终端模式不保存内容）。",
    bookmarked_homeless: "Bookmarked for this session only: HOME is not a full path." / "已添加书签，仅本次会话有效（主目录 HOME 设置无效，无法保存）。",
    bookmarked_unsaved: "Bookmarked for this session only: nothing can be saved." / "已添加书签，仅本次会话有效（内容无法保存）。",
    unbookmarked: "Bookmark removed." / "已删除书签。",
    unbookmarked_unsaved: "Bookmark removed for this session only: nothing can be saved." / "已删除书签，仅本次会话有效（内容无法保存）。",
    changes_title: "What changed" / "变动",
    no_changes: "Nothing changed." / "没有变动。",
    changed(id: &str, what: &str, others: usize, more: &str): match others {
        0 => "{id}: {what}  ({more})" / "{id}：{what}（{more}）",
        _ => "{id}: {what}  (+{others}; {more})" / "{id}：{what}（另有 {others} 处；{more}）",
    },
    changes_more: "{open} shows all" / "按 {open} 查看全部",
    matrix: "Matrix" / "矩阵",
    matrix_filter: "Filter by organisation or item" / "按机构或条目筛选",
    /// In the place of the filter while the cells have the keys.
    matrix_narrow: "{narrow}: filter by organisation or item" / "按 {narrow} 筛选机构或条目",
    /// Its filter leaves nothing of one kind; what other kinds it has, and the key for the next one.
    matrix_nothing(typed: &str, kind: &str): "{kind}: no responsibility matches “{typed}”."
        / "{kind}：没有与“{typed}”相符的责任关系。",
    /// The other kinds that have some.
    matrix_elsewhere(kinds: &str, key: &str): " {key} shows it in: {kinds}." / "按 {key} 可在以下类别查看：{kinds}。",
    /// What `plan matrix` of kinds without a responsibility has instead.
    matrix_kinds(known: &str): "No responsibility matches; kinds with responsibilities: {known}"
        / "没有相符的责任关系；有责任关系的类别：{known}",
    /// Beside the arrows that show where cells are out of sight.
    matrix_more: "more" / "未显示完",
    /// Before the signs of the roles, above how many there are of each in a row.
    matrix_counts: "how many" / "项数",
    /// Before how many organisations there are in each column.
    matrix_total: "Organisations" / "机构数",
    matrix_empty: "No responsibility matches." / "没有相符的责任关系。",
    basis_all: "Showing: all responsibilities" / "显示：全部责任关系",
    basis_documented: "Showing: documented only" / "显示：仅限有文件依据",
    basis_assigned: "Showing: assigned by our office only" / "显示：仅限本单位分工",
    not_in_kiosk: "Not available in kiosk mode." / "公用终端模式下不可用。",
    copied_part: "Too long for the terminal's clipboard: only the first 54 kB were copied."
        / "内容超出终端剪贴板的上限，只复制了前 54 kB。",
    idle_soon: "This session ends in one minute; press any key to stay." / "会话将在一分钟后结束；按任意键继续。",
    loading: "Loading" / "正在读取",
    /// How to stop that.
    loading_cancel: "{leave} cancels" / "按 {leave} 取消",
    loading_left(seconds: u64): "{seconds} s left" / "还剩 {seconds} 秒",
    /// What can be done meanwhile.
    loading_type: "You can type already; the search starts when loading is done." / "现在即可输入，读取完成后开始查询。",
    /// Of the files, these stay as they were.
    read_once: "Nothing changed; standard input and pipes cannot be read again."
        / "没有变动；标准输入和管道中的数据无法重新读取。",
    reloaded: "Data reloaded; nothing changed." / "数据已重新载入，没有变动。",
    themes[5]: ["auto", "dark", "light", "contrast", "mono"]
        / ["自动 auto", "深色 dark", "浅色 light", "高对比 contrast", "单色 mono"],
    theme(name: &str, few: bool): match few {
        true => "Theme: {name}; this terminal has too few colours for most themes"
            / "主题：{name}；此终端颜色过少，多数主题无法完整显示",
        false => "Theme: {name}" / "主题：{name}",
    },
    only_ascii: "This terminal shows ASCII only: English, with Chinese names in pinyin."
        / "此终端只能显示 ASCII：界面为英文，中文名称以拼音显示。",
    first_start: "Type to search, wherever you are; {up} {down} choose, {open} opens.\n{menu} shows all commands: matrix, indicators, copy, compare, quit …\n{help} shows examples and keys, {language-anywhere} 中文. Press any key to close this hint."
        / "在任何位置直接输入即可查询；{up} {down} 选择，{open} 打开。\n按 {menu} 列出全部命令：矩阵、指标、复制、比较、退出等。\n按 {help} 查看示例和按键，{language-anywhere} English。按任意键关闭本提示。",
    contexts[9]: ["search prompt", "empty prompt", "list", "detail", "matrix", "matrix filter", "help, bookmarks", "go to id", "menu of commands"]
        / ["查询栏", "空的查询栏", "列表", "详情", "矩阵", "矩阵筛选栏", "帮助、书签等列表", "转到编号", "命令菜单"],
    /// In all of them.
    everywhere: "everywhere" / "任意位置",
    everywhere_but(place: &str): "everywhere except {place}" / "除{place}外",
    /// In those in which letters are typed.
    prompts: "while typing" / "输入时",
    /// Of keys that are listed without a place.
    no_place: "Keys without a place in brackets work wherever no query is being typed."
        / "未在括号中注明位置的按键，在未输入查询词时有效。",
}

/// Whether bookmarks outlast the session, and if not, why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// They do.
    #[default]
    Works,
    /// Kiosk mode saves nothing.
    Kiosk,
    /// There is no home to save them in.
    Homeless,
    /// The file cannot be written.
    Fails,
}

impl Screen {
    /// What is said when a bookmark was set, or removed.
    #[must_use]
    pub fn bookmark(&self, set: bool, saving: Saving) -> &'static str {
        match (set, saving) {
            (true, Saving::Works) => self.bookmarked,
            (true, Saving::Kiosk) => self.bookmarked_here,
            (true, Saving::Homeless) => self.bookmarked_homeless,
            (true, Saving::Fails) => self.bookmarked_unsaved,
            (false, Saving::Fails) => self.unbookmarked_unsaved,
            (false, _) => self.unbookmarked,
        }
    }
}
