//! What each indicator does: how hard it is, how well it tells units apart, how much of its scale is used.

mod discrimination;
mod profile;

pub use profile::{ItemProfile, ItemScale, item_profiles};
