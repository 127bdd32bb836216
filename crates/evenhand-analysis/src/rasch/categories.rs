//! Scores as categories of a Rasch scale.

use std::collections::BTreeMap;

use evenhand_protocol::{RaschCategories, Reason, Recoding};

use crate::Design;

/// Up to so many different scores are categories as they are.
const AS_THEY_ARE: usize = 20;
/// A category of a longer scale needs so many scores (Linacre 2002); rarer ones join their neighbours.
const FEWEST_SCORES: usize = 10;
/// With more categories than this the thresholds say nothing; the scale is cut into classes of equal width.
const MOST_CATEGORIES: usize = 30;
/// The classes of a scale that is cut.
const CLASSES: usize = 20;
/// With more different scores than this the scale is taken for a continuous one, of which the model says nothing.
const MOST_VALUES: usize = 120;

/// The category of every score.
#[derive(Debug)]
pub(crate) struct Categories {
    /// By row of the table, counted from 0; only rows of the design have a meaning.
    pub(crate) of_row: Vec<u32>,
    /// For every scale (one, or one per indicator) its categories, the best last.
    pub(crate) scales: Vec<Vec<ScoreClass>>,
    pub(crate) summary: RaschCategories,
}

/// The scores that make one category.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ScoreClass {
    /// The worst of them on the normalised scale.
    start: Key,
    n: usize,
    /// The worst and the best of them, as given.
    pub(crate) first: f64,
    pub(crate) last: f64,
    /// Their sum as given and on the normalised scale.
    sum: f64,
    normalised_sum: f64,
}

/// A score on the normalised scale, made sortable.
type Key = u64;

/// Different scores with their counts and the score as it was given.
type Counts = BTreeMap<Key, (usize, f64)>;

impl Categories {
    /// One scale for all indicators with the same range and direction, else one for each.
    ///
    /// # Errors
    /// `TooManyCategories` for more than 120 different scores of an indicator.
    pub(crate) fn new(design: &Design) -> Result<Self, Reason> {
        let infos = &design.metadata().indicators;
        let range = |at: usize| (infos[at].min.to_bits(), infos[at].max.to_bits(), infos[at].direction);
        let by_indicator = (1..infos.len()).any(|at| range(at) != range(0));
        let scale_of = |row: usize| {
            if by_indicator { design.table().indicator()[row] as usize } else { 0 }
        };
        let rows = || design.units().iter().flat_map(|unit| unit.rows.clone());
        let mut counts: Vec<Counts> = vec![Counts::new(); if by_indicator { infos.len() } else { 1 }];
        for row in rows() {
            let score = design.table().score()[row];
            let entry = counts[scale_of(row)].entry(key(design.normalised(row))).or_insert((0, score));
            entry.0 += 1;
        }
        let n_values = counts.iter().map(Counts::len).max().unwrap_or(0);
        if n_values > MOST_VALUES {
            let (limit, found) = (MOST_VALUES as u32, n_values as u32);
            return Err(Reason::TooManyCategories { limit, found });
        }
        let recoded: Vec<(Vec<ScoreClass>, Recoding)> = counts.iter().map(recoded).collect();
        let scales: Vec<Vec<ScoreClass>> = recoded.iter().map(|(classes, _)| classes.clone()).collect();
        let mut of_row = vec![0; design.table().len()];
        for row in rows() {
            let at = key(design.normalised(row));
            let classes = &scales[scale_of(row)];
            of_row[row] = classes.partition_point(|class| class.start <= at).saturating_sub(1) as u32;
        }
        let summary = RaschCategories {
            n_values: n_values as u32,
            n_categories: scales.iter().map(Vec::len).max().unwrap_or(0) as u32,
            by_indicator,
            recoding: recoded.iter().map(|(_, recoding)| *recoding).max().unwrap_or(Recoding::None),
        };
        Ok(Self { of_row, scales, summary })
    }

    /// The scale of an indicator, by code.
    pub(crate) fn scale_of(&self, indicator: u32) -> &[ScoreClass] {
        &self.scales[if self.summary.by_indicator { indicator as usize } else { 0 }]
    }
}

impl ScoreClass {
    /// The mean of its scores, as given.
    pub(crate) fn mean(&self) -> f64 {
        self.sum / self.n as f64
    }

    /// The mean of its scores on the normalised scale.
    pub(crate) fn normalised_mean(&self) -> f64 {
        self.normalised_sum / self.n as f64
    }

    /// Takes in the next better class.
    fn join(&mut self, better: &Self) {
        self.n += better.n;
        self.last = better.last;
        self.sum += better.sum;
        self.normalised_sum += better.normalised_sum;
    }
}

/// Normalised scores are not negative but by rounding, so that their bits sort as they do.
fn key(normalised: f64) -> Key {
    normalised.max(0.0).to_bits()
}

/// The categories of a scale, and how they were made.
fn recoded(counts: &Counts) -> (Vec<ScoreClass>, Recoding) {
    let class = |(key, (n, score)): (&Key, &(usize, f64))| {
        let (start, n, count) = (*key, *n, *n as f64);
        let (sum, normalised_sum) = (count * score, count * f64::from_bits(start));
        ScoreClass { start, n, first: *score, last: *score, sum, normalised_sum }
    };
    let whole: Vec<ScoreClass> = counts.iter().map(class).collect();
    if whole.len() <= AS_THEY_ARE {
        return (whole, Recoding::None);
    }
    let merged = without_rare(&whole);
    if merged.len() == whole.len() && merged.len() <= MOST_CATEGORIES {
        (merged, Recoding::None)
    } else if merged.len() <= MOST_CATEGORIES {
        (merged, Recoding::RareJoined)
    } else {
        (without_rare(&classes(&whole)), Recoding::EqualWidths)
    }
}

/// Categories with enough scores each: rare ones join the next higher, and what is left at the top the one below.
fn without_rare(categories: &[ScoreClass]) -> Vec<ScoreClass> {
    let mut merged: Vec<ScoreClass> = Vec::new();
    for category in categories {
        match merged.last_mut() {
            Some(last) if last.n < FEWEST_SCORES => last.join(category),
            _ => merged.push(*category),
        }
    }
    if merged.len() > 1
        && let Some(top) = merged.pop_if(|last| last.n < FEWEST_SCORES)
        && let Some(below) = merged.last_mut()
    {
        below.join(&top);
    }
    merged
}

/// Classes of equal width on the normalised scale from 0 to 100.
fn classes(categories: &[ScoreClass]) -> Vec<ScoreClass> {
    let class =
        |one: &ScoreClass| ((f64::from_bits(one.start) / 100.0 * CLASSES as f64) as usize).min(CLASSES - 1);
    categories
        .chunk_by(|a, b| class(a) == class(b))
        .map(|same| {
            let mut whole = same[0];
            same[1..].iter().for_each(|better| whole.join(better));
            whole
        })
        .collect()
}
