//! Numbers in, numbers out: the statistics of Evenhand on slices and sparse designs.
//!
//! A function takes slices of scores and dense codes and returns a named struct, or an [`Undefined`] that says
//! why there is no answer; never `NaN`, never a zero that stands for "unknown".
//! There is no input or output, clock, thread or hash map in this crate, and no randomness but [`Random`], a generator
//! that its seed determines.
//!
//! The same input gives the same bits on every platform.
//! Logarithms, exponentials and their like come from `libm`, never from the platform, and sums are compensated
//! and run in a fixed order.

mod additive;
mod agreement_difference;
mod agreement_weights;
mod benchmark;
mod benjamini_hochberg;
mod categories;
mod chance_corrected;
mod clustered;
mod clusters;
mod cohen;
mod consistency;
mod correlation;
mod cronbach;
mod crossed_reml;
mod descending;
mod distribution;
mod drift;
mod entropy;
mod estimate;
mod fisher_exact;
mod funnel;
mod generalizability;
mod icc;
mod incomplete_icc;
mod item_covariance;
mod item_table;
mod items;
mod kendall_w;
mod krippendorff;
mod linalg;
mod mean_difference;
mod mean_squares;
mod mixed;
mod noise_ratio;
mod proportion;
mod random;
mod ranking;
mod rasch;
mod rating_effects;
mod ratings;
mod reliable_change;
mod resampling;
mod sparse;
mod structure;
mod sum;
mod undefined;
mod union_find;
mod weights;
mod within_permutation;

pub use additive::{AdditiveFit, Combination, Contrast, GroupEffects, Influence, additive};
pub use agreement_difference::{AgreementDifference, AgreementStatistic, agreement_difference};
pub use agreement_weights::{AgreementWeights, CustomWeights};
pub use benchmark::{Benchmark, BenchmarkScale, Grade, ScaleLevel, benchmark};
pub use benjamini_hochberg::benjamini_hochberg;
pub use chance_corrected::{AgreementOptions, AgreementSet, ChanceCorrected, Coefficient, agreement_set};
pub use clustered::{
    ClusteredDifference, WithinDifference, clustered_difference, clustered_mean, clustered_within_difference,
};
pub use cohen::{CohenKappa, PairKappa, TwoRaters, cohen_kappa, pairwise_kappa};
pub use consistency::{
    InternalConsistency, OmegaHierarchical, OmegaTotal, internal_consistency, lambda_6, omega_hierarchical,
    omega_total, standardised_alpha,
};
pub use correlation::{pearson, pearson_estimate};
pub use cronbach::{CronbachAlpha, ItemStatistics, cronbach_alpha};
pub use crossed_reml::{CrossedComponents, crossed_components, one_way_components};
pub use distribution::{ChiSquared, FisherF, Normal, StudentT};
pub use drift::{
    ChangePoint, ChartPoint, ControlChart, ControlLimits, DriftClass, DriftOptions, DriftPolicy, DriftReport,
    EvaluatorDrift, Instability, LinkOptions, LinkStrength, LinkedFrame, MissingLink, MovementTest,
    RoundLink, Severity, SeverityChange, SeverityTable, SeverityTrend, change_point, control_chart,
    drift_report, framed_drift, link_rounds, linked_frame, missing_links, severity_changes, severity_trend,
};
pub use entropy::entropy;
pub use estimate::{Estimate, Interval, Level};
pub use fisher_exact::fisher_exact;
pub use funnel::{Funnel, funnel};
pub use generalizability::{
    ActualDesign, AnalogousAnova, AnalogousEffect, AnovaEffect, BalancedDesign, ComponentShare, DStudy,
    DStudyCoefficient, FacetComponent, FacetSet, GStudy, SmallestDesigns, SurfacePoint, Universe,
    actual_design, analogous_anova, balanced_anova, d_study, d_study_surface, g_study, smallest_designs,
};
pub use icc::{IccSet, icc};
pub use incomplete_icc::{IncompleteIcc, incomplete_icc};
pub use item_covariance::Correlations;
pub use item_table::{ItemTable, Missing};
pub use items::{ItemProfile, ItemScale, item_profiles};
pub use kendall_w::{KendallW, kendall_w};
pub use krippendorff::{KrippendorffAlpha, Metric, krippendorff_alpha};
pub use mean_difference::{MeanDifference, Variances, mean_difference};
pub use mean_squares::{Block, MeanSquares, Repeats, mean_squares, pooled_mean_squares};
pub use mixed::{
    BootstrapIntervals, Convergence, Criterion, EvaluatorSeverity, Factor, InteractionCodes, Intervals,
    MixedData, MixedFit, MixedOptions, RandomEffect, Uncertainty, VarianceComponent, interaction_codes,
    linear_severity, mixed_model,
};
pub use noise_ratio::{NoiseRatio, NoiseResidual, noise_ratio};
pub use proportion::{ShareDifference, proportion, share_difference};
pub use random::Random;
pub use ranking::{
    JointEstimates, LikelyRanks, PopulationDraws, PopulationSummary, RankInterval, SimultaneousRanks,
    joint_rank_intervals, mean_ranks, population_draws, rank_intervals, simultaneous_ranks,
};
pub use rasch::{
    AgreementCount, Anchor, BiasCorrection, CategoryThreshold, ElementFit, ElementStatus, FacetSpread,
    FacetSummary, GroupAnchors, Homogeneity, InteractionCell, MeanSquare, MeasureSpread, Orientation,
    RaschCategory, RaschConvergence, RaschData, RaschElement, RaschErrors, RaschFacet, RaschFit,
    RaschInteraction, RaschListener, RaschMeasure, RaschOptions, RaschProgress, RaschScale, RaterAgreement,
    ScaleModel, Separation, UnexpectedRating, Unobserved, rasch, separation,
};
pub use rating_effects::{
    AgainstOthers, PairedSpread, against_others, clustered_entropy, mean_correlation, paired_spread,
};
pub use ratings::{Ratings, UnitRatings};
pub use reliable_change::{MeasurementError, ReliableChange};
pub use resampling::Resampling;
pub use structure::{
    Dimension, EffectiveWeight, ParallelAnalysis, RedundantPair, effective_weights, parallel_analysis,
    redundant_pairs,
};
pub use sum::{mean, sum, variance};
pub use undefined::Undefined;
pub use union_find::Roots;
pub use weights::{
    RankStability, STABILITY_CONCENTRATION, StabilityDraws, weighted_composite, weighted_error_variance,
    weighted_margin,
};
pub use within_permutation::{PermutedUnit, WithinPermutation, within_permutation};
