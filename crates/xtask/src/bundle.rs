//! Assembles the static site: every file under a name that carries its content's hash, and `index.html` to find them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::bindgen::Bound;
use crate::content_hash;
use crate::failure::{Failure, Result};
use crate::headers;
use crate::methods_page::{METHODS_PAGES, methods_page};

const START: &str = include_str!("templates/start.js");
const ENGINE_WORKER: &str = include_str!("templates/engine-worker.js");
const SERVICE_WORKER: &str = include_str!("templates/service-worker.js");
const MANIFEST: &str = include_str!("templates/manifest.webmanifest");

/// The icon of the installed page, among the assets.
const ICON: &str = "assets/icon.svg";

/// What a site is made of.
pub struct Parts<'a> {
    /// The folder of `index.html`, `styles/` and `assets/`.
    pub web: &'a Path,
    /// The style of slides, which the page shows and the engine puts into files.
    pub slides: &'a Path,
    /// The page's module.
    pub page: &'a Bound,
    /// The engine's module.
    pub engine: &'a Bound,
    /// The version that the page shows.
    pub version: &'a str,
}

/// Writes the site into `folder`, which is emptied first, and returns the names of all files in it.
pub fn assemble(parts: &Parts<'_>, folder: &Path) -> Result<Vec<String>> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::io("empty", folder))?;
    }
    let mut site = Site { folder: folder.to_path_buf(), files: Vec::new() };
    let assets = site.add_assets(&parts.web.join("assets"))?;
    let css = styles(&parts.web.join("styles"))? + &read(parts.slides)?;
    let styles = site.add("styles.css", renamed(css, &assets).as_bytes())?;
    let (page_js, page_wasm) = site.add_module("page", parts.page)?;
    let (engine_js, engine_wasm) = site.add_module("engine", parts.engine)?;
    let start = fill(START, &[("page_js", &page_js), ("page_wasm", &page_wasm)])?;
    let start = site.add("start.js", start.as_bytes())?;
    let worker = fill(ENGINE_WORKER, &[("engine_js", &engine_js), ("engine_wasm", &engine_wasm)])?;
    let worker = site.add("engine-worker.js", worker.as_bytes())?;
    let icon = renamed(ICON.to_owned(), &assets);
    let manifest = site.add("manifest.webmanifest", fill(MANIFEST, &[("icon", &icon)])?.as_bytes())?;
    let index = fill(
        &renamed(read(&parts.web.join("index.html"))?, &assets),
        &[
            ("policy", &headers::policy_for_meta()),
            ("version", parts.version),
            ("styles", &styles),
            ("page_js", &page_js),
            ("page_wasm", &page_wasm),
            ("start", &start),
            ("engine_worker", &worker),
            ("manifest", &manifest),
        ],
    )?;
    let hashed = site.files.clone();
    site.write("index.html", index.as_bytes())?;
    let mut unhashed = index;
    for (language, name) in METHODS_PAGES {
        let page = methods_page(language, &styles);
        site.write(name, page.as_bytes())?;
        unhashed.push_str(&page);
    }
    site.add_service_worker(&unhashed)?;
    site.write("_headers", headers::headers_file(&hashed).as_bytes())?;
    Ok(site.files)
}

/// A site being written.
struct Site {
    folder: PathBuf,
    files: Vec<String>,
}

impl Site {
    /// Writes a file under its hashed name and returns that name.
    fn add(&mut self, name: &str, content: &[u8]) -> Result<String> {
        let name = content_hash::name(name, content);
        self.write(&name, content)?;
        Ok(name)
    }

