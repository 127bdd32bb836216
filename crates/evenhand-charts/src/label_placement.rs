//! Where labels at the end of lines go so that none covers another: moved as little as possible, in order.

/// A label that wants to stand at a height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// The centre it would like, in CSS pixels.
    pub wanted: f64,
    /// The height it fills, including the gap to its neighbours.
    pub height: f64,
}

/// The centres of the labels, pushed apart within `lo..hi`, in the order of `labels`.
///
/// The total squared displacement is the smallest possible under the given order (isotonic regression by
/// pooling adjacent violators). Labels wanting the same height keep the order given. When not all fit, the
/// last ones of the list are left out (`None`), as are labels that want a height that is not finite; so pass
/// the more important labels first.
#[must_use]
pub fn spread(labels: &[Placement], lo: f64, hi: f64) -> Vec<Option<f64>> {
    let mut placed = vec![None; labels.len()];
    let mut order = kept(labels, hi - lo);
    order.sort_by(|&a, &b| labels[a].wanted.total_cmp(&labels[b].wanted).then(a.cmp(&b)));

    // With `before` the room taken by the labels above, a top edge minus `before` must not decrease: that is
    // the constraint of isotonic regression. A block is the mean of its members' wishes, clamped at the end.
    let mut blocks: Vec<Block> = Vec::new();
    let mut before = 0.0;
    for &label in &order {
        let Placement { wanted, height } = labels[label];
        let mut block = Block { sum: wanted - height / 2.0 - before, n: 1 };
        while let Some(above) = blocks.pop_if(|above| above.mean() > block.mean()) {
            block = Block { sum: above.sum + block.sum, n: above.n + block.n };
        }
        blocks.push(block);
        before += height;
    }

    let slack = (hi - lo - before).max(0.0);
    let mut tops = blocks.iter().flat_map(|block| std::iter::repeat_n(block.mean(), block.n));
    let mut above = 0.0;
    for &label in &order {
        let Some(top) = tops.next() else { break };
        let height = labels[label].height;
        placed[label] = Some(top.clamp(lo, lo + slack) + above + height / 2.0);
        above += height;
    }
    placed
}

/// Labels that share one displacement.
struct Block {
    sum: f64,
    n: usize,
}

impl Block {
    fn mean(&self) -> f64 {
        self.sum / self.n as f64
    }
}

/// The labels that fit into `room` together, taken from the front.
fn kept(labels: &[Placement], room: f64) -> Vec<usize> {
    let mut used = 0.0;
    let mut kept = Vec::with_capacity(labels.len());
    for (k, label) in labels.iter().enumerate() {
        let sound = label.wanted.is_finite() && label.height.is_finite() && label.height >= 0.0;
        if sound && used + label.height <= room {
            used += label.height;
            kept.push(k);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(wanted: &[f64]) -> Vec<Placement> {
        wanted.iter().map(|&wanted| Placement { wanted, height: 10.0 }).collect()
    }

    #[track_caller]
    fn check(wanted: &[f64], lo: f64, hi: f64, expected: &[f64]) {
        let placed: Vec<f64> = spread(&labels(wanted), lo, hi).into_iter().flatten().collect();
        assert_eq!(placed.len(), expected.len(), "{placed:?}");
        assert!(placed.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9), "{placed:?}");
    }

    #[test]
    fn moves_no_more_than_needed() {
        check(&[20.0, 50.0], 0.0, 100.0, &[20.0, 50.0]);
        check(&[50.0, 50.0], 0.0, 100.0, &[45.0, 55.0]);
        check(&[0.0, 0.0], 0.0, 100.0, &[5.0, 15.0]);
        check(&[100.0, 100.0, 100.0], 0.0, 100.0, &[75.0, 85.0, 95.0]);
        check(&[60.0, 50.0, 55.0], 0.0, 100.0, &[65.0, 45.0, 55.0]);
        check(&[], 0.0, 100.0, &[]);
    }

    #[test]
    fn drops_the_last_ones_when_not_all_fit() {
        let placed = spread(&labels(&[10.0, f64::NAN, 12.0, 14.0]), 0.0, 25.0);
        assert_eq!(placed, [Some(6.0), None, Some(16.0), None]);
        assert_eq!(spread(&labels(&[1.0]), 5.0, 0.0), [None]);
    }

    #[test]
    fn never_overlaps_leaves_the_bounds_or_swaps_order() {
        let mut state = 7_u64;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 / f64::from(1_u32 << 31)
        };
        for round in 0..300 {
            let n = round % 25;
            let labels: Vec<Placement> = (0..n)
                .map(|_| Placement { wanted: random() * 400.0 - 50.0, height: 8.0 + 8.0 * random() })
                .collect();
            let placed = spread(&labels, 0.0, 300.0);
            let mut kept: Vec<(f64, Placement)> =
                placed.iter().zip(&labels).filter_map(|(at, label)| at.map(|at| (at, *label))).collect();
            kept.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (at, label) in &kept {
                assert!(at - label.height / 2.0 >= -1e-9 && at + label.height / 2.0 <= 300.0 + 1e-9);
            }
            for pair in kept.windows(2) {
                let ((a, first), (b, second)) = (pair[0], pair[1]);
                assert!(b - a >= (first.height + second.height) / 2.0 - 1e-9);
                assert!(first.wanted <= second.wanted);
            }
        }
    }
}
