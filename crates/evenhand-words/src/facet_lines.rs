use evenhand_protocol::{ChiSquaredTest, ExactAgreement, FacetSpread};

use crate::{Language, count, number, p_value, percent};

/// Decimals of chi-squares and of kappa.
const DECIMALS: usize = 2;

/// Whether the elements of a facet differ at all, and whether as a sample from a normal distribution would.
pub fn facet_tests(language: Language, spread: &FacetSpread) -> Vec<String> {
    let told = |test: &ChiSquaredTest| {
        let (chi, df) = (number(test.chi_squared, DECIMALS), number(test.df, 0));
        (chi, df, p_value(test.p))
    };
    let fixed = spread.fixed.as_ref().map(|test| {
        let (chi, df, p) = told(test);
        match language {
            Language::En => format!(
                "Are all measures the same but for error? Fixed chi-square {chi} on {df} degrees of freedom, {p}."
            ),
            Language::Zh => format!("除误差外所有测量值是否相同？固定效应卡方{chi}，自由度{df}，{p}。"),
        }
    });
    let random = spread.random.as_ref().map(|test| {
        let (chi, df, p) = told(test);
        match language {
            Language::En => format!(
                "Could they be a sample from a normal distribution? Random chi-square {chi} on {df} degrees of freedom, {p}."
            ),
            Language::Zh => format!("是否可视为来自正态分布的样本？随机效应卡方{chi}，自由度{df}，{p}。"),
        }
    });
    fixed.into_iter().chain(random).collect()
}

/// How often evaluators gave the same score, and how often independent ones would have.
pub fn exact_agreement(language: Language, agreement: &ExactAgreement) -> String {
    let whole = |value: f64| count(value.round().max(0.0) as u32);
    let (pairs, observed) = (whole(agreement.pairs), whole(agreement.observed));
    let share = |of: f64| percent(of / agreement.pairs, 1);
    let (seen, expected) = (share(agreement.observed), share(agreement.expected));
    let expected_pairs = number(agreement.expected, DECIMALS);
    let kappa = agreement.kappa.map(|kappa| number(kappa, DECIMALS));
    match language {
        Language::En => {
            let kappa = kappa.map_or_else(String::new, |kappa| {
                format!(" Rasch kappa {kappa}: near 0 for evaluators who score independently.")
            });
            format!(
                "The same score in {observed} of {pairs} pairs ({seen}); the model expects {expected_pairs} ({expected}).{kappa}"
            )
        }
        Language::Zh => {
            let kappa = kappa
                .map_or_else(String::new, |kappa| format!("Rasch kappa {kappa}：评估员独立评分时接近0。"));
            format!(
                "{pairs}对评分中有{observed}对相同（{seen}）；模型预期{expected_pairs}对（{expected}）。{kappa}"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;
    use evenhand_protocol::RaschSpread;

    #[test]
    fn the_lines_are_sentences() {
        let of = RaschSpread { rmse: 0.1, adjusted_sd: 0.2, separation: 2.0, strata: 3.0, reliability: 0.8 };
        let test = ChiSquaredTest { chi_squared: 4.303, df: 2.0, p: 0.116 };
        let spread = FacetSpread { n: 3, population: of, sample: of, fixed: Some(test), random: Some(test) };
        let agreement =
            ExactAgreement { pairs: 105.0, observed: 33.0, expected: 27.018, kappa: Some(0.0767) };
        for language in Language::ALL {
            let lines = facet_tests(language, &spread);
            assert_eq!(lines.len(), 2);
            lines.iter().for_each(|line| check(language, line));
            check(language, &exact_agreement(language, &agreement));
        }
        assert_eq!(
            exact_agreement(Language::En, &agreement),
            "The same score in 33 of 105 pairs (31.4%); the model expects 27.02 (25.7%). Rasch kappa 0.08: near 0 for evaluators who score independently."
        );
        assert!(facet_tests(Language::En, &spread)[0].contains("chi-square 4.30 on 2 degrees"));
    }
}
