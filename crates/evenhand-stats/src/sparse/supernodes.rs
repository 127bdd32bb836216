//! Runs of columns of the factor that share their pattern.

/// A run of columns stored as one dense block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Supernode {
    pub(super) first: usize,
    pub(super) n_columns: usize,
    /// The number of rows of the first column, the diagonal included.
    height: usize,
    /// The entries that the block stores although the factor has none there.
    zeros: usize,
}

/// The share of stored zeros that is worth a wider block.
const ACCEPTED_ZEROS: f64 = 0.05;

/// Blocks of columns from the tree and the column counts; narrow ones are merged into their parents where few zeros
/// are stored in return (Ashcraft & Grimes 1989).
pub(super) fn supernodes(parent: &[u32], counts: &[u32]) -> Vec<Supernode> {
    let mut found: Vec<Supernode> = Vec::new();
    for (column, count) in counts.iter().enumerate() {
        let height = *count as usize;
        let joins = column > 0 && parent[column - 1] == column as u32 && counts[column - 1] == count + 1;
        match found.last_mut() {
            Some(last) if joins => last.n_columns += 1,
            _ => found.push(Supernode { first: column, n_columns: 1, height, zeros: 0 }),
        }
    }
    let mut merged: Vec<Supernode> = Vec::with_capacity(found.len());
    for mut block in found {
        while let Some(child) = merged.last().copied() {
            let last_column = child.first + child.n_columns - 1;
            match join(child, block).filter(|_| parent[last_column] == block.first as u32) {
                Some(joined) => block = joined,
                None => break,
            }
            merged.pop();
        }
        merged.push(block);
    }
    merged
}

/// A block and the one before it as one, if that stores few enough zeros.
fn join(child: Supernode, block: Supernode) -> Option<Supernode> {
    let n_columns = child.n_columns + block.n_columns;
    let height = child.n_columns + block.height;
    let zeros = child.zeros + block.zeros + child.n_columns * (height - child.height.min(height));
    let stored = n_columns * height - n_columns * (n_columns - 1) / 2;
    (zeros as f64 <= ACCEPTED_ZEROS * stored as f64).then_some(Supernode {
        first: child.first,
        n_columns,
        height,
        zeros,
    })
}
