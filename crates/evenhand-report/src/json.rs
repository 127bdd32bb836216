//! The report as JSON: all answers with the briefing in them, which the dashboard and the command line open again.

use evenhand_protocol::{
    Answer, BriefingItem, Failure, Loaded, REPORT_VERSION, Report, ReportRequest, Topic,
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
    // One arm for each answer, so that a question that is added later does not compile until it is reported.
    macro_rules! of {
        ($name:ident) => {
            match answers.of(Topic::$name, item) {
                Some(Ok(Answer::$name(answer))) => answer.clone(),
                Some(Err(why)) => return Err(why.clone()),
                _ => return Err(Failure::BadMessage(format!("no answer about {:?}", Topic::$name))),
            }
        };
    }
    Ok(Report {
        version: REPORT_VERSION,
        evenhand: VERSION.to_owned(),
        loaded: loaded.clone(),
        filter: item.filter.clone(),
        overview: of!(Overview),
        evaluators: of!(Evaluators),
        indicators: of!(Indicators),
        providers: of!(Providers),
        agreement: of!(Agreement),
        structure: of!(Structure),
        generalizability: of!(Generalizability),
        effects: of!(Effects),
        standing: of!(Standing),
        drift: of!(Drift),
        facets: of!(Facets),
        conflicts: of!(Conflicts),
        turnover: of!(Turnover),
        scorecards: of!(Scorecards),
        briefing: Some(request.briefing.clone()),
    })
}

#[allow(clippy::needless_pass_by_value, reason = "used in map_err")]
fn broken(error: serde_json::Error) -> Failure {
    Failure::BadMessage(error.to_string())
}
