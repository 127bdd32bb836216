//! Where evaluators depart from their own severity.

use std::collections::BTreeMap;

use evenhand_protocol::{InteractionTable, InteractionTerm, InteractionWith, ScoreScale};
use evenhand_stats::{ChiSquared, InteractionCell, RaschErrors, StudentT, benjamini_hochberg, sum};

use super::leverage::{Leverage, Told};
use crate::convert::t_interval;
use crate::distinct::distinct;
use crate::rasch::{Dependence, EVALUATORS, Measured, UNITS, options};
use crate::{ALPHA, Design};

/// Pairs that are told of each kind; the others are the least surprising.
const MOST_TERMS: usize = 500;

/// The group of a score whose provider has no category: it takes no part.
const NO_GROUP: u32 = u32::MAX;

/// A pair of which the main measures take up more than the rest of this has nothing elsewhere to be compared with.
const LEAST_LEFT: f64 = 0.1;

/// The interactions of every kind that has at least two elements to interact with.
pub(super) fn tables(design: &Design, measured: &Measured) -> Vec<InteractionTable> {
    let scores = Scores::new(design, measured);
    let kinds = [InteractionWith::Round, InteractionWith::Indicator, InteractionWith::Category];
    kinds.into_iter().filter_map(|with| scores.table(with)).collect()
}

/// What every kind needs to know of the scores, by rating of the model.
struct Scores<'a> {
    design: &'a Design<'a>,
    measured: &'a Measured,
    evaluators: Vec<u32>,
    /// Observed less expected score in points of the scale; `None` where the rating is of an extreme element.
    residuals: Vec<Option<f64>>,
    information: Vec<Option<f64>>,
    /// The sheet of every rating, counted in the order of the ratings.
    sheets: Vec<u32>,
    adjustment: f64,
    categories: Vec<String>,
}

impl<'a> Scores<'a> {
    fn new(design: &'a Design<'a>, measured: &'a Measured) -> Self {
        let column = |of: &[u32]| -> Vec<u32> { measured.rows.iter().map(|row| of[*row as usize]).collect() };
        let in_points = matches!(design.scale(), ScoreScale::Points { .. });
        let value = |scale: Option<u32>, rating: u32| {
            let class = &measured.categories.scale_of(scale.unwrap_or(0))[rating as usize];
            if in_points { class.mean() } else { class.normalised_mean() }
        };
        let expected = measured.fit.expected(measured.rows.len(), value);
        let observed = measured.rows.iter().map(|row| design.on_scale(*row as usize));
        let adjustment = options(&measured.categories, RaschErrors::Conditional).extreme_adjustment;
        Self {
            design,
            measured,
            evaluators: column(design.table().evaluator()),
            residuals: observed.zip(expected).map(|(seen, expected)| Some(seen - expected?)).collect(),
            information: measured.fit.information(measured.rows.len()),
            sheets: sheets(design, measured),
            adjustment,
            categories: design.metadata().categories(),
        }
    }

    fn table(&self, with: InteractionWith) -> Option<InteractionTable> {
        let groups = self.groups(with);
        let first = *groups.iter().find(|group| **group != NO_GROUP)?;
        // Everybody in the only group departs from nothing.
        groups.iter().find(|group| **group != NO_GROUP && **group != first)?;
        let found = self.measured.fit.interaction_of([&self.evaluators, &groups], self.adjustment).ok()?;
        let cells: Vec<&InteractionCell> =
            found.cells.iter().filter(|cell| cell.elements[1] != NO_GROUP).collect();
        let dependence = self.dependence(with);
        let chi_squared = sum(&cells.iter().map(|cell| cell.t * cell.t).collect::<Vec<f64>>()) / dependence;
        // The main measures make the residuals of every evaluator, and of every other element, add up to 0.
        let n = |side: usize| distinct(cells.iter().map(|cell| cell.elements[side])).len();
        let df = ((cells.len() + 1) as f64 - (n(0) + n(1)) as f64).max(0.0);
        let leverage = Leverage::new(with, &self.told(&groups));
        let mut sums = self.sums(&groups);
        let mut terms: Vec<InteractionTerm> = cells
            .iter()
            .map(|cell| (cell, leverage.left(cell.elements)))
            .filter(|(_, left)| *left >= LEAST_LEFT)
            .map(|(cell, left)| {
                let sums = sums.remove(&cell.elements).unwrap_or_default();
                self.term(with, cell, &sums, [left, dependence])
            })
            .collect();
        adjust(&mut terms);
        terms.sort_by(|a, b| {
            let p = |term: &InteractionTerm| term.p.unwrap_or(1.0);
            p(a).total_cmp(&p(b)).then(b.t.abs().total_cmp(&a.t.abs()))
        });
        let n_beyond_chance =
            terms.iter().filter(|term| term.p_adjusted.is_some_and(|p| p < ALPHA)).count() as u32;
        let n_terms = terms.len() as u32;
        terms.truncate(MOST_TERMS);
        let p = ChiSquared::new(df).map(|distribution| distribution.sf(chi_squared));
        Some(InteractionTable { with, terms, n_terms, n_beyond_chance, chi_squared, df, p, dependence })
    }

