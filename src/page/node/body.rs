//! A body's page: what it is there for, what became of it, what it answers for.

use super::super::build::Piece;
use super::super::{Goal, Tone};
use super::Writer;
use crate::model::{Basis, BodyId, Node, Responsibility, Role, Row};
use crate::words::who as words;

impl Writer<'_> {
    pub(super) fn body_page(&mut self, id: BodyId) {
        let plan = self.plan;
        let body = &plan[id];
        self.head(Node::Body(id), self.labels.body, &body.name);
        if let Some(successor) = body.successor {
            let pieces = self.became(successor);
            self.out.line(pieces);
        }
        self.out.gap();
        for role in [Role::Lead, Role::Support, Role::Issuer] {
            self.charges(id, role);
        }
        self.out.gap();
        self.text(self.labels.mandate, &body.mandate);
        self.aliases(Node::Body(id));
        self.nodes(
            self.labels.before,
            plan.predecessors(id).into_iter().map(Node::Body),
        );
        self.text(self.labels.note, &body.note);
        self.out.gap();
        self.nodes(
            self.labels.issued,
            plan.issued(id).into_iter().map(Node::Document),
        );
        self.out.gap();
        self.sources(&body.sources);
    }

    /// What the body answers for in one role: counts by kind, then a line each.
    fn charges(&mut self, id: BodyId, role: Role) {
        let plan = self.plan;
        let filter = self.style.basis;
        let charges: Vec<(&Responsibility, &Row)> = plan
            .charges(id)
            .filter_map(|known| Some((known, filter.shown(known)?)))
            .filter(|(_, row)| row.role == role)
            .collect();
        if charges.is_empty() {
            if role == Role::Lead {
                let none = Piece::new(words::who(self.lang()).not_stated, Tone::Quiet);
                self.out.field(words::role(self.lang(), role), vec![none]);
            }
            return;
        }
        let mut counts = vec![Piece::new(charges.len().to_string(), Tone::Strong)];
        let mut said = Vec::new();
        for (kind, about) in plan.kinds() {
            let count = charges
                .iter()
                .filter(|(known, _)| self.is_of(known.item, kind))
                .count();
            if count > 0 {
                said.push(format!("{} {count}", about.plural.get(self.lang())));
            }
        }
        counts.push(Piece::new(
            format!("  {}", said.join(words::who(self.lang()).list)),
            Tone::Quiet,
        ));
        self.out.field(words::role(self.lang(), role), counts);
        let mut sorted = charges;
        sorted.sort_by_key(|(known, _)| self.kind_rank(known.item));
        for (known, row) in sorted {
            let mut pieces = self.link(known.item);
            pieces.push(Piece::new(
                format!("  {}", self.basis_in_short(row)),
                Tone::Quiet,
            ));
            if let Some(document) = row.document.filter(|_| row.basis == Basis::Companion) {
                let goal = Goal::Node(Node::Document(document));
                pieces.push(Piece::new(format!(" {}", plan[document].id), Tone::Quiet).to(goal));
            }
            self.out.field("", pieces);
        }
    }

    fn basis_in_short(&self, row: &Row) -> String {
        words::basis_short(self.lang(), row.basis).to_owned()
    }

    fn is_of(&self, node: Node, kind: crate::model::KindId) -> bool {
        matches!(node, Node::Item(id) if self.plan[id].kind == kind)
    }

    /// Kinds in the order of the file, with plan order kept within a kind.
    fn kind_rank(&self, node: Node) -> usize {
        match node {
            Node::Plan => 0,
            Node::Item(id) => 1 + self.plan[id].kind.index(),
            Node::Body(_) | Node::Document(_) => usize::MAX,
        }
    }
}
