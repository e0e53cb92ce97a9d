//! People whom a heading names, before, after or instead of its title.

mod whole;

use std::sync::LazyLock;

use glane_document::{Function, Speaker};

use crate::markup;
use crate::pattern::{Pattern, folded_pattern, pattern};
use crate::structure::finder::authors::authors;
use crate::structure::heading::Heading;
use crate::structure::name::{self, Form, Name, Trust};
use crate::structure::time::leading_slot;
use crate::structure::{cue, speaker};
use crate::words::{Text, fold, prefix};
pub(crate) use whole::{people_alone, people_of_title, who_speaks};

impl Heading {
    /// Takes for people a title made of them: `Table ronde : Zoé Lanteri (CNRS), Luc Perrot (Ville)`.
    pub(crate) fn take_people(&mut self) {
        let listed = |title: &&String| {
            name::parse(title, Trust::Text).is_some_and(|name| {
                name.form <= Form::Known && title[name.len..].trim_start().starts_with(['(', ','])
            })
        };
        let Some(title) = self.title.as_ref().filter(listed) else { return };
        self.people = speaker::people(title, Trust::Announced, Function::Speaker);
        let noun = self.printed.split([':', '–', '—', '|']).next().unwrap_or_default();
        self.title = Some(noun.trim().to_owned());
    }

    /// Sets apart who leads what a label titles: `Atelier 1 – Pétrir, animé par Zoé Lanteri`.
    pub(crate) fn split_leader(&mut self) {
        let led = |title: &&String| {
            let by = title.split_once(" par ").and_then(|(before, _)| before.rsplit(' ').next());
            by.is_some_and(is_participle)
        };
        if let Some(title) = self.title.as_ref().filter(led)
            && let Some((title, people)) = people_last(title)
        {
            self.title = Some(title);
            self.people = people;
        }
    }

    /// Sets apart the person before the colon or the dash that a talk's title follows.
    pub(crate) fn take_first(&mut self, text: &str) {
        let Some((name, title)) =
            [" : ", ": ", " – ", " — ", ") - "].iter().find_map(|mark| text.split_once(mark))
        else {
            return;
        };
        self.people = speaker::people(name, Trust::Announced, Function::Speaker);
        self.title = Some(title.trim().to_owned());
    }

    /// Sets apart the names of any form after the last dash: `Titre – Ysoria Belkant`.
    pub(crate) fn split_tail(&mut self) {
        let Some(title) = self.title.as_ref().filter(|_| self.people.is_empty()) else { return };
        let Some((cut, mark)) = title.rmatch_indices(['–', '—']).next() else { return };
        let tail = title[cut + mark.len()..].trim();
        let people = speaker::people(tail, Trust::Announced, Function::Speaker);
        let bare = people.iter().all(|person| person.role.is_none());
        let named: usize = people.iter().map(|person| person.as_written.len()).sum();
        // « Titre — Ysoria Belkant, sociologue »
        let role = |person: &Speaker| person.role.as_deref().is_some_and(cue::names_role);
        let introduced = people.len() == 1 && people.iter().all(role);
        let whole = bare && named + 4 * people.len() >= tail.len();
        if cut > 3 && !people.is_empty() && (whole || introduced) {
            self.title = Some(title[..cut].trim().to_owned());
            self.people = people;
        }
    }

    /// Sets apart the name of any form that ends an item among others that end with names.
    pub(crate) fn split_listed(&mut self) {
        let Some(title) = self.title.as_ref().filter(|_| self.people.is_empty()) else { return };
        let marks = [", ", " : ", ": ", " – ", " — ", " - "];
        let ends = marks.iter().filter_map(|mark| Some((title.rfind(mark)?, mark.len())));
        let Some((cut, mark)) = ends.max_by_key(|(at, _)| *at) else { return };
        let tail = title[cut + mark..].trim_end_matches('.');
        let whole = name::parse(tail, Trust::Announced).is_some_and(|name| {
            let after = tail[name.len..].trim();
            !name.given.is_empty()
                && (after.is_empty() || after.starts_with('(') && after.ends_with(')'))
        });
        if whole && cut > 12 {
            self.people = speaker::people(tail, Trust::Announced, Function::Speaker);
            self.title = Some(title[..cut].to_owned());
        }
    }

