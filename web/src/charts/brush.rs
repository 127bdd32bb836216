//! Picking data by drawing a rectangle around them.

use std::collections::BTreeSet;
use std::sync::Arc;

use evenhand_charts::{Datum, Scene};
use leptos::prelude::*;

/// A drag shorter than this many pixels is a click.
const LEAST: f64 = 6.0;

/// A rectangle being drawn, in the pixels of the scene.
#[derive(Debug, Clone, PartialEq)]
pub struct Brush {
    /// Where the pointer went down.
    pub from: (f64, f64),
    /// Where it is.
    pub to: (f64, f64),
    /// What was picked before and stays so.
    pub kept: Arc<BTreeSet<String>>,
}

impl Brush {
    /// Begins at a point.
    pub fn at(point: (f64, f64), kept: Arc<BTreeSet<String>>) -> Self {
        Self { from: point, to: point, kept }
    }

    /// Whether the pointer has gone far enough to mean it.
    pub fn is_drawn(&self) -> bool {
        (self.from.0 - self.to.0).abs().max((self.from.1 - self.to.1).abs()) >= LEAST
    }

    /// Left, top, width, height.
    pub fn area(&self) -> [f64; 4] {
        let (left, right) = (self.from.0.min(self.to.0), self.from.0.max(self.to.0));
        let (top, bottom) = (self.from.1.min(self.to.1), self.from.1.max(self.to.1));
        [left, top, right - left, bottom - top]
    }

    /// The entities whose points lie within, and those that are kept.
    pub fn entities(&self, scene: &Scene) -> BTreeSet<String> {
        let [left, top, width, height] = self.area();
        let within = |datum: &&Datum| {
            (left..=left + width).contains(&datum.x) && (top..=top + height).contains(&datum.y)
        };
        let found = scene.data.iter().filter(within).filter_map(|datum| datum.link.clone());
        found.chain(self.kept.iter().cloned()).collect()
    }
}

/// The rectangle on the chart.
pub fn brush_area(brush: &Brush) -> impl IntoView + use<> {
    let [left, top, width, height] = brush.area().map(|side| format!("{side}px"));
    view! { <div class="brush" style:left=left style:top=top style:width=width style:height=height></div> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_charts::Point;

    #[test]
    fn what_lies_in_the_rectangle_is_picked_whichever_way_it_was_drawn() {
        let datum = |x: f64, link: &str| Datum::at(Point::new(x, 10.0), link).link(link);
        let scene = Scene {
            data: vec![datum(5.0, "evaluator:a"), datum(15.0, "evaluator:b"), datum(40.0, "evaluator:c")],
            ..Scene::default()
        };
        let kept = Arc::new(BTreeSet::from(["evaluator:z".to_owned()]));
        let brush = Brush { to: (0.0, 0.0), ..Brush::at((20.0, 20.0), kept) };
        assert!(brush.is_drawn());
        assert_eq!(brush.area(), [0.0, 0.0, 20.0, 20.0]);
        let found: Vec<_> = brush.entities(&scene).into_iter().collect();
        assert_eq!(found, ["evaluator:a", "evaluator:b", "evaluator:z"]);
        assert!(!Brush::at((3.0, 3.0), Arc::default()).is_drawn());
    }
}
