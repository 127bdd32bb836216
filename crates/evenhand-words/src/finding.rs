//! Findings as sentences that a reader without statistics understands, with the statistics behind them.

mod agreement;
mod caveats;
mod conflicts;
mod drift;
mod drift_consequences;
mod drift_decisions;
mod effects;
mod facets;
mod generalizability;
mod indicators;
mod providers;
mod scorecards;
mod severity;
mod standing;
mod structure;
#[cfg(test)]
mod tests;
mod turnover;

use evenhand_protocol::FindingKind;

pub use caveats::caveat;

use crate::{Language, Names, speaker::Speaker};

/// What a finding says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// A plain sentence with the size of the matter.
    pub headline: String,
    /// The statistics behind it and how sure it is.
    pub detail: String,
}

/// Words a finding.
/// One arm per kind: the list is long because the protocol's is.
pub fn finding(language: Language, kind: &FindingKind, names: &dyn Names) -> Sentence {
    let speaker = &Speaker { language, names };
    match kind {
        FindingKind::AgreementLevel { single, single_interval, panel, panel_interval, k } => {
            agreement::level(
                speaker,
                (*single, single_interval.as_ref()),
                (*panel, panel_interval.as_ref()),
                *k,
            )
        }
        FindingKind::AgreementLowest { round, single, single_interval, overall, n_rounds } => {
            let lowest = agreement::Lowest { round, overall: *overall, n_rounds: *n_rounds };
            lowest.sentence(speaker, (*single, single_interval.as_ref()))
        }
        FindingKind::SeverityCount { n_harsher, n_lenient, n } => {
            severity::how_many(speaker, *n_harsher, *n_lenient, *n)
        }
        FindingKind::SeverityExtreme { evaluator, severity, interval, scale } => {
            severity::extreme(speaker, evaluator, (*severity, interval.as_ref()), scale)
        }
        FindingKind::EvaluatorDrift {
            evaluator,
            from_round,
            change,
            interval,
            scale,
            n_rounds,
            n_providers,
            erratic,
        } => {
            let (n_rounds, n_providers) = (*n_rounds, *n_providers);
            let what = drift::Drift { evaluator, from_round, n_rounds, n_providers, scale };
            if *erratic {
                what.erratic(speaker, (*change, interval.as_ref()))
            } else {
                what.directed(speaker, (*change, interval.as_ref()))
            }
        }
        FindingKind::DriftCount { n_drifting, n } => drift::how_many(speaker, *n_drifting, *n),
        FindingKind::AffiliationDifference {
            same,
            n_same,
            other,
            n_other,
            difference,
            interval,
            p,
            scale,
        } => severity::affiliation(
            speaker,
            [(*same, *n_same), (*other, *n_other)],
            (*difference, interval.as_ref()),
            *p,
            scale,
        ),
        FindingKind::ReliabilityLevel { alpha, interval, n_indicators, lowest, lowest_round } => {
            let lowest = lowest_round.as_deref().zip(*lowest);
            indicators::level(speaker, (*alpha, interval.as_ref()), *n_indicators, lowest)
        }
        FindingKind::WeakIndicator { indicator, item_rest, interval, alpha_if_deleted, alpha, sure } => {
            let weak = indicators::Weak { indicator, alpha_if_deleted: *alpha_if_deleted, alpha: *alpha };
            weak.sentence(speaker, (*item_rest, interval.as_ref()), *sure)
        }
        FindingKind::CeilingOrFloor { indicator, share, ceiling, good_end, guessed } => {
            let end = indicators::End { ceiling: *ceiling, good: *good_end, guessed: *guessed };
            indicators::end_of_scale(speaker, indicator, *share, end)
        }
        FindingKind::NoWeakIndicator { n } => indicators::none_weak(speaker, *n),
        FindingKind::IndicatorsAlike { n, lowest_item_rest, interval, alpha } => {
            indicators::alike(speaker, *n, (*lowest_item_rest, interval.as_ref()), *alpha)
        }
        FindingKind::AgreementDiffers { first, second, difference, interval, n_differing, n } => {
            let value = (*difference, interval.as_ref());
            agreement::differs(speaker, [first, second], value, [*n_differing, *n])
        }
        FindingKind::RatingEffects { evaluator, effects: found } => {
            effects::of_evaluator(speaker, evaluator, found)
        }
        FindingKind::RatingEffectsCount { n_evaluators, n, n_tests } => {
            effects::how_many(speaker, *n_evaluators, *n, *n_tests)
        }
        FindingKind::PairsDoubtful { n_doubtful, n, min_shared } => {
            agreement::pairs_doubtful(speaker, *n_doubtful, *n, *min_shared)
        }
        FindingKind::RedundantIndicators { first, second, correlation, interval, n_pairs, n_all } => {
            let value = (*correlation, interval.as_ref());
            structure::redundant(speaker, [first, second], value, [*n_pairs, *n_all])
        }
        FindingKind::WeightDiffers { indicator, nominal, effective, interval, n_differing, n } => {
            let value = (*effective, interval.as_ref());
            structure::weight_differs(speaker, indicator, *nominal, value, [*n_differing, *n])
        }
        FindingKind::SeveralDimensions { n_dimensions, n_indicators } => {
            structure::several_dimensions(speaker, *n_dimensions, *n_indicators)
        }
        FindingKind::VarianceSources { providers, evaluators, residual } => {
            generalizability::variance_sources(speaker, *providers, *evaluators, *residual)
        }
        FindingKind::EnoughEvaluators { phi, n_evaluators, n_indicators, target, enough, tried } => {
            let sizes = [*n_evaluators, *n_indicators];
            generalizability::enough_evaluators(speaker, *phi, sizes, *target, [*enough, Some(*tried)])
        }
        FindingKind::Separation { round, share, n } => providers::separation(speaker, round, *share, *n),
        FindingKind::Leader { round, provider, adjusted, interval, rank } => {
            providers::leader(speaker, [round, provider], (*adjusted, interval.as_ref()), rank)
        }
        FindingKind::ChangeCount { round, n_improved, n_declined, n } => {
            providers::how_many_changed(speaker, round, [*n_improved, *n_declined], *n)
        }
        FindingKind::ProviderChanged { provider, from_round, round, change, interval } => {
            providers::changed(speaker, provider, [from_round, round], (*change, interval.as_ref()))
        }
        FindingKind::AdjustmentMatters { provider, round, rank_raw, rank, difference } => {
            providers::adjustment(speaker, [provider, round], [*rank_raw, *rank], *difference)
        }
        FindingKind::PassMark { round, mark, n_above, n_below, n_open } => {
            standing::pass_mark(speaker, round, *mark, [*n_above, *n_below, *n_open])
        }
        FindingKind::RanksAtOnce { round, n_first, mean_width, n } => {
            standing::ranks_at_once(speaker, round, *n_first, *mean_width, *n)
        }
        FindingKind::FunnelOutliers { round, n_above, n_below, between_sd, n } => {
            standing::funnel_outliers(speaker, round, [*n_above, *n_below, *n], *between_sd)
        }
        FindingKind::NotLinked { n_subsets } => providers::not_linked(speaker, *n_subsets),
        FindingKind::Caveat { caveat: which } => caveat(language, *which),
        FindingKind::DriftConsequences {
            evaluator,
            from_round,
            change,
            interval,
            scale,
            erratic,
            n_rounds,
            rasch,
            n_providers,
            n_would_pass,
            n_surely_pass,
            n_would_fail,
            n_surely_fail,
            n_decided,
            decided,
            n_rank_changed,
            pass_mark,
        } => drift_consequences::Consequences {
            evaluator,
            from_round,
            scale,
            erratic: *erratic,
            n_rounds: *n_rounds,
            rasch: *rasch,
            decisions: drift_decisions::Decisions {
                affected: *n_providers,
                would: [*n_would_pass, *n_would_fail],
                sure: n_surely_pass + n_surely_fail,
                n_decided: *n_decided,
                decided,
                pass_mark: *pass_mark,
            },
            n_rank_changed: *n_rank_changed,
        }
        .sentence(speaker, (*change, interval.as_ref())),
        FindingKind::RoundsNotLinked { link } => drift_consequences::not_linked(speaker, link),
        FindingKind::LinksWeak { n, unlinked, nearest } => {
            drift_consequences::weak(speaker, *n, *unlinked, nearest)
        }
        FindingKind::IndicatorsDrift { indicators: moved, n } => {
            drift_consequences::indicators(speaker, moved, *n)
        }
        FindingKind::ScoresRecoded { categories } => facets::recoded(language, categories),
        FindingKind::InteractionCount { with, n_beyond_chance, n } => {
            facets::how_many(speaker, *with, [*n_beyond_chance, *n])
        }
        FindingKind::InteractionExtreme {
            with,
            evaluator,
            element,
            points,
            scale,
            size,
            interval,
            n_scores,
        } => {
            facets::Departure { with: *with, evaluator, element, points: *points, scale, n_scores: *n_scores }
                .sentence(speaker, (*size, interval.as_ref()))
        }
        FindingKind::UnexpectedCount { n, n_scores, n_by_chance, least } => {
            facets::unexpected(speaker, [*n, *n_scores], *n_by_chance, *least)
        }
        FindingKind::CategoriesDisordered { indicator, n_never, n } => {
            facets::disordered(speaker, indicator.as_deref(), [*n_never, *n])
        }
        FindingKind::DriftEngines { n, n_alike, n_linear_only, n_rasch_only } => {
            drift_consequences::engines(speaker, [*n, *n_alike, *n_linear_only, *n_rasch_only])
        }
        FindingKind::ConflictDifference {
            kind,
            tied,
            tied_interval,
            n_tied,
            other,
            n_other,
            difference,
            interval,
            p,
            p_permutation,
            n_evaluators,
            scale,
        } => conflicts::Difference {
            kind: *kind,
            tied: (*tied, tied_interval.as_ref()),
            n_tied: *n_tied,
            other: *other,
            n_other: *n_other,
            p: *p,
            p_permutation: *p_permutation,
            n_evaluators: *n_evaluators,
            scale,
        }
        .sentence(speaker, (*difference, interval.as_ref())),
        FindingKind::ConflictCount { kind, n_favouring, n_disfavouring, n } => {
            conflicts::how_many(speaker, *kind, [*n_favouring, *n_disfavouring, *n])
        }
        FindingKind::ConflictEvaluator {
            evaluator,
            kind,
            difference,
            interval,
            scale,
            n_providers,
            p_adjusted,
            p_permutation,
        } => conflicts::OfEvaluator {
            evaluator,
            kind: *kind,
            scale,
            n_providers: *n_providers,
            p: [*p_adjusted, *p_permutation],
        }
        .sentence(speaker, (*difference, interval.as_ref())),
        FindingKind::ConflictDecisions {
            kind,
            n_touched,
            n_would_pass,
            n_would_fail,
            n_rank_changed,
            n_nothing_left,
            by_chance,
            pass_mark,
        } => {
            let counts = [*n_touched, *n_would_pass, *n_would_fail, *n_rank_changed, *n_nothing_left];
            conflicts::decisions(speaker, *kind, counts, *by_chance, *pass_mark)
        }
        FindingKind::PanelTurnover { retention, n_rounds, least_round, least_common, weak } => {
            turnover::how_many(speaker, *retention, *n_rounds, (least_round, *least_common, *weak))
        }
        FindingKind::ChangeSplit {
            from_round,
            round,
            raw,
            composition,
            composition_interval,
            drift,
            drift_interval,
            provider_mix,
            provider_mix_interval,
            provider_change,
            provider_change_interval,
            n_rounds,
        } => turnover::Split {
            rounds: [from_round, round],
            raw: *raw,
            composition: (*composition, composition_interval.as_ref()),
            drift: (*drift, drift_interval.as_ref()),
            provider_mix: (*provider_mix, provider_mix_interval.as_ref()),
            provider_change: (*provider_change, provider_change_interval.as_ref()),
            n_rounds: *n_rounds,
        }
        .sentence(speaker),
        FindingKind::NewcomerSeverity { severity, interval, p, scale, n_newcomers } => {
            turnover::newcomers(speaker, (*severity, interval.as_ref()), *p, scale, *n_newcomers)
        }
        FindingKind::GroupSeverity { by, name, difference, interval, scale, n_evaluators } => {
            let value = (*difference, interval.as_ref());
            turnover::group_severity(speaker, (*by, name), value, scale, *n_evaluators)
        }
        FindingKind::GroupNoise { by, name, ratio, interval, n_evaluators } => {
            turnover::group_noise(speaker, (*by, name), (*ratio, interval.as_ref()), *n_evaluators)
        }
        FindingKind::PanelsApart { round, n_parts, bridges } => {
            turnover::apart(speaker, round, *n_parts, bridges)
        }
        FindingKind::AdviceCount { n_review, n_retrain, n_brief, n_too_little, n } => {
            scorecards::how_many(speaker, [*n_review, *n_retrain, *n_brief, *n_too_little, *n])
        }
        FindingKind::Advised { evaluator, advice, reasons, scale } => {
            scorecards::advised(speaker, evaluator, *advice, reasons, scale)
        }
    }
}

/// An estimate and its interval, as findings carry them.
type Value<'a> = (f64, Option<&'a evenhand_protocol::Interval>);

/// Puts a sentence together.
fn sentence(headline: String, detail: String) -> Sentence {
    Sentence { headline, detail }
}

/// What the Benjamini-Hochberg adjustment promises of a list of named ones.
fn false_alarms(language: Language) -> &'static str {
    language.pick(
        "The tests are adjusted for their number (Benjamini & Hochberg 1995, 5%), so on average at most 1 in 20 of those named is a false alarm.",
        "检验已按数量作多重校正（Benjamini与Hochberg，1995，5%水平），被指出者中平均至多有二十分之一属于误报。",
    )
}

/// What "cannot be shown" does not mean.
fn absence_of_evidence(language: Language) -> &'static str {
    language.pick(
        "“Cannot be shown” does not mean that there is no difference: few scores leave wide intervals.",
        "“没有证据”不等于“没有差异”：评分较少时，置信区间会很宽。",
    )
}
