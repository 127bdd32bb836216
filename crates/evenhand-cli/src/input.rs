//! Reads the files, guesses what they hold and applies what the command line says about them.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use evenhand_data::{
    Decoded, HEAD_BYTES, Inspection, LoadedTable, Loader, as_wide, decode, fits, needs_whole, plan_for,
};
use evenhand_protocol::{Field, LoadPlan, MappingFile, Report, Shape, TableKind, TableMapping, TablePreview};
use evenhand_words::Language;
use serde::Deserialize;
use serde::de::value::{Error as ValueError, StrDeserializer};

use crate::arguments::{Across, Input, Tongue};
use crate::failure::Failure;

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::En => Self::En,
            Tongue::Zh => Self::Zh,
        }
    }
}

impl Across {
    /// The field whose ids the score columns stand for.
    fn field(self) -> Field {
        match self {
            Self::Indicators => Field::Indicator,
            Self::Evaluators => Field::Evaluator,
            Self::Rounds => Field::Round,
        }
    }
}

/// So much of a file tells whether it is a report.
const HEAD: u64 = 1_024;

/// The report that was named in place of scores, if it was one.
pub fn saved_report(input: &Input) -> Result<Option<Vec<u8>>, Failure> {
    let [path] = input.files.as_slice() else { return Ok(None) };
    let mut head = Vec::new();
    let file = fs::File::open(path).map_err(Failure::io("read", path))?;
    file.take(HEAD).read_to_end(&mut head).map_err(Failure::io("read", path))?;
    if !Report::looks_like(&head) {
        return Ok(None);
    }
    fs::read(path).map(Some).map_err(Failure::io("read", path))
}

/// Loads what the command line names.
pub fn load(input: &Input) -> Result<LoadedTable, Failure> {
    let language = input.language.into();
    let refused = |error| Failure::Load(language, Box::new(error));
    let mut files = read_all(input)?;
    let mut previews = inspect(&mut files);
    let plan = plan(input, &files, &mut previews)?;
    if let Some(path) = &input.save_mapping {
        let json = serde_json::to_string_pretty(&MappingFile::of(&plan)).map_err(Failure::Json)?;
        fs::write(path, json + "\n").map_err(Failure::io("write", path))?;
    }
    let mut loader = Loader::new(&name_of(&plan), &plan).map_err(refused)?;
    for (index, file) in files.iter_mut().enumerate() {
        match file.decoded.take() {
            Some(decoded) => loader.add_decoded(index, &decoded).map_err(refused)?,
            None => loader.add(index, std::mem::take(&mut file.bytes)).map_err(refused)?,
        }
    }
    loader.finish().map_err(refused)
}

/// Looks at the files. Those that are not text are decoded once, and their sheets kept for the load.
fn inspect(files: &mut [File]) -> Vec<TablePreview> {
    let mut inspection = Inspection::default();
    for file in files {
        let size = file.bytes.len() as u64;
        let head = &file.bytes[..file.bytes.len().min(HEAD_BYTES)];
        if !needs_whole(&file.name, head) {
            inspection.add_head(&file.name, size, head);
            continue;
        }
        match decode(&file.name, std::mem::take(&mut file.bytes)) {
            Ok(decoded) => {
                inspection.add_decoded(&file.name, size, &decoded);
                file.decoded = Some(decoded);
            }
            Err(error) => inspection.add_broken(&file.name, size, error),
        }
    }
    inspection.finish()
}

/// The plan of the mapping file, else the guessed one; with what the command line says on top.
fn plan(input: &Input, files: &[File], previews: &mut [TablePreview]) -> Result<LoadPlan, Failure> {
    let language = input.language.into();
    let mut plan = match &input.mapping {
        Some(path) => {
            let text = fs::read_to_string(path).map_err(Failure::io("read", path))?;
            let file: MappingFile =
                serde_json::from_str(&text).map_err(|error| Failure::MappingFile(path.clone(), error))?;
            let plan = file.apply(previews).map_err(|mismatch| Failure::Mapping(language, mismatch))?;
            for (preview, mapping) in previews.iter_mut().zip(&plan.tables) {
                preview.mapping = mapping.clone();
            }
            Some(plan)
        }
        None => None,
    };
    let corrected = apply(input, files, previews)? || plan.is_some();
    let guessed = || plan_for(previews).map_err(|error| Failure::Load(language, Box::new(error)));
    if !corrected {
        return guessed();
    }
    // What cannot be read at all cannot be corrected either.
    let hopeless = |preview: &&TablePreview| preview.mapping.columns.is_empty();
    if let Some(error) = previews.iter().filter(hopeless).find_map(|preview| preview.error.clone()) {
        return Err(Failure::Load(language, Box::new(error)));
    }
    let tables = previews.iter().map(|preview| preview.mapping.clone()).collect();
    let plan = plan.take().unwrap_or_default();
    Ok(LoadPlan { tables, ..plan })
}

struct File {
    name: String,
    bytes: Vec<u8>,
    decoded: Option<Decoded>,
    kind: Option<TableKind>,
}

fn read_all(input: &Input) -> Result<Vec<File>, Failure> {
    let named = [
        (&input.rounds, TableKind::Rounds),
        (&input.providers, TableKind::Providers),
        (&input.indicators, TableKind::Indicators),
        (&input.evaluators, TableKind::Evaluators),
    ];
    let positional = input.files.iter().map(|path| (path, None));
    let named = named.into_iter().filter_map(|(path, kind)| path.as_ref().map(|path| (path, Some(kind))));
    let language = input.language.into();
    positional.chain(named).map(|(path, kind)| read(path, kind, language)).collect()
}

