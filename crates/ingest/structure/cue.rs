//! The words by which documents of local public service announce what they are made of.

mod announce;
mod record;

use std::sync::LazyLock;

use glane_document::{DocumentKind, SectionKind};

use crate::pattern::{Pattern, any_of, folded_pattern as pattern};
use crate::structure::name::{self, Form, Trust};
use crate::words::{Folded, WordSet, fold, prefix, with_folded};
pub(crate) use announce::{
    Announcement, EXPECTED, announcement, announcements_within, function_by, tells_expected,
};
pub(crate) use record::{names_meeting, titles_record};

/// What opens a heading, folded, and the kind it tells; the first that matches wins.
static KINDS: LazyLock<Vec<(Pattern, SectionKind)>> = LazyLock::new(|| {
    [
        (r"^(?:session|seance|allocutions?|mots?|discours|propos)? ?(?:de |d')?(?:cloture|clotures?|conclusions?|clot)\b", SectionKind::Closing),
        (r"\bclo[a-z]*ure\b|^fin de (?:la )?journee|^mot de la fin", SectionKind::Closing),
        (r"^(?:pause|dejeuner|buffet|repas|cafe|cocktail|collation|apero|apéritif|aperitif|diner|pot )\b|\bpause\b|\b(?:accueil|petit)[- ](?:cafe|dejeuner)\b|^accueil(?: des participant.*| du public)?$|^accueil (?:autour|et (?:cafe|emargement))|\bcafe d'accueil|^emargement|\bdejeuner\b", SectionKind::Break),
        (r"^ateliers?\b", SectionKind::Workshop),
        (r"^(?:table[s]?[ -]ronde|panel|plateau)s?\b|\btable[- ]ronde\b", SectionKind::Roundtable),
        (r"^(?:allocutions?|mots? (?:de bienvenue|d'accueil|d'ouverture|du)|discours|ouverture|bienvenue|accueil (?:officiel|institutionnel)|introduction officielle|propos (?:d'ouverture|introductifs?|liminaires?))\b", SectionKind::Address),
        // « Bilan financier » is an item of an agenda.
        (r"^bilans? (?:financiers?|moral|moraux|comptables?|sportifs?|annuels?|d'activites?|de l'annee|de la saison)\b", SectionKind::Section),
        (r"^(?:syntheses?|restitutions?|bilan|rapport d'etonnement|grand temoin)\b", SectionKind::Synthesis),
        (r"^(?:avant[- ]propos|prefaces?|editos?|editorial|preambule|introduction|presentation du (?:colloque|seminaire|document)|contexte)\b", SectionKind::Foreword),
        (r"^(?:references?|bibliographies?|sources|ressources|pour (?:en savoir plus|aller plus loin)|documents? de reference|(?:suggestions?|conseils?) de lectures?|orientations? bibliographiques?|webographie|notes?$|lectures)\b", SectionKind::References),
        (r"^(?:themes?|thematiques?|axes?|parties?|volets?|parcours) ?(?:n[°o] ?)?(?:[0-9ivx]+)\b", SectionKind::Theme),
        (r"^(?:plenieres?|conferences?(?: plenieres?| inaugurales?| introductives?| d'ouverture)?|lecons?|keynotes?|seance pleniere)\b", SectionKind::Plenary),
        (r"^(?:session|seance|sequence|module|intervention|discussion|debat|echanges?|presentation|communication)s?\b", SectionKind::Session),
    ]
    .map(|(words, kind)| (pattern(words), kind))
    .into()
});

/// The kind that the words of a heading tell; [`SectionKind::Section`] when they tell none.
pub(crate) fn kind(heading: &str) -> SectionKind {
    let folded = fold(heading);
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    KINDS
        .iter()
        .find(|(words, _)| words.is_match(folded))
        .map_or(SectionKind::Section, |(_, kind)| *kind)
}

/// Whether a heading is that of what the public asks and answers: `Échanges avec la salle`, `Questions`.
pub(crate) fn heads_exchange(heading: &str) -> bool {
    static EXCHANGE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:temps d')?(?:questions?(?:[ -/]+(?:et )?reponses?)?|echanges?|debats?|discussions?)(?: et (?:questions?|reponses?|echanges?|debats?|discussions?))?(?: avec (?:la salle|le public|l'(?:auditoire|assistance)|les? (?:participant|intervenant|habitant|auditeur)e?s)| d[eu] (?:la salle|public|l'(?:auditoire|assistance)))?[ :.]*$",
        )
    });
    heading.len() <= MAX_EXCHANGE && EXCHANGE.is_match(&fold(heading))
}

