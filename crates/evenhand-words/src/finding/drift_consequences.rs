//! What drift did to providers, which rounds cannot be compared, and how far two models agree.

use evenhand_protocol::{CountOf, DriftClass, MissingLink, ScoreScale};

use super::drift::{rounds_compared, seen_in};
use super::drift_decisions::Decisions;
use super::{Sentence, Value, sentence};
use crate::{Language, count, count_of, drift_class, scale_decimals, speaker::Speaker, with_interval};

/// An evaluator who drifted, with what it did.
pub(super) struct Consequences<'a> {
    pub(super) evaluator: &'a str,
    pub(super) from_round: &'a str,
    pub(super) scale: &'a ScoreScale,
    pub(super) erratic: bool,
    pub(super) n_rounds: u32,
    /// The class by the Rasch model where it is another.
    pub(super) rasch: Option<DriftClass>,
    pub(super) decisions: Decisions<'a>,
    pub(super) n_rank_changed: u32,
}

impl Consequences<'_> {
    pub(super) fn sentence(&self, speaker: &Speaker<'_>, change: Value<'_>) -> Sentence {
        let language = speaker.language;
        let evaluator = seen_in(speaker, self.evaluator, self.n_rounds);
        let round = speaker.round(self.from_round);
        let size = speaker.points(change.0, self.scale);
        let lower = change.0 >= 0.0;
        let affected = self.decisions.sentence(speaker);
        let scale = on_scale(language, self.scale);
        let headline = match (language, self.erratic) {
            (Language::En, false) => {
                let (became, lower) = if lower { ("harsher", "lower") } else { ("more lenient", "higher") };
                format!(
                    "Evaluator {evaluator} became {became} from {round} on, scoring {size} {lower} than before{scale} relative to the panel; {affected}."
                )
            }
            (Language::En, true) => format!(
                "Evaluator {evaluator} was harsher in some rounds and more lenient in others, by {size} where it changed most ({round}); {affected}."
            ),
            (Language::Zh, false) => {
                let (became, lower) = if lower { ("趋严", "低") } else { ("趋宽", "高") };
                format!(
                    "评估员{evaluator}自{round}起{became}，相对于评审组，评分比此前{lower}{size}{scale}；{affected}。"
                )
            }
            (Language::Zh, true) => {
                format!("评估员{evaluator}时严时宽，变化最大处（{round}）相差{size}；{affected}。")
            }
        };
        let other = self.rasch.map(|class| otherwise(language, class)).unwrap_or_default();
        sentence(format!("{headline}{other}"), self.detail(speaker, change))
    }

    fn detail(&self, speaker: &Speaker<'_>, change: Value<'_>) -> String {
        let language = speaker.language;
        let full = with_interval(language, change.0, change.1, scale_decimals(self.scale));
        let moved = count(self.n_rank_changed);
        let rounds = rounds_compared(language, self.n_rounds);
        let mark = speaker.composite(self.decisions.pass_mark);
        let said = match language {
            Language::En => format!(
                "Change of severity = {full}, positive = harsher; the change point was chosen for its size, so it is on the high side. {rounds} Composites were computed again without the change, all else as it was: {moved} of these providers would have had another rank in a round. A provider is taken to pass from {mark} on."
            ),
            Language::Zh => format!(
                "严厉度变化 = {full}，正值为趋严；变化点取差异最大之处，因此数值偏大。{rounds}其他不变，扣除这一变化后重新计算综合得分：其中{moved}家机构在某一轮的名次会不同。综合得分达到{mark}视为及格。"
            ),
        };
        match self.decisions.detail(speaker) {
            Some(decided) => format!("{decided}{}{said}", language.pick(" ", "")),
            None => said,
        }
    }
}

/// That the Rasch model says something else.
fn otherwise(language: Language, class: DriftClass) -> String {
    let class = drift_class(language, class);
    match language {
        Language::En => format!(" The Rasch model says otherwise: {class}."),
        Language::Zh => format!("Rasch模型的判断不同：{class}。"),
    }
}

