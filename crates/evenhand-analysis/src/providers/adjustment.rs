//! Severity-adjusted composites from the additive model `composite = panel + evaluator`, evaluators drawn from a
//! population.
//!
//! The variance between evaluators is estimated, and severities are shrunken accordingly: where evaluators hardly differ
//! hardly anything is adjusted, so that the adjusted composites are not worse than the raw ones; where they differ much
//! it is least squares. Standard errors of levels, differences and changes are those of the predictions.
//!
//! An evaluator's severity is one number for all selected rounds, so rounds are compared through the evaluators they
//! share; evaluators who were found to drift have a severity of their own in every round.

use std::ops::Range;

use evenhand_protocol::{CountOf, Estimate, LinkedSubset, Method, Outcome, Reason};
use evenhand_stats::{AdditiveFit, Combination, Contrast, additive};

use crate::convert::{reason, t_estimate};
use crate::distinct::dense;
use crate::purified::Purified;
use crate::{Design, Sheet};

/// The fitted model.
#[derive(Debug)]
pub(crate) struct Adjustment {
    fit: Result<AdditiveFit, Reason>,
    /// Variance between evaluators over the residual variance; `None` where there is no residual variance.
    ratio: Option<f64>,
    /// Per component: more than one evaluator, so that there is a severity to remove.
    comparable: Vec<bool>,
    /// Panels of each unit that have a composite.
    panels: Vec<Vec<usize>>,
    n_sheets: Vec<u32>,
}

impl Adjustment {
    /// The model of a design, evaluators who drift taken round by round.
    pub(crate) fn new(design: &Design) -> Self {
        let purified = design.purified().ok();
        let (mut cells, mut keys, mut composites) = (Vec::new(), Vec::new(), Vec::new());
        let mut panels = vec![Vec::new(); design.units().len()];
        let mut n_sheets = vec![0; design.units().len()];
        let mut all_alone = true;
        for (index, panel) in design.panels().iter().enumerate() {
            let before = cells.len();
            for sheet in design.counting_sheets(panel) {
                cells.push(index as u32);
                keys.push(severity_key(design, purified, sheet));
                composites.push(sheet.composite);
            }
            let found = cells.len() - before;
            all_alone &= found < 2;
            n_sheets[panel.unit] += found as u32;
            if found > 0 {
                panels[panel.unit].push(index);
            }
        }
        let (severities, codes) = dense(&keys);
        let fit = additive(&cells, &codes, &composites, design.panels().len(), severities.len())
            .map_err(|undefined| if all_alone { Reason::OneEvaluator } else { reason(&undefined) });
        let ratio = fit.as_ref().ok().and_then(|fit| {
            let ratio = fit.evaluator_variance() / fit.sigma2;
            (fit.sigma2 > 0.0 && ratio.is_finite()).then_some(ratio)
        });
        let fit = fit.and_then(|fit| shrunken(fit, ratio));
        let comparable = fit.as_ref().map_or_else(
            |_| Vec::new(),
            |fit| {
                let mut sizes = vec![0u32; fit.n_components];
                for component in fit.component_of_evaluator.iter().flatten() {
                    sizes[*component as usize] += 1;
                }
                sizes.into_iter().map(|size| size > 1).collect()
            },
        );
        Self { fit, ratio, comparable, panels, n_sheets }
    }

    /// Variance between evaluators over the residual variance; `None` where there is no residual variance.
    pub(super) fn ratio(&self) -> Option<f64> {
        self.ratio
    }

    /// Degrees of freedom of the residual variance.
    pub(super) fn df(&self) -> f64 {
        self.fit.as_ref().map_or(0.0, |fit| fit.df as f64)
    }

    /// Residual variance of a single score sheet's composite; `None` where there is no model.
    pub(super) fn sigma2(&self) -> Option<f64> {
        self.fit.as_ref().ok().map(|fit| fit.sigma2)
    }

    /// The covariance of two adjusted composites over the residual variance.
    pub(super) fn relative_covariance(
        &self,
        first: &Combination,
        second: &Combination,
    ) -> Result<f64, Reason> {
        let fit = self.fit.as_ref().map_err(Clone::clone)?;
        fit.relative_covariance(first, second).map_err(|undefined| reason(&undefined))
    }

    /// Score sheets of a unit that have a composite.
    pub(super) fn n_sheets(&self, unit: usize) -> u32 {
        self.n_sheets[unit]
    }

