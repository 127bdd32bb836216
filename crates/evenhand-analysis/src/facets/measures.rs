//! The measures of all facets, as Facets prints them in Table 7.

use evenhand_protocol::{
    ChiSquaredTest, ExactAgreement, FacetElement, FacetFit, FacetMeasures, FacetSpread, FacetSummary,
    LogitMeasure, MeasuredFacet, Outcome, RaschSpread, ScoreScale,
};
use evenhand_stats::{AgreementCount, ElementFit, Homogeneity, MeasureSpread, RaschElement, RaterAgreement};

use crate::Design;
use crate::convert::reason;
use crate::rasch::{EVALUATORS, INDICATORS, Measured, UNITS};

/// Evaluators, indicators and providers in their rounds.
pub(super) fn measures(design: &Design, measured: &Measured) -> Vec<FacetMeasures> {
    let facets = [
        (MeasuredFacet::Evaluators, EVALUATORS),
        (MeasuredFacet::Indicators, INDICATORS),
        (MeasuredFacet::Providers, UNITS),
    ];
    facets.into_iter().map(|(facet, place)| of_facet(design, measured, facet, place)).collect()
}

fn of_facet(design: &Design, measured: &Measured, facet: MeasuredFacet, place: usize) -> FacetMeasures {
    let fit = &measured.fit;
    let agreement = if facet == MeasuredFacet::Evaluators { fit.rater_agreement(place).ok() } else { None };
    let in_points = matches!(design.scale(), ScoreScale::Points { .. });
    let fair = fit.fair_averages(place, |scale, rating| {
        let class = &measured.categories.scale_of(scale.unwrap_or(0))[rating as usize];
        if in_points { class.mean() } else { class.normalised_mean() }
    });
    let observed = observed_averages(design, measured, place);
    let elements = fit.facets[place].iter().enumerate().filter_map(|(code, found)| {
        let (id, round) = named(design, facet, code);
        Some(FacetElement {
            id: id.to_owned(),
            round: round.map(str::to_owned),
            n: found.n as u32,
            observed_average: observed[code]?,
            fair_average: fair.get(code).copied().flatten(),
            measure: measure(found, 1.0),
            uncorrected: measure(found, fit.bias_factor()),
            extreme: found.status.is_extreme(),
            fit: found.fit.as_ref().map(fit_of),
            agreement: agreement.as_ref().and_then(|of| of.elements.get(code)).and_then(told_agreement),
        })
    });
    FacetMeasures {
        facet,
        elements: elements.collect(),
        summary: summary(measured, place),
        agreement: agreement.as_ref().and_then(|of: &RaterAgreement| told_agreement(&of.total)),
    }
}

/// The id of an element, and the round of a provider.
fn named<'a>(design: &'a Design, facet: MeasuredFacet, code: usize) -> (&'a str, Option<&'a str>) {
    let metadata = design.metadata();
    match facet {
        MeasuredFacet::Evaluators => (&metadata.evaluators[code].id, None),
        MeasuredFacet::Indicators => (&metadata.indicators[code].id, None),
        MeasuredFacet::Providers => {
            let unit = &design.units()[code];
            let round = &metadata.rounds[unit.round as usize].id;
            (&metadata.providers[unit.provider as usize].id, Some(round))
        }
    }
}

/// The mean score of every element, on the scale of the answer; `None` without scores.
fn observed_averages(design: &Design, measured: &Measured, place: usize) -> Vec<Option<f64>> {
    let mut sums = vec![(0.0, 0u32); measured.fit.facets[place].len()];
    for (row, unit) in measured.rows.iter().zip(&measured.units) {
        let code = match place {
            UNITS => *unit,
            EVALUATORS => design.table().evaluator()[*row as usize],
            _ => design.table().indicator()[*row as usize],
        };
        let sum = &mut sums[code as usize];
        sum.0 += design.on_scale(*row as usize);
        sum.1 += 1;
    }
    sums.into_iter().map(|(sum, n)| (n > 0).then(|| sum / f64::from(n))).collect()
}

/// The measure of an element with the correction for bias divided by `factor`.
fn measure(found: &RaschElement, factor: f64) -> Option<LogitMeasure> {
    let of = found.measure?;
    Some(LogitMeasure { value: of.value / factor, se: of.se.map(|se| se / factor) })
}

fn fit_of(fit: &ElementFit) -> FacetFit {
    FacetFit {
        infit: fit.infit.value,
        infit_z: fit.infit.standardised,
        outfit: fit.outfit.value,
        outfit_z: fit.outfit.standardised,
        point_measure: fit.point_measure,
        point_measure_expected: fit.point_measure_expected,
    }
}

fn told_agreement(count: &AgreementCount) -> Option<ExactAgreement> {
    (count.opportunities > 0.0).then(|| ExactAgreement {
        pairs: count.opportunities,
        observed: count.observed,
        expected: count.expected,
        kappa: count.kappa(),
    })
}

fn summary(measured: &Measured, place: usize) -> Outcome<FacetSummary> {
    match measured.fit.facet_summary(place) {
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
        Ok(found) => {
            let has_extremes = measured.fit.facets[place].iter().any(|one| one.status.is_extreme());
            Outcome::Known(FacetSummary {
                all: spread(&found.with_extremes),
                without_extremes: has_extremes.then(|| spread(&found.without_extremes)),
            })
        }
    }
}

fn spread(found: &evenhand_stats::FacetSpread) -> FacetSpread {
    let of = |spread: &MeasureSpread| RaschSpread {
        rmse: found.separation.rmse,
        adjusted_sd: spread.adjusted_sd,
        separation: spread.separation,
        strata: spread.strata,
        reliability: spread.reliability,
    };
    FacetSpread {
        n: found.separation.n as u32,
        population: of(&found.separation.population),
        sample: of(&found.separation.sample),
        fixed: found.fixed.as_ref().map(test),
        random: found.random.as_ref().map(test),
    }
}

fn test(of: &Homogeneity) -> ChiSquaredTest {
    ChiSquaredTest { chi_squared: of.chi_squared, df: of.df, p: of.p }
}
