//! Severity by evaluator and round, and difficulty by indicator and round, from a many-facet Rasch model of every round by
//! itself.

use evenhand_protocol::{CountOf, Reason};
use evenhand_stats::{
    DriftOptions, Orientation, RaschData, RaschErrors, RaschFacet, RaschFit, Severity, SeverityTable,
    drift_report,
};

use super::Model;
use super::parts::Parts;
use super::track::{Counts, Engine};
use crate::Design;
use crate::convert::reason;
use crate::distinct::dense;
use crate::progress::{Cancelled, Progress};
use crate::rasch::{Categories, Dependence, EVALUATORS, INDICATORS, MOST_SCORES, UNITS, fitted, options};

/// How many scores are fitted between two looks at anything else.
const AT_A_TIME: usize = 8_000;

/// The fits of all parts under way, one after the other.
#[derive(Debug)]
pub(super) struct RaschRounds {
    rows: Vec<Rows>,
    /// The part that is fitted next.
    next: usize,
    /// Rows of the parts that were fitted, and of all.
    n_done: usize,
    n_rows: usize,
    severities: Vec<Severity>,
    difficulties: Vec<Difficulty>,
    /// Of the sheets of evaluators, and of the panels on an indicator.
    dependence: [Dependence; 2],
}

/// The difficulty of an indicator in one part of a round.
#[derive(Debug)]
struct Difficulty {
    indicator: u32,
    round: u32,
    value: f64,
    weight: f64,
    n: u32,
}

impl RaschRounds {
    /// All parts, none of them fitted yet.
    ///
    /// # Errors
    /// `TooLarge`.
    pub(super) fn new(design: &Design, parts: &Parts, categories: &Categories) -> Result<Self, Reason> {
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
        Ok(Self {
            n_rows: rows.iter().map(|rows| rows.ratings.len()).sum(),
            rows,
            next: 0,
            n_done: 0,
            severities: Vec::new(),
            difficulties: Vec::new(),
            dependence: [Dependence::default(); 2],
        })
    }

    /// Whether all parts are fitted.
    pub(super) fn is_done(&self) -> bool {
        self.next == self.rows.len()
    }

    /// Fits the next parts, some thousand scores at a time; one that cannot be calibrated has no severities.
    ///
    /// # Errors
    /// [`Cancelled`]; parts that were fitted stay so.
    pub(super) fn advance(
        &mut self,
        design: &Design,
        parts: &Parts,
        categories: &Categories,
        progress: &mut Progress<'_, '_>,
    ) -> Result<(), Cancelled> {
        let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
        let until = self.n_done + AT_A_TIME;
        while !self.is_done() && self.n_done < until {
            let rows = &self.rows[self.next];
            let n = rows.ratings.len();
            let (from, to) = (share(self.n_done, self.n_rows), share(self.n_done + n, self.n_rows));
            if let Some(fit) = rows.fitted(design, categories, &mut progress.part(from, to))? {
                self.severities.extend(rows.severities(&fit, self.next as u32));
                self.difficulties.extend(difficulties(&fit, parts.rounds[self.next]));
                let adjustment = options(categories, RaschErrors::Joint).extreme_adjustment;
                self.dependence[0].add(&fit, [UNITS, EVALUATORS], adjustment);
                self.dependence[1].add(&fit, [UNITS, INDICATORS], adjustment);
            }
            self.rows[self.next] = Rows::default();
            self.next += 1;
            self.n_done += n;
            progress.report(to)?;
        }
        Ok(())
    }

    /// The drift of the evaluators.
    ///
    /// # Errors
    /// `NotConverged` where no part could be calibrated.
    pub(super) fn evaluators(&self, design: &Design, parts: &Parts) -> Result<Engine, Reason> {
        if self.severities.is_empty() {
            return Err(Reason::NotConverged);
        }
        let stretch = self.dependence[0].factor().sqrt();
        let widened = |severity: &Severity| Severity { se: severity.se * stretch, ..*severity };
        let severities: Vec<Severity> = self.severities.iter().map(widened).collect();
        let mut counts = Counts::default();
        for (one, part) in parts.codes.iter().zip(&parts.fit.component_of_evaluator) {
            let measured =
                |part: u32| severities.iter().any(|s| (s.evaluator, s.round) == (one.evaluator, part));
            if let Some(part) = part.filter(|part| measured(*part)) {
                counts.add(one.evaluator, part, one.n_sheets);
            }
        }
        let n_evaluators = design.metadata().evaluators.len();
        let table = SeverityTable::new(&severities, n_evaluators, parts.rounds.len())
            .and_then(|table| table.at_times(parts.times()));
        let report = table
            .and_then(|table| drift_report(&table, &DriftOptions::default()))
            .map_err(|undefined| reason(&undefined))?;
        Ok(Engine {
            model: Model::Rasch,
            evaluators: report.evaluators,
            rounds: parts.rounds.clone(),
            counts,
            of: CountOf::ScoreSheets,
            why_not: Vec::new(),
            shift_errors: Vec::new(),
            dependence: Some(self.dependence[0].factor()),
        })
    }

