use evenhand_protocol::{CountOf, LinkedSubset, Method, Outcome, Reason};

use super::*;

fn estimate(value: f64) -> Outcome<Estimate> {
    let (of, method) = (CountOf::ScoreSheets, Method::Additive);
    Outcome::Known(Estimate { value, se: None, interval: None, n: 4, of, method })
}

fn row(provider: usize, raw: f64, rank: Option<f64>) -> ProviderRow {
    let unknown = Reason::OneEvaluator;
    ProviderRow {
        provider: format!("P{provider}"),
        n_evaluators: 2,
        n_scores: 10,
        coverage: 1.0,
        raw: estimate(raw),
        adjusted: rank.map_or(Outcome::Undefined(unknown.clone()), |rank| estimate(90.0 - rank)),
        rank_raw: 0.0,
        rank: rank.map_or(Outcome::Undefined(unknown), |rank| {
            Outcome::Known(RankInterval { rank, low: 1, high: 9, probability: Some(0.95) })
        }),
        change: Outcome::Undefined(Reason::NoEarlierRound),
    }
}

/// An answer about round R2, with parts of the design by the rounds they touch.
fn answer(rows: Vec<ProviderRow>, parts: &[&[&str]]) -> ProvidersAnswer {
    let part = |rounds: &&[&str]| LinkedSubset {
        n_evaluators: 2,
        n_units: 4,
        rounds: rounds.iter().map(ToString::to_string).collect(),
    };
    ProvidersAnswer {
        rounds: vec![RoundLeague { round: "R2".to_owned(), mean: None, separated_share: None, rows }],
        linked_subsets: parts.iter().map(part).collect(),
        findings: Vec::new(),
    }
}

/// Five providers: P0 is last but one by raw composite and first by adjusted composite.
fn five() -> Vec<ProviderRow> {
    [60.0, 90.0, 85.0, 80.0, 50.0]
        .into_iter()
        .enumerate()
        .map(|(index, raw)| row(index, raw, Some(index as f64 + 1.0)))
        .collect()
}

/// Who is said to lead, and whose rank is said to depend on the evaluators with its raw rank.
fn said(answer: &ProvidersAnswer) -> (Option<String>, Option<(String, f64)>) {
    let kinds: Vec<FindingKind> = findings(answer).into_iter().map(|finding| finding.kind).collect();
    let leader = kinds.iter().find_map(|kind| match kind {
        FindingKind::Leader { provider, .. } => Some(provider.clone()),
        _ => None,
    });
    let moved = kinds.iter().find_map(|kind| match kind {
        FindingKind::AdjustmentMatters { provider, rank_raw, .. } => Some((provider.clone(), *rank_raw)),
        _ => None,
    });
    (leader, moved)
}

#[test]
fn ranks_are_spoken_of_within_one_linked_part() {
    let both = (Some("P0".to_owned()), Some(("P0".to_owned(), 4.0)));
    assert_eq!(said(&answer(five(), &[&["R1", "R2"]])), both);
    // The other part is in another round.
    assert_eq!(said(&answer(five(), &[&["R2"], &["R1"]])), both);
    // A round of several parts has no ranks.
    let unranked: Vec<ProviderRow> = five()
        .into_iter()
        .map(|row| ProviderRow { rank: Outcome::Undefined(Reason::NotLinked), ..row })
        .collect();
    assert_eq!(said(&answer(unranked, &[&["R1", "R2"], &["R2"]])), (None, None));
    // Two parts in every panel, such as experts and service users: they can be compared.
    assert_eq!(said(&answer(five(), &[&["R1", "R2"], &["R2"]])), both);
}

#[test]
fn nobody_leads_alone() {
    assert_eq!(said(&answer(vec![row(0, 60.0, Some(1.0))], &[&["R2"]])), (None, None));
    let other = row(1, 50.0, None);
    assert_eq!(said(&answer(vec![row(0, 60.0, Some(1.0)), other], &[&["R2"]])), (None, None));
}

#[test]
fn providers_without_a_rank_neither_lead_nor_move_the_others() {
    let mut rows: Vec<ProviderRow> = (5..9).map(|index| row(index, 99.0, None)).collect();
    rows.extend(
        [90.0, 85.0, 80.0]
            .into_iter()
            .enumerate()
            .map(|(index, raw)| row(index, raw, Some(index as f64 + 1.0))),
    );
    assert_eq!(said(&answer(rows, &[&["R2"]])), (Some("P0".to_owned()), None));
}

#[test]
fn pairs_are_those_of_providers_with_an_adjusted_composite() {
    let mut rows = five();
    rows.push(row(5, 40.0, None));
    let mut answer = answer(rows, &[&["R2"]]);
    answer.rounds[0].separated_share = Some(0.4);
    let n = |finding: Finding| match finding.kind {
        FindingKind::Separation { n, .. } => Some(n),
        _ => None,
    };
    assert_eq!(findings(&answer).into_iter().find_map(n), Some(5));
}
