//! Every answer reaches the page as it was made: what is written as bytes is read back, to the last bit.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::Session;
use evenhand_protocol::{Filter, FromEngine, Question, wire};
use evenhand_simulate::{Language, sample_programme};

#[test]
fn answers_about_the_sample_cross_unchanged() {
    let table = support::simulated(&sample_programme(Language::Chinese));
    let mut session = Session::new(table);
    for question in Question::ALL {
        let answer = session.ask(question, &Filter::default()).unwrap();
        let report = FromEngine::Answered { id: 7, answer };
        let bytes = wire::encode(&report).unwrap();
        assert_eq!(wire::decode(&bytes).unwrap(), report, "{question:?}");
        // What is cut short, or goes on, is not taken for a report.
        assert!(wire::decode(&bytes[..bytes.len() - 1]).is_err(), "{question:?}");
        assert!(wire::decode(&[bytes.as_slice(), &[0]].concat()).is_err(), "{question:?}");
    }
}
