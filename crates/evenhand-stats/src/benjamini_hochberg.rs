//! Adjustment of p-values for the number of tests.

/// The Benjamini-Hochberg adjusted p-values, in the order of the input.
///
/// The adjusted value of the i-th smallest of m is the least of `m p(j) / j` over j >= i, at most 1; rejecting
/// where it is at most q keeps the expected share of false discoveries at q for independent tests (Benjamini &
/// Hochberg 1995). A value that is not a probability counts as 1, the p-value of a test that shows nothing.
///
/// ```
/// use evenhand_stats::benjamini_hochberg;
/// assert_eq!(benjamini_hochberg(&[0.01, 0.04, 0.03]), [0.03, 0.04, 0.04]);
/// ```
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let p: Vec<f64> = p_values.iter().map(|p| if (0.0..=1.0).contains(p) { *p } else { 1.0 }).collect();
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let mut adjusted = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (rank, index) in order.iter().enumerate().rev() {
        least = least.min(p[*index] * (p.len() as f64 / (rank + 1) as f64));
        adjusted[*index] = least;
    }
    adjusted
}
