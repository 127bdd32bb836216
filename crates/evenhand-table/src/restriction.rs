use crate::builder::units;
use crate::{Metadata, ScoreTable};

impl ScoreTable {
    /// The table without the rows whose mark in `keep` is false, and with other scores.
    ///
    /// `keep` and `score` have one element per row. Rounds, providers and all else that no row is left of goes too.
    #[must_use]
    pub fn restricted(&self, keep: &[bool], score: &[f64]) -> Self {
        let rows: Vec<usize> =
            (0..self.len()).filter(|row| keep.get(*row).copied().unwrap_or(true)).collect();
        let mut metadata = self.metadata.clone();
        let Metadata { rounds, providers, occasions, sources, evaluators, indicators, .. } = &mut metadata;
        let (round, _) = recoded(&self.round, &rows, rounds);
        let (provider, new_provider) = recoded(&self.provider, &rows, providers);
        let (occasion, _) = recoded(&self.occasion, &rows, occasions);
        let (source, _) = recoded(&self.source, &rows, sources);
        let (evaluator, new_evaluator) = recoded(&self.evaluator, &rows, evaluators);
        let (indicator, _) = recoded(&self.indicator, &rows, indicators);
        let conflict = |(evaluator, provider): &(u32, u32)| {
            let new = |codes: &[Option<u32>], code: u32| codes.get(code as usize).copied().flatten();
            Some((new(&new_evaluator, *evaluator)?, new(&new_provider, *provider)?))
        };
        metadata.conflicts = self.metadata.conflicts.iter().filter_map(conflict).collect();
        Self {
            units: units(&round, &provider),
            score: rows.iter().map(|row| score.get(*row).copied().unwrap_or(self.score[*row])).collect(),
            metadata,
            round,
            provider,
            occasion,
            source,
            evaluator,
            indicator,
        }
    }
}

/// The codes of some rows, closed up to those in use, and the new code of each old one. The order stays.
fn recoded<T>(codes: &[u32], rows: &[usize], levels: &mut Vec<T>) -> (Vec<u32>, Vec<Option<u32>>) {
    let mut used = vec![false; levels.len()];
    rows.iter().for_each(|row| used[codes[*row] as usize] = true);
    let mut next = 0;
    let new: Vec<Option<u32>> = used
        .iter()
        .map(|used| {
            used.then(|| {
                next += 1;
                next - 1
            })
        })
        .collect();
    let mut marks = used.iter();
    levels.retain(|_| marks.next().copied().unwrap_or(false));
    (rows.iter().map(|row| new[codes[*row] as usize].unwrap_or(0)).collect(), new)
}

#[cfg(test)]
mod tests {
    use crate::TableBuilder;
    use crate::builder::tests::metadata;

    #[test]
    fn what_no_row_is_left_of_goes() {
        let mut metadata = metadata(2, 2, 2, 1);
        metadata.conflicts = vec![(0, 1), (1, 0), (1, 1)];
        let builder = TableBuilder {
            metadata,
            round: vec![0, 0, 1],
            provider: vec![0, 1, 1],
            occasion: vec![0; 3],
            source: vec![0; 3],
            evaluator: vec![0, 1, 1],
            indicator: vec![0; 3],
            score: vec![1.0, 2.0, 3.0],
        };
        let table = builder.build().unwrap().table;
        let rest = table.restricted(&[false, true, true], &[0.0, 4.0, 3.0]);
        assert_eq!(
            (rest.score(), rest.provider(), rest.evaluator()),
            (&[4.0, 3.0][..], &[0, 0][..], &[0, 0][..])
        );
        assert_eq!(rest.metadata().providers, table.metadata().providers[1..]);
        assert_eq!(rest.metadata().conflicts, [(0, 0)]);
        assert_eq!(rest.units().len(), 2);
        let all = table.restricted(&[true; 3], table.score());
        assert_eq!(all, table);
    }
}
