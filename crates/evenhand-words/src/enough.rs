//! How many evaluators, or providers, reach a target.

use evenhand_protocol::{DStudy, EntityKind, GeneralizabilityAnswer, ObjectOfMeasurement};

use crate::{Language, count, count_entities, number};

/// The smallest size of a design tried that reaches a target, and the largest that does not; `None` for a study without
/// sizes.
///
/// `levels` chooses Phi, else it is E-rho². Where a study tried several numbers of indicators (or evaluators), it is said
/// for that of the data.
pub fn enough_for(
    language: Language,
    answer: &GeneralizabilityAnswer,
    study: &DStudy,
    levels: bool,
    target: f64,
) -> Option<String> {
    let (values, symbol) = match (levels, language) {
        (true, _) => (&study.phi, language.pick("Phi", "Φ")),
        (false, _) => (&study.e_rho2, language.pick("E-rho²", "Eρ²")),
    };
    let column = usual_column(answer, study)?;
    let beside = count_entities(language, second(study.object), *study.columns.get(column)?);
    let enough = study.enough(values, column, target);
    let most = *study.rows.last()?;
    let smaller = enough.and_then(|n| study.rows.iter().copied().rfind(|row| *row < n));
    let target = number(target, 2);
    let sized = |n: u32| size(language, study, n);
    Some(match (language, enough, smaller) {
        (Language::En, Some(n), None) => {
            let is = if n == 1 { "is" } else { "are" };
            format!("For {target} ({symbol}), {} {is} enough (with {beside}).", sized(n))
        }
        (Language::En, Some(n), Some(fewer)) => {
            let is = if fewer == 1 { "is" } else { "are" };
            let fewer = count(fewer);
            format!("For {target} ({symbol}), {} are enough, {fewer} {is} not (with {beside}).", sized(n))
        }
        (Language::En, None, _) => {
            format!("For {target} ({symbol}), more than {} would be needed (with {beside}).", sized(most))
        }
        (Language::Zh, Some(n), None) => {
            format!("要达到{target}（{symbol}），{}即可（{beside}）。", sized(n))
        }
        (Language::Zh, Some(n), Some(fewer)) => {
            let fewer = count(fewer);
            format!("要达到{target}（{symbol}），{}即可，{fewer}则不够（{beside}）。", sized(n))
        }
        (Language::Zh, None, _) => {
            format!("要达到{target}（{symbol}），{}仍不够（{beside}）。", sized(most))
        }
    })
}

/// What the numbers of the second facet count.
fn second(object: ObjectOfMeasurement) -> EntityKind {
    match object {
        ObjectOfMeasurement::Provider | ObjectOfMeasurement::Evaluator => EntityKind::Indicator,
        ObjectOfMeasurement::Indicator => EntityKind::Evaluator,
    }
}

/// The place in `columns` of what the data have: their indicators, or their evaluators of a panel; else the last.
fn usual_column(answer: &GeneralizabilityAnswer, study: &DStudy) -> Option<usize> {
    let usual = match second(study.object) {
        EntityKind::Evaluator => {
            let actual = answer.studies.iter().find_map(|other| other.actual.known());
            // Between two sizes the smaller one counts, not to promise too much.
            let fits = |size: &u32| actual.is_some_and(|actual| f64::from(*size) <= actual.n_evaluators);
            study.columns.iter().rposition(fits)
        }
        _ => {
            let fixed = answer.studies.iter().find(|other| other.indicators_fixed);
            let n = fixed.and_then(|other| other.columns.first());
            study.columns.iter().position(|size| Some(size) == n)
        }
    };
    usual.or_else(|| study.columns.len().checked_sub(1))
}

