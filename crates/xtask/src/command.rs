//! Starts other programs: cargo without this program's own variables, and commands whose output is read as it runs.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Result};

/// Variables that `cargo run` sets for this program; a build script that reads one would run again for nothing.
const OWN_VARIABLES: [&str; 5] = [
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_PRIMARY_PACKAGE",
];

/// Cargo, of the toolchain that runs this program, in `folder`.
pub fn cargo(folder: &Path) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.current_dir(folder);
    for (name, _) in env::vars_os() {
        let own =
            name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || OWN_VARIABLES.contains(&name));
        if own {
            command.env_remove(name);
        }
    }
    if env::var_os("CARGO_TERM_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", if colour() { "always" } else { "never" });
    }
    command
}

/// Runs a command with this program's own input and output.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(not_started(command))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::Command { command: line_of(command), code: status.code() })
    }
}

/// Runs a command and returns what it printed; its error output passes through.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(not_started(command))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Failure::Command { command: line_of(command), code: output.status.code() })
    }
}

/// Runs a command, passes its output through, and hands each line, free of colour codes, to `on_line`.
pub fn stream(command: &mut Command, on_line: impl FnMut(&str)) -> Result<()> {
    stream_within(command, None, on_line)
}

/// As [`stream`]; a program that prints nothing for as long as `patience` is ended, with [`Failure::Silent`].
pub fn stream_within(
    command: &mut Command,
    patience: Option<Duration>,
    mut on_line: impl FnMut(&str),
) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(not_started(command))?;
    if let Some(output) = child.stdout.take() {
        let lines = lines_of(output);
        loop {
            let line = match patience {
                None => lines.recv().map_err(RecvTimeoutError::from),
                Some(patience) => lines.recv_timeout(patience),
            };
            match line {
                Ok(bytes) => {
                    let mut out = std::io::stdout().lock();
                    // A reader that has gone away must not stop the tests.
                    let _ = out.write_all(&bytes).and_then(|()| out.flush());
                    on_line(plain(&String::from_utf8_lossy(&bytes)).trim_end());
                }
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    // One that has ended by itself meanwhile is as good as ended.
                    let _ = child.kill();
                    let _ = child.wait();
                    let seconds = patience.unwrap_or_default().as_secs();
                    return Err(Failure::Silent { command: line_of(command), seconds });
                }
            }
        }
    }
    let status = child.wait().map_err(not_started(command))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::Command { command: line_of(command), code: status.code() })
    }
}

/// The lines that a program prints, as they come; output that cannot be read is at its end.
fn lines_of(output: ChildStdout) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut reader = BufReader::new(output);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|n| n > 0) {
            if sender.send(std::mem::take(&mut bytes)).is_err() {
                break;
            }
        }
    });
    receiver
}

/// Finds a program on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

/// Whether this run is continuous integration, where nothing may be skipped in silence.
pub fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false" && value != "0")
}

/// Whether the output goes to a reader who wants colours.
fn colour() -> bool {
    std::io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none()
}

/// A command as one would type it.
fn line_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(command: &Command) -> impl FnOnce(std::io::Error) -> Failure + use<> {
    let command = line_of(command);
    move |source| Failure::NotStarted { command, source }
}

/// Removes the terminal's colour codes (`ESC [ … letter`) from a line.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            for code in chars.by_ref() {
                if code.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_codes_are_removed() {
        assert_eq!(plain("test result: \u{1b}[32mok\u{1b}[m. 3 passed"), "test result: ok. 3 passed");
        assert_eq!(plain("ℹ pass 3"), "ℹ pass 3");
    }

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("/usr/bin/node");
        command.args(["--test", "a.mjs"]);
        assert_eq!(line_of(&command), "node --test a.mjs");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program-here")).expect_err("it does not exist");
        assert!(error.to_string().starts_with("cannot start `no-such-program-here`"), "{error}");
    }
    #[cfg(unix)]
    #[test]
    fn a_program_that_says_nothing_is_ended() {
        let mut lines = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo begun; exec sleep 600"]);
        let patience = Some(Duration::from_millis(500));
        let error = stream_within(&mut command, patience, |line| lines.push(line.to_owned()));
        assert!(matches!(error, Err(Failure::Silent { .. })), "{error:?}");
        assert_eq!(lines, ["begun"]);
    }
}
