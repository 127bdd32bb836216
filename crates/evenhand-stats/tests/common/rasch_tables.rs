//! Published ratings for many-facet Rasch models, and a shorthand for fitting them.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::ops::ControlFlow;

use evenhand_stats::{Orientation, RaschData, RaschFacet, RaschFit, RaschOptions, Undefined, rasch};

/// Creativity of 7 juniors rated by 3 senior scientists on 5 traits (Guilford 1954, Psychometric Methods, table 11.1, as
/// printed in Linacre 1989): judge, junior, traits a to e.
#[rustfmt::skip]
pub const GUILFORD: [[u32; 7]; 21] = [
    [1, 1, 5, 5, 3, 5, 3], [2, 1, 6, 5, 4, 6, 3], [3, 1, 5, 5, 5, 7, 3],
    [1, 2, 9, 7, 5, 8, 5], [2, 2, 8, 7, 5, 7, 2], [3, 2, 7, 7, 5, 7, 5],
    [1, 3, 3, 3, 3, 7, 1], [2, 3, 4, 5, 3, 6, 6], [3, 3, 3, 5, 5, 5, 5],
    [1, 4, 7, 3, 1, 3, 3], [2, 4, 5, 6, 4, 5, 5], [3, 4, 5, 3, 3, 3, 1],
    [1, 5, 9, 7, 7, 8, 5], [2, 5, 2, 4, 3, 2, 3], [3, 5, 9, 7, 7, 7, 7],
    [1, 6, 3, 5, 3, 5, 1], [2, 6, 4, 4, 6, 4, 2], [3, 6, 3, 3, 3, 5, 3],
    [1, 7, 7, 7, 5, 5, 5], [2, 7, 3, 3, 5, 5, 4], [3, 7, 7, 7, 7, 5, 7],
];

/// Ratings with the codes of their elements.
#[derive(Debug, Clone, Default)]
pub struct RatingTable {
    pub ratings: Vec<u32>,
    /// For each facet the code of every rating.
    pub codes: Vec<Vec<u32>>,
    pub weights: Option<Vec<f64>>,
}

impl RatingTable {
    pub fn new(n_facets: usize) -> Self {
        Self { ratings: Vec::new(), codes: vec![Vec::new(); n_facets], weights: None }
    }

    pub fn push(&mut self, codes: &[u32], rating: u32) {
        self.ratings.push(rating);
        self.codes.iter_mut().zip(codes).for_each(|(column, code)| column.push(*code));
    }

    pub fn n_elements(&self, facet: usize) -> usize {
        self.codes[facet].iter().max().map_or(0, |code| *code as usize + 1)
    }

    /// The facets, the first of which raises ratings while the others lower them.
    pub fn facets(&self) -> Vec<RaschFacet<'_>> {
        let orientation = |facet| if facet == 0 { Orientation::Positive } else { Orientation::Negative };
        let facet = |(index, codes)| RaschFacet::new(codes, self.n_elements(index), orientation(index));
        self.codes.iter().map(Vec::as_slice).enumerate().map(facet).collect()
    }

    pub fn fit_with(&self, facets: &[RaschFacet<'_>], options: &RaschOptions) -> Result<RaschFit, Undefined> {
        let data = RaschData { ratings: &self.ratings, weights: self.weights.as_deref(), facets };
        rasch(&data, options, &mut |_| ControlFlow::Continue(()))
    }

    pub fn fit(&self, options: &RaschOptions) -> RaschFit {
        self.fit_with(&self.facets(), options).unwrap()
    }
}

/// Guilford's ratings with facets junior, judge and trait.
pub fn guilford() -> RatingTable {
    let mut table = RatingTable::new(3);
    for [judge, junior, traits @ ..] in GUILFORD {
        for (index, rating) in traits.into_iter().enumerate() {
            table.push(&[junior - 1, judge - 1, index as u32], rating);
        }
    }
    table
}

/// Tight convergence, with the judges (facet 1) not centred.
pub fn judges_noncentred() -> RaschOptions {
    RaschOptions { noncentred: 1, score_tolerance: 1e-9, logit_tolerance: 1e-9, ..RaschOptions::default() }
}

/// Lehmer's generator (Park & Miller 1988), as in `tests/reference/rasch_cases.R`.
pub struct Lehmer(pub u64);

impl Lehmer {
    pub fn uniform(&mut self) -> f64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 as f64 / 2_147_483_647.0
    }

    pub fn code(&mut self, levels: u32) -> u32 {
        (self.uniform() * f64::from(levels)) as u32
    }

    fn effects(&mut self, levels: usize, scale: f64) -> Vec<f64> {
        let mut effect = || scale * (self.uniform() + self.uniform() + self.uniform() - 1.5);
        (0..levels).map(|_| effect()).collect()
    }
}

/// `n` ratings of 12 providers by 6 evaluators on 4 indicators, from 0 to 4, as in `rasch_cases.R`.
pub fn rounded(seed: u64, n: usize, weighted: bool) -> RatingTable {
    let mut random = Lehmer(seed);
    let (p, e, i) = (random.effects(12, 2.0), random.effects(6, 1.0), random.effects(4, 1.0));
    let mut table = RatingTable::new(3);
    let mut weights = Vec::new();
    for _ in 0..n {
        let (a, b, c) = (random.code(12), random.code(6), random.code(4));
        weights.push(f64::from(1 + random.code(3)));
        let noise = 2.5 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
        let y = 2.0 + p[a as usize] - e[b as usize] - i[c as usize] + noise;
        table.push(&[a, b, c], (y + 0.5).floor().clamp(0.0, 4.0) as u32);
    }
    table.weights = weighted.then_some(weights);
    table
}

/// `n` ratings of 12 providers from 0 to 4 with other facets of these sizes, as `more_facets` of `rasch_cases.R`.
pub fn more_facets(seed: u64, n: usize, sizes: &[usize]) -> RatingTable {
    let mut random = Lehmer(seed);
    let mut effects = vec![random.effects(12, 2.0)];
    effects.extend(sizes.iter().map(|size| random.effects(*size, 1.0)));
    let mut table = RatingTable::new(effects.len());
    for _ in 0..n {
        let codes: Vec<u32> = effects.iter().map(|facet| random.code(facet.len() as u32)).collect();
        let of = |facet: usize| effects[facet][codes[facet] as usize];
        let noise = 2.5 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
        let y = (1..effects.len()).fold(2.0 + of(0) + noise, |y, facet| y - of(facet));
        table.push(&codes, (y + 0.5).floor().clamp(0.0, 4.0) as u32);
    }
    table
}
