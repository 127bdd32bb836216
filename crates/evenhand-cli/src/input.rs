//! Reads the files, guesses what they hold and applies what the command line says about them.

use std::fs;
use std::path::{Path, PathBuf};

use evenhand_data::{HEAD_BYTES, LoadedTable, Loader, plan_for, preview};
use evenhand_protocol::{Field, FilePreview, LoadPlan, TableKind};
use evenhand_words::Language;
use serde::Deserialize;
use serde::de::value::{Error as ValueError, StrDeserializer};

use crate::arguments::{Input, Tongue};
use crate::failure::Failure;

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::En => Self::En,
            Tongue::Zh => Self::Zh,
        }
    }
}

/// Loads what the command line names.
pub fn load(input: &Input) -> Result<LoadedTable, Failure> {
    let language = input.language.into();
    let refused = |error| Failure::Load(language, Box::new(error));
    let mut files = read_all(input)?;
    let mut previews: Vec<FilePreview> = files
        .iter()
        .map(|file| {
            let head = &file.bytes[..file.bytes.len().min(HEAD_BYTES)];
            preview(&file.name, file.bytes.len() as u64, head)
        })
        .collect();
    let corrected = apply(input, &files, &mut previews)?;
    let plan = if corrected {
        LoadPlan { files: previews.into_iter().map(|preview| preview.mapping).collect() }
    } else {
        plan_for(&previews).map_err(refused)?
    };
    let mut loader = Loader::new(&name_of(&plan), &plan).map_err(refused)?;
    for (index, file) in files.iter_mut().enumerate() {
        loader.add(index, std::mem::take(&mut file.bytes)).map_err(refused)?;
    }
    loader.finish().map_err(refused)
}

struct File {
    name: String,
    bytes: Vec<u8>,
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
    positional.chain(named).map(|(path, kind)| read(path, kind)).collect()
}

fn read(path: &PathBuf, kind: Option<TableKind>) -> Result<File, Failure> {
    let bytes = fs::read(path).map_err(Failure::io("read", path))?;
    Ok(File { name: file_name(path), bytes, kind })
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Applies `--evaluators …` and `--map`; says whether anything was corrected.
fn apply(input: &Input, files: &[File], previews: &mut [FilePreview]) -> Result<bool, Failure> {
    let mut corrected = false;
    for (file, preview) in files.iter().zip(previews.iter_mut()) {
        if let Some(kind) = file.kind
            && preview.mapping.kind != kind
        {
            preview.mapping.kind = kind;
            corrected = true;
        }
    }
    for entry in &input.map {
        let (field, header) = parse_map(entry)?;
        let mut found = false;
        for preview in previews.iter_mut() {
            if let Some(column) = preview.mapping.columns.iter().position(|c| c.header == header) {
                for other in preview.mapping.columns.iter_mut().filter(|other| other.field == field) {
                    other.field = Field::Ignored;
                }
                preview.mapping.columns[column].field = field;
                if field == Field::Score {
                    preview.mapping.kind = TableKind::Scores;
                }
                found = true;
            }
        }
        if !found {
            return Err(Failure::Map(format!("--map {entry}: no file has a column `{header}`")));
        }
        corrected = true;
    }
    for preview in previews.iter_mut().filter(|preview| has_all_of_a_score_table(preview)) {
        preview.mapping.kind = TableKind::Scores;
    }
    Ok(corrected)
}

fn has_all_of_a_score_table(preview: &FilePreview) -> bool {
    let has = |field| preview.mapping.columns.iter().any(|column| column.field == field);
    has(Field::Score) && has(Field::Provider) && has(Field::Evaluator)
}

fn parse_map(entry: &str) -> Result<(Field, &str), Failure> {
    let wrong = || Failure::Map(format!("--map {entry}: expected FIELD=COLUMN, as in evaluator=judge"));
    let (field, header) = entry.split_once('=').ok_or_else(wrong)?;
    let name: StrDeserializer<'_, ValueError> = serde::de::IntoDeserializer::into_deserializer(field.trim());
    let field = Field::deserialize(name).map_err(|error| Failure::Map(format!("--map {entry}: {error}")))?;
    Ok((field, header.trim()))
}

/// A data set is named after its score tables.
fn name_of(plan: &LoadPlan) -> String {
    let scores = plan.files.iter().filter(|file| file.kind == TableKind::Scores);
    scores.map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ")
}
