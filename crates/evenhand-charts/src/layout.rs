//! The layout of a chart: margins from the lengths of its labels, what remains is the plot area.

use crate::axis::{Axis, Crowding};
use crate::frame::Frame;
use crate::geometry::Rect;
use crate::mark::TextKind;
use crate::plot::Plot;
use crate::scale::Tick;
use crate::text_width::{text_width, widest, wrap};
use crate::truncate::{truncate, truncate_distinct};

/// The height of a line of 12 px text.
pub(crate) const LINE: f64 = 16.0;
/// The distance between the lines of one tick label.
pub(crate) const TICK_LINE: f64 = 15.0;
/// The space between tick labels and the plot area.
pub(crate) const GAP: f64 = 8.0;
/// The space between x tick labels above the chart and the plot area, where direct labels may stand.
pub(crate) const TOP_GAP: f64 = 14.0;
/// The slant of crowded labels below a chart, degrees.
pub(crate) const SLANT: f64 = -40.0;
/// Charts taller than this repeat their x ticks at the other end.
const TALL: f64 = 900.0;

/// What a chart needs before anything is drawn in it: a frame, two axes, room for direct labels.
#[derive(Debug, Clone)]
pub struct Layout {
    pub(crate) frame: Frame,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    left: f64,
    right: f64,
    header: f64,
}

/// The ticks of both axes and the lines of their titles, as laid out.
#[derive(Debug, Clone)]
pub(crate) struct Ticks {
    pub(crate) x: Vec<Tick>,
    pub(crate) y: Vec<Tick>,
    pub(crate) x_title: Vec<String>,
    pub(crate) y_title: Vec<String>,
    pub(crate) slanted: bool,
    pub(crate) repeated: bool,
}

/// The x axis as laid out between the margins.
struct Across {
    left: f64,
    right: f64,
    ticks: Vec<Tick>,
    slanted: bool,
    labels_height: f64,
}

impl Layout {
    /// A layout of two axes in a frame.
    #[must_use]
    pub fn new(frame: Frame, x: Axis, y: Axis) -> Self {
        Self { frame, x, y, left: 0.0, right: 0.0, header: 0.0 }
    }

    /// The layout with room for these direct labels left of the plot area.
    #[must_use]
    pub fn left_labels<S: AsRef<str>>(self, labels: &[S]) -> Self {
        Self { left: self.label_room(labels), ..self }
    }

    /// The layout with room for these direct labels right of the plot area.
    #[must_use]
    pub fn right_labels<S: AsRef<str>>(self, labels: &[S]) -> Self {
        Self { right: self.label_room(labels), ..self }
    }

    /// The layout with so many free pixels between axis titles and plot area, for notes or legends.
    #[must_use]
    pub fn header(self, pixels: f64) -> Self {
        Self { header: if pixels.is_finite() { pixels.max(0.0) } else { 0.0 }, ..self }
    }

    fn label_room<S: AsRef<str>>(&self, labels: &[S]) -> f64 {
        let share = if self.frame.compact { 0.39 } else { 0.32 };
        (widest(labels, TextKind::Label.size()) + 14.0).min(self.frame.width * share)
    }

    /// Lays the chart out and draws its axes.
    #[must_use]
    pub fn plot(mut self) -> Plot {
        let width = self.frame.width;
        let (x_title, y_title) = (self.title_lines(&self.x.title), self.title_lines(&self.y.title));

        // Rows decide the height; otherwise a guess of the margins gives ticks close to the final ones.
        let rows = self.y.scale.names().map(<[String]>::len);
        let row_height = self.y.row_height.unwrap_or(if self.frame.compact { 20.0 } else { 22.0 });
        let guess = rows.map_or(self.frame.open_height() - 60.0, |n| n as f64 * row_height);
        let open_rows = rows.is_some() && self.frame.height.is_none();
        let repeated = open_rows && guess > TALL && self.x.labelled;

        self.y.scale = self.y_scale_onto(0.0, guess.max(40.0));
        let left = self.left.max(self.label_margin(&self.y_ticks(guess)));
        let across = self.lay_out_across(left, self.right.max(2.0));

        let header = y_title.len() as f64 * LINE + if y_title.is_empty() { 8.0 } else { 10.0 };
        let mut top = header + self.header;
        let mut bottom = x_title.len() as f64 * LINE + if x_title.is_empty() { 4.0 } else { 10.0 };
        if repeated || self.x.on_top {
            top += across.labels_height + TOP_GAP - GAP;
        }
        if repeated || !self.x.on_top {
            bottom += across.labels_height;
        }
        let height = if open_rows { top + guess + bottom } else { self.frame.open_height() };
        let inner = (height - top - bottom).max(20.0);
        self.y.scale = self.y_scale_onto(top, top + inner);
        let y = self.y_ticks(inner);
        let inner_width = (width - across.right - across.left).max(20.0);
        let area = Rect { x: across.left, y: top, width: inner_width, height: inner };
        let header = Rect { y: header, height: self.header, ..area };
        let ticks = Ticks { x: across.ticks, y, x_title, y_title, slanted: across.slanted, repeated };
        Plot::start(self, area, header, height.max(top + inner + bottom), &ticks)
    }

