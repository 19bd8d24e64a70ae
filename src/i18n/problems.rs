//! What can be wrong with a data file, and what to do about it.

use std::collections::HashMap;
use std::fmt;

use super::who::who;
use super::{of, sheets, strings};
use crate::model::{
    JsonType, Lang, Location, NodeSort, Problem, ProblemKind, Syntax, Wanted, clip, converter,
    lookalike, named,
};

strings! {
    Words words

    empty: "the file is empty; write a plan or an overlay into it" / "文件为空；请写入规划或叠加文件的内容",
    too_large: "the file is larger than 2 GB; split it" / "文件超过2 GB；请拆分",
    other_encoding(name: &str, program: &str, from: &str): "this looks like {name}; save it as UTF-8: {program} -f {from} -t utf-8 OLD > NEW"
        / "编码疑为{name}；请转换为UTF-8：{program} -f {from} -t utf-8 旧文件 > 新文件",
    packed(name: &str, command: &str): "this file is packed ({name}); unpack it: {command} OLD > NEW"
        / "这是压缩文件（{name}）；请先解压：{command} 旧文件 > 新文件",
    sheet_by_another_name: "this file is a sheet (CSV), not JSON; rename it to .csv" / "这是表格（CSV）文件，不是JSON；请将扩展名改为.csv",
    other_format(name: &str): "this file is in {name} format, not JSON; name the plan's data file" / "这是{name}文件，不是JSON；请指定规划的数据文件",
    sign(name: &str, sign: &str, ascii: &str): match ascii {
        "" => "{name} ({sign}); delete it" / "此处有{name}（{sign}）；请删除",
        " " => "{name} ({sign}); use a normal space instead" / "此处为{name}（{sign}）；请改为普通空格",
        _ => "{name} ({sign}); use {ascii} instead" / "此处为{name}（{sign}）；请改为 {ascii}",
    },
    syntax(what: &str): "invalid JSON: {what}" / "JSON格式无效：{what}",
    truncated: "the text ends too early; complete it" / "文本不完整；请补全",
    separator: "a comma or a closing bracket is missing; add it" / "缺少逗号或右括号；请补充",
    no_colon: "a colon is missing after the key; add it" / "字段名后缺少冒号；请补充",
    no_key: "a key in double quotes is missing; add it" / "缺少带双引号的字段名；请补充",
    trailing_comma: "a comma before a closing bracket; delete it" / "右括号前有多余的逗号；请删除",
    leading: "text before the first bracket; delete it" / "左括号前有其他内容；请删除",
    trailing: "text after the end; delete it" / "结尾之后还有内容；请删除",
    control_character: "a line break or control character in a string; delete it or write \\n"
        / "字符串中有换行或控制字符；请删除，或写成\\n",
    escape: "an invalid backslash; for a backslash itself write \\\\" / "反斜杠用法有误；反斜杠本身请写成\\\\",
    surrogate: "half a surrogate pair; write both halves, or the character itself"
        / "代理对不完整；请写全，或直接写该字符",
    comment: "JSON has no comments; delete it, or move it to a “note”" / "JSON不能有注释；请删除，或写入“note”",
    conflict_mark: "a conflict marker between two versions; keep one version and delete the markers" / "此处有版本冲突标记；请保留其中一个版本并删除标记",
    foreign(word: &str, right: &str): "JSON has no {word}; write {right}" / "JSON中没有{word}；请写{right}",
    plus: "a plus sign before a number; delete it" / "数字前有加号；请删除",
    decimal_comma: "a comma in a number; use a decimal point" / "数字中有逗号；小数点请写成 .",
    number: "an invalid number; write it in decimal digits, such as 0.5" / "数字格式有误；请写十进制数字，如0.5",
    depth: "nested too deeply; reduce the nesting" / "嵌套过深；请减少层级",
    no_value: "a value is missing here; add it" / "此处缺少值；请补充",
    not_utf8: "not UTF-8; save the file as UTF-8" / "此处不是UTF-8编码；请将文件另存为UTF-8",
    broken_off: "the file breaks off in the middle of a character; copy it again"
        / "文件在一个字符中间中断；请重新复制",
    no_object(found: &str): "{found}, which is not a plan; write an object: {{ \"format\": 1, \"plan\": {{ \"name\": \"Our plan\" }}, \"items\": [] }}, an overlay without \"plan\""
        / "此处为{found}，不是规划；请写成对象：{{ \"format\": 1, \"plan\": {{ \"name\": \"本单位规划\" }}, \"items\": [] }}，叠加文件不写\"plan\"",
    wrong_sort(found: &str, wanted: &str, example: &str): "{found} instead of {wanted}; write for example {example}"
        / "此处为{found}，应为{wanted}；请改写，例如{example}",
    figure: "the number is too large or too long; write at most 15 digits, between -1e308 and 1e308"
        / "数字过大或过长；请写-1e308到1e308之间、不超过15位的数",
    unknown_word(word: &str, advice: &str): "unknown value “{word}”; {advice}" / "此处不能使用“{word}”；{advice}",
    unknown_key(key: &str, advice: &str): "unknown key “{key}”; {advice}" / "未知字段“{key}”；{advice}",
    double_key(key: &str): "the key “{key}” appears twice; delete one of them" / "字段“{key}”重复；请删除其中一个",
    missing_key(key: &str, example: &str): "the key “{key}” is missing; add it: {example}" / "缺少字段“{key}”；请补充：{example}",
    missing_plan: "the key “plan” is missing; add it: \"plan\": { \"name\": \"Our plan\" }, or open an overlay with --overlay"
        / "缺少字段“plan”；请补充：\"plan\": { \"name\": \"本单位规划\" }，叠加文件请用--overlay打开",
    in_places(what: &str, count: usize, places: &str, todo: &str): "{what} in {count} places: lines {places}; {todo}"
        / "{what}，共{count}处：行号 {places}；{todo}",
    /// The first cell stands before it.
    in_cells(what: &str, more: usize, places: &str, todo: &str): match more {
        1 => "{what}, and in 1 more cell ({places}); {todo}" / "{what}，另有1个单元格（{places}）；{todo}",
        _ => "{what}, and in {more} more cells ({places}); {todo}" / "{what}，另有{more}个单元格（{places}）；{todo}",
    },
    empty_text(key: &str, example: &str): "“{key}” is empty; write for example {example}" / "“{key}”为空；请填写，例如{example}",
    empty_id: "the id is empty; write for example \"id\": \"T1\"" / "编号为空；请填写，例如\"id\": \"T1\"",
    unknown_format(found: &str): "unknown format {found}; this program reads format 1"
        / "未知格式{found}；本程序读取格式1",
    out_of_range(least: &str, most: &str): "the number is out of range; write one from {least} to {most}"
        / "数字超出范围；请写{least}到{most}之间的数",
    bad_date(found: &str): "“{found}” is not a date; use \"2025\", \"2025-06\" or \"2025-06-30\""
        / "“{found}”不是日期；请改写，例如\"2025\"、\"2025-06\"或\"2025-06-30\"",
    period_reversed: "the period ends before it begins; swap “from” and “to”"
        / "规划期的结束早于开始；请对调“from”和“to”",
    double_id(id: &str, place: &str): "the id “{id}” is already taken at {place}; choose another"
        / "编号“{id}”已在{place}使用；请另设编号",
    reserved_id(id: &str): "the id “{id}” is reserved; choose another" / "编号“{id}”为保留编号；请另设编号",
    unknown_id(id: &str, advice: &str): "no item, organisation or document has the id “{id}”; {advice}" / "编号“{id}”不存在；{advice}",
    wrong_node(id: &str, found: &str, wanted: &str): "“{id}” is {found}; write the id of {wanted} here"
        / "“{id}”是{found}；此处应填写{wanted}的编号",
    unknown_kind(kind: &str, advice: &str): "the kind “{kind}” is not declared; {advice}"
        / "类别“{kind}”未定义；{advice}",
    parent_cycle(ids: &str): "these items are each other's parents: {ids}; remove one “parent”"
        / "条目互为上级，形成循环：{ids}；请删除其中一个“parent”",
    successor_cycle(ids: &str): "these organisations are each other's successors: {ids}; remove one “successor”"
        / "机构互为“successor”，形成循环：{ids}；请删除其中一个“successor”",
    companion: "the basis “companion” needs a “document”; add it: \"document\": \"D1\", or choose another basis"
        / "依据“companion”须有“document”；请写明文件：\"document\": \"D1\"，或改用其他依据",
    not_assigned: "responsibilities in an overlay are assignments; write \"basis\": \"assigned\", or leave “basis” out"
        / "叠加文件中的责任关系只能是分工；请写\"basis\": \"assigned\"，或省略“basis”",
    plan_as_overlay: "this is a complete plan, not an overlay; remove “plan”, or open it with --data"
        / "这是完整的规划，不是叠加文件；请删除“plan”，或用--data打开",
    other_plan(wanted: &str, found: &str): "this overlay is for the plan “{wanted}”, not for “{found}”; open that plan, or correct “for”"
        / "此叠加文件用于规划“{wanted}”，而非“{found}”；请打开该规划，或改正“for”",
    conflict(field: &str, place: &str): "two overlays set “{field}” differently, the other at {place}; remove one of them"
        / "两份叠加文件对“{field}”的写法不一致，另一处在{place}；请删除其中一个",
    more(count: &str): "and {count} more problems; correct these first" / "另有{count}个问题；请先改正以上各处",
    // What to do about an unknown id, key or word: where one is near, and where none is.
    near(near: &str): "did you mean “{near}”?" / "是否为“{near}”？",
    none_near: "correct it, or add an entry with this id" / "请改正，或补充该编号的内容",
    key_not_near: "remove it" / "请删除",
    one_of(known: &str): "use one of: {known}" / "可用：{known}",
    whole: "a whole number" / "整数",
}

