//! What is said about a search: why something was found, and what is odd about a query.

use crate::model::Lang;

/// The words about a search in one language.
#[derive(Debug)]
pub struct Search {
    /// Names of fields, by the field's id; then the text stands, if it is short.
    pub fields: &'static [(&'static str, &'static str)],
    /// Found by its pinyin.
    pub pinyin: fn(text: &str) -> String,
    /// Found in spite of a spelling mistake.
    pub meant: fn(words: &str) -> String,
    /// There is no filter of this name; these there are.
    pub unknown_filter: fn(name: &str, known: &str) -> String,
    /// A filter does not know a value; these it knows.
    pub unknown_value: fn(filter: &str, value: &str, known: &str) -> String,
    /// A word is not known; these were looked for.
    pub did_you_mean: fn(typed: &str, meant: &str) -> String,
    /// Hits beyond those that are shown.
    pub more: fn(count: usize) -> String,
}

const EN: Search = Search {
    fields: &[
        ("id", "id"),
        ("name", "name"),
        ("short", "short name"),
        ("seed_name", "in the news"),
        ("abbr", "abbreviation"),
        ("alias", "alias"),
        ("number", "number"),
        ("kind", "kind"),
        ("body", "answered by"),
        ("unit", "unit"),
        ("contact", "contact"),
        ("category", "category"),
        ("part", "in its parts"),
        ("target", "in its targets"),
        ("summary", "in its summary"),
    ],
    pinyin: |text| format!("pinyin of {text}"),
    meant: |words| format!("did you mean {words}?"),
    unknown_filter: |name, known| format!("no filter \"{name}\"; there are {known}"),
    unknown_value: |filter, value, known| {
        if known.is_empty() {
            format!("{filter}: knows no \"{value}\"")
        } else {
            format!("{filter}: knows no \"{value}\"; there are {known}")
        }
    },
    did_you_mean: |typed, meant| format!("nothing holds \"{typed}\"; did you mean {meant}?"),
    more: |count| format!("{count} more; --limit shows them"),
};

const ZH: Search = Search {
    fields: &[
        ("id", "编号"),
        ("name", "名称"),
        ("short", "简称"),
        ("seed_name", "新闻稿用语"),
        ("abbr", "缩写"),
        ("alias", "别名"),
        ("number", "文号"),
        ("kind", "类别"),
        ("body", "负责机构"),
        ("unit", "承办"),
        ("contact", "联系人"),
        ("category", "分类"),
        ("part", "见内容"),
        ("target", "见目标"),
        ("summary", "见概要"),
    ],
    pinyin: |text| format!("{text}的拼音"),
    meant: |words| format!("是否为 {words}？"),
    unknown_filter: |name, known| format!("没有筛选项“{name}”；可用的有 {known}"),
    unknown_value: |filter, value, known| {
        if known.is_empty() {
            format!("{filter}：没有“{value}”")
        } else {
            format!("{filter}：没有“{value}”；可用的有 {known}")
        }
    },
    did_you_mean: |typed, meant| format!("没有“{typed}”；是否为 {meant}？"),
    more: |count| format!("另有 {count} 个；--limit 可显示更多"),
};

/// The words about a search in `lang`.
#[must_use]
pub fn search(lang: Lang) -> &'static Search {
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

/// The name of a field by its id.
#[must_use]
pub fn field(lang: Lang, id: &str) -> &'static str {
    let fields = search(lang).fields;
    fields
        .iter()
        .find(|(known, _)| *known == id)
        .map_or("", |(_, name)| name)
}
