//! Bodies × items, with roles. Screen and commands show the same matrix.

use super::{Basis, BodyId, Date, ItemId, KindId, Node, Plan, Responsibility, Role, Statement};

/// Which statements count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BasisFilter {
    /// All of them.
    #[default]
    All,
    /// What the plan, a report about it or another document says; nothing that is only inferred.
    Documented,
    /// The organisation's own assignments.
    Assigned,
}

impl BasisFilter {
    /// The filters in the order in which a key steps through them.
    pub const STEPS: [BasisFilter; 3] = [Self::All, Self::Documented, Self::Assigned];

    /// The next one; after the last the first.
    #[must_use]
    pub fn next(self) -> BasisFilter {
        match self {
            Self::All => Self::Documented,
            Self::Documented => Self::Assigned,
            Self::Assigned => Self::All,
        }
    }

    /// The statement counts.
    #[must_use]
    pub fn includes(self, row: &Statement) -> bool {
        match (self, row.basis) {
            (Self::All, _)
            | (Self::Documented, Basis::Plan | Basis::Press | Basis::Companion)
            | (Self::Assigned, Basis::Assigned) => true,
            (Self::Documented, Basis::Mandate | Basis::Assigned)
            | (Self::Assigned, Basis::Plan | Basis::Press | Basis::Companion | Basis::Mandate) => {
                false
            }
        }
    }

    /// The strongest statement that counts, if one does.
    #[must_use]
    pub fn shown(self, one: &Responsibility) -> Option<&Statement> {
        one.rows().iter().find(|row| self.includes(row))
    }
}

/// How often a body has a role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// It leads.
    pub lead: usize,
    /// It takes part.
    pub support: usize,
    /// It issued.
    pub issuer: usize,
    /// Its role is not stated.
    pub unstated: usize,
}

impl Count {
    /// One more.
    pub fn add(&mut self, role: Role) {
        match role {
            Role::Lead => self.lead += 1,
            Role::Support => self.support += 1,
            Role::Issuer => self.issuer += 1,
            Role::Unstated => self.unstated += 1,
        }
    }

    /// All roles together.
    #[must_use]
    pub fn total(self) -> usize {
        self.lead + self.support + self.issuer + self.unstated
    }
}

/// A body's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// The body.
    pub body: BodyId,
    /// Its role for each column.
    pub roles: Vec<Option<Role>>,
    /// For each column, whether its role is only inferred.
    pub inferred: Vec<bool>,
    /// For each column, when its role ended.
    pub until: Vec<Option<Date>>,
    /// How often it has each role today.
    pub count: Count,
}

/// Who answers for which items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The items, kind by kind, in plan order.
    pub columns: Vec<ItemId>,
    /// The bodies that answer for one of them: who answers for most first, then who leads most,
    /// then plan order.
    pub rows: Vec<MatrixRow>,
}

impl Matrix {
    /// The kinds whose items have responsibilities, the primary ones first: any other would be an empty
    /// table.
    #[must_use]
    pub fn kinds(plan: &Plan) -> Vec<KindId> {
        let of = |primary| {
            plan.kinds()
                .filter(move |(_, kind)| kind.primary == primary)
        };
        let answered = |&id: &KindId| {
            let mut items = plan.items_of(id).map(Node::Item);
            items.any(|item| !plan.responsible(item).is_empty())
        };
        let kinds = of(true).chain(of(false)).map(|(id, _)| id);
        kinds.filter(answered).collect()
    }

    /// The matrix of the items of `kinds`, as far as `basis` counts.
    #[must_use]
    pub fn of(plan: &Plan, kinds: &[KindId], basis: BasisFilter) -> Matrix {
        let columns: Vec<ItemId> = kinds.iter().flat_map(|&kind| plan.items_of(kind)).collect();
        let mut lines: Vec<Option<MatrixRow>> = vec![None; plan.bodies().len()];
        for (at, &item) in columns.iter().enumerate() {
            for one in plan.responsible(Node::Item(item)) {
                let Some(row) = basis.shown(one) else {
                    continue;
                };
                let line = lines[one.body.index()].get_or_insert_with(|| MatrixRow {
                    body: one.body,
                    roles: vec![None; columns.len()],
                    inferred: vec![false; columns.len()],
                    until: vec![None; columns.len()],
                    count: Count::default(),
                });
                line.roles[at] = Some(row.role);
                line.inferred[at] = row.basis == Basis::Mandate;
                line.until[at] = row.until;
                if !row.is_former() {
                    line.count.add(row.role);
                }
            }
        }
        let mut rows: Vec<MatrixRow> = lines.into_iter().flatten().collect();
        rows.sort_by_key(|line| {
            let Count { lead, .. } = line.count;
            (std::cmp::Reverse((line.count.total(), lead)), line.body)
        });
        Matrix { columns, rows }
    }
}
