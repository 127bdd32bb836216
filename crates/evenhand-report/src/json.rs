//! The report as JSON: all answers with the briefing in them, which the dashboard and the command line open again.

use evenhand_protocol::{
    BriefingItem, Failure, Loaded, OneAnswer, REPORT_VERSION, Report, ReportRequest, Topic,
};

use crate::answers::Answers;
use crate::version::VERSION;

/// The report.
///
/// # Errors
/// Why one of the answers is missing.
pub(crate) fn report(
    request: &ReportRequest,
    loaded: &Loaded,
    answers: &Answers,
) -> Result<Vec<u8>, Failure> {
    let item = request.briefing.items.first().cloned().unwrap_or_default();
    let report = whole(request, loaded, answers, &item)?;
    let mut json = serde_json::to_vec_pretty(&report).map_err(broken)?;
    json.push(b'\n');
    Ok(json)
}

fn whole(
    request: &ReportRequest,
    loaded: &Loaded,
    answers: &Answers,
    item: &BriefingItem,
) -> Result<Report, Failure> {
    Ok(Report {
        version: REPORT_VERSION,
        evenhand: VERSION.to_owned(),
        loaded: loaded.clone(),
        filter: item.filter.clone(),
        overview: answer(answers, Topic::Overview, item)?,
        evaluators: answer(answers, Topic::Evaluators, item)?,
        indicators: answer(answers, Topic::Indicators, item)?,
        providers: answer(answers, Topic::Providers, item)?,
        agreement: answer(answers, Topic::Agreement, item)?,
        structure: answer(answers, Topic::Structure, item)?,
        generalizability: answer(answers, Topic::Generalizability, item)?,
        effects: answer(answers, Topic::Effects, item)?,
        standing: answer(answers, Topic::Standing, item)?,
        drift: answer(answers, Topic::Drift, item)?,
        facets: answer(answers, Topic::Facets, item)?,
        conflicts: answer(answers, Topic::Conflicts, item)?,
        turnover: answer(answers, Topic::Turnover, item)?,
        scorecards: answer(answers, Topic::Scorecards, item)?,
        briefing: Some(request.briefing.clone()),
    })
}

/// One of the answers.
fn answer<T: OneAnswer + Clone>(answers: &Answers, topic: Topic, item: &BriefingItem) -> Result<T, Failure> {
    match answers.of(topic, item) {
        Some(Ok(answer)) => T::of(answer).cloned(),
        Some(Err(why)) => return Err(why.clone()),
        None => None,
    }
    .ok_or_else(|| Failure::BadMessage(format!("no answer about {topic:?}")))
}

#[allow(clippy::needless_pass_by_value, reason = "used in map_err")]
fn broken(error: serde_json::Error) -> Failure {
    Failure::BadMessage(error.to_string())
}
