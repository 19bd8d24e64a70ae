//! What headings mean: one table, from which sheets are read and written, and the help is made.

use std::sync::LazyLock;

use strsim::damerau_levenshtein;

use super::cells::folded;
use crate::model::Lang;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// An id.
    Id,
    /// What a row is about: an item's id or one of its names.
    Item,
    /// A sort of items.
    Kind,
    /// A number.
    Number,
    /// A heading that groups items.
    Category,
    /// A name.
    Name,
    /// A short name.
    Short,
    /// How the press worded the name.
    SeedName,
    /// The item that it belongs to.
    Parent,
    /// What it has to do with.
    Related,
    /// What it is.
    Summary,
    /// Other names.
    Aliases,
    /// Who answers for it first.
    Lead,
    /// Who takes part.
    Support,
    /// Who issued it.
    Issuer,
    /// An organisation.
    Body,
    /// In what way it answers.
    Role,
    /// What that rests on.
    Basis,
    /// A document.
    Document,
    /// The unit that has it on the desk.
    Unit,
    /// Whom to ask.
    Contact,
    /// By when.
    Due,
    /// How it stands, in one word.
    Status,
    /// How it stands, in any words.
    Progress,
    /// A remark.
    Note,
    /// How sure it is.
    Confidence,
    /// Where it comes from.
    Sources,
    /// What is to be reached.
    Target,
    /// What it consists of.
    Part,
    /// A year.
    Year,
    /// A figure.
    Value,
    /// What sort of figure.
    Figure,
    /// What figures are measured in.
    Measure,
    /// Whether a figure is binding.
    Binding,
    /// Whether a figure is that of a near measure.
    Near,
    /// An abbreviation.
    Abbreviation,
    /// What an organisation is there for.
    Mandate,
    /// What an organisation became.
    Successor,
    /// What ids of a kind begin with.
    Prefix,
    /// Several of a kind.
    Plural,
    /// Whether people look for a kind first.
    Primary,
    /// A date that a document bears.
    Dated,
    /// What is known of that date beyond it.
    DateNote,
    /// Where it can be read.
    Address,
    /// Who drafted the plan.
    Drafters,
    /// When the plan was made public.
    Announced,
    /// The first year of the plan.
    From,
    /// The last year of the plan.
    To,
    /// When the data was compiled.
    Compiled,
    /// What the plan carries out.
    Follows,
    /// The plan before it.
    Predecessor,
    /// Words that mean the same.
    Words,
    /// Known, and only there to be read by people.
    Reading,
}

/// A line of the table of headings.
#[derive(Debug)]
pub struct Heading {
    /// What it means.
    pub column: Column,
    /// In English; the first is the one that is written.
    pub en: &'static [&'static str],
    /// In Chinese; the first is the one that is written.
    pub zh: &'static [&'static str],
}

impl Heading {
    /// How it is written.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &'static str {
        let names = match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        };
        names.first().copied().unwrap_or_default()
    }
}

