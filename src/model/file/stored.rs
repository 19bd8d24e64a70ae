//! How each type of value of a node stands in a record: read from all the records about the node, and
//! written again. What is wrong is noted by [`Values`].

use std::hash::Hash;

use super::findings::Path;
use super::object::{PeriodRecord, TextRecord};
use super::overlay::Key;
use super::problem::ProblemKind;
use super::resolve::Layers;
use super::sheet::holds::{BASIS, CONFIDENCE, FIGURE, Holds, Of, ROLE, STATUS};
use super::values::{Values, text};
use crate::model::{
    Basis, BodyId, Confidence, Date, DocumentId, Figure, ItemId, KindId, Node, Plan, PointKind,
    Role, Source, Sources, Status, Str, Text,
};

/// A value of a node that a record states as an `S`.
pub(super) trait Read<S>: Sized {
    /// The value of a field by all the records about its node.
    fn read<R>(all: &mut Layers<R>, values: &mut Values, key: Key<R, S>) -> Self;
}

/// A value that a field may hold one or several of.
pub(super) trait One<S>: Sized {
    /// What makes two of them the same where overlays add to a list.
    type Same: Hash + Eq;

    /// The value of what a record states; nothing where that is wrong or empty.
    fn one(values: &mut Values, given: S, path: Path) -> Option<Self>;

    fn same(&self) -> Self::Same;
}

impl<S, T: One<S> + PartialEq> Read<Option<S>> for Option<T> {
    fn read<R>(all: &mut Layers<R>, values: &mut Values, key: Key<R, Option<S>>) -> Self {
        all.field(values, key, None, T::one)
    }
}

impl<S, T: One<S>> Read<Vec<S>> for Box<[T]> {
    fn read<R>(all: &mut Layers<R>, values: &mut Values, key: Key<R, Vec<S>>) -> Self {
        all.list(values, key, T::one, T::same).into()
    }
}

/// Values that are the same where they are equal.
macro_rules! ones {
    ($($type:ty, $stored:ty: |$values:pat_param, $given:ident, $path:pat_param| $read:expr;)*) => {$(
        impl One<$stored> for $type {
            type Same = $type;

            fn one($values: &mut Values, $given: $stored, $path: Path) -> Option<$type> {
                $read
            }

            fn same(&self) -> $type {
                self.clone()
            }
        }
    )*};
}

ones! {
    u32, i64: |values, given, path| values.number(given, path);
    Date, String: |values, given, path| values.date(&given, path);
    BodyId, String: |values, given, path| values.body(&given, path);
    DocumentId, String: |values, given, path| values.document(&given, path);
    Node, String: |values, given, path| values.node(&given, None, path);
    Source, String: |values, given, path| values.source(&given, path);
    Str, Box<str>: |_, given, _| Some(Str::from(given)).filter(|one| !one.is_empty());
    (u16, u16), PeriodRecord: |values, given, path| {
        let from = values.year(given.from, path, "from");
        let to = values.year(given.to, path, "to");
        if 0 < to && to < from {
            values.findings.add(path, ProblemKind::PeriodReversed);
        }
        Some((from, to))
    };
}

/// Values that are empty where no record states them.
macro_rules! plain {
    ($($type:ty, $stored:ty: |$given:ident| $read:expr;)*) => {$(
        impl Read<Option<$stored>> for $type {
            fn read<R>(
                all: &mut Layers<R>,
                values: &mut Values,
                key: Key<R, Option<$stored>>,
            ) -> $type {
                all.field(values, key, Default::default(), |_, $given, _| $read)
            }
        }
    )*};
}

plain! {
    Str, Box<str>: |given| given.into();
    Text, TextRecord: |given| text(given);
    bool, bool: |given| given;
}

impl Read<Vec<String>> for Sources {
    fn read<R>(all: &mut Layers<R>, values: &mut Values, key: Key<R, Vec<String>>) -> Sources {
        if all.over.is_empty() {
            let given = std::mem::take(key.1(&mut all.base.record));
            return values.sources(given, all.base.path().key(key.0));
        }
        let sources = all.list(values, key, Source::one, Source::clone);
        sources.into_iter().collect()
    }
}

