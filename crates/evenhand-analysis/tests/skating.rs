//! Agreement and structure of real scores, where the data lie beside the project.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, agreement, structure};
use evenhand_protocol::{Coefficient, Outcome};
use support::{all, skating::skating};

#[test]
fn skating_judges_agree_on_order_and_components_say_nearly_the_same() {
    let Some(table) = skating() else { return };
    let design = Design::new(&all(&table)).unwrap();
    let answer = agreement(&design);
    assert_eq!((answer.by_round.len(), answer.by_indicator.len()), (17, 5));
    for of in answer.by_indicator.iter().chain([&answer.overall]) {
        let value = |which| of.value(which).unwrap().known().unwrap().clone();
        let (single, panel) = (value(Coefficient::IccA1), value(Coefficient::IccAk));
        assert!(single.value < panel.value && panel.value < 1.0, "{:?}", of.part);
        // Interval alpha takes severity for error, as ICC(A,1) does, but also sees the differences between events.
        let alpha = value(Coefficient::AlphaInterval);
        let interval = alpha.interval.unwrap();
        assert!(interval.low < alpha.value && alpha.value < interval.high);
    }
    let pairs = answer.pairs.known().unwrap();
    assert!(pairs.pairs.iter().all(|pair| pair.n_shared >= pairs.min_shared));

    let answer = structure(&design);
    let correlations = answer.correlations.known().unwrap();
    assert_eq!(correlations.pairs.len(), 10);
    // Component scores of figure skating hardly differ from each other: their correlation of panel means is above .95
    // throughout, and one dimension stands out.
    assert!(correlations.pairs.iter().all(|pair| pair.redundant));
    assert_eq!(answer.dimensionality.known().unwrap().n_dimensions, 1);
    let weights = answer.weights.known().unwrap();
    let total: f64 = weights.iter().map(|weight| weight.effective.value).sum();
    assert!((total - 1.0).abs() < 1e-9);
    assert!(matches!(answer.provider_means.overall, Outcome::Known(_)));
}
