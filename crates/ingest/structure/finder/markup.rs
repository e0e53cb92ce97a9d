//! Headings that marks tell, `## Matinée`.

use super::{Finder, ends_sentence, join};
use crate::structure::date;
use crate::structure::heading::{Heading, depth, labelled, numbered, slotted, untitled};
use crate::structure::time::leading_slot;
use crate::words::starts_upper;

/// Over how many lines a marked-up heading may be cut.
const MAX_WRAPPED: usize = 8;

impl Finder<'_> {
    /// The heading that the marks of a line make of it, and of those below that go on with it.
    pub(super) fn by_markup(&self, at: usize) -> Option<Heading> {
        let line = &self.lines[at];
        let level = line.level?;
        if line.plain.is_empty() {
            return None;
        }
        let lines = at..self.wrapped_markup_end(at, level);
        let own = self.lines[lines.clone()].iter().filter(|line| !line.is_blank());
        let text = own.fold(String::new(), |text, line| join(&text, &line.plain));
        let text = without_hour_brackets(text);
        let mut heading = labelled(&text)
            .or_else(|| slotted(&text))
            .or_else(|| numbered(&text))
            .unwrap_or_else(|| untitled(&text, depth::PART));
        heading.lines = lines;
        heading.take_emphasised(&line.raw);
        if heading.start.is_some() {
            heading.split_people();
        }
        heading.depth = depth::of_level(level);
        heading.take_last_hour();
        if heading.start.is_none() {
            self.take_hours_beside(&mut heading);
        }
        if heading.start.is_none() {
            self.take_hour_heading(&mut heading);
        }
        if heading.start.is_none() {
            heading.take_hour_of_date(line.plain.both(), self.years.of(at));
        }
        if heading.start.is_some() && heading.title.is_none() {
            self.take_only_item(&mut heading);
        }
        if heading.start.is_some() && heading.title.is_none() {
            self.take_line_below(&mut heading);
        }
        heading.title.get_or_insert_with(|| line.plain.to_string());
        let own = || date::leading(line.words(), self.years.of(at)).map(|(day, _)| day);
        heading.date = heading.date.or(heading.start.and(self.day)).or_else(own);
        Some(heading)
    }

    /// The line after the marked-up headings that go on with the one at a line: of its level, right
    /// below it, opening with a small letter where it opens with a capital.
    fn wrapped_markup_end(&self, at: usize, level: u8) -> usize {
        let mut end = at + 1;
        if !starts_upper(&self.lines[at].plain) {
            return end;
        }
        while let Some(next) = self.next_full_line(end) {
            let line = &self.lines[next];
            let goes_on = line.level == Some(level)
                && line.plain.starts_with(char::is_lowercase)
                && !ends_sentence(&self.lines[end - 1].plain);
            if !goes_on || next - at > MAX_WRAPPED {
                break;
            }
            end = next + 1;
        }
        end
    }
}

/// A heading without the brackets around the hours that open it: `[9h30] Se loger`.
fn without_hour_brackets(text: String) -> String {
    let found = [('[', ']'), ('(', ')')].into_iter().find_map(|(open, close)| {
        let (hours, title) = text.strip_prefix(open)?.split_once(close)?;
        let (_, rest) = leading_slot(hours)?;
        (rest.is_empty() && !title.trim().is_empty()).then(|| format!("{hours} {}", title.trim()))
    });
    found.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use crate::structure::structure;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let document = structure("cr", "cr.md", text);
        let titles: Vec<&str> =
            document.sections.iter().filter_map(|section| section.title.as_deref()).collect();
        assert_eq!(titles, expect);
    }

    #[test]
    fn a_small_letter_goes_on_with_the_heading_above() {
        let text = "# Visite du comité\n\n# du jeudi 3 mai 2018\n\n# Budget\n\nTexte.\n";
        check(text, &["Visite du comité du jeudi 3 mai 2018", "Budget"]);
        check(
            "# Réunion du comité\n\nTexte.\n\n# du jeudi\n\nTexte.\n",
            &["Réunion du comité", "du jeudi"],
        );
        check("# Réunion du comité\n\n## suite\n\nTexte.\n", &["suite"]);
    }

    #[test]
    fn hours_may_stand_in_brackets_before_the_title() {
        check("# Fête\n\n## [9h30] Se loger\n\nTexte.\n", &["Se loger"]);
        check("# Fête\n\n## [2019] Se loger\n\nTexte.\n", &["[2019] Se loger"]);
    }
}