/// The longest heading of an exchange, in bytes.
const MAX_EXCHANGE: usize = 80;

/// The genre that a title, an event or a file name tells.
pub(crate) fn genre(text: &str) -> Option<DocumentKind> {
    static GENRES: LazyLock<[(Pattern, DocumentKind); 5]> = LazyLock::new(|| {
        [
            (r"^actes\b|\bactes (?:du|de la|des|de l')\b", DocumentKind::Proceedings),
            (r"\b(?:compte[s]?[- ]rendus?|proces[- ]verba(?:l|ux)|releve de (?:decisions|conclusions)|pv (?:du|de)|cr (?:du|de)|^cr|conseils? municip(?:al|aux)|conseil communautaire|conseil du \d)\b", DocumentKind::Minutes),
            (r"\b(?:programmes?|stage|session de formation|formation syndicale|seminaire|webinaire|projet d'ordre du jour|journees? d'etudes?|appel a (?:participation|communications?)|invitation)\b", DocumentKind::Programme),
            (r"\b(?:note (?:de|d'|sur|conceptuelle)|note concept|concept note|note)\b", DocumentKind::Note),
            (r"\b(?:cours|lecon|seance de cours|mooc|module de formation|\d+ ?e(?:me)? seance)\b", DocumentKind::Course),
        ]
        .map(|(words, kind)| (pattern(words), kind))
    });
    // Most texts tell none: they are read once for all five.
    static ANY: LazyLock<Pattern> = LazyLock::new(|| any_of(GENRES.iter().map(|(words, _)| words)));
    let folded = fold(text);
    let found = || GENRES.iter().find(|(words, _)| words.is_match(&folded));
    ANY.may_match(&folded).then(found).flatten().map(|(_, kind)| *kind)
}

/// Words that make a short line standing alone a heading, folded.
static HEADING_NOUN: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:references?|bibliographie|avant[- ]propos|preface|editorial|edito|preambule|introduction|conclusions?|synthese|cloture|allocution|ouverture|programme|public(?: vise| cible| concerne)?|objectifs?|thematiques?|contenus?|contexte|enjeux|methodes?|modalites|intervenants|equipe|contacts?|informations? pratiques?|renseignements|inscriptions?|ordre du jour|releve de decisions?|decisions|questions diverses|annexes?|conferences? plenieres?|les ateliers|ateliers|table[s]? rondes?|presentation|problematique|resume|deroulement|calendrier|pour en savoir plus|pour aller plus loin|ressources|participants|presents|comite)\b",
    )
});

/// Whether a text says what kind of session it heads and nothing else: `Table ronde`, `Rencontre`.
pub(crate) fn is_bare_kind(text: &str) -> bool {
    static KIND: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^[\s«»\x22]*(?:rencontres?|ateliers?|tables? rondes?|conferences?|debats?|conference-debat|lectures?|spectacles?|projections?|cine-debat|exposes?(?: (?:applicatif|scientifique)s?)?|communications?|interventions?|presentations?|seminaires?|formations?|visites?|remises? de prix|allocutions?|discours|synthese|keynotes?|talks?|workshops?|panels?|hackathons?|dedicaces?|entretiens?|temoignages?|demonstrations?)[\s«»\x22:]*$",
        )
    });
    text.len() < 50 && KIND.is_match(&fold(text))
}

/// What stands after the half of a day that a text opens with: `Matinée : Se loger`, `Afternoon session:`.
pub(crate) fn after_half_day(text: Folded<'_>) -> Option<&str> {
    static HALF: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:la |le |l')?(?:matin|matinee|apres[- ]midi|soir|soiree|(?:morning|afternoon|evening)(?: sessions?)?)\b *",
        )
    });
    HALF.after(text)
}

/// Whether the title that a day gives says until when something may be done: `date limite de dépôt`.
pub(crate) fn tells_deadline(title: &str) -> bool {
    static DEADLINE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:la |le |l')?(?:dates?[- ]limites?|deadlines?|limite d|(?:ouverture|cloture|fin) (?:des|de l'|de la|du) (?:appel|depot|inscription|candidature|soumission|vote)|notifications? (?:aux|d|of)|(?:abstract|paper) submission)",
        )
    });
    DEADLINE.is_match(&fold(title))
}

