//! The labels of the user interface, group by group.
//! Each label stands once, English and Chinese side by side, so that one cannot be added without the other.

#[macro_use]
mod declare;
mod agreement;
mod charts;
mod cli;
mod common;
mod conflicts;
mod drift;
mod effects;
mod errors;
mod evaluators;
mod facets;
mod generalizability;
mod indicators;
mod load;
mod methods;
mod nav;
mod overview;
mod palette;
mod parts;
mod providers;
mod quality;
mod report;
mod scorecards;
mod section_terms;
mod sheets;
mod standing;
mod structure;
mod tour;
mod turnover;

pub use agreement::{AgreementColumns, AgreementWords};
pub use charts::{ChartMarks, Charts};
pub use cli::Cli;
pub use common::Common;
pub use conflicts::ConflictWords;
pub use drift::DriftWords;
pub use effects::EffectsWords;
pub use errors::Errors;
pub use evaluators::{EvaluatorColumns, Evaluators, IccNames};
pub use facets::FacetsWords;
pub use generalizability::{Generalizability, GeneralizabilityColumns};
pub use indicators::{IndicatorColumns, Indicators};
pub use load::Load;
pub use methods::MethodsPage;
pub use nav::Nav;
pub use overview::{Overview, OverviewColumns};
pub use palette::Palette;
pub use parts::{ChartWords, Column};
pub use providers::{ProviderColumns, Providers};
pub use quality::Quality;
pub use report::ReportWords;
pub use scorecards::ScorecardWords;
pub use section_terms::SectionTerms;
pub use sheets::Sheets;
pub use standing::{Standing, StandingColumns};
pub use structure::{Structure, StructureColumns};
pub use tour::Tour;
pub use turnover::TurnoverWords;

words! {
    /// Every label of the user interface in one language.
    pub struct Words {
        nav: Nav = Nav::EN, Nav::ZH;
        palette: Palette = Palette::EN, Palette::ZH;
        section_terms: SectionTerms = SectionTerms::EN, SectionTerms::ZH;
        tour: Tour = Tour::EN, Tour::ZH;
        methods: MethodsPage = MethodsPage::EN, MethodsPage::ZH;
        load: Load = Load::EN, Load::ZH;
        quality: Quality = Quality::EN, Quality::ZH;
        overview: Overview = Overview::EN, Overview::ZH;
        evaluators: Evaluators = Evaluators::EN, Evaluators::ZH;
        agreement: AgreementWords = AgreementWords::EN, AgreementWords::ZH;
        effects: EffectsWords = EffectsWords::EN, EffectsWords::ZH;
        drift: DriftWords = DriftWords::EN, DriftWords::ZH;
        facets: FacetsWords = FacetsWords::EN, FacetsWords::ZH;
        conflicts: ConflictWords = ConflictWords::EN, ConflictWords::ZH;
        turnover: TurnoverWords = TurnoverWords::EN, TurnoverWords::ZH;
        sheets: Sheets = Sheets::EN, Sheets::ZH;
        scorecards: ScorecardWords = ScorecardWords::EN, ScorecardWords::ZH;
        indicators: Indicators = Indicators::EN, Indicators::ZH;
        structure: Structure = Structure::EN, Structure::ZH;
        generalizability: Generalizability = Generalizability::EN, Generalizability::ZH;
        providers: Providers = Providers::EN, Providers::ZH;
        standing: Standing = Standing::EN, Standing::ZH;
        report: ReportWords = ReportWords::EN, ReportWords::ZH;
        charts: Charts = Charts::EN, Charts::ZH;
        common: Common = Common::EN, Common::ZH;
        errors: Errors = Errors::EN, Errors::ZH;
        cli: Cli = Cli::EN, Cli::ZH;
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, declare::Texts};
    use crate::test_support::has_cjk;

    fn texts(words: &Words) -> Vec<&'static str> {
        let mut texts = Vec::new();
        words.collect(&mut texts);
        texts
    }

    #[test]
    fn every_label_has_words() {
        for text in texts(&Words::EN).into_iter().chain(texts(&Words::ZH)) {
            assert!(!text.trim().is_empty());
            assert_eq!(text.trim(), text, "stray space in {text:?}");
            assert!(!text.contains(['{', '}']), "unreplaced brace in {text:?}");
            assert!(!text.contains("  "), "double space in {text:?}");
        }
    }

    #[test]
    fn chinese_labels_are_chinese() {
        // Symbols and proper names stay as they are in both languages.
        const SAME: [&str; 9] =
            ["Evenhand", "p", "ICC(1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)", "–"];
        for (en, zh) in texts(&Words::EN).into_iter().zip(texts(&Words::ZH)) {
            if SAME.contains(&zh) {
                assert_eq!(en, zh);
            } else {
                assert!(has_cjk(zh), "{zh:?} is not Chinese");
                assert!(!has_cjk(en), "{en:?} is not English");
                assert!(
                    !zh.contains([',', ';', '?', '!']) || zh.contains("ICC("),
                    "half-width mark in {zh:?}"
                );
            }
        }
    }
}
