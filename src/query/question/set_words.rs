//! The words of questions about a set, by what they ask for.

use super::time::Time;

/// What a part of such a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    NoLead,
    NoSupport,
    /// Led by more than one body.
    SeveralLeads,
    /// Bodies that lead nothing.
    LeadsNothing,
    /// What belongs to an item.
    Under,
    Inferred,
    Unconfirmed,
    /// Partly confirmed.
    Partly,
    Late,
    Missed,
    Reached,
    /// Whether targets were reached.
    Whether,
    /// Which bodies work together with one.
    Partners,
    /// Reached before its time.
    Early,
    NoResult,
    /// Assignments that are done.
    Done,
    /// Those that are not, on time or late.
    Unfinished,
    /// Those under way.
    Open,
    /// Those not begun.
    NotBegun,
    Dropped,
    /// Without a date.
    NoDate,
    /// With somebody to ask.
    Contact,
    /// What our own office answers for.
    Ours,
    /// For a figure: how much of something.
    Figure,
    /// How many of a kind.
    Count,
    /// What is to be done by a time.
    Due,
    /// To be done by the time that is named, or else done already: 年底前完成, 完成.
    Finish,
    /// A time, counted from today.
    Time(Time),
    /// The end of a year.
    YearEnd,
    /// At what time.
    When,
    /// What a body issued.
    Issued,
    /// Two or more bodies together.
    Joint,
    /// Which body leads most.
    Most,
    /// What a body leads.
    Leads,
    /// What a body takes part in.
    Supports,
    /// What is aimed at, or what came of it.
    Target,
    /// Which body.
    Who,
    /// A list of something.
    List,
    /// The one with the latest date.
    Newest,
    /// Where something can be read.
    Where,
    /// In which role.
    Role,
    /// Another word that says that it is a question about a set.
    Asks,
}

