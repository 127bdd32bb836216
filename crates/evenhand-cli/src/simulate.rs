//! `evenhand simulate`: score tables with their truth beside them.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use evenhand_simulate::{
    Language, NamedFile, SAMPLE_SEED, large_programme, sample_programme, sample_settings, simulate,
};

use crate::arguments::{Simulate, Tongue};
use crate::failure::Failure;

pub fn run(arguments: &Simulate) -> Result<ExitCode, Failure> {
    let language = match arguments.language {
        Tongue::En => Language::English,
        Tongue::Zh => Language::Chinese,
    };
    let simulated = match (arguments.scores, arguments.seed) {
        (None, None) if !arguments.effects.any() => sample_programme(language),
        (scores, seed) => {
            let programme = scores.map_or_else(|| sample_settings(language), large_programme);
            let programme = arguments.effects.put_into(programme)?;
            let checked = programme.check().map_err(Failure::Simulation)?;
            simulate(&checked, seed.unwrap_or(SAMPLE_SEED))
        }
    };
    let folder = &arguments.output;
    let words = evenhand_words::Language::from(arguments.language).words();
    println!("{}: {}", words.cli.simulated, folder.display());
    write(folder, &simulated.files())?;
    // In a folder of its own, so that dropping everything beside it on the page loads the data and not the truth.
    write(&folder.join("truth"), &simulated.truth.to_csv_files(&simulated.tables))?;
    Ok(ExitCode::SUCCESS)
}

fn write(folder: &Path, files: &[NamedFile]) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::io("write", folder))?;
    for file in files {
        let path = folder.join(&file.name);
        fs::write(&path, &file.text).map_err(Failure::io("write", &path))?;
        println!("  {}", path.display());
    }
    Ok(())
}