    /// Sets apart the names in emphasis that end a heading: `### Archivage. *Z. Lanteri*`.
    pub(crate) fn take_emphasised(&mut self, raw: &str) {
        let Some((before, tail)) = markup::emphasised_tail(raw) else { return };
        let quoted = before.trim_end_matches(TAIL_MARKS).ends_with(['"', '»', '”']);
        let mut people = speaker::people(&tail, Trust::Announced, Function::Speaker);
        // After a title in quotation marks, words that look like a full name are one.
        if quoted && !is_named(&tail, true) {
            people = authors(&tail, true).unwrap_or(people);
        }
        let named: usize = people.iter().map(|person| person.as_written.len()).sum();
        let Some(title) = self.title.as_deref().filter(|_| !people.is_empty()) else { return };
        let cut = title.strip_suffix(tail.as_str()).map(|title| title.trim_end_matches(TAIL_MARKS));
        // Nothing but names and what joins them, or after a quoted title, the body of the last.
        let bodied = quoted
            && is_named(&tail, true)
            && people.last().is_some_and(|last| {
                let start = tail.rfind(&last.as_written).unwrap_or_default();
                tail.len() - start - last.as_written.len() <= MAX_BODY
            });
        if let Some(title) = cut.filter(|title| !title.is_empty() && !before.is_empty())
            && (named + 5 * people.len() >= tail.len() || bodied)
        {
            // « Exposé de *Zoé Lanteri* »
            let joints = [" de", " d'", " d’", " du", " par"];
            let joint = joints.iter().find_map(|joint| title.strip_suffix(joint));
            self.title = Some(joint.unwrap_or(title).to_owned());
            self.people = people;
        }
    }

    /// Sets apart the names in bold before a title in emphasis or quotation marks.
    pub(crate) fn take_bold(&mut self, raw: &str) {
        let Some((bold, title)) = markup::bold_then(raw) else { return };
        let marked = raw.rsplit_once("**").is_some_and(|(_, after)| {
            after.trim_start_matches(TAIL_MARKS).starts_with(['*', '_', '«', '“', '"'])
        });
        let named = name::parse(&bold, Trust::Announced).is_some();
        if marked && named && title.chars().count() > 3 {
            self.people = speaker::people(&bold, Trust::Announced, Function::Speaker);
            self.title = Some(title);
            return;
        }
        // « **Zoé Lanteri**, urbaniste : *Habiter la friche* »
        let between = raw.split_once("**").and_then(|(_, after)| Some(after.split_once("**")?.1));
        let role = between.and_then(markup::before_emphasis).filter(|(_, title)| {
            named && raw.trim_end().ends_with(['*', '_']) && title.contains(' ')
        });
        if let Some((role, title)) = role.filter(|(role, _)| role.starts_with([',', '('])) {
            let joint = if role.starts_with('(') { " " } else { "" };
            let text = format!("{bold}{joint}{}", role.trim_end_matches(TAIL_MARKS));
            self.people = speaker::people(&text, Trust::Announced, Function::Speaker);
            self.title = Some(title);
        }
    }

    /// Sets apart the people before a title in emphasis: `9h45 : Zoé Lanteri, *Habiter la ville*, 2024`.
    pub(crate) fn take_before_emphasis(&mut self, raw: &str) {
        let Some((before, title)) = markup::before_emphasis(raw) else { return };
        let before = leading_slot(&before).map_or(&*before, |(_, rest)| rest);
        let named = name::parse(before, Trust::Text).is_some_and(|name| {
            let after = before[name.len..].trim_start();
            name.form <= Form::Known
                && (after.starts_with([',', '(', ':', '–', '-', '&'])
                    || after.starts_with("et ")
                    || after.is_empty())
        });
        if named && before.chars().count() <= 200 && title.split(' ').count() > 1 {
            let before = before.trim_end_matches(TAIL_MARKS);
            self.people = speaker::people(before, Trust::Announced, Function::Speaker);
            self.title = Some(title);
        }
    }

