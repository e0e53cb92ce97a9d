//! The words by which documents of local public service announce what they are made of.

use std::sync::LazyLock;

use glane_document::{DocumentKind, Function, SectionKind};

use crate::pattern::{Pattern, folded_pattern as pattern, rare_pattern};
use crate::words::{Folded, WordSet, fold, prefix, with_folded};

/// What opens a heading, folded, and the kind it tells; the first that matches wins.
static KINDS: LazyLock<Vec<(Pattern, SectionKind)>> = LazyLock::new(|| {
    [
        (r"^(?:session|seance|allocutions?|mots?|discours|propos)? ?(?:de |d')?(?:cloture|clotures?|conclusions?|clot)\b", SectionKind::Closing),
        (r"\bclo[a-z]*ure\b|^fin de (?:la )?journee|^mot de la fin", SectionKind::Closing),
        (r"^(?:pause|dejeuner|buffet|repas|cafe|cocktail|collation|apero|apéritif|aperitif|diner|pot )\b|\bpause\b|\b(?:accueil|petit)[- ](?:cafe|dejeuner)\b|^accueil(?: des participant.*| du public)?$|^accueil (?:autour|et (?:cafe|emargement))|\bcafe d'accueil|^emargement|\bdejeuner\b", SectionKind::Break),
        (r"^(?:plateau |atelier)s?\b", SectionKind::Workshop),
        (r"^(?:table[s]?[ -]ronde|panel|plateau)s?\b|\btable[- ]ronde\b", SectionKind::Roundtable),
        (r"^(?:allocutions?|mots? (?:de bienvenue|d'accueil|d'ouverture|du)|discours|ouverture|bienvenue|accueil (?:officiel|institutionnel)|introduction officielle|propos (?:d'ouverture|introductifs?|liminaires?))\b", SectionKind::Address),
        (r"^(?:syntheses?|restitutions?|bilan|rapport d'etonnement|grand temoin)\b", SectionKind::Synthesis),
        (r"^(?:avant[- ]propos|prefaces?|editos?|editorial|preambule|introduction|presentation du (?:colloque|seminaire|document)|contexte)\b", SectionKind::Foreword),
        (r"^(?:references?|bibliographies?|sources|ressources|pour (?:en savoir plus|aller plus loin)|documents? de reference|orientations? bibliographiques?|webographie|notes?$|lectures)\b", SectionKind::References),
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
    let folded = fold(text);
    GENRES.iter().find(|(words, _)| words.is_match(&folded)).map(|(_, kind)| *kind)
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

/// Whether a short line opens with a word that heads a part.
pub(crate) fn opens_part(line: &str) -> bool {
    HEADING_NOUN.is_match(&fold(line))
}

/// What announces people, folded; the function it gives them.
static ANNOUNCEMENTS: LazyLock<Vec<(Pattern, Function)>> = LazyLock::new(|| {
    [
        (r"(?:anime[est()·.-]* (?:et \w+ )?par|animat(?:ion|eurs?|rices?)[a-z()·.-]*|moderat(?:ion|eurs?|rices?)|modere[est()·.-]* par|presidence(?: de seance)?|sous la presidence de|president[es]* de seance|coordonne[es()·.-]* par|facilitat(?:ion|eurs?|rices?)|facilite[es]* par|discutants?|discutantes?|seance presidee par|chair(?:ed by)?|moderat(?:ed by|ors?))", Function::Moderator),
        (r"(?:organise[es()·.-]* par|organisat(?:ion|eurs?|rices?)|responsables?(?: (?:du|de la|de) (?:stage|session|formation|seminaire|cycle))?|comite d'organisation|sous la responsabilite de|organi[sz](?:ers?|ed by))", Function::Organiser),
        (r"(?:contacts?|equipe contact|renseignements(?: aupres de)?)", Function::Contact),
        (r"(?:avec(?: la participation de| les? (?:interventions?|contributions?) de)?|par|presente[es]* par|intervenant[es()·.-]*(?: confirmes)?|intervention[s]?(?: d'ouverture)?(?: de)?|intervient|temoin[s]?|temoignage[s]?(?: de)?|grands? temoins?|orat(?:eurs?|rices?)|conferenci(?:ers?|eres?)|rapporteurs?|rapporteuses?|en presence de|invite[es()·.-]*|participants a la table ronde|contributions? d[e']|speakers?|with|by)", Function::Speaker),
    ]
    .map(|(words, function)| (pattern(&format!(r"^{words}(?: *[:,]| |$)\s*")), function))
    .into()
});

/// The longest label that announces people, in bytes.
const MAX_LABEL: usize = 60;

/// Nouns that make a label one of people, folded; the function they give.
static LABEL_NOUNS: LazyLock<[(Pattern, Function); 4]> = LazyLock::new(|| {
    [
        (r"\b(?:animat(?:eur|rice|ion)|moderat(?:eur|rice|ion)|president|presidence|discutant|facilitat(?:eur|rice)|chair)", Function::Moderator),
        (r"\b(?:organisat(?:eur|rice)|coordination\b|coordinat(?:eur|rice)|organi[sz]ers?|responsables? (?:de la formation|du stage|scientifique|pedagogique))", Function::Organiser),
        (r"^(?:auteur|autrice|redact(?:eur|rice|ion)|redige)", Function::Author),
        (r"\b(?:intervenant|interventions?\b|temoins?\b|temoignages?\b|orat(?:eur|rice)|conferenci|rapporteu|experts?\b|expertes\b|invite[es·.()-]*\b|panelistes?|format(?:eur|rice)|enseignant|equipe (?:pedagogique|enseignante)|paroles? d|speakers?)", Function::Speaker),
    ]
    .map(|(words, function)| (pattern(words), function))
});

/// What announces people inside a line, folded; the function it gives them.
static ANNOUNCED_WITHIN: LazyLock<[(Pattern, Function); 5]> = LazyLock::new(|| {
    [
        (r"\b(?:(?:anime|modere|coordonne|preside|facilite)[est()·.-]* par|(?:animation|moderation|presidence)[^.;:]{0,50}? par|sous la presidence d[eu']|\((?:moderat(?:ion|eur|rice)|discutante?|animat(?:ion|eur|rice)|presidente?)(?: :)?) ?", Function::Moderator),
        (r"\b(?:(?:organise|gere|pilote)[est()·.-]*(?: sous la direction de| par)|sous la direction de|sous la responsabilite de) ", Function::Organiser),
        (r"\b(?:(?:presente|introduit|assure)[est()·.-]* par|presentation [^.;:,]{3,60} par|(?:conference|atelier|seance|formation|stage|cours|visite)[^.;:]{0,60} (?:propose|donne|conduit|mene|dispense|prononce)[es()·.-]* par|(?:nous )?(?:accueill(?:ons|erons|e|ent|era|eront)|recev(?:ons|rons|ra)|recoit)(?: notamment)?|en (?:presence|compagnie) d[e']|aux cotes d[e']|avec la (?:participation|complicite|presence)(?: [a-z]+)? d[e']|avec (?:les? |l')(?:interventions?|contributions?|temoignages?) d[e']|(?:conference|entretien|interview|entrevue) avec|(?:conference|keynote|talk|intervention|expose|atelier|webinaire|presentation|communication),? (?:de|d'|par)|(?:a|ont) reuni|(?:a|ont) (?:ete )?(?:donnee?|animee?|presentee?|assuree?)s? par|(?:echange|conversation|dialogue|discussion) avec|reunissant|reunira|interviendront|(?:orat(?:eur|rice)s|intervenante?s|conferencier(?:e)?s|panelistes|participante?s)[^.;:()]{0,80} :) ?", Function::Speaker),
        (r"\b(?:(?:inscri(?:re|ption|ptions|vez-vous)|renseignements?|contact)[^.;:]{0,60} aupres de|contact(?:er|ez|ant)(?: par (?:mail|courriel|telephone))?) ", Function::Contact),
        (r"\b(?:(?:entretien|entrevue|interview)s?(?: (?:a|ont) ete)? (?:mene|conduit|realise)[es()·.-]*|propos recueillis|recueillis|prepare[es]*|redige[es]*|ecrit[es]*|written) (?:par|by) ", Function::Author),
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

/// The announcement that a label makes, wherever its word stands: `Animateur de la table : …`.
fn announcement_label(line: Folded<'_>) -> Option<Announcement<'_>> {
    let (label, _) = prefix(line.folded, MAX_LABEL + 1).split_once(':')?;
    let (_, function) = LABEL_NOUNS.iter().find(|(words, _)| words.is_match(label))?;
    Some(Announcement { function: *function, rest: line.after(label.len() + 1).trim_start() })
}

/// The announcements inside a line: `Travail de groupe coordonné par …`.
pub(crate) fn announcements_within(line: Folded<'_>) -> Vec<Announcement<'_>> {
    if !may_introduce(line) || THESIS.is_match(line.folded) {
        return Vec::new();
    }
    let found = |(words, function): &(Pattern, Function)| {
        let function = *function;
        let ends: Vec<usize> = words.find_iter(line.folded).map(|found| found.end()).collect();
        ends.into_iter().map(move |end| Announcement { function, rest: line.after(end) })
    };
    ANNOUNCED_WITHIN.iter().flat_map(found).collect()
}

/// What says that people will take the floor, or did, folded.
pub(crate) static EXPECTED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:interviendr(?:a|ont)|prendr(?:a|ont) la parole|temoigner(?:a|ont)|debattr(?:a|ont)|viendr(?:a|ont) (?:presenter|parler|temoigner)|(?:sera|seront) present[es]* pour|nous presenter(?:a|ont)|f(?:era|eront) (?:part des?|un|une|le|ensuite)|partager(?:a|ont) (?:son|leur|ses)|raconter(?:a|ont)|proposer(?:a|ont)|exposer(?:a|ont)|presenter(?:a|ont)|animer(?:a|ont)|introduir(?:a|ont)|conclur(?:a|ont)|expliquer(?:a|ont)|dialoguer(?:a|ont)|echanger(?:a|ont)|reviendr(?:a|ont) sur|parler(?:a|ont)|(?:a|ont) (?:partage (?:son|leur|ses)|pris la parole|temoigne|debattu|anime)|est intervenue?|sont intervenue?s)\b",
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
        let within = ANNOUNCED_WITHIN.iter().map(|(words, _)| words.as_str());
        let words: Vec<&str> = within.chain([EXPECTED.as_str()]).collect();
        rare_pattern(&words.join("|"))
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
            (r"\b(?:anime|modere|preside|coordonne|facilite)[es()·.-]*$", Function::Moderator),
            (r"\borganise[es()·.-]*$", Function::Organiser),
        ]
        .map(|(words, function)| (pattern(words), function))
    });
    let folded = fold(before.trim_end());
    DOES.iter()
        .find(|(words, _)| words.is_match(&folded))
        .map_or(Function::Speaker, |(_, does)| *does)
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
            r"^(?:(?:etaient|sont|membres|elus|conseillers) )?(?:(?:absent|excuse)[es()·.-]*\b|present[es()·.-]* *(?::|$|et )|(?:ont donne|ayant donne|donnent) (?:pouvoir|procuration)|pouvoirs? *:|procurations? *:)",
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
    static PRESENT: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:etaient|sont|membres|elus|conseillers) )?(?:present[es()·.-]*|attendu[es()·.-]*|participant[es()·.-]*) *(?::|$)",
        )
    });
    PRESENT.is_match(line.without_marks().folded)
}

