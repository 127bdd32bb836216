use evenhand_data::{Inspection, load, needs_whole, plan_for};
use evenhand_protocol::{
    Anonymise, Briefing, ComposeRequest, Failure, Filter, LoadError, LoadPlan, MappingFile, ProblemCode,
    Question, ReportRequest, SampleLanguage, SlideOptions, TablePreview,
};
use evenhand_report::template_needs;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::convert::{from_js, to_js};
use crate::engine::{Engine, head};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A file: its name and its bytes. */
export interface InputFile { name: string; bytes: Uint8Array; }
/** A question that `ask` answers. */
export type Question = "overview" | "evaluators" | "indicators" | "providers" | "agreement" | "structure" | "generalizability" | "effects" | { drift: Marks } | "facets" | { standing: Marks } | "conflicts" | "turnover" | { scorecards: Partial<ScorecardPolicy> };
/** What providers are measured by, in tenths of a point from 0 to 1000: the pass mark, where the second to fifth band begin; and how many are the top. */
export interface Marks { pass: number; bands: [number, number, number, number]; top: number; }
/** The thresholds behind scorecards: alpha in thousandths, severity, drift and conflict in tenths of a point of 100, agreement in hundredths, the others as counts; what is left out has its default. */
export interface ScorecardPolicy { alpha: number; least_score_sheets: number; severity: number; drift: number; agreement: number; effects_to_retrain: number; conflict: number; decisions_to_review: number; }
/** What a reader pinned, by reference; see the protocol's `Briefing`. `evenhand report --format json` writes one. */
export interface Briefing { version: number; title: string; subtitle: string | null; template: string | null; language: "en" | "zh"; date: string; dataset: string; anonymise: { evaluators: boolean; providers: boolean }; min_group: number; items: object[]; }
/** What a template is filled with; what is left out has its default. */
export interface Compose { template?: "stakeholders" | "training" | "providers" | "annual"; language?: "en" | "zh"; date?: string; filter?: Filter; marks?: Marks; policy?: Partial<ScorecardPolicy>; }
/** A file to be made of a briefing. */
export interface ReportRequest { briefing: Briefing; format?: "html" | "pptx" | "xlsx" | "json" | "sheets" | "sheets_html"; texts?: object; }
/** A file that was made. */
export interface ReportFile { name: string; media_type: string; bytes: Uint8Array; }
/** The part of the data set a question is about; an empty list means no restriction. */
export interface Filter { rounds?: string[]; categories?: string[]; dimensions?: string[]; sources?: string[]; groups?: string[]; }
"#;

#[wasm_bindgen]
extern "C" {
    /// `InputFile[]`
    #[wasm_bindgen(typescript_type = "InputFile[]")]
    pub type InputFiles;
    /// `Question`
    #[wasm_bindgen(typescript_type = "Question")]
    pub type QuestionName;
    /// `Filter`
    #[wasm_bindgen(typescript_type = "Filter")]
    pub type FilterObject;
    /// `Compose`
    #[wasm_bindgen(typescript_type = "Compose")]
    pub type ComposeObject;
    /// `Briefing`
    #[wasm_bindgen(typescript_type = "Briefing")]
    pub type BriefingObject;
    /// `ReportRequest`
    #[wasm_bindgen(typescript_type = "ReportRequest")]
    pub type ReportObject;
    /// `ReportFile`
    #[wasm_bindgen(typescript_type = "ReportFile")]
    pub type ReportFileObject;
}

/// The engine for JavaScript programs: load a data set, then ask.
///
/// Values are plain objects of the shapes that `evenhand analyze --json` prints; failures are thrown as such objects.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Evenhand {
    engine: Engine,
}

