//! Are the scores of one sheet, or of one panel on one indicator, independent given the measures?

use evenhand_stats::{RaschFit, sum};

/// How much more sums of scores that belong together vary than if every score were given by itself.
///
/// The model takes scores for independent, given the measures; one impression that colours a whole sheet makes it far too
/// sure of an evaluator's severity. The factor is the Pearson statistic of these sums, as interactions of two facets, by
/// its degrees of freedom (McCullagh & Nelder 1989, section 4.5), over all fits that are added.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Dependence {
    chi_squared: f64,
    df: f64,
}

impl Dependence {
    /// Adds the sums of every two elements of two facets.
    pub(crate) fn add(&mut self, fit: &RaschFit, facets: [usize; 2], adjustment: f64) {
        let Ok(sums) = fit.interaction(facets, adjustment) else { return };
        let calibrated = |facet: usize| fit.facets[facet].iter().filter(|e| e.status.is_calibrated()).count();
        let df = (sums.cells.len() + 1) as f64 - (calibrated(facets[0]) + calibrated(facets[1])) as f64;
        if df > 0.0 {
            self.chi_squared += sum(&sums.cells.iter().map(|cell| cell.t * cell.t).collect::<Vec<f64>>());
            self.df += df;
        }
    }

    /// At least 1: sums that vary less than by chance are chance.
    pub(crate) fn factor(&self) -> f64 {
        if self.df > 0.0 { (self.chi_squared / self.df).max(1.0) } else { 1.0 }
    }
}
