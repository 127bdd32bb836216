//! A programme's configuration is checked here, once; the code behind this door sees only valid values.

use crate::error::SimulationError;
use crate::programme::{DriftKind, Programme};
use crate::scale::Grid;
use crate::simulate::ScoreRow;

/// No table is longer than this, and none outgrows the address space.
const MAX_SCORES: usize = {
    let fits = isize::MAX as usize / size_of::<ScoreRow>();
    if fits < 400_000_000 { fits } else { 400_000_000 }
};

/// The largest count of rounds, providers, indicators or evaluators.
const MAX_COUNT: usize = 1_000_000;

/// A programme that can be simulated. Made by [`Programme::check`].
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedProgramme {
    pub(crate) programme: Programme,
    pub(crate) grid: Grid,
}

impl CheckedProgramme {
    /// The configuration this was made from.
    #[must_use]
    pub fn programme(&self) -> &Programme {
        &self.programme
    }

    /// How many evaluators take part over all rounds.
    #[must_use]
    pub fn total_evaluators(&self) -> usize {
        self.programme.total_evaluators()
    }
}

impl Programme {
    /// Checks the configuration.
    ///
    /// # Errors
    /// The first field, in the order of declaration, that cannot be simulated.
    pub fn check(self) -> Result<CheckedProgramme, SimulationError> {
        self.check_counts()?;
        self.check_weights()?;
        self.check_shares()?;
        let grid = Grid::new(self.scale)?;
        self.check_numbers()?;
        self.check_indices()?;
        self.check_turnover()?;
        Ok(CheckedProgramme { programme: self, grid })
    }

    /// How many evaluators are replaced before the given round, leaving breaks aside.
    pub(crate) fn replaced_before(&self, round: usize) -> usize {
        let total = |rounds: usize| {
            libm::floor(self.turnover * self.n_evaluators as f64 * rounds as f64 + 0.5) as usize
        };
        if round == 0 { 0 } else { total(round) - total(round - 1) }
    }

    /// How many evaluators join before the given round, a whole new pool after a break.
    pub(crate) fn joining_before(&self, round: usize) -> usize {
        if round > 0 && self.breaks.contains(&round) {
            self.n_evaluators
        } else {
            self.replaced_before(round)
        }
    }

    /// How many evaluators take part over all rounds.
    pub(crate) fn total_evaluators(&self) -> usize {
        (1..self.n_rounds).map(|round| self.joining_before(round)).sum::<usize>() + self.n_evaluators
    }

    /// What has been added to the difficulty of an indicator by a round.
    pub(crate) fn harder(&self, indicator: usize, round: usize) -> f64 {
        let present = self.indicator_drift.iter();
        present.filter(|one| one.indicator == indicator && round >= one.from_round).map(|one| one.by).sum()
    }

    /// The weight of an indicator.
    pub(crate) fn weight(&self, indicator: usize) -> f64 {
        self.weights.get(indicator).copied().unwrap_or(1.0)
    }

    fn check_counts(&self) -> Result<(), SimulationError> {
        count("n_rounds", self.n_rounds, 1, 10_000)?;
        count("n_providers", self.n_providers, 1, MAX_COUNT)?;
        count("n_indicators", self.n_indicators, 1, MAX_COUNT)?;
        count("n_dimensions", self.n_dimensions, 1, self.n_indicators)?;
        count("n_reversed", self.n_reversed, 0, self.n_indicators)?;
        count("n_evaluators", self.n_evaluators, 1, MAX_COUNT)?;
        count("panel_size", self.panel_size, 1, self.n_evaluators)?;
        count("n_affiliations", self.n_affiliations, 0, MAX_COUNT)?;
        let cells = self.n_rounds.saturating_mul(self.n_providers);
        let scores = cells.saturating_mul(self.n_indicators).saturating_mul(self.panel_size);
        count("number of scores", scores, 1, MAX_SCORES)?;
        let pairs = self.n_providers.saturating_mul(self.n_indicators);
        count("providers by indicators", pairs, 1, MAX_SCORES)?;
        Ok(())
    }

    fn check_weights(&self) -> Result<(), SimulationError> {
        for weight in &self.weights {
            not_negative("weights", *weight)?;
        }
        let sum: f64 = self.weights.iter().sum();
        let usable = self.weights.len() == self.n_indicators && sum > 0.0 && sum.is_finite();
        if self.weights.is_empty() || usable {
            return Ok(());
        }
        Err(SimulationError::Weights { found: self.weights.len(), expected: self.n_indicators })
    }

    fn check_shares(&self) -> Result<(), SimulationError> {
        share("mixed_share", self.mixed_share)?;
        share("turnover", self.turnover)?;
        share("missing_share", self.missing_share)
    }