/// What is wrong with the JSON.
fn syntax(syntax: Syntax, lang: Lang) -> String {
    let words = words(lang);
    words.syntax(match syntax {
        Syntax::Truncated => words.truncated,
        Syntax::Separator => words.separator,
        Syntax::Colon => words.no_colon,
        Syntax::Key => words.no_key,
        Syntax::TrailingComma => words.trailing_comma,
        Syntax::Trailing => words.trailing,
        Syntax::Leading => words.leading,
        Syntax::ControlCharacter => words.control_character,
        Syntax::Escape => words.escape,
        Syntax::Surrogate => words.surrogate,
        Syntax::Comment => words.comment,
        Syntax::Conflict => words.conflict_mark,
        Syntax::Foreign(word, right) => return words.syntax(&words.foreign(word, right)),
        Syntax::Plus => words.plus,
        Syntax::DecimalComma => words.decimal_comma,
        Syntax::Number => words.number,
        Syntax::Depth => words.depth,
        Syntax::Instead(sign, wanted) => {
            let name = ["a punctuation mark not used in JSON", "非JSON标点"];
            let shown = format!("{sign} U+{:04X}", u32::from(sign));
            return words.syntax(&words.sign(of(name, lang), &shown, wanted));
        }
        Syntax::Value | Syntax::Sign(_) => words.no_value,
    })
}

