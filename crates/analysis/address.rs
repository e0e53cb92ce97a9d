//! Addresses: `contact@mairie.fr`, `www.service.fr` and `#AccesAuxDroits`, whole and in parts.

use std::ops::Range;

use crate::run;

/// Last labels of the domain names that are recognised without `www.` or `https://`.
pub(crate) const TOP_LEVELS: &[&str] =
    &["be", "ch", "com", "edu", "eu", "fr", "info", "io", "net", "org"];

/// The longest stretch in which an e-mail address or a domain is looked for, in bytes.
const LONGEST: usize = 256;

/// Reads the address that starts with the run: the bytes that are indexed, which a scheme and
/// `www.` are no part of.
pub(crate) fn read(text: &str, run: &Range<usize>) -> Option<Range<usize>> {
    let first = &text[run.clone()];
    let rest = &text[run.end..];
    if rest.starts_with("://") {
        let host = run.end + "://".len();
        let host = host + if text[host..].starts_with("www.") { 4 } else { 0 };
        return web_address(text, host);
    }
    if first.eq_ignore_ascii_case("www") && rest.starts_with('.') {
        return web_address(text, run.end + 1);
    }
    if !rest.starts_with(['.', '-', '@', '_', '+']) {
        return None;
    }
    mail_or_domain(text, run.start)
}

fn web_address(text: &str, start: usize) -> Option<Range<usize>> {
    let is_outside = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”')
    };
    let length = text[start..].find(is_outside).unwrap_or(text.len() - start);
    let address = text[start..start + length].trim_end_matches(|c: char| !c.is_alphanumeric());
    let starts_well = address.starts_with(char::is_alphanumeric);
    starts_well.then(|| start..start + address.len())
}

fn mail_or_domain(text: &str, start: usize) -> Option<Range<usize>> {
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"@._+-".contains(byte);
    let length = text.as_bytes()[start..].iter().take(LONGEST).take_while(|b| is_inside(b)).count();
    let address = text[start..start + length].trim_end_matches(['.', '-', '_', '+', '@']);
    let end = start + address.len();
    let is_address = match address.split_once('@') {
        Some((name, domain)) => !name.is_empty() && is_domain(domain) && domain.contains('.'),
        None => is_domain(address) && has_top_level(address),
    };
    (is_address && !text[end..].starts_with(char::is_alphanumeric)).then_some(start..end)
}

fn is_domain(domain: &str) -> bool {
    domain.split('.').all(|label| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    })
}

fn has_top_level(domain: &str) -> bool {
    domain.rsplit_once('.').is_some_and(|(_, label)| TOP_LEVELS.contains(&label))
}

/// The runs of an address, in bytes of the text.
pub(crate) fn parts(text: &str, address: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut at = address.start;
    while let Some(start) = run::next_start(&text[..address.end], at) {
        at = run::end(text, start);
        parts.push(start..at);
    }
    parts
}

/// The words of a hashtag, which a capital after a small letter parts: `#AccesAuxDroits`.
pub(crate) fn hashtag_parts(text: &str, run: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = run.start;
    let mut after_small = false;
    for (at, letter) in text[run.clone()].char_indices() {
        if after_small && letter.is_uppercase() {
            parts.push(start..run.start + at);
            start = run.start + at;
        }
        after_small = letter.is_lowercase();
    }
    parts.push(start..run.end);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, address: Option<&str>) {
        let run = 0..run::end(text, 0);
        assert_eq!(read(text, &run).map(|range| &text[range]), address, "{text}");
    }

    #[test]
    fn an_e_mail_address_is_one() {
        check("contact@mairie.fr.", Some("contact@mairie.fr"));
        check("jean-luc.petit@ville.gouv.fr, puis", Some("jean-luc.petit@ville.gouv.fr"));
    }

    #[test]
    fn a_web_address_is_read_without_scheme_and_www() {
        check("https://www.mairie.fr/aide?x=1) et", Some("mairie.fr/aide?x=1"));
        check("www.mairie.fr.", Some("mairie.fr"));
    }

    #[test]
    fn a_bare_domain_is_known_by_its_last_label() {
        check("service-public.fr", Some("service-public.fr"));
        check("droits.Ils", None);
        check("agent.e.s", None);
    }

    #[test]
    fn hyphenated_words_are_no_address() {
        check("non-recours", None);
        check("vis-à-vis", None);
        check("l@", None);
    }

    #[test]
    fn the_parts_of_an_address_are_its_runs() {
        let text = "contact@mairie.fr";
        let parts: Vec<_> = parts(text, &(0..text.len())).into_iter().map(|r| &text[r]).collect();
        assert_eq!(parts, ["contact", "mairie", "fr"]);
    }

    #[test]
    fn capitals_part_a_hashtag() {
        let text = "AccesAuxDroits";
        let parts: Vec<_> =
            hashtag_parts(text, &(0..text.len())).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["Acces", "Aux", "Droits"]);
    }
}
