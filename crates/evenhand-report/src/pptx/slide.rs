//! What stands where on a slide.

use evenhand_charts::{Dash, Palette, Point, Role};
use evenhand_protocol::Statistics;
use evenhand_words::listed;

use super::chart::chart;
use super::geometry::{Area, HEIGHT, INNER, MARGIN};
use super::shape::{Shapes, Stroke, Way};
use super::table::table;
use super::text::{Style, VerticalAnchor};
use crate::document::{Body, Document, Page, Said};
use crate::slide_table::slide_table;

/// The slide of a page as XML of its shapes.
pub(super) fn shapes(document: &Document, page: &Page, palette: &Palette) -> String {
    let mut slide = Drawn { shapes: Shapes::new(document.language), document, page, palette };
    match page.body {
        Body::Title => slide.title(),
        _ => slide.contents(),
    }
    slide.shapes.finish()
}

struct Drawn<'a> {
    shapes: Shapes,
    document: &'a Document,
    page: &'a Page,
    palette: &'a Palette,
}

impl Drawn<'_> {
    fn style(&self, size: f64, role: Role) -> Style {
        Style::new(size, self.palette.color(role))
    }

    fn title(&mut self) {
        let (ink, muted) = (self.style(60.0, Role::Ink).bold(), self.style(22.0, Role::Muted));
        let height = ink.height(&self.page.heading, INNER - 40.0).max(74.0);
        let y = 300.0 - height / 2.0;
        let accent = self.palette.color(Role::Accent);
        self.shapes.filled("rect", "accent", Area::new(MARGIN, y, 7.0, height), accent, None);
        let area = Area::new(MARGIN + 30.0, y, INNER - 40.0, height);
        let style = Style { anchor: VerticalAnchor::Middle, ..ink };
        self.shapes.placeholder("ctrTitle", "title", &self.page.heading, area, style);
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.document.subtitle.clone());
        lines.push(self.document.dataset.clone());
        lines.push(self.document.holds.clone());
        lines.extend(Some(self.document.date.clone()).filter(|date| !date.is_empty()));
        lines.extend(self.document.anonymity.map(str::to_owned));
        lines.extend(Some(self.page.annotation.clone()).filter(|text| !text.is_empty()));
        let area = Area::new(MARGIN + 30.0, y + height + 26.0, INNER - 40.0, 210.0);
        self.shapes.placeholder("subTitle", "subtitle", &lines.join("\n"), area, muted);
    }

    fn contents(&mut self) {
        let mut y = 40.0;
        let eyebrow = self.style(17.0, Role::Muted);
        if !self.page.eyebrow.is_empty() {
            let area = Area::new(MARGIN, y, INNER, 24.0);
            self.shapes.text("eyebrow", &self.page.eyebrow, area, eyebrow);
            y += 26.0;
        }
        y += self.heading(y);
        if self.page.statistics == Statistics::Shown && !self.page.detail.is_empty() {
            let style = self.style(17.0, Role::Muted);
            let height = style.height(&self.page.detail, INNER);
            let area = Area::new(MARGIN, y, INNER, height);
            self.shapes.text("statistics", &self.page.detail, area, style);
            y += height + 8.0;
        }
        let mut bottom = self.foot();
        if !self.page.annotation.is_empty() {
            let style = self.style(21.0, Role::Ink);
            let lines = self.page.annotation.lines().map(|line| style.height(line, INNER)).sum::<f64>();
            let (top, height) = if matches!(self.page.body, Body::Words) {
                (y + 20.0, lines)
            } else {
                bottom -= lines + 10.0;
                (bottom + 4.0, lines)
            };
            let area = Area::new(MARGIN, top, INNER, height);
            self.shapes.text("annotation", &self.page.annotation, area, style);
        }
        self.body(Area::new(MARGIN, y + 4.0, INNER, bottom - y - 8.0));
        if let Some(why) = self.page.stale {
            let words = &self.document.language.words().report;
            let said = format!("{}: {}", words.stale, evenhand_words::stale(self.document.language, why));
            let style = self.style(14.0, Role::Harsher).bold();
            self.shapes.text("stale", &said, Area::new(MARGIN, 14.0, INNER, 20.0), style);
        }
    }

    /// The heading, as large as three lines allow; its height with the space below.
    fn heading(&mut self, y: f64) -> f64 {
        let large = if matches!(self.page.body, Body::Words) { 42.0 } else { 31.0 };
        let sizes = [large, 28.0, 25.0, 22.0];
        let fits = |size: &&f64| {
            let style = self.style(**size, Role::Ink).bold();
            style.height(&self.page.heading, INNER) <= 3.05 * **size * super::text::LINE
        };
        let size = sizes.iter().find(fits).copied().unwrap_or(22.0);
        let style = self.style(size, Role::Ink).bold();
        let height = style.height(&self.page.heading, INNER);
        let area = Area::new(MARGIN, y, INNER, height);
        self.shapes.placeholder("title", "title", &self.page.heading, area, style);
        height + 8.0
    }

    /// The foot: what was left out, the statistics behind the heading, where the numbers come from. Its upper edge.
    fn foot(&mut self) -> f64 {
        let style = self.style(12.5, Role::Muted);
        let mut lines: Vec<&str> = Vec::new();
        lines.extend(self.page.left_out.as_deref());
        lines.extend(self.page.drawn.as_deref());
        if self.page.statistics == Statistics::Footnote && !self.page.detail.is_empty() {
            lines.push(&self.page.detail);
        }
        lines.push(&self.page.source);
        let height: f64 = lines.iter().map(|line| style.height(line, INNER)).sum();
        let top = HEIGHT - 22.0 - height;
        let area = Area::new(MARGIN, top, INNER, height);
        self.shapes.text("source", &lines.join("\n"), area, style);
        let rule = Way {
            points: vec![Point::new(MARGIN, top - 9.0), Point::new(MARGIN + INNER, top - 9.0)],
            closed: false,
        };
        let stroke = Stroke { colour: self.palette.color(Role::Grid), width: 1.0, dash: Dash::Solid };
        self.shapes.free_form("line", &[rule], None, Some(stroke));
        top - 14.0
    }

    fn body(&mut self, area: Area) {
        match &self.page.body {
            Body::Title | Body::Words => {}
            Body::Summary(said) => self.summary(said, area),
            Body::Chart(scene) => {
                let style = self.style(15.0, Role::Muted);
                let height = style.height(&scene.caption.subtitle, INNER);
                let caption = Area { height, ..area };
                self.shapes.text("caption", &scene.caption.subtitle, caption, style);
                let below = Area::new(area.x, area.y + height + 8.0, area.width, area.height - height - 8.0);
                chart(&mut self.shapes, scene, below, self.palette);
            }
            Body::Table(found) => {
                let room = Area { height: area.height - 24.0, ..area };
                let found = &slide_table(found, self.document.language);
                let rows = table(&mut self.shapes, &self.page.heading, found, room, self.palette);
                if rows < found.rows.len() {
                    let said = listed(self.document.language, rows as u64, found.rows.len() as u64);
                    let at = Area::new(area.x, area.y + area.height - 20.0, area.width, 18.0);
                    let style = self.style(12.5, Role::Muted);
                    self.shapes.text("note", &said, at, style);
                }
            }
            Body::Figure(figure) => {
                let middle = area.y + area.height / 2.0;
                let style =
                    Style { anchor: VerticalAnchor::Bottom, ..self.style(140.0, Role::Accent).bold() };
                let at = Area::new(area.x, middle - 150.0, area.width, 170.0);
                self.shapes.text("value", &figure.value, at, style);
                let mut lines: Vec<&str> = Vec::new();
                lines.extend(figure.interval.as_deref());
                lines.extend(figure.basis.as_deref());
                let at = Area::new(area.x, middle + 36.0, area.width, 80.0);
                let style = self.style(25.0, Role::Muted);
                self.shapes.text("interval", &lines.join("\n"), at, style);
            }
            Body::Caveats(caveats) => self.caveats(caveats, area),
            Body::Missing(why) => {
                let style = self.style(26.0, Role::Muted);
                self.shapes.text("why", why, Area { y: area.y + 20.0, ..area }, style);
            }
        }
    }

    /// Three columns, each a question with what is said first.
    fn summary(&mut self, said: &[Said], area: Area) {
        let gap = 36.0;
        let n = said.len().max(1) as f64;
        let width = (area.width - gap * (n - 1.0)) / n;
        let sizes = [22.0, 20.0, 18.0, 16.0, 14.0];
        let question = self.style(17.0, Role::Muted).bold();
        let heads = said.iter().map(|said| question.height(said.question, width)).fold(0.0, f64::max);
        let height = |size: f64| {
            let style = self.style(size, Role::Ink);
            let column =
                |said: &Said| said.sentences.iter().map(|text| style.height(text, width) + 14.0).sum::<f64>();
            said.iter().map(column).fold(0.0, f64::max)
        };
        let room = area.height - heads - 60.0;
        let size = sizes.into_iter().find(|size| height(*size) <= room).unwrap_or(14.0);
        let top = area.y + ((room - height(size)) / 3.0).clamp(10.0, 90.0);
        for (place, said) in said.iter().enumerate() {
            let x = area.x + place as f64 * (width + gap);
            let accent = self.palette.color(Role::Accent);
            self.shapes.filled("rect", "accent", Area::new(x, top, width, 4.5), accent, None);
            let style = self.style(size, Role::Ink);
            let mut lines = vec![(said.question, question, 0.0)];
            lines.extend(said.sentences.iter().map(|sentence| (sentence.as_str(), style, 14.0)));
            let at = Area::new(x, top + 16.0, width, area.y + area.height - top - 16.0);
            self.shapes.rich("said", &lines, at);
        }
    }

    fn caveats(&mut self, caveats: &[(String, String)], area: Area) {
        let width = area.width - 22.0;
        let scales = [1.0, 0.9, 0.8, 0.7];
        let height = |scale: f64| {
            let (head, more) = (self.style(22.0 * scale, Role::Ink), self.style(17.0 * scale, Role::Muted));
            caveats
                .iter()
                .map(|(headline, detail)| {
                    head.height(headline, width) + more.height(detail, width) + 20.0 * scale
                })
                .sum::<f64>()
        };
        let scale = scales.into_iter().find(|scale| height(*scale) <= area.height).unwrap_or(0.7);
        let (head, more) = (self.style(22.0 * scale, Role::Ink), self.style(17.0 * scale, Role::Muted));
        let mut y = area.y + ((area.height - height(scale)) / 3.0).max(0.0);
        for (headline, detail) in caveats {
            let (first, second) = (head.height(headline, width), more.height(detail, width));
            let faint = self.palette.color(Role::Faint);
            self.shapes.filled("rect", "line", Area::new(area.x, y, 4.0, first + second), faint, None);
            let at = Area::new(area.x + 22.0, y, width, first + second);
            self.shapes.rich("said", &[(headline, head, 0.0), (detail, more, 2.0)], at);
            y += first + second + 20.0 * scale;
        }
    }
}
