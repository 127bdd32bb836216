//! How the chosen files are to be read: guessed, remembered, opened from a mapping file, corrected by hand.

use evenhand_protocol::{LoadPlan, MappingFile, MappingMismatch, TableKind, TableMapping, TablePreview};
use leptos::prelude::*;

use super::tables::{Group, Remembered, groups, has_open_words};

/// Where the mapping of a table comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The engine guessed it.
    Guessed,
    /// It was corrected by hand when such a table was loaded before.
    Remembered,
    /// A mapping file says so.
    File,
    /// It was corrected by hand.
    ByHand,
}

/// The tables of the chosen files and the plan for them.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What was seen of the tables, with the mapping as guessed.
    pub previews: RwSignal<Vec<TablePreview>>,
    /// The plan as it stands, its tables in the order of the previews.
    pub plan: RwSignal<LoadPlan>,
    /// Where each table's mapping comes from.
    pub origins: RwSignal<Vec<Origin>>,
    /// Tables of the same form.
    pub groups: Memo<Vec<Group>>,
    /// Corrections of earlier tables.
    pub remembered: Remembered,
}

impl Draft {
    /// No tables yet.
    pub fn new() -> Self {
        let previews = RwSignal::new(Vec::new());
        Self {
            previews,
            plan: RwSignal::new(LoadPlan::default()),
            origins: RwSignal::new(Vec::new()),
            groups: Memo::new(move |_| previews.with(|previews| groups(previews))),
            remembered: Remembered::new(),
        }
    }

    /// Forgets the tables.
    pub fn clear(&self) {
        self.previews.set(Vec::new());
        self.plan.set(LoadPlan::default());
        self.origins.set(Vec::new());
    }

    /// Takes the tables of new files, read as remembered where such tables were corrected before.
    pub fn take(&self, previews: Vec<TablePreview>) {
        let read = previews.iter().map(|preview| match self.remembered.apply(preview) {
            Some(mapping) => (mapping, Origin::Remembered),
            None => (preview.mapping.clone(), Origin::Guessed),
        });
        let (tables, origins) = read.unzip();
        self.plan.set(LoadPlan::of(tables));
        self.origins.set(origins);
        self.previews.set(previews);
    }

    /// Reads the tables as a mapping file says.
    ///
    /// # Errors
    /// Why the file does not fit these tables; then nothing changes.
    pub fn apply(&self, file: &MappingFile) -> Result<(), MappingMismatch> {
        let plan = self.previews.with_untracked(|previews| file.apply(previews))?;
        let origins = self.previews.with_untracked(|previews| {
            let pairs = plan.tables.iter().zip(previews);
            pairs
                .map(|(table, seen)| if *table == seen.mapping { Origin::Guessed } else { Origin::File })
                .collect()
        });
        self.origins.set(origins);
        self.plan.set(plan);
        Ok(())
    }

    /// Whether every table is understood without doubt and some hold scores.
    pub fn is_understood(&self) -> bool {
        let plan = self.plan.read_untracked();
        let origins = self.origins.read_untracked();
        let previews = self.previews.read_untracked();
        let clear = previews.iter().zip(&plan.tables).zip(origins.iter()).all(|((seen, table), origin)| {
            let set_aside = seen.hidden && table.kind == TableKind::Ignored;
            set_aside || !has_open_words(table) && (seen.error.is_none() || *origin != Origin::Guessed)
        });
        clear && plan.tables.iter().any(|table| table.kind == TableKind::Scores)
    }

    /// Whether some table of a group waits for the user.
    pub fn needs_help(&self, group: &Group) -> bool {
        self.plan.with(|plan| {
            let origins = self.origins.read();
            let previews = self.previews.read();
            group.tables.iter().any(|&index| {
                let guessed = origins.get(index) == Some(&Origin::Guessed);
                let wrong = previews.get(index).is_some_and(|seen| seen.error.is_some());
                wrong && guessed || plan.tables.get(index).is_some_and(has_open_words)
            })
        })
    }

    /// Reads something from a table as it stands.
    pub fn table<T>(&self, index: usize, read: impl FnOnce(&TableMapping) -> T) -> Option<T> {
        self.plan.with(|plan| plan.tables.get(index).map(read))
    }

    /// Corrects tables by hand.
    pub fn edit(&self, tables: &[usize], change: impl Fn(&mut TableMapping)) {
        self.plan.update(|plan| {
            for &index in tables {
                if let Some(table) = plan.tables.get_mut(index) {
                    change(table);
                }
            }
        });
        self.mark(tables, Origin::ByHand);
    }

    /// Moves the header of tables, where its rows are at hand.
    pub fn move_header(&self, tables: &[usize], row: u32, rows: u32) {
        let moved: Vec<(usize, TableMapping)> = self.previews.with_untracked(|previews| {
            self.plan.with_untracked(|plan| {
                let one = |&index: &usize| {
                    let (preview, table) = (previews.get(index)?, plan.tables.get(index)?);
                    preview.with_header(table, row, rows).map(|table| (index, table))
                };
                tables.iter().filter_map(one).collect()
            })
        });
        for (index, moved) in moved {
            self.edit(&[index], move |table| *table = moved.clone());
        }
        // What was asked for and cannot be done is to be seen as not done.
        self.plan.notify();
    }

    /// Takes corrections back.
    pub fn reset(&self, tables: &[usize]) {
        let previews = self.previews.get_untracked();
        self.plan.update(|plan| {
            for &index in tables {
                if let (Some(table), Some(preview)) = (plan.tables.get_mut(index), previews.get(index)) {
                    table.clone_from(&preview.mapping);
                }
            }
        });
        self.mark(tables, Origin::Guessed);
    }

    /// Keeps the corrections by hand for the next tables of these shapes.
    pub fn remember(&self) {
        let (previews, origins) = (self.previews.get_untracked(), self.origins.get_untracked());
        let plan = self.plan.get_untracked();
        for ((preview, table), origin) in previews.iter().zip(plan.tables).zip(origins) {
            if origin == Origin::ByHand {
                self.remembered.keep(preview.mapping.shape_key(), table);
            }
        }
    }

    fn mark(&self, tables: &[usize], origin: Origin) {
        self.origins.update(|origins| {
            for &index in tables {
                if let Some(of) = origins.get_mut(index) {
                    *of = origin;
                }
            }
        });
    }
}
