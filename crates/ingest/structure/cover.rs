//! What stands before the first part of a document: its title, its event, its dates.

use std::ops::Range;
use std::sync::LazyLock;

use glane_document::{DocumentKind, PartialDate};

use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern, pattern};
use crate::structure::date::{dates, is_date_line, weekday};
use crate::structure::draft::Draft;
use crate::structure::{cue, name, time};
use crate::words::{Text, folded_words, is_upper};

/// The text before the first part.
#[derive(Debug)]
pub(crate) struct Cover<'a> {
    /// The heading that gives the document its title.
    heading: Option<&'a str>,
    /// The blocks, each on one line.
    pub(crate) blocks: Vec<Text<'a>>,
    /// The lines, without markup.
    pub(crate) lines: Vec<&'a Text<'a>>,
}

impl<'a> Cover<'a> {
    /// The cover made of the blocks before line `end`; `heading` is the document's title.
    pub(crate) fn new(
        lines: &'a [Line<'a>],
        blocks: &[Range<usize>],
        end: usize,
        heading: Option<&'a str>,
    ) -> Cover<'a> {
        let before = || blocks.iter().filter(|block| block.start < end).take(30);
        let of_block = |block: &Range<usize>| {
            lines[block.start..block.end.min(end)].iter().map(|line| &line.plain)
        };
        let joined = |block: &Range<usize>| {
            let texts: Vec<&str> = of_block(block).map(|line| &**line).collect();
            match texts[..] {
                [alone] => Text::new(alone),
                _ => Text::new(texts.join(" ")),
            }
        };
        Cover {
            heading,
            blocks: before().map(joined).collect(),
            lines: before().flat_map(of_block).collect(),
        }
    }

    /// The dates that it states of the event.
    pub(crate) fn dates(&self) -> Vec<PartialDate> {
        static OTHER: LazyLock<Pattern> = LazyLock::new(|| {
            folded_pattern(
                r"\b(?:avant le|jusqu'au|limite|inscriptions?|version|mise? a jour|publie|edition[s]? precedente)",
            )
        });
        let states = |text: &&&Text<'_>| text.len() < 200 && !OTHER.is_match(text.folded());
        let text: Vec<&str> = self.lines.iter().filter(states).map(|text| &***text).collect();
        dates(&text.join("\n"), None)
    }

    /// The title and what stands above or below it.
    pub(crate) fn titles(&self) -> (Option<String>, Option<String>) {
        let mut candidates: Vec<String> = self
            .blocks
            .iter()
            .take(12)
            .filter(|text| may_be_title(text))
            .map(|text| cleaned(text))
            .collect();
        if let Some(heading) = self.heading {
            let title = cleaned(heading);
            candidates.retain(|text| *text != title && !text.starts_with(&title));
            return (Some(title), candidates.into_iter().find(|text| text.chars().count() < 120));
        }
        let Some(first) = candidates.first().cloned() else { return (None, None) };
        let second = candidates.get(1).cloned();
        let reports = matches!(cue::genre(&first), Some(kind) if kind != DocumentKind::Programme);
        let proper = second.as_ref().is_some_and(|text| text.contains(' '));
        if reports && first.split(' ').count() <= 9 && proper {
            // « Actes du colloque de … » stands above the title proper, which one word is not.
            return (second, Some(first));
        }
        // The body that publishes stands above what says its genre.
        let says = |text: &&String| cue::genre(text).is_some() && text.contains(' ');
        match candidates.iter().take(4).find(says) {
            Some(title) if *title != first => (Some(title.clone()), Some(first)),
            _ => (Some(first), second.filter(|text| text.chars().count() < 120)),
        }
    }
}

/// How many lines a page has that only gives the title, who speaks and when.
const MAX_TITLE_PAGE: usize = 6;

/// The longest of these lines, in bytes.
const MAX_TITLE_LINE: usize = 120;