/// Whether a short line opens with a word that heads a part.
pub(crate) fn opens_part(line: &str) -> bool {
    HEADING_NOUN.is_match(&fold(line))
}

/// Whether a line in capitals opens what minutes decide: « PAR CONSÉQUENT », no title.
pub(crate) fn opens_decision(line: &str) -> bool {
    static DECIDES: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:par consequent|en consequence|considerant|attendu que|apres en avoir delibere|il est (?:resolu|propose)|le conseil (?:municipal|communautaire) decide)\b",
        )
    });
    DECIDES.is_match(&fold(line))
}

/// Whether a line lists who is excused, absent, or merely present at a meeting.
pub(crate) fn lists_absent(line: Folded<'_>) -> bool {
    static ABSENT: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:etaient|sont|membres|elus|conseillers) )?(?:(?:absent|excuse)[es()·./-]*\b|present[es()·./-]* *(?::|$|et )|(?:ont donne|ayant donne|donnent) (?:pouvoir|procuration)|pouvoirs? *:|procurations? *:)",
        )
    });
    // « Zoé Lanteri a donné pouvoir à Luc Perrot »
    static PROXY: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"\b(?:avait|avaient|ayant|a|ont|donne|donnent|avec) (?:donne )?(?:le |les |son |leur )?(?:pouvoirs?|procurations?)\b",
        )
    });
    let proxy = line.folded.len() < 200
        && (line.folded.contains("pouvoir") || line.folded.contains("procuration"));
    ABSENT.is_match(line.without_marks().folded) || proxy && PROXY.is_match(line.folded)
}

/// Whether a line lists who is present at a meeting.
pub(crate) fn lists_present(line: Folded<'_>) -> bool {
    static OPENS: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:etaient|sont|membres|elus|conseillers) )?(?:present[es()·./-]*|attendu[es()·./-]*|participant[es()·./-]*|invite[es()·./-]*) *(?::|$)",
        )
    });
    static ENDS: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"[.,;] (?:etaient|sont) (?:egalement )?present[es()·./-]* ?:$"));
    let line = line.without_marks().folded;
    OPENS.is_match(line) || line.ends_with(':') && ENDS.is_match(line)
}

/// Whether what follows a time in minutes tells what went on around the talks: `début de la séance`,
/// `arrivée de Zoé Lanteri`.
pub(crate) fn tells_movement(title: &str) -> bool {
    static MOVES: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:debut|fin|levee|ouverture|cloture|reprise|suspension|interruption) (?:de |d'|du )(?:la |l'|notre )?(?:seance|reunion|assemblee|conseil|comite|ag\b)|(?:arrivee|depart|entree|sortie) (?:de |d'|du )|levee de seance|la (?:seance|reunion) (?:est|reprend)\b|[^.:]{2,60} (?:quitte|rejoint|regagne)(?:nt)? (?:la |notre |l')?(?:seance|reunion|salle|assemblee|conseil))",
        )
    });
    MOVES.is_match(fold(title).trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// What a person may be, folded.
static ROLE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:president|vice-president|direct(?:eur|rice)|maire\b|adjoint|conseill|gouverneu|mairesse|charge|chef|cheffe|responsable|professeur|maitre|maitresse|docteur|doctorant|chercheu|sociologue|politiste|juriste|economiste|historien|geographe|urbaniste|architecte|philosophe|psychologue|anthropologue|journaliste|consultant|format(?:eur|rice)|coordinat|coordonnat|delegue|secretaire|depute|senat|elu|prefet|inspect|ingenieur|expert|specialiste|membre|fondat|co-?fondat|animat|mediat|assistant|agent|cadre|dgs|dga|referent|pilote|administrat|representant|syndicaliste|avocat|medecin|infirmi|educat|travailleu|realisat|auteur|autrice|ecrivain|artiste|cineaste|tresori|general\b|colonel|commandant|ambassad|doyen|recteur|rectrice|batonnier|procureur|magistrat|benevole|etudiant|enseignant)",
    )
});
/// Whom a person may work for, folded.
static EMPLOYER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:universite|cnrs|ehess|laboratoire|institut|association|ville de|mairie|departement|region|metropole|ccas|ministere)",
    )
});

/// Whether a word names what a person is: `trésorier`, `conseillère`.
pub(crate) fn is_role(word: &str) -> bool {
    ROLE.is_match(&fold(word))
}

