//! The words of plain mode: what is read out between question and answer.

use super::{count, strings};
use crate::model::Lang;

strings! {
    pub Plain plain

    // At the start: the plan's name, its years, the date of the data.
    welcome(name: &str, years: &str, data: &str): "{name}{years}.{data}" / "{name}{years}。{data}",
    years(from: u16, to: u16): ", {from} to {to}" / "，{from}至{to}年",
    data_of(date: &str): " Data of {date}." / "数据截至{date}。",
    begin: "Type what you look for. A number opens an answer, < goes back, ? helps, q quits."
        / "请输入要查的内容。输入编号打开答案，< 返回，? 帮助，q 退出。",

    prompt: "> " / "> ",
    answers(n: usize, query: &str): { format!("{} for {query}.", count(n, "answer", "answers")) }
        / "“{query}”有 {n} 个答案。",
    more(n: usize): "{n} more; an empty line shows them." / "另有 {n} 个；直接回车继续。",
    no_more: "There is no more." / "没有更多了。",
    nothing(query: &str): "Nothing found for {query}. Try fewer or other words, or ? for help."
        / "没有找到“{query}”。请少写或换几个词，或输入 ? 看帮助。",
    /// Before answers that match only by the way.
    weak: "Less likely:" / "可能性较小：",
    /// Of matches beyond those that are read out.
    beyond(n: usize): "{n} more match; another word narrows them." / "另有 {n} 个匹配；再加一个词可缩小范围。",
    found_by(why: &str): "Found by: {why}." / "匹配：{why}。",
    no_number(number: &str, last: usize): "There is no answer {number}; the last is {last}."
        / "没有第 {number} 个；最后一个是 {last}。",
    no_answers: "There are no answers yet; type what you look for." / "还没有答案；请输入要查的内容。",
    no_kind(kind: &str, known: &str): "There is no kind {kind}; there are {known}." / "没有类别 {kind}；现有{known}。",
    no_id(id: &str): "There is no id {id}." / "没有编号 {id}。",
    nothing_open: "Nothing is open; a number opens an answer." / "还没有打开什么；输入编号打开答案。",
    /// There is nothing to go back to.
    first: "This is where you began." / "这里就是起点。",
    other_name: "Chinese name" / "英文名",
    marked: "Bookmarked." / "已加书签。",
    /// Heads bodies with the same basis: their role, how many, the basis.
    several(label: &str, n: usize, basis: &str): "{label}: {n} bodies, {basis}:" / "{label}：{n} 个机构，{basis}：",
    evidence: "There is further evidence; {who} reads it." / "另有依据，输入 {who} 读出。",
    bookmarks(n: usize): { count(n, "bookmark.", "bookmarks.") } / "{n} 个书签。",
    earlier(n: usize): { count(n, "earlier query.", "earlier queries.") } / "{n} 条历史查询。",
    changed(n: usize): { format!("Read again; {}:", count(n, "change", "changes")) } / "已重新读取，{n} 处变动：",
    matrix(bodies: usize, items: usize): "{bodies} bodies answer for {items} items." / "{bodies} 个机构负责 {items} 个条目。",
    indicators: "Figures:" / "指标数值：",
    targets: "Targets by year:" / "按年份列出目标：",
    by_year(year: u16, n: usize): { format!("{year}, {}", count(n, "target.", "targets.")) } / "{year}年，{n} 项目标。",
    /// A count, and the query that lists what is counted.
    lists(counted: &str, query: &str): "{counted}; {query} lists them" / "{counted}；输入 {query} 逐项列出",
    /// The language is now this one.
    language: "English." / "中文。",
    idle: "A minute until the session ends; type anything to stay." / "一分钟后结束；输入任意内容可继续。",
    /// What can be typed beside commands.
    help[5]: [
        "A query: words in any order, English, Chinese or pinyin. Example: silk road.",
        "A question: who leads digital villages, what does MIIT lead.",
        "A filter: kind:project, body:miit, by:2025, basis:companion, status:late.",
        "A number: opens that answer, or what that line speaks of.",
        ":P17 opens an id, :PLAN the plan and what it holds.",
    ] / [
        "查询：词语次序不限，英文、中文、拼音皆可。例如：丝绸之路。",
        "提问：谁负责数字乡村，工信部负责什么。",
        "筛选：kind:project、body:miit、by:2025、basis:companion、status:late。",
        "编号：打开该答案，或该行所说的内容。",
        ":P17 打开这个编号，:PLAN 打开规划及其内容清单。",
    ],
    /// Ends a sentence.
    stop: "." / "。",
}
