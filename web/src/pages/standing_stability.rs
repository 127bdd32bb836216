//! Ranks under weights drawn around those chosen, worked out a little at a time while nothing else goes on.

use std::collections::HashMap;

use evenhand_protocol::StandingAnswer;
use evenhand_stats::{RankStability, STABILITY_CONCENTRATION, StabilityDraws, weighted_composite};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::page_frame::Sources;
use super::standing::standing_of;

/// How long a weight has to rest before the drawing begins, in milliseconds.
const SETTLED_MS: u32 = 150;
/// Ranks drawn in one task, which takes some milliseconds.
const RANKS_AT_A_TIME: usize = 2_500;

/// What was drawn, and for what.
#[derive(Clone, PartialEq)]
pub struct Stable {
    round: Option<String>,
    weights: Vec<f64>,
    of_provider: HashMap<String, RankStability>,
}

impl Stable {
    /// The ranks of a provider, if they are of this round and these weights.
    pub fn of(&self, provider: &str, round: Option<&str>, weights: &[f64]) -> Option<RankStability> {
        let mine = self.round.as_deref() == round && self.weights == weights;
        self.of_provider.get(provider).copied().filter(|_| mine)
    }
}

/// Draws anew whenever the answer, the round or the weights change.
pub fn keep_drawing(
    sources: Sources<StandingAnswer>,
    round: Memo<Option<String>>,
    weights: Memo<Vec<f64>>,
) -> RwSignal<Option<Stable>> {
    let stable = RwSignal::new(None);
    let serial = StoredValue::new(0_u32);
    Effect::new(move || {
        let (round, weights) = (round.get(), weights.get());
        serial.update_value(|serial| *serial = serial.wrapping_add(1));
        let mine = serial.get_value();
        let begun = sources.asked.read(|answer| Drawing::new(answer, round, weights)).flatten();
        if let Some(drawing) = begun {
            Timeout::new(SETTLED_MS, move || drawing.go_on(serial, mine, stable)).forget();
        }
    });
    stable
}

/// Draws under way.
struct Drawing {
    draws: StabilityDraws,
    providers: Vec<String>,
    top: usize,
    round: Option<String>,
    weights: Vec<f64>,
}

impl Drawing {
    fn new(answer: &StandingAnswer, round: Option<String>, weights: Vec<f64>) -> Option<Self> {
        let standing = standing_of(answer, round.as_deref())?;
        let has_composite =
            |indicators: &Vec<Option<f64>>| weighted_composite(indicators, &weights).is_some();
        let rows: Vec<_> = standing.rows.iter().filter(|row| has_composite(&row.indicators)).collect();
        let means: Vec<&[Option<f64>]> = rows.iter().map(|row| row.indicators.as_slice()).collect();
        let draws = StabilityDraws::new(&means, &weights, STABILITY_CONCENTRATION).ok()?;
        let providers = rows.iter().map(|row| row.provider.clone()).collect();
        Some(Self { draws, providers, top: answer.marks.top.into(), round, weights })
    }

    /// Some more draws, then the rest in tasks of their own; given up where something else is asked by now.
    fn go_on(mut self, serial: StoredValue<u32>, mine: u32, stable: RwSignal<Option<Stable>>) {
        if serial.try_get_value() != Some(mine) {
            return;
        }
        if self.draws.advance((RANKS_AT_A_TIME / self.providers.len()).max(1)) {
            Timeout::new(0, move || self.go_on(serial, mine, stable)).forget();
        } else {
            let Self { draws, providers, top, round, weights } = self;
            let of_provider = providers.into_iter().zip(draws.summary(top)).collect();
            stable.set(Some(Stable { round, weights, of_provider }));
        }
    }
}
