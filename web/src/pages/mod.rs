//! The pages, one per question, each a composition of components.

mod evaluators;
mod evaluators_tables;
mod figures;
mod indicators;
mod indicators_tables;
mod load;
mod load_adjust;
mod load_card;
mod load_constants;
mod load_grid;
mod load_mapping_file;
mod load_progress;
mod load_remembered;
mod load_tables;
mod load_values;
mod overview;
mod overview_tables;
mod page_frame;
mod providers;
mod providers_tables;
mod quality;
mod quality_choices;
mod quality_design;
mod quality_download;
mod quality_kind;
mod quality_list;
mod quality_missing;

pub use evaluators::EvaluatorsPage;
pub use indicators::IndicatorsPage;
pub use load::LoadPage;
pub use overview::OverviewPage;
pub use providers::ProvidersPage;
pub use quality::QualityPage;
