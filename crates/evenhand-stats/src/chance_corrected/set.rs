//! All coefficients of the family at once.

use super::coefficient::{Chance, ChanceCorrected, Sampling, corrected};
use super::statistic::{Coefficient, CoefficientStatistic};
use super::table::Table;
use super::{brennan_prediger, conger, fleiss, gwet};
use crate::agreement_weights::AgreementWeights;
use crate::estimate::Level;
use crate::ratings::Ratings;
use crate::resampling::{Resampling, Transform, studentised_interval};
use crate::undefined::Undefined;

/// What counts as agreement, and what the intervals refer to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgreementOptions<'a> {
    /// The credit for pairs of categories.
    pub weights: AgreementWeights<'a>,
    /// The categories of the scale in any order, or `None` for those that occur. AC and Brennan-Prediger depend on
    /// their number, and linear and quadratic weights on their range.
    pub scale: Option<&'a [f64]>,
    /// The share of all units that were sampled (finite population correction), from 0 for a large population to
    /// below 1.
    pub sampled_share: f64,
    /// How to resample units for intervals, or `None` for Gwet's t intervals.
    pub resampling: Option<Resampling>,
    /// The level of the intervals.
    pub level: Level,
}

impl Default for AgreementOptions<'_> {
    /// Identity weights, the categories that occur, a large population, t intervals, 95%.
    fn default() -> Self {
        Self {
            weights: AgreementWeights::Identity,
            scale: None,
            sampled_share: 0.0,
            resampling: None,
            level: Level::P95,
        }
    }
}

/// Agreement of evaluators on categories, by six definitions of what chance does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgreementSet {
    /// The weighted share of agreeing pairs, not corrected for chance.
    pub percent_agreement: ChanceCorrected,
    /// Gwet's AC1 (identity weights) or AC2.
    pub gwet_ac: Result<ChanceCorrected, Undefined>,
    /// Fleiss' kappa, generalised to weights and missing scores.
    pub fleiss_kappa: Result<ChanceCorrected, Undefined>,
    /// Conger's kappa; for two evaluators and complete data this is Cohen's kappa.
    pub conger_kappa: Result<ChanceCorrected, Undefined>,
    /// Brennan & Prediger's coefficient.
    pub brennan_prediger: Result<ChanceCorrected, Undefined>,
    /// The number of units with one score only, which inform chance agreement but not agreement.
    pub n_single: usize,
    /// The number of categories.
    pub n_categories: usize,
}

/// Percent agreement, Gwet's AC1 or AC2, Fleiss', Conger's and Brennan & Prediger's coefficients.
///
/// Source: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 4 and 5. The standard errors are
/// conditional on the evaluators, units being the sample; the intervals take t on n - 1 degrees of freedom and end at 1
/// at most.
///
/// With few units the t intervals cover too seldom where the coefficient is high. With many missing scores they cover
/// too often, because the number of units with two or more scores counts as random. With `resampling` the intervals are
/// studentised bootstraps over units instead, for a large population; the standard errors remain Gwet's.
///
/// Missing scores are taken natively: agreement is the mean over units with two or more scores of the share of their
/// pairs that agree. Conger's chance agreement takes each evaluator's marginals over the units that evaluator scored.
/// The cost is linear in the number of scores and categories, but for ratio and custom weights.
///
/// ```
/// use evenhand_stats::{AgreementOptions, Ratings, agreement_set};
/// let scores = [1., 1., 2., 2., 3., 3., 1., 2.];
/// let set = agreement_set(&Ratings::complete(&scores, 4, 2)?, &AgreementOptions::default())?;
/// assert_eq!(set.percent_agreement.estimate.value, 0.75);
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `OneEvaluator` if no unit has two scores; `InvalidParameter` for a sampled share outside 0 to 1; `NotOnScale`,
/// `InvalidWeights`, `Negative` or `TooLarge` as the scale and weights demand. A single coefficient is `NoVariance`
/// where chance alone explains all agreement, as when only one category occurs.
pub fn agreement_set(ratings: &Ratings, options: &AgreementOptions) -> Result<AgreementSet, Undefined> {
    if !(0.0..1.0).contains(&options.sampled_share) {
        return Err(Undefined::InvalidParameter);
    }
    let table = Table::new(ratings, options.scale, options.weights)?;
    let sampling = Sampling { sampled_share: options.sampled_share, level: options.level };
    let ones = vec![1.0; table.n_units()];
    let with = |chance: Chance| {
        let parts = chance.of_category.as_ref().map(|of_category| table.unit_means(of_category));
        corrected(&table, chance.expected, parts.as_deref(), sampling)
    };
    let conger_kappa = if conger::has_pairs(&table) {
        let parts = conger::unit_parts(&table, &ones);
        corrected(&table, conger::expected(&table, &ones), Some(&parts), sampling)
    } else {
        Err(Undefined::OneEvaluator)
    };
    let mut set = AgreementSet {
        percent_agreement: corrected(&table, 0.0, None, sampling)?,
        gwet_ac: gwet::chance(&table, &ones).and_then(with),
        fleiss_kappa: fleiss::chance(&table, &ones).and_then(with),
        conger_kappa,
        brennan_prediger: brennan_prediger::chance(&table).and_then(with),
        n_single: table.agreement.iter().filter(|agreement| agreement.is_none()).count(),
        n_categories: table.n_categories,
    };
    if let Some(resampling) = options.resampling {
        set.resample(table, resampling, options.level);
    }
    Ok(set)
}

impl AgreementSet {
    /// Puts bootstrap intervals in the place of the t intervals.
    fn resample(&mut self, table: Table, resampling: Resampling, level: Level) {
        let mut statistic = CoefficientStatistic::of(table, Coefficient::PercentAgreement);
        let mut interval = |coefficient| {
            statistic.coefficient = coefficient;
            studentised_interval(&statistic, Transform::LogDistance, resampling, level)
        };
        self.percent_agreement.estimate.interval = interval(Coefficient::PercentAgreement);
        let results = [
            (&mut self.gwet_ac, Coefficient::GwetAc),
            (&mut self.fleiss_kappa, Coefficient::FleissKappa),
            (&mut self.conger_kappa, Coefficient::CongerKappa),
            (&mut self.brennan_prediger, Coefficient::BrennanPrediger),
        ];
        for (result, coefficient) in results {
            if let Ok(found) = result {
                found.estimate.interval = interval(coefficient);
            }
        }
    }
}
