//! The truth of a simulated programme as CSV files beside the data.

use crate::csv::CsvText;
use crate::files::NamedFile;
use crate::programme::DriftKind;
use crate::tables::Tables;
use crate::truth::Truth;

impl Truth {
    /// truth_evaluators.csv (evaluator, round, severity; active rounds only), truth_providers.csv (provider, round, level),
    /// truth_indicators.csv (indicator, round, difficulty) and truth_effects.csv (effect, subject, round, size: one line
    /// per effect of the programme, empty where an effect is everybody's or in every round), with the ids of the given
    /// tables and English headers.
    #[must_use]
    pub fn to_csv_files(&self, tables: &Tables) -> Vec<NamedFile> {
        let mut severities = CsvText::new(&["evaluator", "round", "severity"], 0);
        for (evaluator, entry) in tables.evaluators.iter().enumerate() {
            for (round, round_entry) in tables.rounds.iter().enumerate() {
                push_truth(&mut severities, &entry.id, &round_entry.id, self.severity(evaluator, round));
            }
        }
        let mut levels = CsvText::new(&["provider", "round", "level"], 0);
        for (provider, entry) in tables.providers.iter().enumerate() {
            for (round, round_entry) in tables.rounds.iter().enumerate() {
                push_truth(&mut levels, &entry.id, &round_entry.id, self.level(provider, round));
            }
        }
        let mut difficulties = CsvText::new(&["indicator", "round", "difficulty"], 0);
        for (indicator, entry) in tables.indicators.iter().enumerate() {
            for (round, round_entry) in tables.rounds.iter().enumerate() {
                let difficulty = self.difficulty_in(indicator, round);
                push_truth(&mut difficulties, &entry.id, &round_entry.id, difficulty);
            }
        }
        vec![
            NamedFile::new("truth_evaluators.csv", severities),
            NamedFile::new("truth_providers.csv", levels),
            NamedFile::new("truth_indicators.csv", difficulties),
            NamedFile::new("truth_effects.csv", self.effects_file(tables)),
        ]
    }

    fn effects_file(&self, tables: &Tables) -> CsvText {
        let mut lines = Lines { csv: CsvText::new(&["effect", "subject", "round", "size"], 0), tables };
        for drift in &self.drift {
            let (name, round, size) = match drift.kind {
                DriftKind::Shift { from_round, by } => ("drift_shift", Some(from_round), by),
                DriftKind::Trend { per_round } => ("drift_trend_per_round", None, per_round),
                DriftKind::Erratic { sd } => ("drift_erratic_sd", None, sd),
            };
            lines.of_evaluator(name, drift.evaluator, round, size);
        }
        for one in &self.centrality {
            lines.of_evaluator("centrality_factor", one.evaluator, None, one.factor);
        }
        for one in &self.partiality {
            lines.of_evaluator("partiality", one.evaluator, None, one.leniency);
        }
        for one in &self.halo {
            lines.of_evaluator("halo_sd", one.evaluator, None, one.sd);
        }
        for one in &self.straight_lining {
            lines.of_evaluator("straight_lining_share", one.evaluator, None, one.share);
        }
        for one in &self.rounding {
            lines.of_evaluator("rounding_share", one.evaluator, None, one.share);
        }
        for one in &self.indicator_drift {
            let id = tables.indicators.get(one.indicator).map_or("", |entry| &entry.id);
            lines.push("indicator_drift", id, Some(one.from_round), one.by);
        }
        for one in &self.provider_trends {
            let id = tables.providers.get(one.provider).map_or("", |entry| &entry.id);
            lines.push("provider_trend_per_round", id, None, one.per_round);
        }
        lines.push("affiliation_leniency", "", None, self.affiliation_leniency);
        lines.push("conflict_leniency", "", None, self.conflict_leniency);
        lines.push("newcomer_severity", "", None, self.newcomer_severity);
        lines.push("panel_drift_per_round", "", None, self.panel_drift);
        for (kind, severity) in ["senior", "junior", "trainee"].into_iter().zip(self.qualification_severity) {
            lines.push("qualification_severity", kind, None, severity);
        }
        for (kind, factor) in ["senior", "junior", "trainee"].into_iter().zip(self.qualification_noise) {
            lines.push("qualification_noise_factor", kind, None, factor);
        }
        for round in &self.breaks {
            lines.push("unlinked_before", "", Some(*round), 1.0);
        }
        lines.csv
    }
}

/// The lines of the file of effects.
struct Lines<'a> {
    csv: CsvText,
    tables: &'a Tables,
}

impl Lines<'_> {
    fn of_evaluator(&mut self, effect: &str, evaluator: usize, round: Option<usize>, size: f64) {
        let id = self.tables.evaluators.get(evaluator).map_or("", |entry| &entry.id);
        self.push(effect, id, round, size);
    }

    fn push(&mut self, effect: &str, subject: &str, round: Option<usize>, size: f64) {
        let round = round.and_then(|round| self.tables.rounds.get(round)).map_or("", |entry| &entry.id);
        self.csv.field(effect);
        self.csv.field(subject);
        self.csv.field(round);
        self.csv.number(size);
        self.csv.end_line();
    }
}

fn push_truth(csv: &mut CsvText, id: &str, round: &str, value: Option<f64>) {
    let Some(value) = value else { return };
    csv.field(id);
    csv.field(round);
    csv.number(value);
    csv.end_line();
}
