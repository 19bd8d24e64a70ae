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
    ("meiwancheng", "没完成"), ("weiwancheng", "未完成"), ("jieshu", "结束"), ("daoqi", "到期"),
];

/// Kinds and small words, which ask nothing by themselves.
#[rustfmt::skip]
const BESIDE: &[(&str, &str)] = &[
    ("renwu", "任务"), ("gongcheng", "工程"), ("xiangmu", "项目"), ("xingdong", "行动"), ("mubiao", "目标"), ("zhibiao", "指标"),
    ("de", "的"), ("le", "了"), ("ma", "吗"), ("you", "由"), ("shi", "是"),
];

/// The most words that are one of these: `you shui qian tou`.
const MOST_WORDS: usize = 5;

/// Returns a query with the words that ask in characters, where other words stand beside them; `None` if
/// none asks in pinyin.
pub(crate) fn in_characters(input: &str) -> Option<String> {
    let end = input.trim_end_matches(['?', '？']);
    let words: Vec<&str> = end.split_whitespace().collect();
    if words.len() < 2 {
        return None;
    }
    let (mut parts, mut asks, mut at) = (Vec::new(), false, 0);
    while at < words.len() {
        let most = MOST_WORDS.min(words.len() - at);
        let found = (1..=most).rev().find_map(|count| {
            let joined = words[at..at + count].concat().to_ascii_lowercase();
            let of = |table: &[(&str, &'static str)]| {
                let found = table.iter().find(|(pinyin, _)| *pinyin == joined);
                found.map(|(_, word)| *word)
            };
            let asking = of(ASKING).map(|word| (word, true));
            let (word, is_asking) = asking.or_else(|| Some((of(BESIDE)?, false)))?;
            Some((word, is_asking, count))
        });
        let (part, is_asking, count) = found.unwrap_or((words[at], false, 1));
        parts.push((part, found.is_some()));
        asks |= is_asking;
        at += count;
    }
    asks.then(|| {
        let mut text = String::new();
        let mut before = false;
        for (part, is_word) in parts {
            if !(text.is_empty() || before && is_word) {
                text.push(' ');
            }
            text.push_str(part);
            before = is_word;
        }
        text
    })
}
