//! The short names of those on the lists of people present.

use std::collections::HashMap;

use glane_document::Speaker;

use super::presented::with_initial;
use super::{speaker, tag};
use crate::line::Line;
use crate::structure::cue;
use crate::words::{canonical, fold, is_upper};

/// The names on the lists of those present, and their first and last words where these are one
/// person's: they may take the floor under them.
pub(super) fn attendance(lines: &[Line<'_>]) -> HashMap<String, Speaker> {
    let mut tags: HashMap<String, Speaker> = HashMap::new();
    let mut short: HashMap<String, Option<Speaker>> = HashMap::new();
    let opens = |line: &Line<'_>| cue::lists_present(line.plain.both());
    for at in (0..lines.len()).filter(|&at| opens(&lines[at])) {
        let own = lines[at].plain.split_once(':').map_or("", |(_, names)| names);
        // A blank line may stand above a list.
        let next = lines.get(at + 1).is_some_and(Line::is_blank)
            && lines.get(at + 2).is_some_and(|line| line.item);
        let below = lines[at + 1 + usize::from(next)..].iter();
        let below = below.take_while(|line| !line.is_blank() && tag(line).is_none());
        let listed = std::iter::once(own).chain(below.map(|line| line.words().printed));
        for name in listed.flat_map(|line| line.split([',', ';'])) {
            let (alias, full) = match name.split_once('(') {
                Some((alias, rest)) => {
                    let (alias, full) = (alias.trim(), rest.trim_end_matches([')', ' ', '.']));
                    // « Zoé Lanteri (ZL) »
                    if is_initials_of(full, alias) { (full, alias) } else { (alias, full) }
                }
                None => (name.trim(), name.trim()),
            };
            let names_person = full.split(' ').count() >= 2 && full.split(' ').count() <= 4;
            let name = if names_person { titled(full) } else { alias.to_owned() };
            if (2..=30).contains(&alias.len()) && alias.split(' ').count() <= 3 {
                tags.entry(canonical(alias)).or_insert(speaker(&name, alias));
            }
            if let Some((given, family)) = name.split_once(' ').filter(|_| names_person)
                && let Some(tag) = with_initial(given, family)
            {
                tags.entry(canonical(&tag)).or_insert(speaker(&name, &tag));
            }
            let ends = [name.split(' ').next(), name.rsplit(' ').next()];
            for end in ends.into_iter().flatten().filter(|_| names_person) {
                if end.starts_with(char::is_uppercase) && end.len() > 2 && !cue::is_common(end) {
                    let who =
                        short.entry(canonical(end)).or_insert_with(|| Some(speaker(&name, end)));
                    *who = who.take().filter(|who| who.name == name);
                }
            }
        }
    }
    for (end, who) in short {
        if let Some(who) = who {
            tags.entry(end).or_insert(who);
        }
    }
    tags
}

/// Whether a text is the initials of a name.
pub(super) fn is_initials_of(text: &str, name: &str) -> bool {
    let initials = name.split([' ', '-']).filter_map(|part| part.chars().next());
    let initials: String = initials.collect();
    is_upper(text) && fold(&initials) == fold(text)
}

/// `karl durieux` as a name: a capital to each word.
fn titled(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
    };
    let lower = fold(name) == name;
    if lower { name.split(' ').map(word).collect::<Vec<_>>().join(" ") } else { name.to_owned() }
}