    /// Sets apart the people that stand with the title: `Titre, par Zoé Lanteri`, `Zoé LANTERI (Ville) : Titre`.
    pub(crate) fn split_people(&mut self) {
        if !self.people.is_empty() {
            return;
        }
        let Some(title) = self.title.take() else { return };
        let (title, people) = announced_last(&title)
            .or_else(|| people_first(&title))
            .or_else(|| people_with_bodies(&title))
            .or_else(|| people_of_body(&title))
            .or_else(|| people_last(&title))
            .unwrap_or((title, Vec::new()));
        // « Conférence 2, présentée par Zoé Lanteri » has no title.
        let participle = !people.is_empty() && is_participle(&title);
        self.title = (!title.is_empty() && !participle).then_some(title);
        self.people.extend(people);
    }
}

/// Whether a text is what stands before `par` and nothing else: `présentée`, `animée`.
fn is_participle(text: &str) -> bool {
    static PARTICIPLE: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:present|anim|propos|moder|presid|organis|coordonn|introdui|assur|donn)[a-z]{1,4}$",
        )
    });
    text.starts_with(char::is_lowercase) && PARTICIPLE.is_match(&fold(text))
}

/// The longest body after the last of the names that end a heading, in bytes.
const MAX_BODY: usize = 60;

/// What stands between a title and the names after it.
const TAIL_MARKS: &[char] = &[' ', '.', ',', ':', '–', '-', '—', '|', '('];

/// People whom sentences after the title announce: `Table ronde. Modération : Zoé Lanteri. Avec Luc
/// Perrot (Ville d'Orn)`.
fn announced_last(text: &str) -> Option<(String, Vec<Speaker>)> {
    let (title, rest) = text.split_once(". ")?;
    let announces = |rest: &str| {
        let rest = Text::new(rest.to_owned());
        cue::announcement(rest.both()).is_some()
    };
    if title.len() < LEAST_TITLE || !rest.starts_with(char::is_uppercase) || !announces(rest) {
        return None;
    }
    let mut people: Vec<Speaker> = Vec::new();
    for person in rest.split(". ").flat_map(speaker::announced_in) {
        if people.iter().all(|other| other.name != person.name) {
            people.push(person);
        }
    }
    (!people.is_empty()).then(|| (title.to_owned(), people))
}

/// The noun of a speech before who holds it: `Exposé de`.
static LEAD: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?i:interventions?|conférence|présentation|communication|allocution|témoignage|exposé|keynote) ?(?:de |d['’]|par |: )",
    )
});

/// People before the title: before a colon, or before quotation marks.
fn people_first(text: &str) -> Option<(String, Vec<Speaker>)> {
    static WORD: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?i:(introduction|ouverture|conclusions?|clôture|accueil|bienvenue|allocutions?|discours|modération|synthèse|mot d['’]accueil)) \p{Lu}",
        )
    });
    // « introduction Zoé Lanteri, juriste »
    if let Some(word) = WORD.captures(text).map(|found| found[1].to_owned())
        && let rest = &text[word.len() + 1..]
        && is_named(rest, true)
    {
        return Some((word, speaker::people(rest, Trust::Announced, Function::Speaker)));
    }
    let text = LEAD.find(text).map_or(text, |lead| &text[lead.end()..]);
    // A title in quotation marks vouches for any name before it.
    let quoted = |name: &Name| {
        let after = text[name.len..].trim_start_matches([' ', ':', ',', '.', '\u{a0}']);
        after.starts_with(['«', '“', '"'])
    };
    name::parse(text, Trust::Announced).filter(|name| name.form <= Form::Known || quoted(name))?;
    let quote = text.find(['«', '“', '"']);
    let colon = text.find(" : ").or_else(|| text.find(": "));
    let cut = quote.or(colon)?;
    let people = speaker::people(&text[..cut], Trust::Announced, Function::Speaker);
    let title = text[cut..].trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '«' | '»' | '“' | '”' | '"' | '.' | ',')
    });
    (!people.is_empty() && !title.is_empty()).then(|| (title.to_owned(), people))
}

