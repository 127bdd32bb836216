//! What is known of each evaluator from the other answers, before any policy.

use evenhand_protocol::{
    Advice, ConflictVerdict, ConflictsAnswer, DriftReport, EffectVerdict, EffectsAnswer, EvaluatorRow,
    EvaluatorsAnswer, Outcome, RatingEffect, RoundSheets, Scorecard, ScorecardConflict, ScorecardDrift,
};

use super::agreement::agreement;
use crate::Design;

/// The answers that a scorecard is made of.
#[derive(Debug, Clone, Copy)]
pub struct ScorecardSources<'a> {
    /// Severity and the change of it.
    pub evaluators: &'a EvaluatorsAnswer,
    /// Rating effects.
    pub effects: &'a EffectsAnswer,
    /// What drift did to providers, and fit.
    pub drift: &'a DriftReport,
    /// Ties to providers.
    pub conflicts: &'a ConflictsAnswer,
}

/// The facts about one evaluator.
#[derive(Debug)]
pub(super) struct Facts {
    /// The card, without advice.
    pub(super) card: Scorecard,
    /// Score sheets with a colleague's beside them.
    pub(super) n_beside: u32,
    /// Rating effects with their verdict and adjusted p, clearest first.
    pub(super) effects: Vec<(RatingEffect, EffectVerdict, f64)>,
    /// Would pass and would fail without the drift.
    pub(super) drift_decisions: [u32; 2],
    /// In the order of the card's conflicts.
    pub(super) tied: Vec<TiedEffect>,
    /// Points of the scale per point of 100.
    pub(super) scale_factor: f64,
}

/// What the card does not show of a tie.
#[derive(Debug)]
pub(super) struct TiedEffect {
    pub(super) verdict: ConflictVerdict,
    /// Would pass and would fail without the scores of tied providers.
    pub(super) decisions: [u32; 2],
}

/// The facts about everybody, in id order.
pub(super) fn facts(design: &Design, sources: &ScorecardSources) -> Vec<Facts> {
    let agreement = agreement(design);
    let metadata = design.metadata();
    let mut found: Vec<Facts> = Vec::with_capacity(sources.evaluators.evaluators.len());
    for (code, agreement) in agreement.into_iter().enumerate() {
        let id = &metadata.evaluators[code].id;
        let row = sources.evaluators.evaluators.iter().find(|row| row.evaluator == *id);
        if let Some(row) = row {
            let mut facts = of_row(row, sources, design.scale_factor());
            facts.card.agreement = agreement;
            facts.card.sheets_by_round = sheets_by_round(design, code as u32);
            found.push(facts);
        }
    }
    found
}

fn of_row(row: &EvaluatorRow, sources: &ScorecardSources, scale_factor: f64) -> Facts {
    let id = &row.evaluator;
    let effects = sources.effects.evaluators.iter().find(|one| one.evaluator == *id);
    let n_beside = effects.map_or(0, |one| one.n_score_sheets);
    let mut effects: Vec<(RatingEffect, EffectVerdict, f64)> = effects
        .into_iter()
        .flat_map(|one| &one.effects)
        .filter_map(|one| {
            let found = one.outcome.known()?;
            Some((one.effect, found.verdict, found.p_adjusted?))
        })
        .collect();
    effects.sort_by(|a, b| a.2.total_cmp(&b.2));
    let drift = sources.drift.evaluators.iter().find(|one| one.evaluator == *id);
    let effect = drift.and_then(|one| one.effect.as_ref());
    let drift_decisions = effect.map_or([0, 0], |effect| [effect.n_would_pass, effect.n_would_fail]);
    let n_sure_drift_decisions = effect.map_or(0, |effect| effect.n_surely_pass + effect.n_surely_fail);
    let (conflicts, tied) = conflicts(id, sources.conflicts);
    let measures = sources.drift.rasch.known();
    let infit = measures.and_then(|m| m.evaluators.iter().find(|one| one.id == *id)?.infit);
    let present = effects.iter().filter(|one| one.1 == EffectVerdict::Present);
    let card = Scorecard {
        evaluator: id.clone(),
        advice: Advice::Keep,
        reasons: Vec::new(),
        n_scores: row.n_scores,
        n_score_sheets: row.n_score_sheets,
        n_providers: row.n_providers,
        n_rounds: row.n_rounds,
        sheets_by_round: Vec::new(),
        severity: row.severity.clone(),
        p_severity: row.p_adjusted,
        by_round: row.by_round.clone(),
        drift: row.drift.clone().map(|drift| ScorecardDrift {
            class: drift.class,
            change: drift.change,
            from_round: drift.from_round,
            p_adjusted: drift.p_adjusted,
            n_rounds: drift.n_rounds,
        }),
        agreement: Outcome::Undefined(evenhand_protocol::Reason::NoColleague),
        infit,
        effects: present.map(|one| one.0).collect(),
        n_drift_affected: effect.map(|effect| effect.n_providers),
        n_drift_decisions: drift_decisions.iter().sum(),
        n_sure_drift_decisions,
        n_conflict_decisions: tied.iter().map(|one| one.decisions.iter().sum::<u32>()).sum(),
        conflicts,
    };
    Facts { card, n_beside, effects, drift_decisions, tied, scale_factor }
}

fn conflicts(id: &str, answer: &ConflictsAnswer) -> (Vec<ScorecardConflict>, Vec<TiedEffect>) {
    let mut found = (Vec::new(), Vec::new());
    for of in &answer.kinds {
        let Some(row) = of.evaluators.iter().find(|row| row.evaluator == id) else { continue };
        let effect = row.effect.known();
        found.0.push(ScorecardConflict {
            kind: of.kind,
            n_providers: row.n_providers,
            difference: row.effect.clone().map(|effect| effect.difference),
            p_adjusted: effect.map(|effect| effect.p_adjusted),
            p_permutation: effect.map(|effect| effect.p_permutation),
        });
        found.1.push(TiedEffect {
            verdict: effect.map_or(ConflictVerdict::NotShown, |effect| effect.verdict),
            decisions: [row.n_would_pass, row.n_would_fail],
        });
    }
    found
}

fn sheets_by_round(design: &Design, code: u32) -> Vec<RoundSheets> {
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for sheet in design.sheets().iter().filter(|sheet| sheet.evaluator == code) {
        let round = design.round_of(sheet);
        match counts.last_mut().filter(|last| last.0 == round) {
            Some(last) => last.1 += 1,
            None => counts.push((round, 1)),
        }
    }
    let id = |round: u32| design.metadata().rounds[round as usize].id.clone();
    counts.into_iter().map(|(round, n)| RoundSheets { round: id(round), n }).collect()
}
