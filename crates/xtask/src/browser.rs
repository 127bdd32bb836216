//! Finds a Chromium for the browser tests, and installs one where that is safe.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::failure::{Failure, Result};
use crate::say;

/// Variables that may name the browser.
const VARIABLES: [&str; 3] = ["EVENHAND_CHROMIUM", "CHROME", "CHROMIUM"];

/// Names of the browser on the search path.
const PROGRAMS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Places outside the search path.
const PLACES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// The browser's path; on a Debian machine of our own (root, such as a build machine) it is installed when missing.
pub fn chromium() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    install(&["chromium", "fonts-noto-cjk"])?;
    find().ok_or_else(|| {
        Failure::missing(
            "the browser tests need Chromium or Chrome, and none was found",
            "install one (Debian, Ubuntu: apt-get install chromium) or name it in the variable CHROME",
        )
    })
}

/// Installs packages on a Debian machine of our own (root, such as a build machine); does nothing elsewhere.
pub fn install(packages: &[&str]) -> Result<()> {
    if command::find("apt-get").is_none() || !is_root() {
        return Ok(());
    }
    say::note(&format!("installing with apt-get: {}", packages.join(", ")));
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    command::run(apt().args(["update", "-qq"]))?;
    command::run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

fn find() -> Option<PathBuf> {
    let named = VARIABLES.iter().filter_map(env::var_os).map(PathBuf::from).find(|path| path.is_file());
    let on_path = || PROGRAMS.iter().find_map(|program| command::find(program));
    let elsewhere = || PLACES.iter().map(PathBuf::from).find(|path| path.is_file());
    named.or_else(on_path).or_else(elsewhere)
}

fn is_root() -> bool {
    cfg!(unix)
        && Path::new("/usr/bin/id").exists()
        && command::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
