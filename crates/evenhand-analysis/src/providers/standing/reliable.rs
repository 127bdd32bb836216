//! Changes in units of measurement error.

use std::ops::Range;

use evenhand_protocol::{MeasurementError, Outcome, Reason, ReliableChange};

use super::super::adjustment::Adjustment;
use crate::Design;
use crate::convert::reason;

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
        RoundChanges { units, changes, error }
    }
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
        let change = unit.checked_sub(self.units.start).and_then(|at| self.changes.get(at));
        let change = match change {
            Some(Ok(change)) => *change,
            Some(Err(reason)) => return Outcome::Undefined(reason.clone()),
            None => return Outcome::Undefined(Reason::NotScored),
        };
        match &self.error {
            Err(reason) => Outcome::Undefined(reason.clone()),
            Ok(error) => {
                let found = error.reliable_change(change);
                let (index, p, reliable) = (found.index, found.p, found.reliable);
                Outcome::Known(ReliableChange { index, p, reliable })
            }
        }
    }
}
