//! Changes in units of measurement error.

use std::ops::Range;

use evenhand_protocol::{MeasurementError, Outcome, Reason, ReliableChange};
use evenhand_stats::benjamini_hochberg;

use super::super::adjustment::Adjustment;
use crate::convert::reason;
use crate::{ALPHA, Design};

/// The latest unit of every provider in the rounds gone through so far.
pub(super) struct Earlier {
    latest: Vec<Option<usize>>,
}

/// The changes of a round's providers.
pub(super) struct RoundChanges {
    units: Range<usize>,
    /// Adjusted change of every unit since the provider's previous round.
    changes: Vec<Result<f64, Reason>>,
    error: Result<evenhand_stats::MeasurementError, Reason>,
    /// For every unit with a change, the p of "no change" adjusted over all of them; `None` for the others.
    adjusted: Vec<Option<f64>>,
}

impl Earlier {
    pub(super) fn new(design: &Design) -> Self {
        Self { latest: vec![None; design.metadata().providers.len()] }
    }

    /// The changes of a round's units, compared where common evaluators link the rounds. Rounds come in order.
    pub(super) fn of_round(
        &mut self,
        design: &Design,
        adjustment: &Adjustment,
        units: Range<usize>,
    ) -> RoundChanges {
        let mut changes = Vec::with_capacity(units.len());
        let (mut values, mut ses) = (Vec::new(), Vec::new());
        let mut why = Reason::NoEarlierRound;
        for unit in units.clone() {
            let latest = &mut self.latest[design.units()[unit].provider as usize];
            let earlier = latest.replace(unit);
            let change = earlier
                .ok_or(Reason::NoEarlierRound)
                .and_then(|earlier| Ok(adjustment.change(unit, earlier)?.0.value));
            match (&change, earlier) {
                (Ok(_), Some(earlier)) => {
                    for one in [unit, earlier] {
                        let estimate = adjustment.estimate(one);
                        if let Some((value, se)) = estimate.known().and_then(|e| Some((e.value, e.se?))) {
                            values.push(value);
                            ses.push(se);
                        }
                    }
                }
                // That rounds are not linked says more than that a provider is new.
                (Err(reason), Some(_)) => why = reason.clone(),
                _ => {}
            }
            changes.push(change);
        }
        let error = if values.is_empty() {
            Err(why)
        } else {
            evenhand_stats::MeasurementError::from_errors(&values, &ses)
                .map_err(|undefined| reason(&undefined))
        };
        let adjusted = adjusted(&changes, &error);
        RoundChanges { units, changes, error, adjusted }
    }
}

/// The p of every change that is known, adjusted over all of them: some of many providers are beyond 1.96 by chance.
fn adjusted(
    changes: &[Result<f64, Reason>],
    error: &Result<evenhand_stats::MeasurementError, Reason>,
) -> Vec<Option<f64>> {
    let Ok(error) = error else { return vec![None; changes.len()] };
    let p: Vec<f64> = changes.iter().flatten().map(|change| error.reliable_change(*change).p).collect();
    let mut adjusted = benjamini_hochberg(&p).into_iter();
    changes.iter().map(|change| change.as_ref().ok().and_then(|_| adjusted.next())).collect()
}

impl RoundChanges {
    pub(super) fn error(&self) -> Result<MeasurementError, &Reason> {
        self.error.as_ref().map(|error| MeasurementError {
            sem: error.sem,
            reliability: error.reliability,
            n: error.n as u32,
        })
    }

    /// The reliable change of a unit of the round.
    pub(super) fn of(&self, unit: usize) -> Outcome<ReliableChange> {
        let Some(at) = unit.checked_sub(self.units.start).filter(|at| *at < self.changes.len()) else {
            return Outcome::Undefined(Reason::NotScored);
        };
        match (&self.changes[at], &self.error, self.adjusted[at]) {
            (Err(reason), _, _) | (_, Err(reason), _) => Outcome::Undefined(reason.clone()),
            (Ok(change), Ok(error), p_adjusted) => {
                let found = error.reliable_change(*change);
                let p_adjusted = p_adjusted.unwrap_or(found.p);
                let reliable = p_adjusted < ALPHA;
                Outcome::Known(ReliableChange { index: found.index, p_adjusted, reliable })
            }
        }
    }
}
