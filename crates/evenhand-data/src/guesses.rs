//! Says what was assumed where the metadata are silent.

use evenhand_protocol::{Action, ConstantSource, Expected, Field, ProblemCode, TableKind};
use evenhand_table::{Metadata, differ_in_numbers_only};

use crate::metadata::{Listings, rounds_are_ordered};
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::staged::Staged;

/// How many rounds of a guessed order are named.
const ROUNDS_NAMED: usize = 12;

/// Reports an order of rounds that rests on their names, and weights that stand in for missing ones.
pub(crate) fn report_guesses(
    tables: &[PlannedTable],
    staged: &Staged,
    metadata: &Metadata,
    listings: &Listings,
    problems: &mut Problems,
) {
    let table = staged.tables.first().map_or(0, |(_, table)| *table);
    if order_is_a_guess(metadata, listings) {
        let named: Vec<&str> = metadata.rounds.iter().take(ROUNDS_NAMED).map(|r| r.id.as_str()).collect();
        let more = if metadata.rounds.len() > ROUNDS_NAMED { ", …" } else { "" };
        let found = format!("{}{more}", named.join(", "));
        let at = At::field(table, None, Field::Round);
        let code = ProblemCode::RoundOrderGuessed;
        problems.add(tables, at, code, &found, Expected::GivenOrder, Action::Guessed);
    }
    let weight_of = |id: &str| listings.indicators.entry(id).and_then(|entry| entry.number(Field::Weight));
    if metadata.indicators.iter().any(|indicator| weight_of(&indicator.id).is_some()) {
        for indicator in metadata.indicators.iter().filter(|indicator| weight_of(&indicator.id).is_none()) {
            let at = match listings.indicators.entry(&indicator.id) {
                Some(entry) => entry.at(Field::Weight),
                None => At::field(table, None, Field::Indicator),
            };
            let code = ProblemCode::WeightGuessed;
            problems.add(tables, at, code, &indicator.id, Expected::Weight, Action::Guessed);
        }
    }
}

/// Reports values for whole tables that were read off names and titles.
pub(crate) fn report_constants(tables: &[PlannedTable], problems: &mut Problems) {
    for (index, table) in tables.iter().enumerate().filter(|(_, table)| table.kind == TableKind::Scores) {
        for constant in table.constants.iter().filter(|constant| constant.from != ConstantSource::ByHand) {
            let field = constant.field;
            let (at, code) = (At::field(index, None, field), ProblemCode::ConstantGuessed);
            problems.add(tables, at, code, &constant.value, Expected::OwnColumn { field }, Action::Guessed);
        }
    }
}

/// Names that differ in numbers only leave no doubt about their order.
fn order_is_a_guess(metadata: &Metadata, listings: &Listings) -> bool {
    let in_doubt = metadata.rounds.windows(2).any(|pair| !differ_in_numbers_only(&pair[0].id, &pair[1].id));
    in_doubt && !rounds_are_ordered(&metadata.rounds, &listings.rounds)
}
