//! A scene as SVG: bare for the page, or standing alone with its words for export.
//!
//! There is no `style` attribute and no `<style>` element, so the strictest content security policy holds;
//! presentation attributes carry the palette and any CSS rule of the page overrides them.

mod marks;
mod picture;
mod writer;

use crate::datum::Hit;
use crate::geometry::Point;
use crate::mark::{Mark, Text, TextKind, VerticalAlign};
use crate::number_format::coordinate;
use crate::palette::Palette;
use crate::role::Role;
use crate::scene::Scene;
use crate::text_width::{BOLD, wrap};
use marks::write_mark;
pub use picture::{Picture, PictureSize, picture};
use writer::Writer;

/// The free space around a chart that stands alone.
const PADDING: f64 = 16.0;
/// Fonts of a chart that stands alone; those of the page are inherited.
const FONTS: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"PingFang SC\", \
     \"Microsoft YaHei\", \"Noto Sans CJK SC\", sans-serif";

/// How a scene becomes SVG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SvgOptions {
    /// The colours.
    pub palette: Palette,
    /// Whether the SVG stands alone: background, fonts, title and notes drawn inside.
    pub standalone: bool,
    /// Put before every `id`, so that several charts can share a page.
    pub id_prefix: String,
    /// Whether each datum has its words as an SVG `title` over the place where it is pointed at, so that a file without a
    /// script has tooltips.
    pub titles: bool,
}

impl SvgOptions {
    /// For the page, which draws title and notes itself and lends its fonts.
    #[must_use]
    pub fn page(palette: Palette, id_prefix: impl Into<String>) -> Self {
        Self { palette, standalone: false, id_prefix: id_prefix.into(), titles: false }
    }

    /// For a file or a slide.
    #[must_use]
    pub fn standalone(palette: Palette) -> Self {
        Self { palette, standalone: true, id_prefix: "chart".to_owned(), titles: false }
    }

    /// The same with tooltips that need no script.
    #[must_use]
    pub fn with_titles(self) -> Self {
        Self { titles: true, ..self }
    }
}

/// The scene as SVG text; the same scene and options give the same bytes everywhere.
#[must_use]
pub fn to_svg(scene: &Scene, options: &SvgOptions) -> String {
    let surround = if options.standalone { Surround::of(scene, scene.width) } else { Surround::default() };
    let (width, height) = (scene.width + surround.sides, scene.height + surround.above + surround.below);
    write(scene, options, &surround, (width, height), 1.0)
}

/// Writes a scene with its surround, so many pixels wide and high, everything magnified by `scale`.
fn write(
    scene: &Scene,
    options: &SvgOptions,
    surround: &Surround,
    (width, height): (f64, f64),
    scale: f64,
) -> String {
    let mut out = Writer::default();
    let description = format!("{}-description", options.id_prefix);
    out.open("svg").attr("xmlns", "http://www.w3.org/2000/svg");
    out.attr("class", "evenhand-chart").number("width", width * scale).number("height", height * scale);
    out.attr("viewBox", &view_box(width, height));
    out.attr("role", "graphics-document").attr("aria-roledescription", "chart");
    if !scene.caption.title.is_empty() {
        out.attr("aria-label", &scene.caption.title);
    }
    if !scene.caption.description.is_empty() {
        out.attr("aria-describedby", &description);
    }
    if options.standalone {
        out.attr("font-family", FONTS);
    }
    out.children();
    if !scene.caption.description.is_empty() {
        out.open("desc").attr("id", &description).text("desc", &scene.caption.description);
    }
    if options.standalone {
        out.open("rect").attr("class", "r-surface p-fill").number("width", width).number("height", height);
        out.attr("fill", options.palette.color(Role::Surface)).close_empty();
    }
    // The words are in the label, the description and the table; single ticks read aloud would only confuse.
    out.open("g").attr("aria-hidden", "true").children();
    for mark in &surround.words {
        write_mark(&mut out, mark, &options.palette);
    }
    if options.standalone {
        let right = coordinate((width - scene.width) / 2.0);
        let down = coordinate(surround.above);
        let shift = format!("translate({right} {down})");
        out.open("g").attr("transform", &shift).children();
    }
    for mark in &scene.marks {
        write_mark(&mut out, mark, &options.palette);
    }
    if options.titles {
        write_titles(&mut out, scene);
    }
    if options.standalone {
        out.close("g");
    }
    out.close("g");
    out.close("svg");
    out.finish()
}

/// What can be pointed at: nothing to be seen, each with its words.
fn write_titles(out: &mut Writer, scene: &Scene) {
    for datum in &scene.data {
        out.open("g").attr("class", "m-hit").attr("fill", "transparent").children();
        let words: Vec<&str> =
            std::iter::once(&datum.label).chain(&datum.lines).map(String::as_str).collect();
        out.open("title").text("title", &words.join(" · "));
        match datum.hit {
            Hit::Radius(radius) => {
                out.open("circle").number("cx", datum.x).number("cy", datum.y).number("r", radius);
            }
            Hit::Rect(rect) => {
                out.open("rect").number("x", rect.x).number("y", rect.y);
                out.number("width", rect.width).number("height", rect.height);
            }
        }
        out.close_empty();
        out.close("g");
    }
}

fn view_box(width: f64, height: f64) -> String {
    format!("0 0 {} {}", coordinate(width), coordinate(height))
}

/// What surrounds a chart that stands alone: title and subtitle above, how to read it below.
#[derive(Default)]
struct Surround {
    above: f64,
    below: f64,
    sides: f64,
    words: Vec<Mark>,
    /// How many of the words stand above.
    head: usize,
}

impl Surround {
    /// Around a scene, in lines of this width.
    fn of(scene: &Scene, width: f64) -> Self {
        let mut words = Vec::new();
        let mut y = PADDING;
        let caption = &scene.caption;
        paragraph(&mut words, &mut y, &caption.title, TextKind::Title, Role::Ink, width);
        paragraph(&mut words, &mut y, &caption.subtitle, TextKind::Label, Role::Muted, width);
        let head = words.len();
        let above = if words.is_empty() { PADDING } else { y + 10.0 };
        let mut below = above + scene.height + 12.0;
        paragraph(&mut words, &mut below, &caption.how_to_read, TextKind::Tick, Role::Muted, width);
        paragraph(&mut words, &mut below, &caption.source, TextKind::Tick, Role::Muted, width);
        let below = below - above - scene.height + PADDING - 6.0;
        Self { above, below, sides: 2.0 * PADDING, words, head }
    }

    /// The same on a page with room to spare: the chart in the middle of it, the last words at the foot.
    fn spread(mut self, spare: f64) -> Self {
        for mark in self.words.iter_mut().skip(self.head) {
            mark.shape_mut().shift(0.0, spare);
        }
        Self { above: self.above + spare / 2.0, below: self.below + spare / 2.0, ..self }
    }
}

/// Appends the lines of a paragraph and moves `y` below it.
fn paragraph(words: &mut Vec<Mark>, y: &mut f64, text: &str, kind: TextKind, role: Role, width: f64) {
    for line in wrap(text, kind.size() * if kind == TextKind::Title { BOLD } else { 1.0 }, width) {
        let text = Text::at(Point::new(PADDING, *y), line).vertical(VerticalAlign::Top).kind(kind).role(role);
        words.push(text.into());
        *y += libm::round(kind.size() * 1.35);
    }
}
