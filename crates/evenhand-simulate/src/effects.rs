//! The true effects behind the scores: levels, severities, difficulties and attributes.

use std::collections::BTreeSet;

use crate::panels::Panels;
use crate::programme::{DriftKind, Programme};
use crate::random::Random;

/// A table of numbers by row and round.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ByRound {
    n_rounds: usize,
    values: Vec<f64>,
}

impl ByRound {
    fn new(n_rows: usize, n_rounds: usize) -> Self {
        Self { n_rounds, values: vec![0.0; n_rows * n_rounds] }
    }

    /// The value of a row in a round, if there are such.
    pub(crate) fn get(&self, row: usize, round: usize) -> Option<f64> {
        if round >= self.n_rounds { None } else { self.values.get(row * self.n_rounds + round).copied() }
    }

    fn rows_mut(&mut self) -> impl Iterator<Item = &mut [f64]> {
        self.values.chunks_exact_mut(self.n_rounds.max(1))
    }
}

/// Everything true about a simulated programme.
#[derive(Debug, Clone)]
pub(crate) struct Effects {
    /// Severity by evaluator and round, drift included.
    pub(crate) severity: ByRound,
    /// Level by provider and round.
    pub(crate) level: ByRound,
    /// Difficulty by indicator; the weighted mean is 0.
    pub(crate) difficulty: Vec<f64>,
    /// Strength by provider and indicator; the weighted mean of each provider is 0.
    pub(crate) strength: Vec<f64>,
    /// Affiliation by provider.
    pub(crate) provider_affiliation: Vec<Option<usize>>,
    /// Affiliation by evaluator.
    pub(crate) evaluator_affiliation: Vec<Option<usize>>,
    /// Qualification by evaluator: 0 senior, 1 junior, 2 trainee.
    pub(crate) qualification: Vec<usize>,
    /// Declared conflicts of interest: evaluator and provider, ascending.
    pub(crate) conflicts: Vec<(usize, usize)>,
}

impl Effects {
    /// Draws the effects of a programme.
    pub(crate) fn draw(programme: &Programme, random: &mut Random) -> Self {
        let n_evaluators = programme.total_evaluators();
        Self {
            severity: draw_severity(programme, n_evaluators, random),
            level: draw_level(programme, random),
            difficulty: draw_centred(programme, programme.spreads.indicator, random),
            strength: (0..programme.n_providers)
                .flat_map(|_| draw_centred(programme, programme.spreads.provider_indicator, random))
                .collect(),
            provider_affiliation: draw_affiliations(programme, programme.n_providers, random),
            evaluator_affiliation: draw_affiliations(programme, n_evaluators, random),
            qualification: (0..n_evaluators).map(|_| draw_qualification(random)).collect(),
            conflicts: Vec::new(),
        }
    }

    /// Adds what comes with qualification, with the first round of an evaluator, and with time for everybody; these take
    /// no draws.
    pub(crate) fn add_severities(&mut self, programme: &Programme, activity: &Activity) {
        let Self { severity, qualification, .. } = self;
        for (evaluator, (row, qualification)) in severity.rows_mut().zip(qualification).enumerate() {
            let of_kind = programme.qualification_severity.get(*qualification).copied().unwrap_or(0.0);
            let first = (0..programme.n_rounds).find(|round| activity.is_active(evaluator, *round));
            for (round, value) in row.iter_mut().enumerate() {
                let is_new = round > 0 && first == Some(round);
                *value += of_kind + programme.panel_drift * round as f64;
                *value += if is_new { programme.newcomer_severity } else { 0.0 };
            }
        }
    }

    /// Draws the pairs with a declared conflict of interest.
    pub(crate) fn draw_conflicts(&mut self, programme: &Programme, random: &mut Random) {
        let n_evaluators = self.qualification.len();
        let mut drawn = BTreeSet::new();
        while drawn.len() < programme.n_conflicts {
            drawn.insert((random.below(n_evaluators), random.below(programme.n_providers)));
        }
        self.conflicts = drawn.into_iter().collect();
    }

