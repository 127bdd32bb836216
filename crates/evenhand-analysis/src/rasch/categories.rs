//! Scores as categories of a Rasch scale.

use std::collections::BTreeMap;

use evenhand_protocol::{RaschCategories, Reason};

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
pub(super) struct Categories {
    /// By row of the table, counted from 0; only rows of the design have a meaning.
    pub(super) of_row: Vec<u32>,
    /// For every scale (one, or one per indicator) the lowest score of every category, best category last.
    pub(super) first_scores: Vec<Vec<f64>>,
    pub(super) summary: RaschCategories,
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
    pub(super) fn new(design: &Design) -> Result<Self, Reason> {
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
        let scales: Vec<Vec<(Key, f64)>> = counts.iter().map(starts).collect();
        let mut of_row = vec![0; design.table().len()];
        for row in rows() {
            let at = key(design.normalised(row));
            let starts = &scales[scale_of(row)];
            of_row[row] = starts.partition_point(|start| start.0 <= at).saturating_sub(1) as u32;
        }
        let summary = RaschCategories {
            n_values: n_values as u32,
            n_categories: scales.iter().map(Vec::len).max().unwrap_or(0) as u32,
            by_indicator,
        };
        let first_scores = scales.iter().map(|starts| starts.iter().map(|start| start.1).collect()).collect();
        Ok(Self { of_row, first_scores, summary })
    }
}

/// Normalised scores are not negative but by rounding, so that their bits sort as they do.
fn key(normalised: f64) -> Key {
    normalised.max(0.0).to_bits()
}

/// The lowest score of every category.
fn starts(counts: &Counts) -> Vec<(Key, f64)> {
    let whole: Vec<(Key, f64, usize)> = counts.iter().map(|(key, (n, score))| (*key, *score, *n)).collect();
    let categories = if whole.len() <= AS_THEY_ARE {
        whole
    } else {
        let merged = without_rare(&whole);
        if merged.len() <= MOST_CATEGORIES { merged } else { without_rare(&classes(&whole)) }
    };
    categories.into_iter().map(|(key, score, _)| (key, score)).collect()
}

/// Categories with enough scores each: rare ones join the next higher, and what is left at the top the one below.
fn without_rare(categories: &[(Key, f64, usize)]) -> Vec<(Key, f64, usize)> {
    let mut merged: Vec<(Key, f64, usize)> = Vec::new();
    for &(key, score, n) in categories {
        match merged.last_mut() {
            Some(last) if last.2 < FEWEST_SCORES => last.2 += n,
            _ => merged.push((key, score, n)),
        }
    }
    if merged.len() > 1 && merged.last().is_some_and(|last| last.2 < FEWEST_SCORES) {
        merged.pop();
    }
    merged
}

/// Classes of equal width on the normalised scale from 0 to 100.
fn classes(categories: &[(Key, f64, usize)]) -> Vec<(Key, f64, usize)> {
    let class = |key: Key| ((f64::from_bits(key) / 100.0 * CLASSES as f64) as usize).min(CLASSES - 1);
    categories
        .chunk_by(|a, b| class(a.0) == class(b.0))
        .map(|same| (same[0].0, same[0].1, same.iter().map(|one| one.2).sum()))
        .collect()
}
