//! What goes over many nodes: who answers for what, figures, targets by year, what the plan holds.

use super::{Line, Session};
use crate::model::{BasisFilter, KindId, Matrix, Node, Role};
use crate::page::short_name;
use crate::words::screen::screen;
use crate::words::who;

impl Session<'_> {
    /// Body by body, what it leads and supports.
    pub(super) fn matrix(&self) -> (Vec<String>, Vec<Line>) {
        let (lang, words) = (self.lang(), who::who(self.lang()));
        let kinds: Vec<KindId> = self.plan.kinds().map(|(id, _)| id).collect();
        let matrix = Matrix::of(self.plan, &kinds, BasisFilter::All);
        let head = (self.words().matrix)(matrix.rows.len(), matrix.columns.len());
        let lines = matrix.rows.iter().map(|line| {
            let mut said = vec![short_name(self.plan, line.body, self.lang())];
            for role in [Role::Lead, Role::Support, Role::Issuer] {
                let cells = matrix.columns.iter().zip(&line.roles);
                let ids = cells.filter(|(_, own)| **own == Some(role));
                let ids: Vec<&str> = ids.map(|(&id, _)| &*self.plan[id].id).collect();
                if !ids.is_empty() {
                    said.push(format!("{} {}", who::does(lang, role), who::ranges(&ids)));
                }
            }
            Line(
                Some(Node::Body(line.body)),
                said.join(words.comma) + self.words().stop,
            )
        });
        (vec![head], lines.collect())
    }

    /// What is measured, with its figures.
    pub(super) fn figures(&self) -> Vec<Line> {
        let measured = self.plan.items().filter(|(_, item)| item.measure.is_some());
        let line = |(id, _): (crate::model::ItemId, _)| {
            let node = Node::Item(id);
            let figures = crate::card::figures(self.plan, id, self.names);
            let name = self.names.name(self.plan.name(node));
            let colon = who::who(self.lang()).colon;
            let text = format!("{} {name}{colon}{figures}", self.plan.id(node));
            Line(Some(node), text + self.words().stop)
        };
        measured.map(line).collect()
    }

    /// What must be reached, year by year.
    pub(super) fn targets(&self) -> Vec<Line> {
        let targets = crate::card::targets(self.plan, self.names);
        let colon = who::who(self.lang()).colon;
        let mut lines = Vec::with_capacity(targets.len());
        for same in targets.chunk_by(|one, other| one.year == other.year) {
            lines.extend(same.first().map(|first| {
                let said = (self.words().by_year)(first.year, same.len());
                Line(None, said)
            }));
            lines.extend(same.iter().map(|target| {
                let node = Node::Item(target.item);
                let name = self.plan.label(node, self.lang());
                let text = format!("{} {name}{colon}{}", self.plan.id(node), target.text);
                Line(Some(node), self.sentence(text))
            }));
        }
        lines
    }

    /// How many of each kind the plan holds, and what lists them.
    pub(super) fn holdings(&self) -> Vec<Line> {
        let (plan, lang) = (self.plan, self.lang());
        let screen = screen(lang);
        let kinds = plan.kinds().map(|(id, kind)| {
            let said = (self.words().holds)(kind.plural.get(lang), plan.count(id), &kind.id);
            Line(None, said)
        });
        let others = [
            (screen.bodies, plan.bodies().len(), "body"),
            (screen.documents, plan.documents().len(), "document"),
        ];
        let others =
            others.map(|(name, count, id)| Line(None, (self.words().holds)(name, count, id)));
        kinds.chain(others).collect()
    }
}
