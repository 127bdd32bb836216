//! What the reader wrote, and what in it may still tell who somebody is when names are replaced by codes.

use super::{Anonymise, Briefing, FeedbackTexts};
use crate::DatasetSummary;

/// Ids shorter than this that are numbers are left as they are in the reader's words: "3 providers" names nobody.
const SHORTEST_NUMBER: usize = 4;

/// Where the reader's words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnPlace {
    /// In the title or subtitle.
    Title,
    /// On a slide or in its notes, counted from 1.
    Slide(u32),
    /// On feedback sheets.
    Feedback,
}

/// Ids that are left in the reader's words, as numbers of few digits are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdsLeft {
    /// Where.
    pub place: OwnPlace,
    /// Which, each once, in the order of the text.
    pub ids: Vec<String>,
}

/// Whether an id is a number like any other, which no rule can tell from one that counts something.
pub fn is_plain_number(id: &str) -> bool {
    !id.is_empty() && id.len() < SHORTEST_NUMBER && id.bytes().all(|byte| byte.is_ascii_digit())
}

/// The ids of those whose names go that are plain numbers and stand in the reader's words.
pub fn ids_left(briefing: &Briefing, texts: &FeedbackTexts, dataset: &DatasetSummary) -> Vec<IdsLeft> {
    let Anonymise { evaluators, providers } = briefing.anonymise;
    let mut ids: Vec<&str> = Vec::new();
    if evaluators {
        ids.extend(dataset.evaluators.iter().map(|info| info.id.as_str()));
    }
    if providers {
        ids.extend(dataset.providers.iter().map(|info| info.id.as_str()));
    }
    ids.retain(|id| is_plain_number(id));
    if ids.is_empty() {
        return Vec::new();
    }
    let mut all =
        vec![(OwnPlace::Title, vec![briefing.title.as_str(), briefing.subtitle.as_deref().unwrap_or("")])];
    for (place, item) in (1..).zip(&briefing.items) {
        let heading = item.heading.as_deref().unwrap_or("");
        all.push((OwnPlace::Slide(place), vec![heading, &item.annotation, &item.notes]));
    }
    let feedback = [
        &texts.provider_opening,
        &texts.provider_closing,
        &texts.evaluator_opening,
        &texts.evaluator_closing,
    ];
    all.push((OwnPlace::Feedback, feedback.map(String::as_str).to_vec()));
    let found = all.into_iter().map(|(place, words)| {
        let mut left: Vec<String> = Vec::new();
        for number in words.into_iter().flat_map(numbers) {
            if ids.contains(&number) && !left.iter().any(|known| known == number) {
                left.push(number.to_owned());
            }
        }
        IdsLeft { place, ids: left }
    });
    found.filter(|left| !left.ids.is_empty()).collect()
}

/// The whole numbers in a text that are no part of a word, a decimal fraction or a percentage.
fn numbers(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut before: Option<char> = None;
    while let Some(first) = rest.chars().next() {
        let is_inside = |c: char| c.is_ascii_alphanumeric();
        let length = rest.find(|c: char| !is_inside(c)).unwrap_or(rest.len());
        if length == 0 {
            before = Some(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (run, after) = rest.split_at(length);
        let mut next = after.chars();
        let (mark, digit) = (next.next(), next.next());
        let goes_on = matches!(mark, Some('.' | ',')) && digit.is_some_and(|c| c.is_ascii_digit());
        let is_share = matches!(mark, Some('%' | '％'));
        let is_end = matches!(before, Some('.' | ',')) && is_after_digit(text, rest);
        if run.bytes().all(|byte| byte.is_ascii_digit()) && !goes_on && !is_share && !is_end {
            found.push(run);
        }
        before = run.chars().last();
        rest = after;
    }
    found
}

/// Whether the mark before `rest` follows a digit.
fn is_after_digit(text: &str, rest: &str) -> bool {
    let head = &text[..text.len() - rest.len()];
    head.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BriefingItem;

    #[test]
    fn whole_numbers_are_found() {
        assert_eq!(
            numbers("Provider 12 and no. 7, E1, 3.5 points, 1,200 scores, 40%; (9)"),
            ["12", "7", "9"]
        );
        assert_eq!(numbers("评估员12与第7号：占40％，2024年。"), ["12", "7", "2024"]);
        assert_eq!(numbers("Round 3. 12 left"), ["3", "12"]);
    }

    #[test]
    fn numbers_that_are_ids_are_told_where_names_go() {
        let people = ["7", "12", "E1"].map(|id| serde_json::json!({ "id": id }));
        let dataset: DatasetSummary = serde_json::from_value(serde_json::json!({
            "name": "", "n_scores": 0, "n_score_sheets": 0, "rounds": [], "providers": [], "indicators": [],
            "evaluators": people, "categories": [], "scale": { "kind": "normalised" }, "has_occasions": false
        }))
        .unwrap();
        let mut briefing = Briefing {
            title: "Round 3 and evaluator 12".to_owned(),
            items: vec![
                BriefingItem::default(),
                BriefingItem { notes: "7 and 7 and E1".to_owned(), ..BriefingItem::default() },
            ],
            ..Briefing::default()
        };
        let texts =
            FeedbackTexts { evaluator_closing: "Ask number 12.".to_owned(), ..FeedbackTexts::default() };
        assert_eq!(ids_left(&briefing, &texts, &dataset), [], "names are not to go");
        briefing.anonymise.evaluators = true;
        let left = |place, id: &str| IdsLeft { place, ids: vec![id.to_owned()] };
        assert_eq!(
            ids_left(&briefing, &texts, &dataset),
            [left(OwnPlace::Title, "12"), left(OwnPlace::Slide(2), "7"), left(OwnPlace::Feedback, "12")]
        );
    }
}
