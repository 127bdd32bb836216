//! A chart as a picture of a chosen size, laid out for it.
//!
//! Letters are as large as there is room for: a chart with a row for each of many is laid out on a larger page than the
//! picture, until its rows do not run into one another and none loses its name, and the whole is made smaller.

use std::collections::BTreeSet;

use super::{PADDING, Surround, SvgOptions, write};
use crate::frame::Frame;
use crate::mark::{Anchor, Mark, Text, VerticalAlign};
use crate::palette::Palette;
use crate::scene::Scene;
use crate::text_width::{BOLD, text_width};

/// The room that a chart needs at least for its marks.
const NARROWEST: f64 = 200.0;

/// A page is tried this much larger than the one before.
const STEP: f64 = 1.12;

/// Pages that are tried: the last is twenty times as large as the first.
const STEPS: usize = 27;

/// A chart is not stretched beyond so many times its own height.
const STRETCH: f64 = 1.8;

/// The share of a line's height that letters fill.
const FILLED: f64 = 0.86;

/// The size of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PictureSize {
    /// In pixels.
    pub width: f64,
    /// In pixels; none where the chart chooses.
    pub height: Option<f64>,
    /// How large letters are at most, against those of the page.
    pub letters: f64,
}

/// A chart laid out for a size.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    scene: Scene,
    /// Width and height of the page on which it is laid out.
    page: (f64, f64),
    /// The size of the picture against that page.
    scale: f64,
}

/// Lays the chart that `make` makes out for a size; `None` where there is nothing to draw.
pub fn picture(make: &dyn Fn(Frame) -> Option<Scene>, size: PictureSize) -> Option<Picture> {
    let mut magnified = size.letters;
    let mut best = None;
    for _ in 0..STEPS {
        let scale = magnified;
        magnified /= STEP;
        let width = size.width / scale;
        let inner = width - 2.0 * PADDING;
        if inner < NARROWEST {
            continue;
        }
        let frame = Frame::new(inner);
        let natural = make(frame)?;
        let Some(height) = size.height.map(|height| height / scale) else {
            let surround = Surround::of(&natural, inner);
            let page = (width, natural.height + surround.above + surround.below);
            return Some(Picture { scene: natural, page, scale });
        };
        let surround = Surround::of(&natural, inner);
        let room = height - surround.above - surround.below;
        let crowd = crowded(&natural);
        let fits = |scene: &Scene| {
            let surround = Surround::of(scene, inner);
            scene.width <= inner + 0.5 && scene.height + surround.above + surround.below <= height + 0.5
        };
        let wanted = room.min(natural.height * STRETCH);
        let fitted = (room >= 80.0).then(|| make(frame.with_height(wanted))).flatten();
        let keeps = |scene: &Scene| crowded(scene) <= crowd && keeps_words(&natural, scene);
        let fitted = fitted.filter(|scene| fits(scene) && keeps(scene));
        let own = fits(&natural);
        let scene = match fitted {
            Some(fitted) => fitted,
            None if own => natural,
            None => {
                best = Some((natural, inner, scale));
                continue;
            }
        };
        return Some(Picture { scene, page: (width, height), scale });
    }
    best.map(|(scene, inner, scale)| whole(scene, inner, scale, size))
}

/// A chart that fits no page as it is, made smaller until all of it is seen.
fn whole(scene: Scene, inner: f64, scale: f64, size: PictureSize) -> Picture {
    let surround = Surround::of(&scene, inner);
    let needed = scene.height + surround.above + surround.below;
    let scale = scale.min(size.height.unwrap_or(needed * scale) / needed);
    let page = (size.width / scale, size.height.map_or(needed, |height| height / scale));
    Picture { scene, page, scale }
}

impl Picture {
    /// The picture as SVG that stands alone.
    pub fn to_svg(&self, palette: Palette) -> String {
        let (width, height) = self.page;
        let surround = Surround::of(&self.scene, width - 2.0 * PADDING);
        let spare = height - self.scene.height - surround.above - surround.below;
        let surround = surround.spread(spare.max(0.0));
        write(&self.scene, &SvgOptions::standalone(palette), &surround, self.page, self.scale)
    }

    /// How large letters are, against those of the page.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// The scene.
    pub fn scene(&self) -> &Scene {
        &self.scene
    }
}

