//! Where do the providers stand, how surely, and what would change it?

mod chances;
pub(super) mod field;
mod findings;
mod reliable;
mod voices;
mod weight_basis;

use evenhand_protocol::{
    Estimate, Marks, Outcome, PassSide, RankInterval, Reason, RoundStanding, StandingAnswer, StandingRow,
};

use super::adjustment::Adjustment;
use crate::{Design, LEVEL};
use field::Field;
use reliable::{Earlier, RoundChanges};
use voices::BySource;
use weight_basis::IndicatorMeans;

/// Rank sets, probabilities, funnels, reliable changes and what composites under other weights are made of.
///
/// `marks` are put in order first (see [`Marks::ordered`]).
pub fn standing(design: &Design, marks: Marks) -> StandingAnswer {
    let marks = marks.ordered();
    let adjustment = Adjustment::new(design, design.purified().ok());
    let means = IndicatorMeans::new(design, &adjustment);
    let mut earlier = Earlier::new(design);
    let mut answer =
        StandingAnswer { marks, rounds: Vec::new(), weights: means.basis(design), findings: Vec::new() };
    for round in design.rounds() {
        let changes = earlier.of_round(design, &adjustment, design.units_of_round(round));
        let field = Field::new(&adjustment, design.units_of_round(round));
        answer.rounds.push(round_standing(design, &field, &means, &changes, (round, marks)));
    }
    answer.findings = findings::findings(&answer);
    answer
}

fn round_standing(
    design: &Design,
    field: &Field,
    means: &IndicatorMeans,
    changes: &RoundChanges,
    (round, marks): (u32, Marks),
) -> RoundStanding {
    let ranks = field.ranks();
    let standing = chances::of_field(field, marks);
    let by_source = BySource::new(design, design.units_of_round(round));
    let mut rows: Vec<StandingRow> = design
        .units_of_round(round)
        .map(|unit| {
            let adjusted = field.estimate(unit);
            StandingRow {
                provider: design.metadata().providers[design.units()[unit].provider as usize].id.clone(),
                n_sheets: field.n_sheets(unit),
                precision: field.precision(unit),
                side: adjusted.known().and_then(|adjusted| side(adjusted, marks)),
                shrunken: at(field, unit, &adjusted, standing.as_ref().map(|s| &s.shrunken)),
                chances: at(field, unit, &adjusted, standing.as_ref().map(|s| &s.chances)),
                rank: at(field, unit, &adjusted, ranks.as_ref().map(|r| &r.marginal)),
                rank_simultaneous: at(field, unit, &adjusted, ranks.as_ref().map(|r| &r.simultaneous)),
                reliable_change: changes.of(unit),
                indicators: means.of_unit(design, unit),
                by_source: by_source.of_unit(unit),
                adjusted,
            }
        })
        .collect();
    let height =
        |row: &StandingRow| row.adjusted.known().map_or(f64::NEG_INFINITY, |adjusted| adjusted.value);
    rows.sort_by(|a, b| height(b).total_cmp(&height(a)));
    RoundStanding {
        round: design.metadata().rounds[round as usize].id.clone(),
        sets: known(ranks.as_ref().map(|ranks| ranks.how)),
        population: known(standing.as_ref().map(|standing| standing.population)),
        funnel: known(field.funnel().as_ref().map(|funnel| *funnel)),
        measurement: known(changes.error()),
        voices: by_source.voices(design),
        rows,
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

fn known<T>(result: Result<T, &Reason>) -> Outcome<T> {
    match result {
        Ok(value) => Outcome::Known(value),
        Err(reason) => Outcome::Undefined(reason.clone()),
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
    marginal: Vec<RankInterval>,
    simultaneous: Vec<RankInterval>,
    how: evenhand_protocol::RankSets,
}

impl Field {
    fn ranks(&self) -> Result<Ranks, Reason> {
        let joint = self.joint()?;
        let found = evenhand_stats::simultaneous_ranks(joint, LEVEL);
        let marginal = evenhand_stats::joint_rank_intervals(joint, LEVEL);
        let convert = |set: &evenhand_stats::RankInterval| RankInterval {
            rank: set.rank,
            low: set.low as u32,
            high: set.high as u32,
        };
        Ok(Ranks {
            marginal: marginal.iter().map(convert).collect(),
            simultaneous: found.sets.iter().map(convert).collect(),
            how: evenhand_protocol::RankSets {
                critical: found.critical,
                n_draws: found.n_draws as u32,
                n: joint.values().len() as u32,
            },
        })
    }
}
