//! Letters in their order, and ids in words.

use plan::query::Note;
use plan::search::{Fuzzy, FuzzyKind, mask};

use super::indexed::Indexed;

#[track_caller]
fn found(word: &str, text: &str) -> Option<FuzzyKind> {
    let fuzzy = Fuzzy::new(word).expect("a word that has letters");
    let found = fuzzy.find(text, false);
    assert!(
        found.is_none() || fuzzy.can_match(mask(text)),
        "{word} in {text}"
    );
    found
}

#[test]
fn what_is_found_by_its_letters() {
    let (initials, gaps) = (Some(FuzzyKind::Initials), Some(FuzzyKind::Gaps));
    let village = "digital village development action";
    for (word, text, wanted) in [
        ("dsr", "digital silk road joint building", initials),
        ("iot", "the internet of things", initials),
        ("digvil", village, initials),
        ("ecommerce", "e commerce", initials),
        ("dgtl", "digital", gaps),
        ("infrstrctr", "new infrastructure", gaps),
        ("dta", "big data", gaps),
        ("dva", village, gaps),
        ("dva", "data value", None),
        ("polce", "policies", None),
        ("cmt", "communication", None),
        ("slik", "digital silk road", None),
        ("工信部", "工业和信息化部", initials),
        ("数乡", "数字乡村发展", gaps),
        ("养老智慧", "智慧养老服务", Some(FuzzyKind::Reordered)),
        ("养老金融", "智慧养老服务", None),
    ] {
        assert_eq!(found(word, text), wanted, "{word} in {text}");
    }
}

#[test]
fn a_kind_and_a_number() {
    let shipped = Indexed::shipped();
    for (words, id) in [
        ("p 17", "P17"),
        ("p017", "P17"),
        ("project no 12", "P12"),
        ("key project12", "P12"),
        ("10th task", "T10"),
        ("third task", "T3"),
        ("third priority action", "A3"),
        ("task twelve", "T12"),
        ("17 号工程", "P17"),
        ("第 17 项工程", "P17"),
        ("第三项任务", "T3"),
        ("任务第三", "T3"),
        ("focus area 3", "F3"),
        ("second focus area", "F2"),
        ("task iii", "T3"),
        ("project xiv", "P14"),
        ("任务十二", "T12"),
        ("任务十", "T10"),
        ("重点工程 12", "P12"),
        ("1 task", "T1"),
        ("no 3 task", "T3"),
        ("2 focus area", "F2"),
        ("task twenty one", "T21"),
    ] {
        let found = shipped.search(words);
        // There may be none of this number.
        let missing = found.notes.iter().find_map(|note| match note {
            Note::NoSuchId { id, .. } => Some(id.as_str()),
            _ => None,
        });
        let first = shipped.ids_of(&found).first().copied();
        assert_eq!(missing.or(first), Some(id), "{words}: {:?}", found.notes);
    }
    // A number that counts is no id, nor are others beside a kind.
    for (words, id) in [
        ("5g project", "P5"),
        ("17 projects", "P17"),
        ("three tasks", "T3"),
        ("p v", "P5"),
        ("3 focus areas", "F3"),
        ("2 tasks 3", "T2"),
        ("2 tasks 3", "T3"),
        ("十四五规划", "P14"),
        ("ipv6 users", "P6"),
        ("first responders", "P1"),
    ] {
        assert_ne!(shipped.ids(words).first(), Some(&id), "{words}");
    }
}

/// Whatever a kind is called, in the plan, in its documents or by people, it leads to its number: one in the
/// plan, and one that is missing there.
#[test]
fn whatever_a_kind_is_called_it_keeps_its_number() {
    const CALLED: [(&str, &str); 9] = [
        (
            "G",
            "goal goals target targets objective objectives 目标 发展目标 主要目标 总体目标",
        ),
        (
            "F",
            "focus area areas aspect aspects focus_area focus_areas 方面 重点方面 领域 重点领域",
        ),
        (
            "T",
            "task tasks major_task key_task main_task priority_task 任务 重大任务 重点任务 主要任务",
        ),
        (
            "P",
            "project projects key_project major_project special_project programme program 工程 重点工程 重大工程 项目 重点项目 专项工程",
        ),
        (
            "R",
            "group groups action_group action_groups 行动类别 行动组 类别",
        ),
        (
            "A",
            "action actions priority_action key_action 行动 优先行动 专项行动 重点行动",
        ),
        (
            "S",
            "safeguard safeguards measure measures 保障 保障措施 措施",
        ),
        (
            "I",
            "indicator indicators key_indicator main_indicator 指标 主要指标",
        ),
        (
            "D",
            "document documents doc policy_document 文件 文档 政策文件 配套文件",
        ),
    ];
    let shipped = Indexed::shipped();
    for (letter, words) in CALLED {
        for word in words.split_whitespace().map(|word| word.replace('_', " ")) {
            let mut spellings = vec![format!("{word} 2"), format!("{word} 998")];
            if word.is_ascii() {
                spellings.push(format!("{word} no. 2"));
                spellings.push(format!("{} 2", word.to_uppercase()));
            } else {
                spellings.extend([
                    format!("{word}2"),
                    format!("第2号{word}"),
                    format!("{word}二"),
                ]);
            }
            for spelling in spellings {
                let found = shipped.search(&spelling);
                let missing = found.notes.iter().find_map(|note| match note {
                    Note::NoSuchId { id, .. } => Some(id.as_str()),
                    _ => None,
                });
                let first = shipped.ids_of(&found).first().copied();
                let number = if spelling.contains("998") { 998 } else { 2 };
                let wanted = format!("{letter}{number}");
                assert_eq!(
                    missing.or(first),
                    Some(&*wanted),
                    "{spelling}: {:?}",
                    found.notes
                );
            }
        }
    }
}
