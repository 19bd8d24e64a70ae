//! The plan and what it consists of, each twice: as a record of the data file, which serde fills and
//! from which the JSON Schemas are made, and as what is loaded. Both have the same fields, told once:
//! `name: Text as Option<TextRecord>` is a `Text` of the plan and an `Option<TextRecord>` of the
//! record. How one becomes the other is a matter of the types ([`Read`], [`Written`]); a field that
//! needs more than its type says names what reads it (`= evidence`).
//!
//! Everything is optional in a record, for an overlay may leave out almost anything; what a plan must
//! have is marked `required` for its schema, and checked by `validate`.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::measure::measure_of;
use super::nodes::{
    evidence, extended_by, kind, name, origin, own_id, parent, plan_id, plural, prefix, successor,
};
use super::object::{PeriodRecord, TextRecord, objects};
use super::parts::{Measure, MeasureRecord, Part, PartRecord, RowRecord, Target, TargetRecord};
use super::resolve::{Record, Sourced};
use super::stored::records;
use crate::model::{
    BodyId, Confidence, Date, DocumentId, ItemId, KindId, Node, Origin, Sources, Str, Synonyms,
    Text,
};

objects! {
    /// A data file: a plan, or an overlay, which has no `plan`.
    pub struct File {
        /// The address of this schema, for editors.
        #[serde(rename = "$schema")]
        pub schema: Option<Box<str>>,
        /// The version of this format: 1.
        pub format: Option<i64>,
        /// Overlays: the id or name of the plan it belongs to.
        pub r#for: Option<Box<str>>,
        /// The plan itself.
        pub plan: Option<PlanRecord>,
        /// The kinds of item, in the order of their tabs.
        #[schemars(extend("default" = []))]
        pub kinds: Option<Vec<KindRecord>>,
        /// The items: what the plan states.
        #[schemars(extend("default" = []))]
        pub items: Option<Vec<ItemRecord>>,
        /// The organisations.
        pub bodies: Vec<BodyRecord>,
        /// The documents: sources and companion documents.
        pub documents: Vec<DocumentRecord>,
        /// Who is responsible for what; an item and an organisation may have several rows.
        pub responsibilities: Vec<RowRecord>,
        /// Sets of words with the same meaning, in any language, for the search.
        pub thesaurus: Vec<Synonyms>,
    }
}

