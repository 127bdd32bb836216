//! Marks and thresholds as they are written in the address.

use evenhand_protocol::{Marks, ScorecardPolicy};

/// The marks as tenths of points: pass mark, four bands, and the top; nothing where they are the usual ones.
pub fn marks_text(marks: &Marks) -> Option<String> {
    let all = [marks.pass].into_iter().chain(marks.bands).chain([marks.top]);
    (*marks != Marks::DEFAULT).then(|| joined(all))
}

/// The marks of such a text, brought into order.
pub fn marks_of(text: &str) -> Option<Marks> {
    let [pass, a, b, c, d, top] = numbers(text)?;
    Some(Marks { pass, bands: [a, b, c, d], top }.ordered())
}

/// The thresholds in the order of the policy's fields; nothing where they are the usual ones.
pub fn policy_text(policy: &ScorecardPolicy) -> Option<String> {
    let ScorecardPolicy {
        alpha,
        least_score_sheets,
        severity,
        drift,
        agreement,
        effects_to_retrain,
        conflict,
        decisions_to_review,
    } = *policy;
    let all = [
        alpha,
        least_score_sheets,
        severity,
        drift,
        agreement,
        effects_to_retrain,
        conflict,
        decisions_to_review,
    ];
    (*policy != ScorecardPolicy::DEFAULT).then(|| joined(all.into_iter()))
}

/// The thresholds of such a text, brought into order.
pub fn policy_of(text: &str) -> Option<ScorecardPolicy> {
    let [
        alpha,
        least_score_sheets,
        severity,
        drift,
        agreement,
        effects_to_retrain,
        conflict,
        decisions_to_review,
    ] = numbers(text)?;
    let policy = ScorecardPolicy {
        alpha,
        least_score_sheets,
        severity,
        drift,
        agreement,
        effects_to_retrain,
        conflict,
        decisions_to_review,
    };
    Some(policy.ordered())
}

fn joined(numbers: impl Iterator<Item = u16>) -> String {
    numbers.map(|number| number.to_string()).collect::<Vec<_>>().join("-")
}

fn numbers<const N: usize>(text: &str) -> Option<[u16; N]> {
    let numbers: Vec<u16> = text.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
    numbers.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let marks = Marks { pass: 555, top: 7, ..Marks::DEFAULT };
        assert_eq!(marks_text(&marks).as_deref(), Some("555-600-700-800-900-7"));
        assert_eq!(marks_of("555-600-700-800-900-7"), Some(marks));
        assert_eq!(marks_text(&Marks::DEFAULT), None);
        let policy = ScorecardPolicy { drift: 45, ..ScorecardPolicy::DEFAULT };
        assert_eq!(policy_text(&policy).and_then(|text| policy_of(&text)), Some(policy));
        assert_eq!(policy_text(&ScorecardPolicy::DEFAULT), None);
    }

    #[test]
    fn what_cannot_be_is_not_taken() {
        for text in ["", "600", "a-b-c-d-e-f", "1-2-3-4-5-6-7", "70000-1-2-3-4-5", "-1-2-3-4-5-6"] {
            assert_eq!(marks_of(text), None, "{text}");
        }
        // Bands out of order are put in order, as everywhere.
        assert_eq!(marks_of("600-900-800-700-600-0"), Some(Marks { top: 1, ..Marks::DEFAULT }));
    }
}
