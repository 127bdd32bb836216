//! Tables of the pages that stand behind no chart.

mod agreement;
mod cells;
mod effects;
mod evaluators;
mod list;
mod made;
mod measures;
mod providers;
mod sheets;
mod weights;

use evenhand_protocol::{Answer, ConflictKind, PinnedChoice};
use evenhand_words::{Language, Names};

use super::Suppressed;
use super::of_choice::{chosen, of_round};
pub use list::OWN_TABLES;
pub(crate) use list::{OwnTable, own_table};
pub(crate) use made::Made;

/// What a table is made with.
pub(super) struct Scope<'a> {
    pub(super) language: Language,
    pub(super) names: &'a dyn Names,
    pub(super) suppressed: &'a Suppressed<'a>,
}

impl OwnTable {
    /// Its rows from the answer; `None` where the answer does not have what the choice names.
    pub(crate) fn make(
        &self,
        choice: &PinnedChoice,
        answer: &Answer,
        language: Language,
        names: &dyn Names,
        suppressed: &Suppressed<'_>,
    ) -> Option<Made> {
        let scope = &Scope { language, names, suppressed };
        match answer {
            Answer::Standing(answer) => match self.name {
                "standing" => {
                    Some(Made::whole(providers::standing(of_round(&answer.rounds, choice)?, scope)))
                }
                "what-if" => weights::what_if(answer, choice, scope),
                "voices" => weights::voices(answer, choice, scope),
                _ => None,
            },
            Answer::Providers(answer) => match self.name {
                "provider-rounds" => sheets::provider_rounds(answer, choice, scope),
                "round-ends" => sheets::round_ends(answer, choice, scope),
                _ => None,
            },
            Answer::Scorecards(answer) => Some(Made::whole(evaluators::scorecards(answer, scope))),
            Answer::Turnover(answer) => match self.name {
                "evaluator-groups" => Some(Made::without(evaluators::groups(answer, scope))),
                "round-members" => sheets::round_members(answer, choice, scope),
                "round-change" => sheets::round_change(answer, choice, scope),
                _ => None,
            },
            Answer::Agreement(answer) => match self.name {
                "agreement-differences" => Some(Made::without(evaluators::differences(answer, scope))),
                "coefficients" => agreement::coefficients(answer, choice, scope),
                _ => None,
            },
            Answer::Effects(answer) => effects::by_round(answer, choice, scope),
            Answer::Facets(answer) => {
                let facets = answer.facets.known()?;
                match self.name {
                    "unexpected-scores" => Some(Made::whole(evaluators::unexpected(facets, scope))),
                    "facet-measures" => measures::measures(facets, choice, scope),
                    "facet-summary" => measures::summary(facets, choice, scope),
                    "indicator-own-way" => sheets::own_way(facets, choice, scope),
                    name => {
                        let with = name.strip_prefix("interactions-")?;
                        let found = facets.interactions.iter().find(|table| table.with.code() == with)?;
                        Some(Made::without(evaluators::interactions(facets, found, scope)))
                    }
                }
            }
            Answer::Drift(answer) => Some(Made::whole(match self.name {
                "drift-links" => evaluators::links(answer, scope),
                "drift-providers" => providers::drifted(answer, scope),
                _ => return None,
            })),
            Answer::Conflicts(answer) => {
                let kind = chosen(choice, "kind").and_then(ConflictKind::from_code);
                let of = answer.of(kind.unwrap_or(ConflictKind::SameAffiliation))?;
                Some(Made::whole(providers::tied(of.consequences.as_ref()?, scope)))
            }
            Answer::Overview(_)
            | Answer::Evaluators(_)
            | Answer::Indicators(_)
            | Answer::Structure(_)
            | Answer::Generalizability(_) => None,
        }
    }
}
