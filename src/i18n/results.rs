//! Whether targets were reached, how sure leads are, what is missing, and the pages that say so.

use super::strings;
use crate::model::{Gap, Lang, LeadState, Outcome, Tally, Verdict};

strings! {
    pub Results results

    /// The label of a verdict.
    label: "Result" / "完成情况",
    verdict(outcome: Outcome, year: u16): match outcome {
        Outcome::Reached => "reached ({year})" / "已达到（{year}年）",
        Outcome::Early => "reached early, by {year}" / "提前达到（{year}年已达到）",
        Outcome::Near => "reached by a similar measure ({year})" / "相近口径已达到（{year}年）",
        Outcome::Missed => "not reached ({year})" / "未达到（{year}年）",
        Outcome::None => "no result found" / "未查到结果",
    },
    /// The same for a row of a table.
    verdict_short(outcome: Outcome, year: u16): match outcome {
        Outcome::Reached => "reached {year}" / "{year}年已达到",
        Outcome::Early => "reached early, by {year}" / "{year}年提前达到",
        Outcome::Near => "by similar measure {year}" / "{year}年按相近口径达到",
        Outcome::Missed => "not reached {year}" / "{year}年未达到",
        Outcome::None => "no result found" / "未查到结果",
    },
    /// The same in a word; empty where a word would say too much.
    outcome(outcome: Outcome): match outcome {
        Outcome::Reached | Outcome::Early => "reached" / "已达到",
        Outcome::Near => "" / "",
        Outcome::Missed => "not reached" / "未达到",
        Outcome::None => "no result" / "未查到结果",
    },
    near(count: usize): match count {
        1 => " (1 by a similar measure)" / "（含1项相近口径）",
        _ => " ({count} by similar measures)" / "（含{count}项相近口径）",
    },
    reached(count: usize): "{count} reached" / "{count}项已达到",
    missed(count: usize): "{count} not reached" / "{count}项未达到",
    none(count: usize): "{count} with no result found" / "{count}项未查到结果",
    /// The figures of a kind of several years; what holds of them all stands after it.
    figures(from: &str, to: &str, kind: &str): "{from}–{to} {kind} figures" / "{from}—{to}年{kind}",
    /// What the strips mean.
    legend: "bar: latest value (░ baseline: no later figure); ┃ target" / "条形：最新值（░ 基期值，无后续数据）；┃ 目标值",
    columns[4]: ["baseline", "target", "latest", "result"] / ["基期值", "目标值", "最新值", "完成情况"],
    no_measures: "This plan has no indicators." / "本规划没有指标。",
    /// Of the targets that have no verdict.
    in_words: "Targets without a figure are not rated as reached or not reached." / "文字表述的目标没有可比数值，不判定是否达到。",
    targets(count: usize, items: usize): {
        let noun = if count == 1 { "target" } else { "targets" };
        let of = if items == 1 { "item" } else { "items" };
        format!("({count} {noun}, {items} {of})")
    } / "（{count}项目标，{items}个条目）",

    /// A result beside its target.
    of_target(actual: &str, target: &str, short: bool): match short {
        true => "{actual} of {target}" / "{actual}，目标{target}",
        false => "{actual}, target {target}" / "{actual}，目标{target}",
    },

    target(figure: &str): "target {figure}" / "目标{figure}",
    /// Among what an organisation answers for.
    plan_itself: "the plan itself" / "规划本身",
    short_by(by: &str): "{by} short" / "差{by}",
    /// A difference of two shares.
    points(by: &str): match by {
        "1" => "1 percentage point" / "1个百分点",
        _ => "{by} percentage points" / "{by}个百分点",
    },

    // Overview.
    about: "Who is responsible for what in this plan." / "本规划各项工作由谁负责。",
    about_measured: "Who is responsible for what in this plan, and were the targets reached?" / "本规划各项工作由谁负责，目标是否达到。",
    ask: "Ask" / "提问示例",
    ask_who(label: &str): "who is responsible for {label}" / "谁负责{label}",
    ask_missed: "which targets were missed" / "哪些目标未达到",
    ask_inferred: "which leads are only inferred" / "哪些牵头单位仅为推定",
    leads_most: "Most leads" / "牵头最多",
    targets_label: "Targets" / "目标",
    indicators_label: "Indicators" / "指标",
    leads_known: "Leads" / "牵头单位",
    lead_state(state: LeadState): match state {
        LeadState::Assigned => "assigned by our office" / "本单位分工",
        LeadState::Documented => "documented" / "有文件依据",
        LeadState::Inferred => "only inferred" / "仅为推定",
        LeadState::Inherited => "from items below" / "据下级条目",
        LeadState::None => "not found" / "未查到",
    },
    lead_count(count: usize, state: &str): "{count} {state}" / "{count}项{state}",
    year(year: u16): "{year}" / "{year}年",
    // A list that is copied.
    list_heading(of: &str, count: &str, plan: &str, basis: &str): "{of} – {count}, {plan}{basis}"
        / "{of}：{count}，{plan}{basis}",
    entries(count: usize): match count {
        1 => "1 entry" / "1条",
        _ => "{count} entries" / "{count}条",
    },
    only_documented: " (documented only)" / "（仅限有文件依据）",
    only_assigned: " (assigned by our office only)" / "（仅限本单位分工）",
    due: "Due" / "完成时限",
    more_late(count: usize): "{count} more late" / "另有{count}项逾期",
    /// The files that are laid over the plan.
    our_data: "Our data" / "本单位数据",
    assignments(count: usize): match count {
        0 => "" / "",
        1 => "1 item assigned" / "1个条目有分工",
        _ => "{count} items assigned" / "{count}个条目有分工",
    },
    after: "Since then" / "后续文件",

    // Gaps.
    gaps: "Gaps: what is missing" / "缺项",
    no_gaps: "Nothing is missing." / "没有缺项。",
    gap(gap: Gap): match gap {
        Gap::Lead => "no lead" / "无牵头单位",
        Gap::Evidence => "lead only inferred" / "牵头单位仅为推定",
        Gap::Target => "no target" / "无目标",
        Gap::Result => "no result found" / "未查到结果",
        Gap::Source => "unconfirmed: no reliable source" / "待核实：缺可靠来源",
    },

    // What a page folds to one line; empty where there is none.
    other_names(count: usize): match count {
        0 => "" / "",
        1 => "1 other name" / "1个别名",
        _ => "{count} other names" / "{count}个别名",
    },
    sources(count: usize): match count {
        0 => "" / "",
        1 => "1 source" / "1个来源",
        _ => "{count} sources" / "{count}个来源",
    },
    notes(count: usize): match count {
        0 => "" / "",
        1 => "1 note" / "1条说明",
        _ => "{count} notes" / "{count}条说明",
    },
    press(count: usize): match count {
        0 => "" / "",
        _ => "press wording" / "媒体用语",
    },

    // How sure, at a glance.
    inferred_mark: "* inferred" / "* 推定",
    inferred: "inferred" / "推定",
    /// Of those that answer no more.
    ended: "ended" / "已结束",

    // Comparing and working together.
    works_with: "Works with" / "协作单位",
    compare_with(sign: &str, is_body: bool): match is_body {
        true => "Marked {sign}. Type the other organisation and press {{open}}, or open it and press {{compare}}" / "已标记 {sign}。输入另一机构后按 {{open}} 即可比较，或打开后按 {{compare}}",
        false => "Marked {sign}. Type the other item and press {{open}}, or open it and press {{compare}}" / "已标记 {sign}。输入另一条目后按 {{open}} 即可比较，或打开后按 {{compare}}",
    },
    compare_kinds: "To compare two items or two organisations, type both: compare miit moe" / "比较两个条目或两个机构：请输入两者，如“比较 工信部 教育部”",
    unmarked: "No longer marked." / "已取消标记。",
    shared: "= both" / "= 两者均有",

    // Columns of the evidence table.
    organisation: "Organisation" / "机构",
    date: "Date" / "日期",
    sure: "Confirmation" / "核实情况",
    same: "same" / "同上",
    confirmed: "confirmed" / "已核实",
}

impl Results {
    /// A verdict in words.
    #[must_use]
    pub fn of(&self, verdict: Verdict) -> String {
        self.verdict(verdict.outcome, verdict.year.unwrap_or_default())
    }

    /// A verdict in a few words.
    #[must_use]
    pub fn short_of(&self, verdict: Verdict) -> String {
        self.verdict_short(verdict.outcome, verdict.year.unwrap_or_default())
    }

    /// How many targets were reached.
    #[must_use]
    pub fn reached_of(&self, tally: Tally) -> String {
        let near = (tally.near > 0).then(|| self.near(tally.near));
        self.reached(tally.reached) + &near.unwrap_or_default()
    }
}
