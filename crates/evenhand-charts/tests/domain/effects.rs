//! The chart of rating effects.

use evenhand_charts::domain::effects_matrix;
use evenhand_protocol::{
    CountOf, EffectEstimate, EffectOutcome, EffectVerdict, EffectsAnswer, EvaluatorEffects, Method, Outcome,
    RatingEffect, Reason,
};
use evenhand_words::Language;

use crate::data::{assert_sentence, check_many, check_three, draw, estimate};
use crate::support::Seeded;

fn known(effect: RatingEffect, strength: f64) -> EffectEstimate {
    let (own, panel, value, half, method) = match effect {
        RatingEffect::CentralTendency | RatingEffect::RangeRestriction => {
            let ratio = 1.0 - 0.1 * strength;
            (11.0 * ratio, 11.0, ratio, 0.15, Method::SpreadRatio)
        }
        RatingEffect::Halo => (0.1 + 0.1 * strength, 0.1, 0.1 * strength, 0.15, Method::ResidualCorrelation),
        RatingEffect::StraightLining => {
            (0.1 + 0.1 * strength, 0.1, 0.1 * strength, 0.15, Method::ExactShares)
        }
        RatingEffect::DigitPreference => {
            (0.2 + 0.1 * strength, 0.2, 0.1 * strength, 0.15, Method::PairedShares)
        }
        RatingEffect::LowInformation => {
            (3.0 - 0.2 * strength, 3.0, -0.2 * strength, 0.3, Method::EntropyDifference)
        }
    };
    let p = if strength.abs() > 2.0 { 0.001 } else { 0.6 };
    let verdict = match strength {
        s if s > 2.0 => EffectVerdict::Present,
        s if s < -2.0 => EffectVerdict::Opposite,
        _ => EffectVerdict::NotShown,
    };
    let contrast = estimate(value, half, 40, CountOf::Scores, method);
    EffectEstimate { own, panel, contrast, p: Some(p), p_adjusted: Some(p), verdict }
}

fn answer(n: usize) -> EffectsAnswer {
    let mut seeded = Seeded::new(8);
    let mut row = |k: usize| {
        let effect = |effect| {
            let strength = 1.3 * seeded.normal();
            let outcome = if k == 4 && effect == RatingEffect::DigitPreference {
                Outcome::Undefined(Reason::CoarseScale { needed: 20, found: 4 })
            } else {
                Outcome::Known(known(effect, strength))
            };
            EffectOutcome { effect, outcome }
        };
        EvaluatorEffects {
            evaluator: format!("E{:03}", k + 1),
            n_score_sheets: 40,
            effects: RatingEffect::ALL.map(effect).to_vec(),
            by_round: Vec::new(),
        }
    };
    EffectsAnswer {
        evaluators: (0..n).map(&mut row).collect(),
        n_tests: 6 * n as u32 - 1,
        n_tests_by_round: 0,
        findings: Vec::new(),
    }
}

#[test]
fn rating_effects() {
    check_three("effects", effects_matrix, &answer(12));
    check_many("effects", effects_matrix, &answer(60));
}

#[test]
fn the_table_has_every_effect_and_why_there_is_none() {
    let scene = draw(effects_matrix, &answer(60), Language::En, 688.0);
    // 40 evaluators are drawn, one of them with an effect that cannot be told.
    assert_eq!((scene.table.rows.len(), scene.data.len()), (360, 239));
    let mut none = answer(2);
    for found in none.evaluators.iter_mut().flat_map(|row| &mut row.effects) {
        found.outcome = Outcome::Undefined(Reason::NoColleague);
    }
    assert_sentence(&draw(effects_matrix, &none, Language::En, 688.0), "alone on every panel");
}