    /// The element of every rating.
    fn groups(&self, with: InteractionWith) -> Vec<u32> {
        let metadata = self.design.metadata();
        let unit = |unit: &u32| &self.design.units()[*unit as usize];
        match with {
            InteractionWith::Round => self.measured.units.iter().map(|of| unit(of).round).collect(),
            InteractionWith::Indicator => {
                let indicators = self.design.table().indicator();
                self.measured.rows.iter().map(|row| indicators[*row as usize]).collect()
            }
            InteractionWith::Category => {
                let place = |category: &String| {
                    self.categories.iter().position(|known| known == category).map(|place| place as u32)
                };
                let of_provider: Vec<u32> = metadata
                    .providers
                    .iter()
                    .map(|info| info.category.as_ref().and_then(place).unwrap_or(NO_GROUP))
                    .collect();
                self.measured.units.iter().map(|of| of_provider[unit(of).provider as usize]).collect()
            }
        }
    }

    /// Scores of one sheet go together. All of them are in one round and of one category, but on different indicators;
    /// there, what single scores vary more than the model says counts.
    fn dependence(&self, with: InteractionWith) -> f64 {
        match with {
            InteractionWith::Round | InteractionWith::Category => {
                let mut dependence = Dependence::default();
                dependence.add(&self.measured.fit, [UNITS, EVALUATORS], self.adjustment);
                dependence.factor()
            }
            InteractionWith::Indicator => self.measured.fit.mean_square().unwrap_or(1.0).max(1.0),
        }
    }

    /// What every rating that has a group says.
    fn told(&self, groups: &[u32]) -> Vec<Told> {
        let told = |rating: usize| {
            let pair = [self.evaluators[rating], groups[rating]];
            let information = self.information[rating].filter(|_| pair[1] != NO_GROUP)?;
            Some(Told { pair, unit: self.measured.units[rating], sheet: self.sheets[rating], information })
        };
        (0..groups.len()).filter_map(told).collect()
    }

    /// Residuals and sheets of every pair.
    fn sums(&self, groups: &[u32]) -> BTreeMap<[u32; 2], Sums> {
        let mut sums: BTreeMap<[u32; 2], Sums> = BTreeMap::new();
        for (rating, residual) in self.residuals.iter().enumerate() {
            let Some(residual) = residual else { continue };
            let sums = sums.entry([self.evaluators[rating], groups[rating]]).or_default();
            sums.residual += residual;
            sums.n += 1;
            if sums.last != Some(self.sheets[rating]) {
                sums.n_sheets += 1;
                sums.last = Some(self.sheets[rating]);
            }
        }
        sums
    }

    fn term(
        &self,
        with: InteractionWith,
        cell: &InteractionCell,
        sums: &Sums,
        [left, dependence]: [f64; 2],
    ) -> InteractionTerm {
        let metadata = self.design.metadata();
        let place = cell.elements[1] as usize;
        let name = match with {
            InteractionWith::Round => &metadata.rounds[place].id,
            InteractionWith::Indicator => &metadata.indicators[place].id,
            InteractionWith::Category => &self.categories[place],
        };
        // What the main measures took up is given back: a departure from elsewhere, not from a mean that it is part of.
        let (size, se) = (cell.bias / left, cell.se * (dependence / left).sqrt());
        let (t, df) = (size / se, f64::from(sums.n_sheets.max(1)) - 1.0);
        InteractionTerm {
            evaluator: metadata.evaluators[cell.elements[0] as usize].id.clone(),
            with: name.clone(),
            n_scores: cell.n as u32,
            n_sheets: sums.n_sheets,
            points: sums.residual / f64::from(sums.n.max(1)) / left,
            size,
            se,
            interval: t_interval(size, se, df),
            t,
            df,
            p: StudentT::new(df).map(|distribution| distribution.two_sided(t)),
            p_adjusted: None,
        }
    }
}

/// The sheet of every rating: those of one evaluator in one panel stand together.
fn sheets(design: &Design, measured: &Measured) -> Vec<u32> {
    let table = design.table();
    let key = |row: usize| (table.occasion()[row], table.source()[row], table.evaluator()[row]);
    let mut sheet = 0;
    let mut sheets = Vec::with_capacity(measured.rows.len());
    for (rating, row) in measured.rows.iter().enumerate() {
        if rating > 0 {
            let before = measured.rows[rating - 1] as usize;
            let same =
                measured.units[rating] == measured.units[rating - 1] && key(*row as usize) == key(before);
            sheet += u32::from(!same);
        }
        sheets.push(sheet);
    }
    sheets
}

/// Sums over the ratings of a pair.
#[derive(Default)]
struct Sums {
    residual: f64,
    n: u32,
    n_sheets: u32,
    /// The last sheet that was met.
    last: Option<u32>,
}

/// Adjusts p over all pairs that have one.
fn adjust(terms: &mut [InteractionTerm]) {
    let known: Vec<f64> = terms.iter().filter_map(|term| term.p).collect();
    let mut adjusted = benjamini_hochberg(&known).into_iter();
    for term in terms.iter_mut().filter(|term| term.p.is_some()) {
        term.p_adjusted = adjusted.next();
    }
}
