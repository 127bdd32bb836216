//! The dependency graph by package name, and what a package reaches in it.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata};

/// What each package depends on at run time.
#[derive(Debug, Default)]
pub struct Graph {
    edges: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    /// The normal dependencies that cargo resolved; build and test dependencies are left out.
    pub fn normal(metadata: &Metadata) -> Self {
        let names: BTreeMap<_, _> =
            metadata.packages.iter().map(|package| (&package.id, package.name.as_str())).collect();
        let mut graph = Self::default();
        for node in metadata.resolve.iter().flat_map(|resolve| &resolve.nodes) {
            let Some(from) = names.get(&node.id) else { continue };
            for dependency in &node.deps {
                let normal = dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal);
                if let (true, Some(to)) = (normal, names.get(&dependency.pkg)) {
                    graph.add(from, to);
                }
            }
        }
        graph
    }

    fn add(&mut self, from: &str, to: &str) {
        self.edges.entry(from.to_owned()).or_default().insert(to.to_owned());
    }

    /// Everything a package reaches, each with a shortest way to it: `a > b > c`.
    pub fn reached(&self, from: &str) -> BTreeMap<&str, String> {
        let mut ways: BTreeMap<&str, String> = BTreeMap::new();
        let mut frontier = vec![(from, from.to_owned())];
        while !frontier.is_empty() {
            let mut next = Vec::new();
            for (package, way) in frontier {
                for to in self.edges.get(package).into_iter().flatten() {
                    if to != from && !ways.contains_key(to.as_str()) {
                        let longer = format!("{way} > {to}");
                        ways.insert(to, longer.clone());
                        next.push((to.as_str(), longer));
                    }
                }
            }
            frontier = next;
        }
        ways
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toy(edges: &[(&str, &str)]) -> Graph {
        let mut graph = Graph::default();
        for (from, to) in edges {
            graph.add(from, to);
        }
        graph
    }

    #[test]
    fn everything_reached_comes_with_a_shortest_way() {
        let graph = toy(&[("page", "words"), ("words", "serde"), ("page", "serde"), ("data", "polars")]);
        let reached = graph.reached("page");
        assert_eq!(reached.keys().copied().collect::<Vec<_>>(), ["serde", "words"]);
        assert_eq!(reached.get("serde").map(String::as_str), Some("page > serde"));
    }

    #[test]
    fn a_circle_ends() {
        let graph = toy(&[("a", "b"), ("b", "a"), ("b", "c")]);
        assert_eq!(graph.reached("a").keys().copied().collect::<Vec<_>>(), ["b", "c"]);
    }

    #[test]
    fn a_package_without_dependencies_reaches_nothing() {
        assert!(toy(&[]).reached("alone").is_empty());
    }
}
