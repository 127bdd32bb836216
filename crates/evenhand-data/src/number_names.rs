//! Names that number things: `评委1`, `Judge B`, `E07`.

use evenhand_protocol::Field;

use crate::fold::folded;
use crate::headers::meanings;

/// Whether a text is the word for an evaluator with a number, a letter or a numeral behind it, or `E7`.
pub(crate) fn is_evaluator_name(text: &str) -> bool {
    let word = folded(text);
    let is_mark = |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十甲乙丙丁戊己庚辛".contains(c);
    // At most three characters of numbering, and something before them.
    let starts = word.char_indices().map(|(start, _)| start).filter(|start| *start > 0);
    for start in starts {
        let (stem, mark) = word.split_at(start);
        if mark.chars().count() <= 3 && mark.chars().all(is_mark) && names_evaluator(stem) {
            return true;
        }
    }
    let mut chars = word.chars();
    let letter = chars.next().is_some_and(|c| matches!(c, 'e' | 'j'));
    let digits = chars.as_str();
    letter && !digits.is_empty() && digits.len() <= 5 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn names_evaluator(stem: &str) -> bool {
    meanings(stem).first().is_some_and(|meaning| meaning.field == Field::Evaluator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_evaluators() {
        for name in ["评委1", "评委 一", "专家A", "Judge 3", "judge_B", "E07", "J113", "Rater 12", "评估员甲"]
        {
            assert!(is_evaluator_name(name), "{name}");
        }
        for name in ["评委", "态度", "Quality", "P1", "E", "Economy", "指标1", "第一轮"] {
            assert!(!is_evaluator_name(name), "{name}");
        }
    }
}
