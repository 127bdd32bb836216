use evenhand_protocol::{
    Agreement, CountOf, Estimate, Interval, Method, Outcome, Reason, RoundAgreement, ScoreScale,
};

use super::*;

fn agreement(value: f64, high: f64) -> Outcome<Agreement> {
    let icc = Estimate {
        value,
        se: None,
        interval: Some(Interval { low: value - 0.1, high, level: 0.95 }),
        n: 20,
        of: CountOf::ProviderOccasions,
        method: Method::IccAnova,
    };
    Outcome::Known(Agreement {
        icc_1: icc.clone(),
        icc_a_1: icc.clone(),
        icc_c_1: icc.clone(),
        icc_1_k: icc.clone(),
        icc_a_k: icc.clone(),
        icc_c_k: icc,
        k: 3.0,
        n_panels: 4,
        n_units: 20,
        n_units_all: 20,
    })
}

/// What is said of the round with the lowest agreement, of rounds R1, R2, ... and 0.6 over all: its id and the number
/// of rounds.
fn lowest(rounds: Vec<Outcome<Agreement>>) -> Option<(String, u32)> {
    let by_round = rounds
        .into_iter()
        .enumerate()
        .map(|(index, agreement)| RoundAgreement { round: format!("R{}", index + 1), agreement });
    let answer = EvaluatorsAnswer {
        scale: ScoreScale::Normalised,
        agreement: agreement(0.6, 0.7),
        agreement_by_round: by_round.collect(),
        evaluators: Vec::new(),
        affiliation: Outcome::Undefined(Reason::NoVariance),
        findings: Vec::new(),
    };
    findings(&answer).into_iter().find_map(|finding| match finding.kind {
        FindingKind::AgreementLowest { round, n_rounds, .. } => Some((round, n_rounds)),
        _ => None,
    })
}

#[test]
fn a_lowest_round_is_named_where_it_is_low_beyond_chance_among_three_or_more() {
    let low = || agreement(0.4, 0.55);
    let high = || agreement(0.7, 0.8);
    let unknown = || Outcome::Undefined(Reason::OneEvaluator);
    assert_eq!(lowest(vec![high(), low(), high()]), Some(("R2".to_owned(), 3)));
    assert_eq!(lowest(vec![high(), low(), high(), unknown()]), Some(("R2".to_owned(), 3)));
    assert_eq!(lowest(vec![high(), agreement(0.4, 0.6), high()]), None);
    assert_eq!(lowest(vec![high(), low()]), None);
    assert_eq!(lowest(vec![high(), low(), unknown()]), None);
}
