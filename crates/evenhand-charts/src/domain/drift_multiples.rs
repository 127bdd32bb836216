//! One small chart for every drifting evaluator: severity by round, or its control chart; and for every indicator its
//! difficulty by round.

use evenhand_protocol::{
    ControlPoint, DriftClass, DriftReport, EntityKind, Reason, SeverityTrack, entity_link,
};
use evenhand_words::{ChartWords, drift_class, n_of, number, scale_decimals, severity, signed};

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
/// So many have one even if they do not drift.
const FEWEST: usize = 6;
/// Decimals of a difficulty.
const LOGIT_DECIMALS: usize = 2;
/// The height of one small chart.
const HEIGHT: f64 = 180.0;
/// The height of its title.
const TITLE: f64 = 22.0;

/// Whose track is drawn: an evaluator's by the linear model, or an indicator's.
struct Subject<'a> {
    kind: EntityKind,
    id: &'a str,
    track: &'a SeverityTrack,
}

impl Subject<'_> {
    fn role(&self) -> Role {
        match self.track.class {
            DriftClass::Harsher => Role::Harsher,
            DriftClass::MoreLenient => Role::Lenient,
            DriftClass::Erratic => Role::Uncertain,
            DriftClass::Stable => Role::Faint,
        }
    }

    fn drifts(&self) -> bool {
        self.track.class != DriftClass::Stable
    }

    fn change(&self) -> f64 {
        self.track.change_point.as_ref().map_or(0.0, |point| point.change.value)
    }

    fn name(&self, context: &Context) -> String {
        context.name(self.kind, self.id)
    }

    /// A severity or a difficulty in words.
    fn say(&self, value: f64, report: &DriftReport, context: &Context) -> String {
        match self.kind {
            EntityKind::Indicator => format!("{} logits", signed(value, LOGIT_DECIMALS)),
            _ => severity(context.language, value, &report.scale),
        }
    }

    fn decimals(&self, report: &DriftReport) -> usize {
        match self.kind {
            EntityKind::Indicator => LOGIT_DECIMALS,
            _ => scale_decimals(&report.scale),
        }
    }
}

/// Severity of every drifting evaluator round by round, with intervals, the own mean and the sharpest change.
pub fn drift_multiples(report: &DriftReport, context: &Context) -> Scene {
    let tested = evaluators(report);
    multiples(report, &context.charts().drift_multiples, &tested, &SEVERITY, context)
}

/// The moving average of every drifting evaluator's severity within its limits, and where a chart signals.
pub fn control_multiples(report: &DriftReport, context: &Context) -> Scene {
    let tested = evaluators(report);
    multiples(report, &context.charts().control_multiples, &tested, &CONTROL, context)
}

/// The difficulty of the indicators round by round, those that drift first; the others are drawn as well, up to the number
/// of charts.
pub fn indicator_multiples(report: &DriftReport, context: &Context) -> Scene {
    let tested: Tested = (EntityKind::Indicator, indicators(report), report.indicators.len());
    multiples(report, &context.charts().indicator_multiples, &tested, &SEVERITY, context)
}

/// What is tested, those with a chart in the order of the charts, and how many there are in all.
type Tested<'a> = (EntityKind, Vec<Subject<'a>>, usize);

fn evaluators(report: &DriftReport) -> Tested<'_> {
    (EntityKind::Evaluator, drifters(report), report.evaluators.len())
}

/// What a small chart shows.
struct Picture {
    /// The heights that have to fit in.
    heights: fn(&SeverityTrack) -> Vec<f64>,
    draw: fn(&mut Plot, &Subject, usize, &DriftReport, &Context),
}

const SEVERITY: Picture = Picture { heights: ends_of_severity, draw: draw_severity };
const CONTROL: Picture = Picture { heights: ends_of_control, draw: draw_control };

fn ends_of_severity(track: &SeverityTrack) -> Vec<f64> {
    let ends = track.severities.iter().filter_map(|one| one.severity.interval);
    ends.flat_map(|ends| [ends.low, ends.high]).collect()
}

fn ends_of_control(track: &SeverityTrack) -> Vec<f64> {
    track.chart.iter().flat_map(|point| [point.low, point.high, point.ewma]).collect()
}

