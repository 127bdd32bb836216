//! Words for coefficients, given only as far as the interval bears them out.

use evenhand_protocol::Interval;

use crate::Language;

/// Where the words for an intraclass correlation change: poor, moderate, good, excellent (Koo & Li 2016).
pub const ICC_LIMITS: [f64; 3] = [0.5, 0.75, 0.9];

/// Where the words for alpha change: unacceptable, poor, questionable, acceptable, good, excellent
/// (George & Mallery 2003).
pub const ALPHA_LIMITS: [f64; 5] = [0.5, 0.6, 0.7, 0.8, 0.9];

/// What may be said of an intraclass correlation with this interval: "at least good", "不低于“良好”".
/// The word is that of the interval's lower end, never that of the estimate.
pub fn icc_benchmark(language: Language, interval: Option<&Interval>) -> String {
    let words = language.pick(&["poor", "moderate", "good", "excellent"], &["较差", "中等", "良好", "优秀"]);
    Benchmark { limits: &ICC_LIMITS, words, satisfactory_from: 1 }.verdict(language, interval)
}

/// What may be said of an alpha with this interval, by the interval's lower end.
pub fn alpha_benchmark(language: Language, interval: Option<&Interval>) -> String {
    let words = language.pick(
        &["unacceptable", "poor", "questionable", "acceptable", "good", "excellent"],
        &["不可接受", "较差", "存疑", "可接受", "良好", "优秀"],
    );
    Benchmark { limits: &ALPHA_LIMITS, words, satisfactory_from: 3 }.verdict(language, interval)
}

/// A ladder of words.
struct Benchmark<'a> {
    /// Where the next word begins, increasing.
    limits: &'a [f64],
    /// One word more than there are limits.
    words: &'a [&'static str],
    /// The first word that praises; only from there on "at least" makes sense.
    satisfactory_from: usize,
}

impl Benchmark<'_> {
    fn step(&self, value: f64) -> usize {
        self.limits.iter().filter(|limit| value >= **limit).count()
    }

    fn verdict(&self, language: Language, interval: Option<&Interval>) -> String {
        let Some(ends) = interval.filter(|i| i.low.is_finite() && i.high.is_finite()) else {
            return language.pick("of unknown precision", "精度未知").to_owned();
        };
        let (low, high) = (self.step(ends.low), self.step(ends.high));
        let word = self.words.get(low).copied().unwrap_or_default();
        let (en, zh) = if low == self.limits.len() {
            (word.to_owned(), format!("为“{word}”"))
        } else if low >= self.satisfactory_from {
            (format!("at least {word}"), format!("不低于“{word}”"))
        } else if low == high {
            (word.to_owned(), format!("为“{word}”"))
        } else {
            (format!("not shown to be better than {word}"), format!("尚不能认定优于“{word}”"))
        };
        language.pick(en, zh)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(low: f64, high: f64) -> Interval {
        Interval { low, high, level: 0.95 }
    }

    #[test]
    fn the_lower_end_decides() {
        for (low, high, en, zh) in [
            (0.91, 0.97, "excellent", "为“优秀”"),
            (0.75, 0.97, "at least good", "不低于“良好”"),
            (0.51, 0.71, "at least moderate", "不低于“中等”"),
            (0.49, 0.93, "not shown to be better than poor", "尚不能认定优于“较差”"),
            (-0.2, 0.3, "poor", "为“较差”"),
        ] {
            assert_eq!(icc_benchmark(Language::En, Some(&ends(low, high))), en);
            assert_eq!(icc_benchmark(Language::Zh, Some(&ends(low, high))), zh);
        }
        for (low, high, en) in [
            (0.92, 0.95, "excellent"),
            (0.81, 0.95, "at least good"),
            (0.7, 0.74, "at least acceptable"),
            (0.62, 0.68, "questionable"),
            (0.62, 0.82, "not shown to be better than questionable"),
            (0.1, 0.4, "unacceptable"),
        ] {
            assert_eq!(alpha_benchmark(Language::En, Some(&ends(low, high))), en);
        }
        assert_eq!(icc_benchmark(Language::En, None), "of unknown precision");
        assert_eq!(icc_benchmark(Language::En, Some(&ends(f64::NAN, 1.0))), "of unknown precision");
    }
}
