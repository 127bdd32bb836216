//! Do the providers really differ, and have they really changed?

mod adjustment;
mod change;
mod findings;
mod league;
mod ranks;
mod raw;
mod standing;

use evenhand_protocol::ProvidersAnswer;

use crate::Design;
use raw::RawComposites;

pub(crate) use adjustment::Adjustment;
pub(crate) use standing::Unmarked;
pub use standing::standing;

/// League tables by round with raw and severity-adjusted composites, rank sets and change.
pub fn providers(design: &Design) -> ProvidersAnswer {
    let raw = RawComposites::new(design);
    let adjustment = design.adjustment();
    let rounds = league::leagues(design, &raw, adjustment);
    let linked_subsets = adjustment.linked_subsets(design);
    let mut answer = ProvidersAnswer { rounds, linked_subsets, findings: Vec::new() };
    answer.findings = findings::findings(&answer);
    answer
}
