use std::cmp::Ordering;

use evenhand_protocol::{EvaluatorInfo, Field, IdJoin, ProviderInfo, RoundInfo};
use evenhand_table::{Metadata, natural_cmp};

use crate::bounds::Bounds;
use crate::codes::Recoding;
use crate::indicators::indicator;
use crate::listing::{Entry, Listing};
use crate::staged::{Dictionaries, Staged};

/// The metadata tables.
#[derive(Debug, Default)]
pub(crate) struct Listings {
    /// Rounds.
    pub rounds: Listing,
    /// Providers.
    pub providers: Listing,
    /// Indicators.
    pub indicators: Listing,
    /// Evaluators.
    pub evaluators: Listing,
    /// Declared conflicts of interest.
    pub conflicts: Listing,
}

impl Listings {
    /// Empty lists whose ids are replaced as the user said.
    pub fn with_joins(joins: &[IdJoin]) -> Self {
        Self {
            rounds: Listing::with_joins(joins, Field::Round),
            providers: Listing::with_joins(joins, Field::Provider),
            indicators: Listing::with_joins(joins, Field::Indicator),
            evaluators: Listing::with_joins(joins, Field::Evaluator),
            conflicts: Listing::default(),
        }
    }
}

/// Gives the scores codes that depend on the ids alone and not on the order of rows, and says what the codes mean.
pub(crate) fn recode(staged: &mut Staged, listings: &Listings, bounds: &Bounds) -> Metadata {
    let ids = std::mem::take(&mut staged.ids);
    let natural = |ids: &[String], column: &mut [u32]| {
        let compare = |a: u32, b: u32| natural_cmp(&ids[a as usize], &ids[b as usize]);
        let recoding = Recoding::new(ids.len(), column, compare);
        recoding.apply(column);
        recoding.ids(ids).map(str::to_owned).collect::<Vec<String>>()
    };
    let providers = natural(ids.provider.ids(), &mut staged.provider);
    let evaluators = natural(ids.evaluator.ids(), &mut staged.evaluator);
    let conflicts = conflicts(&ids, &providers, &evaluators, &listings.conflicts);
    let dimensions = std::mem::take(&mut staged.dimensions);
    Metadata {
        conflicts,
        whole_scale: None,
        rounds: rounds(&ids, &mut staged.round, &listings.rounds),
        providers: providers.iter().map(|id| provider(id, listings.providers.entry(id))).collect(),
        occasions: natural(ids.occasion.ids(), &mut staged.occasion),
        sources: natural(ids.source.ids(), &mut staged.source),
        evaluators: evaluators.iter().map(|id| evaluator(id, listings.evaluators.entry(id))).collect(),
        indicators: {
            let ids = ids.indicator.ids();
            let recoding = order_of_indicators(ids, &staged.indicator, &listings.indicators);
            recoding.apply(&mut staged.indicator);
            let entries = recoding.old.iter().map(|code| listings.indicators.entry(&ids[*code as usize]));
            let usual_weight = usual_weight(entries);
            let info = |code: &u32| {
                let code = *code as usize;
                let entry = listings.indicators.entry(&ids[code]);
                let dimension = dimensions.iter().find(|(known, _)| *known as usize == code);
                let dimension = dimension.map(|(_, dimension)| dimension.as_str());
                let (scale, given) = (bounds.scales[code], bounds.given[code]);
                indicator(&ids[code], entry, scale, given, usual_weight, dimension)
            };
            recoding.old.iter().map(info).collect()
        },
    }
}

/// Codes of the declared pairs, sorted; pairs of which one has no scores say nothing here.
fn conflicts(
    ids: &Dictionaries,
    providers: &[String],
    evaluators: &[String],
    listing: &Listing,
) -> Vec<(u32, u32)> {
    let code = |ids: &[String], id: &str| ids.iter().position(|known| known == id).map(|code| code as u32);
    let pair = |entry: &Entry| {
        let evaluator = ids.evaluator.joined(entry.text(Field::Evaluator)?);
        let provider = ids.provider.joined(entry.text(Field::Provider)?);
        Some((code(evaluators, evaluator)?, code(providers, provider)?))
    };
    let mut conflicts: Vec<(u32, u32)> = listing.entries().iter().filter_map(pair).collect();
    conflicts.sort_unstable();
    conflicts.dedup();
    conflicts
}

