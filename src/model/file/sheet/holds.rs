//! What the keys of a data file hold, how that stands in a cell, and the words that people write there.

use super::cells::folded;
use crate::model::Lang;

/// What a key holds, and how it stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::model::file) enum Holds {
    /// A text in both languages: two columns, or one in either.
    Text,
    /// A string.
    Line,
    /// Strings, one in each line.
    Lines,
    /// An id of this sort, or a name of what has it.
    One(Of),
    /// Several of them.
    Many(Of),
    /// A date.
    Date,
    /// A whole number.
    Whole,
    /// A number.
    Figure,
    /// Yes or no.
    Flag,
    /// One of these words.
    Word(&'static [SheetWord]),
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::model::file) enum Of {
    Item,
    Body,
    Document,
    Kind,
    /// A document's id or an address: whatever stands there.
    Source,
    /// Any node.
    Node,
}

/// A word of a data file, and what people write for it.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::model::file) struct SheetWord {
    /// As the data file has it.
    pub(in crate::model::file) key: &'static str,
    /// In English; the first is the one that is written. Of a status the first two say no more than it does.
    pub(in crate::model::file) en: &'static [&'static str],
    /// In Chinese; the first is the one that is written.
    pub(in crate::model::file) zh: &'static [&'static str],
}

impl SheetWord {
    pub(in crate::model::file) fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en[0],
            Lang::Zh => self.zh[0],
        }
    }
}

/// Statuses, by the words that say the same.
#[rustfmt::skip]
pub(in crate::model::file) const STATUS: &[SheetWord] = &[
    SheetWord { key: "open", en: &["open", "in progress", "ongoing", "started", "active", "under way", "underway", "in hand", "being done"], zh: &["进行中", "推进中", "已启动", "正在推进", "正在进行", "在办", "办理中", "正在办理", "实施中", "正在实施", "落实中", "正在落实"] },
    SheetWord { key: "done", en: &["done", "completed", "complete", "finished", "closed", "achieved", "yes", "y", "true"], zh: &["已完成", "完成", "办结", "已办结", "完结", "是", "已落实"] },
    SheetWord { key: "late", en: &["late", "overdue"], zh: &["逾期", "已逾期", "超期", "已超期", "未按期完成", "逾期未完成", "超期未完成"] },
    SheetWord { key: "dropped", en: &["dropped", "cancelled", "canceled", "abandoned"], zh: &["已取消", "取消", "终止", "已终止"] },
];

/// Words that mean a status and say more than it does: they are kept as the note.
#[rustfmt::skip]
pub(in crate::model::file) const STATUS_AND_MORE: &[SheetWord] = &[
    SheetWord { key: "open", en: &["not completed", "not complete", "not done", "incomplete", "unfinished", "on track", "new", "at risk", "caution", "extended", "postponed", "deferred", "partly done", "partially complete"], zh: &["未完成", "尚未完成", "未办结", "部分完成", "基本完成", "持续推进", "长期推进", "按计划推进", "有序推进", "待办", "新建", "延期", "已延期", "推迟", "顺延"] },
    SheetWord { key: "late", en: &["delayed", "behind", "behind schedule", "behind plan"], zh: &["滞后", "进度滞后", "进展滞后", "延误", "进展缓慢"] },
    SheetWord { key: "dropped", en: &["suspended"], zh: &["中止"] },
    NOT_BEGUN,
    PLANNED,
    SheetWord { key: NO_STATUS, en: &["on hold", "paused"], zh: &["暂缓", "暂停"] },
];

/// The key of words for which there is no status: what is not begun is neither open nor late.
pub(super) const NO_STATUS: &str = "";

/// Words that say no more than that it is not begun; the first is the one that is written.
#[rustfmt::skip]
const NOT_BEGUN: SheetWord = SheetWord {
    key: NO_STATUS,
    en: &["not started", "not yet started", "yet to start", "not begun", "not yet begun", "yet to begin", "unstarted"],
    zh: &["未启动", "未开始", "未开展", "未实施", "尚未启动", "尚未开始", "尚未开展", "尚未实施", "没有启动", "没有开始", "还没启动", "还没开始"],
};

/// Words of what is not begun that say more than this.
#[rustfmt::skip]
const PLANNED: SheetWord = SheetWord {
    key: NO_STATUS,
    en: &["planned", "planning", "to do", "todo", "pending", "ready", "ready to start", "scheduled", "proposed", "draft", "tbd", "tbc", "to be determined", "to be confirmed"],
    zh: &["待启动", "待开始", "待开展", "待实施", "拟启动", "拟开展", "计划中", "规划中", "筹备中", "准备中", "待定"],
};

/// What ends the word for a status where more is written: `in progress, waiting for the budget`.
pub(super) const BREAKS: [char; 14] = [
    ',', '，', ';', '；', ':', '：', '(', '（', '.', '。', '–', '—', '\n', '、',
];

