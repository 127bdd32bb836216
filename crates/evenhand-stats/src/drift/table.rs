//! The severity of every evaluator in every round.

use crate::undefined::{Undefined, check_finite};

/// The severity of an evaluator in a round, in the frame of that round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Severity {
    /// The code of the evaluator.
    pub evaluator: u32,
    /// The code of the round; rounds are in the order of their codes.
    pub round: u32,
    /// The severity, in logits or points; positive is harsher.
    pub value: f64,
    /// Its standard error, positive, with all other measures of the round estimated as well.
    pub se: f64,
}

/// Severities by evaluator and round, checked: finite, with positive standard errors, at most one for each.
#[derive(Debug, Clone, PartialEq)]
pub struct SeverityTable {
    n_evaluators: usize,
    n_rounds: usize,
    cells: Vec<Option<Severity>>,
    /// When each round was, in the units of trends.
    times: Vec<f64>,
}

impl SeverityTable {
    /// A table of severities in any order; the codes are below the numbers given.
    ///
    /// # Errors
    /// `NotComplete` for a code out of range, `NotFinite`, `NoVariance` for a standard error that is not positive,
    /// `Duplicate`, and `TooLarge` for more than 100 million pairs of evaluator and round.
    pub fn new(severities: &[Severity], n_evaluators: usize, n_rounds: usize) -> Result<Self, Undefined> {
        let limit = 100_000_000;
        let size = n_evaluators.saturating_mul(n_rounds);
        if size > limit {
            return Err(Undefined::TooLarge { limit, found: size });
        }
        let times = (0..n_rounds).map(|round| round as f64).collect();
        let mut table = Self { n_evaluators, n_rounds, cells: vec![None; size], times };
        for severity in severities {
            let (evaluator, round) = (severity.evaluator as usize, severity.round as usize);
            if evaluator >= n_evaluators || round >= n_rounds {
                return Err(Undefined::NotComplete);
            }
            check_finite(&[severity.value, severity.se])?;
            if severity.se <= 0.0 {
                return Err(Undefined::NoVariance);
            }
            let cell = &mut table.cells[evaluator * n_rounds + round];
            if cell.replace(*severity).is_some() {
                return Err(Undefined::Duplicate);
            }
        }
        Ok(table)
    }

    /// The same severities with the time of every round, not descending; without it the codes are the times.
    ///
    /// A round whose panels share no evaluator is several rounds here, one for each part whose severities can be
    /// compared, and these are at the same time.
    ///
    /// # Errors
    /// `NotComplete` unless there is a time for every round, `NotFinite`, `InvalidParameter` for descending times.
    pub fn at_times(mut self, times: Vec<f64>) -> Result<Self, Undefined> {
        if times.len() != self.n_rounds {
            return Err(Undefined::NotComplete);
        }
        check_finite(&times)?;
        if times.windows(2).any(|pair| pair[1] < pair[0]) {
            return Err(Undefined::InvalidParameter);
        }
        self.times = times;
        Ok(self)
    }

    /// When a round was; its code where the table does not know it.
    pub fn time(&self, round: u32) -> f64 {
        self.times.get(round as usize).copied().unwrap_or(f64::from(round))
    }

    /// The number of evaluators.
    pub fn n_evaluators(&self) -> usize {
        self.n_evaluators
    }

    /// The number of rounds.
    pub fn n_rounds(&self) -> usize {
        self.n_rounds
    }

    /// The severity of an evaluator in a round, if the evaluator was measured in it.
    pub fn get(&self, evaluator: usize, round: usize) -> Option<&Severity> {
        if round >= self.n_rounds {
            return None;
        }
        self.cells.get(evaluator * self.n_rounds + round)?.as_ref()
    }

    /// The severities of an evaluator in the order of rounds.
    pub fn of_evaluator(&self, evaluator: usize) -> impl Iterator<Item = &Severity> {
        (0..self.n_rounds).filter_map(move |round| self.get(evaluator, round))
    }

    /// The pairs of severities of the evaluators measured in both rounds.
    pub(super) fn common(&self, rounds: [usize; 2]) -> impl Iterator<Item = [&Severity; 2]> {
        (0..self.n_evaluators).filter_map(move |evaluator| {
            Some([self.get(evaluator, rounds[0])?, self.get(evaluator, rounds[1])?])
        })
    }
}
