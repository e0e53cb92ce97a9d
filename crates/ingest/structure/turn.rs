//! People whom the body introduces: turns of speech, and names in bold in a paragraph.

use std::ops::Range;
use std::sync::LazyLock;

use glane_document::{Function, Speaker};
use memchr::{memchr_iter, memmem};

use crate::line::Line;
use crate::markup;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::name::{self, Form, Name, Trust};
use crate::structure::{cue, speaker};
use crate::words::{capitals, fold, prefix};

/// What follows the name of somebody whom a text reports to speak, folded.
static SAYS: LazyLock<Pattern> = LazyLock::new(|| {
    folded_pattern(
        r"^(?:, [^,.]{3,80},)? (?:(?:nous|vous|leur|lui|y|en) )?(?:(?:indique|precise|rappelle|demande|souligne|explique|presente|propose|repond|remercie|informe|expose|ajoute|estime|s'interroge|interroge|intervient|conclut|donne (?:lecture|avis|la parole)|fait (?:part|lecture|remarquer|le point|observer|etat)|ouvre|introduit|leve|clot|prend la parole|declare|signale|evoque|confirme|constate|regrette|s'etonne|annonce|insiste|soumet|suggere|reagit|revient|salue|s'oppose|complete|commente|invite|mentionne|poursuit|temoigne|alerte|recommande|convient|approuve|exprime|s'inquiete|s'engage|repete|enchaine)\b|(?:a|est) (?:ensuite )?(?:indique|prononce|procede|precise|rappele|demande|souligne|explique|presente|propose|repondu|remercie|informe|expose|ajoute|intervenue?|conclu|ouvert|pris la parole|declare|signale|evoque|annonce|insiste|suggere|commente|mentionne|poursuivi|temoigne|alerte|recommande|exprime)\b)",
    )
});

/// The person who takes the floor on a line: `M. Carvin – …`, `Zoé Lanteri : …`.
pub(crate) fn turn(line: &Line<'_>) -> Option<Speaker> {
    let text = line.words().printed;
    let name = match &line.bold_start {
        Some(_) => name::parse(text, Trust::Announced)?,
        None => line.name()?.clone(),
    };
    let after = text[name.len..].trim_start();
    let (brackets, after) = match after.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((inside, rest)) => (Some(inside), rest.trim_start()),
        None => (None, after),
    };
    let dash = |after: &str| after.starts_with(['–', '—']) || after.starts_with("- ");
    // « M. Carvin. – »
    let dash = dash(after) || after.strip_prefix('.').is_some_and(|rest| dash(rest.trim_start()));
    let speaks = match name.form {
        Form::Civility => dash || after.starts_with(':'),
        Form::Known | Form::Capitals if dash => name::opens_with_civility(text),
        Form::Plain => false,
        _ => after.starts_with(':') && after.chars().count() > 30,
    };
    (speaks && name.form != Form::Initial).then(|| Speaker {
        organisation: brackets.map(|inside| inside.trim().to_owned()),
        ..speaker_at(&name, &text[..name.len])
    })
}

/// The person who takes the floor on a line of an assembly's record: `M. Carvin. La séance …`.
pub(crate) fn of_assembly(line: &Line<'_>) -> Option<Speaker> {
    let text = line.words().printed;
    let name = if name::opens_with_civility(text) { line.name()? } else { return None };
    let after = &text[name.len..];
    // « Mme Tarn, ministre de la culture. Monsieur le député … »
    let role = after.strip_prefix(", ").and_then(|role| role.split_once(". "));
    let said = match role.filter(|(role, _)| role.len() <= MAX_OFFICE && is_office(role)) {
        Some((role, said)) if role.starts_with(char::is_lowercase) => said,
        _ => after.strip_prefix(". ")?,
    };
    said.starts_with(|c: char| c.is_uppercase() || c == '«')
        .then(|| speaker_at(name, &text[..name.len]))
}

/// Whether a text after a name says what its bearer is: `ministre de la santé`, `rapporteure`.
fn is_office(text: &str) -> bool {
    text.starts_with("ministre") || text.starts_with("secrétaire d") || cue::names_role(text)
}

/// The longest office between a name and what its bearer says, in bytes.
const MAX_OFFICE: usize = 120;

