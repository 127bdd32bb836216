//! The measures of all facets against the table that Facets prints.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, facets};
use evenhand_protocol::{Direction, FacetElement, FacetMeasures, Facets, MeasuredFacet, Outcome};
use evenhand_table::ScoreTable;
use support::{Row, all, published::guilford, table, table_with};

fn known(table: &ScoreTable) -> Facets {
    match facets(&Design::new(&all(table)).unwrap()).facets {
        Outcome::Known(facets) => facets,
        Outcome::Undefined(reason) => unreachable!("{reason:?}"),
    }
}

fn of(facets: &Facets, facet: MeasuredFacet) -> &FacetMeasures {
    facets.measures.iter().find(|of| of.facet == facet).unwrap()
}

#[track_caller]
fn close(what: &str, found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{what}: {found} is not {expected}");
}

/// Half a unit of the third decimal, and what the looser tolerance of the answer's fit leaves open.
const THREE: f64 = 6e-4;

/// Measures of maximum likelihood in the frame of the published table: juniors and traits centred, judges not. Evenhand
/// centres evaluators and indicators, so that its juniors carry the level with the other sign.
fn published_frame(facets: &Facets, facet: MeasuredFacet) -> Vec<f64> {
    let value = |one: &FacetElement| one.uncorrected.unwrap().value;
    let juniors: Vec<f64> = of(facets, MeasuredFacet::Providers).elements.iter().map(value).collect();
    let level = juniors.iter().sum::<f64>() / juniors.len() as f64;
    let moved = |measure: f64| if facet == MeasuredFacet::Indicators { measure } else { measure - level };
    of(facets, facet).elements.iter().map(value).map(moved).collect()
}

/// Linacre, A User's Guide to Facets, Table 7 of the worked example with Guilford's ratings, uncorrected.
#[test]
fn guilfords_table_is_printed() {
    let facets = known(&table(&guilford(), 1.0, 9.0));
    let expected: [(MeasuredFacet, &[f64]); 3] = [
        (MeasuredFacet::Evaluators, &[0.040, 0.245, -0.096]),
        (MeasuredFacet::Providers, &[-0.071, 0.664, -0.255, -0.482, 0.441, -0.584, 0.288]),
        (MeasuredFacet::Indicators, &[-0.280, -0.147, 0.211, -0.302, 0.518]),
    ];
    for (facet, expected) in expected {
        let found = published_frame(&facets, facet);
        assert_eq!(found.len(), expected.len());
        found.iter().zip(expected).for_each(|(found, expected)| close("measure", *found, *expected, THREE));
    }
    let judges = of(&facets, MeasuredFacet::Evaluators);
    for (judge, (se, infit)) in judges.elements.iter().zip([(0.117, 0.849), (0.118, 1.475), (0.116, 0.672)]) {
        close("se", judge.uncorrected.unwrap().se.unwrap(), se, THREE);
        close("infit", judge.fit.unwrap().infit, infit, THREE);
        assert_eq!((judge.n, judge.extreme), (35, false));
    }
    let agreement = judges.agreement.unwrap();
    assert_eq!((agreement.pairs, agreement.observed), (105.0, 33.0));
    close("expected agreements", agreement.expected, 27.02, 5e-3);
    let kappa = (33.0 - agreement.expected) / (105.0 - agreement.expected);
    close("Rasch kappa", agreement.kappa.unwrap(), kappa, 1e-12);
    let summary = *judges.summary.known().unwrap();
    let fixed = summary.all.fixed.unwrap();
    close("fixed chi-square", fixed.chi_squared, 4.30, 5e-3);
    assert_eq!((fixed.df, summary.all.n, summary.without_extremes), (2.0, 3, None));
}

/// The judges gave 171, 156 and 181 points in 35 ratings each.
#[test]
fn averages_are_in_points_of_the_scale() {
    let facets = known(&table(&guilford(), 1.0, 9.0));
    for (judge, total) in of(&facets, MeasuredFacet::Evaluators).elements.iter().zip([171.0, 156.0, 181.0]) {
        close("observed", judge.observed_average, total / 35.0, 1e-12);
        let fair = judge.fair_average.unwrap();
        assert!((1.0..=9.0).contains(&fair), "{fair}");
    }
    // A harsher judge has a lower fair average.
    let mut judges: Vec<(f64, f64)> = of(&facets, MeasuredFacet::Evaluators)
        .elements
        .iter()
        .map(|one| (one.measure.unwrap().value, one.fair_average.unwrap()))
        .collect();
    judges.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(judges.windows(2).all(|pair| pair[0].1 > pair[1].1), "{judges:?}");
}

/// Ten points more, or a scale on which 1 is best: the measures are the same.
#[test]
fn measures_do_not_depend_on_the_scale() {
    let rows = guilford();
    let first = known(&table(&rows, 1.0, 9.0));
    let moved: Vec<Row> = rows.iter().map(|row| Row { score: row.score + 10.0, ..*row }).collect();
    let second = known(&table(&moved, 11.0, 19.0));
    let turned: Vec<Row> = rows.iter().map(|row| Row { score: 10.0 - row.score, ..*row }).collect();
    let third = known(&table_with(&turned, 1.0, 9.0, |indicator| indicator.direction = Direction::Lower));
    for facet in [MeasuredFacet::Evaluators, MeasuredFacet::Indicators, MeasuredFacet::Providers] {
        let (a, b, c) = (of(&first, facet), of(&second, facet), of(&third, facet));
        for ((a, b), c) in a.elements.iter().zip(&b.elements).zip(&c.elements) {
            close("moved", b.measure.unwrap().value, a.measure.unwrap().value, 1e-9);
            close("turned", c.measure.unwrap().value, a.measure.unwrap().value, 1e-9);
            close("fair, moved", b.fair_average.unwrap(), a.fair_average.unwrap() + 10.0, 1e-9);
            // Where the lowest score is the best, averages are on the scale from 0 to 100.
            let normalised = (a.fair_average.unwrap() - 1.0) / 8.0 * 100.0;
            close("fair, turned", c.fair_average.unwrap(), normalised, 1e-9);
        }
    }
}

#[test]
fn a_provider_with_the_best_scores_only_is_extreme() {
    let mut rows = guilford();
    rows.iter_mut().filter(|row| row.provider == 1).for_each(|row| row.score = 9.0);
    let facets = known(&table(&rows, 1.0, 9.0));
    let providers = of(&facets, MeasuredFacet::Providers);
    let best = &providers.elements[1];
    assert!(best.extreme && best.fit.is_none() && best.observed_average == 9.0);
    assert!(best.measure.unwrap().value > providers.elements[0].measure.unwrap().value);
    let summary = *providers.summary.known().unwrap();
    assert_eq!((summary.all.n, summary.without_extremes.unwrap().n), (7, 6));
    assert_eq!(providers.agreement, None);
}
