//! The words of plain mode: what is read out between question and answer.

use super::{count, strings};
use crate::model::Lang;

strings! {
    pub Plain plain

    // At the start: the plan's name, its years, the date of the data.
    welcome(name: &str, years: &str, data: &str): "{name}{years}.{data}" / "{name}{years}。{data}",
    data_of(date: &str): " Data as of {date}." / "数据截至{date}。",
    begin: "Type what you are looking for. A number opens that match; < goes back; ? shows help; q quits."
        / "请输入要查的内容。输入序号打开结果，< 返回，? 帮助，q 退出。",

    prompt: "> " / "> ",
    answers(n: usize, query: &str): { format!("{} for {query}.", count(n, "match", "matches")) }
        / "“{query}”有 {n} 条结果。",
    more(n: usize): "{n} more; press Enter to show them." / "另有 {n} 条；按回车继续显示。",
    no_more: "No more matches." / "没有更多结果。",
    nothing(query: &str): "Nothing found for {query}. Try fewer or other words, or type ? for help."
        / "未找到与“{query}”相关的内容。请减少或更换关键词，或输入 ? 查看帮助。",
    /// Before results that match only weakly.
    weak: "Weaker matches:" / "匹配度较低：",
    /// Of matches beyond those that are listed.
    beyond(n: usize): "{n} more match; add a word to narrow them down." / "另有 {n} 条结果；增加关键词可缩小范围。",
    found_by(why: &str): "Match: {why}." / "匹配：{why}。",
    no_number(number: &str, last: usize): "No match {number}; the last one is {last}."
        / "没有第 {number} 条；最后一条是 {last}。",
    no_answers: "No matches yet; type what you are looking for." / "尚无结果；请输入要查的内容。",
    no_kind(kind: &str, known: &str): "Unknown kind “{kind}”. Kinds: {known}." / "没有类别“{kind}”。可用类别：{known}。",
    no_id(id: &str): "No item “{id}”." / "编号“{id}”不存在。",
    nothing_open: "Nothing is open; type the number of a match to open it." / "尚未打开任何内容；请输入结果的序号。",
    /// There is nothing to go back to.
    first: "This is the start." / "没有可返回的页面。",
    other_name: "Chinese name" / "英文名",
    marked: "Bookmarked." / "已添加书签。",
    /// Heads bodies with the same basis: their role, how many, the basis.
    several(label: &str, n: usize, basis: &str): "{label}: {n} organisations, {basis}:" / "{label}（{n}个机构，{basis}）：",
    evidence: "More evidence: {who}." / "更多依据：输入 {who}。",
    bookmarks(n: usize): { count(n, "bookmark.", "bookmarks.") } / "{n} 个书签。",
    earlier(n: usize): { count(n, "earlier query.", "earlier queries.") } / "{n} 条历史查询。",
    changed(n: usize): { format!("Data reloaded; {}:", count(n, "change", "changes")) } / "数据已重新载入，{n} 处变动：",
    matrix(bodies: usize, items: usize): "{bodies} organisations are responsible for {items} items." / "{bodies} 个机构负责 {items} 个条目。",
    indicators: "Indicators:" / "指标：",
    targets: "Targets by year:" / "分年度目标：",
    by_year(year: u16, n: usize): { format!("{year}, {}", count(n, "target.", "targets.")) } / "{year}年，{n} 项目标。",
    /// A count, and the query that lists what is counted.
    lists(counted: &str, query: &str): "{counted}; type {query} to list them" / "{counted}；输入 {query} 列出",
    /// The language is now this one.
    language: "English." / "中文。",
    idle: "The session ends in one minute; type anything to stay." / "会话将在一分钟后结束；输入任意内容可继续。",
    /// What can be typed beside commands.
    help[5]: [
        "A query: words in any order, English, Chinese or pinyin. Example: silk road.",
        "A question: who leads digital villages, what does MIIT lead.",
        "A filter: kind:project, org:miit, by:2025, basis:documented, status:late.",
        "A number: opens that match, or the item on that line.",
        ":P17 opens an item by its id, :PLAN the overview of the plan.",
    ] / [
        "查询：词语次序不限，中文、英文、拼音均可。例如：丝绸之路。",
        "提问：谁负责数字乡村；工信部牵头哪些工程。",
        "筛选：类别：重点工程、机构：工信部、期限：2025、依据：有文件、进展：逾期。",
        "序号：打开该条结果，或该行所列的条目。",
        ":P17 按编号打开条目，:PLAN 打开规划概览。",
    ],
    /// Ends a sentence.
    stop: "." / "。",
}
