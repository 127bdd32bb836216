//! Packages of Debian, on a machine of our own.

use std::path::Path;
use std::process::Command;

use crate::command;
use crate::failure::Result;
use crate::say;

/// Installs packages on a Debian machine of our own (root, such as a build machine); does nothing elsewhere.
pub fn install(packages: &[&str]) -> Result<()> {
    if command::find("apt-get").is_none() || !is_root() {
        return Ok(());
    }
    say::note(&format!("installing with apt-get: {}", packages.join(", ")));
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
