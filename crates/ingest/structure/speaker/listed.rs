//! People whom a line starts with: `- **Zoé Lanteri**, juriste, Ville d’Orn`.

use glane_document::{Function, Speaker};

use super::Zone;
use super::list::{is_set_apart, people};
use crate::line::Line;
use crate::structure::cue;
use crate::structure::name::{self, Form, Name, Trust};

/// A line that starts with a name.
pub(super) fn listed(line: &Line<'_>, text: &str, zone: Zone) -> Option<Vec<Speaker>> {
    if let Some(inside) = line.plain.strip_prefix('(') {
        let whole = zone == Zone::Slot && inside.ends_with(')') && !inside.contains('(');
        return whole
            .then(|| people(inside.trim_end_matches(')'), Trust::Announced, Function::Speaker));
    }
    let bold =
        line.bold_start.as_deref().is_some_and(|bold| !bold.is_empty() && text.starts_with(bold));
    let (trust, function) = match zone {
        Zone::Announced(function) => (Trust::Announced, function),
        Zone::Head | Zone::Slot | Zone::Body | Zone::Paragraph => (Trust::Text, Function::Speaker),
    };
    let trust = if bold { Trust::Announced } else { trust };
    let trust = if zone == Zone::Slot { Trust::Announced } else { trust };
    let surest = || match trust {
        Trust::Text => line.name().cloned(),
        Trust::Announced | Trust::Introduced => {
            name::parse(text, trust).filter(|name| line.is_whole(&text[..name.len]))
        }
    };
    let with_initials = || {
        let name = text.contains('(').then(|| name::parse(text, Trust::Announced)).flatten();
        name.filter(|name| initials_after(name, &text[name.len..]))
    };
    let first = surest().or_else(with_initials)?;
    if first.form == Form::Initial && opens_announced(&text[first.len..]) {
        return None;
    }
    let trust = if first.form == Form::Plain { Trust::Announced } else { trust };
    let after = text[first.len..].trim_start();
    // « Dons AFLLU : 3 890 € » is a line of figures.
    let figures = after.strip_prefix(':').map(|rest| rest.trim_start_matches([' ', '+', '-']));
    if figures.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return None;
    }
    if is_reference(line, &text[..first.len]) {
        return None;
    }
    let quoted = line.raw.starts_with('>');
    let set_apart = is_set_apart(after) || quoted && is_titled(text, after);
    let short = text.chars().count() <= 300;
    let fits = match (zone, first.form) {
        (_, Form::Civility) => {
            let listed = line.item || matches!(zone, Zone::Announced(_));
            listed && short && after.starts_with([',', '('])
        }
        (Zone::Announced(_), Form::Capitals | Form::Known) => short || set_apart,
        (Zone::Announced(_), _) => short,
        _ if initials_after(&first, after) => true,
        (Zone::Slot, Form::Plain) => {
            let alone = || after.is_empty() && !is_link(line);
            short && (after.starts_with([',', '(']) || alone())
        }
        (_, Form::Plain) => bold && set_apart && (line.item || cue::names_role(after)),
        (Zone::Paragraph, Form::Capitals | Form::Known) => {
            after.starts_with(',') && text.len() > first.len + 12
        }
        (Zone::Head | Zone::Slot, Form::Capitals) => true,
        (Zone::Head | Zone::Slot, _) => set_apart && short,
        (_, Form::Capitals) => set_apart,
        _ => {
            set_apart
                && (line.item || bold || quoted && is_titled(text, after) || signs(after))
                && short
                && !after.starts_with(':')
        }
    };
    fits.then(|| people(text, trust, function)).filter(|people| !people.is_empty())
}

/// The longest line of a name and a role that nothing parts, in bytes.
const MAX_TITLED: usize = 100;

/// Whether a role in capitals goes on right after a name, to the end of a short line: `Zoé Lanteri
/// Directrice du musée d'Orn`.
fn is_titled(text: &str, after: &str) -> bool {
    let role = after.split(' ').next().unwrap_or_default();
    let whole = text.len() <= MAX_TITLED && !text.ends_with(['.', ':', '!', '?']);
    whole && role.starts_with(char::is_uppercase) && cue::is_role(role)
}

/// Whether brackets announce who holds what stands before them, which is then no name: `A. Logement
/// (animation : Zoé Lanteri)`.
fn opens_announced(after: &str) -> bool {
    const ANNOUNCES: [&str; 5] = ["(anim", "(avec ", "(par ", "(référent", "(pilot"];
    let after = after.trim_start();
    ANNOUNCES.iter().any(|announces| after.starts_with(announces))
}

/// Whether a role in brackets is all that stands after a name: `Zoé Lanteri (présidente)`.
fn signs(after: &str) -> bool {
    let role = after.strip_prefix('(').and_then(|after| after.trim_end().strip_suffix(')'));
    role.is_some_and(|role| {
        !role.contains(['(', ')'])
            && cue::is_role(role.split([' ', ',']).next().unwrap_or_default())
    })
}

/// Whether a line is a link and nothing else: a partner's site, more often than a person's page.
fn is_link(line: &Line<'_>) -> bool {
    let raw = line.raw.trim();
    raw.starts_with('[') && raw.ends_with(')')
}

/// Whether a line names who made a work: a link after a colon, or a title in emphasis and a year.
fn is_reference(line: &Line<'_>, name: &str) -> bool {
    let Some((_, after)) = line.raw.split_once(name) else { return false };
    let after = after.trim_start_matches(['*', '_', ']', ' ']);
    let linked = after.strip_prefix(':').is_some_and(|rest| rest.trim_start().starts_with('['));
    let emphasis = after.trim_start_matches([',', ' ']).starts_with(['*', '_']);
    let dated = || after.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    linked || emphasis && dated()
}

/// Whether a name is followed by its own initials: `Zoé Lanteri (ZL)`.
fn initials_after(name: &Name, after: &str) -> bool {
    let Some(inside) = after.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next())
    else {
        return false;
    };
    let full = format!("{} {}", name.given, name.family);
    let initials = full.split([' ', '-']).filter_map(|part| part.chars().next());
    let initials: String = initials.flat_map(char::to_uppercase).collect();
    inside.len() >= 2 && initials == inside.to_uppercase()
}
