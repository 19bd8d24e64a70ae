//! What the headings of a sheet mean, as people write them.

use plan::model::Lang;
use plan::model::sheet::{Column, HEADINGS, Meaning, meaning, nearest_heading};

#[test]
fn no_heading_means_two_things() {
    let mut seen: Vec<(String, Column)> = Vec::new();
    for line in HEADINGS {
        for name in line.en.iter().chain(line.zh) {
            // Case, width, blanks and punctuation do not count.
            let letters = name.chars().filter(|c| c.is_alphanumeric() || *c == '#');
            let key: String = letters.flat_map(char::to_lowercase).collect();
            let other = seen.iter().find(|(known, _)| *known == key);
            assert!(other.is_none(), "{name}: {:?} and {other:?}", line.column);
            seen.push((key, line.column));
            let (meant, _) = meaning(name).unwrap_or_else(|| panic!("{name} is not read"));
            assert_eq!(meant.column, line.column, "{name}");
        }
    }
}

#[test]
fn headings_are_read_as_people_write_them() {
    let en = Some(Lang::En);
    let zh = Some(Lang::Zh);
    for (heading, column, lang) in [
        (" LEAD ", Column::Lead, None),
        ("牵头 单位：", Column::Lead, None),
        ("Item 任务", Column::Item, None),
        ("Due / 完成时限", Column::Due, None),
        ("任务（2025年）", Column::Item, None),
        ("Due date (YYYY-MM-DD)", Column::Due, None),
        ("actionName", Column::Item, None),
        ("action_id", Column::Id, None),
        ("Deliverables", Column::Item, None),
        ("Name (Chinese)", Column::Name, zh),
        ("name_en", Column::Name, en),
        ("item_name_zh", Column::Name, zh),
        ("名称（英文）", Column::Name, en),
        ("中文名称", Column::Name, zh),
        ("备注 中文", Column::Note, zh),
        ("ＩＤ", Column::Id, None),
        ("#", Column::Number, None),
    ] {
        let meant = meaning(heading).map(|(meaning, _)| meaning);
        assert_eq!(meant, Some(Meaning { column, lang }), "{heading}");
    }
    for heading in ["", "  ", "经费（万元）", "Budget", "2025", "(", "中文"] {
        assert_eq!(meaning(heading), None, "{heading}");
    }
}

#[test]
fn what_only_begins_like_a_heading_gives_way() {
    let is_weak = |heading: &str| meaning(heading).is_some_and(|(_, is_weak)| is_weak);
    for weak in [
        "action_id",
        "target_offset_days",
        "source type",
        "Phase",
        "actionName",
    ] {
        assert!(is_weak(weak), "{weak}");
    }
    for clear in [
        "Task",
        "Due date (YYYY-MM-DD)",
        "Item 任务",
        "target_date",
        "任务（2025年）",
    ] {
        assert!(!is_weak(clear), "{clear}");
    }
}

#[test]
fn a_misspelt_heading_has_a_near_one() {
    for (heading, near) in [
        ("Supprot", Some("Support")),
        ("Deadlnie", Some("deadline")),
        ("牵头单立", Some("牵头单位")),
        ("Budget", None),
        ("经费", None),
        ("Lid", None),
    ] {
        assert_eq!(nearest_heading(heading), near, "{heading}");
    }
}