/// Whether whoever presides over an assembly speaks on a line: `M. le président. La parole est à …`.
pub(crate) fn presides(line: &Line<'_>) -> bool {
    static PRESIDES: LazyLock<Pattern> =
        LazyLock::new(|| folded_pattern(r"^(?:m\.|mme|monsieur|madame) l[ea] presidente?\. "));
    PRESIDES.is_match(line.plain.folded())
}

/// The person whom the time of a recording announces: `00:02:26 Zoé Lanteri`.
pub(crate) fn stamped(line: &Line) -> Option<Speaker> {
    static STAMP: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(r"^[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?[ :-]+")
    });
    if line.plain.len() > 80 || !line.plain.starts_with(|c: char| c.is_ascii_digit() || c == '[') {
        return None;
    }
    let stamp = STAMP.find(&line.plain)?;
    let rest = line.plain[stamp.end()..].trim_end_matches([':', ' ']);
    let name = name::parse(rest, Trust::Announced).filter(|name| name.len == rest.len())?;
    Some(speaker_at(&name, rest))
}

/// People whose names stand in bold in a paragraph that introduces them.
pub(crate) fn in_bold(line: &Line<'_>) -> Vec<Speaker> {
    static INTRODUCES: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:intervenant|invite|orat(?:eur|rice)|participant|temoin|conferenci|autour de|avec|en presence|discussion entre)",
        )
    });
    if !line.in_bold {
        return Vec::new();
    }
    let runs = markup::bold_runs(&line.raw);
    let opens = line.bold_start.is_some() && line.bold_start.as_ref() == runs.first();
    if runs.len() < 2 || !(opens || INTRODUCES.is_match(line.plain.folded())) {
        return Vec::new();
    }
    let names = bold_names(line);
    if names.len() < 2 { Vec::new() } else { names }
}

/// People in bold after the title of what they say, a civility before each: `Se loger : **M. Perrot -
/// Ville d'Orn**`.
pub(crate) fn bold_last(line: &Line<'_>) -> Vec<Speaker> {
    let ends = || line.raw.trim_end().ends_with("**");
    if !line.in_bold || line.bold || !ends() {
        return Vec::new();
    }
    let Some(last) = markup::bold_runs(&line.raw).pop() else { return Vec::new() };
    let title = line.plain.strip_suffix(last.trim()).map(str::trim_end);
    let titled = title.is_some_and(|title| title.ends_with([':', '–', '—']));
    let civil = name::opens_with_civility(&last) || last.starts_with("M.");
    let parts = if titled && civil { last.split(" & ").collect() } else { Vec::new() };
    let person = |part: &str| {
        let found = speaker::people(part, Trust::Announced, Function::Speaker);
        found.into_iter().next()
    };
    parts.into_iter().filter_map(person).collect()
}

/// The person in bold whose role stands in brackets before what they do: `**Zoé Lanteri** (membre du
/// bureau) revient sur …`.
pub(crate) fn in_bold_with_role(line: &Line<'_>) -> Option<Speaker> {
    let bold = line.bold_start.as_deref()?;
    let name = name::parse(bold, Trust::Text)
        .filter(|name| name.len == bold.len() && name.form <= Form::Known)?;
    let body = line.plain.strip_prefix(bold)?.strip_prefix(" (")?;
    let (role, said) = body.split_once(") ").filter(|(role, _)| role.len() <= MAX_BODY)?;
    let role = role.starts_with(char::is_lowercase).then(|| cue::names_role(role))?;
    let verb = said.split(' ').next().is_some_and(|word| {
        word.len() > 3 && word.ends_with(['e', 't', 'd']) && word.chars().all(char::is_lowercase)
    });
    (role && verb).then(|| speaker_at(&name, bold))
}

/// People whose full names stand in bold, alone inside the marks.
pub(crate) fn bold_names(line: &Line<'_>) -> Vec<Speaker> {
    if !line.in_bold {
        return Vec::new();
    }
    let whole = |run: String| {
        let run = run.trim_matches(|c: char| !c.is_alphanumeric());
        let name = name::parse(run, Trust::Text)
            .filter(|name| name.len == run.len() && name.form <= Form::Known)?;
        Some(speaker_at(&name, run))
    };
    markup::bold_runs(&line.raw).into_iter().filter_map(whole).collect()
}

