//! How the severity of evaluators, or the difficulty of indicators, moves from round to round.
//!
//! The order of reading: [`table`] (what is compared), [`link`] and [`frame`] (what makes rounds comparable),
//! [`missing_link`] (what would have), [`movement`] (whether one evaluator moved), [`change`], [`trend`], [`change_point`]
//! and [`control_chart`] (how), [`class`] and [`report`] (all of it together).
//!
//! What none of it can know: if all evaluators common to two rounds move together, scores alone cannot tell that from a
//! change of the providers.

mod change;
mod change_point;
mod class;
mod control_chart;
mod frame;
mod link;
mod missing_link;
mod movement;
mod report;
mod table;
mod trend;

pub use change::{SeverityChange, severity_changes};
pub use change_point::{ChangePoint, change_point};
pub use class::{DriftClass, DriftPolicy};
pub use control_chart::{ChartPoint, ControlChart, ControlLimits, control_chart};
pub use frame::{LinkedFrame, linked_frame};
pub use link::{LinkOptions, LinkStrength, RoundLink, link_rounds};
pub use missing_link::{MissingLink, missing_links};
pub use movement::MovementTest;
pub use report::{DriftOptions, DriftReport, EvaluatorDrift, drift_report, framed_drift};
pub use table::{Severity, SeverityTable};
pub use trend::{Instability, SeverityTrend, severity_trend};
