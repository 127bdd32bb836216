//! Charts with more rows than a slide has room for: the ends, which are the ones to look at.

use std::borrow::Cow;

use evenhand_protocol::{Answer, Outcome, PinnedChoice};

use super::draw::chosen;

/// The answer with at most `rows` rows of a chart, half from either end, and how many there were; as it is where there
/// are no more, or where the chart has no rows that could be left out.
pub(crate) fn focus<'a>(
    name: &str,
    choice: &PinnedChoice,
    answer: &'a Answer,
    rows: usize,
) -> (Cow<'a, Answer>, Option<usize>) {
    let cut = |n: usize| n > rows;
    match (name, answer) {
        ("severity", Answer::Evaluators(found)) if cut(found.evaluators.len()) => {
            let mut kept = found.clone();
            let value = |row: &evenhand_protocol::EvaluatorRow| row.severity.known().map(|found| found.value);
            kept.evaluators.retain(|row| value(row).is_some());
            kept.evaluators.sort_by(|a, b| {
                let (a, b) = (value(a).unwrap_or_default(), value(b).unwrap_or_default());
                b.total_cmp(&a)
            });
            let n = kept.evaluators.len();
            ends(&mut kept.evaluators, rows);
            (Cow::Owned(Answer::Evaluators(kept)), cut(n).then_some(n))
        }
        ("league", Answer::Providers(found)) => {
            let mut kept = found.clone();
            let round = chosen(choice, "in");
            let mut leagues = kept.rounds.iter_mut();
            let league = match round {
                Some(round) => leagues.find(|league| league.round == round),
                None => leagues.next_back(),
            };
            let Some(league) = league.filter(|league| cut(league.rows.len())) else {
                return (Cow::Borrowed(answer), None);
            };
            let value = |row: &evenhand_protocol::ProviderRow| row.adjusted.known().map(|found| found.value);
            league.rows.retain(|row| value(row).is_some());
            league.rows.sort_by(|a, b| {
                let (a, b) = (value(a).unwrap_or_default(), value(b).unwrap_or_default());
                b.total_cmp(&a)
            });
            let n = league.rows.len();
            ends(&mut league.rows, rows);
            (Cow::Owned(Answer::Providers(kept)), cut(n).then_some(n))
        }
        ("linear-severity", Answer::Generalizability(found)) => {
            let mut kept = found.clone();
            let Outcome::Known(all) = &mut kept.severity else { return (Cow::Borrowed(answer), None) };
            let n = all.len();
            if !cut(n) {
                return (Cow::Borrowed(answer), None);
            }
            ends(all, rows);
            (Cow::Owned(Answer::Generalizability(kept)), Some(n))
        }
        _ => (Cow::Borrowed(answer), None),
    }
}

/// The first and the last of a list.
fn ends<T>(all: &mut Vec<T>, rows: usize) {
    let (first, last) = (rows.div_ceil(2), rows / 2);
    let n = all.len();
    if n > rows {
        all.drain(first..n - last);
    }
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn both_ends_are_kept() {
        let mut all: Vec<u32> = (0..10).collect();
        ends(&mut all, 5);
        assert_eq!(all, [0, 1, 2, 8, 9]);
        ends(&mut all, 8);
        assert_eq!(all.len(), 5);
    }
}
