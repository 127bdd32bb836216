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
mod coefficient;
mod dataset;
mod estimate;
mod evaluators;
mod filter;
mod finding;
mod indicators;
mod load;
mod message;
mod overview;
mod part;
mod problem;
mod providers;
mod reason;
mod report;
mod structure;

pub use agreement::{
    AgreementAnswer, AgreementDifference, AgreementOf, Compared, PairAgreement, PairAgreements,
};
pub use answer::{Answer, Question};
pub use benchmark::{Benchmark, BenchmarkScale, Grade};
pub use coefficient::{Coefficient, CoefficientValue};
pub use dataset::{
    DatasetSummary, Direction, EvaluatorInfo, IndicatorInfo, ProviderInfo, RoundInfo, ScaleSource, ScoreScale,
};
pub use estimate::{CountOf, Estimate, Interval, Method};
pub use evaluators::{
    AffiliationEffect, Agreement, DriftAnswer, DriftClass, EvaluatorRow, EvaluatorsAnswer, RoundAgreement,
    RoundSeverity,
};
pub use filter::Filter;
pub use finding::{Caveat, EntityKind, EntityRef, Finding, FindingKind, Page};
pub use indicators::{IndicatorRow, IndicatorsAnswer, ItemReliability, Reliability, RoundReliability};
pub use load::{ColumnMapping, Field, FileMapping, FilePreview, LoadPlan, Loaded, TableKind};
pub use message::{Failure, FromEngine, Progress, Request, SampleLanguage, Stage, ToEngine};
pub use overview::{OverviewAnswer, OverviewRow, RoundLink};
pub use part::Part;
pub use problem::{Action, Expected, LoadError, Place, Problem, ProblemCode, ProblemCount, QualityReport};
pub use providers::{
    Change, ChangeVerdict, LinkedSubset, ProviderRow, ProvidersAnswer, RankInterval, RoundLeague,
};
pub use reason::{Outcome, Reason};
pub use report::{REPORT_VERSION, Report};
pub use structure::{
    Component, Consistency, ConsistencyOf, ConsistencyParts, Dimensionality, IndicatorCorrelations,
    IndicatorPair, IndicatorWeight, ItemDetail, StructureAnswer,
};
