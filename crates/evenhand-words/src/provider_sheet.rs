//! What is said about one provider on its feedback sheet.

use evenhand_protocol::{EntityKind, Marks, Outcome, RoundStanding, StandingAnswer, StandingRow};

use crate::{
    COMPOSITE_DECIMALS, Language, Names, band_names, labelled, number, pass_side, percent, rank_range,
    reason, reliable_change, signed, with_interval,
};

/// Indicators named at either end.
const NAMED: usize = 3;

/// The mean of some values, where there is one; words do no arithmetic of their own.
type Mean = fn(&[f64]) -> Option<f64>;

/// A feedback sheet in lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProviderSheet {
    /// The provider and the round.
    pub title: String,
    /// Where it stands, and how surely.
    pub standing: Vec<String>,
    /// Whether it changed.
    pub change: String,
    /// The indicators furthest above the mean of the round.
    pub strong: Vec<String>,
    /// Those furthest below.
    pub weak: Vec<String>,
}

/// The sheet of the provider of `row`, which is one of `standing`.
pub fn provider_sheet(
    language: Language,
    names: &dyn Names,
    answer: &StandingAnswer,
    standing: &RoundStanding,
    row: &StandingRow,
    mean: Mean,
) -> ProviderSheet {
    let words = &language.words().standing;
    let provider = names.name(EntityKind::Provider, &row.provider);
    let round = names.name(EntityKind::Round, &standing.round);
    let (strong, weak) = against_round(answer, standing, row, (language, names), mean);
    ProviderSheet {
        title: format!("{provider} · {round}"),
        standing: standing_lines(language, answer, row),
        change: match &row.reliable_change {
            Outcome::Known(change) => {
                let head = words.columns.index.header;
                format!("{} ({head} {})", reliable_change(language, change), signed(change.index, 2))
            }
            Outcome::Undefined(why) => reason(language, why),
        },
        strong,
        weak,
    }
}

fn standing_lines(language: Language, answer: &StandingAnswer, row: &StandingRow) -> Vec<String> {
    let words = language.words();
    let columns = &words.standing.columns;
    let mut lines = Vec::new();
    match &row.adjusted {
        Outcome::Known(found) => {
            let value = with_interval(language, found.value, found.interval.as_ref(), COMPOSITE_DECIMALS);
            lines.push(labelled(language, words.providers.columns.adjusted.header, &value));
        }
        Outcome::Undefined(why) => lines.push(reason(language, why)),
    }
    if let Some(side) = row.side {
        let mark = number(answer.marks.pass_points(), COMPOSITE_DECIMALS);
        let name = format!("{} {mark}", words.standing.pass_mark);
        lines.push(labelled(language, &name, pass_side(language, side)));
    }
    if let Some(chances) = row.chances.known() {
        lines.push(labelled(language, columns.pass.header, &percent(chances.pass, 0)));
        lines.push(labelled(language, columns.band.header, &bands(&answer.marks, &chances.bands)));
    }
    if let Some(set) = row.rank.known() {
        let columns = &words.providers.columns;
        let (name, ranks) = match set.probability {
            Some(chance) => {
                let range = rank_range(set.low, set.high);
                (columns.likely_ranks, format!("{range} ({})", percent(chance, 0)))
            }
            None => (columns.possible_ranks, rank_range(set.low, set.high)),
        };
        lines.push(labelled(language, name.header, &ranks));
    }
    if let Some(set) = row.rank_simultaneous.known() {
        let ranks = rank_range(set.low, set.high);
        lines.push(labelled(language, columns.rank_together.header, &ranks));
    }
    lines
}

/// The probability of each band, lowest first: "< 60 2% · 60–70 31% · …".
fn bands(marks: &Marks, chances: &[f64; 5]) -> String {
    let names = band_names(marks);
    let each = names.iter().zip(chances).map(|(name, chance)| format!("{name} {}", percent(*chance, 0)));
    each.collect::<Vec<String>>().join(" · ")
}

/// The indicators furthest above and below the mean of the round.
fn against_round(
    answer: &StandingAnswer,
    standing: &RoundStanding,
    row: &StandingRow,
    (language, names): (Language, &dyn Names),
    mean: Mean,
) -> (Vec<String>, Vec<String>) {
    let Some(basis) = answer.weights.known() else { return Default::default() };
    let gap = |place: usize| {
        let all: Vec<f64> =
            standing.rows.iter().filter_map(|row| row.indicators.get(place).copied().flatten()).collect();
        Some(row.indicators.get(place).copied().flatten()? - mean(&all)?)
    };
    let mut gaps: Vec<(&String, f64)> =
        basis.indicators.iter().enumerate().filter_map(|(place, id)| Some((id, gap(place)?))).collect();
    gaps.sort_by(|a, b| b.1.total_cmp(&a.1));
    let line = |(id, gap): &(&String, f64)| {
        let name = names.name(EntityKind::Indicator, id);
        labelled(language, &name, &signed(*gap, COMPOSITE_DECIMALS))
    };
    let half = NAMED.min(gaps.len() / 2);
    let strong = gaps.iter().take(half).map(line).collect();
    let weak = gaps.iter().rev().take(half).map(line).collect();
    (strong, weak)
}
