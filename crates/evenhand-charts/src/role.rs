//! Colour by meaning: a mark says what it stands for, a palette says how that looks.

/// What a mark stands for; the same role has the same colour in every chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Main text and main lines.
    Ink,
    /// Secondary text: tick labels, notes.
    Muted,
    /// Data in the background, there for context only.
    Faint,
    /// Grid lines.
    Grid,
    /// The zero, mean or target line that data are read against.
    Reference,
    /// The thing spoken of.
    Accent,
    /// An evaluator who scores lower than others would.
    Harsher,
    /// An evaluator who scores higher than others would.
    Lenient,
    /// A change or difference for the better.
    Better,
    /// A change or difference for the worse.
    Worse,
    /// No difference that can be told from none.
    Neutral,
    /// Known too poorly to say.
    Uncertain,
    /// One of several lines or groups, 0 to 7; higher numbers wrap around.
    Series(u8),
    /// A step of the sequential scale, 0 (little) to 10 (much), for cells.
    Shade(u8),
    /// A step of the diverging scale, -5 to 5, for cells such as correlations.
    Diverge(i8),
    /// The background the chart stands on.
    Surface,
}

impl Role {
    /// The shade of a value on the sequential scale from `lo` to `hi`; `Uncertain` when that is undefined.
    #[must_use]
    pub fn shade(value: f64, lo: f64, hi: f64) -> Self {
        let share = (value - lo) / (hi - lo);
        if !share.is_finite() {
            return Self::Uncertain;
        }
        Self::Shade((share.clamp(0.0, 1.0) * 10.0).round() as u8)
    }

    /// The step of a value on the diverging scale from `-reach` to `reach`; `Uncertain` when undefined.
    #[must_use]
    pub fn diverge(value: f64, reach: f64) -> Self {
        let share = value / reach;
        if !share.is_finite() {
            return Self::Uncertain;
        }
        Self::Diverge((share.clamp(-1.0, 1.0) * 5.0).round() as i8)
    }

    /// The CSS class of the role, such as `r-harsher`, `r-series-3`, `r-shade-7` or `r-diverge-m2`.
    #[must_use]
    pub fn class(self) -> String {
        let name = match self {
            Self::Ink => "ink",
            Self::Muted => "muted",
            Self::Faint => "faint",
            Self::Grid => "grid",
            Self::Reference => "reference",
            Self::Accent => "accent",
            Self::Harsher => "harsher",
            Self::Lenient => "lenient",
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Neutral => "neutral",
            Self::Uncertain => "uncertain",
            Self::Surface => "surface",
            Self::Series(k) => return format!("r-series-{}", k % 8),
            Self::Shade(k) => return format!("r-shade-{}", k.min(10)),
            Self::Diverge(k) if k < 0 => return format!("r-diverge-m{}", k.unsigned_abs().min(5)),
            Self::Diverge(k) => return format!("r-diverge-{}", k.min(5)),
        };
        format!("r-{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_the_cell_scales() {
        assert_eq!(Role::shade(0.0, 0.0, 1.0), Role::Shade(0));
        assert_eq!(Role::shade(9.0, 0.0, 1.0), Role::Shade(10));
        assert_eq!(Role::shade(1.0, 1.0, 1.0), Role::Uncertain);
        assert_eq!(Role::diverge(-0.42, 1.0), Role::Diverge(-2));
        assert_eq!(Role::diverge(f64::NAN, 1.0), Role::Uncertain);
        assert_eq!(Role::Diverge(-2).class(), "r-diverge-m2");
        assert_eq!(Role::Series(11).class(), "r-series-3");
    }
}
