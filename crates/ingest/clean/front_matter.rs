//! The fields at the top of a Markdown file: between `---` rules, or as bare `Key: value` lines.

use crate::line::Line;
use crate::markup;
use crate::words::fold;

/// Fields by name, in order; a list gives one field per item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    fields: Vec<(String, String)>,
}

impl FrontMatter {
    /// The first value that one of `names` has.
    pub(crate) fn get(&self, names: &[&str]) -> Option<&str> {
        self.fields
            .iter()
            .find(|(name, _)| names.contains(&name.as_str()))
            .map(|(_, value)| value.as_str())
    }

    /// The first value whose name is one that `fits`.
    pub(crate) fn find(&self, fits: impl Fn(&str) -> bool) -> Option<&str> {
        let found = self.fields.iter().find(|(name, _)| fits(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The values that `names` have.
    pub(crate) fn all<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a str> {
        let fields = self.fields.iter().filter(|(name, _)| names.contains(&name.as_str()));
        fields.map(|(_, value)| value.as_str())
    }
}

/// Reads the front matter and how many lines it takes.
pub(crate) fn read(lines: &[Line<'_>]) -> (FrontMatter, usize) {
    let opening = lines.first().map_or("", |line| line.raw.trim_end());
    // YAML ends with three hyphens or three dots, TOML as it starts.
    let closing: Option<&[&str]> = match opening {
        "---" => Some(&["---", "..."]),
        "+++" => Some(&["+++"]),
        _ => None,
    };
    if let Some(closing) = closing {
        let closes = |line: &Line<'_>| closing.contains(&line.raw.trim_end());
        return match lines.iter().skip(1).take(200).position(closes) {
            Some(end) => (fields(&lines[1..=end]), end + 2),
            None => (FrontMatter::default(), 0),
        };
    }
    let bare = lines.iter().take_while(|line| is_bare_field(&line.raw)).count();
    if bare >= 3 { (fields(&lines[..bare]), bare) } else { (FrontMatter::default(), 0) }
}

fn is_bare_field(raw: &str) -> bool {
    const NAMES: [&str; 14] = [
        "title", "titre", "date", "author", "auteur", "location", "lieu", "place", "category",
        "tags", "summary", "slug", "status", "lang",
    ];
    raw.split_once(':').is_some_and(|(name, _)| {
        let name = fold(name);
        NAMES.contains(&&*name) || name.starts_with("event")
    })
}

fn fields(lines: &[Line<'_>]) -> FrontMatter {
    let mut front = FrontMatter::default();
    let mut list = String::new();
    for line in lines {
        let text = line.raw.trim();
        if let Some(item) = text.strip_prefix("- ") {
            front.push(&list, item);
        } else if line.raw.starts_with([' ', '\t']) {
            // A wrapped value, or a nested field, which nothing here needs.
            if let Some((_, value)) = front.fields.last_mut().filter(|_| !text.contains(": ")) {
                *value = format!("{value} {}", unquoted(text));
            }
        } else if let Some((name, value)) = field(text) {
            list = fold(name.trim()).into_owned();
            front.push_value(&list, value);
        }
    }
    front
}

/// `name: value`, or `name = value` in TOML.
fn field(text: &str) -> Option<(&str, &str)> {
    let equals = text.split_once('=').filter(|(name, _)| !name.contains(':'));
    equals.or_else(|| text.split_once(':'))
}

impl FrontMatter {
    fn push_value(&mut self, name: &str, value: &str) {
        let value = value.split(" # ").next().unwrap_or_default().trim();
        match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
            Some(list) => list.split(',').for_each(|item| self.push(name, item)),
            None => self.push(name, value),
        }
    }

    fn push(&mut self, name: &str, value: &str) {
        let value = unquoted(value.trim());
        let marked = value.contains('<') || value.contains("]{");
        let value = if marked { markup::plain(value).into_owned() } else { value.to_owned() };
        if !value.is_empty() && !value.starts_with('#') {
            self.fields.push((name.to_owned(), value));
        }
    }
}

fn unquoted(value: &str) -> &str {
    value.trim_matches(|c| matches!(c, '"' | '\''))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn fields_and_lists_are_read() {
        let lines = lines(
            "---\ntitle: \"Journée\n  d'étude\"\ntags: [accueil, droits]\nlieux:\n  - Orn\n---\nTexte",
        );
        let (front, taken) = read(&lines);
        assert_eq!(taken, 7);
        assert_eq!(front.get(&["title"]), Some("Journée d'étude"));
        assert_eq!(front.all(&["tags"]).collect::<Vec<_>>(), ["accueil", "droits"]);
        assert_eq!(front.get(&["lieux"]), Some("Orn"));
    }

    #[test]
    fn styled_words_are_read_without_their_marks() {
        let lines = lines("---\nauthor: Zoé [Lanteri]{.smallcaps}\n---\n");
        assert_eq!(read(&lines).0.get(&["author"]), Some("Zoé Lanteri"));
    }

    #[test]
    fn toml_and_dots_close_too() {
        let (front, taken) =
            read(&lines("+++\ntitle = \"Table ronde\"\ndate = 2009-07-09\n+++\nTexte"));
        assert_eq!((taken, front.get(&["title"])), (4, Some("Table ronde")));
        assert_eq!(read(&lines("---\ntitle: Note\n...\nTexte")).1, 3);
    }

    #[test]
    fn bare_fields_are_read() {
        let (front, taken) =
            read(&lines("Title: Fête\nDate: 2016-12-08\nLocation: Orn\n\nTexte : suite"));
        assert_eq!((taken, front.get(&["location"])), (3, Some("Orn")));
    }

    #[test]
    fn a_rule_without_its_pair_is_text() {
        assert_eq!(read(&lines("---\nTexte\n")).1, 0);
    }
}
