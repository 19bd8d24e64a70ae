//! The card of a document: where it stands, and what rests on it.

use super::{Entry, Section, Writer};
use crate::model::{DocumentId, Node};
use crate::words::card::card as words;
use crate::words::who;

impl Writer<'_> {
    pub(super) fn document(&self, id: DocumentId) -> Vec<Section> {
        let lang = self.lang();
        let words = words(lang);
        let document = &self.plan[id];
        let note = self.names.text(&document.date_note);
        let dated = match document.dated {
            Some(date) => self.with(who::date(lang, date), &note),
            None => note,
        };
        let address = Some(&document.url)
            .filter(|url| !url.is_empty())
            .into_iter();
        let address = address.map(|url| Entry {
            address: Some(url.to_string()),
            ..Entry::default()
        });
        let cited = self.plan.cited_by(id);
        let address = Section {
            label: words.address.to_owned(),
            entries: address.collect(),
        };
        vec![
            Self::line(words.number, &*document.number),
            Self::line(words.dated, dated),
            self.links(
                words.issuers,
                document.issuers.iter().map(|&id| Node::Body(id)),
            ),
            address,
            self.links((words.cited_by)(cited.len()), cited),
        ]
    }
}
