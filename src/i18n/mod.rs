//! Every sentence and label of the program, in English and Chinese. A file per room; each is a table
//! of [`strings!`] with both languages side by side, so that a missing one does not compile.
//!
//! One thing has one name, on the screen, in files of text, in help and in errors:
//!
//! | English | Chinese | means |
//! | --- | --- | --- |
//! | item | 条目 | what the plan states: a goal, task, project, action, indicator … |
//! | kind | 类别 | what an item is: goal, task, project … |
//! | organisation | 机构 | a ministry, commission, court …; `body` in files, `body:` and `org:` in queries |
//! | responsible, responsibility | 负责，责任关系 | of an organisation for an item, in one of three roles |
//! | lead, support, issued by | 牵头，配合，印发 | the roles |
//! | who is responsible, who leads | 责任单位，牵头单位 | organisations in their roles |
//! | basis | 依据 | why an organisation counts as responsible: one of the next five |
//! | stated in the plan | 规划原文载明 | `plan` |
//! | press report | 媒体报道 | `press` |
//! | source: (document) | 据《文件》 | `companion` |
//! | inferred (from its remit) | 推定（根据部门职责） | `mandate` |
//! | assigned by our office | 本单位分工 | `assigned`, from an overlay |
//! | documented | 有文件依据 | on the basis of the plan, the press or a document |
//! | confirmed, partly confirmed, unconfirmed | 已核实，部分核实，待核实 | `confidence` |
//! | not stated | 未载明 | what the plan does not say |
//! | content | 主要内容 | `parts` of an item |
//! | part of, contains | 上级，包括 | the items above and below |
//! | field | 领域 | `category` of an item |
//! | measure | 计量单位 | what figures are counted in |
//! | baseline, target, actual | 基期值，目标值，实际完成值 | the figures of an indicator |
//! | result: reached, not reached, no result found | 完成情况：已达到，未达到，未查到结果 | whether a target was reached |
//! | document | 文件 | a source, a companion document |
//! | press wording | 媒体用语 | `seed_name` |
//! | our office, our data, overlay | 本单位，本单位数据，叠加文件 | what an office adds to the plan, and its file |
//! | unit | 责任处室 | the section of an office that handles an assignment |
//! | status, due, contact | 进展，完成时限，联系人 | of an assignment; the filters `进展:`, `到期:`, `联系人:` |
//! | note: of an assignment, of the plan's data | 备注，说明 | what is written beside it |
//! | ended, until | 已结束，至 | a role that an organisation no longer has |
//! | gaps | 缺项 | what is missing in the plan's data |
//! | match, weaker match | 结果，匹配度较低 | what a query finds |
//! | pane, theme, bookmark | 窗格，主题，书签 | parts of the explorer |
//! | kiosk mode, plain mode | 公用终端模式，纯文本模式 | ways to run it |

use crate::model::Lang;

pub mod assignment;
pub mod cli;
pub mod commands;
pub mod config;
pub mod describe;
pub mod diff;
pub mod files;
pub mod flags;
pub mod keys;
pub mod man;
pub mod menu;
pub mod plain;
pub mod problems;
pub mod results;
pub mod screen;
pub mod search;
pub mod sheets;
pub mod ssh;
pub mod state;
pub mod term;
pub mod terms;
pub mod who;

/// A text in English and in Chinese.
pub type Pair = [&'static str; 2];

/// The text of a pair in `lang`.
#[must_use]
pub fn of(pair: Pair, lang: Lang) -> &'static str {
    let [en, zh] = pair;
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

/// The Chinese measure word for a noun: 7个目标, 10项重大任务, 3个行动类别, 115份文件.
fn classifier(noun: &str) -> &'static str {
    match noun {
        _ if noun.ends_with("文件") => "份",
        _ if ["目标", "方面", "类别", "机构"]
            .iter()
            .any(|end| noun.ends_with(end)) =>
        {
            "个"
        }
        _ => "项",
    }
}

/// `1 item`, `2 items`.
fn count(n: usize, one: &str, several: &str) -> String {
    let noun = if n == 1 { one } else { several };
    format!("{n} {noun}")
}