/// The words of each piece; the longest ones are tried first.
#[rustfmt::skip]
pub(super) const ENGLISH: &[(Piece, &[&str])] = &[
    (Piece::NoLead, &[
        "no lead", "no leads", "no leader", "without a lead", "without lead", "without leads",
        "without a leader", "lack a lead", "lacks a lead", "nobody leads", "no one leads",
        "nobody in charge", "no one in charge", "no lead body", "no lead ministry",
        "no responsible ministry", "nobody is responsible", "nobody responsible", "no one responsible", "no one is responsible",
    ]),
    (Piece::NoSupport, &[
        "no support", "no supports", "no supporters", "no supporting body", "no supporting bodies", "no supporting ministry",
        "without support", "without a supporting body", "without supporting bodies", "nobody supports", "no one supports",
    ]),
    (Piece::SeveralLeads, &[
        "several leads", "multiple leads", "many leads", "more than one lead", "several lead ministries", "several lead bodies",
        "led by several", "led by several ministries", "led by several bodies", "led by more than one", "led by more than one ministry",
    ]),
    (Piece::LeadsNothing, &[
        "lead nothing", "leads nothing", "lead no", "leads no", "lead none", "do not lead anything", "does not lead anything",
        "dont lead anything", "doesnt lead anything", "not lead anything", "not lead any", "do not lead any", "does not lead any",
    ]),
    (Piece::Under, &["under", "belongs to", "belong to", "belonging to", "part of"]),
    (Piece::Count, &["how many", "number of", "the number of", "count of"]),
    (Piece::Due, &[
        "due", "due date", "due dates", "target date", "completion date", "coming due", "almost due", "nearly due", "upcoming", "deadline", "deadlines", "to be done", "be done", "must be done", "to be finished", "be finished", "expected",
    ]),
    (Piece::YearEnd, &["end of year", "end of the year", "year end", "end of this year"]),
    (Piece::Time(Time::LastYear), &["last year"]),
    (Piece::Time(Time::ThisYear), &["this year"]),
    (Piece::Time(Time::NextYear), &["next year"]),
    (Piece::Time(Time::Today), &["today"]),
    (Piece::Time(Time::LastMonth), &["last month"]),
    (Piece::Time(Time::ThisMonth), &["this month"]),
    (Piece::Time(Time::NextMonth), &["next month"]),
    (Piece::Time(Time::ThisWeek), &["this week"]),
    (Piece::Time(Time::NextWeek), &["next week"]),
    (Piece::Time(Time::ThisQuarter), &["this quarter"]),
    (Piece::Time(Time::NextQuarter), &["next quarter"]),
    (Piece::Time(Time::Quarter(1)), &["q1", "first quarter"]),
    (Piece::Time(Time::Quarter(2)), &["q2", "second quarter"]),
    (Piece::Time(Time::Quarter(3)), &["q3", "third quarter"]),
    (Piece::Time(Time::Quarter(4)), &["q4", "fourth quarter", "last quarter"]),
    (Piece::When, &["when", "until when", "how long", "which year", "what year", "what date"]),
    (Piece::Issued, &["wrote", "drew up", "issue", "issued", "issues", "publish", "published", "release", "released"]),
    (Piece::Inferred, &[
        "only inferred", "inferred", "no source", "no sources", "without a source", "without source", "not documented", "undocumented", "without a document",
    ]),
    (Piece::Unconfirmed, &["unconfirmed", "not confirmed", "not sure", "uncertain"]),
    (Piece::Partly, &["partly confirmed", "partially confirmed", "only partly confirmed", "not fully confirmed"]),
    (Piece::Late, &[
        "late", "overdue", "behind schedule", "delayed", "running late", "past its date", "past due", "expired",
    ]),
    (Piece::Missed, &[
        "missed", "not reached", "not met", "not achieved", "not fulfilled", "fell short",
        "fall short", "shortfall", "shortfalls", "how far short", "did we miss", "we missed", "fail", "fails", "failed", "short of target", "not hit",
    ]),
    (Piece::Early, &["reached early", "met early", "achieved early", "reached ahead of time", "reached ahead of schedule"]),
    (Piece::Reached, &["reached", "met", "meet", "meets", "reach", "achieved", "achieve", "fulfilled", "hit"]),
    (Piece::NoResult, &[
        "no result", "no results", "without a result", "without result", "without results", "result unknown", "no result found",
        "no results found", "result not found", "results not found", "have no data", "has no data", "without data", "no figures",
    ]),
    (Piece::Unfinished, &[
        "not finished", "not completed", "not done", "unfinished", "still open", "not complete", "incomplete",
        "fail to finish", "fail to complete", "failed to finish", "failed to complete", "fails to finish", "not get done",
    ]),
    (Piece::Open, &["status open", "in progress", "under way", "underway", "ongoing"]),
    (Piece::NotBegun, &["not started", "not yet started", "not begun", "have not started"]),
    (Piece::Dropped, &["cancelled", "canceled", "dropped"]),
    (Piece::NoDate, &[
        "without a due date", "without due date", "without due dates", "no due date", "no due dates", "no deadline", "no deadlines",
        "without a deadline", "without deadlines", "no date", "without a date",
    ]),
    (Piece::Contact, &["contact", "contacts", "contact person", "contact persons", "contact details"]),
    (Piece::Partners, &[
        "works with", "work with", "working with", "works together with", "work together with", "partners of", "partners",
        "works most with", "work most with", "works the most with", "works most often with", "works most closely with", "works closest with",
        "cooperates with", "cooperate with",
    ]),
    (Piece::Done, &["have we done", "we have done", "done", "completed", "finished", "are done", "were done", "is done", "already done", "status done"]),
    (Piece::Finish, &["finish", "finishes", "we complete", "it complete", "they complete", "to complete", "get done", "accomplish", "accomplished"]),
    (Piece::Ours, &["our office", "our unit", "my office", "our own", "my own", "my tasks", "my assignments", "my work", "own tasks", "own assignments", "own work", "our", "ours", "do we", "we have to do", "do i have to do", "i have to do", "am i responsible for", "i am responsible for", "do i lead"]),
    (Piece::Figure, &["how much", "how far", "how far along", "how high", "what share", "to what extent", "on track"]),
    (Piece::Joint, &["together", "jointly", "shared by", "joint", "both"]),
    (Piece::Most, &["the most", "most"]),
    (Piece::Newest, &["newest", "latest", "most recent"]),
    (Piece::Leads, &["lead", "leads", "led", "leading"]),
    (Piece::Supports, &[
        "support", "supports", "supported", "supporting", "takes part", "take part", "participates", "participate",
        "helps", "assists", "assist",
    ]),
    (Piece::Target, &[
        "target", "targets", "result", "results", "to be reached", "be reached", "to be achieved", "be achieved",
        "to be met", "be met", "to reach",
    ]),
    (Piece::Where, &["where can i read", "where to read", "where is", "where can i find", "link to"]),
    (Piece::Who, &["who"]),
    (Piece::List, &["list"]),
    (Piece::Asks, &["which", "what", "show", "all", "anything", "everything"]),
];

