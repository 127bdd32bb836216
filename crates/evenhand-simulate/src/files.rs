//! A simulated programme as the CSV files an analyst would have.

use crate::csv::{CsvText, quoted};
use crate::programme::Language;
use crate::simulate::Simulated;
use crate::tables::Tables;

/// Room kept for the score and the end of the line.
const SCORE_LENGTH: usize = 5;

/// A file's name and its whole text, UTF-8 without a byte order mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFile {
    /// The file name.
    pub name: String,
    /// The text.
    pub text: String,
}

impl NamedFile {
    pub(crate) fn new(name: &str, csv: CsvText) -> Self {
        Self { name: name.to_owned(), text: csv.into_text() }
    }
}

impl Simulated {
    /// scores.csv, rounds.csv, providers.csv, indicators.csv and evaluators.csv, in this order, and conflicts.csv where the
    /// programme has declared conflicts of interest.
    ///
    /// The file names are the same in both languages; column headers and labels are in the language of the
    /// programme.
    #[must_use]
    pub fn files(&self) -> Vec<NamedFile> {
        let headers = Headers::of(self.language);
        let mut files = vec![
            self.scores_file(headers),
            rounds_file(&self.tables, headers),
            providers_file(&self.tables, headers),
            indicators_file(&self.tables, headers),
            evaluators_file(&self.tables, headers),
        ];
        if !self.truth.conflicts.is_empty() {
            files.push(conflicts_file(&self.tables, &self.truth.conflicts, headers));
        }
        files
    }

    fn scores_file(&self, headers: &Headers) -> NamedFile {
        let tables = &self.tables;
        let rounds: Vec<String> = tables.rounds.iter().map(|entry| quoted(&entry.id)).collect();
        let providers: Vec<String> = tables.providers.iter().map(|entry| quoted(&entry.id)).collect();
        let indicators: Vec<String> = tables.indicators.iter().map(|entry| quoted(&entry.id)).collect();
        let evaluators: Vec<String> = tables.evaluators.iter().map(|entry| quoted(&entry.id)).collect();
        let columns = [&rounds, &providers, &indicators, &evaluators];
        let row_length: usize = columns.iter().filter_map(|list| list.first()).map(|id| id.len() + 1).sum();
        let mut csv = CsvText::new(&headers.scores, self.scores.len() * (row_length + SCORE_LENGTH));
        let at = |list: &[String], index: u32, csv: &mut CsvText| {
            csv.plain(list.get(index as usize).map_or("", String::as_str));
        };
        for row in &self.scores {
            at(&rounds, row.round, &mut csv);
            at(&providers, row.provider, &mut csv);
            at(&indicators, row.indicator, &mut csv);
            at(&evaluators, row.evaluator, &mut csv);
            csv.plain(self.grid.text(row.score));
            csv.end_line();
        }
        NamedFile::new("scores.csv", csv)
    }
}

fn rounds_file(tables: &Tables, headers: &Headers) -> NamedFile {
    let mut csv = CsvText::new(&headers.rounds, 0);
    for entry in &tables.rounds {
        csv.field(&entry.id);
        csv.number(entry.order as f64);
        csv.field(&entry.label);
        csv.field(&entry.date);
        csv.end_line();
    }
    NamedFile::new("rounds.csv", csv)
}

fn providers_file(tables: &Tables, headers: &Headers) -> NamedFile {
    let mut csv = CsvText::new(&headers.providers, 0);
    for entry in &tables.providers {
        csv.field(&entry.id);
        csv.field(&entry.name);
        csv.field(&entry.category);
        csv.field(&entry.affiliation);
        csv.end_line();
    }
    NamedFile::new("providers.csv", csv)
}

fn indicators_file(tables: &Tables, headers: &Headers) -> NamedFile {
    let mut csv = CsvText::new(&headers.indicators, 0);
    for entry in &tables.indicators {
        csv.field(&entry.id);
        csv.field(&entry.name);
        csv.field(&entry.dimension);
        csv.number(entry.weight);
        csv.number(entry.scale.min);
        csv.number(entry.scale.max);
        csv.number(entry.scale.step);
        csv.field(if entry.lower_is_better { headers.lower } else { headers.higher });
        csv.end_line();
    }
    NamedFile::new("indicators.csv", csv)
}

fn evaluators_file(tables: &Tables, headers: &Headers) -> NamedFile {
    let mut csv = CsvText::new(&headers.evaluators, 0);
    for entry in &tables.evaluators {
        csv.field(&entry.id);
        csv.field(&entry.name);
        csv.field(&entry.affiliation);
        csv.field(&entry.qualification);
        csv.end_line();
    }
    NamedFile::new("evaluators.csv", csv)
}

fn conflicts_file(tables: &Tables, conflicts: &[(usize, usize)], headers: &Headers) -> NamedFile {
    let mut csv = CsvText::new(&headers.conflicts, 0);
    for (evaluator, provider) in conflicts {
        let ids = tables.evaluators.get(*evaluator).zip(tables.providers.get(*provider));
        if let Some((evaluator, provider)) = ids {
            csv.field(&evaluator.id);
            csv.field(&provider.id);
            csv.end_line();
        }
    }
    NamedFile::new("conflicts.csv", csv)
}

/// The column headers of the files and the words for the two directions.
struct Headers {
    scores: [&'static str; 5],
    rounds: [&'static str; 4],
    providers: [&'static str; 4],
    indicators: [&'static str; 8],
    evaluators: [&'static str; 4],
    conflicts: [&'static str; 2],
    higher: &'static str,
    lower: &'static str,
}

impl Headers {
    const ENGLISH: Self = Self {
        scores: ["round", "provider", "indicator", "evaluator", "score"],
        rounds: ["round", "order", "label", "date"],
        providers: ["provider", "name", "category", "affiliation"],
        indicators: ["indicator", "name", "dimension", "weight", "min", "max", "step", "direction"],
        evaluators: ["evaluator", "name", "affiliation", "qualification"],
        conflicts: ["evaluator", "provider"],
        higher: "higher",
        lower: "lower",
    };
    const CHINESE: Self = Self {
        scores: ["轮次", "机构", "指标", "评估员", "得分"],
        rounds: ["轮次", "顺序", "名称", "日期"],
        providers: ["机构", "名称", "类别", "所属单位"],
        indicators: ["指标", "名称", "维度", "权重", "最低分", "最高分", "步长", "方向"],
        evaluators: ["评估员", "姓名", "所属单位", "资质"],
        conflicts: ["评估员", "机构"],
        higher: "越高越好",
        lower: "越低越好",
    };

    fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &Self::ENGLISH,
            Language::Chinese => &Self::CHINESE,
        }
    }
}
