//! The readings of a character that may be typed. The model's table has every reading of a dictionary,
//! many of them out of use for centuries; with these, 体育 would match the pinyin of 标准, and 公安 that of
//! 工厂.

use crate::model;

/// The characters with several readings today, in their order, with those after the first.
#[rustfmt::skip]
const OTHERS: &[(char, &str)] = &[
    ('乐', "yue"), ('乘', "sheng"), ('了', "liao"), ('什', "shi"), ('仔', "zi"), ('会', "kuai"),
    ('传', "zhuan"), ('伯', "bai"), ('便', "pian"), ('削', "xiao"), ('剥', "bao"), ('勒', "le"),
    ('单', "shan chan"), ('卡', "qia"), ('厦', "xia"), ('参', "shen cen"), ('叶', "xie"),
    ('否', "pi"), ('和', "huo hu"), ('咖', "ga"), ('圈', "juan"), ('埋', "man"), ('堡', "pu bu"),
    ('塞', "se"), ('壳', "qiao"), ('奇', "ji"), ('宿', "xiu"), ('尉', "yu"), ('尾', "yi"),
    ('差', "chai ci"), ('幢', "zhuang"), ('度', "duo"), ('弄', "long"), ('弹', "tan"),
    ('强', "jiang"), ('得', "dei"), ('恶', "wu"), ('扎', "za"), ('扒', "pa"), ('折', "she"),
    ('拓', "ta"), ('择', "zhai"), ('括', "gua"), ('暴', "pu"), ('曝', "bao"), ('曾', "zeng"),
    ('朝', "zhao"), ('朴', "piao"), ('柏', "bo"), ('校', "jiao"), ('模', "mu"), ('没', "mo"),
    ('泊', "bo"), ('率', "shuai"), ('盛', "cheng"), ('省', "xing"), ('种', "chong"), ('秘', "bi"),
    ('称', "chen"), ('稽', "qi"), ('纤', "qian"), ('给', "ji"), ('绿', "lu"), ('翟', "zhai"),
    ('耙', "pa"), ('脉', "mo"), ('臭', "xiu"), ('莎', "suo"), ('落', "la lao"), ('著', "zhuo"),
    ('蔓', "wan"), ('薄', "bo"), ('藏', "zang"), ('血', "xie"), ('行', "hang"), ('觉', "jiao"),
    ('角', "jue"), ('识', "zhi"), ('说', "shui"), ('谁', "shei"), ('调', "tiao"), ('贾', "gu"),
    ('车', "ju"), ('轧', "zha ga"), ('辟', "bi"), ('还', "huan"), ('迫', "pai"), ('都', "du"),
    ('重', "chong"), ('钥', "yue"), ('铅', "yan"), ('长', "chang"), ('降', "xiang"),
    ('露', "lou"),
];

/// Returns the most common reading of a character.
pub(crate) fn reading(c: char) -> Option<&'static str> {
    model::readings(c).next()
}

/// Iterates over the readings of a character, the most common one first.
pub(crate) fn readings(c: char) -> impl Iterator<Item = &'static str> {
    let row = OTHERS.binary_search_by_key(&c, |(c, _)| *c).ok();
    let others = row.and_then(|row| OTHERS.get(row));
    let others = others.map_or("", |(_, others)| others);
    reading(c)
        .into_iter()
        .chain(others.split(' ').filter(|reading| !reading.is_empty()))
}
