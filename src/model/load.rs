//! From the bytes of a data file to a [`Plan`].

use std::collections::HashMap;

use super::check::{Problem, What};
use super::links::Parts;
use super::records::{self, File, Raw, TextRecord};
use super::{
    Body, BodyId, Confidence, Date, Document, DocumentId, Info, Item, ItemId, Kind, KindId,
    Measure, Node, Origin, PLAN_ID, Part, Plan, Point, Responsibility, Row, Source, Str, Target,
    Text, fold_id, number,
};

/// The shipped plan.
pub const SHIPPED: &[u8] = include_bytes!("../../data/plan.json");

/// A data file in memory.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// What it is called in messages.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// Loads a plan and lays the overlays over it, in order.
///
/// # Errors
/// All problems of all files, in the order of the files and their lines.
pub fn load(plan: Input, _overlays: &[Input]) -> Result<Plan, Vec<Problem>> {
    let file: File = serde_json::from_slice(plan.bytes).map_err(|error| {
        vec![problem(
            plan.name,
            u32::try_from(error.line()).unwrap_or(0),
            &error.to_string(),
        )]
    })?;
    let mut stage = Stage::new(plan.name, &file);
    let built = stage.build(&file);
    match built {
        Some(plan) if stage.problems.is_empty() => Ok(plan),
        Some(_) | None => Err(stage.problems),
    }
}

fn problem(file: &str, line: u32, text: &str) -> Problem {
    Problem {
        file: file.to_owned(),
        line,
        column: 0,
        item: None,
        what: What::Other(text.to_owned()),
    }
}

struct Stage<'a> {
    name: &'a str,
    ids: HashMap<String, Node>,
    kinds: HashMap<String, KindId>,
    problems: Vec<Problem>,
}

fn str(raw: Option<&Raw>) -> Str {
    raw.map(|raw| Str::clean(&raw.0)).unwrap_or_default()
}

fn text(record: Option<&TextRecord>) -> Text {
    record
        .map(|record| Text::clean(&str(record.en.as_ref()), &str(record.zh.as_ref())))
        .unwrap_or_default()
}

fn strs(list: &[Raw]) -> Box<[Str]> {
    list.iter().map(|raw| Str::clean(&raw.0)).collect()
}

fn year(value: Option<i64>) -> u16 {
    value.and_then(|year| u16::try_from(year).ok()).unwrap_or(0)
}

fn sure(record: Option<records::ConfidenceRecord>) -> Confidence {
    record.map_or(Confidence::Low, Confidence::from)
}

