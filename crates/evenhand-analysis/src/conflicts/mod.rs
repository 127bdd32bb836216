//! Do evaluators score providers to which they are tied differently?
//!
//! A tie is a common affiliation or a declared conflict of interest. Leave-one-out deviations of tied scores are
//! compared with those of the others, within evaluators: what is lenient throughout is no partiality.

mod consequences;
mod evaluators;
mod findings;
mod overall;
mod pairs;
mod ties;

use evenhand_protocol::{ConflictKind, ConflictsAnswer, ConflictsOfKind, Marks, Outcome};

pub(crate) use self::overall::{Compared, compared};
pub(crate) use self::ties::same_affiliation;
use crate::Design;
use crate::evaluators::Deviations;

/// Ties of both kinds: their effect overall and by evaluator, and the decisions that hang on tied scores.
pub fn conflicts(design: &Design) -> ConflictsAnswer {
    let deviations = Deviations::new(design);
    let pass_mark = Marks::DEFAULT.pass_points();
    let of_kind = |kind| of_kind(design, &deviations, kind, pass_mark);
    let mut answer = ConflictsAnswer {
        scale: design.scale(),
        pass_mark,
        kinds: ConflictKind::ALL.into_iter().map(of_kind).collect(),
        findings: Vec::new(),
    };
    answer.findings = findings::findings(&answer);
    answer
}

fn of_kind(design: &Design, deviations: &Deviations, kind: ConflictKind, pass_mark: f64) -> ConflictsOfKind {
    let tied = match ties::ties(design, kind) {
        Ok(tied) => tied,
        Err(why) => {
            let overall = Outcome::Undefined(why);
            return ConflictsOfKind { kind, overall, evaluators: Vec::new(), n_tests: 0, consequences: None };
        }
    };
    let pairs = pairs::pairs(design, deviations, &tied);
    let overall = overall::overall(design, deviations, &tied, &pairs).into();
    let (mut evaluators, n_tests) = evaluators::rows(design, &tied, &pairs);
    let consequences = consequences::consequences(design, &tied, &mut evaluators, pass_mark);
    ConflictsOfKind { kind, overall, evaluators, n_tests, consequences }
}
