//! What of a text is marked.

use plan::query::Query;
use plan::search::highlights;

#[track_caller]
fn shown(text: &str, query: &str) -> Vec<String> {
    highlights(text, &Query::parse(query))
        .into_iter()
        .map(|range| text[range].to_owned())
        .collect()
}

#[test]
fn words_pinyin_letters_and_mistakes() {
    for (text, query, wanted) in [
        (
            "5G Innovative Applications",
            "applic 5g",
            &["5G", "Applic"][..],
        ),
        ("“数字絲綢之路”共建", "丝绸", &["絲綢"]),
        ("数字“乡村”发展", "字乡", &["字", "乡"]),
        ("数字乡村发展行动", "szxc", &["数字乡村"]),
        ("Digital Silk Road", "dsr", &["D", "S", "R"]),
        ("Digital Silk Road", "slik", &["Silk"]),
        ("Data centre", "center", &["centre"]),
        ("City policies", "policy", &["policies"]),
        ("Digital Silk Road", "qqqq", &[]),
        // Question words alone are taken as they are.
        ("World Health Organization", "who", &[]),
        ("World Health Organization", "whor", &["W", "H", "Or"]),
        ("", "x", &[]),
    ] {
        assert_eq!(shown(text, query), wanted, "{query} in {text}");
    }
}

/// What of a text a word marks, if all of it is in one piece.
fn found(word: &str, text: &'static str) -> Option<&'static str> {
    match highlights(text, &Query::parse(word)).as_slice() {
        [only] => Some(&text[only.clone()]),
        _ => None,
    }
}

#[test]
fn full_first_letters_mixed_and_unfinished() {
    let text = "数字乡村发展行动";
    for word in [
        "shuzixiangcun",
        "szxc",
        "shuzixc",
        "szxiangcun",
        "shuzixiangc",
        "shzxc",
        "szxiangcu",
    ] {
        assert_eq!(found(word, text), Some("数字乡村"), "{word}");
    }
    assert_eq!(found("fazhanxingdong", text), Some("发展行动"));
    assert_eq!(found("szfz", text), None);
}

#[test]
fn digits_and_latin_letters_stand_for_themselves() {
    assert_eq!(found("5gcxyy", "5g创新应用工程"), Some("5g创新应用"));
    assert_eq!(found("ipv6hy", "ipv6活跃用户数"), Some("ipv6活跃"));
    assert_eq!(found("ipv6", "ipv6活跃用户数"), Some("ipv6"));
    for (word, text) in [
        ("a", "爱"),
        ("5", "五"),
        ("52", "五二"),
        ("数字", "树子"),
        ("who", "卫生和健康"),
    ] {
        assert_eq!(found(word, text), None, "{word}");
    }
}

#[test]
fn characters_with_several_readings() {
    for (word, text) in [
        ("yinhang", "银行"),
        ("xingdong", "行动"),
        ("chongfu", "重复"),
        ("zhongda", "重大"),
        ("zengchang", "增长"),
        ("changqi", "长期"),
        ("yinyue", "音乐"),
        ("kuaile", "快乐"),
        ("zhanlve", "战略"),
        ("zhanlue", "战略"),
        ("lvse", "绿色"),
    ] {
        assert_eq!(found(word, text), Some(text), "{word}");
    }
    // Readings out of use are left out.
    assert_eq!(found("riqi", "日期"), Some("日期"));
    assert_eq!(found("riji", "日期"), None);
    assert_eq!(found("yhe", "银行"), None);
}

#[test]
fn what_is_marked_lies_where_it_was_written() {
    let text = "“數字” Café";
    assert_eq!(found("cafe", text), Some("Café"));
    assert_eq!(found("数字", text), Some("數字"));
}

#[test]
fn homophones() {
    assert_eq!(found("数字乡邨", "数字乡村发展行动"), Some("数字乡村"));
    assert_eq!(found("普慧金融", "普惠金融"), Some("普惠金融"));
    assert_eq!(found("数字乡镇", "数字乡村发展行动"), None);
    assert_eq!(found("gongan", "工厂"), None);
}

#[test]
fn errors_in_pinyin() {
    let text = "数字乡村发展行动";
    for typed in [
        "shuzixiangchun",
        "suzixiangcun",
        "shuzixiagncun",
        "shuzixiagcun",
    ] {
        assert_eq!(found(typed, text), Some("数字乡村"), "{typed}");
    }
    assert_eq!(found("yanlao", "智慧养老"), Some("养老"));
    assert_eq!(found("wangxingban", "国家网信办"), Some("网信办"));
    assert_eq!(found("lvsefazhan", "绿色发展"), Some("绿色发展"));
}

#[test]
fn what_is_too_far_or_too_short() {
    assert_eq!(
        found("ylao", "养老"),
        Some("养老"),
        "the letter and the reading"
    );
    assert_eq!(found("shuzichengshi", "数字乡村"), None);
    assert_eq!(found("asdfghjkl", "安全可靠"), None);
    assert_eq!(found("cunn", "村"), None);
}
