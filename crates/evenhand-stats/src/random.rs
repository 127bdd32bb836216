//! A seeded source of pseudo-random numbers, the same to the bit on every platform.

use crate::distribution::Normal;

/// A generator of pseudo-random numbers that its seed determines to the bit.
///
/// Source: xoshiro256++ (Blackman & Vigna 2021, Scrambled linear pseudorandom number generators), its state filled
/// from the seed by SplitMix64 (Steele, Lea & Flood 2014). Not for secrets.
///
/// ```
/// use evenhand_stats::Random;
/// let (mut first, mut again) = (Random::new(7), Random::new(7));
/// assert_eq!(first.uniform(), again.uniform());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Random {
    state: [u64; 4],
}

impl Random {
    /// The generator that this seed determines.
    pub fn new(seed: u64) -> Self {
        let mut at = seed;
        let state = std::array::from_fn(|_| {
            at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = at;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        });
        Self { state }
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// A number strictly between 0 and 1, uniform on a grid of 2^52 points.
    pub fn uniform(&mut self) -> f64 {
        ((self.bits() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// A whole number below `n`, every one equally likely; 0 for `n` of 0 or 1.
    ///
    /// Source: Lemire (2019), Fast random integer generation in an interval, algorithm 5.
    pub fn below(&mut self, n: usize) -> usize {
        let n = n as u64;
        if n < 2 {
            return 0;
        }
        let mut product = u128::from(self.bits()) * u128::from(n);
        if (product as u64) < n {
            let reject = n.wrapping_neg() % n;
            while (product as u64) < reject {
                product = u128::from(self.bits()) * u128::from(n);
            }
        }
        (product >> 64) as usize
    }

    /// A standard normal deviate, by inversion.
    pub fn normal(&mut self) -> f64 {
        // A number strictly between 0 and 1 always has a quantile.
        Normal.quantile(self.uniform()).unwrap_or(0.0)
    }

    /// Two independent standard normal deviates, by the polar method: a fraction of the time of [`Random::normal`], but
    /// not the same numbers.
    ///
    /// Source: Marsaglia & Bray (1964), A convenient method for generating normal variables.
    pub fn normal_pair(&mut self) -> [f64; 2] {
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = x * x + y * y;
            // A share of pi / 4 of the square lies in the circle; its centre is on no grid point.
            if square < 1.0 && square > 0.0 {
                let stretch = (-2.0 * libm::log(square) / square).sqrt();
                return [x * stretch, y * stretch];
            }
        }
    }

    /// Fills a slice with independent standard normal deviates, drawn in pairs.
    pub fn fill_normal(&mut self, values: &mut [f64]) {
        for pair in values.chunks_mut(2) {
            pair.copy_from_slice(&self.normal_pair()[..pair.len()]);
        }
    }

    /// A chi-squared deviate with `df` degrees of freedom, which need not be whole; `NaN` unless `df` is positive.
    ///
    /// Source: Marsaglia & Tsang (2000), A simple method for generating gamma variables; shapes below 1 by their
    /// section 6.
    pub fn chi_squared(&mut self, df: f64) -> f64 {
        let shape = 0.5 * df;
        if shape < 1.0 {
            let power = libm::pow(self.uniform(), 1.0 / shape);
            return 2.0 * self.gamma(shape + 1.0) * power;
        }
        2.0 * self.gamma(shape)
    }

    /// A gamma deviate of scale 1 and a shape of at least 1.
    fn gamma(&mut self, shape: f64) -> f64 {
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        // Each round accepts with a probability above 0.95; a shape that is not a number would never be accepted.
        while shape.is_finite() {
            let x = self.normal();
            let root = 1.0 + c * x;
            if root <= 0.0 {
                continue;
            }
            let v = root * root * root;
            if libm::log(self.uniform()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
                return d * v;
            }
        }
        f64::NAN
    }
}
