//! Units by indicators.

use std::ops::Range;

use evenhand_stats::{ItemTable, Missing, Undefined};

use crate::Design;
use crate::distinct::distinct;

/// Scores of units by indicators on the normalised scale; a missing score is `NaN` here and nowhere after.
#[derive(Debug, Clone)]
pub(super) struct ItemScores {
    /// Codes of the indicators that are scored, ascending.
    pub(super) indicators: Vec<u32>,
    /// Row by row.
    scores: Vec<f64>,
    /// Provider of every row.
    providers: Vec<u32>,
}

impl ItemScores {
    /// Panel means by provider and round over a range of units; of several panels the mean of their means.
    pub(super) fn panel_means(design: &Design, units: Range<usize>) -> Self {
        let k = design.metadata().indicators.len();
        let (mut scores, mut providers) = (Vec::new(), Vec::new());
        for unit in &design.units()[units] {
            let mut of_unit = vec![(0.0, 0u32); k];
            for panel in &design.panels()[unit.panels.clone()] {
                for (total, mean) in of_unit.iter_mut().zip(panel_means(design, panel)) {
                    if let Some(mean) = mean {
                        total.0 += mean;
                        total.1 += 1;
                    }
                }
            }
            scores.extend(of_unit.iter().map(|(sum, n)| if *n > 0 { sum / f64::from(*n) } else { f64::NAN }));
            providers.push(unit.provider);
        }
        Self::scored(scores, providers, k)
    }

    /// Single score sheets of a range of units.
    pub(super) fn sheets(design: &Design, units: Range<usize>) -> Self {
        Self::of_sheets(design, units, false)
    }

    /// Single score sheets less the mean of their panel by indicator; a panel of one has nothing to differ from.
    pub(super) fn residuals(design: &Design, units: Range<usize>) -> Self {
        Self::of_sheets(design, units, true)
    }

    fn of_sheets(design: &Design, units: Range<usize>, residual: bool) -> Self {
        let k = design.metadata().indicators.len();
        let (mut scores, mut providers) = (Vec::new(), Vec::new());
        for unit in &design.units()[units] {
            for panel in &design.panels()[unit.panels.clone()] {
                if residual && panel.sheets.len() < 2 {
                    continue;
                }
                let means = if residual { panel_means(design, panel) } else { vec![Some(0.0); k] };
                for sheet in &design.sheets()[panel.sheets.clone()] {
                    let mut line = vec![f64::NAN; k];
                    for row in sheet.rows.clone() {
                        let indicator = design.table().indicator()[row] as usize;
                        line[indicator] = design.normalised(row) - means[indicator].unwrap_or(0.0);
                    }
                    scores.extend(line);
                    providers.push(unit.provider);
                }
            }
        }
        Self::scored(scores, providers, k)
    }

    /// Leaves out the indicators that nobody scored.
    fn scored(scores: Vec<f64>, providers: Vec<u32>, k: usize) -> Self {
        let all = Self { indicators: (0..k as u32).collect(), scores, providers };
        let has_score = |at: &usize| all.scores.iter().skip(*at).step_by(k.max(1)).any(|x| !x.is_nan());
        let used: Vec<usize> = (0..k).filter(has_score).collect();
        all.columns(&used)
    }

    /// The same with these columns only.
    fn columns(&self, used: &[usize]) -> Self {
        let k = self.indicators.len().max(1);
        let scores = self.scores.chunks_exact(k).flat_map(|row| used.iter().map(|at| row[*at])).collect();
        Self {
            indicators: used.iter().map(|at| self.indicators[*at]).collect(),
            scores,
            providers: self.providers.clone(),
        }
    }

    /// The same for the indicators that `keep` wants, by code.
    pub(super) fn only(&self, keep: impl Fn(u32) -> bool) -> Self {
        let used: Vec<usize> = (0..self.indicators.len()).filter(|at| keep(self.indicators[*at])).collect();
        self.columns(&used)
    }

    /// The number of units.
    pub(super) fn n_units(&self) -> usize {
        self.providers.len()
    }

    /// The form in which `evenhand-stats` takes them; units that lack a score count for the indicators they have.
    pub(super) fn table(&self) -> Result<ItemTable<'_>, Undefined> {
        ItemTable::new(&self.scores, self.n_units(), self.indicators.len(), Missing::Pairwise)
    }

    /// The same without the units that lack a score.
    pub(super) fn complete(&self) -> Result<ItemTable<'_>, Undefined> {
        ItemTable::new(&self.scores, self.n_units(), self.indicators.len(), Missing::Listwise)
    }

    /// The scores of two columns where a unit has both, as two lists of equal length.
    pub(super) fn both(&self, first: usize, second: usize) -> (Vec<f64>, Vec<f64>) {
        let rows = self.scores.chunks_exact(self.indicators.len());
        rows.map(|row| (row[first], row[second])).filter(|(a, b)| !a.is_nan() && !b.is_nan()).unzip()
    }

    /// The number of different providers.
    pub(super) fn n_providers(&self) -> usize {
        distinct(&self.providers).len()
    }

    /// How often a provider comes back on average.
    pub(super) fn repeats(&self) -> f64 {
        self.n_units() as f64 / self.n_providers().max(1) as f64
    }
}

/// The mean of a panel on every indicator, by code.
fn panel_means(design: &Design, panel: &crate::Panel) -> Vec<Option<f64>> {
    let mut sums = vec![(0.0, 0u32); design.metadata().indicators.len()];
    for row in design.sheets()[panel.sheets.clone()].iter().flat_map(|sheet| sheet.rows.clone()) {
        let (sum, n) = &mut sums[design.table().indicator()[row] as usize];
        *sum += design.normalised(row);
        *n += 1;
    }
    sums.into_iter().map(|(sum, n)| (n > 0).then(|| sum / f64::from(n))).collect()
}
