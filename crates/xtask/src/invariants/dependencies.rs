//! Which crate may depend on what.

use cargo_metadata::{DependencyKind, Metadata};

use super::Rule;
use super::graph::Graph;
use crate::failure::Result;
use crate::toolchain::WASM_TARGET;
use crate::workspace::Workspace;

/// The platforms on which the graph is read: the browser's, and the native one of the reference machines.
const PLATFORMS: [&str; 2] = [WASM_TARGET, "x86_64-unknown-linux-gnu"];

/// Crates that must never reach Polars; the page is among them.
const WITHOUT_POLARS: [&str; 10] = [
    "evenhand-stats",
    "evenhand-protocol",
    "evenhand-table",
    "evenhand-analysis",
    "evenhand-simulate",
    "evenhand-words",
    "evenhand-charts",
    "evenhand-formats",
    "evenhand-report",
    "evenhand-web",
];

/// Crates of ours that the page must not reach: it asks the engine in the worker.
const NOT_IN_THE_PAGE: [&str; 4] =
    ["evenhand-analysis", "evenhand-data", "evenhand-report", "evenhand-table"];

/// Crates of ours that know of no scores, and so may not reach another crate of ours.
const ALONE: [&str; 1] = ["evenhand-formats"];

/// Readers of file formats, which one crate of ours keeps to itself.
const FORMATS: [&str; 6] = ["calamine", "encoding_rs", "parquet", "quick-xml", "ruzstd", "snap"];

/// The crate that writes the files of the tests, and is no part of the product.
const WRITER: &str = "evenhand-corpus";

/// Of these, what writes files as well: tests of other crates may make their input with it.
const WRITERS_IN_TESTS: [&str; 1] = ["encoding_rs"];

/// The rules on dependencies.
pub fn rules(workspace: &Workspace) -> Result<Vec<Rule>> {
    let mut rules = [
        Rule { statement: "evenhand-stats reaches nothing but libm", violations: Vec::new() },
        Rule {
            statement: "only evenhand-data depends on Polars, and only above it is Polars reached",
            violations: Vec::new(),
        },
        Rule {
            statement: "only evenhand-wasm and evenhand-web depend on the browser's crates",
            violations: Vec::new(),
        },
        Rule {
            statement: "only evenhand-formats depends on readers of file formats, and it reaches no crate of ours; nothing depends on evenhand-corpus",
            violations: Vec::new(),
        },
        Rule {
            statement: "evenhand-web reaches neither evenhand-analysis nor evenhand-data nor evenhand-table",
            violations: Vec::new(),
        },
    ];
    for platform in PLATFORMS {
        let metadata = workspace.resolved(platform)?;
        let graph = Graph::normal(&metadata);
        let found = [
            stats(&graph),
            polars(&graph, &metadata, workspace),
            browser(&metadata, workspace),
            formats(&graph, &metadata, workspace),
            page(&graph),
        ];
        for (rule, violations) in rules.iter_mut().zip(found) {
            rule.violations.extend(violations);
            rule.violations.extend(unknown(&metadata));
        }
    }
    for rule in &mut rules {
        rule.violations.sort();
        rule.violations.dedup();
    }
    Ok(rules.into())
}

/// Names in the rules that no package has; a rule about nothing would hold for ever.
fn unknown(metadata: &Metadata) -> Vec<String> {
    let names = WITHOUT_POLARS.iter().chain(&NOT_IN_THE_PAGE).chain(&ALONE).chain(&["evenhand-wasm", WRITER]);
    let exists = |name: &str| metadata.packages.iter().any(|package| package.name.as_str() == name);
    let missing = names.filter(|name| !exists(name));
    missing.map(|name| format!("{}: the rule names {name}, which no longer exists", file!())).collect()
}

fn stats(graph: &Graph) -> Vec<String> {
    let reached = graph.reached("evenhand-stats");
    reached.into_iter().filter(|(name, _)| *name != "libm").map(|(_, way)| way).collect()
}