#[rustfmt::skip]
pub(super) const CHINESE: &[(Piece, &[&str])] = &[
    (Piece::NoLead, &[
        "没有牵头单位", "没有牵头部门", "没有明确牵头", "没有牵头", "无牵头单位", "无牵头", "没人牵头",
        "无人牵头", "没有负责单位", "没有负责部门", "无人负责", "没人负责", "没人管", "缺少牵头单位",
        "缺牵头单位", "未明确牵头单位",
    ]),
    (Piece::NoSupport, &[
        "没有配合单位", "没有配合部门", "没有配合", "无配合单位", "无配合", "没有参与单位", "缺少配合单位", "没人配合", "无人配合",
    ]),
    (Piece::SeveralLeads, &[
        "由多个部门牵头", "多个部门牵头", "由多个单位牵头", "多个单位牵头", "由多家单位牵头", "多家单位牵头", "由多部门牵头", "多部门牵头", "多家牵头",
        "多个牵头单位", "多个牵头部门", "几个部门牵头", "不止一个牵头单位", "不止一个部门牵头",
    ]),
    (Piece::LeadsNothing, &["没有牵头任何", "不牵头任何", "未牵头任何", "没牵头任何", "什么都不牵头", "什么也不牵头", "没有牵头什么"]),
    (Piece::Under, &["下面的", "以下的", "之下的", "下的", "下面有", "下有", "下属", "包含", "包括", "属于"]),
    (Piece::Count, &["多少个", "多少项", "多少条", "多少份", "多少家", "几个", "几项", "几家", "几份", "有多少", "总数"]),
    (Piece::Due, &["要办", "该办", "截止", "截止日期", "截止时间", "完成时间", "完成日期", "期限", "完成时限", "完成期限", "时限", "要完成", "应完成", "该完成", "需要完成", "应该完成", "到期", "临近到期", "快到期", "即将到期"]),
    (Piece::Time(Time::LastYear), &["去年"]),
    (Piece::Time(Time::ThisYear), &["今年", "本年", "本年度", "今年内"]),
    (Piece::Time(Time::NextYear), &["明年"]),
    (Piece::Time(Time::Today), &["今天", "今日", "当天"]),
    (Piece::Time(Time::LastMonth), &["上个月", "上月"]),
    (Piece::Time(Time::ThisMonth), &["本月", "这个月", "本月底", "这个月底", "月底", "月底前"]),
    (Piece::Time(Time::NextMonth), &["下个月", "下月", "下月底", "下个月底"]),
    (Piece::Time(Time::ThisWeek), &["本周", "这周", "本星期", "这个星期"]),
    (Piece::Time(Time::NextWeek), &["下周", "下星期", "下个星期"]),
    (Piece::Time(Time::ThisQuarter), &["本季度", "这个季度", "本季", "当季"]),
    (Piece::Time(Time::NextQuarter), &["下季度", "下个季度", "下一季度"]),
    (Piece::Time(Time::Quarter(1)), &["一季度", "第一季度", "首季"]),
    (Piece::Time(Time::Quarter(2)), &["二季度", "第二季度"]),
    (Piece::Time(Time::Quarter(3)), &["三季度", "第三季度"]),
    (Piece::Time(Time::Quarter(4)), &["四季度", "第四季度"]),
    (Piece::YearEnd, &["年底", "年底前", "年末", "今年底", "今年年底"]),
    (Piece::When, &["什么时候", "什么时间", "何时", "哪一年", "哪年", "几时", "多久", "到什么时候"]),
    (Piece::Issued, &["编制的", "编写的", "发了", "发布", "印发", "出台", "发过", "发的", "发布了", "印发了", "出台了"]),
    (Piece::Inferred, &["只是推定", "仅为推定", "推定的", "推定", "推断", "猜的", "推测的", "推测", "没有文件依据", "无文件依据", "没有依据", "无依据"]),
    (Piece::Unconfirmed, &["未证实", "未确认", "没有证实", "没有确认", "待核实", "未核实", "不确定", "存疑"]),
    (Piece::Partly, &["部分核实", "部分证实", "部分确认"]),
    (Piece::Late, &["逾期", "已逾期", "逾期未完成", "逾期未办结", "逾期未办", "超期未完成", "超期未办结", "过期未完成", "滞后", "延期", "延误", "超期", "拖延", "进度落后", "已经过期", "已过期", "过期", "已经到期", "已到期", "到期了", "都到期了", "到期未办", "到期未完成"]),
    (Piece::Missed, &[
        "没有达到", "没达到", "未达到", "没有完成", "没完成", "未完成", "没有实现", "没实现", "未实现",
        "未达标", "没达标", "没有达标", "未能达到", "没能达到", "不能达到", "无法达到", "未能达成", "没能达成", "差多少", "差了多少", "差距",
    ]),
    (Piece::Early, &["提前完成", "提前达到", "提前实现", "提前达标"]),
    (Piece::Reached, &[
        "已经达到", "已达到", "达到了", "完成了", "已经实现", "已实现", "实现了", "已达标", "达标",
    ]),
    (Piece::Whether, &["完成情况", "完成得怎么样", "完成得如何", "完成如何", "完成怎么样", "达标情况", "实现情况"]),
    (Piece::Partners, &["合作最多", "和谁合作最多", "与谁合作最多", "和谁合作", "与谁合作", "跟谁合作", "同谁合作", "合作单位", "协作单位", "合作部门"]),
    (Piece::Finish, &["完成", "实现"]),
    (Piece::Unfinished, &["还没办", "没办的", "未办的", "未办结", "没办结", "没有办结", "未办完", "没办完", "待办", "没做完", "没有做完", "未做完", "还没做完", "还没完成", "尚未完成", "还没办完", "尚未办结"]),
    (Piece::Open, &["进行中", "正在进行", "正在办理", "办理中", "正在实施", "实施中", "正在落实", "落实中", "推进中", "正在推进", "在办", "在推进"]),
    (Piece::NotBegun, &[
        "未启动", "尚未启动", "没有启动", "没启动", "还没启动", "未开始", "尚未开始", "没开始", "没有开始", "还没开始", "还没有开始",
    ]),
    (Piece::Dropped, &["已取消", "取消", "取消了", "终止", "已终止", "中止", "已中止"]),
    (Piece::NoDate, &[
        "没有完成时限", "无完成时限", "没有时限", "无时限", "没有期限", "无期限", "没有截止日期", "没有截止时间", "没有完成期限",
        "没有到期日", "未定时限", "缺完成时限", "没定时限",
    ]),
    (Piece::Contact, &["联系人", "联络人", "联系方式", "联系电话"]),
    (Piece::Ours, &["自己的工作", "自己的任务", "本处室", "我们处室", "我的", "我负责", "我的任务", "我的工作", "我的事项", "我们单位", "本单位", "我单位", "我们处", "我处", "我们"]),
    (Piece::Done, &["已经完成", "已完成", "已办结", "办结", "已办完", "办完了", "做完", "做完了"]),
    (Piece::Figure, &["多少", "多大", "多高", "多快", "几成", "哪一步", "什么程度"]),
    (Piece::NoResult, &[
        "没有结果", "无结果", "没有数据", "无数据", "缺数据", "没数据", "结果不明", "没有查到结果", "没查到结果", "未查到结果", "查不到结果", "未见结果", "结果未查到",
    ]),
    (Piece::Joint, &["共同", "一起", "联合", "会同", "合作负责"]),
    (Piece::Most, &["最多"]),
    (Piece::Newest, &["最新", "最近发布", "最新发布"]),
    (Piece::Where, &["在哪里看", "在哪看", "在哪里", "哪里能看", "哪里可以看", "哪里有"]),
    (Piece::Role, &["角色", "什么角色", "是牵头还是配合", "牵头还是配合", "还是配合"]),
    (Piece::Leads, &["牵头", "主导"]),
    (Piece::Supports, &["配合", "参与", "支持"]),
    (Piece::Target, &["目标", "结果", "要达到", "达到"]),
    (Piece::Who, &["谁"]),
    (Piece::Asks, &["哪些", "什么", "哪个", "哪几个", "哪几项", "列出", "所有", "有没有"]),
    (Piece::List, &["清单", "名单"]),
];

