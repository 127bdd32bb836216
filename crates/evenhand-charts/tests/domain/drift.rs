//! The charts of drift: lines, control charts and the ruler of all measures.

use evenhand_charts::domain::{
    control_multiples, drift_multiples, indicator_multiples, indicator_track, wright_map,
};
use evenhand_charts::{Mark, Text};
use evenhand_protocol::{
    ControlPoint, CountOf, DriftClass, DriftPolicy, DriftReport, EvaluatorDrift, IndicatorDrift,
    LinkedSeverity, Method, Outcome, RaschCategories, RaschElement, RaschMeasures, RaschThreshold, Reason,
    Recoding, SeverityShift, SeverityTrack,
};
use evenhand_words::Language;

use crate::data::{TEN, assert_sentence, check_three, draw, estimate, indicator_id, provider_id, round_id};
use crate::support::Seeded;

/// Shifts at the middle of six rounds, harsher and more lenient in turn, every third one up and down.
fn track(k: usize, seeded: &mut Seeded) -> SeverityTrack {
    let (class, size) = match k % 3 {
        0 => (DriftClass::Harsher, 0.6),
        1 => (DriftClass::MoreLenient, -0.5),
        _ => (DriftClass::Erratic, 0.5),
    };
    let moved = |round: usize| match class {
        DriftClass::Erratic => size * (round % 2) as f64,
        _ => size * f64::from(u8::from(round >= 3)),
    };
    let values: Vec<f64> = (0..6).map(|round| moved(round) + 0.1 * seeded.normal()).collect();
    let target = values.iter().sum::<f64>() / 6.0;
    let mut ewma = target;
    let chart = values.iter().map(|value| {
        ewma = 0.2 * value + 0.8 * ewma;
        let signal = (ewma - target).abs() > 0.1;
        ControlPoint {
            ewma,
            low: target - 0.1,
            high: target + 0.1,
            cusum_harsher: 3.0 * (value - target).max(0.0),
            cusum_lenient: 3.0 * (target - value).max(0.0),
            ewma_signal: signal,
            cusum_signal: false,
        }
    });
    let chart = chart.collect();
    let severity = |value: f64| estimate(value, 0.25, 30, CountOf::ScoreSheets, Method::LinkedLinear);
    SeverityTrack {
        class,
        p: 0.001,
        p_adjusted: 0.01,
        severities: values
            .iter()
            .enumerate()
            .map(|(round, value)| LinkedSeverity { round: round_id(round), severity: severity(*value) })
            .collect(),
        n_not_comparable: 0,
        changes: Vec::new(),
        trend: None,
        change_point: Some(SeverityShift { from_round: round_id(3), change: severity(size), p: Some(0.1) }),
        target,
        chart,
    }
}

fn measures(seeded: &mut Seeded) -> RaschMeasures {
    let mut elements = |n: usize, sd: f64, id: &dyn Fn(usize) -> String, round: Option<String>| {
        let element = |k: usize| RaschElement {
            id: id(k),
            round: round.clone(),
            n: 60,
            measure: (k != 2).then(|| sd * seeded.normal()),
            se: Some(0.1),
            extreme: false,
            fair_average: None,
            infit: Some(1.0),
            outfit: None,
        };
        (0..n).map(element).collect::<Vec<RaschElement>>()
    };
    RaschMeasures {
        providers: elements(120, 1.0, &provider_id, Some(round_id(0))),
        evaluators: elements(18, 0.5, &|k| format!("E{k:02}"), None),
        indicators: elements(8, 0.4, &indicator_id, None),
        thresholds: (1..6)
            .map(|k| RaschThreshold {
                indicator: None,
                score: f64::from(k),
                measure: f64::from(k) - 3.0,
                ordered: true,
            })
            .collect(),
        evaluator_spread: Outcome::Undefined(Reason::NoVariance),
        categories: RaschCategories {
            n_values: 6,
            n_categories: 6,
            by_indicator: false,
            recoding: Recoding::None,
        },
        n_scores: 5_000,
    }
}

