//! Ratings of a Rasch model.

use evenhand_stats::Random;

/// A rating of the rating scale model with thresholds -1.5, -0.5, 0.5 and 1.5.
pub fn rating(eta: f64, random: &mut Random) -> f64 {
    let mut exponent = 0.0;
    let weights: [f64; 5] = std::array::from_fn(|k| {
        exponent += if k == 0 { 0.0 } else { eta - (k as f64 - 2.5) };
        libm::exp(exponent)
    });
    let mut left = weights.iter().sum::<f64>() * random.uniform();
    let mut rating = 0;
    while rating < 4 && left > weights[rating] {
        left -= weights[rating];
        rating += 1;
    }
    rating as f64
}
