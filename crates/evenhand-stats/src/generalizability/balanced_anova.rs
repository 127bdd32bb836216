//! Variance components of complete balanced designs from expected mean squares.

use super::facet_set::FacetSet;
use crate::sum::{magnitude, mean, sum_of, without_rounding};
use crate::undefined::{Undefined, check_finite};

/// The most facets of a balanced design.
const MAX_FACETS: usize = 8;

/// A complete balanced design of crossed and nested facets.
#[derive(Debug, Clone, Copy)]
pub struct BalancedDesign<'a> {
    /// The number of levels of each facet; of a nested facet, within each level of those it is nested in.
    pub sizes: &'a [usize],
    /// The facets each facet is nested in, directly or not; empty for crossed ones.
    pub nested_in: &'a [FacetSet],
}

/// One effect of an analysis of variance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AnovaEffect {
    /// The facets in the effect's index.
    pub facets: FacetSet,
    /// Degrees of freedom.
    pub df: f64,
    /// The sum of squares.
    pub sum_of_squares: f64,
    /// The sum of squares over the degrees of freedom.
    pub mean_square: f64,
    /// The estimate of the variance component, which may be negative.
    pub estimate: f64,
    /// The estimate, or 0 if that is negative.
    pub variance: f64,
}

/// The analysis of variance of a complete balanced design with random effects, the smaller effects first.
///
/// `scores` holds one score for each combination of levels, those of the last facet running fastest. The effects
/// are all that the design identifies; the one with all facets contains the residual. Sums of squares, degrees of
/// freedom and expected mean squares follow the rules for sets of indices of Brennan (2001, sections 3.2 to 3.4);
/// negative estimates enter the others as they are, which keeps these unbiased.
///
/// ```
/// use evenhand_stats::{BalancedDesign, FacetSet, balanced_anova};
/// // Two persons by two items.
/// let design = BalancedDesign { sizes: &[2, 2], nested_in: &[FacetSet::EMPTY; 2] };
/// let effects = balanced_anova(&[1.0, 2.0, 4.0, 6.0], &design)?;
/// assert_eq!(effects.iter().map(|e| e.sum_of_squares).collect::<Vec<_>>(), [12.25, 2.25, 0.25]);
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `NotComplete` if the number of scores or of nestings does not agree with the sizes, `OneLevel` for a facet with
/// fewer than two levels, `TooLarge` for more than eight facets, `NotFinite`, and `NoVariance`.
pub fn balanced_anova(scores: &[f64], design: &BalancedDesign<'_>) -> Result<Vec<AnovaEffect>, Undefined> {
    check(scores, design)?;
    let grand = mean(scores).ok_or(Undefined::NotFinite)?;
    // Sums of squares do not change with the origin, and lose fewer digits near it.
    let centred: Vec<f64> = scores.iter().map(|score| score - grand).collect();
    let size = magnitude(scores);
    if without_rounding(sum_of(centred.iter().map(|x| x * x)), scores.len(), size) == 0.0 {
        return Err(Undefined::NoVariance);
    }
    let effects = effects(design);
    let squares: Vec<f64> = effects.iter().map(|effect| square_of_means(&centred, design, *effect)).collect();
    let square_of = |facets: FacetSet| {
        effects.iter().position(|effect| *effect == facets).map_or(0.0, |position| squares[position])
    };
    let mut table: Vec<AnovaEffect> = effects
        .iter()
        .map(|effect| {
            let signed = subsets(primary(design, *effect)).map(|left_out| {
                let sign = if left_out.len() % 2 == 0 { 1.0 } else { -1.0 };
                sign * square_of(effect.without(left_out))
            });
            let sum_of_squares = without_rounding(sum_of(signed), scores.len(), size);
            let df = degrees_of_freedom(design, *effect);
            let mean_square = sum_of_squares / df;
            AnovaEffect { facets: *effect, df, sum_of_squares, mean_square, estimate: 0.0, variance: 0.0 }
        })
        .collect();
    for index in (0..table.len()).rev() {
        let own = table[index].facets;
        let above = table[index + 1..].iter().filter(|effect| effect.facets.includes(own));
        let explained = sum_of(above.map(|effect| replications(design, effect.facets) * effect.estimate));
        let estimate = (table[index].mean_square - explained) / replications(design, own);
        table[index].estimate = estimate;
        table[index].variance = estimate.max(0.0);
    }
    Ok(table)
}

