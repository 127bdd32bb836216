//! `evenhand check`: data quality only.

use std::io::Write;
use std::process::ExitCode;

use evenhand_data::LoadedTable;
use evenhand_protocol::ProblemCode;
use evenhand_words::Language;

use crate::arguments::Check;
use crate::failure::Failure;
use crate::{input, quality};

pub fn run(arguments: &Check) -> Result<ExitCode, Failure> {
    let language: Language = arguments.input.language.into();
    let LoadedTable { mut loaded, problems, .. } = input::load(&arguments.input)?;
    let text = if arguments.json {
        loaded.quality.problems = problems.all().to_vec();
        serde_json::to_string_pretty(&loaded).map_err(Failure::Json)? + "\n"
    } else {
        quality::report(language, &loaded, &problems)
    };
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    let errors = loaded.quality.counts.iter().any(|count| is_error(count.code));
    Ok(if errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// A guess about what was not given and a remark on what may well be right are told but are no errors; setting aside
/// what was given is one.
fn is_error(code: ProblemCode) -> bool {
    !matches!(
        code,
        ProblemCode::ScaleGuessed
            | ProblemCode::RoundOrderGuessed
            | ProblemCode::WeightGuessed
            | ProblemCode::ConstantGuessed
            | ProblemCode::ConvertedValue
            | ProblemCode::TotalRow
            | ProblemCode::HiddenRows
            | ProblemCode::HiddenColumns
            | ProblemCode::HiddenSheet
            | ProblemCode::SingleSheet
            | ProblemCode::StraightLined
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_about_what_was_not_given_are_no_errors() {
        assert!(!is_error(ProblemCode::ScaleGuessed));
        assert!(is_error(ProblemCode::UnknownDirection));
        assert!(is_error(ProblemCode::NotANumber));
    }
}
