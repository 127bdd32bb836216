//! How much of an interaction the main measures take up.

use std::collections::BTreeMap;

use evenhand_protocol::InteractionWith;

/// What the scores say about everything that is measured, summed over them.
pub(super) struct Leverage {
    pairs: BTreeMap<[u32; 2], Pair>,
    evaluators: BTreeMap<u32, f64>,
    elements: BTreeMap<u32, f64>,
    with: InteractionWith,
}

/// The scores of an evaluator with an element.
#[derive(Default)]
struct Pair {
    information: f64,
    /// The information of every sheet, or of every score, squared and by that of its unit.
    of_units: f64,
}

/// One score: who gave it, with which element, about which unit, on which sheet, and how much it says.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub(super) pair: [u32; 2],
    pub(super) unit: u32,
    pub(super) sheet: u32,
    pub(super) information: f64,
}

impl Leverage {
    /// Scores of a sheet stand together.
    pub(super) fn new(with: InteractionWith, told: &[Told]) -> Self {
        let mut units: BTreeMap<u32, f64> = BTreeMap::new();
        let mut leverage =
            Self { pairs: BTreeMap::new(), evaluators: BTreeMap::new(), elements: BTreeMap::new(), with };
        for one in told {
            *units.entry(one.unit).or_default() += one.information;
            *leverage.evaluators.entry(one.pair[0]).or_default() += one.information;
            *leverage.elements.entry(one.pair[1]).or_default() += one.information;
        }
        for same in told.chunk_by(|a, b| (a.sheet, a.pair) == (b.sheet, b.pair)) {
            let information: f64 = same.iter().map(|one| one.information).sum();
            let of_unit = units.get(&same[0].unit).copied().unwrap_or(information);
            let pair = leverage.pairs.entry(same[0].pair).or_default();
            pair.information += information;
            pair.of_units += information * information / of_unit;
        }
        leverage
    }

    /// The share of a departure that is left once evaluator, providers and indicators have been measured, 1 where they
    /// rest on much else, 0 where on nothing else.
    ///
    /// The residuals of every main effect add up to 0, so each takes up the share that the pair has in what is known of it.
    /// The shares left are multiplied, which is exact for balanced designs. A round or category is one with its units.
    pub(super) fn left(&self, pair: [u32; 2]) -> f64 {
        let Some(own) = self.pairs.get(&pair).filter(|own| own.information > 0.0) else { return 0.0 };
        let share = |of: Option<&f64>| of.map_or(1.0, |of| own.information / of);
        let elements = match self.with {
            InteractionWith::Indicator => share(self.elements.get(&pair[1])),
            InteractionWith::Round | InteractionWith::Category => 0.0,
        };
        let evaluators = share(self.evaluators.get(&pair[0]));
        let units = own.of_units / own.information;
        ((1.0 - evaluators) * (1.0 - elements) * (1.0 - units)).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rests_on_nothing_else_is_taken_up_wholly() {
        // Two evaluators and two rounds, of which the second evaluator was in one; a unit and a sheet each.
        let told: Vec<Told> = [[0, 0], [0, 1], [1, 0]]
            .into_iter()
            .enumerate()
            .map(|(k, pair)| Told { pair, unit: pair[1], sheet: k as u32, information: 1.0 })
            .collect();
        let leverage = Leverage::new(InteractionWith::Round, &told);
        // Half of evaluator 0, half of the unit of round 0.
        assert_eq!(leverage.left([0, 0]), 0.25);
        // The only one on the unit of round 1; the only round of evaluator 1.
        assert_eq!(leverage.left([0, 1]), 0.0);
        assert_eq!(leverage.left([1, 0]), 0.0);
    }
}
