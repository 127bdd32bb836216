//! The many-facet Rasch model, by joint maximum likelihood.
//!
//! The order of reading: [`data`] and [`options`] (what is fitted), [`extremes`] (what is set aside first), [`model`],
//! [`rows`] and [`curve`] (where parameters, ratings and probabilities are), [`likelihood`], [`information`],
//! [`constraints`] and [`newton`] (the estimation), [`extreme_measures`], [`subsets`] and [`joint_errors`] (what is added to it), [`fit`] and
//! [`elements`] and [`fair_average`] (the answer), and what can be asked of it: [`facet_summary`], [`category_table`], [`unexpected`],
//! [`interaction`], [`rater_agreement`].
//!
//! Sources: Linacre (1989), Many-Facet Rasch Measurement; Wright & Masters (1982), Rating Scale Analysis; definitions of
//! what is reported follow Linacre, A User's Guide to Facets.

mod category_table;
mod check;
mod conjugate_gradient;
mod constraints;
mod convergence;
mod curve;
mod data;
mod element;
mod elements;
mod extreme_measures;
mod extremes;
mod facet_summary;
mod fair_average;
mod fit;
mod fit_statistics;
mod homogeneity;
mod information;
mod interaction;
mod joint_errors;
mod likelihood;
mod model;
mod newton;
mod options;
mod predictions;
mod progress;
mod rater_agreement;
mod rows;
mod scale;
mod separation;
mod shift;
mod start;
mod subsets;
mod tally;
mod unexpected;

pub use category_table::{CategoryThreshold, RaschCategory, RaschScale};
pub use convergence::RaschConvergence;
pub use data::{Anchor, GroupAnchors, Orientation, RaschData, RaschFacet};
pub use element::{ElementStatus, RaschElement, RaschMeasure};
pub use facet_summary::{FacetSpread, FacetSummary};
pub use fit::{RaschFit, rasch};
pub use fit_statistics::{ElementFit, MeanSquare};
pub use homogeneity::Homogeneity;
pub use interaction::{InteractionCell, RaschInteraction};
pub use options::{BiasCorrection, RaschErrors, RaschOptions, ScaleModel, Unobserved};
pub use progress::{RaschListener, RaschProgress};
pub use rater_agreement::{AgreementCount, RaterAgreement};
pub use separation::{MeasureSpread, Separation, separation};
pub use unexpected::UnexpectedRating;
