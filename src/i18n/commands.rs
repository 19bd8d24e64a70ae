//! What can be typed in plain mode. Each text goes on from what is typed: `< goes back.`

use super::strings;
use crate::model::Lang;

strings! {
    pub Commands commands

    more: "An empty line: more answers." / "直接回车：更多答案。",
    back: "goes back." / "返回。",
    forward: "goes forward again." / "前进。",
    who: "says who answers for what is open, with all evidence." / "说明所打开内容由谁负责，列出全部依据。",
    matrix: "says who answers for what, body by body; with a kind behind it only for that kind."
        / "按机构说明各自负责什么；后加类别则只说该类。",
    charts: "reads the figures of all that is measured." / "读出所有指标的数值。",
    years: "reads the targets, year by year." / "按年份读出各项目标。",
    gaps: "reads what is missing." / "读出尚缺的内容。",
    overview: "reads the overview of the plan." / "读出规划概览。",
    basis: "changes which responsibilities count: all, documented, assigned here."
        / "切换所列的责任：全部、有文件依据、本单位安排。",
    bookmark: "sets a bookmark on what is open, or removes it." / "给所打开内容加书签，或去掉书签。",
    bookmarks: "lists the bookmarks." / "列出书签。",
    earlier: "lists earlier queries; a number asks one again." / "列出历史查询；输入编号即再查一次。",
    cite: "says how to cite what is open." / "给出所打开内容的引用格式。",
    copy: "reads all of it as Markdown." / "以 Markdown 读出全文。",
    language: "changes the language." / "切换语言。",
    reload: "reads the files again and says what changed." / "重新读取文件，并说明变动。",
    help: "says all this." / "读出以上各项。",
    quit: "or the end of input quits." / "或输入结束即退出。",
}
