//! What a request comes to, in terms of the page.

use evenhand_protocol::{
    Answer, Briefing, Failure, Loaded, Opened, ProblemPage, Progress, ReportFile, Slide, TablePreview,
};

/// What became of a request; all but `Progress` are its end.
#[derive(Debug, Clone)]
pub enum Report {
    /// Work goes on.
    Progress(Progress),
    /// Files were inspected: a preview per table.
    Inspected(Vec<TablePreview>),
    /// Instances of a kind of problem were listed.
    Problems(ProblemPage),
    /// A data set was loaded.
    Loaded(Box<Loaded>),
    /// A report was opened in place of scores.
    Opened(Box<Opened>),
    /// A question was answered.
    Answered(Box<Answer>),
    /// A template was filled.
    Composed(Box<Briefing>),
    /// A briefing is shown: a slide per item.
    Slides(Vec<Slide>),
    /// A file was made.
    Reported(ReportFile),
    /// There is no result.
    Failed(Trouble),
}

/// Why a request has no result.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The engine said so.
    Told(Failure),
    /// The engine's worker broke down, or could not be started.
    Stopped,
}

/// Something about the engine as a whole that the user should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incident {
    /// It broke down and is being started again.
    Restarting,
    /// It was started again and has the data set back.
    Restarted,
    /// It broke down again while it reloaded the data set, which must be loaded anew.
    DataLost,
    /// It cannot be started, in this browser or over this network.
    CannotStart,
    /// It runs after all.
    Started,
}
