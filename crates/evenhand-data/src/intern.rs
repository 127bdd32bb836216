use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;
use hashbrown::HashTable;

/// Gives each distinct id a code: 0 for the first one seen, 1 for the next.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    ids: Vec<String>,
    codes: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Interner {
    /// The code of an id, a new one where it was not seen before.
    pub fn code(&mut self, id: &str) -> u32 {
        let Self { ids, codes, hasher } = self;
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
    fn many_ids_keep_their_codes() {
        let mut interner = Interner::default();
        for code in 0..10_000 {
            assert_eq!(interner.code(&format!("id{code}")), code);
        }
        assert_eq!(interner.find("id77"), Some(77));
    }
}
