//! Charts with more rows than a slide has room for: the ends, which are the ones to look at.

use std::borrow::Cow;

use evenhand_protocol::{Answer, ConflictKind, EvaluatorConflict, EvaluatorEffects, Outcome, PinnedChoice};

use super::of_choice::chosen;

/// Which rows of how many are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// Half from either end: how many in all.
    Ends { drawn: usize, all: usize },
    /// The clearest.
    Clearest { drawn: usize, all: usize },
}

/// The answer with at most `rows` rows of a chart, and which of how many these are; as it is where there are no more, or
/// where the chart has no rows that could be left out.
pub(crate) fn focus<'a>(
    name: &str,
    choice: &PinnedChoice,
    answer: &'a Answer,
    rows: usize,
) -> (Cow<'a, Answer>, Option<Kept>) {
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
            (Cow::Owned(Answer::Evaluators(kept)), cut(n).then_some(Kept::Ends { drawn: rows, all: n }))
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
            (Cow::Owned(Answer::Providers(kept)), cut(n).then_some(Kept::Ends { drawn: rows, all: n }))
        }
        ("linear-severity", Answer::Generalizability(found)) => {
            let mut kept = found.clone();
            let Outcome::Known(all) = &mut kept.severity else { return (Cow::Borrowed(answer), None) };
            let n = all.len();
            if !cut(n) {
                return (Cow::Borrowed(answer), None);
            }
            ends(all, rows);
            (Cow::Owned(Answer::Generalizability(kept)), Some(Kept::Ends { drawn: rows, all: n }))
        }
        ("effects", Answer::Effects(found)) if cut(found.evaluators.len()) => {
            let clearest = |row: &EvaluatorEffects| {
                let p = row.effects.iter().filter_map(|found| found.outcome.known()?.p_adjusted);
                p.fold(f64::INFINITY, f64::min)
            };
            let mut kept = found.clone();
            let n = kept.evaluators.len();
            kept.evaluators.sort_by(|a, b| clearest(a).total_cmp(&clearest(b)));
            kept.evaluators.truncate(rows);
            (Cow::Owned(Answer::Effects(kept)), Some(Kept::Clearest { drawn: rows, all: n }))
        }
        ("conflicts", Answer::Conflicts(found)) => {
            let mut kept = found.clone();
            let kind = chosen(choice, "kind").and_then(ConflictKind::from_code);
            let kind = kind.unwrap_or(ConflictKind::SameAffiliation);
            let Some(of) = kept.kinds.iter_mut().find(|of| of.kind == kind) else {
                return (Cow::Borrowed(answer), None);
            };
            let value = |row: &EvaluatorConflict| row.effect.known().map(|effect| effect.difference.value);
            of.evaluators.retain(|row| value(row).is_some());
            let n = of.evaluators.len();
            // All evaluators together take a row as well.
            if !cut(n + 1) {
                return (Cow::Borrowed(answer), None);
            }
            of.evaluators.sort_by(|a, b| {
                let (a, b) = (value(a).unwrap_or_default(), value(b).unwrap_or_default());
                b.total_cmp(&a)
            });
            ends(&mut of.evaluators, rows - 1);
            (Cow::Owned(Answer::Conflicts(kept)), Some(Kept::Ends { drawn: rows - 1, all: n }))
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
