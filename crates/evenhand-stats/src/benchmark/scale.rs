//! The published benchmark scales.

/// A published scale of words for a coefficient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BenchmarkScale {
    /// Landis & Koch (1977), for kappa.
    LandisKoch,
    /// Fleiss (1981), for kappa.
    Fleiss,
    /// Altman (1991), for kappa.
    Altman,
    /// Koo & Li (2016), for intraclass correlations.
    KooLi,
    /// Cicchetti (1994), for kappa and intraclass correlations.
    Cicchetti,
    /// George & Mallery (2003), for Cronbach's alpha.
    GeorgeMallery,
}

/// A word of a benchmark scale; what it means depends on the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// The lowest word of George & Mallery.
    Unacceptable,
    /// The lowest word of the other scales, and the second lowest of George & Mallery.
    Poor,
    /// George & Mallery only.
    Questionable,
    /// Landis & Koch only.
    Slight,
    /// Landis & Koch, Altman and Cicchetti.
    Fair,
    /// Landis & Koch, Altman, and Koo & Li.
    Moderate,
    /// Fleiss only: the middle of three.
    IntermediateToGood,
    /// George & Mallery only.
    Acceptable,
    /// Altman, Koo & Li, Cicchetti, and George & Mallery.
    Good,
    /// Altman only: its highest.
    VeryGood,
    /// Landis & Koch only.
    Substantial,
    /// Fleiss, Koo & Li, Cicchetti, and George & Mallery: the highest.
    Excellent,
    /// Landis & Koch only: the highest.
    AlmostPerfect,
}

/// A level of a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScaleLevel {
    /// Its word.
    pub grade: Grade,
    /// Where it begins; it ends where the next higher one begins, or at 1. The lowest level begins at -1.
    pub from: f64,
}

/// A level in one line.
const fn level(grade: Grade, from: f64) -> ScaleLevel {
    ScaleLevel { grade, from }
}

impl BenchmarkScale {
    /// The levels, from the highest to the lowest.
    pub fn levels(self) -> &'static [ScaleLevel] {
        use Grade::{
            Acceptable, AlmostPerfect, Excellent, Fair, Good, IntermediateToGood, Moderate, Poor,
            Questionable, Slight, Substantial, Unacceptable, VeryGood,
        };
        match self {
            Self::LandisKoch => {
                const {
                    &[
                        level(AlmostPerfect, 0.8),
                        level(Substantial, 0.6),
                        level(Moderate, 0.4),
                        level(Fair, 0.2),
                        level(Slight, 0.0),
                        level(Poor, -1.0),
                    ]
                }
            }
            Self::Fleiss => {
                const { &[level(Excellent, 0.75), level(IntermediateToGood, 0.4), level(Poor, -1.0)] }
            }
            Self::Altman => {
                const {
                    &[
                        level(VeryGood, 0.8),
                        level(Good, 0.6),
                        level(Moderate, 0.4),
                        level(Fair, 0.2),
                        level(Poor, -1.0),
                    ]
                }
            }
            Self::KooLi => {
                const { &[level(Excellent, 0.9), level(Good, 0.75), level(Moderate, 0.5), level(Poor, -1.0)] }
            }
            Self::Cicchetti => {
                const { &[level(Excellent, 0.75), level(Good, 0.6), level(Fair, 0.4), level(Poor, -1.0)] }
            }
            Self::GeorgeMallery => {
                const {
                    &[
                        level(Excellent, 0.9),
                        level(Good, 0.8),
                        level(Acceptable, 0.7),
                        level(Questionable, 0.6),
                        level(Poor, 0.5),
                        level(Unacceptable, -1.0),
                    ]
                }
            }
        }
    }

    /// The level a value lies in, whatever its uncertainty.
    pub fn level_of(self, value: f64) -> ScaleLevel {
        let levels = self.levels();
        // The lowest level takes what lies below all others.
        levels.iter().copied().find(|level| value >= level.from).unwrap_or(levels[levels.len() - 1])
    }
}
