//! Which elements can be compared with each other.

use super::conjugate_gradient::{Stop, conjugate_gradient};
use super::constraints::Constraints;
use super::model::Model;
use super::rows::Rows;
use crate::random::Random;
use crate::sum::magnitude;
use crate::undefined::Undefined;
use crate::union_find::Roots;

/// Differences this small in what is not determined are rounding.
const TOLERANCE: f64 = 1e-4;

/// For every element the subset of its facet that it belongs to, numbered from 0 in the order of the elements; `None`
/// for elements that are not calibrated. Elements of one facet can be compared if they are in the same subset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subsets {
    pub(super) of: Vec<Option<u32>>,
    pub(super) n: Vec<usize>,
}

impl Subsets {
    /// Two facets without anchors are linked as far as the graph of who met whom is connected. With more facets that is
    /// not enough: evaluators who each score an indicator of their own are connected through the providers, yet
    /// severity cannot be told from difficulty. So there, and where anchors link what ratings do not, a random change
    /// of all measures is projected on those that change no rating's location; what is left differs between elements
    /// that nothing links, with probability 1.
    ///
    /// # Errors
    /// What `report`, called before every pass over the rows, returns.
    pub(super) fn find(
        model: &Model,
        rows: &Rows,
        constraints: &Constraints,
        calibrated: &[bool],
        anchored: bool,
        report: impl FnMut() -> Result<(), Undefined>,
    ) -> Result<Self, Undefined> {
        let key: Vec<f64> = if model.n_facets() == 2 && !anchored {
            components(model, rows)
        } else {
            undetermined(model, rows, constraints, report)?
        };
        let mut subsets = Self { of: vec![None; model.n_elements()], n: Vec::new() };
        for facet in 0..model.n_facets() {
            let members: Vec<usize> = model.elements(facet).filter(|node| calibrated[*node]).collect();
            subsets.number(&members, &key);
        }
        Ok(subsets)
    }

    /// Numbers the different keys of a facet's elements.
    fn number(&mut self, members: &[usize], key: &[f64]) {
        let mut sorted = members.to_vec();
        sorted.sort_by(|a, b| key[*a].total_cmp(&key[*b]).then(a.cmp(b)));
        let mut group_of = vec![0; members.len()];
        let mut group = 0;
        for (place, node) in sorted.iter().enumerate() {
            if place > 0 && key[*node] - key[sorted[place - 1]] > TOLERANCE {
                group += 1;
            }
            let member = members.partition_point(|member| member < node);
            group_of[member] = group;
        }
        let mut number_of = vec![None; group + 1];
        let mut next = 0;
        for (node, group) in members.iter().zip(group_of) {
            let number = number_of[group].unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            number_of[group] = Some(number);
            self.of[*node] = Some(number);
        }
        self.n.push(next as usize);
    }
}

/// The connected component of every element, by its first member.
fn components(model: &Model, rows: &Rows) -> Vec<f64> {
    let mut roots = Roots::new(model.n_elements());
    for nodes in &rows.nodes[1..] {
        for (first, other) in rows.nodes[0].iter().zip(nodes) {
            roots.join(*first as usize, *other as usize);
        }
    }
    (0..model.n_elements()).map(|node| roots.find(node) as f64).collect()
}

/// A random change of the measures that changes no location, within the constraints; 0 where there is none.
fn undetermined(
    model: &Model,
    rows: &Rows,
    constraints: &Constraints,
    mut report: impl FnMut() -> Result<(), Undefined>,
) -> Result<Vec<f64>, Undefined> {
    let mut random = Random::new(1);
    let mut change: Vec<f64> = (0..model.n_parameters())
        .map(|parameter| if parameter < model.n_elements() { random.normal() } else { 0.0 })
        .collect();
    constraints.project(&mut change);
    let mut counts = vec![0.0; model.n_parameters()];
    rows.scatter(model, &vec![1.0; rows.len()], false, &mut counts);
    let product = |vector: &[f64]| {
        let mut image = vec![0.0; vector.len()];
        rows.scatter(model, &rows.linear(model, vector), true, &mut image);
        image
    };
    // What a second solution finds in the remainder of the first is rounding and lack of iterations.
    for _ in 0..2 {
        let image = product(&change);
        let stop = Stop { relative: 1e-9, max_iterations: 3_000 };
        let seen = conjugate_gradient(constraints, &counts, &image, stop, |vector| {
            report()?;
            Ok(product(vector))
        })?;
        change.iter_mut().zip(&seen).for_each(|(value, seen)| *value -= seen);
        if magnitude(&change) <= TOLERANCE {
            break;
        }
    }
    Ok(change)
}
