//! The words that ask for a command: `how do I change the language`, 怎么退出.

use super::bindings::Binding;
use crate::model::Lang;
use crate::query::question::is_pinyin_of;

/// How a text asks for a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is called so.
    ByName,
    /// By a word that may as well be looked for.
    ByWord,
}

/// Words around a command that say nothing: how do I …, please, 怎么…. Those with a blank stand before.
#[rustfmt::skip]
const POLITE: &[&str] = &[
    "how do i ", "how do you ", "how can i ", "how to ", "can i ", "can you ", "could you ", "i want to ",
    "i want ", "let me ", "please ", "where is ", "where are ", "show me ", "show ", "see ", "view ",
    "open ", "go to ", "take me to ", "the ", "a ", "an ", "my ",
    "请问", "请", "怎么样", "怎么", "怎样", "如何", "我想", "我要", "想要", "打开", "查看", "显示", "看看", "看", "可以", "能",
];
/// The same at the end.
#[rustfmt::skip]
const POLITE_ENDS: &[&str] = &[
    "?", "？", "!", "！", ".", "。", "please", "now", "in here", "here", "吗", "呢", "在哪里", "在哪", "在哪儿", "一下", "吧",
];

/// A longer text asks for no command.
const LONGEST: usize = 60;

/// What stands in the prompt, as it may ask for a command.
pub(super) struct PromptText {
    whole: String,
    /// Without [`POLITE`] words.
    bare: String,
}

impl PromptText {
    /// Reads a text in lower case; none where it is too long for a command.
    pub(super) fn of(typed: &str) -> Option<PromptText> {
        (typed.len() <= LONGEST).then(|| PromptText {
            whole: joined(typed).collect(),
            bare: bare(typed),
        })
    }

    /// It is the whole of a Chinese text of a list in pinyin: `tuichu`.
    fn is_pinyin_of(&self, names: &str, other: &str) -> bool {
        texts(names, other).any(|name| is_pinyin_of(&self.whole, name))
    }
}

/// What asks for a file or for paper, which the screen does not make.
#[rustfmt::skip]
const TO_FILE: &[&str] = &[
    "export", "print", "save", "save as", "download", "export list", "save list", "print list", "print this", "to excel", "excel",
    "导出", "打印", "保存", "另存为", "下载", "导出列表", "打印列表", "保存列表", "导出表格", "导出excel",
];

/// Returns true if a text asks for a file or for paper.
pub(super) fn asks_for_file(typed: &str) -> bool {
    let said = PromptText::of(&typed.to_lowercase());
    said.is_some_and(|said| {
        TO_FILE
            .iter()
            .any(|text| joined(text).eq(said.bare.chars()))
    })
}

/// The texts of a list of [`PHRASES`] that ask for something in the language that is on; `other` marks those
/// that ask for the other one.
fn texts<'l>(list: &'l str, other: &'l str) -> impl Iterator<Item = &'l str> {
    let all = list.split(", ");
    let all = all.map(move |text| text.strip_prefix(other).unwrap_or(text));
    all.filter(|text| !text.contains('='))
}

/// The characters of a text but blanks and dashes.
fn joined(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-')
}

/// The same without polite words around and articles within.
fn bare(typed: &str) -> String {
    let mut text = typed.trim();
    loop {
        let begun = POLITE.iter().find_map(|word| text.strip_prefix(word));
        let ended = || POLITE_ENDS.iter().find_map(|word| text.strip_suffix(word));
        match begun.or_else(ended).map(str::trim) {
            Some(rest) if !rest.is_empty() => text = rest,
            Some(_) | None => break,
        }
    }
    let words = text.split_whitespace();
    let words = words.filter(|word| !["the", "a", "my"].contains(word));
    words.flat_map(joined).collect()
}

impl Binding {
    /// How what stands in the prompt asks for this command of the menu, whatever blanks and polite words
    /// stand around.
    pub(super) fn asked_by(&self, said: &PromptText, on: Lang) -> Option<Asked> {
        let other = match on {
            Lang::En => "zh=",
            Lang::Zh => "en=",
        };
        // Asked of every command at every key: nothing is put together for it.
        let is_said = |text: &str| {
            !text.is_empty()
                && [&said.whole, &said.bare]
                    .iter()
                    .any(|said| joined(text).eq(said.chars()))
        };
        let has = |list: &str| texts(list, other).any(is_said);
        let phrases = PHRASES.iter().find(|(name, ..)| *name == self.name);
        if phrases.is_none() && self.letter.is_empty() {
            return None;
        }
        let (_, names, words) = phrases.copied().unwrap_or_default();
        match () {
            () if is_said(self.name) || has(names) || said.is_pinyin_of(names, other) => {
                Some(Asked::ByName)
            }
            () if has(words) || said.is_pinyin_of(words, other) => Some(Asked::ByWord),
            () => None,
        }
    }
}

