//! Units in order of falling values, many times over.

/// Sorts the same number of units again and again, by keys of whole numbers: the bits of their values, turned so that
/// they rise as the values fall, with the unit in place of the last of them. So values that agree to eleven digits count
/// as equal, and of equal ones the earlier unit comes first.
#[derive(Debug)]
pub(crate) struct Descending {
    keys: Vec<u64>,
    unit: u64,
}

impl Descending {
    /// Room for so many units; some thousands at most.
    pub(crate) fn new(n: usize) -> Self {
        Self { keys: vec![0; n], unit: (n as u64).next_power_of_two().max(2) - 1 }
    }

    /// The units in the order of their values, the highest first.
    pub(crate) fn order(&mut self, values: impl IntoIterator<Item = f64>) -> impl Iterator<Item = usize> {
        for (unit, (key, value)) in self.keys.iter_mut().zip(values).enumerate() {
            *key = (falling(value) & !self.unit) | unit as u64;
        }
        self.keys.sort_unstable();
        self.keys.iter().map(|key| (key & self.unit) as usize)
    }
}

/// A whole number that is the smaller, the larger the value is.
fn falling(value: f64) -> u64 {
    let bits = value.to_bits();
    // Of negative values the bits rise with their size, of the others they have to be turned.
    if bits >> 63 == 1 { bits } else { !bits & !(1 << 63) }
}

#[cfg(test)]
mod tests {
    use super::{Descending, falling};

    #[test]
    fn keys_fall_as_values_rise() {
        let rising = [f64::NEG_INFINITY, -1e300, -2.5, -1e-300, 0.0, 1e-300, 1.0, 2.5, 1e300, f64::INFINITY];
        assert!(rising.windows(2).all(|pair| falling(pair[0]) > falling(pair[1])));
    }

    #[test]
    fn units_are_ordered_again_and_again() {
        let mut order = Descending::new(5);
        for (values, expected) in [
            ([1.0, 3.0, -2.0, 2.0, f64::NEG_INFINITY], [1, 3, 0, 2, 4]),
            ([0.0, 0.0, 7.5, -1.0, 7.5], [2, 4, 0, 1, 3]),
        ] {
            assert_eq!(order.order(values).collect::<Vec<usize>>(), expected);
        }
    }
}
