//! Do evaluators agree less in one round, or in one group, than in another?

use evenhand_protocol::{AgreementDifference, AgreementOf, CountOf, Method, Part};
use evenhand_stats::{
    AgreementStatistic, Metric, Ratings, Resampling, agreement_difference, benjamini_hochberg,
};

use super::panel_scores::PanelScores;
use crate::convert::estimate;
use crate::{Design, LEVEL};

/// Resamples behind each interval.
const RESAMPLES: usize = 499;

/// Scores of both parts above which nothing is compared: the intervals would take too long.
const MAX_SCORES: usize = 50_000;

/// Units scored by two evaluators or more that a part must have to be compared: a bootstrap of fewer says little.
const FEWEST_UNITS: usize = 20;

/// Scores of a part, with a code for every unit that is the same in the part it is compared with.
struct Side {
    part: Part,
    units: Vec<u32>,
    scores: PanelScores,
}

impl Side {
    /// Units scored by two evaluators or more.
    fn n_paired(&self) -> usize {
        self.scores.runs().filter(|run| run.values.len() > 1).count()
    }

    fn ratings(&self) -> Option<Ratings<'_>> {
        Ratings::new(&self.units, self.scores.evaluators(), self.scores.values()).ok()
    }
}

/// Each round against the one before, paired over the providers of both.
pub(super) fn of_rounds(design: &Design) -> Vec<AgreementDifference> {
    let sides: Vec<Side> = design
        .rounds()
        .into_iter()
        .map(|round| Side {
            part: Part::Round(design.metadata().rounds[round as usize].id.clone()),
            scores: PanelScores::composites(design, design.units_of_round(round)),
            units: Vec::new(),
        })
        .map(|side| Side { units: provider_codes(design, &side.scores), ..side })
        .collect();
    let pairs = sides.windows(2).filter_map(|pair| difference(&pair[1], &pair[0]));
    adjusted(pairs.collect())
}

/// Each two groups of evaluators, paired over the units that both scored.
pub(super) fn of_groups(groups: &[(AgreementOf, PanelScores)]) -> Vec<AgreementDifference> {
    let side = |(of, scores): &(AgreementOf, PanelScores)| Side {
        part: of.part.clone(),
        units: scores.runs().flat_map(|run| vec![run.panel as u32; run.values.len()]).collect(),
        scores: scores.clone(),
    };
    let sides: Vec<Side> = groups.iter().map(side).collect();
    let mut pairs = Vec::new();
    for (at, first) in sides.iter().enumerate() {
        pairs.extend(sides[at + 1..].iter().filter_map(|second| difference(first, second)));
    }
    adjusted(pairs)
}

/// A code per provider, occasion and source, which a provider keeps from round to round.
fn provider_codes(design: &Design, scores: &PanelScores) -> Vec<u32> {
    let metadata = design.metadata();
    let (occasions, sources) = (metadata.occasions.len() as u32, metadata.sources.len() as u32);
    let code = |panel: usize| {
        let panel = &design.panels()[panel];
        (design.units()[panel.unit].provider * occasions + panel.occasion) * sources + panel.source
    };
    scores.runs().flat_map(|run| vec![code(run.panel); run.values.len()]).collect()
}

/// First less second by Krippendorff's interval alpha; nothing where either has none or too few units.
fn difference(first: &Side, second: &Side) -> Option<AgreementDifference> {
    if first.units.len() + second.units.len() > MAX_SCORES {
        return None;
    }
    if first.n_paired().min(second.n_paired()) < FEWEST_UNITS {
        return None;
    }
    let resampling = Resampling::new(RESAMPLES, 1).ok()?;
    let statistic = AgreementStatistic::Krippendorff(Metric::Interval);
    let (a, b) = (first.ratings()?, second.ratings()?);
    let found = agreement_difference(&a, &b, statistic, resampling, LEVEL).ok()?;
    Some(AgreementDifference {
        first: first.part.clone(),
        second: second.part.clone(),
        difference: estimate(&found.difference, CountOf::ProviderOccasions, Method::AlphaDifference),
        n_shared: found.n_shared as u32,
        p: found.p,
        p_adjusted: None,
    })
}

fn adjusted(mut rows: Vec<AgreementDifference>) -> Vec<AgreementDifference> {
    let tested: Vec<usize> = (0..rows.len()).filter(|&row| rows[row].p.is_some()).collect();
    let p: Vec<f64> = tested.iter().filter_map(|&row| rows[row].p).collect();
    for (&row, adjusted) in tested.iter().zip(benjamini_hochberg(&p)) {
        rows[row].p_adjusted = Some(adjusted);
    }
    rows
}