/// A sign that looks like one of JSON: what it is, and what to write.
fn wrong_sign(sign: char, lang: Lang) -> String {
    let Some((name, ascii)) = lookalike(sign) else {
        return syntax(Syntax::Value, lang);
    };
    let shown = if ascii.trim().is_empty() {
        format!("U+{:04X}", u32::from(sign))
    } else {
        format!("{sign} U+{:04X}", u32::from(sign))
    };
    words(lang).syntax(&words(lang).sign(of(name, lang), &shown, ascii))
}

/// A sort of JSON value.
fn sort(sort: JsonType, lang: Lang) -> &'static str {
    let pair = match sort {
        JsonType::Object => ["an object {…}", "对象{…}"],
        JsonType::List => ["a list […]", "列表[…]"],
        JsonType::Text => ["a text in double quotes", "带双引号的文本"],
        JsonType::Number => ["a number", "数字"],
        JsonType::Bool => ["true or false", "true或false"],
        JsonType::Null => ["null", "null"],
    };
    of(pair, lang)
}

/// A sort of node.
fn node(sort: NodeSort, lang: Lang) -> &'static str {
    let pair = match sort {
        NodeSort::Plan => ["the plan", "规划本身"],
        NodeSort::Item => ["an item", "条目"],
        NodeSort::Body => ["an organisation", "机构"],
        NodeSort::Document => ["a document", "文件"],
        NodeSort::ItemOrPlan => ["an item or the plan", "条目或规划本身"],
    };
    of(pair, lang)
}

/// A string of the file, as it is shown: clean, and not long. An invisible sign is named: it may be all that
/// is wrong.
fn quote(text: &str) -> String {
    const MOST: usize = 60;
    // One sign more, so that it is seen that there are others.
    let start: String = text.chars().take(MOST + 1).collect();
    clip(&named(&start), MOST)
}

