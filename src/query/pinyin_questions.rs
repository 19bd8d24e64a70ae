//! Words of Chinese questions that are typed in pinyin: `yanglao shui fuze`.

/// Words that ask, each behind its pinyin without blanks.
#[rustfmt::skip]
const ASKING: &[(&str, &str)] = &[
    ("shui", "谁"), ("shei", "谁"), ("shuifuze", "谁负责"), ("shuiqiantou", "谁牵头"), ("youshuifuze", "由谁负责"),
    ("youshuiqiantou", "由谁牵头"), ("shuiguan", "谁管"), ("shuizaiguan", "谁在管"), ("shuilaiguan", "谁来管"),
    ("shuipeihe", "谁配合"), ("fuze", "负责"), ("fuzeren", "负责人"), ("fuzedanwei", "负责单位"), ("qiantou", "牵头"),
    ("qiantoudanwei", "牵头单位"), ("qiantoubumen", "牵头部门"), ("zerendanwei", "责任单位"), ("zhuguan", "主管"),
    ("zhuguanbumen", "主管部门"), ("peihe", "配合"), ("peihedanwei", "配合单位"), ("lianxiren", "联系人"), ("nali", "哪里"),
    ("zainali", "在哪里"), ("naxie", "哪些"), ("younaxie", "有哪些"), ("deyounaxie", "的有哪些"),
    ("nage", "哪个"), ("nagebumen", "哪个部门"), ("naxiebumen", "哪些部门"), ("nagedanwei", "哪个单位"),
    ("shenme", "什么"), ("shenmeshihou", "什么时候"), ("heshi", "何时"), ("duoshao", "多少"), ("duoshaoge", "多少个"),
    ("jige", "几个"), ("yuqi", "逾期"), ("wancheng", "完成"), ("wanchengle", "完成了"), ("wanchenglema", "完成了吗"),
    ("meiwancheng", "没完成"), ("weiwancheng", "未完成"), ("bijiao", "比较"), ("duibi", "对比"), ("jieshu", "结束"), ("daoqi", "到期"),
];

/// Words that ask where nothing else is typed, too.
#[rustfmt::skip]
const ALONE: &[(&str, &str)] = &[
    ("yuqi", "逾期"), ("yiyuqi", "已逾期"), ("weidadao", "未达到"), ("meidadao", "没达到"), ("yidadao", "已达到"), ("dadaole", "达到了"),
    ("weiwancheng", "未完成"), ("meiwancheng", "没完成"), ("yiwancheng", "已完成"), ("wanchengle", "完成了"), ("yibanjie", "已办结"),
    ("weibanjie", "未办结"), ("jinxingzhong", "进行中"), ("daiban", "待办"), ("daoqi", "到期"),
];

/// Kinds and small words, which ask nothing by themselves.
#[rustfmt::skip]
const BESIDE: &[(&str, &str)] = &[
    ("renwu", "任务"), ("gongcheng", "工程"), ("xiangmu", "项目"), ("xingdong", "行动"), ("mubiao", "目标"), ("zhibiao", "指标"),
    ("de", "的"), ("le", "了"), ("ma", "吗"), ("you", "由"), ("shi", "是"), ("he", "和"), ("yu", "与"), ("gen", "跟"),
];

/// The most words that are one of these: `you shui qian tou`.
const MOST_WORDS: usize = 5;

/// The most words that are two names and one that joins them.
const MOST_OF_TWO: usize = 3;

/// What a part of a query is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A word that asks.
    Asking,
    /// A word beside it.
    Small,
    /// The name of a body, in characters.
    Name,
    /// Anything else, as it was typed.
    Other,
}

/// Returns a query with the words that ask and the names beside them in characters, where other words
/// stand beside them or one asks alone, or two names and nothing else; `None` if nothing is asked in pinyin.
/// `named` gives the name that is spelt so.
pub(crate) fn in_characters(input: &str, named: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let end = input.trim_end_matches(['?', '？']);
    let words: Vec<&str> = end.split_whitespace().collect();
    let of = |table: &[(&str, &'static str)], joined: &str| {
        let found = table.iter().find(|(pinyin, _)| *pinyin == joined);
        found.map(|(_, word)| (*word).to_owned())
    };
    let joined = |words: &[&str]| words.concat().to_ascii_lowercase();
    if let Some(alone) = of(ALONE, &joined(&words)) {
        return Some(alone);
    }
    if words.len() < 2 {
        return None;
    }
    // Names are looked for only where something asks.
    let read = |named: &dyn Fn(&str) -> Option<String>| {
        let (mut parts, mut at) = (Vec::new(), 0);
        while at < words.len() {
            let most = MOST_WORDS.min(words.len() - at);
            let found = (1..=most).rev().find_map(|count| {
                let joined = joined(&words[at..at + count]);
                let asking = of(ASKING, &joined).or_else(|| of(ALONE, &joined));
                let asking = asking.map(|word| (word, Part::Asking));
                let small = || Some((of(BESIDE, &joined)?, Part::Small));
                let name = || Some((named(&joined)?, Part::Name));
                let (word, part) = asking.or_else(small).or_else(name)?;
                Some((word, part, count))
            });
            let (word, part, count) =
                found.unwrap_or_else(|| (words[at].to_owned(), Part::Other, 1));
            parts.push((word, part));
            at += count;
        }
        parts
    };
    let asks = |parts: &[(String, Part)]| parts.iter().any(|(_, part)| *part == Part::Asking);
    let are_two_names = || {
        let parts = read(named);
        let names = parts.iter().filter(|(_, part)| *part == Part::Name);
        let others = parts.iter().any(|(_, part)| *part == Part::Other);
        names.count() == 2 && !others
    };
    let is_short = words.len() <= MOST_OF_TWO;
    (asks(&read(&|_| None)) || is_short && are_two_names()).then(|| {
        let mut text = String::new();
        let mut before = Part::Other;
        for (word, part) in read(named) {
            let is_apart = part == Part::Other
                || before == Part::Other
                || part == before && part == Part::Name;
            if is_apart && !text.is_empty() {
                text.push(' ');
            }
            text += &word;
            before = part;
        }
        text
    })
}
