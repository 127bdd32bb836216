use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{
    Advice, AdviceReason, ConflictKind, DecidedProvider, DriftClass, EntityRef, GroupedBy, InteractionWith,
    Interval, MissingLink, NamedEffect, Part, RankInterval, RaschCategories, ScoreScale,
};

/// A page of the dashboard.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    /// Load files.
    Load,
    /// What was wrong with the files and what was done about it.
    Quality,
    /// The three questions side by side.
    Overview,
    /// Evaluators.
    Evaluators,
    /// Indicators.
    Indicators,
    /// Providers.
    Providers,
    /// What was pinned, to be presented and handed over.
    Briefing,
}

/// Something worth saying, with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Finding {
    /// What is said; the words are made from it.
    pub kind: FindingKind,
    /// The page that holds the evidence.
    pub page: Page,
    /// Whom it is about, where it is about one.
    pub subject: Option<EntityRef>,
    /// Consequence, larger first; comparable within an answer.
    pub weight: f64,
}

/// What may not be concluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caveat {
    /// If the whole panel moves together, scores alone cannot tell drift from a change of the providers.
    PanelMovesTogether,
    /// A harsh evaluator may be the one who is right.
    SeverityIsRelative,
    /// Consistent indicators need not be valid ones.
    ReliableIsNotValid,
    /// Overlapping intervals: order between neighbours is not established.
    RanksOverlap,
    /// Affiliation leniency is a pattern in scores, not proof of intent.
    PatternNotIntent,
    /// Too many evaluators drift for their effects to be fully separated.
    DriftNotPurified,
    /// A rating effect is a difference from the colleagues, who may be the ones who use the scale badly.
    EffectIsRelative,
    /// Probabilities rest on the assumption that the providers come from one population.
    OnePopulation,
    /// Advice follows from thresholds that people set; it opens a conversation and ends none.
    AdviceIsNoVerdict,
}

