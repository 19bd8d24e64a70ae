//! The fields of a node that are searched, and the tiers of a match.

use crate::model::Lang;

/// How a node matches: the worst of the ways in which its words do. In order of rank.
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
    /// With a spelling mistake.
    Typo,
    /// Some of the words, or others that mean the same.
    Nearest,
}

impl Tier {
    /// Returns the name that the commands print.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Tier::Exact => "exact",
            Tier::Prefix => "prefix",
            Tier::Word => "word",
            Tier::Pinyin => "pinyin",
            Tier::Fuzzy => "fuzzy",
            Tier::Typo => "typo",
            Tier::Nearest => "nearest",
        }
    }
}

/// A text of a node in which a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The id.
    Id,
    /// A body's abbreviation.
    Abbr,
    /// The full name.
    Name(Lang),
    /// The short name.
    Short(Lang),
    /// The name in the news item.
    SeedName(Lang),
    /// Another name.
    Alias,
    /// A document's number.
    Number,
    /// A name of its kind.
    Kind,
    /// A name of a responsible body.
    Body,
    /// The unit in charge within a body.
    Unit,
    /// The contact.
    Contact,
    /// The category.
    Category(Lang),
    /// A part of an item.
    Part(Lang),
    /// A target.
    Target(Lang),
    /// The summary; the mandate of a body.
    Summary(Lang),
    /// The note of an assignment.
    Note(Lang),
}

/// A group of fields, by how near they are to the name; in order of rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum FieldClass {
    Name,
    Alias,
    Body,
    Description,
}

/// Every field in its order. A field's tag, the byte before its text in the index, is its place here
/// plus one: below the blank, so that no folded text holds a tag, and not 0.
const FIELDS: [Field; 24] = [
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
    Field::Note(Lang::En),
    Field::Note(Lang::Zh),
];
const _: () = assert!(FIELDS.len() < b' ' as usize - 1);

impl Field {
    /// Returns the byte before the field's texts.
    pub(super) fn tag(self) -> u8 {
        let place = FIELDS.iter().position(|field| *field == self);
        let place = place.and_then(|place| u8::try_from(place).ok());
        1 + place.expect("every field stands in the list")
    }

    /// Returns the field of a tag.
    ///
    /// # Panics
    /// If no field has this tag; only [`Field::tag`] makes tags.
    pub(super) fn of_tag(tag: u8) -> Field {
        let place = usize::from(tag).saturating_sub(1);
        *FIELDS.get(place).expect("tags are made by `tag`")
    }

    /// Returns true for what a node is called by: its names, ids and numbers.
    #[must_use]
    pub fn is_name(self) -> bool {
        self <= Field::Number
    }

    pub(super) fn class(self) -> FieldClass {
        match self {
            Field::Id | Field::Name(_) | Field::Short(_) | Field::SeedName(_) | Field::Abbr => {
                FieldClass::Name
            }
            Field::Alias | Field::Number | Field::Kind => FieldClass::Alias,
            Field::Body | Field::Unit | Field::Contact => FieldClass::Body,
            Field::Category(_)
            | Field::Part(_)
            | Field::Target(_)
            | Field::Summary(_)
            | Field::Note(_) => FieldClass::Description,
        }
    }

    /// Returns the name that the commands print.
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
            Field::Note(_) => "note",
        }
    }
}
