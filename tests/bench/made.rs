//! Plans of any size, made up. The same size and seed always give the same bytes.
//!
//! Names, aliases and summaries are bilingual, items hang in trees, bodies answer for most of them.
//! It is written straight into `out`, item by item, so a million items need no memory.

use std::io::{self, Write};

/// What a plan is about: the first half of a name.
const SORTS: [(&str, &str); 16] = [
    ("Digital", "数字"),
    ("Smart", "智慧"),
    ("Green", "绿色"),
    ("Open", "开放"),
    ("Shared", "共享"),
    ("Secure", "安全"),
    ("Inclusive", "普惠"),
    ("Integrated", "融合"),
    ("Coastal", "沿海"),
    ("Rural", "乡村"),
    ("Urban", "城市"),
    ("Regional", "区域"),
    ("Industrial", "工业"),
    ("Public", "公共"),
    ("Primary", "基层"),
    ("Advanced", "先进"),
];

/// The second half.
const THINGS: [(&str, &str); 32] = [
    ("Village Development", "乡村发展"),
    ("Elderly Care", "养老"),
    ("Data Market", "数据要素市场"),
    ("5G Applications", "5G应用"),
    ("Road Network", "路网"),
    ("Health Records", "健康档案"),
    ("Water Conservancy", "水利"),
    ("School Broadband", "校园宽带"),
    ("Port Logistics", "港口物流"),
    ("Emergency Response", "应急管理"),
    ("Cultural Heritage", "文化遗产"),
    ("Tax Services", "税务服务"),
    ("Talent Training", "人才培养"),
    ("Court Archives", "法院档案"),
    ("Satellite Internet", "卫星互联网"),
    ("Crop Monitoring", "农情监测"),
    ("Energy Storage", "储能"),
    ("Customs Clearance", "通关"),
    ("Museum Collections", "博物馆藏品"),
    ("Forest Protection", "森林防护"),
    ("Community Governance", "社区治理"),
    ("Supply Chains", "供应链"),
    ("Cloud Computing", "云计算"),
    ("Weather Forecasting", "气象预报"),
    ("Chip Design", "芯片设计"),
    ("Bank Supervision", "银行监管"),
    ("Railway Signals", "铁路信号"),
    ("Air Quality", "空气质量"),
    ("Job Placement", "就业服务"),
    ("Music Libraries", "音乐馆"),
    ("Heavy Machinery", "重型机械"),
    ("Household Registers", "户籍"),
];

/// Syllables of which places are made.
const SYLLABLES: [(&str, &str); 40] = [
    ("an", "安"),
    ("bei", "北"),
    ("chang", "长"),
    ("da", "大"),
    ("dong", "东"),
    ("feng", "丰"),
    ("gu", "古"),
    ("hai", "海"),
    ("he", "河"),
    ("hua", "华"),
    ("jiang", "江"),
    ("jin", "金"),
    ("kai", "开"),
    ("lan", "兰"),
    ("li", "丽"),
    ("lin", "林"),
    ("long", "龙"),
    ("mei", "梅"),
    ("ming", "明"),
    ("nan", "南"),
    ("ning", "宁"),
    ("ping", "平"),
    ("qing", "清"),
    ("quan", "泉"),
    ("rong", "荣"),
    ("shan", "山"),
    ("shi", "石"),
    ("shui", "水"),
    ("song", "松"),
    ("tai", "泰"),
    ("tian", "天"),
    ("wan", "湾"),
    ("wen", "文"),
    ("xi", "西"),
    ("xin", "新"),
    ("yang", "阳"),
    ("yun", "云"),
    ("ze", "泽"),
    ("zhou", "州"),
    ("zhu", "竹"),
];

/// What a place is.
const PLACES: [(&str, &str); 4] = [
    ("County", "县"),
    ("City", "市"),
    ("District", "区"),
    ("Township", "镇"),
];

/// What a summary says of its item.
const AIMS: [(&str, &str); 8] = [
    (
        "Builds the basis and trains those who work with it.",
        "夯实基础，培养人才。",
    ),
    (
        "Brings services to every household by the end of the period.",
        "期末服务覆盖每户。",
    ),
    (
        "Joins what stands apart in one platform.",
        "统一平台，互联互通。",
    ),
    (
        "Tries it out in twelve places first.",
        "先在十二个地方试点。",
    ),
    (
        "Sets rules, tests them and checks that they are kept.",
        "制定规则并监督落实。",
    ),
    (
        "Replaces paper by records that can be shared.",
        "以可共享的电子记录取代纸质。",
    ),
    (
        "Makes the network faster and its use cheaper.",
        "网络提速降费。",
    ),
    ("Opens the data that may be opened.", "依法开放数据。"),
];

