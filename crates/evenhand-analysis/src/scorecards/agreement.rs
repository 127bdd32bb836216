//! Whether an evaluator orders the providers as the colleagues do.

use evenhand_protocol::{CountOf, Estimate, Method, Outcome};
use evenhand_stats::{mean, pearson_estimate};

use crate::convert::{estimate, reason};
use crate::{Design, LEVEL};

/// Correlation of each evaluator's composites with the mean of the colleagues' on the same panels, the means of rounds
/// taken out of both; by evaluator code.
pub(super) fn agreement(design: &Design) -> Vec<Outcome<Estimate>> {
    let mut pairs: Vec<Vec<(u32, f64, f64)>> = vec![Vec::new(); design.metadata().evaluators.len()];
    for panel in design.panels() {
        let sheets: Vec<_> = design.counting_sheets(panel).collect();
        let round = design.units()[panel.unit].round;
        let total: f64 = evenhand_stats::sum(&sheets.iter().map(|s| s.composite).collect::<Vec<f64>>());
        for sheet in sheets.iter().filter(|_| sheets.len() > 1) {
            let others = (total - sheet.composite) / (sheets.len() - 1) as f64;
            pairs[sheet.evaluator as usize].push((round, sheet.composite, others));
        }
    }
    pairs.iter().map(|pairs| correlation(pairs)).collect()
}

fn correlation(pairs: &[(u32, f64, f64)]) -> Outcome<Estimate> {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    // Units come by round, so those of a round stand together.
    for round in pairs.chunk_by(|a, b| a.0 == b.0) {
        let centre = |of: fn(&(u32, f64, f64)) -> f64| mean(&round.iter().map(of).collect::<Vec<f64>>());
        let (Some(first), Some(second)) = (centre(|one| one.1), centre(|one| one.2)) else { continue };
        own.extend(round.iter().map(|one| one.1 - first));
        others.extend(round.iter().map(|one| one.2 - second));
    }
    match pearson_estimate(&own, &others, LEVEL) {
        Ok(found) => Outcome::Known(estimate(&found, CountOf::ScoreSheets, Method::Correlation)),
        Err(why) => Outcome::Undefined(reason(&why)),
    }
}
