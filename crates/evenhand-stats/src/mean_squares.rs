//! Analysis of variance of panels: each a complete table of units by evaluators, pooled within panels.

use crate::sum::{Accumulator, magnitude, sum_of, without_rounding};
use crate::undefined::{Undefined, check_finite};

/// One panel's complete table: every evaluator of the panel scored every unit once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block<'a> {
    /// The scores, row by row: `scores[unit * k + evaluator]`.
    pub scores: &'a [f64],
    /// The number of units (rows).
    pub n_units: usize,
    /// The number of evaluators (columns).
    pub k: usize,
}

/// The mean squares of one or more panels, in squared units of the scores.
///
/// # Several panels
/// Write `y = m_b + u_i + v_j + e_ij` in panel b with `n_b` units and `k_b` evaluators, and variances `U`, `V`
/// and `E` of unit, evaluator and residual effects. Within one panel the expected sums of squares are
/// - units: `(n_b - 1) (E + k_b U)`,
/// - evaluators: `(k_b - 1) (E + n_b V)`,
/// - residual: `(n_b - 1) (k_b - 1) E`.
///
/// The panel mean `m_b` drops out of all three, so panels may differ in level. Sums of squares and degrees of
/// freedom are added over panels and then divided, which gives the expected mean squares `E + k0 U`, `E + n0 V`
/// and `E` with `k0 = sum (n_b - 1) k_b / sum (n_b - 1)` and `n0 = sum (k_b - 1) n_b / sum (k_b - 1)`. For one
/// panel `k0 = k`, `n0 = n`, and all is as in Shrout & Fleiss (1979) and McGraw & Wong (1996).
///
/// The units of different panels are taken as different units and the evaluators as different evaluators. An
/// evaluator who sits on several panels is treated as if each seat had its own severity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanSquares {
    /// Between units, within panels.
    pub between_units: f64,
    /// Between evaluators, within panels.
    pub between_evaluators: f64,
    /// Residual: unit by evaluator interaction and error.
    pub residual: f64,
    /// Within units: between evaluators and residual together, as in the one-way layout.
    pub within: f64,
    /// Degrees of freedom of `between_units`.
    pub df_units: f64,
    /// Degrees of freedom of `between_evaluators`.
    pub df_evaluators: f64,
    /// Degrees of freedom of `residual`.
    pub df_residual: f64,
    /// Degrees of freedom of `within`.
    pub df_within: f64,
    /// The effective number of units per panel, n0.
    pub n_units: f64,
    /// The effective number of evaluators per panel, k0.
    pub k: f64,
    /// The number of panels used: those with two or more evaluators.
    pub n_blocks: usize,
    /// The number of units in the panels used.
    pub total_units: usize,
}

/// The mean squares of one complete table of units by evaluators.
///
/// # Errors
/// As [`pooled_mean_squares`].
pub fn mean_squares(block: &Block) -> Result<MeanSquares, Undefined> {
    pooled_mean_squares(std::slice::from_ref(block))
}

/// The mean squares of several panels, pooled within panels; see [`MeanSquares`] for the model.
///
/// A panel with one evaluator says nothing about agreement and is left out. A panel with one unit contributes to
/// `between_evaluators` and `within` only, as its single row shows no difference between units.
///
/// # Errors
/// `NotComplete` if a table's length is not `n_units * k`; `NotFinite`; `OneEvaluator` if no panel has two
/// evaluators; `TooFewUnits` if no panel with two evaluators has two units (`found` is its largest panel).
pub fn pooled_mean_squares(blocks: &[Block]) -> Result<MeanSquares, Undefined> {
    let mut pool = Pool::default();
    let mut largest = 0;
    let mut seen_units = false;
    for block in blocks {
        if block.n_units.checked_mul(block.k) != Some(block.scores.len()) {
            return Err(Undefined::NotComplete);
        }
        check_finite(block.scores)?;
        seen_units |= block.n_units > 0 && block.k > 0;
        if block.k >= 2 && block.n_units >= 1 {
            largest = largest.max(block.n_units);
            pool.add(block);
        }
    }
    if seen_units && pool.n_blocks == 0 {
        return Err(Undefined::OneEvaluator);
    }
    if largest < 2 {
        return Err(Undefined::TooFewUnits { needed: 2, found: largest });
    }
    pool.finish()
}

/// Sums over panels: of squares, of degrees of freedom, and of the weights of the effective sizes.
#[derive(Default)]
struct Pool {
    units: Accumulator,
    evaluators: Accumulator,
    residual: Accumulator,
    df_units: f64,
    df_evaluators: f64,
    df_residual: f64,
    df_within: f64,
    weighted_n: f64,
    weighted_k: f64,
    n_blocks: usize,
    total_units: usize,
}