    fn check_numbers(&self) -> Result<(), SimulationError> {
        finite("mean_level", self.mean_level)?;
        finite("affiliation_leniency", self.affiliation_leniency)?;
        finite("conflict_leniency", self.conflict_leniency)?;
        for severity in self.qualification_severity {
            finite("qualification_severity", severity)?;
        }
        finite("newcomer_severity", self.newcomer_severity)?;
        finite("panel_drift", self.panel_drift)?;
        let spreads = &self.spreads;
        not_negative("spreads.provider", spreads.provider)?;
        not_negative("spreads.provider_change", spreads.provider_change)?;
        not_negative("spreads.indicator", spreads.indicator)?;
        not_negative("spreads.evaluator", spreads.evaluator)?;
        not_negative("spreads.evaluator_round", spreads.evaluator_round)?;
        not_negative("spreads.provider_indicator", spreads.provider_indicator)?;
        not_negative("spreads.halo", spreads.halo)?;
        not_negative("spreads.residual", spreads.residual)?;
        for factor in self.qualification_noise {
            not_negative("qualification_noise", factor)?;
        }
        Ok(())
    }

    fn check_indices(&self) -> Result<(), SimulationError> {
        for round in &self.breaks {
            index("breaks", *round, self.n_rounds)?;
        }
        let n_evaluators = self.total_evaluators();
        count("evaluators by rounds", n_evaluators.saturating_mul(self.n_rounds), 1, MAX_SCORES)?;
        // Half of all pairs at most, so that drawing them ends soon.
        count("n_conflicts", self.n_conflicts, 0, n_evaluators.saturating_mul(self.n_providers) / 2)?;
        for drift in &self.drift {
            index("drift.evaluator", drift.evaluator, n_evaluators)?;
            match drift.kind {
                DriftKind::Shift { from_round, by } => {
                    index("drift.from_round", from_round, self.n_rounds)?;
                    finite("drift.by", by)?;
                }
                DriftKind::Trend { per_round } => finite("drift.per_round", per_round)?,
                DriftKind::Erratic { sd } => not_negative("drift.sd", sd)?,
            }
        }
        for centrality in &self.centrality {
            index("centrality.evaluator", centrality.evaluator, n_evaluators)?;
            not_negative("centrality.factor", centrality.factor)?;
        }
        self.check_ways(n_evaluators)?;
        for trend in &self.provider_trends {
            index("provider_trends.provider", trend.provider, self.n_providers)?;
            finite("provider_trends.per_round", trend.per_round)?;
        }
        Ok(())
    }

    fn check_ways(&self, n_evaluators: usize) -> Result<(), SimulationError> {
        for one in &self.partiality {
            index("partiality.evaluator", one.evaluator, n_evaluators)?;
            finite("partiality.leniency", one.leniency)?;
        }
        for one in &self.halo {
            index("halo.evaluator", one.evaluator, n_evaluators)?;
            not_negative("halo.sd", one.sd)?;
        }
        for one in &self.straight_lining {
            index("straight_lining.evaluator", one.evaluator, n_evaluators)?;
            share("straight_lining.share", one.share)?;
        }
        for one in &self.rounding {
            index("rounding.evaluator", one.evaluator, n_evaluators)?;
            share("rounding.share", one.share)?;
            count("rounding.steps", one.steps, 1, MAX_COUNT)?;
        }
        for one in &self.indicator_drift {
            index("indicator_drift.indicator", one.indicator, self.n_indicators)?;
            index("indicator_drift.from_round", one.from_round, self.n_rounds)?;
            finite("indicator_drift.by", one.by)?;
        }
        Ok(())
    }

    fn check_turnover(&self) -> Result<(), SimulationError> {
        let mut drifting: Vec<usize> = self.drift.iter().map(|drift| drift.evaluator).collect();
        drifting.sort_unstable();
        drifting.dedup();
        let replaceable = self.n_evaluators.saturating_sub(drifting.len());
        let leaving = (1..self.n_rounds).map(|round| self.replaced_before(round)).max().unwrap_or(0);
        if leaving > replaceable {
            return Err(SimulationError::Turnover { leaving, replaceable });
        }
        Ok(())
    }
}

fn count(field: &'static str, found: usize, minimum: usize, maximum: usize) -> Result<(), SimulationError> {
    if (minimum..=maximum).contains(&found) {
        return Ok(());
    }
    Err(SimulationError::Count { field, found, minimum, maximum })
}

fn share(field: &'static str, found: f64) -> Result<(), SimulationError> {
    if (0.0..=1.0).contains(&found) { Ok(()) } else { Err(SimulationError::Share { field, found }) }
}

fn finite(field: &'static str, found: f64) -> Result<(), SimulationError> {
    if found.is_finite() { Ok(()) } else { Err(SimulationError::NotFinite { field, found }) }
}

fn not_negative(field: &'static str, found: f64) -> Result<(), SimulationError> {
    if found.is_finite() && found >= 0.0 { Ok(()) } else { Err(SimulationError::Negative { field, found }) }
}

fn index(field: &'static str, found: usize, len: usize) -> Result<(), SimulationError> {
    if found < len { Ok(()) } else { Err(SimulationError::Index { field, found, len }) }
}
