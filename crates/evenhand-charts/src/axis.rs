//! An axis: a scale, its title and how its ticks are drawn.

use crate::number_format::NumberStyle;
use crate::scale::{BandScale, LinearScale, PointScale, Scale, Tick};
use crate::text_width::{text_width, widest, wrap};

/// What is done with category labels below a chart when they do not fit side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Crowding {
    /// Every second, third, ... label is kept: right for ordered categories such as rounds.
    #[default]
    Thin,
    /// All labels are kept and slanted: right for names such as indicators.
    Slant,
}

/// An axis of a chart, x or y.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    pub(crate) scale: Scale,
    pub(crate) title: String,
    pub(crate) grid: bool,
    pub(crate) labelled: bool,
    pub(crate) style: NumberStyle,
    pub(crate) crowding: Crowding,
    pub(crate) row_height: Option<f64>,
    pub(crate) on_top: bool,
}

impl Axis {
    /// An axis of numbers, with grid lines.
    #[must_use]
    pub fn linear(scale: LinearScale) -> Self {
        Self { grid: true, ..Self::of(scale.into()) }
    }

    /// An axis of categories as points, without grid lines.
    #[must_use]
    pub fn points(scale: PointScale) -> Self {
        Self::of(scale.into())
    }

    /// An axis of categories as bands, without grid lines; crowded labels are slanted.
    #[must_use]
    pub fn bands(scale: BandScale) -> Self {
        Self { crowding: Crowding::Slant, ..Self::of(scale.into()) }
    }

    fn of(scale: Scale) -> Self {
        Self {
            scale,
            title: String::new(),
            grid: false,
            labelled: true,
            style: NumberStyle::Plain,
            crowding: Crowding::Thin,
            row_height: None,
            on_top: false,
        }
    }

    /// The axis with this title, which says the unit.
    #[must_use]
    pub fn title(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// The axis with or without grid lines.
    #[must_use]
    pub fn grid(self, grid: bool) -> Self {
        Self { grid, ..self }
    }

    /// The axis without tick labels, when direct labels say enough.
    #[must_use]
    pub fn unlabelled(self) -> Self {
        Self { labelled: false, ..self }
    }

    /// The axis with its numbers written in this style.
    #[must_use]
    pub fn style(self, style: NumberStyle) -> Self {
        Self { style, ..self }
    }

    /// The axis that treats crowded labels so.
    #[must_use]
    pub fn crowding(self, crowding: Crowding) -> Self {
        Self { crowding, ..self }
    }

    /// The y axis of categories with rows of this height, when the frame leaves the height open.
    #[must_use]
    pub fn row_height(self, pixels: f64) -> Self {
        Self { row_height: pixels.is_finite().then_some(pixels.max(4.0)), ..self }
    }

    /// The x axis with its labels above the chart.
    #[must_use]
    pub fn on_top(self) -> Self {
        Self { on_top: true, ..self }
    }

    /// All categories, or about `count` round numbers.
    pub(crate) fn ticks(&self, count: usize) -> Vec<Tick> {
        match (&self.scale, self.scale.names()) {
            (Scale::Linear(scale), _) => scale.ticks(count, self.style),
            (scale, Some(names)) => {
                let named = names.iter().enumerate();
                named
                    .map(|(k, name)| Tick { value: k as f64, at: scale.map(k as f64), label: name.clone() })
                    .collect()
            }
            (_, None) => Vec::new(),
        }
    }

    /// Ticks whose labels stand side by side without touching: fewer numbers, or every k-th category.
    pub(crate) fn ticks_side_by_side(&self, most: usize, size: f64, gap: f64) -> Vec<Tick> {
        let mut count = most;
        let mut ticks = self.ticks(count);
        if self.scale.names().is_some() {
            return every_kth(ticks, |ticks| fit_side_by_side(ticks, size, gap));
        }
        while count > 1 && !fit_side_by_side(&ticks, size, gap) {
            count -= 1;
            ticks = self.ticks(count);
        }
        ticks
    }

    /// All categories with their labels broken into at most two lines, if that makes them fit.
    ///
    /// The lines of a label are separated by line feeds.
    pub(crate) fn ticks_wrapped(&self, size: f64, gap: f64) -> Option<Vec<Tick>> {
        let mut ticks = self.ticks(0);
        let room = match &self.scale {
            Scale::Linear(_) => return None,
            Scale::Point(scale) => scale.step(),
            Scale::Band(scale) => scale.step(),
        } - gap;
        for tick in &mut ticks {
            let lines = wrap(&tick.label, size, room);
            if lines.len() > 2 || widest(&lines, size) > room {
                return None;
            }
            tick.label = lines.join("\n");
        }
        Some(ticks)
    }

    /// Ticks whose labels stand one above the other, at least `line` pixels apart.
    pub(crate) fn ticks_stacked(&self, most: usize, line: f64) -> Vec<Tick> {
        let apart = |ticks: &[Tick]| ticks.windows(2).all(|w| (w[1].at - w[0].at).abs() >= line);
        if self.scale.names().is_some() {
            return every_kth(self.ticks(most), apart);
        }
        self.ticks(most)
    }
}

/// Every tick, or the first and every second, every third, ... until they `fit`.
fn every_kth(ticks: Vec<Tick>, fit: impl Fn(&[Tick]) -> bool) -> Vec<Tick> {
    let n = ticks.len();
    let thinned = |k: usize| ticks.iter().step_by(k).cloned().collect::<Vec<_>>();
    (1..n).map(thinned).find(|kept| fit(kept)).unwrap_or_else(|| ticks.into_iter().take(1).collect())
}

fn fit_side_by_side(ticks: &[Tick], size: f64, gap: f64) -> bool {
    ticks.windows(2).all(|w| {
        let halves = (text_width(&w[0].label, size) + text_width(&w[1].label, size)) / 2.0;
        (w[1].at - w[0].at).abs() >= halves + gap
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|t| t.label.as_str()).collect()
    }

    #[test]
    fn crowded_labels_are_thinned() {
        let rounds = Axis::points(PointScale::new((1..=12).map(|r| format!("Round {r}"))).onto(0.0, 300.0));
        assert_eq!(
            labels(&rounds.ticks_side_by_side(0, 12.0, 8.0)),
            ["Round 1", "Round 4", "Round 7", "Round 10"]
        );
        let rows = Axis::points(PointScale::new(["a", "b", "c", "d"]).onto(0.0, 40.0));
        assert_eq!(labels(&rows.ticks_stacked(0, 14.0)), ["a", "c"]);
        let numbers = Axis::linear(LinearScale::new(0.0, 1.0).onto(0.0, 60.0));
        assert_eq!(labels(&numbers.ticks_side_by_side(9, 12.0, 8.0)), ["0.0", "0.5", "1.0"]);
        let none = Axis::points(PointScale::new(Vec::<String>::new()));
        assert!(none.ticks_side_by_side(5, 12.0, 8.0).is_empty());
    }
}
