//! Tables that are searched by halves are in order, and hold nothing twice.

use plan::model::readings;

/// What stands between signs in a table of the sources, in its order.
fn quoted(source: &'static str, table: &str, sign: char) -> Vec<&'static str> {
    let begin = source.find(table).expect("the table is there");
    let end = source[begin..].find("];").expect("the table ends");
    let table = &source[begin..begin + end];
    table.split(sign).skip(1).step_by(2).collect()
}

#[test]
fn the_english_words_without_weight_are_sorted() {
    let source = include_str!("../../../src/query/function_words.rs");
    let words = quoted(source, "const ENGLISH", '"');
    assert!(words.len() > 200 && words.contains(&"please"));
    assert!(words.is_sorted_by(|one, next| one < next));
}

#[test]
fn every_character_with_several_readings_has_them_of_the_model_once() {
    let source = include_str!("../../../src/query/pinyin_readings.rs");
    let characters = quoted(source, "const OTHERS", '\'');
    let others = quoted(source, "const OTHERS", '"');
    assert!(others.len() > 90 && characters.len() == others.len());
    assert!(characters.is_sorted_by(|one, next| one < next));
    for (c, others) in characters.iter().zip(others) {
        let c = c.chars().next().expect("a character");
        let known: Vec<&str> = readings(c).collect();
        let mut all = vec![*known.first().expect("it has a reading")];
        for other in others.split(' ') {
            assert!(
                known.contains(&other) && !all.contains(&other),
                "{c}: {other}"
            );
            all.push(other);
        }
    }
}
