//! What is asked of the Evenhand engine and what it answers.
//!
//! These plain serde structs are the only types that cross a boundary: from the page to the worker, from the
//! engine to a report file, from the command line to a script.
//! They hold facts (codes, ids, numbers); sentences in English or Chinese are made from them by `evenhand-words`.
//!
//! Conventions: ids are the user's own ids; shares are between 0 and 1; a severity is positive where the evaluator is
//! *harsher* than the rest of the panel; every estimate carries its interval, its level and what its n counts.
//! The enums are exhaustive on purpose: a new code does not compile until it has words in every language.
//! A value that cannot be computed is [`Outcome::Undefined`] with a [`Reason`], never a NaN and never a made-up zero.

mod agreement;
mod answer;
mod benchmark;
mod briefing;
mod coefficient;
mod conflicts;
mod dataset;
mod drift;
mod effects;
mod entity;
mod estimate;
mod evaluators;
mod facet_measures;
mod facets;
mod field;
mod filter;
mod finding;
mod finding_key;
mod generalizability;
mod guess_reason;
mod header_place;
mod indicators;
mod load;
mod mapping;
mod mapping_file;
mod marks;
mod message;
mod overview;
mod part;
mod plan;
mod problem;
mod providers;
mod quality;
mod rasch;
mod reason;
mod report;
mod score_row;
mod scorecards;
mod severity_link;
mod standing;
mod structure;
mod turnover;
mod values;
pub mod wire;

pub use agreement::{
    AgreementAnswer, AgreementDifference, AgreementOf, Compared, PairAgreement, PairAgreements,
};
pub use answer::{Answer, OneAnswer, Question};
pub use benchmark::{Benchmark, BenchmarkScale, Grade};
pub use briefing::{
    Anonymise, BRIEFING_VERSION, Briefing, BriefingItem, Choice as PinnedChoice, ComposeRequest,
    FeedbackTexts, IdsLeft, OwnPlace, PINNED_CHARTS, PINNED_FIGURES, PINNED_TABLES, Pinnable, Pinned,
    ReportFile, ReportFormat, ReportLanguage, ReportRequest, Slide, SlideOptions, Stale, Statistics,
    Template, Topic, ids_left, is_plain_number,
};
pub use coefficient::{Coefficient, CoefficientValue};
pub use conflicts::{
    ConflictConsequence, ConflictConsequences, ConflictEffect, ConflictKind, ConflictVerdict,
    ConflictsAnswer, ConflictsOfKind, EvaluatorConflict, EvaluatorConflictEffect,
};
pub use dataset::{
    DatasetSummary, Direction, EvaluatorInfo, IndicatorInfo, ProviderInfo, RoundInfo, ScaleSource, ScoreScale,
};
pub use drift::{
    ControlPoint, DecidedProvider, DriftConsequence, DriftDisagreement, DriftEffect, DriftPolicy,
    DriftReport, EvaluatorDrift, IndicatorDrift, LinkedSeverity, SeverityChange, SeverityShift,
    SeverityTrack, SeverityTrend,
};
pub use effects::{
    EffectEstimate, EffectOutcome, EffectVerdict, EffectsAnswer, EvaluatorEffects, NamedEffect, RatingEffect,
    RoundEffects,
};
pub use entity::{EntityKind, EntityRef, entity_link};
pub use estimate::{CountOf, Estimate, Interval, Method};
pub use evaluators::{
    AffiliationEffect, Agreement, DriftAnswer, DriftClass, EvaluatorRow, EvaluatorsAnswer, RoundAgreement,
    RoundSeverity,
};
pub use facet_measures::{
    ChiSquaredTest, ExactAgreement, FacetElement, FacetFit, FacetMeasures, FacetSpread, FacetSummary,
    LogitMeasure, MeasuredFacet,
};
pub use facets::{
    CategoryCurves, CategoryScale, Facets, FacetsAnswer, FitConvergence, InteractionTable, InteractionTerm,
    InteractionWith, ScoreCategory, UnexpectedScore, UnexpectedScores,
};
pub use field::{Field, TableKind};
pub use filter::{Filter, FilterField};
pub use finding::{Caveat, Finding, FindingKind, Page};
pub use generalizability::{
    Confounded, DStudy, Dependability, Effect, GeneralizabilityAnswer, LinearSeverity, ObjectOfMeasurement,
    VarianceComponents, VarianceShare,
};
pub use guess_reason::{AcrossReason, GuessReason};
pub use header_place::{PreviewRow, header_groups, joined_header};
pub use indicators::{IndicatorRow, IndicatorsAnswer, ItemReliability, Reliability, RoundReliability};
pub use load::Loaded;
pub use mapping::{ColumnMapping, Constant, ConstantSource, Shape, TableMapping, TableSource};
pub use mapping_file::{MappingFile, MappingMismatch};
pub use marks::{MarkError, Marks};
pub use message::{Failure, FromEngine, Progress, Request, SampleLanguage, Stage, ToEngine};
pub use overview::{OverviewAnswer, OverviewRow, RoundLink, SelectionCounts};
pub use part::Part;
pub use plan::{Choice, IdJoin, LoadPlan, TablePreview, actions};
pub use problem::{Action, Expected, LoadError, Place, Problem, ProblemCode, TotalRule};
pub use providers::{
    Change, ChangeVerdict, LinkedSubset, ProviderRow, ProvidersAnswer, RankInterval, RoundLeague,
};
pub use quality::{
    CommonEvaluators, Coverage, DesignCheck, DesignSubset, FoundCount, MissingMap, ProblemCount, ProblemPage,
    QualityReport,
};
pub use rasch::{RaschCategories, RaschElement, RaschMeasures, RaschSpread, RaschThreshold, Recoding};
pub use reason::{Outcome, Reason};
pub use report::{Opened, REPORT_VERSION, Report};
pub use score_row::ScoreRow;
pub use scorecards::{
    Advice, AdviceReason, RoundSheets, Scorecard, ScorecardConflict, ScorecardDrift, ScorecardPolicy,
    ScorecardPolicyFile, ScorecardsAnswer,
};
pub use severity_link::{MissingLink, SeverityLink};
pub use standing::{
    Chances, Funnel, MeasurementError, PassSide, Population, RankSets, ReliableChange, RoundStanding,
    StandingAnswer, StandingRow, VoicePair, Voices, WeightBasis, moved_weights, moved_weights_text,
};
pub use structure::{
    Component, Consistency, ConsistencyOf, ConsistencyParts, Dimensionality, IndicatorCorrelations,
    IndicatorPair, IndicatorWeight, ItemDetail, StructureAnswer,
};
pub use turnover::{
    ChangeSplit, EvaluatorGroup, GroupedBy, MemberStatus, Newcomers, PanelMember, PartLink, RoundPanel,
    SharedPanels, SplitParts, TurnoverAnswer,
};
pub use values::{DecimalMark, ValueRules, WordValue};
