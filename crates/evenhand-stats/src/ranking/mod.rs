//! Ranks with what they are worth: confidence sets and probabilities.

mod joint;
mod marginal;
mod marginal_joint;
mod maxima;
mod population;
mod simultaneous;

pub use joint::JointEstimates;
pub use marginal::{RankInterval, mean_ranks, rank_intervals};
pub use marginal_joint::joint_rank_intervals;
pub use population::{PopulationDraws, PopulationSummary, population_draws};
pub use simultaneous::{SimultaneousRanks, simultaneous_ranks};
