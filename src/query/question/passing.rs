//! A command of the program at either end of a query: 复制教育部牵头的工程, `miit projects copy`.

use super::super::pinyin::Pinyin;

/// Commands that are asked for so. What they act on is what the rest of the query finds.
#[rustfmt::skip]
const COMMANDS: &[&str] = &[
    "copy", "matrix", "export", "print", "save",
    "复制", "拷贝", "矩阵", "导出", "打印", "保存",
];
/// What may stand between the command and the rest.
const BETWEEN: [char; 8] = [' ', ',', ';', ':', '，', '、', '；', '：'];

/// What is typed to end the program.
const ENDS: &[&str] = &[
    "quit",
    "exit",
    "logout",
    "log out",
    ":q",
    "退出",
    "退出程序",
];

/// What is typed to go back to the page before.
const BACK: &[&str] = &["back", "go back", "返回", "后退", "回去"];

/// Returns true if what is typed is meant to end the program.
pub(crate) fn ends_program(input: &str) -> bool {
    asks_for(ENDS, input)
}

/// Returns true if what is typed is meant to go back to the page before.
pub(crate) fn goes_back(input: &str) -> bool {
    asks_for(BACK, input)
}

/// The input is one of `words`, perhaps behind words that ask how, or the pinyin of one.
fn asks_for(words: &[&str], input: &str) -> bool {
    const ASKING: &[&str] = &[
        "how do i ",
        "how can i ",
        "how to ",
        "how do you ",
        "please ",
        "怎么",
        "如何",
        "怎样",
        "请问怎么",
    ];
    let input = input
        .trim()
        .trim_end_matches(['?', '？', '!', '！'])
        .to_lowercase();
    let mut begun = ASKING.iter().filter_map(|words| input.strip_prefix(words));
    let input = begun.next().unwrap_or(&input);
    words.contains(&input) || words.iter().any(|word| is_pinyin_of(input, word))
}

/// The input is the whole of a Chinese word in pinyin, syllable by syllable: `tuichu`.
pub(crate) fn is_pinyin_of(input: &str, word: &str) -> bool {
    const FEWEST_LETTERS: usize = 5;
    let is_long = input.len() >= FEWEST_LETTERS && !word.is_ascii();
    let pinyin = is_long.then(|| Pinyin::new(input)).flatten();
    let run = pinyin.and_then(|pinyin| pinyin.find(word));
    run.is_some_and(|run| run.range == (0..word.len()))
}

/// Returns the command and the rest of a query; `None` if it has none, or nothing else.
pub(crate) fn in_passing(input: &str) -> Option<(&'static str, &str)> {
    let input = input.trim().trim_end_matches(['?', '？', '。', '.']);
    COMMANDS.iter().find_map(|command| {
        let same = |part: &str| part.eq_ignore_ascii_case(command);
        let first = input.get(..command.len()).filter(|part| same(part));
        let rest = first.and_then(|_| input.get(command.len()..));
        let last = || {
            let at = input.len().checked_sub(command.len())?;
            input.get(at..).filter(|part| same(part))?;
            input.get(..at)
        };
        let rest = rest.or_else(last)?;
        // A part of an English word is none: `copyright`.
        let is_word = !command.is_ascii()
            || rest.starts_with(BETWEEN) && !rest.is_empty()
            || rest.ends_with(BETWEEN);
        let rest = rest.trim_matches(BETWEEN);
        (is_word && !rest.is_empty()).then_some((*command, rest))
    })
}
