//! Uniform, normal and index draws from one seeded generator, the same bits on every target.
//!
//! Only integer arithmetic, IEEE operations and `libm` are used, never the platform's own `ln` or `exp`.

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64;

/// What a stream of draws is for.
///
/// Each purpose has its own stream, so that asking for more missing cells moves no evaluator to another panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    /// Who joins, who leaves, who sits on which panel.
    Panels,
    /// True provider levels, severities, difficulties and attributes.
    Effects,
    /// Residuals, score-sheet effects and missing cells.
    Scores,
    /// Declared conflicts of interest.
    Conflicts,
    /// Rating effects of single evaluators.
    Ways,
}

/// A seeded source of draws.
#[derive(Debug, Clone)]
pub(crate) struct Random {
    generator: Pcg64,
}

impl Random {
    /// The stream of draws that belongs to a seed and a purpose.
    pub(crate) fn new(seed: u64, stream: Stream) -> Self {
        const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
        let offset = GOLDEN.wrapping_mul(stream as u64 + 1);
        Self { generator: Pcg64::seed_from_u64(seed.wrapping_add(offset)) }
    }

    /// A uniform draw strictly between 0 and 1, from 52 random bits.
    pub(crate) fn uniform(&mut self) -> f64 {
        const UNIT: f64 = 1.0 / (1_u64 << 52) as f64;
        ((self.generator.next_u64() >> 12) as f64 + 0.5) * UNIT
    }

    /// A whole number from 0 to `n - 1`, by the high half of a 128-bit product; 0 where `n` is 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.generator.next_u64()) * n as u128) >> 64) as usize
    }

    /// Whether an event of the given probability happens; always consumes one draw.
    pub(crate) fn happens(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    /// A normal draw with mean 0 and the given standard deviation.
    pub(crate) fn normal(&mut self, sd: f64) -> f64 {
        sd * normal_quantile(self.uniform())
    }

    /// Puts a slice in random order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

/// Evaluates a polynomial with coefficients from the constant term upwards.
fn polynomial(x: f64, coefficients: &[f64; 8]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// The standard normal quantile for `0 < p < 1`, to about 1e-16 relative.
///
/// Source: Wichura 1988, Applied Statistics 37, algorithm AS 241, routine PPND16.
fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        return q * polynomial(r, &CENTRE_TOP) / polynomial(r, &CENTRE_BOTTOM);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let r = libm::sqrt(-libm::log(tail));
    let magnitude = if r <= 5.0 {
        polynomial(r - 1.6, &MIDDLE_TOP) / polynomial(r - 1.6, &MIDDLE_BOTTOM)
    } else {
        polynomial(r - 5.0, &FAR_TOP) / polynomial(r - 5.0, &FAR_BOTTOM)
    };
    if q < 0.0 { -magnitude } else { magnitude }
}

const CENTRE_TOP: [f64; 8] = [
    3.387_132_872_796_366_5,
    1.331_416_678_917_843_8e2,
    1.971_590_950_306_551_3e3,
    1.373_169_376_550_946e4,
    4.592_195_393_154_987e4,
    6.726_577_092_700_87e4,
    3.343_057_558_358_813e4,
    2.509_080_928_730_122_7e3,
];
const CENTRE_BOTTOM: [f64; 8] = [
    1.0,
    4.231_333_070_160_091e1,
    6.871_870_074_920_579e2,
    5.394_196_021_424_751e3,
    2.121_379_430_158_659_7e4,
    3.930_789_580_009_271e4,
    2.872_908_573_572_194_3e4,
    5.226_495_278_852_854e3,
];
const MIDDLE_TOP: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    2.417_807_251_774_506e-1,
    2.272_384_498_926_918_4e-2,
    7.745_450_142_783_414e-4,
];
const MIDDLE_BOTTOM: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    6.897_673_349_851e-1,
    1.481_039_764_274_800_8e-1,
    1.519_866_656_361_645_7e-2,
    5.475_938_084_995_345e-4,
    1.050_750_071_644_416_9e-9,
];
const FAR_TOP: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    2.965_605_718_285_048_7e-1,
    2.653_218_952_657_612_4e-2,
    1.242_660_947_388_078_4e-3,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
const FAR_BOTTOM: [f64; 8] = [
    1.0,
    5.998_322_065_558_88e-1,
    1.369_298_809_227_358e-1,
    1.487_536_129_085_061_5e-2,
    7.868_691_311_456_133e-4,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_8e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_the_published_check_values() {
        // Wichura 1988: z(0.25), z(0.001), z(1e-20).
        for (p, z) in [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_814),
            (1e-20, -9.262_340_089_798_408),
        ] {
            assert!((normal_quantile(p) - z).abs() < 1e-14 * z.abs(), "{p}");
        }
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-14);
    }

    #[test]
    fn draws_have_the_moments_of_their_distribution() {
        let mut random = Random::new(7, Stream::Scores);
        let n = 200_000;
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..n {
            let z = random.normal(2.0);
            sum += z;
            squares += z * z;
        }
        let mean = sum / f64::from(n);
        assert!(mean.abs() < 0.02);
        assert!((squares / f64::from(n) - 4.0).abs() < 0.05);
        assert!((0..1000).all(|_| random.below(3) < 3));
        assert_eq!(random.below(0), 0);
    }

    #[test]
    fn streams_of_one_seed_differ_and_repeat() {
        let draw = |seed, stream| Random::new(seed, stream).uniform().to_bits();
        assert_eq!(draw(1, Stream::Panels), draw(1, Stream::Panels));
        assert_ne!(draw(1, Stream::Panels), draw(1, Stream::Scores));
        assert_ne!(draw(1, Stream::Panels), draw(2, Stream::Panels));
    }
}
