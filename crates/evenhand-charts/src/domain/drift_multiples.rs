//! One small chart for every drifting evaluator: severity by round, or its control chart.

use evenhand_protocol::{ControlPoint, DriftClass, DriftReport, EntityKind, Reason, SeverityTrack};
use evenhand_words::{ChartWords, drift_class, n_of, number, scale_decimals, severity};

use super::by_round::rounds_axis;
use super::context::Context;
use super::empty::empty;
use super::phrases::{fact, joined, largest_changes};
use crate::axis::Axis;
use crate::datum::Datum;
use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::mark::{Band, Dash, Dot, Line, Rule, Text, VerticalAlign};
use crate::number_format::NumberStyle;
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::LinearScale;
use crate::scene::{Caption, Scene};
use crate::small_multiples::SmallMultiples;
use crate::table::{DataTable, TableCell};

/// So many evaluators have a chart at most: those with the largest change.
const MOST: usize = 12;
/// The height of one small chart.
const HEIGHT: f64 = 180.0;
/// The height of its title.
const TITLE: f64 = 22.0;

/// An evaluator who drifts by the linear model.
struct Drifter<'a> {
    id: &'a str,
    track: &'a SeverityTrack,
}

impl Drifter<'_> {
    fn role(&self) -> Role {
        match self.track.class {
            DriftClass::Harsher => Role::Harsher,
            DriftClass::MoreLenient => Role::Lenient,
            DriftClass::Erratic => Role::Uncertain,
            DriftClass::Stable => Role::Faint,
        }
    }

    fn change(&self) -> f64 {
        self.track.change_point.as_ref().map_or(0.0, |point| point.change.value)
    }
}

/// Severity of every drifting evaluator round by round, with intervals, the own mean and the sharpest change.
pub fn drift_multiples(report: &DriftReport, context: &Context) -> Scene {
    let heights = |track: &SeverityTrack| -> Vec<f64> {
        let ends = track.severities.iter().filter_map(|one| one.severity.interval);
        ends.flat_map(|ends| [ends.low, ends.high]).collect()
    };
    multiples(report, &context.charts().drift_multiples, heights, draw_severity, context)
}

/// The moving average of every drifting evaluator's severity within its limits, and where a chart signals.
pub fn control_multiples(report: &DriftReport, context: &Context) -> Scene {
    let heights = |track: &SeverityTrack| -> Vec<f64> {
        track.chart.iter().flat_map(|point| [point.low, point.high, point.ewma]).collect()
    };
    multiples(report, &context.charts().control_multiples, heights, draw_control, context)
}

fn multiples(
    report: &DriftReport,
    words: &ChartWords,
    heights: impl Fn(&SeverityTrack) -> Vec<f64>,
    draw: impl Fn(&mut Plot, &Drifter, usize, &DriftReport, &Context),
    context: &Context,
) -> Scene {
    let all = drifters(report);
    let n = all.len().min(MOST);
    let notes = (all.len() > n).then(|| largest_changes(context.language, n, all.len()));
    let mut facts = vec![fact(
        context.language,
        context.charts().marks.beyond_chance,
        &n_of(context.language, all.len() as u64, report.evaluators.len() as u64),
    )];
    for drifter in &all[..n] {
        let Some(point) = &drifter.track.change_point else { continue };
        let name = joined(
            context.language,
            &context.name(EntityKind::Evaluator, drifter.id),
            drift_class(context.language, drifter.track.class),
        );
        facts.push(context.estimate_fact(&name, &point.change, scale_decimals(&report.scale)));
    }
    let caption = context.caption(words, notes.as_slice(), &facts);
    let table = table(report, context);
    if all.is_empty() {
        let reasons = report.evaluators.iter().filter_map(|one| one.linear.reason());
        return empty(context, caption, table, reasons.chain([&Reason::NoVariance]));
    }
    // One scale for all, so that sizes can be compared.
    let scale = LinearScale::fit(all[..n].iter().flat_map(|one| heights(one.track))).including(0.0).nice();
    let min_width = if context.frame.compact { context.frame.width } else { context.frame.width * 0.3 };
    let grid = SmallMultiples::new(context.frame, n, min_width, HEIGHT);
    let mut scene = Scene { width: context.frame.width, height: grid.height, ..Scene::default() };
    for (series, (drifter, cell)) in all.iter().zip(&grid.cells).enumerate() {
        let name = context.name(EntityKind::Evaluator, drifter.id);
        let title = Text::at(Point::new(cell.x, cell.y), name).bold();
        scene.marks.push(title.vertical(VerticalAlign::Top).into());
        let room = Rect { y: cell.y + TITLE, height: cell.height - TITLE, ..*cell };
        let small = Context { frame: SmallMultiples::frame(room), ..*context };
        let rounds: Vec<&str> = drifter.track.severities.iter().map(|one| one.round.as_str()).collect();
        let y = Axis::linear(scale.clone()).style(NumberStyle::Signed);
        let mut plot =
            Layout::new(small.frame, rounds_axis(&small, &rounds), y).left_labels(&["+0.00"]).plot();
        draw(&mut plot, drifter, series, report, &small);
        scene.absorb(plot.finish(Caption::default(), DataTable::new()), room.x, room.y);
    }
    Scene { caption, table, ..scene }
}

