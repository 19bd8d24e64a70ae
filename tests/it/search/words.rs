//! What is understood of what is typed: words, questions, what is asked for.

use plan::query::{FilterName, Intent, Note, Query};
use plan::search::highlights;

use super::indexed::Indexed;

fn words(input: &str) -> Vec<String> {
    Query::parse(input).words().map(str::to_owned).collect()
}

#[test]
fn words_are_folded_and_split() {
    assert_eq!(words("  ５Ｇ\u{3000}創新  "), ["5g", "创新"]);
    assert_eq!(words("5g应用"), ["5g", "应用"]);
    assert_eq!(words("e-commerce"), ["e", "commerce"]);
    assert_eq!(words("the market for data"), ["market", "data"]);
    assert_eq!(words("the"), ["the"]);
    assert_eq!(words("A-7"), ["7"]);
    assert_eq!(words("'silk the"), ["silk"]);
    assert_eq!(words("@miit the"), [""; 0]);
    assert_eq!(words("A.I. r & d 5G's"), ["ai", "rd", "5g"]);
    assert_eq!(words("c++ a/b"), ["c", "a b"]);
    assert!(Query::parse(" \t ").is_empty());
}

#[test]
fn question_without_a_topic_is_searched_by_its_words() {
    let query = Query::parse("who");
    assert_eq!(query.intent(), Intent::Who);
    assert_eq!(words("who"), ["who"]);
    assert_eq!(words("who leads 5g"), ["5g"]);
    assert_eq!(words("谁负责 5g"), ["5g"]);
    assert_eq!(words("MIIT's projects"), ["miit", "projects"]);
    assert_eq!(words("people's bank"), ["peoples", "bank"]);
}

/// What is left of a question, without its small words.
#[track_caller]
fn is_left(text: &str, left: &str, intent: Intent) {
    const SMALL: &[&str] = &["of", "for", "with"];
    let left: Vec<&str> = left
        .split(' ')
        .filter(|word| !SMALL.contains(word))
        .collect();
    assert_eq!(
        (words(text), Query::parse(text).intent()),
        (left.iter().map(ToString::to_string).collect(), intent),
        "{text}"
    );
}

#[test]
fn english_questions() {
    for (text, left) in [
        ("who is responsible for open source", "open source"),
        ("who leads telemedicine", "telemedicine"),
        ("who takes care of elderly care", "elderly care"),
        ("who is responsable for open source", "open source"),
        ("wich ministry leeds open source", "open source"),
        ("person in charge of open source", "open source"),
        ("who supports digital villages", "digital villages"),
        ("who leads work safety", "work safety"),
        (
            "which ministry leads rural revitalization",
            "rural revitalization",
        ),
        ("what department handles chips", "chips"),
        ("which agency is behind chips", "chips"),
        ("chips belong to whom", "chips"),
        ("who should i ask about chips", "chips"),
        ("who do i contact about chips", "chips"),
        ("responsible for blockchain", "blockchain"),
        ("is responsible for blockchain", "blockchain"),
        ("in charge of satellites", "satellites"),
        ("ministry responsible for satellites", "satellites"),
        ("whose job is data trading", "data trading"),
        ("satellites lead", "satellites"),
        ("who is responsible for task 3", "task 3"),
        ("who leads project no 12", "project no 12"),
        ("lead ministry for satellites", "satellites"),
        ("show me who runs the data market", "data market"),
    ] {
        is_left(text, left, Intent::Who);
    }
    for (text, left) in [
        (
            "what does the ministry of education do",
            "ministry of education",
        ),
        ("what is ndrc in charge of", "ndrc"),
        ("which projects does ndrc lead", "ndrc"),
        ("what are the tasks of ndrc", "ndrc"),
        ("led by ndrc", "ndrc"),
        (
            "what is the ministry of education responsible for",
            "ministry of education",
        ),
    ] {
        is_left(text, left, Intent::What);
    }
    is_left("how many netizens", "netizens", Intent::Any);
    is_left("tell me about chips", "chips", Intent::Any);
    for text in [
        "skills for all",
        "world leading quality",
        "ministry of education",
        "leadership",
        "with leeds",
    ] {
        is_left(text, text, Intent::Any);
    }
}

