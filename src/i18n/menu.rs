//! The menu of commands, the examples of the help, the trail, and where a session goes on.

use super::strings;
use crate::model::Lang;

strings! {
    pub Menu menu

    commands_title: "Commands" / "命令",
    /// Heads the examples of the help.
    ask: "Ask: choose an example, Enter searches for it" / "查询示例：选中后按 Enter 即可查询",
    /// Before the place whose keys follow.
    keys_here: "Keys here: " / "当前可用按键：",
    /// Heads the commands of the menu among the keys.
    all_commands: "Commands" / "命令",
    /// Examples, each explained at the same place below.
    examples[13]: [
        "who is responsible for 5g",
        "what does miit lead",
        "which targets were missed",
        "@miit #project",
        "lead:miit kind:project",
        "org:cac basis:documented",
        "lead:inferred",
        "by:2025",
        "result:reached",
        "is:unconfirmed",
        "'data !security",
        "shuzi xiangcun",
        "status:late unit:it due:2025",
    ] / [
        "谁负责5G",
        "工信部牵头哪些工程",
        "哪些指标没有达到",
        "@工信部 #重点工程",
        "牵头:工信部 类别:重点工程",
        "机构:网信办 依据:有文件",
        "牵头:推定",
        "期限:2025",
        "完成情况:达到",
        "情况:待核实",
        "'数据 !安全",
        "szxc",
        "进展:逾期 责任处室:信息 到期:2025",
    ],
    explained[13]: [
        "an item, and who is responsible for it",
        "everything an organisation leads",
        "a question on several items becomes a filter",
        "an organisation and a kind, for short",
        "the same, only what it leads",
        "any role, documented only",
        "the lead is only inferred; lead:none: no lead",
        "has a target for that year",
        "indicators; missed and none work too",
        "not all of it is confirmed",
        "exactly this word, and not that one",
        "pinyin and initials find Chinese names",
        "your office's assignments; is:late too",
    ] / [
        "查询条目及其责任单位",
        "查询一个机构牵头的全部条目",
        "按条件提问，自动转为筛选",
        "机构和类别的简写",
        "只看其牵头的工程",
        "不限角色，仅限有文件依据",
        "牵头单位仅为推定；“牵头:无”为没有牵头单位",
        "有该年目标的条目",
        "指标结果；也可用“未达到”“无”",
        "尚未全部核实",
        "必须含该词，且不含另一词",
        "用全拼或首字母查询中文名称",
        "本单位数据；情况：逾期 列出全部逾期项",
    ],
    /// Heads what the signs of lists, matrix and bars mean.
    signs_title: "Signs" / "符号",
    /// Those that follow the signs of the roles, full and hollow.
    signs[4]: ["4/6", "*", "~ ?", "██┃"] / ["4/6", "*", "~ ?", "██┃"],
    signs_explained[6]: [
        "leads, supports, issued, role not stated",
        "leads, supports: only inferred",
        "how many it leads / supports",
        "lead only inferred",
        "partly confirmed, unconfirmed",
        "latest value, and the target",
    ] / [
        "牵头、配合、印发、未注明角色",
        "牵头、配合，仅为推定",
        "牵头、配合的项数",
        "牵头单位仅为推定",
        "部分核实、待核实",
        "最新值和目标值",
    ],
    /// The session begins where the last one was left.
    continued: "Continued from last time. {overview}: the overview, from the top."
        / "已回到上次的位置。按 {overview} 打开概览。",
    /// Between the steps of a trail.
    then: " › " / " › ",
}