/// A text without the article and the role that stand before a name: `le réalisateur Luc Perrot`.
pub(crate) fn without_role(text: &str) -> &str {
    let article =
        ["le ", "la ", "l'", "l’", "notre "].iter().find_map(|mark| text.strip_prefix(mark));
    if let Some(rest) = article.filter(|rest| name::opens_with_civility(rest)) {
        // « coordonné par le Dr Luc Perrot »
        return rest;
    }
    let Some(rest) = article else {
        // « sous la présidence du Maire, Luc Perrot »
        let office = text.split_once(", ").filter(|(office, _)| is_role(office));
        return office.filter(|(office, _)| !office.contains(' ')).map_or(text, |(_, name)| name);
    };
    let (role, name) = rest.split_at(rest.find(char::is_uppercase).unwrap_or(rest.len()));
    let short = role.ends_with(' ') && role.split(' ').count() <= 4 && names_role(role);
    if short {
        return name;
    }
    without_office(rest).or_else(|| without_title(rest)).unwrap_or(text)
}

/// The name after a role that opens with a capital: `Grande témoin de la journée Zoé Lanteri`. A body
/// may be named after somebody, too.
fn without_title(text: &str) -> Option<&str> {
    let capital = |&(at, c): &(usize, char)| c.is_uppercase() && text[..at].ends_with(' ');
    let (at, _) = text.char_indices().skip(1).find(capital)?;
    let (role, named) = text.split_at(at);
    let first = role.split(' ').next().unwrap_or_default();
    let witness =
        fold(role).trim_start_matches("grande ").trim_start_matches("grand ").starts_with("temoin");
    let held = role.len() <= MAX_OFFICE && (is_role(first) || witness);
    let found =
        name::parse(named, Trust::Announced).filter(|name| held && !name.given.is_empty())?;
    let after = &named[found.len..];
    let told = || after.strip_prefix(", ").is_some_and(|told| names_role(prefix(told, MAX_OFFICE)));
    let known = found.form <= Form::Known && (after.is_empty() || after.starts_with([',', '(']));
    (known || told()).then_some(named)
}

/// The longest office before a name, in bytes.
const MAX_OFFICE: usize = 90;

/// The name after an office, which only a civility tells apart: `maire d'Orn, M. Luc Perrot`.
fn without_office(text: &str) -> Option<&str> {
    let (office, name) = text.split_once(", ")?;
    let held = office.len() <= MAX_OFFICE && is_role(office.split(' ').next().unwrap_or_default());
    (held && name::opens_with_civility(name)).then_some(name)
}

/// Whether a text names a role or an employer.
pub(crate) fn names_role(text: &str) -> bool {
    let folded = fold(text);
    ROLE.is_match(&folded) || EMPLOYER.is_match(&folded)
}

/// Words, folded, that look like the start of a name and never are.
const NOT_NAMES: &str = "
adjoint adjointe ancien ancienne animateur animatrice architecte avocat avocate charge chargee consultant consultante
coordinateur coordinatrice depute deputee docteur docteure doctorant doctorante doyen doyenne economiste formateur
formatrice geographe historien historienne ingenieur ingenieure journaliste maitre maitresse medecin ministre
professeure psychologue recteur rectrice senateur senatrice sociologue tresorier tresoriere urbaniste
artiste auteur autrice chercheur chercheuse cofondateur cofondatrice collaborateur collaboratrice conservateur
conservatrice dirigeant dirigeante ecrivain ecrivaine editeur editrice enseignant enseignante etudiant etudiante
fondateur fondatrice gerant gerante libraire membre poete realisateur realisatrice responsable univ
cher chere chers cheres
autoroute avenue boulevard chateau gare jardin lycee musee palais place pont port quai rue stade
api application blog logiciel microsoft plateforme site sites web webinaire wiki
alors au aux aussi avant apres ce ceci cela celle celui ces cet cette chaque comme dans depuis des dont du elle elles en
enfin entre et il ils je lors mais nos on ou par parmi pas plus puis que qui sans selon si son sous sur tous tout un
accueil acte actes action agence agent agents annexe antenne appel article assemblee association atelier
ateliers avant avec avis axe bibliotheque bilan bureau cabinet caisse campagne centre cercle charte chef cheffe cite code
collectif college collectivite collectivites colloque comite commission commune communaute compte conclusion conference
confederation conseil conseiller conseillere contact contrat convention cooperative cour debat decision deleguee delegation deliberation
departement deuxieme directeur direction directrice discussion document ecole edition election enquete ensemble
entreprise equipe espace est etablissement etat etats etude europe federation fete fonction fondation fonds forum
foyer france gestion grand grande groupe habitat haut haute hopital hotel ile initiative inspection institut
institution intervention introduction journal journee journees juillet la laboratoire le les ligue loi madame mairie
maire maison mediatheque message metropole ministere mission mobilite monsieur mot mots mouvement musee nord note
notre nouveau nouvelle numero objet observatoire office salon ouest ouverture parc parlement partie pause pays plan plateforme
plateau pole politique pour premier premiere prefecture presentation president presidente prevention principe principes
prix professeur
photo programme projet projets public quartier proposition quelle quelles question questions rapport referent remarque reponse resolution region remise rencontre rencontres
reseau ressources reunion revue saint sainte salle sante sciences seance secretaire secretariat section seminaire
service services session sociale societe solidarite stage sud syndicat synthese table territoire territoires theme
the theatre tour trois union universite une un vice ville villes voir vous nous academie
";

