use std::ops::Range;

use evenhand_protocol::{Reason, ScoreScale};
use evenhand_table::{Metadata, Normaliser, ScoreTable, Selection};

use crate::drift::{Engine, linear_drift};
use crate::fitted::Fitted;
use crate::progress::{Cancelled, Progress};
use crate::providers::Adjustment;
use crate::purified::Purified;
use crate::rasch::Measured;

/// The selected scores seen as units (provider × round), panels (a unit's occasions and sources) and score sheets
/// (an evaluator's part of a panel).
///
/// Units hold contiguous panels, panels contiguous sheets, sheets contiguous rows of the table.
#[derive(Debug)]
pub struct Design<'a> {
    table: &'a ScoreTable,
    normalisers: Vec<Normaliser>,
    weights: Vec<f64>,
    scale: ScoreScale,
    units: Vec<UnitOfDesign>,
    panels: Vec<Panel>,
    sheets: Vec<Sheet>,
    fitted: Fitted,
}

/// One provider in one round.
#[derive(Debug, Clone)]
pub struct UnitOfDesign {
    /// Round code.
    pub round: u32,
    /// Provider code.
    pub provider: u32,
    /// Its panels.
    pub panels: Range<usize>,
    /// Its rows in the table.
    pub rows: Range<usize>,
}

/// The evaluators of one provider in one round, on one occasion, from one source.
#[derive(Debug, Clone)]
pub struct Panel {
    /// Index of its unit.
    pub unit: usize,
    /// Occasion code.
    pub occasion: u32,
    /// Source code.
    pub source: u32,
    /// Its score sheets, in order of evaluator codes.
    pub sheets: Range<usize>,
}

/// One evaluator's scores on one panel.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Index of its panel.
    pub panel: usize,
    /// Evaluator code.
    pub evaluator: u32,
    /// Its rows in the table, in order of indicator codes.
    pub rows: Range<usize>,
    /// Weighted mean of the normalised scores, weights renormalised over the indicators scored (0 to 100).
    /// Without meaning where `coverage` is 0.
    pub composite: f64,
    /// Share of the indicators' total weight that was scored; 0 where only indicators of weight 0 were.
    pub coverage: f64,
}

impl<'a> Design<'a> {
    /// Groups the selected rows.
    ///
    /// # Errors
    /// [`Reason::NothingSelected`] where no score passes the filter.
    pub fn new(selection: &Selection<'a>) -> Result<Self, Reason> {
        let table = selection.table();
        if selection.units().is_empty() {
            return Err(Reason::NothingSelected);
        }
        let metadata = table.metadata();
        let mut design = Self {
            table,
            normalisers: metadata.normalisers(),
            weights: effective_weights(metadata),
            scale: metadata.scale(),
            units: Vec::with_capacity(selection.units().len()),
            panels: Vec::new(),
            sheets: Vec::new(),
            fitted: Fitted::default(),
        };
        let weights = design.weights.clone();
        for unit in selection.units() {
            design.push_unit(unit.round, unit.provider, unit.rows.clone(), &weights);
        }
        Ok(design)
    }

    fn push_unit(&mut self, round: u32, provider: u32, rows: Range<usize>, weights: &[f64]) {
        let (occasion, source) = (self.table.occasion(), self.table.source());
        let unit = self.units.len();
        let first_panel = self.panels.len();
        let mut start = rows.start;
        while start < rows.end {
            let key = (occasion[start], source[start]);
            let end = run_end(start, rows.end, |row| (occasion[row], source[row]) == key);
            let first_sheet = self.sheets.len();
            self.push_sheets(self.panels.len(), start..end, weights);
            let sheets = first_sheet..self.sheets.len();
            self.panels.push(Panel { unit, occasion: key.0, source: key.1, sheets });
            start = end;
        }
        self.units.push(UnitOfDesign { round, provider, panels: first_panel..self.panels.len(), rows });
    }

    fn push_sheets(&mut self, panel: usize, rows: Range<usize>, weights: &[f64]) {
        let evaluators = self.table.evaluator();
        let total_weight = evenhand_stats::sum(weights);
        let mut start = rows.start;
        while start < rows.end {
            let evaluator = evaluators[start];
            let end = run_end(start, rows.end, |row| evaluators[row] == evaluator);
            let (weighted, weight) = self.weighted(start..end, |_| true);
            // A sheet on which only indicators of weight 0 were scored has no composite; see `counting_sheets`.
            let composite = if weight > 0.0 { weighted / weight } else { 0.0 };
            let coverage = weight / total_weight;
            self.sheets.push(Sheet { panel, evaluator, rows: start..end, composite, coverage });
            start = end;
        }
    }

    /// Sum of weighted normalised scores and sum of weights over the rows whose indicator counts.
    fn weighted(&self, rows: Range<usize>, counts: impl Fn(usize) -> bool) -> (f64, f64) {
        let (mut weighted, mut weight) = (0.0, 0.0);
        for row in rows {
            let indicator = self.table.indicator()[row] as usize;
            if counts(indicator) {
                weighted += self.weights[indicator] * self.normalised(row);
                weight += self.weights[indicator];
            }
        }
        (weighted, weight)
    }

    /// The composite of a sheet over some of the indicators, by code; `None` where none of positive weight was scored.
    pub fn composite_over(&self, sheet: &Sheet, member: &[bool]) -> Option<f64> {
        let is_member = |indicator: usize| member.get(indicator).copied().unwrap_or(false);
        let (weighted, weight) = self.weighted(sheet.rows.clone(), is_member);
        (weight > 0.0).then(|| weighted / weight)
    }

