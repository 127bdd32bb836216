//! Sums of squared relative differences, without visiting all pairs of many values.

/// Up to this many distinct values all pairs are visited.
const PAIRWISE: usize = 1_000;

/// The step of the trapezoidal rule in ln t. Its error is about `2 |Gamma(2 + 2 pi i / step)|`, which is below 1e-15
/// here.
const STEP: f64 = 0.25;

/// For every value c the sum over all values k of `counts[k] ((c - k) / (c + k))^2`; values are ascending and not
/// negative.
///
/// The square is `1 - 4 c k / (c + k)^2`, and `c k / (c + k)^2 = integral of t c e^(-tc) k e^(-tk) dt` over t > 0. With
/// t = e^v the integrand decays at both ends, so the trapezoidal rule converges exponentially, and under the integral
/// the sum over k is one number per node: the cost is the number of values times about 120 nodes.
/// The result loses digits only where values differ by much less than their size, as 1 - 4 c k / (c + k)^2 does.
pub(super) fn profile(values: &[f64], counts: &[f64]) -> Vec<f64> {
    if values.len() <= PAIRWISE {
        return values
            .iter()
            .map(|c| values.iter().zip(counts).map(|(k, n)| n * squared_difference(*c, *k)).sum())
            .collect();
    }
    let total: f64 = counts.iter().sum();
    // Zero differs from every other value by 1 and has no place on a logarithmic scale.
    let zeros = values.iter().take_while(|value| **value == 0.0).count();
    let zero_count: f64 = counts[..zeros].iter().sum();
    let mut shared = vec![0.0; values.len()];
    for t in nodes(values[zeros], values[values.len() - 1]) {
        let term = |c: f64| t * c * libm::exp(-t * c);
        let terms: Vec<f64> = values[zeros..].iter().map(|c| term(*c)).collect();
        let sum: f64 = terms.iter().zip(&counts[zeros..]).map(|(term, n)| n * term).sum();
        for (shared, term) in shared[zeros..].iter_mut().zip(&terms) {
            *shared += STEP * term * sum;
        }
    }
    let at = |(position, shared): (usize, &f64)| {
        if position < zeros { total - zero_count } else { (total - 4.0 * shared).max(0.0) }
    };
    shared.iter().enumerate().map(at).collect()
}

/// The nodes t at which the integrand matters for values from `smallest` to `largest`.
fn nodes(smallest: f64, largest: f64) -> impl Iterator<Item = f64> {
    // Below, t^2 c k has fallen under 1e-17 of its peak; above, e^(-2 t c) has.
    let first = (-libm::log(largest) - 20.0) / STEP;
    let last = (-libm::log(smallest) + 4.0) / STEP;
    (first.floor() as i64..=last.ceil() as i64).map(|node| libm::exp(STEP * node as f64))
}

/// `((c - k) / (c + k))^2`, and 0 for two zeros.
pub(super) fn squared_difference(c: f64, k: f64) -> f64 {
    if c == k {
        return 0.0;
    }
    let relative = (c - k) / (c + k);
    relative * relative
}
