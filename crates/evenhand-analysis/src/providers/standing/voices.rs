//! What the sources of scores say of the same providers.
//!
//! Composites by source are raw: the evaluators of one source are not those of another, so that their severity cannot be
//! told from the difference between the sources, which is what is looked at.

use std::ops::Range;

use evenhand_protocol::{CountOf, Estimate, Method, Outcome, Reason, VoicePair, Voices};
use evenhand_stats::{mean, pearson_estimate, variance};

use crate::convert::{estimate, outcome, t_estimate};
use crate::distinct::distinct;
use crate::{Design, LEVEL};

/// Composites of a round's units by source.
pub(super) struct BySource {
    /// Codes of the sources in the round, ascending.
    sources: Vec<u32>,
    first_unit: usize,
    /// A row per unit, a column per source.
    composites: Vec<Vec<Option<f64>>>,
}

impl BySource {
    pub(super) fn new(design: &Design, units: Range<usize>) -> Self {
        let panels = |unit: usize| &design.panels()[design.units()[unit].panels.clone()];
        let sources = distinct(units.clone().flat_map(panels).map(|panel| panel.source));
        let of = |unit: usize, source: u32| {
            let own = panels(unit).iter().filter(|panel| panel.source == source);
            let means = own.filter_map(|panel| {
                let sheets: Vec<f64> = design.counting_sheets(panel).map(|sheet| sheet.composite).collect();
                mean(&sheets)
            });
            mean(&means.collect::<Vec<f64>>())
        };
        let row = |unit: usize| sources.iter().map(|source| of(unit, *source)).collect();
        let composites = units.clone().map(row).collect();
        Self { sources, first_unit: units.start, composites }
    }

    /// The composites of a unit; empty where there is one source only.
    pub(super) fn of_unit(&self, unit: usize) -> Vec<Option<f64>> {
        let row = unit.checked_sub(self.first_unit).and_then(|at| self.composites.get(at));
        if self.sources.len() < 2 { Vec::new() } else { row.cloned().unwrap_or_default() }
    }

    pub(super) fn voices(&self, design: &Design) -> Outcome<Voices> {
        if self.sources.len() < 2 {
            return Outcome::Undefined(Reason::OneSource);
        }
        let name = |source: &u32| design.metadata().sources[*source as usize].clone();
        let mut pairs = Vec::new();
        for first in 0..self.sources.len() {
            for second in first + 1..self.sources.len() {
                let (correlation, difference) = self.compare(first, second);
                let (first, second) = (name(&self.sources[first]), name(&self.sources[second]));
                pairs.push(VoicePair { first, second, correlation, difference });
            }
        }
        Outcome::Known(Voices { sources: self.sources.iter().map(name).collect(), pairs })
    }

    /// Correlation and mean difference over the units that both scored.
    fn compare(&self, first: usize, second: usize) -> (Outcome<Estimate>, Outcome<Estimate>) {
        let both = self.composites.iter().filter_map(|row| Some((row[first]?, row[second]?)));
        let (x, y): (Vec<f64>, Vec<f64>) = both.unzip();
        let correlation = outcome(pearson_estimate(&x, &y, LEVEL))
            .map(|found| estimate(&found, CountOf::Providers, Method::Correlation));
        let gaps: Vec<f64> = x.iter().zip(&y).map(|(x, y)| x - y).collect();
        let n = gaps.len();
        let difference = match mean(&gaps).zip(variance(&gaps)) {
            Some((value, spread)) => {
                let (se, df) = ((spread / n as f64).sqrt(), n as f64 - 1.0);
                let (of, method) = (CountOf::Providers, Method::MeanByProvider);
                Outcome::Known(t_estimate(value, se, df, n as u32, of, method))
            }
            None => Outcome::Undefined(Reason::TooFewUnits { needed: 2, found: n as u32 }),
        };
        (correlation, difference)
    }
}