/// Which points are meant, where they are not those of the scale to 100.
fn on_scale(language: Language, scale: &ScoreScale) -> String {
    match (scale, language) {
        (ScoreScale::Points { min, max }, Language::En) => format!(" (on the scale from {min} to {max})"),
        (ScoreScale::Points { min, max }, Language::Zh) => format!("（分值范围{min}至{max}）"),
        (ScoreScale::Normalised, _) => String::new(),
    }
}

/// Rounds that are not linked, or weakly, and what would have mended it.
pub(super) fn not_linked(speaker: &Speaker<'_>, link: &MissingLink) -> Sentence {
    let language = speaker.language;
    let [first, second] = [speaker.round(&link.rounds[0]), speaker.round(&link.rounds[1])];
    let opening = capitalised(&first);
    let same = link.rounds[0] == link.rounds[1];
    let (common, compare, strong) = (
        count_of(language, CountOf::Evaluators, link.common),
        count(link.to_compare),
        count(link.to_be_strong),
    );
    let headline = match (language, link.unlinked, same) {
        (Language::En, true, true) => {
            format!("Parts of {first} share no evaluator: severity cannot be compared between them.")
        }
        (Language::En, true, false) => {
            format!(
                "{opening} and {second} share no evaluator: drift between them cannot be seen. {compare} evaluators common to both would do."
            )
        }
        (Language::En, false, _) => {
            format!(
                "{opening} and {second} are weakly linked, by {common}: drift between them is uncertain. {strong} more in both would do."
            )
        }
        (Language::Zh, true, true) => format!("{first}的各部分没有共同的评估员，严厉度无法比较。"),
        (Language::Zh, true, false) => format!(
            "{first}与{second}没有共同的评估员，无法看出二者之间的漂移；若有{compare}名同时参加，即可比较。"
        ),
        (Language::Zh, false, _) => {
            format!(
                "{first}与{second}之间的衔接较弱，仅有{common}，二者之间的漂移难以确定；再有{strong}名同时参加即可。"
            )
        }
    };
    let detail = match language {
        Language::En if link.unlinked => format!(
            "The smallest change of panels: {compare} evaluators of either would have had to score in the other as well for changes to be seen, {strong} for a strong link."
        ),
        Language::En => format!("{strong} more evaluators in both would have made the link strong."),
        Language::Zh if link.unlinked => {
            format!(
                "最小的评审组调整：两边中有{compare}名评估员同时参加另一边，即可看出变化；{strong}名则衔接牢固。"
            )
        }
        Language::Zh => format!("再有{strong}名评估员同时参加两边，衔接即为牢固。"),
    };
    sentence(headline, detail)
}

/// Many pairs of rounds that are not linked, or weakly, with the one that would be mended most easily.
pub(super) fn weak(speaker: &Speaker<'_>, n: u32, unlinked: bool, nearest: &MissingLink) -> Sentence {
    let language = speaker.language;
    let pairs = count(n);
    let [first, second] = [speaker.round(&nearest.rounds[0]), speaker.round(&nearest.rounds[1])];
    let both = match (language, first == second) {
        (Language::En, false) => format!("{first} and {second}"),
        (Language::En, true) => format!("both parts of {first}"),
        (Language::Zh, false) => format!("{first}与{second}"),
        (Language::Zh, true) => format!("{first}的两部分"),
    };
    let needed = if unlinked { nearest.to_compare } else { nearest.to_be_strong };
    let more = count_of(language, CountOf::Evaluators, needed);
    let (needed, strong) = (count(needed), count(nearest.to_be_strong));
    match (language, unlinked) {
        (Language::En, true) => sentence(
            format!(
                "{pairs} pairs of rounds share no evaluator, so drift between them cannot be seen; {more} common to {both} would do for a start."
            ),
            format!(
                "For a strong link {strong} of either would have had to score in the other as well. Before the next round, let evaluators of earlier ones score again: every common evaluator links all rounds of both."
            ),
        ),
        (Language::En, false) => sentence(
            format!(
                "{pairs} pairs of rounds are weakly linked, so drift between them is uncertain; {needed} more evaluators common to {both} would do there."
            ),
            "The table of links lists all pairs. A link is strong from 5 common evaluators on; the standard errors of changes count the weakness in.".to_owned(),
        ),
        (Language::Zh, true) => sentence(
            format!(
                "有{pairs}对轮次没有共同的评估员，无法看出其间的漂移；若有{more}同时参加{both}，即可开始比较。"
            ),
            format!(
                "要使衔接牢固，两边须有{strong}名评估员同时参加另一边。下一轮之前，请安排以往的评估员再次参评：每一名共同的评估员都把两边的所有轮次连在一起。"
            ),
        ),
        (Language::Zh, false) => sentence(
            format!(
                "有{pairs}对轮次的衔接较弱，其间的漂移难以确定；{both}只需再有{more}同时参加，即为牢固。"
            ),
            "所有轮次对见衔接表。共同评估员达到5名为牢固；变化的标准误已计入衔接的不确定性。".to_owned(),
        ),
    }
}

