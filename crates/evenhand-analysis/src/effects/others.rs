//! Statistics of single evaluators against those of the others.

use evenhand_protocol::{CountOf, Method, Reason};
use evenhand_stats::{Estimate, against_others};

use super::found::Found;
use crate::LEVEL;
use crate::convert::{estimate, reason};

/// Each evaluator's estimate less the mean of the others', where both are known.
pub(super) fn against(
    own: Vec<Result<Estimate, Reason>>,
    of: CountOf,
    method: Method,
) -> Vec<Result<Found, Reason>> {
    let known: Vec<Estimate> = own.iter().filter_map(|own| own.as_ref().ok()).copied().collect();
    let compared = against_others(&known, LEVEL);
    let mut next = compared.iter().flatten();
    own.into_iter()
        .map(|own| {
            let own = own?;
            let found = match (next.next(), &compared) {
                (Some(found), _) => found,
                (None, Err(undefined)) => return Err(reason(undefined)),
                (None, Ok(_)) => return Err(Reason::NoColleague),
            };
            Ok(Found {
                own: own.value,
                panel: found.others,
                contrast: estimate(&found.difference, of, method),
                p: found.p,
            })
        })
        .collect()
}
