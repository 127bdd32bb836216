//! Elements all of whose ratings are the lowest or the highest, which no finite measure fits.

use super::data::RaschData;
use super::element::ElementStatus;
use crate::undefined::Undefined;

/// A row that takes part in the calibration.
pub(super) const KEPT: u32 = 0;

/// Which rows and elements take part in the calibration.
#[derive(Debug, Clone)]
pub(super) struct Trimmed {
    /// For each row the round in which it was set aside, from 1 on, or [`KEPT`].
    pub(super) round_of: Vec<u32>,
    /// The facet whose elements were set aside in each round, the first round first.
    pub(super) facets: Vec<usize>,
    /// The standing of every element of every facet.
    pub(super) status: Vec<Vec<ElementStatus>>,
}

/// Sets extreme elements aside with their ratings until there are none.
///
/// A rating of an element whose measure is infinite is expected exactly, so it says nothing of the other elements. What
/// is left may have new extreme elements. Each round looks at one facet, in the order of the facets, so that the
/// elements it sets aside share no rating and their order changes nothing.
///
/// # Errors
/// `NoVariance` if no rating is left.
pub(super) fn trim(data: &RaschData<'_>, group_of: &[u32], n_groups: usize) -> Result<Trimmed, Undefined> {
    let mut trimmed = Trimmed {
        round_of: vec![KEPT; data.ratings.len()],
        facets: Vec::new(),
        status: data.facets.iter().map(|facet| vec![ElementStatus::Unobserved; facet.n_elements]).collect(),
    };
    for (facet, status) in data.facets.iter().zip(&mut trimmed.status) {
        facet.codes.iter().for_each(|code| status[*code as usize] = ElementStatus::Calibrated);
        for anchor in facet.anchors {
            let status = &mut status[anchor.element as usize];
            if *status == ElementStatus::Calibrated {
                *status = ElementStatus::Anchored;
            }
        }
    }
    while let Some(facet) = trimmed.round(data, group_of, n_groups) {
        trimmed.facets.push(facet);
    }
    trimmed.mark_bereft(data);
    if trimmed.round_of.contains(&KEPT) { Ok(trimmed) } else { Err(Undefined::NoVariance) }
}

/// What is known of the ratings of an element.
#[derive(Clone, Copy)]
struct Seen {
    any: bool,
    all_low: bool,
    all_high: bool,
}

impl Trimmed {
    /// Sets aside the extreme elements of the first facet that has any.
    fn round(&mut self, data: &RaschData<'_>, group_of: &[u32], n_groups: usize) -> Option<usize> {
        let ends = self.ends(data, group_of, n_groups);
        for (index, facet) in data.facets.iter().enumerate() {
            let mut seen = vec![Seen { any: false, all_low: true, all_high: true }; facet.n_elements];
            for (row, code) in self.kept(facet.codes) {
                let (low, high) = ends[group_of.get(row).map_or(0, |group| *group as usize)];
                let seen = &mut seen[code as usize];
                seen.any = true;
                seen.all_low &= data.ratings[row] == low;
                seen.all_high &= data.ratings[row] == high;
            }
            let extreme = |element: usize| -> Option<ElementStatus> {
                let seen = seen[element];
                let free = self.status[index][element] == ElementStatus::Calibrated;
                match (free && seen.any, seen.all_low, seen.all_high) {
                    (true, true, true) => Some(ElementStatus::Uninformative),
                    (true, true, false) => Some(ElementStatus::Lowest),
                    (true, false, true) => Some(ElementStatus::Highest),
                    _ => None,
                }
            };
            let found: Vec<Option<ElementStatus>> = (0..facet.n_elements).map(extreme).collect();
            if found.iter().any(Option::is_some) {
                self.set_aside(index, facet.codes, &found);
                return Some(index);
            }
        }
        None
    }

    fn set_aside(&mut self, facet: usize, codes: &[u32], found: &[Option<ElementStatus>]) {
        let round = self.facets.len() as u32 + 1;
        for (round_of, code) in self.round_of.iter_mut().zip(codes) {
            if *round_of == KEPT && found[*code as usize].is_some() {
                *round_of = round;
            }
        }
        for (status, found) in self.status[facet].iter_mut().zip(found) {
            *status = found.unwrap_or(*status);
        }
    }

    /// Marks elements that are not extreme, but were rated only together with elements that are.
    fn mark_bereft(&mut self, data: &RaschData<'_>) {
        for (index, facet) in data.facets.iter().enumerate() {
            let mut rated = vec![false; facet.n_elements];
            self.kept(facet.codes).for_each(|(_, code)| rated[code as usize] = true);
            for (status, rated) in self.status[index].iter_mut().zip(rated) {
                if *status == ElementStatus::Calibrated && !rated {
                    *status = ElementStatus::Uninformative;
                }
            }
        }
    }

    fn kept<'a>(&'a self, codes: &'a [u32]) -> impl Iterator<Item = (usize, u32)> + 'a {
        let rows = self.round_of.iter().zip(codes).enumerate();
        rows.filter(|(_, (round, _))| **round == KEPT).map(|(row, (_, code))| (row, *code))
    }

    /// The lowest and the highest kept rating of every scale.
    fn ends(&self, data: &RaschData<'_>, group_of: &[u32], n_groups: usize) -> Vec<(u32, u32)> {
        let mut ends = vec![(u32::MAX, 0); n_groups];
        for (row, rating) in self.kept(data.ratings) {
            let end = &mut ends[group_of.get(row).map_or(0, |group| *group as usize)];
            *end = (rating.min(end.0), rating.max(end.1));
        }
        ends
    }
}
