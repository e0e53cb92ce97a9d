//! Fields that nothing encloses: lines at the top, fields between rules of hyphens, a list of fields
//! below the title.

use std::ops::Range;

use crate::line::Line;
use crate::words::fold;

/// The names of fields that tell front matter from a text that opens with a label.
const NAMES: [&str; 22] = [
    "title",
    "titre",
    "subtitle",
    "date",
    "author",
    "authors",
    "auteur",
    "auteurs",
    "location",
    "lieu",
    "place",
    "category",
    "categories",
    "tags",
    "keywords",
    "summary",
    "description",
    "slug",
    "status",
    "lang",
    "layout",
    "template",
];

/// How many known fields make front matter of lines that no title opens.
const MANY_FIELDS: usize = 3;

/// Above a list of fields stand at most a title, the rules around it and blank lines.
const MAX_ABOVE: usize = 8;

/// The lines at the top that hold fields.
pub(super) fn lines_of_fields(lines: &[Line<'_>]) -> Option<Range<usize>> {
    between_rules(lines).or_else(|| at_top(lines)).or_else(|| below_title(lines))
}

/// `Title: …`, `Date: …`, one below the other from the first line on.
fn at_top(lines: &[Line<'_>]) -> Option<Range<usize>> {
    let fields = lines.iter().take_while(|line| field_name(&line.raw).is_some()).count();
    let ends = lines.get(fields).is_none_or(|line| line.raw.trim().is_empty());
    let known = lines[..fields].iter().filter(|line| is_known(&line.raw)).count();
    if ends && known >= 2 && is_title(&lines[0].raw) {
        return Some(0..fields);
    }
    let known = lines.iter().take_while(|line| is_known(&line.raw)).count();
    (known >= MANY_FIELDS).then_some(0..known)
}

/// `Title: …`, then `----`, then the next field; the one without a value on its line is the text.
fn between_rules(lines: &[Line<'_>]) -> Option<Range<usize>> {
    let full = |from: usize| {
        let blank = lines.get(from..)?.iter().position(|line| !line.raw.trim().is_empty())?;
        Some(from + blank)
    };
    let mut at = full(0).filter(|&at| is_title(&lines[at].raw))?;
    let mut taken = None;
    loop {
        let (_, value) = lines[at].raw.split_once(':')?;
        if taken.is_some() && value.trim().is_empty() {
            return Some(0..at + 1);
        }
        let next = full(at + 1).filter(|&rule| lines[rule].raw.trim() == "----");
        let next = next.and_then(|rule| full(rule + 1));
        let Some(next) = next.filter(|&next| field_name(&lines[next].raw).is_some()) else {
            return taken;
        };
        at = next;
        taken = Some(0..at);
    }
}

/// A title, then a list of fields: `:date: …`, `:tags: …`, or `.. date: …`.
fn below_title(lines: &[Line<'_>]) -> Option<Range<usize>> {
    let start = lines.iter().take(MAX_ABOVE).position(|line| marked(&line.raw).is_some())?;
    let above = lines[..start].iter().filter(|line| !line.raw.trim().is_empty()).count();
    let wrapped = |raw: &str| raw.starts_with([' ', '\t']) && !raw.trim().is_empty();
    let own = |line: &&Line<'_>| marked(&line.raw).is_some() || wrapped(&line.raw);
    let end = start + lines[start..].iter().take_while(own).count();
    let fields = lines[start..end].iter().filter_map(|line| marked(&line.raw));
    let fields: Vec<&str> = fields.collect();
    let known = fields.iter().any(|field| is_known(field));
    (above <= 3 && fields.len() >= 2 && known).then_some(start..end)
}

/// A field of a list without the mark before its name: `:tags: …`, `.. tags: …`.
pub(super) fn marked(raw: &str) -> Option<&str> {
    let field = raw.strip_prefix(".. ").or_else(|| raw.strip_prefix(':'))?;
    field_name(field).map(|_| field)
}

/// The name of a field: a word without accents, right before a colon.
fn field_name(raw: &str) -> Option<&str> {
    let (name, value) = raw.split_once(':')?;
    let word = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    (word && (value.is_empty() || value.starts_with([' ', '\t']))).then_some(name)
}

/// Whether a line is a field that front matter has.
fn is_known(raw: &str) -> bool {
    raw.split_once(':').is_some_and(|(name, _)| {
        let name = fold(name);
        NAMES.contains(&&*name) || name.starts_with("event")
    })
}

/// Whether a line is the field of the title.
fn is_title(raw: &str) -> bool {
    field_name(raw).is_some_and(|name| matches!(&*fold(name), "title" | "titre"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(text: &str, expect: Option<(usize, usize)>) {
        let found = lines_of_fields(&lines(text)).map(|found| (found.start, found.end));
        assert_eq!(found, expect);
    }

    #[test]
    fn fields_stand_at_the_top_one_below_the_other() {
        check("Title: Fête\nDate: 2016-12-08\nLocation: Orn\nTexte : suite", Some((0, 3)));
        check("title: Fête du gué\ndate: 2016/12/08\nimage: gue.jpg\n\nTexte.", Some((0, 3)));
        check("Titre: Fête du gué\n\nTexte.", None);
        check("Date: 8 décembre\nLieu: Orn\n\nTexte.", None);
        check("title: Fête du gué\ndate: 2016/12/08\nTexte.", None);
    }

    #[test]
    fn rules_of_hyphens_part_fields() {
        check("Title: Fête\n\n----\n\nDate: 2016-12-08\n\n----\n\nText: \n\nTexte.", Some((0, 9)));
        check("Title: Fête\n\n----\n\nText: Le gué ouvre.\n", Some((0, 4)));
        check("Title: Fête\n\n----\n\nLe gué ouvre.\n", None);
        check("Lieu: Orn\n\n----\n\nDate: 8 mai\n", None);
    }

    #[test]
    fn a_list_of_fields_stands_below_the_title() {
        check(
            "======\nLe gué\n======\n\n:date: 2016-12-08\n:tags: eau,\n   pont\n\nTexte.",
            Some((4, 7)),
        );
        check("= Le gué\n:author: Zoé Lanteri\n:date: 2016-12-08\n\nTexte.", Some((1, 3)));
        check(".. title: Le gué\n.. tags: eau\n\nTexte.", Some((0, 2)));
        check("# Le gué\n\n:wave: Bonjour\n:eau: À bientôt\n", None);
        check("Le gué\n\n:date: demain\n\nTexte.", None);
        check("Un\n\ndeux\n\ntrois, quatre.\nCinq.\n:date: 2016\n:tags: eau\n", None);
    }
}