/// People whose names stand in bold before what they are, their first names known or not: `**Ysoria
/// Belkant**, juriste`, in a text that sets people in bold.
pub(crate) fn bold_with_role(line: &Line<'_>) -> Vec<Speaker> {
    if !line.in_bold {
        return Vec::new();
    }
    let introduced = |run: String| {
        let run = run.trim_matches(|c: char| !c.is_alphanumeric());
        let name = name::parse(run, Trust::Announced)
            .filter(|name| name.len == run.len() && !name.given.is_empty())?;
        let (_, after) = line.plain.split_once(run)?;
        let what = after.strip_prefix([',', ' '])?.trim_start_matches([' ', '(']);
        let set_apart = after.starts_with(',') || after.starts_with(" (");
        let role = what.split([',', ' ']).next().is_some_and(cue::is_role);
        (set_apart && role).then(|| speaker_at(&name, run))
    };
    markup::bold_runs(&line.raw).into_iter().filter_map(introduced).collect()
}

/// People whom a sentence lists with their bodies: `Zoé Lanteri (CNRS), Luc Perrot (Ville d'Orn)`.
pub(crate) fn in_brackets(line: &Line<'_>) -> Vec<Speaker> {
    let text = &*line.plain;
    let mut found: Vec<Range<usize>> = Vec::new();
    let brackets = memchr_iter(b'(', text.as_bytes()).filter(|&at| text[..at].ends_with(' '));
    for at in brackets.map(|bracket| bracket - 1) {
        let Some(close) = text[at..].find(')').map(|length| at + length + 1) else { break };
        let body = &text[at + 2..close - 1];
        if body.starts_with(char::is_uppercase)
            && !cites(body)
            && body.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && let Some(start) = name_before(text, at)
        {
            found.push(start..close);
        }
    }
    let joined = |one: &Range<usize>, next: &Range<usize>| {
        let between = text.get(one.end..next.start).unwrap_or("?");
        between
            .split_whitespace()
            .all(|word| matches!(word, "," | ";" | "&" | "et" | "ou" | "puis"))
    };
    let mut people = Vec::new();
    for run in found.chunk_by(joined) {
        if let [first, .., last] = run {
            let listed = &text[first.start..last.end];
            people.extend(speaker::people(listed, Trust::Announced, Function::Speaker));
        }
    }
    people
}

/// Whether what stands in brackets cites a work by its year: `Z. Lanteri, 1974`.
fn cites(body: &str) -> bool {
    let (before, year) = body.rsplit_once(' ').unwrap_or(("", body));
    before.ends_with(',') && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// People whom a line that is no turn introduces: with their bodies, or as who will take the floor.
pub(crate) fn in_sentence(line: &Line) -> Vec<Speaker> {
    let listed = in_brackets(line);
    if listed.is_empty() { expected(line) } else { listed }
}

/// The longest list of people in brackets, in bytes.
const MAX_LISTED: usize = 400;

/// People listed in brackets by a sentence that says what they do: `organisées par l'action
/// « Images » (P. Tarn, Z. Lanteri)`.
pub(crate) fn listed_in_brackets(line: &Line) -> Vec<Speaker> {
    static DOES: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(r"\b(?:co-?)?(?:organise|anime|coordonne|preside|porte|pilote)[est()·.-]*\b")
    });
    if !line.plain.contains('(') || !DOES.is_match(line.plain.folded()) {
        return Vec::new();
    }
    let function = match line.plain.folded() {
        text if text.contains("organise") || text.contains("coordonne") => Function::Organiser,
        _ => Function::Moderator,
    };
    let inside = line.plain.split('(').skip(1).filter_map(|part| part.split(')').next());
    inside
        .filter(|inside| inside.contains(',') && inside.len() <= MAX_LISTED)
        .map(|inside| speaker::people(inside, Trust::Announced, function))
        .filter(|people| people.len() >= 2 && people.iter().all(|person| person.role.is_none()))
        .flatten()
        .collect()
}