/// `FILE:LINE:COLUMN`; of a sheet `FILE:SHEET!CELL`, or the file alone. A file's name is cut to `most`
/// characters.
fn place(at: &Location, most: usize) -> String {
    let file = clip(&at.file, most);
    match &at.cell {
        Some(cell) => format!("{file}:{cell}"),
        None if at.line == 0 => file,
        None => format!("{file}:{}:{}", at.line, at.column),
    }
}

fn list(words: &[String], lang: Lang) -> String {
    let quoted: Vec<String> = words.iter().take(20).map(|word| quote(word)).collect();
    quoted.join(who(lang).list)
}

/// What to do about an unknown word: write the one that is near, or else `otherwise`.
fn advice(near: Option<&String>, lang: Lang, otherwise: &str) -> String {
    near.map_or_else(
        || otherwise.to_owned(),
        |near| words(lang).near(&quote(near)),
    )
}

fn circle(ids: &[String]) -> String {
    let shown: Vec<String> = ids.iter().take(8).map(|id| quote(id)).collect();
    let more = if ids.len() > shown.len() {
        " → …"
    } else {
        ""
    };
    shown.join(" → ") + more
}

fn wrong_sort(found: JsonType, wanted: Wanted, lang: Lang) -> String {
    let words = words(lang);
    let (name, example) = match wanted {
        Wanted::JsonType(wanted) => (
            sort(wanted, lang),
            match wanted {
                JsonType::Object => "{ \"en\": \"…\", \"zh\": \"…\" }",
                JsonType::List => "[\"…\"]",
                JsonType::Text => "\"…\"",
                JsonType::Number => "56.5",
                JsonType::Bool => "true",
                JsonType::Null => "null",
            },
        ),
        Wanted::Whole => (words.whole, "2025"),
        Wanted::Figure => return words.figure.to_owned(),
    };
    words.wrong_sort(sort(found, lang), name, example)
}

/// What is wrong, and what to do about it.
#[must_use]
pub fn what(what: &ProblemKind, lang: Lang) -> String {
    let words = words(lang);
    match what {
        ProblemKind::Empty => words.empty.to_owned(),
        ProblemKind::TooLarge => words.too_large.to_owned(),
        ProblemKind::OtherEncoding(name) => {
            let (program, from) = converter(name);
            words.other_encoding(&name.to_uppercase(), program, from)
        }
        ProblemKind::Packed(name, command) => words.packed(name, command),
        ProblemKind::SheetByAnotherName => words.sheet_by_another_name.to_owned(),
        ProblemKind::OtherFormat(name) => words.other_format(name),
        ProblemKind::Syntax(Syntax::Sign(sign)) => wrong_sign(*sign, lang),
        ProblemKind::NotUtf8 => words.not_utf8.to_owned(),
        ProblemKind::BrokenOff => words.broken_off.to_owned(),
        ProblemKind::NoObject(found) => words.no_object(sort(*found, lang)),
        ProblemKind::Syntax(syntax) => self::syntax(*syntax, lang),
        ProblemKind::Sheet(fault) => sheets::fault(fault, lang),
        ProblemKind::WrongSort { found, wanted } => wrong_sort(*found, *wanted, lang),
        ProblemKind::UnknownWord { word, known, near } => {
            let known = words.one_of(&list(known, lang));
            words.unknown_word(&quote(word), &advice(near.as_ref(), lang, &known))
        }
        ProblemKind::UnknownKey { key, near } => {
            let near = advice(near.as_ref(), lang, words.key_not_near);
            words.unknown_key(&quote(key), &near)
        }
        ProblemKind::DoubleKey { key } => words.double_key(&quote(key)),
        ProblemKind::MissingKey { key } => words.missing_key(key, &example(key, lang)),
        ProblemKind::MissingPlan => words.missing_plan.to_owned(),
        ProblemKind::EmptyText { key: "id" } => words.empty_id.to_owned(),
        ProblemKind::EmptyText { key } => words.empty_text(key, &example(key, lang)),
        ProblemKind::UnknownFormat { found } => words.unknown_format(&found.to_string()),
        ProblemKind::OutOfRange { least, most } => {
            words.out_of_range(&least.to_string(), &most.to_string())
        }
        ProblemKind::BadDate { found } => words.bad_date(&quote(found)),
        ProblemKind::PeriodReversed => words.period_reversed.to_owned(),
        ProblemKind::DoubleId { id, first } => words.double_id(&quote(id), &place(first, 200)),
        ProblemKind::ReservedId { id } => words.reserved_id(&quote(id)),
        ProblemKind::UnknownId { id, near } => {
            let near = advice(near.as_ref(), lang, words.none_near);
            words.unknown_id(&quote(id), &near)
        }
        ProblemKind::WrongNode { id, found, wanted } => {
            words.wrong_node(&quote(id), node(*found, lang), node(*wanted, lang))
        }
        ProblemKind::UnknownKind { kind, known } => {
            let known = if known.is_empty() {
                words.none_near.to_owned()
            } else {
                words.one_of(&list(known, lang))
            };
            words.unknown_kind(&quote(kind), &known)
        }
        ProblemKind::ParentCycle { ids } => words.parent_cycle(&circle(ids)),
        ProblemKind::SuccessorCycle { ids } => words.successor_cycle(&circle(ids)),
        ProblemKind::CompanionWithoutDocument => words.companion.to_owned(),
        ProblemKind::NotAssigned => words.not_assigned.to_owned(),
        ProblemKind::PlanAsOverlay => words.plan_as_overlay.to_owned(),
        ProblemKind::OtherPlan { wanted, found } => words.other_plan(&quote(wanted), &quote(found)),
        ProblemKind::Conflict { field, first } => words.conflict(field, &place(first, 200)),
        ProblemKind::More { count } => words.more(&count.to_string()),
    }
}

