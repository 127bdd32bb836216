use crate::fold::half_width;

/// Reads a cell as a finite number: `7`, `7.25`, `-1e3`, `7,25` and the same in full-width digits.
///
/// A comma is a decimal comma unless it could group thousands: `1,250` is not a number here rather than a guess.
pub(crate) fn number(cell: &str) -> Option<f64> {
    plain(cell.as_bytes()).or_else(|| exact(cell)).or_else(|| lenient(cell))
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
fn plain(cell: &[u8]) -> Option<f64> {
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
fn exact(cell: &str) -> Option<f64> {
    let cell = cell.trim();
    let numeric = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E');
    if !cell.bytes().all(numeric) {
        return None;
    }
    cell.parse().ok().filter(|value: &f64| value.is_finite())
}

fn lenient(cell: &str) -> Option<f64> {
    let folded: String = cell.trim().chars().map(|c| if c == '−' { '-' } else { half_width(c) }).collect();
    if let Some((whole, decimals)) = folded.split_once(',') {
        let groups_thousands = decimals.len() == 3 && whole.trim_start_matches(['-', '+']) != "0";
        if groups_thousands || decimals.contains(['.', ',']) || whole.contains('.') {
            return None;
        }
        return exact(&format!("{whole}.{decimals}"));
    }
    exact(&folded)
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
            ("123456789012345678", Some(123_456_789_012_345_680.0)),
        ]);
    }

    #[test]
    fn not_numbers() {
        for cell in
            ["", " ", ".", "-", "NaN", "inf", "-Infinity", "1e400", "1,250", "1.2.3", "7分", "0x10", "1 2"]
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
    fn shares() {
        assert_eq!(share("20%"), Some(0.2));
        assert_eq!(share("12.5 ％"), Some(0.125));
        assert_eq!(share("3"), Some(3.0));
        assert_eq!(share("%"), None);
    }
}