/// All headings that mean something. A text in two languages has a column for each, with the
/// language behind the heading: `Name (Chinese)`, `名称（英文）`.
#[rustfmt::skip]
pub const HEADINGS: &[Heading] = &[
    Heading { column: Column::Id, en: &["ID", "code", "item id", "identifier"], zh: &["编号", "代码", "编码"] },
    Heading { column: Column::Item, en: &["Item", "task", "project", "action", "measure", "activity", "objective", "goal", "deliverable", "work item"], zh: &["任务", "条目", "事项", "重点任务", "主要任务", "工作任务", "重点工作", "工作事项", "任务事项", "任务名称", "项目", "项目名称", "工作内容", "任务内容", "目标任务", "重点工作任务", "具体任务", "措施", "工作举措"] },
    Heading { column: Column::Kind, en: &["Kind", "type", "item kind", "level"], zh: &["类别", "类型", "种类"] },
    Heading { column: Column::Number, en: &["Number", "no", "nr", "#"], zh: &["序号", "号", "文号"] },
    Heading { column: Column::Category, en: &["Category", "group", "theme", "area"], zh: &["分类", "领域", "任务分类", "专题"] },
    Heading { column: Column::Name, en: &["Name", "title", "item name", "full name"], zh: &["名称", "标题", "全称"] },
    Heading { column: Column::Short, en: &["Short name", "short", "short title"], zh: &["简称"] },
    Heading { column: Column::SeedName, en: &["Press wording", "press name", "seed name"], zh: &["报道用语", "新闻表述"] },
    Heading { column: Column::Parent, en: &["Part of", "parent", "belongs to"], zh: &["隶属", "上级", "上级编号", "所属任务", "属于"] },
    Heading { column: Column::Related, en: &["Related", "see also", "related items"], zh: &["相关", "相关任务", "相关条目"] },
    Heading { column: Column::Summary, en: &["Summary", "description", "details"], zh: &["概要", "说明", "摘要", "简介"] },
    Heading { column: Column::Aliases, en: &["Other names", "aliases", "alias", "also known as"], zh: &["别名", "其他名称", "又名"] },
    Heading { column: Column::Lead, en: &["Lead", "leads", "lead organisation", "lead organization", "lead agency", "lead department", "lead body", "responsible", "responsibility", "responsible department", "responsible organisation", "responsible organization", "responsible agency", "owner", "who"], zh: &["牵头单位", "牵头", "牵头部门", "牵头机构", "牵头责任单位", "责任单位", "责任部门", "主责单位", "主责部门", "负责单位", "负责部门", "主办单位", "主管部门", "牵头和责任单位"] },
    Heading { column: Column::Support, en: &["Support", "supports", "supporting", "supporting organisations", "supporting organizations", "support organisations", "support organizations", "partners", "partner", "participants", "with"], zh: &["配合单位", "配合", "配合部门", "参与单位", "参加单位", "参与部门", "参加部门", "协办单位", "协办部门", "协同单位", "协同部门", "支持单位", "配合责任单位"] },
    Heading { column: Column::Issuer, en: &["Issued by", "issuer", "issuers"], zh: &["印发单位", "发布单位", "发文单位", "发文机关", "印发机关"] },
    Heading { column: Column::Body, en: &["Organisation", "organization", "body", "agency", "department", "ministry"], zh: &["机构", "单位", "部门", "单位名称"] },
    Heading { column: Column::Role, en: &["Role"], zh: &["角色", "职责", "分工"] },
    Heading { column: Column::Basis, en: &["Basis"], zh: &["依据"] },
    Heading { column: Column::Document, en: &["Document"], zh: &["文件", "依据文件", "文件编号"] },
    Heading { column: Column::Unit, en: &["Unit", "section", "office", "division", "desk", "team"], zh: &["责任处室", "处室", "承办处室", "责任科室", "科室", "承办单位", "内设机构"] },
    Heading { column: Column::Contact, en: &["Contact", "contact person", "person", "responsible person", "contact details"], zh: &["联系人", "责任人", "联络人", "负责人", "联系方式", "联系人及电话", "联系电话"] },
    Heading { column: Column::Due, en: &["Due", "due date", "deadline", "by when", "by", "completion date", "end date", "finish", "timeline", "target date"], zh: &["完成时限", "完成时间", "时限", "期限", "截止日期", "截止时间", "完成期限", "办结时限", "时间节点", "时间要求", "完成日期", "时限要求", "到期"] },
    Heading { column: Column::Status, en: &["Status", "state"], zh: &["进展", "状态", "办理状态", "完成状态"] },
    Heading { column: Column::Progress, en: &["Progress", "progress report"], zh: &["进展情况", "完成情况", "落实情况", "工作进展", "推进情况", "办理情况", "最新进展"] },
    Heading { column: Column::Note, en: &["Note", "notes", "remark", "remarks", "comment", "comments"], zh: &["备注", "附注", "注"] },
    Heading { column: Column::Confidence, en: &["Confidence", "sureness"], zh: &["可信度", "可靠程度"] },
    Heading { column: Column::Sources, en: &["Sources", "source"], zh: &["来源", "出处", "资料来源"] },
    Heading { column: Column::Target, en: &["Target", "targets"], zh: &["目标", "阶段目标", "工作目标"] },
    Heading { column: Column::Part, en: &["Part", "parts", "content"], zh: &["内容", "主要内容", "组成部分"] },
    Heading { column: Column::Year, en: &["Year"], zh: &["年份", "年度", "年"] },
    Heading { column: Column::Value, en: &["Value", "figure"], zh: &["数值", "值"] },
    Heading { column: Column::Figure, en: &["Sort of figure", "figure kind", "point"], zh: &["数值类别", "数值类型"] },
    Heading { column: Column::Measure, en: &["Unit of measure", "measured in"], zh: &["计量单位"] },
    Heading { column: Column::Binding, en: &["Binding"], zh: &["约束性", "是否约束性"] },
    Heading { column: Column::Near, en: &["Near measure"], zh: &["近似指标", "相近指标"] },
    Heading { column: Column::Abbreviation, en: &["Abbreviation", "acronym"], zh: &["缩写"] },
    Heading { column: Column::Mandate, en: &["Remit", "mandate"], zh: &["主要职责", "职能", "部门职责"] },
    Heading { column: Column::Successor, en: &["Became", "successor"], zh: &["后继机构", "并入"] },
    Heading { column: Column::Prefix, en: &["Prefix"], zh: &["前缀"] },
    Heading { column: Column::Plural, en: &["Plural"], zh: &["复数", "统称"] },
    Heading { column: Column::Primary, en: &["Primary"], zh: &["主要", "是否主要"] },
    Heading { column: Column::Dated, en: &["Dated", "date"], zh: &["日期", "成文日期", "发文日期"] },
    Heading { column: Column::DateNote, en: &["About the date", "date note"], zh: &["日期说明"] },
    Heading { column: Column::Address, en: &["Address", "url", "link", "web address"], zh: &["网址", "链接"] },
    Heading { column: Column::Drafters, en: &["Drafted by"], zh: &["起草单位"] },
    Heading { column: Column::Announced, en: &["Announced", "published"], zh: &["公布日期", "发布日期"] },
    Heading { column: Column::From, en: &["First year", "period from"], zh: &["起始年", "起始年份"] },
    Heading { column: Column::To, en: &["Last year", "period to"], zh: &["截止年", "结束年份"] },
    Heading { column: Column::Compiled, en: &["Compiled", "data of"], zh: &["整理日期", "数据日期"] },
    Heading { column: Column::Follows, en: &["Implements", "follows"], zh: &["落实文件", "贯彻文件"] },
    Heading { column: Column::Predecessor, en: &["Previous plan", "predecessor"], zh: &["上一期规划", "前期规划"] },
    Heading { column: Column::Words, en: &["Words", "synonyms"], zh: &["同义词", "词语"] },
    Heading { column: Column::Reading, en: &["Says", "body name", "organisation name", "abbr", "inherited from", "from"], zh: &["依据说明", "机构名称", "继承自"] },
];

