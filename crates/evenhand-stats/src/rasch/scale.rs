//! The categories of a scale, as they were observed.

/// The categories that the ratings of one scale fall in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scale {
    /// The rating that each category stands for, ascending.
    pub(super) values: Vec<u32>,
    /// The steps of the scale between each category and the one below; 0 for the lowest.
    pub(super) gaps: Vec<u32>,
}

impl Scale {
    /// A scale of these ratings, ascending; with `keep`, ratings that are not among them count as steps.
    pub(super) fn new(values: Vec<u32>, keep: bool) -> Self {
        let gap = |pair: &[u32]| if keep { pair[1] - pair[0] } else { 1 };
        let gaps = std::iter::once(0).take(values.len()).chain(values.windows(2).map(gap)).collect();
        Self { values, gaps }
    }

    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// The number of steps up to each category, which is what the model calls its score.
    pub(super) fn scores(&self) -> Vec<f64> {
        let mut score = 0;
        let steps = self.gaps.iter().map(|gap| {
            score += gap;
            f64::from(score)
        });
        steps.collect()
    }

    /// The category of a rating; one that was not observed counts as the nearest observed one below, or the lowest.
    pub(super) fn position(&self, rating: u32) -> usize {
        self.values.partition_point(|value| *value <= rating).saturating_sub(1)
    }
}