/// Words for any piece of work, where it has a date, a state or a desk; one kind of a plan may be called so.
pub(super) const ANY_WORK: &[&str] = &["任务", "task", "tasks"];

/// Words that turn a question round, where they are part of no phrase above.
#[rustfmt::skip]
pub(super) const NEGATIONS: &[&str] = &[
    "not", "never", "isnt", "arent", "wasnt", "werent", "dont", "doesnt", "didnt", "havent", "hasnt",
    "不", "不是", "不由", "不归", "并非", "未能", "没能", "不能", "无法", "难以", "没", "没有", "未", "尚未",
];

/// Words that take out what is named behind them.
pub(super) const EXCEPTIONS: &[&str] = &[
    "other than",
    "except for",
    "except",
    "apart from",
    "excluding",
    "除了",
    "除",
];

/// Words of Chinese questions that say nothing else.
#[rustfmt::skip]
pub(super) const FILLERS: &[&str] = &[
    "请问", "不是", "不由", "不归", "并非", "未能", "没能", "不能", "无法", "难以", "按时", "按期", "如期", "除了", "以外", "之外", "除外", "整个", "接下来", "下一步", "下一个", "最近", "近期", "负责", "管理", "部门", "单位", "部委", "机构", "的", "有", "是", "在", "由", "和", "与",
    "都", "要", "被", "了", "吗", "呢", "到", "年", "里", "还", "我", "想", "按时限", "按期限", "按时间", "知道", "内", "前", "数量", "个", "情况",
    "没有", "有没有", "是不是", "会不会", "能不能", "是否", "能否", "工作", "事项", "事情", "全部", "主要", "一共", "分别", "具体", "条目", "分工",
];