/// Where the name starts that ends at byte `end` of a text.
fn name_before(text: &str, end: usize) -> Option<usize> {
    let words = text[..end].rmatch_indices(' ').map(|(at, _)| at + 1).take(4);
    let mut starts: Vec<usize> = words.collect();
    if starts.len() < 4 {
        starts.push(0);
    }
    // The longest name wins: « Anne de La Tour » ends with « La Tour ».
    starts.into_iter().rev().find(|&start| {
        name::parse(&text[start..end], Trust::Announced)
            .is_some_and(|name| start + name.len == end && !name.given.is_empty())
    })
}

/// People of whom a sentence says that they will take the floor: `Zoé Lanteri et … interviendront`.
pub(crate) fn expected(line: &Line<'_>) -> Vec<Speaker> {
    if !cue::tells_expected(line.words()) {
        return Vec::new();
    }
    let mut people = Vec::new();
    for sentence in
        line.plain.split(". ").filter(|sentence| cue::EXPECTED.is_match(&fold(sentence)))
    {
        let mut end = 0;
        for at in capitals(sentence) {
            if at < end {
                continue;
            }
            let sure = |name: &Name| {
                let after = sentence[at + name.len..].trim_start();
                let apart = after.starts_with([',', '(']) || after.starts_with("et ");
                let known = name.form <= Form::Known || after.starts_with('(');
                known && apart && opens_name(&sentence[..at])
            };
            let Some(name) = name::parse(&sentence[at..], Trust::Announced).filter(sure) else {
                continue;
            };
            end = at + name.len;
            people.push(speaker_at(&name, &sentence[at..end]));
        }
    }
    people
}

/// Whether a name may follow: « collège Jean Tarn » is a place.
fn opens_name(before: &str) -> bool {
    let before = before.trim_end();
    let word = before.rsplit(' ').next().unwrap_or_default();
    before.is_empty()
        || before.ends_with([',', ';', ':', '(', '.', '?', '!'])
        || matches!(word, "et" | "avec" | "M." | "Mme" | "que")
        // « notre trésorier Luc Perrot »
        || word.starts_with(char::is_lowercase) && cue::is_role(word)
}

/// People whom minutes report to take the floor: `M. Carvin demande si …`, `l'intervention de …`.
pub(crate) fn reported(line: &Line<'_>) -> Vec<Speaker> {
    static SPEECH: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"(?:\b(?:prises? de parole|propositions?|interventions?|mots?|discours|reponse|question|expose|propos|allocution|declaration) de|\bcelles? de|\b(?:comme|ainsi que|selon ce que) (?:nous )?(?:l'a|l'ont) (?:ensuite )?(?:dit|precise|rappele|souligne|indique|explique|note|observe|annonce|signale|evoque)|\b(?:portee?|defendue?|donnee?|deposee?|appuyee?|formulee?|exposee?|lue|rapportee?|prononcee?|posee?|presentee?|proposee?)s? par|\b(?:ouverte?|levee?|close)(?: a [0-9 h:]{2,8})? par|\b(?:laisse|donne|passe|cede|laissee|donnee|passee) la parole a) (?:l[ea] [a-z-]{4,20},? )?(?:m\. |mme |monsieur |madame )?$",
        )
    });
    let text = &*line.plain;
    let mut joints = memmem::find_iter(text.as_bytes(), " et ").peekable();
    let mut people: Vec<Speaker> = Vec::new();
    let mut end = 0;
    for at in capitals(text) {
        if at < end {
            continue;
        }
        // Who speaks with a known person is one, first name known or not.
        while joints.next_if(|&joint| joint < at).is_some() {}
        let near = joints.peek().is_some_and(|joint| joint - at <= MAX_NAME);
        let beside = || {
            let name = near.then(|| name::parse(&text[at..], Trust::Announced))??;
            say_together(text, at + name.len).then_some(name)
        };
        let Some(name) = name::parse(&text[at..], Trust::Text).or_else(beside) else { continue };
        let before = &text[..at];
        let says = opens_name(before)
            && (says(&text[at + name.len..]) || say_together(text, at + name.len));
        let floor = before.floor_char_boundary(before.len().saturating_sub(60));
        if says || SPEECH.is_match(&fold(&before[floor..])) {
            end = at + name.len;
            people.push(speaker_at(&name, &text[at..end]));
            // « portée par Zoé Lanteri, Ève Tarn et Luc Perrot »
            while let Some((at, other)) = joined(text, end) {
                end = at + other.len;
                people.push(speaker_at(&other, &text[at..end]));
            }
        }
    }
    people
}

