//! Running the program on files of a temporary folder.
#![allow(dead_code, reason = "every test file uses some of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that goes when the test ends.
pub struct Folder(PathBuf);

/// What a run of the program came to.
#[derive(Debug)]
pub struct Run {
    /// Its exit code.
    pub code: i32,
    /// What it printed.
    pub out: String,
    /// What it complained of.
    pub err: String,
}

impl Folder {
    /// An empty folder of its own.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("evenhand-cli-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A folder with these files.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = Self::new();
        for (name, bytes) in files {
            fs::write(folder.path(name), bytes).unwrap();
        }
        folder
    }

    /// The path of a file in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Runs `evenhand` with these arguments; those that are names of files in the folder stand for their paths.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let path = |argument: &&str| {
            let path = self.path(argument);
            if is_file_name(argument) { path.into_os_string() } else { (*argument).into() }
        };
        let output =
            Command::new(env!("CARGO_BIN_EXE_evenhand")).args(arguments.iter().map(path)).output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// What is in a file.
    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn is_file_name(argument: &str) -> bool {
    !argument.starts_with('-') && Path::new(argument).extension().is_some()
}

/// A workbook of sheets; each is its name and its cells as a text with commas.
pub fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, text) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, line) in (0..).zip(text.lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, cell).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Two evaluators, two providers, two indicators; nothing wrong.
pub const CLEAN: &str = "round,provider,indicator,evaluator,score\n\
    R1,P1,care,E1,7\nR1,P1,care,E2,8\nR1,P1,staff,E1,6.5\nR1,P1,staff,E2,9\n\
    R1,P2,care,E1,5\nR1,P2,care,E2,5.5\nR1,P2,staff,E1,6\nR1,P2,staff,E2,7\n";

/// The scales of the clean table.
pub const SCALES: &str = "indicator,min,max,step\ncare,0,10,0.5\nstaff,0,10,0.5\n";
