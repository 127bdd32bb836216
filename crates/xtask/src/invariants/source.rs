//! What source text must not contain.

use std::fs;

use super::Rule;
use crate::bundle::files_under;
use crate::failure::{Failure, Result};
use crate::workspace::Workspace;

/// Longest source file allowed, in lines.
const LONGEST: usize = 800;

/// Folders with code.
const FOLDERS: [&str; 3] = ["crates", "web", "tests"];

/// Crates whose numbers must be the same on every platform.
const DETERMINISTIC: [&str; 3] =
    ["crates/evenhand-stats/src", "crates/evenhand-analysis/src", "crates/evenhand-simulate/src"];

/// Methods of `f64` without argument that the platform's own maths library answers, each in its own way.
const UNARY_MATHS: [&str; 20] = [
    "ln", "exp", "exp2", "log10", "log2", "ln_1p", "exp_m1", "sin", "cos", "tan", "asin", "acos", "atan",
    "sin_cos", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh",
];

/// Those with an argument, and `cbrt`, whose name nothing else has.
const OTHER_MATHS: [&str; 7] = ["powf", "powi", "log", "atan2", "hypot", "mul_add", "cbrt"];

/// The rules on source text.
pub fn rules(workspace: &Workspace) -> Result<Vec<Rule>> {
    let mut maths = Vec::new();
    let mut hashed = Vec::new();
    let mut reminders = Vec::new();
    let mut long = Vec::new();
    for folder in FOLDERS.iter().map(|folder| workspace.root.join(folder)).filter(|folder| folder.is_dir()) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        for file in files_under(&folder)? {
            if !is_source(&file) {
                continue;
            }
            let path = folder.join(&file);
            let text = fs::read_to_string(&path).map_err(Failure::io("read", &path))?;
            let place = format!("{name}/{file}");
            let rust = place.ends_with(".rs");
            if rust && DETERMINISTIC.iter().any(|folder| place.starts_with(folder)) {
                maths.extend(at(&place, &text, platform_maths));
                hashed.extend(at(&place, &text, hash_order));
            }
            reminders.extend(at(&place, &text, reminder));
            let lines = text.lines().count();
            if rust && lines > LONGEST {
                long.push(format!("{place}:{lines}: longer than {LONGEST} lines"));
            }
        }
    }
    Ok(vec![
        Rule {
            statement: "numbers come from libm, not from the platform's maths library",
            violations: maths,
        },
        Rule { statement: "nothing in the analysis depends on hash order", violations: hashed },
        Rule { statement: "a reminder in the code names its issue", violations: reminders },
        Rule { statement: "no source file is longer than 800 lines", violations: long },
    ])
}

fn is_source(file: &str) -> bool {
    let generated = file.split('/').any(|part| matches!(part, "node_modules" | "target" | "artefacts"));
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    !generated && matches!(extension, "rs" | "toml" | "js" | "mjs" | "ts" | "css" | "html")
}

/// Applies a rule to each line and names the places that break it.
fn at(place: &str, text: &str, rule: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let lines = text.lines().enumerate();
    lines
        .filter_map(|(index, line)| rule(line).map(|what| format!("{place}:{}: {what}", index + 1)))
        .collect()
}

/// A line of Rust without its comment.
fn code(line: &str) -> &str {
    let mut quoted = false;
    let mut escaped = false;
    for (index, c) in line.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '/' if !quoted && line.get(index..).is_some_and(|rest| rest.starts_with("//")) => {
                return line.get(..index).unwrap_or(line);
            }
            _ => {}
        }
    }
    line
}

/// A call of the platform's maths library: `x.ln()`, `f64::exp`.
fn platform_maths(line: &str) -> Option<String> {
    let code = code(line);
    let path = |name: &str| ["f64::", "f32::"].iter().any(|path| has_word(code, &format!("{path}{name}")));
    let unary = UNARY_MATHS.iter().find(|name| code.contains(&format!(".{name}()")) || path(name));
    let other = || OTHER_MATHS.iter().find(|name| code.contains(&format!(".{name}(")) || path(name));
    let call = unary.or_else(other)?;
    Some(format!("`{call}` differs between platforms; use `libm`, or `*` for whole powers"))
}

/// A container of the standard library whose order is random.
fn hash_order(line: &str) -> Option<String> {
    let name = ["HashMap", "HashSet"].into_iter().find(|name| has_word(code(line), name))?;
    Some(format!("`{name}` has no fixed order; use a sorted vector or `BTreeMap`"))
}

/// A reminder without the number of an issue.
fn reminder(line: &str) -> Option<String> {
    // Written in two parts, so that this file passes its own rule.
    let name = [concat!("TO", "DO"), concat!("FIX", "ME")].into_iter().find(|name| has_word(line, name))?;
    let rest = line.split_once(name).map_or("", |(_, rest)| rest);
    let numbered = rest.split('#').skip(1).any(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    (!numbered).then(|| format!("{name} without `#<issue number>`"))
}

/// Whether a text contains a name that is not part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(start, _)| {
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        let after = text.get(start + word.len()..).and_then(|tail| tail.chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn platform_maths_is_found_in_code_only() {
        for line in ["let y = x.ln();", "a.powi(2)", "xs.map(f64::exp)", "x.mul_add(2.0, 1.0) // fused"] {
            assert!(platform_maths(line).is_some(), "{line}");
        }
        for line in [
            "let y = libm::log(x);",
            "// never x.ln()",
            "/// `x.exp()` is wrong here",
            "x.sqrt() + x.abs()",
            "\"https://a\".len()",
            "f64::EPSILON",
            "scene.sinks()",
        ] {
            assert!(platform_maths(line).is_none(), "{line}");
        }
    }

    #[test]
    fn code_after_a_quoted_slash_is_seen() {
        assert_eq!(code("f(\"http://a\", x.ln()) // why"), "f(\"http://a\", x.ln()) ");
        assert!(platform_maths("f(\"http://a\", x.ln())").is_some());
    }

    #[test]
    fn hash_containers_are_found() {
        assert!(hash_order("use std::collections::{BTreeMap, HashMap};").is_some());
        assert!(hash_order("let MyHashMapLike = 1;").is_none());
        assert!(hash_order("// a HashMap would not do").is_none());
    }

    #[test]
    fn reminders_need_a_number() {
        let mark = concat!("TO", "DO");
        assert!(reminder(&format!("// {mark}: later")).is_some());
        assert!(reminder(&format!("// {mark}(#): later")).is_some());
        assert!(reminder(&format!("// {mark}(#12): later")).is_none());
        assert!(reminder("// MATODOR").is_none());
    }

    #[test]
    fn violations_name_the_line() {
        let found = at("crates/a/src/b.rs", "fn f() {}\nlet y = x.ln();\n", platform_maths);
        assert_eq!(found.len(), 1);
        assert!(found.iter().all(|line| line.starts_with("crates/a/src/b.rs:2: `ln`")), "{found:?}");
    }

    #[test]
    fn generated_and_binary_files_are_passed_over() {
        for (file, expected) in [("a/src/b.rs", true), ("node_modules/x/y.js", false), ("a.png", false)] {
            assert_eq!(is_source(file), expected, "{file}");
        }
    }
}
