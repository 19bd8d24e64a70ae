//! The description of a body: what became of it, what it is there for, what it answers for.

use super::card::{Entry, Section, SectionKind};
use super::text::{Goal, TextRole, TextRun};
use super::writer::{Blocks, Writer};
use crate::i18n::results::results;
use crate::i18n::who;
use crate::model::{Basis, BodyId, Confidence, Held, Node, Responsibility, Role, Statement};

impl Writer<'_> {
    pub(super) fn body(&self, id: BodyId) -> Blocks {
        let (plan, labels, node) = (self.plan, self.labels, Node::Body(id));
        let body = &plan[id];
        let [led, others @ ..] = Role::ALL.map(|role| self.charges(id, role));
        vec![
            vec![self.links(labels.now, body.successor.map(Node::Body))],
            vec![self.legend(id), led],
            vec![self.works_with(id).beside()],
            others.into(),
            vec![
                self.text(labels.mandate, &body.mandate),
                self.aliases(node),
                self.bodies(labels.before, &plan.predecessors(id)).beside(),
            ],
            vec![
                self.documents(labels.issued, &plan.issued(id)).beside(),
                self.note(&body.note),
            ],
            vec![self.overlays(node), self.sources(node)],
        ]
    }

    /// What the body answers for in one role: counts by kind, then each, by kind in plan order; what has ended
    /// last.
    fn charges(&self, id: BodyId, role: Role) -> Section {
        let (plan, lang) = (self.plan, self.lang());
        let label = match role {
            Role::Issuer => self.labels.issued,
            Role::Lead | Role::Support | Role::Unstated => who::role(lang, role),
        };
        let mut charges: Vec<(&Responsibility, &Statement)> = self
            .shown(plan.responsibilities_of(id))
            .filter(|(_, row)| row.role == role)
            .collect();
        if charges.is_empty() {
            let none = TextRun::new(who::who(lang).not_stated, TextRole::Quiet);
            let none = (role == Role::Lead).then(|| Entry::text(vec![none]));
            return Self::facts(label, none.into_iter().collect());
        }
        let rank = |node: Node| node.item().map(|id| plan[id].kind);
        charges.sort_by_key(|(known, row)| (row.is_former(), rank(known.item)));
        let counts = plan.kinds().filter_map(|(kind, about)| {
            let mine = charges
                .iter()
                .filter(|(known, row)| rank(known.item) == Some(kind) && !row.is_former());
            let count = mine.count();
            (count > 0).then(|| format!("{} {count}", about.plural.get(lang)))
        });
        let of_plan = charges.iter().any(|(known, _)| known.item == Node::Plan);
        let of_plan = of_plan.then(|| results(lang).plan_itself.to_owned());
        let counts: Vec<String> = counts.chain(of_plan).collect();
        let counts = counts.join(who::who(lang).list);
        let held = Held::of(charges.iter().map(|(known, row)| (known.item, *row)));
        let mut entries = vec![Entry::text(vec![
            TextRun::new(who::held(lang, held), TextRole::Name).whole(),
            TextRun::new(format!("  {counts}"), TextRole::Quiet),
        ])];
        let charges = charges.into_iter().take(self.limit());
        entries.extend(charges.map(|(known, row)| self.charge(known, row)));
        Self::section(label, SectionKind::Charges, entries)
    }

    fn charge(&self, known: &Responsibility, row: &Statement) -> Entry {
        let quiet = |text: String| TextRun::new(text, TextRole::Quiet);
        let basis = who::basis_short(self.lang(), row.basis);
        let until = row.until.map(|ended| who::until(self.lang(), ended));
        let basis = until.as_deref().unwrap_or(basis);
        let mut short_basis = vec![quiet(format!("  {basis} "))];
        if let Some(id) = row
            .document
            .filter(|_| row.basis == Basis::Companion && !row.is_former())
        {
            let goal = Goal::Node(Node::Document(id));
            short_basis.push(quiet(self.plan[id].id.to_string()).to(goal));
        }
        short_basis.push(quiet(mark(row).to_owned()));
        Entry {
            short_basis,
            basis: vec![self.basis(row)],
            doubt: self.doubt(Some(row.confidence)),
            remark: self.remark(row),
            ..self.link(known.item)
        }
    }

    /// What the marks of the short forms mean, where there are any.
    fn legend(&self, id: BodyId) -> Section {
        let shown = self.shown(self.plan.responsibilities_of(id));
        let rows: Vec<&Statement> = shown.map(|(_, row)| row).collect();
        let inferred = rows.iter().any(|row| row.basis == Basis::Mandate);
        let doubted = rows.iter().any(|row| !mark(row).is_empty());
        let mut marks = Vec::new();
        if inferred {
            marks.push(results(self.lang()).inferred_mark.to_owned());
        }
        if doubted {
            let doubt = |confidence| self.doubt(Some(confidence));
            marks.push(format!("~ {}", doubt(Confidence::Medium)));
            marks.push(format!("? {}", doubt(Confidence::Low)));
        }
        let legend = (!marks.is_empty()).then(|| {
            let mut runs = Vec::new();
            for mark in marks {
                if !runs.is_empty() {
                    runs.push(TextRun::plain("  "));
                }
                runs.push(TextRun::new(mark, TextRole::Quiet).whole());
            }
            Entry::text(runs)
        });
        Self::section("", SectionKind::Legend, legend.into_iter().collect())
    }
}

/// The mark of a short form that is not sure; `inferred` says so itself.
fn mark(row: &Statement) -> &'static str {
    match (row.basis, row.confidence) {
        (Basis::Mandate, _) | (_, Confidence::High) => "",
        (_, Confidence::Medium) => " ~",
        (_, Confidence::Low) => " ?",
    }
}
