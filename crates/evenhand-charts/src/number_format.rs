//! Numbers as people read them: fixed decimals, a true minus sign, thin spaces between thousands.

/// The true minus sign, as wide as a plus.
pub(crate) const MINUS: char = '\u{2212}';
/// The thin space between groups of three digits.
const THIN_SPACE: char = '\u{2009}';
/// What stands for a number that is missing or not finite.
const MISSING: &str = "\u{2013}";

/// How the numbers of an axis are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NumberStyle {
    /// `1.5`, `−1.5`.
    #[default]
    Plain,
    /// With a plus sign before positive numbers: `+1.5`, `−1.5`, `0`.
    Signed,
    /// A share as per cent: 0.25 as `25%`.
    Percent,
}

/// The number with this many decimals, a true minus sign and thin spaces between thousands from 10 000 on.
///
/// A number that is not finite is written as an en dash.
///
/// ```
/// assert_eq!(evenhand_charts::format_number(-12345.678, 1), "−12\u{2009}345.7");
/// assert_eq!(evenhand_charts::format_number(-0.001, 2), "0.00");
/// ```
#[must_use]
pub fn format_number(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return MISSING.to_owned();
    }
    let digits = format!("{:.*}", decimals.min(20), value.abs());
    let is_zero = digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    let (whole, fraction) = digits.split_once('.').map_or((digits.as_str(), None), |(w, f)| (w, Some(f)));
    let mut text = String::with_capacity(digits.len() + 8);
    if value < 0.0 && !is_zero {
        text.push(MINUS);
    }
    for (k, digit) in whole.chars().enumerate() {
        let left = whole.len() - k;
        if whole.len() > 4 && k > 0 && left % 3 == 0 {
            text.push(THIN_SPACE);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// The number as [`format_number`] writes it, with a plus sign when it is positive after rounding.
#[must_use]
pub fn format_signed(value: f64, decimals: usize) -> String {
    let text = format_number(value, decimals);
    let positive = value > 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b));
    if positive { format!("+{text}") } else { text }
}

/// The number as `m×10ⁿ` with the given exponent, for axes of very large or very small numbers.
pub(crate) fn format_scientific(value: f64, exponent: i32, decimals: usize) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let mantissa = value / libm::pow(10.0, f64::from(exponent));
    let raised: String = exponent.to_string().chars().map(superscript).collect();
    format!("{}×10{raised}", format_number(mantissa, decimals))
}

fn superscript(digit: char) -> char {
    match digit {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        _ => '⁻',
    }
}

/// A coordinate as SVG attributes hold it: two decimals, trailing zeros trimmed, never `-0`.
pub(crate) fn coordinate(value: f64) -> String {
    let value = if value.is_finite() { value.clamp(-1e7, 1e7) } else { 0.0 };
    let text = format!("{value:.2}");
    let trimmed = text.trim_end_matches('0').trim_end_matches('.');
    if trimmed == "-0" { "0".to_owned() } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_read_them() {
        let cases = [
            (0.0, 0, "0"),
            (-0.0, 1, "0.0"),
            (2024.0, 0, "2024"),
            (10_000.0, 0, "10\u{2009}000"),
            (-1_234_567.0, 0, "\u{2212}1\u{2009}234\u{2009}567"),
            (f64::NAN, 2, "\u{2013}"),
            (f64::NEG_INFINITY, 2, "\u{2013}"),
        ];
        for (value, decimals, expected) in cases {
            assert_eq!(format_number(value, decimals), expected);
        }
        assert_eq!(format_signed(0.42, 1), "+0.4");
        assert_eq!(format_signed(0.01, 1), "0.0");
        assert_eq!(format_scientific(1.5e-9, -9, 1), "1.5×10⁻⁹");
    }

    #[test]
    fn coordinates_are_short() {
        let cases = [(1.0, "1"), (1.005, "1"), (-0.001, "0"), (100.0, "100"), (2.5, "2.5"), (f64::NAN, "0")];
        for (value, expected) in cases {
            assert_eq!(coordinate(value), expected);
        }
    }
}
