//! Overlays: what several records say of one field. A value that is given replaces, a list is joined
//! as a set. Two overlays that set one field differently are a problem.

use std::collections::HashSet;
use std::hash::Hash;
use std::iter::once;
use std::mem::take;

use super::findings::{JsonPath, Path};
use super::problem::{Location, ProblemKind};
use super::resolve::Layers;
use super::values::Values;

/// The value of a field, layer by layer.
pub(super) struct LayeredValue<T> {
    name: &'static str,
    value: T,
    /// Where an overlay set it last.
    set_by: Option<JsonPath>,
}

impl<T: PartialEq> LayeredValue<T> {
    /// A field called `name` in messages, with what stands there before any record is read.
    pub(super) fn new(name: &'static str, value: T) -> LayeredValue<T> {
        let set_by = None;
        LayeredValue {
            name,
            value,
            set_by,
        }
    }

    pub(super) fn get(&self) -> &T {
        &self.value
    }

    pub(super) fn into_value(self) -> T {
        self.value
    }

    /// Sets the field, unless another overlay set it to something else. Whether it changed.
    pub(super) fn set(&mut self, values: &mut Values, path: Path, fresh: T) -> bool {
        let changed = self.value != fresh;
        if changed && let Some(before) = &self.set_by {
            let what = ProblemKind::Conflict {
                field: self.name,
                first: Location::default(),
            };
            values.findings.add_beside(path, what, Some(before.clone()));
            return false;
        }
        if path.file().is_overlay() {
            self.set_by = Some(path.place());
        }
        self.value = fresh;
        changed
    }
}

/// A member of records: its key, and where it lies in one.
pub(super) type Key<R, V> = (&'static str, fn(&mut R) -> &mut V);

impl<R> Layers<R> {
    /// The field `key`, of which `read` makes a value.
    pub(super) fn field<V, T: PartialEq>(
        &mut self,
        values: &mut Values,
        (key, of): Key<R, Option<V>>,
        before: T,
        mut read: impl FnMut(&mut Values, V, Path) -> T,
    ) -> T {
        let mut field = LayeredValue::new(key, before);
        let base = self.base.at.file;
        for layer in once(&mut self.base).chain(&mut self.over) {
            let Some(given) = of(&mut layer.record).take() else {
                continue;
            };
            let record = layer.path();
            let path = record.key(key);
            let fresh = read(values, given, path);
            if field.set(values, path, fresh) && layer.at.file != base {
                self.changed.push(layer.at.file);
            }
        }
        field.into_value()
    }

    /// The list `key`: what is the `same` is there once, as far as overlays add it.
    pub(super) fn list<V, T, K: Hash + Eq>(
        &mut self,
        values: &mut Values,
        (key, of): Key<R, Vec<V>>,
        read: impl Fn(&mut Values, V, Path) -> Option<T>,
        same: impl Fn(&T) -> K,
    ) -> Vec<T> {
        let mut all: Vec<T> = Vec::new();
        let mut seen: Option<HashSet<K>> = None;
        let base = self.base.at.file;
        for layer in once(&mut self.base).chain(&mut self.over) {
            let given = take(of(&mut layer.record));
            let record = layer.path();
            let list = record.key(key);
            let given = given.into_iter().enumerate();
            let fresh = given.filter_map(|(index, one)| read(values, one, list.at(index)));
            if layer.at.file == base {
                all.extend(fresh);
                continue;
            }
            let seen = seen.get_or_insert_with(|| all.iter().map(&same).collect());
            let before = all.len();
            all.extend(fresh.filter(|one| seen.insert(same(one))));
            if all.len() > before {
                self.changed.push(layer.at.file);
            }
        }
        all
    }

    /// Notes that a key is missing in a record that must give it.
    pub(super) fn need<V>(&mut self, values: &mut Values, (key, of): Key<R, Option<V>>) {
        if self.complete && of(&mut self.base.record).is_none() {
            let missing = ProblemKind::MissingKey { key };
            values.findings.add(self.base.path(), missing);
        }
    }
}
