//! Shapes: lines, rectangles, ellipses and free forms.

use evenhand_charts::{Dash, Point};
use evenhand_words::Language;

use super::geometry::{Area, emu};
use super::text::hex;
use crate::xml::xml;

/// The shapes of a slide as XML, with their running number.
pub(super) struct Shapes {
    pub(super) language: Language,
    xml: String,
    last_id: u32,
}

/// How an outline is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub(super) colour: &'static str,
    /// In pixels.
    pub(super) width: f64,
    pub(super) dash: Dash,
}

/// A closed or open way through points.
pub(super) struct Way {
    pub(super) points: Vec<Point>,
    pub(super) closed: bool,
}

impl Shapes {
    pub(super) fn new(language: Language) -> Self {
        // The slide itself has number 1.
        Self { language, xml: String::new(), last_id: 1 }
    }

    pub(super) fn next_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    pub(super) fn push(&mut self, xml: &str) {
        self.xml.push_str(xml);
    }

    pub(super) fn finish(self) -> String {
        self.xml
    }

    /// Begins a group over an area; what follows belongs to it until [`Shapes::end_group`].
    pub(super) fn begin_group(&mut self, name: &str, description: &str, area: Area) {
        let id = self.next_id();
        let (x, y, width, height) = (emu(area.x), emu(area.y), emu(area.width), emu(area.height));
        self.push(&format!(
            "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{id}\" name=\"{}\" descr=\"{}\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/><a:chOff x=\"{x}\" y=\"{y}\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></p:grpSpPr>",
            xml(name),
            xml(description)
        ));
    }

    pub(super) fn end_group(&mut self) {
        self.push("</p:grpSp>");
    }

    /// A rectangle or ellipse (`rect`, `ellipse`) filled, with or without an outline.
    pub(super) fn filled(&mut self, form: &str, name: &str, area: Area, fill: &str, stroke: Option<Stroke>) {
        let id = self.next_id();
        self.push(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"{form}\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>{}</p:spPr></p:sp>",
            xml(name),
            area.transform(""),
            hex(fill),
            outline(stroke)
        ));
    }

    /// A free form along some ways: filled with a colour and opacity, or drawn as lines.
    pub(super) fn free_form(
        &mut self,
        name: &str,
        ways: &[Way],
        fill: Option<(&str, f64)>,
        stroke: Option<Stroke>,
    ) {
        let points: Vec<Point> = ways.iter().flat_map(|way| way.points.iter().copied()).collect();
        let Some(first) = points.first() else { return };
        let (mut low, mut high) = (*first, *first);
        for point in &points {
            low = Point::new(low.x.min(point.x), low.y.min(point.y));
            high = Point::new(high.x.max(point.x), high.y.max(point.y));
        }
        let area = Area::new(low.x, low.y, high.x - low.x, high.y - low.y);
        // A path needs an extent both ways; a straight line has one in one of them.
        let (width, height) = (emu(area.width).max(1), emu(area.height).max(1));
        let mut path = String::new();
        for way in ways {
            for (place, point) in way.points.iter().enumerate() {
                let verb = if place == 0 { "moveTo" } else { "lnTo" };
                let (x, y) = (emu(point.x) - emu(area.x), emu(point.y) - emu(area.y));
                path.push_str(&format!("<a:{verb}><a:pt x=\"{x}\" y=\"{y}\"/></a:{verb}>"));
            }
            if way.closed {
                path.push_str("<a:close/>");
            }
        }
        let filling = match fill {
            Some((colour, opacity)) => format!(
                "<a:solidFill><a:srgbClr val=\"{}\"><a:alpha val=\"{}\"/></a:srgbClr></a:solidFill>",
                hex(colour),
                (opacity.clamp(0.0, 1.0) * 100_000.0).round() as i64
            ),
            None => "<a:noFill/>".to_owned(),
        };
        let unfilled = if fill.is_none() { " fill=\"none\"" } else { "" };
        let id = self.next_id();
        self.push(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"{width}\" h=\"{height}\"{unfilled}>{path}</a:path></a:pathLst></a:custGeom>{filling}{}</p:spPr></p:sp>",
            xml(name),
            emu(area.x),
            emu(area.y),
            outline(stroke)
        ));
    }
}

fn outline(stroke: Option<Stroke>) -> String {
    let Some(stroke) = stroke else { return "<a:ln><a:noFill/></a:ln>".to_owned() };
    let dash = match stroke.dash {
        Dash::Dashed => "<a:prstDash val=\"dash\"/>",
        Dash::Dotted => "<a:prstDash val=\"sysDot\"/>",
        _ => "",
    };
    format!(
        "<a:ln w=\"{}\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>{dash}<a:round/></a:ln>",
        emu(stroke.width),
        hex(stroke.colour)
    )
}