    /// Whether an evaluator has a declared conflict of interest with a provider.
    pub(crate) fn declared(&self, evaluator: usize, provider: usize) -> bool {
        self.conflicts.binary_search(&(evaluator, provider)).is_ok()
    }

    /// Whether an evaluator and a provider have an affiliation in common.
    pub(crate) fn matched(&self, evaluator: usize, provider: usize) -> bool {
        let of = |list: &[Option<usize>], at: usize| list.get(at).copied().flatten();
        let own = of(&self.evaluator_affiliation, evaluator);
        own.is_some() && own == of(&self.provider_affiliation, provider)
    }
}

/// Draws a starting severity and the unsteadiness of each round, and adds the drift.
fn draw_severity(programme: &Programme, n_evaluators: usize, random: &mut Random) -> ByRound {
    let mut severity = ByRound::new(n_evaluators, programme.n_rounds);
    for row in severity.rows_mut() {
        let start = random.normal(programme.spreads.evaluator);
        for value in row {
            *value = start + random.normal(programme.spreads.evaluator_round);
        }
    }
    for drift in &programme.drift {
        let Some(row) = severity.rows_mut().nth(drift.evaluator) else { continue };
        for (round, value) in row.iter_mut().enumerate() {
            *value += match drift.kind {
                DriftKind::Shift { from_round, by } if round >= from_round => by,
                DriftKind::Shift { .. } => 0.0,
                DriftKind::Trend { per_round } => per_round * round as f64,
                DriftKind::Erratic { sd } => random.normal(sd),
            };
        }
    }
    severity
}

/// Draws a starting level and a random walk, and adds the trends.
fn draw_level(programme: &Programme, random: &mut Random) -> ByRound {
    let mut level = ByRound::new(programme.n_providers, programme.n_rounds);
    for row in level.rows_mut() {
        let mut now = programme.mean_level + random.normal(programme.spreads.provider);
        for value in row {
            *value = now;
            now += random.normal(programme.spreads.provider_change);
        }
    }
    for trend in &programme.provider_trends {
        let Some(row) = level.rows_mut().nth(trend.provider) else { continue };
        for (round, value) in row.iter_mut().enumerate() {
            *value += trend.per_round * round as f64;
        }
    }
    level
}

/// Draws one effect per indicator and takes out the weighted mean, so that it moves no composite.
fn draw_centred(programme: &Programme, sd: f64, random: &mut Random) -> Vec<f64> {
    let mut effects: Vec<f64> = (0..programme.n_indicators).map(|_| random.normal(sd)).collect();
    let (mut sum, mut weights) = (0.0, 0.0);
    for (indicator, effect) in effects.iter().enumerate() {
        sum += programme.weight(indicator) * effect;
        weights += programme.weight(indicator);
    }
    for effect in &mut effects {
        *effect -= sum / weights;
    }
    effects
}

fn draw_affiliations(programme: &Programme, n: usize, random: &mut Random) -> Vec<Option<usize>> {
    let one =
        |random: &mut Random| (programme.n_affiliations > 0).then(|| random.below(programme.n_affiliations));
    (0..n).map(|_| one(random)).collect()
}

/// Three in ten are senior, half are junior, two in ten are trainees.
fn draw_qualification(random: &mut Random) -> usize {
    match random.uniform() {
        u if u < 0.3 => 0,
        u if u < 0.8 => 1,
        _ => 2,
    }
}

/// Which evaluators score in which rounds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Activity {
    n_rounds: usize,
    active: Vec<bool>,
}

impl Activity {
    /// Reads the pools of all rounds.
    pub(crate) fn new(panels: &Panels, n_evaluators: usize, n_rounds: usize) -> Self {
        let mut active = vec![false; n_evaluators * n_rounds];
        for round in 0..n_rounds {
            for evaluator in panels.active(round) {
                if let Some(cell) = active.get_mut(evaluator * n_rounds + round) {
                    *cell = true;
                }
            }
        }
        Self { n_rounds, active }
    }

    /// Whether an evaluator is active in a round.
    pub(crate) fn is_active(&self, evaluator: usize, round: usize) -> bool {
        round < self.n_rounds && self.active.get(evaluator * self.n_rounds + round).copied().unwrap_or(false)
    }
}
