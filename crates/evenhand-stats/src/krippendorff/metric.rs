//! What kind of difference counts as disagreement.

/// The level of measurement, and with it the squared difference of two scores (Krippendorff 2011, section C).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// 1 for different scores, 0 for equal ones.
    Nominal,
    /// The squared difference of midranks among all pairable scores. With `n_g` scores of value g this is
    /// Krippendorff's `(sum of n_g from c to k - (n_c + n_k) / 2)^2`, because the sum without half of both ends is the
    /// distance of the midranks of c and k.
    Ordinal,
    /// The squared difference of the scores.
    Interval,
    /// The squared relative difference `((c - k) / (c + k))^2` of scores that are not negative.
    Ratio,
}
