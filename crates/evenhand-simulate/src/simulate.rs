//! The scores: true effects, panels and noise put together and rounded to the score scale.

use crate::check::CheckedProgramme;
use crate::effects::{Activity, Effects};
use crate::panels::Panels;
use crate::programme::Language;
use crate::random::{Random, Stream};
use crate::scale::Grid;
use crate::tables::Tables;
use crate::truth::Truth;
use crate::ways::Ways;

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
    let mut effects = Effects::draw(programme, &mut Random::new(seed, Stream::Effects));
    let activity = Activity::new(&panels, checked.total_evaluators(), programme.n_rounds);
    effects.add_severities(programme, &activity);
    effects.draw_conflicts(programme, &mut Random::new(seed, Stream::Conflicts));
    let mut random = (Random::new(seed, Stream::Scores), Random::new(seed, Stream::Ways));
    let ways = Ways::all(checked);
    let scores = Sheets { checked, effects: &effects, ways }.score_all(&panels, &mut random);
    Simulated {
        scores,
        tables: Tables::numbered(programme, &effects),
        truth: Truth::new(programme, effects, activity),
        language: programme.language,
        grid: checked.grid.clone(),
    }
}

/// What is needed to fill in score sheets.
struct Sheets<'a> {
    checked: &'a CheckedProgramme,
    effects: &'a Effects,
    ways: Vec<Ways>,
}

impl Sheets<'_> {
    fn score_all(&self, panels: &Panels, random: &mut (Random, Random)) -> Vec<ScoreRow> {
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
        (random, of_ways): &mut (Random, Random),
        scores: &mut Vec<ScoreRow>,
    ) {
        let CheckedProgramme { programme, grid } = self.checked;
        let effects = self.effects;
        let level = effects.level.get(provider, round).unwrap_or(programme.mean_level);
        let severity = effects.severity.get(evaluator, round).unwrap_or(0.0);
        let ways = self.ways.get(evaluator).copied().unwrap_or_default();
        let leniency = self.leniency(evaluator, provider, ways);
        let sheet = level - severity + leniency + random.normal(programme.spreads.halo) + ways.halo(of_ways);
        let straight = ways.is_straight(of_ways);
        let mut first_given = None;

        let qualification = effects.qualification.get(evaluator).copied().unwrap_or(0);
        let noise = programme.qualification_noise.get(qualification).copied().unwrap_or(1.0);
        let residual = programme.spreads.residual * noise;
        let first_reversed = programme.n_indicators - programme.n_reversed;
        let strengths = effects.strength.iter().skip(provider * programme.n_indicators);
        for (indicator, (difficulty, strength)) in effects.difficulty.iter().zip(strengths).enumerate() {
            let harder = programme.harder(indicator, round);
            let seen = sheet - difficulty - harder + strength + random.normal(residual);
            let given = programme.mean_level + ways.factor * (seen - programme.mean_level);
            if random.happens(programme.missing_share) {
                continue;
            }
            let position = ways.rounded(grid.position(given), grid, of_ways);
            let position = if straight { *first_given.get_or_insert(position) } else { position };
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

    /// What an evaluator adds for a provider to which it is tied.
    fn leniency(&self, evaluator: usize, provider: usize, ways: Ways) -> f64 {
        let programme = &self.checked.programme;
        let (matched, declared) =
            (self.effects.matched(evaluator, provider), self.effects.declared(evaluator, provider));
        let mut leniency = 0.0;
        leniency += if matched { programme.affiliation_leniency } else { 0.0 };
        leniency += if declared { programme.conflict_leniency } else { 0.0 };
        leniency + if matched || declared { ways.partiality } else { 0.0 }
    }
}
