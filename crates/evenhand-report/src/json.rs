//! The report as JSON: all answers with the briefing in them, which the dashboard and the command line open again.

use evenhand_protocol::{
    Answer, BriefingItem, Failure, Loaded, REPORT_VERSION, Report, ReportRequest, Topic,
};
use serde::Deserialize;
use serde_json::Value;

use crate::answers::Answers;
use crate::version::VERSION;

/// The only part of a report that its reader must know whatever its version.
#[derive(Deserialize)]
struct Version {
    version: Option<u32>,
}

/// A report as it was written.
///
/// # Errors
/// [`Failure::BadReport`] where it is none, or of another version.
pub fn read_report(bytes: &[u8]) -> Result<Report, Failure> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let version = serde_json::from_slice(bytes).ok().and_then(|said: Version| said.version);
    if version.is_some_and(|version| version != REPORT_VERSION) {
        return Err(Failure::BadReport { version });
    }
    serde_json::from_slice(bytes).map_err(|_| Failure::BadReport { version: None })
}

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
    let mut value = serde_json::to_value(&report).map_err(broken)?;
    if request.briefing.anonymise.any() {
        let ids = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<Vec<String>>();
        let evaluators = ids(loaded.summary.evaluators.iter().map(|info| info.id.as_str()).collect());
        let providers = ids(loaded.summary.providers.iter().map(|info| info.id.as_str()).collect());
        let anonymise = request.briefing.anonymise;
        let of = |wanted: bool, ids: Vec<String>| if wanted { ids } else { Vec::new() };
        reorder(&mut value, "evaluator", &of(anonymise.evaluators, evaluators));
        reorder(&mut value, "provider", &of(anonymise.providers, providers));
    }
    let mut json = serde_json::to_vec_pretty(&value).map_err(broken)?;
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

/// Sorts lists about somebody by code where they are in the order of the ids that the codes stand for.
fn reorder(value: &mut Value, key: &str, ids: &[String]) {
    match value {
        Value::Array(list) => {
            let place = |one: &Value| {
                let id = one.get(key).or_else(|| one.get("id"))?.as_str()?;
                ids.iter().position(|known| known == id)
            };
            let places: Option<Vec<usize>> = list.iter().map(place).collect();
            if places.is_some_and(|places| places.len() > 1 && places.is_sorted()) {
                list.sort_by_key(place_of_code(key));
            }
            list.iter_mut().for_each(|one| reorder(one, key, ids));
        }
        Value::Object(fields) => fields.values_mut().for_each(|one| reorder(one, key, ids)),
        _ => {}
    }
}

fn place_of_code(key: &str) -> impl Fn(&Value) -> String + '_ {
    move |one| one.get(key).or_else(|| one.get("id")).and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[allow(clippy::needless_pass_by_value, reason = "used in map_err")]
fn broken(error: serde_json::Error) -> Failure {
    Failure::BadMessage(error.to_string())
}