/// Whether a capitalised word opens something else than a person's name.
pub(crate) fn is_common(word: &str) -> bool {
    static SET: LazyLock<WordSet> = LazyLock::new(|| NOT_NAMES.split_whitespace().collect());
    with_folded(word, |folded| {
        let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
        SET.contains(word) || is_action(word)
    })
}

/// Whether a word ends as those of fields of study do and no first name that no list knows does,
/// `Linguistique`, `Écologie`, or tells a side: `Côté Orn`.
pub(crate) fn opens_no_name(word: &str) -> bool {
    const ENDS: [&str; 7] = ["ique", "iques", "logie", "graphie", "nomie", "metrie", "isme"];
    with_folded(word, |folded| {
        folded == "cote" || folded.len() > 6 && ENDS.iter().any(|end| folded.ends_with(end))
    })
}

/// Whether a folded word ends as nouns of actions do and no name does: `numerisation`.
fn is_action(word: &str) -> bool {
    word.len() > 7 && word.ends_with("ation")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    #[test]
    fn headings_tell_their_kind() {
        for (heading, expect) in [
            ("Atelier 4", SectionKind::Workshop),
            ("Table ronde 2 – Habiter", SectionKind::Roundtable),
            ("Clôture et perspectives", SectionKind::Closing),
            ("Pause déjeuner", SectionKind::Break),
            ("Café d'accueil", SectionKind::Break),
            ("Allocution de bienvenue", SectionKind::Address),
            ("Bibliographie indicative", SectionKind::References),
            ("Thème 2 | Se loger", SectionKind::Theme),
            ("Synthèse des travaux", SectionKind::Synthesis),
            ("Objectifs", SectionKind::Section),
        ] {
            assert_eq!(kind(heading), expect, "{heading}");
        }
    }

    #[test]
    fn exchanges_with_the_public_are_told_from_debates_on_something() {
        for heading in ["Échanges avec la salle", "Questions / réponses", "Questions du public"] {
            assert!(heads_exchange(heading), "{heading}");
        }
        assert!(!heads_exchange("Débats sur le logement") && !heads_exchange("Question sociale"));
    }

    #[test]
    fn nouns_of_actions_are_no_names() {
        assert!(is_common("Numérisation") && is_common("RÉNOVATION"));
        assert!(!is_common("Nation") && !is_common("Assomption"));
    }

    fn lists(line: &str) -> bool {
        lists_absent(Text::new(line.to_owned()).both())
    }

    #[test]
    fn attendance_is_told_from_speech() {
        for line in [
            "Excusés : Paul Erard",
            "Étaient présents",
            "Absents excusés :",
            "ABSENTS EXCUSÉS AYANT DONNÉ POUVOIR",
            "Présent·es : A, B",
        ] {
            assert!(lists(line), "{line}");
        }
        for line in ["Présentation du budget", "Présenté par Zoé", "Les absents ont tort"] {
            assert!(!lists(line), "{line}");
        }
    }

    #[test]
    fn what_goes_on_around_talks_is_told_from_them() {
        assert!(tells_movement("Début de la séance") && tells_movement("arrivée d’Ève Tarn"));
        assert!(tells_movement("levée de séance") && tells_movement("Mme Tarn quitte la séance"));
        assert!(!tells_movement("Fin de vie et soins") && !tells_movement("Début des travaux"));
    }

    #[test]
    fn roles_are_recognised() {
        assert!(names_role("directrice du CCAS"));
        assert!(!names_role("un vent léger"));
    }
}