#[wasm_bindgen]
impl Evenhand {
    /// An engine with nothing loaded.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        console_error_panic_hook::set_once();
        Self::default()
    }

    /// Guesses what each file holds: an array of previews, one per table, each with a mapping that can be corrected.
    ///
    /// # Errors
    /// Throws `{bad_message}` where `files` is not what it should be.
    pub fn inspect(files: &InputFiles) -> Result<JsValue, JsValue> {
        let files = input_files(files)?;
        export(&previews(&files))
    }

    /// Loads files, by the given plan (`{tables: mappings}`), by a mapping file (`{evenhand_mapping: 1, …}`), or by the
    /// guessed plan where `plan` is undefined.
    /// Returns the summary of the data set and its data quality.
    ///
    /// # Errors
    /// Throws `{load: …}` with the place, what was found and what was expected; what was loaded before stays.
    pub fn load(&mut self, name: &str, files: &InputFiles, plan: JsValue) -> Result<JsValue, JsValue> {
        let files = input_files(files)?;
        let plan: LoadPlan = if plan.is_undefined() || plan.is_null() {
            plan_for(&previews(&files)).map_err(load_failure)?
        } else if Reflect::has(&plan, &"evenhand_mapping".into())? {
            let mapping: MappingFile = from_js(plan).map_err(bad_message)?;
            mapping
                .apply(&previews(&files))
                .map_err(|mismatch| to_js(&mismatch).unwrap_or_else(Into::into))?
        } else {
            from_js(plan).map_err(bad_message)?
        };
        let bytes = files.into_iter().map(|(_, bytes)| bytes).collect();
        let loaded = load(name, &plan, bytes).map_err(load_failure)?;
        export(&self.engine.replace(loaded))
    }

    /// Lists instances of a kind of problem of the loaded data set, `count` at most, from the one at `from`.
    ///
    /// # Errors
    /// Throws `"nothing_loaded"`, or `{bad_message}` for an unknown kind.
    pub fn problems(&self, code: JsValue, from: u32, count: u32) -> Result<JsValue, JsValue> {
        let code: ProblemCode = from_js(code).map_err(bad_message)?;
        export(&self.engine.problems(code, from, count).map_err(failure)?)
    }

    /// Lists scores of the loaded data set as they were read, `count` at most, from the one at `from`, in the order of
    /// rounds, providers, occasions, sources, evaluators and indicators.
    ///
    /// # Errors
    /// Throws `"nothing_loaded"`.
    pub fn scores(&self, from: u32, count: u32) -> Result<JsValue, JsValue> {
        export(&self.engine.scores(from, count).map_err(failure)?)
    }

    /// Loads the simulated sample data set; `language` is `"english"` or `"chinese"`.
    ///
    /// # Errors
    /// Throws `{bad_message}` for another language.
    #[wasm_bindgen(js_name = loadSample)]
    pub fn load_sample(&mut self, language: JsValue) -> Result<JsValue, JsValue> {
        let language: SampleLanguage = from_js(language).map_err(bad_message)?;
        let sample = Engine::sample(language).map_err(failure)?;
        export(&self.engine.replace(sample))
    }

    /// Opens a report that was written before (`evenhand analyze -o`, `evenhand report --format json`) in place of scores.
    /// Returns what it is about; it answers the questions that it was asked when it was written.
    ///
    /// # Errors
    /// Throws `{bad_report}` where it is none or of another version; what was loaded before stays.
    #[wasm_bindgen(js_name = openReport)]
    pub fn open_report(&mut self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        export(&self.engine.open_report(bytes).map_err(failure)?)
    }

    /// Answers a question about the part of the data set that passes the filter.
    ///
    /// # Errors
    /// Throws `"nothing_loaded"`, `{undefined: reason}` or `{unknown_in_filter: …}`.
    pub fn ask(&mut self, question: QuestionName, filter: FilterObject) -> Result<JsValue, JsValue> {
        let question: Question = from_js(question.into()).map_err(bad_message)?;
        let filter: JsValue = filter.into();
        let filter: Filter =
            if filter.is_undefined() { Filter::default() } else { from_js(filter).map_err(bad_message)? };
        let answer = self.engine.ask(question, &filter).map_err(failure)?;
        export(&answer)
    }

    /// A briefing composed from the answers by a template.
    ///
    /// # Errors
    /// Throws `"nothing_loaded"` or `{bad_message}`.
    pub fn compose(&mut self, request: ComposeObject) -> Result<JsValue, JsValue> {
        let request: ComposeRequest = from_js(request.into()).map_err(bad_message)?;
        let mut view = self.engine.view(Anonymise::default()).map_err(failure)?;
        let answers = view.answers(template_needs(&request));
        export(&evenhand_report::compose(&request, view.loaded, &answers))
    }

    /// The slides of a briefing, each with its HTML fragment; `options` is `{dark, only}`.
    ///
    /// # Errors
    /// Throws `"nothing_loaded"` or `{bad_message}`.
    pub fn slides(&mut self, briefing: BriefingObject, options: JsValue) -> Result<JsValue, JsValue> {
        let briefing: Briefing = from_js(briefing.into()).map_err(bad_message)?;
        let options: SlideOptions = if options.is_undefined() {
            SlideOptions::default()
        } else {
            from_js(options).map_err(bad_message)?
        };
        let mut view = self.engine.view(briefing.anonymise).map_err(failure)?;
        export(&view.slides(&briefing, options))
    }

    /// A file made of a briefing, byte for byte that of `evenhand report`.
    ///
    /// # Errors
    /// Throws `"nothing_loaded"` or `{bad_message}`.
    pub fn report(&mut self, request: ReportObject) -> Result<ReportFileObject, JsValue> {
        let request: ReportRequest = from_js(request.into()).map_err(bad_message)?;
        let mut view = self.engine.view(request.briefing.anonymise).map_err(failure)?;
        let file = view.making(&request).whole(view.loaded).map_err(failure)?;
        let object = Object::new();
        for (key, value) in [("name", &file.name), ("media_type", &file.media_type)] {
            Reflect::set(&object, &key.into(), &value.into())?;
        }
        Reflect::set(&object, &"bytes".into(), &Uint8Array::from(file.bytes.as_slice()))?;
        Ok(object.unchecked_into())
    }
}

