use evenhand_protocol::{Interval, RankInterval, ScoreScale};

use crate::Language;

/// The minus sign U+2212, as wide as a plus and never broken from its digits like a hyphen.
const MINUS: char = '\u{2212}';

/// What stands where there is no number.
pub const NO_VALUE: &str = "–";

/// Decimals of an intraclass correlation, an alpha or another correlation.
pub const COEFFICIENT_DECIMALS: usize = 2;

/// Decimals of a composite on the normalised scale.
pub const COMPOSITE_DECIMALS: usize = 1;

/// Decimals of severities and deviations on this scale: two in an indicator's own points, one in points of 100.
pub fn scale_decimals(scale: &ScoreScale) -> usize {
    match scale {
        ScoreScale::Points { .. } => 2,
        ScoreScale::Normalised => COMPOSITE_DECIMALS,
    }
}

/// A number with fixed decimals, commas between thousands and a true minus sign.
/// A value that rounds to zero has no sign; one that is not finite is [`NO_VALUE`].
/// With two decimals, a value just short of one gets as many more as it takes not to read as one: a coefficient of
/// 0.998 is not perfect.
///
/// ```
/// assert_eq!(evenhand_words::number(-1234.5, 2), "−1,234.50");
/// assert_eq!(evenhand_words::number(-0.001, 2), "0.00");
/// assert_eq!(evenhand_words::number(0.9981, 2), "0.998");
/// assert_eq!(evenhand_words::number(1.0, 2), "1.00");
/// ```
pub fn number(value: f64, decimals: usize) -> String {
    match Digits::of(value, decimals) {
        None => NO_VALUE.to_owned(),
        Some(digits) if digits.zero || value > 0.0 => digits.text,
        Some(digits) => format!("{MINUS}{}", digits.text),
    }
}

/// A number that always shows its sign, + or −, except where it rounds to zero.
///
/// ```
/// assert_eq!(evenhand_words::signed(0.404, 2), "+0.40");
/// ```
pub fn signed(value: f64, decimals: usize) -> String {
    match Digits::of(value, decimals) {
        None => NO_VALUE.to_owned(),
        Some(digits) if digits.zero => digits.text,
        Some(digits) if value > 0.0 => format!("+{}", digits.text),
        Some(digits) => format!("{MINUS}{}", digits.text),
    }
}

/// A share between 0 and 1 in per cent.
pub fn percent(share: f64, decimals: usize) -> String {
    if share.is_finite() { format!("{}%", number(share * 100.0, decimals)) } else { NO_VALUE.to_owned() }
}

/// A whole number with commas between thousands.
pub fn count(n: impl Into<u64>) -> String {
    grouped(&n.into().to_string())
}

/// The ends of an interval: "0.71 to 0.94", "0.71 至 0.94".
/// Where one end is so short of one that it gets more decimals, the other gets as many: "0.994 to 0.998".
pub fn interval(language: Language, interval: &Interval, decimals: usize) -> String {
    let to = language.pick("to", "至");
    let shared = [interval.low, interval.high].map(|end| short_of_one(end.abs(), decimals));
    let shared = shared[0].max(shared[1]);
    format!("{} {to} {}", number(interval.low, shared), number(interval.high, shared))
}

/// A p value with three decimals: "p = 0.013", "p < 0.001", "p > 0.999".
pub fn p_value(p: f64) -> String {
    if !p.is_finite() {
        format!("p {NO_VALUE}")
    } else if p < 0.001 {
        "p < 0.001".to_owned()
    } else if p > 0.999 {
        "p > 0.999".to_owned()
    } else {
        format!("p = {}", number(p, 3))
    }
}

/// A size in bytes with a decimal unit: "512 B", "3.2 MB".
pub fn bytes(n: u64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    if n < 1000 {
        return format!("{n} B");
    }
    let mut value = n as f64 / 1000.0;
    let mut unit = UNITS[0];
    for larger in &UNITS[1..] {
        // 999.95 kB would print as 1,000.0 kB.
        if value < 999.95 {
            break;
        }
        value /= 1000.0;
        unit = larger;
    }
    format!("{} {unit}", number(value, 1))
}

/// A rank: whole ranks without decimals, tied ranks with one.
pub fn rank(rank: f64) -> String {
    number(rank, usize::from(rank.fract() != 0.0))
}

/// The ranks from the best to the worst: "3–7".
pub fn rank_range(low: impl Into<u64>, high: impl Into<u64>) -> String {
    format!("{}–{}", count(low), count(high))
}

/// A rank with the range that the true one lies in: "3 (1 to 7)", "3（1 至 7）", with the range's probability where it has
/// one: "3 (1 to 7 with 96%)".
pub fn rank_interval(language: Language, interval: &RankInterval) -> String {
    let place = rank(interval.rank);
    let (low, high) = (count(interval.low), count(interval.high));
    let chance = interval.probability.map(|probability| percent(probability, 0));
    match (language, chance) {
        (Language::En, None) => format!("{place} ({low} to {high})"),
        (Language::En, Some(chance)) => format!("{place} ({low} to {high} with {chance})"),
        (Language::Zh, None) => format!("{place}（{low} 至 {high}）"),
        (Language::Zh, Some(chance)) => format!("{place}（{low} 至 {high}，概率 {chance}）"),
    }
}

