//! The browser's private storage on this device (the origin private file system): one kept data set, or none.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions,
    FileSystemGetFileOptions, FileSystemRemoveOptions, FileSystemWritableFileStream,
};

/// The folder of the data set.
const FOLDER: &str = "evenhand";
/// The file that says what the others are; written last, so that a data set without it was not kept wholly.
const MANIFEST: &str = "manifest.json";

/// Writes files and what is said about them, in the place of what was kept before.
pub async fn write(manifest: &str, files: &[File]) -> Result<(), JsValue> {
    delete().await?;
    let folder = folder(true).await?;
    for (number, file) in files.iter().enumerate() {
        write_one(&folder, &number.to_string(), file).await?;
    }
    let manifest = Blob::new_with_str_sequence(&Array::of1(&manifest.into()))?;
    write_one(&folder, MANIFEST, &manifest).await
}

/// What is said about the kept files; an error where nothing is kept.
pub async fn manifest() -> Result<String, JsValue> {
    let file = read_one(&folder(false).await?, MANIFEST).await?;
    let text = JsFuture::from(file.text()).await?;
    text.as_string().ok_or(text)
}

/// The kept files under their own names. Their bytes are not read.
pub async fn files(names: &[String]) -> Result<Vec<File>, JsValue> {
    let folder = folder(false).await?;
    let mut files = Vec::new();
    for (number, name) in names.iter().enumerate() {
        let file = read_one(&folder, &number.to_string()).await?;
        files.push(File::new_with_blob_sequence(&Array::of1(&file), name)?);
    }
    Ok(files)
}

/// Deletes what is kept, if anything.
pub async fn delete() -> Result<(), JsValue> {
    // Nothing to delete is no failure.
    if folder(false).await.is_err() {
        return Ok(());
    }
    let options = FileSystemRemoveOptions::new();
    options.set_recursive(true);
    JsFuture::from(root().await?.remove_entry_with_options(FOLDER, &options)).await?;
    Ok(())
}

async fn root() -> Result<FileSystemDirectoryHandle, JsValue> {
    got(gloo::utils::window().navigator().storage().get_directory()).await
}

async fn folder(create: bool) -> Result<FileSystemDirectoryHandle, JsValue> {
    let options = FileSystemGetDirectoryOptions::new();
    options.set_create(create);
    got(root().await?.get_directory_handle_with_options(FOLDER, &options)).await
}

async fn write_one(folder: &FileSystemDirectoryHandle, name: &str, content: &Blob) -> Result<(), JsValue> {
    let options = FileSystemGetFileOptions::new();
    options.set_create(true);
    let handle: FileSystemFileHandle = got(folder.get_file_handle_with_options(name, &options)).await?;
    let stream: FileSystemWritableFileStream = got(handle.create_writable()).await?;
    JsFuture::from(stream.write_with_blob(content)?).await?;
    JsFuture::from(stream.close()).await?;
    Ok(())
}

async fn read_one(folder: &FileSystemDirectoryHandle, name: &str) -> Result<File, JsValue> {
    let handle: FileSystemFileHandle = got(folder.get_file_handle(name)).await?;
    got(handle.get_file()).await
}

async fn got<T: JsCast>(promise: Promise) -> Result<T, JsValue> {
    JsFuture::from(promise).await?.dyn_into()
}
