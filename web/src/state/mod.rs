//! What the page knows: several small structs of signals, made once by [`crate::app`] and never disposed.

mod answers;
mod briefing;
mod dataset;
mod device_store;
mod draft;
mod engine_start;
mod json;
mod kept_data;
mod latest;
mod load_flow;
mod notices;
mod numbers_in_address;
mod percent;
mod picked;
mod picture_choice;
mod places;
mod preferences;
mod problem_lists;
mod reader_marks;
mod route;
mod router;
mod tables;
mod undo_stack;

pub use answers::{AnswerState, Answers, keep_asking};
pub use briefing::{BriefingState, Note as BriefingNote, Work as BriefingWork, today};
pub use dataset::{Dataset, filter_values};
pub use draft::{Draft, Origin};
pub use engine_start::EngineStart;
pub use json::{from_json, to_json};
pub use kept_data::KeptData;
pub use load_flow::{LoadFlow, MappingNote, Phase};
pub use notices::{Notice, Notices};
pub use picked::Picked;
pub use picture_choice::{PICTURE_WIDTHS, PictureChoice, PictureUse};
pub use preferences::{Theme, benchmark_code, benchmark_from_code, remember_benchmark, remembered_benchmark};
pub use problem_lists::ProblemLists;
pub use reader_marks::{ReaderMarks, ReaderPolicy};
pub use route::{PAGES, Route, WEIGHTS};
pub use router::Router;
pub use tables::{
    Group, RememberedTable, add_constant, remove_constant, set_constant, set_field, set_kind, set_shape,
    set_wide_id, sight,
};
