use std::ops::Range;

use evenhand_protocol::ScoreRow;

use crate::Metadata;

/// One score per round, provider, occasion, source, evaluator and indicator.
///
/// The columns have equal length; see the crate documentation for their order.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreTable {
    pub(crate) metadata: Metadata,
    pub(crate) round: Vec<u32>,
    pub(crate) provider: Vec<u32>,
    pub(crate) occasion: Vec<u32>,
    pub(crate) source: Vec<u32>,
    pub(crate) evaluator: Vec<u32>,
    pub(crate) indicator: Vec<u32>,
    pub(crate) score: Vec<f64>,
    pub(crate) units: Vec<Unit>,
}

/// All scores of one provider in one round: a contiguous range of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Round code.
    pub round: u32,
    /// Provider code.
    pub provider: u32,
    /// Rows of the table.
    pub rows: Range<usize>,
}

impl ScoreTable {
    /// What the codes stand for.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Number of scores.
    pub fn len(&self) -> usize {
        self.score.len()
    }

    /// Whether there is no score.
    pub fn is_empty(&self) -> bool {
        self.score.is_empty()
    }

    /// Round code of each score.
    pub fn round(&self) -> &[u32] {
        &self.round
    }

    /// Provider code of each score.
    pub fn provider(&self) -> &[u32] {
        &self.provider
    }

    /// Occasion code of each score.
    pub fn occasion(&self) -> &[u32] {
        &self.occasion
    }

    /// Source code of each score.
    pub fn source(&self) -> &[u32] {
        &self.source
    }

    /// Evaluator code of each score.
    pub fn evaluator(&self) -> &[u32] {
        &self.evaluator
    }

    /// Indicator code of each score.
    pub fn indicator(&self) -> &[u32] {
        &self.indicator
    }

    /// Raw scores, all finite.
    pub fn score(&self) -> &[f64] {
        &self.score
    }

    /// The score at a row, in words.
    pub fn row(&self, row: usize) -> Option<ScoreRow> {
        let word = |words: &[String], codes: &[u32]| words.get(*codes.get(row)? as usize).cloned();
        let metadata = &self.metadata;
        Some(ScoreRow {
            round: metadata.rounds.get(*self.round.get(row)? as usize)?.id.clone(),
            provider: metadata.providers.get(*self.provider.get(row)? as usize)?.id.clone(),
            occasion: word(&metadata.occasions, &self.occasion)?,
            source: word(&metadata.sources, &self.source)?,
            evaluator: metadata.evaluators.get(*self.evaluator.get(row)? as usize)?.id.clone(),
            indicator: metadata.indicators.get(*self.indicator.get(row)? as usize)?.id.clone(),
            score: *self.score.get(row)?,
        })
    }

    /// Provider × round units in row order.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }
}
