//! What can be wrong with a data file, and what to do about it, in both languages.

use std::fmt;

use super::sheets;
use crate::model::sheet::CellPlace;
use crate::model::{Lang, NodeSort, Problem, Sort, Spot, Syntax, Wanted, What, clip};

/// The sentences of this room. Where a value goes in, it stands as `{}`.
#[derive(Debug)]
struct Words {
    empty: &'static str,
    too_large: &'static str,
    wide_encoding: &'static str,
    not_utf8: &'static str,
    wrong_sort: &'static str,
    figure: &'static str,
    unknown_word: &'static str,
    unknown_key: &'static str,
    double_key: &'static str,
    missing_key: &'static str,
    missing_plan: &'static str,
    empty_text: &'static str,
    empty_id: &'static str,
    unknown_format: &'static str,
    out_of_range: &'static str,
    bad_date: &'static str,
    period_reversed: &'static str,
    double_id: &'static str,
    reserved_id: &'static str,
    unknown_id: &'static str,
    wrong_node: &'static str,
    unknown_kind: &'static str,
    parent_cycle: &'static str,
    successor_cycle: &'static str,
    companion: &'static str,
    not_assigned: &'static str,
    plan_as_overlay: &'static str,
    other_plan: &'static str,
    conflict: &'static str,
    more: &'static str,
    /// What to do about an unknown id, key or word: where one is near, and where none is.
    near: &'static str,
    none_near: &'static str,
    key_not_near: &'static str,
    one_of: &'static str,
    comma: &'static str,
    syntax: fn(Syntax) -> &'static str,
    sort: fn(Sort) -> &'static str,
    whole: &'static str,
    node: fn(NodeSort) -> &'static str,
}

const EN: Words = Words {
    empty: "the file is empty; put a plan or an overlay into it",
    too_large: "the file is larger than 2 GB; split it",
    wide_encoding: "the text is in UTF-16 or UTF-32; save it as UTF-8",
    not_utf8: "this is not UTF-8; save the file as UTF-8",
    wrong_sort: "{} instead of {}; correct the value",
    figure: "the number cannot be held; write at most 15 digits, between -1e308 and 1e308",
    unknown_word: "“{}” is not known here; {}",
    unknown_key: "unknown key “{}”; {}",
    double_key: "the key “{}” stands twice; delete one of them",
    missing_key: "the key “{}” is missing; add it",
    missing_plan: "the key “plan” is missing; add it, or load an overlay by --overlay",
    empty_text: "“{}” is empty; give it at least one language",
    empty_id: "the id is empty; write one",
    unknown_format: "format {} is not known; this program reads format 1",
    out_of_range: "the number does not fit; write one from {} to {}",
    bad_date: "“{}” is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
    period_reversed: "the period ends before it begins; swap “from” and “to”",
    double_id: "the id “{}” is already taken at {}; choose another",
    reserved_id: "the id “{}” is reserved; choose another",
    unknown_id: "nothing has the id “{}”; {}",
    wrong_node: "“{}” is {}; name {} here",
    unknown_kind: "the kind “{}” is not declared; {}",
    parent_cycle: "these items belong to each other in a circle: {}; take one “parent” out",
    successor_cycle: "these bodies follow each other in a circle: {}; take one “successor” out",
    companion: "the basis “companion” needs a “document”; name it, or choose another basis",
    not_assigned: "an overlay can only assign; write the basis “assigned”",
    plan_as_overlay: "this is a whole plan, not an overlay; take “plan” out, or load it by --data",
    other_plan: "this overlay is for the plan “{}”, not for “{}”; load that plan, or correct “for”",
    conflict: "two overlays set “{}” differently, the other one at {}; leave one of them out",
    more: "and {} more problems; correct these first",
    near: "did you mean “{}”?",
    none_near: "correct it, or add what it names",
    key_not_near: "take it out",
    one_of: "write one of: {}",
    comma: ", ",
    syntax: syntax_en,
    sort: sort_en,
    whole: "a whole number",
    node: node_en,
};

