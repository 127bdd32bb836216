/// What a score cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Cell {
    /// Nothing.
    Blank,
    /// A word that says there is no score.
    Missing,
    /// A number.
    Number(f64),
    /// A number with a unit behind it.
    WithUnit(f64),
    /// A part of a whole: `85/100`, or `85%` with a whole of 100.
    Part {
        /// The part as written.
        part: f64,
        /// The whole.
        whole: f64,
        /// Whether it was written with a percent sign.
        percent: bool,
    },
    /// A word that stands for a score, or for a missing one; the index of the word in the rules.
    Word(usize),
    /// Anything else.
    Unreadable,
}
