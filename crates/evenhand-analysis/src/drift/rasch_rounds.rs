//! Severity by evaluator and round from a many-facet Rasch model of every round by itself.

use std::ops::ControlFlow;

use evenhand_protocol::Reason;
use evenhand_stats::{
    BiasCorrection, DriftOptions, Orientation, RaschData, RaschErrors, RaschFacet, RaschFit, RaschOptions,
    ScaleModel, Severity, SeverityTable, Unobserved, drift_report, rasch, sum,
};

use super::Model;
use super::categories::Categories;
use super::parts::Parts;
use super::track::{Engine, SheetCounts};
use crate::Design;
use crate::convert::reason;
use crate::distinct::dense;

/// More scores than this take too long.
pub(super) const MOST_SCORES: usize = 500_000;

/// The options of every fit: thresholds shared where ranges are, bias corrected, empty categories kept as steps.
pub(super) fn options(categories: &Categories, errors: RaschErrors) -> RaschOptions {
    let by_indicator = categories.summary.by_indicator;
    RaschOptions {
        model: if by_indicator { ScaleModel::PartialCredit { facet: 2 } } else { ScaleModel::RatingScale },
        unobserved: Unobserved::Keep,
        bias_correction: BiasCorrection::Shrink,
        errors,
        // Measures are shown with two decimals; the last digits of a sparse design take most of the time.
        score_tolerance: 0.01,
        logit_tolerance: 1e-4,
        ..RaschOptions::default()
    }
}

/// Severities of every part of a round that can be calibrated; parts that cannot have none.
pub(super) fn engine(design: &Design, parts: &Parts, categories: &Categories) -> Result<Engine, Reason> {
    let found: usize = design.units().iter().map(|unit| unit.rows.len()).sum();
    if found > MOST_SCORES {
        return Err(Reason::TooLarge { limit: MOST_SCORES as u32, found: found as u32 });
    }
    let mut rows: Vec<Rows> = (0..parts.rounds.len()).map(|_| Rows::default()).collect();
    for (index, panel) in design.panels().iter().enumerate() {
        let Some(part) = parts.of_panel(index) else { continue };
        for sheet in design.counting_sheets(panel) {
            rows[part as usize].add(design, categories, index as u32, sheet);
        }
    }
    let mut severities = Vec::new();
    let mut dependence = Dependence::default();
    for (part, rows) in rows.iter().enumerate() {
        let found = rows.severities(design, categories, part as u32, &mut dependence);
        severities.extend(found.unwrap_or_default());
    }
    if severities.is_empty() {
        return Err(Reason::NotConverged);
    }
    let stretch = dependence.factor().sqrt();
    severities.iter_mut().for_each(|severity| severity.se *= stretch);
    let mut counts = SheetCounts::default();
    for (one, part) in parts.codes.iter().zip(&parts.fit.component_of_evaluator) {
        let measured = |part: u32| severities.iter().any(|s| (s.evaluator, s.round) == (one.evaluator, part));
        if let Some(part) = part.filter(|part| measured(*part)) {
            counts.set(one.evaluator, part, one.n_sheets);
        }
    }
    let n_evaluators = design.metadata().evaluators.len();
    let table = SeverityTable::new(&severities, n_evaluators, parts.rounds.len())
        .and_then(|table| table.at_times(parts.times()))
        .map_err(|undefined| reason(&undefined))?;
    let report = drift_report(&table, &DriftOptions::default()).map_err(|undefined| reason(&undefined))?;
    let evaluators = report.evaluators;
    let dependence = Some(dependence.factor());
    let rounds = parts.rounds.clone();
    Ok(Engine { model: Model::Rasch, evaluators, rounds, counts, why_not: Vec::new(), dependence })
}

/// The scores of one part.
#[derive(Default)]
struct Rows {
    ratings: Vec<u32>,
    panel: Vec<u32>,
    evaluator: Vec<u32>,
    indicator: Vec<u32>,
}

impl Rows {
    fn add(&mut self, design: &Design, categories: &Categories, panel: u32, sheet: &crate::Sheet) {
        for row in sheet.rows.clone() {
            self.ratings.push(categories.of_row[row]);
            self.panel.push(panel);
            self.evaluator.push(sheet.evaluator);
            self.indicator.push(design.table().indicator()[row]);
        }
    }

    /// The severities of the part, `None` where it cannot be calibrated, and what its sheets add to the dependence.
    fn severities(
        &self,
        design: &Design,
        categories: &Categories,
        part: u32,
        dependence: &mut Dependence,
    ) -> Option<Vec<Severity>> {
        let (panels, panel) = dense(&self.panel);
        let (evaluators, evaluator) = dense(&self.evaluator);
        let n_indicators = design.metadata().indicators.len();
        let facets = [
            RaschFacet::new(&panel, panels.len(), Orientation::Positive),
            RaschFacet::new(&evaluator, evaluators.len(), Orientation::Negative),
            RaschFacet::new(&self.indicator, n_indicators, Orientation::Negative),
        ];
        let data = RaschData { ratings: &self.ratings, weights: None, facets: &facets };
        let options = options(categories, RaschErrors::Joint);
        let fit = rasch(&data, &options, &mut |_| ControlFlow::Continue(())).ok()?;
        if !fit.convergence.converged || fit.n_subsets[1] > 1 {
            return None;
        }
        dependence.add(&fit, options.extreme_adjustment);
        let measured =
            evaluators.iter().zip(&fit.facets[1]).filter(|(_, element)| element.status.is_calibrated());
        let severities = measured.filter_map(|(evaluator, element)| {
            let measure = element.measure?;
            let se = measure.joint_se.filter(|se| *se > 0.0)?;
            Some(Severity { evaluator: *evaluator, round: part, value: measure.value, se })
        });
        Some(severities.collect())
    }
}

/// How much more the sums of score sheets vary than if every score were given by itself.
///
/// The model takes the scores of a sheet for independent, given the measures; one impression that colours all of them
/// makes it far too sure of an evaluator's severity. The factor is the Pearson statistic of the sheets, as interactions of
/// panel and evaluator, by its degrees of freedom (McCullagh & Nelder 1989, section 4.5), over all rounds.
#[derive(Default)]
struct Dependence {
    chi_squared: f64,
    df: f64,
}

impl Dependence {
    fn add(&mut self, fit: &RaschFit, adjustment: f64) {
        let Ok(sheets) = fit.interaction([0, 1], adjustment) else { return };
        let calibrated = |facet: usize| fit.facets[facet].iter().filter(|e| e.status.is_calibrated()).count();
        let df = (sheets.cells.len() + 1) as f64 - (calibrated(0) + calibrated(1)) as f64;
        if df > 0.0 {
            self.chi_squared += sum(&sheets.cells.iter().map(|cell| cell.t * cell.t).collect::<Vec<f64>>());
            self.df += df;
        }
    }

    /// At least 1: sheets that vary less than by chance are chance.
    fn factor(&self) -> f64 {
        if self.df > 0.0 { (self.chi_squared / self.df).max(1.0) } else { 1.0 }
    }
}
