//! The words that announce people: before them, within a sentence, or of what they will do.

use std::sync::LazyLock;

use glane_document::Function;

use crate::pattern::{Pattern, any_of, folded_pattern as pattern};
use crate::structure::name;
use crate::words::{Folded, fold, prefix};

/// What announces people, folded; the function it gives them.
static ANNOUNCEMENTS: LazyLock<Vec<(Pattern, Function)>> = LazyLock::new(|| {
    [
        (r"(?:anime[est()·./-]* (?:et \w+ )?par|animat(?:ion|eurs?|rices?)[a-z()·./-]*|moderat(?:ion|eurs?|rices?)|modere[est()·./-]* par|presidence(?: de seance)?|sous la presidence de|president[es]* de seance|(?:visite )?(?:guide|mene|conduit|encadre|dirige)[es()·./-]* par|coordonne[es()·./-]* par|facilitat(?:ion|eurs?|rices?)|facilite[es()·./-]* par|discutants?|discutantes?|seance presidee par|chair(?:ed by)?|moderat(?:ed by|ors?))", Function::Moderator),
        (r"(?:organise[es()·./-]* par|organisat(?:ion|eurs?|rices?)|responsables?(?: (?:du|de la|de) (?:stage|session|formation|seminaire|cycle))?|comite d'organisation|(?:comite|conseil) (?:scientifique|de programme)(?: ?:|$)|sous la responsabilite de|organi[sz](?:ers?|ed by))", Function::Organiser),
        (r"(?:compte[- ]rendus?|notes?|textes?) (?:(?:redige|etabli|pris|prepare|ecrit)[es()·./-]* )?par", Function::Author),
        (r"(?:contacts?|equipe contact|renseignements(?: aupres de)?)", Function::Contact),
        (r"(?:avec(?: la participation de| les? (?:interventions?|contributions?) de)?|par|(?:presente|propose|donne|dispense|assure|introduit|raconte|commente)[es()·./-]* par|(?:introduction|ouverture|conclusions?|cloture|accueil|lecture|synthese|restitution|mise en perspective|discussion|presentation|allocution|mots? (?:d'accueil|d'ouverture|de bienvenue|de conclusion|de cloture)) par|(?:allocution|discours|recit|prise de parole|regards croises|mots? (?:d'accueil|d'ouverture|de bienvenue|de cloture)) de|rencontre avec|dialogue (?:entre|avec)|intervenant[es()·./-]*(?: confirmes)?|intervention[s]?(?: d'ouverture)?(?: de)?|intervient|temoin[s]?|temoignage[s]?(?: de)?|grands? temoins?|orat(?:eurs?|rices?)|conferenci(?:ers?|eres?)|rapporteurs?|rapporteuses?|en presence de|invite[es()·./-]*|participants a la table ronde|contributions? d[e']|speakers?|with|by)", Function::Speaker),
    ]
    .map(|(words, function)| (pattern(&format!(r"^{words}(?: *[:,]| |$)\s*")), function))
    .into()
});

/// The longest label that announces people, in bytes.
const MAX_LABEL: usize = 80;

/// Nouns that make a label one of people, folded; the function they give.
static LABEL_NOUNS: LazyLock<[(Pattern, Function); 4]> = LazyLock::new(|| {
    [
        (r"\b(?:(?:co-?)?animat(?:eur|rice|ion)|moderat(?:eur|rice|ion)|president|presidence|discutant|facilitat(?:eur|rice)|chair|maitre(?:sse)? de ceremonie)", Function::Moderator),
        (r"\b(?:organisat(?:eur|rice)|coordination\b|coordinat(?:eur|rice)|organi[sz]ers?|^(?:comite|conseil) (?:scientifique|de programme)|responsables? (?:de la formation|du stage|scientifique|pedagogique)|direction scientifique|^referente?s?\b|^pilotes?\b|^port(?:eur|euse)s?(?: (?:du|de) projet)? ?$)", Function::Organiser),
        (r"^(?:auteur|autrice|redact(?:eur|rice|ion)|redige|secretaires?(?: de (?:seance|reunion))? ?$)", Function::Author),
        (r"\b(?:intervenant|interventions?\b|temoins?\b|temoignages?\b|orat(?:eur|rice)|conferenci|rapporteu|experts?\b|expertes\b|invite[es·./()-]*\b|panelistes?|format(?:eur|rice)|enseignant|equipe (?:pedagogique|enseignante)|paroles? d|speakers?|keynotes?\b|repondante?s?\b|interlocut(?:eur|rice)|porte-parole|mediat(?:eur|rice)s?\b|interpretes?\b|encadrante?s?\b|tut(?:eur|rice)s?\b|charge[es()·./-]* de cours|^(?:professeure?s?|participent|interviennent|ont (?:participe|pris la parole)) ?$|^sont intervenu)", Function::Speaker),
    ]
    .map(|(words, function)| (pattern(words), function))
});