/// The last word of aliases that name bodies, and not what these look after.
#[rustfmt::skip]
pub(super) const OF_BODIES: &[&str] = &[
    "ministry", "commission", "bureau", "administration", "agency", "office", "department", "regulator", "authority",
    "government", "council", "committee", "bank", "court", "academy", "body",
];

/// Endings of smaller bodies' names in Chinese.
pub(super) const OFFICE_ENDS: &[&str] = &["室", "处", "科", "司", "中心", "集团", "公司", "协会"];

/// What bodies are.
#[rustfmt::skip]
pub(super) const OFFICES: &[&str] = &[
    "ministry", "ministries", "body", "bodies", "agency", "agencies", "department", "departments", "office",
    "organisation", "organization", "organisations", "organizations",
];

/// The same in Chinese.
pub(super) const BODIES_ZH: &[&str] = &["部门", "单位", "部委", "机构"];

/// What the plan is called in a question about itself.
pub(super) const PLAN: &[&str] = &["plan", "plans", "规划", "本规划", "这个规划", "该规划"];
/// What is said of all of it.
pub(super) const WHOLE: &[&str] = &[
    "whole", "entire", "overall", "整个", "整体", "全", "总体", "这个", "本",
];
/// What is done by those who lead all of it.
#[rustfmt::skip]
pub(super) const COORDINATES: &[&str] = &[
    "coordinate", "coordinates", "coordinated", "coordinating", "oversee", "oversees", "supervise", "supervises", "manage",
    "manages", "run", "runs", "steer", "steers", "head", "heads", "own", "owns", "handle", "handles", "charge",
    "统筹", "协调", "总体协调", "总负责", "主管", "组织实施", "实施", "推进",
];
/// What is said of the end of something beside a word that asks when.
#[rustfmt::skip]
pub(super) const ENDS: &[&str] = &[
    "end", "ends", "ending", "finish", "finishes", "expire", "expires", "结束", "为止", "完工", "做完",
];
/// What is said of its time.
#[rustfmt::skip]
pub(super) const SPANS: &[&str] = &[
    "end", "ends", "ended", "start", "starts", "started", "begin", "begins", "run", "runs", "finish", "finishes", "expire",
    "expires", "over", "period", "last", "announced", "adopted", "valid", "five", "year", "national",
    "结束", "截止", "开始", "启动", "实施", "公布", "有效", "到", "执行", "期限", "为止",
];

/// Words between the beginning of a question and the name of an own unit or of a person there, which ask
/// about that one: `what does HR do`. A topic has others: `who is responsible for HR`.
#[rustfmt::skip]
pub(super) const BEFORE_DESK: &[&str] = &[
    "unit", "section", "office", "department", "team", "the", "our", "assigned", "to", "what", "whats", "which", "who", "whos", "is", "are",
    "do", "does", "did", "has", "in", "of", "by", "work", "tasks", "task", "assignments", "everything", "all",
    "责任处室", "处室", "科室", "请问", "哪些", "什么", "由", "归", "是", "谁是", "谁在", "我们", "本单位", "我单位", "的", "任务", "工作", "事项",
];
/// The same behind the name.
#[rustfmt::skip]
pub(super) const AFTER_DESK: &[&str] = &[
    "unit", "units", "section", "office", "department", "team", "division", "desk", "s", "do", "does", "doing", "done", "have",
    "has", "handle", "handles", "handling", "responsible", "for", "in", "charge", "of", "work", "works", "working", "on", "tasks", "task",
    "assignments", "now", "is",
    "处", "处室", "科", "科室", "室", "组", "部门", "单位", "的", "负责", "负责的", "牵头", "管", "做", "干", "办", "什么", "哪些", "是谁", "有谁",
    "是", "有", "要", "都", "在", "了", "吗", "呢", "任务", "工作", "事项", "分工", "情况", "啥",
];

/// English words of questions about a set that say nothing else.
#[rustfmt::skip]
pub(super) const OTHERS: &[&str] = &[
    "responsible", "responsibility", "charge", "entries", "items", "has", "work", "works", "assignment", "assignments", "mainly", "chiefly", "primarily", "involved", "mention", "mentions", "mentioning",
];
