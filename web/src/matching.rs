//! Which entries fit what was typed, the best first.

/// Text as it is compared: lower case, half width, single spaces.
pub fn folded(text: &str) -> String {
    let half = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let lower: String = text.chars().map(half).flat_map(char::to_lowercase).collect();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How well a folded text fits a folded query: smaller is better, `None` where a word of the query is not in it.
pub fn fit(text: &str, query: &str) -> Option<u8> {
    if !query.split(' ').all(|word| text.contains(word)) {
        return None;
    }
    Some(match text {
        _ if text == query => 0,
        _ if text.starts_with(query) => 1,
        _ if query.split(' ').all(|word| begins_a_word(text, word)) => 2,
        _ => 3,
    })
}

/// The places of the texts that fit a query, the best first, equals in their order; at most `limit`.
pub fn best<'a>(texts: impl Iterator<Item = &'a str>, query: &str, limit: usize) -> Vec<usize> {
    let query = folded(query);
    let mut fitting: Vec<(u8, usize)> =
        texts.enumerate().filter_map(|(place, text)| Some((fit(text, &query)?, place))).collect();
    fitting.sort_unstable();
    fitting.into_iter().take(limit).map(|(_, place)| place).collect()
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_spaces_do_not_matter() {
        assert_eq!(folded(" Ｅ０１７　Ada  Lovelace "), "e017 ada lovelace");
    }

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let texts = ["e001 rosa delgado", "e010 ada", "e1 rose", "providers", "评估员 e100", "rosa"];
        let found: Vec<&str> =
            best(texts.into_iter(), query, 10).into_iter().map(|place| texts[place]).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn the_best_comes_first() {
        check("rosa", &["rosa", "e001 rosa delgado"]);
        check("ROS", &["rosa", "e001 rosa delgado", "e1 rose"]);
        check("e1", &["e1 rose", "评估员 e100"]);
        check("delgado e0", &["e001 rosa delgado"]);
        check("员", &["评估员 e100"]);
        check("ida", &[]);
        check("ovid", &["providers"]);
    }

    #[test]
    fn an_empty_query_keeps_the_order() {
        assert_eq!(best(["b", "a"].into_iter(), "  ", 1), [0]);
    }
}
