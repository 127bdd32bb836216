//! Runs JavaScript tests and benchmarks against the built site, engine and command-line program.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser;
use crate::bundle;
use crate::command;
use crate::content_hash;
use crate::failure::{Failure, Result};
use crate::say;
use crate::server;
use crate::site;
use crate::workspace::Workspace;

/// Where it is recorded which lock file `node_modules` was installed from.
const STAMP: &str = "node_modules/.evenhand-lock";

/// Node with everything that a script may need named in its environment.
pub struct Node {
    program: PathBuf,
    folder: PathBuf,
    variables: Vec<(&'static str, PathBuf)>,
    site_url: String,
}

/// Which builds the scripts work on.
pub struct Builds {
    /// The static site.
    pub site: PathBuf,
    /// The command-line program.
    pub cli: PathBuf,
    /// Whether a browser is needed.
    pub browser: bool,
}

impl Node {
    /// Looks for Node: `None` where it may be missing, with a note for the reader.
    pub fn find() -> Result<Option<PathBuf>> {
        match command::find("node") {
            Some(program) => Ok(Some(program)),
            None if command::in_ci() => Err(Failure::missing(
                "Node.js was not found, and in continuous integration its tests must run",
                "install Node.js 20 or newer (https://nodejs.org)",
            )),
            None => Ok(None),
        }
    }

    /// Installs the packages, starts the server and collects the environment.
    pub fn prepare(workspace: &Workspace, program: PathBuf, builds: Builds) -> Result<Self> {
        let folder = workspace.root.join("tests");
        let module = workspace.node_package().join(format!("{}.js", site::ENGINE));
        for (path, step) in [(&builds.site, "site"), (&module, "site"), (&builds.cli, "build")] {
            if !path.exists() {
                let hint = format!("build it first: cargo xtask test --only {step}");
                return Err(Failure::missing(format!("{} is not there", path.display()), hint));
            }
        }
        install(&folder)?;
        let mut variables = vec![
            ("EVENHAND_SITE_FOLDER", builds.site.clone()),
            ("EVENHAND_NODE_MODULE", module),
            (
                "EVENHAND_CORPUS",
                builds.cli.with_file_name(format!("evenhand-corpus{}", env::consts::EXE_SUFFIX)),
            ),
            ("EVENHAND_CLI", builds.cli),
        ];
        if builds.browser {
            variables.push(("EVENHAND_CHROMIUM", browser::chromium()?));
            variables.extend(browser::firefox().map(|firefox| ("EVENHAND_FIREFOX", firefox)));
        }
        variables.extend(workspace.shared_data().map(|data| ("EVENHAND_SHARED", data)));
        Ok(Self { program, folder, variables, site_url: server::in_background(&builds.site)? })
    }

    /// Node in the folder of the tests, with the environment set.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(&self.folder).env("EVENHAND_SITE", &self.site_url);
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// The scripts of one folder of `tests/` whose names end in `suffix`, relative to `tests/`.
pub fn scripts(workspace: &Workspace, folder: &str, suffix: &str) -> Result<Vec<String>> {
    let path = workspace.root.join("tests").join(folder);
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let files = bundle::files_under(&path)?;
    Ok(files.iter().filter(|file| file.ends_with(suffix)).map(|file| format!("{folder}/{file}")).collect())
}

/// Runs `npm ci`, unless the packages are those of the lock file already.
fn install(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    if !lock.exists() {
        return Ok(());
    }
    let stamp = content_hash::of(&fs::read(&lock).map_err(Failure::io("read", &lock))?);
    let stamp_file = folder.join(STAMP);
    if fs::read_to_string(&stamp_file).is_ok_and(|text| text == stamp) {
        return Ok(());
    }
    say::note("installing the packages of the tests");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    command::run(Command::new(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))?;
    if folder.join("node_modules").is_dir() {
        fs::write(&stamp_file, stamp).map_err(Failure::io("write", &stamp_file))?;
    }
    Ok(())
}
