//! Names of rounds within titles, sheet names and file names.

use crate::fold::half_width;

/// The part of a text that names a round: `第一轮`, `2024年上半年`, `Round 2`, `R03`, `2024-Q1`, `2024-03`, `2023年度`.
pub(crate) fn round_in(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().map(half_width).collect();
    let mut best: Option<(usize, usize)> = None;
    for start in 0..chars.len() {
        let before = start.checked_sub(1).map(|k| chars[k]);
        if let Some(end) = name_at(&chars, start, before)
            && best.is_none_or(|(from, to)| end - start > to - from)
        {
            best = Some((start, end));
        }
    }
    let (start, end) = best?;
    let name: String = chars[start..end].iter().collect();
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// Whether a text is the name of a round and hardly anything else.
pub(crate) fn is_round_name(text: &str) -> bool {
    let length = text.trim().chars().count();
    round_in(text).is_some_and(|name| name.chars().count() * 5 >= length * 4)
}

/// Where the name of a round that starts at `start` ends.
fn name_at(chars: &[char], start: usize, before: Option<char>) -> Option<usize> {
    let joins_word = |c: char| c.is_ascii_alphanumeric();
    let inside_word = before.is_some_and(joins_word) && joins_word(*chars.get(start)?);
    if inside_word {
        return None;
    }
    let after_year = year(chars, start);
    let skip = after_year.map_or(start, |rest| separators(chars, rest));
    let term = term(chars, skip).or_else(|| after_year.and_then(|_| month(chars, skip)));
    let end = term.or(after_year)?;
    let cut = chars.get(end).is_some_and(|next| joins_word(*next)) && joins_word(chars[end - 1]);
    (!cut).then_some(end)
}

/// `2024`, `2024年`, `2024年度`.
fn year(chars: &[char], start: usize) -> Option<usize> {
    let digits: String = chars.get(start..start + 4)?.iter().collect();
    let value: u32 = digits.parse().ok()?;
    if !(1990..2100).contains(&value) || chars.get(start + 4).is_some_and(char::is_ascii_digit) {
        return None;
    }
    let mut end = start + 4;
    if chars.get(end) == Some(&'年') {
        end += 1;
        end += usize::from(chars.get(end) == Some(&'度'));
    }
    Some(end)
}

fn separators(chars: &[char], start: usize) -> usize {
    let mut end = start;
    while chars.get(end).is_some_and(|c| matches!(c, ' ' | '-' | '_' | '.' | '/')) && end < start + 2 {
        end += 1;
    }
    end
}

/// `第一轮`, `上半年`, `二季度`, `Q1`, `H2`, `Round 2`, `R03`, `Wave 1`.
fn term(chars: &[char], start: usize) -> Option<usize> {
    chinese_term(chars, start).or_else(|| half_year(chars, start)).or_else(|| english_term(chars, start))
}

fn chinese_term(chars: &[char], start: usize) -> Option<usize> {
    let ordinal = chars.get(start) == Some(&'第');
    let first = start + usize::from(ordinal);
    let numeral = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十百零〇两".contains(*c);
    let end = first + chars.get(first..)?.iter().take_while(|c| numeral(c)).count();
    if end == first {
        return None;
    }
    let rest: String = chars[end..].iter().take(2).collect();
    let length = match rest.as_str() {
        rest if rest.starts_with("季度") => 2,
        rest if ordinal && rest.starts_with("学期") => 2,
        rest if ordinal && rest.starts_with(['轮', '期', '批', '次', '届', '季']) => 1,
        rest if !ordinal && rest.starts_with(['轮', '期', '批', '届']) => 1,
        _ => return None,
    };
    Some(end + length)
}

fn half_year(chars: &[char], start: usize) -> Option<usize> {
    let text: String = chars.get(start..start + 3)?.iter().collect();
    matches!(text.as_str(), "上半年" | "下半年").then_some(start + 3)
}

fn english_term(chars: &[char], start: usize) -> Option<usize> {
    const WORDS: [&str; 9] = ["round", "wave", "cycle", "session", "period", "quarter", "q", "h", "r"];
    let lower: String = chars.get(start..)?.iter().take(8).flat_map(|c| c.to_lowercase()).collect();
    let word = WORDS.iter().find(|word| {
        let rest = lower.strip_prefix(**word);
        rest.is_some_and(|rest| {
            rest.trim_start_matches([' ', '_', '-']).starts_with(|c: char| c.is_ascii_digit())
        })
    })?;
    let mut end = start + word.len();
    while chars.get(end).is_some_and(|c| matches!(c, ' ' | '_' | '-')) {
        end += 1;
    }
    let digits = chars[end..].iter().take_while(|c| c.is_ascii_digit()).count();
    // One letter and a long number is an id of something else.
    (word.len() > 1 || digits <= 3).then_some(end + digits)
}

/// `03`, `3月`, `03-15` behind a year.
fn month(chars: &[char], start: usize) -> Option<usize> {
    let digits = chars.get(start..)?.iter().take(2).take_while(|c| c.is_ascii_digit()).count();
    let value: u32 = chars[start..start + digits].iter().collect::<String>().parse().ok()?;
    if !(1..=12).contains(&value) {
        return None;
    }
    let mut end = start + digits;
    if chars.get(end) == Some(&'月') {
        return Some(end + 1);
    }
    if chars.get(end).is_some_and(|c| matches!(c, '-' | '/' | '.')) {
        let day = chars[end + 1..].iter().take(2).take_while(|c| c.is_ascii_digit()).count();
        end += if day > 0 { 1 + day } else { 0 };
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_rounds() {
        for (text, name) in [
            ("2024年第一轮评估 得分表", "2024年第一轮"),
            ("第十二期考核", "第十二期"),
            ("scores_2024-Q1.csv", "2024-Q1"),
            ("Round 2 scores", "Round 2"),
            ("R03", "R03"),
            ("scores R3.xlsx", "R3"),
            ("scores_R3.xlsx", "R3"),
            ("得分-第二轮", "第二轮"),
            ("2023年度评分", "2023年度"),
            ("2024年上半年", "2024年上半年"),
            ("scores 2024-03.csv", "2024-03"),
            ("2024-03-15", "2024-03-15"),
            ("2024年3月", "2024年3月"),
            ("二季度评分", "二季度"),
            ("Wave_1", "Wave_1"),
        ] {
            assert_eq!(round_in(text).as_deref(), Some(name), "{text}");
        }
        for text in
            ["scores.csv", "得分", "Sheet1", "first scores", "P1", "20240315", "机构评分表", "or2", "r12345"]
        {
            assert_eq!(round_in(text), None, "{text}");
        }
        assert!(is_round_name("第一轮") && is_round_name("2024 Q1") && !is_round_name("第一轮得分情况"));
    }
}