/// People after the title: after `par`, `avec`, a dash, a comma or a bracket.
pub(crate) fn people_last(text: &str) -> Option<(String, Vec<Speaker>)> {
    let mut cuts = cuts(text);
    let (cut, start) = cuts.find(|&(cut, start)| people_follow(text, cut, start))?;
    let inside = text[cut..start].ends_with('(') || text[..start].ends_with('(');
    let named = if inside { text[start..].trim_end_matches(')') } else { &text[start..] };
    let by = text[cut..start].contains("par");
    let function = if by { cue::function_by(&text[..cut]) } else { Function::Speaker };
    let mut people = speaker::people(named, Trust::Announced, function);
    // « Table ronde animée par Zoé Lanteri, avec Luc Perrot »: the others do not moderate.
    if function != Function::Speaker
        && let Some((first, others)) = named.split_once(" avec ")
    {
        people = speaker::people(first, Trust::Announced, function);
        people.extend(speaker::people(others, Trust::Announced, Function::Speaker));
    }
    // « Habiter la ville (présentation par Zoé Lanteri) »
    let before = text[..cut].rsplit_once(" (").filter(|(_, open)| by && !open.contains(')'));
    let title = before
        .map_or(&text[..cut], |(title, _)| title)
        .trim_end_matches([',', ' ', ':', '–', '-', '|'])
        .trim_matches(['«', '»', '"', ' ', '\u{a0}']);
    // « Table ronde animée »
    let participle = title.rsplit_once(' ').filter(|(_, last)| by && is_participle(last));
    let title = participle.map_or(title, |(title, _)| title.trim_end_matches([',', ' ']));
    (!people.is_empty() && !title.is_empty()).then(|| (title.to_owned(), people))
}

/// Where a title may end and its people start, from left to right.
fn cuts(text: &str) -> impl Iterator<Item = (usize, usize)> {
    const MARKS: [&str; 14] = [
        ", par ", " par ", ", avec ", " avec ", " – ", " — ", " - ", " | ", ", ", " (", ". ", ": ",
        "! ", "? ",
    ];
    let opens = move |&at: &usize| b" ,.:!?".contains(&text.as_bytes()[at]);
    (LEAST_TITLE..text.len()).filter(opens).flat_map(move |at| {
        let marks = MARKS.iter().filter(move |mark| text[at..].starts_with(**mark));
        marks.map(move |mark| (at, at + mark.len()))
    })
}

/// The shortest title, in bytes, before its people.
const LEAST_TITLE: usize = 4;

/// Whether people follow the mark that stands from byte `cut` to byte `start` of a text.
fn people_follow(text: &str, cut: usize, start: usize) -> bool {
    let (mark, after) = (&text[cut..start], &text[start..]);
    let by = mark.contains("par");
    let named = match mark.as_bytes()[0] {
        b':' => is_name(after),
        b'!' | b'?' => is_named(after, true),
        _ => {
            let dashed = mark.contains(['–', '—']);
            is_named(after, !by) || by && is_named_by(after) || dashed && is_initial(after)
        }
    };
    named && !(by && is_work(&text[..cut]))
}

/// People with their bodies, then the title: `Zoé Lanteri (CNRS), Luc Perrot (Ville), Habiter`.
fn people_with_bodies(text: &str) -> Option<(String, Vec<Speaker>)> {
    let text = LEAD.find(text).map_or(text, |lead| &text[lead.end()..]);
    let mut end = 0;
    while let Some(name) = name::parse(&text[end..], Trust::Announced)
        && let Some(body) = text[end + name.len..].trim_start().strip_prefix('(')
        && let Some((inside, rest)) = body.split_once(')')
        && inside.len() < 120
    {
        let skipped = rest.trim_start_matches([',', ' ', '&', ':', '–', '-']);
        let skipped = skipped.strip_prefix("et ").unwrap_or(skipped);
        end = text.len() - skipped.len();
    }
    let title = text[end..].trim_matches(['/', '*', ' ', '«', '»', '"', '\u{a0}']);
    let people = speaker::people(&text[..end], Trust::Announced, Function::Speaker);
    if people.is_empty() || title.chars().count() <= 3 {
        return None;
    }
    // « Zoé Lanteri (juriste), séance commune avec … » has no title.
    let title = if title.starts_with(char::is_lowercase) { "" } else { title };
    Some((title.to_owned(), people))
}