/// What a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Meaning {
    /// What its column holds.
    pub(super) column: Column,
    /// The language of the texts in it, where the heading says it.
    pub(super) lang: Option<Lang>,
}

/// What a heading means; nothing where it is not known. Case, blanks and punctuation do not matter;
/// it may be in both languages at once (`Item 任务`), and say more in brackets.
pub(super) fn meaning(heading: &str) -> Option<Meaning> {
    let mut lang = None;
    let mut tokens = Vec::new();
    for token in tokens_of(heading) {
        match language(&token) {
            Some(found) if lang.is_none() => lang = Some(found),
            Some(_) | None => tokens.push(token),
        }
    }
    let joined = |of: &dyn Fn(&str) -> bool| {
        let parts = tokens.iter().filter(|token| of(token));
        parts.map(String::as_str).collect::<String>()
    };
    let whole = joined(&|_| true);
    let is_latin = |token: &str| token.starts_with(|c: char| c.is_ascii_alphanumeric());
    let known = [
        whole.clone(),
        // `英文名称`
        strip_language(&whole, &mut lang).to_owned(),
        joined(&is_latin),
        joined(&|token| !is_latin(token)),
        tokens.first().cloned().unwrap_or_default(),
    ];
    let column = known.iter().find_map(|name| exactly(name))?;
    Some(Meaning { column, lang })
}

/// All headings, each as it is compared, and with its length in characters.
static FOLDED: LazyLock<Vec<(&str, String, usize)>> = LazyLock::new(|| {
    let names = HEADINGS
        .iter()
        .flat_map(|line| line.en.iter().chain(line.zh));
    let each = names.map(|name| {
        let folded = folded(name);
        let length = folded.chars().count();
        (*name, folded, length)
    });
    each.collect()
});

/// The heading that this one was probably meant to be: a letter or two are wrong.
pub(super) fn nearest(heading: &str) -> Option<&'static str> {
    let heading = folded(heading);
    let length = heading.chars().count();
    let most = match length {
        0..4 => return None,
        4..8 => 1,
        _ => 2,
    };
    // A sheet may have thousands of columns: what differs in length by more is not measured.
    let near = FOLDED
        .iter()
        .filter(|(_, _, known)| known.abs_diff(length) <= most);
    let near = near.map(|(name, folded, _)| (damerau_levenshtein(&heading, folded), *name));
    let (distance, name) = near.min_by_key(|(distance, _)| *distance)?;
    (distance <= most).then_some(name)
}

