//! Which members of a set are linked, directly or through others.

/// A union-find forest in which the root of every tree is its least member.
pub(crate) struct Roots {
    parent: Vec<usize>,
}

impl Roots {
    pub(crate) fn new(n: usize) -> Self {
        Self { parent: (0..n).collect() }
    }

    pub(crate) fn find(&mut self, mut node: usize) -> usize {
        while self.parent[node] != node {
            // Halving the path keeps later searches short.
            self.parent[node] = self.parent[self.parent[node]];
            node = self.parent[node];
        }
        node
    }

    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.parent[a.max(b)] = a.min(b);
    }
}
