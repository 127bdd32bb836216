//! What an evaluator thinks of a provider: all its leave-one-out deviations together.

use crate::Design;
use crate::evaluators::Deviations;

/// An evaluator and a provider, with the deviations of all scores that the one gave the other beside a colleague.
pub(super) struct Pair {
    pub(super) evaluator: u32,
    pub(super) tied: bool,
    pub(super) deviations: Vec<f64>,
}

/// All pairs, by evaluator and provider; sheets that are neither tied nor not are left out.
pub(super) fn pairs(design: &Design, deviations: &Deviations, tied: &[Option<bool>]) -> Vec<Pair> {
    let mut found: Vec<(u32, u32, bool, f64)> = Vec::with_capacity(deviations.value.len());
    for (&value, &at) in deviations.value.iter().zip(&deviations.sheet) {
        let sheet = &design.sheets()[at as usize];
        if let Some(tied) = tied[at as usize] {
            found.push((sheet.evaluator, design.provider_of(sheet), tied, value));
        }
    }
    // Stable, so that deviations stay in the order of rounds and indicators.
    found.sort_by_key(|(evaluator, provider, _, _)| (*evaluator, *provider));
    found
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .map(|same| Pair {
            evaluator: same[0].0,
            tied: same[0].2,
            deviations: same.iter().map(|one| one.3).collect(),
        })
        .collect()
}
