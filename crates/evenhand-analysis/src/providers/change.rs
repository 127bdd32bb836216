//! Change of a provider's adjusted composite since its latest earlier round.

use std::ops::Range;

use evenhand_protocol::{Change, ChangeVerdict, CountOf, Method, Outcome, Reason};
use evenhand_stats::benjamini_hochberg;

use super::adjustment::Adjustment;
use super::raw::RawComposites;
use crate::convert::{t_estimate, two_sided_p};
use crate::{ALPHA, Design};

/// The change of each unit of a round, p adjusted over the units that could be tested.
pub(super) fn changes(
    design: &Design,
    raw: &RawComposites,
    adjustment: &Adjustment,
    units: Range<usize>,
) -> Vec<Outcome<Change>> {
    let mut changes: Vec<Outcome<Change>> = units
        .map(|unit| match change(design, raw, adjustment, unit) {
            Ok(change) => Outcome::Known(change),
            Err(reason) => Outcome::Undefined(reason),
        })
        .collect();
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
    changes
}

fn change(
    design: &Design,
    raw: &RawComposites,
    adjustment: &Adjustment,
    unit: usize,
) -> Result<Change, Reason> {
    let earlier = earlier_unit(design, unit).ok_or(Reason::NoEarlierRound)?;
    let difference = adjustment.difference(unit, earlier)?;
    let df = adjustment.df();
    let p = two_sided_p(difference.value, difference.se, df).ok_or(Reason::OneEvaluator)?;
    let n: usize = [unit, earlier]
        .into_iter()
        .flat_map(|unit| design.units()[unit].panels.clone())
        .map(|panel| design.panels()[panel].sheets.len())
        .sum();
    let of = CountOf::ScoreSheets;
    Ok(Change {
        from_round: design.metadata().rounds[design.units()[earlier].round as usize].id.clone(),
        change: t_estimate(difference.value, difference.se, df, n as u32, of, Method::Additive),
        raw_change: raw.value[unit] - raw.value[earlier],
        p,
        p_adjusted: p,
        verdict: ChangeVerdict::NoReliableChange,
    })
}

/// The same provider's unit in its latest earlier round.
fn earlier_unit(design: &Design, unit: usize) -> Option<usize> {
    let info = &design.units()[unit];
    (0..unit).rev().find(|&other| {
        let other = &design.units()[other];
        other.provider == info.provider && other.round < info.round
    })
}
