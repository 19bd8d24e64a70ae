//! One thing has one name: what the glossary of `src/i18n/mod.rs` decides holds in the texts of the
//! interface and of the shipped plan.

use std::fs;

use serde_json::Value;

use crate::facts::Facts;

/// English that is not written in the interface: old names of things, and riddles.
const NOT_ENGLISH: &[&str] = &[
    "answer for",
    "answers for",
    "answered by",
    "assigned here",
    "body",
    "bodies",
    "has it on the desk",
    "heard",
    "in news",
    "in the news",
    "less likely",
    "mandate",
    "papers",
    "rests on",
    "somebody",
    "sort of",
    "sorts of",
    "told",
    "whoever",
];
/// The same of what the shipped plan says.
const NOT_ENGLISH_DATA: &[&str] = &[
    "low confidence",
    "medium confidence",
    "matched back",
    "mandate",
    "second plate",
    "weak groups",
    "linked from here",
];
/// Words of files and of the command line, which keep their names.
const FIXED: &[&str] = &[
    "body:",
    "--body",
    "items, bodies, documents",
    "organisations (bodies)",
    "press, companion, mandate",
    "press, companion (`document` names the document), mandate",
];
const NOT_CHINESE: &[&str] = &[
    "参与",
    "规划明文",
    "本单位安排",
    "可能性较小",
    "换栏",
    "配色",
    "未说明",
    "见配套",
    "的键",
    "没有这个编号",
];
/// In the interface and in the shipped plan.
const NOT_CHINESE_ANYWHERE: &[&str] = &[
    "未核实",
    "未经核实",
    "推断",
    "基数",
    "可信度",
    "优先行动组",
    "媒体报导",
];

/// Texts in which a half-width sign is what is to be typed.
const OPERATORS: &[&str] = &[
    "'词，exact:词",
    "!词，not:词",
    "牵头:工信部 类别:重点工程",
    "机构:网信办 依据:有文件",
    "牵头:推定",
    "期限:2025",
    "完成情况:达到",
    "情况:待核实",
    "'数据 !安全",
    "进展:逾期 责任处室:信息 到期:2025",
    "牵头单位仅为推定；“牵头:无”为没有牵头单位",
];

fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn is_chinese(text: &str) -> bool {
    text.contains(is_ideograph)
}

/// The string literals of a source file, without its comments.
fn literals(source: &str) -> Vec<String> {
    let code: String = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut found = Vec::new();
    let mut text: Option<String> = None;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match (&mut text, c) {
            (None, '"') => text = Some(String::new()),
            (None, '\'') => {
                // A character, as '"'; a lifetime ends before its second sign.
                let ahead: String = chars.clone().take(2).collect();
                if ahead.starts_with('"') {
                    chars.next();
                }
            }
            (None, _) => {}
            (Some(_), '"') => found.extend(text.take()),
            (Some(text), '\\') => {
                text.extend(chars.next().filter(|next| !matches!(next, '\n' | 'n')));
            }
            // What is filled in is not a text.
            (Some(text), '}') => text.truncate(text.rfind('{').unwrap_or_default()),
            (Some(text), c) => text.push(c),
        }
    }
    // Keys of files and of tables.
    let is_key = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    found.retain(|text| !is_key(text));
    found
}

/// Every text of the interface, with its file.
fn interface() -> Vec<(String, String)> {
    let files = fs::read_dir("src/i18n").expect("the folder is there");
    let texts = files.flat_map(|file| {
        let path = file.expect("it can be listed").path();
        let source = fs::read_to_string(&path).expect("it can be read");
        let name = path.display().to_string();
        literals(&source)
            .into_iter()
            .map(move |text| (name.clone(), text))
    });
    texts.collect()
}

/// Every text of the shipped plan in a language.
fn data(lang: &str) -> Vec<(String, String)> {
    fn walk(value: &Value, lang: &str, texts: &mut Vec<(String, String)>) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    match value.as_str() {
                        Some(text) if key == lang => {
                            texts.push(("the plan".to_owned(), text.to_owned()));
                        }
                        Some(_) | None => walk(value, lang, texts),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| walk(value, lang, texts)),
            _ => {}
        }
    }
    let facts = Facts::shipped();
    let mut texts = Vec::new();
    for key in ["kinds", "items", "bodies", "documents", "responsibilities"] {
        for value in facts.list(key) {
            walk(value, lang, &mut texts);
        }
    }
    walk(facts.plan(), lang, &mut texts);
    texts
}

/// Whether an English text has these words, not as a part of longer ones.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let is_letter = |c: char| c.is_ascii_alphanumeric();
        !text[..at].ends_with(is_letter) && !text[at + words.len()..].starts_with(is_letter)
    })
}

fn without_fixed(text: &str) -> String {
    let text = text.to_lowercase();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    FIXED
        .iter()
        .fold(text, |text, fixed| text.replace(fixed, ""))
}

#[track_caller]
fn none_has(texts: &[(String, String)], words: &[&str], has: fn(&str, &str) -> bool) {
    assert!(texts.len() > 200, "only {} texts were found", texts.len());
    let found: Vec<String> = texts
        .iter()
        .flat_map(|(file, text)| {
            let found = words.iter().filter(|word| has(&without_fixed(text), word));
            found.map(move |word| format!("{file}: \"{word}\" in {text:?}"))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_words_of_the_glossary_are_used() {
    let (chinese, english): (Vec<_>, Vec<_>) = interface()
        .into_iter()
        .partition(|(_, text)| is_chinese(text));
    let contains: fn(&str, &str) -> bool = |text, word| text.contains(word);
    none_has(&english, NOT_ENGLISH, has_words);
    none_has(&chinese, NOT_CHINESE, contains);
    none_has(&chinese, NOT_CHINESE_ANYWHERE, contains);
    none_has(&data("en"), NOT_ENGLISH_DATA, has_words);
    none_has(&data("zh"), NOT_CHINESE_ANYWHERE, contains);
}

/// Full-width signs stand beside ideographs, and a dash between years.
#[test]
fn chinese_has_its_own_punctuation() {
    let texts = interface().into_iter().chain(data("zh"));
    let wrong: Vec<String> = texts
        .filter(|(_, text)| {
            let chars: Vec<char> = text.chars().collect();
            let half = |c: char| matches!(c, ',' | ';' | '!' | '?' | ':' | '(' | ')');
            let beside = chars.windows(2).any(|pair| {
                is_ideograph(pair[0]) && half(pair[1]) || half(pair[0]) && is_ideograph(pair[1])
            });
            let years = chars.windows(9).any(|nine| {
                let digits = |range: &[char]| range.iter().all(char::is_ascii_digit);
                let is_year =
                    |range: &[char]| digits(range) && matches!(range[..2], ['1', '9'] | ['2', '0']);
                is_year(&nine[..4]) && is_year(&nine[5..]) && "-–至".contains(nine[4])
            });
            is_chinese(text) && (beside || years) && !OPERATORS.contains(&text.as_str())
        })
        .map(|(file, text)| format!("{file}: {text:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
