use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// What a table holds.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// Scores: one a row, or several in the columns of a row ([`crate::Shape`]).
    Scores,
    /// One round a row.
    Rounds,
    /// One provider a row.
    Providers,
    /// One indicator a row.
    Indicators,
    /// One evaluator a row.
    Evaluators,
    /// One declared conflict of interest a row: an evaluator and a provider.
    Conflicts,
    /// Not used.
    #[default]
    Ignored,
}

/// What a column holds.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Round id.
    Round,
    /// Provider id.
    Provider,
    /// Indicator id.
    Indicator,
    /// Evaluator id.
    Evaluator,
    /// Occasion within the round (a second visit, a segment).
    Occasion,
    /// Source of the score (expert, service user, purchaser, self).
    Source,
    /// The score.
    Score,
    /// Order of a round.
    Order,
    /// Name in words.
    Label,
    /// Date or month of a round.
    Date,
    /// Provider category.
    Category,
    /// Affiliation of a provider or an evaluator.
    Affiliation,
    /// Dimension of an indicator.
    Dimension,
    /// Weight of an indicator.
    Weight,
    /// Lowest possible score.
    Min,
    /// Highest possible score.
    Max,
    /// Step between possible scores.
    Step,
    /// Whether a higher or a lower score is better.
    Direction,
    /// Qualification of an evaluator.
    Qualification,
    /// Group of an evaluator.
    Group,
    /// Sum or mean of the scores of a row: checked against them, not read as a score.
    Total,
    /// Not used.
    #[default]
    Ignored,
}

impl Field {
    /// Every field, those of scores first, in the order in which people choose among them.
    pub const ALL: [Self; 22] = [
        Self::Round,
        Self::Provider,
        Self::Indicator,
        Self::Evaluator,
        Self::Score,
        Self::Occasion,
        Self::Source,
        Self::Total,
        Self::Order,
        Self::Label,
        Self::Date,
        Self::Category,
        Self::Affiliation,
        Self::Dimension,
        Self::Weight,
        Self::Min,
        Self::Max,
        Self::Step,
        Self::Direction,
        Self::Qualification,
        Self::Group,
        Self::Ignored,
    ];
}
