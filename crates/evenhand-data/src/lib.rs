//! Exports in, a checked ScoreTable out: the only crate that knows polars and file formats.
//!
//! [`preview`] looks at the first bytes of a file and guesses what it holds, [`plan_for`] makes a plan of the guesses,
//! and [`Loader`] reads the files of a plan one by one and builds the table.
//!
//! Bad rows are data, not failures: each is a [`evenhand_protocol::Problem`] with its place, what was found, what was
//! expected and what was done.
//! Only what makes a whole file unreadable stops a load: see [`evenhand_protocol::LoadError`].
//! Blank cells are missing values; `NaN`, `inf` and numbers too large for a double are not numbers.
//!
//! Rows are numbered as a spreadsheet numbers them: the header is row 1, and a quoted cell may span several lines.
//! No answer depends on the order of rows in a file, except that the first of several duplicates is the one kept.
//!
//! ```
//! let csv = "round,provider,indicator,evaluator,score\n1,P1,care,E1,4\n1,P1,care,E2,5\n";
//! let preview = evenhand_data::preview("scores.csv", csv.len() as u64, csv.as_bytes());
//! let plan = evenhand_data::plan_for(&[preview]).unwrap();
//! let loaded = evenhand_data::load("scores.csv", &plan, vec![csv.into()]).unwrap();
//! assert_eq!(loaded.table.score(), [4.0, 5.0]);
//! ```

mod bounds;
mod cells;
mod codes;
mod delimiter;
mod failure;
mod fold;
mod guess;
mod guesses;
mod headers;
mod indicators;
mod intern;
mod limits;
mod listing;
mod loader;
mod metadata;
mod number;
mod plan;
mod preview;
mod problems;
mod record;
mod scale;
mod scores;
mod staged;
mod summary;
mod table;
mod text;
mod unpaired;

pub use limits::{DEFAULT_INDICATOR, DEFAULT_ROUND, HEAD_BYTES, LARGEST_SCORE, MAX_BYTES, MAX_TOTAL_BYTES};
pub use loader::{LoadedTable, Loader, load};
pub use plan::plan_for;
pub use preview::preview;
