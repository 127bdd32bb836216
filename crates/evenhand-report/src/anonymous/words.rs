//! Names within text that the reader wrote.

use std::collections::BTreeMap;

use evenhand_protocol::{DatasetSummary, is_plain_number};

/// What is replaced by what, longest first; numbers of few digits are not ([`evenhand_protocol::ids_left`] tells of them).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Replaced(Vec<(String, String)>);

impl Replaced {
    pub(super) fn new(
        dataset: &DatasetSummary,
        providers: &BTreeMap<String, String>,
        evaluators: &BTreeMap<String, String>,
        affiliations: &BTreeMap<String, String>,
    ) -> Self {
        let labelled = |label: &Option<String>, code: Option<&String>| {
            Some((label.as_deref()?.trim().to_owned(), code?.clone()))
        };
        let mut pairs: Vec<(String, String)> = Vec::new();
        pairs.extend(
            dataset.providers.iter().filter_map(|info| labelled(&info.label, providers.get(&info.id))),
        );
        pairs.extend(
            dataset.evaluators.iter().filter_map(|info| labelled(&info.label, evaluators.get(&info.id))),
        );
        for codes in [providers, evaluators, affiliations] {
            pairs.extend(codes.iter().map(|(id, code)| (id.clone(), code.clone())));
        }
        pairs.retain(|(name, _)| !name.is_empty() && !is_plain_number(name));
        pairs.sort_by(|a, b| b.0.chars().count().cmp(&a.0.chars().count()).then_with(|| a.cmp(b)));
        Self(pairs)
    }

    /// What the text goes on with, the longest first; of two that differ in case alone the one that is written so.
    fn here(&self, before: Option<char>, rest: &str) -> Option<&(String, String)> {
        let fits = |name: &str| begins_with(rest, name) && is_word(before, rest, name);
        let (name, _) = self.0.iter().find(|(name, _)| fits(name))?;
        let mut alike = self.0.iter().filter(|(other, _)| other.len() == name.len() && fits(other));
        let exact = alike.clone().find(|(other, _)| rest.starts_with(other.as_str()));
        exact.or_else(|| alike.next())
    }

    /// The text with every name replaced; where a name has an id beside it, the code stands once.
    pub(super) fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut before: Option<char> = None;
        while let Some(c) = rest.chars().next() {
            match self.here(before, rest) {
                Some((name, code)) => {
                    let said_already = out.trim_end().ends_with(code.as_str());
                    if said_already {
                        out.truncate(out.trim_end().len());
                    } else {
                        out.push_str(code);
                    }
                    rest = &rest[name.len()..];
                    before = name.chars().last();
                }
                None => {
                    out.push(c);
                    rest = &rest[c.len_utf8()..];
                    before = Some(c);
                }
            }
        }
        out
    }
}

/// Whether a text begins with a name: letter by letter, and for ids of letters and digits in whatever case ("e006").
fn begins_with(rest: &str, name: &str) -> bool {
    let any_case = name.is_ascii()
        && name.bytes().any(|byte| byte.is_ascii_alphabetic())
        && name.bytes().any(|byte| byte.is_ascii_digit());
    match rest.get(..name.len()) {
        Some(head) if any_case => head.eq_ignore_ascii_case(name),
        Some(head) => head == name,
        None => false,
    }
}

/// Whether a name stands for itself and is no part of a longer word; Chinese has no marks between words.
fn is_word(before: Option<char>, rest: &str, name: &str) -> bool {
    let joins = |outside: Option<char>, inside: Option<char>| {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        latin(outside) && latin(inside)
    };
    let after = rest[name.len()..].chars().next();
    !joins(before, name.chars().next()) && !joins(after, name.chars().last())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replaced(pairs: &[(&str, &str)]) -> Replaced {
        Replaced(pairs.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned())).collect())
    }

    #[test]
    fn names_and_ids_go_and_parts_of_words_stay() {
        let all = replaced(&[("Frank Adeyemi", "EV07"), ("E006", "EV07"), ("E00", "EV01")]);
        assert_eq!(
            all.text("E006 Frank Adeyemi was harsher; E0061 was not."),
            "EV07 was harsher; E0061 was not."
        );
        assert_eq!(all.text("(E006)、Frank Adeyemi"), "(EV07)、EV07");
        // Short ids with a letter go as whole words, in whatever case; numbers and parts of words stay.
        let short = replaced(&[("E1", "EV03"), ("P07", "PR02"), ("e2", "EV04"), ("E2", "EV05")]);
        assert_eq!(
            short.text("E1, p07 and E10: the 1st of 7. (e1)E1x E2 e2"),
            "EV03, PR02 and E10: the 1st of 7. (EV03)E1x EV05 EV04"
        );
        assert_eq!(short.text("评估员E1与P07号"), "评估员EV03与PR02号");
        let zh = replaced(&[("陈安宁", "EV02")]);
        assert_eq!(zh.text("评估员陈安宁偏严。"), "评估员EV02偏严。");
    }
}
