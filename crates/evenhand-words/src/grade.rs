//! Words of the published benchmark scales, with the probability that they are deserved.

use evenhand_protocol::{Benchmark, BenchmarkScale, Grade};

use crate::Language;

/// The source of a scale.
pub fn benchmark_scale(language: Language, scale: BenchmarkScale) -> &'static str {
    let (en, zh) = match scale {
        BenchmarkScale::KooLi => ("Koo & Li (2016)", "Koo与Li（2016）"),
        BenchmarkScale::Cicchetti => ("Cicchetti (1994)", "Cicchetti（1994）"),
        BenchmarkScale::LandisKoch => ("Landis & Koch (1977)", "Landis与Koch（1977）"),
        BenchmarkScale::Altman => ("Altman (1991)", "Altman（1991）"),
        BenchmarkScale::Fleiss => ("Fleiss (1981)", "Fleiss（1981）"),
        BenchmarkScale::GeorgeMallery => ("George & Mallery (2003)", "George与Mallery（2003）"),
    };
    language.pick(en, zh)
}

/// A word of a scale.
pub fn grade(language: Language, grade: Grade) -> &'static str {
    let (en, zh) = match grade {
        Grade::Unacceptable => ("unacceptable", "不可接受"),
        Grade::Poor => ("poor", "较差"),
        Grade::Questionable => ("questionable", "存疑"),
        Grade::Slight => ("slight", "轻微"),
        Grade::Fair => ("fair", "尚可"),
        Grade::Moderate => ("moderate", "中等"),
        Grade::IntermediateToGood => ("intermediate to good", "中等至良好"),
        Grade::Acceptable => ("acceptable", "可接受"),
        Grade::Good => ("good", "良好"),
        Grade::VeryGood => ("very good", "很好"),
        Grade::Substantial => ("substantial", "显著"),
        Grade::Excellent => ("excellent", "优秀"),
        Grade::AlmostPerfect => ("almost perfect", "近乎完美"),
    };
    language.pick(en, zh)
}

/// What a coefficient is worth: "at least good with probability .97", and what its estimate alone would suggest.
pub fn membership(language: Language, found: &Benchmark) -> String {
    let reached = reached(language, found);
    if found.reached == found.of_estimate {
        return reached;
    }
    let (word, p) = (grade(language, found.of_estimate), probability(found.of_estimate_probability));
    match language {
        Language::En => {
            format!("{reached}; {word}, as the estimate alone suggests, only with probability {p}")
        }
        Language::Zh => format!("{reached}；估计值本身所示的“{word}”及以上，概率仅为{p}"),
    }
}

fn reached(language: Language, found: &Benchmark) -> String {
    let (word, p) = (grade(language, found.reached), probability(found.probability));
    match language {
        Language::En if found.lowest => format!("not shown to be better than {word}"),
        Language::En if found.highest => format!("{word} with probability {p}"),
        Language::En => format!("at least {word} with probability {p}"),
        Language::Zh if found.lowest => format!("尚不能认定优于“{word}”"),
        Language::Zh if found.highest => format!("“{word}”，概率{p}"),
        Language::Zh => format!("至少“{word}”，概率{p}"),
    }
}

/// A probability with two decimals, never rounded to certainty.
fn probability(p: f64) -> String {
    if p > 0.995 {
        return "> .99".to_owned();
    }
    if p < 0.005 {
        return "< .01".to_owned();
    }
    crate::number(p, 2).trim_start_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::Coefficient;

    use super::*;
    use crate::test_support::check;

    const GRADES: [Grade; 13] = [
        Grade::Unacceptable,
        Grade::Poor,
        Grade::Questionable,
        Grade::Slight,
        Grade::Fair,
        Grade::Moderate,
        Grade::IntermediateToGood,
        Grade::Acceptable,
        Grade::Good,
        Grade::VeryGood,
        Grade::Substantial,
        Grade::Excellent,
        Grade::AlmostPerfect,
    ];

    fn found(reached: Grade, of_estimate: Grade) -> Benchmark {
        Benchmark {
            coefficient: Coefficient::IccA1,
            scale: BenchmarkScale::KooLi,
            of_estimate,
            of_estimate_probability: 0.61,
            reached,
            probability: 0.97,
            lowest: reached == Grade::Poor,
            highest: reached == Grade::Excellent,
        }
    }

    #[test]
    fn every_grade_and_scale_has_words() {
        for language in Language::ALL {
            for one in GRADES {
                check(language, grade(language, one));
                check(language, &membership(language, &found(one, one)));
                check(language, &membership(language, &found(one, Grade::Excellent)));
            }
            for scale in BenchmarkScale::ALL {
                assert!(benchmark_scale(language, scale).contains(['1', '2']));
            }
        }
    }

    #[test]
    fn probabilities_are_worded() {
        let good = found(Grade::Good, Grade::Good);
        assert_eq!(membership(Language::En, &good), "at least good with probability .97");
        assert_eq!(membership(Language::Zh, &good), "至少“良好”，概率.97");
        let unsure = found(Grade::Moderate, Grade::Good);
        assert_eq!(
            membership(Language::En, &unsure),
            "at least moderate with probability .97; good, as the estimate alone suggests, only with probability .61"
        );
        assert_eq!(probability(0.9999), "> .99");
        assert_eq!(probability(0.001), "< .01");
    }
}
