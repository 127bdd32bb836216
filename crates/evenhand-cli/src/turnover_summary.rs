//! Turnover for a terminal: panels round by round, and what each change is made of.

use evenhand_protocol::{EntityKind, Estimate, Outcome, TurnoverAnswer};
use evenhand_words::{
    COMPOSITE_DECIMALS, Language, NO_VALUE, Names, count, interval, number, percent, reason, signed,
};

use crate::text_table::TextTable;

/// The panels of every round.
pub fn panels(language: Language, answer: &TurnoverAnswer, names: &dyn Names) -> String {
    let words = &language.words().turnover;
    let mut table = TextTable::new(vec![
        language.words().common.round,
        words.n_evaluators.header,
        words.n_stayed.header,
        words.n_returned.header,
        words.n_joined.header,
        words.n_left.header,
        words.retention.header,
        words.tenure.header,
        words.newcomer_share.header,
        words.n_parts.header,
    ]);
    let share = |share: Option<f64>| share.map_or(NO_VALUE.to_owned(), |share| percent(share, 0));
    for round in &answer.rounds {
        table.push(vec![
            names.name(EntityKind::Round, &round.round),
            count(round.evaluators.len() as u64),
            count(round.n_stayed),
            count(round.n_returned),
            count(round.n_joined),
            count(round.n_left),
            share(round.retention),
            number(round.mean_tenure, 1),
            share(round.newcomer_share),
            count(round.n_parts),
        ]);
    }
    table.render()
}

/// What each change of the mean composite is made of.
pub fn splits(language: Language, answer: &TurnoverAnswer, names: &dyn Names) -> String {
    let words = &language.words().turnover;
    let mut table = TextTable::new(vec![
        words.to.header,
        words.raw.header,
        words.composition.header,
        words.drift.header,
        words.provider_mix.header,
        words.provider_change.header,
    ]);
    let told = |estimate: &Estimate| {
        let value = signed(estimate.value, COMPOSITE_DECIMALS);
        match &estimate.interval {
            Some(ends) => format!("{value} [{}]", interval(language, ends, COMPOSITE_DECIMALS)),
            None => value,
        }
    };
    for split in &answer.splits {
        let mut line =
            vec![names.name(EntityKind::Round, &split.round), signed(split.raw, COMPOSITE_DECIMALS)];
        match &split.parts {
            Outcome::Known(parts) => line.extend(
                [&parts.composition, &parts.drift, &parts.provider_mix, &parts.provider_change].map(told),
            ),
            Outcome::Undefined(why) => line.push(reason(language, why)),
        }
        table.push(line);
    }
    table.render()
}
