use std::cmp::Ordering;

/// New codes for a column: only the codes in use, in a given order.
#[derive(Debug)]
pub(crate) struct Recoding {
    /// Old codes in the new order: the old code of new code `k` is `old[k]`.
    pub old: Vec<u32>,
    new: Vec<u32>,
}

impl Recoding {
    /// Orders the codes in use, of `n` codes, by `compare` on old codes.
    pub fn new(n: usize, column: &[u32], mut compare: impl FnMut(u32, u32) -> Ordering) -> Self {
        let mut used = vec![false; n];
        column.iter().for_each(|code| used[*code as usize] = true);
        let mut old: Vec<u32> = (0..n as u32).filter(|code| used[*code as usize]).collect();
        old.sort_by(|a, b| compare(*a, *b));
        let mut new = vec![0; n];
        old.iter().enumerate().for_each(|(code, old)| new[*old as usize] = code as u32);
        Self { old, new }
    }

    /// Replaces old codes by new ones.
    pub fn apply(&self, column: &mut [u32]) {
        column.iter_mut().for_each(|code| *code = self.new[*code as usize]);
    }

    /// The ids of the codes in use, in the new order.
    pub fn ids<'a>(&self, ids: &'a [String]) -> impl Iterator<Item = &'a str> {
        self.old.iter().map(|code| ids[*code as usize].as_str())
    }
}

/// For each of `n` codes, the first row that has it.
pub(crate) fn first_rows(n: usize, column: &[u32]) -> Vec<usize> {
    let mut first = vec![usize::MAX; n];
    for (row, code) in column.iter().enumerate() {
        let first = &mut first[*code as usize];
        *first = (*first).min(row);
    }
    first
}
