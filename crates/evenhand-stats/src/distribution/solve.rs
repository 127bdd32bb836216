//! Finding the quantile of a positive variable from its tail probability.

/// A tail probability and the derivative of that probability with respect to x, both as magnitudes.
pub(super) struct TailAt {
    pub(super) probability: f64,
    pub(super) density: f64,
}

/// Whether the tail probability grows or shrinks with x.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Tail {
    Lower,
    Upper,
}

/// The x > 0 whose tail probability is `p`, for a tail that is continuous and strictly monotone.
///
/// Newton's method on the logarithms of x and of the probability, in which the tails of the distributions here
/// are nearly straight lines; a step that leaves the bracket is replaced by bisection, so it always ends.
pub(super) fn solve_positive(p: f64, tail: Tail, start: f64, at: impl Fn(f64) -> TailAt) -> f64 {
    let ln_p = libm::log(p);
    let (mut low, mut high) = (-745.0, 709.0);
    let mut ln_x = libm::log(start).clamp(low, high);
    for _ in 0..400 {
        let x = libm::exp(ln_x);
        let TailAt { probability, density } = at(x);
        let excess = libm::log(probability) - ln_p;
        let too_far = (excess > 0.0) == (tail == Tail::Lower);
        if excess == 0.0 {
            return x;
        }
        if too_far {
            high = ln_x;
        } else {
            low = ln_x;
        }
        let slope = x * density / probability;
        let step = if too_far { -(excess.abs() / slope) } else { excess.abs() / slope };
        let newton = ln_x + step;
        let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        let moved = (next - ln_x).abs();
        ln_x = next;
        if moved <= 2e-16 * ln_x.abs().max(1.0) {
            break;
        }
    }
    libm::exp(ln_x)
}
