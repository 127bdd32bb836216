use std::sync::LazyLock;

use super::missing::token;

/// Scales in words, each from the best to the worst, separated by `|`; of scales that hold the same words the first
/// counts.
const SCALES: &[&str] = &[
    "优秀|良好|合格|不合格",
    "优秀|良好|中等|合格|不合格",
    "优秀|良好|中等|及格|不及格",
    "优秀|良好|一般|较差",
    "优秀|良好|一般|较差|很差",
    "优秀|良好|一般|差",
    "优秀|良好|合格|基本合格|不合格",
    "优秀|良好|基本合格|不合格",
    "优秀|合格|基本合格|不合格",
    "优|良|中|差",
    "优|良|中|及格|不及格",
    "好|较好|一般|较差|差",
    "很好|好|一般|差|很差",
    "很好|较好|一般|较差|很差",
    "非常好|好|一般|差|非常差",
    "非常满意|满意|一般|不满意|非常不满意",
    "非常满意|比较满意|一般|不太满意|不满意",
    "非常满意|比较满意|一般|不太满意|很不满意",
    "很满意|满意|一般|不满意|很不满意",
    "满意|基本满意|不满意",
    "非常同意|同意|一般|不同意|非常不同意",
    "非常同意|同意|中立|不同意|非常不同意",
    "完全同意|同意|不确定|不同意|完全不同意",
    "总是|经常|有时|很少|从不",
    "达标|基本达标|未达标",
    "a|b|c|d|e",
    "excellent|good|fair|poor",
    "excellent|very good|good|fair|poor",
    "excellent|good|average|poor|very poor",
    "very good|good|fair|poor|very poor",
    "outstanding|good|satisfactory|unsatisfactory",
    "outstanding|good|requires improvement|inadequate",
    "very satisfied|satisfied|neutral|dissatisfied|very dissatisfied",
    "very satisfied|satisfied|neither satisfied nor dissatisfied|dissatisfied|very dissatisfied",
    "very satisfied|somewhat satisfied|neutral|somewhat dissatisfied|very dissatisfied",
    "strongly agree|agree|neutral|disagree|strongly disagree",
    "strongly agree|agree|neither agree nor disagree|disagree|strongly disagree",
    "strongly agree|agree|undecided|disagree|strongly disagree",
    "always|often|sometimes|rarely|never",
    "very high|high|medium|low|very low",
    "exceeds expectations|meets expectations|below expectations",
];

/// The same as they are compared: every cell of the first rows is looked up.
static TOKENS: LazyLock<Vec<Vec<String>>> =
    LazyLock::new(|| SCALES.iter().map(|scale| scale.split('|').map(token).collect()).collect());

/// The first scale that holds all the words: its words from best to worst. Nothing where none does.
pub(crate) fn scale_of(words: &[&str]) -> Option<Vec<&'static str>> {
    words.first()?;
    let words: Vec<String> = words.iter().map(|word| token(word)).collect();
    let holds_all = |tokens: &Vec<String>| words.iter().all(|word| tokens.contains(word));
    let scale = SCALES[TOKENS.iter().position(holds_all)?];
    Some(scale.split('|').collect())
}

/// The default number of a word: 1 for the worst of its scale, 2 for the next and so on.
pub(crate) fn value_in_scale(scale: &[&str], word: &str) -> Option<f64> {
    let word = token(word);
    let place = scale.iter().position(|known| token(known) == word)?;
    Some((scale.len() - place) as f64)
}

/// Whether a word is on any known scale.
pub(crate) fn is_scale_word(word: &str) -> bool {
    let word = token(word);
    TOKENS.iter().any(|tokens| tokens.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_found_by_the_words_in_use() {
        let scale = |words: &[&str]| scale_of(words);
        let grades = scale(&["合格", "优秀"]).unwrap();
        assert_eq!(grades, ["优秀", "良好", "合格", "不合格"]);
        let values: Vec<_> = grades.iter().map(|word| value_in_scale(&grades, word)).collect();
        assert_eq!(values, [Some(4.0), Some(3.0), Some(2.0), Some(1.0)]);
        assert_eq!(scale(&["中等", "优秀", "合格"]).unwrap().len(), 5);
        assert_eq!(scale(&["基本合格", "良好"]).unwrap().len(), 5);
        let satisfied = scale(&["Very Satisfied", "dissatisfied"]).unwrap();
        assert_eq!(value_in_scale(&satisfied, "VERY  satisfied"), Some(5.0));
        assert_eq!(value_in_scale(&satisfied, "Dissatisfied"), Some(2.0));
        assert_eq!(scale(&["优秀", "good"]), None);
        assert_eq!(scale(&[]), None);
    }
}
