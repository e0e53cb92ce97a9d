//! The fields at the top of a file: between `---` rules, or without any.

mod bare;

use std::ops::Range;

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
        self.matching(|name| names.contains(&name))
    }

    /// The values whose names are those that `fits`.
    pub(crate) fn matching(&self, fits: impl Fn(&str) -> bool) -> impl Iterator<Item = &str> {
        let fields = self.fields.iter().filter(move |(name, _)| fits(name));
        fields.map(|(_, value)| value.as_str())
    }
}

/// Reads the front matter and the lines that it takes.
pub(crate) fn read(lines: &[Line<'_>]) -> (FrontMatter, Range<usize>) {
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
            Some(end) => (fields(&lines[1..=end]), 0..end + 2),
            None => (FrontMatter::default(), 0..0),
        };
    }
    let bare = bare::lines_of_fields(lines).unwrap_or_default();
    (fields(&lines[bare.clone()]), bare)
}

/// The field that holds the lists of what a page is about, each under a name of its own.
const TAXONOMY: &str = "taxonomy";

fn fields(lines: &[Line<'_>]) -> FrontMatter {
    let mut front = FrontMatter::default();
    let mut list = String::new();
    // Whether the value stands on the lines below the name, and whether its first line was read.
    let (mut below, mut begun) = (false, false);
    // Whether the items of a taxonomy are of its categories, which sort pages.
    let mut categories = false;
    for line in lines {
        let text = line.raw.trim();
        let inside = line.raw.starts_with([' ', '\t']);
        if below && inside && !begun {
            front.push(&list, text);
            begun = !text.is_empty();
        } else if let Some(item) = text.strip_prefix("- ").filter(|_| !(below && inside)) {
            if !categories {
                front.push(&list, item);
            }
        } else if let Some((name, value)) = field(text).filter(|_| inside && list == TAXONOMY) {
            categories = fold(name).starts_with("categor");
            if !categories {
                front.push_value(&list, value);
            }
        } else if inside {
            // A wrapped value, or a nested field, which nothing here needs.
            let last = front.fields.last_mut().filter(|_| below || !text.contains(": "));
            if let Some((_, value)) = last {
                *value = format!("{value} {}", unquoted(text));
            }
        } else if let Some((name, value)) = field(bare::marked(text).unwrap_or(text)) {
            list = fold(name.trim()).into_owned();
            (below, begun) = (stands_below(value), false);
            categories = false;
            if !below {
                front.push_value(&list, value);
            }
        }
    }
    front
}

/// Whether a value is the mark of YAML that sets it on the lines below: `title: >-`.
fn stands_below(value: &str) -> bool {
    matches!(value.trim(), ">" | ">-" | ">+" | "|" | "|-" | "|+")
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
        let marked = value.contains('<') || value.contains("]{") || value.contains("**");
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
        assert_eq!(taken, 0..7);
        assert_eq!(front.get(&["title"]), Some("Journée d'étude"));
        assert_eq!(front.all(&["tags"]).collect::<Vec<_>>(), ["accueil", "droits"]);
        assert_eq!(front.get(&["lieux"]), Some("Orn"));
    }

    #[test]
    fn a_taxonomy_holds_lists() {
        let lines = lines(
            "---\ndate: 2019-05-04\ntaxonomy:\n    category: blog\n    Thèmes:\n        - 'Eau et gués'\n    tag: [pont, quai]\n    categories:\n        - page\nlieu: Orn\n---\n",
        );
        let (front, _) = read(&lines);
        assert_eq!(front.all(&["taxonomy"]).collect::<Vec<_>>(), ["Eau et gués", "pont", "quai"]);
        assert_eq!((front.get(&["date"]), front.get(&["lieu"])), (Some("2019-05-04"), Some("Orn")));
    }

    #[test]
    fn words_in_bold_are_read_without_their_marks() {
        let title = |text: &str| {
            let text = format!("---\ntitle: {text}\n---\n");
            read(&lines(&text)).0.get(&["title"]).map(str::to_owned)
        };
        assert_eq!(title("\"**Veillée**\"").as_deref(), Some("Veillée"));
        assert_eq!(title("**ANNULÉ** - Le gué").as_deref(), Some("ANNULÉ - Le gué"));
        assert_eq!(title("Le gué * et ses ponts").as_deref(), Some("Le gué * et ses ponts"));
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
        assert_eq!((taken, front.get(&["title"])), (0..4, Some("Table ronde")));
        assert_eq!(read(&lines("---\ntitle: Note\n...\nTexte")).1, 0..3);
    }

    #[test]
    fn a_value_may_stand_below_its_name() {
        let lines = lines(
            "---\ntitle: >-\n  Journée d'étude : les\n  gués d'Orn\nlieu: |\n  Orn\n---\nTexte",
        );
        let (front, _) = read(&lines);
        assert_eq!(front.get(&["title"]), Some("Journée d'étude : les gués d'Orn"));
        assert_eq!(front.get(&["lieu"]), Some("Orn"));
    }

    #[test]
    fn fields_without_rules_are_read() {
        let (front, taken) =
            read(&lines("Le gué\n======\n\n:date: 2016-12-08\n:tags: eau, pont\n\nTexte"));
        assert_eq!((taken, front.get(&["tags"])), (3..5, Some("eau, pont")));
        assert_eq!(front.get(&["date"]), Some("2016-12-08"));
    }

    #[test]
    fn a_rule_without_its_pair_is_text() {
        assert_eq!(read(&lines("---\nTexte\n")).1, 0..0);
    }
}
