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

/// The reference values of the data: +0.275 for 6,995 scores of the judge's own nation, -0.027 for the other 70,635.
#[test]
fn skating_judges_favour_their_own_nation_and_some_stand_out() {
    let Some(table) = skating() else { return };
    let answer = evenhand_analysis::conflicts(&Design::new(&all(&table)).unwrap());
    let of = answer.of(evenhand_protocol::ConflictKind::SameAffiliation).unwrap();
    let effect = of.overall.known().unwrap();
    assert_eq!((effect.tied.n, effect.other.n), (6_995, 70_635));
    assert!((effect.tied.value - 0.275).abs() < 0.0005, "{}", effect.tied.value);
    assert!((effect.other.value + 0.027).abs() < 0.0005, "{}", effect.other.value);
    let interval = effect.tied.interval.unwrap();
    assert!(interval.low > 0.2 && interval.high < 0.35, "{interval:?}");
    assert!(effect.difference.interval.unwrap().low > 0.2 && effect.p < 1e-6);
    assert!(effect.p_permutation <= 0.001, "{}", effect.p_permutation);
    let favouring = of.evaluators.iter().filter(|row| {
        row.effect.known().is_some_and(|one| one.verdict == evenhand_protocol::ConflictVerdict::Favours)
    });
    let favouring = favouring.count();
    println!(
        "tied {:.4} [{:.3} to {:.3}], difference {:.4}, {favouring} of {} tested favour, {} decisions",
        effect.tied.value,
        interval.low,
        interval.high,
        effect.difference.value,
        of.n_tests,
        of.consequences.as_ref().map_or(0, |one| one.n_would_pass + one.n_would_fail)
    );
    assert!(favouring >= 10 && of.n_tests > 60, "{favouring} of {}", of.n_tests);
}

#[test]
fn changes_between_skating_events_are_of_other_skaters() {
    let Some(table) = skating() else { return };
    let answer = evenhand_analysis::turnover(&Design::new(&all(&table)).unwrap());
    assert_eq!((answer.rounds.len(), answer.splits.len()), (17, 16));
    for split in &answer.splits {
        let Outcome::Known(parts) = &split.parts else { continue };
        let sum = parts.composition.value + parts.drift.value + parts.provider_mix.value;
        assert!((sum + parts.provider_change.value - split.raw).abs() < 1e-9);
    }
    let known = answer.splits.iter().filter(|split| split.parts.known().is_some()).count();
    println!("{known} of 16 changes split; {:?}", answer.splits[0]);
}
