//! Words without weight: those that hold a sentence together or are polite, in both languages; and
//! words that tell little.

/// English ones.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "a", "about", "actually", "after", "again", "ago", "all", "already", "also", "am", "an", "and",
    "any", "anybody", "anyone", "anything", "apart", "are", "around", "as", "ask", "at", "away", "back", "be",
    "because", "become", "been", "before", "being", "between", "both", "but", "by", "can", "cannot",
    "cant", "come", "comes", "coming", "could", "did", "do", "does", "doing", "done", "dont", "down",
    "during", "each", "else", "even", "ever", "every", "everybody", "everyone", "everything", "except", "excluding", "explain", "eye",
    "few", "find", "for", "from", "get", "gets", "getting", "give", "given", "gives", "go", "goes",
    "going", "got", "had", "has", "have", "having", "he", "hello", "help", "helps", "her", "here",
    "him", "his", "how", "i", "if", "im", "in", "into", "is", "it", "its", "just", "keep", "keeps",
    "kindly", "know", "let", "lets", "like", "look", "looks", "lot", "made", "make", "makes", "making",
    "many", "may", "me", "might", "mine", "more", "most", "much", "must", "my", "need", "needs", "no",
    "not", "now", "of", "off", "ok", "okay", "on", "once", "one", "ones", "only", "onto", "or",
    "other", "others", "our", "out", "over", "own", "per", "please", "put", "puts", "really", "said",
    "same", "say", "says", "see", "sees", "she", "should", "show", "since", "so", "some", "somebody",
    "someone", "something", "still", "such", "supposed", "sure", "take", "takes", "tell", "than", "thank",
    "thanks", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "things",
    "this", "those", "through", "till", "to", "too", "toward", "towards", "turn", "under", "until",
    "up", "upon", "us", "use", "used", "uses", "using", "very", "via", "want", "wants", "was", "way",
    "we", "well", "were", "what", "whats", "when", "where", "whether", "which", "while", "who",
    "whole", "whom", "whose", "why", "will", "wish", "with", "within", "without", "wont", "would",
    "yes", "yet", "you", "your", "yours",
];

/// Chinese ones.
#[rustfmt::skip]
const CHINESE: &[&str] = &[
    "的", "了", "吗", "呢", "吧", "啊", "呀", "嘛", "是", "在", "有", "和", "与", "及", "或", "被",
    "把", "让", "给", "对", "从", "就", "都", "也", "还", "很", "太", "不", "不是", "没", "除了", "除外", "以外", "之外", "要", "会", "能",
    "我", "你", "您", "他", "她", "它", "们", "这", "那", "哪", "谁", "啥", "些", "个", "该", "由",
    "用", "找", "问", "想", "里", "得", "着", "怎", "咋", "去", "又", "什么", "怎么", "怎样", "怎么样",
    "怎么办", "如何", "为什么", "为何", "哪里", "哪儿", "哪个", "哪些", "多少", "几个", "是否",
    "是不是", "有没有", "能不能", "可不可以", "可以", "能够", "应该", "应当", "需要", "想要", "我们",
    "你们", "他们", "大家", "自己", "这些", "那些", "这个", "那个", "这种", "那种", "这样", "那样",
    "现在", "以后", "今后", "将来", "已经", "正在", "还是", "或者", "以及", "因为", "所以", "如果",
    "但是", "而且", "关于", "对于", "请问", "请", "谢谢", "麻烦", "帮我", "帮忙", "告诉", "知道",
    "想知道", "介绍", "一下", "有关", "相关", "方面", "东西", "事情", "问题", "情况", "时候", "什么时候",
    "一年", "一个", "之间", "里面", "上面", "怎么做", "怎么用", "怎么查", "谁管", "谁来管", "归谁管",
    "归谁", "找谁", "不用", "不要", "不会", "不能", "没有", "怎么弄", "好不好", "行不行", "多久", "属于", "占", "几成", "占几成", "最", "反映",
    "一些", "有些", "比较", "非常", "进行", "使用", "通过", "管", "好", "归", "部门", "单位", "负责",
];

/// Words that many questions have, and that tell little.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "app", "apps", "better", "best", "big", "bigger", "body", "call", "change", "changes", "china", "chinese", "city",
    "cities", "computer", "computers", "country", "current", "cut", "day", "deal", "develop", "development", "device", "different", "digital", "end", "enough", "every",
    "first", "free", "full", "future", "good", "government", "great", "group", "high", "home",
    "important", "improve", "information", "internet", "large", "last", "less", "level", "life", "list", "live",
    "long", "low", "main", "major", "matter", "mobile", "national", "nationwide", "net", "network", "networks",
    "new", "newest", "next", "number", "office", "old", "online", "open", "ordinary", "pay", "people", "percentage", "person", "phone", "phones", "place",
    "plan", "point", "problem", "problems", "project", "projects", "public", "question", "questions",
    "rate", "real", "results", "right", "role", "run", "service", "services", "set", "share", "simple", "site",
    "sites", "small", "smart", "smartphone", "special", "start", "state", "stop", "support", "system", "systems", "task", "tasks",
    "target", "time", "times", "today", "total", "try", "type", "types", "web", "website", "websites", "whole", "work", "working",
    "works", "world", "year", "years",
    "中国", "国家", "全国", "发展", "建设", "工作", "系统", "信息", "服务", "管理", "提高", "加强",
    "手机", "电话", "智能手机", "网上", "线上", "在线", "网络", "互联网", "上网", "电脑", "数字", "智能",
    "推进", "项目", "工程", "任务", "行动", "目标", "规划", "政府", "公司", "人", "人们", "比例", "数量", "信息化", "数字化",
    "规模", "水平", "能力", "体系", "计划", "支持", "办法", "方法", "内容", "地方", "城市", "生活",
];

/// What stands in a question for a figure.
#[rustfmt::skip]
const FIGURES: &[&str] = &[
    "how many", "how much", "how high", "how big", "how large", "percent", "proportion", "rate of",
    "share of", "number of", "total", "average", "多少", "几成", "比例", "占比", "比重", "多大", "多高",
    "总量", "总数", "几亿", "几万", "几个", "百分",
];

/// Returns true if a question asks for a figure.
pub(crate) fn asks_for_a_figure(question: &str) -> bool {
    let question = question.to_lowercase();
    FIGURES.iter().any(|words| question.contains(words))
}

/// Returns true for a folded word that has no weight.
pub(crate) fn is_function(word: &str) -> bool {
    ENGLISH.binary_search(&word).is_ok() || CHINESE.contains(&word)
}

/// Returns true for a folded word that has little weight.
pub(crate) fn is_light(word: &str) -> bool {
    LIGHT.contains(&word)
}
