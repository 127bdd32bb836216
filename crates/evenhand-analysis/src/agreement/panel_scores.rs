//! What evaluators are compared by: one value per panel and evaluator.

use std::ops::Range;

use evenhand_stats::{Ratings, Undefined};

use crate::distinct::distinct;
use crate::{Design, Sheet};

/// One value per score sheet that has one, by panel and then evaluator.
#[derive(Debug, Clone, Default)]
pub(crate) struct PanelScores {
    /// Index of the panel of each value in the design, ascending.
    panels: Vec<u32>,
    /// Evaluator code of each value, ascending within a panel.
    evaluators: Vec<u32>,
    values: Vec<f64>,
    /// Panels of the units looked at, with or without a value.
    pub(crate) n_panels_all: u32,
}

impl PanelScores {
    /// The values of the sheets of a range of units; sheets without one are left out.
    pub(crate) fn new(design: &Design, units: Range<usize>, value: impl Fn(&Sheet) -> Option<f64>) -> Self {
        let mut scores = Self::default();
        for panel in design.units()[units].iter().flat_map(|unit| unit.panels.clone()) {
            scores.n_panels_all += 1;
            for sheet in &design.sheets()[design.panels()[panel].sheets.clone()] {
                if let Some(value) = value(sheet) {
                    scores.panels.push(panel as u32);
                    scores.evaluators.push(sheet.evaluator);
                    scores.values.push(value);
                }
            }
        }
        scores
    }

    /// The composites of a range of units.
    pub(crate) fn composites(design: &Design, units: Range<usize>) -> Self {
        Self::new(design, units, composite)
    }

    /// The panels with their evaluators and values, in the order of the design.
    pub(crate) fn runs(&self) -> impl Iterator<Item = Run<'_>> {
        self.panels.chunk_by(|a, b| a == b).scan(0, |start, run| {
            let rows = *start..*start + run.len();
            *start = rows.end;
            Some(Run {
                panel: run[0] as usize,
                evaluators: &self.evaluators[rows.clone()],
                values: &self.values[rows],
            })
        })
    }

    /// Number of panels with a value.
    pub(crate) fn n_units(&self) -> usize {
        self.runs().count()
    }

    /// Number of panels with two values or more.
    pub(crate) fn n_shared(&self) -> usize {
        self.runs().filter(|run| run.values.len() >= 2).count()
    }

    /// The evaluator code of each value.
    pub(crate) fn evaluators(&self) -> &[u32] {
        &self.evaluators
    }

    /// All values, by panel and then evaluator.
    pub(crate) fn values(&self) -> &[f64] {
        &self.values
    }

    /// The different evaluators, ascending.
    pub(crate) fn distinct_evaluators(&self) -> Vec<u32> {
        distinct(self.evaluators.iter().copied())
    }

    /// The same with other values, one for each.
    pub(crate) fn with_values(&self, values: Vec<f64>) -> Self {
        Self { values, ..self.clone() }
    }

    /// The same without the panels that `keep` refuses.
    pub(crate) fn only(&self, keep: impl Fn(&Run<'_>) -> bool) -> Self {
        let mut kept = Self { n_panels_all: self.n_panels_all, ..Self::default() };
        for run in self.runs().filter(keep) {
            kept.panels.extend(run.values.iter().map(|_| run.panel as u32));
            kept.evaluators.extend_from_slice(run.evaluators);
            kept.values.extend_from_slice(run.values);
        }
        kept
    }

    /// The form in which `evenhand-stats` takes them.
    pub(crate) fn ratings(&self) -> Result<Ratings<'_>, Undefined> {
        Ratings::new(&self.panels, &self.evaluators, &self.values)
    }

    /// How often the same provider comes back on average: panels with two values or more by different providers.
    ///
    /// Intervals that count panels are too short by about the square root of it, where what sets the panels apart stays
    /// with the provider; it is the limit of full correlation, so that intervals widened by it err on the wide side.
    pub(crate) fn repeats(&self, design: &Design) -> f64 {
        let providers: Vec<u32> = self
            .runs()
            .filter(|run| run.values.len() >= 2)
            .map(|run| design.units()[design.panels()[run.panel].unit].provider)
            .collect();
        providers.len() as f64 / distinct(&providers).len().max(1) as f64
    }
}

/// The values of one panel.
pub(crate) struct Run<'a> {
    /// Index of the panel in the design.
    pub(crate) panel: usize,
    /// Evaluator codes, ascending.
    pub(crate) evaluators: &'a [u32],
    /// Their values.
    pub(crate) values: &'a [f64],
}

/// The composite of a sheet that has one.
pub(crate) fn composite(sheet: &Sheet) -> Option<f64> {
    (sheet.coverage > 0.0).then_some(sheet.composite)
}
