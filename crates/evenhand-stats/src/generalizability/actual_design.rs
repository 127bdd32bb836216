//! How dependable the scores of the panels are as they were.

use super::d_study::{DStudy, Role, Universe};
use super::facet_set::FacetSet;
use super::g_study::FacetComponent;
use crate::mixed::interaction_codes;
use crate::sum::{Accumulator, sum_of};
use crate::undefined::{Undefined, check_finite};

/// The observations behind the mean scores of objects.
#[derive(Debug, Clone, Copy)]
pub struct ActualDesign<'a> {
    /// For each facet, the level of every observation.
    pub facets: &'a [&'a [u32]],
    /// The weight of every observation in its object's mean, positive; all the same if absent.
    pub weights: Option<&'a [f64]>,
}

/// What an actual design achieves, whatever its pattern: unbalanced, nested, partly crossed.
///
/// An object's score is the weighted mean of its observations. With `w` the share of a level in it, a component adds
/// its variance times the sum of `w²` over levels to the object's absolute error; the result is the mean over
/// objects. The relative error is half the variance of differences between objects, averaged over all pairs: it
/// leaves out the mean over pairs of the sum of `w w'`, what both objects have in common. For objects that all
/// have the same levels this is the D study of Brennan (2001, section 7.2) for unbalanced designs; for one facet of
/// evaluators the two factors are `1/k` with the harmonic mean k of panel sizes, and the q of ten Hove, Jorgensen & van
/// der Ark (2022), which is 0 for crossed and `1/k` for nested evaluators. The residual differs between all
/// observations.
///
/// # Errors
/// `NotComplete` if slices differ in length, a component has a facet that the design has not, or the object has
/// none; `NotFinite` for such a number or a weight that is not positive; `TooFewUnits` with fewer than two objects;
/// `NoVariance` if universe scores do not vary.
pub fn actual_design(
    design: &ActualDesign<'_>,
    components: &[FacetComponent],
    residual: f64,
    universe: &Universe,
) -> Result<DStudy, Undefined> {
    let n = check(design, components, residual, universe)?;
    let shares = Shares::new(design, universe.object, n);
    if shares.n_objects < 2 {
        return Err(Undefined::TooFewUnits { needed: 2, found: shares.n_objects });
    }
    let [mut score, mut relative, mut absolute] = [Accumulator::default(); 3];
    for component in components {
        let variance = component.variance.max(0.0);
        let effect = shares.concentration(&codes_of(design, component.facets));
        match universe.role(component.facets) {
            Role::Universe => score.add(variance * effect.own),
            Role::Constant => {}
            Role::RelativeError | Role::AbsoluteError => {
                absolute.add(variance * effect.own);
                relative.add(variance * (effect.own - effect.common));
            }
        }
    }
    let own = shares.concentration(&(0..n as u32).collect::<Vec<u32>>()).own;
    absolute.add(residual.max(0.0) * own);
    relative.add(residual.max(0.0) * own);
    // Without any difference rounding may leave a little less than nothing.
    DStudy::new(score.get(), relative.get().max(0.0), absolute.get())
}

/// The number of observations of a design that makes sense.
fn check(
    design: &ActualDesign<'_>,
    components: &[FacetComponent],
    residual: f64,
    universe: &Universe,
) -> Result<usize, Undefined> {
    let n = design.facets.first().map_or(0, |codes| codes.len());
    let known = |set: FacetSet| set.facets().all(|facet| facet < design.facets.len());
    let complete = design.facets.iter().all(|codes| codes.len() == n)
        && design.weights.is_none_or(|weights| weights.len() == n)
        && components.iter().all(|component| known(component.facets))
        && known(universe.object)
        && !universe.object.is_empty();
    if !complete {
        return Err(Undefined::NotComplete);
    }
    check_finite(&[residual])?;
    check_finite(&components.iter().map(|component| component.variance).collect::<Vec<f64>>())?;
    let weights = design.weights.unwrap_or(&[]);
    check_finite(weights)?;
    if weights.iter().any(|weight| *weight <= 0.0) { Err(Undefined::NotFinite) } else { Ok(n) }
}

fn codes_of(design: &ActualDesign<'_>, facets: FacetSet) -> Vec<u32> {
    let lists: Vec<&[u32]> = facets.facets().map(|facet| design.facets[facet]).collect();
    interaction_codes(&lists).codes
}

/// The share of every observation in the score of its object.
struct Shares {
    objects: Vec<u32>,
    n_objects: usize,
    share: Vec<f64>,
}

/// How much of the objects' scores single levels of an effect make up.
struct Concentration {
    /// The mean over objects of the sum of squared shares.
    own: f64,
    /// The mean over pairs of different objects of the sum of the products of their shares.
    common: f64,
}

impl Shares {
    fn new(design: &ActualDesign<'_>, object: FacetSet, n: usize) -> Self {
        let objects = codes_of(design, object);
        let n_objects = objects.iter().max().map_or(0, |largest| *largest as usize + 1);
        let weight = |row: usize| design.weights.map_or(1.0, |weights| weights[row]);
        let mut totals = vec![0.0; n_objects];
        objects.iter().enumerate().for_each(|(row, object)| totals[*object as usize] += weight(row));
        let share = (0..n).map(|row| weight(row) / totals[objects[row] as usize]).collect();
        Self { objects, n_objects, share }
    }

    fn concentration(&self, levels: &[u32]) -> Concentration {
        let cells = interaction_codes(&[&self.objects, levels]);
        let mut by_cell = vec![0.0; cells.n_levels];
        cells.codes.iter().zip(&self.share).for_each(|(cell, share)| by_cell[*cell as usize] += share);
        let n_levels = levels.iter().max().map_or(0, |largest| *largest as usize + 1);
        let mut by_level = vec![0.0; n_levels];
        for (first, share) in cells.first.iter().zip(&by_cell) {
            by_level[levels[*first as usize] as usize] += share;
        }
        let n = self.n_objects as f64;
        let squares = sum_of(by_cell.iter().map(|share| share * share));
        let products = sum_of(by_level.iter().map(|share| share * share)) - squares;
        Concentration { own: squares / n, common: products / (n * (n - 1.0)) }
    }
}