fn polars(graph: &Graph, metadata: &Metadata, workspace: &Workspace) -> Vec<String> {
    let mut violations = direct(metadata, workspace, &["evenhand-data"], &[], is_polars);
    for name in WITHOUT_POLARS {
        let reached = graph.reached(name);
        violations.extend(reached.into_iter().find(|(name, _)| is_polars(name)).map(|(_, way)| way));
    }
    violations
}

fn browser(metadata: &Metadata, workspace: &Workspace) -> Vec<String> {
    direct(metadata, workspace, &["evenhand-wasm", "evenhand-web"], &[], is_browser)
}

fn formats(graph: &Graph, metadata: &Metadata, workspace: &Workspace) -> Vec<String> {
    let mut violations = direct(metadata, workspace, &[ALONE[0], WRITER], &WRITERS_IN_TESTS, is_format);
    violations.extend(direct(metadata, workspace, &[], &[], |name| name == WRITER));
    for name in ALONE {
        let reached = graph.reached(name);
        violations.extend(reached.into_iter().filter(|(name, _)| is_ours(name)).map(|(_, way)| way));
    }
    violations
}

fn page(graph: &Graph) -> Vec<String> {
    let reached = graph.reached("evenhand-web");
    reached.into_iter().filter(|(name, _)| NOT_IN_THE_PAGE.contains(name)).map(|(_, way)| way).collect()
}

/// Members other than `allowed` whose manifest names a forbidden dependency, of whatever kind; those `in_tests` may be
/// named for tests.
fn direct(
    metadata: &Metadata,
    workspace: &Workspace,
    allowed: &[&str],
    in_tests: &[&str],
    forbidden: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut violations = Vec::new();
    for package in metadata.workspace_packages() {
        if allowed.contains(&package.name.as_str()) {
            continue;
        }
        let manifest = package.manifest_path.as_std_path();
        let manifest = manifest.strip_prefix(&workspace.root).unwrap_or(manifest);
        for dependency in package.dependencies.iter().filter(|dependency| forbidden(&dependency.name)) {
            if dependency.kind == DependencyKind::Development && in_tests.contains(&dependency.name.as_str())
            {
                continue;
            }
            violations.push(format!("{}: depends on {}", manifest.display(), dependency.name));
        }
    }
    violations
}

fn is_polars(name: &str) -> bool {
    name == "polars" || name.starts_with("polars-")
}

fn is_ours(name: &str) -> bool {
    name.starts_with("evenhand-")
}

/// Arrow is a family of crates. Crates that have nothing to do with it share the first word, but not the dash.
fn is_format(name: &str) -> bool {
    FORMATS.contains(&name) || name.starts_with("arrow-")
}

fn is_browser(name: &str) -> bool {
    const NAMES: [&str; 6] = [
        "wasm-bindgen",
        "wasm-bindgen-futures",
        "wasm-bindgen-test",
        "serde-wasm-bindgen",
        "js-sys",
        "web-sys",
    ];
    const FAMILIES: [&str; 2] = ["leptos", "gloo"];
    NAMES.contains(&name)
        || FAMILIES.iter().any(|family| {
            name.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_told_apart() {
        for (name, polars, browser) in [
            ("polars", true, false),
            ("polars-io", true, false),
            ("polarsish", false, false),
            ("wasm-bindgen", false, true),
            ("wasm-bindgen-cli-support", false, false),
            ("leptos_router", false, true),
            ("gloo-timers", false, true),
            ("libm", false, false),
        ] {
            assert_eq!((is_polars(name), is_browser(name)), (polars, browser), "{name}");
        }
    }

    #[test]
    fn formats_are_told() {
        for (name, expected) in [
            ("parquet", true),
            ("arrow-ipc", true),
            ("arrows", false),
            ("flate2", false),
            ("polars-arrow", false),
        ] {
            assert_eq!(is_format(name), expected, "{name}");
        }
    }
}