/// The mean of the weights that are given; 1 where none is.
fn usual_weight<'a>(entries: impl Iterator<Item = Option<&'a Entry>>) -> f64 {
    let given: Vec<f64> = entries.flatten().filter_map(|entry| entry.number(Field::Weight)).collect();
    if given.is_empty() { 1.0 } else { given.iter().sum::<f64>() / given.len() as f64 }
}

fn provider(id: &str, entry: Option<&Entry>) -> ProviderInfo {
    let text = |field| entry.and_then(|entry| entry.owned(field));
    ProviderInfo {
        id: id.to_owned(),
        label: text(Field::Label),
        category: text(Field::Category),
        affiliation: text(Field::Affiliation),
    }
}

fn evaluator(id: &str, entry: Option<&Entry>) -> EvaluatorInfo {
    let text = |field| entry.and_then(|entry| entry.owned(field));
    EvaluatorInfo {
        id: id.to_owned(),
        label: text(Field::Label),
        affiliation: text(Field::Affiliation),
        qualification: text(Field::Qualification),
        group: text(Field::Group),
    }
}

/// In the order of the indicators table, then what it does not list in natural order.
fn order_of_indicators(ids: &[String], column: &[u32], listing: &Listing) -> Recoding {
    let places: Vec<u32> = ids.iter().map(|id| listing.place(id).unwrap_or(u32::MAX)).collect();
    Recoding::new(ids.len(), column, |a, b| {
        let (a, b) = (a as usize, b as usize);
        places[a].cmp(&places[b]).then_with(|| natural_cmp(&ids[a], &ids[b]))
    })
}

fn rounds(ids: &Dictionaries, column: &mut [u32], listing: &Listing) -> Vec<RoundInfo> {
    let ids = ids.round.ids();
    let entries: Vec<Option<&Entry>> = ids.iter().map(|id| listing.entry(id)).collect();
    let text = |code: usize, field| entries[code].and_then(|entry| entry.text(field));
    let orders: Vec<f64> = entries
        .iter()
        .map(|entry| entry.and_then(|entry| entry.number(Field::Order)).unwrap_or(f64::INFINITY))
        .collect();
    let dated = (0..ids.len()).all(|code| text(code, Field::Date).is_some_and(starts_with_year));
    let by_date = |a: usize, b: usize| match (dated, text(a, Field::Date), text(b, Field::Date)) {
        (true, Some(a), Some(b)) => natural_cmp(a, b),
        _ => Ordering::Equal,
    };
    let recoding = Recoding::new(ids.len(), column, |a, b| {
        let (a, b) = (a as usize, b as usize);
        // Rounds without an order come last: infinity is no order that can be read from a table.
        let order = orders[a].total_cmp(&orders[b]);
        order.then_with(|| by_date(a, b)).then_with(|| natural_cmp(&ids[a], &ids[b]))
    });
    recoding.apply(column);
    let info = |code: &u32| {
        let entry = entries[*code as usize];
        let text = |field| entry.and_then(|entry| entry.owned(field));
        RoundInfo { id: ids[*code as usize].clone(), label: text(Field::Label), date: text(Field::Date) }
    };
    recoding.old.iter().map(info).collect()
}

/// Whether every round has an order, or every one a date that starts with the year.
pub(crate) fn rounds_are_ordered(rounds: &[RoundInfo], listing: &Listing) -> bool {
    let entries = || rounds.iter().map(|round| listing.entry(&round.id));
    let ordered = |entry: Option<&Entry>| entry.is_some_and(|entry| entry.number(Field::Order).is_some());
    let dated =
        |entry: Option<&Entry>| entry.and_then(|entry| entry.text(Field::Date)).is_some_and(starts_with_year);
    entries().all(ordered) || entries().all(dated)
}

/// Dates that start with the year sort as text, numbers by value; others do not.
fn starts_with_year(date: &str) -> bool {
    date.len() >= 4 && date.bytes().take(4).all(|byte| byte.is_ascii_digit())
}
