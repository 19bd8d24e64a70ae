//! What is said about a search: why something was found, and what is odd about a query.

use super::{Pair, of, strings};
use crate::model::Lang;

strings! {
    pub Search search

    pinyin(text: &str): "pinyin of {text}" / "{text}的拼音",
    meant(words: &str): "did you mean {words}?" / "是否为 {words}？",
    unknown_filter(name: &str, known: &str): "no filter \"{name}\"; there are {known}"
        / "没有筛选项“{name}”；可用的有 {known}",
    unknown_value(filter: &str, value: &str, known: &str): match known {
        "" => "{filter}: knows no \"{value}\"" / "{filter}：没有“{value}”",
        _ => "{filter}: knows no \"{value}\"; there are {known}"
            / "{filter}：没有“{value}”；可用的有 {known}",
    },
    did_you_mean(typed: &str, meant: &str): "nothing holds \"{typed}\"; did you mean {meant}?"
        / "没有“{typed}”；是否为 {meant}？",
    cut(shown: usize, total: usize): "{shown} of {total} shown; --limit N shows more" / "共 {total} 个，只列出 {shown} 个；--limit N 可列出更多",
    has(words: &str): "has {words}" / "含{words}",
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
    between_quotes: "\", \"" / "”、“",
    read_as(filters: &str): "read as: {filters}" / "理解为：{filters}",
    not_read(words: &str): "not understood: {words}" / "未能理解：{words}",
    nearest(words: &str): "No entry has all of: {words}. Nearest:" / "没有条目包含全部词语：{words}。最接近的：",
    nowhere(words: &str, count: usize): match count {
        1 => "\"{words}\" is nowhere in the plan." / "规划中没有“{words}”。",
        _ => "\"{words}\" are nowhere in the plan." / "规划中没有“{words}”。",
    },
    more(count: usize): "{count} more; --limit shows them" / "另有 {count} 个；--limit 可显示更多",
}

/// Names of fields, by the field's id. The text in which a query was found stands after it.
const FIELDS: &[(&str, Pair)] = &[
    ("id", ["id", "编号"]),
    ("name", ["name", "名称"]),
    ("short", ["short name", "简称"]),
    ("seed_name", ["in the news", "新闻稿用语"]),
    ("abbr", ["abbreviation", "缩写"]),
    ("alias", ["alias", "别名"]),
    ("number", ["number", "文号"]),
    ("kind", ["kind", "类别"]),
    ("body", ["answered by", "负责机构"]),
    ("unit", ["unit", "承办"]),
    ("contact", ["contact", "联系人"]),
    ("category", ["category", "分类"]),
    ("part", ["in its parts", "见内容"]),
    ("target", ["in its targets", "见目标"]),
    ("summary", ["in its summary", "见概要"]),
];

/// The name of a field by its id.
#[must_use]
pub fn field(lang: Lang, id: &str) -> &'static str {
    let known = FIELDS.iter().find(|(known, _)| *known == id);
    known.map_or("", |(_, name)| of(*name, lang))
}