    /// The drift of the indicators' difficulties: the weighted means over the parts of every round, which has all
    /// indicators in common with the others and no evaluators in the way.
    ///
    /// # Errors
    /// `NotConverged` where no part could be calibrated.
    pub(super) fn indicators(&self, design: &Design) -> Result<Engine, Reason> {
        let (n_rounds, n_indicators) = (design.metadata().rounds.len(), design.metadata().indicators.len());
        let stretch = self.dependence[1].factor().sqrt();
        let mut sums = vec![(0.0, 0.0); n_rounds * n_indicators];
        let mut counts = Counts::default();
        for one in &self.difficulties {
            let (sum, weight) = &mut sums[one.indicator as usize * n_rounds + one.round as usize];
            *sum += one.weight * one.value;
            *weight += one.weight;
            counts.add(one.indicator, one.round, one.n);
        }
        let severity = |(place, (sum, weight)): (usize, &(f64, f64))| {
            let (evaluator, round) = ((place / n_rounds) as u32, (place % n_rounds) as u32);
            let se = stretch / weight.sqrt();
            (*weight > 0.0).then(|| Severity { evaluator, round, value: sum / weight, se })
        };
        let difficulties: Vec<Severity> = sums.iter().enumerate().filter_map(severity).collect();
        if difficulties.is_empty() {
            return Err(Reason::NotConverged);
        }
        let report = SeverityTable::new(&difficulties, n_indicators, n_rounds)
            .and_then(|table| drift_report(&table, &DriftOptions::default()))
            .map_err(|undefined| reason(&undefined))?;
        Ok(Engine {
            model: Model::Rasch,
            evaluators: report.evaluators,
            rounds: (0..n_rounds as u32).collect(),
            counts,
            of: CountOf::Scores,
            why_not: Vec::new(),
            shift_errors: Vec::new(),
            dependence: Some(self.dependence[1].factor()),
        })
    }
}

/// The scores of one part.
#[derive(Debug, Default)]
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

    /// The fit of the part; `None` where its evaluators cannot be compared or it cannot be calibrated.
    fn fitted(
        &self,
        design: &Design,
        categories: &Categories,
        progress: &mut Progress<'_, '_>,
    ) -> Result<Option<RaschFit>, Cancelled> {
        let (panels, panel) = dense(&self.panel);
        let (evaluators, evaluator) = dense(&self.evaluator);
        let n_indicators = design.metadata().indicators.len();
        let facets = [
            RaschFacet::new(&panel, panels.len(), Orientation::Positive),
            RaschFacet::new(&evaluator, evaluators.len(), Orientation::Negative),
            RaschFacet::new(&self.indicator, n_indicators, Orientation::Negative),
        ];
        let data = RaschData { ratings: &self.ratings, weights: None, facets: &facets };
        let fit = fitted(&data, &options(categories, RaschErrors::Joint), progress)?;
        Ok(fit.ok().filter(|fit| fit.n_subsets[EVALUATORS] == 1))
    }

    /// The severities of the part, by evaluator code.
    fn severities(&self, fit: &RaschFit, part: u32) -> Vec<Severity> {
        let (evaluators, _) = dense(&self.evaluator);
        let of = |(evaluator, element): (&u32, &evenhand_stats::RaschElement)| {
            let (value, se) = calibrated(element)?;
            Some(Severity { evaluator: *evaluator, round: part, value, se })
        };
        evaluators.iter().zip(&fit.facets[EVALUATORS]).filter_map(of).collect()
    }
}

/// The measure of an element and its standard error.
fn calibrated(element: &evenhand_stats::RaschElement) -> Option<(f64, f64)> {
    let measure = element.measure.filter(|_| element.status.is_calibrated())?;
    let se = measure.joint_se.filter(|se| *se > 0.0)?;
    Some((measure.value, se))
}

/// The difficulties of a part, if its indicators can all be compared.
fn difficulties(fit: &RaschFit, round: u32) -> Vec<Difficulty> {
    if fit.n_subsets[INDICATORS] > 1 {
        return Vec::new();
    }
    let of = |(code, element): (usize, &evenhand_stats::RaschElement)| {
        let (value, se) = calibrated(element)?;
        let weight = 1.0 / (se * se);
        Some(Difficulty { indicator: code as u32, round, value, weight, n: element.n as u32 })
    };
    fit.facets[INDICATORS].iter().enumerate().filter_map(of).collect()
}