/// The longest name, in bytes.
const MAX_NAME: usize = 160;

/// The known name that a comma or « et » joins to one that ends at a byte of a text.
fn joined(text: &str, end: usize) -> Option<(usize, Name)> {
    let joint = [" et ", ", "].into_iter().find(|joint| text[end..].starts_with(joint))?;
    let at = end + joint.len();
    let name = name::parse(&text[at..], Trust::Text).filter(|name| name.form <= Form::Known)?;
    // After a comma, only a list goes on: « …, Luc Perrot et Ève Tarn ».
    let listed = joint == " et " || text[at + name.len..].starts_with([',', ' ']);
    listed.then_some((at, name))
}

/// Whether somebody speaks with the one whose name ends at a byte: « Zoé Lanteri et Luc Perrot
/// proposent ».
fn say_together(text: &str, end: usize) -> bool {
    static SAY: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^ (?:nous |leur )?(?:proposent|presentent|indiquent|precisent|rappellent|demandent|soulignent|expliquent|informent|exposent|ajoutent|estiment|interviennent|concluent|signalent|evoquent|annoncent|insistent|suggerent|alertent|temoignent|(?:ont|sont) (?:propose|presente|indique|precise|rappele|demande|souligne|explique|informe|expose|intervenue?s|conclu)\b)",
        )
    });
    let other = text[end..].starts_with(" et ").then(|| joined(text, end)).flatten();
    other.is_some_and(|(at, name)| SAY.is_match(&fold(prefix(&text[at + name.len..], 40))))
}

/// Whether what follows a name says that its bearer speaks.
fn says(after: &str) -> bool {
    // « Zoé Lanteri (adjointe à la culture), nous informe »
    let bracket = after.strip_prefix(" (").and_then(|body| body.split_once(')'));
    let after = bracket.filter(|(body, _)| body.len() <= MAX_BODY).map_or(after, |(_, rest)| rest);
    let after = after.strip_prefix(',').filter(|_| bracket.is_some()).unwrap_or(after);
    // « Zoé Lanteri, adjointe à la culture, rappelle »
    let office = after.strip_prefix(", ").and_then(|rest| {
        let verb = rest.match_indices(", ").map(|(at, _)| &rest[at + 1..]);
        let fits = |verb: &&str| rest.len() - verb.len() <= MAX_BODY;
        let mut verb = verb.take_while(fits).filter(|verb| SAYS.is_match(&fold(prefix(verb, 120))));
        verb.next().filter(|_| cue::names_role(prefix(rest, MAX_BODY)))
    });
    office.is_some() || SAYS.is_match(&fold(prefix(after, 120)))
}

/// The longest body in brackets between a name and what its bearer says, in bytes.
const MAX_BODY: usize = 160;

/// Whether what follows the name of somebody present says that they speak: verbs that books share
/// with speakers say it too.
pub(crate) fn says_of_present(after: &str) -> bool {
    static ARGUES: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^ (?:a )?(?:aborde|detaille|decrit|raconte|montre|plaide|defend|argumente|resume|dresse|partage|rapporte|soutient|releve|nuance|note|conseille|avance|illustre)\b",
        )
    });
    says(after) || ARGUES.is_match(&fold(prefix(after, 40)))
}

/// Whether a line that opens with a name goes on with a verb of speech.
pub(crate) fn opens_speech(line: &Line) -> bool {
    line.name().is_some_and(|name| says(&line.words().printed[name.len..]))
}

