//! Text boxes.

use evenhand_charts::wrap;
use evenhand_words::Language;

use super::geometry::{Area, hundredths};
use super::shape::Shapes;
use crate::xml::xml;

/// How text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// Size in pixels.
    pub(super) size: f64,
    pub(super) bold: bool,
    /// `#rrggbb`.
    pub(super) colour: &'static str,
    pub(super) align: Align,
    pub(super) anchor: VerticalAnchor,
    /// Whether lines are broken at the width of the box.
    pub(super) wrap: bool,
}

/// Where lines stand across a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Middle,
    Right,
}

/// Where lines stand in the height of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VerticalAnchor {
    Top,
    Middle,
    Bottom,
}

impl Style {
    pub(super) fn new(size: f64, colour: &'static str) -> Self {
        Self { size, bold: false, colour, align: Align::Left, anchor: VerticalAnchor::Top, wrap: true }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The height of some text in a box of a width, in pixels.
    pub(super) fn height(&self, text: &str, width: f64) -> f64 {
        // The measure is that of a wide font; where a narrower one is there, a little more white is left. Some programs
        // put a thin space between Latin and Chinese.
        let mixed = !text.is_ascii() && text.bytes().any(|byte| byte.is_ascii_alphanumeric());
        let wide = if self.bold { 1.13 } else { 1.0 } * if mixed { 1.05 } else { 1.0 };
        let lines = wrap(text, self.size * wide, width).len().max(1);
        lines as f64 * self.size * LINE
    }

    /// The properties of a run.
    pub(super) fn run(&self, language: Language) -> String {
        format!(
            "<a:rPr lang=\"{}\" altLang=\"en-US\" sz=\"{}\" b=\"{}\" dirty=\"0\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:rPr>",
            tag(language),
            hundredths(self.size),
            u8::from(self.bold),
            hex(self.colour)
        )
    }

    pub(super) fn paragraph(&self) -> String {
        let align = match self.align {
            Align::Left => "l",
            Align::Middle => "ctr",
            Align::Right => "r",
        };
        format!(
            "<a:pPr algn=\"{align}\"><a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc><a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/></a:pPr>"
        )
    }
}

/// The height of a line to the size of its letters.
pub(super) const LINE: f64 = 1.22;

/// A language tag as office documents have it.
pub(super) fn tag(language: Language) -> &'static str {
    match language {
        Language::En => "en-GB",
        Language::Zh => "zh-CN",
    }
}

/// A colour without its sign.
pub(super) fn hex(colour: &str) -> String {
    colour.trim_start_matches('#').to_ascii_uppercase()
}

/// The paragraphs of a text, one for each line.
pub(super) fn paragraphs(text: &str, style: Style, language: Language) -> String {
    let (properties, run) = (style.paragraph(), style.run(language));
    let line = |line: &str| format!("<a:p>{properties}<a:r>{run}<a:t>{}</a:t></a:r></a:p>", xml(line));
    let lines: String = text.lines().map(line).collect();
    if lines.is_empty() {
        // An empty line is as high as its letters would be; without a size it would be higher than the others.
        return format!(
            "<a:p><a:endParaRPr lang=\"{}\" sz=\"{}\"/></a:p>",
            tag(language),
            hundredths(style.size)
        );
    }
    lines
}

/// The body of a text box or placeholder.
pub(super) fn body(text: &str, style: Style, language: Language) -> String {
    let anchor = match style.anchor {
        VerticalAnchor::Top => "t",
        VerticalAnchor::Middle => "ctr",
        VerticalAnchor::Bottom => "b",
    };
    let wrap = if style.wrap { "square" } else { "none" };
    format!(
        "<p:txBody><a:bodyPr wrap=\"{wrap}\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"{anchor}\"><a:noAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody>",
        paragraphs(text, style, language)
    )
}

impl Shapes {
    /// A text box whose paragraphs have looks of their own, each with the space above it in pixels.
    pub(super) fn rich(&mut self, name: &str, lines: &[(&str, Style, f64)], area: Area) {
        let id = self.next_id();
        let paragraph = |(text, style, above): &(&str, Style, f64)| {
            let space = format!("<a:spcBef><a:spcPts val=\"{}\"/></a:spcBef>", hundredths(*above));
            let properties = style.paragraph().replace("<a:spcBef><a:spcPts val=\"0\"/></a:spcBef>", &space);
            format!("<a:p>{properties}<a:r>{}<a:t>{}</a:t></a:r></a:p>", style.run(self.language), xml(text))
        };
        let paragraphs: String = lines.iter().map(paragraph).collect();
        self.push(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>",
            xml(name),
            area.transform("")
        ));
    }

    /// A text box.
    pub(super) fn text(&mut self, name: &str, text: &str, area: Area, style: Style) {
        self.turned(name, text, area, style, 0.0);
    }

    /// A text box turned about its middle, in degrees clockwise.
    pub(super) fn turned(&mut self, name: &str, text: &str, area: Area, style: Style, degrees: f64) {
        let id = self.next_id();
        let turn = (degrees * 60_000.0).round() as i64;
        let turn =
            if turn == 0 { String::new() } else { format!(" rot=\"{}\"", turn.rem_euclid(21_600_000)) };
        let body = body(text, style, self.language);
        self.push(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>{body}</p:sp>",
            xml(name),
            area.transform(&turn)
        ));
    }

    /// A title or subtitle, which outlines and screen readers know as such.
    pub(super) fn placeholder(&mut self, kind: &str, name: &str, text: &str, area: Area, style: Style) {
        let id = self.next_id();
        let body = body(text, style, self.language);
        self.push(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"{kind}\"/></p:nvPr></p:nvSpPr><p:spPr>{}</p:spPr>{body}</p:sp>",
            xml(name),
            area.transform("")
        ));
    }
}
