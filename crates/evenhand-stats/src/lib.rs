//! Numbers in, numbers out: the statistics of Evenhand on slices and sparse designs.
//!
//! A function takes slices of scores and dense codes and returns a named struct, or an [`Undefined`] that says
//! why there is no answer; never `NaN`, never a zero that stands for "unknown".
//! There is no input or output, clock, thread, random source or hash map in this crate.
//!
//! The same input gives the same bits on every platform.
//! Logarithms, exponentials and their like come from `libm`, never from the platform, and sums are compensated
//! and run in a fixed order.

mod additive;
mod benjamini_hochberg;
mod clustered;
mod clusters;
mod correlation;
mod cronbach;
mod distribution;
mod estimate;
mod generalizability;
mod icc;
mod mean_squares;
mod mixed;
mod rank_interval;
mod sum;
mod undefined;

pub use additive::{AdditiveFit, Combination, Contrast, GroupEffects, additive};
pub use benjamini_hochberg::benjamini_hochberg;
pub use clustered::{
    ClusteredDifference, WithinDifference, clustered_difference, clustered_mean, clustered_within_difference,
};
pub use correlation::{pearson, pearson_estimate};
pub use cronbach::{CronbachAlpha, ItemStatistics, cronbach_alpha};
pub use distribution::{ChiSquared, FisherF, Normal, StudentT};
pub use estimate::{Estimate, Interval, Level};
pub use generalizability::{
    ActualDesign, AnalogousAnova, AnalogousEffect, AnovaEffect, BalancedDesign, Coefficient, ComponentShare,
    DStudy, FacetComponent, FacetSet, GStudy, SmallestDesigns, SurfacePoint, Universe, actual_design,
    analogous_anova, balanced_anova, d_study, d_study_surface, g_study, smallest_designs,
};
pub use icc::{IccSet, icc};
pub use mean_squares::{Block, MeanSquares, Repeats, mean_squares, pooled_mean_squares};
pub use mixed::{
    BootstrapIntervals, Convergence, Criterion, EvaluatorSeverity, Factor, InteractionCodes, Intervals,
    MixedData, MixedFit, MixedOptions, Random, RandomEffect, Uncertainty, VarianceComponent,
    interaction_codes, linear_severity, mixed_model,
};
pub use rank_interval::{RankInterval, rank_intervals};
pub use sum::{mean, sum, variance};
pub use undefined::Undefined;
