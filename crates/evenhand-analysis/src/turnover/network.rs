//! Who is linked to whom, and without whom a part would fall apart.

/// A network of nodes from 0.
pub(super) struct Network {
    /// The part of every node; parts of more nodes have smaller numbers.
    pub(super) part: Vec<u32>,
    pub(super) n_parts: u32,
    /// Whether the part of a node falls apart without it: an articulation point (Hopcroft & Tarjan 1973).
    pub(super) bridge: Vec<bool>,
}

impl Network {
    /// The network of these links between different nodes.
    pub(super) fn new(n: usize, links: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); n];
        for (a, b) in links {
            neighbours[a].push(b);
            neighbours[b].push(a);
        }
        let mut search = Search {
            neighbours: &neighbours,
            order: vec![0; n],
            reach: vec![0; n],
            bridge: vec![false; n],
            part: vec![0; n],
            visited: 0,
        };
        let mut sizes: Vec<(usize, u32)> = Vec::new();
        for start in 0..n {
            if search.order[start] == 0 {
                let number = sizes.len() as u32;
                let before = search.visited;
                search.visit_from(start, number);
                sizes.push((search.visited - before, number));
            }
        }
        let (part, bridge) = (search.part, search.bridge);
        // Stable: equal parts stay in the order of their first nodes.
        sizes.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
        let mut rank = vec![0u32; sizes.len()];
        sizes.iter().enumerate().for_each(|(to, (_, from))| rank[*from as usize] = to as u32);
        let part = part.into_iter().map(|part| rank[part as usize]).collect();
        Self { part, n_parts: sizes.len() as u32, bridge }
    }
}

/// A depth-first search that needs no stack of calls, however long the network is.
struct Search<'a> {
    neighbours: &'a [Vec<usize>],
    /// When a node was first visited, from 1; 0 before that.
    order: Vec<usize>,
    /// The earliest node that can be reached from below a node by one link back.
    reach: Vec<usize>,
    bridge: Vec<bool>,
    part: Vec<u32>,
    visited: usize,
}

impl Search<'_> {
    fn visit_from(&mut self, start: usize, part: u32) {
        // Node, its parent, and the next neighbour to look at.
        let mut path = vec![(start, usize::MAX, 0usize)];
        self.enter(start, part);
        let mut n_children = 0;
        while let Some((node, parent, next)) = path.last_mut() {
            let (node, parent) = (*node, *parent);
            let Some(&other) = self.neighbours[node].get(*next) else {
                path.pop();
                if let Some((above, _, _)) = path.last() {
                    let above = *above;
                    self.reach[above] = self.reach[above].min(self.reach[node]);
                    if above != start && self.reach[node] >= self.order[above] {
                        self.bridge[above] = true;
                    }
                }
                continue;
            };
            *next += 1;
            if self.order[other] == 0 {
                n_children += usize::from(node == start);
                self.enter(other, part);
                path.push((other, node, 0));
            } else if other != parent {
                self.reach[node] = self.reach[node].min(self.order[other]);
            }
        }
        self.bridge[start] = n_children > 1;
    }

    fn enter(&mut self, node: usize, part: u32) {
        self.visited += 1;
        self.order[node] = self.visited;
        self.reach[node] = self.visited;
        self.part[node] = part;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_bridges() {
        // Two triangles that share node 2, a pair, and a lone node.
        let links = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4), (6, 7)];
        let network = Network::new(8, links.into_iter());
        assert_eq!(network.part, [0, 0, 0, 0, 0, 2, 1, 1]);
        assert_eq!(network.n_parts, 3);
        assert_eq!(network.bridge, [false, false, true, false, false, false, false, false]);
        // A line of three: the middle one.
        assert_eq!(Network::new(3, [(0, 1), (1, 2)].into_iter()).bridge, [false, true, false]);
        // The root of the search may be the bridge.
        assert_eq!(Network::new(3, [(0, 1), (0, 2)].into_iter()).bridge, [true, false, false]);
    }

    /// Against leaving out every node in turn.
    #[test]
    fn bridges_are_those_without_whom_there_are_more_parts() {
        let mut random = evenhand_stats::Random::new(5);
        for _ in 0..200 {
            let n = 3 + random.below(9);
            let mut links = Vec::new();
            for a in 0..n {
                for b in a + 1..n {
                    if random.uniform() < 0.25 {
                        links.push((a, b));
                    }
                }
            }
            let network = Network::new(n, links.iter().copied());
            for node in 0..n {
                let others = |at: usize| if at > node { at - 1 } else { at };
                let left = links.iter().filter(|(a, b)| *a != node && *b != node);
                let without = Network::new(n - 1, left.map(|(a, b)| (others(*a), others(*b))));
                // Without a lone node there is a part less, without any other as many, or more.
                assert_eq!(network.bridge[node], without.n_parts > network.n_parts, "{links:?} {node}");
            }
        }
    }
}
