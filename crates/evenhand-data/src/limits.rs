/// How much of a file [`crate::preview`] wants to see.
pub const HEAD_BYTES: usize = 256 * 1024;

/// The largest file that is read: 1 GiB.
pub const MAX_BYTES: u64 = 1 << 30;

/// The largest set of files that is read. A browser tab has 4 GiB for the files, the table and the answers.
pub const MAX_TOTAL_BYTES: u64 = if cfg!(target_pointer_width = "32") { 600 << 20 } else { 64 << 30 };

/// The memory that a load may take: what a browser gives a page's worker, and a limit against mistakes elsewhere.
pub const MAX_MEMORY: u64 = if cfg!(target_pointer_width = "32") { 3600 << 20 } else { 96 << 30 };

/// The id of the only round of scores that name no round.
pub const DEFAULT_ROUND: &str = "1";

/// The id of the only indicator of scores that name no indicator.
pub const DEFAULT_INDICATOR: &str = "score";

/// Scores and scale ends beyond this are out of range: a double holds no decimals there, and sums would overflow.
pub const LARGEST_SCORE: f64 = 1e15;

/// How much of a file is handed to the reader at once: bounds the memory for cells beside the file itself.
pub(crate) const PART_BYTES: usize = 8 << 20;

/// Rows shown in a preview.
pub(crate) const PREVIEW_ROWS: usize = 8;

/// Characters of a cell that a problem quotes.
pub(crate) const QUOTED_CHARS: usize = 200;
