//! Generalizability: how far scores would stay the same under other evaluators, indicators and occasions.
//!
//! [`balanced_anova`] and [`analogous_anova`] estimate variance components in closed form, [`d_study`] says what a
//! design of given sizes achieves, [`smallest`] which sizes are enough, and [`actual_design`] what the panels as
//! they were achieve. Source throughout: Brennan (2001), Generalizability theory.

mod actual_design;
mod analogous_anova;
mod balanced_anova;
mod d_study;
mod facet_set;
mod g_study;
mod linear_equations;
mod smallest;

pub use actual_design::{ActualDesign, actual_design};
pub use analogous_anova::{AnalogousAnova, AnalogousEffect, analogous_anova};
pub use balanced_anova::{AnovaEffect, BalancedDesign, balanced_anova};
pub use d_study::{DStudy, SurfacePoint, Universe, d_study, d_study_surface};
pub use facet_set::FacetSet;
pub use g_study::{ComponentShare, FacetComponent, GStudy, g_study};
pub use smallest::{DStudyCoefficient, SmallestDesigns, smallest_designs};