fn check(scores: &[f64], design: &BalancedDesign<'_>) -> Result<(), Undefined> {
    let n_facets = design.sizes.len();
    if n_facets > MAX_FACETS {
        return Err(Undefined::TooLarge { limit: MAX_FACETS, found: n_facets });
    }
    if let Some(factor) = design.sizes.iter().position(|size| *size < 2) {
        return Err(Undefined::OneLevel { factor });
    }
    let nested_well = design.nested_in.iter().enumerate().all(|(facet, outer)| {
        outer
            .facets()
            .all(|other| other < n_facets && other != facet && !design.nested_in[other].contains(facet))
    });
    let product = design.sizes.iter().fold(1_usize, |product, size| product.saturating_mul(*size));
    if design.nested_in.len() != n_facets || !nested_well || n_facets == 0 || scores.len() != product {
        return Err(Undefined::NotComplete);
    }
    check_finite(scores)
}

/// The effects of a design, the smaller first: the sets of facets that hold what their members are nested in.
fn effects(design: &BalancedDesign<'_>) -> Vec<FacetSet> {
    let closed = |set: &FacetSet| set.facets().all(|facet| set.includes(design.nested_in[facet]));
    let mut effects: Vec<FacetSet> =
        (1..1_u32 << design.sizes.len()).map(FacetSet::from_bits).filter(closed).collect();
    effects.sort_by_key(|effect| (effect.len(), *effect));
    effects
}

/// The facets of an effect in which no other of its facets is nested.
fn primary(design: &BalancedDesign<'_>, effect: FacetSet) -> FacetSet {
    let outer = effect.facets().fold(FacetSet::EMPTY, |set, facet| set.with(design.nested_in[facet]));
    effect.without(outer)
}

fn subsets(set: FacetSet) -> impl Iterator<Item = FacetSet> {
    let facets: Vec<usize> = set.facets().collect();
    (0..1_u32 << facets.len()).map(move |bits| {
        let chosen = facets.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
        chosen.fold(FacetSet::EMPTY, |set, (_, facet)| set.with(FacetSet::of(&[*facet])))
    })
}

fn degrees_of_freedom(design: &BalancedDesign<'_>, effect: FacetSet) -> f64 {
    let primary = primary(design, effect);
    let factor = |facet: usize| (design.sizes[facet] - usize::from(primary.contains(facet))) as f64;
    effect.facets().map(factor).product()
}

/// The number of scores for each level of an effect.
fn replications(design: &BalancedDesign<'_>, effect: FacetSet) -> f64 {
    let others = (0..design.sizes.len()).filter(|facet| !effect.contains(*facet));
    others.map(|facet| design.sizes[facet] as f64).product()
}

/// The sum over all scores of the squared mean of the level they belong to.
fn square_of_means(scores: &[f64], design: &BalancedDesign<'_>, effect: FacetSet) -> f64 {
    let n_levels = effect.facets().map(|facet| design.sizes[facet]).product();
    let mut sums = vec![0.0; n_levels];
    for (index, score) in scores.iter().enumerate() {
        let (mut rest, mut level, mut stride) = (index, 0, 1);
        for (facet, size) in design.sizes.iter().enumerate().rev() {
            if effect.contains(facet) {
                level += stride * (rest % size);
                stride *= size;
            }
            rest /= size;
        }
        sums[level] += score;
    }
    sum_of(sums.iter().map(|sum| sum * sum)) / replications(design, effect)
}
