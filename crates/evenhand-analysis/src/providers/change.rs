//! Change of a provider's adjusted composite since its latest earlier round.

use std::ops::Range;

use evenhand_protocol::{Change, ChangeVerdict, CountOf, Method, Outcome, Reason};
use evenhand_stats::benjamini_hochberg;

use super::adjustment::Adjustment;
use super::raw::RawComposites;
use crate::convert::{t_estimate, two_sided_p};
use crate::{ALPHA, Design};

/// The latest unit of every provider in the rounds gone through so far.
pub(super) struct Changes {
    latest: Vec<Option<usize>>,
}

impl Changes {
    pub(super) fn new(design: &Design) -> Self {
        Self { latest: vec![None; design.metadata().providers.len()] }
    }

    /// The change of each unit of a round, p adjusted over the units that could be tested. Rounds come in order.
    pub(super) fn of_round(
        &mut self,
        design: &Design,
        raw: &RawComposites,
        adjustment: &Adjustment,
        units: Range<usize>,
    ) -> Vec<Outcome<Change>> {
        let mut changes: Vec<Outcome<Change>> = Vec::with_capacity(units.len());
        for unit in units {
            let latest = &mut self.latest[design.units()[unit].provider as usize];
            let change = latest
                .ok_or(Reason::NoEarlierRound)
                .and_then(|earlier| change(design, raw, adjustment, unit, earlier));
            *latest = Some(unit);
            changes.push(change.into());
        }
        judge(&mut changes);
        changes
    }
}

fn judge(changes: &mut [Outcome<Change>]) {
    let p: Vec<f64> = changes.iter().filter_map(|change| change.known().map(|change| change.p)).collect();
    let known = changes.iter_mut().filter_map(|change| match change {
        Outcome::Known(change) => Some(change),
        Outcome::Undefined(_) => None,
    });
    for (change, p_adjusted) in known.zip(benjamini_hochberg(&p)) {
        change.p_adjusted = p_adjusted;
        change.verdict = match p_adjusted < ALPHA {
            true if change.change.value > 0.0 => ChangeVerdict::Improved,
            true => ChangeVerdict::Declined,
            false => ChangeVerdict::NoReliableChange,
        };
    }
}

fn change(
    design: &Design,
    raw: &RawComposites,
    adjustment: &Adjustment,
    unit: usize,
    earlier: usize,
) -> Result<Change, Reason> {
    let (difference, n) = adjustment.change(unit, earlier)?;
    let df = adjustment.df();
    let p = two_sided_p(difference.value, difference.se, df).ok_or(Reason::NoVariance)?;
    let missing = Reason::TooFewUnits { needed: 1, found: 0 };
    let raw_change = raw.value(unit).zip(raw.value(earlier)).map(|(now, then)| now - then).ok_or(missing)?;
    let of = CountOf::ScoreSheets;
    Ok(Change {
        from_round: design.metadata().rounds[design.units()[earlier].round as usize].id.clone(),
        change: t_estimate(difference.value, difference.se, df, n, of, Method::RandomEvaluators),
        raw_change,
        p,
        p_adjusted: p,
        verdict: ChangeVerdict::NoReliableChange,
    })
}
