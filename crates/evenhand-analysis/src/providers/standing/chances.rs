//! Shrunken composites, and the probabilities of top ranks, of passing and of grade bands.

use evenhand_protocol::{Chances, CountOf, Estimate, Interval, Marks, Method, Population, Reason};
use evenhand_stats::{PopulationDraws, population_draws};

use super::field::Field;
use crate::LEVEL;
use crate::convert::reason;

/// What the population says of each unit of a field, in its order.
pub(super) struct Standing {
    pub(super) shrunken: Vec<Estimate>,
    pub(super) chances: Vec<Chances>,
    pub(super) population: Population,
}

pub(super) fn of_field(field: &Field, marks: Marks) -> Result<Standing, Reason> {
    let joint = field.joint()?;
    let n = joint.values().len();
    let draws = population_draws(joint).map_err(|undefined| reason(&undefined))?;
    let top = draws.among_highest(usize::from(marks.top));
    let shrunken: Result<Vec<Estimate>, Reason> = (0..n).map(|unit| shrunken(&draws, unit, n)).collect();
    Ok(Standing {
        shrunken: shrunken?,
        chances: (0..n).map(|unit| chances(&draws, unit, top[unit], marks)).collect(),
        population: Population { spread: draws.spread, n_draws: draws.n_draws() as u32, n: n as u32 },
    })
}

fn chances(draws: &PopulationDraws, unit: usize, top: f64, marks: Marks) -> Chances {
    let reached = marks.band_points().map(|mark| draws.at_least(unit, mark));
    let [second, third, fourth, fifth] = reached;
    Chances {
        top,
        pass: draws.at_least(unit, marks.pass_points()),
        bands: [1.0 - second, second - third, third - fourth, fourth - fifth, fifth],
    }
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
