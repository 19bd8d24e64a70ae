//! The description of the plan itself: the overview, then what the plan says of itself, whether its
//! time is over and where to report a mistake.

use super::card::{Entry, Section};
use super::text::{TextRole, TextRun};
use super::writer::{Blocks, Writer};
use crate::i18n::who;
use crate::model::{BodyId, Node, Role};

impl Writer<'_> {
    pub(super) fn plan(&self) -> Blocks {
        let (labels, lang) = (self.labels, self.lang());
        let info = self.plan.info();
        let mut period = Vec::new();
        if let Some((from, to)) = info.period {
            period.push(TextRun::plain(who::years(lang, from, to)));
            if self.options.today.is_some_and(|today| today.year > to) {
                let over = format!("  {}", labels.period_over(to));
                period.push(TextRun::new(over, TextRole::Quiet));
            }
        }
        let periods = if period.is_empty() {
            Vec::new()
        } else {
            vec![Entry::text(period)]
        };
        let mut answers = vec![self.issuer(info.issuer)];
        answers.extend(self.own_date(Node::Plan));
        answers.extend(self.responsibility_sections(Node::Plan));
        let mut dates = info
            .dated
            .map(|day| who::date(lang, day))
            .unwrap_or_default();
        if let Some(day) = info.announced.filter(|day| Some(*day) != info.dated) {
            dates = labels.announced(&dates, &who::date(lang, day));
        }
        let compiled = info.compiled.map(|day| who::date(lang, day));
        answers.extend([
            self.bodies(labels.drafted, &info.drafted_by),
            Self::line(labels.dated, dates),
        ]);
        let mut blocks = vec![vec![]];
        blocks.extend(self.overview());
        blocks.extend([
            vec![
                Self::facts(labels.period, periods),
                Self::line(labels.compiled, compiled.unwrap_or_default()),
                Self::line(labels.report, labels.report_how),
            ],
            answers,
            vec![self.paragraph(labels.summary, &info.summary, TextRole::Plain)],
            vec![self.holds()],
            vec![
                self.documents(labels.follows, &info.follows).beside(),
                self.links(labels.predecessor, info.predecessor.map(Node::Document))
                    .beside(),
                self.links(labels.related, self.plan.related(Node::Plan))
                    .beside(),
                self.note(&info.note),
                self.aliases(Node::Plan),
                self.sources(Node::Plan),
            ],
        ]);
        blocks
    }

    /// The body that issued the plan, unless it stands among the answers.
    fn issuer(&self, issuer: Option<BodyId>) -> Section {
        let mut answers = self.shown(self.plan.responsible(Node::Plan));
        let stated =
            answers.any(|(known, row)| Some(known.body) == issuer && row.role == Role::Issuer);
        let label = who::role(self.lang(), Role::Issuer);
        self.links(label, issuer.filter(|_| !stated).map(Node::Body))
    }

    /// The number of items of each kind, of bodies and of documents, each with the query that lists
    /// them.
    fn holds(&self) -> Section {
        let (plan, labels) = (self.plan, self.labels);
        let kinds = plan
            .kinds()
            .map(|(id, kind)| (plan.count(id), kind.plural.get(self.lang()), &*kind.id));
        let others = [
            (plan.bodies().len(), labels.bodies, "body"),
            (plan.documents().len(), labels.documents_many, "document"),
        ];
        let entries = kinds.chain(others).map(|(count, name, id)| Entry {
            query: Some(format!("kind:{id}")),
            ..Entry::text(vec![TextRun::plain(labels.count(count, name))])
        });
        Self::facts(labels.contains, entries.collect())
    }
}