fn speaker_at(name: &Name, written: &str) -> Speaker {
    Speaker::new(&name.display(), written, Function::Speaker)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[track_caller]
    fn check(line: &str, expect: Option<&str>) {
        let found = turn(&lines(line)[0]);
        assert_eq!(found.as_ref().map(|speaker| speaker.name.as_str()), expect);
    }

    #[test]
    fn who_says_it_may_stand_in_bold_after_a_title() {
        let names = |text: &str| {
            let found = bold_last(&lines(text)[0]);
            found.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        assert_eq!(names("-Se loger au bourg : **M.Luc Perrot - ORNE**  "), ["Luc Perrot"]);
        assert_eq!(
            names("- Se loger : **Mme Zoé Lanteri - CNRS & M. Ysor Belkant - INED**"),
            ["Zoé Lanteri", "Ysor Belkant"]
        );
        assert_eq!(names("- Se loger : **le bail**"), Vec::<String>::new());
        assert_eq!(names("Voir avec **Mme Zoé Lanteri**"), Vec::<String>::new());
    }

    #[test]
    fn minutes_report_who_spoke() {
        let names = |text: &str| {
            let found = reported(&lines(text)[0]);
            found.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        let list = "Les interventions ont été brèves, celles de Zoé Lanteri, Luc Perrot et Paul Roc aussi.";
        assert_eq!(names(list), ["Zoé Lanteri", "Luc Perrot", "Paul Roc"]);
        assert_eq!(
            names("Comme l'a rappelé Zoé Lanteri (adjointe), il reste peu."),
            ["Zoé Lanteri"]
        );
        let both = "Zoé Lanteri et Luc Perrot proposent de poursuivre.";
        assert_eq!(names(both), ["Zoé Lanteri", "Luc Perrot"]);
        let beside = "Ysoria Belkant et Luc Perrot proposent de poursuivre.";
        assert_eq!(names(beside), ["Ysoria Belkant", "Luc Perrot"]);
        let opened = "La séance est ouverte à 20h05 par la présidente, Zoé Lanteri.";
        assert_eq!(names(opened), ["Zoé Lanteri"]);
        let floor = "Le Président laisse la parole à Monsieur CARVIN qui expose le projet.";
        assert_eq!(names(floor), ["Carvin"]);
        let moved = "Sur proposition de la conseillère Anne-Marie PERROT, appuyée par Luc Roc";
        assert_eq!(names(moved), ["Anne-Marie Perrot", "Luc Roc"]);
        let role = "Zoé Lanteri (adjointe au logement), nous a informé que le bail est signé.";
        assert_eq!(names(role), ["Zoé Lanteri"]);
        assert_eq!(names("Le vote de Zoé Lanteri, absente, manque."), Vec::<String>::new());
    }

    #[test]
    fn a_role_in_brackets_follows_a_name_in_bold() {
        let bold = |text: &str| in_bold_with_role(&lines(text)[0]).map(|one| one.name);
        let role = "**Zoé Lanteri** (membre du bureau) revient sur l'année écoulée.";
        assert_eq!(bold(role).as_deref(), Some("Zoé Lanteri"));
        assert_eq!(bold("**Zoé Lanteri** (1802-1885) revient sur l'année."), None);
    }

    #[test]
    fn a_role_follows_names_in_bold_of_a_list() {
        let names = |text: &str| {
            let found = bold_with_role(&lines(text)[0]);
            found.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        let talk = "- Se loger (**Zoé Lanteri**, juriste, CNRS et **Ysoria Belkant**, avocate)";
        assert_eq!(names(talk), ["Zoé Lanteri", "Ysoria Belkant"]);
        assert_eq!(names("- Lire **Grand Large**, Nantes"), Vec::<String>::new());
    }

    #[test]
    fn a_year_in_brackets_cites_a_work() {
        let found = |text: &str| in_brackets(&lines(text)[0]).len();
        assert_eq!(
            found("On lit Zoé Lanteri (Z. Lanteri, 1974) et Luc Perrot (L. Perrot, 1981)."),
            0
        );
        assert_eq!(found("On écoute Zoé Lanteri (CNRS) et Luc Perrot (Ville d'Orn)."), 2);
    }

    #[test]
    fn a_record_parts_the_speaker_by_a_full_stop() {
        let turn = |text: &str| of_assembly(&lines(text)[0]).map(|speaker| speaker.name);
        let minister = "Mme Zoé Lanteri, ministre du logement. Monsieur le député, c'est dit.";
        assert_eq!(turn(minister).as_deref(), Some("Zoé Lanteri"));
        assert!(presides(&lines("M. le président. La parole est à Mme Tarn.")[0]));
        assert_eq!(turn("M. Carvin. La séance est levée.").as_deref(), Some("Carvin"));
        assert_eq!(turn("Mme Zoé Lanteri. Merci.").as_deref(), Some("Zoé Lanteri"));
        assert_eq!(turn("Zoé Lanteri. Merci."), None);
        assert_eq!(turn("M. Carvin est venu."), None);
    }

    #[test]
    fn a_turn_opens_with_a_civility_or_a_full_name() {
        check("M. Carvin – Je voudrais revenir sur ce point.", Some("Carvin"));
        check("**Mme Aubertin** : nous avons essayé.", Some("Aubertin"));
        check("M. Paul Carvin. - Nous voterons contre.", Some("Paul Carvin"));
        check(
            "**Line Castagnol :** merci à toutes et tous, je passe la parole.",
            Some("Line Castagnol"),
        );
    }

    #[test]
    fn the_time_of_a_recording_announces_a_turn() {
        let found = |line: &str| stamped(&lines(line)[0]).map(|speaker| speaker.name);
        assert_eq!(found("00:02:26 Zoé Lanteri").as_deref(), Some("Zoé Lanteri"));
        assert_eq!(found("[02:26] Ysoria Belkant :").as_deref(), Some("Ysoria Belkant"));
        assert_eq!(found("10:30 Zoé Lanteri présente le bilan"), None);
    }

    #[test]
    fn prose_about_a_person_is_no_turn() {
        check("M. Carvin demande si le budget suffit.", None);
        check("Nadia Ferrouk rappelle que l'accueil reste premier.", None);
        check("Bilan : trente agents formés dans l'année.", None);
        check("Paul Carvin – Habiter la ville autrement", None);
    }

    #[track_caller]
    fn check_all(found: &[Speaker], expect: &[&str]) {
        let found: Vec<&str> = found.iter().map(|speaker| speaker.name.as_str()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn bodies_in_brackets_tell_a_list_of_people() {
        let text = "Venez débattre avec nous : Ysoria Belkant (CNRS), Luc de La Roche (Ville d'Orn) et Ève Tarn (UNSA).";
        check_all(
            &in_brackets(&lines(text)[0]),
            &["Ysoria Belkant", "Luc de La Roche", "Ève Tarn"],
        );
        let text =
            "La Ville (SCHS) et le Département (Pôle social) cosignent, selon Zoé Lanteri (2012).";
        check_all(&in_brackets(&lines(text)[0]), &[]);
    }

    #[test]
    fn who_will_take_the_floor_is_announced() {
        let text = "Le gaspillage augmente. Zoé Lanteri, (CNRS) et Luc Perrot, chef de cuisine du collège Jean Tarn, interviendront.";
        check_all(&expected(&lines(text)[0]), &["Zoé Lanteri", "Luc Perrot"]);
    }

    #[test]
    fn minutes_report_who_speaks() {
        let text = "M. Carvin demande si le budget suffit. Mme la Conseillère Ève Tarn, rapporteure, précise que oui. Le budget augmente.";
        check_all(&reported(&lines(text)[0]), &["Carvin", "Ève Tarn"]);
        let text = "Notre trésorier Luc Perrot a présenté les comptes, l'université Paul Sabatier demande une aide.";
        check_all(&reported(&lines(text)[0]), &["Luc Perrot"]);
        let text = "Avis de motion est donné par le conseiller Monsieur Luc Perrot.";
        check_all(&reported(&lines(text)[0]), &["Luc Perrot"]);
        let text = "Retrouvez l'intervention du groupe, portée par Zoé Lanteri et Ève Tarn. Après le rappel de l'ordre du jour, Luc PERROT fait lecture des statuts.";
        check_all(&reported(&lines(text)[0]), &["Zoé Lanteri", "Ève Tarn", "Luc Perrot"]);
    }

    #[test]
    fn a_paragraph_may_introduce_people_in_bold() {
        let text =
            "Trois intervenants : **Zoé Lanteri** , juriste, **Luc Perrot,** agent, et d'autres.";
        let names: Vec<String> =
            in_bold(&lines(text)[0]).into_iter().map(|speaker| speaker.name).collect();
        assert_eq!(names, ["Zoé Lanteri", "Luc Perrot"]);
        let text = "**Zoé Lanteri** est juriste à Orn. **Luc Perrot** est agent.";
        assert_eq!(in_bold(&lines(text)[0]).len(), 2);
        assert!(in_bold(&lines("Lire **Zoé Lanteri** et **Luc Perrot**.")[0]).is_empty());
    }
}
