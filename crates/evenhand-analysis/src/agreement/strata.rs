//! Scores with the level of each round, occasion and source taken out.

use std::collections::BTreeMap;

use super::panel_scores::{PanelScores, Run};
use crate::Design;

/// Scores less the mean of their stratum (round, occasion and source).
///
/// Intraclass correlations of complete panels compare providers within a stratum.
/// Those of incomplete panels must do the same, or one missing sheet would turn the differences between rounds and
/// occasions into agreement.
pub(super) struct Centred {
    /// The scores; a panel that is alone in its stratum has nothing to be compared with and is left out.
    pub(super) scores: PanelScores,
    /// The share by which taking out the means shortens the variance between units: strata less 1 by units less 1.
    pub(super) shortened: f64,
}

type Stratum = (u32, u32, u32);

impl Centred {
    pub(super) fn new(design: &Design, scores: &PanelScores) -> Self {
        let stratum = |run: &Run| -> Stratum {
            let panel = &design.panels()[run.panel];
            (design.units()[panel.unit].round, panel.occasion, panel.source)
        };
        let mut sums: BTreeMap<Stratum, (f64, u32, u32)> = BTreeMap::new();
        for run in scores.runs() {
            let (sum, n, n_units) = sums.entry(stratum(&run)).or_default();
            *sum += evenhand_stats::sum(run.values);
            *n += run.values.len() as u32;
            *n_units += 1;
        }
        let compared = scores.only(|run| sums.get(&stratum(run)).is_some_and(|stratum| stratum.2 >= 2));
        let values = compared
            .runs()
            .flat_map(|run| {
                let mean = sums.get(&stratum(&run)).map_or(0.0, |(sum, n, _)| sum / f64::from(*n));
                run.values.iter().map(move |value| value - mean).collect::<Vec<f64>>()
            })
            .collect();
        let n_units = compared.n_units();
        let n_strata = sums.values().filter(|stratum| stratum.2 >= 2).count();
        let shortened =
            if n_units > 1 { n_strata.saturating_sub(1) as f64 / (n_units - 1) as f64 } else { 0.0 };
        Self { scores: compared.with_values(values), shortened }
    }
}
