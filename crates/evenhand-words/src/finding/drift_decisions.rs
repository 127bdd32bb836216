//! Which decisions about providers hang on an evaluator's drift, and how sure that is.

use evenhand_protocol::{CountOf, DecidedProvider};

use crate::{Language, count, count_of, speaker::Speaker};

/// What the drift of an evaluator did to providers.
pub(super) struct Decisions<'a> {
    /// Providers whose composite was changed.
    pub(super) affected: u32,
    /// Of these would have passed, and would not have.
    pub(super) would: [u32; 2],
    /// Of both together those whose interval does not include the mark.
    pub(super) sure: u32,
    /// Providers of whom the decision would have been another.
    pub(super) n_decided: u32,
    /// The first few of them.
    pub(super) decided: &'a [DecidedProvider],
    pub(super) pass_mark: f64,
}

impl Decisions<'_> {
    /// "11 providers were affected, and without it 2 would have passed at a pass mark of 60.0 points (1 of them certain;
    /// the interval of the other includes the mark)".
    pub(super) fn sentence(&self, speaker: &Speaker<'_>) -> String {
        let language = speaker.language;
        let providers = count_of(language, CountOf::Providers, self.affected);
        let affected = match language {
            Language::En => {
                format!("{providers} {} affected", if self.affected == 1 { "was" } else { "were" })
            }
            Language::Zh => format!("{providers}受到影响"),
        };
        let [pass, fail] = self.would;
        let decided = match language {
            Language::En => match (pass, fail) {
                (0, 0) => return affected,
                (_, 0) => format!("{} would have passed", count(pass)),
                (0, _) => format!("{} would not have passed", count(fail)),
                _ => format!("{} would have passed and {} would not have", count(pass), count(fail)),
            },
            Language::Zh => match (pass, fail) {
                (0, 0) => return affected,
                (_, 0) => format!("其中{}家本可及格", count(pass)),
                (0, _) => format!("其中{}家本不及格", count(fail)),
                _ => format!("其中{}家本可及格、{}家本不及格", count(pass), count(fail)),
            },
        };
        // The mark is the reader's, or the usual one: no table of scores says where passing begins.
        let mark = speaker.composite(self.pass_mark);
        let sure = how_sure(language, self.sure, pass + fail);
        match language {
            Language::En => format!("{affected}, and without it {decided} at a pass mark of {mark} {sure}"),
            Language::Zh => format!("{affected}，若无漂移，以{mark}为及格线，{decided}{sure}"),
        }
    }

    /// Who they are, and what sure means; `None` where no decision hangs on the drift.
    pub(super) fn detail(&self, speaker: &Speaker<'_>) -> Option<String> {
        if self.decided.is_empty() {
            return None;
        }
        let language = speaker.language;
        let named = |sure: bool| {
            let of_kind = self.decided.iter().filter(|one| one.sure == sure);
            let names: Vec<String> = of_kind.map(|one| speaker.provider(&one.provider)).collect();
            (!names.is_empty()).then(|| names.join(language.pick(", ", "、")))
        };
        let lists: Vec<String> = [(true, "certain", "可以确定"), (false, "not certain", "尚不能确定")]
            .into_iter()
            .filter_map(|(sure, en, zh)| {
                let names = named(sure)?;
                Some(match language {
                    Language::En => format!("{names} ({en})"),
                    Language::Zh => format!("{names}（{zh}）"),
                })
            })
            .collect();
        let listed = lists.join(language.pick("; ", "；"));
        let more = self.n_decided.saturating_sub(self.decided.len() as u32);
        Some(match (language, more) {
            (Language::En, 0) => {
                format!("Decided otherwise without the drift: {listed}. {}", meaning(language))
            }
            (Language::En, _) => format!(
                "Decided otherwise without the drift: {listed}; and {} more. {}",
                count(more),
                meaning(language)
            ),
            (Language::Zh, 0) => format!("若无漂移判断会不同的机构：{listed}。{}", meaning(language)),
            (Language::Zh, _) => {
                format!("若无漂移判断会不同的机构：{listed}；另有{}家。{}", count(more), meaning(language))
            }
        })
    }
}

fn meaning(language: Language) -> &'static str {
    language.pick(
        "Certain means that the 95% interval of the composite without the drift does not include the pass mark.",
        "“可以确定”指扣除漂移后综合得分的95%置信区间不包含及格线。",
    )
}

/// How many of the decisions are sure, in brackets.
fn how_sure(language: Language, sure: u32, n: u32) -> String {
    let others = n.saturating_sub(sure);
    match language {
        Language::En => match (sure, others) {
            (1, 0) => "(certain)".to_owned(),
            (_, 0) => "(all of them certain)".to_owned(),
            (0, 1) => "(not certain: the interval includes the mark)".to_owned(),
            (0, _) => "(none of them certain: the intervals include the mark)".to_owned(),
            (_, 1) => {
                format!("({} of them certain; the interval of the other includes the mark)", count(sure))
            }
            _ => format!("({} of them certain; the intervals of the others include the mark)", count(sure)),
        },
        Language::Zh => match (sure, others) {
            (1, 0) => "（可以确定）".to_owned(),
            (_, 0) => "（均可以确定）".to_owned(),
            (0, 1) => "（尚不能确定：区间包含及格线）".to_owned(),
            (0, _) => "（均不能确定：区间包含及格线）".to_owned(),
            _ => format!("（其中{}家可以确定，其余的区间包含及格线）", count(sure)),
        },
    }
}