/// Kinds: id, prefix, name, plural, Chinese, primary; and how many of a hundred items are of it.
const KINDS: [(&str, &str, &str, &str, &str, bool, u64); 5] = [
    ("goal", "G", "Goal", "Goals", "目标", false, 2),
    ("task", "T", "Task", "Tasks", "任务", true, 18),
    ("project", "P", "Project", "Projects", "工程", true, 35),
    ("action", "A", "Action", "Actions", "行动", true, 35),
    (
        "indicator",
        "I",
        "Indicator",
        "Indicators",
        "指标",
        false,
        10,
    ),
];

/// Numbers that look random and are not: splitmix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.roll() % end.max(1)
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let at = self.below(list.len() as u64);
        &list[usize::try_from(at).expect("it is below the list's length")]
    }
}

/// How many bodies a plan of so many items has.
fn bodies_of(items: u64) -> u64 {
    20 + items.min(1000) / 25 + items / 500
}

/// Writes a plan of `items` items as a data file.
///
/// # Errors
/// Whatever `out` says.
pub fn write(items: u64, seed: u64, out: &mut impl Write) -> io::Result<()> {
    let mut dice = Dice(seed ^ 0x706c_616e);
    let bodies = bodies_of(items);
    let documents = 5 + bodies / 4;
    head(out)?;
    out.write_all(b"\"items\":[\n")?;
    let mut kinds = Vec::with_capacity(usize::try_from(items).unwrap_or(0));
    for item in 0..items {
        separate(item, out)?;
        write_item(item, documents, &mut kinds, &mut dice, out)?;
    }
    out.write_all(b"\n],\n\"bodies\":[\n")?;
    for body in 0..bodies {
        separate(body, out)?;
        write_body(body, &mut dice, out)?;
    }
    out.write_all(b"\n],\n\"documents\":[\n")?;
    for document in 0..documents {
        separate(document, out)?;
        write_document(document, bodies, &mut dice, out)?;
    }
    out.write_all(b"\n],\n\"responsibilities\":[\n")?;
    let mut rows = 0;
    for item in 0..items {
        for row in 0..dice.below(4) {
            separate(rows, out)?;
            rows += 1;
            let id = Id(&kinds, item);
            write_row(&id, row, bodies, documents, &mut dice, out)?;
        }
    }
    out.write_all(b"\n]}\n")
}

/// The same, in memory.
#[must_use]
pub fn plan(items: u64, seed: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(items, seed, &mut bytes).expect("memory takes everything");
    bytes
}

fn separate(before: u64, out: &mut impl Write) -> io::Result<()> {
    out.write_all(if before == 0 { b"" } else { b",\n" })
}

fn head(out: &mut impl Write) -> io::Result<()> {
    out.write_all(
        concat!(
            r#"{"format":1,"plan":{"id":"MADE","name":{"en":"Plan made for measuring","zh":"测量用规划"},"#,
            r#""issuer":"b0","dated":"2026-01-02","period":{"from":2026,"to":2030},"compiled":"2026-01-03","#,
            r#""summary":{"en":"Exists in order to be measured.","zh":"仅供测量。"},"follows":["D0"],"#,
            r#""confidence":"high","sources":["D0"]},"#,
            "\n\"kinds\":["
        )
        .as_bytes(),
    )?;
    for (at, (id, prefix, name, plural, zh, primary, _)) in KINDS.iter().enumerate() {
        separate(at as u64, out)?;
        write!(
            out,
            r#"{{"id":"{id}","prefix":"{prefix}","name":{{"en":"{name}","zh":"{zh}"}},"plural":{{"en":"{plural}","zh":"{zh}"}},"primary":{primary}}}"#
        )?;
    }
    out.write_all(b"\n],\n")
}

/// The id of an item, once its kind is settled.
struct Id<'a>(&'a [u8], u64);

impl std::fmt::Display for Id<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Id(kinds, item) = self;
        let at = usize::try_from(*item).expect("it is an index");
        let prefix = KINDS[usize::from(kinds[at])].1;
        write!(f, "{prefix}{}", item + 1)
    }
}

fn kind(dice: &mut Dice) -> u8 {
    let mut rest = dice.below(100);
    for (at, kind) in (0..).zip(KINDS) {
        if rest < kind.6 {
            return at;
        }
        rest -= kind.6;
    }
    0
}

