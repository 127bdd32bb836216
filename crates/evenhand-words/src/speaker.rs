use evenhand_protocol::{EntityKind, ScoreScale};

use crate::{Language, Names, number, points, rank};

/// A language with the names of the things spoken of, as they stand within a sentence.
pub(crate) struct Speaker<'a> {
    pub(crate) language: Language,
    pub(crate) names: &'a dyn Names,
}

impl Speaker<'_> {
    /// "E017", "“E017 王芳”".
    pub(crate) fn evaluator(&self, id: &str) -> String {
        self.named(EntityKind::Evaluator, id)
    }

    /// "P07 Willow Lane Day Centre", "“P07 柳巷日间照料中心”".
    pub(crate) fn provider(&self, id: &str) -> String {
        self.named(EntityKind::Provider, id)
    }

    /// "I3 Staff training", "“I3 人员培训”".
    pub(crate) fn indicator(&self, id: &str) -> String {
        self.named(EntityKind::Indicator, id)
    }

    /// "R04", "round 4", "R04轮", "第4轮", "“R04 2024年春季”": a bare number needs a noun to be read as a round.
    pub(crate) fn round(&self, id: &str) -> String {
        let name = self.names.name(EntityKind::Round, id);
        match self.language {
            Language::En if name.starts_with(|c: char| c.is_ascii_digit()) => format!("round {name}"),
            Language::En => name,
            Language::Zh if name.bytes().all(|b| b.is_ascii_digit()) => format!("第{name}轮"),
            Language::Zh if name.bytes().all(|b| b.is_ascii_graphic()) => format!("{name}轮"),
            Language::Zh => quoted(&name),
        }
    }

    /// A length on a scale without its sign, as in "0.41 points".
    pub(crate) fn points(&self, value: f64, scale: &ScoreScale) -> String {
        points(self.language, value, scale)
    }

    /// A composite or a change of it: "84.2 points of 100", "84.2分（百分制）".
    pub(crate) fn composite(&self, value: f64) -> String {
        self.points(value, &ScoreScale::Normalised)
    }

    /// A panel size: whole without decimals, else with one.
    pub(crate) fn panel_size(&self, k: f64) -> String {
        rank(if (k - k.round()).abs() < 0.05 { k.round() } else { k })
    }

    fn named(&self, kind: EntityKind, id: &str) -> String {
        let name = self.names.name(kind, id);
        match self.language {
            Language::En => name,
            Language::Zh if name.bytes().all(|b| b.is_ascii_graphic()) => name,
            Language::Zh => quoted(&name),
        }
    }
}

/// A number as short as it can be written, up to four decimals: "10", "0.25".
pub(crate) fn plain(value: f64) -> String {
    let text = number(value, 4);
    // Four decimals always print a point, so zeros are cut behind it only.
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Names with words in them are set off from a Chinese sentence by quotation marks.
fn quoted(name: &str) -> String {
    format!("“{name}”")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ids;

    #[test]
    fn rounds_read_as_rounds() {
        for (id, en, zh) in [
            ("R04", "R04", "R04轮"),
            ("4", "round 4", "第4轮"),
            ("2024-03", "round 2024-03", "2024-03轮"),
            ("Spring 2024", "Spring 2024", "“Spring 2024”"),
            ("春季", "春季", "“春季”"),
        ] {
            assert_eq!(Speaker { language: Language::En, names: &Ids }.round(id), en);
            assert_eq!(Speaker { language: Language::Zh, names: &Ids }.round(id), zh);
        }
    }

    #[test]
    fn short_numbers() {
        for (value, text) in
            [(0.0, "0"), (10.0, "10"), (1000.0, "1,000"), (-0.25, "−0.25"), (0.000_01, "0"), (2.5, "2.5")]
        {
            assert_eq!(plain(value), text);
        }
        let speaker = Speaker { language: Language::En, names: &Ids };
        assert_eq!(speaker.panel_size(5.0), "5");
        assert_eq!(speaker.panel_size(4.98), "5");
        assert_eq!(speaker.panel_size(4.63), "4.6");
    }
}
