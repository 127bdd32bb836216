//! Weighted kappa of each two evaluators.

use evenhand_protocol::{CountOf, Method, Outcome, PairAgreement, PairAgreements, Reason};
use evenhand_stats::{AgreementWeights, PairKappa, benjamini_hochberg, pairwise_kappa};

use super::panel_scores::PanelScores;
use crate::convert::{estimate, reason};
use crate::{Design, LEVEL};

/// Fewest common units of a pair: a large-sample standard error from fewer says nothing.
const MIN_SHARED: u32 = 10;

/// Evaluators above which the pairs are too many to compute, and to look at.
const MAX_EVALUATORS: usize = 300;

/// Different composites above which they are rounded to whole points of 100.
const MAX_VALUES: usize = 101;

/// Kappa with quadratic weights on the composites, for every pair with enough common units.
pub(super) fn pairs(design: &Design, scores: &PanelScores, n_values: usize) -> Outcome<PairAgreements> {
    let evaluators = scores.distinct_evaluators();
    if evaluators.len() > MAX_EVALUATORS {
        let (limit, found) = (MAX_EVALUATORS as u32, evaluators.len() as u32);
        return Outcome::Undefined(Reason::TooLarge { limit, found });
    }
    let rounded = n_values > MAX_VALUES;
    let values = scores.values().iter().map(|value| if rounded { value.round() } else { *value }).collect();
    let scores = scores.with_values(values);
    let found = scores
        .ratings()
        .and_then(|ratings| pairwise_kappa(&ratings, None, AgreementWeights::Quadratic, LEVEL));
    let found = match found {
        Ok(found) => found,
        Err(undefined) => return Outcome::Undefined(reason(&undefined)),
    };
    let n_all = found.len();
    let enough: Vec<PairKappa> =
        found.into_iter().filter(|pair| pair.n_shared >= MIN_SHARED as usize).collect();
    if enough.is_empty() {
        return Outcome::Undefined(Reason::TooFewShared { needed: MIN_SHARED });
    }
    let metadata = design.metadata();
    let id = |code: u32| metadata.evaluators[code as usize].id.clone();
    let named = |code: &&u32| enough.iter().any(|pair| pair.first == **code || pair.second == **code);
    let evaluators = evaluators.iter().filter(named).map(|code| id(*code)).collect();
    let n_left_out = (n_all - enough.len()) as u32;
    let mut pairs: Vec<PairAgreement> = enough
        .into_iter()
        .map(|pair| PairAgreement {
            first: id(pair.first),
            second: id(pair.second),
            n_shared: pair.n_shared as u32,
            p: pair.kappa.ok().and_then(|kappa| kappa.p),
            p_adjusted: None,
            kappa: match pair.kappa {
                Ok(kappa) => {
                    Outcome::Known(estimate(&kappa.kappa, CountOf::ProviderOccasions, Method::KappaAnalytic))
                }
                Err(undefined) => Outcome::Undefined(reason(&undefined)),
            },
        })
        .collect();
    adjust(&mut pairs);
    Outcome::Known(PairAgreements { evaluators, pairs, min_shared: MIN_SHARED, n_left_out, rounded })
}

fn adjust(pairs: &mut [PairAgreement]) {
    let tested: Vec<usize> = (0..pairs.len()).filter(|&pair| pairs[pair].p.is_some()).collect();
    let p: Vec<f64> = tested.iter().filter_map(|&pair| pairs[pair].p).collect();
    for (&pair, adjusted) in tested.iter().zip(benjamini_hochberg(&p)) {
        pairs[pair].p_adjusted = Some(adjusted);
    }
}
