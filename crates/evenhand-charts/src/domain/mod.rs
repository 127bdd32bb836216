//! The charts of the dashboard, one per file: an answer of the engine in, a [`Scene`](crate::Scene) out.
//!
//! Each is a short composition of marks.
//! Its words come from `evenhand-words`, its tooltips name the value, the interval and what both rest on,
//! and its table holds every number behind it.
//! Where a value is undefined the chart has a gap and the table the reason; where nothing can be drawn the
//! scene is a sentence that says why.

mod affiliation_dots;
mod agreement_by_round;
mod agreement_forest;
mod by_round;
mod category_curves;
mod change_slope;
mod change_split;
mod conflict_dots;
mod consistency_forest;
mod context;
mod dependability_lines;
mod drift_lines;
mod drift_multiples;
mod drift_track;
mod effects_matrix;
mod empty;
mod estimate_table;
mod evaluator_track;
mod floor_ceiling_bars;
mod funnel;
mod indicator_difficulty;
mod indicator_matrix;
mod indicator_track;
mod interval_marks;
mod item_rest_forest;
mod league;
mod linear_severity;
mod links_heatmap;
mod matrix;
mod missing_map;
mod overview_multiples;
mod overview_panel;
mod pair_matrix;
mod panel_flow;
mod panel_network;
mod phrases;
mod places;
mod poles;
mod reach;
mod references;
mod reliability_by_round;
mod round_severities;
mod rows;
mod scree;
mod severity_caterpillar;
mod variance_rows;
mod weight_dots;
mod wright_column;
mod wright_map;

pub use affiliation_dots::affiliation_dots;
pub use agreement_by_round::agreement_by_round;
pub use agreement_forest::agreement_forest;
pub use category_curves::category_curves;
pub use change_slope::change_slope;
pub use change_split::change_split;
pub use conflict_dots::conflict_dots;
pub use consistency_forest::consistency_forest;
pub use context::Context;
pub use dependability_lines::{DependabilityFor, dependability_lines};
pub use drift_lines::drift_lines;
pub use drift_multiples::{control_multiples, drift_multiples, indicator_multiples};
pub use effects_matrix::effects_matrix;
pub use evaluator_track::evaluator_track;
pub use floor_ceiling_bars::floor_ceiling_bars;
pub use funnel::funnel;
pub use indicator_difficulty::indicator_difficulty;
pub use indicator_matrix::indicator_matrix;
pub use indicator_track::indicator_track;
pub use item_rest_forest::item_rest_forest;
pub use league::league;
pub use linear_severity::linear_severity;
pub use links_heatmap::links_heatmap;
pub use missing_map::{missing_by_evaluator, missing_by_indicator};
pub use overview_multiples::overview_multiples;
pub use pair_matrix::pair_matrix;
pub use panel_flow::panel_flow;
pub use panel_network::panel_network;
pub use reliability_by_round::reliability_by_round;
pub use round_severities::round_severities;
pub use scree::scree;
pub use severity_caterpillar::severity_caterpillar;
pub use variance_rows::variance_rows;
pub use weight_dots::weight_dots;
pub use wright_map::wright_map;