/// A value of the plan that a record states as an `S`.
pub(super) trait Written<S> {
    /// How it stands in the cell of a sheet; nothing where it stands in none, but in sheets of its own.
    const HOLDS: Option<Holds> = None;

    /// What stands in a record for it.
    fn written(&self, plan: &Plan) -> S;
}

macro_rules! written {
    ($($type:ty, $stored:ty, $holds:expr, |$value:ident, $plan:pat_param| $result:expr;)*) => {$(
        impl Written<$stored> for $type {
            const HOLDS: Option<Holds> = Some($holds);

            fn written(&self, $plan: &Plan) -> $stored {
                let $value = self;
                $result
            }
        }
    )*};
}

written! {
    Str, Option<Box<str>>, Holds::Line, |text, _| raw(text);
    Str, Box<str>, Holds::Lines, |text, _| (&**text).into();
    Text, Option<TextRecord>, Holds::Text, |text, _| (!text.is_empty()).then(|| TextRecord {
        en: raw(text.en()),
        zh: raw(text.zh()),
    });
    Date, Option<String>, Holds::Date, |date, _| Some(date.to_string());
    Option<Date>, Option<String>, Holds::Date, |date, _| date.map(|date| date.to_string());
    Option<u32>, Option<i64>, Holds::Whole, |number, _| number.map(Into::into);
    u16, Option<i64>, Holds::Whole, |year, _| Some((*year).into());
    KindId, Option<String>, Holds::One(Of::Kind), |id, plan| raw(&plan[*id].id);
    Option<ItemId>, Option<String>, Holds::One(Of::Item), |id, plan| id.and_then(|id| raw(&plan[id].id));
    Option<BodyId>, Option<String>, Holds::One(Of::Body), |id, plan| id.and_then(|id| raw(&plan[id].id));
    Option<DocumentId>, Option<String>, Holds::One(Of::Document), |id, plan| id.and_then(|id| raw(&plan[id].id));
    BodyId, String, Holds::Many(Of::Body), |id, plan| plan[*id].id.to_string();
    DocumentId, String, Holds::Many(Of::Document), |id, plan| plan[*id].id.to_string();
    Node, String, Holds::Many(Of::Node), |node, plan| plan.id(*node).to_owned();
    Source, String, Holds::Many(Of::Source), |source, plan| match source {
        Source::Document(id) => plan[*id].id.to_string(),
        Source::Address(address) => address.to_string(),
    };
    Sources, Vec<String>, Holds::Many(Of::Source), |sources, plan| (**sources).written(plan);
    Option<f64>, Option<Figure>, Holds::Figure, |value, _| value.map(Figure::from);
    bool, Option<bool>, Holds::Flag, |flag, _| flag.then_some(true);
    Option<bool>, Option<bool>, Holds::Flag, |flag, _| *flag;
    Role, Option<Role>, Holds::Word(ROLE), |role, _| role.stated();
    Basis, Option<Basis>, Holds::Word(BASIS), |basis, _| Some(*basis);
    PointKind, Option<PointKind>, Holds::Word(FIGURE), |kind, _| Some(*kind);
    Option<Status>, Option<Status>, Holds::Word(STATUS), |status, _| *status;
    Confidence, Option<Confidence>, Holds::Word(CONFIDENCE), |sure, _| Some(*sure);
    Option<Confidence>, Option<Confidence>, Holds::Word(CONFIDENCE), |sure, _| *sure;
}

impl Written<PeriodRecord> for (u16, u16) {
    fn written(&self, plan: &Plan) -> PeriodRecord {
        PeriodRecord {
            from: self.0.written(plan),
            to: self.1.written(plan),
        }
    }
}

impl Written<Option<PeriodRecord>> for Option<(u16, u16)> {
    fn written(&self, plan: &Plan) -> Option<PeriodRecord> {
        self.map(|years| years.written(plan))
    }
}

