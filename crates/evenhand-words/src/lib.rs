//! Findings, reasons, labels and errors put into English and Simplified Chinese sentences.
//!
//! The dashboard, the charts, the command line and the reports take every word from here, so that they all say the
//! same thing in the same way.
//! The crate knows the protocol and nothing else: no DOM, no locale API, no clock; the same values give the same text
//! on every machine.
//!
//! Fixed labels are the groups of [`Words`], reached through [`Language::words`].
//! Texts with values in them are functions that take a [`Language`] first.
//! Both languages of a text stand side by side in the code and neither can be left out.

mod advice;
mod benchmark;
mod change_parts;
mod coefficient;
mod conflict;
mod counts;
mod drift_disagreement;
mod effect;
mod enough;
mod evaluator_sheet;
mod expected;
mod expected_of_quality;
mod facet_lines;
mod failure;
mod field;
mod filter;
mod finding;
mod grade;
mod guess_reason;
mod interaction_line;
mod labels;
mod language;
mod mapping;
mod mapping_mismatch;
mod mark_error;
mod method;
mod methods;
mod names;
mod numbers;
mod part;
mod phrases;
mod problem;
mod problem_of_quality;
mod provider_sheet;
mod quality;
mod rating_effect;
mod reason;
mod report;
mod speaker;
#[cfg(test)]
mod test_support;
mod turnover;
mod verdicts;
mod words;

pub use advice::{advice, advice_reason, policy_threshold};
pub use benchmark::{ALPHA_LIMITS, ICC_LIMITS, alpha_benchmark, icc_benchmark};
pub use change_parts::change_parts;
pub use coefficient::coefficient;
pub use conflict::{conflict_kind, conflict_verdict};
pub use counts::{count_entities, count_of, kept_set, n_of, palette_found, picked, rows_of_table};
pub use drift_disagreement::{drift_disagreement, drift_disagreement_brief};
pub use effect::{confounded, effect};
pub use enough::enough_for;
pub use evaluator_sheet::{EvaluatorSheet, evaluator_sheet};
pub use expected::expected;
pub use facet_lines::{exact_agreement, facet_tests};
pub use failure::failure;
pub use field::{field, field_help};
pub use filter::{all_of, filter, filter_field};
pub use finding::{Sentence, caveat, finding};
pub use grade::{benchmark_scale, grade, membership};
pub use guess_reason::guess_reason;
pub use interaction_line::interaction_line;
pub use labels::{
    action, action_choice, change_verdict, drift_class, entity_kind, page, page_question, scale, stage,
    table_kind,
};
pub use language::Language;
pub use mapping::{constant_source, decimal_mark, more_tables, read_hidden, shape, table_name};
pub use mapping_mismatch::mapping_mismatch;
pub use mark_error::mark_error;
pub use method::method;
pub use methods::{METHOD_GROUPS, MethodGroup, MethodNote, method_anchor, method_note, note_of_chart};
pub use names::{DatasetNames, Ids, Names};
pub use numbers::{
    COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, NO_VALUE, bytes, count, interval, number, p_value, percent,
    rank, rank_interval, rank_range, scale_decimals, signed,
};
pub use part::part;
pub use phrases::{
    categories_together, dataset, estimate, in_view, labelled, linked_subset, listed, missing_fields,
    named_interval, points, progress, rows_kept, severity, step, value_or_reason, with_interval,
};
pub use problem::{place, problem, problem_title};
pub use provider_sheet::{ProviderSheet, provider_sheet};
pub use quality::{
    chosen_action, design_part, design_verdict, found_count, joined_ids, problems_found, quality_verdict,
    range_of,
};
pub use rating_effect::{effect_interval, effect_level, effect_size, effect_verdict, rating_effect};
pub use reason::reason;
pub use report::{
    and_more, clearest_drawn, groups_left_out, ids_left_in_words, rows_drawn, source_line, stale, template,
    template_hint, topic_question, value_with_ends,
};
pub use turnover::{grouped_by, member_status};
pub use verdicts::{band_names, decision, drift_decision, mark, pass_side, reliable_change, surely};
pub use words::{
    AgreementColumns, AgreementWords, ChartMarks, ChartWords, Charts, Cli, Column, Common, ConflictWords,
    DriftWords, EffectsWords, Errors, EvaluatorColumns, Evaluators, FacetsWords, Generalizability,
    GeneralizabilityColumns, IccNames, IndicatorColumns, Indicators, Load, Nav, Overview, OverviewColumns,
    ProviderColumns, Providers, Quality, ReportWords, ScorecardWords, Sheets, Standing, StandingColumns,
    Structure, StructureColumns, TurnoverWords, Words,
};
