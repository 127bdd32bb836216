//! How each evaluator scores tied providers, every provider counting once.
//!
//! A provider seen several times counts once because an evaluator's opinion of it comes back in every score; as scores
//! of one provider hang together, counting them singly would make chance look too small.

use evenhand_protocol::{
    ConflictVerdict, CountOf, Estimate, EvaluatorConflict, EvaluatorConflictEffect, Method, Outcome, Reason,
};
use evenhand_stats::{
    PermutedUnit, Variances, benjamini_hochberg, mean, mean_difference, within_permutation,
};

use super::overall::{PERMUTATIONS, SEED};
use super::pairs::Pair;
use crate::convert::{estimate, reason};
use crate::{ALPHA, Design, LEVEL};

/// Fewer providers of either kind than this are described, not tested.
const MIN_PROVIDERS: u32 = 2;
/// Fewer providers in all than this leave too little to tell the spread of an evaluator's opinions by.
const MIN_ALL: u32 = 6;

/// One row per evaluator with a tied score sheet, in id order, and how many were tested.
pub(super) fn rows(design: &Design, tied: &[Option<bool>], pairs: &[Pair]) -> (Vec<EvaluatorConflict>, u32) {
    let metadata = design.metadata();
    let mut work = vec![Work::default(); metadata.evaluators.len()];
    for (sheet, tied) in design.sheets().iter().zip(tied) {
        if *tied == Some(true) {
            let mine = &mut work[sheet.evaluator as usize];
            mine.n_scores += sheet.rows.len() as u32;
            mine.n_sheets += 1;
            mine.providers.push(design.provider_of(sheet));
        }
    }
    let mut rows: Vec<EvaluatorConflict> = Vec::new();
    for (code, mut mine) in work.into_iter().enumerate().filter(|(_, mine)| mine.n_sheets > 0) {
        mine.providers.sort_unstable();
        mine.providers.dedup();
        let from = pairs.partition_point(|pair| pair.evaluator < code as u32);
        let to = pairs.partition_point(|pair| pair.evaluator <= code as u32);
        rows.push(EvaluatorConflict {
            evaluator: metadata.evaluators[code].id.clone(),
            n_scores: mine.n_scores,
            n_score_sheets: mine.n_sheets,
            n_providers: mine.providers.len() as u32,
            effect: effect(&pairs[from..to]).into(),
            n_would_pass: 0,
            n_would_fail: 0,
        });
    }
    let n_tests = adjust(&mut rows);
    (rows, n_tests)
}

/// What an evaluator did with tied providers.
#[derive(Default, Clone)]
struct Work {
    n_scores: u32,
    n_sheets: u32,
    providers: Vec<u32>,
}

fn effect(pairs: &[Pair]) -> Result<EvaluatorConflictEffect, Reason> {
    let means = |tied: bool| -> Vec<f64> {
        pairs.iter().filter(|pair| pair.tied == tied).filter_map(|pair| mean(&pair.deviations)).collect()
    };
    let (tied, other) = (means(true), means(false));
    let fewest = tied.len().min(other.len()) as u32;
    if fewest < MIN_PROVIDERS {
        return Err(Reason::TooFewUnits { needed: MIN_PROVIDERS, found: fewest });
    }
    let all = (tied.len() + other.len()) as u32;
    if all < MIN_ALL {
        return Err(Reason::TooFewUnits { needed: MIN_ALL, found: all });
    }
    let undefined = |undefined| reason(&undefined);
    let found = mean_difference(&tied, &other, Variances::Pooled, LEVEL).map_err(undefined)?;
    let unit = |matched: bool| move |mean: &f64| PermutedUnit { block: 0, matched, sum: *mean, n: 1.0 };
    let units: Vec<PermutedUnit> = tied.iter().map(unit(true)).chain(other.iter().map(unit(false))).collect();
    let permuted = within_permutation(&units, PERMUTATIONS, SEED).map_err(undefined)?;
    let tag = |from: &evenhand_stats::Estimate| -> Estimate {
        estimate(from, CountOf::Providers, Method::ProviderDeviations)
    };
    Ok(EvaluatorConflictEffect {
        tied: tag(&found.first),
        other: tag(&found.second),
        difference: tag(&found.difference),
        p: found.p,
        p_adjusted: found.p,
        p_permutation: permuted.p,
        verdict: ConflictVerdict::NotShown,
    })
}

/// Adjusts p over the evaluators and gives the verdicts; returns how many were tested.
fn adjust(rows: &mut [EvaluatorConflict]) -> u32 {
    let mut effects: Vec<&mut EvaluatorConflictEffect> = rows
        .iter_mut()
        .filter_map(|row| match &mut row.effect {
            Outcome::Known(effect) => Some(effect),
            Outcome::Undefined(_) => None,
        })
        .collect();
    let p: Vec<f64> = effects.iter().map(|effect| effect.p).collect();
    for (effect, adjusted) in effects.iter_mut().zip(benjamini_hochberg(&p)) {
        effect.p_adjusted = adjusted;
        effect.verdict = match (adjusted < ALPHA && effect.p_permutation < ALPHA, effect.difference.value) {
            (true, value) if value > 0.0 => ConflictVerdict::Favours,
            (true, _) => ConflictVerdict::Disfavours,
            (false, _) => ConflictVerdict::NotShown,
        };
    }
    p.len() as u32
}
