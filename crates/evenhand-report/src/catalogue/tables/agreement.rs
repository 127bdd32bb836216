//! Every coefficient of agreement of a part of the scores.

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::{AgreementAnswer, Outcome, PinnedChoice};
use evenhand_words::{COEFFICIENT_DECIMALS, coefficient, count_of, part};

use super::super::of_choice::chosen;
use super::cells::{estimates, outcome};
use super::{Made, Scope};

/// The part chosen, or all scores; groups that are too small have no part of their own.
pub(super) fn coefficients(
    answer: &AgreementAnswer,
    choice: &PinnedChoice,
    scope: &Scope<'_>,
) -> Option<Made> {
    let of = match chosen(choice, "part") {
        Some(key) => answer.parts().find(|of| of.part.key() == key)?,
        None => &answer.overall,
    };
    let columns = &scope.language.words().agreement.columns;
    let about = part(scope.language, &of.part, scope.names);
    let table = DataTable::new().text_column(columns.coefficient.header);
    let mut table = estimates(table, columns.value.header, scope)
        .text_column(columns.n.header)
        .text_column(columns.question.header);
    if scope.suppressed.is_small(&of.part) {
        return Some(Made::without((table, 1)).about(about));
    }
    for value in &of.coefficients {
        let words = coefficient(scope.language, value.coefficient);
        let n = match &value.value {
            Outcome::Known(found) => TableCell::Text(count_of(scope.language, found.of, found.n)),
            Outcome::Undefined(_) => TableCell::Empty,
        };
        let mut cells = vec![TableCell::from(words.header)];
        cells.extend(outcome(&value.value, COEFFICIENT_DECIMALS, scope));
        cells.extend([n, TableCell::from(words.tip)]);
        table.push(cells);
    }
    Some(Made::whole(table).about(about))
}
