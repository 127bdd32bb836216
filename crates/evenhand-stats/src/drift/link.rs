//! What makes the severities of two rounds comparable: the evaluators common to both.

use super::table::{Severity, SeverityTable};
use crate::sum::sum_of;
use crate::undefined::Undefined;

/// How rounds are linked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkOptions {
    /// The standardised difference beyond which a common evaluator does not count for the link.
    pub purification: f64,
    /// The fewest common evaluators of a strong link.
    pub least_common: usize,
}

impl Default for LinkOptions {
    /// 2.58, beyond which 1% lie by chance, and 5 evaluators.
    fn default() -> Self {
        Self { purification: 2.58, least_common: 5 }
    }
}

/// How far a link can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkStrength {
    /// Enough common evaluators were left after purification.
    Strong,
    /// There were fewer; changes between the rounds are uncertain.
    Weak,
}

/// The link between two rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundLink {
    /// The codes of both rounds.
    pub rounds: [u32; 2],
    /// What must be taken off severities of the second round to compare them with the first.
    pub shift: f64,
    /// Its standard error.
    pub se: f64,
    /// The evaluators whose differences make the link, ascending.
    pub kept: Vec<u32>,
    /// The common evaluators who moved too far from the others to count, ascending.
    pub dropped: Vec<u32>,
    /// How far the link can be trusted.
    pub strength: LinkStrength,
}

/// Links two rounds by the weighted mean difference of their common evaluators, robustly.
///
/// The start is the weighted median, which evaluators who moved cannot pull far. Those whose standardised difference
/// from the link is beyond the limit are dropped, all others taken in, and the mean made anew until nothing changes.
/// Source: the robust z of Huynh & Meyer (2010), Use of robust z in detecting unstable items.
///
/// # Errors
/// `NotLinked` without a common evaluator; `NotComplete` if a round is not in the table or both are the same;
/// `InvalidParameter` unless the limit is positive.
pub fn link_rounds(
    table: &SeverityTable,
    rounds: [usize; 2],
    options: &LinkOptions,
) -> Result<RoundLink, Undefined> {
    if rounds.iter().any(|round| *round >= table.n_rounds()) || rounds[0] == rounds[1] {
        return Err(Undefined::NotComplete);
    }
    if options.purification.is_nan() || options.purification <= 0.0 {
        return Err(Undefined::InvalidParameter);
    }
    let differences: Vec<Difference> = table.common(rounds).map(Difference::of).collect();
    let mut shift = weighted_median(&differences).ok_or(Undefined::NotLinked)?;
    let mut kept: Vec<bool> = Vec::new();
    // A cycle is possible in principle; the rounds of purification are few in practice.
    for _ in 0..50 {
        let near: Vec<bool> =
            differences.iter().map(|d| (d.value - shift).abs() <= options.purification * d.se).collect();
        if near == kept || !near.contains(&true) {
            break;
        }
        shift = weighted_mean(&differences, &near);
        kept = near;
    }
    if !kept.contains(&true) {
        return Err(Undefined::NotLinked);
    }
    let total = sum_of(differences.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(d, _)| d.weight()));
    let chosen = |want: bool| {
        let pairs = differences.iter().zip(&kept).filter(|(_, kept)| **kept == want);
        pairs.map(|(d, _)| d.evaluator).collect::<Vec<u32>>()
    };
    let (kept, dropped) = (chosen(true), chosen(false));
    let enough = kept.len() >= options.least_common;
    Ok(RoundLink {
        rounds: rounds.map(|round| round as u32),
        shift,
        se: 1.0 / total.sqrt(),
        kept,
        dropped,
        strength: if enough { LinkStrength::Strong } else { LinkStrength::Weak },
    })
}

/// The second severity of an evaluator less the first.
struct Difference {
    evaluator: u32,
    value: f64,
    se: f64,
}

impl Difference {
    fn of([first, second]: [&Severity; 2]) -> Self {
        Self {
            evaluator: first.evaluator,
            value: second.value - first.value,
            se: libm::hypot(first.se, second.se),
        }
    }

    fn weight(&self) -> f64 {
        1.0 / (self.se * self.se)
    }
}

fn weighted_mean(differences: &[Difference], kept: &[bool]) -> f64 {
    let chosen = || differences.iter().zip(kept).filter(|(_, kept)| **kept).map(|(d, _)| d);
    sum_of(chosen().map(|d| d.weight() * d.value)) / sum_of(chosen().map(Difference::weight))
}

fn weighted_median(differences: &[Difference]) -> Option<f64> {
    let mut sorted: Vec<&Difference> = differences.iter().collect();
    sorted.sort_by(|a, b| a.value.total_cmp(&b.value));
    let half = 0.5 * sum_of(differences.iter().map(Difference::weight));
    let mut below = 0.0;
    let reached = sorted.iter().find(|difference| {
        below += difference.weight();
        below >= half
    });
    reached.or(sorted.last()).map(|difference| difference.value)
}
