use evenhand_protocol::{CommonEvaluators, DesignCheck, DesignSubset};
use evenhand_stats::Roots;
use evenhand_table::ScoreTable;

/// Up to this many rounds every pair is compared; of more only neighbours.
const ALL_PAIRS_UP_TO: usize = 60;

/// Who links the rounds, and which evaluators and providers nothing links to the others.
pub(crate) fn design_check(table: &ScoreTable) -> DesignCheck {
    let metadata = table.metadata();
    let n_rounds = metadata.rounds.len();
    let evaluators = present(n_rounds, metadata.evaluators.len(), table.round(), table.evaluator());
    let providers = present(n_rounds, metadata.providers.len(), table.round(), table.provider());
    let mut pairs = Vec::new();
    for first in 0..n_rounds {
        let last = if n_rounds <= ALL_PAIRS_UP_TO { n_rounds } else { (first + 2).min(n_rounds) };
        for second in first + 1..last {
            pairs.push(CommonEvaluators {
                first: metadata.rounds[first].id.clone(),
                second: metadata.rounds[second].id.clone(),
                evaluators: common(&evaluators[first], &evaluators[second]),
                providers: common(&providers[first], &providers[second]),
            });
        }
    }
    DesignCheck { pairs, subsets: subsets(table) }
}

/// For each round, which codes occur.
fn present(n_rounds: usize, n: usize, round: &[u32], codes: &[u32]) -> Vec<Vec<bool>> {
    let mut present = vec![vec![false; n]; n_rounds];
    round.iter().zip(codes).for_each(|(round, code)| present[*round as usize][*code as usize] = true);
    present
}

fn common(a: &[bool], b: &[bool]) -> u32 {
    a.iter().zip(b).filter(|(a, b)| **a && **b).count() as u32
}

/// The connected parts of the graph whose edges are scores and whose nodes are evaluators and providers.
fn subsets(table: &ScoreTable) -> Vec<DesignSubset> {
    let metadata = table.metadata();
    let n_evaluators = metadata.evaluators.len();
    let n = n_evaluators + metadata.providers.len();
    let mut forest = Roots::new(n);
    for (evaluator, provider) in table.evaluator().iter().zip(table.provider()) {
        forest.join(*evaluator as usize, n_evaluators + *provider as usize);
    }
    let roots: Vec<usize> = (0..n).map(|node| forest.find(node)).collect();
    let mut order: Vec<usize> = roots.clone();
    order.sort_unstable();
    order.dedup();
    let mut subsets: Vec<DesignSubset> = order.iter().map(|root| subset(table, &roots, *root)).collect();
    // A stable sort: equally large ones stay in the order of their first evaluators.
    subsets.sort_by_key(|subset| std::cmp::Reverse(subset.evaluators.len() + subset.providers.len()));
    subsets
}

fn subset(table: &ScoreTable, roots: &[usize], root: usize) -> DesignSubset {
    let metadata = table.metadata();
    let n_evaluators = metadata.evaluators.len();
    let evaluators = metadata.evaluators.iter().zip(roots).filter(|(_, own)| **own == root);
    let providers = metadata.providers.iter().zip(&roots[n_evaluators..]).filter(|(_, own)| **own == root);
    let mut in_round = vec![false; metadata.rounds.len()];
    for (round, evaluator) in table.round().iter().zip(table.evaluator()) {
        in_round[*round as usize] |= roots[*evaluator as usize] == root;
    }
    let rounds = metadata.rounds.iter().zip(in_round).filter(|(_, is_in)| *is_in);
    DesignSubset {
        evaluators: evaluators.map(|(info, _)| info.id.clone()).collect(),
        providers: providers.map(|(info, _)| info.id.clone()).collect(),
        rounds: rounds.map(|(info, _)| info.id.clone()).collect(),
    }
}
