//! Agreement of one part of the scores, by every coefficient.

use evenhand_protocol::{
    Agreement, AgreementOf, Coefficient, CoefficientValue, Compared, Estimate, IndicatorInfo, Outcome, Part,
    Reason,
};
use evenhand_stats::Metric;

use super::alpha::alpha;
use super::categories::{Categories, without_categories};
use super::complete_blocks::CompleteBlocks;
use super::concordance::concordance;
use super::icc::six_iccs;
use super::panel_scores::PanelScores;
use crate::Design;
use crate::convert::reason;

/// All coefficients of composites.
pub(super) fn of_composites(design: &Design, part: Part, scores: &PanelScores) -> AgreementOf {
    let reason = Reason::NotForComposites;
    let mut found = Found::new(design, part, Compared::Composites, scores);
    for coefficient in [Coefficient::AlphaOrdinal, Coefficient::AlphaNominal, Coefficient::AlphaRatio] {
        found.push(coefficient, Outcome::Undefined(reason.clone()));
    }
    found.values.extend(without_categories(&reason));
    found.finish(None)
}

/// All coefficients of the ratings of one indicator, in its own points.
pub(super) fn of_ratings(design: &Design, info: &IndicatorInfo, scores: &PanelScores) -> AgreementOf {
    let part = Part::Indicator(info.id.clone());
    let mut found = Found::new(design, part, Compared::Ratings, scores);
    let (repeats, n_values) = (scores.repeats(design), found.n_values);
    let of_metric = |metric| match scores.ratings() {
        Ok(ratings) => alpha(&ratings, metric, repeats),
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
    };
    found.push(Coefficient::AlphaOrdinal, of_metric(Metric::Ordinal));
    let categories = Categories::new(info, scores, n_values);
    let nominal = match &categories {
        Ok(_) => of_metric(Metric::Nominal),
        Err(reason) => Outcome::Undefined(reason.clone()),
    };
    found.push(Coefficient::AlphaNominal, nominal);
    found.push(Coefficient::AlphaRatio, of_metric(Metric::Ratio));
    match categories {
        Ok(categories) => {
            found.values.extend(categories.coefficients(repeats));
            found.finish(Some(categories.n as u32))
        }
        Err(reason) => {
            found.values.extend(without_categories(&reason));
            found.finish(None)
        }
    }
}

/// What both kinds of parts have: intraclass correlations, interval alpha, Kendall's W, counts.
struct Found<'a> {
    part: Part,
    compared: Compared,
    scores: &'a PanelScores,
    values: Vec<CoefficientValue>,
    k: Option<f64>,
    n_values: usize,
}

impl<'a> Found<'a> {
    fn new(design: &Design, part: Part, compared: Compared, scores: &'a PanelScores) -> Self {
        let six = six_iccs(design, scores);
        let k = six.known().map(|six| six.k);
        let n_values = distinct(scores.values());
        let mut found = Self { part, compared, scores, values: Vec::new(), k, n_values };
        for (coefficient, pick) in ICCS {
            found.push(coefficient, six.clone().map(|six| pick(&six).clone()));
        }
        let interval = match scores.ratings() {
            Ok(ratings) => alpha(&ratings, Metric::Interval, scores.repeats(design)),
            Err(undefined) => Outcome::Undefined(reason(&undefined)),
        };
        found.push(Coefficient::AlphaInterval, interval);
        let blocks = CompleteBlocks::new(design, scores);
        found.push(Coefficient::KendallW, concordance(design, scores, &blocks));
        found
    }

    fn push(&mut self, coefficient: Coefficient, value: Outcome<Estimate>) {
        self.values.push(CoefficientValue { coefficient, value });
    }

    /// The answer, with the coefficients in their order.
    fn finish(self, n_categories: Option<u32>) -> AgreementOf {
        let Self { part, compared, scores, values, k, n_values } = self;
        let in_order =
            |coefficient: Coefficient| values.iter().find(|v| v.coefficient == coefficient).cloned();
        AgreementOf {
            part,
            compared,
            coefficients: Coefficient::ALL.into_iter().filter_map(in_order).collect(),
            k,
            n_units: scores.n_units() as u32,
            n_units_shared: scores.n_shared() as u32,
            n_evaluators: scores.distinct_evaluators().len() as u32,
            n_values: n_values as u32,
            n_categories,
        }
    }
}

type PickIcc = fn(&Agreement) -> &Estimate;

const ICCS: [(Coefficient, PickIcc); 6] = [
    (Coefficient::Icc1, |a| &a.icc_1),
    (Coefficient::IccA1, |a| &a.icc_a_1),
    (Coefficient::IccC1, |a| &a.icc_c_1),
    (Coefficient::Icc1k, |a| &a.icc_1_k),
    (Coefficient::IccAk, |a| &a.icc_a_k),
    (Coefficient::IccCk, |a| &a.icc_c_k),
];

/// The number of different values.
fn distinct(values: &[f64]) -> usize {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    values.dedup();
    values.len()
}
