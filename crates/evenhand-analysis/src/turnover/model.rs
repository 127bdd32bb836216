//! The additive model behind splits and groups: `composite = panel + evaluator`, drifting evaluators by round.

use std::collections::BTreeMap;

use evenhand_protocol::Reason;
use evenhand_stats::{AdditiveFit, additive};

use super::unsteadiness::Unsteadiness;
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
    pub(super) unsteadiness: Unsteadiness,
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
        let evaluators = distinct(sheets.iter().map(|sheet| sheet.evaluator));
        let tests = evaluators.iter().filter_map(|evaluator| Some(&purified.test(*evaluator).ok()?.effects));
        let unsteadiness = Unsteadiness::new(tests);
        Ok(Self { fit, sheets, keys, unsteadiness })
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
