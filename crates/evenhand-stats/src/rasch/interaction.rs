//! Do two facets interact: is an evaluator harsher with some providers than with others?

use super::curve::Location;
use super::fit::RaschFit;
use super::fit_statistics::MeanSquare;
use super::homogeneity::Homogeneity;
use super::likelihood::longest;
use super::shift::{Piece, solve};
use super::tally::{Seen, Tally};
use crate::distribution::StudentT;
use crate::sum::sum_of;
use crate::undefined::Undefined;

/// The interaction of one element with one of another facet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InteractionCell {
    /// The codes of both elements.
    pub elements: [u32; 2],
    /// The number of ratings they share.
    pub n: usize,
    /// The weighted sum of these ratings.
    pub observed: f64,
    /// The sum that the main measures let expect.
    pub expected: f64,
    /// The size of the interaction: what must be added to the location of these ratings for the expected sum to be
    /// the observed one, in logits. Positive for higher ratings than expected, whatever the signs of the facets.
    pub bias: f64,
    /// Its standard error with all else taken as known.
    pub se: f64,
    /// The size over its standard error, on n - 1 degrees of freedom.
    pub t: f64,
    /// The two-sided probability of a larger t; `None` for a single rating.
    pub p: Option<f64>,
    /// The fit of these ratings once the interaction is taken into account.
    pub infit: Option<MeanSquare>,
    /// The same, of standardised residuals.
    pub outfit: Option<MeanSquare>,
}

/// All interactions between two facets.
#[derive(Debug, Clone, PartialEq)]
pub struct RaschInteraction {
    /// The pairs of elements that share ratings, by the codes of the first and then the second facet.
    pub cells: Vec<InteractionCell>,
    /// The test that there is no interaction at all: the sum of squared t, on as many degrees of freedom as pairs.
    pub fixed: Option<Homogeneity>,
}

impl RaschFit {
    /// Estimates the interactions between two facets, each with the main measures held fixed.
    ///
    /// A pair whose ratings are all lowest or all highest gets the size for a sum moved inward by `adjustment` points.
    /// No correction for bias is applied.
    /// Source: Linacre, A User's Guide to Facets, Tables 9 to 13.
    ///
    /// # Errors
    /// `NotComplete` if there are no such facets or they are the same; `InvalidParameter` for an adjustment that is not
    /// between 0 and 0.5.
    pub fn interaction(&self, facets: [usize; 2], adjustment: f64) -> Result<RaschInteraction, Undefined> {
        let n_facets = self.model.n_facets();
        if facets[0] >= n_facets || facets[1] >= n_facets || facets[0] == facets[1] {
            return Err(Undefined::NotComplete);
        }
        let code =
            |facet: usize, row: u32| self.rows.nodes[facet][row as usize] - self.model.offsets[facet] as u32;
        self.interaction_by(|row| facets.map(|facet| code(facet, row)), adjustment)
    }

    /// The same between any two groupings of the ratings, such as the rounds they are from, which need not be facets
    /// of the model: Facets calls a facet for interactions alone a dummy facet. `groups` are two codes for every rating
    /// of the data.
    ///
    /// # Errors
    /// `NotComplete` if a grouping has fewer codes than there are ratings; `InvalidParameter` for an adjustment that is
    /// not between 0 and 0.5.
    pub fn interaction_of(
        &self,
        groups: [&[u32]; 2],
        adjustment: f64,
    ) -> Result<RaschInteraction, Undefined> {
        let last = self.rows.source.last().map_or(0, |row| *row as usize);
        if groups.iter().any(|codes| codes.len() <= last) {
            return Err(Undefined::NotComplete);
        }
        let source = &self.rows.source;
        self.interaction_by(|row| groups.map(|codes| codes[source[row as usize] as usize]), adjustment)
    }

    fn interaction_by(
        &self,
        elements: impl Fn(u32) -> [u32; 2],
        adjustment: f64,
    ) -> Result<RaschInteraction, Undefined> {
        if !(adjustment > 0.0 && adjustment < 0.5) {
            return Err(Undefined::InvalidParameter);
        }
        let mut order: Vec<u32> = (0..self.rows.len() as u32).collect();
        order.sort_by_key(|row| elements(*row));
        let etas = self.rows.locations(&self.model, &self.parameters);
        let mut buffer = vec![0.0; longest(&self.curves)];
        let cells: Vec<InteractionCell> = order
            .chunk_by(|a, b| elements(*a) == elements(*b))
            .filter_map(|rows| self.cell(elements(rows[0]), rows, &etas, adjustment, &mut buffer))
            .collect();
        let chi_squared = sum_of(cells.iter().map(|cell| cell.t * cell.t));
        Ok(RaschInteraction { fixed: Homogeneity::new(chi_squared, cells.len() as f64), cells })
    }

    fn cell(
        &self,
        elements: [u32; 2],
        rows: &[u32],
        etas: &[f64],
        adjustment: f64,
        buffer: &mut [f64],
    ) -> Option<InteractionCell> {
        let piece = |row: &u32| {
            let row = *row as usize;
            let weight = self.rows.weight(row);
            Piece { scale: self.rows.scale(&self.model, row), eta: etas[row], weight }
        };
        let pieces: Vec<Piece> = rows.iter().map(piece).collect();
        let before = self.cell_sums(rows, &pieces, 0.0, buffer);
        let score = before.tally.observed;
        let range = |piece: &Piece| piece.weight * self.curves[piece.scale].scores.last().unwrap_or(&0.0);
        let highest: f64 = pieces.iter().map(range).sum();
        let inward = adjustment * highest.min(1.0);
        let extreme = score <= 0.0 || score >= highest;
        let target = if extreme { score.clamp(inward, highest - inward) } else { score };
        let shift = solve(&self.curves, &pieces, target)?;
        let after = self.cell_sums(rows, &pieces, shift.value, buffer).tally;
        let se = 1.0 / shift.information.sqrt();
        let t = shift.value / se;
        let df = rows.len() as f64 - 1.0;
        Some(InteractionCell {
            elements,
            n: rows.len(),
            observed: before.observed,
            expected: before.expected,
            bias: shift.value,
            se,
            t,
            p: StudentT::new(df).map(|distribution| 2.0 * distribution.sf(t.abs())),
            infit: after.infit(),
            outfit: after.outfit(),
        })
    }

    fn cell_sums(&self, rows: &[u32], pieces: &[Piece], shift: f64, buffer: &mut [f64]) -> CellSums {
        let mut sums = CellSums::default();
        for (row, piece) in rows.iter().zip(pieces) {
            let curve = &self.curves[piece.scale];
            let probabilities = &mut buffer[..curve.len()];
            let location = Location::new(piece.eta + shift);
            curve.fill_only(location, probabilities);
            let category = usize::from(self.rows.category[*row as usize]);
            let moments = curve.moments(probabilities);
            sums.observed += piece.weight * curve.ratings[category];
            sums.expected += piece.weight * curve.mean_rating(probabilities);
            let score = curve.scores[category];
            sums.tally.add(Seen { score, eta: location.eta, weight: piece.weight, moments });
        }
        sums
    }
}

/// Sums over the ratings of a pair of elements.
#[derive(Default)]
struct CellSums {
    /// Observed and expected ratings.
    observed: f64,
    expected: f64,
    tally: Tally,
}