/// Indicators whose difficulty moved against the others.
pub(super) fn indicators(speaker: &Speaker<'_>, moved: &[String], n: u32) -> Sentence {
    let language = speaker.language;
    let tested = count(n);
    let names: Vec<String> = moved.iter().take(NAMED).map(|id| speaker.indicator(id)).collect();
    let listed = names.join(language.pick(", ", "、"));
    let others = moved.len().saturating_sub(NAMED) as u32;
    let listed = match (language, others) {
        (_, 0) => listed,
        (Language::En, _) => format!("{listed} and {} more", count(others)),
        (Language::Zh, _) => format!("{listed}等{}项", count(moved.len() as u32)),
    };
    match language {
        Language::En => sentence(
            if moved.is_empty() {
                format!(
                    "Of {tested} indicators tested, none can be shown to have become harder or easier than before against the others."
                )
            } else {
                format!(
                    "Difficulty moved between rounds, against that of the other indicators, for {listed}."
                )
            },
            format!(
                "Tested: {tested} indicators, their difficulties linked from round to round as the severities of evaluators are, each by one test, adjusted for their number. If all indicators become harder together, scores alone cannot tell that from providers becoming worse."
            ),
        ),
        Language::Zh => sentence(
            if moved.is_empty() {
                format!("在接受检验的{tested}个指标中，没有证据表明有指标相对其他指标变难或变易。")
            } else {
                format!("相对其他指标，各轮难度发生变化的指标：{listed}。")
            },
            format!(
                "共检验{tested}个指标，难度在各轮之间的衔接方式与评估员的严厉度相同，每个指标一项检验，已按数量校正。如果所有指标一起变难，仅凭评分无法将其与机构变差区分开。"
            ),
        ),
    }
}

/// So many indicators are named.
const NAMED: usize = 3;

/// A name at the start of a sentence: "round 4" is "Round 4".
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How far the linear and the Rasch model agree: evaluators classed by both, alike, and drifting by one only.
pub(super) fn engines(speaker: &Speaker<'_>, [n, alike, linear, rasch]: [u32; 4]) -> Sentence {
    let language = speaker.language;
    let all = count_of(language, CountOf::Evaluators, n);
    let everyone = alike == n;
    let (alike, linear, rasch) = (count(alike), count(linear), count(rasch));
    match language {
        Language::En => sentence(
            if everyone {
                format!("The linear and the Rasch model come to the same verdict on all {all}.")
            } else {
                format!("The linear and the Rasch model come to the same verdict on {alike} of {all}.")
            },
            format!(
                "{linear} drift by the linear model of composites only, {rasch} by the Rasch model of single scores only. Where both agree, the answer does not hang on how the scale is read; the table says why where they do not."
            ),
        ),
        Language::Zh => sentence(
            if everyone {
                format!("线性模型与Rasch模型对全部{all}的判断一致。")
            } else {
                format!("线性模型与Rasch模型对{all}中{alike}名的判断一致。")
            },
            format!(
                "{linear}名仅在综合得分的线性模型中漂移，{rasch}名仅在单项评分的Rasch模型中漂移。两者一致时，结论不取决于如何看待分值；不一致的原因见表。"
            ),
        ),
    }
}
