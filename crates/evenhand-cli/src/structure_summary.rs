//! Reliability and structure in detail for a terminal.

use evenhand_protocol::{EntityKind, Outcome, Part, StructureAnswer};
use evenhand_words::{
    COEFFICIENT_DECIMALS, Language, NO_VALUE, Names, count, p_value, part, percent, reason, value_or_reason,
    with_interval,
};

use crate::text_table::TextTable;

/// Reliability of panel means by dimension, then nominal and effective weights.
pub fn structure(language: Language, answer: &StructureAnswer, names: &dyn Names) -> String {
    [consistency(language, answer, names), weights(language, answer, names)].join("\n")
}

fn consistency(language: Language, answer: &StructureAnswer, names: &dyn Names) -> String {
    let words = language.words();
    let columns = &words.structure.columns;
    let mut table = TextTable::new([
        words.agreement.columns.part.header,
        words.indicators.alpha,
        columns.lambda_6.header,
        columns.omega_total.header,
        columns.n_indicators.header,
    ]);
    let parts = &answer.provider_means;
    let overall = std::iter::once((Part::All, &parts.overall));
    let dimensions = parts.by_dimension.iter().map(|of| (of.part.clone(), &of.consistency));
    for (of, found) in overall.chain(dimensions) {
        let mut line = vec![part(language, &of, names)];
        match found {
            Outcome::Known(found) => {
                line.extend(
                    [&found.alpha, &found.lambda_6, &found.omega_total]
                        .map(|e| value_or_reason(language, e, COEFFICIENT_DECIMALS)),
                );
                line.push(count(found.n_indicators));
            }
            Outcome::Undefined(why) => line.push(reason(language, why)),
        }
        table.push(line);
    }
    table.render()
}

fn weights(language: Language, answer: &StructureAnswer, names: &dyn Names) -> String {
    let words = language.words();
    let columns = &words.structure.columns;
    let rows = match &answer.weights {
        Outcome::Known(rows) => rows,
        Outcome::Undefined(why) => return format!("  {}\n", reason(language, why)),
    };
    let mut table = TextTable::new([
        words.indicators.columns.indicator.header,
        columns.nominal.header,
        columns.effective.header,
        columns.p_adjusted.header,
    ]);
    for row in rows {
        let effective = &row.effective;
        table.push(vec![
            names.name(EntityKind::Indicator, &row.indicator),
            percent(row.nominal, 0),
            with_interval(language, effective.value, effective.interval.as_ref(), COEFFICIENT_DECIMALS),
            row.p_adjusted.map_or(NO_VALUE.into(), p_value),
        ]);
    }
    table.render()
}
