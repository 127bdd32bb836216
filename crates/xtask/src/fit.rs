//! What a program that fits a mixed model prints of it.

use crate::failure::{Failure, Result};

/// A fit and how long it took.
#[derive(Debug, PartialEq)]
pub struct Fit {
    /// The line that names the program.
    pub program: String,
    /// Seconds that the fit took, without reading or making the ratings.
    pub seconds: f64,
    /// The criterion at its optimum.
    pub deviance: f64,
}

impl Fit {
    /// Reads the lines `seconds S` and `deviance D` below a line that names the program.
    pub fn read(printed: &str) -> Result<Self> {
        let number = |name: &str| {
            let mut values = printed.lines().filter_map(|line| line.strip_prefix(name)?.trim().parse().ok());
            values.next().ok_or_else(|| Failure::Other(format!("no {name} in: {printed}")))
        };
        let program = printed.lines().next().unwrap_or_default().trim().to_owned();
        Ok(Self { program, seconds: number("seconds ")?, deviance: number("deviance ")? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fit_is_read_from_what_is_printed() {
        let fit = Fit::read("R version 4.2.2 lme4 1.1.31 \nseconds 1.250\ndeviance 300.5\nprovider 0.5\n");
        let expected =
            Fit { program: "R version 4.2.2 lme4 1.1.31".to_owned(), seconds: 1.25, deviance: 300.5 };
        assert_eq!(fit.expect("both lines are there"), expected);
        assert!(Fit::read("something else").is_err());
    }
}
