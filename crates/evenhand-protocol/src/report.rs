use serde::{Deserialize, Serialize};

use crate::{
    AgreementAnswer, Briefing, ConflictsAnswer, DriftReport, EffectsAnswer, EvaluatorsAnswer, FacetsAnswer,
    Filter, GeneralizabilityAnswer, IndicatorsAnswer, Loaded, OverviewAnswer, ProvidersAnswer,
    ScorecardsAnswer, StandingAnswer, StructureAnswer, TurnoverAnswer,
};

/// Version of the report format; raised when a field changes its meaning or goes away.
pub const REPORT_VERSION: u32 = 3;

/// Everything `evenhand analyze --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// [`REPORT_VERSION`].
    pub version: u32,
    /// Version of Evenhand that made it.
    pub evenhand: String,
    /// Data set and data quality.
    pub loaded: Loaded,
    /// The part of the data set the answers are about.
    pub filter: Filter,
    /// The three questions side by side.
    pub overview: OverviewAnswer,
    /// Evaluators.
    pub evaluators: EvaluatorsAnswer,
    /// Indicators.
    pub indicators: IndicatorsAnswer,
    /// Providers.
    pub providers: ProvidersAnswer,
    /// Agreement in detail.
    pub agreement: AgreementAnswer,
    /// Structure of the indicators.
    pub structure: StructureAnswer,
    /// Variance components and how many evaluators and indicators are enough.
    pub generalizability: GeneralizabilityAnswer,
    /// Rating effects of the evaluators.
    pub effects: EffectsAnswer,
    /// Standing of the providers against the default marks.
    pub standing: StandingAnswer,
    /// Drift of severity between rounds, and what it did.
    pub drift: DriftReport,
    /// Interactions, unexpected scores and categories.
    pub facets: FacetsAnswer,
    /// Scores of providers to which evaluators are tied.
    pub conflicts: ConflictsAnswer,
    /// Turnover of the panels, and what changes between rounds are made of.
    pub turnover: TurnoverAnswer,
    /// What is advised about each evaluator under the policy asked for.
    pub scorecards: ScorecardsAnswer,
    /// What a reader pinned of it, in a report that `evenhand report` or the dashboard wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub briefing: Option<Briefing>,
}
