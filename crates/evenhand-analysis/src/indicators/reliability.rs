//! Cronbach alpha and item statistics of the panel means of the indicators.

use std::ops::Range;

use evenhand_protocol::{CountOf, ItemReliability, Method, Outcome, Reason, Reliability};
use evenhand_stats::cronbach_alpha;

use crate::convert::{estimate, outcome, reason};
use crate::{Design, LEVEL};

/// The panel mean of every indicator for every unit, on the normalised scale: unit-major, `None` where not scored.
/// A unit with several panels (occasions, sources) takes the mean of the panels' means.
pub(super) struct PanelMeans {
    n_indicators: usize,
    means: Vec<Option<f64>>,
}

impl PanelMeans {
    pub(super) fn new(design: &Design) -> Self {
        let n_indicators = design.metadata().indicators.len();
        let mut means = Vec::with_capacity(design.units().len() * n_indicators);
        let mut panel_sums = vec![(0.0, 0u32); n_indicators];
        let mut unit_sums = vec![(0.0, 0u32); n_indicators];
        for unit in design.units() {
            unit_sums.fill((0.0, 0));
            for panel in &design.panels()[unit.panels.clone()] {
                panel_sums.fill((0.0, 0));
                for sheet in &design.sheets()[panel.sheets.clone()] {
                    for row in sheet.rows.clone() {
                        let (sum, n) = &mut panel_sums[design.table().indicator()[row] as usize];
                        *sum += design.normalised(row);
                        *n += 1;
                    }
                }
                for ((sum, n), &(panel_sum, panel_n)) in unit_sums.iter_mut().zip(&panel_sums) {
                    if panel_n > 0 {
                        *sum += panel_sum / f64::from(panel_n);
                        *n += 1;
                    }
                }
            }
            means.extend(unit_sums.iter().map(|&(sum, n)| (n > 0).then(|| sum / f64::from(n))));
        }
        Self { n_indicators, means }
    }

    /// Reliability over a range of units.
    ///
    /// Indicators that nobody scored in these units are not part of it; units that lack one of the others are left
    /// out and counted.
    pub(super) fn reliability(&self, design: &Design, units: Range<usize>) -> Outcome<Reliability> {
        let n_all = units.len();
        let members = &design.units()[units.clone()];
        let rows: Vec<&[Option<f64>]> =
            units.map(|unit| &self.means[unit * self.n_indicators..(unit + 1) * self.n_indicators]).collect();
        let used: Vec<usize> = (0..self.n_indicators)
            .filter(|&indicator| rows.iter().any(|row| row[indicator].is_some()))
            .collect();
        if used.len() < 2 {
            return Outcome::Undefined(Reason::TooFewIndicators { found: used.len() as u32 });
        }
        let (complete, mut distinct): (Vec<Vec<f64>>, Vec<u32>) = rows
            .iter()
            .zip(members)
            .filter_map(|(row, unit)| {
                let values: Option<Vec<f64>> = used.iter().map(|&indicator| row[indicator]).collect();
                values.map(|values| (values, unit.provider))
            })
            .unzip();
        distinct.sort_unstable();
        distinct.dedup();
        let scores: Vec<f64> = complete.iter().flatten().copied().collect();
        let alpha = match cronbach_alpha(&scores, complete.len(), used.len(), LEVEL) {
            // A provider that comes back in several rounds is not another provider.
            Ok(alpha) => alpha.for_distinct_units(distinct.len(), LEVEL),
            Err(undefined) => return Outcome::Undefined(reason(&undefined)),
        };
        let items = alpha.items.iter().zip(&used).map(|(item, &indicator)| ItemReliability {
            indicator: design.metadata().indicators[indicator].id.clone(),
            item_rest: outcome(item.item_rest)
                .map(|r| estimate(&r, CountOf::ProviderRounds, Method::ItemRestFisher)),
            alpha_if_deleted: outcome(item.alpha_if_deleted),
        });
        Outcome::Known(Reliability {
            alpha: estimate(&alpha.alpha, CountOf::ProviderRounds, Method::CronbachFeldt),
            standardised: outcome(alpha.standardised),
            sem: alpha.sem,
            n_left_out: (n_all - complete.len()) as u32,
            items: items.collect(),
        })
    }
}
