//! Do evaluators use the scale in ways of their own?
//!
//! Every evaluator is compared with colleagues: in the same places where scores can be paired (spread, straight-lining,
//! round numbers), with all other evaluators where a statistic is of the evaluator's own sheets (halo, information).
//! Severity, overall, on an indicator or in a round, is none of these effects and is taken out first.
//! What providers and rounds differ by is in both sides of every comparison.

mod adjusted;
mod digit_preference;
mod findings;
mod found;
mod halo;
mod information;
mod others;
mod places;
mod spread;
mod straight_lining;
mod verdicts;

use evenhand_protocol::{
    EffectOutcome, EffectsAnswer, EvaluatorEffects, Method, Outcome, RatingEffect, Reason, RoundEffects,
};

use self::adjusted::Adjusted;
use self::digit_preference::{RoundScores, digit_preference};
use self::found::{Found, Paired, settled};
use self::halo::halo;
use self::information::{Positions, information};
use self::places::{Places, Slice};
use self::spread::{central_tendency, range_restriction};
use self::straight_lining::{StraightSheets, straight_lining};
use self::verdicts::{adjust, unadjusted};
use crate::Design;
use crate::distinct::distinct;

/// The rating effects of every evaluator, over all rounds and by round.
pub fn effects(design: &Design) -> EffectsAnswer {
    let basis = Basis::new(design);
    let mut evaluators = rows(design);
    for (slice, effects) in basis.of_part(&basis.places.all()) {
        if let Some(row) = evaluators.iter_mut().find(|row| row.0 == slice.evaluator) {
            row.1.n_score_sheets = basis.places.sheets(&slice).len() as u32;
            row.1.effects = effects;
        }
    }
    for round in design.rounds() {
        let id = &design.metadata().rounds[round as usize].id;
        for (slice, effects) in basis.of_part(&basis.places.of_round(round)) {
            let n_score_sheets = basis.places.sheets(&slice).len() as u32;
            if let Some(row) = evaluators.iter_mut().find(|row| row.0 == slice.evaluator) {
                row.1.by_round.push(RoundEffects { round: id.clone(), n_score_sheets, effects });
            }
        }
    }
    let mut evaluators: Vec<EvaluatorEffects> = evaluators.into_iter().map(|row| row.1).collect();
    let n_tests = adjust(evaluators.iter_mut().flat_map(|row| &mut row.effects));
    let by_round = evaluators.iter_mut().flat_map(|row| &mut row.by_round);
    let n_tests_by_round = adjust(by_round.flat_map(|round| &mut round.effects));
    let mut answer = EffectsAnswer { evaluators, n_tests, n_tests_by_round, findings: Vec::new() };
    answer.findings = findings::findings(&answer);
    answer
}

/// A row for everyone who scored, by code, without a colleague until one is found.
fn rows(design: &Design) -> Vec<(u32, EvaluatorEffects)> {
    let codes = distinct(design.sheets().iter().map(|sheet| sheet.evaluator));
    let alone = |effect| EffectOutcome { effect, outcome: Outcome::Undefined(Reason::NoColleague) };
    let row = |code: u32| EvaluatorEffects {
        evaluator: design.metadata().evaluators[code as usize].id.clone(),
        n_score_sheets: 0,
        effects: RatingEffect::ALL.map(alone).to_vec(),
        by_round: Vec::new(),
    };
    codes.into_iter().map(|code| (code, row(code))).collect()
}

/// What all comparisons rest on.
struct Basis<'a> {
    design: &'a Design<'a>,
    places: Places,
    adjusted: Adjusted,
    positions: Positions,
    straight: StraightSheets,
    round_scores: RoundScores,
}

impl<'a> Basis<'a> {
    fn new(design: &'a Design<'a>) -> Self {
        let places = Places::new(design);
        Self {
            adjusted: Adjusted::new(design, &places),
            positions: Positions::new(design, &places),
            straight: StraightSheets::new(design),
            round_scores: RoundScores::new(design, &places),
            design,
            places,
        }
    }

    /// All effects of the evaluators of a part, each list in the order of [`RatingEffect::ALL`].
    fn of_part<'s>(&self, slices: &[Slice<'s>]) -> Vec<(Slice<'s>, Vec<EffectOutcome>)> {
        let (places, adjusted) = (&self.places, &self.adjusted);
        let n_indicators = self.design.metadata().indicators.len();
        let paired = |of: &dyn Fn(&Slice) -> Result<Paired, Reason>| slices.iter().map(of).collect();
        let spread = paired(&|slice| central_tendency(places, adjusted, n_indicators, slice));
        let range = paired(&|slice| range_restriction(places, adjusted, slice));
        let digits = paired(&|slice| digit_preference(places, &self.round_scores, slice));
        let straight = slices.iter().map(|s| straight_lining(self.design, places, &self.straight, s));
        let mut found = [
            settled(spread, Method::SpreadRatio, libm::exp),
            halo(places, adjusted, n_indicators, slices),
            settled(range, Method::SpreadRatio, libm::exp),
            straight.collect(),
            settled(digits, Method::PairedShares, |difference| difference),
            information(places, &self.positions, slices),
        ]
        .map(Vec::into_iter);
        let of = |slice: &Slice<'s>| {
            let effects = RatingEffect::ALL.into_iter().zip(&mut found);
            (*slice, effects.filter_map(|(effect, found)| Some(outcome(effect, found.next()?))).collect())
        };
        slices.iter().map(of).collect()
    }
}

fn outcome(effect: RatingEffect, found: Result<Found, Reason>) -> EffectOutcome {
    EffectOutcome { effect, outcome: found.map(unadjusted).into() }
}
