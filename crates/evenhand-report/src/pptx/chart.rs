//! A scene as shapes.

use evenhand_charts::{
    Anchor, Band, Dash, Dot, Line, Mark, Palette, Point, Rect, Role, Rule, Scene, Text, TextKind,
    VerticalAlign, text_width,
};

use super::geometry::Area;
use super::shape::{Shapes, Stroke, Way};
use super::text::{Align, LINE, Style, VerticalAnchor};

/// Draws scenes into slides.
struct Drawing<'a> {
    scene: &'a Scene,
    palette: &'a Palette,
    /// Pixels of the slide to a pixel of the scene.
    scale: f64,
    /// Where the scene begins.
    origin: Point,
}

/// Puts a chart into an area as large as it fits, one group of editable shapes.
pub(super) fn chart(shapes: &mut Shapes, scene: &Scene, area: Area, palette: &Palette) {
    let scale = (area.width / scene.width).min(area.height / scene.height);
    let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
    let drawing = Drawing { scene, palette, scale, origin: Point::new(area.x, area.y) };
    let whole = Area::new(area.x, area.y, scene.width * scale, scene.height * scale);
    shapes.begin_group(&scene.caption.title, &scene.caption.description, whole);
    for mark in &scene.marks {
        drawing.mark(shapes, mark);
    }
    shapes.end_group();
}

