//! The readable summary: what was loaded, the findings, and a table per question.

use evenhand_protocol::{
    Agreement, EntityKind, Estimate, Finding, FindingKind, IndicatorRow, Loaded, Outcome, ProviderRow,
    Reliability, Report, RoundLeague,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, Column, DatasetNames, Language, NO_VALUE, Names,
    change_verdict, count, drift_class, finding, interval, number, p_value, percent, rank, reason,
    scale_decimals, signed,
};

use crate::agreement_summary::agreement;
use crate::conflicts_summary::conflicts;
use crate::drift_summary::drift;
use crate::effects_summary::effects;
use crate::facets_summary::facets;
use crate::generalizability_summary::generalizability;
use crate::scorecards_summary::scorecards;
use crate::standing_summary::standing;
use crate::structure_summary::structure;
use crate::text_table::TextTable;
use crate::turnover_summary::{panels, splits};

/// How many evaluators and providers are listed; the report has them all.
const LISTED: usize = 12;

/// Everything about a report that fits a terminal.
pub fn report(language: Language, report: &Report) -> String {
    let summary = Summary { language, names: DatasetNames::new(&report.loaded.summary), report };
    let words = language.words();
    [
        quality(language, &report.loaded),
        summary.section(words.cli.selection, &summary.filter()),
        summary.section(words.cli.questions, &summary.rounds()),
        summary.findings(words.overview.evaluators_question, &report.evaluators.findings),
        summary.section(words.evaluators.agreement_heading, &summary.agreement()),
        summary.section(words.agreement.heading, &agreement(language, &report.agreement, &summary.names)),
        summary.further_findings(&report.agreement.findings),
        summary.section(words.evaluators.severity_heading, &summary.severities()),
        summary.section(words.effects.heading, &effects(language, &report.effects, &summary.names)),
        summary.effect_findings(&report.effects.findings),
        summary.section(words.drift.heading, &drift(language, &report.drift, &summary.names)),
        summary.effect_findings(&report.drift.findings),
        summary.section(words.facets.heading, &facets(language, &report.facets, &summary.names, LISTED)),
        summary.effect_findings(&report.facets.findings),
        summary.section(words.evaluators.affiliation_heading, &summary.affiliation()),
        summary.section(
            words.conflicts.heading,
            &conflicts(language, &report.conflicts, &summary.names, LISTED),
        ),
        summary.effect_findings(&report.conflicts.findings),
        summary.section(words.turnover.heading, &panels(language, &report.turnover, &summary.names)),
        summary.section(words.turnover.splits_heading, &splits(language, &report.turnover, &summary.names)),
        summary.effect_findings(&report.turnover.findings),
        summary.section(words.scorecards.heading, &scorecards(language, &report.scorecards, &summary.names)),
        summary.findings(words.overview.indicators_question, &report.indicators.findings),
        summary.section(words.common.statistics, &summary.indicators()),
        summary.section(words.structure.heading, &structure(language, &report.structure, &summary.names)),
        summary.further_findings(&report.structure.findings),
        summary.section(
            words.generalizability.components_heading,
            &generalizability(language, &report.generalizability),
        ),
        summary.further_findings(&report.generalizability.findings),
        summary.findings(words.overview.providers_question, &report.providers.findings),
        summary.providers(),
        summary
            .section(words.standing.heading, &standing(language, &report.standing, &summary.names, LISTED)),
        summary.further_findings(report.standing.findings.iter().filter(|finding| !is_caveat(finding))),
    ]
    .concat()
}

/// What was loaded and what was wrong with it.
pub fn quality(language: Language, loaded: &Loaded) -> String {
    let words = language.words();
    let mut text = format!(
        "{}: {}\n{}\n\n{}\n",
        words.cli.loaded,
        loaded.summary.name,
        indented(&evenhand_words::dataset(language, &loaded.summary)),
        words.cli.data_quality,
    );
    text.push_str(&indented(&evenhand_words::rows_kept(language, &loaded.quality)));
    text.push('\n');
    if loaded.quality.counts.is_empty() {
        text.push_str(&indented(words.cli.nothing_wrong));
        text.push('\n');
    }
    for problem in &loaded.quality.counts {
        let title = evenhand_words::problem_title(language, problem.code);
        text.push_str(&indented(&format!("{title}: {}", count(problem.count))));
        text.push('\n');
    }
    text.push('\n');
    text
}

struct Summary<'a> {
    language: Language,
    names: DatasetNames<'a>,
    report: &'a Report,
}

