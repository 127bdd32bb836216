//! The files of the cases, by what they try.

mod broken;
mod encodings;
mod formats;
mod layouts;
mod metadata;
mod parts;
mod rows;
mod shapes;
mod values;
mod workbooks;

use crate::case::{Case, File, Result};

/// The scores that most cases write: two of everything, on a scale from 0 to 10 in halves.
const LONG: &str = "round,provider,indicator,evaluator,score\n\
    R1,甲,care,E1,7\nR1,甲,care,E2,8\nR1,甲,staff,E1,6.5\nR1,甲,staff,E2,9\n\
    R1,乙,care,E1,5\nR1,乙,care,E2,5.5\nR1,乙,staff,E1,6\nR1,乙,staff,E2,7\n\
    R2,甲,care,E1,8\nR2,甲,care,E2,8.5\nR2,甲,staff,E1,7\nR2,甲,staff,E2,9.5\n\
    R2,乙,care,E1,6\nR2,乙,care,E2,6.5\nR2,乙,staff,E1,6.5\nR2,乙,staff,E2,7.5\n";

/// The first round of [`LONG`] without the column of rounds.
const FIRST: &str = "provider,indicator,evaluator,score\n\
    甲,care,E1,7\n甲,care,E2,8\n甲,staff,E1,6.5\n甲,staff,E2,9\n\
    乙,care,E1,5\n乙,care,E2,5.5\n乙,staff,E1,6\n乙,staff,E2,7\n";

/// The second round of [`LONG`] without the column of rounds.
const SECOND: &str = "provider,indicator,evaluator,score\n\
    甲,care,E1,8\n甲,care,E2,8.5\n甲,staff,E1,7\n甲,staff,E2,9.5\n\
    乙,care,E1,6\n乙,care,E2,6.5\n乙,staff,E1,6.5\n乙,staff,E2,7.5\n";

/// [`LONG`] with a score sheet per row.
const BY_INDICATOR: &str = "round,provider,evaluator,care,staff\n\
    R1,甲,E1,7,6.5\nR1,甲,E2,8,9\nR1,乙,E1,5,6\nR1,乙,E2,5.5,7\n\
    R2,甲,E1,8,7\nR2,甲,E2,8.5,9.5\nR2,乙,E1,6,6.5\nR2,乙,E2,6.5,7.5\n";

/// [`LONG`] with a column per evaluator.
const BY_EVALUATOR: &str = "round,provider,indicator,E1,E2\n\
    R1,甲,care,7,8\nR1,甲,staff,6.5,9\nR1,乙,care,5,5.5\nR1,乙,staff,6,7\n\
    R2,甲,care,8,8.5\nR2,甲,staff,7,9.5\nR2,乙,care,6,6.5\nR2,乙,staff,6.5,7.5\n";

/// [`LONG`] with a column per round.
const BY_ROUND: &str = "provider,indicator,evaluator,R1,R2\n\
    甲,care,E1,7,8\n甲,care,E2,8,8.5\n甲,staff,E1,6.5,7\n甲,staff,E2,9,9.5\n\
    乙,care,E1,5,6\n乙,care,E2,5.5,6.5\n乙,staff,E1,6,6.5\n乙,staff,E2,7,7.5\n";

/// The scales of [`LONG`], so that none is guessed.
const SCALES: &str = "indicator,min,max,step\ncare,0,10,0.5\nstaff,0,10,0.5\n";

/// Every case of the corpus.
///
/// # Errors
/// What a writer says; none is expected.
pub fn cases() -> Result<Vec<Case>> {
    let mut cases = formats::cases()?;
    cases.extend(encodings::cases()?);
    cases.extend(shapes::cases()?);
    cases.extend(layouts::cases()?);
    cases.extend(workbooks::cases()?);
    cases.extend(values::cases()?);
    cases.extend(rows::cases());
    cases.extend(metadata::cases());
    cases.extend(parts::cases()?);
    cases.extend(broken::cases()?);
    Ok(cases)
}

/// A case of one file and the scales.
fn scaled(name: &'static str, file: &str, bytes: impl Into<Vec<u8>>) -> Case {
    Case::new(name, vec![File::new(file, bytes), File::new("indicators.csv", SCALES)])
}
