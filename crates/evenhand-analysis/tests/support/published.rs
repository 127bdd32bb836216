//! Small published tables.

/// Shrout & Fleiss (1979), table 2: 6 targets by 4 judges.
pub const SHROUT_FLEISS: [f64; 24] =
    [9., 2., 5., 8., 6., 1., 3., 2., 8., 4., 6., 8., 7., 1., 2., 6., 10., 5., 6., 9., 6., 2., 4., 7.];

/// Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C: 4 observers by 12 units, 0 = missing.
#[rustfmt::skip]
pub const KRIPPENDORFF: [[u8; 12]; 4] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
];

/// The data set `anxiety` of the R package irr: 20 subjects by 3 raters.
pub const ANXIETY: [f64; 60] = [
    3., 3., 2., 3., 6., 1., 3., 4., 4., 4., 6., 4., 5., 2., 3., 5., 4., 2., 2., 2., 1., 3., 4., 6., 5., 3.,
    1., 2., 3., 1., 2., 2., 1., 6., 3., 2., 1., 3., 3., 5., 3., 3., 2., 2., 1., 2., 2., 1., 1., 1., 3., 2.,
    3., 3., 4., 3., 2., 3., 4., 2.,
];
