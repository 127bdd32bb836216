//! Means by indicator with severity removed, from which composites under any weights are made.
//!
//! The additive model is linear, and severities are shrunken alike for all indicators, as those of the composite are:
//! where every score sheet is complete, the adjusted composite under any weights is the weighted mean of the adjusted
//! means of the indicators, to the last bit that rounding leaves, and its error variance that of a sheet under these
//! weights times a factor that does not depend on them. So the page needs one number per provider and indicator, and one
//! small matrix. Where scores are missing, a sheet's composite is over the indicators
//! scored while the mean of an indicator is over the sheets that have it, and the two differ a little.

use evenhand_protocol::{Outcome, Reason, WeightBasis};
use evenhand_stats::{AdditiveFit, additive, sum};

use super::super::adjustment::{Adjustment, severity_key, shrunken};
use crate::Design;
use crate::convert::reason;
use crate::distinct::dense;

/// Multiplications for all models: one per indicator, each the cube of the number of severities.
const WORK: f64 = 4e9;

/// A model per indicator.
pub(super) struct IndicatorMeans {
    fits: Result<Vec<Option<AdditiveFit>>, Reason>,
    /// Covariance of the errors of a sheet's indicators, row by row.
    covariance: Vec<f64>,
    df: f64,
}

impl IndicatorMeans {
    pub(super) fn new(design: &Design, adjustment: &Adjustment) -> Self {
        let n_indicators = design.weights().len();
        let sheets = Sheets::new(design);
        let cube = (sheets.n_codes as f64) * (sheets.n_codes as f64) * (sheets.n_codes as f64);
        if cube * n_indicators as f64 > WORK {
            let limit = libm::cbrt(WORK / n_indicators as f64) as u32;
            let why = Reason::TooLarge { limit, found: sheets.n_codes as u32 };
            return Self { fits: Err(why), covariance: Vec::new(), df: 0.0 };
        }
        let scores = sheets.scores(design);
        let fits: Vec<Result<AdditiveFit, Reason>> = (0..n_indicators)
            .map(|indicator| sheets.fit(design, &scores, indicator))
            .map(|fit| fit.and_then(|fit| shrunken(fit, adjustment.ratio())))
            .collect();
        let known: Vec<&AdditiveFit> = fits.iter().flatten().collect();
        let df = known.iter().map(|fit| fit.df).min();
        let Some(df) = df else {
            let why = fits.into_iter().find_map(Result::err).unwrap_or(Reason::NothingSelected);
            return Self { fits: Err(why), covariance: Vec::new(), df: 0.0 };
        };
        let fits: Vec<Option<AdditiveFit>> = fits.into_iter().map(Result::ok).collect();
        let covariance = sheets.covariance(&scores, &fits);
        Self { fits: Ok(fits), covariance, df: df as f64 }
    }

    /// What the means are put together with.
    pub(super) fn basis(&self, design: &Design) -> Outcome<WeightBasis> {
        let told = |_| WeightBasis {
            indicators: design.metadata().indicators.iter().map(|info| info.id.clone()).collect(),
            weights: design.weights().to_vec(),
            error_covariance: self.covariance.clone(),
            df: self.df,
        };
        self.fits.as_ref().map(told).map_err(Clone::clone).into()
    }

    /// The adjusted mean of every indicator in a unit: its panels count alike.
    pub(super) fn of_unit(&self, design: &Design, unit: usize) -> Vec<Option<f64>> {
        let Ok(fits) = &self.fits else { return vec![None; design.weights().len()] };
        let panels = design.units()[unit].panels.clone();
        let mean = |fit: &Option<AdditiveFit>| {
            let fit = fit.as_ref()?;
            let found: Vec<f64> = panels.clone().filter_map(|panel| fit.cell_estimate(panel).ok()).collect();
            evenhand_stats::mean(&found)
        };
        fits.iter().map(mean).collect()
    }
}

