//! From the records of all files to a [`Plan`]: ids become places, each node is read once, from all
//! the records about it, and everything that is wrong is collected, each problem with its path.

use std::collections::HashSet;
use std::ops::ControlFlow;

use crate::model::sanitize::fold_id;
use crate::model::{
    Body, BodyId, Document, Info, Item, Kind, Origin, Overlay, Plan, Str, Synonyms, number,
};

use super::cycles::find_cycles;
use super::findings::{At, Findings, Path};
use super::object::TextRecord;
use super::parts::RowRecord;
use super::problem::ProblemKind;
use super::records::{BodyRecord, DocumentRecord, File, ItemRecord, KindRecord, PlanRecord};
use super::resolve::{LayeredList, Layers, RecordLayer};
use super::rows::{gather, stated_of};
use super::values::Values;

/// Why the records make no plan.
pub(super) enum Unfit {
    /// It was cancelled.
    Cancelled,
    /// What is wrong, and the ids of all nodes.
    Wrong(Findings, Vec<String>),
}

/// The records of all files.
#[derive(Default)]
struct Records {
    plan: Option<RecordLayer<PlanRecord>>,
    kinds: LayeredList<KindRecord>,
    items: LayeredList<ItemRecord>,
    bodies: LayeredList<BodyRecord>,
    documents: LayeredList<DocumentRecord>,
    rows: Vec<(Origin, Vec<RowRecord>)>,
    thesaurus: Vec<Synonyms>,
    overlays: Vec<Overlay>,
}

/// A plan from its records and those of overlays; the files are called by `names`. Now and then `step`
/// is asked whether to go on, and told how many of how many records are read.
pub(super) fn validate(
    files: Vec<File>,
    names: &[&str],
    step: &dyn Fn(usize, usize) -> ControlFlow<()>,
) -> Result<Plan, Unfit> {
    let mut values = Values::new();
    let mut records = lay(files, names, &mut values);
    let overlays = std::mem::take(&mut records.overlays);
    let thesaurus = std::mem::take(&mut records.thesaurus);
    let ControlFlow::Continue(mut plan) = read(records, &mut values, step) else {
        return Err(Unfit::Cancelled);
    };
    find_cycles(&mut values, &plan.items, &plan.bodies);
    if values.findings.is_empty() {
        plan.thesaurus = thesaurus;
        plan.overlays = overlays;
        plan.ids = values.ids.into_nodes();
        return Ok(plan.linked());
    }
    let ids = plan.nodes().skip(1).map(|node| plan.id(node).to_owned());
    Err(Unfit::Wrong(values.findings, ids.collect()))
}

/// Defines all ids, and brings together the records about each node.
fn lay(files: Vec<File>, names: &[&str], values: &mut Values) -> Records {
    let mut all = Records::default();
    for (index, mut file) in files.into_iter().enumerate() {
        let origin = Origin(u8::try_from(index).unwrap_or(u8::MAX));
        let findings = &mut values.findings;
        check_keys(findings, origin, &file);
        complete(&mut file, origin.is_overlay());
        if origin.is_overlay() {
            if let (Some(wanted), Some(plan)) = (&file.r#for, &all.plan) {
                check_meant_for(findings, origin, wanted, &plan.record);
            }
            all.overlays.push(Overlay {
                file: names.get(index).copied().unwrap_or_default().to_owned(),
                for_plan: file.r#for.map(Str::from).unwrap_or_default(),
            });
        } else if let Some(record) = file.plan.take() {
            let at = At {
                file: origin,
                list: "plan",
                index: None,
            };
            let id = record.id.clone().unwrap_or_default();
            if record.id.is_some() {
                values.ids.define_plan(at, &id, findings);
            }
            all.plan = Some(RecordLayer { at, id, record });
        }
        let kinds = file.kinds.unwrap_or_default();
        let items = file.items.unwrap_or_default();
        let ids = &mut values.ids;
        all.kinds.lay(origin, kinds, &mut values.kinds, findings);
        all.items.lay(origin, items, ids, findings);
        all.bodies.lay(origin, file.bodies, ids, findings);
        all.documents.lay(origin, file.documents, ids, findings);
        all.rows.push((origin, file.responsibilities));
        join_thesaurus(&mut all.thesaurus, file.thesaurus, origin, findings);
    }
    // Of a kind that was refused nothing else matters.
    all.kinds.refused.clear();
    let kinds = all.kinds.nodes.iter();
    let kinds = kinds.map(|kind| Str::sanitize(&kind.base.id).to_string());
    values.kind_ids = kinds.collect();
    all
}

