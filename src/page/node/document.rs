//! A document's page: who issued it when, where it can be read, and what rests on it.

use super::super::Goal;
use super::super::build::Piece;
use super::Writer;
use crate::model::{DocumentId, Node};
use crate::words::who as words;

impl Writer<'_> {
    pub(super) fn document_page(&mut self, id: DocumentId) {
        let plan = self.plan;
        let document = &plan[id];
        self.head(Node::Document(id), self.labels.document, &document.name);
        self.out.gap();
        self.nodes(
            self.labels.issuers,
            document.issuers.iter().copied().map(Node::Body),
        );
        if let Some(date) = document.dated {
            self.out.field(
                self.labels.dated,
                vec![Piece::plain(words::date(self.lang(), date))],
            );
        }
        self.text(
            if document.dated.is_some() {
                ""
            } else {
                self.labels.dated
            },
            &document.date_note,
        );
        if !document.number.is_empty() {
            self.out
                .field(self.labels.number, vec![Piece::plain(&*document.number)]);
        }
        if !document.url.is_empty() {
            let goal = Goal::Address(document.url.to_string());
            self.out.field(
                self.labels.address,
                vec![Piece::plain(&*document.url).to(goal)],
            );
        }
        self.out.gap();
        self.text(self.labels.note, &document.note);
        self.out.gap();
        self.nodes(self.labels.cited_by, plan.cited_by(id));
        self.out.gap();
        self.sources(plan.grounds(Node::Document(id)));
    }
}
