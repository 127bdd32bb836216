//! `evenhand-corpus FOLDER` writes the files of every case of the corpus to `FOLDER/CASE/`, and to `FOLDER/files.json`
//! which files each case has, in order.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use evenhand_corpus::{Result, cases};
use serde_json::{Map, Value};

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("evenhand-corpus FOLDER: writes the files of the corpus to FOLDER/CASE/");
        return ExitCode::from(2);
    };
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write the corpus to {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<()> {
    let mut index = Map::new();
    for case in cases()? {
        let own = folder.join(case.name);
        fs::create_dir_all(&own)?;
        let mut names = Vec::new();
        for file in case.files {
            fs::write(own.join(&file.name), file.bytes)?;
            names.push(Value::from(file.name));
        }
        index.insert(case.name.to_owned(), Value::from(names));
    }
    fs::write(folder.join("files.json"), Value::from(index).to_string())?;
    Ok(())
}
