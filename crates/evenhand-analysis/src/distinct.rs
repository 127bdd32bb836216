//! The different ones of many codes.

/// The different values, ascending.
pub(crate) fn distinct<T: Ord>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// The different keys, ascending, and the place of every key among them.
pub(crate) fn dense<T: Ord + Copy>(keys: &[T]) -> (Vec<T>, Vec<u32>) {
    let distinct = distinct(keys.iter().copied());
    let places = keys.iter().map(|key| distinct.partition_point(|other| other < key) as u32).collect();
    (distinct, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_among_the_different_keys() {
        assert_eq!(distinct([3, 1, 3, 2]), [1, 2, 3]);
        let (keys, places) = dense(&[(7, None), (2, Some(1)), (7, None), (2, None)]);
        assert_eq!(keys, [(2, None), (2, Some(1)), (7, None)]);
        assert_eq!(places, [2, 1, 2, 0]);
    }
}
