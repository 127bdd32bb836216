//! How indicators hang together: dimensions, redundancy, and what each really weighs.

mod effective_weight;
mod parallel_analysis;
mod redundant_pairs;

pub use effective_weight::{EffectiveWeight, effective_weights};
pub use parallel_analysis::{Dimension, ParallelAnalysis, parallel_analysis};
pub use redundant_pairs::{RedundantPair, redundant_pairs};
