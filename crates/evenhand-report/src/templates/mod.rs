//! Briefings composed from the answers.

mod choose;
mod slots;

use evenhand_protocol::{Briefing, BriefingItem, ComposeRequest, Loaded, Pinned, Template, Topic};
use evenhand_words::{Language, template};

use crate::answers::Answers;
use crate::catalogue::Suppressed;
use choose::chosen;
use slots::slots;

/// The topics a template asks about.
pub(crate) fn topics(template: Template) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    for slot in slots(template) {
        for topic in slot.topics() {
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
    }
    topics
}

/// Fills a template: each of its places takes what the answers say most of.
pub fn compose(request: &ComposeRequest, loaded: &Loaded, answers: &Answers) -> Briefing {
    let language: Language = request.language.into();
    let suppressed = Suppressed::new(Briefing::default().min_group, &loaded.summary);
    let item = |pinned| BriefingItem {
        pinned,
        filter: request.filter.clone(),
        marks: request.marks,
        policy: request.policy,
        ..BriefingItem::default()
    };
    let mut items: Vec<BriefingItem> = Vec::new();
    for slot in slots(request.template) {
        let pinned: Option<Pinned> = chosen(slot, &item(Pinned::Title), answers, &suppressed);
        items.extend(pinned.map(item));
    }
    for (place, item) in items.iter_mut().enumerate() {
        item.id = format!("{}-{}", request.template.code(), place + 1);
    }
    Briefing {
        title: title(language, request.template).to_owned(),
        template: Some(request.template),
        language: request.language,
        date: request.date.clone(),
        dataset: loaded.summary.name.clone(),
        items,
        ..Briefing::default()
    }
}

/// The title that a template begins with; who is met is no title.
fn title(language: Language, of: Template) -> &'static str {
    match of {
        Template::Stakeholders => language.words().report.default_title,
        Template::Training | Template::Providers | Template::Annual => template(language, of),
    }
}
