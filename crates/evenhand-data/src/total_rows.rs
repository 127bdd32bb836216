use evenhand_protocol::{Action, Expected, ProblemCode};

use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::staged::Staged;
use crate::totals::is_total;

/// Leaves out the scores whose provider, evaluator, indicator, round, occasion or source is called a total, where
/// there are others that are not. One problem per row.
pub(crate) fn leave_out(tables: &[PlannedTable], staged: &mut Staged, problems: &mut Problems) {
    let mut keep = vec![true; staged.len()];
    let mut told = Vec::new();
    for (field, codes) in staged.codes() {
        let ids = staged.ids.of(field).ids();
        let totals: Vec<bool> = ids.iter().map(|id| is_total(id)).collect();
        if !totals.contains(&true) || codes.iter().all(|code| totals[*code as usize]) {
            continue;
        }
        for (index, code) in codes.iter().enumerate() {
            if totals[*code as usize] && std::mem::replace(&mut keep[index], false) {
                told.push((index, field, ids[*code as usize].clone()));
            }
        }
    }
    if told.is_empty() {
        return;
    }
    told.sort_by_key(|(index, ..)| *index);
    told.dedup_by_key(|(index, ..)| {
        let origin = staged.origin(*index);
        (origin.table, origin.row)
    });
    for (index, field, id) in told {
        let origin = staged.origin(index);
        let at = At::id(tables, origin, field);
        problems.add(tables, at, ProblemCode::TotalRow, &id, Expected::NoTotals, Action::RowLeftOut);
    }
    staged.retain(&keep);
}