/// A key with a value, as it can be pasted.
fn example(key: &str, lang: Lang) -> String {
    let value = match key {
        "format" => "1",
        "year" | "from" => "2021",
        "to" => "2025",
        "items" => "[]",
        "id" | "item" => "\"T1\"",
        "body" => "\"miit\"",
        "by" => "\"2025-06\"",
        "kind" => "\"task\"",
        "unit" => "\"%\"",
        "document" => "\"D1\"",
        _ => of(["\"A name\"", "\"名称\""], lang),
    };
    format!("\"{key}\": {value}")
}

/// All problems, a line each. Those that stand equally in three or more places of a file are one line.
#[must_use]
pub fn render_all(problems: &[Problem], lang: Lang) -> Vec<String> {
    let mut equal: HashMap<(&str, String), Vec<&Problem>> = HashMap::new();
    let texts: Vec<String> = problems.iter().map(|one| what(&one.what, lang)).collect();
    for (problem, text) in problems.iter().zip(&texts) {
        let key = (&*problem.at.file, text.clone());
        equal.entry(key).or_default().push(problem);
    }
    let mut lines = Vec::new();
    for (problem, text) in problems.iter().zip(texts) {
        let all = &equal[&(&*problem.at.file, text.clone())];
        // In a sheet every cell with an unknown name is one problem; a place of two lines of JSON is told each.
        let few = if problem.at.cell.is_some() { 2 } else { 3 };
        if all.len() < few {
            lines.push(problem.render(lang));
        } else if std::ptr::eq(all[0], problem) {
            lines.push(together(all, &text, lang));
        }
    }
    lines
}

/// One line for equal problems.
fn together(all: &[&Problem], text: &str, lang: Lang) -> String {
    const SHOWN: usize = 12;
    let words = words(lang);
    let first = all[0];
    let spot = |problem: &&Problem| match &problem.at.cell {
        Some(cell) => cell.to_string(),
        None => problem.at.line.to_string(),
    };
    let is_sheet = first.at.cell.is_some();
    // A cell stands before the line already.
    let listed = all.get(usize::from(is_sheet)..).unwrap_or_default();
    let mut places: Vec<String> = listed.iter().take(SHOWN).map(spot).collect();
    places.extend((listed.len() > SHOWN).then(|| "…".to_owned()));
    let separator = text.find([';', '；']);
    let (what, todo) = separator.map_or((text, ""), |at| {
        let rest = text[at..].trim_start_matches([';', '；', ' ']);
        (&text[..at], rest)
    });
    let places = places.join(who(lang).list);
    let said = if is_sheet {
        words.in_cells(what, listed.len(), &places, todo)
    } else {
        words.in_places(what, all.len(), &places, todo)
    };
    let place = place(&first.at, MOST);
    format!("{place}: {}", clip(&said, MOST))
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
        let place = place(&self.at, MOST);
        format!("{place}: {}{}", item.unwrap_or_default(), clip(&what, MOST))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Lang::En))
    }
}