/// What announces people inside a line, folded; the function it gives them.
static ANNOUNCED_WITHIN: LazyLock<[(Pattern, Function); 5]> = LazyLock::new(|| {
    [
        (r"(?:[.;,–] (?:moderat(?:ion|eurs?|rices?)|animat(?:ion|eurs?|rices?)) ?:|\b(?:(?:anime|modere|coordonne|preside|facilite)[est()·./-]* par|(?:animation|moderation|presidence)[^.;:]{0,50}? par|(?:vos|nos|votre|notre) (?:animat(?:eur|rice)|moderat(?:eur|rice)|hot(?:e|esse)|presentat(?:eur|rice))s?,?|sous la presidence d[eu']|\((?:moderat(?:ion|eur|rice)|rapporteu(?:r|se)s?|discutante?|animat(?:ion|eur|rice)|presidente?)(?: :)?)) ?", Function::Moderator),
        (r"\b(?:(?:organise|gere|pilote)[est()·./-]*(?: sous la direction de| par)|sous la direction de|sous la responsabilite de) ", Function::Organiser),
        (r"(?:[.;,–] (?:discussion|discutante?s?) ?:|\(cours d[e']|\b(?:(?:presente|introduit|assure)[est()·./-]* par|presentation [^.;:,]{3,60} par|(?:conference|atelier|seance|formation|stage|cours|visite)[^.;:]{0,60} (?:propose|donne|conduit|mene|dispense|prononce)[es()·./-]* par|(?:nous )?(?:accueill(?:ons|erons|e|ent|era|eront)|recev(?:ons|rons|ra)|recoit)(?: notamment)?|en (?:presence|compagnie) d[e']|aux cotes d[e']|(?:nos|notre) (?:[a-z]+ )?(?:invite[es()·./-]*|intervenante?s?|conferenci(?:er|ere)s?),?|avec la (?:participation|complicite|presence)(?: [a-z]+)? d[e']|avec (?:les? |l')(?:interventions?|contributions?|temoignages?) d[e']|(?:conference|entretien|interview|entrevue) avec|(?:conference|atelier|rencontre|debat|causerie|table ronde|lecture) ?:? ?[«\x22“][^«»\x22“”]{3,120}[»\x22”],? (?:avec|par)|cours ouvert d[e']|(?:conference|keynote|talk|intervention|expose|atelier|webinaire|presentation|communication),? (?:de|d'|par)|(?:accueill|parole|intervenant|invite|particip)[^.;:]{0,120} parmi (?:lesquel(?:le)?s|eux|elles)|(?:a|ont) reuni|(?:a|ont) (?:ete )?(?:donnee?|animee?|presentee?|assuree?)s? par|(?:echange|conversation|dialogue|discussion) avec|reunissant|reunira|s'est (?:ouverte?|close?|conclue?|achevee?) (?:avec|par)|interviendront|(?:orat(?:eur|rice)s|intervenante?s|conferencier(?:e)?s|panelistes|participante?s)[^.;:()]{0,80} :)) ?", Function::Speaker),
        (r"\b(?:(?:inscri(?:re|ption|ptions|vez-vous)|renseignements?|contact)[^.;:]{0,60} aupres de|contact(?:er|ez|ant)(?: par (?:mail|courriel|telephone))?) ", Function::Contact),
        (r"\b(?:(?:entretien|entrevue|interview)s?(?: (?:a|ont) ete)? (?:mene|conduit|realise)[es()·./-]*|propos recueillis|recueillis|prepare[es]*|redige[es]*|ecrit[es]*|written) (?:par|by) ", Function::Author),
    ]
    .map(|(words, function)| (pattern(words), function))
});

