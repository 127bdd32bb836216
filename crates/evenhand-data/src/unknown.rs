use evenhand_protocol::{Action, Expected, Field, ProblemCode, TableKind};

use crate::codes::first_rows;
use crate::metadata::Listings;
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::staged::Staged;

/// Reports ids that the scores have and the metadata table of their kind, where there is one, has not; leaves out
/// their scores where the user wants it.
pub(crate) fn report(
    tables: &[PlannedTable],
    staged: &mut Staged,
    listings: &Listings,
    action: Action,
    problems: &mut Problems,
) {
    let mut unknown: Vec<(usize, TableKind, Field, String)> = Vec::new();
    let mut keep = vec![true; staged.len()];
    for (table, listing, field, codes) in [
        (TableKind::Rounds, &listings.rounds, Field::Round, &staged.round),
        (TableKind::Providers, &listings.providers, Field::Provider, &staged.provider),
        (TableKind::Indicators, &listings.indicators, Field::Indicator, &staged.indicator),
        (TableKind::Evaluators, &listings.evaluators, Field::Evaluator, &staged.evaluator),
    ] {
        if !listing.is_given() {
            continue;
        }
        let ids = staged.ids.of(field).ids();
        let unlisted: Vec<bool> = ids.iter().map(|id| listing.place(id).is_none()).collect();
        let first = first_rows(ids.len(), codes);
        for (code, id) in ids.iter().enumerate() {
            if unlisted[code] && first[code] != usize::MAX {
                unknown.push((first[code], table, field, id.clone()));
            }
        }
        if action == Action::RowLeftOut {
            codes.iter().zip(&mut keep).for_each(|(code, keep)| *keep &= !unlisted[*code as usize]);
        }
    }
    unknown.sort_unstable();
    for (index, table, field, id) in unknown {
        let origin = staged.origin(index);
        let (at, expected) = (At::id(tables, origin, field), Expected::ListedIn { table });
        problems.add(tables, at, ProblemCode::UnknownId, &id, expected, action);
    }
    if keep.contains(&false) {
        staged.retain(&keep);
    }
}
