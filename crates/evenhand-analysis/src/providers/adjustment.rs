//! Severity-adjusted composites from the additive model `composite = panel + evaluator`, by least squares.
//!
//! An evaluator's severity is taken as the same in all selected rounds, so rounds are compared through the evaluators
//! they share; drift is shown on the Evaluators page, not removed here (issue #6).

use evenhand_protocol::{CountOf, Estimate, LinkedSubset, Method, Outcome, Reason};
use evenhand_stats::{AdditiveFit, Combination, Contrast, additive};

use crate::Design;
use crate::convert::{reason, t_estimate};

/// The fitted model and one combination of panels per unit.
pub(super) struct Adjustment {
    fit: Result<AdditiveFit, Reason>,
    units: Vec<Option<Combination>>,
}

impl Adjustment {
    pub(super) fn new(design: &Design) -> Self {
        let sheets = design.sheets();
        let cells: Vec<u32> = sheets.iter().map(|sheet| sheet.panel as u32).collect();
        // Dense codes: only the evaluators of the selection take part.
        let mut present: Vec<u32> = sheets.iter().map(|sheet| sheet.evaluator).collect();
        present.sort_unstable();
        present.dedup();
        let evaluators: Vec<u32> = sheets
            .iter()
            .map(|sheet| present.partition_point(|&code| code < sheet.evaluator) as u32)
            .collect();
        let composites: Vec<f64> = sheets.iter().map(|sheet| sheet.composite).collect();
        let all_alone = design.panels().iter().all(|panel| panel.sheets.len() < 2);
        let fit = additive(&cells, &evaluators, &composites, design.panels().len(), present.len())
            .map_err(|undefined| if all_alone { Reason::OneEvaluator } else { reason(&undefined) });
        let units = match &fit {
            Err(_) => vec![None; design.units().len()],
            Ok(fit) => design.units().iter().map(|unit| combination(fit, unit.panels.clone())).collect(),
        };
        Self { fit, units }
    }

    /// Degrees of freedom of the residual variance.
    pub(super) fn df(&self) -> f64 {
        self.fit.as_ref().map_or(0.0, |fit| fit.df as f64)
    }

    /// The adjusted composite of a unit.
    pub(super) fn estimate(&self, unit: usize, n_sheets: u32) -> Outcome<Estimate> {
        let fit = match &self.fit {
            Ok(fit) => fit,
            Err(reason) => return Outcome::Undefined(reason.clone()),
        };
        let Some(combination) = &self.units[unit] else { return Outcome::Undefined(Reason::NotLinked) };
        let (value, se) = (combination.value(), fit.se(combination));
        let of = CountOf::ScoreSheets;
        Outcome::Known(t_estimate(value, se, self.df(), n_sheets, of, Method::Additive))
    }

    /// First minus second, where common evaluators link them.
    pub(super) fn difference(&self, first: usize, second: usize) -> Result<Contrast, Reason> {
        let fit = self.fit.as_ref().map_err(Clone::clone)?;
        let (Some(a), Some(b)) = (&self.units[first], &self.units[second]) else {
            return Err(Reason::NotLinked);
        };
        match fit.difference(a, b) {
            Ok(contrast) => Ok(contrast),
            Err(undefined) => Err(reason(&undefined)),
        }
    }

    /// The parts of the design that share no evaluator, largest first.
    pub(super) fn linked_subsets(&self, design: &Design) -> Vec<LinkedSubset> {
        let Ok(fit) = &self.fit else { return Vec::new() };
        let mut subsets: Vec<LinkedSubset> = (0..fit.n_components as u32)
            .map(|component| LinkedSubset {
                n_evaluators: fit.component_of_evaluator.iter().filter(|c| **c == Some(component)).count()
                    as u32,
                n_units: 0,
                rounds: Vec::new(),
            })
            .collect();
        for unit in design.units() {
            let round = &design.metadata().rounds[unit.round as usize].id;
            let mut components: Vec<u32> =
                unit.panels.clone().filter_map(|panel| fit.component_of_cell[panel]).collect();
            components.sort_unstable();
            components.dedup();
            for component in components {
                let subset = &mut subsets[component as usize];
                subset.n_units += 1;
                if subset.rounds.last() != Some(round) {
                    subset.rounds.push(round.clone());
                }
            }
        }
        subsets.sort_by_key(|subset| std::cmp::Reverse(subset.n_units));
        subsets
    }
}

fn combination(fit: &AdditiveFit, panels: std::ops::Range<usize>) -> Option<Combination> {
    let share = 1.0 / panels.len() as f64;
    let cells: Vec<(usize, f64)> = panels.map(|panel| (panel, share)).collect();
    fit.combination(&cells).ok()
}
