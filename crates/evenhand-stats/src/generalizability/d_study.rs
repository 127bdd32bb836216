//! A D study: how dependable the mean scores of a design are.

use super::facet_set::FacetSet;
use super::g_study::FacetComponent;
use crate::sum::Accumulator;
use crate::undefined::{Undefined, check_finite};

/// The most points of a surface.
const MAX_POINTS: usize = 100_000;

/// What is measured, and over what it is generalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Universe {
    /// The object of measurement, such as {provider} or {provider, round}.
    pub object: FacetSet,
    /// The facets whose levels are all there are, such as a fixed list of indicators; all other facets are random.
    pub fixed: FacetSet,
}

/// The part an effect plays for the mean scores of objects.
pub(super) enum Role {
    /// It makes objects differ in what is to be measured.
    Universe,
    /// It makes the scores of an object differ from what is to be measured, differently for each object.
    RelativeError,
    /// The same, but alike for all objects that share its levels.
    AbsoluteError,
    /// It is the same for all objects by definition: an effect of fixed facets alone.
    Constant,
}

impl Universe {
    pub(super) fn role(&self, effect: FacetSet) -> Role {
        let random = effect.without(self.object).without(self.fixed);
        match (random.is_empty(), effect.meets(self.object)) {
            (true, true) => Role::Universe,
            (true, false) => Role::Constant,
            (false, true) => Role::RelativeError,
            (false, false) => Role::AbsoluteError,
        }
    }
}

/// The variances and coefficients of mean scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DStudy {
    /// The variance of universe scores: of what is to be measured.
    pub universe_variance: f64,
    /// The variance of relative errors, which change the order of objects.
    pub relative_error: f64,
    /// The variance of absolute errors, which change their scores.
    pub absolute_error: f64,
    /// The generalizability coefficient E-rho²: universe variance over itself plus relative error.
    pub e_rho2: f64,
    /// The dependability index Phi: universe variance over itself plus absolute error.
    pub phi: f64,
}

impl DStudy {
    pub(super) fn new(universe: f64, relative: f64, absolute: f64) -> Result<Self, Undefined> {
        check_finite(&[universe, relative, absolute])?;
        if universe <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        Ok(Self {
            universe_variance: universe,
            relative_error: relative,
            absolute_error: absolute,
            e_rho2: universe / (universe + relative),
            phi: universe / (universe + absolute),
        })
    }
}

/// What a design achieves whose every object is measured with `sizes[f]` levels of facet f.
///
/// A facet nested in another has its number within each level of that one. Sizes need not be whole: an unbalanced
/// design has effective ones (Brennan 2001, section 7.2). Sizes of the object's facets are not used. Each
/// component is divided by the sizes of its facets outside of the object; a component of object and fixed
/// facets alone belongs to the universe score (Brennan 2001, sections 4.2 and 4.4).
///
/// ```
/// use evenhand_stats::{FacetComponent, FacetSet, Universe, d_study};
/// // Brennan (2001), synthetic data set 1: persons by 12 items, E-rho² .844 and Phi .773.
/// let components = [
///     FacetComponent { facets: FacetSet::of(&[0]), variance: 0.0574 },
///     FacetComponent { facets: FacetSet::of(&[1]), variance: 0.0754 },
///     FacetComponent { facets: FacetSet::of(&[0, 1]), variance: 0.1269 },
/// ];
/// let persons = Universe { object: FacetSet::of(&[0]), fixed: FacetSet::EMPTY };
/// let study = d_study(&components, &persons, &[1.0, 12.0])?;
/// assert!((study.e_rho2 - 0.844).abs() < 5e-4 && (study.phi - 0.773).abs() < 5e-4);
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `NotComplete` if a facet has no size or one that is not positive; `NotFinite`; `NoVariance` if the universe scores
/// do not vary.
pub fn d_study(
    components: &[FacetComponent],
    universe: &Universe,
    sizes: &[f64],
) -> Result<DStudy, Undefined> {
    let [mut score, mut relative, mut absolute] = [Accumulator::default(); 3];
    for component in components {
        let mut divisor = 1.0;
        for facet in component.facets.without(universe.object).facets() {
            divisor *= sizes.get(facet).copied().filter(|size| *size > 0.0).ok_or(Undefined::NotComplete)?;
        }
        let part = component.variance.max(0.0) / divisor;
        // `max` would turn a variance that is not a number into 0.
        check_finite(&[component.variance])?;
        match universe.role(component.facets) {
            Role::Universe => score.add(part),
            Role::RelativeError => {
                relative.add(part);
                absolute.add(part);
            }
            Role::AbsoluteError => absolute.add(part),
            Role::Constant => {}
        }
    }
    DStudy::new(score.get(), relative.get(), absolute.get())
}

/// A design and what it achieves.
#[derive(Debug, Clone, PartialEq)]
pub struct SurfacePoint {
    /// The number of levels of each facet.
    pub sizes: Vec<usize>,
    /// What the design achieves.
    pub study: DStudy,
}

/// The D studies of all combinations of sizes, those of the last facet running fastest.
///
/// `sizes[f]` lists the numbers of levels to try for facet f; facets of the object have one entry, which is not used.
///
/// # Errors
/// Those of [`d_study`], and `TooLarge` for more than 100,000 combinations.
pub fn d_study_surface(
    components: &[FacetComponent],
    universe: &Universe,
    sizes: &[&[usize]],
) -> Result<Vec<SurfacePoint>, Undefined> {
    let n_points = sizes.iter().fold(1_usize, |product, list| product.saturating_mul(list.len()));
    if n_points > MAX_POINTS {
        return Err(Undefined::TooLarge { limit: MAX_POINTS, found: n_points });
    }
    let mut points = Vec::with_capacity(n_points);
    for index in 0..n_points {
        let mut rest = index;
        let mut chosen = vec![0; sizes.len()];
        for (size, list) in chosen.iter_mut().zip(sizes).rev() {
            *size = list[rest % list.len()];
            rest /= list.len();
        }
        let as_numbers: Vec<f64> = chosen.iter().map(|size| *size as f64).collect();
        points.push(SurfacePoint { study: d_study(components, universe, &as_numbers)?, sizes: chosen });
    }
    Ok(points)
}
