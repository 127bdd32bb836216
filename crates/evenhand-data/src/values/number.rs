use evenhand_protocol::DecimalMark;

use crate::fold::half_width;

/// Reads a cell as a finite number: `7`, `7.25`, `-1e3`, `7,25`, `1,250.5` and the same in full-width digits.
///
/// A comma is a decimal comma unless it groups thousands.
pub(crate) fn number(cell: &str) -> Option<f64> {
    number_with(cell, DecimalMark::Point)
}

/// Reads a cell where `mark` separates decimals, should the cell leave a doubt.
pub(crate) fn number_with(cell: &str, mark: DecimalMark) -> Option<f64> {
    let cell = cell.trim();
    if mark == DecimalMark::Point
        && let Some(value) = plain(cell.as_bytes()).or_else(|| exact(cell))
    {
        return Some(value);
    }
    let half: String = cell.chars().map(|c| if c == '−' { '-' } else { half_width(c) }).collect();
    marked(half.trim(), mark)
}

/// Reads a number that may be a percentage: `20%` is 0.2.
pub(crate) fn share(cell: &str) -> Option<f64> {
    let cell = cell.trim();
    match cell.strip_suffix(['%', '％']) {
        Some(percent) => number(percent).map(|value| value / 100.0),
        None => number(cell),
    }
}

/// The most frequent form, digits with at most one dot: the quotient of two exact doubles is correctly rounded.
pub(super) fn plain(cell: &[u8]) -> Option<f64> {
    const POWERS: [f64; 16] =
        [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    if cell.is_empty() || cell.len() > 15 {
        return None;
    }
    let (mut digits, mut dot) = (0u64, None);
    for (position, byte) in cell.iter().enumerate() {
        match byte {
            b'0'..=b'9' => digits = digits * 10 + u64::from(byte - b'0'),
            b'.' if dot.is_none() => dot = Some(position),
            _ => return None,
        }
    }
    match dot {
        None => Some(digits as f64),
        Some(_) if cell.len() == 1 => None,
        Some(position) => Some(digits as f64 / POWERS[cell.len() - position - 1]),
    }
}

/// What Rust reads as a number, without the names of infinities and NaN.
pub(super) fn exact(cell: &str) -> Option<f64> {
    let cell = cell.trim();
    let numeric = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E');
    if !cell.bytes().all(numeric) {
        return None;
    }
    cell.parse().ok().filter(|value: &f64| value.is_finite())
}

/// What the marks of a number leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// No comma, and no dot.
    Whole,
    /// A decimal point without doubt.
    Point,
    /// A decimal comma without doubt.
    Comma,
    /// One comma that separates decimals or groups thousands.
    EitherComma,
    /// One dot that separates decimals or groups thousands.
    EitherPoint,
}

/// The form of a half-width number.
pub(crate) fn form(number: &str) -> Form {
    let digits = number.trim_start_matches(['-', '+']);
    let (commas, points) = (digits.matches(',').count(), digits.matches('.').count());
    match (commas, points) {
        (0, 0) => Form::Whole,
        (1, 0) if is_grouped(digits, ',') => Form::EitherComma,
        (0, 1) if is_grouped(digits, '.') => Form::EitherPoint,
        (1, 0) => Form::Comma,
        (0, 1) => Form::Point,
        // Grouped more than once: the other mark separates decimals.
        (0, _) => Form::Comma,
        (_, 0) => Form::Point,
        _ if digits.rfind(',') > digits.rfind('.') => Form::Comma,
        _ => Form::Point,
    }
}

/// Reads a half-width number with decimal and grouping marks.
pub(crate) fn marked(cell: &str, mark: DecimalMark) -> Option<f64> {
    let decimal = match form(cell) {
        Form::Whole => return exact(cell),
        Form::Point => '.',
        Form::Comma => ',',
        Form::EitherComma | Form::EitherPoint => match mark {
            DecimalMark::Point => '.',
            DecimalMark::Comma => ',',
        },
    };
    let group = if decimal == '.' { ',' } else { '.' };
    let (whole, decimals) = cell.split_once(decimal).unwrap_or((cell, ""));
    if decimals.contains([group, decimal]) {
        return None;
    }
    if whole.contains(group) && !is_grouped(whole.trim_start_matches(['-', '+']), group) {
        return None;
    }
    exact(&format!("{}.{decimals}", whole.replace(group, "")))
}

/// One to three digits that are not just 0, then groups of three.
fn is_grouped(digits: &str, group: char) -> bool {
    let mut parts = digits.split(group);
    let first = parts.next().unwrap_or_default();
    let numeric = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && numeric(first)
        && first != "0"
        && parts.all(|part| part.len() == 3 && numeric(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cases: &[(&str, Option<f64>)]) {
        for (cell, expected) in cases {
            assert_eq!(number(cell), *expected, "{cell:?}");
        }
    }

    #[test]
    fn numbers() {
        check(&[
            ("7", Some(7.0)),
            ("7.25", Some(7.25)),
            ("0.1", Some(0.1)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("-3", Some(-3.0)),
            ("+3", Some(3.0)),
            ("1e3", Some(1000.0)),
            (" 8 ", Some(8.0)),
            ("８．５", Some(8.5)),
            ("7,5", Some(7.5)),
            ("0,125", Some(0.125)),
            ("1,250", Some(1250.0)),
            ("1,250,000.5", Some(1_250_000.5)),
            ("1.250,5", Some(1250.5)),
            ("-1,250", Some(-1250.0)),
            ("12,34", Some(12.34)),
            ("123456789012345678", Some(123_456_789_012_345_680.0)),
        ]);
    }

    #[test]
    fn not_numbers() {
        for cell in
            ["", " ", ".", "-", "NaN", "inf", "-Infinity", "1e400", "1,25,0", "1.2.3", "7分", "0x10", "1 2"]
        {
            assert_eq!(number(cell), None, "{cell:?}");
        }
    }

    #[test]
    fn the_quick_way_reads_what_rust_reads() {
        for thousandths in 0..20_000 {
            let cell = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
            assert_eq!(number(&cell), cell.parse().ok());
        }
    }

    #[test]
    fn the_mark_decides_what_a_cell_leaves_open() {
        let comma = |cell| number_with(cell, DecimalMark::Comma);
        assert_eq!((comma("1,250"), number("1,250")), (Some(1.25), Some(1250.0)));
        assert_eq!((comma("1.250"), number("1.250")), (Some(1250.0), Some(1.25)));
        assert_eq!(
            (comma("0.250"), comma("7.5"), comma("1.250.000")),
            (Some(0.25), Some(7.5), Some(1_250_000.0))
        );
        assert_eq!(form("7,5"), Form::Comma);
        assert_eq!(form("1,250"), Form::EitherComma);
        assert_eq!(form("1,250.5"), Form::Point);
    }

    #[test]
    fn shares() {
        assert_eq!(share("20%"), Some(0.2));
        assert_eq!(share("12.5 ％"), Some(0.125));
        assert_eq!(share("3"), Some(3.0));
        assert_eq!(share("%"), None);
    }
}