/// A body, its people in brackets, then the title: `Ville d'Orn (Zoé Lanteri) : habiter`.
fn people_of_body(text: &str) -> Option<(String, Vec<Speaker>)> {
    let (body, rest) = text.split_once(" (")?;
    let (inside, title) = rest.split_once(')')?;
    let title = title.trim_start().strip_prefix([':', '–', '—'])?.trim();
    let people = people_only(inside);
    let named = body.len() <= 80 && !body.contains(':') && !people.is_empty();
    let with_body = |person: Speaker| Speaker {
        organisation: person.organisation.or_else(|| Some(body.to_owned())),
        ..person
    };
    (named && title.contains(' '))
        .then(|| (title.to_owned(), people.into_iter().map(with_body).collect()))
}

/// Whether a text gives a year: « Zoé Lanteri (1976 – La Ville) » is told about, with a work or a life.
fn names_work(text: &str) -> bool {
    let digits = text.split(|c: char| !c.is_ascii_digit());
    digits.into_iter().any(|number| number.len() == 4)
}

/// The people that a heading opens with, or is, among others that are names: `## Ysoria Belkant`,
/// `## Zoé Lanteri - Se loger`.
pub(crate) fn people_among_names(heading: &str) -> Vec<Speaker> {
    let text = heading.trim_end_matches([':', ' ']);
    if names_work(text) {
        return Vec::new();
    }
    let Some(name) = name::parse(text, Trust::Announced).filter(|name| !name.given.is_empty())
    else {
        return Vec::new();
    };
    let after = text[name.len..].trim_start();
    let apart = after.starts_with(['-', '–', '—', ':']) && name.form <= Form::Known;
    let body = after.starts_with('(') && after.ends_with(')');
    if !(after.is_empty() || apart || body) {
        return Vec::new();
    }
    vec![Speaker::new(&name.display(), &text[..name.len], Function::Speaker)]
}

/// The people of a text that holds nothing but names, and bodies in brackets.
pub(crate) fn people_only(text: &str) -> Vec<Speaker> {
    let sure =
        |name: &Name| name.form <= Form::Known || text[name.len..].trim_start().starts_with('(');
    if name::parse(text, Trust::Announced).filter(sure).is_none() {
        return Vec::new();
    }
    let people = speaker::people(text, Trust::Announced, Function::Speaker);
    let mut rest = String::new();
    let mut depth = 0;
    for c in text.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 && c != ')' {
            rest.push(c);
        }
    }
    for person in &people {
        rest = rest.replacen(&person.as_written, "", 1);
    }
    let joints = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let whole = joints.into_iter().all(|word| matches!(word, "et" | "and"));
    // « Buffet bio (salle 3) »
    if whole && people.iter().any(speaker::has_known_first_name) { people } else { Vec::new() }
}

/// The people whose names and bodies open a heading: `Zoé Lanteri (Ville d'Orn) — Se loger`.
pub(crate) fn people_with_title(heading: &str) -> Vec<Speaker> {
    let known = |person: &Speaker| {
        let body = person.organisation.as_deref().unwrap_or_default();
        speaker::has_known_first_name(person) && body.starts_with(char::is_uppercase)
    };
    let (_, people) = people_with_bodies(heading).unwrap_or_default();
    if people.iter().all(known) { people } else { Vec::new() }
}

/// Whether a text ends with a participle that makes `par` name an author cited: `écrite par`.
fn is_work(text: &str) -> bool {
    static WORK: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:ecrit|publie|edite|compose|traduit|realise|redige|cree|peint|filme|dirige|finance|fonde|porte|soutenu|developpe|produit|construit|invente|defendu|initie)e?s?$",
        )
    });
    WORK.is_match(&fold(text))
}

/// Whether a text after `par` starts with a name of any form, set apart from what follows.
fn is_named_by(text: &str) -> bool {
    name::parse(text, Trust::Announced).is_some_and(|name| {
        let after = text[name.len..].trim_start();
        let apart = after.is_empty() || after.starts_with([',', '(', '&', ':']);
        // « par Ysoria Belkant docteure en droit »
        let role = after.starts_with(char::is_lowercase) && cue::names_role(prefix(after, 40));
        apart || after.starts_with("et ") || role
    })
}

/// Whether a text is a sure name and nothing else.
fn is_name(text: &str) -> bool {
    name::parse(text, Trust::Text)
        .is_some_and(|name| name.form <= Form::Known && name.len == text.trim_end().len())
}

