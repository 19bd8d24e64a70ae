//! The words of plain mode: what is read out between question and answer.

use crate::model::Lang;

/// What is said at the start, of the plan's name, period and date of data.
type Welcome = fn(name: &str, period: Option<(u16, u16)>, compiled: Option<&str>) -> Vec<String>;

/// The words of plain mode in one language.
#[derive(Debug)]
pub struct Plain {
    /// The first lines: the plan's name, its years, the date of the data.
    pub welcome: Welcome,
    /// The prompt.
    pub prompt: &'static str,
    /// How many answers a query has.
    pub answers: fn(count: usize, query: &str) -> String,
    /// So many more answers; an empty line shows them.
    pub more: fn(count: usize) -> String,
    /// All answers were read out.
    pub no_more: &'static str,
    /// Nothing found.
    pub nothing: fn(query: &str) -> String,
    /// Before answers that match only by the way.
    pub weak: &'static str,
    /// The number of matches beyond those that are read out.
    pub beyond: fn(count: usize) -> String,
    /// Why an answer was found.
    pub found_by: fn(why: &str) -> String,
    /// No answer has this number.
    pub no_number: fn(number: &str, last: usize) -> String,
    /// Nothing was numbered yet.
    pub no_answers: &'static str,
    /// No kind has this id; those there are.
    pub no_kind: fn(kind: &str, known: &str) -> String,
    /// No node has this id.
    pub no_id: fn(id: &str) -> String,
    /// There is nothing to cite.
    pub nothing_open: &'static str,
    /// There is nothing to go back to.
    pub first: &'static str,
    /// The name in the other language.
    pub other_name: &'static str,
    /// The node is bookmarked.
    pub marked: &'static str,
    /// Heads bodies that answer on the same basis: their role, how many, what that rests on.
    pub several: fn(label: &str, count: usize, rests: &str) -> String,
    /// There is more evidence, and how to have it read.
    pub evidence: &'static str,
    /// Heads the bookmarks.
    pub bookmarks: fn(count: usize) -> String,
    /// Heads earlier queries.
    pub earlier: fn(count: usize) -> String,
    /// Heads what a reload changed.
    pub changed: fn(count: usize) -> String,
    /// Heads the matrix: how many bodies answer for how many items.
    pub matrix: fn(bodies: usize, items: usize) -> String,
    /// Heads the indicators.
    pub indicators: &'static str,
    /// Heads the targets.
    pub targets: &'static str,
    /// Heads the targets of a year.
    pub by_year: fn(year: u16, count: usize) -> String,
    /// A count, and the query that lists what is counted.
    pub lists: fn(count: &str, query: &str) -> String,
    /// The language is now this one.
    pub language: &'static str,
    /// A minute before the end of an idle session.
    pub idle: &'static str,
    /// What can be typed beside commands, a line each.
    pub help: &'static [&'static str],
    /// Between two sentences.
    pub then: &'static str,
    /// Ends a sentence.
    pub stop: &'static str,
}