/// Adds a file's sets of synonyms; those of an overlay only if they are not there yet.
fn join_thesaurus(
    all: &mut Vec<Synonyms>,
    sets: Vec<Synonyms>,
    origin: Origin,
    findings: &mut Findings,
) {
    let (file, key) = (Path::File(origin), "thesaurus");
    let list = file.key(key);
    for (index, set) in sets.iter().enumerate() {
        let set_path = list.at(index);
        for (at, _) in set
            .words()
            .enumerate()
            .filter(|(_, word)| word.trim().is_empty())
        {
            findings.add(set_path.at(at), ProblemKind::EmptyText { key });
        }
    }
    if all.is_empty() {
        *all = sets;
    } else {
        let seen: HashSet<Synonyms> = all.iter().cloned().collect();
        all.extend(sets.into_iter().filter(|set| !seen.contains(set)));
    }
}

/// Notes which of a file's own keys are missing.
fn check_keys(findings: &mut Findings, origin: Origin, file: &File) {
    let root = Path::File(origin);
    match file.format {
        None => findings.add(root, ProblemKind::MissingKey { key: "format" }),
        Some(1) => {}
        Some(found) => findings.add(root.key("format"), ProblemKind::UnknownFormat { found }),
    }
    if origin.is_overlay() {
        return;
    }
    if file.plan.is_none() {
        findings.add(root, ProblemKind::MissingPlan);
    }
    if file.items.is_none() {
        findings.add(root, ProblemKind::MissingKey { key: "items" });
    }
}

/// Declares the kinds of a plan that declares none by their use, and the office of a file that only
/// says which unit of it is in charge.
fn complete(file: &mut File, overlay: bool) {
    let is_ours = |row: &RowRecord| overlay && (row.unit.is_some() || row.contact.is_some());
    for row in &mut file.responsibilities {
        if row.body.is_none() && is_ours(row) {
            row.body = Some(OUR_OFFICE.into());
        }
    }
    for [id, en, zh] in MEANT_BODIES {
        let mut rows = file.responsibilities.iter();
        let is_named = rows.any(|row| row.body.as_deref() == Some(id));
        let mut bodies = file.bodies.iter();
        if is_named && !bodies.any(|body| body.id.as_deref() == Some(id)) {
            file.bodies.push(BodyRecord {
                id: Some(id.into()),
                name: Some(TextRecord {
                    en: Some(en.into()),
                    zh: Some(zh.into()),
                }),
                ..BodyRecord::default()
            });
        }
    }
    if overlay {
        return;
    }
    if file.kinds.as_ref().is_some_and(|kinds| !kinds.is_empty()) {
        return;
    }
    let mut kinds: Vec<KindRecord> = Vec::new();
    let mut known = HashSet::new();
    for item in file.items.iter().flatten() {
        let kind = item.kind.as_deref().unwrap_or_default();
        let folded = fold_id(kind);
        if folded.is_empty() || !known.insert(folded) {
            continue;
        }
        let id = item.id.as_deref().unwrap_or_default();
        let prefix: String = id.chars().take_while(|c| c.is_alphabetic()).collect();
        kinds.push(KindRecord {
            id: Some(kind.into()),
            prefix: (!prefix.is_empty()).then(|| prefix.into()),
            name: Some(TextRecord::plain(&capitalized(kind))),
            plural: None,
            primary: Some(true),
        });
    }
    file.kinds = Some(kinds);
}