    /// Writes a file under the given name, relative to the site.
    fn write(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
        }
        fs::write(&path, content).map_err(Failure::io("write", &path))?;
        self.files.push(name.to_owned());
        Ok(())
    }

    /// Writes the service worker, which keeps every file written so far for days without a network; its version is a
    /// hash of their names, which carry their contents', and of
    /// the text of those that keep their names.
    fn add_service_worker(&mut self, unhashed: &str) -> Result<()> {
        let mut files: Vec<String> = self.files.iter().map(|name| format!("./{name}")).collect();
        files.retain(|name| name != "./index.html");
        files.insert(0, "./".to_owned());
        let list = format!("{files:?}");
        let version = content_hash::of(format!("{list}{unhashed}").as_bytes());
        let worker = fill(SERVICE_WORKER, &[("version", &version), ("files", &list)])?;
        self.write("service-worker.js", worker.as_bytes())
    }

    /// Adds a module: its WebAssembly, its loader and the snippets that the loader imports.
    fn add_module(&mut self, name: &str, module: &Bound) -> Result<(String, String)> {
        let bytes = fs::read(&module.wasm).map_err(Failure::io("read", &module.wasm))?;
        let wasm = self.add(&format!("{name}.wasm"), &bytes)?;
        let mut js = read(&module.js)?;
        let snippets = module.folder.join("snippets");
        if snippets.is_dir() {
            let folder = self.add_snippets(name, &snippets)?;
            js = js.replace("./snippets/", &format!("./{folder}/"));
        }
        Ok((self.add(&format!("{name}.js"), js.as_bytes())?, wasm))
    }

    /// Copies JavaScript snippets of dependencies into one folder, hashed over all of them.
    fn add_snippets(&mut self, name: &str, snippets: &Path) -> Result<String> {
        let mut contents = Vec::new();
        for file in files_under(snippets)? {
            let path = snippets.join(&file);
            contents.push((file, fs::read(&path).map_err(Failure::io("read", &path))?));
        }
        let all: Vec<u8> =
            contents.iter().flat_map(|(file, bytes)| file.bytes().chain(bytes.iter().copied())).collect();
        let folder = content_hash::name(&format!("{name}-snippets"), &all);
        for (file, bytes) in &contents {
            self.write(&format!("{folder}/{file}"), bytes)?;
        }
        Ok(folder)
    }

    /// Copies `web/assets` and returns the old and new names, relative to the site.
    fn add_assets(&mut self, assets: &Path) -> Result<Vec<(String, String)>> {
        if !assets.is_dir() {
            return Ok(Vec::new());
        }
        let mut names = Vec::new();
        for file in files_under(assets)? {
            let path = assets.join(&file);
            let content = fs::read(&path).map_err(Failure::io("read", &path))?;
            let old = format!("assets/{file}");
            let new = self.add(&old, &content)?;
            names.push((old, new));
        }
        // The longest first: no name may be replaced inside a longer one.
        names.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
        Ok(names)
    }
}

/// All style sheets of a folder in the order of their names.
fn styles(folder: &Path) -> Result<String> {
    let mut css = String::new();
    for file in files_under(folder)?.iter().filter(|file| file.ends_with(".css")) {
        css.push_str(&read(&folder.join(file))?);
        css.push('\n');
    }
    Ok(css)
}

/// Every file below a folder, relative to it, with forward slashes, sorted.
pub fn files_under(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(relative) = folders.pop() {
        let path = folder.join(&relative);
        for entry in fs::read_dir(&path).map_err(Failure::io("read", &path))? {
            let entry = entry.map_err(Failure::io("read", &path))?;
            let name = format!("{relative}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push(format!("{name}/"));
            } else {
                files.push(name);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(Failure::io("read", path))
}

/// Puts the hashed names of assets into a text that mentions the plain ones.
fn renamed(text: String, names: &[(String, String)]) -> String {
    names.iter().fold(text, |text, (old, new)| text.replace(old, new))
}

/// Fills `{{name}}` placeholders; one without a value is an error.
fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut text = template.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{{{name}}}}}"), value);
    }
    match text.find("{{") {
        None => Ok(text),
        Some(start) => {
            let rest: String = text
                .chars()
                .skip(text.get(..start).map_or(0, |head| head.chars().count()))
                .take(40)
                .collect();
            Err(Failure::Other(format!(
                "unknown placeholder in a template: {}",
                rest.lines().next().unwrap_or_default()
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled() {
        let text = fill("a {{x}} b {{y}} {{x}}", &[("x", "1"), ("y", "2")]).expect("all are known");
        assert_eq!(text, "a 1 b 2 1");
    }

    #[test]
    fn an_unknown_placeholder_is_named() {
        let error = fill("<p>{{nowhere}}</p>", &[("x", "1")]).expect_err("it is unknown");
        assert!(error.to_string().contains("{{nowhere}}"), "{error}");
    }

    #[test]
    fn the_generated_scripts_name_their_modules() {
        let start = fill(START, &[("page_js", "page-1.js"), ("page_wasm", "page-1.wasm")]).expect("filled");
        assert!(start.contains("import init from \"./page-1.js\";"));
        let worker = fill(ENGINE_WORKER, &[("engine_js", "engine-1.js"), ("engine_wasm", "engine-1.wasm")]);
        assert!(worker.expect("filled").contains("engine.start_worker();"));
    }

    #[test]
    fn asset_names_are_replaced_in_text() {
        let names = [("assets/icon.svg".to_owned(), "assets/icon-1.svg".to_owned())];
        assert_eq!(renamed("url(assets/icon.svg)".to_owned(), &names), "url(assets/icon-1.svg)");
    }
}