impl<'a> Stage<'a> {
    fn new(name: &'a str, file: &File) -> Stage<'a> {
        let mut ids = HashMap::new();
        let mut problems = Vec::new();
        let mut add = |id: Option<&Raw>, node| {
            let id = id.map(|id| id.0.to_string()).unwrap_or_default();
            if id.is_empty() || ids.insert(fold_id(&id), node).is_some() {
                problems.push(problem(name, 0, &format!("missing or double id {id}")));
            }
        };
        add(
            file.plan.as_ref().and_then(|plan| plan.id.as_ref()),
            Node::Plan,
        );
        for (index, one) in file.items.iter().enumerate() {
            add(one.id.as_ref(), Node::Item(ItemId::at(index)));
        }
        for (index, one) in file.bodies.iter().enumerate() {
            add(one.id.as_ref(), Node::Body(BodyId::at(index)));
        }
        for (index, one) in file.documents.iter().enumerate() {
            add(one.id.as_ref(), Node::Document(DocumentId::at(index)));
        }
        ids.entry(fold_id(PLAN_ID)).or_insert(Node::Plan);
        let kinds = file
            .kinds
            .iter()
            .enumerate()
            .map(|(index, kind)| (fold_id(&str(kind.id.as_ref())), KindId::at(index)))
            .collect();
        Stage {
            name,
            ids,
            kinds,
            problems,
        }
    }

    fn wrong(&mut self, what: &str) {
        self.problems.push(problem(self.name, 0, what));
    }

    fn node(&mut self, id: &Raw) -> Option<Node> {
        let found = self.ids.get(&fold_id(&id.0)).copied();
        if found.is_none() {
            self.wrong(&format!("unknown id {}", id.0));
        }
        found
    }

    fn body(&mut self, id: &Raw) -> Option<BodyId> {
        match self.node(id) {
            Some(Node::Body(id)) => Some(id),
            _ => {
                self.wrong(&format!("not a body: {}", id.0));
                None
            }
        }
    }

    fn bodies(&mut self, ids: &[Raw]) -> Box<[BodyId]> {
        ids.iter().filter_map(|id| self.body(id)).collect()
    }

    fn document(&mut self, id: &Raw) -> Option<DocumentId> {
        match self.node(id) {
            Some(Node::Document(id)) => Some(id),
            _ => {
                self.wrong(&format!("not a document: {}", id.0));
                None
            }
        }
    }

    fn sources(&mut self, ids: &[Raw]) -> super::Sources {
        let mut sources = Vec::new();
        for id in ids {
            if id.0.contains("://") {
                sources.push(Source::Address(Str::clean(&id.0)));
            } else {
                sources.extend(self.document(id).map(Source::Document));
            }
        }
        sources.into()
    }

    fn date(&mut self, raw: Option<&Raw>) -> Option<Date> {
        let raw = raw?;
        let date = Date::parse(&raw.0);
        if date.is_none() {
            self.wrong(&format!("wrong date {}", raw.0));
        }
        date
    }

    fn item(&mut self, one: &records::ItemRecord) -> Option<Item> {
        let kind = self.kinds.get(&fold_id(&str(one.kind.as_ref()))).copied();
        if kind.is_none() {
            self.wrong("unknown kind");
        }
        let parent = match one.parent.as_ref().and_then(|id| self.node(id)) {
            Some(Node::Item(id)) => Some(id),
            _ => None,
        };
        let mut targets = Vec::new();
        for target in &one.targets {
            targets.push(Target {
                by: self.date(target.by.as_ref())?,
                text: text(target.text.as_ref()),
                document: target.document.as_ref().and_then(|id| self.document(id)),
                sources: self.sources(&target.sources),
                origin: Origin::default(),
            });
        }
        let measure = one.measure.as_ref().map(|measure| Measure {
            unit: text(measure.unit.as_ref()),
            binding: measure.binding,
            points: measure
                .points
                .iter()
                .map(|point| Point {
                    year: year(point.year),
                    value: point.value,
                    kind: point.kind.map_or(super::PointKind::Baseline, Into::into),
                    confidence: point.confidence.map(Into::into),
                    sources: self.sources(&point.sources),
                    origin: Origin::default(),
                })
                .collect(),
        });
        Some(Item {
            id: str(one.id.as_ref()),
            kind: kind?,
            number: one.number.and_then(|number| u32::try_from(number).ok()),
            name: text(one.name.as_ref()),
            parent,
            summary: text(one.summary.as_ref()),
            aliases: strs(&one.aliases),
            confidence: sure(one.confidence),
            sources: self.sources(&one.sources),
            origin: Origin::default(),
            more: super::ItemMore {
                category: text(one.category.as_ref()),
                short: text(one.short.as_ref()),
                seed_name: text(one.seed_name.as_ref()),
                related: one.related.iter().filter_map(|id| self.node(id)).collect(),
                parts: one
                    .parts
                    .iter()
                    .map(|part| Part {
                        name: text(part.name.as_ref()),
                        confidence: part.confidence.map(Into::into),
                        sources: self.sources(&part.sources),
                        origin: Origin::default(),
                    })
                    .collect(),
                targets: targets.into(),
                measure,
                note: text(one.note.as_ref()),
                extended_by: Box::default(),
            }
            .boxed(),
        })
    }

    fn info(&mut self, file: &File) -> Option<Info> {
        let one = file.plan.as_ref()?;
        let issuer = one.issuer.as_ref().and_then(|id| self.body(id));
        Some(Info {
            id: str(one.id.as_ref()),
            name: text(one.name.as_ref()),
            issuer: issuer?,
            drafted_by: self.bodies(&one.drafted_by),
            dated: self.date(one.dated.as_ref())?,
            announced: self.date(one.announced.as_ref()),
            from: year(one.period.as_ref().and_then(|period| period.from)),
            to: year(one.period.as_ref().and_then(|period| period.to)),
            compiled: self.date(one.compiled.as_ref())?,
            summary: text(one.summary.as_ref()),
            follows: one
                .follows
                .iter()
                .filter_map(|id| self.document(id))
                .collect(),
            predecessor: one.predecessor.as_ref().and_then(|id| self.document(id)),
            aliases: strs(&one.aliases),
            note: text(one.note.as_ref()),
            confidence: sure(one.confidence),
            sources: self.sources(&one.sources),
        })
    }

    fn row(&mut self, one: &records::RowRecord) -> Option<(Node, BodyId, Row)> {
        let node = one.item.as_ref().and_then(|id| self.node(id));
        let body = one.body.as_ref().and_then(|id| self.body(id));
        let row = Row {
            role: one.role?.into(),
            basis: one.basis?.into(),
            document: one.document.as_ref().and_then(|id| self.document(id)),
            confidence: sure(one.confidence),
            sources: self.sources(&one.sources),
            origin: Origin::default(),
            more: super::RowMore {
                note: text(one.note.as_ref()),
                unit: str(one.unit.as_ref()),
                contact: str(one.contact.as_ref()),
                due: self.date(one.due.as_ref()),
                status: one.status.map(Into::into),
            }
            .boxed(),
        };
        Some((node?, body?, row))
    }

    fn build(&mut self, file: &File) -> Option<Plan> {
        let info = self.info(file)?;
        let items: Vec<Item> = file.items.iter().filter_map(|one| self.item(one)).collect();
        let bodies: Vec<Body> = file
            .bodies
            .iter()
            .map(|one| Body {
                id: str(one.id.as_ref()),
                abbr: str(one.abbr.as_ref()),
                name: text(one.name.as_ref()),
                aliases: strs(&one.aliases),
                mandate: text(one.mandate.as_ref()),
                note: text(one.note.as_ref()),
                successor: one.successor.as_ref().and_then(|id| self.body(id)),
                confidence: sure(one.confidence),
                sources: self.sources(&one.sources),
                origin: Origin::default(),
                extended_by: Box::default(),
            })
            .collect();
        let documents: Vec<Document> = file
            .documents
            .iter()
            .map(|one| Document {
                id: str(one.id.as_ref()),
                name: text(one.name.as_ref()),
                number: str(one.number.as_ref()),
                dated: self.date(one.dated.as_ref()),
                date_note: text(one.date_note.as_ref()),
                issuers: self.bodies(&one.issuers),
                url: str(one.url.as_ref()),
                note: text(one.note.as_ref()),
                confidence: sure(one.confidence),
                sources: self.sources(&one.sources),
                origin: Origin::default(),
                extended_by: Box::default(),
            })
            .collect();
        let kinds: Vec<Kind> = file
            .kinds
            .iter()
            .map(|one| Kind {
                id: str(one.id.as_ref()),
                prefix: str(one.prefix.as_ref()),
                name: text(one.name.as_ref()),
                plural: text(one.plural.as_ref()),
                primary: one.primary.unwrap_or(false),
            })
            .collect();
        let rows: Vec<_> = file
            .responsibilities
            .iter()
            .filter_map(|one| self.row(one))
            .collect();
        let responsibilities = gather(rows);
        let links = Parts {
            info: &info,
            kinds: kinds.len(),
            items: &items,
            bodies: &bodies,
            documents: &documents,
            responsibilities: &responsibilities,
        }
        .links();
        Some(Plan {
            info,
            kinds,
            items,
            bodies,
            documents,
            responsibilities,
            overlays: Vec::new(),
            links,
            ids: std::mem::take(&mut self.ids),
        })
    }
}

/// Rows for one node and body become one responsibility: strongest row first. Nodes in plan order;
/// within a node by role, then by the first row with that role in the order of the file.
fn gather(rows: Vec<(Node, BodyId, Row)>) -> Vec<Responsibility> {
    let mut rows: Vec<(Node, BodyId, usize, Row)> = rows
        .into_iter()
        .enumerate()
        .map(|(place, (node, body, row))| (node, body, place, row))
        .collect();
    rows.sort_by_key(|(node, body, place, row)| (*node, *body, row.role, row.basis, *place));
    let mut all: Vec<(usize, Node, BodyId, Vec<Row>)> = Vec::new();
    for (node, body, place, row) in rows {
        match all.last_mut() {
            Some((first, item, who, rows)) if *item == node && *who == body => {
                if rows.first().is_some_and(|shown| shown.role == row.role) {
                    *first = (*first).min(place);
                }
                rows.push(row);
            }
            Some(_) | None => all.push((place, node, body, vec![row])),
        }
    }
    let mut all: Vec<(usize, Responsibility)> = all
        .into_iter()
        .map(|(first, item, body, rows)| {
            (
                first,
                Responsibility {
                    item,
                    body,
                    rows: rows.into(),
                },
            )
        })
        .collect();
    all.sort_by_key(|(first, one)| (one.item, one.shown().role, *first));
    all.into_iter().map(|(_, one)| one).collect()
}
