//! How text is laid out: width and marks.

/// How matches and headings stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marks {
    /// Matches between square brackets, nothing else: legible in a file, a mail, a pipe.
    #[default]
    Brackets,
    /// ANSI colours and bold type.
    Ansi,
}

/// How text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Columns that a line may take; a longer word still stands whole.
    pub width: usize,
    /// How matches and headings stand out.
    pub marks: Marks,
}

impl Default for Style {
    fn default() -> Style {
        Style { width: 100, marks: Marks::Brackets }
    }
}

impl Style {
    /// A matched word.
    pub(crate) fn matched(&self, text: &str) -> String {
        match self.marks {
            Marks::Brackets => format!("[{text}]"),
            Marks::Ansi => ansi("1;33", text),
        }
    }

    /// What the eye looks for first.
    pub(crate) fn strong(&self, text: &str) -> String {
        self.escaped("1", text)
    }

    /// What can be skipped.
    pub(crate) fn faint(&self, text: &str) -> String {
        self.escaped("2", text)
    }

    /// What can be copied into a command.
    pub(crate) fn code(&self, text: &str) -> String {
        self.escaped("36", text)
    }

    fn escaped(&self, code: &str, text: &str) -> String {
        match self.marks {
            // Nothing stays nothing: a renderer tells by it that there is no line to write.
            Marks::Ansi if !text.is_empty() => ansi(code, text),
            Marks::Ansi | Marks::Brackets => text.to_owned(),
        }
    }
}

fn ansi(code: &str, text: &str) -> String {
    format!("\u{1b}[{code}m{text}\u{1b}[0m")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_only_matches_are_marked() {
        let style = Style::default();
        assert_eq!(style.matched("droit"), "[droit]");
        assert_eq!(style.strong("droit"), "droit");
    }

    #[test]
    fn with_colour_no_bracket_is_added() {
        let style = Style { marks: Marks::Ansi, ..Style::default() };
        assert_eq!(style.matched("droit"), "\u{1b}[1;33mdroit\u{1b}[0m");
    }
}
