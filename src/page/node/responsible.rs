//! Who answers for a node, in the two lengths in which it is told: on top of every page, and in full.

use std::collections::BTreeMap;

use super::super::build::Piece;
use super::super::wrap::cut;
use super::super::{Goal, Tone};
use super::{Writer, room};
use crate::model::{
    Basis, BasisFilter, BodyId, Date, Node, Responsibility, Role, Row, Source, Status,
};
use crate::words::who as words;

/// So many leads may take as many lines as they like; more of them take two lines each, so that all
/// of them stand on the first screen.
const ROOMY_LEADS: usize = 2;
/// What is left of a shorter name would tell nothing.
const LEAST_NAME: usize = 4;

impl Writer<'_> {
    /// Our own assignments, then leads with the basis of each, then the others drawn together.
    pub(super) fn responsible(&mut self, node: Node) {
        let plan = self.plan;
        let filter = self.style.basis;
        let all = plan.responsible(node);
        let shown: Vec<(&Responsibility, &Row)> = all
            .iter()
            .filter_map(|known| Some((known, filter.shown(known)?)))
            .collect();
        let mut label = words::who(self.lang()).here;
        for (known, row) in shown
            .iter()
            .flat_map(|(known, _)| known.assigned().map(move |row| (known, row)))
        {
            let pieces = self.assignment(known.body, row);
            self.out.field(label, pieces);
            label = "";
        }
        let rest: Vec<_> = shown
            .iter()
            .filter(|(_, row)| !row.origin.is_overlay())
            .copied()
            .collect();
        self.leads(&rest);
        self.others(Role::Support, &rest);
        self.others(Role::Issuer, &rest);
        if shown.is_empty() {
            self.nobody(node);
        }
        if !shown.is_empty() && shown.len() < all.len() {
            let hidden = (self.labels.hidden)(&self.style.basis_key);
            self.out.field("", vec![Piece::new(hidden, Tone::Quiet)]);
        }
    }

    fn leads(&mut self, shown: &[(&Responsibility, &Row)]) {
        let leads: Vec<_> = shown
            .iter()
            .filter(|(_, row)| row.role == Role::Lead)
            .collect();
        let short = leads.len() > ROOMY_LEADS;
        let mut label = words::role(self.lang(), Role::Lead);
        for (known, row) in &leads {
            if short {
                self.short_lead(label, known.body, row);
            } else {
                let mut pieces = self.named(known.body, None);
                pieces.extend(self.doubt(Some(row.confidence)));
                self.out.field(label, pieces);
                let rests = self.rests(row);
                self.out.field("", rests);
            }
            if let Some(successor) = self.plan[known.body].successor {
                let pieces = self.became(successor);
                self.out.field("", pieces);
            }
            label = "";
        }
    }

    /// A lead in two lines, or in three where its certainty has no room beside the rest.
    fn short_lead(&mut self, label: &str, id: BodyId, row: &Row) {
        let all = self.out.room();
        let doubt = self.doubt(Some(row.confidence));
        let wide = doubt.as_ref().map_or(0, Piece::width);
        let mut first = self.named(id, Some(all));
        let mut second = vec![self.basis(row, true)];
        let taken = |pieces: &[Piece]| pieces.iter().map(Piece::width).sum::<usize>();
        let mut third = Vec::new();
        let place = match doubt {
            Some(_) if taken(&first) + wide <= all => &mut first,
            Some(_) if taken(&second) + wide <= all => &mut second,
            Some(_) | None => &mut third,
        };
        place.extend(doubt);
        self.out.field(label, first);
        self.out.field("", second);
        if !third.is_empty() {
            self.out
                .field("", third.into_iter().map(Piece::trimmed).collect());
        }
    }

    /// A body's abbreviation and name, cut to so many columns where there is a limit.
    fn named(&self, id: BodyId, room_for: Option<usize>) -> Vec<Piece> {
        let body = &self.plan[id];
        let goal = Goal::Node(Node::Body(id));
        let sign = super::super::sign(self.plan, Node::Body(id));
        let mut name = body.name.get(self.lang()).to_owned();
        if let Some(most) = room_for {
            let left = most.saturating_sub(room(&sign) + 2);
            name = cut(&name, left, self.style.charset.plain_signs());
        }
        let mut pieces = vec![
            Piece::new(sign, Tone::Lead).to(goal.clone()),
            Piece::plain("  "),
        ];
        if room(&name) >= LEAST_NAME {
            pieces.push(Piece::plain(name).to(goal));
        }
        pieces
    }

    /// Those who take part, drawn together by what that rests on.
    fn others(&mut self, role: Role, shown: &[(&Responsibility, &Row)]) {
        let mut groups: Vec<(&Row, Vec<BodyId>)> = Vec::new();
        for (known, row) in shown.iter().filter(|(_, row)| row.role == role) {
            let same = |group: &&mut (&Row, Vec<BodyId>)| {
                (group.0.basis, group.0.document, group.0.confidence)
                    == (row.basis, row.document, row.confidence)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.1.push(known.body),
                None => groups.push((row, vec![known.body])),
            }
        }
        let mut label = words::role(self.lang(), role);
        for (row, bodies) in groups {
            let mut pieces = self.abbreviations(&bodies);
            pieces.push(Piece::plain("  "));
            pieces.push(self.basis(row, false));
            pieces.extend(self.doubt(Some(row.confidence)));
            self.out.field(label, pieces);
            label = "";
            for body in bodies {
                if let Some(successor) = self.plan[body].successor {
                    let mut pieces = self.abbreviations(&[body]);
                    pieces.push(Piece::plain("  "));
                    pieces.extend(self.became(successor));
                    self.out.field("", pieces);
                }
            }
        }
    }

    /// What a row rests on; of a press report also what it says, for that there is one tells
    /// little.
    fn rests(&self, row: &Row) -> Vec<Piece> {
        let mut basis = self.basis(row, false);
        if row.basis != Basis::Press || row.note.is_empty() {
            return vec![basis];
        }
        basis.push(words::who(self.lang()).stop);
        vec![basis, Piece::new(row.note.get(self.lang()), Tone::Quiet)]
    }

    /// Abbreviations of bodies, each a link.
    fn abbreviations(&self, bodies: &[BodyId]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for &body in bodies {
            if !pieces.is_empty() {
                pieces.push(Piece::plain(" "));
            }
            let node = Node::Body(body);
            let name = super::super::short_name(self.plan, body, self.lang());
            pieces.push(Piece::new(name, Tone::Strong).to(Goal::Node(node)).whole());
        }
        pieces
    }

    /// What a row rests on, in words; the document is a link. Where it has to be short, the
    /// document's title gives way, never its date.
    fn basis(&self, row: &Row, short: bool) -> Piece {
        const LEAST: usize = 8;
        let lang = self.lang();
        let Some(id) = row.document else {
            return Piece::plain(words::basis(lang, row.basis, None, None));
        };
        let document = &self.plan[id];
        let mut name = document.name.get(lang).to_owned();
        if short {
            let around = room(&words::basis(lang, row.basis, Some(""), document.dated));
            let left = self.out.room().saturating_sub(around).max(LEAST);
            name = cut(&name, left, self.style.charset.plain_signs());
        }
        let said = words::basis(lang, row.basis, Some(&name), document.dated);
        Piece::plain(said).to(Goal::Node(Node::Document(id)))
    }

    /// Who in our own office has it on the desk, until when, and how it stands.
    fn assignment(&self, body: BodyId, row: &Row) -> Vec<Piece> {
        let lang = self.lang();
        let fixed = words::who(lang);
        let node = Node::Body(body);
        let mut pieces = vec![
            Piece::new(super::super::sign(self.plan, node), Tone::Lead).to(Goal::Node(node)),
            Piece::plain("  "),
            Piece::new(words::does(lang, row.role), Tone::Ours),
        ];
        // What divides two parts ends the first of them, or a line would begin with it.
        let after = |pieces: &mut Vec<Piece>, sign: &str, next: Piece| {
            if let Some(last) = pieces.last_mut() {
                last.push(sign);
            }
            pieces.push(next);
        };
        for part in [&row.unit, &row.contact] {
            if !part.is_empty() {
                after(&mut pieces, fixed.comma, Piece::plain(&**part));
            }
        }
        if let Some(due) = row.due {
            let said = format!("{} {}", fixed.due, words::date(lang, due));
            after(&mut pieces, fixed.comma, Piece::plain(said));
            if overdue(row, self.style.today) {
                pieces.push(Piece::new(words::aside(lang, fixed.overdue), Tone::Warn));
            }
        }
        if let Some(status) = row.status {
            let tone = if status == Status::Late {
                Tone::Warn
            } else {
                Tone::Plain
            };
            let said = Piece::new(words::status(lang, status), tone);
            after(&mut pieces, fixed.comma, said);
        }
        pieces.push(Piece::new(
            words::aside(lang, &words::basis(lang, row.basis, None, None)),
            Tone::Ours,
        ));
        if !row.note.is_empty() {
            let said = Piece::new(row.note.get(lang), Tone::Quiet);
            after(&mut pieces, fixed.stop, said);
        }
        pieces
    }

    /// Nothing of its own: what follows from its parts, or that nobody is named.
    fn nobody(&mut self, node: Node) {
        let inherited = match node {
            Node::Item(id) => self.plan.inherited(id),
            Node::Plan | Node::Body(_) | Node::Document(_) => Vec::new(),
        };
        let lead = words::role(self.lang(), Role::Lead);
        let known = !inherited.is_empty() || !self.plan.responsible(node).is_empty();
        let none = match (known, self.style.basis) {
            (false, _) => Some(words::who(self.lang()).nobody.to_owned()),
            (true, BasisFilter::All) => None,
            (true, BasisFilter::Documented | BasisFilter::Assigned) => {
                Some((self.labels.all_hidden)(&self.style.basis_key))
            }
        };
        if let Some(none) = none {
            self.out.field(lead, vec![Piece::new(none, Tone::Warn)]);
            return;
        }
        self.out
            .field(lead, vec![Piece::new(self.labels.inherited, Tone::Quiet)]);
        let mut groups: BTreeMap<(Role, Vec<crate::model::ItemId>), Vec<BodyId>> = BTreeMap::new();
        for known in inherited {
            groups
                .entry((known.role, known.from))
                .or_default()
                .push(known.body);
        }
        let mut last = Role::Lead;
        for ((role, from), bodies) in groups {
            let mut pieces = self.abbreviations(&bodies);
            let ids: Vec<&str> = from.iter().map(|&id| &*self.plan[id].id).collect();
            pieces.push(Piece::new(
                format!("  {}", words::from(self.lang(), &ids)),
                Tone::Quiet,
            ));
            let label = if role == last {
                ""
            } else {
                words::role(self.lang(), role)
            };
            last = role;
            self.out.field(label, pieces);
        }
    }

    /// What became of a body that is no more.
    pub(super) fn became(&self, successor: BodyId) -> Vec<Piece> {
        let mut pieces = vec![Piece::new(format!("{} ", self.labels.now), Tone::Quiet)];
        pieces.extend(self.link(Node::Body(successor)));
        pieces
    }

    /// Every row about every body.
    pub(super) fn who_page(&mut self, node: Node) {
        let (kind, name) = match node {
            Node::Item(id) => (
                self.plan[self.plan[id].kind].name.get(self.lang()),
                &self.plan[id].name,
            ),
            Node::Plan | Node::Body(_) | Node::Document(_) => {
                (self.labels.plan, &self.plan.info().name)
            }
        };
        self.head(node, kind, name);
        self.out.gap();
        let all = self.plan.responsible(node);
        if !all
            .iter()
            .any(|known| self.style.basis.shown(known).is_some())
        {
            self.nobody(node);
        }
        let mut last = None;
        for known in all {
            let Some(first) = self.style.basis.shown(known) else {
                continue;
            };
            if self.out.is_full() {
                return;
            }
            if last != Some(first.role) {
                self.out.gap();
            }
            let label = if last == Some(first.role) {
                ""
            } else {
                words::role(self.lang(), first.role)
            };
            last = Some(first.role);
            let body = Node::Body(known.body);
            let pieces = vec![
                Piece::new(super::super::sign(self.plan, body), Tone::Lead).to(Goal::Node(body)),
                Piece::plain("  "),
                Piece::plain(self.plan[known.body].name.get(self.lang())).to(Goal::Node(body)),
            ];
            self.out.field(label, pieces);
            let filter = self.style.basis;
            for row in known.rows().iter().filter(|row| filter.includes(row)) {
                self.evidence(known.body, row);
            }
            if let Some(successor) = self.plan[known.body].successor {
                let pieces = self.became(successor);
                self.out.field("", pieces);
            }
        }
    }

    fn evidence(&mut self, body: BodyId, row: &Row) {
        let lang = self.lang();
        let mut pieces = if row.origin.is_overlay() {
            self.assignment(body, row)
        } else {
            let mut pieces = vec![Piece::new(
                format!("{}{}", words::does(lang, row.role), words::who(lang).colon),
                Tone::Quiet,
            )];
            pieces.push(self.basis(row, false));
            pieces.extend(self.doubt(Some(row.confidence)));
            pieces
        };
        if !row.note.is_empty() && !row.origin.is_overlay() {
            if let Some(last) = pieces.last_mut() {
                last.push(words::who(lang).stop);
            }
            pieces.push(Piece::new(row.note.get(lang), Tone::Quiet));
        }
        self.out.field("", pieces);
        let named = row.document.map(Source::Document);
        for source in row
            .sources
            .iter()
            .filter(|one| named.as_ref() != Some(*one))
        {
            let pieces = self.source(source);
            self.out.field("", pieces);
        }
    }
}

/// The date of an assignment is past and it is neither done nor dropped.
#[must_use]
pub fn overdue(row: &Row, today: Option<Date>) -> bool {
    let closed = matches!(row.status, Some(Status::Done | Status::Dropped));
    match (row.due, today) {
        (Some(due), Some(today)) => !closed && due.is_past(today),
        (Some(_) | None, _) => false,
    }
}
