//! The order in which people list ids.

use std::cmp::Ordering;

/// Orders ids as people do: numbers by their value, in digits or in Chinese numerals, the rest by character.
///
/// `R2` precedes `R10`, and 第二轮 precedes 第十轮.
/// Ids that are equal as people read them (`R2`, `R02`) fall back to plain string order.
///
/// ```
/// use std::cmp::Ordering;
/// assert_eq!(evenhand_table::natural_cmp("R2", "R10"), Ordering::Less);
/// assert_eq!(evenhand_table::natural_cmp("第三轮", "第十二轮"), Ordering::Less);
/// ```
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        let (left_run, left_rest) = Run::split(left);
        let (right_run, right_rest) = Run::split(right);
        let (Some(left_run), Some(right_run)) = (left_run, right_run) else {
            return left.len().cmp(&right.len()).then_with(|| a.cmp(b));
        };
        let order = left_run.cmp(&right_run);
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (left_rest, right_rest);
    }
}

/// Whether two ids differ in numbers only, as `R2` and `R10` or 第二轮 and 第十轮 do: then their order is no guess.
pub fn differ_in_numbers_only(a: &str, b: &str) -> bool {
    let (mut left, mut right) = (a, b);
    loop {
        let (left_run, left_rest) = Run::split(left);
        let (right_run, right_rest) = Run::split(right);
        match (left_run, right_run) {
            (None, None) => return true,
            (Some(Run::Number(..)), Some(Run::Number(..))) => {}
            (Some(Run::Words(left)), Some(Run::Words(right))) if left == right => {}
            _ => return false,
        }
        (left, right) = (left_rest, right_rest);
    }
}

/// A part of an id: numbers precede words, as digits precede letters.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Run<'a> {
    /// Number of digits without leading zeros, then the digits: any length compares right.
    Number(usize, String),
    /// Anything else.
    Words(&'a str),
}

impl<'a> Run<'a> {
    /// Splits off the leading run.
    fn split(text: &'a str) -> (Option<Self>, &'a str) {
        let Some(first) = text.chars().next() else { return (None, text) };
        let kind = Kind::of(first);
        let end = text.find(|c| Kind::of(c) != kind).unwrap_or(text.len());
        let (run, rest) = text.split_at(end);
        let digits = match kind {
            Kind::Digit => run.to_owned(),
            Kind::Numeral => chinese_digits(run),
            Kind::Other => return (Some(Self::Words(run)), rest),
        };
        let digits = digits.trim_start_matches('0').to_owned();
        (Some(Self::Number(digits.len(), digits)), rest)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Numeral,
    Other,
}

impl Kind {
    fn of(c: char) -> Self {
        if c.is_ascii_digit() {
            Self::Digit
        } else if chinese_digit(c).is_some() || c == '十' || c == '百' {
            Self::Numeral
        } else {
            Self::Other
        }
    }
}

fn chinese_digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().position(|digit| digit == c).map(|value| value as u32).or(match c {
        '零' => Some(0),
        '两' => Some(2),
        _ => None,
    })
}

/// A run of Chinese numerals in digits: 十二 is 12, 二百零三 is 203, 二〇二四 is 2024.
fn chinese_digits(run: &str) -> String {
    if !run.contains(['十', '百']) {
        return run.chars().filter_map(chinese_digit).map(|digit| digit.to_string()).collect();
    }
    let (mut total, mut pending) = (0u64, None);
    for c in run.chars() {
        match (c, chinese_digit(c)) {
            (_, Some(digit)) => pending = Some(u64::from(digit)),
            // 十 alone is one ten.
            ('百', None) => total += 100 * pending.take().unwrap_or(1),
            (_, None) => total += 10 * pending.take().unwrap_or(1),
        }
    }
    (total + pending.unwrap_or(0)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<const N: usize>(mut ids: [&str; N]) -> [&str; N] {
        ids.sort_by(|a, b| natural_cmp(a, b));
        ids
    }

    #[test]
    fn digits_are_numbers() {
        let ids = sorted(["R10", "R2", "R1", "R02", "A", "R", "第10轮", "第9轮", ""]);
        assert_eq!(ids, ["", "A", "R", "R1", "R02", "R2", "R10", "第9轮", "第10轮"]);
    }

    #[test]
    fn chinese_numerals_are_numbers() {
        let rounds = ["第一轮", "第二轮", "第三轮", "第九轮", "第十轮", "第十一轮", "第十二轮", "第二十轮"];
        let mut shuffled = rounds;
        shuffled.reverse();
        assert_eq!(sorted(shuffled), rounds);
        assert_eq!(sorted(["三期", "一期", "二期"]), ["一期", "二期", "三期"]);
        assert_eq!(sorted(["二〇二四年", "二〇二三年"]), ["二〇二三年", "二〇二四年"]);
        assert_eq!(sorted(["第10轮", "第二轮", "第3轮"]), ["第二轮", "第3轮", "第10轮"]);
        assert_eq!(chinese_digits("二百零三"), "203");
    }

    #[test]
    fn only_numbers_differ() {
        for (a, b) in [("R2", "R10"), ("第二轮", "第十轮"), ("2024H1", "2025H2"), ("3", "12")] {
            assert!(differ_in_numbers_only(a, b), "{a} {b}");
        }
        for (a, b) in [("Spring", "Autumn"), ("R2", "S2"), ("R2", "R2b"), ("R", "R1")] {
            assert!(!differ_in_numbers_only(a, b), "{a} {b}");
        }
    }

    #[test]
    fn the_order_is_total() {
        let ids =
            ["", "1", "01", "一", "十", "A", "A1", "A一", "A二", "AB", "第1轮", "第一轮", "10", "十一", "2x"];
        for a in ids {
            for b in ids {
                assert_eq!(natural_cmp(a, b), natural_cmp(b, a).reverse(), "{a} {b}");
                for c in ids {
                    if natural_cmp(a, b).is_le() && natural_cmp(b, c).is_le() {
                        assert!(natural_cmp(a, c).is_le(), "{a} {b} {c}");
                    }
                }
            }
        }
    }
}
