//! What share of the composite each indicator decides, against its weight.

use evenhand_protocol::{CountOf, IndicatorWeight, Method, Outcome};
use evenhand_stats::{benjamini_hochberg, effective_weights};

use super::item_scores::ItemScores;
use crate::convert::{estimate, reason, two_sided_p};
use crate::widened::{Evenly, widened};
use crate::{Design, LEVEL};

/// Nominal and effective weights of the indicators that were scored, from panel means.
pub(super) fn weights(design: &Design, means: &ItemScores) -> Outcome<Vec<IndicatorWeight>> {
    let given: Vec<f64> = means.indicators.iter().map(|code| design.weights()[*code as usize]).collect();
    let total = evenhand_stats::sum(&given);
    let found = match means.complete().and_then(|table| effective_weights(&table, &given, LEVEL)) {
        Ok(found) => found,
        Err(undefined) => return Outcome::Undefined(reason(&undefined)),
    };
    let repeats = means.repeats();
    let df = means.n_providers() as f64 - 1.0;
    let mut rows: Vec<IndicatorWeight> = found
        .iter()
        .zip(means.indicators.iter().zip(&given))
        .map(|(found, (&code, &weight))| {
            let plain = estimate(&found.effective, CountOf::ProviderRounds, Method::EffectiveWeight);
            let effective = widened(plain, repeats, Evenly::Plain);
            let nominal = weight / total;
            let p = effective.se.and_then(|se| two_sided_p(effective.value - nominal, se, df));
            let indicator = design.metadata().indicators[code as usize].id.clone();
            IndicatorWeight { indicator, nominal, effective, p, p_adjusted: None }
        })
        .collect();
    let tested: Vec<usize> = (0..rows.len()).filter(|&row| rows[row].p.is_some()).collect();
    let p: Vec<f64> = tested.iter().filter_map(|&row| rows[row].p).collect();
    for (&row, adjusted) in tested.iter().zip(benjamini_hochberg(&p)) {
        rows[row].p_adjusted = Some(adjusted);
    }
    Outcome::Known(rows)
}
