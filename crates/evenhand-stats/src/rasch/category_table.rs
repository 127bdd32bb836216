//! How the categories of the scales are used.

use super::curve::{Curve, FAR, Location};
use super::fit::RaschFit;
use super::predictions::visit;

/// The threshold between a category and the one below.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CategoryThreshold {
    /// The Rasch-Andrich threshold: where both categories are equally probable, in logits from the location of the
    /// scale.
    pub value: f64,
    /// Its standard error with everything else taken as known; `None` without information.
    pub se: Option<f64>,
    /// The Rasch-Thurstone threshold: where this category or a higher one is as probable as a lower one.
    pub thurstone: f64,
    /// Whether it is above the threshold before it, as in a scale of which every category is somewhere the most
    /// probable one; true for the first.
    pub ordered: bool,
}

/// One category of a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaschCategory {
    /// The rating that the category stands for.
    pub rating: u32,
    /// The number of ratings, of those that took part in the calibration.
    pub n: usize,
    /// The sum of their weights.
    pub weight: f64,
    /// The mean location of these ratings (the sum of the measures of all their elements, with the signs of the
    /// facets).
    pub average_measure: f64,
    /// The value of that mean if the ratings followed the model.
    pub expected_measure: f64,
    /// The squared standardised residuals of these ratings over those the model expects in the category; 1 where the
    /// model holds. `None` where the model expects none.
    pub outfit: Option<f64>,
    /// The threshold to the category; `None` for the lowest.
    pub threshold: Option<CategoryThreshold>,
    /// Whether there is a location at which the category is the most probable one.
    pub is_modal: bool,
    /// The location from which on it is; `None` for the lowest, which is from the very bottom on, and where it never is.
    pub most_probable_from: Option<f64>,
}

/// A scale: that of all ratings, or of one element of the facet whose elements have their own.
#[derive(Debug, Clone, PartialEq)]
pub struct RaschScale {
    /// The code of the element the scale belongs to; `None` if there is one scale.
    pub element: Option<u32>,
    /// Its observed categories, ascending.
    pub categories: Vec<RaschCategory>,
    /// The number of thresholds below the one before.
    pub n_disordered: usize,
    /// Whether the average measures of the categories ascend.
    pub averages_ascend: bool,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    n: usize,
    weight: f64,
    eta: f64,
    expected: f64,
    expected_eta: f64,
    squares: f64,
    expected_squares: f64,
    /// Information on the threshold to the category: its sum of `Q (1 - Q)`, Q the probability of this category or a
    /// higher one.
    information: f64,
}

impl RaschFit {
    /// The categories of every scale that has ratings.
    ///
    /// Average measures and thresholds carry the correction for bias; the outfit is of the uncorrected fit.
    pub fn category_table(&self) -> Vec<RaschScale> {
        let sums = self.category_sums();
        let used = (0..self.curves.len()).filter(|scale| self.curves[*scale].len() > 0);
        used.map(|scale| self.scale_table(scale, &sums[scale])).collect()
    }

    fn category_sums(&self) -> Vec<Vec<Sums>> {
        let mut sums: Vec<Vec<Sums>> =
            self.curves.iter().map(|curve| vec![Sums::default(); curve.len()]).collect();
        visit(&self.model, &self.rows, &self.parameters, &self.curves, |prediction| {
            let (seen, scale) = (prediction.seen, &mut sums[prediction.scale]);
            let mut at_least = 1.0;
            for (k, p) in prediction.probabilities.iter().enumerate() {
                let sums = &mut scale[k];
                sums.information += seen.weight * at_least * (1.0 - at_least);
                at_least = (at_least - p).max(0.0);
                sums.expected += seen.weight * p;
                sums.expected_eta += seen.weight * p * seen.eta;
                let residual = self.curves[prediction.scale].scores[k] - seen.moments.mean;
                let square = residual * residual / seen.moments.variance;
                if square.is_finite() {
                    sums.expected_squares += seen.weight * p * square;
                    if k == prediction.category {
                        sums.squares += seen.weight * square;
                    }
                }
            }
            let own = &mut scale[prediction.category];
            own.n += 1;
            own.weight += seen.weight;
            own.eta += seen.weight * seen.eta;
        });
        sums
    }

