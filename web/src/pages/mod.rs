//! The pages, one per question, each a composition of components.

mod agreement;
mod agreement_tables;
mod evaluators;
mod evaluators_tables;
mod figures;
mod indicators;
mod indicators_tables;
mod load;
mod load_preview;
mod load_progress;
mod overview;
mod overview_tables;
mod page_frame;
mod providers;
mod providers_tables;
mod quality;
mod structure;
mod structure_tables;

pub use evaluators::EvaluatorsPage;
pub use indicators::IndicatorsPage;
pub use load::LoadPage;
pub use overview::OverviewPage;
pub use providers::ProvidersPage;