/// A place in both languages.
fn place(dice: &mut Dice) -> (String, String) {
    let (first, second) = (dice.of(&SYLLABLES), dice.of(&SYLLABLES));
    let (en, zh) = dice.of(&PLACES);
    let (head, tail) = first.0.split_at(1);
    (
        format!("{}{tail}{} {en}", head.to_uppercase(), second.0),
        format!("{}{}{zh}", first.1, second.1),
    )
}

fn write_item(
    item: u64,
    documents: u64,
    kinds: &mut Vec<u8>,
    dice: &mut Dice,
    out: &mut impl Write,
) -> io::Result<()> {
    let of_kind = kind(dice);
    kinds.push(of_kind);
    let kind = KINDS[usize::from(of_kind)].0;
    let id = Id(kinds, item);
    let (sort, thing, (town, town_zh)) = (dice.of(&SORTS), dice.of(&THINGS), place(dice));
    let number = item + 1;
    write!(
        out,
        r#"{{"id":"{id}","kind":"{kind}","number":{number},"name":{{"en":"{} {} in {town}","zh":"{town_zh}{}{}"}}"#,
        sort.0, thing.0, sort.1, thing.1
    )?;
    if item >= 10 && dice.below(20) > 0 {
        let parent = Id(kinds, dice.below(8).max(item / 8).min(item - 1));
        write!(out, r#","parent":"{parent}""#)?;
    }
    if dice.below(5) < 4 {
        let (en, zh) = dice.of(&AIMS);
        write!(
            out,
            r#","summary":{{"en":"{} in {town}. {en}","zh":"{town_zh}：{zh}"}}"#,
            thing.0
        )?;
    }
    if dice.below(4) == 0 {
        write!(
            out,
            r#","aliases":["{} {}","{}{}"]"#,
            town, number, thing.1, number
        )?;
    }
    if dice.below(10) == 0 {
        let (year, share) = (26 + dice.below(5), 10 + dice.below(90));
        write!(
            out,
            r#","targets":[{{"by":"20{year}","text":{{"en":"{share}% of households","zh":"{share}%的住户"}},"sources":["D0"]}}]"#
        )?;
    }
    if kind == "indicator" {
        write!(
            out,
            r#","measure":{{"unit":{{"en":"%","zh":"%"}},"points":[{{"year":2025,"value":{},"kind":"baseline"}},{{"year":2030,"value":{}.5,"kind":"target"}}]}}"#,
            dice.below(50),
            50 + dice.below(50)
        )?;
    }
    write!(
        out,
        r#","confidence":"high","sources":["D{}"]}}"#,
        dice.below(documents)
    )
}

fn write_body(body: u64, dice: &mut Dice, out: &mut impl Write) -> io::Result<()> {
    let (town, town_zh) = place(dice);
    let (en, zh) = dice.of(&THINGS);
    write!(
        out,
        r#"{{"id":"b{body}","abbr":"{}{body}B","name":{{"en":"{en} Bureau of {town}","zh":"{town_zh}{zh}局"}},"aliases":["{town} bureau"],"confidence":"medium","sources":["D0"]}}"#,
        town.chars().next().unwrap_or('X')
    )
}

fn write_document(
    document: u64,
    bodies: u64,
    dice: &mut Dice,
    out: &mut impl Write,
) -> io::Result<()> {
    let (town, town_zh) = place(dice);
    let (en, zh) = dice.of(&THINGS);
    write!(
        out,
        r#"{{"id":"D{document}","name":{{"en":"{town}: opinions on {en}","zh":"{town_zh}关于{zh}的意见"}},"number":"No. {document}","dated":"2025-0{}","issuers":["b{}"],"url":"https://plan.example/{document}","confidence":"high","sources":["https://plan.example/{document}"]}}"#,
        1 + dice.below(9),
        dice.below(bodies)
    )
}

fn write_row(
    id: &Id,
    row: u64,
    bodies: u64,
    documents: u64,
    dice: &mut Dice,
    out: &mut impl Write,
) -> io::Result<()> {
    let role = if row == 0 { "lead" } else { "support" };
    let body = dice.below(bodies);
    write!(out, r#"{{"item":"{id}","body":"b{body}","role":"{role}","#)?;
    match dice.below(4) {
        0 => write!(
            out,
            r#""basis":"companion","document":"D{}""#,
            dice.below(documents)
        )?,
        1 => write!(out, r#""basis":"plan""#)?,
        _ => write!(out, r#""basis":"mandate""#)?,
    }
    write!(
        out,
        r#","confidence":"medium","sources":["D{}"]}}"#,
        dice.below(documents)
    )
}