const EN: Plain = Plain {
    welcome: |name, period, compiled| {
        let period = period.map(|(from, to)| format!(", {from} to {to}"));
        let data = compiled.map(|compiled| format!(" Data of {compiled}."));
        vec![
            format!(
                "{name}{}.{}",
                period.unwrap_or_default(),
                data.unwrap_or_default()
            ),
            "Type what you look for. A number opens an answer, < goes back, ? helps, q quits."
                .to_owned(),
        ]
    },
    prompt: "> ",
    answers: |count, query| match count {
        1 => format!("1 answer for {query}."),
        _ => format!("{count} answers for {query}."),
    },
    more: |count| format!("{count} more; an empty line shows them."),
    no_more: "There is no more.",
    nothing: |query| format!("Nothing found for {query}. Try fewer or other words, or ? for help."),
    weak: "Less likely:",
    beyond: |count| format!("{count} more match; another word narrows them."),
    found_by: |why| format!("Found by: {why}."),
    no_number: |number, last| format!("There is no answer {number}; the last is {last}."),
    no_answers: "There are no answers yet; type what you look for.",
    no_kind: |kind, known| format!("There is no kind {kind}; there are {known}."),
    no_id: |id| format!("There is no id {id}."),
    nothing_open: "Nothing is open; a number opens an answer.",
    first: "This is where you began.",
    other_name: "Chinese name",
    marked: "Bookmarked.",
    several: |label, count, rests| format!("{label}: {count} bodies, {rests}:"),
    evidence: "There is further evidence; {who} reads it.",
    bookmarks: |count| match count {
        1 => "1 bookmark.".to_owned(),
        _ => format!("{count} bookmarks."),
    },
    earlier: |count| match count {
        1 => "1 earlier query.".to_owned(),
        _ => format!("{count} earlier queries."),
    },
    changed: |count| match count {
        1 => "Read again; 1 change:".to_owned(),
        _ => format!("Read again; {count} changes:"),
    },
    matrix: |bodies, items| format!("{bodies} bodies answer for {items} items."),
    indicators: "Figures:",
    targets: "Targets by year:",
    by_year: |year, count| match count {
        1 => format!("{year}, 1 target."),
        _ => format!("{year}, {count} targets."),
    },
    lists: |count, query| format!("{count}; {query} lists them"),
    language: "English.",
    idle: "A minute until the session ends; type anything to stay.",
    help: &[
        "A query: words in any order, English, Chinese or pinyin. Example: silk road.",
        "A question: who leads digital villages, what does MIIT lead.",
        "A filter: kind:project, body:miit, by:2025, basis:companion, status:late.",
        "A number: opens that answer, or what that line speaks of.",
        ":P17 opens an id, :PLAN the plan and what it holds.",
    ],
    then: ". ",
    stop: ".",
};

const ZH: Plain = Plain {
    welcome: |name, period, compiled| {
        let period = period.map(|(from, to)| format!("，{from}至{to}年"));
        let data = compiled.map(|compiled| format!("数据截至{compiled}。"));
        vec![
            format!(
                "{name}{}。{}",
                period.unwrap_or_default(),
                data.unwrap_or_default()
            ),
            "请输入要查的内容。输入编号打开答案，< 返回，? 帮助，q 退出。".to_owned(),
        ]
    },
    prompt: "> ",
    answers: |count, query| format!("“{query}”有 {count} 个答案。"),
    more: |count| format!("另有 {count} 个；直接回车继续。"),
    no_more: "没有更多了。",
    nothing: |query| format!("没有找到“{query}”。请少写或换几个词，或输入 ? 看帮助。"),
    weak: "可能性较小：",
    beyond: |count| format!("另有 {count} 个匹配；再加一个词可缩小范围。"),
    found_by: |why| format!("匹配：{why}。"),
    no_number: |number, last| format!("没有第 {number} 个；最后一个是 {last}。"),
    no_answers: "还没有答案；请输入要查的内容。",
    no_kind: |kind, known| format!("没有类别 {kind}；现有{known}。"),
    no_id: |id| format!("没有编号 {id}。"),
    nothing_open: "还没有打开什么；输入编号打开答案。",
    first: "这里就是起点。",
    other_name: "英文名",
    marked: "已加书签。",
    several: |label, count, rests| format!("{label}：{count} 个机构，{rests}："),
    evidence: "另有依据，输入 {who} 读出。",
    bookmarks: |count| format!("{count} 个书签。"),
    earlier: |count| format!("{count} 条历史查询。"),
    changed: |count| format!("已重新读取，{count} 处变动："),
    matrix: |bodies, items| format!("{bodies} 个机构负责 {items} 个条目。"),
    indicators: "指标数值：",
    targets: "按年份列出目标：",
    by_year: |year, count| format!("{year}年，{count} 项目标。"),
    lists: |count, query| format!("{count}；输入 {query} 逐项列出"),
    language: "中文。",
    idle: "一分钟后结束；输入任意内容可继续。",
    help: &[
        "查询：词语次序不限，英文、中文、拼音皆可。例如：丝绸之路。",
        "提问：谁负责数字乡村，工信部负责什么。",
        "筛选：kind:project、body:miit、by:2025、basis:companion、status:late。",
        "编号：打开该答案，或该行所说的内容。",
        ":P17 打开这个编号，:PLAN 打开规划及其内容清单。",
    ],
    then: "。",
    stop: "。",
};

/// The words of plain mode in `lang`.
#[must_use]
pub fn plain(lang: Lang) -> &'static Plain {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}
