//! The range of ranks that a unit most probably has.

/// Ranks that a unit's true value most probably has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LikelyRanks {
    /// The rank by estimate, 1 being the highest value; equal values share the mean of their ranks.
    pub rank: f64,
    /// The best of the ranks.
    pub low: usize,
    /// The worst of them.
    pub high: usize,
    /// The probability that the true rank is one of them.
    pub probability: f64,
}

/// The shortest range about `rank` whose draws are as near to `wanted` as any such range's; of two as near the shorter.
///
/// `counts` are the draws with each rank, the best first. Of ranges of a length the one with most draws counts, and of
/// several such the one with the best ranks.
pub(super) fn likely_ranks(counts: &[u32], rank: f64, wanted: f64) -> LikelyRanks {
    let n = counts.len();
    let mut upto = vec![0.0; n + 1];
    for (k, count) in counts.iter().enumerate() {
        upto[k + 1] = upto[k] + f64::from(*count);
    }
    // Of tied estimates the middle ranks are those that the range has to hold, counted from 0.
    let (first, last) = (rank.floor() as usize - 1, rank.ceil() as usize - 1);
    let draws = |low: usize, length: usize| upto[low + length] - upto[low];
    let mut nearest = (first, last + 1 - first);
    for length in last + 1 - first..=n {
        let starts = (last + 1).saturating_sub(length)..=first.min(n - length);
        let most = |a: usize, b: usize| if draws(b, length) > draws(a, length) { b } else { a };
        let Some(low) = starts.reduce(most) else { continue };
        if (draws(low, length) - wanted).abs() < (draws(nearest.0, nearest.1) - wanted).abs() {
            nearest = (low, length);
        }
        // Longer ranges have no fewer draws.
        if draws(low, length) >= wanted {
            break;
        }
    }
    let (low, length) = nearest;
    LikelyRanks { rank, low: low + 1, high: low + length, probability: draws(low, length) / upto[n].max(1.0) }
}

#[cfg(test)]
mod tests {
    use super::likely_ranks;

    #[track_caller]
    fn check(counts: &[u32], rank: f64, expected: (usize, usize), probability: f64) {
        let found = likely_ranks(counts, rank, 95.0);
        assert_eq!((found.low, found.high), expected);
        assert!((found.probability - probability).abs() < 1e-12, "{}", found.probability);
    }

    #[test]
    fn the_range_is_the_one_whose_probability_is_nearest() {
        check(&[0, 98, 2, 0], 2.0, (2, 2), 0.98);
        check(&[2, 96, 2, 0], 2.0, (2, 2), 0.96);
        check(&[5, 80, 11, 4], 2.0, (1, 3), 0.96);
        // 92 of 100 are nearer to 95 than 99 are.
        check(&[92, 7, 1, 0], 1.0, (1, 1), 0.92);
        check(&[25, 25, 25, 25], 2.0, (1, 4), 1.0);
    }

    #[test]
    fn the_rank_by_estimate_lies_in_it() {
        check(&[1, 2, 95, 2], 1.0, (1, 3), 0.98);
        check(&[48, 48, 3, 1], 1.5, (1, 2), 0.96);
        check(&[0, 1, 99, 0], 2.5, (2, 3), 1.0);
    }
}
