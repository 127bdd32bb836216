//! The tables of the chosen files: how they were taken, how they are corrected, and which belong together.

mod edit;
mod group;
mod header;
mod remembered;

pub use edit::{
    add_constant, has_open_words, remove_constant, set_constant, set_field, set_kind, set_shape, set_wide_id,
};
pub use group::{Group, groups};
pub use header::sight;
pub use remembered::{Remembered, RememberedTable};