    /// The adjusted composites of a range of units, ready to be compared with each other.
    pub(super) fn units(&self, units: Range<usize>) -> Vec<Result<Combination, Reason>> {
        units.map(|unit| self.combination(unit)).collect()
    }

    /// The adjusted composite of a unit.
    pub(super) fn estimate(&self, unit: usize) -> Outcome<Estimate> {
        let told = |Contrast { value, se }| {
            let (of, method) = (CountOf::ScoreSheets, Method::RandomEvaluators);
            t_estimate(value, se, self.df(), self.n_sheets[unit], of, method)
        };
        self.contrast(&self.shares(unit, 1.0)).map(told).into()
    }

    /// First minus second, where common evaluators link them.
    pub(super) fn difference(&self, first: &Combination, second: &Combination) -> Result<Contrast, Reason> {
        let fit = self.fit.as_ref().map_err(Clone::clone)?;
        fit.difference(first, second).map_err(|undefined| reason(&undefined))
    }

    /// Whether all of these can be compared with each other: one part of the design holds them, or all rest on the same
    /// parts in the same shares, as where every provider has a panel of experts and one of service users.
    pub(super) fn are_comparable<'a>(&self, combinations: impl IntoIterator<Item = &'a Combination>) -> bool {
        let mut combinations = combinations.into_iter();
        let Some(first) = combinations.next() else { return true };
        combinations.all(|other| self.difference(first, other).is_ok())
    }

    /// Adjusted composite of a unit minus that of another, with the score sheets behind both.
    pub(super) fn change(&self, unit: usize, earlier: usize) -> Result<(Contrast, u32), Reason> {
        let mut cells = self.shares(unit, 1.0)?;
        cells.extend(self.shares(earlier, -1.0)?);
        Ok((self.contrast(&Ok(cells))?, self.n_sheets[unit] + self.n_sheets[earlier]))
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
        for (unit, panels) in design.units().iter().zip(&self.panels) {
            let round = &design.metadata().rounds[unit.round as usize].id;
            let mut components: Vec<u32> =
                panels.iter().filter_map(|&panel| fit.component_of_cell[panel]).collect();
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

    fn combination(&self, unit: usize) -> Result<Combination, Reason> {
        let fit = self.fit.as_ref().map_err(Clone::clone)?;
        fit.combination(&self.shares(unit, 1.0)?).map_err(|undefined| reason(&undefined))
    }

    fn contrast(&self, cells: &Result<Vec<(usize, f64)>, Reason>) -> Result<Contrast, Reason> {
        let fit = self.fit.as_ref().map_err(Clone::clone)?;
        let cells = cells.as_ref().map_err(Clone::clone)?;
        fit.contrast(cells).map_err(|undefined| reason(&undefined))
    }

    /// The unit's panels in equal shares that sum to `total`; an error where no severity can be removed from one.
    fn shares(&self, unit: usize, total: f64) -> Result<Vec<(usize, f64)>, Reason> {
        let fit = self.fit.as_ref().map_err(Clone::clone)?;
        let panels = &self.panels[unit];
        if panels.is_empty() {
            return Err(Reason::TooFewUnits { needed: 1, found: 0 });
        }
        let lone = |panel: &usize| {
            fit.component_of_cell[*panel].is_none_or(|component| !self.comparable[component as usize])
        };
        if panels.iter().any(lone) {
            return Err(Reason::NoColleague);
        }
        let share = total / panels.len() as f64;
        Ok(panels.iter().map(|&panel| (panel, share)).collect())
    }
}

/// The fit with evaluators drawn from a population whose variance is `ratio` times the residual one; as it is where there
/// is no residual variance to shrink for.
pub(super) fn shrunken(fit: AdditiveFit, ratio: Option<f64>) -> Result<AdditiveFit, Reason> {
    match ratio {
        Some(ratio) => fit.with_random_evaluators(ratio * fit.sigma2).map_err(|undefined| reason(&undefined)),
        None => Ok(fit),
    }
}

/// Whose severity a sheet shows: its evaluator, in its round alone where the evaluator drifts.
pub(super) type SeverityKey = (u32, Option<u32>);

/// The severity that a sheet shows.
pub(super) fn severity_key(design: &Design, purified: Option<&Purified>, sheet: &Sheet) -> SeverityKey {
    let drifts = purified.is_some_and(|purified| purified.is_split(sheet.evaluator));
    (sheet.evaluator, drifts.then(|| design.round_of(sheet)))
}