/// The kinds of findings. Lengths are in points of `scale` or of the normalised scale as said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum FindingKind {
    /// How far one evaluator and the panel can be relied on.
    AgreementLevel {
        /// ICC(A,1).
        single: f64,
        /// Its interval.
        single_interval: Option<Interval>,
        /// ICC(A,k).
        panel: f64,
        /// Its interval.
        panel_interval: Option<Interval>,
        /// Evaluators per panel.
        k: f64,
    },
    /// Agreement is lowest in one round.
    AgreementLowest {
        /// Round id.
        round: String,
        /// ICC(A,1) there.
        single: f64,
        /// Its interval.
        single_interval: Option<Interval>,
        /// ICC(A,1) over all rounds.
        overall: f64,
        /// Rounds whose agreement is known, from which this one was chosen.
        n_rounds: u32,
    },
    /// Evaluators whose severity differs from their panels beyond chance.
    SeverityCount {
        /// Harsher ones.
        n_harsher: u32,
        /// More lenient ones.
        n_lenient: u32,
        /// Evaluators tested.
        n: u32,
    },
    /// The harshest or most lenient evaluator.
    SeverityExtreme {
        /// Evaluator id.
        evaluator: String,
        /// Severity in points of `scale`, positive = harsher.
        severity: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Scale.
        scale: ScoreScale,
    },
    /// An evaluator's severity changed.
    EvaluatorDrift {
        /// Evaluator id.
        evaluator: String,
        /// First round after the change.
        from_round: String,
        /// Change of severity in points of `scale`, positive = harsher.
        change: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Scale.
        scale: ScoreScale,
        /// Rounds that were compared.
        n_rounds: u32,
        /// Providers scored since, or in all these rounds where the change has no single direction.
        n_providers: u32,
        /// Whether the change has no single direction.
        erratic: bool,
    },
    /// How many evaluators drifted.
    DriftCount {
        /// Evaluators whose severity changed beyond chance.
        n_drifting: u32,
        /// Evaluators tested.
        n: u32,
    },
    /// Evaluators score their own affiliation differently.
    AffiliationDifference {
        /// Mean deviation, same affiliation.
        same: f64,
        /// Scores of that kind.
        n_same: u32,
        /// Mean deviation of the others.
        other: f64,
        /// Scores of that kind.
        n_other: u32,
        /// Difference.
        difference: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// p of no difference.
        p: f64,
        /// Scale.
        scale: ScoreScale,
    },
    /// How well the indicators measure one thing together.
    ReliabilityLevel {
        /// Cronbach alpha, all rounds.
        alpha: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Number of indicators.
        n_indicators: u32,
        /// Lowest alpha of a round.
        lowest: Option<f64>,
        /// The round.
        lowest_round: Option<String>,
    },
    /// An indicator hardly goes with the others.
    WeakIndicator {
        /// Indicator id.
        indicator: String,
        /// Item-rest correlation.
        item_rest: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Alpha without it.
        alpha_if_deleted: Option<f64>,
        /// Alpha with it.
        alpha: f64,
        /// Whether the whole interval is low, not the correlation alone.
        sure: bool,
    },
    /// Many scores of an indicator sit at the top (or bottom) of the scale.
    CeilingOrFloor {
        /// Indicator id.
        indicator: String,
        /// Share of scores there.
        share: f64,
        /// Whether it is the top.
        ceiling: bool,
        /// Whether that end means good: the top where higher is better, the bottom where lower is.
        good_end: bool,
        /// Whether the ends of the scale were guessed from the scores.
        guessed: bool,
    },
    /// No indicator stands out as weak.
    NoWeakIndicator {
        /// Indicators whose correlation with the others is known.
        n: u32,
    },
    /// The indicators order the providers so much alike that they hardly say different things.
    IndicatorsAlike {
        /// Indicators.
        n: u32,
        /// Lowest correlation of an indicator with the mean of the others.
        lowest_item_rest: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Cronbach alpha.
        alpha: f64,
    },
    /// Evaluators agree more in one part of the scores than in another, beyond chance.
    AgreementDiffers {
        /// A round or group.
        first: Part,
        /// What it is compared with.
        second: Part,
        /// Alpha of the first less alpha of the second.
        difference: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Differences beyond chance, this one included.
        n_differing: u32,
        /// Differences tested.
        n: u32,
    },
    /// An evaluator uses the scale in a way of its own, beyond chance.
    RatingEffects {
        /// Evaluator id.
        evaluator: String,
        /// The effects, clearest first; at least one.
        effects: Vec<NamedEffect>,
    },
    /// How many evaluators show rating effects.
    RatingEffectsCount {
        /// Evaluators with an effect beyond chance.
        n_evaluators: u32,
        /// Evaluators with at least one effect tested.
        n: u32,
        /// Tests.
        n_tests: u32,
    },
    /// Pairs of evaluators whose agreement may be chance.
    PairsDoubtful {
        /// Pairs not shown to agree beyond chance.
        n_doubtful: u32,
        /// Pairs tested.
        n: u32,
        /// Common units of a pair that is tested.
        min_shared: u32,
    },
    /// Two indicators order the providers almost alike.
    RedundantIndicators {
        /// Indicator id.
        first: String,
        /// Indicator id.
        second: String,
        /// Correlation of panel means.
        correlation: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Pairs that reach the limit, this one included.
        n_pairs: u32,
        /// Pairs looked at.
        n_all: u32,
    },
    /// An indicator decides more or less of the composite than its weight says, beyond chance.
    WeightDiffers {
        /// Indicator id.
        indicator: String,
        /// Share of all weights.
        nominal: f64,
        /// Share of the composite's variance.
        effective: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Indicators whose share differs beyond chance, this one included.
        n_differing: u32,
        /// Indicators tested.
        n: u32,
    },
    /// The indicators measure more than one thing.
    SeveralDimensions {
        /// Dimensions that stand out from noise.
        n_dimensions: u32,
        /// Indicators.
        n_indicators: u32,
    },
    /// What the differences between single scores are mostly about.
    VarianceSources {
        /// Share of the providers' own differences.
        providers: f64,
        /// Share of the evaluators: severity, drift, and what they think of single providers or indicators.
        evaluators: f64,
        /// Share that nothing explains.
        residual: f64,
    },
    /// How dependable the panels' mean scores are, and what would be enough.
    EnoughEvaluators {
        /// Index of dependability of the panels as they were.
        phi: f64,
        /// Evaluators of a panel as they were, harmonic mean.
        n_evaluators: f64,
        /// Indicators, harmonic mean.
        n_indicators: f64,
        /// Coefficient aimed at.
        target: f64,
        /// Evaluators a provider with which the target is reached, the indicators staying; `None` beyond `tried`.
        enough: Option<u32>,
        /// The most evaluators tried.
        tried: u32,
    },
    /// How many pairs of providers can be told apart in the latest round.
    Separation {
        /// Round id.
        round: String,
        /// Share of all pairs told apart.
        share: f64,
        /// Providers with an adjusted composite.
        n: u32,
    },
    /// Who leads, and how surely.
    Leader {
        /// Round id.
        round: String,
        /// Provider id.
        provider: String,
        /// Adjusted composite.
        adjusted: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Its rank with the range that the true one lies in.
        rank: RankInterval,
    },
    /// How many providers changed beyond chance since their previous round.
    ChangeCount {
        /// Round id.
        round: String,
        /// Improved.
        n_improved: u32,
        /// Declined.
        n_declined: u32,
        /// Tested.
        n: u32,
    },
    /// A provider changed beyond chance.
    ProviderChanged {
        /// Provider id.
        provider: String,
        /// Earlier round.
        from_round: String,
        /// Later round.
        round: String,
        /// Adjusted change, normalised points.
        change: f64,
        /// Its interval.
        interval: Option<Interval>,
    },
    /// A provider's rank depends on who scored it.
    AdjustmentMatters {
        /// Provider id.
        provider: String,
        /// Round id.
        round: String,
        /// Rank by raw composite.
        rank_raw: f64,
        /// Rank by adjusted composite.
        rank: f64,
        /// Adjusted minus raw composite.
        difference: f64,
    },
    /// How many providers of the latest round lie surely on one side of the pass mark.
    PassMark {
        /// Round id.
        round: String,
        /// The mark, in points of the normalised scale.
        mark: f64,
        /// Whose whole interval lies above.
        n_above: u32,
        /// Whose whole interval lies below.
        n_below: u32,
        /// Whose interval holds the mark.
        n_open: u32,
    },
    /// How many ranks hold when all are to hold at once.
    RanksAtOnce {
        /// Round id.
        round: String,
        /// Providers that may be the best.
        n_first: u32,
        /// Mean number of ranks that a simultaneous set leaves open.
        mean_width: f64,
        /// Providers ranked.
        n: u32,
    },
    /// Providers outside the 99.8% limits of the funnel.
    FunnelOutliers {
        /// Round id.
        round: String,
        /// Above the limits.
        n_above: u32,
        /// Below the limits.
        n_below: u32,
        /// Standard deviation between providers that the limits allow for, in points; 0 for none.
        between_sd: f64,
        /// Providers in the funnel.
        n: u32,
    },
    /// The design falls apart into subsets without a common evaluator.
    NotLinked {
        /// How many subsets.
        n_subsets: u32,
    },
    /// What may not be concluded.
    Caveat {
        /// Which.
        caveat: Caveat,
    },
    /// An evaluator drifted, and what it did to providers.
    DriftConsequences {
        /// Evaluator id.
        evaluator: String,
        /// First round after the change.
        from_round: String,
        /// Change of severity, on `scale`.
        change: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Scale of the change.
        scale: ScoreScale,
        /// Whether severity goes up and down instead of one way.
        erratic: bool,
        /// Rounds that were compared.
        n_rounds: u32,
        /// The class by the Rasch model, where it is known and another.
        rasch: Option<DriftClass>,
        /// Providers whose composite was changed.
        n_providers: u32,
        /// Of these would have passed without the drift, but did not.
        n_would_pass: u32,
        /// Of those surely: the interval does not include the pass mark.
        n_surely_pass: u32,
        /// Of these passed, but would not have.
        n_would_fail: u32,
        /// Of those surely.
        n_surely_fail: u32,
        /// Providers of whom the decision would have been another, in any round.
        n_decided: u32,
        /// The first few of them, the sure ones before the others.
        decided: Vec<DecidedProvider>,
        /// Of these would have had another rank.
        n_rank_changed: u32,
        /// Composite from which a provider passes, normalised points.
        pass_mark: f64,
    },
    /// Rounds whose severities cannot be compared, or hardly.
    RoundsNotLinked {
        /// The link, and what would mend it.
        link: MissingLink,
    },
    /// Several pairs of rounds are not linked, or weakly.
    LinksWeak {
        /// Pairs of rounds.
        n: u32,
        /// Whether they are not linked at all.
        unlinked: bool,
        /// The one that would be mended with the fewest evaluators.
        nearest: MissingLink,
    },
    /// Indicators whose difficulty moved between rounds, against the others.
    IndicatorsDrift {
        /// Their ids, the surest first.
        indicators: Vec<String>,
        /// Indicators tested.
        n: u32,
    },
    /// Different scores were put together before single scores were looked at.
    ScoresRecoded {
        /// How.
        categories: RaschCategories,
    },
    /// How many evaluators depart from their usual severity with some rounds, indicators or categories.
    InteractionCount {
        /// With what.
        with: InteractionWith,
        /// Pairs beyond chance.
        n_beyond_chance: u32,
        /// Pairs tested.
        n: u32,
    },
    /// The surest departure of an evaluator from their usual severity.
    InteractionExtreme {
        /// With what.
        with: InteractionWith,
        /// Evaluator id.
        evaluator: String,
        /// Id of the round or indicator, or name of the category.
        element: String,
        /// Mean score less what was expected, in points of `scale`.
        points: f64,
        /// Scale.
        scale: ScoreScale,
        /// The same in logits.
        size: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Scores.
        n_scores: u32,
    },
    /// How many scores are far from what is expected.
    UnexpectedCount {
        /// Unexpected scores.
        n: u32,
        /// Scores looked at.
        n_scores: u32,
        /// How many chance would make.
        n_by_chance: f64,
        /// How many standard deviations are unexpected.
        least: f64,
    },
    /// The steps of a scale are not used one after the other.
    CategoriesDisordered {
        /// The indicator with the scale; `None` for the scale of all.
        indicator: Option<String>,
        /// Categories that are nowhere the most probable one.
        n_never: u32,
        /// Categories.
        n: u32,
    },
    /// How far the linear and the Rasch model agree on who drifts.
    DriftEngines {
        /// Evaluators classed by both.
        n: u32,
        /// Of these classed alike.
        n_alike: u32,
        /// Drifting by the linear model only.
        n_linear_only: u32,
        /// Drifting by the Rasch model only.
        n_rasch_only: u32,
    },
    /// Evaluators score providers to which they are tied differently, or cannot be shown to.
    ConflictDifference {
        /// Kind of tie.
        kind: ConflictKind,
        /// Mean deviation of scores of tied providers.
        tied: f64,
        /// Its interval.
        tied_interval: Option<Interval>,
        /// Scores of that kind.
        n_tied: u32,
        /// Mean deviation of the others.
        other: f64,
        /// Scores of that kind.
        n_other: u32,
        /// Difference within evaluators.
        difference: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// p of no difference.
        p: f64,
        /// The same by permutation.
        p_permutation: f64,
        /// Evaluators with scores of both kinds.
        n_evaluators: u32,
        /// Scale.
        scale: ScoreScale,
    },
    /// How many evaluators score tied providers differently.
    ConflictCount {
        /// Kind of tie.
        kind: ConflictKind,
        /// Who give them higher scores, beyond chance.
        n_favouring: u32,
        /// Who give them lower scores, beyond chance.
        n_disfavouring: u32,
        /// Evaluators tested.
        n: u32,
    },
    /// An evaluator scores tied providers differently, beyond chance.
    ConflictEvaluator {
        /// Evaluator id.
        evaluator: String,
        /// Kind of tie.
        kind: ConflictKind,
        /// Deviation of tied providers less that of the others.
        difference: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Scale.
        scale: ScoreScale,
        /// Tied providers scored.
        n_providers: u32,
        /// p of no difference, adjusted over the evaluators.
        p_adjusted: f64,
        /// p by permutation.
        p_permutation: f64,
    },
    /// Which decisions hang on scores of tied evaluators.
    ConflictDecisions {
        /// Kind of tie.
        kind: ConflictKind,
        /// Providers in a round with such scores.
        n_touched: u32,
        /// Of these would have passed without them.
        n_would_pass: u32,
        /// Of these would not have passed without them.
        n_would_fail: u32,
        /// Of these would have had another rank.
        n_rank_changed: u32,
        /// Of these had no other scores.
        n_nothing_left: u32,
        /// Decisions that change on average where as many other scores are left out.
        by_chance: f64,
        /// Composite from which a provider passes, normalised points.
        pass_mark: f64,
    },
    /// How many evaluators come and go.
    PanelTurnover {
        /// Mean share of evaluators who score in the next round as well.
        retention: f64,
        /// Changes of round behind it.
        n_rounds: u32,
        /// The round with fewest evaluators of the round before.
        least_round: String,
        /// How many these are.
        least_common: u32,
        /// Whether these are too few to link the two rounds strongly.
        weak: bool,
    },
    /// What a change of the mean composite is made of.
    ChangeSplit {
        /// Earlier round.
        from_round: String,
        /// Later round.
        round: String,
        /// Change of the mean composite, normalised points.
        raw: f64,
        /// For other evaluators scoring.
        composition: f64,
        /// Its interval.
        composition_interval: Option<Interval>,
        /// For evaluators changing their severity.
        drift: f64,
        /// Its interval.
        drift_interval: Option<Interval>,
        /// For other providers being scored.
        provider_mix: f64,
        /// Its interval.
        provider_mix_interval: Option<Interval>,
        /// For providers changing.
        provider_change: f64,
        /// Its interval.
        provider_change_interval: Option<Interval>,
        /// Changes of round looked at, from which this one was chosen.
        n_rounds: u32,
    },
    /// Evaluators score differently in their first round.
    NewcomerSeverity {
        /// How much lower newcomers score than staying colleagues.
        severity: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// p of no difference.
        p: f64,
        /// Scale.
        scale: ScoreScale,
        /// Newcomers.
        n_newcomers: u32,
    },
    /// Evaluators of a qualification or group are harsher or more lenient than the others, beyond chance.
    GroupSeverity {
        /// What they are grouped by.
        by: GroupedBy,
        /// The group, as given.
        name: String,
        /// Mean severity less that of the others.
        difference: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Scale.
        scale: ScoreScale,
        /// Evaluators of the group.
        n_evaluators: u32,
    },
    /// Evaluators of a qualification or group are more or less consistent than the others, beyond chance.
    GroupNoise {
        /// What they are grouped by.
        by: GroupedBy,
        /// The group, as given.
        name: String,
        /// Standard deviation of their score sheets by that of the others'.
        ratio: f64,
        /// Its interval.
        interval: Option<Interval>,
        /// Evaluators of the group.
        n_evaluators: u32,
    },
    /// The panels of a round fall into parts, or would without a single evaluator.
    PanelsApart {
        /// Round id.
        round: String,
        /// Parts that share no evaluator.
        n_parts: u32,
        /// Evaluators without any one of whom there would be more parts.
        bridges: Vec<String>,
    },
    /// What is advised about how many evaluators.
    AdviceCount {
        /// To review scores.
        n_review: u32,
        /// To train again.
        n_retrain: u32,
        /// To brief.
        n_brief: u32,
        /// Too little data.
        n_too_little: u32,
        /// Evaluators.
        n: u32,
    },
    /// What is advised about one evaluator.
    Advised {
        /// Evaluator id.
        evaluator: String,
        /// What.
        advice: Advice,
        /// Why, weightiest first.
        reasons: Vec<AdviceReason>,
        /// Scale of sizes.
        scale: ScoreScale,
    },
}
