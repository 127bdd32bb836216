//! What do the scores vary by, and how many evaluators and indicators are enough?

mod findings;
mod model;
mod observations;
mod studies;

use evenhand_protocol::{GeneralizabilityAnswer, Outcome};

use crate::Design;
use model::Model;

/// Variance components by REML of single scores on the normalised scale, D studies, and severity by the same model.
///
/// Crossed or nested is not asked but seen: an effect whose levels coincide with those of another is named as
/// confounded with it. Rounds, with their occasions and sources, are an effect of their own, so that dependability is
/// that of comparisons within a round.
pub fn generalizability(design: &Design) -> GeneralizabilityAnswer {
    let model = match Model::new(design) {
        Ok(model) => model,
        Err(reason) => {
            return GeneralizabilityAnswer {
                components: Outcome::Undefined(reason.clone()),
                studies: Vec::new(),
                severity: Outcome::Undefined(reason),
                findings: Vec::new(),
            };
        }
    };
    let mut answer = GeneralizabilityAnswer {
        studies: studies::studies(&model),
        severity: model.severity(design),
        components: Outcome::Known(model.components),
        findings: Vec::new(),
    };
    answer.findings = findings::findings(&answer);
    answer
}
