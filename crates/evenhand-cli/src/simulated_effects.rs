//! The effects that `evenhand simulate` is told, put into the programme.

use evenhand_simulate::{
    Centrality, Drift, DriftKind, Halo, IndicatorDrift, Partiality, Programme, ProviderTrend, Rounding,
    StraightLining,
};

use crate::arguments::Effects;
use crate::failure::Failure;

impl Effects {
    /// Whether anything is changed.
    pub fn any(&self) -> bool {
        let Self { drift, centrality, partiality, halo, straight_lining, rounding, .. } = self;
        let lists = [drift, centrality, partiality, halo, straight_lining, rounding];
        let lists = lists.into_iter().chain([&self.indicator_drift, &self.provider_trend]);
        let counts = [self.n_rounds, self.n_providers, self.n_evaluators, self.panel_size, self.conflicts];
        counts.iter().any(Option::is_some)
            || self.sizes().iter().any(Option::is_some)
            || lists.into_iter().any(|list| !list.is_empty())
            || !self.unlinked_before.is_empty()
    }

    fn sizes(&self) -> [Option<f64>; 9] {
        [
            self.turnover,
            self.missing,
            self.severity_sd,
            self.halo_sd,
            self.provider_change_sd,
            self.panel_drift,
            self.newcomer_severity,
            self.affiliation_leniency,
            self.conflict_leniency,
        ]
    }

    /// The programme with these effects.
    pub fn put_into(&self, mut programme: Programme) -> Result<Programme, Failure> {
        set(&mut programme.n_rounds, self.n_rounds);
        set(&mut programme.n_providers, self.n_providers);
        set(&mut programme.n_evaluators, self.n_evaluators);
        set(&mut programme.panel_size, self.panel_size);
        set(&mut programme.turnover, self.turnover);
        set(&mut programme.missing_share, self.missing);
        set(&mut programme.spreads.evaluator, self.severity_sd);
        set(&mut programme.spreads.halo, self.halo_sd);
        set(&mut programme.spreads.provider_change, self.provider_change_sd);
        set(&mut programme.panel_drift, self.panel_drift);
        set(&mut programme.newcomer_severity, self.newcomer_severity);
        set(&mut programme.affiliation_leniency, self.affiliation_leniency);
        set(&mut programme.n_conflicts, self.conflicts);
        set(&mut programme.conflict_leniency, self.conflict_leniency);
        programme.breaks.extend(self.unlinked_before.iter().map(|round| round.saturating_sub(1)));
        replace(&mut programme.drift, &self.drift, drift)?;
        replace(&mut programme.provider_trends, &self.provider_trend, |text| {
            let [provider, per_round] = parts(text)?;
            Some(ProviderTrend { provider: place(provider)?, per_round: per_round.parse().ok()? })
        })?;
        replace(&mut programme.centrality, &self.centrality, |text| {
            let [evaluator, factor] = parts(text)?;
            Some(Centrality { evaluator: place(evaluator)?, factor: factor.parse().ok()? })
        })?;
        replace(&mut programme.partiality, &self.partiality, |text| {
            let [evaluator, leniency] = parts(text)?;
            Some(Partiality { evaluator: place(evaluator)?, leniency: leniency.parse().ok()? })
        })?;
        replace(&mut programme.halo, &self.halo, |text| {
            let [evaluator, sd] = parts(text)?;
            Some(Halo { evaluator: place(evaluator)?, sd: sd.parse().ok()? })
        })?;
        replace(&mut programme.straight_lining, &self.straight_lining, |text| {
            let [evaluator, share] = parts(text)?;
            Some(StraightLining { evaluator: place(evaluator)?, share: share.parse().ok()? })
        })?;
        replace(&mut programme.rounding, &self.rounding, |text| {
            let [evaluator, share, steps] = parts(text)?;
            let (share, steps) = (share.parse().ok()?, steps.parse().ok()?);
            Some(Rounding { evaluator: place(evaluator)?, share, steps })
        })?;
        replace(&mut programme.indicator_drift, &self.indicator_drift, |text| {
            let [indicator, round, by] = parts(text)?;
            let (indicator, from_round) = (place(indicator)?, place(round)?);
            Some(IndicatorDrift { indicator, from_round, by: by.parse().ok()? })
        })?;
        Ok(programme)
    }
}

fn set<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

/// Puts what was said in place of what was there, where anything was said.
fn replace<T>(list: &mut Vec<T>, said: &[String], read: impl Fn(&str) -> Option<T>) -> Result<(), Failure> {
    if said.is_empty() {
        return Ok(());
    }
    let read = |text: &String| read(text).ok_or_else(|| Failure::Effect(text.clone()));
    *list = said.iter().map(read).collect::<Result<_, _>>()?;
    Ok(())
}

fn drift(text: &str) -> Option<Drift> {
    let mut parts = text.split(':');
    let evaluator = place(parts.next()?)?;
    let kind = parts.next()?;
    let numbers: Vec<&str> = parts.collect();
    let kind = match (kind, numbers.as_slice()) {
        ("shift", [round, by]) => DriftKind::Shift { from_round: place(round)?, by: by.parse().ok()? },
        ("trend", [per_round]) => DriftKind::Trend { per_round: per_round.parse().ok()? },
        ("erratic", [sd]) => DriftKind::Erratic { sd: sd.parse().ok()? },
        _ => return None,
    };
    Some(Drift { evaluator, kind })
}

fn parts<const N: usize>(text: &str) -> Option<[&str; N]> {
    text.split(':').collect::<Vec<&str>>().try_into().ok()
}

/// The index of something counted from 1, written as a number or as an id: "6", "E006".
fn place(text: &str) -> Option<usize> {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse::<usize>().ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects_are_read() {
        let said = Effects {
            drift: vec!["E006:shift:4:12".into(), "15:trend:-4".into(), "E003:erratic:6".into()],
            rounding: vec!["E002:0.6:5".into()],
            unlinked_before: vec![3],
            turnover: Some(0.2),
            ..Effects::default()
        };
        assert!(said.any() && !Effects::default().any());
        let programme = said.put_into(Programme::default()).unwrap();
        assert_eq!(
            programme.drift,
            [
                Drift { evaluator: 5, kind: DriftKind::Shift { from_round: 3, by: 12.0 } },
                Drift { evaluator: 14, kind: DriftKind::Trend { per_round: -4.0 } },
                Drift { evaluator: 2, kind: DriftKind::Erratic { sd: 6.0 } },
            ]
        );
        assert_eq!(programme.rounding, [Rounding { evaluator: 1, share: 0.6, steps: 5 }]);
        assert_eq!((programme.breaks, programme.turnover), (vec![2], 0.2));
        for wrong in ["E006:shift:4", "E000:trend:1", "E006:leap:2", "trend:3"] {
            let said = Effects { drift: vec![wrong.into()], ..Effects::default() };
            assert!(
                matches!(said.put_into(Programme::default()), Err(Failure::Effect(text)) if text == wrong)
            );
        }
    }
}
