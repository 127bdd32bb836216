use evenhand_protocol::DecimalMark;

use super::Cell;
use super::number::number_with;

/// Units that may stand behind a score, the longest first.
const UNITS: [&str; 14] = [
    "points", "point", "marks", "stars", "mark", "star", "pts.", "pts", "pt.", "pt", "分", "点", "星", "颗星",
];

/// Reads a half-width cell as a percentage, a fraction or a number with a unit.
pub(crate) fn composed(cell: &str, mark: DecimalMark) -> Option<Cell> {
    if let Some(part) = cell.strip_suffix('%') {
        let part = number_with(part, mark)?;
        return Some(Cell::Part { part, whole: 100.0, percent: true });
    }
    let lower = cell.to_lowercase();
    if let Some(stem) = UNITS.iter().find_map(|unit| lower.strip_suffix(unit)) {
        return number_with(stem, mark).map(Cell::WithUnit);
    }
    let (part, whole) = lower.split_once('/').or_else(|| lower.split_once("out of"))?;
    let (part, whole) = (number_with(part, mark)?, number_with(whole, mark)?);
    (whole > 0.0 && part <= whole).then_some(Cell::Part { part, whole, percent: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_units() {
        let part = |part, whole, percent| Some(Cell::Part { part, whole, percent });
        for (cell, expected) in [
            ("85%", part(85.0, 100.0, true)),
            ("8.5 %", part(8.5, 100.0, true)),
            ("85/100", part(85.0, 100.0, false)),
            ("4 out of 5", part(4.0, 5.0, false)),
            ("85分", Some(Cell::WithUnit(85.0))),
            ("8.5 pts", Some(Cell::WithUnit(8.5))),
            ("5 Stars", Some(Cell::WithUnit(5.0))),
            ("8/0", None),
            ("11/10", None),
            ("a/b", None),
            ("分", None),
            ("85kg", None),
        ] {
            assert_eq!(composed(cell, DecimalMark::Point), expected, "{cell}");
        }
    }
}
