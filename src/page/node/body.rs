//! A body's page: what it is there for, its other names, what became of it, then what it answers for.

use super::super::build::Piece;
use super::super::wrap::cut;
use super::super::{Goal, Head, Tone};
use super::{Writer, room};
use crate::model::{Basis, BodyId, Confidence, Node, Responsibility, Role, Row};
use crate::words::who as words;

/// A name is never cut shorter than this.
const LEAST_NAME: usize = 8;

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
        // Where only a few lines show, they have to answer.
        let roomy = self.style.head == Head::Full;
        if roomy {
            self.introduction(id);
        }
        for role in [Role::Lead, Role::Support, Role::Issuer] {
            self.charges(id, role);
        }
        self.legend(id);
        self.out.gap();
        if !roomy {
            self.introduction(id);
        }
        self.nodes(
            self.labels.issued,
            plan.issued(id).into_iter().map(Node::Document),
        );
        self.text(self.labels.note, &body.note);
        self.out.gap();
        self.sources(plan.grounds(Node::Body(id)));
    }

    /// What the body is there for, its other names, and what it was before.
    fn introduction(&mut self, id: BodyId) {
        let plan = self.plan;
        self.text(self.labels.mandate, &plan[id].mandate);
        self.aliases(Node::Body(id));
        self.nodes(
            self.labels.before,
            plan.predecessors(id).into_iter().map(Node::Body),
        );
        self.out.gap();
    }

    /// What the marks behind the lines mean, where there are any.
    fn legend(&mut self, id: BodyId) {
        let filter = self.style.basis;
        let mut shown = self
            .plan
            .charges(id)
            .filter_map(|known| filter.shown(known));
        if shown.any(|row| !doubt(row).is_empty()) {
            let sure = |confidence| words::confidence(self.style.lang, confidence);
            let legend = format!(
                "~ {}  ? {}",
                sure(Confidence::Medium),
                sure(Confidence::Low)
            );
            self.out.field("", vec![Piece::new(legend, Tone::Quiet)]);
        }
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
            if self.out.is_full() {
                return;
            }
            let line = self.charge(known, row);
            self.out.hanging(2, 4, line);
        }
    }

    /// One thing the body answers for, on one line: the name gives way to the basis.
    fn charge(&self, known: &Responsibility, row: &Row) -> Vec<Piece> {
        let document = row.document.filter(|_| row.basis == Basis::Companion);
        let cited = document.map_or("", |id| &*self.plan[id].id);
        let basis = words::basis_short(self.lang(), row.basis);
        let doubt = doubt(row);
        let sign = self.sign(known.item);
        let used = sign.width() + room(basis) + room(cited) + 8;
        let name = self.plan.label(known.item, self.lang());
        let name = cut(
            name,
            self.style.width.saturating_sub(used).max(LEAST_NAME),
            self.style.charset.plain_signs(),
        );
        let goal = Goal::Node(known.item);
        let mut pieces = vec![
            sign.to(goal.clone()),
            Piece::plain(" "),
            Piece::plain(name).to(goal),
            Piece::new(format!("  {basis} "), Tone::Quiet),
        ];
        if let Some(id) = document {
            pieces.push(Piece::new(cited, Tone::Quiet).to(Goal::Node(Node::Document(id))));
        }
        pieces.push(Piece::new(doubt, Tone::Quiet));
        pieces
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

/// The mark of what is not sure; what is inferred says so itself.
fn doubt(row: &Row) -> &'static str {
    match (row.basis, row.confidence) {
        (Basis::Mandate, _) | (_, Confidence::High) => "",
        (_, Confidence::Medium) => " ~",
        (_, Confidence::Low) => " ?",
    }
}
