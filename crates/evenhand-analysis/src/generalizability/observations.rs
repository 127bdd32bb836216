//! The scores with the levels of every effect they may vary by.

use evenhand_protocol::{Confounded, Effect};
use evenhand_stats::{InteractionCodes, interaction_codes};

use crate::Design;

/// The scores of some panels of a design.
pub(super) struct Observations {
    /// Normalised scores.
    pub y: Vec<f64>,
    /// Weight of the score's indicator in the composite.
    pub weights: Vec<f64>,
    /// Index of the panel among those taken.
    pub panel: Vec<u32>,
    /// Evaluator code.
    pub evaluator: Vec<u32>,
    /// Indicator code.
    pub indicator: Vec<u32>,
    /// Round code.
    pub round: Vec<u32>,
    provider: Vec<u32>,
    occasion: Vec<u32>,
    source: Vec<u32>,
}

/// An effect with the level of every score.
pub(super) struct Grouping {
    pub effect: Effect,
    pub levels: InteractionCodes,
}

impl Observations {
    /// The scores of every `step`-th panel. Indicators of weight 0 are left out: no composite is made of them.
    pub fn new(design: &Design, step: usize) -> Self {
        let mut of = Self {
            y: Vec::new(),
            weights: Vec::new(),
            panel: Vec::new(),
            evaluator: Vec::new(),
            indicator: Vec::new(),
            round: Vec::new(),
            provider: Vec::new(),
            occasion: Vec::new(),
            source: Vec::new(),
        };
        for (place, panel) in design.panels().iter().step_by(step.max(1)).enumerate() {
            let unit = &design.units()[panel.unit];
            for sheet in &design.sheets()[panel.sheets.clone()] {
                for row in sheet.rows.clone() {
                    let indicator = design.table().indicator()[row];
                    let weight = design.weights()[indicator as usize];
                    if weight <= 0.0 {
                        continue;
                    }
                    of.y.push(design.normalised(row));
                    of.weights.push(weight);
                    of.panel.push(place as u32);
                    of.evaluator.push(sheet.evaluator);
                    of.indicator.push(indicator);
                    of.round.push(unit.round);
                    of.provider.push(unit.provider);
                    of.occasion.push(panel.occasion);
                    of.source.push(panel.source);
                }
            }
        }
        of
    }

    /// The effects that the design tells apart, and those that it does not.
    ///
    /// An effect with one level cannot be seen; one whose levels are those of an effect before it, or single scores,
    /// is in the variance of that effect, or of the residual.
    pub fn groupings(&self) -> (Vec<Grouping>, Vec<Confounded>) {
        let candidates: [(Effect, &[&[u32]]); 9] = [
            (Effect::Provider, &[&self.provider]),
            (Effect::ProviderInRound, &[&self.panel]),
            (Effect::Evaluator, &[&self.evaluator]),
            (Effect::Indicator, &[&self.indicator]),
            (Effect::Round, &[&self.round, &self.occasion, &self.source]),
            (Effect::EvaluatorInRound, &[&self.evaluator, &self.round]),
            (Effect::ProviderEvaluator, &[&self.panel, &self.evaluator]),
            (Effect::EvaluatorIndicator, &[&self.evaluator, &self.indicator]),
            (Effect::ProviderIndicator, &[&self.panel, &self.indicator]),
        ];
        let (mut kept, mut confounded): (Vec<Grouping>, Vec<Confounded>) = (Vec::new(), Vec::new());
        for (effect, facets) in candidates {
            let levels = interaction_codes(facets);
            let twin = kept.iter().find(|other| same_groups(&other.levels, &levels));
            let with = if levels.n_levels < 2 {
                None
            } else if levels.n_levels == self.y.len() {
                Some(Effect::Residual)
            } else if let Some(twin) = twin {
                Some(twin.effect)
            } else {
                kept.push(Grouping { effect, levels });
                continue;
            };
            confounded.push(Confounded { effect, with });
        }
        (kept, confounded)
    }
}

fn same_groups(a: &InteractionCodes, b: &InteractionCodes) -> bool {
    a.n_levels == b.n_levels && interaction_codes(&[&a.codes, &b.codes]).n_levels == a.n_levels
}
