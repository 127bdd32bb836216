//! The checked ScoreTable, its metadata and selections: codes and slices, no file formats.
