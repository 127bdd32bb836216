//! The elimination tree of an ordered matrix, and the number of entries in each column of its factor.

use super::graph::Graph;

/// A node without a parent.
pub(super) const ROOT: u32 = u32::MAX;

/// A permutation with the elimination tree in it; children come before their parents and subtrees are contiguous.
pub(super) struct EliminationTree {
    /// The original node at each place.
    pub(super) order: Vec<u32>,
    /// The place of each original node.
    pub(super) place: Vec<u32>,
    /// The parent of each place, or [`ROOT`].
    pub(super) parent: Vec<u32>,
}

impl EliminationTree {
    /// The tree of a graph in the given order, which is then rearranged into a postorder of the tree; that changes
    /// nothing about the fill (Liu 1990, theorem 6.1).
    pub(super) fn new(graph: &Graph, order: &[u32]) -> Self {
        let parent = parents(graph, order, &inverse(order));
        let post = postorder(&parent);
        let order: Vec<u32> = post.iter().map(|place| order[*place as usize]).collect();
        let renumbered = inverse(&post);
        let mut moved = vec![ROOT; parent.len()];
        for (place, above) in parent.iter().enumerate() {
            if *above != ROOT {
                moved[renumbered[place] as usize] = renumbered[*above as usize];
            }
        }
        Self { place: inverse(&order), order, parent: moved }
    }

    /// The places of a place's neighbours that come before it.
    pub(super) fn earlier<'a>(&'a self, graph: &'a Graph, place: usize) -> impl Iterator<Item = u32> + 'a {
        earlier(graph, &self.order, &self.place, place)
    }

    /// The number of entries in every column of the factor, the diagonal included; `None` as soon as their sum
    /// exceeds the limit.
    ///
    /// Each row's entries are the paths of the tree from its neighbours up to it (Liu 1990, theorem 3.6).
    pub(super) fn column_counts(&self, graph: &Graph, limit: usize) -> Option<Vec<u32>> {
        let n = self.order.len();
        let mut counts = vec![1; n];
        let mut total = n;
        let mut seen = vec![ROOT; n];
        for row in 0..n {
            seen[row] = row as u32;
            for start in self.earlier(graph, row) {
                let mut node = start as usize;
                while seen[node] != row as u32 {
                    seen[node] = row as u32;
                    counts[node] += 1;
                    total += 1;
                    node = self.parent[node] as usize;
                }
            }
            if total > limit {
                return None;
            }
        }
        Some(counts)
    }
}

fn inverse(order: &[u32]) -> Vec<u32> {
    let mut inverse = vec![0; order.len()];
    for (place, node) in order.iter().enumerate() {
        inverse[*node as usize] = place as u32;
    }
    inverse
}

fn earlier<'a>(
    graph: &'a Graph,
    order: &'a [u32],
    place_of: &'a [u32],
    place: usize,
) -> impl Iterator<Item = u32> + 'a {
    let neighbours = graph.neighbours(order[place] as usize).iter();
    neighbours.map(|node| place_of[*node as usize]).filter(move |other| (*other as usize) < place)
}

/// The parent of each place (Liu 1990, algorithm 4.2, with compressed paths).
fn parents(graph: &Graph, order: &[u32], place_of: &[u32]) -> Vec<u32> {
    let n = order.len();
    let mut parent = vec![ROOT; n];
    let mut ancestor = vec![ROOT; n];
    for row in 0..n {
        for start in earlier(graph, order, place_of, row) {
            let mut node = start;
            while node != row as u32 {
                let next = std::mem::replace(&mut ancestor[node as usize], row as u32);
                if next == ROOT {
                    parent[node as usize] = row as u32;
                    break;
                }
                node = next;
            }
        }
    }
    parent
}

/// The places in an order in which every subtree is contiguous and ends with its root.
fn postorder(parent: &[u32]) -> Vec<u32> {
    let n = parent.len();
    let mut first_child = vec![ROOT; n];
    let mut next_sibling = vec![ROOT; n];
    let mut roots = Vec::new();
    for node in (0..n).rev() {
        match parent[node] {
            ROOT => roots.push(node as u32),
            above => next_sibling[node] = std::mem::replace(&mut first_child[above as usize], node as u32),
        }
    }
    let mut post = Vec::with_capacity(n);
    // The stack holds the path from a root; a node is written when it has no child left.
    while let Some(root) = roots.pop() {
        let mut stack = vec![root];
        while let Some(node) = stack.last().copied() {
            let child = first_child[node as usize];
            if child == ROOT {
                post.push(node);
                stack.pop();
            } else {
                first_child[node as usize] = next_sibling[child as usize];
                stack.push(child);
            }
        }
    }
    post
}