impl Drawing<'_> {
    fn mark(&self, shapes: &mut Shapes, mark: &Mark) {
        match mark {
            Mark::Dot(dot) => self.dot(shapes, dot),
            Mark::Line(line) => self.line(shapes, line),
            Mark::Rule(rule) => self.rule(shapes, rule),
            Mark::Band(band) => self.band(shapes, band),
            Mark::Bar(bar) => self.rect(shapes, bar.rect, bar.role, bar.datum),
            Mark::Cell(cell) => self.rect(shapes, cell.rect, cell.role, cell.datum),
            Mark::Text(text) => self.text(shapes, text),
            _ => {}
        }
    }

    fn at(&self, point: Point) -> Point {
        Point::new(self.origin.x + point.x * self.scale, self.origin.y + point.y * self.scale)
    }

    fn area(&self, rect: Rect) -> Area {
        let at = self.at(Point::new(rect.x, rect.y));
        Area::new(at.x, at.y, rect.width * self.scale, rect.height * self.scale)
    }

    /// What a shape is called in the list of shapes: what is said when it is pointed at.
    fn name(&self, datum: Option<usize>, otherwise: &str) -> String {
        let datum = datum.and_then(|datum| self.scene.data.get(datum));
        datum.map_or_else(
            || otherwise.to_owned(),
            |datum| {
                let words: Vec<&str> =
                    std::iter::once(&datum.label).chain(&datum.lines).map(String::as_str).collect();
                words.join(" · ")
            },
        )
    }

    fn stroke(&self, role: Role, width: f64, dash: Dash) -> Stroke {
        Stroke { colour: self.palette.color(role), width: width * self.scale, dash }
    }

    fn dot(&self, shapes: &mut Shapes, dot: &Dot) {
        let radius = if dot.hollow { (dot.radius - 0.9).max(0.5) } else { dot.radius.max(0.0) };
        let rect =
            Rect { x: dot.at.x - radius, y: dot.at.y - radius, width: 2.0 * radius, height: 2.0 * radius };
        let colour = self.palette.color(dot.role);
        let name = self.name(dot.datum, "dot");
        if dot.hollow {
            let surface = self.palette.color(Role::Surface);
            let stroke = Stroke { colour, width: 1.8 * self.scale, dash: Dash::Solid };
            shapes.filled("ellipse", &name, self.area(rect), surface, Some(stroke));
        } else {
            shapes.filled("ellipse", &name, self.area(rect), colour, None);
        }
    }

    fn line(&self, shapes: &mut Shapes, line: &Line) {
        let ways: Vec<Way> = line
            .pieces
            .iter()
            .filter(|piece| piece.len() > 1)
            .map(|piece| Way { points: piece.iter().map(|point| self.at(*point)).collect(), closed: false })
            .collect();
        let stroke = self.stroke(line.role, line.width, line.dash);
        shapes.free_form(&self.name(line.datum, "line"), &ways, None, Some(stroke));
        for point in line.pieces.iter().filter(|piece| piece.len() == 1).flatten() {
            let radius = line.width / 2.0;
            let rect =
                Rect { x: point.x - radius, y: point.y - radius, width: line.width, height: line.width };
            let colour = self.palette.color(line.role);
            shapes.filled("ellipse", &self.name(line.datum, "line"), self.area(rect), colour, None);
        }
    }

    fn rule(&self, shapes: &mut Shapes, rule: &Rule) {
        let (from, to) = (self.at(rule.from), self.at(rule.to));
        let mut ways = vec![Way { points: vec![from, to], closed: false }];
        let length = from.distance(to);
        if rule.caps > 0.0 && length > 0.0 {
            let half = rule.caps * self.scale / length;
            let across = Point::new(-(to.y - from.y) * half, (to.x - from.x) * half);
            for end in [from, to] {
                let points = vec![end.shifted(-across.x, -across.y), end.shifted(across.x, across.y)];
                ways.push(Way { points, closed: false });
            }
        }
        let stroke = self.stroke(rule.role, rule.width, rule.dash);
        shapes.free_form(&self.name(rule.datum, "rule"), &ways, None, Some(stroke));
    }

    fn band(&self, shapes: &mut Shapes, band: &Band) {
        let way = |piece: &Vec<(Point, Point)>| {
            let lower = piece.iter().map(|(lower, _)| *lower);
            let upper = piece.iter().rev().map(|(_, upper)| *upper);
            Way { points: lower.chain(upper).map(|point| self.at(point)).collect(), closed: true }
        };
        let ways: Vec<Way> = band.pieces.iter().map(way).collect();
        let fill = (self.palette.color(band.role), band.opacity);
        shapes.free_form(&self.name(band.datum, "band"), &ways, Some(fill), None);
    }

    fn rect(&self, shapes: &mut Shapes, rect: Rect, role: Role, datum: Option<usize>) {
        shapes.filled("rect", &self.name(datum, "bar"), self.area(rect), self.palette.color(role), None);
    }

    fn text(&self, shapes: &mut Shapes, text: &Text) {
        let size = text.kind.size() * self.scale;
        let colour = match text.over {
            Some(fill) => self.palette.text_over(fill),
            None => self.palette.text_color(text.role),
        };
        let bold = text.bold || text.kind == TextKind::Title;
        let align = match text.anchor {
            Anchor::Start => Align::Left,
            Anchor::Middle => Align::Middle,
            Anchor::End => Align::Right,
        };
        let style = Style { size, bold, colour, align, anchor: VerticalAnchor::Middle, wrap: false };
        let at = self.at(text.at);
        // A box around the line, which begins, ends or has its middle at the point.
        let (width, height) = (text_width(&text.text, size) * 1.02 + 2.0, size * LINE);
        let left = match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => -width / 2.0,
            Anchor::End => -width,
        };
        let middle = match text.vertical {
            VerticalAlign::Baseline => -0.35 * size,
            VerticalAlign::Middle => 0.0,
            VerticalAlign::Top => 0.45 * size,
        };
        // Boxes are turned about their middle, text about its point.
        let (sin, cos) = turn(text.rotate);
        let (x, y) = (left + width / 2.0, middle);
        let centre = at.shifted(x * cos - y * sin, x * sin + y * cos);
        let area = Area::new(centre.x - width / 2.0, centre.y - height / 2.0, width, height);
        shapes.turned(&self.name(text.datum, "text"), &text.text, area, style, text.rotate);
    }
}

/// Sine and cosine of an angle in degrees.
fn turn(degrees: f64) -> (f64, f64) {
    libm::sincos(degrees.to_radians())
}
