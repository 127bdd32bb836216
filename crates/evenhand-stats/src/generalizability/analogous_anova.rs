//! Variance components of unbalanced designs in closed form.

use super::linear_equations::solve;
use crate::mixed::interaction_codes;
use crate::sum::{magnitude, mean, sum_of, without_rounding};
use crate::undefined::{Undefined, check_finite};

/// One effect of an analogous analysis of variance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AnalogousEffect {
    /// The T term: the sum over levels of the squared total over the number of scores.
    pub t: f64,
    /// The number of levels that occur.
    pub n_levels: usize,
    /// The estimate of the variance component, which may be negative.
    pub estimate: f64,
    /// The estimate, or 0 if that is negative.
    pub variance: f64,
}

/// An analogous analysis of variance.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalogousAnova {
    /// The effects in the order given.
    pub effects: Vec<AnalogousEffect>,
    /// The residual: its T term is the sum of squared scores.
    pub residual: AnalogousEffect,
    /// The T term of the grand mean.
    pub t_mean: f64,
}

/// The variance components of any design with random effects, from the uncorrected sums of squares of their levels.
///
/// `effects` holds the level of every score on every effect but the residual; for crossed facets, interactions are
/// effects with codes of their own (see [`interaction_codes`]). The T terms are equated with their expectations
/// `E T(a) = n mu² + sum over effects b of k(b, a) s²(b)`, where `k(b, a)` is the sum over levels of a of the squared
/// numbers of scores they share with the levels of b, over their own numbers. This is the analogous-ANOVA procedure
/// of Brennan (2001, section 7.1) and Method 1 of Henderson (1953). For balanced designs it gives the ANOVA
/// estimates. It needs no iteration, but REML ([`mixed_model`](crate::mixed_model)) is more precise.
///
/// # Errors
/// `NotComplete` if slices differ in length; `NotFinite`; `TooFewUnits` with fewer than two scores; `NoVariance`;
/// `OneLevel` for an effect with one level; `Aliased` where the expectations do not tell the effects apart.
pub fn analogous_anova(scores: &[f64], effects: &[&[u32]]) -> Result<AnalogousAnova, Undefined> {
    let n = scores.len();
    if effects.iter().any(|codes| codes.len() != n) {
        return Err(Undefined::NotComplete);
    }
    check_finite(scores)?;
    if n < 2 {
        return Err(Undefined::TooFewUnits { needed: 2, found: n });
    }
    let grand = mean(scores).ok_or(Undefined::NotFinite)?;
    let centred: Vec<f64> = scores.iter().map(|score| score - grand).collect();
    if without_rounding(sum_of(centred.iter().map(|x| x * x)), n, magnitude(scores)) == 0.0 {
        return Err(Undefined::NoVariance);
    }
    // The grand mean and the residual are effects with one level and with a level for each score.
    let levels: Vec<Levels> = std::iter::once(vec![0; n])
        .chain(effects.iter().map(|codes| codes.to_vec()))
        .chain([(0..n as u32).collect()])
        .map(|codes| Levels::new(&codes))
        .collect();
    if let Some(factor) = levels[1..=effects.len()].iter().position(|levels| levels.sizes.len() < 2) {
        return Err(Undefined::OneLevel { factor });
    }
    let estimates = estimates(&centred, &levels)?;
    let effect = |(levels, estimate): (&Levels, &f64)| AnalogousEffect {
        t: levels.square(scores),
        n_levels: levels.sizes.len(),
        estimate: *estimate,
        variance: estimate.max(0.0),
    };
    let mut effects: Vec<AnalogousEffect> = levels.iter().zip(&estimates).map(effect).collect();
    let t_mean = effects.remove(0).t;
    let residual = effects.pop().ok_or(Undefined::NotComplete)?;
    Ok(AnalogousAnova { effects, residual, t_mean })
}

/// The solution of the equations; the first entry is n times the squared mean.
fn estimates(scores: &[f64], levels: &[Levels]) -> Result<Vec<f64>, Undefined> {
    let m = levels.len();
    let mut matrix = vec![0.0; m * m];
    for (row, a) in levels.iter().enumerate() {
        matrix[row * m] = 1.0;
        for (column, b) in levels.iter().enumerate().skip(1) {
            matrix[row * m + column] = a.shared(b);
        }
    }
    let right = levels.iter().map(|levels| levels.square(scores)).collect();
    solve(matrix, right).ok_or(Undefined::Aliased)
}

/// The levels of an effect.
struct Levels {
    codes: Vec<u32>,
    /// The number of scores of each.
    sizes: Vec<f64>,
}

impl Levels {
    fn new(codes: &[u32]) -> Self {
        let dense = interaction_codes(&[codes]);
        let mut sizes = vec![0.0; dense.n_levels];
        dense.codes.iter().for_each(|code| sizes[*code as usize] += 1.0);
        Self { codes: dense.codes, sizes }
    }

    /// The T term of some scores.
    fn square(&self, scores: &[f64]) -> f64 {
        let mut sums = vec![0.0; self.sizes.len()];
        self.codes.iter().zip(scores).for_each(|(code, score)| sums[*code as usize] += score);
        sum_of(sums.iter().zip(&self.sizes).map(|(sum, size)| sum * sum / size))
    }

    /// `k(b, a)` for these levels as a.
    fn shared(&self, b: &Self) -> f64 {
        let both = interaction_codes(&[&self.codes, &b.codes]);
        let mut counts = vec![0.0; both.n_levels];
        both.codes.iter().for_each(|code| counts[*code as usize] += 1.0);
        let parts = both.first.iter().zip(counts).map(|(first, count)| {
            let own = self.sizes[self.codes[*first as usize] as usize];
            count * count / own
        });
        sum_of(parts)
    }
}
