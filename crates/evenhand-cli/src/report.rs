//! `evenhand report`: a briefing as files.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use evenhand_analysis::Session;
use evenhand_protocol::{
    Anonymise, BRIEFING_VERSION, Briefing, ComposeRequest, FeedbackTexts, Filter, Loaded, ReportFormat,
    ReportLanguage, ReportRequest, Template, ids_left,
};
use evenhand_report::{Answers, Asking, Codes, Making, SavedReport, compose, report_needs, template_needs};
use evenhand_words::{Language, ids_left_in_words, labelled};

use crate::arguments::{FormatName, ReportArguments, TemplateName, Whom};
use crate::failure::Failure;
use crate::{input, measures, policy};

pub fn run(arguments: &ReportArguments) -> Result<ExitCode, Failure> {
    let language: Language = arguments.input.language.into();
    let policy = policy::read(arguments.policy.as_deref())?;
    let marks = measures::marks(&arguments.measures, language)?;
    let date = date(arguments.date.as_deref())?;
    let texts = texts(arguments.texts.as_deref())?;
    let given = arguments.briefing.as_deref().map(read).transpose()?;
    if let Some(bytes) = input::saved_report(&arguments.input)? {
        let refused = |failure| Failure::Engine(language, Box::new(failure));
        let opened = SavedReport::read(&bytes).map_err(refused)?;
        return from_report(&opened, given, arguments, date, &texts);
    }
    let loaded = input::load(&arguments.input)?;
    let filter = measures::filter(&arguments.only);
    loaded.table.check_filter(&filter).map_err(|error| {
        let unknown = evenhand_protocol::Failure::UnknownInFilter { field: error.field, found: error.found };
        Failure::Engine(language, Box::new(unknown))
    })?;
    let mut session = Session::new(loaded.table);
    let mut briefing = match given {
        Some(briefing) => with_filter(briefing, &filter),
        None => {
            let request = ComposeRequest {
                template: template(arguments.template),
                language: arguments.lang.unwrap_or(arguments.input.language).into(),
                date: date.clone(),
                filter,
                marks,
                policy,
            };
            let answers = answers(&mut session, template_needs(&request), None);
            compose(&request, &loaded.loaded, &answers)
        }
    };
    amend(&mut briefing, arguments, date);
    fs::create_dir_all(&arguments.output).map_err(Failure::io("write", &arguments.output))?;
    tell_ids_left(&briefing, &texts, &loaded.loaded, language);
    let codes = Codes::of(&loaded.loaded.summary, briefing.anonymise);
    let mut said = loaded.loaded;
    if briefing.anonymise.any() {
        session = Session::new(session.table().renamed(&codes));
        said = codes.loaded(&said);
    }
    for format in &arguments.format {
        let format = report_format(*format);
        // Where no names go there are no codes, and the request stays as it is.
        let request =
            codes.request(&ReportRequest { briefing: briefing.clone(), format, texts: texts.clone() });
        let answers = answers(&mut session, report_needs(&request), Some(&codes));
        write(request, answers, &said, arguments)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says which numbers in the reader's own words are ids that no code stands for.
fn tell_ids_left(briefing: &Briefing, texts: &FeedbackTexts, loaded: &Loaded, language: Language) {
    if let Some(said) = ids_left_in_words(language, &ids_left(briefing, texts, &loaded.summary)) {
        eprintln!("{said}");
    }
}

/// Writes the files of a saved report, without its data.
fn from_report(
    opened: &SavedReport,
    given: Option<Briefing>,
    arguments: &ReportArguments,
    date: String,
    texts: &FeedbackTexts,
) -> Result<ExitCode, Failure> {
    let language: Language = arguments.input.language.into();
    let report = &opened.report;
    let composed = || {
        let request = ComposeRequest {
            template: template(arguments.template),
            language: arguments.lang.unwrap_or(arguments.input.language).into(),
            date: date.clone(),
            filter: report.filter.clone(),
            marks: report.standing.marks,
            policy: report.scorecards.policy,
        };
        let answers = opened.answers(template_needs(&request));
        compose(&request, &report.loaded, &answers)
    };
    let mut briefing = given.or_else(|| report.briefing.clone()).unwrap_or_else(composed);
    amend(&mut briefing, arguments, date);
    opened.check(briefing.anonymise).map_err(|failure| Failure::Engine(language, Box::new(failure)))?;
    fs::create_dir_all(&arguments.output).map_err(Failure::io("write", &arguments.output))?;
    for format in &arguments.format {
        let format = report_format(*format);
        let request = ReportRequest { briefing: briefing.clone(), format, texts: texts.clone() };
        let answers = opened.answers(report_needs(&request));
        write(request, answers, &report.loaded, arguments)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What the command line says about a briefing, on top of what it says itself.
fn amend(briefing: &mut Briefing, arguments: &ReportArguments, date: String) {
    if arguments.date.is_some() || briefing.date.is_empty() {
        briefing.date = date;
    }
    if let Some(tongue) = arguments.lang {
        briefing.language = tongue.into();
    }
    if let Some(title) = &arguments.title {
        briefing.title.clone_from(title);
    }
    if let Some(least) = arguments.min_group {
        briefing.min_group = least;
    }
    let named = |whom| arguments.anonymise.contains(&whom);
    briefing.anonymise = Anonymise {
        evaluators: briefing.anonymise.evaluators || named(Whom::Evaluators),
        providers: briefing.anonymise.providers || named(Whom::Providers),
    };
}

/// Writes one file and says where.
fn write(
    request: ReportRequest,
    answers: Answers,
    loaded: &Loaded,
    arguments: &ReportArguments,
) -> Result<(), Failure> {
    let language: Language = arguments.input.language.into();
    let file = Making::new(request, answers)
        .whole(loaded)
        .map_err(|failure| Failure::Engine(language, Box::new(failure)))?;
    let path = arguments.output.join(&file.name);
    fs::write(&path, &file.bytes).map_err(Failure::io("write", &path))?;
    let said = labelled(language, language.words().cli.written, &path.display().to_string());
    // A reader who has seen enough (`| head`) closes the pipe; that is no failure.
    let _ = writeln!(std::io::stdout().lock(), "{said}");
    Ok(())
}

/// The answers, in the order of the codes where names go.
fn answers(session: &mut Session, needed: Vec<Asking>, codes: Option<&Codes>) -> Answers {
    let mut answers = Answers::new();
    for asking in needed {
        let answer = session.ask(asking.question, &asking.filter);
        let answer = match codes {
            Some(codes) => answer.map(|answer| codes.answer(answer)),
            None => answer,
        };
        answers.insert(asking, answer);
    }
    answers
}

/// A briefing whose items have this filter, unless it lets everything pass.
fn with_filter(mut briefing: Briefing, filter: &Filter) -> Briefing {
    if !filter.is_empty() {
        for item in &mut briefing.items {
            item.filter.clone_from(filter);
        }
    }
    briefing
}

/// Reads a briefing: a file of its own, or a report that holds one.
fn read(path: &Path) -> Result<Briefing, Failure> {
    let text = fs::read_to_string(path).map_err(Failure::io("read", path))?;
    let no_briefing = |error| Failure::Briefing(path.to_owned(), error);
    let mut value: serde_json::Value = serde_json::from_str(&text).map_err(no_briefing)?;
    if let Some(inside) = value.get_mut("briefing").filter(|inside| inside.is_object()) {
        value = inside.take();
    }
    if value.get("items").is_none() {
        return Err(no_briefing(serde::de::Error::missing_field("items")));
    }
    let briefing: Briefing = serde_json::from_value(value).map_err(no_briefing)?;
    if briefing.version != BRIEFING_VERSION {
        return Err(Failure::BriefingVersion(path.to_owned(), briefing.version));
    }
    Ok(briefing)
}

fn texts(path: Option<&Path>) -> Result<FeedbackTexts, Failure> {
    let Some(path) = path else { return Ok(FeedbackTexts::default()) };
    let text = fs::read_to_string(path).map_err(Failure::io("read", path))?;
    serde_json::from_str(&text).map_err(|error| Failure::Texts(path.to_owned(), error))
}

/// The date given, or today.
fn date(given: Option<&str>) -> Result<String, Failure> {
    let Some(given) = given else {
        // A clock before 1970 is no clock.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        return Ok(civil(since.as_secs() / 86_400));
    };
    let parts: Vec<Option<u32>> = given.split('-').map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [Some(_), Some(1..=12), Some(1..=31)] if given.len() == 10 => Ok(given.to_owned()),
        _ => Err(Failure::Date(given.to_owned())),
    }
}

/// The date of a day counted from the first of 1970, in the Gregorian calendar, whose eras of 400 years have 146,097 days
/// each.
fn civil(day: u64) -> String {
    let day = day + 719_468;
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Years begin in March here, so that the leap day is the last.
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = 400 * era + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

fn template(name: TemplateName) -> Template {
    match name {
        TemplateName::Stakeholders => Template::Stakeholders,
        TemplateName::Training => Template::Training,
        TemplateName::Providers => Template::Providers,
        TemplateName::Annual => Template::Annual,
    }
}

fn report_format(name: FormatName) -> ReportFormat {
    match name {
        FormatName::Html => ReportFormat::Html,
        FormatName::Pptx => ReportFormat::Pptx,
        FormatName::Xlsx => ReportFormat::Xlsx,
        FormatName::Json => ReportFormat::Json,
        FormatName::Sheets => ReportFormat::Sheets,
        FormatName::SheetsHtml => ReportFormat::SheetsHtml,
    }
}

impl From<crate::arguments::Tongue> for ReportLanguage {
    fn from(tongue: crate::arguments::Tongue) -> Self {
        Language::from(tongue).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        // By `date -u -d @SECONDS +%F`.
        for (day, expected) in
            [(0, "1970-01-01"), (11_016, "2000-02-29"), (11_017, "2000-03-01"), (20_785, "2026-11-28")]
        {
            assert_eq!(civil(day), expected);
        }
    }

    #[test]
    fn dates_are_checked() {
        assert!(date(Some("2026-11-28")).is_ok());
        for wrong in ["28.11.2026", "2026-13-01", "2026-11-32", "2026-1-1", "today"] {
            assert!(date(Some(wrong)).is_err(), "{wrong}");
        }
    }
}