/// Whether a text is a name with initials and nothing else: `Z. Lanteri`.
fn is_initial(text: &str) -> bool {
    name::parse(text, Trust::Announced)
        .is_some_and(|name| name.form == Form::Initial && name.len == text.trim_end().len())
}

/// Whether a text starts with a sure name, set apart from what follows where `alone` asks for it.
fn is_named(text: &str, alone: bool) -> bool {
    // An unknown first name is sure enough before the body it belongs to: « Ysoria Belkant (CNRS) ».
    let sure = |name: &Name| {
        let body = text[name.len..].trim_start().strip_prefix('(');
        name.form <= Form::Known || body.is_some_and(|body| body.starts_with(char::is_uppercase))
    };
    let Some(name) = name::parse(text, Trust::Announced).filter(sure) else {
        return false;
    };
    let after = text[name.len..].trim_start();
    !alone
        || after.is_empty()
        || after.starts_with([',', '(', ')', '–', '-', '/', '&', ';'])
        || after.starts_with("et ")
}

#[cfg(test)]
mod tests {
    use crate::structure::heading::{depth, untitled};

    #[track_caller]
    fn check_split(title: &str, expect: &str, people: &[&str]) {
        let mut heading = untitled(title, depth::SLOT);
        heading.split_people();
        let found: Vec<&str> = heading.people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!((heading.title.as_deref().unwrap_or_default(), &found[..]), (expect, people));
    }

    #[test]
    fn people_are_set_apart_from_a_title() {
        check_split(
            "Habiter la ville, par Zoé Lanteri (Ville d'Orn)",
            "Habiter la ville",
            &["Zoé Lanteri"],
        );
        check_split("Zoé LANTERI (Ville d'Orn) : Habiter", "Habiter", &["Zoé Lanteri"]);
        check_split(
            "Habiter la ville – Zoé LANTERI et Luc PERROT",
            "Habiter la ville",
            &["Zoé Lanteri", "Luc Perrot"],
        );
        check_split(
            "Intervention de Zoé Lanteri (Ville) : « Habiter »",
            "Habiter",
            &["Zoé Lanteri"],
        );
        check_split("Habiter la ville – Z. Lanteri", "Habiter la ville", &["Z. Lanteri"]);
        check_split("Zoé Lanteri, juriste, « Habiter »", "Habiter", &["Zoé Lanteri"]);
        check_split(
            "CCAS / Ville (Zoé Lanteri / Luc Perrot) : habiter en commun",
            "habiter en commun",
            &["Zoé Lanteri", "Luc Perrot"],
        );
    }

    #[test]
    fn a_body_may_follow_the_names_in_emphasis_after_a_quoted_title() {
        let found = |raw: &str| {
            let mut heading = untitled(&raw.replace('*', ""), depth::PART);
            heading.take_emphasised(raw);
            heading.people.into_iter().map(|person| person.name).collect::<Vec<_>>()
        };
        assert_eq!(found("« Se loger. Ses coûts », *Zoé Lanteri, Ville d'Orn*"), ["Zoé Lanteri"]);
        assert_eq!(found("Lire *Luc Perrot, une vie de maçon*"), Vec::<String>::new());
    }

    #[test]
    fn a_heading_kept_whole_names_who_speaks_or_answers() {
        let found = |title: &str| {
            let people = super::people_of_title(title);
            people.into_iter().map(|person| person.name).collect::<Vec<_>>()
        };
        assert_eq!(
            found("Vivre au bourg : Dr Zoé Lanteri répond à nos questions"),
            ["Zoé Lanteri"]
        );
        assert_eq!(found("Interview du Pr Luc Perrot"), ["Luc Perrot"]);
        assert_eq!(found("Les aides au logement (Zoé Lanteri - CNRS)"), ["Zoé Lanteri"]);
        assert_eq!(found("Le maire répond à nos questions"), Vec::<String>::new());
        assert_eq!(found("Les aides au logement (Pas-de-Calais - Nord)"), Vec::<String>::new());
        assert_eq!(found("Lecture du jour"), Vec::<String>::new());
    }

    #[test]
    fn a_title_without_people_is_kept() {
        check_split("Accueil, écoute et orientation", "Accueil, écoute et orientation", &[]);
        check_split(
            "Le service public – notions et missions",
            "Le service public – notions et missions",
            &[],
        );
    }
}
