//! What the snapshot tests share: seeded numbers, and the comparison with committed SVG files.

#![expect(clippy::expect_used, reason = "test code outside of test functions")]

use evenhand_charts::{Palette, Scene, SvgOptions, to_svg};
use std::path::PathBuf;

/// A small seeded generator, so that the demo data are the same everywhere.
pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, uniform on 0 to 1.
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
    }

    /// A number that is roughly normal with mean 0 and standard deviation 1.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

/// Compares the scene with its committed SVG; `EVENHAND_BLESS=1` writes it instead.
#[track_caller]
pub fn check(name: &str, scene: &Scene, palette: Palette) {
    let svg = to_svg(scene, &SvgOptions::standalone(palette));
    assert_well_formed(&svg);
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("{name}.svg"));
    if std::env::var_os("EVENHAND_BLESS").is_some() {
        std::fs::write(&path, &svg).expect("the snapshot can be written");
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == svg, "{name}.svg differs from the committed snapshot; see it with EVENHAND_BLESS=1");
}

/// Every tag is closed in order, every attribute is quoted, nothing is left unescaped.
#[track_caller]
pub fn assert_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        assert!(!text.contains('>'), "stray > in {text:?}");
        let end = rest[start..].find('>').expect("every tag ends") + start;
        let tag = &rest[start + 1..end];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else {
            assert_eq!(tag.matches('"').count() % 2, 0, "unbalanced quotes in <{tag}>");
            assert!(!tag.contains(" style=") && !tag.contains("NaN") && !tag.contains("inf"), "<{tag}>");
            let name = tag.split_whitespace().next().unwrap_or_default();
            assert_ne!(name, "style");
            if !tag.ends_with('/') {
                open.push(name);
            }
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "left open: {open:?}");
    for (at, _) in svg.match_indices('&') {
        let entity = &svg[at..];
        assert!(["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].iter().any(|known| entity.starts_with(known)));
    }
}
