//! Where crates live and what their manifests must say.

use std::fs;

use super::Rule;
use crate::failure::{Failure, Result};
use crate::workspace::Workspace;

/// The rules on folders and manifests.
pub fn rules(workspace: &Workspace) -> Result<Vec<Rule>> {
    let mut folders = vec![workspace.root.join("web")];
    let crates = workspace.root.join("crates");
    for entry in fs::read_dir(&crates).map_err(Failure::io("read", &crates))? {
        folders.push(entry.map_err(Failure::io("read", &crates))?.path());
    }
    folders.sort();
    let mut names = Vec::new();
    let mut lints = Vec::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let manifest = folder.join("Cargo.toml");
        let text = fs::read_to_string(&manifest).map_err(Failure::io("read", &manifest))?;
        let place = manifest.strip_prefix(&workspace.root).unwrap_or(&manifest).display();
        let folder_name = folder.file_name().unwrap_or_default().to_string_lossy();
        let expected = if folder_name == "web" { "evenhand-web" } else { &folder_name };
        if value(&text, "package", "name") != Some(expected) {
            names.push(format!("{place}: the package is not called {expected}"));
        }
        if value(&text, "lints", "workspace") != Some("true") {
            lints.push(format!("{place}: `[lints] workspace = true` is missing"));
        }
    }
    Ok(vec![
        Rule { statement: "every folder of crates/ is called as its crate", violations: names },
        Rule { statement: "every crate takes its lints from the workspace", violations: lints },
    ])
}

/// The value of `key` in `[table]` of a manifest, without quotes.
fn value<'a>(manifest: &'a str, table: &str, key: &str) -> Option<&'a str> {
    let header = format!("[{table}]");
    let in_table = manifest.lines().map(str::trim).skip_while(|line| *line != header).skip(1);
    in_table
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once('='))
        .find(|(name, _)| name.trim() == key)
        .map(|(_, value)| value.trim().trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_from_their_own_table() {
        let manifest = "[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n\n[lib]\nname = \"b\"\n";
        assert_eq!(value(manifest, "package", "name"), Some("a"));
        assert_eq!(value(manifest, "lints", "workspace"), Some("true"));
        assert_eq!(value(manifest, "lib", "workspace"), None);
        assert_eq!(value(manifest, "bin", "name"), None);
    }
}
