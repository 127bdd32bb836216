//! Raw composites: the mean of a panel's composites, and over a unit's panels the mean of these.

use evenhand_protocol::{CountOf, Estimate, Method, Outcome, Reason};
use evenhand_stats::{mean, sum};

use crate::Design;
use crate::convert::t_estimate;

/// Raw composite of every unit and the within-panel variance that their standard errors rest on.
pub(super) struct RawComposites {
    /// Composite of each unit of the design.
    pub(super) value: Vec<f64>,
    /// Sum over the unit's panels of 1 / evaluators, over the squared number of panels.
    spread: Vec<f64>,
    n_sheets: Vec<u32>,
    /// Variance of composites within panels, pooled, and its degrees of freedom; `None` where nobody had a colleague.
    within: Option<(f64, f64)>,
}

impl RawComposites {
    pub(super) fn new(design: &Design) -> Self {
        let mut raw = Self { value: Vec::new(), spread: Vec::new(), n_sheets: Vec::new(), within: None };
        let (mut squares, mut df) = (Vec::new(), 0.0);
        for unit in design.units() {
            let (mut panel_means, mut inverse_sizes, mut n_sheets) = (Vec::new(), Vec::new(), 0);
            for panel in &design.panels()[unit.panels.clone()] {
                let composites: Vec<f64> =
                    design.sheets()[panel.sheets.clone()].iter().map(|sheet| sheet.composite).collect();
                // Every panel has at least one sheet.
                let centre = mean(&composites).unwrap_or_default();
                squares.extend(composites.iter().map(|c| (c - centre) * (c - centre)));
                df += composites.len() as f64 - 1.0;
                n_sheets += composites.len() as u32;
                panel_means.push(centre);
                inverse_sizes.push(1.0 / composites.len() as f64);
            }
            let n_panels = panel_means.len() as f64;
            raw.value.push(sum(&panel_means) / n_panels);
            raw.spread.push(sum(&inverse_sizes) / (n_panels * n_panels));
            raw.n_sheets.push(n_sheets);
        }
        raw.within = (df > 0.0).then(|| (sum(&squares) / df, df));
        raw
    }

    /// The raw composite of a unit with its interval. The variance includes differences in severity: it says what
    /// another panel of the same size might have given.
    pub(super) fn estimate(&self, unit: usize) -> Outcome<Estimate> {
        let Some((variance, df)) = self.within else { return Outcome::Undefined(Reason::OneEvaluator) };
        let se = (variance * self.spread[unit]).sqrt();
        let n = self.n_sheets[unit];
        Outcome::Known(t_estimate(self.value[unit], se, df, n, CountOf::ScoreSheets, Method::PanelMean))
    }
}
