//! What changes between rounds are truly made of.

use std::collections::BTreeMap;

use evenhand_simulate::Simulated;

/// True parts of the change from a round to the next, by shares of score sheets as the raw mean has them.
pub fn true_parts(programme: &Simulated, from: usize) -> [f64; 4] {
    // Every provider counts once, every sheet of a panel alike.
    let shares = |round: usize| {
        let mut sheets: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for row in programme.scores.iter().filter(|row| row.round as usize == round) {
            let panel = sheets.entry(row.provider).or_default();
            if !panel.contains(&row.evaluator) {
                panel.push(row.evaluator);
            }
        }
        let mut shares: BTreeMap<usize, f64> = BTreeMap::new();
        for panel in sheets.values() {
            for evaluator in panel {
                *shares.entry(*evaluator as usize).or_default() +=
                    1.0 / panel.len() as f64 / sheets.len() as f64;
            }
        }
        (shares, sheets.keys().map(|provider| *provider as usize).collect::<Vec<usize>>())
    };
    let ((first, earlier), (second, later)) = (shares(from), shares(from + 1));
    let severity = |evaluator: usize, round: usize| programme.truth.severity(evaluator, round).unwrap();
    let (mut composition, mut drift) = (0.0, 0.0);
    let mut evaluators: Vec<usize> = first.keys().chain(second.keys()).copied().collect();
    evaluators.sort_unstable();
    evaluators.dedup();
    for evaluator in evaluators {
        match (first.get(&evaluator), second.get(&evaluator)) {
            (Some(w), Some(v)) => {
                let (before, after) = (severity(evaluator, from), severity(evaluator, from + 1));
                composition -= (v - w) * f64::midpoint(before, after);
                drift -= f64::midpoint(*w, *v) * (after - before);
            }
            (Some(w), None) => composition += w * severity(evaluator, from),
            (None, Some(v)) => composition -= v * severity(evaluator, from + 1),
            (None, None) => {}
        }
    }
    let level = |provider: usize, round: usize| programme.truth.level(provider, round).unwrap();
    let (n, m) = (1.0 / earlier.len() as f64, 1.0 / later.len() as f64);
    let (mut mix, mut change) = (0.0, 0.0);
    for provider in &earlier {
        if later.contains(provider) {
            let (before, after) = (level(*provider, from), level(*provider, from + 1));
            mix += (m - n) * f64::midpoint(before, after);
            change += f64::midpoint(n, m) * (after - before);
        } else {
            mix -= n * level(*provider, from);
        }
    }
    mix +=
        later.iter().filter(|one| !earlier.contains(one)).map(|one| m * level(*one, from + 1)).sum::<f64>();
    [composition, drift, mix, change]
}
