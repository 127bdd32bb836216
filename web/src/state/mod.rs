//! What the page knows: several small structs of signals, made once by [`crate::app`] and never disposed.

mod answers;
mod dataset;
mod load_flow;
mod notices;
mod percent;
mod preferences;
mod route;
mod router;

pub use answers::{AnswerState, Answers, keep_asking};
pub use dataset::Dataset;
pub use load_flow::{LoadFlow, Phase};
pub use notices::{Notice, Notices};
pub use preferences::{Theme, benchmark_code, benchmark_from_code, remember_benchmark, remembered_benchmark};
pub use route::Route;
pub use router::Router;
