//! The names of the filters, in both languages.

use crate::model::Lang;

/// What a filter looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterName {
    /// The kind of a node.
    Kind,
    /// A body that answers for it in any role.
    Body,
    /// A body that leads it.
    Lead,
    /// A body that takes part in it.
    Support,
    /// The year or date of a target.
    By,
    /// What a responsibility rests on.
    Basis,
    /// The status of an assignment.
    Status,
    /// When an assignment is due.
    Due,
    /// The unit that has it on the desk.
    Unit,
    /// Who is to be asked about an assignment.
    Contact,
    /// A state: unconfirmed, late.
    Is,
    /// Whether a target was reached.
    Result,
    /// An item to which it belongs, by its id.
    Under,
}

/// The names of the filters, as typed before the colon; the first is the one that is completed.
pub(crate) const FILTERS: &[(FilterName, &[&str])] = &[
    (FilterName::Kind, &["kind", "类别", "种类", "类型"]),
    (
        FilterName::Body,
        &[
            "org",
            "body",
            "organisation",
            "organization",
            "机构",
            "部门",
            "单位",
        ],
    ),
    (FilterName::Lead, &["lead", "牵头", "负责"]),
    (FilterName::Support, &["support", "配合", "参与"]),
    (FilterName::By, &["by", "期限", "年份"]),
    (FilterName::Basis, &["basis", "依据", "基于"]),
    (FilterName::Status, &["status", "进展", "状态"]),
    (FilterName::Due, &["due", "到期", "完成时限", "时限"]),
    (FilterName::Unit, &["unit", "责任处室", "处室", "承办"]),
    (FilterName::Contact, &["contact", "联系人", "经办人"]),
    (FilterName::Is, &["is", "情况", "属于"]),
    (FilterName::Result, &["result", "完成情况", "结果"]),
    (FilterName::Under, &["under", "所属", "下属", "隶属"]),
];

impl FilterName {
    /// All filters, in the order in which they are listed.
    pub fn all() -> impl Iterator<Item = FilterName> {
        FILTERS.iter().map(|(name, _)| *name)
    }

    /// Returns its name as it is typed in a language.
    #[must_use]
    pub fn typed(self, lang: Lang) -> &'static str {
        let names = FILTERS.iter().find(|(name, _)| *name == self);
        names.map_or("", |(_, names)| in_lang(names, lang))
    }
}

/// Returns the first of the names of one thing that is of a language; English ones are ASCII.
#[must_use]
pub fn in_lang(names: &[&'static str], lang: Lang) -> &'static str {
    let mut of_lang = names
        .iter()
        .filter(|name| name.is_ascii() == (lang == Lang::En));
    of_lang
        .next()
        .or(names.first())
        .copied()
        .unwrap_or_default()
}

/// Returns the filter of a folded name.
pub(crate) fn filter_name(name: &str) -> Option<FilterName> {
    FILTERS
        .iter()
        .find(|(_, names)| names.contains(&name))
        .map(|(name, _)| *name)
}
