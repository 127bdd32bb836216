use evenhand_protocol::{Action, Expected, Field, ProblemCode};

use crate::listing::{Entry, Listing};
use crate::plan::PlannedTable;
use crate::problems::Problems;

/// How far a sum of weights may be from 1 or 100, relatively: thirds are written with two decimals.
const TOLERANCE: f64 = 0.0101;

/// Reports weights that look like shares, of all or of their dimension, and do not add up to 1 or 100.
pub(crate) fn check(tables: &[PlannedTable], listing: &Listing, problems: &mut Problems) {
    let weighted: Vec<(&Entry, f64)> = listing
        .entries()
        .iter()
        .filter_map(|entry| entry.number(Field::Weight).map(|weight| (entry, weight)))
        .collect();
    let dimensions = by_dimension(&weighted);
    let whole = |sum: f64| [1.0, 100.0].into_iter().find(|whole| (sum / whole - 1.0).abs() <= TOLERANCE);
    let adding_up = dimensions.iter().filter(|(.., sum)| whole(*sum).is_some()).count();
    if dimensions.len() > 1 && 2 * adding_up >= dimensions.len() {
        let target = dimensions.iter().find_map(|(.., sum)| whole(*sum)).unwrap_or(1.0);
        for (entry, name, sum) in dimensions.iter().filter(|(.., sum)| whole(*sum) != Some(target)) {
            tell(tables, entry, name, *sum, target, problems);
        }
        return;
    }
    let sum: f64 = weighted.iter().map(|(_, weight)| weight).sum();
    // Weights of any other sum are no shares: points, or 1 for each.
    let near = [1.0, 100.0].into_iter().find(|whole| (sum / whole - 1.0).abs() <= 0.2);
    if let (Some(target), Some((entry, _)), None) = (near, weighted.first(), whole(sum)) {
        tell(tables, entry, "", sum, target, problems);
    }
}

/// The first indicator, the name and the sum of weights of each dimension, in order of appearance.
fn by_dimension<'a>(weighted: &[(&'a Entry, f64)]) -> Vec<(&'a Entry, &'a str, f64)> {
    let mut dimensions: Vec<(&Entry, &str, f64)> = Vec::new();
    for (entry, weight) in weighted {
        let Some(name) = entry.text(Field::Dimension) else { continue };
        match dimensions.iter_mut().find(|(_, other, _)| *other == name) {
            Some((.., sum)) => *sum += weight,
            None => dimensions.push((entry, name, *weight)),
        }
    }
    dimensions
}

fn tell(tables: &[PlannedTable], entry: &Entry, name: &str, sum: f64, target: f64, problems: &mut Problems) {
    // A sum of decimals shows digits that nobody wrote.
    let rounded = (sum * 1e6).round() / 1e6;
    let found = if name.is_empty() { rounded.to_string() } else { format!("{name}: {rounded}") };
    let (at, code) = (entry.at(Field::Weight), ProblemCode::WeightsInconsistent);
    problems.add(tables, at, code, &found, Expected::WeightSum { sum: target }, Action::Kept);
}