    /// The names of the dimensions, in the order in which the indicators name them.
    pub fn dimensions(&self) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.metadata().indicators.iter().filter_map(|info| info.dimension.as_deref()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Which indicators belong to a dimension, by code.
    pub fn members(&self, dimension: &str) -> Vec<bool> {
        let infos = &self.metadata().indicators;
        infos.iter().map(|info| info.dimension.as_deref() == Some(dimension)).collect()
    }

    /// The weight of every indicator in the composite: nominal, or all equal to 1 where the table gives no positive one.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The model that finds drifting evaluators, fitted when first asked for.
    pub(crate) fn purified(&self) -> Result<&Purified, &Reason> {
        self.fitted.purified.get_or_init(|| Purified::new(self)).as_ref()
    }

    /// What the purified model says of every evaluator's drift, found when first asked for.
    ///
    /// # Errors
    /// As [`Design::purified`].
    pub(crate) fn linear_drift(&self) -> Result<&Engine, Reason> {
        self.fitted.linear_drift.get_or_init(|| linear_drift(self)).as_ref().map_err(Clone::clone)
    }

    /// The many-facet Rasch model of all scores, fitted when first asked for.
    ///
    /// # Errors
    /// [`Cancelled`]; inside of it why there is no fit.
    pub(crate) fn measured(
        &self,
        progress: &mut Progress<'_, '_>,
    ) -> Result<Result<&Measured, Reason>, Cancelled> {
        let measured = match self.fitted.measured.get() {
            Some(measured) => measured,
            None => {
                let fitted = Measured::new(self, progress)?;
                self.fitted.measured.get_or_init(|| fitted)
            }
        };
        Ok(measured.as_ref().map_err(Clone::clone))
    }

    /// The model that adjusts the providers' composites, fitted when first asked for.
    pub(crate) fn adjustment(&self) -> &Adjustment {
        self.fitted.adjustment.get_or_init(|| Adjustment::new(self))
    }

    /// The same design with the models fitted before for the same selection.
    pub(crate) fn with_fitted(self, fitted: Fitted) -> Self {
        Self { fitted, ..self }
    }

    /// The models that were fitted.
    pub(crate) fn into_fitted(self) -> Fitted {
        self.fitted
    }

    /// The table behind the design.
    pub fn table(&self) -> &'a ScoreTable {
        self.table
    }

    /// What the codes stand for.
    pub fn metadata(&self) -> &'a Metadata {
        self.table.metadata()
    }

    /// Scale of deviations and severities.
    pub fn scale(&self) -> ScoreScale {
        self.scale
    }

    /// Points of this scale per point of the normalised scale.
    pub(crate) fn scale_factor(&self) -> f64 {
        match self.scale {
            ScoreScale::Points { min, max } => (max - min) / 100.0,
            ScoreScale::Normalised => 1.0,
        }
    }

    /// Provider × round units, by round and then provider.
    pub fn units(&self) -> &[UnitOfDesign] {
        &self.units
    }

    /// Panels, in unit order.
    pub fn panels(&self) -> &[Panel] {
        &self.panels
    }

    /// Score sheets, in panel order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The sheets of a panel that have a composite, in order of evaluator codes.
    pub fn counting_sheets(&self, panel: &Panel) -> impl Iterator<Item = &Sheet> {
        self.sheets[panel.sheets.clone()].iter().filter(|sheet| sheet.coverage > 0.0)
    }

    /// Round code of a sheet.
    pub fn round_of(&self, sheet: &Sheet) -> u32 {
        self.units[self.panels[sheet.panel].unit].round
    }

    /// Provider code of a sheet.
    pub fn provider_of(&self, sheet: &Sheet) -> u32 {
        self.units[self.panels[sheet.panel].unit].provider
    }

    /// Score of a row on the normalised scale.
    pub fn normalised(&self, row: usize) -> f64 {
        self.normalisers[self.table.indicator()[row] as usize].apply(self.table.score()[row])
    }

    /// Score of a row on the scale of deviations.
    pub fn on_scale(&self, row: usize) -> f64 {
        match self.scale {
            ScoreScale::Points { .. } => self.table.score()[row],
            ScoreScale::Normalised => self.normalised(row),
        }
    }

    /// Round codes in the selection, in order.
    pub fn rounds(&self) -> Vec<u32> {
        let mut rounds: Vec<u32> = self.units.iter().map(|unit| unit.round).collect();
        rounds.dedup();
        rounds
    }

    /// The units of a round: they are contiguous.
    pub fn units_of_round(&self, round: u32) -> Range<usize> {
        let start = self.units.partition_point(|unit| unit.round < round);
        let end = self.units.partition_point(|unit| unit.round <= round);
        start..end
    }
}

/// Nominal weights, all equal to 1 where the table gives no positive one.
fn effective_weights(metadata: &Metadata) -> Vec<f64> {
    let given: Vec<f64> = metadata.indicators.iter().map(|info| info.weight).collect();
    if given.iter().any(|&weight| weight > 0.0) { given } else { vec![1.0; given.len()] }
}

fn run_end(start: usize, limit: usize, same: impl Fn(usize) -> bool) -> usize {
    (start + 1..limit).find(|&row| !same(row)).unwrap_or(limit)
}
