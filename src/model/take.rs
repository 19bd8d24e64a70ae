//! Takes the records of a file into a [`Builder`], one at a time, and checks what can be checked
//! without knowing the others. A record of an overlay for a node that exists extends it.

use serde::Deserialize;

use super::build::{Builder, Defined, Mentioned};
use super::check::{NodeSort, What};
use super::place::Path;
use super::records::{
    BodyRecord, DocumentRecord, ItemRecord, KindRecord, PlanRecord, Raw, RowRecord,
};
use super::{BodyId, DocumentId, ItemId, KindId, Node};

/// A record of one of the file's lists.
pub(super) trait Record<'de>: Deserialize<'de> + Default {
    /// A string of the record, to tell how far the file has been read.
    fn mark(&self) -> Option<&Raw<'de>>;
    /// Takes the record in.
    fn take(&self, builder: &mut Builder);
}

const ROOT: Path = Path::Record;

impl<'de> Record<'de> for PlanRecord<'de> {
    fn mark(&self) -> Option<&Raw<'de>> {
        self.id.as_ref()
    }

    fn take(&self, builder: &mut Builder) {
        let info = builder.plan(self);
        if let Some(symbol) = builder.own_id(self.id.as_ref()) {
            let known = builder.slots[symbol].node;
            if known == Some(Node::Plan) {
                let place = builder.log.place(ROOT.key("id"));
                builder.log.defined.insert(symbol, place);
            } else {
                builder.define(symbol, self.id.as_ref(), Node::Plan);
            }
        }
        builder.info = info;
    }
}

impl<'de> Record<'de> for KindRecord<'de> {
    fn mark(&self) -> Option<&Raw<'de>> {
        self.id.as_ref()
    }

    fn take(&self, builder: &mut Builder) {
        let Some(raw) = builder.need(self.id.as_ref(), ROOT, "id") else {
            return;
        };
        let symbol = builder.kind_ids.symbol(&raw.0);
        let folded = builder.kind_ids.name(symbol);
        let what = match folded {
            "" => Some(What::EmptyText { key: "id" }),
            _ if RESERVED_KINDS.contains(&folded) => Some(What::ReservedId {
                id: raw.0.clone().into_owned(),
            }),
            _ => None,
        };
        if let Some(what) = what {
            return builder.log.flaw(ROOT.key("id"), what);
        }
        if builder.kind_slots.len() < builder.kind_ids.len() {
            builder.kind_slots.resize(builder.kind_ids.len(), None);
        }
        let here = builder.log.file;
        match builder.kind_slots[symbol] {
            Some((_, file)) if file == here => {
                let first = builder.log.kinds_defined.get(&symbol).cloned();
                let what = What::DoubleId {
                    id: raw.0.clone().into_owned(),
                    first: super::Spot::default(),
                };
                builder.log.flaw_beside(ROOT.key("id"), what, first);
            }
            Some((kind, _)) => {
                builder.kind_slots[symbol] = Some((kind, here));
                let fresh = builder.kind_of(self, false);
                builder.extend_kind(kind, fresh, self);
            }
            None => {
                builder.kind_slots[symbol] = Some((KindId::at(builder.kinds.len()), here));
                let place = builder.log.place(ROOT.key("id"));
                builder.log.kinds_defined.insert(symbol, place);
                let fresh = builder.kind_of(self, true);
                builder.kinds.push(fresh);
            }
        }
    }
}

/// Words that commands and filters take for other things than items.
const RESERVED_KINDS: [&str; 4] = ["plan", "body", "document", "item"];

macro_rules! nodes {
    ($($record:ident => $list:ident, $node:ident($id:ident), $make:ident, $extend:ident;)*) => {$(
        impl<'de> Record<'de> for $record<'de> {
            fn mark(&self) -> Option<&Raw<'de>> {
                self.id.as_ref()
            }

            fn take(&self, builder: &mut Builder) {
                let id = $id::at(builder.$list.len());
                let symbol = builder.own_id(self.id.as_ref());
                let defined = symbol.map_or(Defined::Refused, |symbol| {
                    builder.define(symbol, self.id.as_ref(), Node::$node(id))
                });
                match defined {
                    Defined::New => {
                        let fresh = builder.$make(self, id, true);
                        builder.$list.push(fresh);
                        if builder.in_overlay() {
                            // So that it is known who set these fields.
                            let fresh = builder.$list[id.index()].clone();
                            builder.$extend(id, fresh, self);
                        }
                    }
                    Defined::Extends(Node::$node(id)) => {
                        let fresh = builder.$make(self, id, false);
                        builder.$extend(id, fresh, self);
                    }
                    // Only for what else is wrong with it.
                    Defined::Extends(_) | Defined::Refused => {
                        builder.$make(self, id, !builder.in_overlay());
                    }
                }
            }
        }
    )*};
}

nodes! {
    ItemRecord => items, Item(ItemId), item_of, extend_item;
    BodyRecord => bodies, Body(BodyId), body_of, extend_body;
    DocumentRecord => documents, Document(DocumentId), document_of, extend_document;
}

impl<'de> Record<'de> for RowRecord<'de> {
    fn mark(&self) -> Option<&Raw<'de>> {
        self.item.as_ref()
    }

    fn take(&self, builder: &mut Builder) {
        let wanted = Mentioned::Node(NodeSort::ItemOrPlan);
        let item = builder
            .need(self.item.as_ref(), ROOT, "item")
            .map(|raw| ItemId::at(builder.mention(raw, wanted, ROOT.key("item"))));
        let body = builder
            .need(self.body.as_ref(), ROOT, "body")
            .map(|raw| builder.body(raw, ROOT.key("body")));
        let row = builder.row_of(self);
        if let (Some(item), Some(body)) = (item, body) {
            let place = super::number(builder.rows.len());
            builder.rows.push((Node::Item(item), body, place, row));
        }
    }
}
