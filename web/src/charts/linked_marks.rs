//! The marks in a chart of what is picked, or pointed at in another chart.

use std::collections::BTreeSet;

use evenhand_charts::{Hit, Scene};
use leptos::prelude::*;

/// More marks than this tell nothing and cost time.
const MOST: usize = 400;

/// Rows lower than this many pixels are marked whole.
const ROW: f64 = 40.0;

/// Where a mark is and what it is for.
#[derive(Debug, Clone, PartialEq)]
struct LinkedMark {
    x: f64,
    y: f64,
    row: Option<[f64; 4]>,
    is_picked: bool,
}

/// Rings around the data of `picked` entities and of the one that is `pointed` at elsewhere.
pub fn linked_marks(scene: &Scene, picked: &BTreeSet<String>, pointed: Option<&str>) -> AnyView {
    let marks = found(scene, picked, pointed).into_iter().map(|mark| {
        let row = mark.row.map(|row| {
            let [left, top, width, height] = row.map(|side| format!("{side}px"));
            view! { <div class="linked-row" style:left=left style:top=top style:width=width style:height=height></div> }
        });
        let (x, y) = (format!("{}px", mark.x), format!("{}px", mark.y));
        view! {
            {row}
            <div class="linked-mark" class:is-picked=mark.is_picked style:left=x style:top=y></div>
        }
    });
    marks.collect_view().into_any()
}

fn found(scene: &Scene, picked: &BTreeSet<String>, pointed: Option<&str>) -> Vec<LinkedMark> {
    if picked.is_empty() && pointed.is_none() {
        return Vec::new();
    }
    let marks = scene.data.iter().filter_map(|datum| {
        let link = datum.link.as_deref()?;
        let is_picked = picked.contains(link);
        if !is_picked && pointed != Some(link) {
            return None;
        }
        let row = match datum.hit {
            Hit::Rect(rect) if rect.height <= ROW && rect.width > 3.0 * rect.height => {
                Some([rect.x, rect.y, rect.width, rect.height])
            }
            _ => None,
        };
        Some(LinkedMark { x: datum.x, y: datum.y, row, is_picked })
    });
    marks.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_charts::{Datum, Point, Rect};

    #[test]
    fn picked_and_pointed_data_are_found() {
        let row = Rect { x: 0.0, y: 0.0, width: 200.0, height: 20.0 };
        let scene = Scene {
            data: vec![
                Datum::at(Point::new(50.0, 10.0), "a").link("evaluator:a").hit_rect(row),
                Datum::at(Point::new(60.0, 30.0), "b").link("evaluator:b"),
                Datum::at(Point::new(70.0, 30.0), "none"),
            ],
            ..Scene::default()
        };
        let picked = BTreeSet::from(["evaluator:a".to_owned()]);
        let marks = found(&scene, &picked, Some("evaluator:b"));
        assert_eq!(marks.len(), 2);
        assert_eq!((marks[0].row, marks[0].is_picked), (Some([0.0, 0.0, 200.0, 20.0]), true));
        assert_eq!((marks[1].row, marks[1].is_picked), (None, false));
        assert!(found(&scene, &BTreeSet::new(), None).is_empty());
    }
}
