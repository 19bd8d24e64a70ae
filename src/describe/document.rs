//! The description of a document: who issued it and when, where it can be read, what rests on it.

use super::card::Entry;
use super::text::TextRun;
use super::writer::{Blocks, Writer};
use crate::i18n::who;
use crate::model::{DocumentId, Node};

impl Writer<'_> {
    pub(super) fn document(&self, id: DocumentId) -> Blocks {
        let (labels, node) = (self.labels, Node::Document(id));
        let document = &self.plan[id];
        let mut dated = self.text(labels.dated, &document.date_note);
        if let Some(date) = document.dated {
            let date = TextRun::plain(who::date(self.lang(), date));
            dated.entries.insert(0, Entry::text(vec![date]));
        }
        let url = Some(&document.url).filter(|url| !url.is_empty());
        vec![
            vec![],
            vec![
                self.bodies(labels.issuers, &document.issuers),
                dated,
                Self::line(labels.number, &*document.number),
                Self::facts(
                    labels.address,
                    url.map(|url| Self::address(url)).into_iter().collect(),
                ),
            ],
            vec![self.text(labels.note, &document.note)],
            vec![self.links(labels.cited_by, self.plan.cited_by(id)).beside()],
            vec![self.overlays(node), self.sources(node)],
        ]
    }
}
