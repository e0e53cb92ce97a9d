//! Finds the sidecar of a source, applies it, and says what became of it.

use std::path::{Path, PathBuf};

use glane_document::{Document, Warning};

use super::{Remark, apply_text};
use crate::IngestError;
use crate::extract::decode;
use crate::source::{SidecarFile, SourceFile};

/// Something to be said of a sidecar that does not keep the others from being applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SidecarNotice {
    /// The sidecar.
    pub path: PathBuf,
    /// What, and at which line of it.
    pub remark: Remark,
}

impl SidecarNotice {
    fn whole(path: PathBuf, message: impl Into<String>) -> SidecarNotice {
        SidecarNotice { path, remark: Remark::whole(message) }
    }

    /// The sidecar at `path` would correct a source called `name`, or `name` with an extension.
    pub(crate) fn orphan(path: PathBuf, name: &str) -> SidecarNotice {
        let message =
            format!("il ne corrige rien : aucun document lu à côté de lui ne s'appelle « {name} »");
        let others = if Path::new(name).extension().is_some() {
            String::new()
        } else {
            format!(", ni « {name}.txt », « {name}.md »…")
        };
        SidecarNotice::whole(path, message + &others)
    }
}

impl std::fmt::Display for SidecarNotice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", told(&self.path.to_string_lossy(), &self.remark))
    }
}

/// Corrects the document of a source; returns why its sidecar was left aside, or what else is to
/// be said of it. The document is told as well.
pub(crate) fn correct(
    source: &SourceFile,
    document: &mut Document,
) -> (Option<IngestError>, Vec<SidecarNotice>) {
    let done = source.read_sidecar().and_then(|file| match file {
        Some(file) => apply_file(file, document),
        None => Ok(Vec::new()),
    });
    let warning = |message| Warning { line: None, message };
    match done {
        Ok(notices) => {
            let told = notices.iter().map(|notice| told(&name(&notice.path), &notice.remark));
            document.warnings.extend(told.map(warning));
            (None, notices)
        }
        Err(error) => {
            document.warnings.extend(reasons(&error).into_iter().map(warning));
            (Some(error), Vec::new())
        }
    }
}

/// What is to be said of the sidecar of a source that holds documents as they are: it is not read.
pub(crate) fn ignored(source: &SourceFile) -> Vec<SidecarNotice> {
    let message = "il n'est pas lu : les documents d'un .jsonl se corrigent dans le .jsonl";
    source.present_sidecars().map(|path| SidecarNotice::whole(path, message)).collect()
}

fn apply_file(
    file: SidecarFile,
    document: &mut Document,
) -> Result<Vec<SidecarNotice>, IngestError> {
    let SidecarFile { path, bytes, hidden } = file;
    let refused = |remarks| IngestError::Sidecar { path: path.clone(), remarks };
    let decoded = decode(&bytes)
        .ok_or_else(|| refused(vec![Remark::whole("ce n'est pas un fichier texte")]))?;
    let undone = apply_text(document, &decoded.text).map_err(refused)?;
    let encoding = decoded.warning.map(Remark::whole);
    let read = name(&path);
    let about = |remark| SidecarNotice { path: path.clone(), remark };
    let mut notices: Vec<SidecarNotice> = encoding.into_iter().chain(undone).map(about).collect();
    notices.extend(hidden.into_iter().map(|path| {
        SidecarNotice::whole(path, format!("il n'est pas lu, « {read} » passe avant lui"))
    }));
    Ok(notices)
}

/// Why a sidecar was left aside, a sentence a line, for who reads the document.
fn reasons(error: &IngestError) -> Vec<String> {
    match error {
        IngestError::Sidecar { path, remarks } => {
            let name = name(path);
            let reason = |remark: &Remark| format!("« {name} » n'est pas appliqué, {remark}");
            remarks.iter().map(reason).collect()
        }
        other => vec![other.to_string()],
    }
}

fn told(name: &str, remark: &Remark) -> String {
    let separator = if remark.line.is_some() { "," } else { " :" };
    format!("« {name} »{separator} {remark}")
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