const ZH: Words = Words {
    empty: "文件是空的；请写入一份规划或叠加文件",
    too_large: "文件超过2 GB；请拆分",
    wide_encoding: "文本编码是UTF-16或UTF-32；请另存为UTF-8",
    not_utf8: "此处不是UTF-8；请把文件另存为UTF-8",
    wrong_sort: "此处是{}，应为{}；请改正",
    figure: "无法保存这个数字；请写-1e308到1e308之间、最多15位的数",
    unknown_word: "此处不能写“{}”；{}",
    unknown_key: "未知的键“{}”；{}",
    double_key: "键“{}”出现两次；请删去一个",
    missing_key: "缺少键“{}”；请补上",
    missing_plan: "缺少键“plan”；请补上，叠加文件请用--overlay打开",
    empty_text: "“{}”为空；请至少写一种语言",
    empty_id: "编号为空；请写一个",
    unknown_format: "未知的格式{}；本程序读取格式1",
    out_of_range: "数字不合适；请写{}到{}之间的数",
    bad_date: "“{}”不是日期；请写成YYYY、YYYY-MM或YYYY-MM-DD",
    period_reversed: "期限的结束早于开始；请对调“from”和“to”",
    double_id: "编号“{}”已在{}使用；请换一个",
    reserved_id: "编号“{}”是保留的；请换一个",
    unknown_id: "没有编号为“{}”的内容；{}",
    wrong_node: "“{}”是{}；此处应为{}",
    unknown_kind: "类别“{}”没有声明；{}",
    parent_cycle: "这些条目互为上级，成了循环：{}；请去掉其中一个“parent”",
    successor_cycle: "这些机构互为后继，成了循环：{}；请去掉其中一个“successor”",
    companion: "依据“companion”须有“document”；请写明文件，或改用其他依据",
    not_assigned: "叠加文件只能分派任务；请把依据写成“assigned”",
    plan_as_overlay: "这是完整的规划，不是叠加文件；请去掉“plan”，或用--data打开",
    other_plan: "这份叠加文件用于规划“{}”，而不是“{}”；请打开那份规划，或改正“for”",
    conflict: "两份叠加文件对“{}”的写法不同，另一处在{}；请去掉一个",
    more: "另有{}个问题；请先改正以上各处",
    near: "是否想写“{}”？",
    none_near: "请改正，或补上它所指的内容",
    key_not_near: "请去掉",
    one_of: "可写：{}",
    comma: "、",
    syntax: syntax_zh,
    sort: sort_zh,
    whole: "整数",
    node: node_zh,
};

fn syntax_en(syntax: Syntax) -> &'static str {
    match syntax {
        Syntax::Truncated => "no valid JSON: the text ends too early; complete it",
        Syntax::Separator => "no valid JSON: expected a comma or a closing bracket; add it",
        Syntax::Colon => "no valid JSON: expected a colon after the key; add it",
        Syntax::Key => "no valid JSON: expected a key in double quotes; add it",
        Syntax::TrailingComma => "no valid JSON: a comma before a closing bracket; delete it",
        Syntax::Trailing => "no valid JSON: something follows the end; delete it",
        Syntax::ControlCharacter => {
            "no valid JSON: a line break or control character in a string; delete it or write \\n"
        }
        Syntax::Escape => "no valid JSON: a backslash that means nothing; write \\\\ for it",
        Syntax::Number => "no valid JSON: not a number; correct it",
        Syntax::Depth => "no valid JSON: nested too deep; correct it",
        Syntax::Value => "no valid JSON: expected a value; correct it",
    }
}

fn syntax_zh(syntax: Syntax) -> &'static str {
    match syntax {
        Syntax::Truncated => "不是有效的JSON：文本过早结束；请补全",
        Syntax::Separator => "不是有效的JSON：此处应有逗号或右括号；请补上",
        Syntax::Colon => "不是有效的JSON：键后应有冒号；请补上",
        Syntax::Key => "不是有效的JSON：此处应有带双引号的键；请补上",
        Syntax::TrailingComma => "不是有效的JSON：右括号前多了逗号；请删去",
        Syntax::Trailing => "不是有效的JSON：结尾之后还有内容；请删去",
        Syntax::ControlCharacter => "不是有效的JSON：字符串里有换行或控制字符；请删去，或写成\\n",
        Syntax::Escape => "不是有效的JSON：反斜杠用法有误；反斜杠本身请写成\\\\",
        Syntax::Number => "不是有效的JSON：数字有误；请改正",
        Syntax::Depth => "不是有效的JSON：嵌套过深；请改正",
        Syntax::Value => "不是有效的JSON：此处应有一个值；请改正",
    }
}

