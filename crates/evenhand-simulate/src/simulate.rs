//! The scores: true effects, panels and noise put together and rounded to the score scale.

use crate::check::CheckedProgramme;
use crate::effects::{Activity, Effects};
use crate::panels::Panels;
use crate::programme::Language;
use crate::random::{Random, Stream};
use crate::scale::Grid;
use crate::tables::Tables;
use crate::truth::Truth;

/// One score; the indices point into [`Tables`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreRow {
    /// Index of the round.
    pub round: u32,
    /// Index of the provider.
    pub provider: u32,
    /// Index of the indicator.
    pub indicator: u32,
    /// Index of the evaluator.
    pub evaluator: u32,
    /// The score on its own scale.
    pub score: f64,
}

/// A simulated programme: scores, names and what is true about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Simulated {
    /// The scores by round, provider, evaluator and indicator; missing cells have no row.
    pub scores: Vec<ScoreRow>,
    /// Names and metadata.
    pub tables: Tables,
    /// What the scores were made from.
    pub truth: Truth,
    /// The language of labels and column headers.
    pub language: Language,
    pub(crate) grid: Grid,
}

/// Simulates a programme. The same programme and seed give the same bits on every target.
#[must_use]
pub fn simulate(checked: &CheckedProgramme, seed: u64) -> Simulated {
    let programme = &checked.programme;
    let panels = Panels::draw(programme, &mut Random::new(seed, Stream::Panels));
    let effects = Effects::draw(programme, &mut Random::new(seed, Stream::Effects));
    let scores = Sheets { checked, effects: &effects, factors: factors(checked) }
        .score_all(&panels, &mut Random::new(seed, Stream::Scores));
    let activity = Activity::new(&panels, checked.total_evaluators(), programme.n_rounds);
    Simulated {
        scores,
        tables: Tables::numbered(programme, &effects),
        truth: Truth::new(programme, effects, activity),
        language: programme.language,
        grid: checked.grid.clone(),
    }
}

/// The factor on the distance from the mean level, by evaluator.
fn factors(checked: &CheckedProgramme) -> Vec<f64> {
    let mut factors = vec![1.0; checked.total_evaluators()];
    for centrality in &checked.programme.centrality {
        if let Some(factor) = factors.get_mut(centrality.evaluator) {
            *factor = centrality.factor;
        }
    }
    factors
}

/// What is needed to fill in score sheets.
struct Sheets<'a> {
    checked: &'a CheckedProgramme,
    effects: &'a Effects,
    factors: Vec<f64>,
}

impl Sheets<'_> {
    fn score_all(&self, panels: &Panels, random: &mut Random) -> Vec<ScoreRow> {
        let programme = &self.checked.programme;
        let n_sheets = programme.n_rounds * programme.n_providers * programme.panel_size;
        let mut scores = Vec::with_capacity(n_sheets * programme.n_indicators);
        for round in 0..programme.n_rounds {
            for provider in 0..programme.n_providers {
                for evaluator in panels.panel(round, provider) {
                    self.score_sheet(round, provider, *evaluator, random, &mut scores);
                }
            }
        }
        scores
    }

    /// Scores all indicators of one provider by one evaluator in one round.
    fn score_sheet(
        &self,
        round: usize,
        provider: usize,
        evaluator: usize,
        random: &mut Random,
        scores: &mut Vec<ScoreRow>,
    ) {
        let CheckedProgramme { programme, grid } = self.checked;
        let effects = self.effects;
        let level = effects.level.get(provider, round).unwrap_or(programme.mean_level);
        let severity = effects.severity.get(evaluator, round).unwrap_or(0.0);
        let matched = effects.matched(evaluator, provider);
        let leniency = if matched { programme.affiliation_leniency } else { 0.0 };
        let sheet = level - severity + leniency + random.normal(programme.spreads.halo);

        let qualification = effects.qualification.get(evaluator).copied().unwrap_or(0);
        let noise = programme.qualification_noise.get(qualification).copied().unwrap_or(1.0);
        let residual = programme.spreads.residual * noise;
        let factor = self.factors.get(evaluator).copied().unwrap_or(1.0);
        let first_reversed = programme.n_indicators - programme.n_reversed;
        let strengths = effects.strength.iter().skip(provider * programme.n_indicators);
        for (indicator, (difficulty, strength)) in effects.difficulty.iter().zip(strengths).enumerate() {
            let seen = sheet - difficulty + strength + random.normal(residual);
            let given = programme.mean_level + factor * (seen - programme.mean_level);
            if random.happens(programme.missing_share) {
                continue;
            }
            let position = grid.position(given);
            let position = if indicator >= first_reversed { grid.reversed(position) } else { position };
            scores.push(ScoreRow {
                round: round as u32,
                provider: provider as u32,
                indicator: indicator as u32,
                evaluator: evaluator as u32,
                score: grid.score(position),
            });
        }
    }
}
