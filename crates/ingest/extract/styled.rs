//! The text of a paragraph, of which parts stand out.

use super::emphasis::Emphasis;

/// Text whose parts stand out or not; a line end is a break that the author typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Styled {
    runs: Vec<Run>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    emphasis: Emphasis,
    text: String,
}

impl Run {
    fn is_bold(&self) -> bool {
        self.emphasis == Emphasis::Bold
    }
}

impl Styled {
    /// Adds text to the end.
    pub(super) fn push(&mut self, text: &str, emphasis: impl Into<Emphasis>) {
        let emphasis = emphasis.into();
        match self.runs.last_mut() {
            Some(last) if last.emphasis == emphasis => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.runs.push(Run { emphasis, text: text.to_owned() }),
        }
    }

    /// Whether there is nothing to read.
    pub(super) fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// Whether it holds a tab: one alone starts a cell of a timetable that was flattened.
    pub(super) fn has_tab(&self) -> bool {
        self.runs.iter().any(|run| run.text.contains('\t'))
    }

    /// How much all of its words stand out, at least.
    pub(super) fn emphasis(&self) -> Emphasis {
        let said = |run: &&Run| run.text.contains(char::is_alphanumeric);
        self.runs.iter().filter(said).map(|run| run.emphasis).min().unwrap_or_default()
    }

    /// Whether all of its words stand in bold.
    pub(super) fn is_bold(&self) -> bool {
        self.emphasis() == Emphasis::Bold
    }

    /// Whether the author broke it into lines.
    pub(super) fn has_break(&self) -> bool {
        self.runs.iter().any(|run| run.text.trim_matches('\n').contains('\n'))
    }

    /// How long it is, in bytes.
    pub(super) fn len(&self) -> usize {
        self.runs.iter().map(|run| run.text.len()).sum()
    }

    /// Whether it ends with white space, or holds nothing yet.
    pub(super) fn ends_with_space(&self) -> bool {
        self.runs.last().is_none_or(|run| run.text.ends_with(char::is_whitespace))
    }

    /// The words on one line, without marks.
    pub(super) fn plain(&self) -> String {
        let text: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        escaped_stars(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// It with `before` in front.
    pub(super) fn after(mut self, before: &str) -> Styled {
        self.runs.insert(0, Run { emphasis: Emphasis::None, text: before.to_owned() });
        self
    }

    /// All of it in bold.
    pub(super) fn all_bold(&self) -> Styled {
        let mut bold = Styled::default();
        self.runs.iter().for_each(|run| bold.push(&run.text, true));
        bold
    }

    /// Its lines, bold words between `**`.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = vec![Styled::default()];
        for run in &self.runs {
            for (at, part) in run.text.split('\n').enumerate() {
                if at > 0 {
                    lines.push(Styled::default());
                }
                if let Some(line) = lines.last_mut() {
                    line.push(part, run.is_bold());
                }
            }
        }
        lines.iter().map(Styled::line).collect()
    }

    fn line(&self) -> String {
        let mut line = String::new();
        let joined = self.with_joints();
        // Pairs of stars that someone typed, or pasted from where they are marks, are marks.
        let pairs: usize = joined.iter().map(|run| run.text.matches("**").count()).sum();
        let typed = pairs.is_multiple_of(2) && joined.iter().all(|run| !run.is_bold());
        for run in joined {
            let bold = run.is_bold();
            let text = if typed { run.text } else { escaped_stars(&run.text) };
            let inner = text.trim();
            if !bold || !inner.contains(char::is_alphanumeric) {
                line.push_str(&text);
                continue;
            }
            // A space inside the marks would leave them as they stand.
            let start = text.len() - text.trim_start().len();
            let (before, after) = (&text[..start], &text[start + inner.len()..]);
            line.extend([before, "**", inner, "**", after]);
        }
        line.trim_end().to_owned()
    }

    /// Its runs, those of bold joined over what is no word between them.
    fn with_joints(&self) -> Vec<Run> {
        let mut joined = Styled::default();
        for (at, run) in self.runs.iter().enumerate() {
            let between = at > 0 && self.runs.get(at + 1).is_some_and(Run::is_bold);
            joined.push(&run.text, run.is_bold() || between && run.text.trim().is_empty());
        }
        joined.runs
    }
}

/// A text whose own pairs of stars are not read as marks.
fn escaped_stars(text: &str) -> String {
    if text.contains("**") { text.replace("**", r"\*\*") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(runs: &[(&str, bool)], expect: &[&str]) {
        let mut text = Styled::default();
        runs.iter().for_each(|(run, bold)| text.push(run, *bold));
        assert_eq!(text.lines(), expect);
    }

    #[test]
    fn bold_is_marked_once_across_runs() {
        check(&[("Cami", true), ("lle R", true)], &["**Camille R**"]);
        check(&[("Camille", true), (" ", false), ("ROC", true)], &["**Camille ROC**"]);
    }

    #[test]
    fn spaces_stay_outside_the_marks() {
        check(&[("Camille ", true), ("arrive", false)], &["**Camille** arrive"]);
        check(&[("vers", false), (" midi ", true)], &["vers **midi**"]);
    }

    #[test]
    fn signs_alone_are_not_marked() {
        check(&[("Camille", false), (" : ", true), ("oui", false)], &["Camille : oui"]);
    }

    #[test]
    fn each_line_has_its_own_marks() {
        check(&[("Atelier 4\nSe loger", true)], &["**Atelier 4**", "**Se loger**"]);
    }

    #[test]
    fn stars_of_the_text_are_marks_in_pairs_only() {
        check(&[("mot ** de passe", false)], &[r"mot \*\* de passe"]);
        check(&[("**Zoé**, directrice", false)], &["**Zoé**, directrice"]);
        check(&[("**Zoé**", true), (" et", false)], &[r"**\*\*Zoé\*\*** et"]);
    }
}
