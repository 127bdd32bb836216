//! Where do the providers stand, how surely, and what would change it?

mod chances;
pub(super) mod field;
mod findings;
mod reliable;
mod voices;
mod weight_basis;

use evenhand_protocol::{
    Estimate, Marks, Outcome, PassSide, RankInterval, Reason, RoundStanding, StandingAnswer, StandingRow,
    WeightBasis,
};
use evenhand_stats::{Combination, PopulationDraws};

use super::adjustment::Adjustment;
use super::ranks::{confidence_set, ranks};
use crate::{Design, LEVEL};
use chances::Shrunken;
use field::Field;
use reliable::{Earlier, RoundChanges};
use voices::BySource;
use weight_basis::IndicatorMeans;

/// Rank sets, probabilities, funnels, reliable changes and what composites under other weights are made of.
///
/// `marks` are put in order first (see [`Marks::ordered`]).
pub fn standing(design: &Design, marks: Marks) -> StandingAnswer {
    Unmarked::new(design).against(marks)
}

/// The standing of the providers but for what the marks decide: nearly all of the work.
#[derive(Debug)]
pub(crate) struct Unmarked {
    rounds: Vec<UnmarkedRound>,
    weights: Outcome<WeightBasis>,
}

#[derive(Debug)]
struct UnmarkedRound {
    standing: RoundStanding,
    draws: Option<PopulationDraws>,
    /// The place of every row among those drawn, or why it has none.
    places: Vec<Outcome<usize>>,
}

impl Unmarked {
    pub(crate) fn new(design: &Design) -> Self {
        let adjustment = design.adjustment();
        let means = IndicatorMeans::new(design, adjustment);
        let mut earlier = Earlier::new(design);
        let round = |round| {
            let changes = earlier.of_round(design, adjustment, design.units_of_round(round));
            let field = Field::new(adjustment, design.units_of_round(round));
            UnmarkedRound::new(design, &field, &means, &changes, round)
        };
        let rounds = design.rounds().into_iter().map(round).collect();
        Self { rounds, weights: means.basis(design) }
    }

    /// The answer against some marks.
    pub(crate) fn against(&self, marks: Marks) -> StandingAnswer {
        let marks = marks.ordered();
        let rounds = self.rounds.iter().map(|round| round.against(marks)).collect();
        let mut answer =
            StandingAnswer { marks, rounds, weights: self.weights.clone(), findings: Vec::new() };
        answer.findings = findings::findings(&answer);
        answer
    }
}

impl UnmarkedRound {
    fn new(
        design: &Design,
        field: &Field,
        means: &IndicatorMeans,
        changes: &RoundChanges,
        round: u32,
    ) -> Self {
        let shrunken = Shrunken::new(field);
        let ranks = field.ranks(design.adjustment());
        let by_source = BySource::new(design, design.units_of_round(round));
        let all_drawn: Result<Vec<usize>, &Reason> =
            shrunken.as_ref().map(|shrunken| (0..shrunken.estimates.len()).collect());
        let row = |unit: usize| {
            let adjusted = field.estimate(unit);
            let place = at(field, unit, &adjusted, all_drawn.as_ref().map_err(|reason| *reason));
            let row = StandingRow {
                provider: design.metadata().providers[design.units()[unit].provider as usize].id.clone(),
                n_sheets: field.n_sheets(unit),
                precision: field.precision(unit),
                side: None,
                shrunken: at(field, unit, &adjusted, shrunken.as_ref().map(|s| &s.estimates)),
                chances: Outcome::Undefined(Reason::NotScored),
                rank: at(field, unit, &adjusted, ranks.as_ref().map(|r| &r.likely)),
                rank_alone: at(field, unit, &adjusted, ranks.as_ref().map(|r| &r.alone)),
                rank_simultaneous: at(field, unit, &adjusted, ranks.as_ref().map(|r| &r.simultaneous)),
                reliable_change: changes.of(unit),
                indicators: means.of_unit(design, unit),
                by_source: by_source.of_unit(unit),
                adjusted,
            };
            (row, place)
        };
        let mut rows: Vec<(StandingRow, Outcome<usize>)> = design.units_of_round(round).map(row).collect();
        let height =
            |row: &StandingRow| row.adjusted.known().map_or(f64::NEG_INFINITY, |adjusted| adjusted.value);
        rows.sort_by(|a, b| height(&b.0).total_cmp(&height(&a.0)));
        let (rows, places) = rows.into_iter().unzip();
        let standing = RoundStanding {
            round: design.metadata().rounds[round as usize].id.clone(),
            sets: ranks.as_ref().map(|ranks| ranks.how).map_err(Clone::clone).into(),
            population: shrunken.as_ref().map(|s| s.population).map_err(Clone::clone).into(),
            funnel: field.funnel().into(),
            measurement: changes.error().map_err(Clone::clone).into(),
            voices: by_source.voices(design),
            rows,
        };
        Self { standing, draws: shrunken.ok().map(|shrunken| shrunken.draws), places }
    }

    fn against(&self, marks: Marks) -> RoundStanding {
        let chances = self.draws.as_ref().map(|draws| chances::chances(draws, marks)).unwrap_or_default();
        let mut standing = self.standing.clone();
        for (row, place) in standing.rows.iter_mut().zip(&self.places) {
            row.side = row.adjusted.known().and_then(|adjusted| side(adjusted, marks));
            row.chances = place.clone().map(|place| chances[place]);
        }
        standing
    }
}

/// What a list of the field's units says of one of them; the reason why it has no composite before any other.
fn at<T: Clone>(
    field: &Field,
    unit: usize,
    adjusted: &Outcome<Estimate>,
    list: Result<&Vec<T>, &Reason>,
) -> Outcome<T> {
    if let Outcome::Undefined(reason) = adjusted {
        return Outcome::Undefined(reason.clone());
    }
    match (list, field.place(unit)) {
        (Ok(list), Some(place)) => Outcome::Known(list[place].clone()),
        (Err(reason), _) => Outcome::Undefined(reason.clone()),
        (Ok(_), None) => Outcome::Undefined(Reason::NotLinked),
    }
}

fn side(adjusted: &Estimate, marks: Marks) -> Option<PassSide> {
    let interval = adjusted.interval?;
    let mark = marks.pass_points();
    Some(match () {
        () if interval.low >= mark => PassSide::Above,
        () if interval.high < mark => PassSide::Below,
        () => PassSide::Open,
    })
}

/// Ranks of a field's units, in its order.
struct Ranks {
    likely: Vec<RankInterval>,
    alone: Vec<RankInterval>,
    simultaneous: Vec<RankInterval>,
    how: evenhand_protocol::RankSets,
}

impl Field {
    fn ranks(&self, adjustment: &Adjustment) -> Result<Ranks, Reason> {
        let joint = self.joint()?;
        let found = evenhand_stats::simultaneous_ranks(joint, LEVEL);
        let alone = evenhand_stats::joint_rank_intervals(joint, LEVEL);
        let combinations: Vec<&Combination> = self.combinations().iter().collect();
        Ok(Ranks {
            likely: ranks(adjustment, &combinations, Some(joint)),
            alone: alone.iter().map(confidence_set).collect(),
            simultaneous: found.sets.iter().map(confidence_set).collect(),
            how: evenhand_protocol::RankSets {
                critical: found.critical,
                n_draws: found.n_draws as u32,
                n: joint.values().len() as u32,
            },
        })
    }
}
