//! Tables of contents: where they stand, and the page of each entry.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::line::Line;
use crate::pattern::{Pattern, pattern};
use crate::words::{Text, canonical, canonical_of_folded, folded_words};

/// What ends an entry without a page: `Thème 4 | Habiter.....`
static LEADERS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\s*(?:\.{3,}|…)[\s.…]*$"));

/// One entry in so many may have an earlier page than the one before it.
const MANY_STEPS: usize = 6;

/// How many lines without a page may stand between two entries of one table.
const MAX_GAP: usize = 8;

/// The longest entry, in bytes.
const MAX_ENTRY: usize = 1_000;

/// How many entries ahead of the last one found a heading is looked for.
const LOOK_AHEAD: usize = 80;

/// The entries of a document's tables of contents.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    entries: Vec<Entry>,
    /// The words of the entries, each with its rank.
    vocabulary: HashMap<String, usize>,
    /// The first words of the entries.
    openings: HashSet<String>,
}

/// A line of a table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The title as printed.
    pub(crate) title: String,
    /// Its page, where printed.
    pub(crate) page: Option<u32>,
    canonical: String,
    /// The ranks of its words in the vocabulary.
    words: Vec<usize>,
}

/// Where the tables of contents stand, heading included.
pub(crate) fn tables(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut tables: Vec<Range<usize>> = Vec::new();
    // How many lines of what is no table up to a line were tried, and that line.
    let (mut at, mut tried, mut reached) = (0, 0, 0);
    while at < lines.len() {
        match table_end(lines, at) {
            Ok(end) => {
                tables.push(at..end);
                at = end;
            }
            Err(last) => {
                tried = if last > reached { 0 } else { tried + usize::from(last > at) };
                reached = reached.max(last);
                at = if tried > MAX_TRIED { reached.max(at + 1) } else { at + 1 };
            }
        }
    }
    tables
}

/// From how many lines of what looks like a table and is none a table is looked for: each of them asks
/// all that follow.
const MAX_TRIED: usize = 32;

/// The end of the table that starts at a line: its heading, or its first entry. Where there is none, how
/// far one was looked for.
///
/// Without a heading, nothing that is marked as one stands in a table, and pages go on but for some:
/// the figures of a vote or of a budget go up and down.
fn table_end(lines: &[Line<'_>], start: usize) -> Result<usize, usize> {
    let headed = is_heading(&lines[start].plain);
    if !headed && entry(&lines[start]).is_none() {
        return Err(start);
    }
    let (mut end, mut entries, mut gap) = (start + 1, 0, 0);
    let (mut last, mut back) = (0, 0);
    for (at, line) in lines.iter().enumerate().skip(start) {
        if line.is_blank() {
            continue;
        }
        let parts = !headed && line.level.is_some();
        if let Some((_, page)) = entry(line).filter(|_| !parts) {
            let page: u32 = page.parse().unwrap_or(last);
            back += usize::from(page < last);
            last = page;
            (end, entries, gap) = (at + 1, entries + 1, 0);
        } else if parts || gap == MAX_GAP || line.plain.len() > 300 {
            break;
        } else {
            gap += 1;
        }
    }
    let enough = if headed { 2 } else { 4 };
    let goes_on = headed || back * MANY_STEPS < entries;
    if entries >= enough && goes_on { Ok(end) } else { Err(end) }
}

/// The title of an entry and its page, as printed: dots, a tab or a wide gap part them.
fn entry<'t>(line: &'t Line<'_>) -> Option<(&'t str, &'t str)> {
    let raw = line.raw.trim();
    let before = raw.trim_end_matches(|c: char| c.is_ascii_digit());
    let page = &raw[before.len()..];
    if !(1..=4).contains(&page.len()) || line.raw.len() > MAX_ENTRY {
        return None;
    }
    let leader = |c: char| matches!(c, '.' | '…');
    let title = before.trim_end_matches(|c: char| leader(c) || c.is_whitespace());
    let between = &before[title.len()..];
    let apart = match between.chars().filter(|&c| leader(c)).count() {
        0 => between.contains('\t') || between.chars().count() >= 3,
        leaders => leaders > 1,
    };
    (apart && !title.is_empty()).then_some((title, page))
}

fn is_heading(line: &Text<'_>) -> bool {
    const HEADINGS: [&[&str]; 4] =
        [&["table", "des", "matieres"], &["sommaire"], &["contents"], &["table", "of", "contents"]];
    // The longest such heading has nineteen letters, and marks around them.
    line.len() <= 40
        && HEADINGS.iter().any(|heading| folded_words(line.folded()).eq(heading.iter().copied()))
}

