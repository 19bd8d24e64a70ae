//! The plan's own page: whether its time is over and where to report a mistake come first.

use super::super::Tone;
use super::super::build::Piece;
use super::Writer;
use crate::model::{BodyId, Node, Role};
use crate::words::who as words;

impl Writer<'_> {
    pub(super) fn plan_page(&mut self) {
        let plan = self.plan;
        let info = plan.info();
        self.head(Node::Plan, self.labels.plan, &info.name);
        let mut period = vec![Piece::plain(format!("{}-{}", info.from, info.to))];
        if self.style.today.is_some_and(|today| today.year > info.to) {
            period.push(Piece::new(
                format!("  {}", self.labels.period_over),
                Tone::Warn,
            ));
        }
        self.out.gap();
        self.out.field(self.labels.period, period);
        let compiled = words::date(self.lang(), info.compiled);
        self.out
            .field(self.labels.compiled, vec![Piece::plain(compiled)]);
        self.out.field(
            self.labels.report,
            vec![Piece::plain(self.labels.report_how)],
        );
        self.out.gap();
        self.issuer(info.issuer);
        self.responsible(Node::Plan);
        self.nodes(
            self.labels.drafted,
            info.drafted_by.iter().copied().map(Node::Body),
        );
        let mut dates = words::date(self.lang(), info.dated);
        if let Some(day) = info.announced.filter(|day| *day != info.dated) {
            let day = words::date(self.lang(), day);
            dates = (self.labels.announced)(&dates, &day);
        }
        self.out.field(self.labels.dated, vec![Piece::plain(dates)]);
        self.out.gap();
        self.paragraph(&info.summary);
        self.out.gap();
        self.holds();
        self.out.gap();
        self.nodes(
            self.labels.follows,
            info.follows.iter().copied().map(Node::Document),
        );
        self.nodes(
            self.labels.predecessor,
            info.predecessor.map(Node::Document),
        );
        self.text(self.labels.note, &info.note);
        self.aliases(Node::Plan);
        self.sources(plan.grounds(Node::Plan));
    }

    /// Who issued the plan, unless that stands among the answers.
    fn issuer(&mut self, issuer: BodyId) {
        let filter = self.style.basis;
        let mut answers = self.plan.responsible(Node::Plan).iter();
        let stated = answers.any(|known| {
            let row = filter.shown(known);
            known.body == issuer && row.is_some_and(|row| row.role == Role::Issuer)
        });
        if !stated {
            let label = words::role(self.lang(), Role::Issuer);
            self.nodes(label, [Node::Body(issuer)]);
        }
    }

    /// How many items of each kind the plan holds.
    fn holds(&mut self) {
        let mut label = self.labels.holds;
        for (id, kind) in self.plan.kinds() {
            let count = self.plan.items_of(id).count();
            let said = (self.labels.count)(count, kind.plural.get(self.lang()));
            self.out.field(label, vec![Piece::plain(said)]);
            label = "";
        }
    }
}
