//! People whom a sentence reports or announces to speak.

use std::sync::LazyLock;

use glane_document::Speaker;
use memchr::memmem;

use super::speaker_at;
use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern};
use crate::structure::cue;
use crate::structure::name::{self, Form, Name, Trust};
use crate::words::{capitals, fold, prefix};

/// What follows the name of somebody whom a text reports to speak, folded.
static SAYS: LazyLock<Pattern> = LazyLock::new(|| {
    folded_pattern(
        r"^(?:, [^,.]{3,80},)? (?:(?:nous|vous|leur|lui|y|en) )?(?:(?:indique|precise|rappelle|demande|souligne|explique|presente|propose|repond|remercie|informe|expose|ajoute|estime|s'interroge|interroge|intervient|conclut|donne (?:lecture|avis|la parole)|fait (?:part|lecture|remarquer|le point|observer|etat|(?:un|le|une) (?:rappel|point|bilan|compte[- ]rendu|expose|presentation|demonstration)\b)|ouvre|introduit|leve|clot|prend la parole|declare|signale|evoque|confirme|constate|regrette|s'etonne|annonce|insiste|soumet|suggere|reagit|revient|salue|s'oppose|complete|commente|invite|mentionne|poursuit|temoigne|alerte|recommande|convient|approuve|exprime|s'inquiete|s'engage|repete|enchaine|scande|previent|affirme|s'exclame|rapporte (?:comme|que|les?|la|l'|une?|des)|detaille (?:les?|la|l'|ses?|son|sa))\b|(?:est|a ete) (?:designe|nomme|elu|charge|mandate)e?\b[^.;:]{0,80} et (?:detaille|presente|explique|propose|expose|precise|indique|rappelle|annonce)\b|(?:a|est) (?:ensuite )?(?:indique|prononce|procede|precise|rappele|demande|souligne|explique|presente|propose|repondu|remercie|informe|expose|ajoute|intervenue?|conclu|ouvert|pris la parole|declare|signale|evoque|annonce|insiste|suggere|commente|mentionne|poursuivi|temoigne|alerte|recommande|exprime|prevenu|affirme|averti|dit qu[e'])|s'est (?:opposee?|interrogee?|etonnee?|inquietee?|exprimee?|felicitee?|engagee?)\b)",
    )
});

/// What somebody does who takes the floor, and nobody else, right after the name.
static TAKES_FLOOR: LazyLock<Pattern> = LazyLock::new(|| {
    folded_pattern(
        r"^(?:interviendra|animera|prendra la parole|(?:fera|donnera|proposera) (?:ensuite )?une? (?:courte |breve )?(?:cours|lecon|conference|intervention|expose|communication|presentation|atelier))\b",
    )
});

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
                let apart = apart || TAKES_FLOOR.is_match(&fold(prefix(after, 80)));
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
        || matches!(word, "et" | "avec" | "M." | "Mme" | "que" | "puisque" | "lorsque" | "quand" | "mais")
        // « notre trésorier Luc Perrot »
        || word.starts_with(char::is_lowercase) && cue::is_role(word)
}