impl Pool {
    fn add(&mut self, block: &Block) {
        let (n, k) = (block.n_units as f64, block.k as f64);
        let squares = SumsOfSquares::of(block);
        self.units.add(squares.units);
        self.evaluators.add(squares.evaluators);
        self.residual.add(squares.residual);
        self.df_units += n - 1.0;
        self.df_evaluators += k - 1.0;
        self.df_residual += (n - 1.0) * (k - 1.0);
        self.df_within += n * (k - 1.0);
        self.weighted_n += (k - 1.0) * n;
        self.weighted_k += (n - 1.0) * k;
        self.n_blocks += 1;
        self.total_units += block.n_units;
    }

    /// Divides; the caller has made sure that some panel has two units and two evaluators.
    fn finish(&self) -> Result<MeanSquares, Undefined> {
        let (units, evaluators, residual) = (self.units.get(), self.evaluators.get(), self.residual.get());
        let mean_squares = MeanSquares {
            between_units: units / self.df_units,
            between_evaluators: evaluators / self.df_evaluators,
            residual: residual / self.df_residual,
            within: (evaluators + residual) / self.df_within,
            df_units: self.df_units,
            df_evaluators: self.df_evaluators,
            df_residual: self.df_residual,
            df_within: self.df_within,
            n_units: self.weighted_n / self.df_evaluators,
            k: self.weighted_k / self.df_units,
            n_blocks: self.n_blocks,
            total_units: self.total_units,
        };
        // Finite scores can still overflow when squared.
        check_finite(&[mean_squares.between_units, mean_squares.within])?;
        Ok(mean_squares)
    }
}

/// The sums of squares of one panel.
struct SumsOfSquares {
    units: f64,
    evaluators: f64,
    residual: f64,
}

impl SumsOfSquares {
    fn of(block: &Block) -> Self {
        let (n, k) = (block.n_units, block.k);
        let grand = sum_of(block.scores.iter().copied()) / (n * k) as f64;
        // Effects are deviations from the panel mean, which keeps a common offset out of the squares.
        let unit_effects: Vec<f64> = block
            .scores
            .chunks_exact(k)
            .map(|row| sum_of(row.iter().map(|score| score - grand)) / k as f64)
            .collect();
        let evaluator_effects: Vec<f64> = (0..k)
            .map(|column| {
                let scores = block.scores.iter().skip(column).step_by(k);
                sum_of(scores.map(|score| score - grand)) / n as f64
            })
            .collect();
        let residuals = block.scores.chunks_exact(k).zip(&unit_effects).flat_map(|(row, unit)| {
            row.iter().zip(&evaluator_effects).map(move |(score, evaluator)| {
                let residual = score - grand - unit - evaluator;
                residual * residual
            })
        });
        let size = magnitude(block.scores);
        let clean = |squares| without_rounding(squares, n * k, size);
        let squares = |effects: &[f64]| sum_of(effects.iter().map(|effect| effect * effect));
        Self {
            units: clean(k as f64 * squares(&unit_effects)),
            evaluators: clean(n as f64 * squares(&evaluator_effects)),
            residual: clean(sum_of(residuals)),
        }
    }
}

/// How often the same units, evaluators and pairs of them occur in pooled blocks, on average; 1 = never again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Repeats {
    /// Rows over distinct units.
    pub units: f64,
    /// Seats (columns of blocks) over distinct evaluators.
    pub evaluators: f64,
    /// Scores over distinct pairs of unit and evaluator.
    pub pairs: f64,
}

impl MeanSquares {
    /// The mean squares with degrees of freedom divided by how often the same units, evaluators and pairs repeat.
    ///
    /// Blocks of several rounds hold the same providers and evaluators again; counting each as a new one makes
    /// intervals far too short. Dividing is the limit of full correlation between repeats, so the intervals err on
    /// the wide side; the mean squares, and so the estimates, stay as they are. Repeats below 1 count as 1.
    #[must_use]
    pub fn discounted(&self, repeats: &Repeats) -> Self {
        Self {
            df_units: self.df_units / repeats.units.max(1.0),
            df_evaluators: self.df_evaluators / repeats.evaluators.max(1.0),
            df_residual: self.df_residual / repeats.pairs.max(1.0),
            df_within: self.df_within / repeats.units.max(1.0),
            ..*self
        }
    }
}
