//! Exports in, a checked ScoreTable out: the only crate that knows polars.
//!
//! [`Inspection`] looks at files and guesses what each of their tables holds and how its scores are laid out,
//! [`plan_for`] makes a plan of the guesses, and [`Loader`] reads the files of a plan one by one and builds the table.
//! `evenhand-formats` gives every file as sheets of text, so that all formats go through one reader.
//!
//! Bad rows are data, not failures: each is a [`evenhand_protocol::Problem`] with its place, what was found, what was
//! expected and what was done.
//! Only what makes a whole file unreadable stops a load: see [`evenhand_protocol::LoadError`].
//! Blank cells are missing values; `NaN`, `inf` and numbers too large for a double are not numbers.
//!
//! Rows are numbered as a spreadsheet numbers them: the first row is row 1, and a quoted cell may span several lines.
//! No answer depends on the order of rows in a file, except that the first of several duplicates is the one kept.
//!
//! ```
//! let csv = "round,provider,indicator,evaluator,score\n1,P1,care,E1,4\n1,P1,care,E2,5\n";
//! let previews = evenhand_data::preview("scores.csv", csv.len() as u64, csv.as_bytes());
//! let plan = evenhand_data::plan_for(&previews).unwrap();
//! let loaded = evenhand_data::load("scores.csv", &plan, vec![csv.into()]).unwrap();
//! assert_eq!(loaded.table.score(), [4.0, 5.0]);
//! ```

mod as_wide;
mod blocks;
mod bounds;
mod cells;
mod codes;
mod column_facts;
mod coverage;
mod decoded;
mod delimiter;
mod design;
mod duplicates;
mod failure;
mod fold;
mod format_failure;
mod guess;
mod guesses;
mod header;
mod headers;
mod hidden;
mod indicators;
mod inspection;
mod intern;
mod limits;
mod listing;
mod loader;
mod memory;
mod metadata;
mod names;
mod near;
mod number_names;
mod parts;
mod plan;
mod problems;
mod record;
mod round_names;
mod scale;
mod scores;
mod seen;
mod settle;
mod severity;
mod sheets;
mod staged;
mod summary;
mod suspects;
mod table;
mod tally;
mod text;
mod total_check;
mod total_rows;
mod totals;
mod unknown;
mod unpaired;
mod value_guess;
mod values;
mod weights;
mod wide;

pub use as_wide::as_wide;
pub use decoded::{Decoded, decode};
pub use inspection::{Inspection, needs_whole, preview};
pub use limits::{
    DEFAULT_INDICATOR, DEFAULT_ROUND, HEAD_BYTES, LARGEST_SCORE, MAX_BYTES, MAX_MEMORY, MAX_TOTAL_BYTES,
};
pub use loader::{LoadedTable, Loader, load};
pub use memory::fits;
pub use plan::plan_for;
pub use problems::ProblemList;
