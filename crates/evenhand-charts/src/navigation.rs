//! Pointing at data with a pointer, and stepping through them with the keyboard.

use crate::datum::{Datum, Hit};
use crate::geometry::Point;
use crate::scene::Scene;

/// A key that moves the focus within a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The datum before.
    Left,
    /// The datum after.
    Right,
    /// The same x in the series before; the datum before when there is one series only.
    Up,
    /// The same x in the series after; the datum after when there is one series only.
    Down,
    /// The first datum.
    Home,
    /// The last datum.
    End,
}

/// The datum nearest to a point and at most `max_distance` pixels away from it.
///
/// Inside a hit area the distance is zero; among equally near data the one whose point is nearest wins,
/// then the first.
#[must_use]
pub fn nearest(scene: &Scene, x: f64, y: f64, max_distance: f64) -> Option<usize> {
    let pointer = Point::new(x, y);
    if !pointer.is_finite() {
        return None;
    }
    let candidates = scene.data.iter().enumerate().filter_map(|(k, datum)| {
        let away = distance(datum, pointer);
        (away <= max_distance).then(|| (away, datum.point().distance(pointer), k))
    });
    let best = candidates.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    best.map(|(_, _, k)| k)
}

/// The datum the focus moves to; `from` is where it is, `None` before the first key.
///
/// At an end the focus stays. There is no answer for a scene without data only.
#[must_use]
pub fn step(scene: &Scene, from: Option<usize>, direction: Direction) -> Option<usize> {
    let last = scene.data.len().checked_sub(1)?;
    let Some(from) = from.map(|k| k.min(last)) else {
        return Some(if direction == Direction::End { last } else { 0 });
    };
    Some(match direction {
        Direction::Home => 0,
        Direction::End => last,
        Direction::Left => from.saturating_sub(1),
        Direction::Right => (from + 1).min(last),
        Direction::Up => across(scene, from, false).unwrap_or_else(|| from.saturating_sub(1)),
        Direction::Down => across(scene, from, true).unwrap_or_else(|| (from + 1).min(last)),
    })
}

fn distance(datum: &Datum, pointer: Point) -> f64 {
    match datum.hit {
        Hit::Radius(radius) => (datum.point().distance(pointer) - radius).max(0.0),
        Hit::Rect(rect) => rect.distance(pointer),
    }
}

/// The datum with the nearest x in the next or the previous series; `None` when there are no several series.
fn across(scene: &Scene, from: usize, forward: bool) -> Option<usize> {
    let here = scene.data.get(from)?;
    let series = here.series?;
    let others = scene.data.iter().filter_map(|datum| datum.series);
    if !others.clone().any(|other| other != series) {
        return None;
    }
    let target =
        if forward { others.filter(|&s| s > series).min() } else { others.filter(|&s| s < series).max() };
    let Some(target) = target else { return Some(from) };
    let members = scene.data.iter().enumerate().filter(|(_, datum)| datum.series == Some(target));
    let best = members.min_by(|(_, a), (_, b)| (a.x - here.x).abs().total_cmp(&(b.x - here.x).abs()));
    best.map(|(k, _)| k)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;

    fn scene(data: Vec<Datum>) -> Scene {
        Scene { data, ..Scene::default() }
    }

    fn two_series() -> Scene {
        let point = |x: f64, y: f64, s| Datum::at(Point::new(x, y), "d").series(s);
        scene(vec![
            point(0.0, 0.0, 0),
            point(10.0, 0.0, 0),
            point(20.0, 0.0, 0),
            point(0.0, 50.0, 2),
            point(20.0, 50.0, 2),
        ])
    }

    #[test]
    fn nearest_prefers_hit_areas_then_points() {
        let row = Rect { x: 0.0, y: 100.0, width: 300.0, height: 20.0 };
        let mut scene = two_series();
        scene.data.push(Datum::at(Point::new(150.0, 110.0), "row").hit_rect(row));
        assert_eq!(nearest(&scene, 299.0, 119.0, 5.0), Some(5));
        assert_eq!(nearest(&scene, 9.0, 1.0, 5.0), Some(1));
        assert_eq!(nearest(&scene, 14.0, 0.0, 5.0), Some(1));
        assert_eq!(nearest(&scene, 500.0, 500.0, 30.0), None);
        assert_eq!(nearest(&scene, f64::NAN, 0.0, 30.0), None);
    }

    #[test]
    fn steps_in_order_and_across_series() {
        let scene = two_series();
        let cases = [
            (None, Direction::Right, 0),
            (None, Direction::End, 4),
            (Some(0), Direction::Left, 0),
            (Some(2), Direction::Right, 3),
            (Some(4), Direction::Right, 4),
            (Some(2), Direction::Down, 4),
            (Some(3), Direction::Up, 0),
            (Some(0), Direction::Up, 0),
            (Some(3), Direction::Home, 0),
            (Some(99), Direction::Left, 3),
        ];
        for (from, direction, expected) in cases {
            assert_eq!(step(&scene, from, direction), Some(expected), "{from:?} {direction:?}");
        }
    }

    #[test]
    fn without_series_up_and_down_step_in_order() {
        let scene = scene(vec![Datum::at(Point::new(1.0, 1.0), "a"), Datum::at(Point::new(1.0, 2.0), "b")]);
        assert_eq!(step(&scene, Some(0), Direction::Down), Some(1));
        assert_eq!(step(&scene, Some(1), Direction::Up), Some(0));
        assert_eq!(step(&self::scene(Vec::new()), None, Direction::Right), None);
    }
}