/// What a person may be, folded.
static ROLE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:president|vice-president|direct(?:eur|rice)|maire\b|adjoint|conseill|mairesse|charge|chef|cheffe|responsable|professeur|maitre|maitresse|docteur|doctorant|chercheu|sociologue|politiste|juriste|economiste|historien|geographe|urbaniste|architecte|philosophe|psychologue|anthropologue|journaliste|consultant|format(?:eur|rice)|coordinat|coordonnat|delegue|secretaire|depute|senat|elu|prefet|inspect|ingenieur|expert|specialiste|membre|fondat|co-?fondat|animat|mediat|assistant|agent|cadre|dgs|dga|referent|pilote|administrat|representant|syndicaliste|avocat|medecin|infirmi|educat|travailleu|realisat|auteur|autrice|ecrivain|artiste|cineaste|tresori|general\b|colonel|commandant|ambassad|doyen|recteur|rectrice|batonnier|procureur|magistrat|benevole|etudiant|enseignant)",
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
    let Some(rest) = article else {
        // « sous la présidence du Maire, Luc Perrot »
        let office = text.split_once(", ").filter(|(office, _)| is_role(office));
        return office.filter(|(office, _)| !office.contains(' ')).map_or(text, |(_, name)| name);
    };
    let (role, name) = rest.split_at(rest.find(char::is_uppercase).unwrap_or(rest.len()));
    let short = role.ends_with(' ') && role.split(' ').count() <= 4 && names_role(role);
    if short { name } else { text }
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
autoroute avenue boulevard chateau gare jardin lycee musee palais place pont port quai rue stade
api application blog logiciel microsoft plateforme site sites web webinaire wiki
alors au aux aussi avant apres ce ceci cela celle celui ces cet cette chaque comme dans depuis des dont du elle elles en
enfin entre et il ils je lors mais nos on ou par parmi pas plus puis que qui sans selon si son sous sur tous tout un
accueil acte actes action agence agent agents annexe antenne appel article assemblee association atelier
ateliers avant avec axe bibliotheque bilan bureau cabinet caisse campagne centre cercle charte chef cheffe cite code
collectif college collectivite collectivites colloque comite commission commune communaute compte conclusion conference
confederation conseil conseiller conseillere contact contrat convention cooperative cour debat deleguee delegation
departement deuxieme directeur direction directrice discussion document ecole edition election enquete ensemble
entreprise equipe espace est etablissement etat etats etude europe federation fete fonction fondation fonds forum
foyer france gestion grand grande groupe habitat haut haute hopital hotel ile initiative inspection institut
institution intervention introduction journal journee journees juillet la laboratoire le les ligue loi madame mairie
maire maison mediatheque message metropole ministere mission mobilite monsieur mot mots mouvement musee nord note
notre nouveau nouvelle numero observatoire office ouest ouverture parc parlement partie pause pays plan plateforme
plateau pole politique pour premier premiere prefecture presentation president presidente prevention prix professeur
photo programme projet projets public quartier quelle quelles question questions rapport referent region remise rencontre rencontres
reseau ressources reunion revue saint sainte salle sante sciences seance secretaire secretariat section seminaire
service services session sociale societe solidarite stage sud syndicat synthese table territoire territoires theme
theatre tour trois union universite une un vice ville villes voir vous nous academie
";

