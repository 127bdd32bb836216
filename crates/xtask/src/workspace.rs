//! Where the workspace is and where its artefacts go.

use std::env;
use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand};

use crate::failure::{Failure, Result};

/// The folders of this workspace.
pub struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, `CARGO_TARGET_DIR` respected.
    pub target: PathBuf,
    /// The version all crates share.
    pub version: String,
}

impl Workspace {
    /// Asks cargo about the workspace this program was built in.
    pub fn find() -> Result<Self> {
        let metadata = metadata(&manifest()?, None)?;
        let version = metadata
            .workspace_packages()
            .iter()
            .find(|package| package.name.as_str() == "evenhand-web")
            .map(|package| package.version.to_string())
            .ok_or_else(|| Failure::Other("the workspace has no package evenhand-web".to_owned()))?;
        Ok(Self {
            root: metadata.workspace_root.into_std_path_buf(),
            target: metadata.target_directory.into_std_path_buf(),
            version,
        })
    }

    /// The dependency graph as cargo resolves it for one platform.
    pub fn resolved(&self, platform: &str) -> Result<Metadata> {
        metadata(&self.root.join("Cargo.toml"), Some(platform))
    }

    /// The folder of everything this program generates, apart from `dist/`.
    pub fn generated(&self) -> PathBuf {
        self.target.join("evenhand")
    }

    /// The site as `serve` and the tests use it.
    pub fn site(&self) -> PathBuf {
        self.generated().join("site")
    }

    /// The site as it goes to a static host.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The engine for Node, with TypeScript types.
    pub fn node_package(&self) -> PathBuf {
        self.generated().join("node")
    }

    /// The command-line program in a profile's folder, `debug` or `release`.
    pub fn cli(&self, profile_folder: &str) -> PathBuf {
        self.target.join(profile_folder).join(format!("evenhand{}", env::consts::EXE_SUFFIX))
    }

    /// Large reference data kept beside the repository, when it is there.
    pub fn shared_data(&self) -> Option<PathBuf> {
        let folder = self.root.parent()?.join("shared").join("data");
        folder.is_dir().then_some(folder)
    }
}

/// The root manifest: two folders above this package, as cargo tells it at run time or as it was at build time.
fn manifest() -> Result<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package
        .ancestors()
        .nth(2)
        .map(|root| root.join("Cargo.toml"))
        .ok_or_else(|| Failure::Other(format!("{} is not inside the workspace", package.display())))
}

/// Runs `cargo metadata`: with the dependencies of one platform, or without any.
fn metadata(manifest: &Path, platform: Option<&str>) -> Result<Metadata> {
    let mut command = MetadataCommand::new();
    command.manifest_path(manifest);
    match platform {
        Some(platform) => command.other_options(vec!["--filter-platform".to_owned(), platform.to_owned()]),
        None => command.no_deps(),
    };
    command.exec().map_err(|error| Failure::Other(format!("cargo metadata: {error}")))
}
