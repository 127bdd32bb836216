//! Marks that would lie on one another, drawn once.

use std::collections::BTreeSet;

use crate::geometry::Point;
use crate::mark::Mark;
use crate::role::Role;

/// A chart of more marks than this is drawn with fewer: a browser that is asked for more stutters, and nobody sees them.
pub(crate) const MOST_MARKS: usize = 5_000;

/// How near marks lie that are drawn once, in pixels; tried one after the other until few enough are left.
const NEAR: [f64; 6] = [1.0, 2.0, 3.0, 4.0, 6.0, 8.0];

/// What is drawn of marks: all of them up to [`MOST_MARKS`], else of dots and segments that lie within a pixel or few of
/// one another and look alike the first one only. Words, bands, bars and cells are always drawn.
///
/// The data stay, so that each can be pointed at.
pub(crate) fn thinned(marks: Vec<Mark>) -> (Vec<Mark>, usize) {
    let n = marks.len();
    let mut marks = marks;
    for near in NEAR {
        if marks.len() <= MOST_MARKS {
            break;
        }
        let mut seen = BTreeSet::new();
        marks.retain(|mark| place(mark, near).is_none_or(|place| seen.insert(place)));
    }
    let merged = n - marks.len();
    (marks, merged)
}

/// Where a dot or a segment lies, and what it looks like; `None` for a mark that is always drawn.
fn place(mark: &Mark, near: f64) -> Option<(Role, bool, [i64; 4])> {
    let cell = |point: Point| [libm::floor(point.x / near) as i64, libm::floor(point.y / near) as i64];
    let ends = |from: Point, to: Point| {
        let ([x, y], [u, v]) = (cell(from), cell(to));
        [x, y, u, v]
    };
    match mark {
        Mark::Dot(dot) => Some((dot.role, dot.hollow, ends(dot.at, dot.at))),
        Mark::Rule(rule) => Some((rule.role, false, ends(rule.from, rule.to))),
        Mark::Line(line) => match line.pieces.as_slice() {
            [piece] => match piece.as_slice() {
                [from, to] => Some((line.role, true, ends(*from, *to))),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::{Dot, Rule, Text};

    #[test]
    fn few_marks_are_all_drawn_even_on_one_another() {
        let marks: Vec<Mark> = (0..10).map(|_| Dot::at(Point::new(1.0, 1.0)).into()).collect();
        assert_eq!(thinned(marks.clone()), (marks, 0));
    }

    #[test]
    fn of_many_marks_those_that_look_alike_at_one_place_are_drawn_once() {
        let mut marks: Vec<Mark> = Vec::new();
        for k in 0..20_000 {
            let at = Point::new(f64::from(k % 100) * 7.0, f64::from(k % 20) * 7.0);
            marks.push(Dot::at(at).into());
        }
        marks.push(Dot::at(Point::new(0.0, 0.0)).role(Role::Better).into());
        marks.push(Rule::between(Point::new(0.0, 0.0), Point::new(9.0, 0.0)).into());
        marks.push(Text::at(Point::new(0.0, 0.0), "kept").into());
        let (left, merged) = thinned(marks.clone());
        // The hundred places of the dots, and the three that look otherwise.
        assert_eq!((left.len(), merged), (103, marks.len() - 103));
        assert!(matches!(left.last(), Some(Mark::Text(_))));
    }

    #[test]
    fn marks_everywhere_are_brought_down_to_the_limit() {
        let side = 0..300;
        let marks: Vec<Mark> = side
            .clone()
            .flat_map(|x| side.clone().map(move |y| Dot::at(Point::new(f64::from(x), f64::from(y))).into()))
            .collect();
        let (left, _) = thinned(marks);
        assert!(left.len() <= MOST_MARKS, "{}", left.len());
        assert!(left.len() > MOST_MARKS / 4, "{}", left.len());
    }
}