/// Whether a capitalised word opens something else than a person's name.
pub(crate) fn is_common(word: &str) -> bool {
    static SET: LazyLock<WordSet> = LazyLock::new(|| NOT_NAMES.split_whitespace().collect());
    with_folded(word, |folded| {
        let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
        SET.contains(word) || is_action(word)
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
        check_announcement("Parmi les pistes", None);
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
        let line = Text::new("Voici les oratrices de la soirée : Zoé Lanteri (Ville)".to_owned());
        assert_eq!(announcements_within(line.both())[0].rest, "Zoé Lanteri (Ville)");
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
    fn nouns_of_actions_are_no_names() {
        assert!(is_common("Numérisation") && is_common("RÉNOVATION"));
        assert!(!is_common("Nation") && !is_common("Assomption"));
    }

    fn lists(line: &str) -> bool {
        lists_absent(Text::new(line.to_owned()).both())
    }

    #[test]
    fn the_word_before_by_tells_the_function() {
        assert_eq!(function_by("Table ronde animée "), Function::Moderator);
        assert_eq!(function_by("Visite organisée"), Function::Organiser);
        assert_eq!(function_by("Ouverture"), Function::Speaker);
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
    fn roles_are_recognised() {
        assert!(names_role("directrice du CCAS"));
        assert!(!names_role("un vent léger"));
    }
}