/// As many decimals as keep a value below one from reading as one, up to six.
fn short_of_one(value: f64, decimals: usize) -> usize {
    if decimals != COEFFICIENT_DECIMALS || value >= 1.0 {
        return decimals;
    }
    let mut half_unit = 0.005;
    let mut decimals = decimals;
    while value >= 1.0 - half_unit && decimals < 6 {
        half_unit /= 10.0;
        decimals += 1;
    }
    decimals
}

/// The digits of an absolute value.
struct Digits {
    text: String,
    zero: bool,
}

impl Digits {
    fn of(value: f64, decimals: usize) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let decimals = short_of_one(value.abs(), decimals);
        let plain = format!("{:.decimals$}", value.abs());
        let zero = plain.bytes().all(|b| b == b'0' || b == b'.');
        let text = match plain.split_once('.') {
            Some((whole, fraction)) => format!("{}.{fraction}", grouped(whole)),
            None => grouped(&plain),
        };
        Some(Self { text, zero })
    }
}

/// Puts a comma before every third digit from the right.
fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{Interval, RankInterval};

    use super::*;

    #[test]
    fn numbers() {
        let cases: [(f64, usize, &str); 16] = [
            (0.0, 2, "0.00"),
            (-0.0, 2, "0.00"),
            (-0.004, 2, "0.00"),
            (-0.4, 0, "0"),
            (-0.006, 2, "−0.01"),
            (0.715, 2, "0.71"),
            (0.7151, 2, "0.72"),
            (999.0, 0, "999"),
            (999.95, 1, "1,000.0"),
            (1000.0, 0, "1,000"),
            (-12345.678, 1, "−12,345.7"),
            (1234567.0, 0, "1,234,567"),
            (100.0, 0, "100"),
            (f64::NAN, 2, "–"),
            (f64::INFINITY, 2, "–"),
            (f64::NEG_INFINITY, 0, "–"),
        ];
        for (value, decimals, expected) in cases {
            assert_eq!(number(value, decimals), expected, "{value} with {decimals}");
        }
    }

    #[test]
    fn signs() {
        assert_eq!(signed(0.41, 2), "+0.41");
        assert_eq!(signed(-0.41, 2), "−0.41");
        assert_eq!(signed(-0.004, 2), "0.00");
        assert_eq!(signed(0.004, 2), "0.00");
        assert_eq!(signed(1234.0, 1), "+1,234.0");
        assert_eq!(signed(f64::NAN, 1), "–");
    }

    #[test]
    fn shares_and_counts() {
        assert_eq!(percent(0.384, 0), "38%");
        assert_eq!(percent(1.0, 0), "100%");
        assert_eq!(percent(0.0, 1), "0.0%");
        assert_eq!(percent(f64::NAN, 0), "–");
        assert_eq!(count(0_u32), "0");
        assert_eq!(count(77_630_u32), "77,630");
        assert_eq!(count(u64::MAX), "18,446,744,073,709,551,615");
    }

    #[test]
    fn intervals_and_p_values() {
        let ends = Interval { low: 0.714, high: 0.94, level: 0.95 };
        assert_eq!(interval(Language::En, &ends, 2), "0.71 to 0.94");
        assert_eq!(interval(Language::Zh, &ends, 2), "0.71 至 0.94");
        let ends = Interval { low: 0.9941, high: 0.9982, ..ends };
        assert_eq!(interval(Language::En, &ends, 2), "0.994 to 0.998");
        for (p, expected) in [
            (0.013, "p = 0.013"),
            (0.0009, "p < 0.001"),
            (0.0, "p < 0.001"),
            (0.001, "p = 0.001"),
            (0.5, "p = 0.500"),
            (0.9999, "p > 0.999"),
            (f64::NAN, "p –"),
        ] {
            assert_eq!(p_value(p), expected);
        }
    }

    #[test]
    fn sizes() {
        for (n, expected) in [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "1.0 kB"),
            (3_240_000, "3.2 MB"),
            (999_960, "1.0 MB"),
            (2_500_000_000, "2.5 GB"),
            (u64::MAX, "18,446,744.1 TB"),
        ] {
            assert_eq!(bytes(n), expected);
        }
    }

    #[test]
    fn ranks() {
        assert_eq!(rank(3.0), "3");
        assert_eq!(rank(2.5), "2.5");
        let set = RankInterval { rank: 3.0, low: 1, high: 7, probability: None };
        assert_eq!(rank_range(1_u32, 1_007_u32), "1–1,007");
        assert_eq!(rank_interval(Language::En, &set), "3 (1 to 7)");
        assert_eq!(rank_interval(Language::Zh, &set), "3（1 至 7）");
        let likely = RankInterval { probability: Some(0.957), ..set };
        assert_eq!(rank_interval(Language::En, &likely), "3 (1 to 7 with 96%)");
        assert_eq!(rank_interval(Language::Zh, &likely), "3（1 至 7，概率 96%）");
    }
}
