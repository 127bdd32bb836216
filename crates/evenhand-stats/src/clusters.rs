//! Sums within clusters, without hashing.

use crate::sum::Accumulator;

/// Cluster codes made dense: every cluster that occurs has an index below `n_clusters`, in the order of the codes.
pub(crate) struct Clusters {
    index: Vec<usize>,
    n_clusters: usize,
}

impl Clusters {
    /// Reads the codes in O(n + largest code), or O(n log n) where the codes are too sparse for a table.
    pub(crate) fn new(codes: &[u32]) -> Self {
        let largest = codes.iter().copied().max().unwrap_or(0) as usize;
        if largest <= 8 * codes.len() + 1024 {
            Self::by_table(codes, largest)
        } else {
            Self::by_sorting(codes)
        }
    }

    fn by_table(codes: &[u32], largest: usize) -> Self {
        let mut dense = vec![usize::MAX; largest + 1];
        for code in codes {
            dense[*code as usize] = 0;
        }
        let mut n_clusters = 0;
        for entry in dense.iter_mut().filter(|entry| **entry == 0) {
            *entry = n_clusters;
            n_clusters += 1;
        }
        Self { index: codes.iter().map(|code| dense[*code as usize]).collect(), n_clusters }
    }

    fn by_sorting(codes: &[u32]) -> Self {
        let mut distinct = codes.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        let index = codes.iter().map(|code| distinct.partition_point(|other| other < code)).collect();
        Self { index, n_clusters: distinct.len() }
    }

    /// The number of clusters that occur.
    pub(crate) fn len(&self) -> usize {
        self.n_clusters
    }

    /// Each value less that of its cluster; there is one value per code.
    pub(crate) fn minus(&self, of_cluster: &[f64], values: &mut dyn Iterator<Item = f64>) -> Vec<f64> {
        self.index.iter().zip(values).map(|(cluster, value)| value - of_cluster[*cluster]).collect()
    }

    /// The sum of the values of each cluster; there is one value per code.
    pub(crate) fn sums(&self, values: impl Iterator<Item = f64>) -> Vec<f64> {
        let mut sums = vec![Accumulator::default(); self.n_clusters];
        for (cluster, value) in self.index.iter().zip(values) {
            sums[*cluster].add(value);
        }
        sums.into_iter().map(Accumulator::get).collect()
    }
}
