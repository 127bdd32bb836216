use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// A confidence interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Confidence level, for example 0.95.
    pub level: f64,
}

impl Interval {
    /// Whether zero is outside.
    pub fn excludes_zero(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// An estimate with its uncertainty and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Estimate {
    /// Point estimate.
    pub value: f64,
    /// Standard error, where the method has one.
    pub se: Option<f64>,
    /// Confidence interval, where the method has one.
    pub interval: Option<Interval>,
    /// How many units the estimate rests on.
    pub n: u32,
    /// What `n` counts.
    pub of: CountOf,
    /// How it was computed.
    pub method: Method,
}

/// What the n of an estimate counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountOf {
    /// Single scores.
    Scores,
    /// Score sheets (one evaluator, one provider, one round and occasion).
    ScoreSheets,
    /// Providers.
    Providers,
    /// Providers × rounds.
    ProviderRounds,
    /// Provider occasions: providers × rounds × occasions within the round.
    ProviderOccasions,
    /// Evaluators.
    Evaluators,
    /// Levels of an effect: rounds, providers, evaluators, or combinations of them.
    Levels,
}

/// The method behind an estimate; METHODS and the methods page name the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Intraclass correlation from pooled mean squares of complete panels, F interval (McGraw & Wong 1996).
    IccAnova,
    /// Intraclass correlation from REML variance components of incomplete panels, Monte-Carlo interval (ten Hove,
    /// Jorgensen & van der Ark 2022; Weerahandi 1993).
    IccReml,
    /// Krippendorff (2011) alpha, interval by a studentised bootstrap over units.
    AlphaBootstrap,
    /// Krippendorff (2011) alpha, interval from the jackknife standard error on the scale of -ln(1 - alpha).
    AlphaJackknife,
    /// Chance-corrected or percent agreement, standard error conditional on the evaluators, t interval (Gwet 2014).
    GwetAnalytic,
    /// Difference of Krippendorff alpha, paired over shared units, interval by a studentised bootstrap over units.
    AlphaDifference,
    /// Kendall's (1948) W corrected for ties, interval by a studentised bootstrap over units.
    KendallBootstrap,
    /// Mean of Kendall's W over complete panels, weighted by their units, normal interval.
    KendallPooled,
    /// Weighted kappa of two evaluators, large-sample standard error (Fleiss, Cohen & Everitt 1969).
    KappaAnalytic,
    /// Ratio of standard deviations on the same cells, severity taken out; its logarithm by the jackknife over providers
    /// (Miller 1968).
    SpreadRatio,
    /// Mean correlation of residuals between indicators within score sheets, less that of the other evaluators, jackknife
    /// over sheets.
    ResidualCorrelation,
    /// Difference of shares, interval of Newcombe (1998), p of Fisher's (1935) exact test.
    ExactShares,
    /// Mean difference of an evaluator's share and the colleagues' on the same cells, standard error clustered by provider.
    PairedShares,
    /// Entropy less that of the other evaluators, jackknife over providers (Zahl 1977).
    EntropyDifference,
    /// Mean leave-one-out deviation, standard error clustered by score sheet.
    LeaveOneOut,
    /// Mean leave-one-out deviation, standard error clustered by evaluator.
    LeaveOneOutByEvaluator,
    /// Mean leave-one-out deviation of a round, standard error from the sheet variance pooled over evaluators and rounds.
    LeaveOneOutPooled,
    /// Effect after minus effect before the best single change point, in the additive model of panels and evaluators
    /// purified of the other drifting evaluators.
    ChangePoint,
    /// Cronbach alpha with the interval of Feldt (1965).
    CronbachFeldt,
    /// Cronbach alpha of pairwise covariances where scores are missing, jackknife standard error of -ln(1 - alpha).
    CronbachJackknife,
    /// Coefficient of internal consistency, interval from the bootstrap standard error of -ln(1 - coefficient).
    ConsistencyBootstrap,
    /// Mean of the upper less mean of the lower 27%, t interval (Kelley 1939).
    UpperLower,
    /// Entropy with the correction of Miller (1955), interval of Basharin (1959).
    Entropy,
    /// Correlation with the interval of Fisher's z.
    Correlation,
    /// Share of the composite's variance, jackknife standard error (Wang & Stanley 1970).
    EffectiveWeight,
    /// Corrected item-total correlation with the interval of Fisher's z.
    ItemRestFisher,
    /// Mean with a standard error clustered by provider.
    MeanByProvider,
    /// Mean over the panel, standard error from the within-panel variance pooled over panels.
    PanelMean,
    /// Variance component by REML, profile-likelihood interval.
    RemlProfile,
    /// Variance component by REML, chi-squared interval on the degrees of freedom of its standard error
    /// (Satterthwaite 1946).
    RemlSatterthwaite,
    /// Effect in a mixed model by REML, drawn towards the mean, conditional standard error.
    RemlPrediction,
    /// The same as a fixed effect, the other effects staying random.
    RemlFixed,
    /// Least squares, provider occasions and evaluators as fixed effects.
    Additive,
    /// The same with evaluators as draws from a population whose variance is estimated (Henderson 1953, 1975): where
    /// they hardly differ, hardly anything is adjusted.
    RandomEvaluators,
    /// Posterior mean in a normal population of providers with flat priors on its mean and spread (Morris 1983; Gelman
    /// 2006), credible interval by simulation.
    Hierarchical,
    /// Severity in a round by least squares within it, linked to the first round by common evaluators, normal interval.
    LinkedLinear,
    /// The same by a many-facet Rasch model of each round (joint maximum likelihood, corrected for bias).
    LinkedRasch,
    /// Weighted regression on rounds with random scatter (Thompson & Sharp 1999).
    SeverityTrend,
    /// Weighted mean severity after less that before the best single change point.
    SeverityShift,
    /// Composite with the drift of evaluators taken off their score sheets.
    DriftRemoved,
    /// Mean leave-one-out deviation over an evaluator's providers, every provider counting once; t interval with the
    /// variance between providers pooled over both kinds (Student 1908).
    ProviderDeviations,
    /// Part of a change of the mean composite (Kitagawa 1955) in the additive model; interval by Student's t mixed over
    /// what the unsteadiness of evaluators from round to round may be.
    ChangeSplit,
    /// Mean difference from staying colleagues on the same panels, standard error clustered by newcomer.
    NewcomerSeverity,
    /// Mean over evaluators of a group, or its difference from the mean of the others, t interval with separate variances
    /// (Welch 1947).
    GroupMean,
    /// Standard deviation of score sheets around panel and severity, or the ratio of two, jackknife over evaluators
    /// (Miller 1968).
    NoiseRatio,
}