#[test]
fn chinese_questions() {
    for (text, left, intent) in [
        ("谁负责开源", "开源", Intent::Who),
        ("开源由谁牵头", "开源", Intent::Who),
        ("芯片归哪个部门管", "芯片", Intent::Who),
        ("哪个部门牵头乡村振兴", "乡村振兴", Intent::Who),
        ("卫星的牵头单位", "卫星", Intent::Who),
        ("卫星是谁负责的", "卫星", Intent::Who),
        ("谁负责管理区块链", "区块链", Intent::Who),
        ("请问谁负责卫星", "卫星", Intent::Who),
        ("哪些部门参与卫星", "卫星", Intent::Who),
        ("什么是卫星", "卫星", Intent::Any),
        ("发改委负责什么", "发改委", Intent::What),
        ("发改委牵头哪些项目", "发改委", Intent::What),
        ("发改委的职责", "发改委", Intent::What),
        ("信息消费的主管部门是哪个", "信息消费", Intent::Who),
        ("牵头信息消费的部门", "信息消费", Intent::Who),
        ("请问社区由哪个部门负责", "社区", Intent::Who),
        ("疫情找谁", "疫情", Intent::Who),
        ("要素市场谁负责", "要素市场", Intent::Who),
        ("贸易归口哪个部门", "贸易", Intent::Who),
        ("发改委牵头的项目", "发改委", Intent::What),
        ("发改委负责的工程有哪些", "发改委", Intent::What),
        ("发改委都负责哪些事", "发改委", Intent::What),
        ("发改委的任务", "发改委", Intent::What),
        ("发改委任务有哪些", "发改委", Intent::What),
        ("哪些工程由发改委牵头", "发改委", Intent::What),
        ("应急管理", "应急管理", Intent::Any),
        ("社会工作部", "社会工作部", Intent::Any),
        ("社会工作", "社会工作", Intent::Any),
        ("网上办事", "网上办事", Intent::Any),
        ("应用工程", "应用工程", Intent::Any),
    ] {
        is_left(text, left, intent);
    }
}

#[test]
fn filters_and_operators() {
    let typed = "5g kind:project @miit #任务 lead：工信部 by:2025 'users !core exact:a-b";
    let query = Query::parse(typed);
    assert_eq!(
        query.filters().collect::<Vec<_>>(),
        [
            (FilterName::Kind, "project"),
            (FilterName::Body, "miit"),
            (FilterName::Kind, "任务"),
            (FilterName::Lead, "工信部"),
            (FilterName::By, "2025"),
        ]
    );
    assert_eq!(words(typed), ["users", "a", "b", "5g"]);
    let quoted = Query::parse("body:\"people's bank\" 5g");
    assert_eq!(
        quoted.filters().next(),
        Some((FilterName::Body, "peoples bank"))
    );
    // An exact word is not corrected, and stands in all that is found; one that is excluded in nothing.
    let marked = |query: &str| highlights("Digital Silk Road", &Query::parse(query)).len();
    assert_eq!(["slik", "'slik", "exact:slik"].map(marked), [1, 0, 0]);
    let shipped = Indexed::shipped();
    let (with, without) = (
        shipped.ids("digital 'village"),
        shipped.ids("digital !village"),
    );
    assert!(!with.is_empty() && !without.is_empty());
    assert!(without.iter().all(|id| !with.contains(id)));
}

#[test]
fn unknown_filter_is_noted_and_its_words_are_kept() {
    let notes = Indexed::shipped().search("colour:red").notes;
    assert!(notes.contains(&Note::UnknownFilter("colour".into())));
    assert_eq!(words("colour:red"), ["colour", "red"]);
}

#[test]
fn a_command_at_either_end() {
    let shipped = Indexed::shipped();
    for (typed, command, rest) in [
        ("复制教育部牵头的工程", "复制", "教育部牵头的工程"),
        ("教育部牵头什么，复制", "复制", "教育部牵头什么"),
        ("moe projects copy", "copy", "moe projects"),
    ] {
        let notes = shipped.search(typed).notes;
        assert!(
            notes.contains(&Note::Command(command)),
            "{typed}: {notes:?}"
        );
        assert_eq!(shipped.ids(typed), shipped.ids(rest), "{typed}");
    }
    for typed in ["copyright", "复制", "5g", ""] {
        let notes = shipped.search(typed).notes;
        let is_command = |note: &Note| matches!(note, Note::Command(_));
        assert!(!notes.iter().any(is_command), "{typed}: {notes:?}");
    }
}