fn sort_en(sort: Sort) -> &'static str {
    match sort {
        Sort::Object => "an object {…}",
        Sort::List => "a list […]",
        Sort::Text => "a text in double quotes",
        Sort::Number => "a number",
        Sort::Bool => "true or false",
        Sort::Null => "null",
    }
}

fn sort_zh(sort: Sort) -> &'static str {
    match sort {
        Sort::Object => "对象{…}",
        Sort::List => "列表[…]",
        Sort::Text => "带双引号的文本",
        Sort::Number => "数字",
        Sort::Bool => "true或false",
        Sort::Null => "null",
    }
}

fn node_en(sort: NodeSort) -> &'static str {
    match sort {
        NodeSort::Plan => "the plan",
        NodeSort::Item => "an item",
        NodeSort::Body => "a body",
        NodeSort::Document => "a document",
        NodeSort::ItemOrPlan => "an item or the plan",
    }
}

fn node_zh(sort: NodeSort) -> &'static str {
    match sort {
        NodeSort::Plan => "规划本身",
        NodeSort::Item => "条目",
        NodeSort::Body => "机构",
        NodeSort::Document => "文件",
        NodeSort::ItemOrPlan => "条目或规划本身",
    }
}

/// `sentence` with its gaps filled, in order.
fn fill(sentence: &str, values: &[&str]) -> String {
    let mut parts = sentence.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        text.push_str(value);
        text.push_str(part);
    }
    text
}

/// A string of the file, as it is shown: clean, and not long.
fn quote(text: &str) -> String {
    clip(text, 60)
}

fn place(spot: &Spot) -> String {
    located(
        &clip(&spot.file, 200),
        spot.line,
        spot.column,
        spot.cell.as_ref(),
    )
}

/// `FILE:LINE:COLUMN`; of a sheet `FILE:SHEET!CELL`, or the file alone.
fn located(file: &str, line: u32, column: u32, cell: Option<&CellPlace>) -> String {
    match cell {
        Some(cell) => format!("{file}:{cell}"),
        None if line == 0 => file.to_owned(),
        None => format!("{file}:{line}:{column}"),
    }
}

impl Words {
    fn list(&self, words: &[String]) -> String {
        let words: Vec<String> = words.iter().take(20).map(|word| quote(word)).collect();
        words.join(self.comma)
    }

    fn near(&self, near: Option<&String>, none: &str) -> String {
        near.map_or_else(|| none.to_owned(), |near| fill(self.near, &[&quote(near)]))
    }

    fn circle(sentence: &str, ids: &[String]) -> String {
        let shown: Vec<String> = ids.iter().take(8).map(|id| quote(id)).collect();
        let more = if ids.len() > shown.len() {
            " → …"
        } else {
            ""
        };
        fill(sentence, &[&(shown.join(" → ") + more)])
    }

    fn wrong_sort(&self, found: Sort, wanted: Wanted) -> String {
        let wanted = match wanted {
            Wanted::Sort(sort) => (self.sort)(sort),
            Wanted::Whole => self.whole,
            Wanted::Figure => return self.figure.to_owned(),
        };
        fill(self.wrong_sort, &[(self.sort)(found), wanted])
    }
}