/// Theses have directors who do not speak.
static THESIS: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:these|doctorat|memoire|ouvrage|collection|dir\.)\b"));

/// An announcement of people: the function it gives them, and what stands after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Announcement<'t> {
    /// What those named after it do.
    pub(crate) function: Function,
    /// The text that names them.
    pub(crate) rest: &'t str,
}

/// The announcement that opens a line: `Animé par …`, `Intervenants :`, `Avec …`.
pub(crate) fn announcement(line: Folded<'_>) -> Option<Announcement<'_>> {
    static ANY: LazyLock<Pattern> = LazyLock::new(|| {
        let words: Vec<&str> = ANNOUNCEMENTS.iter().map(|(words, _)| words.as_str()).collect();
        pattern(&words.join("|"))
    });
    let opening = || ANY.is_match(line.folded).then(|| first_of(&ANNOUNCEMENTS, line)).flatten();
    announcement_label(line).or_else(opening)
}

/// The announcement that a label makes, wherever its word stands: `Animateur de la table : …`. What
/// ends a sentence before its word is a title: `Écrire une charte. Animation : …`.
fn announcement_label(line: Folded<'_>) -> Option<Announcement<'_>> {
    let (label, _) = prefix(line.folded, MAX_LABEL + 1).split_once(':')?;
    // « Pour les animatrices : » tells them something.
    let tells = ["pour ", "aux ", "a l'attention "].iter().any(|to| label.starts_with(to));
    if tells || [". ", "? ", "! "].iter().any(|end| label.contains(end)) {
        return None;
    }
    let rest = line.after(label.len() + 1).trim_start();
    let noun = LABEL_NOUNS.iter().find(|(words, _)| words.is_match(label));
    // « Témoignage de Zoé Lanteri : maire d'Orn »
    let printed = prefix(line.printed, line.printed.len() - line.after(label.len()).len());
    if noun.is_some() && names_whose(printed) {
        return None;
    }
    let given = || GIVEN.is_match(label) && names_people(rest);
    let function = match noun {
        Some((_, function)) => *function,
        None => given().then_some(Function::Speaker)?,
    };
    Some(Announcement { function, rest })
}

/// Whether a label says itself whose words it announces: `Intervention de Luc Perrot`.
fn names_whose(label: &str) -> bool {
    let named = [" de ", " d'", " d’"].iter().find_map(|of| label.split_once(of));
    named.is_some_and(|(noun, whose)| {
        let own = name::parse(whose, name::Trust::Text);
        let alone = |name: name::Name| whose[name.len..].trim().is_empty();
        !noun.contains(' ') && own.filter(|name| name.form <= name::Form::Known).is_some_and(alone)
    })
}

/// What somebody gives, before the name of who does: `Synthèse : Zoé Lanteri`.
static GIVEN: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:syntheses?|restitution|conclusions?|introduction|ouverture|cloture|accueil|discussion|debat|presentation|mots? (?:d'accueil|d'ouverture|de bienvenue|de conclusion|de cloture)|mise en perspective|prise de notes?) ?$",
    )
});

/// Whether a text opens with a name that a list knows and that ends there.
fn names_people(text: &str) -> bool {
    let after = |name: &name::Name| text[name.len..].trim_start();
    let ends = |after: &str| {
        after.is_empty()
            || after.starts_with([',', '(', '–', '-', ';', '.', '&'])
            || after.starts_with("et ")
    };
    name::parse(text, name::Trust::Text)
        .is_some_and(|name| name.form <= name::Form::Known && ends(after(&name)))
}

