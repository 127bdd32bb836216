//! `evenhand check`: data quality only.

use std::io::Write;
use std::process::ExitCode;

use evenhand_protocol::Action;
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
    // A guess is told but is no error: nothing the user gave was set aside.
    let errors = loaded.quality.counts.iter().any(|count| count.action != Action::Guessed);
    Ok(if errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
