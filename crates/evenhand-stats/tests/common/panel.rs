//! Unbalanced score tables by an integer generator, the same as in `tests/reference/lme4_cases.R`.
#![allow(dead_code, reason = "each test file uses its part")]

/// Lehmer's generator (Park & Miller 1988).
struct Lehmer(u64);

impl Lehmer {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 as f64 / 2_147_483_647.0
    }

    fn code(&mut self, levels: u32) -> u32 {
        (self.uniform() * f64::from(levels)) as u32
    }

    fn effect(&mut self, scale: f64) -> f64 {
        scale * (self.uniform() + self.uniform() + self.uniform() - 1.5)
    }

    fn effects(&mut self, levels: usize, scale: f64) -> Vec<f64> {
        (0..levels).map(|_| self.effect(scale)).collect()
    }
}

/// The scales of the effects of a table.
pub struct Scales {
    pub provider: f64,
    pub evaluator: f64,
    pub indicator: f64,
    /// Provider × round.
    pub sheet: f64,
    /// Provider × indicator.
    pub item: f64,
    pub noise: f64,
}

/// Scores of 15 providers in 3 rounds by 9 evaluators on 5 indicators.
#[derive(Default)]
pub struct Panel {
    pub provider: Vec<u32>,
    pub round: Vec<u32>,
    pub evaluator: Vec<u32>,
    pub indicator: Vec<u32>,
    pub x: Vec<f64>,
    pub weights: Vec<f64>,
    pub y: Vec<f64>,
}

pub fn panel(seed: u64, n: usize, scales: &Scales) -> Panel {
    let mut random = Lehmer(seed);
    let provider = random.effects(15, scales.provider);
    let evaluator = random.effects(9, scales.evaluator);
    let indicator = random.effects(5, scales.indicator);
    let sheet = random.effects(45, scales.sheet);
    let item = random.effects(75, scales.item);
    let mut panel = Panel::default();
    for _ in 0..n {
        let (a, r, b, c) = (random.code(15), random.code(3), random.code(9), random.code(5));
        let (x, weight) = (f64::from(random.code(11)), f64::from(1 + random.code(4)));
        let y = 60.0
            + provider[a as usize]
            + evaluator[b as usize]
            + indicator[c as usize]
            + sheet[(3 * a + r) as usize]
            + item[(5 * a + c) as usize]
            + 0.3 * x
            + random.effect(scales.noise);
        panel.provider.push(a);
        panel.round.push(r);
        panel.evaluator.push(b);
        panel.indicator.push(c);
        panel.x.push(x);
        panel.weights.push(weight);
        panel.y.push(y);
    }
    panel
}

/// The crossed table of `lme4_cases.R`: 240 scores, no interactions.
pub fn crossed() -> Panel {
    let scales = Scales { provider: 6.0, evaluator: 4.0, indicator: 3.0, sheet: 0.0, item: 0.0, noise: 8.0 };
    panel(11, 240, &scales)
}