    /// Fits the x axis between margins, widened where labels at its ends reach beyond the frame.
    fn lay_out_across(&mut self, left: f64, right: f64) -> Across {
        let width = self.frame.width;
        let mut across = Across { left, right, ticks: Vec::new(), slanted: false, labels_height: 0.0 };
        // Wider margins narrow the area and move the ticks: the third round only settles the last change.
        for round in 0..3 {
            let end = (width - across.right).max(across.left + 20.0);
            self.x.scale = self.x.scale.clone().onto(across.left, end);
            (across.ticks, across.slanted) = self.x_ticks(end - across.left);
            if self.x.labelled {
                across.labels_height = labels_height(&across.ticks, across.slanted);
            }
            if round < 2 {
                let (over_left, over_right) = self.overhang(&across.ticks, across.slanted, width);
                across.left += over_left;
                across.right += over_right;
            }
        }
        across
    }

    /// Numbers rise, categories follow reading order.
    fn y_scale_onto(&self, top: f64, bottom: f64) -> crate::scale::Scale {
        let scale = self.y.scale.clone();
        if scale.names().is_some() { scale.onto(top, bottom) } else { scale.onto(bottom, top) }
    }

    fn title_lines(&self, title: &str) -> Vec<String> {
        wrap(title, TextKind::Tick.size(), self.frame.width - 4.0)
    }

    /// The room y tick labels need; names beyond a share of the width are cut.
    fn label_margin(&self, ticks: &[Tick]) -> f64 {
        if !self.y.labelled {
            return 2.0;
        }
        let lines: Vec<&str> = ticks.iter().flat_map(|t| t.label.lines()).collect();
        widest(&lines, TextKind::Tick.size()) + GAP + 2.0
    }

    fn y_ticks(&self, inner: f64) -> Vec<Tick> {
        let most = ((inner / if self.frame.compact { 48.0 } else { 44.0 }) as usize).clamp(2, 10);
        let mut ticks = self.y.ticks_stacked(most, 13.0);
        let room = self.frame.width * if self.frame.compact { 0.36 } else { 0.34 };
        let spacing = self.y.scale.names().map_or(0.0, |names| inner / names.len().max(1) as f64);
        if spacing >= 2.0 * TICK_LINE {
            fold(&mut ticks, room);
        } else {
            cut(&mut ticks, room);
        }
        ticks
    }

    /// The x ticks and whether their labels are slanted.
    fn x_ticks(&self, inner: f64) -> (Vec<Tick>, bool) {
        let size = TextKind::Tick.size();
        let most = ((inner / if self.frame.compact { 44.0 } else { 70.0 }) as usize).clamp(3, 10);
        let level = self.x.ticks_side_by_side(most, size, 10.0);
        let all = self.x.scale.names().map_or(level.len(), <[String]>::len);
        if level.len() == all || !self.x.labelled {
            return (level, false);
        }
        if let Some(wrapped) = self.x.ticks_wrapped(size, 12.0) {
            return (wrapped, false);
        }
        if self.x.crowding == Crowding::Thin {
            return (level, false);
        }
        let mut ticks = self.x.ticks_stacked(most, LINE);
        let longest = if self.frame.compact { 96.0 } else { 130.0 };
        cut(&mut ticks, longest);
        (ticks, true)
    }

    /// How far x tick labels reach beyond the frame on the left and on the right.
    fn overhang(&self, ticks: &[Tick], slanted: bool, width: f64) -> (f64, f64) {
        if !self.x.labelled {
            return (0.0, 0.0);
        }
        let size = TextKind::Tick.size();
        let reach = |tick: &Tick| {
            let length = widest(&tick.label.lines().collect::<Vec<_>>(), size);
            let along = length * libm::cos(SLANT.to_radians());
            match (slanted, self.x.on_top) {
                (false, _) => (tick.at - length / 2.0, tick.at + length / 2.0),
                (true, false) => (tick.at - along, tick.at + 6.0),
                (true, true) => (tick.at - 6.0, tick.at + along),
            }
        };
        let ends = ticks.iter().map(reach);
        ends.fold((0.0, 0.0), |(l, r): (f64, f64), (a, b)| (l.max(1.0 - a), r.max(b + 1.0 - width)))
    }
}

/// Breaks the labels of ticks that are wider than this into two lines; what is still too long is cut.
fn fold(ticks: &mut [Tick], room: f64) {
    let size = TextKind::Tick.size();
    for tick in ticks.iter_mut().filter(|tick| text_width(&tick.label, size) > room) {
        let first = wrap(&tick.label, size, room).into_iter().next().unwrap_or_default();
        let rest = tick.label.get(first.len()..).unwrap_or_default().trim_start();
        tick.label =
            [truncate(&first, size, room), truncate(rest, size, room)].join("\n").trim_end().to_owned();
    }
}

/// Cuts the labels of ticks to a width.
fn cut(ticks: &mut [Tick], room: f64) {
    let labels: Vec<(&str, f64)> = ticks.iter().map(|t| (t.label.as_str(), room)).collect();
    let shortened = truncate_distinct(&labels, TextKind::Tick.size());
    for (tick, label) in ticks.iter_mut().zip(shortened) {
        tick.label = label;
    }
}

/// The height of the x tick labels.
fn labels_height(ticks: &[Tick], slanted: bool) -> f64 {
    if !slanted {
        let lines = ticks.iter().map(|t| t.label.lines().count()).max().unwrap_or(1).max(1);
        return lines as f64 * TICK_LINE + 1.0 + GAP;
    }
    let names: Vec<&str> = ticks.iter().map(|t| t.label.as_str()).collect();
    let along = widest(&names, TextKind::Tick.size());
    along * libm::sin(-SLANT.to_radians()) + 12.0 + GAP
}
