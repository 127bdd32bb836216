//! Where the providers stand, on small tables and on simulated programmes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, Session, providers, standing};
use evenhand_protocol::{Answer, Filter, Marks, Outcome, PassSide, Question, Reason, StandingAnswer};
use evenhand_simulate::{Language, sample_programme};
use evenhand_stats::{Random, weighted_composite, weighted_error_variance};
use evenhand_table::TableBuilder;
use support::{Row, all, simulated, table, table_with};

/// Everybody scores everything in some rounds; evaluators of round k are numbered from `k * shift`.
fn rows(n_rounds: u32, shift: u32) -> Vec<Row> {
    let mut random = Random::new(3);
    let mut rows = Vec::new();
    for round in 0..n_rounds {
        for provider in 0..8 {
            for evaluator in 0..4 {
                for indicator in 0..3 {
                    let level = 40.0 + 5.0 * f64::from(provider) + 3.0 * f64::from(evaluator);
                    let score = level + 4.0 * random.normal();
                    let evaluator = evaluator + round * shift;
                    rows.push(Row { round, provider, indicator, evaluator, score });
                }
            }
        }
    }
    rows
}

fn answer(rows: &[Row], marks: Marks) -> StandingAnswer {
    standing(&Design::new(&all(&table(rows, 0.0, 100.0))).unwrap(), marks)
}

