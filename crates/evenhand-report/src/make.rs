//! A briefing becomes a file.

use evenhand_protocol::{Failure, Loaded, ReportFile, ReportFormat, ReportRequest};

use crate::answers::Answers;
use crate::document::{Room, document};
use crate::html;

/// Makes a file of a briefing.
///
/// # Errors
/// [`Failure::BadMessage`] where the format is not made from these answers.
pub fn report(request: &ReportRequest, loaded: &Loaded, answers: &Answers) -> Result<ReportFile, Failure> {
    let briefing = &request.briefing;
    let bytes = match request.format {
        ReportFormat::Html => html::page(&document(briefing, loaded, answers, Room::PAGE)).into_bytes(),
        other => return Err(Failure::BadMessage(format!("no report of the format {}", other.code()))),
    };
    let name = format!("evenhand-briefing.{}", request.format.extension());
    Ok(ReportFile { name, media_type: request.format.media_type().to_owned(), bytes })
}