records! {
    /// The plan itself.
    pub struct Info(Clone, Debug, Default, PartialEq), PlanRecord {
        /// Its id.
        id: Str as Option<Box<str>> = plan_id,
        /// Its name.
        name: Text as Option<TextRecord> = name,
        /// The id of the organisation that issued it.
        issuer: Option<BodyId> as Option<String>,
        /// The ids of the organisations that drafted it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        drafted_by: Box<[BodyId]> as Vec<String>,
        /// The date on the document: YYYY, YYYY-MM or YYYY-MM-DD.
        dated: Option<Date> as Option<String>,
        /// The date on which it was published.
        announced: Option<Date> as Option<String>,
        /// Its period.
        period: Option<(u16, u16)> as Option<PeriodRecord>,
        /// The date of the data.
        compiled: Option<Date> as Option<String>,
        /// A summary.
        summary: Text as Option<TextRecord>,
        /// The ids of the documents that it implements.
        follows: Box<[DocumentId]> as Vec<String>,
        /// The id of the previous plan, a document.
        predecessor: Option<DocumentId> as Option<String>,
        /// Other names.
        aliases: Box<[Str]> as Vec<Box<str>>,
        /// A remark.
        note: Text as Option<TextRecord>,
        /// How well this is confirmed.
        confidence: Confidence as Option<Confidence> = evidence,
        /// Its sources: addresses or documents' ids.
        sources: Sources as Vec<String>,
    }

    /// A kind of item.
    pub struct Kind(Clone, Debug, PartialEq, Eq), KindRecord {
        /// Its id, in lower case.
        id: Str as Option<Box<str>> = own_id,
        /// The prefix of the ids of its items.
        prefix: Str as Option<Box<str>> = prefix,
        /// Its name in the singular.
        name: Text as Option<TextRecord> = name,
        /// Its name in the plural.
        plural: Text as Option<TextRecord> = plural(&name),
        /// Whether it is one of the main kinds, which have the first tabs.
        primary: bool as Option<bool>,
    }

    /// Something the plan states: a goal, a task, a project, an indicator.
    pub struct Item(Clone, Debug, PartialEq), ItemRecord {
        /// Its id, such as `T1`; case does not matter.
        id: Str as Option<Box<str>> = own_id,
        /// The id of its kind.
        kind: KindId as Option<String> = kind,
        /// Its number within its kind.
        number: Option<u32> as Option<i64>,
        /// A heading that groups items of a kind.
        category: Text as Option<TextRecord>,
        /// Its official name.
        name: Text as Option<TextRecord> = name,
        /// A short name for lists.
        short: Text as Option<TextRecord>,
        /// Its wording in press reports on the plan.
        seed_name: Text as Option<TextRecord>,
        /// The id of the item that it is part of.
        parent: Option<ItemId> as Option<String> = parent,
        /// The ids of related items, organisations and documents.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        related: Box<[Node]> as Vec<String>,
        /// A summary.
        summary: Text as Option<TextRecord>,
        /// Other names.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        aliases: Box<[Str]> as Vec<Box<str>>,
        /// Its content, as far as that has no item of its own.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        parts: Box<[Part]> as Vec<PartRecord>,
        /// Its targets, each with a date.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        targets: Box<[Target]> as Vec<TargetRecord>,
        /// Its measure, with baseline, target and actual results.
        measure: Option<Measure> as Option<MeasureRecord> = measure_of,
        /// A remark.
        note: Text as Option<TextRecord>,
        /// How well this is confirmed; low without a source.
        confidence: Confidence as Option<Confidence> = evidence,
        /// Its sources: addresses or documents' ids.
        sources: Sources as Vec<String>,
    } beside {
        /// The file that brought it.
        origin: Origin = origin,
        /// Overlays that changed fields of it.
        extended_by: Box<[Origin]> = extended_by,
    }

    /// An organisation.
    pub struct Body(Clone, Debug, PartialEq), BodyRecord {
        /// Its id, such as `miit`.
        id: Str as Option<Box<str>> = own_id,
        /// Its abbreviation.
        abbr: Str as Option<Box<str>>,
        /// Its name.
        name: Text as Option<TextRecord> = name,
        /// Other names.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        aliases: Box<[Str]> as Vec<Box<str>>,
        /// Its remit.
        mandate: Text as Option<TextRecord>,
        /// A remark.
        note: Text as Option<TextRecord>,
        /// The id of the organisation that replaced it.
        successor: Option<BodyId> as Option<String> = successor,
        /// How well this is confirmed; low without a source.
        confidence: Confidence as Option<Confidence> = evidence,
        /// Its sources: addresses or documents' ids.
        sources: Sources as Vec<String>,
    } beside {
        /// The file that brought it.
        origin: Origin = origin,
        /// Overlays that changed fields of it.
        extended_by: Box<[Origin]> = extended_by,
    }

    /// A document.
    pub struct Document(Clone, Debug, PartialEq), DocumentRecord {
        /// Its id.
        id: Str as Option<Box<str>> = own_id,
        /// Its title.
        name: Text as Option<TextRecord> = name,
        /// Its official number.
        number: Str as Option<Box<str>>,
        /// Its date: YYYY, YYYY-MM or YYYY-MM-DD.
        dated: Option<Date> as Option<String>,
        /// A remark on its date.
        date_note: Text as Option<TextRecord>,
        /// The ids of the organisations that issued it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        issuers: Box<[BodyId]> as Vec<String>,
        /// Its web address.
        url: Str as Option<Box<str>>,
        /// A remark.
        note: Text as Option<TextRecord>,
        /// How well this is confirmed; low without a source.
        confidence: Confidence as Option<Confidence> = evidence,
        /// Its sources: addresses or documents' ids.
        sources: Sources as Vec<String>,
    } beside {
        /// The file that brought it.
        origin: Origin = origin,
        /// Overlays that changed fields of it.
        extended_by: Box<[Origin]> = extended_by,
    }
}

impl Record for KindRecord {
    type Id = KindId;
    const LIST: &'static str = "kinds";
    // Words that commands and filters take for other things than items.
    const RESERVED: &[&str] = &["plan", "body", "document", "item"];

    fn take_id(&mut self) -> Option<Box<str>> {
        self.id.take()
    }

    fn id(index: usize) -> KindId {
        KindId::at(index)
    }

    fn index(id: KindId) -> Option<usize> {
        Some(id.index())
    }
}

/// The lists of nodes.
macro_rules! lists {
    ($($record:ident, $list:literal, $node:ident, $id:ident;)*) => {$(
        impl Record for $record {
            type Id = Node;
            const LIST: &'static str = $list;

            fn take_id(&mut self) -> Option<Box<str>> {
                self.id.take()
            }

            fn id(index: usize) -> Node {
                Node::$node($id::at(index))
            }

            fn index(id: Node) -> Option<usize> {
                match id {
                    Node::$node(id) => Some(id.index()),
                    _ => None,
                }
            }
        }
    )*};
}

lists! {
    ItemRecord, "items", Item, ItemId;
    BodyRecord, "bodies", Body, BodyId;
    DocumentRecord, "documents", Document, DocumentId;
}

macro_rules! sourced {
    ($($record:ident)*) => {$(
        impl Sourced for $record {
            fn sources(&self) -> &[String] {
                &self.sources
            }

            fn confidence(&mut self) -> &mut Option<Confidence> {
                &mut self.confidence
            }
        }
    )*};
}

sourced!(PlanRecord ItemRecord BodyRecord DocumentRecord);
