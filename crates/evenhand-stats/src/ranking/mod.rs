//! Ranks with what they are worth: confidence sets and probabilities.

mod joint;
mod likely_ranks;
mod marginal;
mod marginal_joint;
mod maxima;
mod population;
mod population_draws;
mod simultaneous;

pub use joint::JointEstimates;
pub use likely_ranks::LikelyRanks;
pub use marginal::{RankInterval, mean_ranks, rank_intervals};
pub use marginal_joint::joint_rank_intervals;
pub use population::population_draws;
pub use population_draws::{PopulationDraws, PopulationSummary};
pub use simultaneous::{SimultaneousRanks, simultaneous_ranks};
