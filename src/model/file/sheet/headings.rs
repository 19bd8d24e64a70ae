//! The headings that mean something: one table, from which sheets are read and written, and the help is made.

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
    /// When it ended.
    Until,
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
    Heading { column: Column::Item, en: &["Item", "task", "project", "action", "measure", "activity", "objective", "goal", "deliverable", "work item", "commitment", "initiative", "recommendation", "milestone", "phase", "step", "task name", "action item"], zh: &["条目名称", "功能模块", "模块", "任务", "条目", "事项", "重点任务", "主要任务", "工作任务", "重点工作", "工作事项", "任务事项", "任务名称", "项目", "项目名称", "工作内容", "任务内容", "目标任务", "重点工作任务", "具体任务", "措施", "工作举措"] },
    Heading { column: Column::Kind, en: &["Kind", "type", "item kind", "level"], zh: &["类别", "类型", "种类"] },
    Heading { column: Column::Number, en: &["Number", "no", "nr", "#"], zh: &["序号", "号", "文号"] },
    Heading { column: Column::Category, en: &["Field", "category", "group", "theme", "area"], zh: &["领域", "分类", "任务分类", "专题"] },
    Heading { column: Column::Name, en: &["Name", "title", "item name", "full name"], zh: &["名称", "标题", "全称"] },
    Heading { column: Column::Short, en: &["Short name", "short", "short title"], zh: &["简称"] },
    Heading { column: Column::SeedName, en: &["Press wording", "press name", "seed name"], zh: &["媒体用语", "报道用语", "新闻表述"] },
    Heading { column: Column::Parent, en: &["Part of", "parent", "belongs to"], zh: &["上级", "隶属", "上级编号", "所属任务", "属于"] },
    Heading { column: Column::Related, en: &["Related", "see also", "related items"], zh: &["相关", "相关任务", "相关条目"] },
    Heading { column: Column::Summary, en: &["Summary", "description", "details"], zh: &["概要", "说明", "摘要", "简介"] },
    Heading { column: Column::Aliases, en: &["Other names", "aliases", "alias", "also known as"], zh: &["别名", "其他名称", "又名"] },
    Heading { column: Column::Lead, en: &["Lead", "leads", "lead organisation", "lead organization", "lead agency", "lead department", "lead body", "responsible", "responsibility", "responsible department", "responsible organisation", "responsible organization", "responsible agency", "owner", "who", "assigned to", "assignee", "led by"], zh: &["牵头单位", "牵头", "牵头部门", "牵头机构", "牵头责任单位", "责任单位", "责任部门", "主责单位", "主责部门", "负责单位", "负责部门", "主办单位", "主管部门", "牵头和责任单位"] },
    Heading { column: Column::Support, en: &["Support", "supports", "supporting", "supporting organisations", "supporting organizations", "support organisations", "support organizations", "partners", "partner", "participants", "with"], zh: &["配合单位", "配合", "配合部门", "参与单位", "参加单位", "参与部门", "参加部门", "协办单位", "协办部门", "协同单位", "协同部门", "支持单位", "配合责任单位"] },
    Heading { column: Column::Issuer, en: &["Issued by", "issuer", "issuers"], zh: &["印发机构", "印发单位", "发布单位", "发文单位", "发文机关", "印发机关"] },
    Heading { column: Column::Body, en: &["Organisation", "organization", "body", "agency", "department", "ministry"], zh: &["机构", "单位", "部门", "单位名称"] },
    Heading { column: Column::Role, en: &["Role"], zh: &["角色", "职责", "分工"] },
    Heading { column: Column::Basis, en: &["Basis"], zh: &["依据"] },
    Heading { column: Column::Document, en: &["Document"], zh: &["文件", "依据文件", "文件编号"] },
    Heading { column: Column::Unit, en: &["Unit", "section", "office", "division", "desk", "team"], zh: &["责任处室", "处室", "承办处室", "责任科室", "科室", "承办单位", "内设机构"] },
    Heading { column: Column::Until, en: &["Until", "held until"], zh: &["截至", "止于"] },
    Heading { column: Column::Contact, en: &["Contact", "contact person", "person", "responsible person", "contact details"], zh: &["联系人", "责任人", "联络人", "负责人", "联系方式", "联系人及电话", "联系电话"] },
    Heading { column: Column::Due, en: &["Due", "due date", "deadline", "by when", "by", "completion date", "end date", "finish", "timeline", "target date", "target completion date", "finish date"], zh: &["完成时限", "完成时间", "时限", "期限", "截止日期", "截止时间", "完成期限", "办结时限", "时间节点", "时间要求", "完成日期", "时限要求", "到期", "最后完成期限", "最后期限"] },
    Heading { column: Column::Status, en: &["Status", "state"], zh: &["进展", "状态", "办理状态", "完成状态"] },
    Heading { column: Column::Progress, en: &["Progress", "progress report"], zh: &["进展情况", "完成情况", "落实情况", "工作进展", "推进情况", "办理情况", "最新进展", "完成进度", "进度"] },
    Heading { column: Column::Note, en: &["Note", "notes", "remark", "remarks", "comment", "comments"], zh: &["备注", "附注", "注"] },
    Heading { column: Column::Confidence, en: &["Confidence", "sureness"], zh: &["核实程度", "可信度", "可靠程度"] },
    Heading { column: Column::Sources, en: &["Sources", "source"], zh: &["来源", "出处", "资料来源"] },
    Heading { column: Column::Target, en: &["Target", "targets"], zh: &["目标", "阶段目标", "工作目标"] },
    Heading { column: Column::Part, en: &["Content", "part", "parts"], zh: &["主要内容", "内容", "组成部分"] },
    Heading { column: Column::Year, en: &["Year"], zh: &["年份", "年度", "年"] },
    Heading { column: Column::Value, en: &["Value", "figure"], zh: &["数值", "值"] },
    Heading { column: Column::Figure, en: &["Kind of figure", "sort of figure", "figure kind", "point"], zh: &["数值类别", "数值类型"] },
    Heading { column: Column::Measure, en: &["Unit of measure", "measured in"], zh: &["计量单位"] },
    Heading { column: Column::Binding, en: &["Binding"], zh: &["约束性", "是否约束性"] },
    Heading { column: Column::Near, en: &["Similar measure", "near measure"], zh: &["相近口径", "近似指标", "相近指标"] },
    Heading { column: Column::Abbreviation, en: &["Abbreviation", "acronym"], zh: &["缩写"] },
    Heading { column: Column::Mandate, en: &["Remit", "mandate"], zh: &["主要职责", "职能", "部门职责"] },
    Heading { column: Column::Successor, en: &["Became", "successor"], zh: &["后继机构", "并入"] },
    Heading { column: Column::Prefix, en: &["Prefix"], zh: &["前缀"] },
    Heading { column: Column::Plural, en: &["Plural"], zh: &["复数", "统称"] },
    Heading { column: Column::Primary, en: &["Primary"], zh: &["主要", "是否主要"] },
    Heading { column: Column::Dated, en: &["Date", "dated"], zh: &["日期", "成文日期", "发文日期"] },
    Heading { column: Column::DateNote, en: &["About the date", "date note"], zh: &["日期说明"] },
    Heading { column: Column::Address, en: &["Address", "url", "link", "web address"], zh: &["网址", "链接"] },
    Heading { column: Column::Drafters, en: &["Drafted by"], zh: &["起草机构", "起草单位"] },
    Heading { column: Column::Announced, en: &["Announced", "published"], zh: &["公布日期", "发布日期"] },
    Heading { column: Column::From, en: &["First year", "period from"], zh: &["起始年", "起始年份"] },
    Heading { column: Column::To, en: &["Last year", "period to"], zh: &["截止年", "结束年份"] },
    Heading { column: Column::Compiled, en: &["Updated", "compiled", "data of", "data as of"], zh: &["数据截至", "整理日期", "数据日期"] },
    Heading { column: Column::Follows, en: &["Implements", "follows"], zh: &["落实文件", "贯彻文件"] },
    Heading { column: Column::Predecessor, en: &["Previous plan", "predecessor"], zh: &["上一期规划", "前期规划"] },
    Heading { column: Column::Words, en: &["Words", "synonyms"], zh: &["同义词", "词语"] },
    Heading { column: Column::Reading, en: &["Says", "body name", "organisation name", "abbr", "inherited from", "from"], zh: &["依据说明", "机构名称", "继承自"] },
];

/// How a column is headed.
#[must_use]
pub fn name(column: Column, lang: Lang) -> &'static str {
    let line = HEADINGS.iter().find(|line| line.column == column);
    line.map_or("", |line| line.name(lang))
}
