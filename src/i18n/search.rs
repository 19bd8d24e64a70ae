//! What is said about a search: why something was found, and what is odd about a query.

use super::{Pair, of, strings};
use crate::model::Lang;

strings! {
    pub Search search

    pinyin(text: &str): "pinyin of {text}" / "“{text}”的拼音",
    meant(words: &str): "did you mean {words}?" / "是否要查 {words}？",
    unknown_filter(name: &str, known: &str): "Unknown filter “{name}”. Filters: {known}"
        / "没有筛选项“{name}”。可用：{known}",
    unknown_value(filter: &str, value: &str, known: &str): match known {
        "" => "{filter}: unknown value “{value}”" / "{filter}：没有“{value}”",
        _ => "{filter}: unknown value “{value}”. Try {known}"
            / "{filter}：没有“{value}”。可用：{known}",
    },
    unknown_of_many(filter: &str, value: &str, known: &str): "{filter}: unknown value “{value}”. Did you mean {known}?"
        / "{filter}：没有“{value}”。是否指 {known}？",
    /// How all of many are listed.
    all_bodies: " All: plan list organisation" / "全部机构：plan list 机构",
    did_you_mean(typed: &str, meant: &str): "No match for “{typed}”. Did you mean {meant}?"
        / "没有“{typed}”。是否要查 {meant}？",
    best_only(kept: usize, total: usize): "{kept} of {total} shown, the most a search shows; narrow it with kind: or org:, or use `plan list`" / "共 {total} 条，查询最多保留 {kept} 条；请按类别或机构筛选，或用 plan list",
    cut(shown: usize, total: usize): "{shown} of {total} shown; --limit N shows more" / "共 {total} 条，列出 {shown} 条；--limit N 可列出更多",
    /// A word that is not there, but one that means the same.
    near(words: &str): "near: {words}" / "相近：{words}",
    between: "; " / "；",
    has(words: &str): "contains {words}" / "含{words}",
    items(count: usize): match count {
        1 => "1 item" / "1 个条目",
        _ => "{count} items" / "{count} 个条目",
    },
    bodies(count: usize): match count {
        1 => "1 organisation" / "1 个机构",
        _ => "{count} organisations" / "{count} 个机构",
    },
    documents(count: usize): match count {
        1 => "1 document" / "1 份文件",
        _ => "{count} documents" / "{count} 份文件",
    },
    targets(count: usize): match count {
        1 => "1 target" / "1 个目标和指标",
        _ => "{count} targets" / "{count} 个目标和指标",
    },
    between_quotes: "” or “" / "”、“",
    /// How a ranking by what bodies lead is asked for.
    leads_most: "who leads the most" / "谁牵头最多",
    issued_most: "who issued the most" / "谁印发最多",
    leads_nothing: "who leads nothing" / "谁没有牵头任何条目",
    newest: "newest first" / "最新在前",
    leads_so_many(count: usize): "leads {count}" / "牵头{count}项",
    issued_so_many(count: usize): "issued {count}" / "印发{count}份",
    /// In which roles a body answers for how many items.
    roles(body: &str, leads: &str, supports: &str): "{body} leads {leads} and supports {supports}."
        / "{body}牵头{leads}，配合{supports}。",
    /// The order of what was found.
    by_date: "by date" / "按时限排列",
    read_as(filters: &str): "understood as: {filters}" / "理解为：{filters}",
    not_read(words: &str): "not understood: {words}" / "未能理解：{words}",
    /// `plan who` answers for what only comes near to the words.
    nearest_alone: "No name matches; the closest match is shown" / "没有名称相符，以下为最接近的结果",
    nearest(words: &str): "The closest match lacks: {words}" / "最接近的结果不含：{words}",
    /// With whom an organisation answers for how many items; `others` is empty where that is nobody.
    partners(name: &str, others: &str): match others {
        "" => "{name} shares no entry with another organisation." / "{name}没有与其他机构共同承担的条目。",
        _ => "{name} works most with (entries shared): {others}." / "与{name}协作最多的机构（共同条目数）：{others}。",
    },
    compare(one: &str, other: &str): "Side by side: plan compare {one} {other}" / "并列比较：plan compare {one} {other}",
    /// When the plan begins and ends, and the date that it bears; each is empty where it is not known.
    period(years: &str, dated: &str): match (years, dated) {
        ("", _) => "The plan states no period." / "规划未载明规划期。",
        (_, "") => "The plan runs {years}." / "规划期为{years}。",
        (_, _) => "The plan runs {years}; it is dated {dated}." / "规划期为{years}，成文日期为{dated}。",
    },
    /// Stands after the period.
    issuer(body: &str): " Issued by {body}." / "印发机构：{body}。",
    /// The answer to what has no lead, where everything has one.
    each_has_a_lead: "None: each has a lead." / "没有，均有牵头单位。",
    /// A time as it stands in the sentences below.
    on(day: &str): "on {day}" / "{day}",
    /// From one time to another; either may be open.
    span(from: &str, to: &str): match (from, to) {
        ("", _) => "up to {to}" / "{to}及以前",
        (_, "") => "from {from} on" / "{from}及以后",
        (_, _) => "from {from} to {to}" / "{from}至{to}",
    },
    within(month: &str): "in {month}" / "{month}",
    none_due(when: &str): "Nothing assigned by our office is due {when}." / "{when}没有本单位到期的条目。",
    none_such_due(when: &str): "None of these is due {when}." / "{when}没有符合条件的到期条目。",
    no_target_due(when: &str): "No target is due {when}." / "{when}没有到期的目标。",
    next_due(when: &str, sign: &str): "The next date is {when} ({sign})." / "下一个完成时限为{when}（{sign}）。",
    year_end(year: &str): "the end of {year}" / "{year}底",
    /// By when one item is due.
    by_when(sign: &str, said: &str): "{sign}: {said}." / "{sign}：{said}。",
    targets_by(years: &str): match years {
        "" => "no date is stated in the plan" / "规划未载明时限",
        _ => "targets by {years}" / "目标年份{years}",
    },
    none_next: "Nothing is due from today on." / "今后没有到期的条目。",
    /// Nobody has said when their own work is due.
    no_dates: "No due dates are loaded. Fill in the sheet of “plan template overlay”, then open it: plan --overlay FILE"
        / "尚未载入完成时限。请填写 plan template overlay 生成的表格，再用 plan --overlay 文件名 打开。",
    /// The same where nobody who reads it can load any.
    no_dates_here: "No due dates are loaded." / "尚未载入完成时限。",
    /// Nobody has said what their own work is.
    no_assignments: "No assignments of your office are loaded. Fill in the sheet of “plan template overlay”, then open it: plan --overlay FILE"
        / "尚未载入本单位的分工。请填写 plan template overlay 生成的表格，再用 plan --overlay 文件名 打开。",
    /// The same where nobody who reads it can load any.
    no_assignments_here: "No assignments of your office are loaded." / "尚未载入本单位的分工。",
    /// What was asked for is in no plan; what is found stands below.
    no_money: "Amounts of money are not recorded here." / "未收录经费数额。",
    no_contacts: "Contacts are not recorded here." / "未收录联系方式。",
    no_founding: "When organisations were founded is not recorded here." / "未收录机构的成立时间。",
    /// What an item is part of, if it is.
    part_of(sign: &str, above: &str): match above {
        "" => "{sign} is part of no other item." / "{sign}没有上级条目。",
        _ => "{sign} is part of {above}." / "{sign}属于{above}。",
    },
    /// The filter for a unit whose name was typed as a word.
    own_unit(name: &str, filter: &str, count: usize): match count {
        1 => "{name} is a unit of your office: {filter} lists its assignment"
            / "{name}是本单位的处室，输入{filter}可列出其1项分工",
        _ => "{name} is a unit of your office: {filter} lists its {count} assignments"
            / "{name}是本单位的处室，输入{filter}可列出其{count}项分工",
    },
    /// What the question named a kind for, which may mean any work.
    other_kinds(count: usize, kinds: &str, all: &str):
        "{kinds} only; {all} lists {count} more." / "仅列{kinds}；输入“{all}”可另列出{count}项。",
    results_of_indicators: "Results are recorded for indicators only." / "只有指标记有完成情况。",
    none_such_but: "No entry matches that; the results below match the words only." / "没有符合条件的条目，以下仅为关键词匹配结果。",
    none_such: "Nothing in the plan matches that." / "规划中没有符合条件的条目。",
    first_of(count: usize): "the first of {count}; plan search shows all" / "共{count}条，此处为第一条；plan search 可查全部",
    /// An id that is not there, and those that are of its kind.
    no_such_id(id: &str, kind: &str, from: &str, to: &str): match (from == to,) {
        (true,) => "There is no {id}; {kind}: {from}." / "编号{id}不存在；{kind}只有{from}。",
        (_,) => "There is no {id}; {kind} are {from} to {to}." / "编号{id}不存在；{kind}编号为{from}至{to}。",
    },
    nowhere(words: &str): "The plan has nothing on “{words}”." / "规划中未提及“{words}”。",
    more(count: usize): "{count} more; --limit N shows more" / "另有 {count} 条；--limit N 可列出更多",
}

/// Names of fields, by the field's id. The text in which a query was found stands after it.
const FIELDS: &[(&str, Pair)] = &[
    ("id", ["id", "编号"]),
    ("name", ["name", "名称"]),
    ("short", ["short name", "简称"]),
    ("seed_name", ["press wording", "媒体用语"]),
    ("abbr", ["abbreviation", "缩写"]),
    ("alias", ["also known as", "别名"]),
    ("number", ["number", "文号"]),
    ("kind", ["kind", "类别"]),
    ("body", ["responsible:", "责任单位"]),
    ("unit", ["unit", "责任处室"]),
    ("contact", ["contact", "联系人"]),
    ("category", ["field", "领域"]),
    ("part", ["match: in the content", "主要内容命中"]),
    ("target", ["match: in the targets", "目标命中"]),
    ("note", ["match: in our note", "备注命中"]),
    ("summary", ["match: in the summary", "概要命中"]),
];

/// The name of a field by its id.
#[must_use]
pub fn field(lang: Lang, id: &str) -> &'static str {
    let known = FIELDS.iter().find(|(known, _)| *known == id);
    known.map_or("", |(_, name)| of(*name, lang))
}
