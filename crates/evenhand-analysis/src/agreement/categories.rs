//! Coefficients of categories: ratings seen as one of a few possible values.

use evenhand_protocol::{
    Coefficient, CoefficientValue, CountOf, Estimate, IndicatorInfo, Method, Outcome, Reason,
};
use evenhand_stats::{
    AgreementOptions, AgreementSet, AgreementWeights, ChanceCorrected, Undefined, agreement_set,
};

use super::panel_scores::PanelScores;
use crate::LEVEL;
use crate::convert::{estimate, reason};
use crate::widened::{Evenly, widened};

/// Different values up to which ratings are taken for categories.
pub(super) const MAX_CATEGORIES: usize = 50;

/// The coefficients that come from categories.
const OF_CATEGORIES: [Coefficient; 8] = [
    Coefficient::GwetAc1,
    Coefficient::GwetAc2Linear,
    Coefficient::GwetAc2Quadratic,
    Coefficient::GwetAc2Ordinal,
    Coefficient::FleissKappa,
    Coefficient::CongerKappa,
    Coefficient::BrennanPrediger,
    Coefficient::PercentAgreement,
];

/// Ratings as categories of a scale.
pub(super) struct Categories {
    /// The ratings, each by its place on the scale or, where the scale is not known, as it is.
    pub(super) scores: PanelScores,
    /// The categories of the scale, of which some may not occur; `None` takes those that do.
    scale: Option<Vec<f64>>,
    /// How many there are.
    pub(super) n: usize,
}

impl Categories {
    /// The ratings of an indicator as categories: the steps of its scale, where they are given and all ratings lie on
    /// them, else the values that occur.
    pub(super) fn new(info: &IndicatorInfo, scores: &PanelScores, n_values: usize) -> Result<Self, Reason> {
        if let Some((places, n)) = on_steps(info, scores.values()) {
            let scale = Some((0..n).map(|place| place as f64).collect());
            return Ok(Self { scores: scores.with_values(places), scale, n });
        }
        if n_values > MAX_CATEGORIES {
            let (limit, found) = (MAX_CATEGORIES as u32, n_values as u32);
            return Err(Reason::TooManyCategories { limit, found });
        }
        Ok(Self { scores: scores.clone(), scale: None, n: n_values })
    }

    /// All coefficients of categories, their intervals widened by how often units come back.
    pub(super) fn coefficients(&self, repeats: f64) -> Vec<CoefficientValue> {
        let with = |weights| {
            let ratings = self.scores.ratings()?;
            let scale = self.scale.as_deref();
            agreement_set(
                &ratings,
                &AgreementOptions { weights, scale, sampled_share: 0.0, resampling: None, level: LEVEL },
            )
        };
        let identity = with(AgreementWeights::Identity);
        let [linear, quadratic, ordinal] =
            [AgreementWeights::Linear, AgreementWeights::Quadratic, AgreementWeights::Ordinal].map(with);
        OF_CATEGORIES
            .into_iter()
            .map(|coefficient| {
                let set = match coefficient {
                    Coefficient::GwetAc2Linear => &linear,
                    Coefficient::GwetAc2Quadratic => &quadratic,
                    Coefficient::GwetAc2Ordinal => &ordinal,
                    _ => &identity,
                };
                let value = set.as_ref().map_err(|e| *e).and_then(|set| pick(set, coefficient));
                CoefficientValue { coefficient, value: tagged(value, repeats) }
            })
            .collect()
    }
}

/// Every coefficient of categories with the same reason why it has no value.
pub(super) fn without_categories(reason: &Reason) -> Vec<CoefficientValue> {
    OF_CATEGORIES
        .map(|coefficient| CoefficientValue { coefficient, value: Outcome::Undefined(reason.clone()) })
        .to_vec()
}

fn pick(set: &AgreementSet, coefficient: Coefficient) -> Result<ChanceCorrected, Undefined> {
    match coefficient {
        Coefficient::FleissKappa => set.fleiss_kappa,
        Coefficient::CongerKappa => set.conger_kappa,
        Coefficient::BrennanPrediger => set.brennan_prediger,
        Coefficient::PercentAgreement => Ok(set.percent_agreement),
        _ => set.gwet_ac,
    }
}

fn tagged(found: Result<ChanceCorrected, Undefined>, repeats: f64) -> Outcome<Estimate> {
    match found {
        Ok(found) => {
            let plain = estimate(&found.estimate, CountOf::ProviderOccasions, Method::GwetAnalytic);
            Outcome::Known(widened(plain, repeats, Evenly::Plain))
        }
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
    }
}

/// The place of every rating on a scale of known steps, and the number of its places; `None` where no step is given,
/// there are more than [`MAX_CATEGORIES`], or a rating lies between two steps.
fn on_steps(info: &IndicatorInfo, values: &[f64]) -> Option<(Vec<f64>, usize)> {
    let step = info.step.filter(|step| *step > 0.0)?;
    let last = ((info.max - info.min) / step).round();
    if !(1.0..MAX_CATEGORIES as f64).contains(&last) {
        return None;
    }
    let place = |value: &f64| {
        let place = ((value - info.min) / step).round();
        let off = (value - (info.min + place * step)).abs();
        ((0.0..=last).contains(&place) && off <= 1e-9 * (info.max - info.min)).then_some(place)
    };
    Some((values.iter().map(place).collect::<Option<Vec<f64>>>()?, last as usize + 1))
}