/// How many pairs of texts stand on one another.
fn crowded(scene: &Scene) -> usize {
    let mut boxes: Vec<[f64; 4]> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(text) if text.rotate == 0.0 && !text.text.is_empty() => Some(box_of(text)),
            _ => None,
        })
        .collect();
    boxes.sort_by(|a, b| a[1].total_cmp(&b[1]));
    let mut n = 0;
    for (k, [left, _, right, bottom]) in boxes.iter().enumerate() {
        let below = boxes[k + 1..].iter().take_while(|other| other[1] < *bottom);
        n += below.filter(|other| other[0] < *right && *left < other[2]).count();
    }
    n
}

/// Whether a chart still says whatever another says in words: rows that are pushed together lose their names.
fn keeps_words(natural: &Scene, fitted: &Scene) -> bool {
    let words = |scene: &Scene| -> BTreeSet<String> {
        let texts = scene.marks.iter().filter_map(|mark| match mark {
            Mark::Text(text) if text.text.chars().any(char::is_alphabetic) => Some(text.text.clone()),
            _ => None,
        });
        texts.collect()
    };
    words(natural).is_subset(&words(fitted))
}

/// Left, top, right and bottom of a text.
fn box_of(text: &Text) -> [f64; 4] {
    let size = text.kind.size();
    let width = text_width(&text.text, size * if text.bold { BOLD } else { 1.0 });
    let left = match text.anchor {
        Anchor::Start => text.at.x,
        Anchor::Middle => text.at.x - width / 2.0,
        Anchor::End => text.at.x - width,
    };
    let height = size * FILLED;
    let top = match text.vertical {
        VerticalAlign::Baseline => text.at.y - height,
        VerticalAlign::Middle => text.at.y - height / 2.0,
        VerticalAlign::Top => text.at.y,
    };
    [left, top, left + width, top + height]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Point;
    use crate::scene::Caption;

    /// Rows of text, 22 px each unless the frame says otherwise, down to nothing.
    fn rows(n: usize) -> impl Fn(Frame) -> Option<Scene> {
        move |frame| {
            let height = frame.height.unwrap_or(n as f64 * 22.0);
            let row = height / n as f64;
            let text = |k: usize| {
                Text::at(Point::new(0.0, row * (k as f64 + 0.5)), format!("Row {k} with a name")).into()
            };
            Some(Scene {
                width: frame.width,
                height,
                caption: Caption { title: "Title".to_owned(), ..Caption::default() },
                marks: (0..n).map(text).collect(),
                ..Scene::default()
            })
        }
    }

    fn slide() -> PictureSize {
        PictureSize { width: 1280.0, height: Some(720.0), letters: 1.5 }
    }

    #[test]
    fn pictures_have_the_size_that_was_asked_for() {
        for n in [1, 5, 40, 400] {
            let found = picture(&rows(n), slide()).unwrap();
            let svg = found.to_svg(Palette::light());
            assert!(svg.contains("width=\"1280\" height=\"720\""), "{n}: {}", &svg[..160]);
            assert_eq!(crowded(&found.scene), 0, "{n}");
            let (width, height) = found.page;
            assert!((width / height - 16.0 / 9.0).abs() < 1e-9);
            assert!(found.scene.height < height && found.scene.width < width);
        }
    }

    #[test]
    fn letters_are_as_large_as_there_is_room_for() {
        let scale = |n| picture(&rows(n), slide()).unwrap().scale();
        assert!((scale(5) - 1.5).abs() < 1e-9);
        assert!(scale(40) < 1.4 && scale(40) > 1.0, "{}", scale(40));
        assert!(scale(400) < 0.2);
    }

    #[test]
    fn names_are_not_left_out_for_the_room() {
        // Below 16 px a row, every other name is left out.
        let thinned = |frame: Frame| {
            let mut scene = rows(40)(frame)?;
            if scene.height < 40.0 * 16.0 {
                let mut at = 0;
                scene.marks.retain(|_| {
                    at += 1;
                    at % 2 == 0
                });
            }
            Some(scene)
        };
        let found = picture(&thinned, slide()).unwrap();
        assert_eq!(found.scene.marks.len(), 40);
        assert!(found.scene.height >= 640.0, "{}", found.scene.height);
    }

    #[test]
    fn without_a_height_the_chart_chooses() {
        let size = PictureSize { width: 640.0, height: None, letters: 1.0 };
        let found = picture(&rows(40), size).unwrap();
        assert!((found.scene.height - 880.0).abs() < 1e-9);
        assert!(found.to_svg(Palette::light()).contains("width=\"640\""));
        assert!(picture(&|_| None, size).is_none());
    }
}
