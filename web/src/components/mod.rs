//! The parts that pages are made of.

mod answer_gate;
mod cell;
mod chart_card;
mod data_grid;
mod drop_zone;
mod figure;
mod filter_menu;
mod findings;
mod method_link;
mod nav;
mod notice_bar;
mod number_box;
mod on_demand;
mod open_sheet;
mod paste;
mod select;
mod switches;
mod table;
mod top_bar;

pub use answer_gate::{AnswerGate, Asked, NothingLoaded, trouble_words};
pub use cell::{Cell, SortKey, Tone};
pub use chart_card::ChartCard;
pub use data_grid::DataGrid;
pub use drop_zone::{DropZone, files_of};
pub use figure::{BasisCell, Figure, FigureModel};
pub use findings::{Findings, entity_link};
pub use method_link::methods_address;
pub use nav::SideNav;
pub use notice_bar::NoticeBar;
pub use number_box::number_box;
pub use on_demand::{OnDemand, section_link};
pub use open_sheet::OpenSheet;
pub use paste::follow_paste;
pub use select::Select;
pub use table::{Head, Row, Table};
pub use top_bar::TopBar;
