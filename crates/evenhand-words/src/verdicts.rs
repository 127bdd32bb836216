//! Short verdicts about a provider: on which side of the mark, changed or not, and what would have been decided.

use evenhand_protocol::{Marks, PassSide, ReliableChange};

use crate::{Language, number};

/// On which side of the pass mark a provider is.
pub fn pass_side(language: Language, side: PassSide) -> &'static str {
    let words = &language.words().standing;
    match side {
        PassSide::Above => words.above,
        PassSide::Below => words.below,
        PassSide::Open => words.open_side,
    }
}

/// Whether a change is more than error of measurement.
pub fn reliable_change(language: Language, change: &ReliableChange) -> &'static str {
    let words = &language.words().standing;
    match change.reliable {
        true if change.index > 0.0 => words.reliable_up,
        true => words.reliable_down,
        false => words.within_error,
    }
}

/// What was decided, and what would have been.
pub fn decision(language: Language, passed: bool, would_pass: bool) -> &'static str {
    let words = &language.words().drift;
    match (passed, would_pass) {
        (true, true) => words.passes,
        (false, false) => words.fails,
        (false, true) => words.would_have_passed,
        (true, false) => words.would_have_failed,
    }
}

/// What the grade bands are called: "< 60", "60–70", …, "≥ 90".
pub fn band_names(marks: &Marks) -> [String; 5] {
    let [second, third, fourth, fifth] = marks.ordered().band_points().map(mark);
    [
        format!("< {second}"),
        format!("{second}–{third}"),
        format!("{third}–{fourth}"),
        format!("{fourth}–{fifth}"),
        format!("≥ {fifth}"),
    ]
}

/// A mark in points, without decimals where it is whole.
pub fn mark(points: f64) -> String {
    number(points, usize::from(points.fract() != 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_named_by_their_ends() {
        let marks = Marks { bands: [500, 605, 700, 800], ..Marks::DEFAULT };
        assert_eq!(band_names(&marks), ["< 50", "50–60.5", "60.5–70", "70–80", "≥ 80"]);
    }
}
