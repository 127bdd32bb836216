//! Large programmes for benchmarks.

use crate::programme::{Drift, DriftKind, Programme};

/// A design with about the given number of scores, none missing.
///
/// From 100,000 scores on it has 10 rounds, 20 indicators and panels of 10, so that one million scores are 500
/// providers and 300 evaluators; below that 5 rounds, 10 indicators and panels of 4. The number of providers is
/// rounded, and there are at least 2.
#[must_use]
pub fn large_programme(n_scores: usize) -> Programme {
    let large = n_scores >= 100_000;
    let (n_rounds, n_indicators, panel_size) = if large { (10, 20, 10) } else { (5, 10, 4) };
    let per_provider = n_rounds * n_indicators * panel_size;
    let n_providers = (n_scores.saturating_add(per_provider / 2) / per_provider).max(2);
    let n_evaluators = (n_providers.saturating_mul(3) / 5).clamp(3 * panel_size, 5_000);
    Programme {
        n_rounds,
        n_providers,
        n_indicators,
        n_dimensions: 4,
        n_evaluators,
        panel_size,
        mixed_share: 0.2,
        turnover: 0.1,
        n_affiliations: 12,
        affiliation_leniency: 2.0,
        drift: vec![
            Drift { evaluator: 0, kind: DriftKind::Shift { from_round: n_rounds / 2, by: 10.0 } },
            Drift { evaluator: 1, kind: DriftKind::Trend { per_round: -2.0 } },
            Drift { evaluator: 2, kind: DriftKind::Erratic { sd: 6.0 } },
        ],
        ..Programme::default()
    }
}
