//! Leave-one-out deviations: a score minus the mean of the other panel members' scores of the same provider, round,
//! occasion, source and indicator (Zitzewitz 2006; Emerson, Seltzer & Lin 2009).

use crate::Design;

/// One deviation per score that has at least one colleague's score beside it.
pub(crate) struct Deviations {
    /// Deviation on the scale of the design, positive = higher than the colleagues.
    pub(crate) value: Vec<f64>,
    /// Index of the score sheet of each deviation, increasing.
    pub(crate) sheet: Vec<u32>,
    /// Mean deviation of each sheet of the design, `None` where no score of it has a colleague.
    pub(crate) sheet_mean: Vec<Option<f64>>,
}

impl Deviations {
    pub(crate) fn new(design: &Design) -> Self {
        let n_indicators = design.metadata().indicators.len();
        let mut sums = vec![0.0; n_indicators];
        let mut counts = vec![0u32; n_indicators];
        let indicator = design.table().indicator();
        let mut deviations = Self {
            value: Vec::with_capacity(design.table().len()),
            sheet: Vec::with_capacity(design.table().len()),
            sheet_mean: vec![None; design.sheets().len()],
        };
        for panel in design.panels() {
            let rows = |sheets: std::ops::Range<usize>| {
                design.sheets()[sheets].iter().flat_map(|sheet| sheet.rows.clone())
            };
            for row in rows(panel.sheets.clone()) {
                sums[indicator[row] as usize] += design.on_scale(row);
                counts[indicator[row] as usize] += 1;
            }
            for sheet in panel.sheets.clone() {
                deviations.push_sheet(design, sheet, &sums, &counts);
            }
            for row in rows(panel.sheets.clone()) {
                sums[indicator[row] as usize] = 0.0;
                counts[indicator[row] as usize] = 0;
            }
        }
        deviations
    }

    fn push_sheet(&mut self, design: &Design, sheet: usize, sums: &[f64], counts: &[u32]) {
        let (mut total, mut n) = (0.0, 0u32);
        for row in design.sheets()[sheet].rows.clone() {
            let code = design.table().indicator()[row] as usize;
            if counts[code] < 2 {
                continue;
            }
            let score = design.on_scale(row);
            let others = (sums[code] - score) / f64::from(counts[code] - 1);
            // Equal scores may differ in the last bits of their mean; that is no deviation.
            let noise = 1e-12 * (score.abs() + others.abs());
            let deviation = if (score - others).abs() <= noise { 0.0 } else { score - others };
            self.value.push(deviation);
            self.sheet.push(sheet as u32);
            total += deviation;
            n += 1;
        }
        self.sheet_mean[sheet] = (n > 0).then(|| total / f64::from(n));
    }
}
