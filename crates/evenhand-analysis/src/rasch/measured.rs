//! One fit of all scores: everything on one ruler.

use evenhand_protocol::Reason;
use evenhand_stats::{Orientation, RaschData, RaschErrors, RaschFacet, RaschFit};

use super::{Categories, MOST_SCORES, fitted, options};
use crate::Design;
use crate::progress::{Cancelled, Progress};

/// The facets of the fit.
pub(crate) const UNITS: usize = 0;
pub(crate) const EVALUATORS: usize = 1;
pub(crate) const INDICATORS: usize = 2;

/// Providers in their rounds, evaluators and indicators, an evaluator being as severe in all rounds.
#[derive(Debug)]
pub(crate) struct Measured {
    /// The fit of [`UNITS`], [`EVALUATORS`] and [`INDICATORS`], by their codes.
    pub(crate) fit: RaschFit,
    /// The row of the table of every rating.
    pub(crate) rows: Vec<u32>,
    /// The unit of every rating.
    pub(crate) units: Vec<u32>,
    /// What the ratings stand for.
    pub(crate) categories: Categories,
}

impl Measured {
    /// Fits the model.
    ///
    /// # Errors
    /// [`Cancelled`]; inside of it `TooLarge`, `TooManyCategories`, `NotConverged`, `NotLinked` where evaluators cannot all
    /// be compared, and what the model says.
    pub(crate) fn new(
        design: &Design,
        progress: &mut Progress<'_, '_>,
    ) -> Result<Result<Self, Reason>, Cancelled> {
        let found: usize = design.units().iter().map(|unit| unit.rows.len()).sum();
        if found > MOST_SCORES {
            return Ok(Err(Reason::TooLarge { limit: MOST_SCORES as u32, found: found as u32 }));
        }
        let categories = match Categories::new(design) {
            Ok(categories) => categories,
            Err(reason) => return Ok(Err(reason)),
        };
        let mut rows = Vec::with_capacity(found);
        let mut units = Vec::with_capacity(found);
        for (unit, one) in design.units().iter().enumerate() {
            rows.extend(one.rows.clone().map(|row| row as u32));
            units.resize(rows.len(), unit as u32);
        }
        let of = |column: &[u32]| -> Vec<u32> { rows.iter().map(|row| column[*row as usize]).collect() };
        let ratings = of(&categories.of_row);
        let (evaluators, indicators) = (of(design.table().evaluator()), of(design.table().indicator()));
        let metadata = design.metadata();
        let facets = [
            RaschFacet::new(&units, design.units().len(), Orientation::Positive),
            RaschFacet::new(&evaluators, metadata.evaluators.len(), Orientation::Negative),
            RaschFacet::new(&indicators, metadata.indicators.len(), Orientation::Negative),
        ];
        let data = RaschData { ratings: &ratings, weights: None, facets: &facets };
        let options = options(&categories, RaschErrors::Conditional);
        Ok(match fitted(&data, &options, progress)? {
            Ok(fit) if fit.n_subsets[EVALUATORS] > 1 => Err(Reason::NotLinked),
            Ok(fit) => Ok(Self { fit, rows, units, categories }),
            Err(reason) => Err(reason),
        })
    }
}
