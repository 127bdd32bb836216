use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// What a reader measures the providers by.
///
/// Marks are whole tenths of a point on the normalised scale from 0 to 100, so that a question stays a plain value that
/// can be compared and hashed: 60.0 points are 600.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
pub struct Marks {
    /// The pass mark, in tenths of a point.
    pub pass: u16,
    /// Where the second to the last grade band begin, ascending, in tenths of a point.
    pub bands: [u16; 4],
    /// How many providers count as the top.
    pub top: u16,
}

impl Marks {
    /// The highest mark: 100 points.
    pub const HIGHEST: u16 = 1_000;

    /// Pass at 60, bands from 60, 70, 80 and 90, the top 3.
    pub const DEFAULT: Self = Self { pass: 600, bands: [600, 700, 800, 900], top: 3 };

    /// Marks in points of the normalised scale, with at most one decimal: a pass mark, where the second to the fifth band
    /// begin, and how many providers count as the top.
    ///
    /// # Errors
    /// What was expected in place of the first that cannot be taken.
    pub fn checked(pass: f64, bands: &[f64], top: u32) -> Result<Self, MarkError> {
        let pass = tenths(pass)?;
        let found = bands.len() as u32;
        let points: [f64; 4] = bands.try_into().map_err(|_| MarkError::Bands { found })?;
        let mut bands = [0; 4];
        for (band, mark) in bands.iter_mut().zip(points) {
            *band = tenths(mark)?;
        }
        if let Some(pair) = points.windows(2).find(|pair| pair[1] <= pair[0]) {
            return Err(MarkError::NotRising { before: pair[0], after: pair[1] });
        }
        let top = u16::try_from(top).ok().filter(|top| *top > 0).ok_or(MarkError::Top { found: top })?;
        Ok(Self { pass, bands, top })
    }

    /// The pass mark in points of the normalised scale.
    pub fn pass_points(&self) -> f64 {
        points(self.pass)
    }

    /// Where the bands begin, in points of the normalised scale.
    pub fn band_points(&self) -> [f64; 4] {
        self.bands.map(points)
    }

    /// The same within the scale: bands in ascending order, at least one provider at the top.
    #[must_use]
    pub fn ordered(mut self) -> Self {
        self.pass = self.pass.min(Self::HIGHEST);
        self.bands = self.bands.map(|mark| mark.min(Self::HIGHEST));
        self.bands.sort_unstable();
        self.top = self.top.max(1);
        self
    }
}

impl Default for Marks {
    fn default() -> Self {
        Self::DEFAULT
    }
}

fn points(tenths: u16) -> f64 {
    f64::from(tenths) / 10.0
}

/// The tenths of a mark in points, if it is one.
fn tenths(mark: f64) -> Result<u16, MarkError> {
    if !(0.0..=points(Marks::HIGHEST)).contains(&mark) {
        return Err(MarkError::OffScale { found: mark });
    }
    let tenths = 10.0 * mark;
    if (tenths - tenths.round()).abs() > 1e-9 {
        return Err(MarkError::TooFine { found: mark });
    }
    Ok(tenths.round() as u16)
}

/// Why a mark is not taken.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkError {
    /// It is no number.
    NotNumber {
        /// What was written.
        found: String,
    },
    /// It is not on the scale from 0 to 100.
    OffScale {
        /// The mark.
        found: f64,
    },
    /// It has more than one decimal.
    TooFine {
        /// The mark.
        found: f64,
    },
    /// There are not four marks of bands.
    Bands {
        /// How many there are.
        found: u32,
    },
    /// A band begins no higher than the one below it.
    NotRising {
        /// Where the one below begins.
        before: f64,
        /// Where it begins.
        after: f64,
    },
    /// The top has no providers, or more than can be counted.
    Top {
        /// How many were asked for.
        found: u32,
    },
}

#[cfg(test)]
mod tests {
    use super::{MarkError, Marks};

    #[test]
    fn marks_become_tenths() {
        let marks = Marks::checked(62.5, &[50.0, 60.0, 72.5, 90.0], 5);
        assert_eq!(marks, Ok(Marks { pass: 625, bands: [500, 600, 725, 900], top: 5 }));
        assert_eq!(Marks::checked(60.0, &[60.0, 70.0, 80.0, 90.0], 3), Ok(Marks::DEFAULT));
    }

    #[test]
    fn what_cannot_be_taken_is_told() {
        let bands = [60.0, 70.0, 80.0, 90.0];
        assert_eq!(Marks::checked(120.0, &bands, 3), Err(MarkError::OffScale { found: 120.0 }));
        assert!(matches!(Marks::checked(f64::NAN, &bands, 3), Err(MarkError::OffScale { .. })));
        assert_eq!(Marks::checked(60.25, &bands, 3), Err(MarkError::TooFine { found: 60.25 }));
        assert_eq!(Marks::checked(60.0, &bands[1..], 3), Err(MarkError::Bands { found: 3 }));
        let falling = Marks::checked(60.0, &[60.0, 80.0, 70.0, 90.0], 3);
        assert_eq!(falling, Err(MarkError::NotRising { before: 80.0, after: 70.0 }));
        assert_eq!(Marks::checked(60.0, &bands, 0), Err(MarkError::Top { found: 0 }));
    }
}