/// By the name of a command: what is typed for it beside that name, without [`POLITE`] words, then words
/// that may as well be looked for. What begins with `en=` or `zh=` asks for that language, and for nothing
/// where it is on.
#[rustfmt::skip]
const PHRASES: &[(&str, &str, &str)] = &[
    ("leave", "close, close this, close page, close this page, 关闭, 关闭本页, 关掉", ""),
    ("back", "go back, previous page, previous, 返回, 后退, 回去, 返回上一页, 上一页", ""),
    ("who", "evidence, all evidence, all sources, where does this come from, where is this from, 这是哪里来的, 依据, 证据, 全部依据, 出处", ""),
    ("matrix", "responsibility matrix, who does what, raci, 矩阵, 矩阵表, 分工表, 谁做什么", "table, 对照表, 总表"),
    ("charts", "indicators, 指标, 指标图, 指标完成情况", "chart, graph, graphs, diagram, diagrams, bars, 图表"),
    ("years", "targets by year, targets per year, all deadlines, 年度目标, 分年度目标", "deadlines, timeline, time line, milestones, schedule, calendar, 时间表, 时间线, 里程碑, 截止时间, 截止日期"),
    ("gaps", "what is missing, what's missing, whats missing, what is missing from plan, what is missing in plan, whats missing from plan, 缺项, 缺口, 缺什么, 缺少什么, 还缺什么", "gap, missing"),
    ("compare", "compare two, side by side, 比较, 对比, 并列, 比较两项", "comparison"),
    ("basis", "change basis, basis filter, 切换依据, 依据筛选", ""),
    ("language", "languages, zh=chinese, en=english, change language, switch language, other language, set language, zh=switch to chinese, en=switch to english, zh=change to chinese, en=change to english, zh=in chinese, en=in english, zh=中文, en=英文, en=英语, zh=汉语, 语言, 切换语言, 更改语言, 改语言, 换语言, 更换语言, en=换成英文, zh=换成中文, en=切换到英文, zh=切换到中文, en=切换成英文, zh=切换成中文, en=切换英文, zh=切换中文, en=改成英文, zh=改成中文, en=英文版, zh=中文版", "translate"),
    ("wide", "full screen, full width, zoom in, 全屏, 全屏显示, 宽屏", "wider, zoom, maximise, maximize, enlarge, 放大"),
    ("cite", "citation, copy citation, copy a citation, 引用, 引文, 复制引用", "quote, reference"),
    ("copy-list", "copy, copy list, copy short list, short list, copy results, copy result, copy all, copy it, copy this, copy that, copy this list, copy these, copy results, copy to clipboard, 复制, 复制列表, 复制清单, 复制结果, 复制简表, 简表, 拷贝, 拷贝列表", "clipboard"),
    ("copy", "copy page, copy whole page, copy this page, copy markdown, copy as markdown, 复制全文, 复制页面, 复制本页, 复制整页, 拷贝全文", "markdown"),
    ("bookmark", "add bookmark, set bookmark, bookmark this, bookmark it, save this, remember this, remove bookmark, 加书签, 添加书签, 收藏, 加入收藏", ""),
    ("bookmarks", "favourites, favorites, list bookmarks, 书签, 我的书签, 收藏夹, 我的收藏", "saved"),
    ("tab-next", "next category, 下一分类, 下一类", ""),
    ("tab-previous", "previous category, 上一分类, 上一类", ""),
    ("overview", "home page, homepage, start page, front page, main page, first page, back to start, 概览, 首页, 主页, 回到首页, 返回首页", "home, start, dashboard, 总览, 概况, 开始"),
    ("reload", "refresh, reload data, update data, 重新载入, 重新加载, 刷新, 更新数据", ""),
    ("theme", "themes, change colours, change colors, dark mode, light mode, dark theme, light theme, 主题, 配色, 换颜色, 换主题, 切换主题, 深色模式, 浅色模式, settings, setting, preferences, 设置, 选项", "colour, color, colours, colors, dark, light, options, 颜色, 深色, 浅色"),
    ("goto", "go to, go to id, jump to, 转到, 跳转, 转到编号, 跳到", "jump"),
    ("help", "keyboard shortcuts, how does this work, use this, use it, what can i ask, what can i do, what does this mean, what do signs mean, what do symbols mean, what do stars mean, what does star mean, what does asterisk mean, what does tilde mean, what does inferred mean, what does unconfirmed mean, what does partly confirmed mean, help me, what does that mean, 帮助, 用这个, 使用说明, 使用方法, 操作说明, 图例, 这是什么意思, 什么意思, 符号是什么意思, 符号什么意思, 星号什么意思, 星号是什么意思, 推定什么意思, 推定是什么意思, 部分核实什么意思, 部分核实是什么意思, 待核实是什么意思, 待核实什么意思, 核实情况是什么意思, 快捷键, 按键, 命令", "keys, shortcuts, commands, usage, manual, instructions, legend, symbols, signs, 用, 使用, 符号"),
    ("quit", "exit, log out, logout, bye, goodbye, get out, :q, close program, close the program, quit program, 退出, 退出程序, 关闭程序, 再见", "q, stop, 离开, 结束"),
];
