//! `evenhand simulate`: score tables with their truth beside them.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use evenhand_simulate::{Language, NamedFile, SAMPLE_SEED, large_programme, sample_settings, simulate};

use crate::arguments::{Simulate, Tongue};
use crate::failure::Failure;

pub fn run(arguments: &Simulate) -> Result<ExitCode, Failure> {
    let language = match arguments.language {
        Tongue::En => Language::English,
        Tongue::Zh => Language::Chinese,
    };
    let programme = match arguments.scores {
        None => sample_settings(language),
        Some(n) => large_programme(n),
    };
    let checked = programme.check().map_err(Failure::Simulation)?;
    let simulated = simulate(&checked, arguments.seed.unwrap_or(SAMPLE_SEED));
    let folder = &arguments.output;
    fs::create_dir_all(folder).map_err(Failure::io("write", folder))?;
    let mut files = simulated.files();
    files.extend(simulated.truth.to_csv_files(&simulated.tables));
    for file in &files {
        write(folder, file)?;
    }
    let words = evenhand_words::Language::from(arguments.language).words();
    println!("{}: {}", words.cli.simulated, folder.display());
    for file in &files {
        println!("  {}", file.name);
    }
    Ok(ExitCode::SUCCESS)
}

fn write(folder: &Path, file: &NamedFile) -> Result<(), Failure> {
    let path = folder.join(&file.name);
    fs::write(&path, &file.text).map_err(Failure::io("write", &path))
}