/// The score sheets of a design with the severities they show.
struct Sheets {
    /// Index of the sheet, its panel and the code of its severity.
    sheets: Vec<(usize, u32, u32)>,
    n_codes: usize,
}

impl Sheets {
    fn new(design: &Design) -> Self {
        let purified = design.purified().ok();
        let (mut places, mut keys) = (Vec::new(), Vec::new());
        for (index, panel) in design.panels().iter().enumerate() {
            let sheets = panel.sheets.clone().zip(&design.sheets()[panel.sheets.clone()]);
            for (at, sheet) in sheets.filter(|(_, sheet)| sheet.coverage > 0.0) {
                places.push((at, index as u32));
                keys.push(severity_key(design, purified, sheet));
            }
        }
        let (severities, codes) = dense(&keys);
        let sheets = places.into_iter().zip(codes).map(|((at, panel), code)| (at, panel, code)).collect();
        Self { sheets, n_codes: severities.len() }
    }

    /// Normalised scores: a row per sheet, a column per indicator.
    fn scores(&self, design: &Design) -> Vec<Option<f64>> {
        let n_indicators = design.weights().len();
        let mut scores = vec![None; self.sheets.len() * n_indicators];
        for (row, (at, _, _)) in self.sheets.iter().enumerate() {
            for score in design.sheets()[*at].rows.clone() {
                let indicator = design.table().indicator()[score] as usize;
                scores[row * n_indicators + indicator] = Some(design.normalised(score));
            }
        }
        scores
    }

    fn fit(&self, design: &Design, scores: &[Option<f64>], indicator: usize) -> Result<AdditiveFit, Reason> {
        let n_indicators = design.weights().len();
        let (mut cells, mut codes, mut values) = (Vec::new(), Vec::new(), Vec::new());
        for ((_, panel, code), row) in self.sheets.iter().zip(scores.chunks_exact(n_indicators)) {
            if let Some(score) = row[indicator] {
                cells.push(*panel);
                codes.push(*code);
                values.push(score);
            }
        }
        additive(&cells, &codes, &values, design.panels().len(), self.n_codes)
            .map_err(|undefined| reason(&undefined))
    }

    /// Covariances of the models' residuals over the sheets that have both indicators; 0 for an indicator without a
    /// model. Where sheets are complete this is the residual covariance on the common degrees of freedom; else the
    /// two models' shares of degrees of freedom are multiplied by their roots.
    fn covariance(&self, scores: &[Option<f64>], fits: &[Option<AdditiveFit>]) -> Vec<f64> {
        let n = fits.len();
        let mut residuals = vec![None; scores.len()];
        let mut counts = vec![0.0_f64; n];
        for (row, (_, panel, code)) in self.sheets.iter().enumerate() {
            for (indicator, fit) in fits.iter().enumerate() {
                let (Some(fit), Some(score)) = (fit, scores[row * n + indicator]) else { continue };
                let severity = fit.effects.get(*code as usize).copied().flatten().unwrap_or(0.0);
                let Ok(level) = fit.cell_estimate(*panel as usize) else { continue };
                residuals[row * n + indicator] = Some(score - level - severity);
                counts[indicator] += 1.0;
            }
        }
        let share =
            |indicator: usize| fits[indicator].as_ref().map_or(0.0, |fit| fit.df as f64 / counts[indicator]);
        let mut covariance = vec![0.0; n * n];
        for i in 0..n {
            for j in 0..=i {
                let products: Vec<f64> = residuals
                    .chunks_exact(n)
                    .filter_map(|row: &[Option<f64>]| Some(row[i]? * row[j]?))
                    .collect();
                let df = products.len() as f64 * (share(i) * share(j)).sqrt();
                let value = if df > 0.0 { sum(&products) / df } else { 0.0 };
                covariance[i * n + j] = value;
                covariance[j * n + i] = value;
            }
        }
        covariance
    }
}