/// What is wrong, and what to do about it.
#[must_use]
pub fn what(what: &What, lang: Lang) -> String {
    let words = match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    };
    match what {
        What::Empty => words.empty.to_owned(),
        What::TooLarge => words.too_large.to_owned(),
        What::WideEncoding => words.wide_encoding.to_owned(),
        What::NotUtf8 => words.not_utf8.to_owned(),
        What::Syntax(syntax) => (words.syntax)(*syntax).to_owned(),
        What::Sheet(fault) => sheets::fault(fault, lang),
        What::WrongSort { found, wanted } => words.wrong_sort(*found, *wanted),
        What::UnknownWord { word, known, near } => {
            let known = fill(words.one_of, &[&words.list(known)]);
            fill(
                words.unknown_word,
                &[&quote(word), &words.near(near.as_ref(), &known)],
            )
        }
        What::UnknownKey { key, near } => {
            let near = words.near(near.as_ref(), words.key_not_near);
            fill(words.unknown_key, &[&quote(key), &near])
        }
        What::DoubleKey { key } => fill(words.double_key, &[&quote(key)]),
        What::MissingKey { key } => fill(words.missing_key, &[key]),
        What::MissingPlan => words.missing_plan.to_owned(),
        What::EmptyText { key: "id" } => words.empty_id.to_owned(),
        What::EmptyText { key } => fill(words.empty_text, &[key]),
        What::UnknownFormat { found } => fill(words.unknown_format, &[&found.to_string()]),
        What::OutOfRange { least, most } => {
            fill(words.out_of_range, &[&least.to_string(), &most.to_string()])
        }
        What::BadDate { found } => fill(words.bad_date, &[&quote(found)]),
        What::PeriodReversed => words.period_reversed.to_owned(),
        What::DoubleId { id, first } => fill(words.double_id, &[&quote(id), &place(first)]),
        What::ReservedId { id } => fill(words.reserved_id, &[&quote(id)]),
        What::UnknownId { id, near } => {
            let near = words.near(near.as_ref(), words.none_near);
            fill(words.unknown_id, &[&quote(id), &near])
        }
        What::WrongNode { id, found, wanted } => fill(
            words.wrong_node,
            &[&quote(id), (words.node)(*found), (words.node)(*wanted)],
        ),
        What::UnknownKind { kind, known } => {
            let known = if known.is_empty() {
                words.none_near.to_owned()
            } else {
                fill(words.one_of, &[&words.list(known)])
            };
            fill(words.unknown_kind, &[&quote(kind), &known])
        }
        What::ParentCycle { ids } => Words::circle(words.parent_cycle, ids),
        What::SuccessorCycle { ids } => Words::circle(words.successor_cycle, ids),
        What::CompanionWithoutDocument => words.companion.to_owned(),
        What::NotAssigned => words.not_assigned.to_owned(),
        What::PlanAsOverlay => words.plan_as_overlay.to_owned(),
        What::OtherPlan { wanted, found } => {
            fill(words.other_plan, &[&quote(wanted), &quote(found)])
        }
        What::Conflict { field, first } => fill(words.conflict, &[field, &place(first)]),
        What::More { count } => fill(words.more, &[&count.to_string()]),
    }
}

/// A line of a problem is no longer than this many characters.
const MOST: usize = 400;
/// An id or a word in it is no longer than this.
const MOST_WORD: usize = 60;

impl Problem {
    /// One line: `FILE:LINE:COLUMN: ITEM: what is wrong; what to do`.
    #[must_use]
    pub fn render(&self, lang: Lang) -> String {
        let what = what(&self.what, lang);
        let item = self
            .item
            .as_deref()
            .map(|item| clip(item, MOST_WORD) + ": ");
        let file = clip(&self.file, MOST);
        let place = located(&file, self.line, self.column, self.cell.as_ref());
        format!("{place}: {}{}", item.unwrap_or_default(), clip(&what, MOST))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Lang::En))
    }
}

#[cfg(test)]
mod tests {
    use super::{EN, Words, ZH, fill};

    fn sentences(words: &Words) -> Vec<&'static str> {
        vec![
            words.wrong_sort,
            words.unknown_word,
            words.unknown_key,
            words.double_key,
            words.missing_key,
            words.empty_text,
            words.unknown_format,
            words.out_of_range,
            words.bad_date,
            words.double_id,
            words.reserved_id,
            words.unknown_id,
            words.wrong_node,
            words.unknown_kind,
            words.parent_cycle,
            words.successor_cycle,
            words.other_plan,
            words.conflict,
            words.more,
            words.near,
            words.one_of,
        ]
    }

    #[test]
    fn both_languages_have_the_same_gaps() {
        for (en, zh) in sentences(&EN).into_iter().zip(sentences(&ZH)) {
            assert_eq!(
                en.matches("{}").count(),
                zh.matches("{}").count(),
                "{en} / {zh}"
            );
        }
    }

    #[test]
    fn gaps_are_filled_in_order() {
        assert_eq!(fill("{} and {}", &["a {}", "b"]), "a {} and b");
    }
}
