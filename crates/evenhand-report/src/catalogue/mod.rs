//! What can be pinned, by the names it has on the pages: charts, tables and figures.

mod charts;
mod draw;
mod figures;
mod focus;
mod of_choice;
mod suppress;
mod tables;

pub use charts::{CHARTS, TABLES};
pub(crate) use charts::{Chart, chart, chart_of_table};
pub(crate) use draw::{Drawn, draw};
pub use figures::FIGURES;
pub(crate) use figures::{Figure, figure, figure_topic};
pub(crate) use focus::{Kept, focus};
pub(crate) use suppress::Suppressed;
pub use tables::OWN_TABLES;
pub(crate) use tables::{OwnTable, own_table};
