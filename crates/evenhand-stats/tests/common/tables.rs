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

/// R's data set `attitude` (Chatterjee & Price 1977): rating, complaints, privileges, learning, raises, critical,
/// advance; 30 departments.
#[rustfmt::skip]
pub const ATTITUDE: [f64; 210] = [
    43., 51., 30., 39., 61., 92., 45.,  63., 64., 51., 54., 63., 73., 47.,  71., 70., 68., 69., 76., 86., 48.,
    61., 63., 45., 47., 54., 84., 35.,  81., 78., 56., 66., 71., 83., 47.,  43., 55., 49., 44., 54., 49., 34.,
    58., 67., 42., 56., 66., 68., 35.,  71., 75., 50., 55., 70., 66., 41.,  72., 82., 72., 67., 71., 83., 31.,
    67., 61., 45., 47., 62., 80., 41.,  64., 53., 53., 58., 58., 67., 34.,  67., 60., 47., 39., 59., 74., 41.,
    69., 62., 57., 42., 55., 63., 25.,  68., 83., 83., 45., 59., 77., 35.,  77., 77., 54., 72., 79., 77., 46.,
    81., 90., 50., 72., 60., 54., 36.,  74., 85., 64., 69., 79., 79., 63.,  65., 60., 65., 75., 55., 80., 60.,
    65., 70., 46., 57., 75., 85., 46.,  50., 58., 68., 54., 64., 78., 52.,  50., 40., 33., 34., 43., 64., 33.,
    64., 61., 52., 62., 66., 80., 41.,  53., 66., 52., 50., 63., 80., 37.,  40., 37., 42., 58., 50., 57., 49.,
    63., 54., 42., 48., 66., 75., 33.,  66., 77., 66., 63., 88., 76., 72.,  78., 75., 58., 74., 80., 78., 49.,
    48., 57., 44., 45., 51., 83., 38.,  85., 85., 71., 71., 77., 74., 55.,  82., 82., 39., 59., 64., 78., 39.,
];

/// Thurstone & Thurstone (1941), nine ability tests of 213 children as in McDonald (1999), table 13.1: the upper
/// triangle of the correlations, row by row.
pub const THURSTONE: [f64; 36] = [
    0.828, 0.776, 0.439, 0.432, 0.447, 0.447, 0.541, 0.38, 0.779, 0.493, 0.464, 0.489, 0.432, 0.537, 0.358,
    0.46, 0.425, 0.443, 0.401, 0.534, 0.359, 0.674, 0.59, 0.381, 0.35, 0.424, 0.541, 0.402, 0.367, 0.446,
    0.288, 0.32, 0.325, 0.555, 0.598, 0.452,
];

/// A square matrix with ones on its diagonal from its upper triangle.
pub fn correlation_matrix(k: usize, upper: &[f64]) -> Vec<f64> {
    let mut matrix = vec![1.0; k * k];
    let pairs = (0..k).flat_map(|i| (i + 1..k).map(move |j| (i, j)));
    for ((i, j), r) in pairs.zip(upper) {
        matrix[i * k + j] = *r;
        matrix[j * k + i] = *r;
    }
    matrix
}

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
            _ => unreachable!("no table of this name"),
        }
        triples
    }

    /// As ratings.
    pub fn ratings(&self) -> evenhand_stats::Ratings<'_> {
        evenhand_stats::Ratings::new(&self.units, &self.evaluators, &self.values).unwrap()
    }
}
