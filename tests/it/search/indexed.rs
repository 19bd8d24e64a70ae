//! A plan with its index, and questions to it.

use plan::describe::{note, typed};
use plan::model::{Date, Input, Lang, Node, Plan, SHIPPED, load};
use plan::query::{Note, Query};
use plan::search::{Found, Index};

/// A plan with its index.
pub struct Indexed {
    pub plan: Plan,
    pub index: Index,
}

impl Indexed {
    /// The shipped plan.
    pub fn shipped() -> Indexed {
        Indexed::of(SHIPPED, &[])
    }

    /// The shipped plan under an overlay.
    pub fn with(overlay: &str) -> Indexed {
        let (name, bytes) = ("ours.json", overlay.as_bytes());
        Indexed::of(SHIPPED, &[Input { name, bytes }])
    }

    /// A plan under overlays.
    pub fn of(bytes: &[u8], overlays: &[Input]) -> Indexed {
        let name = "plan.json";
        let plan = load(Input { name, bytes }, overlays).expect("the plan loads");
        let index = Index::build(&plan);
        Indexed { plan, index }
    }

    pub fn search(&self, query: &str) -> Found {
        self.index.search(&self.plan, &Query::parse(query))
    }

    /// The nodes that are found, best first.
    pub fn nodes(&self, query: &str) -> impl Iterator<Item = Node> + use<> {
        self.search(query).hits.into_iter().map(|hit| hit.node)
    }

    /// Their ids.
    pub fn ids(&self, query: &str) -> Vec<&str> {
        self.ids_of(&self.search(query))
    }

    /// The ids of what was found, best first.
    pub fn ids_of(&self, found: &Found) -> Vec<&str> {
        let hits = found.hits.iter();
        hits.map(|hit| self.plan.id(hit.node)).collect()
    }

    /// Their names, in English where there is one.
    pub fn names(&self, query: &str) -> Vec<&str> {
        let name = |node| {
            let name = self.plan.name(node);
            let mut names = [name.en(), name.zh()].into_iter();
            names.find(|name| !name.is_empty())
        };
        let names = self.nodes(query).map(name);
        names.map(|name| name.expect("it has a name")).collect()
    }

    /// The first node that is found.
    pub fn first(&self, query: &str) -> Option<Node> {
        self.nodes(query).next()
    }

    /// How a question of 29 November 2026, a Sunday, is read, the ids that it finds, and what is said.
    pub fn ask(&self, question: &str, lang: Lang) -> (String, Vec<&str>, String) {
        let query = Query::parse(question).on(Date::parse("2026-11-29"));
        let found = self.index.search(&self.plan, &query);
        let read = self.read_as(&found, Lang::En).unwrap_or_default();
        let said = self.said(&found, lang).join("\n");
        (read, self.ids_of(&found), said)
    }

    /// The notes on what was found.
    pub fn said(&self, found: &Found, lang: Lang) -> Vec<String> {
        let notes = found.notes.iter();
        notes.map(|said| note(&self.plan, said, lang)).collect()
    }

    /// The filters as which a question was read, as they are typed in a language.
    pub fn read_as(&self, found: &Found, lang: Lang) -> Option<String> {
        let Some(Note::ReadAs(parts)) = found.read_as() else {
            return None;
        };
        let parts = parts.iter().map(|part| typed(&self.plan, part, lang));
        Some(parts.collect::<Vec<_>>().join(" "))
    }

    /// All that a node is called: its id, names, short names, abbreviation and aliases.
    pub fn called(&self, node: Node) -> Vec<&str> {
        let plan = &self.plan;
        let mut texts = vec![plan.id(node), plan.name(node).en(), plan.name(node).zh()];
        match node {
            Node::Item(id) => texts.extend([plan[id].short.en(), plan[id].short.zh()]),
            Node::Body(id) => texts.push(&plan[id].abbr),
            Node::Plan | Node::Document(_) => {}
        }
        texts.extend(plan.aliases(node).iter().map(|alias| &**alias));
        texts.retain(|text| !text.is_empty());
        texts
    }
}