/// People whom minutes report to take the floor: `M. Carvin demande si …`, `l'intervention de …`.
pub(crate) fn reported(line: &Line<'_>) -> Vec<Speaker> {
    static SPEECH: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"(?:\b(?:prises? de parole|propositions?|interventions?|mots?|discours|reponse|question|expose|propos|allocution|declaration) de|\bcelles? de|\b(?:comme|ainsi que|selon ce que) (?:nous )?(?:l'a|l'ont) (?:ensuite )?(?:dit|precise|rappele|souligne|indique|explique|note|observe|annonce|signale|evoque)|\b(?:portee?|defendue?|donnee?|deposee?|appuyee?|formulee?|exposee?|lue|rapportee?|prononcee?|posee?|presentee?|proposee?)s? par|\b(?:ouverte?|levee?|close)(?: a [0-9 h:]{2,8})? par|\b(?:laisse|donne|passe|cede|laissee|donnee|passee) la parole a|[\x22»”] ?,? ?(?:nous |leur |lui )?(?:dit|scande|repond|lance|declare|ajoute|precise|explique|conclut|resume|affirme|assure|demande|replique|retorque|rappelle|insiste|souligne|poursuit|estime|observe|commente|remarque|temoigne|regrette|annonce|s'exclame|s'interroge|s'indigne|s'etonne|(?:a|ont) (?:dit|repondu|lance|declare|ajoute|precise|explique|conclu|affirme|demande|rappele|insiste|souligne))) (?:l[ea] [a-z-]{4,20},? )?(?:m\. |mme |mlle |monsieur |madame |mademoiselle )?$",
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
        let says = says || says_by_office(before, &text[at + name.len..]);
        let floor = before.floor_char_boundary(before.len().saturating_sub(60));
        let near = fold(&before[floor..]);
        if says || SPEECH.is_match(&near) || is_thanked(&near, &text[at + name.len..]) {
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

/// Whether somebody is thanked for what they said: « remercie Zoé Lanteri pour son exposé ».
fn is_thanked(before: &str, after: &str) -> bool {
    static THANKS: LazyLock<[Pattern; 2]> = LazyLock::new(|| {
        [
            r"\bremerci(?:e|er|ent|ons|ait|aient) (?:m\. |mme |mlle |monsieur |madame |mademoiselle )?$",
            r"^ (?:pour (?:son|sa|cette|cet|ses) (?:[a-z]+ )?(?:intervention|expose|presentation|conference|temoignage|propos|discours|allocution|eclairage|question)|d'avoir (?:presente|expose|pris la parole|rappele|precise|anime|souleve|pose)|de s'etre faite? (?:l[ea] |l')?(?:porte[- ](?:voix|parole)|echo|relais))",
        ]
        .map(folded_pattern)
    });
    let [thanks, said] = &*THANKS;
    thanks.is_match(before) && said.is_match(&fold(prefix(after, 80)))
}

/// The longest name, in bytes.
const MAX_NAME: usize = 160;

/// The known name that a comma or « et » joins to one that ends at a byte of a text.
pub(super) fn joined(text: &str, end: usize) -> Option<(usize, Name)> {
    let joint = [" et ", ", "].into_iter().find(|joint| text[end..].starts_with(joint))?;
    let at = end + joint.len();
    let name = name::parse(&text[at..], Trust::Text).filter(|name| name.form <= Form::Known)?;
    // After a comma, only a list goes on: « …, Luc Perrot et Ève Tarn ».
    let listed = joint == " et " || text[at + name.len..].starts_with([',', ' ']);
    listed.then_some((at, name))
}

/// How many speak together at most, beside the first.
const MAX_TOGETHER: usize = 6;

/// Whether others speak with the one whose name ends at a byte: « Zoé Lanteri et Luc Perrot
/// proposent ».
fn say_together(text: &str, end: usize) -> bool {
    static SAY: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^ (?:nous |leur )?(?:proposent|presentent|indiquent|precisent|rappellent|demandent|soulignent|expliquent|informent|exposent|ajoutent|estiment|interviennent|concluent|signalent|evoquent|annoncent|insistent|suggerent|alertent|temoignent|s'opposent|s'interrogent|repondent|reagissent|(?:ont|sont) (?:propose|presente|indique|precise|rappele|demande|souligne|explique|informe|expose|intervenue?s|conclu|repondu|reagi)|se sont (?:oppose|interroge|etonne|inquiete|exprime|felicite|engage)e?s\b)",
        )
    });
    let mut last = end;
    for _ in 0..MAX_TOGETHER {
        let Some((at, name)) = joined(text, last) else { break };
        last = at + name.len;
    }
    last > end && SAY.is_match(&fold(prefix(&text[last..], 40)))
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

/// Whether a name is set apart after the office of its bearer, who speaks: « Le trésorier – Luc Perrot –
/// présente les comptes ».
fn says_by_office(before: &str, after: &str) -> bool {
    const MARKS: [&str; 4] = [" –", " —", " -", ","];
    let before = before.trim_end();
    let found = MARKS.iter().find_map(|mark| {
        let (office, said) = (before.strip_suffix(mark)?, after.strip_prefix(mark)?);
        Some((office, said))
    });
    let Some((office, said)) = found else { return false };
    let office = &office[office.floor_char_boundary(office.len().saturating_sub(MAX_BODY))..];
    let office = office.rsplit([',', '.', ';', ':']).next().unwrap_or_default().trim_start();
    let office = fold(office.strip_prefix("et ").unwrap_or(office));
    const OPENS: [&str; 8] =
        ["le ", "la ", "l'", "notre ", "monsieur l", "madame l", "m. le ", "mme la "];
    OPENS.iter().any(|opens| office.starts_with(opens))
        && cue::names_role(&office)
        && SAYS.is_match(&fold(prefix(said, 120)))
}

/// The longest body in brackets between a name and what its bearer says, in bytes.
pub(super) const MAX_BODY: usize = 160;

/// Whether what follows the name of somebody present says that they speak: verbs that books share
/// with speakers say it too.
pub(crate) fn says_of_present(after: &str) -> bool {
    static ARGUES: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^,? (?:a |se |s'est (?:ensuite )?)?(?:proposee?|parle|aborde|detaille|decrit|raconte|montre|plaide|defend|argumente|resume|dresse|partage|rapporte|soutient|releve|nuance|note|conseille|avance|illustre)\b",
        )
    });
    says(after) || ARGUES.is_match(&fold(prefix(after, 40)))
}