/// What divides the parts of a note.
const BETWEEN_NOTES: [char; 2] = [';', '；'];

/// Returns true if a part of a note, as it was kept of a sheet, says that something is not begun.
#[must_use]
pub fn says_not_begun(note: &str) -> bool {
    let mut parts = note.split(BETWEEN_NOTES);
    parts.any(|part| after_not_begun(part).is_some() || is_named(&PLANNED, part))
}

/// Returns a note without what says no more than that something is not begun.
#[must_use]
pub fn beside_not_begun(note: &str) -> String {
    let mut rest = String::new();
    for part in note.split_inclusive(BETWEEN_NOTES) {
        let text = part.trim_end_matches(BETWEEN_NOTES);
        match after_not_begun(text) {
            Some("") => {}
            Some(more) => rest.extend([more, &part[text.len()..]]),
            None => rest.push_str(part),
        }
    }
    rest.trim().trim_end_matches(BETWEEN_NOTES).to_owned()
}

/// What a part of a note that begins with the word for what is not begun says beside it: 未启动（等经费）.
fn after_not_begun(part: &str) -> Option<&str> {
    let (word, more) = part.split_at(part.find(BREAKS).unwrap_or(part.len()));
    let is_between = |c: char| c.is_whitespace() || BREAKS.contains(&c);
    let is_in_brackets = more.starts_with(['(', '（']);
    let more = more.trim_matches(char::is_whitespace);
    let end = [')', '）'].iter().find_map(|end| more.strip_suffix(*end));
    let more = end.filter(|_| is_in_brackets).unwrap_or(more);
    is_named(&NOT_BEGUN, word).then(|| more.trim_start_matches(is_between))
}

fn is_named(word: &SheetWord, text: &str) -> bool {
    let text = folded(text);
    let mut names = word.en.iter().chain(word.zh);
    names.any(|name| folded(name) == text)
}

/// What is not begun, in English and in Chinese, as it is written into a sheet.
pub const NOT_BEGUN_NAMES: [&str; 2] = [NOT_BEGUN.en[0], NOT_BEGUN.zh[0]];

/// The names of the statuses.
#[must_use]
pub fn statuses(lang: Lang) -> Vec<&'static str> {
    STATUS.iter().map(|word| word.name(lang)).collect()
}

/// The name of the status that a word means, in English and in Chinese.
pub(super) fn status_names(key: &str, word: &str) -> [&'static str; 2] {
    if key == NO_STATUS && says_not_begun(word) {
        return NOT_BEGUN_NAMES;
    }
    let word = STATUS.iter().find(|word| word.key == key);
    word.map_or([""; 2], |word| [word.en[0], word.zh[0]])
}

/// Roles.
#[rustfmt::skip]
pub(in crate::model::file) const ROLE: &[SheetWord] = &[
    SheetWord { key: "lead", en: &["lead", "leads", "responsible"], zh: &["牵头", "牵头单位", "负责", "主责", "主办"] },
    SheetWord { key: "support", en: &["support", "supports", "participant"], zh: &["配合", "配合单位", "参与", "协办", "参与单位"] },
    SheetWord { key: "issuer", en: &["issuer", "issued"], zh: &["印发", "发布"] },
];

#[rustfmt::skip]
pub(in crate::model::file) const BASIS: &[SheetWord] = &[
    SheetWord { key: "plan", en: &["plan"], zh: &["规划"] },
    SheetWord { key: "press", en: &["press"], zh: &["报道"] },
    SheetWord { key: "companion", en: &["companion"], zh: &["配套文件"] },
    SheetWord { key: "mandate", en: &["mandate", "inferred"], zh: &["推定", "职责"] },
    SheetWord { key: "assigned", en: &["assigned"], zh: &["本单位分工", "本单位安排"] },
];

#[rustfmt::skip]
pub(in crate::model::file) const CONFIDENCE: &[SheetWord] = &[
    SheetWord { key: "high", en: &["high", "confirmed"], zh: &["已核实", "高"] },
    SheetWord { key: "medium", en: &["medium", "partly confirmed"], zh: &["部分核实", "中"] },
    SheetWord { key: "low", en: &["low", "unconfirmed"], zh: &["待核实", "低"] },
];

#[rustfmt::skip]
pub(in crate::model::file) const FIGURE: &[SheetWord] = &[
    SheetWord { key: "baseline", en: &["baseline"], zh: &["基期值", "基数"] },
    SheetWord { key: "target", en: &["target"], zh: &["目标值", "目标"] },
    SheetWord { key: "actual", en: &["actual"], zh: &["实际完成值", "实际值", "实际"] },
];

/// Yes and no.
#[rustfmt::skip]
pub(in crate::model::file) const FLAG: &[SheetWord] = &[
    SheetWord { key: "true", en: &["yes", "true", "y", "1"], zh: &["是"] },
    SheetWord { key: "false", en: &["no", "false", "n", "0"], zh: &["否"] },
];