fn multiples(
    report: &DriftReport,
    words: &ChartWords,
    (kind, all, n_all): &Tested<'_>,
    picture: &Picture,
    context: &Context,
) -> Scene {
    let n_drifting = all.iter().filter(|one| one.drifts()).count();
    let n = all.len().min(n_drifting.max(FEWEST)).min(MOST);
    let notes = (all.len() > n).then(|| largest_changes(context.language, n, all.len()));
    let mut facts = vec![fact(
        context.language,
        context.charts().marks.beyond_chance,
        &n_of(context.language, n_drifting as u64, *n_all as u64),
    )];
    for subject in all[..n].iter().filter(|one| one.drifts()) {
        let Some(point) = &subject.track.change_point else { continue };
        let name = match kind {
            EntityKind::Indicator => subject.name(context),
            _ => {
                let class = drift_class(context.language, subject.track.class);
                joined(context.language, &subject.name(context), class)
            }
        };
        facts.push(context.estimate_fact(&name, &point.change, subject.decimals(report)));
    }
    let caption = context.caption(words, notes.as_slice(), &facts);
    let table = table(report, *kind, all, context);
    if all.is_empty() {
        let reasons = match kind {
            EntityKind::Indicator => report.indicators.iter().find_map(|one| one.track.reason()),
            _ => report.evaluators.iter().find_map(|one| one.linear.reason()),
        };
        return empty(context, caption, table, reasons.into_iter().chain([&Reason::NoVariance]));
    }
    // One scale for all, so that sizes can be compared.
    let heights = all[..n].iter().flat_map(|one| (picture.heights)(one.track));
    let scale = LinearScale::fit(heights).including(0.0).nice();
    let min_width = if context.frame.compact { context.frame.width } else { context.frame.width * 0.3 };
    let grid = SmallMultiples::new(context.frame, n, min_width, HEIGHT);
    let mut scene = Scene { width: context.frame.width, height: grid.height, ..Scene::default() };
    for (series, (subject, cell)) in all.iter().zip(&grid.cells).enumerate() {
        let title = Text::at(Point::new(cell.x, cell.y), subject.name(context)).bold();
        scene.marks.push(title.vertical(VerticalAlign::Top).into());
        let room = Rect { y: cell.y + TITLE, height: cell.height - TITLE, ..*cell };
        let small = Context { frame: SmallMultiples::frame(room), ..*context };
        let rounds: Vec<&str> = subject.track.severities.iter().map(|one| one.round.as_str()).collect();
        let y = Axis::linear(scale.clone()).style(NumberStyle::Signed);
        let mut plot =
            Layout::new(small.frame, rounds_axis(&small, &rounds), y).left_labels(&["+0.00"]).plot();
        (picture.draw)(&mut plot, subject, series, report, &small);
        scene.absorb(plot.finish(Caption::default(), DataTable::new()), room.x, room.y);
    }
    Scene { caption, table, ..scene }
}

/// Who drifts, the largest change first.
fn drifters(report: &DriftReport) -> Vec<Subject<'_>> {
    let mut drifters: Vec<Subject> = report
        .evaluators
        .iter()
        .filter_map(|one| {
            Some(Subject { kind: EntityKind::Evaluator, id: &one.evaluator, track: one.linear.known()? })
        })
        .filter(Subject::drifts)
        .collect();
    drifters.sort_by(|a, b| b.change().abs().total_cmp(&a.change().abs()));
    drifters
}

/// The indicators that were tested: those that drift first, the largest change before the others.
fn indicators(report: &DriftReport) -> Vec<Subject<'_>> {
    let mut tested: Vec<Subject> = report
        .indicators
        .iter()
        .filter_map(|one| {
            Some(Subject { kind: EntityKind::Indicator, id: &one.indicator, track: one.track.known()? })
        })
        .collect();
    tested.sort_by(|a, b| b.drifts().cmp(&a.drifts()).then(b.change().abs().total_cmp(&a.change().abs())));
    tested
}

fn draw_severity(plot: &mut Plot, one: &Subject, series: usize, report: &DriftReport, context: &Context) {
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
    let shift = track.change_point.as_ref().filter(|_| one.drifts());
    let from = shift.map(|point| point.from_round.as_str());
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

fn draw_control(plot: &mut Plot, one: &Subject, series: usize, report: &DriftReport, context: &Context) {
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

fn datum(at: Point, one: &Subject, k: usize, report: &DriftReport, context: &Context) -> Datum {
    let found = &one.track.severities[k];
    let name = joined(context.language, &one.name(context), &context.name(EntityKind::Round, &found.round));
    let datum = Datum::at(at, name).line(one.say(found.severity.value, report, context));
    let datum = match one.kind {
        EntityKind::Evaluator => datum.link(entity_link(EntityKind::Evaluator, one.id)),
        _ => datum,
    };
    context.explain(datum, &found.severity, one.decimals(report))
}

/// One row per subject and round.
fn table(report: &DriftReport, kind: EntityKind, all: &[Subject<'_>], context: &Context) -> DataTable {
    let words = context.words();
    let (who, what) = match kind {
        EntityKind::Indicator => (words.common.indicator, context.charts().indicator_multiples.y),
        _ => (words.common.evaluator, words.evaluators.columns.severity.header),
    };
    let mut table = DataTable::new().text_column(who).text_column(words.common.round);
    for title in [what, "EWMA", context.charts().marks.limits, "CUSUM +", "CUSUM -"] {
        table = if title == context.charts().marks.limits {
            table.text_column(title)
        } else {
            table.number_column(title)
        };
    }
    for one in all {
        let decimals = one.decimals(report);
        for (found, point) in one.track.severities.iter().zip(&one.track.chart) {
            let cell = |value: f64| super::estimate_table::value_cell(value, decimals);
            let limits = format!("{} – {}", number(point.low, decimals), number(point.high, decimals));
            let cells: Vec<TableCell> = vec![
                one.name(context).into(),
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
