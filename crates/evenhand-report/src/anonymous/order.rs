/// Ids in an order that does not follow from their names, the same for the same ids: by a 64-bit hash (FNV 1a, mixed as
/// SplitMix64 does; Steele, Lea & Flood 2014) of each with all of them as its key.
pub(super) fn shuffled(mut ids: Vec<&str>) -> Vec<&str> {
    ids.sort_unstable();
    let key = ids.iter().fold(0xcbf2_9ce4_8422_2325, |key, id| hash(key, id));
    ids.sort_by_key(|id| mixed(hash(key, id)));
    ids
}

fn hash(key: u64, text: &str) -> u64 {
    text.bytes().fold(key, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_stable_and_another() {
        let names: Vec<String> = (1..=40).map(|k| format!("P{k:02}")).collect();
        let ids: Vec<&str> = names.iter().map(String::as_str).collect();
        let once = shuffled(ids.clone());
        let reversed = shuffled(ids.iter().rev().copied().collect());
        assert_eq!(once, reversed, "the order of the input does not matter");
        let in_place = once.iter().zip(&ids).filter(|(a, b)| a == b).count();
        assert!(in_place < 6, "{in_place} of 40 stayed in their place");
        let rising = once.windows(2).filter(|pair| pair[0] < pair[1]).count();
        assert!((10..30).contains(&rising), "{rising} of 39 pairs are in order");
    }
}
