//! Reads exported reports with programs that nobody here wrote: python-pptx, openpyxl, LibreOffice and poppler.
//!
//! Python packages come from PyPI into an environment of their own under `target/`; LibreOffice and poppler are used
//! where they are, and installed on a Debian machine of our own.

use std::path::PathBuf;
use std::process::Command;

use crate::apt;
use crate::command;
use crate::failure::{Failure, Result};
use crate::python;
use crate::say;
use crate::tally::Tally;
use crate::workspace::Workspace;

/// Programs that open slides.
const OFFICE: [&str; 2] = ["soffice", "libreoffice"];

/// What Debian calls them, with the fonts of the Chinese sample.
const PACKAGES: [&str; 4] = ["libreoffice-impress", "libreoffice-calc", "poppler-utils", "fonts-noto-cjk"];

/// Runs `tests/reports`.
pub fn test(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    let folder = workspace.root.join("tests").join("reports");
    let Some(python) = interpreter(workspace, tally)? else { return Ok(()) };
    let mut tests = Command::new(python);
    tests.arg(folder.join("run.py")).env("EVENHAND_CLI", workspace.cli("debug"));
    tests.env("PYTHONDONTWRITEBYTECODE", "1");
    tests.envs(workspace.shared_data().map(|data| ("EVENHAND_SHARED", data)));
    match office() {
        Some(office) => drop(tests.env("EVENHAND_OFFICE", office)),
        None => say::note(
            "LibreOffice or poppler was not found and could not be installed: slides are not opened in it",
        ),
    }
    command::stream(&mut tests, |line| tally.count_lines(line))
}

/// The interpreter with the packages; where there can be none, that is told, and a failure where nobody would see it.
fn interpreter(workspace: &Workspace, tally: &mut Tally) -> Result<Option<PathBuf>> {
    let requirements = workspace.root.join("tests").join("reports").join("requirements.txt");
    match python::environment(&workspace.target.join("reports"), &requirements) {
        Ok(python) => Ok(Some(python)),
        Err(error) if command::in_ci() => Err(error),
        Err(error) => {
            let what = format!("tests/reports: no Python with its packages ({error})");
            println!("SKIPPED: {what}");
            *tally += Tally::skipped(what);
            Ok(None)
        }
    }
}

/// LibreOffice, with poppler beside it.
fn office() -> Option<PathBuf> {
    let find = || {
        let office = OFFICE.iter().find_map(|program| command::find(program))?;
        command::find("pdftotext").map(|_| office)
    };
    if let Some(found) = find() {
        return Some(found);
    }
    let installed: std::result::Result<(), Failure> = apt::install(&PACKAGES);
    if let Err(error) = installed {
        say::note(&format!("LibreOffice and poppler were not installed: {error}"));
    }
    find()
}
