//! Agreement in detail for a terminal: the default coefficients part by part.

use evenhand_protocol::{AgreementAnswer, AgreementOf, BenchmarkScale, Coefficient};
use evenhand_words::{
    COEFFICIENT_DECIMALS, Language, Names, coefficient, count, membership, part, value_or_reason,
};

use crate::text_table::TextTable;

/// One line per part, then what the coefficients of all scores are worth by Koo & Li (2016).
pub fn agreement(language: Language, answer: &AgreementAnswer, names: &dyn Names) -> String {
    let columns = &language.words().agreement.columns;
    let name = |which| coefficient(language, which).header;
    let shown = [Coefficient::IccA1, Coefficient::IccAk, Coefficient::AlphaInterval];
    let heads = [columns.part.header, name(shown[0]), name(shown[1]), name(shown[2]), columns.n_units.header];
    let mut table = TextTable::new(heads);
    // Rounds are in the table of the evaluators' answer.
    let parts = std::iter::once(&answer.overall)
        .chain(&answer.by_indicator)
        .chain(&answer.by_dimension)
        .chain(&answer.by_qualification)
        .chain(&answer.by_group);
    for of in parts {
        let mut line = vec![part(language, &of.part, names)];
        line.extend(shown.map(|which| value(language, of, which)));
        line.push(count(of.n_units_shared));
        table.push(line);
    }
    let mut text = table.render();
    for found in answer.benchmarks.iter().filter(|found| found.scale == BenchmarkScale::KooLi) {
        text.push_str(&format!("  {}: {}\n", name(found.coefficient), membership(language, found)));
    }
    text
}

fn value(language: Language, of: &AgreementOf, which: Coefficient) -> String {
    match of.value(which) {
        Some(found) => value_or_reason(language, found, COEFFICIENT_DECIMALS),
        None => evenhand_words::NO_VALUE.to_owned(),
    }
}