    fn scale_table(&self, scale: usize, sums: &[Sums]) -> RaschScale {
        let curve = &self.curves[scale];
        let mut before = f64::NEG_INFINITY;
        let mut threshold = |k: usize| {
            let steps = curve.scores[k] - curve.scores[k - 1];
            let value = (curve.tau[k] - curve.tau[k - 1]) / steps;
            let ordered = value >= before;
            before = value;
            let information = sums[k].information * steps * steps;
            CategoryThreshold {
                value: self.shrink * value,
                se: (information > 0.0).then(|| self.shrink / information.sqrt()),
                thurstone: self.shrink * thurstone(curve, k),
                ordered,
            }
        };
        let modal: Vec<Option<f64>> = (0..curve.len()).map(|k| most_probable_from(curve, k)).collect();
        let category = |(k, sums): (usize, &Sums)| RaschCategory {
            rating: self.model.scales[scale].values[k],
            n: sums.n,
            weight: sums.weight,
            average_measure: self.shrink * sums.eta / sums.weight,
            expected_measure: self.shrink * sums.expected_eta / sums.expected,
            outfit: (sums.expected_squares > 0.0).then(|| sums.squares / sums.expected_squares),
            threshold: (k > 0).then(|| threshold(k)),
            is_modal: modal[k].is_some(),
            most_probable_from: modal[k].filter(|from| from.is_finite()).map(|from| self.shrink * from),
        };
        let categories: Vec<RaschCategory> = sums.iter().enumerate().map(category).collect();
        let disordered = |category: &&RaschCategory| category.threshold.is_some_and(|t| !t.ordered);
        RaschScale {
            element: self.model.scale_facet.map(|_| scale as u32),
            n_disordered: categories.iter().filter(disordered).count(),
            averages_ascend: categories.windows(2).all(|w| w[0].average_measure <= w[1].average_measure),
            categories,
        }
    }

    /// The probabilities of the categories of a scale at a location, in the order of [`RaschFit::category_table`], with
    /// the thresholds that it tells. `None` if there is no such scale.
    pub fn category_probabilities(&self, element: Option<u32>, eta: f64) -> Option<Vec<f64>> {
        let scale = element.map_or(0, |code| code as usize);
        let curve = self.curves.get(scale).filter(|c| c.len() > 0)?;
        let tau: Vec<f64> = curve.tau.iter().map(|tau| self.shrink * tau).collect();
        let curve = Curve::new(&self.model.scales[scale], &tau);
        let mut probabilities = vec![0.0; curve.len()];
        curve.fill_only(Location::new(eta), &mut probabilities);
        eta.is_finite().then_some(probabilities)
    }
}

/// Where category k or a higher one is as probable as a lower one, by bisection.
fn thurstone(curve: &Curve, k: usize) -> f64 {
    let mut probabilities = vec![0.0; curve.len()];
    let (mut low, mut high) = (-FAR, FAR);
    // Halving 60 times reaches the spacing of doubles.
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        curve.fill_only(Location::new(middle), &mut probabilities);
        if probabilities[k..].iter().sum::<f64>() < 0.5 { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// From where on category k is the most probable one, from minus infinity on for the lowest; `None` if it never is.
///
/// The logarithms of the probabilities are straight lines in the location, so each category is the most probable one
/// between where it overtakes all lower ones and where the first higher one overtakes it.
fn most_probable_from(curve: &Curve, k: usize) -> Option<f64> {
    let crossing = |low: usize, high: usize| {
        (curve.tau[high] - curve.tau[low]) / (curve.scores[high] - curve.scores[low])
    };
    let from = (0..k).map(|low| crossing(low, k)).fold(f64::NEG_INFINITY, f64::max);
    let to = (k + 1..curve.len()).map(|high| crossing(k, high)).fold(f64::INFINITY, f64::min);
    (from < to).then_some(from)
}
