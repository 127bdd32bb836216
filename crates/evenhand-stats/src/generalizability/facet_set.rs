//! Sets of facets, which name the effects of a design.

/// A set of facets of a design, such as {provider, evaluator}; facets are numbered from 0 to 31.
///
/// An effect is named by all facets in its index: that of evaluators nested in providers is {evaluator, provider}.
///
/// ```
/// use evenhand_stats::FacetSet;
/// let set = FacetSet::of(&[0, 2]);
/// assert!(set.contains(2) && !set.contains(1));
/// assert_eq!(set.facets().collect::<Vec<_>>(), [0, 2]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct FacetSet(u32);

impl FacetSet {
    /// The set without facets.
    pub const EMPTY: Self = Self(0);

    /// The set of some facets; numbers above 31 are left out.
    pub fn of(facets: &[usize]) -> Self {
        Self(facets.iter().filter(|facet| **facet < 32).fold(0, |bits, facet| bits | (1 << facet)))
    }

    pub(super) fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// Whether a facet is in the set.
    pub fn contains(self, facet: usize) -> bool {
        facet < 32 && self.0 >> facet & 1 == 1
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all facets of the other set are in this one.
    pub fn includes(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the sets have a facet in common.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The facets of this set that are not in the other one.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The facets of both sets together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The facets in ascending order.
    pub fn facets(self) -> impl Iterator<Item = usize> {
        (0..32).filter(move |facet| self.contains(*facet))
    }

    /// The number of facets.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }
}