impl<T: Written<R>, R> Written<Vec<R>> for [T] {
    const HOLDS: Option<Holds> = T::HOLDS;

    fn written(&self, plan: &Plan) -> Vec<R> {
        self.iter().map(|one| one.written(plan)).collect()
    }
}

impl<T: Written<R>, R> Written<Vec<R>> for Box<[T]> {
    const HOLDS: Option<Holds> = T::HOLDS;

    fn written(&self, plan: &Plan) -> Vec<R> {
        (**self).written(plan)
    }
}

/// A text as a record has it: nothing where it is empty.
pub(super) fn raw<'s, T: From<&'s str>>(text: &'s str) -> Option<T> {
    (!text.is_empty()).then(|| text.into())
}

/// Records, and what they are once they are loaded. One that begins with an `id` is about a node, which
/// overlays may extend: that one is read from all records about it.
macro_rules! records {
    ($(
        $(#[doc = $doc:literal])*
        pub struct $node:ident($($derive:ident),*), $record:ident
        $(about { $($(#[doc = $about_doc:literal])* $about:ident: $about_type:ty,)* })?
        {$(
            $(#[doc = $field_doc:literal])*
            $(#[serde($($serde:tt)*)])?
            $field:ident: $type:ty as $stored:ty $(= $read:expr)?,
        )*}
        $(beside {$(
            $(#[doc = $own_doc:literal])*
            $own:ident: $own_type:ty $(= $own_read:expr)?,
        )*})?
    )*) => {$(
        $(#[doc = $doc])*
        #[derive($($derive),*)]
        pub struct $node {
            $($(#[doc = $field_doc])* pub $field: $type,)*
            $($($(#[doc = $own_doc])* pub $own: $own_type,)*)?
        }

        $crate::model::file::object::objects! {
            $(#[doc = $doc])*
            pub struct $record {
                $($($(#[doc = $about_doc])* pub $about: $about_type,)*)?
                $($(#[doc = $field_doc])* $(#[serde($($serde)*)])? pub $field: $stored,)*
            }
        }

        impl $record {
            /// The keys, each with how its value stands in a cell.
            pub(super) const FIELDS: &[(&str, Option<$crate::model::file::sheet::holds::Holds>)] =
                &[$((stringify!($field), <$type as $crate::model::file::stored::Written<$stored>>::HOLDS)),*];
        }

        impl $crate::model::file::stored::Written<$record> for $node {
            fn written(&self, plan: &$crate::model::Plan) -> $record {
                $record {
                    $($($about: None,)*)?
                    $($field: $crate::model::file::stored::Written::written(&self.$field, plan),)*
                }
            }
        }

        $crate::model::file::stored::layered! {
            $node, $record: $($field ($($read)?))*; $($($own ($($own_read)?))*)?
        }
    )*};
}
pub(super) use records;

/// How a node is read from all records about it, each field by its type unless it names what reads it.
macro_rules! layered {
    ($node:ident, $record:ident:
        id $id:tt $($field:ident $read:tt)*; $($own:ident ($own_read:expr))*
    ) => {
        impl $node {
            /// What all the records about it say.
            pub(super) fn of(
                values: &mut $crate::model::file::values::Values,
                mut all: $crate::model::file::resolve::Layers<$record>,
            ) -> $node {
                let all = &mut all;
                let id = $crate::model::file::stored::reader!$id(all, values, $crate::model::file::stored::key!(id));
                $(let $field = $crate::model::file::stored::reader!$read(all, values, $crate::model::file::stored::key!($field));)*
                $node { id, $($field,)* $($own: $own_read(all),)* }
            }
        }
    };
    ($($inner:tt)*) => {};
}
pub(super) use layered;

/// What reads a field.
macro_rules! reader {
    () => {
        $crate::model::file::stored::Read::read
    };
    ($read:expr) => {
        $read
    };
}
pub(super) use reader;

/// A member of records: its key, and where it lies in one.
macro_rules! key {
    ($field:ident) => {
        (stringify!($field), |record| &mut record.$field)
    };
}
pub(super) use key;
