//! What every chart is told besides the answer: language, names, data set and room.

use evenhand_protocol::{DatasetSummary, EntityKind, Estimate};
use evenhand_words::{ChartWords, Charts, Language, Names, Words, count_of, with_interval};

use super::phrases::{described, fact};
use crate::datum::Datum;
use crate::frame::Frame;
use crate::scene::Caption;

/// What a chart is told besides the answer it shows.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The language of its words.
    pub language: Language,
    /// How to call rounds, providers, indicators and evaluators.
    pub names: &'a dyn Names,
    /// What is loaded: order of rounds, scales of indicators.
    pub dataset: &'a DatasetSummary,
    /// The room it has.
    pub frame: Frame,
}

impl Context<'_> {
    pub(super) fn words(&self) -> &'static Words {
        self.language.words()
    }

    pub(super) fn charts(&self) -> &'static Charts {
        &self.words().charts
    }

    pub(super) fn name(&self, kind: EntityKind, id: &str) -> String {
        self.names.name(kind, id)
    }

    /// The words around a chart, with notes after its subtitle and facts after its description.
    pub(super) fn caption(&self, words: &ChartWords, notes: &[String], facts: &[String]) -> Caption {
        let subtitle = described(self.language, words.subtitle, notes);
        let description = described(
            self.language,
            words.title,
            &[vec![words.subtitle.to_owned()], facts.to_vec()].concat(),
        );
        Caption {
            title: words.title.to_owned(),
            subtitle,
            how_to_read: words.how_to_read.to_owned(),
            description,
            source: String::new(),
        }
    }

    /// A fact of a description: a name with the estimate and its interval.
    pub(super) fn estimate_fact(&self, name: &str, estimate: &Estimate, decimals: usize) -> String {
        fact(self.language, name, &self.estimate(estimate, decimals))
    }

    /// An estimate with its interval.
    pub(super) fn estimate(&self, estimate: &Estimate, decimals: usize) -> String {
        with_interval(self.language, estimate.value, estimate.interval.as_ref(), decimals)
    }

    /// The lines of a tooltip that every estimate has: value and interval, and what its n counts.
    pub(super) fn estimate_lines(&self, estimate: &Estimate, decimals: usize) -> Vec<String> {
        vec![self.estimate(estimate, decimals), count_of(self.language, estimate.of, estimate.n)]
    }

    /// The datum with the lines that every estimate has.
    pub(super) fn explain(&self, mut datum: Datum, estimate: &Estimate, decimals: usize) -> Datum {
        datum.lines.extend(self.estimate_lines(estimate, decimals));
        datum
    }
}
