//! What is to be said of a line of a sidecar.

/// What is wrong at a line of a sidecar, or cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// 1-based line of the sidecar; `None` when it concerns the whole.
    pub line: Option<u32>,
    /// The remark, in French.
    pub message: String,
}

impl Remark {
    /// A remark on one line.
    pub(super) fn new(line: u32, message: impl Into<String>) -> Remark {
        Remark { line: Some(line), message: message.into() }
    }

    /// A remark on the whole file.
    pub(crate) fn whole(message: impl Into<String>) -> Remark {
        Remark { line: None, message: message.into() }
    }
}

impl std::fmt::Display for Remark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "ligne {line} : {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}
