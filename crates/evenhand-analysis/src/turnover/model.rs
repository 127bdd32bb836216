//! The additive model behind splits and groups: `composite = panel + evaluator`, drifting evaluators by round.

use std::collections::BTreeMap;

use evenhand_protocol::Reason;
use evenhand_stats::{AdditiveFit, FisherF, additive};

use crate::Design;
use crate::convert::reason;
use crate::distinct::{dense, distinct};

/// The fitted model.
pub(super) struct Model {
    pub(super) fit: AdditiveFit,
    /// The observations: one per score sheet with a composite.
    pub(super) sheets: Vec<Observation>,
    /// Evaluator, and the round for those who drift, by code of the model.
    keys: Vec<(u32, Option<u32>)>,
    /// Variance of what an evaluator is off in a round beyond severity and drift.
    pub(super) unsteadiness: f64,
    /// Degrees of freedom behind it.
    pub(super) unsteadiness_df: f64,
}

/// A score sheet in the model.
pub(super) struct Observation {
    pub(super) panel: u32,
    /// Code of the evaluator in the model.
    pub(super) code: u32,
    pub(super) evaluator: u32,
    pub(super) round: u32,
    pub(super) composite: f64,
}

impl Model {
    pub(super) fn new(design: &Design) -> Result<Self, Reason> {
        let purified = design.purified().map_err(Clone::clone)?;
        let mut sheets = Vec::with_capacity(design.sheets().len());
        for (panel, of) in design.panels().iter().enumerate() {
            for sheet in design.counting_sheets(of) {
                sheets.push(Observation {
                    panel: panel as u32,
                    code: 0,
                    evaluator: sheet.evaluator,
                    round: design.round_of(sheet),
                    composite: sheet.composite,
                });
            }
        }
        let key = |one: &Observation| (one.evaluator, purified.is_split(one.evaluator).then_some(one.round));
        let (keys, codes) = dense(&sheets.iter().map(key).collect::<Vec<_>>());
        sheets.iter_mut().zip(&codes).for_each(|(sheet, code)| sheet.code = *code);
        let panels: Vec<u32> = sheets.iter().map(|sheet| sheet.panel).collect();
        let composites: Vec<f64> = sheets.iter().map(|sheet| sheet.composite).collect();
        let fit = additive(&panels, &codes, &composites, design.panels().len(), keys.len())
            .map_err(|undefined| reason(&undefined))?;
        let (unsteadiness, unsteadiness_df) = unsteadiness(design, &sheets);
        Ok(Self { fit, sheets, keys, unsteadiness, unsteadiness_df })
    }

    /// The code of an evaluator in a round.
    pub(super) fn code(&self, evaluator: u32, round: u32) -> Option<usize> {
        let place = |key| self.keys.binary_search(&key).ok();
        place((evaluator, None)).or_else(|| place((evaluator, Some(round))))
    }

    /// Whether the evaluator of a code drifts and so has a code per round.
    pub(super) fn drifts(&self, code: usize) -> bool {
        self.keys.get(code).is_some_and(|key| key.1.is_some())
    }

    /// Composite less panel and severity, by observation.
    pub(super) fn residuals(&self) -> Vec<f64> {
        let residual = |one: &Observation| {
            let level = self.fit.cell_estimate(one.panel as usize).unwrap_or(one.composite);
            let effect = self.fit.effects.get(one.code as usize).copied().flatten();
            // Alone on a panel: the level is the composite, and nothing is left.
            one.composite - level - effect.unwrap_or(0.0)
        };
        self.sheets.iter().map(residual).collect()
    }

    /// Severity of every evaluator in points of 100, those who drift as the mean of their sheets.
    pub(super) fn severities(&self) -> BTreeMap<u32, f64> {
        let mut sums: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
        for one in &self.sheets {
            if let Some(effect) = self.fit.effects.get(one.code as usize).copied().flatten() {
                let sum = sums.entry(one.evaluator).or_default();
                sum.0 -= effect;
                sum.1 += 1.0;
            }
        }
        sums.into_iter().map(|(evaluator, (sum, n))| (evaluator, sum / n)).collect()
    }
}

/// The variance between rounds that evaluators have without drifting: the one at which half of the evaluators move more
/// than that would make expect, and half less. Those who drift, as long as they are the smaller part, do not make it
/// much larger. With it its degrees of freedom: those of the evaluators together, by what a median knows of a variance
/// next to a mean (Hampel 1974).
fn unsteadiness(design: &Design, sheets: &[Observation]) -> (f64, f64) {
    /// The efficiency of a median absolute deviation for normal values.
    const EFFICIENCY: f64 = 0.37;
    let Ok(purified) = design.purified() else { return (0.0, 1.0) };
    let evaluators = distinct(sheets.iter().map(|sheet| sheet.evaluator));
    let mut df = 0.0;
    let moved: Vec<(FisherF, f64, f64)> = evaluators
        .into_iter()
        .filter_map(|evaluator| {
            let effects = &purified.test(evaluator).ok()?.effects;
            df += EFFICIENCY * effects.df1 as f64;
            let f = FisherF::new(effects.df1 as f64, effects.df2 as f64)?;
            Some((f, effects.f, effects.f_per_variance().ok()?))
        })
        .collect();
    let too_large = |variance: f64| {
        let less = moved.iter().filter(|(f, found, per)| f.cdf(found / (1.0 + variance * per)) < 0.5).count();
        2 * less >= moved.len()
    };
    // 100 points of the scale is more than any.
    let (mut low, mut high) = (0.0, 10_000.0);
    if moved.is_empty() || too_large(low) {
        return (0.0, df.max(1.0));
    }
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if too_large(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    (low, df.max(1.0))
}