/// Whether what follows the name and the body of somebody tells of their talk in the past: ` a étudié`,
/// `, qui, depuis Orn, a retracé`, ` s'est penchée sur`.
pub(super) fn tells_of_talk(after: &str) -> bool {
    static TALKED: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^,?(?: qui,? (?:[^.;:()]{3,80}, )?)? ?(?:(?:nous |y )?(?:a|ont) (?:ensuite |egalement |enfin |notamment |d'abord )?(?:analyse|explore|etudie|interroge|mis en (?:lumiere|evidence|avant|perspective)|examine|questionne|retrace|aborde|montre|presente|expose|propose|souligne|rappele|explique|plaide|ouvert|conclu|insiste|evoque|decrit|detaille|dresse|raconte|temoigne|partage|illustre|traite|developpe|discute|defini|revisite|compare|prononce|donne|offert|anime|modere|cloture|clos)|(?:s'est|se sont) (?:ensuite |egalement |enfin )?(?:penche|interroge|interesse|attache|attarde|concentre|exprime|demande))[es]*\b",
        )
    });
    TALKED.is_match(&fold(prefix(after, 160)))
}

/// Whether a line that opens with a name goes on with a verb of speech.
pub(crate) fn opens_speech(line: &Line) -> bool {
    line.name().is_some_and(|name| says(&line.words().printed[name.len..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

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
        let office =
            "La trésorière – Ysoria BELKANT – présente les comptes. Le maire, Luc Perrot, conclut.";
        assert_eq!(names(office), ["Ysoria Belkant", "Luc Perrot"]);
        let civil = "Après lecture, madame la maire, Zoé Lanteri, ouvre le débat.";
        assert_eq!(names(civil), ["Zoé Lanteri"]);
        assert_eq!(names("Le quai – Luc Perrot – présente un défaut."), Vec::<String>::new());
    }

    #[test]
    fn who_is_given_a_task_may_speak_of_it() {
        let names = |text: &str| {
            let found = reported(&lines(text)[0]);
            found.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        let told = "Zoé Lanteri est chargée du bal et détaille les ateliers. Luc Perrot rapporte que le gué est sec.";
        assert_eq!(names(told), ["Zoé Lanteri", "Luc Perrot"]);
        assert_eq!(names("Zoé Lanteri est chargée du bal et du gué."), Vec::<String>::new());
        assert_eq!(names("Luc Perrot rapporte deux bancs."), Vec::<String>::new());
    }

    #[test]
    fn minutes_report_who_spoke_after_what_they_said() {
        let names = |text: &str| {
            let found = reported(&lines(text)[0]);
            found.into_iter().map(|one| one.name).collect::<Vec<_>>()
        };
        let quoted =
            "« Le bail est trop cher », scande Zoé Lanteri. \"Je doute\" nous dit Luc Perrot.";
        assert_eq!(names(quoted), ["Zoé Lanteri", "Luc Perrot"]);
        assert_eq!(names("Le film « Se loger » de Zoé Lanteri est projeté."), Vec::<String>::new());
        let thanked = "Le maire remercie Zoé Lanteri pour son exposé et Luc Perrot pour le café.";
        assert_eq!(names(thanked), ["Zoé Lanteri"]);
        let three = "Zoé Lanteri, Luc Perrot et Ève Tarn demandent un délai.";
        assert_eq!(names(three), ["Zoé Lanteri", "Luc Perrot", "Ève Tarn"]);
        let against = "Zoé Lanteri et Luc Perrot se sont opposés au vote, puisque Ève Tarn a prévenu qu'il tarderait.";
        assert_eq!(names(against), ["Zoé Lanteri", "Luc Perrot", "Ève Tarn"]);
    }

    #[track_caller]
    fn check_all(found: &[Speaker], expect: &[&str]) {
        let found: Vec<&str> = found.iter().map(|speaker| speaker.name.as_str()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn who_will_take_the_floor_is_announced() {
        let text = "Le gaspillage augmente. Zoé Lanteri, (CNRS) et Luc Perrot, chef de cuisine du collège Jean Tarn, interviendront.";
        check_all(&expected(&lines(text)[0]), &["Zoé Lanteri", "Luc Perrot"]);
        let talk = "Demain, Zoé Lanteri fera une conférence. Luc Perrot présentera sa démission.";
        check_all(&expected(&lines(talk)[0]), &["Zoé Lanteri"]);
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
}