/// The page of title that slides open with: a heading of the first level, as others are, above a few
/// short lines.
pub(crate) fn title_page<'d>(drafts: &'d [Draft], lines: &[Line<'_>]) -> Option<&'d Draft> {
    let level = |draft: &&Draft| {
        let heading = draft.heading.as_ref();
        heading.and_then(|heading| lines[heading.lines.start].level) == Some(1)
    };
    let full = |range: Range<usize>| lines[range].iter().filter(|line| !line.is_blank());
    let mut own = drafts
        .iter()
        .skip_while(|draft| draft.heading.is_none() && full(draft.lines.clone()).next().is_none());
    let page = own.next().filter(level)?;
    let heading = page.heading.as_ref().filter(|heading| heading.start.is_none())?;
    let short = |line: &Line<'_>| {
        let ends = line.plain.ends_with(['.', ':', ';']);
        line.plain.len() <= MAX_TITLE_LINE && !(ends || line.item || line.code)
    };
    let below = || full(heading.lines.end..page.lines.end);
    let few = (1..=MAX_TITLE_PAGE).contains(&below().count()) && below().all(short);
    (few && own.next().as_ref().is_some_and(level)).then_some(page)
}

/// Whether a text is a call of a language that sets pages: `#couverture(titre: "Se loger")`.
fn is_call(text: &str) -> bool {
    let Some(call) = text.strip_prefix('#') else { return false };
    let name = call.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
    name.is_some_and(|end| {
        call.starts_with(|c: char| c.is_ascii_lowercase())
            && ["(", "[", ": ", " \""].iter().any(|opens| call[end..].starts_with(opens))
    })
}

fn may_be_title(text: &Text<'_>) -> bool {
    (4..=220).contains(&text.chars().count())
        && !is_date_line(text)
        && !(weekday(text).is_some() && text.split(' ').count() <= 3)
        && time::leading_slot(text).is_none()
        && !is_call(text)
        && cue::announcement(text.both()).is_none()
        && name::parse(text, name::Trust::Text).is_none()
        && !(cue::lists_present(text.both()) || cue::lists_absent(text.both()))
        && (text.chars().any(char::is_lowercase) || is_upper(text))
        && !text.ends_with('.')
        && !text.contains(['|', '{'])
        && !addresses_readers(text)
}

/// Whether a text is a sentence to its readers: « Si vous voulez y prendre part, écrivez-nous ».
fn addresses_readers(text: &Text<'_>) -> bool {
    const MANY_WORDS: usize = 8;
    let words = || folded_words(text.folded());
    words().any(|word| word == "vous") && words().count() > MANY_WORDS
}

/// Without the date after it, and without quotes around it.
pub(crate) fn cleaned(text: &str) -> String {
    static DATE_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"(?i)\s*[,–—-]?\s*(?:les? )?\b\d{1,2}(?:er)?\s*(?:-|et|au)?\s*\d{0,2}\s*(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?\s*$",
        )
    });
    let without = DATE_AFTER.replace(text, "");
    // « Séance du 22 mars » keeps its date.
    let lower = without.to_lowercase();
    let needs_date = lower.ends_with(" du") || lower.ends_with(" au") || lower.ends_with("di");
    let text = if needs_date { text } else { without.as_ref() };
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | ':' | '|'));
    let inside = [('«', '»'), ('"', '"'), ('“', '”')].iter().find_map(|&(open, close)| {
        text.strip_prefix(open)?.strip_suffix(close).filter(|inside| !inside.contains(open))
    });
    inside.unwrap_or(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{blocks, lines};

    #[track_caller]
    fn check(text: &str, expect: (&str, Option<&str>)) {
        let lines = lines(text);
        let blocks = blocks(&lines, &vec![false; lines.len()]);
        let cover = Cover::new(&lines, &blocks, lines.len(), None);
        let (title, subtitle) = cover.titles();
        assert_eq!((title.as_deref(), subtitle.as_deref()), (Some(expect.0), expect.1));
    }

    #[test]
    fn a_title_stands_under_what_it_reports() {
        check(
            "Actes du colloque d'Orn\n\nSe loger au bourg\n",
            ("Se loger au bourg", Some("Actes du colloque d'Orn")),
        );
        check(
            "Compte rendu de l'atelier\n\nObjectifs\n",
            ("Compte rendu de l'atelier", Some("Objectifs")),
        );
    }

    #[test]
    fn calls_are_no_titles() {
        check(
            "#couverture( titre: \"Se loger\" )\n\nSe loger au bourg\n",
            ("Se loger au bourg", None),
        );
        check("#habiter : se loger\n\nLe bail\n", ("#habiter : se loger", Some("Le bail")));
    }

    #[test]
    fn who_attends_is_no_title() {
        check("Conseil d'Orn\n\nExcusée : Zoé (pouvoir à Luc)\n", ("Conseil d'Orn", None));
        check("Présents :\n\nConseil d'Orn\n", ("Conseil d'Orn", None));
    }
}
