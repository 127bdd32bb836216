//! What a many-facet Rasch model is fitted to.

/// Whether a higher measure on a facet goes with higher or lower ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// Higher measures go with higher ratings, as the ability of a provider does.
    Positive,
    /// Higher measures go with lower ratings, as severity and difficulty do.
    Negative,
}

impl Orientation {
    pub(super) fn sign(self) -> f64 {
        match self {
            Self::Positive => 1.0,
            Self::Negative => -1.0,
        }
    }
}

/// An element whose measure is known beforehand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchor {
    /// The code of the element.
    pub element: u32,
    /// Its measure in logits.
    pub measure: f64,
}

/// Groups of elements whose mean measures are known beforehand.
#[derive(Debug, Clone, Copy)]
pub struct GroupAnchors<'a> {
    /// The group of every element, a position in `means`, or [`GroupAnchors::NONE`] for an element of no group.
    pub group_of: &'a [u32],
    /// The mean measure of the elements of each group in logits, over those that are calibrated and not anchored
    /// themselves.
    pub means: &'a [f64],
}

impl GroupAnchors<'_> {
    /// The group of an element that belongs to none: its measure is free.
    pub const NONE: u32 = u32::MAX;
}

/// A facet of the ratings, such as the providers, the evaluators or the indicators.
#[derive(Debug, Clone, Copy)]
pub struct RaschFacet<'a> {
    /// The element of every rating, below `n_elements`.
    pub codes: &'a [u32],
    /// The number of elements. Elements without ratings are allowed: nothing is learned about them.
    pub n_elements: usize,
    /// The direction of the facet's measures.
    pub orientation: Orientation,
    /// Elements with known measures; a facet with any is not centred.
    pub anchors: &'a [Anchor],
    /// Groups with known mean measures, if any; they take the place of the centring of the facet.
    pub groups: Option<GroupAnchors<'a>>,
}

impl<'a> RaschFacet<'a> {
    /// A facet without anchors.
    pub fn new(codes: &'a [u32], n_elements: usize, orientation: Orientation) -> Self {
        Self { codes, n_elements, orientation, anchors: &[], groups: None }
    }
}

/// Ratings and who gave them to whom on what; one row is one rating, and a missing rating is a row that is not there.
#[derive(Debug, Clone, Copy)]
pub struct RaschData<'a> {
    /// The ratings as whole numbers, one step of the scale apart; at most 256 different ones.
    pub ratings: &'a [u32],
    /// Weights of the ratings, positive: a rating of weight 2 counts as two. All 1 if absent.
    pub weights: Option<&'a [f64]>,
    /// The facets, at least one, each with a code for every rating.
    pub facets: &'a [RaschFacet<'a>],
}