fn previews(files: &[(String, Vec<u8>)]) -> Vec<TablePreview> {
    let mut inspection = Inspection::default();
    for (name, bytes) in files {
        let seen = if needs_whole(name, head(bytes)) { bytes } else { head(bytes) };
        inspection.add_head(name, bytes.len() as u64, seen);
    }
    inspection.finish()
}

fn input_files(files: &InputFiles) -> Result<Vec<(String, Vec<u8>)>, JsValue> {
    let files: &JsValue = files.as_ref();
    if !Array::is_array(files) {
        return Err(failure(Failure::BadMessage("files: expected an array".into())));
    }
    Array::from(files)
        .iter()
        .map(|file| {
            let name = Reflect::get(&file, &"name".into())?.as_string();
            let bytes = Reflect::get(&file, &"bytes".into())?.dyn_into::<Uint8Array>();
            match (name, bytes) {
                (Some(name), Ok(bytes)) => Ok((name, bytes.to_vec())),
                _ => Err(failure(Failure::BadMessage("files: expected {name, bytes: Uint8Array}".into()))),
            }
        })
        .collect()
}

fn export<T: serde::Serialize>(value: &T) -> Result<JsValue, JsValue> {
    to_js(value).map_err(bad_message)
}

fn load_failure(error: LoadError) -> JsValue {
    failure(Failure::Load(error))
}

#[allow(clippy::needless_pass_by_value, reason = "used in map_err")]
fn bad_message(error: serde_wasm_bindgen::Error) -> JsValue {
    failure(Failure::BadMessage(error.to_string()))
}

#[allow(clippy::needless_pass_by_value, reason = "used in map_err")]
fn failure(failure: Failure) -> JsValue {
    to_js(&failure).unwrap_or_else(Into::into)
}