/// The announcements inside a line: `Travail de groupe coordonné par …`.
pub(crate) fn announcements_within(line: Folded<'_>) -> Vec<Announcement<'_>> {
    if !may_introduce(line) || THESIS.is_match(line.folded) {
        return Vec::new();
    }
    let found = |(words, function): &(Pattern, Function)| {
        let function = *function;
        let own =
            words.find_iter(line.folded).filter(|found| !is_of_others(line.folded, found.start()));
        let own = own.filter(|found| !is_of_before(line.folded, found.start()));
        let ends: Vec<usize> = own.map(|found| found.end()).collect();
        ends.into_iter().map(move |end| Announcement { function, rest: line.after(end) })
    };
    ANNOUNCED_WITHIN.iter().flat_map(found).collect()
}

/// Whether an interview is one that the text refers to, not the one it prints: « dans son entretien
/// avec », « les interviews réalisées par ».
fn is_of_others(folded: &str, at: usize) -> bool {
    let noun =
        ["entretien", "interview", "entrevue"].iter().any(|noun| folded[at..].starts_with(noun));
    let before = folded[..at].trim_end().rsplit(' ').next().unwrap_or_default();
    // « L'entretien a été mené par » tells of this one.
    let article =
        before.ends_with('\'') && !folded[at..].split(' ').take(3).any(|word| word == "ete");
    noun && (article || matches!(before, "son" | "leur" | "ses" | "leurs" | "les" | "aux" | "des"))
}

/// Whether what is announced took place before what the text tells: « on avait entendu une intervention
/// de ».
fn is_of_before(folded: &str, at: usize) -> bool {
    static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"\b(?:avai(?:s|t|ent)|avions|aviez) (?:deja |aussi |bien )?[a-z]{3,20} (?:une? |la |le |l'|cette |cet |ce )$",
        )
    });
    BEFORE.is_match(&folded[folded.floor_char_boundary(at.saturating_sub(60))..at])
}

/// What says that people will take the floor, or did, folded.
pub(crate) static EXPECTED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:interviendr(?:a|ont)|prendr(?:a|ont) la parole|temoigner(?:a|ont)|debattr(?:a|ont)|viendr(?:a|ont) (?:presenter|parler|temoigner)|(?:sera|seront) present[es]* pour|nous presenter(?:a|ont)|f(?:era|eront) (?:part des?|un|une|le|ensuite)|partager(?:a|ont) (?:son|leur|ses)|raconter(?:a|ont)|proposer(?:a|ont)|exposer(?:a|ont)|presenter(?:a|ont)|animer(?:a|ont)|introduir(?:a|ont)|conclur(?:a|ont)|expliquer(?:a|ont)|dialoguer(?:a|ont)|echanger(?:a|ont)|reviendr(?:a|ont) sur|parler(?:a|ont)|(?:a|ont) (?:partage (?:son|leur|ses)|pris la parole|temoigne|debattu|anime)|est intervenue?|sont intervenue?s|dans (?:son|leur) (?:mot|discours|allocution|propos) d[e'] ?(?:ouverture|accueil|bienvenue|introduction|cloture)|(?:a|ont) (?:pu )?(?:fait|faire|assure|dresse) (?:la |une )?synthese)\b",
    )
});

/// Whether a line says of people that they will take the floor, or did.
pub(crate) fn tells_expected(line: Folded<'_>) -> bool {
    may_introduce(line) && EXPECTED.is_match(line.folded)
}

/// Whether people may be announced inside a line, or expected by it: most prose does neither, and is
/// read once for both. A line is asked in one form, with the marks before it or without.
fn may_introduce(line: Folded<'_>) -> bool {
    static ANY: LazyLock<Pattern> = LazyLock::new(|| {
        any_of(ANNOUNCED_WITHIN.iter().map(|(words, _)| words).chain([&*EXPECTED]))
    });
    *line.introduces.get_or_init(|| ANY.may_match(line.folded))
}

/// The first entry of a table whose words are in a line.
fn first_of<'t>(table: &[(Pattern, Function)], line: Folded<'t>) -> Option<Announcement<'t>> {
    table.iter().find_map(|(words, function)| {
        let end = words.find(line.folded)?.end();
        Some(Announcement { function: *function, rest: line.after(end) })
    })
}

