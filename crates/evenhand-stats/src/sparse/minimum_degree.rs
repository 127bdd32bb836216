//! A fill-reducing order of elimination.

use super::graph::Graph;
use super::quotient_graph::QuotientGraph;

/// A node has very many neighbours if they are more than this many times the root of the number of nodes (Amestoy,
/// Davis & Duff 2004, algorithm 837).
const MANY: f64 = 10.0;

/// The nodes in an order that keeps the Cholesky factor sparse: always one of (approximately) least degree next.
///
/// Approximate minimum degree on the quotient graph with mass elimination, merging of indistinguishable nodes and
/// absorption of elements (Amestoy, Davis & Duff 1996). Ties go to the node that got its degree last, so the order
/// depends on nothing but the graph. For crossed factors this eliminates the levels of the largest factor first,
/// as MixedModels.jl and lme4 do; for nested ones it eliminates from the inside out. Nodes with very many
/// neighbours, such as a few indicators that meet all score sheets, would be looked at over and over, and come last
/// whatever their neighbours do.
pub(super) fn minimum_degree(graph: &Graph) -> Vec<u32> {
    let many = (MANY * (graph.len() as f64).sqrt()).max(16.0);
    let last: Vec<bool> = (0..graph.len()).map(|node| graph.neighbours(node).len() as f64 > many).collect();
    let mut quotient = QuotientGraph::new(graph, &last);
    let n = quotient.len();
    let n_last = last.iter().filter(|last| **last).count();
    let mut buckets: Vec<Vec<u32>> = vec![Vec::new(); n.max(1)];
    // Pushed from the last to the first, so that of equal nodes the first is taken first.
    for node in (0..n as u32).rev() {
        if let Some(degree) = quotient.degree(node) {
            buckets[degree as usize].push(node);
        }
    }
    let mut order = Vec::with_capacity(n);
    let mut lowest = 0;
    while order.len() < n - n_last && lowest < buckets.len() {
        let Some(node) = buckets[lowest].pop() else {
            lowest += 1;
            continue;
        };
        // A bucket may hold nodes that have moved to another one or are gone.
        if quotient.degree(node) != Some(lowest as u32) {
            continue;
        }
        for changed in quotient.eliminate(node, &mut order) {
            if let Some(degree) = quotient.degree(changed) {
                buckets[degree as usize].push(changed);
                lowest = lowest.min(degree as usize);
            }
        }
    }
    order.extend((0..n as u32).filter(|node| last[*node as usize]));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(n: usize, edges: &[(u32, u32)]) -> Vec<u32> {
        let entries: Vec<(u32, u32, f64)> = edges.iter().map(|(a, b)| (*a, *b, 1.0)).collect();
        minimum_degree(&Graph::new(n, &entries))
    }

    fn is_permutation(order: &[u32], n: usize) -> bool {
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        sorted == (0..n as u32).collect::<Vec<u32>>()
    }

    #[test]
    fn the_centre_of_a_star_waits_for_its_leaves() {
        let edges: Vec<(u32, u32)> = (1..9).map(|leaf| (0, leaf)).collect();
        let order = order(9, &edges);
        assert!(is_permutation(&order, 9));
        // The centre is as good as the last leaf, so it may come before it.
        assert!(order.iter().position(|node| *node == 0) >= Some(7));
    }

    #[test]
    fn nodes_with_very_many_neighbours_come_last() {
        // Two hubs of 400 nodes in a ring.
        let mut edges: Vec<(u32, u32)> = (0..400).map(|node| (node, (node + 1) % 400)).collect();
        edges.extend((0..400).flat_map(|node| [(node, 400), (node, 401)]));
        let order = order(402, &edges);
        assert!(is_permutation(&order, 402));
        assert_eq!(order[400..], [400, 401]);
    }

    #[test]
    fn every_node_occurs_once_whatever_the_graph() {
        // Pseudo-random graphs of growing density; the multiplier is that of Lehmer's generator (Park & Miller 1988).
        let mut state = 42_u64;
        for n in [1_u32, 2, 5, 30, 90] {
            for share in [3_u64, 20, 70] {
                let mut edges = Vec::new();
                for a in 0..n {
                    for b in a + 1..n {
                        state = state * 48_271 % 2_147_483_647;
                        if state % 100 < share {
                            edges.push((a, b));
                        }
                    }
                }
                assert!(is_permutation(&order(n as usize, &edges), n as usize), "{n} nodes, {share}%");
            }
        }
    }
}
