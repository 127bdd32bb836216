//! The additive model for incomplete tables: a level for every cell and a severity for every evaluator.

mod combination;
mod component;
mod design;
mod fit;
mod group_effects;
mod influence;
mod interaction;
mod normal_equations;
mod parts;
mod random_evaluators;

pub use combination::Combination;
pub use fit::{AdditiveFit, Contrast, additive};
pub use group_effects::GroupEffects;
pub use influence::Influence;
