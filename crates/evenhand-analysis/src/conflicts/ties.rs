//! Which score sheets are of a provider to which the evaluator is tied.

use evenhand_protocol::{ConflictKind, Reason};

use crate::Design;

/// Whether the evaluator of each score sheet is tied to its provider; `None` where the data do not say.
pub(super) fn ties(design: &Design, kind: ConflictKind) -> Result<Vec<Option<bool>>, Reason> {
    let metadata = design.metadata();
    let tied: Vec<Option<bool>> = match kind {
        ConflictKind::SameAffiliation => same_affiliation(design),
        ConflictKind::Declared if metadata.conflicts.is_empty() => return Err(Reason::NoConflicts),
        ConflictKind::Declared => {
            let tied = design.sheets().iter().map(|sheet| {
                let pair = (sheet.evaluator, design.provider_of(sheet));
                Some(metadata.conflicts.binary_search(&pair).is_ok())
            });
            tied.collect()
        }
    };
    if tied.iter().all(Option::is_none) {
        return Err(Reason::NoAffiliations);
    }
    if !tied.contains(&Some(true)) {
        return Err(Reason::NoTiedScores);
    }
    Ok(tied)
}

/// Whether evaluator and provider of each score sheet share the affiliation; `None` where either has none.
pub(crate) fn same_affiliation(design: &Design) -> Vec<Option<bool>> {
    let metadata = design.metadata();
    let same = design.sheets().iter().map(|sheet| {
        let evaluator = metadata.evaluators[sheet.evaluator as usize].affiliation.as_deref()?;
        let provider = metadata.providers[design.provider_of(sheet) as usize].affiliation.as_deref()?;
        Some(evaluator == provider)
    });
    same.collect()
}
