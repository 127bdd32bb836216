//! `evenhand check`: data quality only.

use std::io::Write;
use std::process::ExitCode;

use evenhand_protocol::ProblemCode;
use evenhand_words::Language;

use crate::arguments::Check;
use crate::failure::Failure;
use crate::{input, summary};

pub fn run(arguments: &Check) -> Result<ExitCode, Failure> {
    let language: Language = arguments.input.language.into();
    let loaded = input::load(&arguments.input)?.loaded;
    let text = if arguments.json {
        serde_json::to_string_pretty(&loaded).map_err(Failure::Json)? + "\n"
    } else {
        summary::quality(language, &loaded)
    };
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    let errors = loaded.quality.counts.iter().any(|count| is_error(count.code));
    Ok(if errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// A guess about what was not given is told but is no error; setting aside what was given is one.
fn is_error(code: ProblemCode) -> bool {
    !matches!(code, ProblemCode::ScaleGuessed | ProblemCode::RoundOrderGuessed | ProblemCode::WeightGuessed)
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
