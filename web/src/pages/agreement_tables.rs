//! The tables and key figures of agreement in detail.

use evenhand_protocol::{
    AgreementAnswer, AgreementDifference, AgreementOf, BenchmarkScale, Coefficient, CoefficientValue, Outcome,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, coefficient, count_of, membership, method, p_value, part, signed,
};

use super::figures::{estimate_figure, undefined_figure};
use super::page_frame::Scope;
use crate::components::{Cell, FigureModel, Head, Row, Table};

/// The coefficients that are shown without asking.
const HEADLINES: [Coefficient; 3] = [Coefficient::IccA1, Coefficient::IccAk, Coefficient::AlphaInterval];

/// The default coefficients of all scores, each with the word it deserves on the chosen scale.
pub fn headline_figures(
    answer: &AgreementAnswer,
    scale: BenchmarkScale,
    scope: &Scope<'_>,
) -> Vec<FigureModel> {
    let figure = |which: Coefficient| {
        let column = coefficient(scope.language, which);
        let testid = format!("agreement-{}", code(which));
        match answer.overall.value(which)? {
            Outcome::Known(estimate) => {
                let mut figure = estimate_figure(estimate, column, &testid, COEFFICIENT_DECIMALS, scope);
                let found = answer.benchmarks.iter().find(|b| b.coefficient == which && b.scale == scale);
                figure.cell.note = found.map(|found| membership(scope.language, found));
                Some(figure)
            }
            Outcome::Undefined(reason) => Some(undefined_figure(reason, column, &testid, scope)),
        }
    };
    HEADLINES.into_iter().filter_map(figure).collect()
}

/// The part at a place among the options; the first where there are fewer.
pub fn part_at(answer: &AgreementAnswer, place: usize) -> Option<&AgreementOf> {
    answer.parts().nth(place).or(Some(&answer.overall))
}

/// The places of the parts and their names.
pub fn part_options(answer: &AgreementAnswer, scope: &Scope<'_>) -> Vec<(String, String)> {
    answer
        .parts()
        .enumerate()
        .map(|(place, of)| (place.to_string(), part(scope.language, &of.part, &scope.names)))
        .collect()
}

/// Every coefficient of a part with its question.
pub fn coefficients_table(of: &AgreementOf, scope: &Scope<'_>) -> Table {
    let columns = &scope.language.words().agreement.columns;
    let heads = vec![
        Head::text(columns.coefficient),
        Head::number(columns.value).explained("krippendorff-alpha"),
        Head::text(columns.n),
        Head::text(columns.question),
    ];
    Table::new(heads, of.coefficients.iter().map(|value| coefficient_row(value, scope)))
}

fn coefficient_row(value: &CoefficientValue, scope: &Scope<'_>) -> Row {
    let words = coefficient(scope.language, value.coefficient);
    let mut cell = Cell::estimate_outcome(&value.value, COEFFICIENT_DECIMALS, scope.language)
        .testid(format!("coefficient-{}", code(value.coefficient)));
    let basis = match &value.value {
        Outcome::Known(estimate) => {
            cell.note = Some(method(scope.language, estimate.method).to_owned());
            Cell::text(count_of(scope.language, estimate.of, estimate.n))
        }
        Outcome::Undefined(_) => Cell::empty(),
    };
    Row::new(vec![Cell::text(words.header), cell, basis, Cell::text(words.tip)])
}

/// Each round against the one before, each two qualifications and each two groups.
pub fn differences_table(answer: &AgreementAnswer, scope: &Scope<'_>) -> Table {
    let words = &scope.language.words().agreement;
    let heads = vec![
        Head::text(words.columns.part),
        Head::text(words.compared_with),
        Head::number(words.difference),
        Head::number(words.difference_p).explained("many-tests"),
        Head::number(words.columns.n_shared),
    ];
    let rows = answer
        .round_differences
        .iter()
        .chain(&answer.qualification_differences)
        .chain(&answer.group_differences);
    Table::new(heads, rows.map(|row| difference_row(row, scope)))
}

fn difference_row(row: &AgreementDifference, scope: &Scope<'_>) -> Row {
    let name = |of| Cell::text(part(scope.language, of, &scope.names));
    let (difference, decimals) = (&row.difference, COEFFICIENT_DECIMALS);
    let text = signed(difference.value, decimals);
    Row::new(vec![
        name(&row.first),
        name(&row.second),
        Cell::with_interval(difference, text, decimals, scope.language),
        row.p_adjusted.map_or_else(Cell::empty, |p| Cell::value(p, p_value(p))),
        Cell::count(row.n_shared),
    ])
}

/// The name of a coefficient in test names.
fn code(which: Coefficient) -> String {
    let mut code = String::new();
    for letter in format!("{which:?}").chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('-');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}
