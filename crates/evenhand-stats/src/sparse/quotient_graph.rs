//! The quotient graph of a partly eliminated matrix: variables, and elements that stand for eliminated ones.

use super::graph::Graph;

/// A variable that has been eliminated or merged into another one.
const GONE: u32 = 0;

/// The state of an elimination: every live variable knows its neighbours among the variables and the elements
/// (cliques left by eliminated variables) that it belongs to (George & Liu 1980).
pub(super) struct QuotientGraph {
    variables: Vec<Vec<u32>>,
    elements: Vec<Vec<u32>>,
    /// The live members of an element; empty once it is absorbed.
    members: Vec<Vec<u32>>,
    /// The weight of an element's members.
    sizes: Vec<u32>,
    /// The number of original variables that a live variable stands for; 0 once it is gone.
    weights: Vec<u32>,
    /// The variables that were merged into this one, in order.
    merged: Vec<Vec<u32>>,
    degrees: Vec<u32>,
    /// When a node was last seen, for set operations without clearing.
    stamps: Vec<u32>,
    outside: Vec<u32>,
    clock: u32,
    left: u32,
}

impl QuotientGraph {
    /// The graph without the nodes that are left out, none of which is eliminated.
    pub(super) fn new(graph: &Graph, left_out: &[bool]) -> Self {
        let n = graph.len();
        let kept = |node: &u32| !left_out[*node as usize];
        let neighbours = |node: u32| -> Vec<u32> {
            let all = graph.neighbours(node as usize).iter().copied();
            all.filter(|other| kept(&node) && kept(other)).collect()
        };
        let variables: Vec<Vec<u32>> = (0..n as u32).map(neighbours).collect();
        Self {
            degrees: variables.iter().map(|list| list.len() as u32).collect(),
            variables,
            elements: vec![Vec::new(); n],
            members: vec![Vec::new(); n],
            sizes: vec![0; n],
            weights: left_out.iter().map(|left_out| if *left_out { GONE } else { 1 }).collect(),
            merged: vec![Vec::new(); n],
            stamps: vec![0; 2 * n],
            outside: vec![0; n],
            clock: 0,
            left: left_out.iter().filter(|left_out| !**left_out).count() as u32,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    /// The approximate degree of a live variable, or `None` for one that is gone.
    pub(super) fn degree(&self, node: u32) -> Option<u32> {
        (self.weights[node as usize] != GONE).then(|| self.degrees[node as usize])
    }

    /// The original variables that a variable stands for, itself first.
    pub(super) fn unfold(&self, node: u32, order: &mut Vec<u32>) {
        let mut stack = vec![node];
        while let Some(node) = stack.pop() {
            order.push(node);
            stack.extend(self.merged[node as usize].iter().rev());
        }
    }

    /// Eliminates a variable and returns those whose degree has changed; variables that have no other neighbours
    /// left are eliminated with it and appended to `order` behind it.
    pub(super) fn eliminate(&mut self, pivot: u32, order: &mut Vec<u32>) -> Vec<u32> {
        let mut clique = self.clique(pivot);
        self.unfold(pivot, order);
        self.left -= self.weights[pivot as usize];
        self.weights[pivot as usize] = GONE;
        self.count_outside(&clique);
        let mut size: u32 = clique.iter().map(|node| self.weights[*node as usize]).sum();
        let mut keys = Vec::with_capacity(clique.len());
        for node in clique.clone() {
            if let Some(key) = self.update(node, pivot, size) {
                keys.push((key, node));
            } else {
                self.unfold(node, order);
                self.left -= self.weights[node as usize];
                size -= self.weights[node as usize];
                self.weights[node as usize] = GONE;
            }
        }
        self.merge_equal(&mut keys);
        clique.retain(|node| self.weights[*node as usize] != GONE);
        for node in &clique {
            let own = self.weights[*node as usize];
            let degree = &mut self.degrees[*node as usize];
            *degree = (*degree).min(self.left - own);
        }
        self.sizes[pivot as usize] = size;
        self.members[pivot as usize].clone_from(&clique);
        clique
    }

    /// The live neighbours of the pivot, whose elements are absorbed. They are left stamped with the clock.
    fn clique(&mut self, pivot: u32) -> Vec<u32> {
        self.clock += 1;
        self.stamps[pivot as usize] = self.clock;
        let mut clique = Vec::new();
        let mut add = |list: &[u32], stamps: &mut [u32], weights: &[u32]| {
            for node in list {
                let index = *node as usize;
                if weights[index] != GONE && stamps[index] != self.clock {
                    stamps[index] = self.clock;
                    clique.push(*node);
                }
            }
        };
        add(&std::mem::take(&mut self.variables[pivot as usize]), &mut self.stamps, &self.weights);
        for element in std::mem::take(&mut self.elements[pivot as usize]) {
            add(&std::mem::take(&mut self.members[element as usize]), &mut self.stamps, &self.weights);
            self.sizes[element as usize] = 0;
        }
        clique
    }

    /// For every element that touches the clique, the weight of its members outside the clique.
    fn count_outside(&mut self, clique: &[u32]) {
        let n = self.len();
        for node in clique {
            for element in &self.elements[*node as usize] {
                let index = *element as usize;
                if self.stamps[n + index] != self.clock {
                    self.stamps[n + index] = self.clock;
                    self.outside[index] = self.sizes[index];
                }
                // An absorbed element has size 0 and stays there.
                self.outside[index] = self.outside[index].saturating_sub(self.weights[*node as usize]);
            }
        }
    }

    /// Renews the lists and the degree of a member of the new element (Amestoy, Davis & Duff 1996, section 4); the
    /// sum of its list is a key that equal variables share. `None` if it has no neighbours outside the element.
    fn update(&mut self, node: u32, pivot: u32, size: u32) -> Option<u64> {
        let index = node as usize;
        let mut elements = std::mem::take(&mut self.elements[index]);
        let mut variables = std::mem::take(&mut self.variables[index]);
        // An element without members outside the new one is part of it.
        elements.retain(|element| self.outside[*element as usize] > 0);
        variables.retain(|other| {
            self.weights[*other as usize] != GONE && self.stamps[*other as usize] != self.clock
        });
        if elements.is_empty() && variables.is_empty() {
            return None;
        }
        let through_elements: u32 = elements.iter().map(|element| self.outside[*element as usize]).sum();
        let direct: u32 = variables.iter().map(|other| self.weights[*other as usize]).sum();
        let clique = size.saturating_sub(self.weights[index]);
        let fresh = direct.saturating_add(through_elements).saturating_add(clique);
        self.degrees[index] = fresh.min(self.degrees[index].saturating_add(clique));
        let key = elements.iter().chain(&variables).map(|other| u64::from(*other)).sum();
        elements.push(pivot);
        self.elements[index] = elements;
        self.variables[index] = variables;
        Some(key)
    }

    /// Merges variables with the same neighbours, which will be eliminated together.
    fn merge_equal(&mut self, keys: &mut [(u64, u32)]) {
        keys.sort_unstable();
        for same in keys.chunk_by(|a, b| a.0 == b.0) {
            for (position, (_, first)) in same.iter().enumerate() {
                if self.weights[*first as usize] == GONE {
                    continue;
                }
                for (_, second) in &same[position + 1..] {
                    if self.weights[*second as usize] != GONE && self.equal(*first, *second) {
                        self.merge(*first, *second);
                    }
                }
            }
        }
    }

    fn equal(&mut self, first: u32, second: u32) -> bool {
        let (first, second) = (first as usize, second as usize);
        if self.variables[first].len() != self.variables[second].len()
            || self.elements[first].len() != self.elements[second].len()
        {
            return false;
        }
        for lists in [&mut self.variables, &mut self.elements] {
            lists[first].sort_unstable();
            lists[second].sort_unstable();
        }
        self.variables[first] == self.variables[second] && self.elements[first] == self.elements[second]
    }

    fn merge(&mut self, into: u32, from: u32) {
        let weight = std::mem::replace(&mut self.weights[from as usize], GONE);
        self.weights[into as usize] += weight;
        self.degrees[into as usize] = self.degrees[into as usize].saturating_sub(weight);
        self.merged[into as usize].push(from);
        self.variables[from as usize] = Vec::new();
        self.elements[from as usize] = Vec::new();
    }
}
