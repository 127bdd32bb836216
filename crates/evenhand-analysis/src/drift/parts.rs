//! The parts of rounds within which severities can be compared: evaluators linked by panels they sat on together.

use std::collections::BTreeMap;

use evenhand_protocol::Reason;
use evenhand_stats::{AdditiveFit, additive};

use crate::Design;
use crate::convert::reason;

/// Every round by itself in the additive model, and the parts that it falls into.
///
/// A round of one part is the rule; several disciplines, each with its own judges, are as many parts.
#[derive(Debug)]
pub(super) struct Parts {
    /// The model `composite = panel + evaluator in the round`; its components are the parts, in round order.
    pub(super) fit: AdditiveFit,
    /// The evaluator of every code of the model, ascending by round.
    pub(super) codes: Vec<EvaluatorInRound>,
    /// The round of every part.
    pub(super) rounds: Vec<u32>,
}

/// An evaluator in one round.
#[derive(Debug)]
pub(super) struct EvaluatorInRound {
    pub(super) evaluator: u32,
    pub(super) n_sheets: u32,
}

impl Parts {
    pub(super) fn new(design: &Design) -> Result<Self, Reason> {
        let mut counts: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        let sheets = || {
            let panels = design.panels().iter().enumerate();
            panels.flat_map(|(index, panel)| design.counting_sheets(panel).map(move |sheet| (index, sheet)))
        };
        for (_, sheet) in sheets() {
            *counts.entry((design.round_of(sheet), sheet.evaluator)).or_default() += 1;
        }
        let keys: Vec<(u32, u32)> = counts.keys().copied().collect();
        let code = |round: u32, evaluator: u32| keys.partition_point(|key| *key < (round, evaluator)) as u32;
        let cells: Vec<u32> = sheets().map(|(panel, _)| panel as u32).collect();
        let codes: Vec<u32> =
            sheets().map(|(_, sheet)| code(design.round_of(sheet), sheet.evaluator)).collect();
        let composites: Vec<f64> = sheets().map(|(_, sheet)| sheet.composite).collect();
        let fit = additive(&cells, &codes, &composites, design.panels().len(), keys.len())
            .map_err(|undefined| reason(&undefined))?;
        let mut rounds = vec![0; fit.n_components];
        for (key, component) in keys.iter().zip(&fit.component_of_evaluator) {
            if let Some(component) = component {
                rounds[*component as usize] = key.0;
            }
        }
        let codes = counts
            .into_iter()
            .map(|((_, evaluator), n_sheets)| EvaluatorInRound { evaluator, n_sheets })
            .collect();
        Ok(Self { fit, codes, rounds })
    }

    /// When each part was.
    pub(super) fn times(&self) -> Vec<f64> {
        self.rounds.iter().map(|round| f64::from(*round)).collect()
    }

    /// The part of a panel.
    pub(super) fn of_panel(&self, panel: usize) -> Option<u32> {
        self.fit.component_of_cell[panel]
    }
}
