use std::hash::BuildHasher;

use evenhand_protocol::IdJoin;
use hashbrown::DefaultHashBuilder;
use hashbrown::HashMap;
use hashbrown::HashTable;

/// Gives each distinct id a code: 0 for the first one seen, 1 for the next.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    ids: Vec<String>,
    codes: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// What takes the place of an id.
    joins: HashMap<String, String>,
}

impl Interner {
    /// An interner that gives `from` of a join the code of its `to`.
    pub fn with_joins<'a>(joins: impl Iterator<Item = &'a IdJoin>) -> Self {
        let joins = joins.map(|join| (join.from.trim().to_owned(), join.to.trim().to_owned())).collect();
        Self { joins, ..Self::default() }
    }

    /// The id that takes the place of `id`: itself where it was not joined. Chains are followed, circles are not.
    pub fn joined<'a>(&'a self, id: &'a str) -> &'a str {
        let mut id = id;
        for _ in 0..=self.joins.len() {
            match self.joins.get(id) {
                Some(next) => id = next,
                None => break,
            }
        }
        id
    }

    /// The code of an id, a new one where it was not seen before.
    pub fn code(&mut self, id: &str) -> u32 {
        if !self.joins.is_empty() && self.joins.contains_key(id) {
            let joined = self.joined(id).to_owned();
            return self.code_as_written(&joined);
        }
        self.code_as_written(id)
    }

    fn code_as_written(&mut self, id: &str) -> u32 {
        let Self { ids, codes, hasher, .. } = self;
        let hash = hasher.hash_one(id);
        let code = ids.len() as u32;
        let same = |code: &u32| ids[*code as usize] == id;
        if let Some(known) = codes.find(hash, same) {
            return *known;
        }
        codes.insert_unique(hash, code, |code| hasher.hash_one(ids[*code as usize].as_str()));
        ids.push(id.to_owned());
        code
    }

    /// The code of an id that was seen before.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.codes.find(self.hasher.hash_one(id), |code| self.ids[*code as usize] == id).copied()
    }

    /// Ids by code.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_given_in_order_of_appearance() {
        let mut interner = Interner::default();
        let codes: Vec<u32> = ["b", "a", "b", "", "a"].iter().map(|id| interner.code(id)).collect();
        assert_eq!(codes, [0, 1, 0, 2, 1]);
        assert_eq!(interner.ids(), ["b", "a", ""]);
        assert_eq!(interner.find("a"), Some(1));
        assert_eq!(interner.find("c"), None);
    }

    #[test]
    fn joined_ids_share_a_code() {
        let join = |from: &str, to: &str| IdJoin {
            field: evenhand_protocol::Field::Provider,
            from: from.into(),
            to: to.into(),
        };
        let joins = [join("a", "b"), join("b", "c"), join("x", "y"), join("y", "x")];
        let mut interner = Interner::with_joins(joins.iter());
        assert_eq!(
            (interner.code("a"), interner.code("c"), interner.code("b"), interner.code("d")),
            (0, 0, 0, 1)
        );
        assert_eq!(interner.ids(), ["c", "d"]);
        interner.code("x");
    }

    #[test]
    fn many_ids_keep_their_codes() {
        let mut interner = Interner::default();
        for code in 0..10_000 {
            assert_eq!(interner.code(&format!("id{code}")), code);
        }
        assert_eq!(interner.find("id77"), Some(77));
    }
}
