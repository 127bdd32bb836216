//! Does one evaluator keep the same effect in every group of cells?

use super::fit::AdditiveFit;
use super::group_effects::GroupEffects;
use super::parts::merged;
use crate::linalg::Square;
use crate::sum::sum_of;
use crate::undefined::Undefined;
use crate::union_find::Roots;

/// What the observations of one evaluator in one group are made of.
struct Group {
    code: u32,
    count: f64,
    /// Sum of its residuals.
    residual: f64,
    /// Squared length of its indicator column centred within cells.
    own: f64,
    /// Sums of the centred column by evaluator.
    sums: Vec<(usize, f64)>,
}

impl AdditiveFit {
    /// Tests whether an evaluator's effect differs between groups of cells: the partial F test of adding an effect
    /// per group for this evaluator to the fitted model, all others as they are.
    ///
    /// `group_of_cell` gives a code per cell. Only groups that stay linked through other evaluators once this one is
    /// split by group can be compared; the largest such set (by observations) is.
    /// Source: the extra sum of squares principle (Searle 1971, Linear Models), evaluated without refitting.
    ///
    /// # Errors
    /// `NotComplete` if there is not a code per cell; `NotLinked` where no two groups can be compared; `NoVariance`
    /// and `TooFewUnits` where no residual variance is left.
    pub fn interaction(&self, evaluator: usize, group_of_cell: &[u32]) -> Result<GroupEffects, Undefined> {
        if group_of_cell.len() != self.design.n_cells() {
            return Err(Undefined::NotComplete);
        }
        let mut groups = self.groups_of(evaluator, group_of_cell);
        let linked = self.linked_groups(evaluator, group_of_cell, &groups);
        groups.retain(|group| linked.contains(&group.code));
        if groups.len() < 2 {
            return Err(Undefined::NotLinked);
        }
        // The first group is the reference: its column is the evaluator's own less the others.
        let others = &groups[1..];
        let mut precision = Square::zero(others.len());
        for (row, a) in others.iter().enumerate() {
            let product = self.covariance_product(&a.sums);
            for (column, b) in others.iter().enumerate() {
                let explained = sum_of(b.sums.iter().map(|(f, weight)| weight * product[*f]));
                let own = if row == column { a.own } else { 0.0 };
                precision.add(row, column, own - explained);
            }
        }
        let inverse = precision.clone().inverse()?;
        let differences: Vec<f64> = (0..others.len())
            .map(|row| sum_of(inverse.row(row).iter().zip(others).map(|(v, group)| v * group.residual)))
            .collect();
        let explained = sum_of(differences.iter().zip(others).map(|(d, group)| d * group.residual));
        let residual = self.sigma2 * self.df as f64 - explained;
        let df2 = self.df.saturating_sub(others.len());
        let counts = groups.iter().map(|group| (group.code, group.count)).collect();
        GroupEffects::new(counts, differences, precision, residual, df2)
    }

    /// Compares the effects of evaluators that stand for one evaluator in several groups: pairs of group code and
    /// evaluator. It is the test of [`AdditiveFit::interaction`] for an evaluator that was split before fitting.
    ///
    /// # Errors
    /// As [`AdditiveFit::interaction`].
    pub fn compare(&self, parts: &[(u32, usize)]) -> Result<GroupEffects, Undefined> {
        let component = |part: &(u32, usize)| self.component_of_evaluator.get(part.1).copied().flatten();
        let mut sizes: Vec<(usize, f64)> = Vec::new();
        for part in parts {
            if let Some(component) = component(part) {
                sizes.push((component as usize, self.observations_of(part.1)));
            }
        }
        let largest = merged(&sizes).into_iter().fold(None, larger).ok_or(Undefined::NotLinked)?.0;
        let mut parts: Vec<(u32, usize)> =
            parts.iter().filter(|part| component(part) == Some(largest as u32)).copied().collect();
        parts.sort_unstable();
        let [reference, others @ ..] = parts.as_slice() else { return Err(Undefined::NotLinked) };
        if others.is_empty() {
            return Err(Undefined::NotLinked);
        }
        let g = &self.covariances[largest];
        let position = |part: &(u32, usize)| self.components.position[part.1];
        let mut covariance = Square::zero(others.len());
        for (row, a) in others.iter().enumerate() {
            for (column, b) in others.iter().enumerate() {
                let (a, b, r) = (position(a), position(b), position(reference));
                covariance.add(row, column, g.get(a, b) - g.get(a, r) - g.get(r, b) + g.get(r, r));
            }
        }
        let differences =
            others.iter().map(|part| self.offsets[part.1] - self.offsets[reference.1]).collect();
        let counts = parts.iter().map(|part| (part.0, self.observations_of(part.1))).collect();
        let residual = self.sigma2 * self.df as f64;
        GroupEffects::new(counts, differences, covariance.inverse()?, residual, self.df)
    }

    fn observations_of(&self, evaluator: usize) -> f64 {
        let entries = self.design.observed().flat_map(|(_, cell)| cell.entries);
        sum_of(entries.filter(|entry| entry.evaluator == evaluator).map(|entry| entry.count))
    }

    fn groups_of(&self, evaluator: usize, group_of_cell: &[u32]) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (index, cell) in self.design.observed() {
            let Some(mine) = cell.entries.iter().find(|entry| entry.evaluator == evaluator) else { continue };
            let code = group_of_cell[index];
            let at = match groups.binary_search_by_key(&code, |group| group.code) {
                Ok(at) => at,
                Err(at) => {
                    let empty = Group { code, count: 0.0, residual: 0.0, own: 0.0, sums: Vec::new() };
                    groups.insert(at, empty);
                    at
                }
            };
            let group = &mut groups[at];
            let share = mine.count / cell.n;
            group.count += mine.count;
            group.own += mine.count * (1.0 - share);
            group.residual += mine.total - mine.count * (self.adjusted(&cell) + self.offsets[evaluator]);
            group.sums.extend(cell.entries.iter().map(|entry| {
                let own = if entry.evaluator == evaluator { mine.count } else { 0.0 };
                (entry.evaluator, own - entry.count * share)
            }));
        }
        for group in &mut groups {
            group.sums = merged(&group.sums);
        }
        groups
    }

    /// The largest set of groups that are linked when the evaluator counts as another one in each group.
    fn linked_groups(&self, evaluator: usize, group_of_cell: &[u32], groups: &[Group]) -> Vec<u32> {
        let n = self.design.n_evaluators;
        let node = |cell: usize, entry: usize| {
            if entry != evaluator {
                return entry;
            }
            n + groups.partition_point(|group| group.code < group_of_cell[cell])
        };
        let mut roots = Roots::new(n + groups.len());
        for (index, cell) in self.design.observed() {
            for pair in cell.entries.windows(2) {
                roots.join(node(index, pair[0].evaluator), node(index, pair[1].evaluator));
            }
        }
        let sizes: Vec<(usize, f64)> =
            groups.iter().enumerate().map(|(at, group)| (roots.find(n + at), group.count)).collect();
        let Some((largest, _)) = merged(&sizes).into_iter().fold(None, larger) else { return Vec::new() };
        groups
            .iter()
            .enumerate()
            .filter(|(at, _)| roots.find(n + at) == largest)
            .map(|(_, group)| group.code)
            .collect()
    }
}

/// The pair with the larger second part; the earlier of equals.
fn larger(best: Option<(usize, f64)>, next: (usize, f64)) -> Option<(usize, f64)> {
    match best {
        Some(best) if best.1 >= next.1 => Some(best),
        _ => Some(next),
    }
}
