//! Small published tables that several test files use.
#![allow(dead_code, reason = "each test file uses its part")]

/// Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C: 4 observers by 12 units, 0 = missing.
#[rustfmt::skip]
pub const KRIPPENDORFF: [[u8; 12]; 4] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
];

/// Fleiss (1971)-style counts, the worked example of the encyclopaedia article "Fleiss' kappa": 10 subjects by 5
/// categories, 14 raters.
#[rustfmt::skip]
pub const FLEISS: [[usize; 5]; 10] = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
];

/// Shrout & Fleiss (1979), table 2: 6 targets by 4 judges.
pub const SHROUT_FLEISS: [f64; 24] =
    [9., 2., 5., 8., 6., 1., 3., 2., 8., 4., 6., 8., 7., 1., 2., 6., 10., 5., 6., 9., 6., 2., 4., 7.];

/// The data set `anxiety` of the R package irr: 20 subjects by 3 raters.
pub const ANXIETY: [f64; 60] = [
    3., 3., 2., 3., 6., 1., 3., 4., 4., 4., 6., 4., 5., 2., 3., 5., 4., 2., 2., 2., 1., 3., 4., 6., 5., 3.,
    1., 2., 3., 1., 2., 2., 1., 6., 3., 2., 1., 3., 3., 5., 3., 3., 2., 2., 1., 2., 2., 1., 1., 1., 3., 2.,
    3., 3., 4., 3., 2., 3., 4., 2.,
];

/// Scores as triples of unit, evaluator and value.
#[derive(Debug, Clone, Default)]
pub struct Triples {
    pub units: Vec<u32>,
    pub evaluators: Vec<u32>,
    pub values: Vec<f64>,
}

impl Triples {
    pub fn push(&mut self, unit: usize, evaluator: usize, value: f64) {
        self.units.push(unit as u32);
        self.evaluators.push(evaluator as u32);
        self.values.push(value);
    }

    /// A complete table, row by row.
    pub fn complete(scores: &[f64], k: usize) -> Self {
        let mut triples = Self::default();
        for (row, score) in scores.iter().enumerate() {
            triples.push(row / k, row % k, *score);
        }
        triples
    }

    /// One of the tables above by its name.
    pub fn named(name: &str) -> Self {
        let mut triples = Self::default();
        match name {
            "krippendorff" => {
                for (evaluator, row) in KRIPPENDORFF.iter().enumerate() {
                    for (unit, value) in row.iter().enumerate().filter(|(_, value)| **value > 0) {
                        triples.push(unit, evaluator, f64::from(*value));
                    }
                }
            }
            "fleiss" => {
                for (unit, counts) in FLEISS.iter().enumerate() {
                    let values = counts.iter().enumerate().flat_map(|(k, n)| std::iter::repeat_n(k + 1, *n));
                    for (evaluator, value) in values.enumerate() {
                        triples.push(unit, evaluator, value as f64);
                    }
                }
            }
            "anxiety" => triples = Self::complete(&ANXIETY, 3),
            "shrout_fleiss" => triples = Self::complete(&SHROUT_FLEISS, 4),
            other => panic!("no table {other}"),
        }
        triples
    }

    /// As ratings.
    pub fn ratings(&self) -> evenhand_stats::Ratings<'_> {
        evenhand_stats::Ratings::new(&self.units, &self.evaluators, &self.values).unwrap()
    }
}