impl Contents {
    /// Adds the entries of a table.
    pub(crate) fn read(&mut self, lines: &[Line<'_>]) {
        for line in lines.iter().filter(|line| !line.is_blank() && !is_heading(&line.plain)) {
            let (title, page) = match entry(line) {
                Some((title, page)) => (Cow::Borrowed(title), page.parse().ok()),
                None => (LEADERS.replace(&line.raw, ""), None),
            };
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            self.add(&title, page);
        }
    }

    fn add(&mut self, title: &str, page: Option<u32>) {
        let continues = title.chars().next().is_some_and(char::is_lowercase);
        let above = self.entries.pop_if(|last| continues && last.page.is_none());
        let title = match above {
            Some(above) => format!("{} {title}", above.title),
            None => title.to_owned(),
        };
        let canonical = canonical(&title);
        let words = folded_words(&canonical).map(|word| self.rank(word)).collect();
        self.openings.extend(folded_words(&canonical).next().map(str::to_owned));
        self.entries.push(Entry { title, page, canonical, words });
    }

    /// The rank of a word in the vocabulary, which takes it in.
    fn rank(&mut self, word: &str) -> usize {
        let next = self.vocabulary.len();
        *self.vocabulary.entry(word.to_owned()).or_insert(next)
    }

    /// Whether there is no entry.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The first entry from rank `from` whose title is `text`, give or take a word; with its rank.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<(usize, &Entry)> {
        if self.is_empty() || text.len() > 600 {
            return None;
        }
        let wanted = canonical(text);
        if wanted.len() < 4 {
            return None;
        }
        // The text follows the order of its contents: an entry far ahead is another's.
        let from = from.min(self.entries.len());
        let ranked = || self.entries.iter().enumerate().skip(from).take(LOOK_AHEAD);
        ranked().find(|(_, entry)| entry.canonical == wanted).or_else(|| {
            let length = folded_words(&wanted).count();
            let known = folded_words(&wanted).filter_map(|word| self.vocabulary.get(word));
            let known: Vec<usize> = known.copied().collect();
            ranked().find(|(_, entry)| is_close(&entry.words, &known, length))
        })
    }

    /// Whether an entry from rank `from` opens with a folded text: a heading over several lines.
    pub(crate) fn opens_with(&self, folded: &str, from: usize) -> bool {
        if self.is_empty() || folded.len() > 300 {
            return false;
        }
        let first = folded_words(folded).next();
        if !first.is_some_and(|first| self.openings.contains(first)) {
            return false;
        }
        let start = canonical_of_folded(folded);
        start.len() >= 4
            && self.entries.iter().skip(from).take(LOOK_AHEAD).any(|entry| {
                entry
                    .canonical
                    .strip_prefix(&start)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            })
    }
}

/// Whether two long titles share nearly all their words: contents are often typed apart. The one
/// looked for has `length` words, of which those are `known` that some entry has.
fn is_close(listed: &[usize], known: &[usize], length: usize) -> bool {
    let longest = listed.len().max(length);
    let least = (longest * 8).div_ceil(10);
    // Most titles differ within their first words.
    let Some(may_differ) = listed.len().checked_sub(least).filter(|_| longest >= 4) else {
        return false;
    };
    let differ = listed.iter().filter(|word| !known.contains(word));
    differ.take(may_differ + 1).count() <= may_differ
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    const TABLE: &str = "Actes\n\nTable des matières\n\nAvant-propos\t5\nAtelier 2 \tSe loger.....12\nThème 2 | Manger.....\nAtelier 4\tCuisiner à\nplusieurs.....14\n\nAvant-propos\n\nNous avons 12\n";

    #[test]
    fn a_table_ends_with_its_last_entry() {
        let lines = lines(TABLE);
        assert_eq!(tables(&lines).first(), Some(&(2..9)));
    }

    #[test]
    fn entries_give_titles_and_pages() {
        let lines = lines(TABLE);
        let mut contents = Contents::default();
        contents.read(&lines[2..9]);
        let found: Vec<(&str, Option<u32>)> =
            contents.entries.iter().map(|entry| (entry.title.as_str(), entry.page)).collect();
        assert_eq!(
            found,
            [
                ("Avant-propos", Some(5)),
                ("Atelier 2 Se loger", Some(12)),
                ("Thème 2 | Manger", None),
                ("Atelier 4 Cuisiner à plusieurs", Some(14)),
            ]
        );
    }

    #[test]
    fn prose_that_ends_with_a_number_is_no_table() {
        let lines = lines("Nous étions 12\n\nPuis   30\n\nSuite.\n");
        assert!(tables(&lines).is_empty());
    }

    #[test]
    fn figures_that_go_up_and_down_are_no_pages() {
        let vote = |votes: [u32; 4]| {
            let [voters, none, against, support] = votes;
            format!(
                "Votants\t{voters}\nAbstentions\t{none}\nContre\t{against}\nPour\t{support}\n\n"
            )
        };
        let text = format!("{}# Bilan\n\n{}", vote([22, 0, 1, 21]), vote([22, 1, 3, 18]));
        assert!(tables(&lines(&text)).is_empty());
        let text = "Habiter\t3\nManger\t5\nCuisiner\t5\nBâtir\t8\n";
        assert_eq!(tables(&lines(text)), [0..4]);
    }
}
