//! The headings that mean something: one table, from which sheets are read and written, and the help is made.

use crate::model::Lang;

/// A line of the table of headings.
#[derive(Debug)]
pub struct Heading {
    /// What it means.
    pub column: Column,
    /// The key of the data file that it usually stands for.
    key: &'static str,
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

macro_rules! headings {
    ($($column:ident $key:literal:
        [$en:literal $(, $more_en:literal)*] / [$zh:literal $(, $more_zh:literal)*];
    )*) => {
        /// What a column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Column {$(
            #[doc = concat!("`", $en, "` or `", $zh, "`.")]
            $column,
        )*}

        /// All headings, in the order of the help.
        pub const HEADINGS: &[Heading] = &[$(Heading {
            column: Column::$column,
            key: $key,
            en: &[$en $(, $more_en)*],
            zh: &[$zh $(, $more_zh)*],
        }),*];
    };
}

#[rustfmt::skip]
headings! {
    Id "id": ["ID", "code", "item id", "identifier"] / ["编号", "代码", "编码"];
    Item "item": ["Item", "task", "project", "action", "measure", "activity", "objective", "goal", "deliverable", "work item", "commitment", "initiative", "recommendation", "milestone", "phase", "step", "task name", "action item"] / ["条目名称", "功能模块", "模块", "任务", "条目", "事项", "重点任务", "主要任务", "工作任务", "重点工作", "工作事项", "任务事项", "任务名称", "项目", "项目名称", "工作内容", "任务内容", "目标任务", "重点工作任务", "具体任务", "措施", "工作举措"];
    Kind "kind": ["Kind", "type", "item kind", "level"] / ["类别", "类型", "种类"];
    Number "number": ["Number", "no", "nr", "#"] / ["序号", "号", "文号"];
    Category "category": ["Field", "category", "group", "theme", "area"] / ["领域", "分类", "任务分类", "专题"];
    Name "name": ["Name", "title", "item name", "full name"] / ["名称", "标题", "全称"];
    Short "short": ["Short name", "short", "short title"] / ["简称"];
    SeedName "seed_name": ["Press wording", "press name", "seed name"] / ["媒体用语", "报道用语", "新闻表述"];
    Parent "parent": ["Part of", "parent", "belongs to"] / ["上级", "隶属", "上级编号", "所属任务", "属于"];
    Related "related": ["Related", "see also", "related items"] / ["相关", "相关任务", "相关条目"];
    Summary "summary": ["Summary", "description", "details"] / ["概要", "说明", "摘要", "简介"];
    Aliases "aliases": ["Other names", "aliases", "alias", "also known as"] / ["别名", "其他名称", "又名"];
    Lead "lead": ["Lead", "leads", "lead organisation", "lead organization", "lead agency", "lead department", "lead body", "responsible", "responsibility", "responsible department", "responsible organisation", "responsible organization", "responsible agency", "owner", "who", "assigned to", "assignee", "led by"] / ["牵头单位", "牵头", "牵头部门", "牵头机构", "牵头责任单位", "责任单位", "责任部门", "主责单位", "主责部门", "负责单位", "负责部门", "主办单位", "主管部门", "牵头和责任单位"];
    Support "support": ["Support", "supports", "supporting", "supporting organisations", "supporting organizations", "support organisations", "support organizations", "partners", "partner", "participants", "with"] / ["配合单位", "配合", "配合部门", "参与单位", "参加单位", "参与部门", "参加部门", "协办单位", "协办部门", "协同单位", "协同部门", "支持单位", "配合责任单位"];
    Issuer "issuer": ["Issued by", "issuer", "issuers"] / ["印发机构", "印发单位", "发布单位", "发文单位", "发文机关", "印发机关"];
    Body "body": ["Organisation", "organization", "body", "agency", "department", "ministry", "organisation name", "body name"] / ["机构", "单位", "部门", "单位名称", "机构名称"];
    Role "role": ["Role"] / ["角色", "职责", "分工"];
    Basis "basis": ["Basis"] / ["依据"];
    Document "document": ["Document"] / ["文件", "依据文件", "文件编号"];
    Unit "unit": ["Unit", "section", "office", "division", "desk", "team"] / ["责任处室", "处室", "承办处室", "责任科室", "科室", "承办单位", "内设机构"];
    Until "until": ["Until", "held until"] / ["截至", "止于"];
    Contact "contact": ["Contact", "contact person", "person", "responsible person", "contact details"] / ["联系人", "责任人", "联络人", "负责人", "联系方式", "联系人及电话", "联系电话"];
    Due "due": ["Due", "due date", "deadline", "by when", "by", "completion date", "end date", "finish", "timeline", "target date", "target completion date", "finish date"] / ["完成时限", "完成时间", "时限", "期限", "截止日期", "截止时间", "完成期限", "办结时限", "时间节点", "时间要求", "完成日期", "时限要求", "到期", "最后完成期限", "最后期限"];
    Status "status": ["Status", "state"] / ["进展", "状态", "办理状态", "完成状态"];
    Progress "progress": ["Progress", "progress report"] / ["进展情况", "完成情况", "落实情况", "工作进展", "推进情况", "办理情况", "最新进展", "完成进度", "进度"];
    Note "note": ["Note", "notes", "remark", "remarks", "comment", "comments"] / ["备注", "附注", "注"];
    Confidence "confidence": ["Confidence", "sureness"] / ["核实程度", "可信度", "可靠程度"];
    Sources "sources": ["Sources", "source"] / ["来源", "出处", "资料来源"];
    Target "target": ["Target", "targets"] / ["目标", "阶段目标", "工作目标"];
    Part "part": ["Content", "part", "parts"] / ["主要内容", "内容", "组成部分"];
    Year "year": ["Year"] / ["年份", "年度", "年"];
    Value "value": ["Value", "figure"] / ["数值", "值"];
    Figure "figure": ["Kind of figure", "sort of figure", "figure kind", "point"] / ["数值类别", "数值类型"];
    Measure "measure": ["Unit of measure", "measured in"] / ["计量单位"];
    Binding "binding": ["Binding"] / ["约束性", "是否约束性"];
    Near "near": ["Similar measure", "near measure"] / ["相近口径", "近似指标", "相近指标"];
    Abbreviation "abbr": ["Abbreviation", "acronym"] / ["缩写"];
    Mandate "mandate": ["Remit", "mandate"] / ["主要职责", "职能", "部门职责"];
    Successor "successor": ["Became", "successor"] / ["后继机构", "并入"];
    Prefix "prefix": ["Prefix"] / ["前缀"];
    Plural "plural": ["Plural"] / ["复数", "统称"];
    Primary "primary": ["Primary"] / ["主要", "是否主要"];
    Dated "dated": ["Date", "dated"] / ["日期", "成文日期", "发文日期"];
    DateNote "date_note": ["About the date", "date note"] / ["日期说明"];
    Address "url": ["Address", "url", "link", "web address"] / ["网址", "链接"];
    Drafters "drafted_by": ["Drafted by"] / ["起草机构", "起草单位"];
    Announced "announced": ["Announced", "published"] / ["公布日期", "发布日期"];
    From "from": ["First year", "period from"] / ["起始年", "起始年份"];
    To "to": ["Last year", "period to"] / ["截止年", "结束年份"];
    Compiled "compiled": ["Updated", "compiled", "data of", "data as of"] / ["数据截至", "整理日期", "数据日期"];
    Follows "follows": ["Implements", "follows"] / ["落实文件", "贯彻文件"];
    Predecessor "predecessor": ["Previous plan", "predecessor"] / ["上一期规划", "前期规划"];
    Words "words": ["Words", "synonyms"] / ["同义词", "词语"];
    Reading "reading": ["Says", "abbr", "inherited from", "from"] / ["依据说明", "继承自"];
}

/// How a column is headed.
#[must_use]
pub fn name(column: Column, lang: Lang) -> &'static str {
    let line = HEADINGS.iter().find(|line| line.column == column);
    line.map_or("", |line| line.name(lang))
}

/// The column of a key of the data file, where that has one of its own.
#[must_use]
pub fn column_of(key: &str) -> Option<Column> {
    let line = HEADINGS.iter().find(|line| line.key == key);
    line.map(|line| line.column)
}
