//! League tables of simulated programmes held against their truth.

use evenhand_analysis::{Design, providers};
use evenhand_protocol::RankInterval;
use evenhand_simulate::{Programme, Simulated, simulate};
use evenhand_stats::Random;

use super::{all, simulated};

/// One round of providers whose evaluators keep their standard.
pub fn programme(n_providers: usize, provider: f64, evaluator: f64) -> Programme {
    let mut programme = Programme {
        n_rounds: 1,
        n_providers,
        n_evaluators: 12,
        mixed_share: 0.5,
        turnover: 0.0,
        ..Programme::default()
    };
    programme.spreads.provider = provider;
    programme.spreads.evaluator = evaluator;
    programme.spreads.evaluator_round = 0.0;
    programme
}

/// The true composite of a provider as an average evaluator of the programme gives it, which is what is estimated.
pub fn truth(simulated: &Simulated, provider: &str) -> f64 {
    let severities: Vec<f64> = (0..simulated.tables.evaluators.len())
        .filter_map(|evaluator| simulated.truth.severity(evaluator, 0))
        .collect();
    let mean = severities.iter().sum::<f64>() / severities.len() as f64;
    let provider = simulated.tables.providers.iter().position(|p| p.id == provider).unwrap();
    simulated.truth.level(provider, 0).unwrap() - mean
}

/// True ranks, ties broken by chance.
pub fn true_ranks(truths: &[f64], random: &mut Random) -> Vec<u32> {
    let mut order: Vec<(f64, f64, usize)> =
        truths.iter().enumerate().map(|(k, truth)| (*truth, random.uniform(), k)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)));
    let mut ranks = vec![0; truths.len()];
    for (place, (_, _, k)) in order.into_iter().enumerate() {
        ranks[k] = place as u32 + 1;
    }
    ranks
}

/// How likely ranges of ranks did over many programmes.
#[derive(Debug, Default)]
pub struct RankCoverage {
    /// Ranks looked at.
    pub n: usize,
    held: usize,
    promised: f64,
    width: f64,
}

impl RankCoverage {
    /// The ranges of one programme's ranks and the true ranks.
    pub fn add(&mut self, ranges: &[RankInterval], truths: &[u32]) {
        for (range, truth) in ranges.iter().zip(truths) {
            self.n += 1;
            self.held += usize::from((range.low..=range.high).contains(truth));
            self.promised += range.probability.unwrap();
            self.width += f64::from(range.high - range.low + 1);
        }
    }

    /// Share of the ranges that hold the true rank.
    pub fn share(&self) -> f64 {
        self.held as f64 / self.n as f64
    }

    /// Mean of the probabilities that the ranges come with.
    pub fn promised(&self) -> f64 {
        self.promised / self.n as f64
    }

    /// Ranks in a range on average.
    pub fn width(&self) -> f64 {
        self.width / self.n as f64
    }
}

/// Likely ranges of so many programmes of a kind, providers without a rank left out.
pub fn likely_coverage(programme: &Programme, programmes: u64) -> RankCoverage {
    let checked = programme.clone().check().unwrap();
    let mut random = Random::new(11);
    let mut found = RankCoverage::default();
    for seed in 0..programmes {
        let simulation = simulate(&checked, seed);
        let table = simulated(&simulation);
        let answer = providers(&Design::new(&all(&table)).unwrap());
        let rows = &answer.rounds[0].rows;
        let ranked: Vec<(RankInterval, f64)> = rows
            .iter()
            .filter_map(|row| Some((*row.rank.known()?, truth(&simulation, &row.provider))))
            .collect();
        let (ranges, truths): (Vec<RankInterval>, Vec<f64>) = ranked.into_iter().unzip();
        found.add(&ranges, &true_ranks(&truths, &mut random));
    }
    found
}

/// What programmes without any true difference are called.
pub const EQUAL: &str = "all true composites equal, ties broken by chance";

/// Kinds of programmes that differ in what makes ranks hard to tell.
pub fn settings() -> Vec<(&'static str, Programme)> {
    let incomplete = |share: f64| Programme { missing_share: share, ..programme(20, 8.0, 4.0) };
    vec![
        ("close: spread 1", programme(20, 1.0, 4.0)),
        ("close: spread 2", programme(20, 2.0, 4.0)),
        ("spread 4", programme(20, 4.0, 4.0)),
        ("apart: spread 8", programme(20, 8.0, 4.0)),
        ("far apart: spread 16", programme(20, 16.0, 4.0)),
        ("evaluators alike", programme(20, 4.0, 0.0)),
        ("severity varies much", programme(20, 4.0, 8.0)),
        ("five evaluators", Programme { n_evaluators: 5, ..programme(20, 4.0, 4.0) }),
        ("a third of the scores missing", incomplete(0.33)),
        ("panels of two", Programme { panel_size: 2, ..programme(20, 4.0, 4.0) }),
        ("6 providers", Programme { n_evaluators: 6, ..programme(6, 4.0, 4.0) }),
        ("60 providers", Programme { n_evaluators: 36, ..programme(60, 4.0, 4.0) }),
    ]
}
