//! Who changed between rounds.

use evenhand_protocol::{CountOf, EntityKind, ScoreScale};

use super::{Sentence, Value, absence_of_evidence, false_alarms, sentence};
use crate::{Language, count, count_entities, count_of, scale_decimals, speaker::Speaker, with_interval};

/// An evaluator whose severity changed.
pub(super) struct Drift<'a> {
    /// Evaluator id.
    pub(super) evaluator: &'a str,
    /// First round after the change.
    pub(super) from_round: &'a str,
    /// Rounds compared.
    pub(super) n_rounds: u32,
    /// Providers scored since, or in all these rounds.
    pub(super) n_providers: u32,
    /// Scale of the change.
    pub(super) scale: &'a ScoreScale,
}

/// With no more rounds than this a reader must know it at once: so few tell a direction hardly from chance.
const FEW_ROUNDS: u32 = 5;

/// "E017", "E017, seen in 3 rounds,": the evaluator as the subject of a sentence.
pub(super) fn seen_in(speaker: &Speaker<'_>, evaluator: &str, n_rounds: u32) -> String {
    let evaluator = speaker.evaluator(evaluator);
    match speaker.language {
        _ if n_rounds > FEW_ROUNDS => evaluator,
        Language::En => format!("{evaluator}, seen in {} rounds,", count(n_rounds)),
        Language::Zh => format!("{evaluator}（见于{}个轮次）", count(n_rounds)),
    }
}

/// On how many rounds a verdict rests.
pub(super) fn rounds_compared(language: Language, n_rounds: u32) -> String {
    let rounds = count_entities(language, EntityKind::Round, n_rounds);
    match language {
        Language::En => format!("It rests on {rounds} of this evaluator."),
        Language::Zh => format!("依据该评估员的{rounds}。"),
    }
}

impl Drift<'_> {
    /// The evaluator became harsher (positive change: the scores fell) or more lenient.
    pub(super) fn directed(&self, speaker: &Speaker<'_>, change: Value<'_>) -> Sentence {
        let evaluator = seen_in(speaker, self.evaluator, self.n_rounds);
        let round = speaker.round(self.from_round);
        let size = speaker.points(change.0, self.scale);
        let lenient = change.0 < 0.0;
        let headline = match speaker.language {
            Language::En => {
                let (became, lower) = if lenient { ("more lenient", "higher") } else { ("harsher", "lower") };
                let affected = self.affected(speaker);
                format!(
                    "Evaluator {evaluator} became {became} from {round} on, scoring {size} {lower} than before relative to the panel; {affected} affected."
                )
            }
            Language::Zh => {
                let (became, lower) = if lenient { ("趋宽", "高") } else { ("趋严", "低") };
                let affected = self.affected(speaker);
                format!(
                    "评估员{evaluator}自{round}起尺度{became}，相对于评审组，评分比此前{lower}{size}，{affected}受到影响。"
                )
            }
        };
        sentence(headline, self.detail(speaker, change))
    }

    /// The severity changes without one direction.
    pub(super) fn erratic(&self, speaker: &Speaker<'_>, change: Value<'_>) -> Sentence {
        let evaluator = seen_in(speaker, self.evaluator, self.n_rounds);
        let round = speaker.round(self.from_round);
        let size = speaker.points(change.0, self.scale);
        let headline = match speaker.language {
            Language::En => {
                let affected = self.affected(speaker);
                format!(
                    "Evaluator {evaluator} is not steady: the severity goes up and down between rounds, by {size} where it changed most ({round}); {affected} affected."
                )
            }
            Language::Zh => {
                let affected = self.affected(speaker);
                format!(
                    "评估员{evaluator}的尺度起伏不定，时严时宽，变化最大处（{round}）相差{size}，{affected}受到影响。"
                )
            }
        };
        sentence(headline, self.detail(speaker, change))
    }

    /// "11 providers were", "11家机构".
    fn affected(&self, speaker: &Speaker<'_>) -> String {
        let providers = count_of(speaker.language, CountOf::Providers, self.n_providers);
        match (speaker.language, self.n_providers) {
            (Language::En, 1) => format!("{providers} was"),
            (Language::En, _) => format!("{providers} were"),
            (Language::Zh, _) => providers,
        }
    }

    fn detail(&self, speaker: &Speaker<'_>, change: Value<'_>) -> String {
        let language = speaker.language;
        let full = with_interval(language, change.0, change.1, scale_decimals(self.scale));
        let scale = crate::scale(language, self.scale);
        let rounds = rounds_compared(language, self.n_rounds);
        match language {
            Language::En => format!(
                "Change of severity = {full}, positive = harsher, in {scale}. The severities of the rounds differ beyond chance (F test, adjusted for the number of evaluators); the change point was chosen for its size, so the size is on the high side. {rounds}"
            ),
            Language::Zh => format!(
                "严厉度变化 = {full}，正值为趋严，单位为{scale}。各轮严厉度的差异超出随机波动（F检验，已按评估员人数校正）；变化点取差异最大之处，因此数值偏大。{rounds}"
            ),
        }
    }
}

/// How many evaluators drifted.
pub(super) fn how_many(speaker: &Speaker<'_>, n_drifting: u32, n: u32) -> Sentence {
    let language = speaker.language;
    let tested = count_of(language, CountOf::Evaluators, n);
    let drifting = count(n_drifting);
    let more = if n_drifting == 0 { absence_of_evidence(language) } else { false_alarms(language) };
    match language {
        Language::En => sentence(
            if n_drifting == 0 {
                format!("Of {tested} tested, none can be shown to have changed severity between rounds.")
            } else {
                format!("Of {tested} tested, {drifting} changed severity between rounds beyond chance.")
            },
            format!("F test of “the same severity in every round” for each evaluator. {more}"),
        ),
        Language::Zh => sentence(
            if n_drifting == 0 {
                format!("在接受检验的{tested}中，没有证据表明有人的尺度在各轮之间发生变化。")
            } else {
                format!("在接受检验的{tested}中，{drifting}名的尺度在各轮之间发生变化，超出随机波动。")
            },
            format!("对每名评估员作F检验，原假设为各轮严厉度相同。{more}"),
        ),
    }
}