fn report(n: usize) -> DriftReport {
    let mut seeded = Seeded::new(12);
    let evaluators = (0..n).map(|k| EvaluatorDrift {
        evaluator: format!("E{k:02}"),
        linear: Outcome::Known(track(k, &mut seeded)),
        rasch: Outcome::Undefined(Reason::NotConverged),
        disagreement: None,
        effect: None,
    });
    let evaluators = evaluators.collect();
    let mut other = Seeded::new(13);
    let indicators = (0..n.min(6)).map(|k| {
        let mut track = track(k, &mut other);
        // Every second one is steady.
        if k % 2 == 1 {
            track.class = DriftClass::Stable;
        }
        IndicatorDrift { indicator: indicator_id(k), track: Outcome::Known(track) }
    });
    DriftReport {
        scale: TEN,
        policy: DriftPolicy {
            alpha: 0.05,
            purification: 2.58,
            least_common: 5,
            ewma_lambda: 0.2,
            ewma_width: 2.7,
            cusum_allowance: 0.5,
            cusum_decision: 4.0,
            pass_mark: 60.0,
        },
        evaluators,
        indicators: indicators.collect(),
        links: Vec::new(),
        missing_links: Vec::new(),
        rasch_dependence: Some(1.4),
        rasch: Outcome::Known(measures(&mut seeded)),
        consequences: Vec::new(),
        findings: Vec::new(),
    }
}

#[test]
fn drift_lines_of_those_who_drift() {
    check_three("drift-multiples", drift_multiples, &report(5));
}

#[test]
fn control_charts_of_those_who_drift() {
    check_three("control-multiples", control_multiples, &report(5));
}

#[test]
fn difficulty_of_the_indicators() {
    check_three("indicator-multiples", indicator_multiples, &report(5));
}

#[test]
fn difficulty_of_one_indicator() {
    let report = report(5);
    let moved = report
        .indicators
        .iter()
        .find(|one| one.track.known().is_some_and(|track| track.class != DriftClass::Stable));
    check_three("indicator-track", indicator_track, moved.unwrap_or(&report.indicators[0]));
    let scene = draw(indicator_track, &report.indicators[0], Language::En, 688.0);
    assert!(
        scene.data.iter().all(|datum| datum.link.as_ref().is_some_and(|link| link.starts_with("round:")))
    );
    assert_eq!(scene.table.rows.len(), scene.data.len());
}

#[test]
fn everything_on_one_ruler() {
    check_three("wright-map", wright_map, &report(1));
}

/// Indicators, thresholds and evaluators that lie close together keep names of their own, none on another.
#[test]
fn names_on_the_ruler_do_not_overlap() {
    let mut crowded = report(1);
    if let Outcome::Known(measures) = &mut crowded.rasch {
        for (k, indicator) in measures.indicators.iter_mut().enumerate() {
            indicator.measure = Some(0.01 * k as f64 - 0.03);
        }
        for (k, threshold) in measures.thresholds.iter_mut().enumerate() {
            threshold.measure = 0.02 * k as f64;
        }
        measures.evaluators.truncate(9);
        measures.evaluators.iter_mut().for_each(|one| one.measure = Some(2.5));
    }
    for width in [340.0, 688.0, 1_200.0] {
        let scene = draw(wright_map, &crowded, Language::En, width);
        let labels: Vec<&Text> = scene
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text(text) if text.halo => Some(text),
                _ => None,
            })
            .collect();
        assert_eq!(labels.len(), 8 + 5 + 9, "everybody has a name");
        for (k, one) in labels.iter().enumerate() {
            assert!(one.at.y >= 0.0 && one.at.y <= scene.height, "{} at {}", one.text, one.at.y);
            for other in &labels[k + 1..] {
                let apart = (one.at.x - other.at.x).abs() > 1.0 || (one.at.y - other.at.y).abs() >= 12.0;
                assert!(apart, "{} and {} at {width}", one.text, other.text);
                assert!((one.at.x - other.at.x).abs() > 1.0 || one.text != other.text, "{}", one.text);
            }
        }
    }
}

#[test]
fn only_the_largest_are_drawn() {
    let scene = draw(drift_multiples, &report(20), Language::En, 688.0);
    assert!(scene.caption.subtitle.contains("12"), "{}", scene.caption.subtitle);
    assert_eq!(scene.data.len(), 12 * 6);
}

#[test]
fn nothing_to_draw_says_why() {
    let refused = DriftReport {
        rasch: Outcome::Undefined(Reason::TooManyCategories { limit: 120, found: 900 }),
        ..report(0)
    };
    assert_sentence(&draw(wright_map, &refused, Language::En, 688.0), "900");
    assert_sentence(&draw(drift_multiples, &refused, Language::Zh, 688.0), "。");
}
