//! Packages of Debian, on a machine of our own.

use std::path::Path;
use std::process::Command;

use crate::command;
use crate::failure::Result;
use crate::say;

/// Whether packages may be installed: on Debian as root, such as on a build machine.
pub fn is_possible() -> bool {
    command::find("apt-get").is_some() && is_root()
}

/// Installs packages because `missing` was not found.
pub fn install(missing: &str, packages: &[&str]) -> Result<()> {
    say::note(&format!("no {missing} found: installing it with apt-get"));
    command::run(apt().args(["update", "-qq"]))?;
    command::run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

fn is_root() -> bool {
    cfg!(unix)
        && Path::new("/usr/bin/id").exists()
        && command::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
