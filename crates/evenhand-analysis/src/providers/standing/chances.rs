//! Shrunken composites, and the probabilities of top ranks, of passing and of grade bands.

use evenhand_protocol::{Chances, CountOf, Estimate, Interval, Marks, Method, Population, Reason};
use evenhand_stats::{PopulationDraws, population_draws};

use super::field::Field;
use crate::LEVEL;
use crate::convert::reason;

/// Draws beyond this change a chance by less than a hundredth.
const DRAWS: usize = 4_000;

/// What the population says of each unit of a field, in its order.
pub(super) struct Shrunken {
    pub(super) estimates: Vec<Estimate>,
    pub(super) population: Population,
    /// Draws of all true composites, from which the chances against any marks are counted.
    pub(super) draws: PopulationDraws,
}

impl Shrunken {
    pub(super) fn new(field: &Field) -> Result<Self, Reason> {
        let joint = field.joint()?;
        let n = joint.values().len();
        let draws = population_draws(joint, DRAWS).map_err(|undefined| reason(&undefined))?;
        let estimates: Result<Vec<Estimate>, Reason> = (0..n).map(|unit| shrunken(&draws, unit, n)).collect();
        let population = Population { spread: draws.spread, n_draws: draws.n_draws() as u32, n: n as u32 };
        Ok(Self { estimates: estimates?, population, draws })
    }
}

/// The chances of all units drawn against some marks.
pub(super) fn chances(draws: &PopulationDraws, marks: Marks) -> Vec<Chances> {
    let top = draws.among_highest(usize::from(marks.top));
    let of = |(unit, top): (usize, f64)| {
        let reached = marks.band_points().map(|mark| draws.at_least(unit, mark));
        let [second, third, fourth, fifth] = reached;
        Chances {
            top,
            pass: draws.at_least(unit, marks.pass_points()),
            bands: [1.0 - second, second - third, third - fourth, fourth - fifth, fifth],
        }
    };
    top.into_iter().enumerate().map(of).collect()
}

fn shrunken(draws: &PopulationDraws, unit: usize, n: usize) -> Result<Estimate, Reason> {
    let found = draws.summary(unit, LEVEL).map_err(|undefined| reason(&undefined))?;
    let interval =
        Interval { low: found.interval.low, high: found.interval.high, level: found.interval.level };
    Ok(Estimate {
        value: found.mean,
        se: Some(found.sd),
        interval: Some(interval),
        n: n as u32,
        of: CountOf::Providers,
        method: Method::Hierarchical,
    })
}
