//! Python environments of their own, with pinned packages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::content_hash;
use crate::failure::{Failure, Result};

/// The interpreter of an environment in `folder` with the packages of a requirements file, made where there is none for
/// that file.
pub fn environment(folder: &Path, requirements: &Path) -> Result<PathBuf> {
    let wanted = content_hash::of(&fs::read(requirements).map_err(Failure::io("read", requirements))?);
    let (home, stamp) = (folder.join("venv"), folder.join("venv.stamp"));
    let python = if cfg!(windows) { home.join("Scripts/python.exe") } else { home.join("bin/python") };
    if python.is_file() && fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == wanted) {
        return Ok(python);
    }
    let Some(system) = command::find("python3").or_else(|| command::find("python")) else {
        return Err(Failure::missing(
            "Python was not found",
            "install Python 3.10 or newer with its venv module",
        ));
    };
    command::run(Command::new(system).args(["-m", "venv", "--clear"]).arg(&home))?;
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    command::run(install.arg(requirements))?;
    fs::write(&stamp, wanted).map_err(Failure::io("write", &stamp))?;
    Ok(python)
}
