//! The charts about evaluators from seeded answers, wide and narrow, against committed SVG snapshots.

#[path = "support/answers.rs"]
mod answers;
mod support;

use answers::{dataset, evaluators, undefined_evaluators};
use evenhand_charts::domain::{
    Context, affiliation_dots, agreement_by_round, drift_lines, severity_caterpillar,
};
use evenhand_charts::{Frame, Palette, Scene};
use evenhand_protocol::EvaluatorsAnswer;
use evenhand_words::{DatasetNames, Language};
use support::check;

type Chart = fn(&EvaluatorsAnswer, &Context) -> Scene;

const CHARTS: [(&str, Chart); 4] = [
    ("severity", severity_caterpillar),
    ("drift", drift_lines),
    ("agreement", agreement_by_round),
    ("affiliation", affiliation_dots),
];

fn draw(chart: Chart, answer: &EvaluatorsAnswer, language: Language, width: f64) -> Scene {
    let dataset = dataset(17, 12, &[]);
    let names = DatasetNames::new(&dataset);
    chart(answer, &Context { language, names: &names, dataset: &dataset, frame: Frame::new(width) })
}

#[test]
fn typical_wide_narrow_and_chinese() {
    let answer = evaluators(26, 6, 3);
    for (name, chart) in CHARTS {
        check(&format!("domain-{name}-wide"), &draw(chart, &answer, Language::En, 688.0), Palette::light());
        check(&format!("domain-{name}-narrow"), &draw(chart, &answer, Language::En, 308.0), Palette::light());
        check(&format!("domain-{name}-zh"), &draw(chart, &answer, Language::Zh, 688.0), Palette::dark());
    }
}

#[test]
fn many_evaluators_and_rounds() {
    let answer = evaluators(214, 17, 9);
    for (name, chart) in &CHARTS[..3] {
        check(&format!("domain-{name}-many"), &draw(*chart, &answer, Language::En, 688.0), Palette::light());
        let narrow = draw(*chart, &answer, Language::Zh, 308.0);
        check(&format!("domain-{name}-many-narrow"), &narrow, Palette::light());
    }
}

#[test]
fn nothing_known_is_a_sentence_with_the_reason() {
    let answer = undefined_evaluators();
    for (name, chart) in CHARTS {
        let scene = draw(chart, &answer, Language::En, 308.0);
        assert!(scene.data.is_empty() && !scene.marks.is_empty(), "{name}");
        assert!(scene.caption.description.len() > scene.caption.title.len() + 20, "{name}");
        if name == "agreement" {
            check("domain-agreement-undefined", &scene, Palette::light());
        }
    }
    let one_round = draw(drift_lines, &evaluators(5, 1, 2), Language::En, 600.0);
    assert!(one_round.caption.description.contains("only one round"), "{}", one_round.caption.description);
}
