//! The charts of the dashboard from seeded answers, wide and narrow, in both languages, against committed SVG
//! snapshots.

mod conflicts;
mod data;
mod details;
mod drift;
mod effects;
mod evaluators;
mod facets;
mod generalizability;
mod indicators;
mod overview;
mod providers;
mod quality;
mod standing;
#[path = "../support/mod.rs"]
mod support;
mod turnover;
