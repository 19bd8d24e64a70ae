//! What can be typed in plain mode. Each text goes on from what is typed: `< goes back.`

use super::strings;
use crate::model::Lang;

strings! {
    pub Commands commands

    more: "Enter: more matches." / "直接回车：更多结果。",
    back: "goes back." / "返回。",
    forward: "goes forward." / "前进。",
    who: "shows who is responsible for this item, with all evidence." / "显示当前条目的责任单位及全部依据。",
    matrix: "shows who is responsible for what, one organisation per line; add a kind to show only that kind."
        / "按机构显示各自负责的条目；后加类别则只显示该类。",
    charts: "shows all indicators with their values." / "显示各项指标的数值。",
    years: "shows the targets by year." / "显示分年度目标。",
    gaps: "shows what is missing." / "显示缺项。",
    overview: "shows the overview of the plan." / "显示规划概览。",
    basis: "changes which responsibilities are shown: all, documented, assigned by our office."
        / "切换显示的责任关系：全部、有文件依据、本单位分工。",
    bookmark: "sets or removes a bookmark on this item." / "为当前条目添加或删除书签。",
    bookmarks: "shows the bookmarks." / "显示书签。",
    earlier: "shows earlier queries; a number runs that query again." / "显示历史查询；输入序号可再次查询。",
    cite: "shows a citation of this item." / "显示当前条目的引用格式。",
    copy: "shows the whole page as Markdown." / "以 Markdown 显示全文。",
    language: "changes the language." / "切换语言。",
    reload: "reloads the data and shows what changed." / "重新载入数据，并显示变动。",
    help: "shows this help." / "显示本帮助。",
    quit: "quits; so does Ctrl-D." / "退出；输入结束时也会退出。",
}
