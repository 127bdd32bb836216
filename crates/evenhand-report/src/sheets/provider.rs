//! The sheet of one provider: where it stands, what changed, its strongest and weakest indicators.

use evenhand_protocol::{
    EntityKind, Marks, Outcome, PassSide, ReliableChange, RoundStanding, StandingAnswer, StandingRow,
};
use evenhand_words::{
    COMPOSITE_DECIMALS, Names, Standing, labelled, number, percent, rank_range, reason, signed, with_interval,
};

use super::{Part, Sheet, Source, file_name, own_or};

/// Indicators named at either end.
const NAMED: usize = 3;

pub(super) fn sheet(source: &Source<'_>, place: usize) -> Option<Sheet> {
    let (answer, standing) = source.standing()?;
    let row = standing.rows.get(place)?;
    let language = source.language;
    let (words, report) = (&language.words().standing, &language.words().report);
    let provider = source.names.name(EntityKind::Provider, &row.provider);
    let round = source.names.name(EntityKind::Round, &standing.round);
    let change = match &row.reliable_change {
        Outcome::Known(change) => {
            let head = words.columns.index.header;
            format!("{} ({head} {})", change_words(change, words), signed(change.index, 2))
        }
        Outcome::Undefined(why) => reason(language, why),
    };
    let (strong, weak) = against_round(answer, standing, row, source);
    Some(Sheet {
        file: file_name("provider", place, &row.provider),
        kind: report.for_provider,
        title: format!("{provider} · {round}"),
        lead: String::new(),
        opening: own_or(&source.texts.provider_opening, report.provider_opening),
        parts: vec![
            Part::new(words.sheet_standing, standing_lines(answer, row, source)),
            Part::new(words.sheet_change, vec![change]),
            Part::new(words.sheet_strong, strong),
            Part::new(words.sheet_weak, weak),
        ],
        chart: None,
        closing: own_or(&source.texts.provider_closing, report.provider_closing),
        source: source.source.clone(),
    })
}

fn change_words(change: &ReliableChange, words: &'static Standing) -> &'static str {
    match change.reliable {
        true if change.index > 0.0 => words.reliable_up,
        true => words.reliable_down,
        false => words.within_error,
    }
}

fn side_words(side: PassSide, words: &'static Standing) -> &'static str {
    match side {
        PassSide::Above => words.above,
        PassSide::Below => words.below,
        PassSide::Open => words.open_side,
    }
}

fn standing_lines(answer: &StandingAnswer, row: &StandingRow, source: &Source<'_>) -> Vec<String> {
    let (language, words) = (source.language, source.language.words());
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
        lines.push(labelled(language, &name, side_words(side, &words.standing)));
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
    let mark = |points: f64| number(points, usize::from(points.fract() != 0.0));
    let [second, third, fourth, fifth] = marks.ordered().band_points().map(mark);
    let names = [
        format!("< {second}"),
        format!("{second}–{third}"),
        format!("{third}–{fourth}"),
        format!("{fourth}–{fifth}"),
        format!("≥ {fifth}"),
    ];
    let each = names.iter().zip(chances).map(|(name, chance)| format!("{name} {}", percent(*chance, 0)));
    each.collect::<Vec<String>>().join(" · ")
}

/// The indicators furthest above and below the mean of the round.
fn against_round(
    answer: &StandingAnswer,
    standing: &RoundStanding,
    row: &StandingRow,
    source: &Source<'_>,
) -> (Vec<String>, Vec<String>) {
    let Some(basis) = answer.weights.known() else { return Default::default() };
    let gap = |place: usize| {
        let all: Vec<f64> =
            standing.rows.iter().filter_map(|row| row.indicators.get(place).copied().flatten()).collect();
        Some(row.indicators.get(place).copied().flatten()? - evenhand_stats::mean(&all)?)
    };
    let mut gaps: Vec<(&String, f64)> =
        basis.indicators.iter().enumerate().filter_map(|(place, id)| Some((id, gap(place)?))).collect();
    gaps.sort_by(|a, b| b.1.total_cmp(&a.1));
    let line = |(id, gap): &(&String, f64)| {
        let name = source.names.name(EntityKind::Indicator, id);
        labelled(source.language, &name, &signed(*gap, COMPOSITE_DECIMALS))
    };
    let half = NAMED.min(gaps.len() / 2);
    let strong = gaps.iter().take(half).map(line).collect();
    let weak = gaps.iter().rev().take(half).map(line).collect();
    (strong, weak)
}
