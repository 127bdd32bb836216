//! Straight-lining: score sheets with one value on all indicators.

use evenhand_protocol::{CountOf, Method, Reason};
use evenhand_stats::{fisher_exact, share_difference};

use super::found::Found;
use super::information::position;
use super::places::{Places, Slice};
use crate::convert::{estimate, reason};
use crate::{Design, LEVEL, Sheet};

/// Sheets with fewer scores do not count: few scores are easily equal.
const FEWEST_SCORES: usize = 3;

/// Whether every sheet of the design has one value throughout; `None` where it has too few scores to tell.
pub(super) struct StraightSheets(Vec<Option<bool>>);

impl StraightSheets {
    pub(super) fn new(design: &Design) -> Self {
        Self(design.sheets().iter().map(|sheet| is_straight(design, sheet)).collect())
    }
}

fn is_straight(design: &Design, sheet: &Sheet) -> Option<bool> {
    let (table, infos) = (design.table(), &design.metadata().indicators);
    let mut positions = sheet.rows.clone().map(|row| {
        let info = &infos[table.indicator()[row] as usize];
        position(info, table.score()[row])
    });
    if positions.len() < FEWEST_SCORES {
        return None;
    }
    let first = positions.next()?;
    Some(positions.all(|position| position == first))
}

/// Straight sheets among the evaluator's and among the colleagues' of the same panels.
pub(super) fn straight_lining(
    design: &Design,
    places: &Places,
    straight: &StraightSheets,
    slice: &Slice,
) -> Result<Found, Reason> {
    let (mut own, mut others) = ([0, 0], [0, 0]);
    for sheet in places.sheets(slice) {
        let panel = &design.panels()[design.sheets()[sheet as usize].panel];
        for other in panel.sheets.clone() {
            let counts = if other == sheet as usize { &mut own } else { &mut others };
            if let Some(is_straight) = straight.0[other] {
                counts[0] += usize::from(is_straight);
                counts[1] += 1;
            }
        }
    }
    let known = |undefined| reason(&undefined);
    let difference = share_difference(own, others, LEVEL).map_err(known)?.difference;
    let share = |counts: [usize; 2]| counts[0] as f64 / counts[1] as f64;
    let mut contrast = estimate(&difference, CountOf::ScoreSheets, Method::ExactShares);
    contrast.n = own[1] as u32;
    Ok(Found {
        own: share(own),
        panel: share(others),
        contrast,
        p: fisher_exact(own, others).map_err(known)?,
    })
}
