//! Raw composites: the mean of a panel's composites, and over a unit's panels the mean of these.

use evenhand_protocol::{CountOf, Estimate, Method, Outcome, Reason};
use evenhand_stats::{mean, sum};

use crate::Design;
use crate::convert::t_estimate;

/// Raw composite of every unit and the within-panel variance that their standard errors rest on.
pub(super) struct RawComposites {
    /// One entry per unit of the design; `None` where only indicators of weight 0 were scored.
    units: Vec<Option<RawComposite>>,
    /// Variance of composites within panels, pooled, and its degrees of freedom; `None` where nobody had a colleague.
    within: Option<(f64, f64)>,
}

struct RawComposite {
    value: f64,
    /// Sum over the unit's panels of 1 / evaluators, over the squared number of panels.
    spread: f64,
    n_sheets: u32,
}

impl RawComposites {
    pub(super) fn new(design: &Design) -> Self {
        let mut units = Vec::with_capacity(design.units().len());
        let (mut squares, mut df) = (Vec::new(), 0.0);
        for unit in design.units() {
            let (mut panel_means, mut inverse_sizes, mut n_sheets) = (Vec::new(), Vec::new(), 0);
            for panel in &design.panels()[unit.panels.clone()] {
                let composites: Vec<f64> =
                    design.counting_sheets(panel).map(|sheet| sheet.composite).collect();
                let Some(centre) = mean(&composites) else { continue };
                squares.extend(composites.iter().map(|c| (c - centre) * (c - centre)));
                df += composites.len() as f64 - 1.0;
                n_sheets += composites.len() as u32;
                panel_means.push(centre);
                inverse_sizes.push(1.0 / composites.len() as f64);
            }
            let n_panels = panel_means.len() as f64;
            units.push(mean(&panel_means).map(|value| RawComposite {
                value,
                spread: sum(&inverse_sizes) / (n_panels * n_panels),
                n_sheets,
            }));
        }
        Self { units, within: (df > 0.0).then(|| (sum(&squares) / df, df)) }
    }

    /// The raw composite of a unit without its uncertainty.
    pub(super) fn value(&self, unit: usize) -> Option<f64> {
        self.units[unit].as_ref().map(|raw| raw.value)
    }

    /// The raw composite of a unit with its interval. The variance includes differences in severity: it says what
    /// another panel of the same size might have given.
    pub(super) fn estimate(&self, unit: usize) -> Outcome<Estimate> {
        let Some(raw) = &self.units[unit] else {
            return Outcome::Undefined(Reason::TooFewUnits { needed: 1, found: 0 });
        };
        let Some((variance, df)) = self.within else { return Outcome::Undefined(Reason::OneEvaluator) };
        let se = (variance * raw.spread).sqrt();
        let (of, method) = (CountOf::ScoreSheets, Method::PanelMean);
        Outcome::Known(t_estimate(raw.value, se, df, raw.n_sheets, of, method))
    }
}
