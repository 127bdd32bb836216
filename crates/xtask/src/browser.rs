//! Finds the browsers of the browser tests, and installs them where that is safe.

use std::env;
use std::path::PathBuf;

use crate::apt;
use crate::command;
use crate::failure::{Failure, Result};

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
    apt::install(&["chromium", "fonts-noto-cjk"])?;
    find().ok_or_else(|| {
        Failure::missing(
            "the browser tests need Chromium or Chrome, and none was found",
            "install one (Debian, Ubuntu: apt-get install chromium) or name it in the variable CHROME",
        )
    })
}

/// Firefox, where there is one or it can be installed; the tests in it say so where they are skipped.
pub fn firefox() -> Option<PathBuf> {
    let find = || {
        let named = env::var_os("EVENHAND_FIREFOX").map(PathBuf::from).filter(|path| path.is_file());
        named.or_else(|| ["firefox-esr", "firefox"].iter().find_map(|program| command::find(program)))
    };
    find().or_else(|| {
        // Where it cannot be installed the tests are skipped, which they say.
        let installed = apt::install(&["firefox-esr"]);
        installed.ok().and_then(|()| find())
    })
}

fn find() -> Option<PathBuf> {
    let named = VARIABLES.iter().filter_map(env::var_os).map(PathBuf::from).find(|path| path.is_file());
    let on_path = || PROGRAMS.iter().find_map(|program| command::find(program));
    let elsewhere = || PLACES.iter().map(PathBuf::from).find(|path| path.is_file());
    named.or_else(on_path).or_else(elsewhere)
}
