//! What several test files share: comparison of numbers and a small seeded generator.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

pub mod tables;

use evenhand_stats::Normal;

/// Fails unless the two numbers differ by at most `tolerance`.
#[track_caller]
pub fn close(what: &str, found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{what}: found {found:?}, expected {expected:?}");
}

/// A stream of pseudo-random numbers: SplitMix64 (Steele, Lea & Flood 2014), normals by inversion.
pub struct Normals {
    state: u64,
}

impl Normals {
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A standard normal deviate.
    pub fn next(&mut self) -> f64 {
        Normal.quantile(self.uniform()).unwrap()
    }

    /// A number strictly between 0 and 1.
    pub fn uniform(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        ((z >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }
}
