//! What the seeded answers share: estimates, ids, and a data set with labels.

use evenhand_charts::domain::Context;
use evenhand_charts::{Frame, Palette, Scene};
use evenhand_protocol::{
    CountOf, DatasetSummary, Direction, Estimate, IndicatorInfo, Interval, Method, ProviderInfo, RoundInfo,
    ScaleSource, ScoreScale,
};
use evenhand_words::{DatasetNames, Language};

use crate::support::check;

/// A chart of some answer.
pub type Chart<A> = fn(&A, &Context) -> Scene;

/// The scale of severities.
pub const TEN: ScoreScale = ScoreScale::Points { min: 0.0, max: 10.0 };

const INDICATORS: [&str; 8] = [
    "Safety of the premises",
    "Staff training",
    "Complaints handled in time",
    "Records",
    "Outreach to isolated people",
    "Meals",
    "User involvement in planning",
    "Budget discipline",
];

const PLACES: [&str; 12] = [
    "Willow Lane Day Centre",
    "Hillside Community Care",
    "Mill Road Clinic",
    "Northgate Home Help Co-operative",
    "Riverbank Youth House",
    "St Anne's Hospice at Home",
    "Meadow View",
    "Old Station Meals Service",
    "Harbour Street Family Support",
    "Elm Park",
    "Lakeside Respite and Carers' Centre",
    "Kingsway Outreach",
];

pub fn estimate(value: f64, half: f64, n: u32, of: CountOf, method: Method) -> Estimate {
    let interval = Some(Interval { low: value - half, high: value + half, level: 0.95 });
    Estimate { value, se: Some(half / 1.96), interval, n, of, method }
}

pub fn round_id(k: usize) -> String {
    format!("R{:02}", k + 1)
}

pub fn provider_id(k: usize) -> String {
    format!("P{:02}", k + 1)
}

pub fn indicator_id(k: usize) -> String {
    format!("I{}", k + 1)
}

/// Draws a chart for a width.
pub fn draw<A>(chart: Chart<A>, answer: &A, language: Language, width: f64) -> Scene {
    let dataset = dataset();
    let names = DatasetNames::new(&dataset);
    chart(answer, &Context { language, names: &names, dataset: &dataset, frame: Frame::new(width) })
}

/// Compares a chart with its snapshots: wide and narrow in English, wide and dark in Chinese.
#[track_caller]
pub fn check_three<A>(name: &str, chart: Chart<A>, answer: &A) {
    check(&format!("domain-{name}-wide"), &draw(chart, answer, Language::En, 688.0), Palette::light());
    check(&format!("domain-{name}-narrow"), &draw(chart, answer, Language::En, 308.0), Palette::light());
    check(&format!("domain-{name}-zh"), &draw(chart, answer, Language::Zh, 688.0), Palette::dark());
}

/// Compares a chart of an answer with many rows or rounds: wide in English, narrow in Chinese.
#[track_caller]
pub fn check_many<A>(name: &str, chart: Chart<A>, answer: &A) {
    check(&format!("domain-{name}-many"), &draw(chart, answer, Language::En, 688.0), Palette::light());
    check(&format!("domain-{name}-many-narrow"), &draw(chart, answer, Language::Zh, 308.0), Palette::light());
}

/// Nothing can be pointed at, and a sentence stands in the scene and in its description.
#[track_caller]
pub fn assert_sentence(scene: &Scene, part: &str) {
    assert!(scene.data.is_empty() && !scene.marks.is_empty(), "{}", scene.caption.title);
    assert!(scene.caption.description.contains(part), "{}", scene.caption.description);
}

/// What is loaded: 17 rounds, 130 providers and 8 indicators, all with labels.
fn dataset() -> DatasetSummary {
    let round = |k: usize| RoundInfo {
        id: round_id(k),
        label: Some(format!("Assessment {} of the county programme", k + 1)),
        date: None,
    };
    let provider = |k: usize| ProviderInfo {
        id: provider_id(k),
        label: Some(PLACES[k % PLACES.len()].to_owned()),
        category: None,
        affiliation: None,
    };
    let indicator = |(k, label): (usize, &&str)| IndicatorInfo {
        id: indicator_id(k),
        label: Some((*label).to_owned()),
        dimension: None,
        weight: 1.0,
        min: 0.0,
        max: 10.0,
        step: Some(1.0),
        direction: if k == 2 { Direction::Lower } else { Direction::Higher },
        scale_source: ScaleSource::Given,
    };
    DatasetSummary {
        name: "Synthetic".to_owned(),
        n_scores: 0,
        n_score_sheets: 0,
        rounds: (0..17).map(round).collect(),
        providers: (0..130).map(provider).collect(),
        indicators: INDICATORS.iter().enumerate().map(indicator).collect(),
        evaluators: Vec::new(),
        categories: Vec::new(),
        dimensions: Vec::new(),
        sources: Vec::new(),
        groups: Vec::new(),
        scale: TEN,
        has_occasions: false,
    }
}