#[test]
fn chances_add_up_and_agree_with_the_intervals() {
    let marks = Marks { pass: 620, bands: [500, 600, 700, 800], top: 3 };
    let answer = answer(&rows(1, 0), marks);
    let rows = &answer.rounds[0].rows;
    let chances: Vec<_> = rows.iter().map(|row| *row.chances.known().unwrap()).collect();
    assert!((chances.iter().map(|chances| chances.top).sum::<f64>() - 3.0).abs() < 1e-9);
    for (row, chances) in rows.iter().zip(&chances) {
        assert!((chances.bands.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        match row.side.unwrap() {
            PassSide::Above => assert!(chances.pass > 0.9, "{}: {}", row.provider, chances.pass),
            PassSide::Below => assert!(chances.pass < 0.1, "{}: {}", row.provider, chances.pass),
            PassSide::Open => assert!((0.005..0.995).contains(&chances.pass), "{}", chances.pass),
        }
        let (alone, together) = (row.rank_alone.known().unwrap(), row.rank_simultaneous.known().unwrap());
        assert!(together.low <= alone.low && alone.high <= together.high);
        assert_eq!((alone.probability, together.probability), (None, None));
        let likely = row.rank.known().unwrap();
        assert!(f64::from(likely.low) <= likely.rank && likely.rank <= f64::from(likely.high));
        assert!((0.9..=1.0).contains(&likely.probability.unwrap()), "{likely:?}");
    }
}

/// Complete sheets: the model is linear in the scores, so the weighted mean of the indicators' means is the composite.
#[test]
fn the_weights_in_use_give_the_adjusted_composite_back() {
    let weighted = table_with(&rows(2, 0), 0.0, 100.0, |info| {
        info.weight = if info.id == "I1" { 3.0 } else { 1.0 };
    });
    let answer = standing(&Design::new(&all(&weighted)).unwrap(), Marks::DEFAULT);
    let basis = answer.weights.known().unwrap();
    let weights = &basis.weights;
    assert_eq!(weights, &[3.0, 1.0, 1.0]);
    let sheet = weighted_error_variance(&basis.error_covariance, weights).unwrap();
    for row in answer.rounds.iter().flat_map(|round| &round.rows) {
        let composite = weighted_composite(&row.indicators, weights).unwrap();
        let adjusted = row.adjusted.known().unwrap();
        assert!((composite - adjusted.value).abs() < 1e-9);
        // And nearly so does its standard error, from which the page makes the interval under other weights: residuals
        // about shrunken severities are a little larger than those the residual variance is made of.
        let se = (sheet / row.precision.unwrap()).sqrt();
        assert!((se / adjusted.se.unwrap() - 1.0).abs() < 0.005, "{se} for {:?}", adjusted.se);
    }
}

#[test]
fn the_league_table_has_the_same_composites_and_ranks() {
    let table = simulated(&sample_programme(Language::English));
    let selection = all(&table);
    let design = Design::new(&selection).unwrap();
    let (league, answer) = (providers(&design), standing(&design, Marks::DEFAULT));
    for (league, round) in league.rounds.iter().zip(&answer.rounds) {
        for row in &round.rows {
            let other = league.rows.iter().find(|other| other.provider == row.provider).unwrap();
            assert_eq!(row.adjusted, other.adjusted);
            assert_eq!(row.rank, other.rank);
        }
    }
}

#[test]
fn rounds_without_a_common_evaluator_are_not_compared() {
    let linked = answer(&rows(2, 0), Marks::DEFAULT);
    assert!(linked.rounds[1].rows.iter().all(|row| row.reliable_change.known().is_some()));
    let unlinked = answer(&rows(2, 4), Marks::DEFAULT);
    for row in &unlinked.rounds[1].rows {
        assert_eq!(row.reliable_change, Outcome::Undefined(Reason::NotLinked));
    }
    // Within a round they are.
    assert!(unlinked.rounds[1].rows.iter().all(|row| row.rank.known().is_some()));
}

/// The first two evaluators are experts, the other two service users, who score 3 points of 100 per place in the list
/// higher: 6 points on average.
#[test]
fn experts_and_service_users() {
    let rows = rows(1, 0);
    let mut metadata = table(&rows, 0.0, 100.0).metadata().clone();
    metadata.sources = vec!["expert".to_owned(), "user".to_owned()];
    let mut builder = TableBuilder { metadata, ..TableBuilder::default() };
    for row in &rows {
        builder.round.push(row.round);
        builder.provider.push(row.provider);
        builder.occasion.push(0);
        builder.source.push(row.evaluator / 2);
        builder.evaluator.push(row.evaluator);
        builder.indicator.push(row.indicator);
        builder.score.push(row.score);
    }
    let table = builder.build().unwrap().table;
    let answer = standing(&Design::new(&all(&table)).unwrap(), Marks::DEFAULT);
    let round = &answer.rounds[0];
    let voices = round.voices.known().unwrap();
    assert_eq!(voices.sources, ["expert", "user"]);
    let pair = &voices.pairs[0];
    let difference = pair.difference.known().unwrap();
    let ends = difference.interval.unwrap();
    assert!(ends.low < -6.0 && -6.0 < ends.high && ends.high < 0.0, "{difference:?}");
    assert!(pair.correlation.known().unwrap().value > 0.9);
    assert!(round.rows.iter().all(|row| row.by_source.len() == 2));
    // Both panels of every provider count alike, so providers can be compared though no evaluator links the sources.
    assert!(round.rows.iter().all(|row| row.rank_simultaneous.known().is_some()));
    let league = &providers(&Design::new(&all(&table)).unwrap()).rounds[0];
    assert!(league.mean.is_some() && league.rows.iter().all(|row| row.rank.known().is_some()));
}

#[test]
fn a_session_answers_for_the_marks_asked_for() {
    let mut session = Session::new(table(&rows(1, 0), 0.0, 100.0));
    let mut pass = |pass: u16| {
        let marks = Marks { pass, ..Marks::DEFAULT };
        match session.ask(Question::Standing(marks), &Filter::default()).unwrap() {
            Answer::Standing(answer) => {
                assert_eq!(answer.marks, marks);
                answer.rounds[0].rows[3].chances.known().unwrap().pass
            }
            other => panic!("{other:?}"),
        }
    };
    assert!(pass(300) > pass(900));
    assert!(pass(300) > 0.99);
}
