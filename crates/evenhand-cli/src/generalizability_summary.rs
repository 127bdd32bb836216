//! Variance components and what other panels would achieve, for a terminal.

use evenhand_protocol::{GeneralizabilityAnswer, ObjectOfMeasurement, Outcome};
use evenhand_words::{
    COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, Language, confounded, effect, number, percent, reason,
    with_interval,
};

use crate::text_table::TextTable;

/// The components with their shares, then the dependability of the panels as they were.
pub fn generalizability(language: Language, answer: &GeneralizabilityAnswer) -> String {
    let columns = &language.words().generalizability.columns;
    let components = match &answer.components {
        Outcome::Known(components) => components,
        Outcome::Undefined(why) => return format!("  {}\n", reason(language, why)),
    };
    let heads = [columns.effect, columns.share, columns.variance].map(|column| column.header);
    let mut table = TextTable::new(heads);
    for row in &components.rows {
        let variance = &row.variance;
        table.push(vec![
            effect(language, row.effect).to_owned(),
            percent(row.share, 1),
            with_interval(language, variance.value, variance.interval.as_ref(), COMPOSITE_DECIMALS + 1),
        ]);
    }
    let mut text = table.render();
    for one in &components.confounded {
        text.push_str(&format!("  {}\n", confounded(language, one)));
    }
    let of_providers = answer
        .studies
        .iter()
        .find(|study| study.object == ObjectOfMeasurement::Provider && study.indicators_fixed);
    if let Some(actual) = of_providers.and_then(|study| study.actual.known()) {
        let value = |value: f64| number(value, COEFFICIENT_DECIMALS);
        text.push_str(&format!(
            "  {}: {} {}, {} {}\n",
            language.words().generalizability.actual,
            columns.e_rho2.header,
            value(actual.e_rho2),
            columns.phi.header,
            value(actual.phi),
        ));
    }
    text
}
