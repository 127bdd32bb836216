//! Whether an evaluator's severity changed between rounds.
//!
//! One-way analysis of variance of the sheets' mean leave-one-out deviations over the evaluator's rounds, with the
//! error variance pooled over all evaluators and rounds; then the best single change point.
//! The deviations are relative to the panel: a movement of all evaluators together cannot be seen in them.

use evenhand_protocol::{CountOf, DriftAnswer, DriftClass, Method, Outcome, Reason};
use evenhand_stats::{FisherF, benjamini_hochberg, mean, sum};

use crate::convert::t_estimate;
use crate::{ALPHA, Design};

/// The sheets of one evaluator in one round.
#[derive(Debug, Default, Clone)]
pub(super) struct RoundMean {
    /// Round code.
    pub(super) round: u32,
    /// Severity on each sheet (minus the mean deviation).
    pub(super) severities: Vec<f64>,
    /// Provider of each of these sheets.
    pub(super) providers: Vec<u32>,
}

impl RoundMean {
    pub(super) fn mean(&self) -> Option<f64> {
        mean(&self.severities)
    }

    fn n(&self) -> f64 {
        self.severities.len() as f64
    }
}

/// Variance of sheets around the evaluator's mean of the round, pooled.
#[derive(Debug, Clone, Copy)]
pub(super) struct PooledVariance {
    pub(super) variance: f64,
    pub(super) df: f64,
}

/// The F tests of all evaluators, adjusted together.
pub(super) struct Drifts<'a> {
    rounds: Vec<Vec<&'a RoundMean>>,
    tests: Vec<Option<FTest>>,
    pub(super) pooled: Option<PooledVariance>,
}

#[derive(Debug, Clone, Copy)]
struct FTest {
    f: f64,
    df1: f64,
    p: f64,
    p_adjusted: f64,
}

impl<'a> Drifts<'a> {
    /// `by_evaluator`: the rounds of each evaluator code, in round order.
    pub(super) fn new(_design: &Design, by_evaluator: Vec<&'a [RoundMean]>) -> Self {
        let rounds: Vec<Vec<&RoundMean>> = by_evaluator
            .into_iter()
            .map(|rounds| rounds.iter().filter(|round| !round.severities.is_empty()).collect())
            .collect();
        let pooled = pooled_variance(&rounds);
        let mut tests: Vec<Option<FTest>> =
            rounds.iter().map(|rounds| pooled.and_then(|pooled| f_test(rounds, pooled))).collect();
        let p: Vec<f64> = tests.iter().flatten().map(|test| test.p).collect();
        for (test, adjusted) in tests.iter_mut().flatten().zip(benjamini_hochberg(&p)) {
            test.p_adjusted = adjusted;
        }
        Self { rounds, tests, pooled }
    }

    /// The verdict on one evaluator.
    pub(super) fn answer(&self, design: &Design, evaluator: usize) -> Outcome<DriftAnswer> {
        let rounds = &self.rounds[evaluator];
        if rounds.is_empty() {
            return Outcome::Undefined(Reason::NoColleague);
        }
        if rounds.len() < 2 {
            return Outcome::Undefined(Reason::OneRound);
        }
        let (Some(pooled), Some(test)) = (self.pooled, self.tests[evaluator]) else {
            return Outcome::Undefined(Reason::NoVariance);
        };
        let Some(split) = best_split(rounds, pooled) else {
            return Outcome::Undefined(Reason::NoVariance);
        };
        let after = &rounds[split.at..];
        let mut providers: Vec<u32> =
            after.iter().flat_map(|round| round.providers.iter().copied()).collect();
        providers.sort_unstable();
        providers.dedup();
        let n = rounds.iter().map(|round| round.severities.len() as u32).sum();
        let change =
            t_estimate(split.change, split.se, pooled.df, n, CountOf::ScoreSheets, Method::ChangePoint);
        let class = if test.p_adjusted >= ALPHA {
            DriftClass::Stable
        } else if change.interval.is_some_and(|i| i.low > 0.0) {
            DriftClass::Harsher
        } else if change.interval.is_some_and(|i| i.high < 0.0) {
            DriftClass::MoreLenient
        } else {
            DriftClass::Erratic
        };
        Outcome::Known(DriftAnswer {
            class,
            f: test.f,
            df1: test.df1,
            df2: pooled.df,
            p: test.p,
            p_adjusted: test.p_adjusted,
            from_round: design.metadata().rounds[after[0].round as usize].id.clone(),
            change,
            n_providers_after: providers.len() as u32,
        })
    }
}

fn pooled_variance(rounds: &[Vec<&RoundMean>]) -> Option<PooledVariance> {
    let (mut squares, mut df) = (Vec::new(), 0.0);
    for round in rounds.iter().flatten() {
        let centre = round.mean()?;
        squares.extend(round.severities.iter().map(|severity| (severity - centre) * (severity - centre)));
        df += round.n() - 1.0;
    }
    (df > 0.0).then(|| PooledVariance { variance: sum(&squares) / df, df })
}

fn f_test(rounds: &[&RoundMean], pooled: PooledVariance) -> Option<FTest> {
    if rounds.len() < 2 || pooled.variance <= 0.0 {
        return None;
    }
    let df1 = rounds.len() as f64 - 1.0;
    let centre = weighted_mean(rounds)?;
    let between: Vec<f64> = rounds
        .iter()
        .filter_map(|round| round.mean().map(|mean| round.n() * (mean - centre) * (mean - centre)))
        .collect();
    let f = sum(&between) / df1 / pooled.variance;
    let p = FisherF::new(df1, pooled.df)?.sf(f);
    Some(FTest { f, df1, p, p_adjusted: p })
}

fn weighted_mean(rounds: &[&RoundMean]) -> Option<f64> {
    let all: Vec<f64> = rounds.iter().flat_map(|round| round.severities.iter().copied()).collect();
    mean(&all)
}

struct Split {
    /// Index of the first round after the change.
    at: usize,
    change: f64,
    se: f64,
}

/// The split of the rounds into before and after with the largest t ratio; the earliest of equals.
fn best_split(rounds: &[&RoundMean], pooled: PooledVariance) -> Option<Split> {
    let mut best: Option<Split> = None;
    for at in 1..rounds.len() {
        let (before, after) = rounds.split_at(at);
        let change = weighted_mean(after)? - weighted_mean(before)?;
        let n = |rounds: &[&RoundMean]| rounds.iter().map(|round| round.n()).sum::<f64>();
        let se = (pooled.variance * (1.0 / n(before) + 1.0 / n(after))).sqrt();
        if se > 0.0 && best.as_ref().is_none_or(|best| (change / se).abs() > (best.change / best.se).abs()) {
            best = Some(Split { at, change, se });
        }
    }
    best
}
