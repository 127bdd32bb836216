//! One of the small charts of the overview.

use evenhand_protocol::{CountOf, EntityKind, Estimate, Outcome, OverviewAnswer, OverviewRow, entity_link};
use evenhand_words::{COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, ChartWords, count_of, number, percent};

use super::by_round::{RoundSeries, connect, rounds_axis};
use super::context::Context;
use super::empty::empty;
use super::phrases::joined;
use super::reach::{coefficient_scale, finite};
use crate::axis::Axis;
use crate::datum::Datum;
use crate::end_labels::{EndLabel, Side};
use crate::geometry::Point;
use crate::layout::Layout;
use crate::mark::{Anchor, Dot, Text};
use crate::number_format::NumberStyle;
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::LinearScale;
use crate::scene::{Caption, Scene};
use crate::table::DataTable;

/// The least length of the axis of means, in points of 100: small differences are not to look large.
const LEAST_SPAN: f64 = 20.0;

/// One of the small charts.
pub(super) struct Panel {
    pub(super) words: &'static ChartWords,
    values: Values,
}

/// Where its values come from.
enum Values {
    /// Coefficients with intervals.
    Estimates(fn(&OverviewRow) -> &Outcome<Estimate>),
    /// Points of 100.
    Points(fn(&OverviewRow) -> Option<f64>),
    /// Shares.
    Shares(fn(&OverviewRow) -> Option<f64>),
}

/// The four small charts.
pub(super) fn panels(context: &Context) -> [Panel; 4] {
    let charts = context.charts();
    [
        Panel { words: &charts.overview_agreement, values: Values::Estimates(|row| &row.icc_a_1) },
        Panel { words: &charts.overview_reliability, values: Values::Estimates(|row| &row.alpha) },
        Panel { words: &charts.overview_mean, values: Values::Points(|row| row.mean) },
        Panel { words: &charts.overview_separation, values: Values::Shares(|row| row.separated_share) },
    ]
}

impl Panel {
    /// Draws it into the frame of the context, or the reason why it is empty.
    pub(super) fn draw(
        &self,
        answer: &OverviewAnswer,
        rounds: &[&str],
        number: usize,
        context: &Context,
    ) -> Scene {
        let Some(latest) = answer.rounds.iter().rev().find_map(|row| self.text(row)) else {
            return self.gap(answer, context);
        };
        let y = self.axis(answer).title(self.words.subtitle);
        // The same margins everywhere, so that the rounds stand one below the other.
        let layout = Layout::new(context.frame, rounds_axis(context, rounds), y);
        let mut plot = layout.left_labels(&["100%"]).right_labels(&["100.0 "]).plot();
        let end = match self.values {
            Values::Estimates(pick) => {
                let values = answer.rounds.iter().map(pick).collect();
                let series =
                    RoundSeries { name: self.words.y, number, role: Role::Accent, dodge: 0.0, values };
                series.draw(&mut plot, context, rounds, COEFFICIENT_DECIMALS)
            }
            Values::Points(pick) | Values::Shares(pick) => {
                self.draw_values(&mut plot, answer, pick, number, context)
            }
        };
        if let Some(end) = end {
            plot.end_labels(Side::Right, &[EndLabel::at(end, latest.as_str()).bold().role(Role::Accent)]);
        }
        plot.finish(Caption::default(), DataTable::new())
    }

    /// Values without intervals: these summaries of a round have none.
    fn draw_values(
        &self,
        plot: &mut Plot,
        answer: &OverviewAnswer,
        pick: fn(&OverviewRow) -> Option<f64>,
        number: usize,
        context: &Context,
    ) -> Option<Point> {
        let at = |plot: &Plot, k: usize, row: &OverviewRow| plot.at(k as f64, pick(row).unwrap_or(f64::NAN));
        let points: Vec<Point> = answer.rounds.iter().enumerate().map(|(k, row)| at(plot, k, row)).collect();
        connect(plot, &points, Role::Accent);
        for (row, point) in answer.rounds.iter().zip(&points).filter(|(_, point)| point.is_finite()) {
            let name = joined(context.language, self.words.y, &context.name(EntityKind::Round, &row.round));
            let datum = Datum::at(*point, name)
                .line(self.text(row).unwrap_or_default())
                .line(count_of(context.language, CountOf::Providers, row.n_providers))
                .link(entity_link(EntityKind::Round, &row.round))
                .series(number);
            let datum = plot.datum(datum);
            plot.add(Dot::at(*point).radius(4.5).role(Role::Accent).datum(datum));
        }
        points.into_iter().rfind(|point| point.is_finite())
    }

    /// The value of a round as people read it, if it has one.
    pub(super) fn text(&self, row: &OverviewRow) -> Option<String> {
        match self.values {
            Values::Estimates(pick) => finite(pick(row)).map(|e| number(e.value, COEFFICIENT_DECIMALS)),
            Values::Points(pick) => {
                pick(row).filter(|v| v.is_finite()).map(|v| number(v, COMPOSITE_DECIMALS))
            }
            Values::Shares(pick) => pick(row).filter(|v| v.is_finite()).map(|v| percent(v, 0)),
        }
    }

    fn axis(&self, answer: &OverviewAnswer) -> Axis {
        match self.values {
            Values::Estimates(pick) => {
                let estimates: Vec<&Estimate> =
                    answer.rounds.iter().filter_map(|row| finite(pick(row))).collect();
                Axis::linear(coefficient_scale(&estimates))
            }
            Values::Points(pick) => {
                let (lo, hi) = LinearScale::fit(answer.rounds.iter().filter_map(pick)).domain();
                let missing = ((LEAST_SPAN - (hi - lo)) / 2.0).max(0.0);
                Axis::linear(LinearScale::new((lo - missing).max(0.0), hi + missing).nice())
            }
            Values::Shares(_) => Axis::linear(LinearScale::new(0.0, 1.0)).style(NumberStyle::Percent),
        }
    }

    /// The sentence in place of a chart without values.
    fn gap(&self, answer: &OverviewAnswer, context: &Context) -> Scene {
        let reasons = answer.rounds.iter().filter_map(|row| match self.values {
            Values::Estimates(pick) => pick(row).reason(),
            Values::Points(_) | Values::Shares(_) => None,
        });
        if let Some(why) = reasons.into_iter().next() {
            return empty(context, Caption::default(), DataTable::new(), [why]);
        }
        let (width, height) = (context.frame.width, context.frame.open_height());
        let words = context.charts().marks.no_data;
        let text =
            Text::at(Point::new(width / 2.0, height / 2.0), words).anchor(Anchor::Middle).role(Role::Muted);
        Scene { width, height, marks: vec![text.into()], ..Scene::default() }
    }
}
