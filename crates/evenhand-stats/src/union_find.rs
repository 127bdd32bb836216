//! Which members of a set are linked, directly or through others.

/// A union-find forest with path halving (Tarjan & van Leeuwen 1984) in which the root of every tree is its least member,
/// so that roots do not depend on the order in which members are linked.
///
/// ```
/// let mut roots = evenhand_stats::Roots::new(4);
/// assert!(roots.join(3, 1) && roots.join(0, 3) && !roots.join(0, 1));
/// assert_eq!([roots.find(1), roots.find(2), roots.find(3)], [0, 2, 0]);
/// ```
#[derive(Debug, Clone)]
pub struct Roots {
    parent: Vec<usize>,
}

impl Roots {
    /// `n` members, none of them linked.
    pub fn new(n: usize) -> Self {
        Self { parent: (0..n).collect() }
    }

    /// The root of a member: the least one that it is linked to.
    ///
    /// # Panics
    /// If there is no such member.
    pub fn find(&mut self, mut node: usize) -> usize {
        while self.parent[node] != node {
            // Halving the path keeps later searches short.
            self.parent[node] = self.parent[self.parent[node]];
            node = self.parent[node];
        }
        node
    }

    /// Links two members; whether they were not linked before.
    ///
    /// # Panics
    /// If one of them does not exist.
    pub fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        self.parent[a.max(b)] = a.min(b);
        a != b
    }
}