/// Makes a table of texts, `English / Chinese`: a struct, a constant of it for each language, and a
/// function that returns the one for a language.
///
/// ```text
/// strings! {
///     pub Screen screen
///
///     all: "All" / "全部",
///     contexts[2]: ["list", "detail"] / ["列表", "详情"],
///     left(seconds: u64): "{seconds} s left" / "还剩 {seconds} 秒",
///     no_id(id: &str, near: Option<&str>): match near {
///         Some(near) => "no {id}; did you mean {near}?" / "没有 {id}；是否为 {near}？",
///         None => "no {id}" / "没有 {id}",
///     },
///     items(n: usize): { count(n, "item", "items") } / "{n} 项",
/// }
/// ```
///
/// `screen(lang).all` is a text, `screen(lang).left(3)` a `String`. The English text is the
/// documentation of a field; a comment above it says where it stands if that is not obvious.
macro_rules! strings {
    (
        $(#[$meta:meta])*
        $vis:vis $Name:ident $get:ident
        $(
            $(#[$doc:meta])*
            $field:ident $( ( $($arg:ident : $ty:ty),* ) )? $( [ $count:literal ] )? :
                $( $en:literal / $zh:literal )?
                $( [ $($ens:tt)* ] / [ $($zhs:tt)* ] )?
                $( { $($enb:tt)* } / $( { $($zhb:tt)* } )? $( $zhl:literal )? )?
                $( match $on:tt { $( $case:pat => $enc:literal / $zhc:literal ),+ $(,)? } )?
        ),* $(,)?
    ) => {
        $(#[$meta])*
        /// Texts in one language.
        #[derive(Debug)]
        $vis struct $Name {
            $(
                $(#[$doc])*
                $( #[doc = concat!("`", stringify!($en), "`")] )?
                $( #[doc = concat!("`", stringify!([$($ens)*]), "`")] )?
                $( #[doc = concat!("`", stringify!($($enb)*), "`")] )?
                $( $( #[doc = concat!("`", stringify!($case => $enc), "`  ")] )+ )?
                pub $field: strings!(@type $( ( $($ty),* ) )? $( [ $count ] )?),
            )*
        }

        impl $Name {
            const EN: $Name = $Name { $(
                $field: strings!(@text $( ( $($arg),* ) )? $( $en )? $( [ $($ens)* ] )?
                    $( { $($enb)* } )? $( match $on { $( $case => $enc ),+ } )?),
            )* };
            const ZH: $Name = $Name { $(
                $field: strings!(@text $( ( $($arg),* ) )? $( $zh )? $( [ $($zhs)* ] )?
                    $( $( { $($zhb)* } )? $( $zhl )? )? $( match $on { $( $case => $zhc ),+ } )?),
            )* };

            $( strings! { @method $field $( ( $($arg: $ty),* ) )? } )*
        }

        /// Returns the texts in `lang`.
        #[must_use]
        $vis fn $get(lang: Lang) -> &'static $Name {
            match lang {
                Lang::En => &$Name::EN,
                Lang::Zh => &$Name::ZH,
            }
        }
    };

    (@type) => { &'static str };
    (@type [ $count:literal ]) => { [&'static str; $count] };
    (@type ( $($ty:ty),* )) => { fn($($ty),*) -> String };

    (@text $text:literal) => { $text };
    (@text [ $($text:tt)* ]) => { [ $($text)* ] };
    (@text ( $($arg:ident),* ) $text:literal) => {
        |$($arg),*| { $( let _ = &$arg; )* format!($text) }
    };
    (@text ( $($arg:ident),* ) { $($body:tt)* }) => { |$($arg),*| { $($body)* } };
    (@text ( $($arg:ident),* ) match $on:tt { $( $case:pat => $text:literal ),+ }) => {
        |$($arg),*| match $on { $( $case => format!($text) ),+ }
    };

    (@method $field:ident) => {};
    (@method $field:ident ( $($arg:ident : $ty:ty),* )) => {
        /// The field of this name, called.
        #[must_use]
        pub fn $field(&self, $($arg: $ty),*) -> String {
            (self.$field)($($arg),*)
        }
    };
}
use strings;