/// What people named after `par` do, by the word before it: `Table ronde animée par …`.
pub(crate) fn function_by(before: &str) -> Function {
    static DOES: LazyLock<[(Pattern, Function); 2]> = LazyLock::new(|| {
        [
            (r"\b(?:anime|modere|preside|coordonne|facilite)[es()·./-]*$", Function::Moderator),
            (r"\borganise[es()·./-]*$", Function::Organiser),
        ]
        .map(|(words, function)| (pattern(words), function))
    });
    let folded = fold(before.trim_end());
    DOES.iter()
        .find(|(words, _)| words.is_match(&folded))
        .map_or(Function::Speaker, |(_, does)| *does)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    #[track_caller]
    fn check_announcement(line: &str, expect: Option<(Function, &str)>) {
        let line = Text::new(line.to_owned());
        let found = announcement(line.both()).map(|found| (found.function, found.rest));
        assert_eq!(found, expect);
    }

    #[test]
    fn announcements_give_a_function() {
        check_announcement("Animé par Zoé Lanteri", Some((Function::Moderator, "Zoé Lanteri")));
        check_announcement("Intervenant·e·s :", Some((Function::Speaker, "")));
        check_announcement("Avec Luc Perrot", Some((Function::Speaker, "Luc Perrot")));
        check_announcement("Modération : Ève Tarn", Some((Function::Moderator, "Ève Tarn")));
        check_announcement("Introduction par Luc Perrot", Some((Function::Speaker, "Luc Perrot")));
        check_announcement("Introduction à la paie", None);
        check_announcement("Compte-rendu par Ève Tarn", Some((Function::Author, "Ève Tarn")));
        check_announcement("Notes prises par Ève Tarn", Some((Function::Author, "Ève Tarn")));
        check_announcement("Guidée par Luc Perrot", Some((Function::Moderator, "Luc Perrot")));
        check_announcement("Référente : Ève Tarn", Some((Function::Organiser, "Ève Tarn")));
        check_announcement("Interviennent : Ève Tarn", Some((Function::Speaker, "Ève Tarn")));
        check_announcement("Les communes interviennent : il pleut", None);
        check_announcement("Parmi les pistes", None);
        let whose = Some((Function::Speaker, "Zoé Lanteri : maire d'Orn"));
        check_announcement("Témoignage de Zoé Lanteri : maire d'Orn", whose);
        let place = Some((Function::Speaker, "Zoé Lanteri"));
        check_announcement("Intervenantes de Haute Orn : Zoé Lanteri", place);
        check_announcement("Pour les animatrices : une table", None);
        check_announcement(
            "Comité scientifique : Ève Tarn",
            Some((Function::Organiser, "Ève Tarn")),
        );
        check_announcement("Conseil scientifique", Some((Function::Organiser, "")));
        check_announcement("Conseil scientifique du Nord Vert", None);
        check_announcement("Groupe A – Écrire une charte. Animation : Zoé Lanteri", None);
        for label in ["Intervenant/e/s", "Intervenant(e)s", "Intervenant.e.s", "Intervenant•e•s"]
        {
            let text = format!("{label} : Zoé Lanteri");
            check_announcement(&text, Some((Function::Speaker, "Zoé Lanteri")));
        }
        check_announcement(
            "Enseignant/e/s présent/e/s et participant/e/s à cette journée : Zoé Lanteri",
            Some((Function::Speaker, "Zoé Lanteri")),
        );
        check_announcement(
            "Coordination du cycle : Ève Tarn",
            Some((Function::Organiser, "Ève Tarn")),
        );
    }

    #[test]
    fn announcements_are_found_inside_a_line() {
        let line = Text::new("Travail de groupe coordonné par Zoé Lanteri".to_owned());
        let found = announcements_within(line.both())[0];
        assert_eq!((found.function, found.rest), (Function::Moderator, "Zoé Lanteri"));
        let line = Text::new("Ceux du mardi (cours de Zoé Lanteri et Luc Perrot)".to_owned());
        assert_eq!(announcements_within(line.both())[0].rest, "Zoé Lanteri et Luc Perrot)");
        let line = Text::new("Au cours de Zoé Lanteri, il pleut".to_owned());
        assert!(announcements_within(line.both()).is_empty());
        let line = Text::new("Voici les oratrices de la soirée : Zoé Lanteri (Ville)".to_owned());
        assert_eq!(announcements_within(line.both())[0].rest, "Zoé Lanteri (Ville)");
    }

    #[test]
    fn who_discusses_is_announced_after_a_sentence() {
        let found = |text: &str| {
            let text = Text::new(text.to_owned());
            announcements_within(text.both()).first().map(|found| found.rest.to_owned())
        };
        let told = "Lecture du livre « Se loger » (2020). Discussion : Zoé Lanteri (CNRS).";
        assert_eq!(found(told).as_deref(), Some("Zoé Lanteri (CNRS)."));
        assert_eq!(found("Au terme de la discussion : Zoé Lanteri s'abstient."), None);
    }

    #[test]
    fn who_leads_an_interview_is_announced() {
        for line in
            ["L'entretien a été conduit par Zoé Lanteri", "Entretien réalisé par Zoé Lanteri"]
        {
            let line = Text::new(line.to_owned());
            let found = announcements_within(line.both());
            let found: Vec<_> = found.iter().map(|found| (found.function, found.rest)).collect();
            assert_eq!(found, [(Function::Author, "Zoé Lanteri")]);
        }
        let line = Text::new("Entretien à propos du film réalisé par Zoé Lanteri".to_owned());
        assert!(announcements_within(line.both()).is_empty());
    }

    #[test]
    fn the_word_before_by_tells_the_function() {
        assert_eq!(function_by("Table ronde animée "), Function::Moderator);
        assert_eq!(function_by("Visite organisée"), Function::Organiser);
        assert_eq!(function_by("Ouverture"), Function::Speaker);
    }

    #[test]
    fn interviews_of_others_announce_nobody() {
        let count = |text: &str| {
            let text = Text::new(text.to_owned());
            announcements_within(text.both()).len()
        };
        assert_eq!(count("Entretien réalisé par Zoé Lanteri."), 1);
        assert_eq!(count("L'entretien a été mené par Zoé Lanteri."), 1);
        assert_eq!(count("Comparez les interviews réalisées par Zoé Lanteri."), 0);
        assert_eq!(count("Elle le dit dans son entretien avec Zoé Lanteri."), 0);
    }

    #[test]
    fn what_took_place_before_announces_nobody() {
        let count = |text: &str| announcements_within(Text::new(text.to_owned()).both()).len();
        assert_eq!(count("Suivra une intervention de Zoé Lanteri, juriste."), 1);
        assert_eq!(count("On avait écouté une intervention de Zoé Lanteri, juriste."), 0);
    }

    #[test]
    fn a_text_names_its_own_hosts_and_guests() {
        let found = |text: &str| {
            let text = Text::new(text.to_owned());
            let found = announcements_within(text.both());
            found.first().map(|found| (found.function, found.rest.to_owned()))
        };
        let hosts = found("Retrouvez vos animatrices Zoé Lanteri et Ève Tarn.");
        assert_eq!(hosts, Some((Function::Moderator, "Zoé Lanteri et Ève Tarn.".to_owned())));
        let guest = found("Nous posons la question à notre invité, Luc Perrot.");
        assert_eq!(guest, Some((Function::Speaker, "Luc Perrot.".to_owned())));
        let editor = found("Une visite avec notre rédactrice invitée, Ève Tarn, le 3 mai.");
        assert_eq!(editor, Some((Function::Speaker, "Ève Tarn, le 3 mai.".to_owned())));
        assert_eq!(found("Les animatrices du centre aéré"), None);
    }

    #[test]
    fn a_title_may_stand_before_who_is_announced() {
        let found = |text: &str| {
            let text = Text::new(text.to_owned());
            announcements_within(text.both()).first().map(|found| found.rest.to_owned())
        };
        let talk = "conférence « Se loger au bourg » avec Zoé Lanteri";
        assert_eq!(found(talk).as_deref(), Some("Zoé Lanteri"));
        assert_eq!(found("le livre « Se loger au bourg » avec une carte"), None);
    }

    #[test]
    fn who_moderates_may_close_a_list() {
        let text = "Avec Zoé Lanteri (Ville d'Orn). Modération : Luc Perrot.";
        let text = Text::new(text.to_owned());
        let found = announcements_within(text.both());
        assert!(
            found
                .iter()
                .any(|one| one.function == Function::Moderator && one.rest.starts_with("Luc"))
        );
    }
}
