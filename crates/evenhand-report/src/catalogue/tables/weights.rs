//! What if other weights counted, and what the sources of scores say.

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::{EntityKind, Outcome, PinnedChoice, StandingAnswer, StandingRow, moved_weights};
use evenhand_stats::{
    RankStability, STABILITY_CONCENTRATION, StabilityDraws, weighted_composite, weighted_margin,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, labelled, number, percent, rank_range, value_or_reason,
};

use super::super::of_choice::{chosen, of_round};
use super::cells::{counted, estimates, share, value, written};
use super::{Made, Scope};

/// The share of the first source in a blend where the reader moved nothing.
const HALF: f64 = 0.5;

/// A provider under the weights chosen.
struct Weighted<'a> {
    row: &'a StandingRow,
    now: f64,
    given: f64,
}

/// Composites and ranks under the weights chosen; those of the data set where none was moved.
pub(super) fn what_if(answer: &StandingAnswer, choice: &PinnedChoice, scope: &Scope<'_>) -> Option<Made> {
    let basis = answer.weights.known()?;
    let standing = of_round(&answer.rounds, choice)?;
    let weights = basis.with_moved(&moved_weights(chosen(choice, "weights").unwrap_or_default()));
    let words = scope.language.words();
    let columns = &words.standing.columns;
    let table = DataTable::new().text_column(words.providers.columns.provider.header);
    let mut table = estimates(table, columns.composite_now.header, scope)
        .number_column(columns.rank_now.header)
        .number_column(columns.rank_given.header)
        .text_column(columns.stable.header)
        .number_column(columns.stable_top.header);
    let known = standing.rows.iter().filter_map(|row| {
        let under = |weights| weighted_composite(&row.indicators, weights);
        Some(Weighted { row, now: under(&weights)?, given: under(&basis.weights)? })
    });
    let mut rows: Vec<Weighted<'_>> = known.collect();
    let stable = stability(&rows, &weights, answer.marks.top.into());
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|a, b| rows[*b].now.total_cmp(&rows[*a].now));
    let place = |value: f64, of: fn(&Weighted<'_>) -> f64| {
        1 + rows.iter().filter(|other| of(other) > value).count() as u32
    };
    for at in order {
        let one = &rows[at];
        let margin = one
            .row
            .precision
            .and_then(|precision| weighted_margin(&basis.error_covariance, &weights, basis.df, precision));
        let end = |sign: f64| {
            margin.map_or(TableCell::Empty, |margin| value(one.now + sign * margin, COMPOSITE_DECIMALS))
        };
        let [ranks, top] = match stable.as_ref().map(|stable| stable[at]) {
            Some(found) => {
                [TableCell::Text(rank_range(found.low as u64, found.high as u64)), share(found.among_highest)]
            }
            None => [TableCell::Empty, TableCell::Empty],
        };
        table.push([
            TableCell::Text(scope.names.name(EntityKind::Provider, &one.row.provider)),
            value(one.now, COMPOSITE_DECIMALS),
            end(-1.0),
            end(1.0),
            counted(place(one.now, |row| row.now)),
            counted(place(one.given, |row| row.given)),
            ranks,
            top,
        ]);
    }
    rows.clear();
    let said = basis.indicators.iter().zip(&weights).map(|(id, weight)| {
        labelled(scope.language, &scope.names.name(EntityKind::Indicator, id), &number(*weight, 2))
    });
    let said = said.collect::<Vec<String>>().join(" · ");
    Some(Made::whole(table).about(scope.names.name(EntityKind::Round, &standing.round)).detail(labelled(
        scope.language,
        words.standing.weights_chosen,
        &said,
    )))
}

/// How the ranks hold under weights around those chosen.
fn stability(rows: &[Weighted<'_>], weights: &[f64], top: usize) -> Option<Vec<RankStability>> {
    let means: Vec<&[Option<f64>]> = rows.iter().map(|one| one.row.indicators.as_slice()).collect();
    let mut draws = StabilityDraws::new(&means, weights, STABILITY_CONCENTRATION).ok()?;
    while draws.advance(usize::MAX) {}
    Some(draws.summary(top))
}

/// The composite by every source, and the blend of the first two with the share chosen.
pub(super) fn voices(answer: &StandingAnswer, choice: &PinnedChoice, scope: &Scope<'_>) -> Option<Made> {
    let standing = of_round(&answer.rounds, choice)?;
    let voices = standing.voices.known()?;
    let of_first = chosen(choice, "share").and_then(|text| text.parse::<f64>().ok());
    let of_first = of_first.filter(|share| (0.0..=1.0).contains(share)).unwrap_or(HALF);
    let words = &scope.language.words().standing;
    let mut table = DataTable::new().text_column(scope.language.words().providers.columns.provider.header);
    for source in &voices.sources {
        table = table.number_column(source);
    }
    table = table.number_column(words.voices_blend.header);
    for row in &standing.rows {
        let mut cells = vec![TableCell::Text(scope.names.name(EntityKind::Provider, &row.provider))];
        cells.extend(
            row.by_source
                .iter()
                .map(|found| found.map_or(TableCell::Empty, |found| value(found, COMPOSITE_DECIMALS))),
        );
        let of = |place: usize| row.by_source.get(place).copied().flatten();
        cells.push(of(0).zip(of(1)).map_or(TableCell::Empty, |(first, second)| {
            let blend = of_first * first + (1.0 - of_first) * second;
            written(blend, number(blend, COMPOSITE_DECIMALS))
        }));
        table.push(cells);
    }
    let mut said = vec![labelled(scope.language, words.voices_share, &percent(of_first, 0))];
    for pair in &voices.pairs {
        let line = |name: &str, found: &Outcome<evenhand_protocol::Estimate>, decimals| {
            let value = value_or_reason(scope.language, found, decimals);
            format!("{} − {} · {name} · {value}", pair.first, pair.second)
        };
        said.push(line(words.voices_correlation, &pair.correlation, COEFFICIENT_DECIMALS));
        said.push(line(words.voices_difference, &pair.difference, COMPOSITE_DECIMALS));
    }
    let about = scope.names.name(EntityKind::Round, &standing.round);
    Some(Made::whole(table).about(about).detail(said.join("; ")))
}