impl Summary<'_> {
    fn section(&self, title: &str, body: &str) -> String {
        format!("{title}\n{body}\n")
    }

    fn filter(&self) -> String {
        indented(&evenhand_words::filter(self.language, &self.report.filter, &self.names)) + "\n"
    }

    /// The clearest findings about single evaluators; the table above them has everyone.
    fn effect_findings(&self, findings: &[Finding]) -> String {
        self.further_findings(findings.iter().filter(|finding| !is_caveat(finding)).take(LISTED / 2))
    }

    /// The findings of a detail, without a heading of their own.
    fn further_findings<'f>(&self, findings: impl IntoIterator<Item = &'f Finding>) -> String {
        let mut text = String::new();
        for kind in findings {
            let sentence = finding(self.language, &kind.kind, &self.names);
            text.push_str(&format!("  • {}\n    {}\n", sentence.headline, sentence.detail));
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }

    fn findings(&self, title: &str, findings: &[Finding]) -> String {
        let mut text = format!("{title}\n");
        for kind in findings.iter().filter(|finding| !is_caveat(finding)).take(LISTED) {
            let sentence = finding(self.language, &kind.kind, &self.names);
            text.push_str(&format!("  • {}\n    {}\n", sentence.headline, sentence.detail));
        }
        text.push_str(&format!("  {}\n", self.language.words().cli.caveats));
        for caveat in findings.iter().filter(is_caveat) {
            text.push_str(&format!("    – {}\n", finding(self.language, &caveat.kind, &self.names).headline));
        }
        text.push('\n');
        text
    }

    /// A value with its interval, or the reason why there is none.
    fn estimate(&self, estimate: Option<&Estimate>, decimals: usize) -> String {
        let Some(estimate) = estimate else { return NO_VALUE.to_owned() };
        match &estimate.interval {
            Some(ends) => {
                format!("{} [{}]", number(estimate.value, decimals), interval(self.language, ends, decimals))
            }
            None => number(estimate.value, decimals),
        }
    }

    fn rounds(&self) -> String {
        let columns = &self.language.words().overview.columns;
        let mut table = table([
            columns.round,
            columns.n_scores,
            columns.n_providers,
            columns.n_evaluators,
            columns.n_new_evaluators,
            columns.icc_a_1,
            columns.alpha,
            columns.mean,
            columns.separated_share,
            columns.change,
        ]);
        for row in &self.report.overview.rounds {
            table.push(vec![
                row.round.clone(),
                count(row.n_scores),
                count(row.n_providers),
                count(row.n_evaluators),
                count(row.n_new_evaluators),
                self.estimate(row.icc_a_1.known(), COEFFICIENT_DECIMALS),
                self.estimate(row.alpha.known(), COEFFICIENT_DECIMALS),
                row.mean.map_or(NO_VALUE.into(), |mean| number(mean, COMPOSITE_DECIMALS)),
                row.separated_share.map_or(NO_VALUE.into(), |share| percent(share, 0)),
                format!("+{} −{} / {}", row.n_improved, row.n_declined, row.n_compared),
            ]);
        }
        table.render()
    }

    fn agreement(&self) -> String {
        let words = self.language.words();
        let icc = &words.evaluators.icc;
        let mut table =
            table([words.overview.columns.round, icc.icc_a_1, icc.icc_c_1, icc.icc_a_k, icc.icc_c_k]);
        let mut row = |name: &str, agreement: &Outcome<Agreement>| match agreement {
            Outcome::Known(agreement) => table.push(vec![
                name.to_owned(),
                self.estimate(Some(&agreement.icc_a_1), COEFFICIENT_DECIMALS),
                self.estimate(Some(&agreement.icc_c_1), COEFFICIENT_DECIMALS),
                self.estimate(Some(&agreement.icc_a_k), COEFFICIENT_DECIMALS),
                self.estimate(Some(&agreement.icc_c_k), COEFFICIENT_DECIMALS),
            ]),
            Outcome::Undefined(why) => table.push(vec![name.to_owned(), reason(self.language, why)]),
        };
        row(words.common.all_rounds_together, &self.report.evaluators.agreement);
        for round in &self.report.evaluators.agreement_by_round {
            row(&round.round, &round.agreement);
        }
        table.render()
    }

    fn severities(&self) -> String {
        let columns = &self.language.words().evaluators.columns;
        let decimals = scale_decimals(&self.report.evaluators.scale);
        let mut table = table([
            columns.evaluator,
            columns.severity,
            columns.p_adjusted,
            columns.n_score_sheets,
            columns.drift,
            columns.from_round,
            columns.change,
        ]);
        let rows = &self.report.evaluators.evaluators;
        for (index, row) in rows.iter().enumerate() {
            // The two ends of the list are what is asked for.
            if index >= LISTED / 2 && index + LISTED / 2 < rows.len() {
                if index == LISTED / 2 {
                    table.push(vec!["…".into()]);
                }
                continue;
            }
            let drift = row.drift.known();
            table.push(vec![
                self.names.name(EntityKind::Evaluator, &row.evaluator),
                self.estimate(row.severity.known(), decimals),
                row.p_adjusted.map_or(NO_VALUE.into(), p_value),
                count(row.n_score_sheets),
                drift.map_or(NO_VALUE.into(), |drift| drift_class(self.language, drift.class).to_owned()),
                drift.map_or(NO_VALUE.into(), |drift| drift.from_round.clone()),
                drift.map_or(NO_VALUE.into(), |drift| signed(drift.change.value, decimals)),
            ]);
        }
        table.render()
    }

    fn affiliation(&self) -> String {
        let words = &self.language.words().evaluators;
        let effect = match &self.report.evaluators.affiliation {
            Outcome::Known(effect) => effect,
            Outcome::Undefined(why) => return indented(&reason(self.language, why)) + "\n",
        };
        // The shares of a point matter here, whatever the scale.
        let decimals = scale_decimals(&self.report.evaluators.scale).max(3);
        let mut lines = TextTable::default();
        for (name, estimate) in [
            (words.same_affiliation, &effect.same),
            (words.other_affiliation, &effect.other),
            (words.difference, &effect.difference),
        ] {
            let text = evenhand_words::estimate(self.language, estimate, decimals);
            let sign = if estimate.value > 0.0 { "+" } else { "" };
            lines.push(vec![name.to_owned(), format!("{sign}{text}")]);
        }
        lines.render()
    }

    fn indicators(&self) -> String {
        let words = self.language.words();
        let answer = &self.report.indicators;
        let mut text = String::new();
        let mut rounds = table([words.overview.columns.round, words.overview.columns.alpha]);
        let mut alpha = |name: &str, reliability: &Outcome<Reliability>| {
            rounds.push(vec![
                name.to_owned(),
                match reliability {
                    Outcome::Known(known) => self.estimate(Some(&known.alpha), COEFFICIENT_DECIMALS),
                    Outcome::Undefined(why) => reason(self.language, why),
                },
            ]);
        };
        alpha(words.common.all_rounds_together, &answer.reliability);
        for round in &answer.reliability_by_round {
            alpha(&round.round, &round.reliability);
        }
        text.push_str(&rounds.render());
        text.push('\n');
        text.push_str(&self.items(&answer.indicators));
        text
    }

    fn items(&self, rows: &[IndicatorRow]) -> String {
        let columns = &self.language.words().indicators.columns;
        let mut table = table([
            columns.indicator,
            columns.mean,
            columns.floor_share,
            columns.ceiling_share,
            columns.missing_share,
            columns.item_rest,
            columns.alpha_if_deleted,
        ]);
        for row in rows {
            table.push(vec![
                self.names.name(EntityKind::Indicator, &row.indicator),
                self.estimate(row.mean.known(), 2),
                percent(row.floor_share, 0),
                percent(row.ceiling_share, 0),
                percent(row.missing_share, 0),
                self.estimate(row.item_rest.known(), COEFFICIENT_DECIMALS),
                row.alpha_if_deleted
                    .known()
                    .map_or(NO_VALUE.into(), |&alpha| number(alpha, COEFFICIENT_DECIMALS)),
            ]);
        }
        table.render()
    }

    fn providers(&self) -> String {
        let Some(league) = self.report.providers.rounds.last() else { return String::new() };
        let heading = self.language.words().providers.league_heading;
        let round = self.names.name(EntityKind::Round, &league.round);
        self.section(&format!("{heading} ({round})"), &self.league(league))
    }

    fn league(&self, league: &RoundLeague) -> String {
        let columns = &self.language.words().providers.columns;
        let mut table = table([
            columns.provider,
            columns.rank,
            columns.raw,
            columns.adjusted,
            columns.n_evaluators,
            columns.change,
            columns.verdict,
        ]);
        for row in league.rows.iter().take(LISTED) {
            table.push(self.provider(row));
        }
        if league.rows.len() > LISTED {
            table.push(vec!["…".into()]);
        }
        table.render()
    }

    fn provider(&self, row: &ProviderRow) -> Vec<String> {
        let change = row.change.known();
        vec![
            self.names.name(EntityKind::Provider, &row.provider),
            row.rank.known().map_or(NO_VALUE.into(), |r| format!("{} [{}–{}]", rank(r.rank), r.low, r.high)),
            self.estimate(row.raw.known(), COMPOSITE_DECIMALS),
            self.estimate(row.adjusted.known(), COMPOSITE_DECIMALS),
            count(row.n_evaluators),
            self.estimate(change.map(|change| &change.change), COMPOSITE_DECIMALS),
            change.map_or(NO_VALUE.into(), |c| change_verdict(self.language, c.verdict).to_owned()),
        ]
    }
}

fn is_caveat(finding: &&Finding) -> bool {
    matches!(finding.kind, FindingKind::Caveat { .. })
}

fn table<const N: usize>(columns: [Column; N]) -> TextTable {
    TextTable::new(columns.map(|column| column.header))
}

fn indented(text: &str) -> String {
    format!("  {text}")
}
