//! Where a word can be found, and what that is worth.

use crate::model::Lang;

/// How well a node matches as a whole. In order of rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// The whole of an id, a name or an alias.
    Exact,
    /// The beginning of one.
    Prefix,
    /// Words, beginnings of words, parts of a text.
    Word,
    /// Chinese by its pinyin.
    Pinyin,
    /// Letters in their order, first letters of words.
    Fuzzy,
    /// A spelling mistake was assumed.
    Typo,
}

impl Tier {
    /// All tiers, best first.
    pub const ALL: [Tier; 6] = [
        Tier::Exact,
        Tier::Prefix,
        Tier::Word,
        Tier::Pinyin,
        Tier::Fuzzy,
        Tier::Typo,
    ];

    /// Its name, as the commands print it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Tier::Exact => "exact",
            Tier::Prefix => "prefix",
            Tier::Word => "word",
            Tier::Pinyin => "pinyin",
            Tier::Fuzzy => "fuzzy",
            Tier::Typo => "typo",
        }
    }
}

/// A text of a node in which a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The id.
    Id,
    /// The full name.
    Name(Lang),
    /// The short name.
    Short(Lang),
    /// How the news item worded it.
    SeedName(Lang),
    /// A body's abbreviation.
    Abbr,
    /// Another name.
    Alias,
    /// A document's number.
    Number,
    /// What its kind is called.
    Kind,
    /// The name of a body that answers for it.
    Body,
    /// The unit that has it on the desk.
    Unit,
    /// Whom to ask.
    Contact,
    /// The heading it stands under.
    Category(Lang),
    /// A part of it.
    Part(Lang),
    /// What is to be reached.
    Target(Lang),
    /// What it is; for a body, what it is there for.
    Summary(Lang),
}

/// How near to what a node is called a field is; in order of rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Class {
    Name,
    Alias,
    Body,
    About,
}

/// Every field with its tag: the byte before its text in the index. Tags are below the blank, so
/// no folded text holds one.
const FIELDS: [Field; 22] = [
    Field::Id,
    Field::Abbr,
    Field::Name(Lang::En),
    Field::Name(Lang::Zh),
    Field::Short(Lang::En),
    Field::Short(Lang::Zh),
    Field::SeedName(Lang::En),
    Field::SeedName(Lang::Zh),
    Field::Alias,
    Field::Number,
    Field::Kind,
    Field::Body,
    Field::Unit,
    Field::Contact,
    Field::Category(Lang::En),
    Field::Category(Lang::Zh),
    Field::Part(Lang::En),
    Field::Part(Lang::Zh),
    Field::Target(Lang::En),
    Field::Target(Lang::Zh),
    Field::Summary(Lang::En),
    Field::Summary(Lang::Zh),
];

/// Bytes below this are tags.
pub(super) const FIRST_TEXT: u8 = b' ';

impl Field {
    /// The byte that stands before its texts.
    pub(super) fn tag(self) -> u8 {
        let place = FIELDS.iter().position(|field| *field == self);
        let place = place.and_then(|place| u8::try_from(place).ok());
        1 + place.expect("every field stands in the list")
    }

    /// The field of a tag.
    pub(super) fn of_tag(tag: u8) -> Field {
        let place = usize::from(tag).saturating_sub(1);
        *FIELDS.get(place).expect("tags are made by `tag`")
    }

    pub(super) fn class(self) -> Class {
        match self {
            Field::Id | Field::Name(_) | Field::Short(_) | Field::SeedName(_) | Field::Abbr => {
                Class::Name
            }
            Field::Alias | Field::Number | Field::Kind => Class::Alias,
            Field::Body | Field::Unit | Field::Contact => Class::Body,
            Field::Category(_) | Field::Part(_) | Field::Target(_) | Field::Summary(_) => {
                Class::About
            }
        }
    }

    /// Its name, as the commands print it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Name(_) => "name",
            Field::Short(_) => "short",
            Field::SeedName(_) => "seed_name",
            Field::Abbr => "abbr",
            Field::Alias => "alias",
            Field::Number => "number",
            Field::Kind => "kind",
            Field::Body => "body",
            Field::Unit => "unit",
            Field::Contact => "contact",
            Field::Category(_) => "category",
            Field::Part(_) => "part",
            Field::Target(_) => "target",
            Field::Summary(_) => "summary",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_leads_back_to_its_field() {
        for field in FIELDS {
            assert!(field.tag() < FIRST_TEXT);
            assert_eq!(Field::of_tag(field.tag()), field);
        }
    }
}
