//! Which evaluators are linked by cells they have in common.

use super::design::Design;
use crate::union_find::Roots;

/// The connected components of the graph of evaluators and cells.
#[derive(Debug, Clone)]
pub(super) struct Components {
    /// The component of every evaluator; `None` without observations.
    pub(super) of_evaluator: Vec<Option<u32>>,
    /// The component of every cell; `None` without observations.
    pub(super) of_cell: Vec<Option<u32>>,
    /// The evaluators of every component, ascending.
    pub(super) members: Vec<Vec<usize>>,
    /// The position of every evaluator among the members of its component.
    pub(super) position: Vec<usize>,
}

impl Components {
    /// Components are numbered by their first evaluator.
    pub(super) fn of(design: &Design) -> Self {
        let mut roots = Roots::new(design.n_evaluators);
        let mut seen = vec![false; design.n_evaluators];
        for (_, cell) in design.observed() {
            for entry in cell.entries {
                seen[entry.evaluator] = true;
                roots.join(cell.entries[0].evaluator, entry.evaluator);
            }
        }
        let mut components = Self {
            of_evaluator: vec![None; design.n_evaluators],
            of_cell: vec![None; design.n_cells()],
            members: Vec::new(),
            position: vec![0; design.n_evaluators],
        };
        for (evaluator, _) in seen.iter().enumerate().filter(|(_, seen)| **seen) {
            // The root is the least evaluator of its component, so it has been numbered by now.
            let root = roots.find(evaluator);
            let number = components.of_evaluator[root].unwrap_or(components.members.len() as u32);
            if number as usize == components.members.len() {
                components.members.push(Vec::new());
            }
            components.of_evaluator[evaluator] = Some(number);
            components.position[evaluator] = components.members[number as usize].len();
            components.members[number as usize].push(evaluator);
        }
        for (index, cell) in design.observed() {
            components.of_cell[index] = components.of_evaluator[cell.entries[0].evaluator];
        }
        components
    }
}