/// How a column is headed.
#[must_use]
pub fn name(column: Column, lang: Lang) -> &'static str {
    let line = HEADINGS.iter().find(|line| line.column == column);
    line.map_or("", |line| line.name(lang))
}

fn exactly(name: &str) -> Option<Column> {
    let names = |line: &'static Heading| line.en.iter().chain(line.zh);
    let is = |line: &&'static Heading| names(line).any(|known| same(known, name));
    HEADINGS.iter().find(is).map(|line| line.column)
}

/// Whether `known`, folded, is `name`, which is folded.
fn same(known: &str, name: &str) -> bool {
    if name.is_empty() {
        return false;
    }
    if known == "#" {
        return name == "#";
    }
    let letters = known.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).eq(name.chars())
}

/// The words of a heading, folded: runs of Latin letters and digits, and of others.
fn tokens_of(heading: &str) -> Vec<String> {
    if heading.trim() == "#" {
        return vec!["#".to_owned()];
    }
    let mut tokens: Vec<String> = Vec::new();
    let mut last = None;
    for c in heading.chars().map(crate::model::half_width) {
        let kind = c.is_alphanumeric().then_some(c.is_ascii());
        if let Some(kind) = kind {
            if last != Some(kind) || tokens.is_empty() {
                tokens.push(String::new());
            }
            if let Some(token) = tokens.last_mut() {
                token.extend(c.to_lowercase());
            }
        }
        last = kind;
    }
    tokens
}

fn language(token: &str) -> Option<Lang> {
    match token {
        "en" | "english" | "英文" | "英语" => Some(Lang::En),
        "zh" | "cn" | "chinese" | "中文" | "汉语" => Some(Lang::Zh),
        _ => None,
    }
}

fn strip_language<'n>(name: &'n str, lang: &mut Option<Lang>) -> &'n str {
    for (word, of) in [("英文", Lang::En), ("中文", Lang::Zh)] {
        if let Some(rest) = name.strip_prefix(word) {
            lang.get_or_insert(of);
            return rest;
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_means_two_things() {
        let mut seen: Vec<(String, Column)> = Vec::new();
        for line in HEADINGS {
            for name in line.en.iter().chain(line.zh) {
                let key = if *name == "#" {
                    "#".to_owned()
                } else {
                    folded(name)
                };
                let other = seen.iter().find(|(known, _)| *known == key);
                assert!(other.is_none(), "{name}: {:?} and {other:?}", line.column);
                seen.push((key, line.column));
                let meant = meaning(name).unwrap_or_else(|| panic!("{name} is not read"));
                assert_eq!(meant.column, line.column, "{name}");
            }
        }
    }

    #[test]
    fn headings_are_read_as_people_write_them() {
        let en = Some(Lang::En);
        let zh = Some(Lang::Zh);
        for (heading, column, lang) in [
            (" LEAD ", Column::Lead, None),
            ("牵头 单位：", Column::Lead, None),
            ("Item 任务", Column::Item, None),
            ("Due / 完成时限", Column::Due, None),
            ("任务（2025年）", Column::Item, None),
            ("Due date (YYYY-MM-DD)", Column::Due, None),
            ("Name (Chinese)", Column::Name, zh),
            ("name_en", Column::Name, en),
            ("item_name_zh", Column::Name, zh),
            ("名称（英文）", Column::Name, en),
            ("中文名称", Column::Name, zh),
            ("备注 中文", Column::Note, zh),
            ("ＩＤ", Column::Id, None),
            ("#", Column::Number, None),
        ] {
            let meant = meaning(heading);
            assert_eq!(meant, Some(Meaning { column, lang }), "{heading}");
        }
        for heading in ["", "  ", "经费（万元）", "Budget", "2025", "(", "中文"] {
            assert_eq!(meaning(heading), None, "{heading}");
        }
    }

    #[test]
    fn a_misspelt_heading_has_a_near_one() {
        for (heading, near) in [
            ("Supprot", Some("Support")),
            ("Deadlnie", Some("deadline")),
            ("牵头单立", Some("牵头单位")),
            ("Budget", None),
            ("经费", None),
            ("Lid", None),
        ] {
            assert_eq!(nearest(heading), near, "{heading}");
        }
    }
}