/// The id of the body that an overlay means where it names none.
pub(super) const OUR_OFFICE: &str = "our-office";
/// The id of what stands in the place of a body in a row that leaves its lead open.
pub(super) const NO_LEAD: &str = "no-lead-stated";
/// The same in a row of which the lead could not be read.
pub(super) const UNREAD_LEAD: &str = "lead-not-recognised";
/// Bodies that no file has to declare: the id, the name in English and in Chinese.
const MEANT_BODIES: [[&str; 3]; 3] = [
    [OUR_OFFICE, "Our office", "本单位"],
    [NO_LEAD, "No lead stated", "未注明牵头单位"],
    [UNREAD_LEAD, "Lead not recognised", "牵头单位未识别"],
];

impl Plan {
    /// Whether a body only stands in the place of one that a sheet does not state, or not readably.
    #[must_use]
    pub fn is_stand_in(&self, body: BodyId) -> bool {
        [NO_LEAD, UNREAD_LEAD].contains(&&*self[body].id)
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Notes that an overlay is meant for another plan.
fn check_meant_for(findings: &mut Findings, origin: Origin, wanted: &str, plan: &PlanRecord) {
    let name = plan.name.iter();
    let names = name.flat_map(|name| [name.en.as_deref(), name.zh.as_deref()]);
    let names = names.chain([plan.id.as_deref()]).flatten();
    let mut names = names.chain(plan.aliases.iter().map(|alias| &**alias));
    let folded = fold_id(wanted);
    if !names.any(|name| fold_id(name) == folded) {
        let what = ProblemKind::OtherPlan {
            wanted: wanted.to_owned(),
            found: Str::sanitize(plan.id.as_deref().unwrap_or_default()).to_string(),
        };
        findings.add(Path::File(origin).key("for"), what);
    }
}

/// Counts the records that are read.
struct RecordsRead<'p> {
    step: &'p dyn Fn(usize, usize) -> ControlFlow<()>,
    done: usize,
    all: usize,
}

impl RecordsRead<'_> {
    /// Another one is read.
    fn next(&mut self) -> ControlFlow<()> {
        const OFTEN: usize = 256;
        self.done += 1;
        if self.done.is_multiple_of(OFTEN) {
            (self.step)(self.done, self.all)?;
        }
        ControlFlow::Continue(())
    }

    fn nodes<R, T>(
        &mut self,
        records: LayeredList<R>,
        values: &mut Values,
        read: fn(&mut Values, Layers<R>) -> T,
    ) -> ControlFlow<(), Vec<T>> {
        let mut nodes = Vec::with_capacity(records.nodes.len());
        for layers in records.nodes {
            self.next()?;
            nodes.push(read(values, layers));
        }
        for layers in records.refused {
            self.next()?;
            read(values, layers);
        }
        ControlFlow::Continue(nodes)
    }
}

/// Reads each node and row once.
fn read(
    records: Records,
    values: &mut Values,
    step: &dyn Fn(usize, usize) -> ControlFlow<()>,
) -> ControlFlow<(), Plan> {
    let rows: usize = records.rows.iter().map(|(_, rows)| rows.len()).sum();
    let nodes = records.items.nodes.len() + records.bodies.nodes.len();
    let mut progress = RecordsRead {
        step,
        done: 0,
        all: nodes + records.documents.nodes.len() + rows,
    };
    let info = records
        .plan
        .map(|plan| Info::of(values, Layers::of(plan, true)));
    let kinds = progress.nodes(records.kinds, values, Kind::of)?;
    let items = progress.nodes(records.items, values, Item::of)?;
    let bodies = progress.nodes(records.bodies, values, Body::of)?;
    let documents = progress.nodes(records.documents, values, Document::of)?;
    let mut statements = Vec::with_capacity(rows);
    for (origin, rows) in records.rows {
        for (index, row) in rows.into_iter().enumerate() {
            progress.next()?;
            let place = number(statements.len());
            statements.extend(stated_of(values, row, origin, index, place));
        }
    }
    ControlFlow::Continue(Plan {
        info: info.unwrap_or_default(),
        kinds,
        items,
        bodies,
        documents,
        responsibilities: gather(statements),
        ..Plan::default()
    })
}