/// Reads a file, unless its size and its first bytes say that there is not enough memory for it.
fn read(path: &PathBuf, kind: Option<TableKind>, language: Language) -> Result<File, Failure> {
    let name = file_name(path);
    let mut file = fs::File::open(path).map_err(Failure::io("read", path))?;
    let size = file.metadata().map_err(Failure::io("read", path))?.len();
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut bytes).map_err(Failure::io("read", path))?;
    fits(&name, size, &bytes).map_err(|error| Failure::Load(language, Box::new(error)))?;
    file.read_to_end(&mut bytes).map_err(Failure::io("read", path))?;
    Ok(File { name, bytes, decoded: None, kind })
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Applies `--evaluators …`, `--sheet`, `--wide` and `--map`; says whether anything was corrected.
fn apply(input: &Input, files: &[File], previews: &mut [TablePreview]) -> Result<bool, Failure> {
    let mut corrected = false;
    for preview in previews.iter_mut() {
        let kind = files.get(preview.mapping.source.file as usize).and_then(|file| file.kind);
        if let Some(kind) = kind.filter(|kind| preview.mapping.kind != *kind) {
            preview.mapping.kind = kind;
            corrected = true;
        }
    }
    corrected |= choose_sheets(input, previews)?;
    if let Some(across) = input.wide {
        let metadata = |kind| !matches!(kind, TableKind::Scores | TableKind::Ignored);
        let rest = previews.iter_mut().filter(|preview| !metadata(preview.mapping.kind));
        rest.filter(|preview| !preview.hidden && !is_set_aside(input, preview))
            .for_each(|preview| as_wide(preview, across.field()));
        corrected = true;
    }
    let mut rest: Vec<_> = previews.iter_mut().filter(|preview| !is_set_aside(input, preview)).collect();
    for entry in &input.map {
        apply_map(entry, &mut rest)?;
        corrected = true;
    }
    Ok(corrected)
}

/// Leaves out the sheets that `--sheet` does not name, and takes hidden ones that it does.
fn choose_sheets(input: &Input, previews: &mut [TablePreview]) -> Result<bool, Failure> {
    for name in &input.sheets {
        if !previews.iter().any(|preview| preview.mapping.source.sheet.as_ref() == Some(name)) {
            return Err(Failure::Sheet(name.clone()));
        }
    }
    let in_workbook = |preview: &&mut TablePreview| preview.mapping.source.sheet.is_some();
    for preview in previews.iter_mut().filter(in_workbook).filter(|_| !input.sheets.is_empty()) {
        let named = !is_set_aside(input, preview);
        preview.mapping.kind = if named { preview.seems } else { TableKind::Ignored };
        preview.hidden &= !named;
    }
    Ok(!input.sheets.is_empty())
}

/// Whether it is a sheet of a workbook and not among those that `--sheet` names.
fn is_set_aside(input: &Input, preview: &TablePreview) -> bool {
    let sheet = preview.mapping.source.sheet.as_ref();
    !input.sheets.is_empty() && sheet.is_some_and(|sheet| !input.sheets.contains(sheet))
}

/// Gives the columns of one `--map` entry their field; a table that then has all that scores need is one of scores.
fn apply_map(entry: &str, previews: &mut [&mut TablePreview]) -> Result<(), Failure> {
    let (field, header) = parse_map(entry)?;
    let mut found = false;
    for preview in previews {
        let mapping = &mut preview.mapping;
        let Some(column) = mapping.columns.iter().position(|column| column.header == header) else {
            continue;
        };
        // A wide table has several score columns.
        let several = field == Field::Score && mapping.shape != Shape::Long;
        for other in mapping.columns.iter_mut().filter(|other| other.field == field && !several) {
            other.field = Field::Ignored;
        }
        mapping.columns[column].field = field;
        mapping.constants.retain(|constant| constant.field != field);
        if field == Field::Score || has_all_of_a_score_table(mapping) && !preview.hidden {
            mapping.kind = TableKind::Scores;
        }
        found = true;
    }
    if found { Ok(()) } else { Err(Failure::Map(format!("--map {entry}: no file has a column `{header}`"))) }
}

fn has_all_of_a_score_table(mapping: &TableMapping) -> bool {
    let has = |field| mapping.columns.iter().any(|column| column.field == field);
    has(Field::Score) && has(Field::Provider) && has(Field::Evaluator)
}

fn parse_map(entry: &str) -> Result<(Field, &str), Failure> {
    let wrong = || Failure::Map(format!("--map {entry}: expected FIELD=COLUMN, as in evaluator=judge"));
    let (field, header) = entry.split_once('=').ok_or_else(wrong)?;
    let name: StrDeserializer<'_, ValueError> = serde::de::IntoDeserializer::into_deserializer(field.trim());
    let field = Field::deserialize(name).map_err(|error| Failure::Map(format!("--map {entry}: {error}")))?;
    Ok((field, header.trim()))
}

/// A data set is named after the files with its score tables.
fn name_of(plan: &LoadPlan) -> String {
    let scores = plan.tables.iter().filter(|table| table.kind == TableKind::Scores);
    let mut names: Vec<&str> = scores.map(|table| table.source.name.as_str()).collect();
    names.dedup();
    names.join(", ")
}