/// Who drifts, the largest change first.
fn drifters(report: &DriftReport) -> Vec<Drifter<'_>> {
    let mut drifters: Vec<Drifter> = report
        .evaluators
        .iter()
        .filter_map(|one| Some(Drifter { id: &one.evaluator, track: one.linear.known()? }))
        .filter(|one| one.track.class != DriftClass::Stable)
        .collect();
    drifters.sort_by(|a, b| b.change().abs().total_cmp(&a.change().abs()));
    drifters
}

fn draw_severity(plot: &mut Plot, one: &Drifter, series: usize, report: &DriftReport, context: &Context) {
    let track = one.track;
    plot.add(plot.rule_y(track.target).dash(Dash::Dashed));
    let values: Vec<Point> =
        track.severities.iter().enumerate().map(|(k, s)| plot.at(k as f64, s.severity.value)).collect();
    let edges: Vec<(Point, Point)> = track
        .severities
        .iter()
        .enumerate()
        .filter_map(|(k, s)| {
            let ends = s.severity.interval?;
            Some((plot.at(k as f64, ends.low), plot.at(k as f64, ends.high)))
        })
        .collect();
    plot.add(Band::between(edges).role(one.role()).opacity(0.12));
    plot.add(Line::through(values.iter().copied()).width(2.0).role(one.role()));
    let from = track.change_point.as_ref().map(|point| point.from_round.as_str());
    for (k, severity) in track.severities.iter().enumerate() {
        if from == Some(severity.round.as_str()) && k > 0 {
            let x = f64::midpoint(values[k - 1].x, values[k].x);
            let (top, bottom) = (Point::new(x, plot.area().y), Point::new(x, plot.area().bottom()));
            plot.add(Rule::between(top, bottom).width(1.5).role(one.role()));
        }
    }
    for (k, at) in values.iter().enumerate() {
        let datum = datum(*at, one, k, report, context).series(series);
        let datum = plot.datum(datum);
        plot.add(Dot::at(*at).radius(3.5).role(one.role()).datum(datum));
    }
}

fn draw_control(plot: &mut Plot, one: &Drifter, series: usize, report: &DriftReport, context: &Context) {
    let chart = &one.track.chart;
    plot.add(plot.rule_y(one.track.target).dash(Dash::Dashed));
    let edge =
        |(k, point): (usize, &ControlPoint)| (plot.at(k as f64, point.low), plot.at(k as f64, point.high));
    let edges: Vec<(Point, Point)> = chart.iter().enumerate().map(edge).collect();
    plot.add(Band::between(edges).role(Role::Muted).opacity(0.12));
    let values: Vec<Point> = chart.iter().enumerate().map(|(k, p)| plot.at(k as f64, p.ewma)).collect();
    plot.add(Line::through(values.iter().copied()).width(2.0).role(one.role()));
    for (k, (point, at)) in chart.iter().zip(&values).enumerate() {
        let signal = point.ewma_signal || point.cusum_signal;
        let sums = format!("CUSUM +{} / -{}", number(point.cusum_harsher, 1), number(point.cusum_lenient, 1));
        let mut datum = datum(*at, one, k, report, context).line(sums).series(series);
        if signal {
            datum = datum.line(context.charts().marks.signal);
        }
        let datum = plot.datum(datum);
        plot.add(Dot::at(*at).radius(3.5).hollow(!signal).role(one.role()).datum(datum));
    }
}

fn datum(at: Point, one: &Drifter, k: usize, report: &DriftReport, context: &Context) -> Datum {
    let found = &one.track.severities[k];
    let name = joined(
        context.language,
        &context.name(EntityKind::Evaluator, one.id),
        &context.name(EntityKind::Round, &found.round),
    );
    let datum = Datum::at(at, name)
        .line(severity(context.language, found.severity.value, &report.scale))
        .link(format!("evaluator:{}", one.id));
    context.explain(datum, &found.severity, scale_decimals(&report.scale))
}

/// One row per drifting evaluator and round.
fn table(report: &DriftReport, context: &Context) -> DataTable {
    let words = context.words();
    let decimals = scale_decimals(&report.scale);
    let mut table = DataTable::new().text_column(words.common.evaluator).text_column(words.common.round);
    for title in [
        words.evaluators.columns.severity.header,
        "EWMA",
        context.charts().marks.limits,
        "CUSUM +",
        "CUSUM -",
    ] {
        table = if title == context.charts().marks.limits {
            table.text_column(title)
        } else {
            table.number_column(title)
        };
    }
    for one in drifters(report) {
        for (found, point) in one.track.severities.iter().zip(&one.track.chart) {
            let cell = |value: f64| super::estimate_table::value_cell(value, decimals);
            let limits = format!("{} – {}", number(point.low, decimals), number(point.high, decimals));
            let cells: Vec<TableCell> = vec![
                context.name(EntityKind::Evaluator, one.id).into(),
                context.name(EntityKind::Round, &found.round).into(),
                cell(found.severity.value),
                cell(point.ewma),
                limits.into(),
                cell(point.cusum_harsher),
                cell(point.cusum_lenient),
            ];
            table.push(cells);
        }
    }
    table
}
