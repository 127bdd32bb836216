//! Words for coefficients, as surely as the data allow.

use evenhand_protocol::{AgreementOf, Benchmark, BenchmarkScale, Coefficient, Grade};
use evenhand_stats as stats;

use crate::convert::to_stats;

/// The coefficients that get words: the ones shown by default.
const WORDED: [Coefficient; 3] = [Coefficient::IccA1, Coefficient::IccAk, Coefficient::AlphaInterval];

/// What the default coefficients are worth on every scale; nothing for a coefficient whose precision is not known.
pub(super) fn benchmarks(of: &AgreementOf) -> Vec<Benchmark> {
    let mut benchmarks = Vec::new();
    for coefficient in WORDED {
        let Some(estimate) = of.value(coefficient).and_then(|value| value.known()) else { continue };
        for scale in BenchmarkScale::ALL {
            let found = stats::benchmark(&to_stats(estimate), scale_of(scale));
            benchmarks.extend(found.ok().and_then(|found| worded(coefficient, scale, &found)));
        }
    }
    benchmarks
}

fn worded(coefficient: Coefficient, scale: BenchmarkScale, found: &stats::Benchmark) -> Option<Benchmark> {
    let levels = found.scale.levels();
    let probability = |level: stats::ScaleLevel| {
        let at = levels.iter().position(|other| other.grade == level.grade)?;
        found.cumulative.get(at).copied()
    };
    Some(Benchmark {
        coefficient,
        scale,
        of_estimate: grade(found.of_estimate.grade),
        of_estimate_probability: probability(found.of_estimate)?,
        reached: grade(found.reached.grade),
        probability: probability(found.reached)?,
        lowest: levels.last().is_some_and(|level| level.grade == found.reached.grade),
        highest: levels.first().is_some_and(|level| level.grade == found.reached.grade),
    })
}

fn scale_of(scale: BenchmarkScale) -> stats::BenchmarkScale {
    match scale {
        BenchmarkScale::KooLi => stats::BenchmarkScale::KooLi,
        BenchmarkScale::Cicchetti => stats::BenchmarkScale::Cicchetti,
        BenchmarkScale::LandisKoch => stats::BenchmarkScale::LandisKoch,
        BenchmarkScale::Altman => stats::BenchmarkScale::Altman,
        BenchmarkScale::Fleiss => stats::BenchmarkScale::Fleiss,
        BenchmarkScale::GeorgeMallery => stats::BenchmarkScale::GeorgeMallery,
    }
}

fn grade(grade: stats::Grade) -> Grade {
    match grade {
        stats::Grade::Unacceptable => Grade::Unacceptable,
        stats::Grade::Poor => Grade::Poor,
        stats::Grade::Questionable => Grade::Questionable,
        stats::Grade::Slight => Grade::Slight,
        stats::Grade::Fair => Grade::Fair,
        stats::Grade::Moderate => Grade::Moderate,
        stats::Grade::IntermediateToGood => Grade::IntermediateToGood,
        stats::Grade::Acceptable => Grade::Acceptable,
        stats::Grade::Good => Grade::Good,
        stats::Grade::VeryGood => Grade::VeryGood,
        stats::Grade::Substantial => Grade::Substantial,
        stats::Grade::Excellent => Grade::Excellent,
        stats::Grade::AlmostPerfect => Grade::AlmostPerfect,
    }
}