/// A number of the first facet, with whose it is.
fn size(language: Language, study: &DStudy, n: u32) -> String {
    match study.object {
        ObjectOfMeasurement::Provider => {
            let evaluators = count_entities(language, EntityKind::Evaluator, n);
            match (language, study.nested) {
                (Language::En, true) => format!("{evaluators} a provider"),
                (Language::En, false) => format!("{evaluators} for all providers"),
                (Language::Zh, true) => format!("每家机构{evaluators}"),
                (Language::Zh, false) => format!("全部机构由同一批{evaluators}评分"),
            }
        }
        ObjectOfMeasurement::Evaluator => {
            let providers = count_entities(language, EntityKind::Provider, n);
            match language {
                Language::En => format!("{providers} an evaluator"),
                Language::Zh => format!("每名评估员评{providers}"),
            }
        }
        ObjectOfMeasurement::Indicator => {
            let providers = count_entities(language, EntityKind::Provider, n);
            language.pick("", "评").to_owned() + &providers
        }
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{Dependability, Outcome, Reason};

    use super::*;
    use crate::test_support::check;

    /// Provider 40, evaluator 15, provider by evaluator 20, residual 25 over the indicators, as the formulas of Brennan
    /// (2001, section 4.1) have it.
    fn study(object: ObjectOfMeasurement, nested: bool, indicators_fixed: bool) -> DStudy {
        let (rows, columns) =
            (vec![1, 2, 3, 4, 6, 10], if indicators_fixed { vec![8] } else { vec![1, 8, 16] });
        let all = |severity: f64| -> Vec<f64> {
            let pairs = rows.iter().flat_map(|row| columns.iter().map(move |column| (*row, *column)));
            let error =
                |(row, column): (u32, u32)| (20.0 + severity + 25.0 / f64::from(column)) / f64::from(row);
            pairs.map(|pair| 40.0 / (40.0 + error(pair))).collect()
        };
        let actual = match object {
            ObjectOfMeasurement::Provider => Outcome::Known(Dependability {
                e_rho2: 0.86,
                phi: 0.79,
                relative_sem: 2.6,
                absolute_sem: 3.3,
                n_evaluators: 3.2,
                n_indicators: 8.0,
            }),
            _ => Outcome::Undefined(Reason::NotForThisObject),
        };
        let (e_rho2, phi) = (all(0.0), all(15.0));
        DStudy { object, nested, indicators_fixed, rows, columns, e_rho2, phi, actual }
    }

    fn answer() -> GeneralizabilityAnswer {
        use ObjectOfMeasurement::{Evaluator, Indicator, Provider};
        let studies = vec![
            study(Provider, false, false),
            study(Provider, true, true),
            study(Evaluator, false, true),
            DStudy { columns: vec![1, 3, 16], ..study(Indicator, false, false) },
        ];
        let none = Outcome::Undefined(Reason::Inseparable);
        GeneralizabilityAnswer {
            components: none,
            studies,
            severity: Outcome::Undefined(Reason::Inseparable),
            findings: Vec::new(),
        }
    }

    /// Phi with 8 indicators = 40 / (40 + 38.125 / n): .51, .68, .76, .81, .86, .91 for the sizes tried.
    #[test]
    fn the_first_size_that_reaches_the_target() {
        let answer = answer();
        let said = |k: usize, levels, target| {
            enough_for(Language::En, &answer, &answer.studies[k], levels, target).unwrap()
        };
        assert_eq!(
            said(1, true, 0.8),
            "For 0.80 (Phi), 4 evaluators a provider are enough, 3 are not (with 8 indicators)."
        );
        assert_eq!(
            said(0, true, 0.9),
            "For 0.90 (Phi), 10 evaluators for all providers are enough, 6 are not (with 8 indicators)."
        );
        assert_eq!(
            said(1, true, 0.95),
            "For 0.95 (Phi), more than 10 evaluators a provider would be needed (with 8 indicators)."
        );
        assert_eq!(
            said(1, true, 0.5),
            "For 0.50 (Phi), 1 evaluator a provider is enough (with 8 indicators)."
        );
        // E-rho² = 40 / (40 + 23.125 / n): .63, .78, .84.
        assert_eq!(
            said(2, false, 0.7),
            "For 0.70 (E-rho²), 2 providers an evaluator are enough, 1 is not (with 8 indicators)."
        );
        // 3.2 evaluators a panel: the column of 3.
        assert!(said(3, true, 0.8).ends_with("(with 3 evaluators)."), "{}", said(3, true, 0.8));
    }

    #[test]
    fn in_both_languages() {
        let answer = answer();
        for language in Language::ALL {
            for study in &answer.studies {
                for target in [0.3, 0.8, 0.95, 0.99] {
                    check(language, &enough_for(language, &answer, study, true, target).unwrap());
                    check(language, &enough_for(language, &answer, study, false, target).unwrap());
                }
            }
        }
    }
}
