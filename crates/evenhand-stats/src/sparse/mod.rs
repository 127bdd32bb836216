//! A sparse Cholesky factorisation with a fill-reducing ordering, made once for a pattern and refilled many times.
//!
//! The arithmetic is ours, in a fixed order and without fused operations, so that every platform gets the same
//! bits. The method is the left-looking supernodal one (Ng & Peyton 1993; Chen, Davis, Hager & Rajamanickam 2008),
//! with supernodes cut into panels so that one small dense kernel does nearly all the work.

mod elimination_tree;
mod factor;
mod graph;
mod kernel;
mod minimum_degree;
mod quotient_graph;
mod selected_inverse;
mod solve;
mod supernodes;
mod symbolic;

pub(crate) use factor::Factor;
pub(crate) use graph::Graph;
pub(crate) use kernel::dot;
pub(crate) use symbolic::Symbolic;
