use std::error::Error;

/// What a writer gives, or why it could not write.
pub type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// A file by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file of these bytes; a text stands for its UTF-8.
    pub fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.to_owned(), bytes: bytes.into() }
    }
}

/// One case of the corpus: files that are loaded together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The name under which `tests/corpus/` says what is expected.
    pub name: &'static str,
    /// The files, in the order in which they are handed over.
    pub files: Vec<File>,
}

impl Case {
    /// A case of these files.
    pub fn new(name: &'static str, files: Vec<File>) -> Self {
        Self { name, files }
    }

    /// A case of one file.
    pub fn one(name: &'static str, file: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(name, vec![File::new(file, bytes)])
    }
}
