//! The three built-in palettes: how each role looks on screen by day, by night and on paper.
//!
//! Hues follow Okabe and Ito (2008), darkened or lightened until marks reach a contrast of 3:1 and text
//! 4.5:1 on their surface (WCAG 2.2, success criteria 1.4.11 and 1.4.3); the tests measure it.

use crate::role::Role;

/// The colours of one theme as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    surface: &'static str,
    ink: &'static str,
    muted: &'static str,
    faint: &'static str,
    grid: &'static str,
    reference: &'static str,
    accent: &'static str,
    harsher: &'static str,
    lenient: &'static str,
    better: &'static str,
    worse: &'static str,
    neutral: &'static str,
    uncertain: &'static str,
    series: [&'static str; 8],
    series_text: [&'static str; 8],
    shades: [&'static str; 11],
    diverging: [&'static str; 11],
}

const LIGHT: Palette = Palette {
    surface: "#ffffff",
    ink: "#1a1f26",
    muted: "#57606b",
    faint: "#b4bcc5",
    grid: "#e3e7eb",
    reference: "#3c444d",
    accent: "#0b5cad",
    harsher: "#c2410c",
    lenient: "#0369a1",
    better: "#047857",
    worse: "#a3277b",
    neutral: "#6b7480",
    uncertain: "#858d97",
    series: ["#0072b2", "#d55e00", "#008f68", "#b4578f", "#a87400", "#3a8fca", "#333b44", "#8c5a3c"],
    series_text: ["#0069a5", "#b04c00", "#00734f", "#9c4079", "#7d5600", "#1f6fa6", "#333b44", "#7d4e32"],
    shades: [
        "#f3f7fb", "#e2ecf6", "#cfe1f1", "#b7d3ea", "#98c2e0", "#76acd4", "#5595c6", "#387ab1", "#2165a0",
        "#114d87", "#08336b",
    ],
    diverging: [
        "#0b4f8a", "#2f78b7", "#6ba3d1", "#a6c8e4", "#d6e5f1", "#f3f4f5", "#fbe3cf", "#f6c08f", "#e7975a",
        "#b65a15", "#9a4508",
    ],
};

const DARK: Palette = Palette {
    surface: "#14181d",
    ink: "#e8ebef",
    muted: "#a3acb7",
    faint: "#4f5964",
    grid: "#2b323a",
    reference: "#c3cad2",
    accent: "#6cb4f5",
    harsher: "#fb923c",
    lenient: "#56b4e9",
    better: "#34d399",
    worse: "#e58ac4",
    neutral: "#98a2ae",
    uncertain: "#7c8691",
    series: ["#56a9e8", "#f28c45", "#2fc79a", "#de8fbf", "#e6b23a", "#a5d6f7", "#d5dae0", "#c79a7b"],
    series_text: ["#56a9e8", "#f28c45", "#2fc79a", "#de8fbf", "#e6b23a", "#a5d6f7", "#d5dae0", "#c79a7b"],
    shades: [
        "#1b222a", "#1d2c3a", "#1f374b", "#21435f", "#245175", "#2a618c", "#346e9b", "#4f8bbb", "#70a5cf",
        "#9bc3e2", "#d0e4f5",
    ],
    diverging: [
        "#8cc8f7", "#62a6dc", "#356d9b", "#2e638f", "#234763", "#262d34", "#57402c", "#855832", "#945b28",
        "#dc9450", "#f9bb80",
    ],
};

impl Palette {
    /// Dark ink on white, for the screen.
    #[must_use]
    pub fn light() -> Self {
        LIGHT
    }

    /// Light ink on near-black, for the screen.
    #[must_use]
    pub fn dark() -> Self {
        DARK
    }

    /// Black ink on white, for paper: stronger grid and greys.
    #[must_use]
    pub fn print() -> Self {
        Self {
            ink: "#000000",
            muted: "#404040",
            faint: "#a8a8a8",
            grid: "#d4d4d4",
            reference: "#222222",
            ..LIGHT
        }
    }

    /// The colour of a mark with this role.
    #[must_use]
    pub fn color(&self, role: Role) -> &'static str {
        match role {
            Role::Ink => self.ink,
            Role::Muted => self.muted,
            Role::Faint => self.faint,
            Role::Grid => self.grid,
            Role::Reference => self.reference,
            Role::Accent => self.accent,
            Role::Harsher => self.harsher,
            Role::Lenient => self.lenient,
            Role::Better => self.better,
            Role::Worse => self.worse,
            Role::Neutral => self.neutral,
            Role::Uncertain => self.uncertain,
            Role::Surface => self.surface,
            Role::Series(k) => self.series[usize::from(k % 8)],
            Role::Shade(k) => self.shades[usize::from(k.min(10))],
            Role::Diverge(k) => self.diverging[usize::from((k.clamp(-5, 5) + 5).unsigned_abs())],
        }
    }

    /// The colour of text with this role on the surface: a stronger tone where the mark's own is too weak.
    #[must_use]
    pub fn text_color(&self, role: Role) -> &'static str {
        match role {
            Role::Series(k) => self.series_text[usize::from(k % 8)],
            Role::Faint | Role::Grid | Role::Uncertain | Role::Shade(_) | Role::Diverge(_) => self.muted,
            other => self.color(other),
        }
    }

    /// The colour of text upon a cell or bar filled with this role: ink or surface, whichever reads better.
    #[must_use]
    pub fn text_over(&self, fill: Role) -> &'static str {
        let fill = self.color(fill);
        if contrast(self.ink, fill) >= contrast(self.surface, fill) { self.ink } else { self.surface }
    }
}

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).
fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, definition of relative luminance).
fn luminance(color: &str) -> f64 {
    let channel = |from: usize| {
        let value = color.get(from..from + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0);
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data_roles() -> Vec<Role> {
        let mut roles = vec![
            Role::Ink,
            Role::Muted,
            Role::Reference,
            Role::Accent,
            Role::Harsher,
            Role::Lenient,
            Role::Better,
            Role::Worse,
            Role::Neutral,
            Role::Uncertain,
        ];
        roles.extend((0..8).map(Role::Series));
        roles
    }

    #[test]
    fn marks_and_text_reach_the_contrast_of_wcag() {
        for palette in [Palette::light(), Palette::dark(), Palette::print()] {
            for role in data_roles() {
                let mark = contrast(palette.color(role), palette.surface);
                assert!(mark >= 3.0, "{role:?}: mark contrast {mark:.2}");
                let text = contrast(palette.text_color(role), palette.surface);
                assert!(text >= 4.5, "{role:?}: text contrast {text:.2}");
            }
            let steps = (0..=10).map(Role::Shade).chain((-5..=5).map(Role::Diverge));
            for role in steps {
                let over = contrast(palette.text_over(role), palette.color(role));
                assert!(over >= 4.5, "{role:?}: text over cell {over:.2}");
            }
        }
    }

    #[test]
    fn contrast_of_black_and_white_is_21() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    }
}
