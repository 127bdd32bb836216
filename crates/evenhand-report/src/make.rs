//! A briefing becomes a file, a stretch at a time.

use evenhand_protocol::{Failure, Loaded, ReportFile, ReportFormat, ReportRequest};
use evenhand_words::Language;

use crate::answers::Answers;
use crate::document::{Room, document};
use crate::package::Package;
use crate::sheets::{self, Sheet, Source};
use crate::{html, json, pptx, xlsx};

/// Sheets that are written in one stretch.
const STRETCH: usize = 4;

/// The making of a file, so that whoever waits for it can be told how far it is and may end it.
pub struct Making {
    request: ReportRequest,
    answers: Answers,
    sheets: Vec<Sheet>,
    total: usize,
}

impl Making {
    /// Of this file, from these answers.
    pub fn new(request: ReportRequest, answers: Answers) -> Self {
        Self { request, answers, sheets: Vec::new(), total: 1 }
    }

    /// How much is made.
    pub fn done(&self) -> u64 {
        self.sheets.len() as u64
    }

    /// Of how much.
    pub fn total(&self) -> u64 {
        self.total as u64
    }

    /// The whole file at once.
    ///
    /// # Errors
    /// As [`Making::go_on`].
    pub fn whole(mut self, loaded: &Loaded) -> Result<ReportFile, Failure> {
        loop {
            if let Some(file) = self.go_on(loaded)? {
                return Ok(file);
            }
        }
    }

    /// The next stretch; the file, where that was the last.
    ///
    /// # Errors
    /// Why the answers that the format needs as a whole are missing.
    pub fn go_on(&mut self, loaded: &Loaded) -> Result<Option<ReportFile>, Failure> {
        let format = self.request.format;
        let bytes = match format {
            ReportFormat::Html => {
                html::page(&document(&self.request.briefing, loaded, &self.answers, Room::PAGE)).into_bytes()
            }
            ReportFormat::Pptx => {
                pptx::presentation(&document(&self.request.briefing, loaded, &self.answers, Room::SLIDE))?
            }
            ReportFormat::Xlsx => {
                xlsx::workbook(&document(&self.request.briefing, loaded, &self.answers, Room::PAGE))?
            }
            ReportFormat::Json => json::report(&self.request, loaded, &self.answers)?,
            ReportFormat::Sheets | ReportFormat::SheetsHtml => {
                if !self.write_sheets(loaded)? {
                    return Ok(None);
                }
                self.bound(loaded)?
            }
        };
        let name = match format {
            ReportFormat::Sheets | ReportFormat::SheetsHtml => "feedback-sheets",
            ReportFormat::Json => "report",
            ReportFormat::Html | ReportFormat::Pptx | ReportFormat::Xlsx => "briefing",
        };
        Ok(Some(ReportFile {
            name: format!("evenhand-{name}.{}", format.extension()),
            media_type: format.media_type().to_owned(),
            bytes,
        }))
    }

    /// Writes some more sheets; whether all are written.
    fn write_sheets(&mut self, loaded: &Loaded) -> Result<bool, Failure> {
        let source = Source::new(&self.request, loaded, &self.answers)?;
        self.total = source.n();
        let from = self.sheets.len();
        let more = (from..source.n()).take(STRETCH).filter_map(|place| source.sheet(place));
        let more: Vec<Sheet> = more.collect();
        let all = more.is_empty();
        self.sheets.extend(more);
        Ok(all)
    }

    /// All sheets in one file.
    fn bound(&self, loaded: &Loaded) -> Result<Vec<u8>, Failure> {
        let language: Language = self.request.briefing.language.into();
        let words = &language.words().report;
        let title = format!("{} · {}", words.feedback, loaded.summary.name);
        if self.request.format == ReportFormat::SheetsHtml {
            return Ok(sheets::together(&self.sheets, &title, language).into_bytes());
        }
        let mut package = Package::new();
        let files: Vec<(String, String)> =
            self.sheets.iter().map(|sheet| (sheet.file.clone(), sheet.title.clone())).collect();
        let source = self.sheets.first().map_or(words.no_sheets, |sheet| sheet.source.as_str());
        let index = sheets::index(&files, &title, source, language);
        package.add("index.html", index.as_bytes())?;
        for sheet in &self.sheets {
            let page = sheets::one(sheet, language);
            package.add(&format!("{}.html", sheet.file), page.as_bytes())?;
        }
        package.finish()
    }
}
