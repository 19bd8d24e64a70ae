//! Every sentence and label of the program, in English and Chinese. A file per room; each is a table
//! of [`strings!`] with both languages side by side, so that a missing one does not compile.

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
pub mod plain;
pub mod problems;
pub mod results;
pub mod screen;
pub mod search;
pub mod sheets;
pub mod ssh;
pub mod state;
pub mod term;
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
