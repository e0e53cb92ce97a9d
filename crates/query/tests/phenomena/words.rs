//! Elision, accents, capitals, inflection and spelling.

use crate::table::{Row, line};

pub(crate) const ROWS: &[Row] = &[
    Row {
        number: 1,
        name: "elision",
        lines: &[
            line(
                "accès",
                &[
                    "L'[accès] aux droits commence à l’accueil.",
                    "Tout [accès] est gratuit.",
                    "LES CONDITIONS D’[ACCÈS]",
                    "La laque sèche vite.",
                ],
            ),
            line("l’accueil", &["Un [accueil] pour tous.", "Ils parlent d'[accueil]."]),
            line("L'ÉTAT", &["Qu'en dit l’[État] ?", "Il faut qu'[état] soit fait des lieux."]),
            line("ailleurs", &["D’[AILLEURS], rien ne presse.", "Lorsqu'[ailleurs] tout ferme."]),
            // A quotation mark at the edge of a word elides nothing.
            line("'accueil'", &["L’‘[accueil]’ inconditionnel.", "Le recueil des avis."]),
        ],
    },
    Row {
        number: 2,
        name: "lexical apostrophes",
        lines: &[
            line("aujourdhui", &["[Aujourd’hui], le guichet ouvre.", "Dès ce jour, huit agents."]),
            line("aujourd'hui", &["C'est pour [aujourd'hui] même.", "AUJOURD’HUY ne se dit plus."]),
            line("prud'hommes", &["Le conseil de [prud’hommes] siège.", "Des hommes prudents."]),
            line("prud' homme", &["Le conseil de [prud’hommes] siège.", "Un homme prudent."]),
            line("presqu'ile", &["Vivre sur une [presqu’île].", "Une île presque déserte."]),
            line("O'Brien", &["Madame [O’Brien] préside.", "Monsieur O. reçoit Brienne."]),
            line("Ornano", &["Le boulevard d’[Ornano] est fermé."]),
        ],
    },
    Row {
        number: 12,
        name: "diacritics",
        lines: &[
            line("precarite", &["La [précarité] recule.", "La [pre\u{301}carite\u{301}] recule."]),
            line("état", &["L’[e\u{301}tat] civil.", "L'[etat] des lieux.", "Un été long."]),
            line("deja", &["C’est [déjà] fait.", "Le dé jaune est sur la table."]),
            line("naif", &["Un regard [naïf].", "Des regards [naïfs].", "Un navire."]),
        ],
    },
    Row {
        number: 13,
        name: "capitals without accents",
        lines: &[
            line("précarité", &["LUTTE CONTRE LA [PRECARITE]", "LUTTE CONTRE LA [PRÉCARITÉ]"]),
            line("état", &["L'[Etat] garantit ce droit.", "L’[ETAT] GARANTIT CE DROIT"]),
            line("ECOLE", &["L’[école] maternelle.", "Les [écoles] ferment.", "Le collège ferme."]),
            line("élèves", &["LES [ELEVES] DE TROISIEME", "Une levée de fonds."]),
        ],
    },
    Row {
        number: 14,
        name: "ligatures",
        lines: &[
            line("oeuvre", &["La mise en [œuvre] du plan.", "LA MISE EN [ŒUVRE]", "L'ouvrage."]),
            line("cœur", &["Au [coeur] de la cité.", "Une cour intérieure."]),
            line("financement", &["Le [ﬁnancement] est acquis.", "Le [financement] manque."]),
            line("aﬃche", &["Une [affiche] au mur.", "Des fiches au mur."]),
            line("ex aequo", &["Classées [ex] [æquo].", "Équitable."]),
        ],
    },
    Row {
        number: 15,
        name: "inflection",
        lines: &[
            line(
                "usager",
                &[
                    "Les [usagers] attendent.",
                    "Une [usagère] attend.",
                    "Des [usagères] attendent.",
                    "L'usage du guichet.",
                ],
            ),
            line(
                "réseaux",
                &["Un [réseau] d'entraide.", "Les [réseaux] d’entraide.", "Un résumé."],
            ),
            line("travail", &["Les [travaux] commencent.", "Le travailleur se repose."]),
            line("publique", &["Un service [public].", "Les [publics] empêchés."]),
            line("élu", &["L’[élue] locale.", "Les [élus].", "Ils ont bu."]),
            line("recours", &["Un [recours] gracieux.", "La cour de l'école."]),
            line("clandestins", &["Une activité [clandestine].", "Le destin de la ville."]),
        ],
    },
    Row {
        number: 15,
        name: "families",
        lines: &[
            line(
                "département",
                &[
                    "Le conseil [départemental].",
                    "Les routes [départementales].",
                    "Le départ du train.",
                ],
            ),
            line("action syndicale", &["Un [syndicat] en [action].", "Le syndic de l'immeuble."]),
            line(
                "précarité",
                &[
                    "Des travailleurs [précaires].",
                    "La [précarité] recule.",
                    "Une voix suppliante.",
                ],
            ),
            line("licenciement", &["Un agent [licencié].", "Une licence de droit."]),
            line("rompre un contrat", &["La [rupture] du [contrat].", "La route du port."]),
            line("prestation", &["Un [prestataire] extérieur.", "Un air pressé."]),
            line("école", &["La vie [scolaire].", "Un élève."]),
            line("fonction", &["Sa [fonction] au musée.", "Un fonctionnaire."]),
            line("salaire", &["Le [salaire] est versé.", "Une salariée attend."]),
        ],
    },
    Row {
        number: 16,
        name: "over-stemming",
        lines: &[
            line("loi", &["La [loi] est votée.", "Le loyer est payé.", "Les loisirs d'été."]),
            line(
                "foyer",
                &["Le [foyer] des jeunes.", "La foi soulève des montagnes.", "Une fois."],
            ),
            line("délai", &["Un [délai] court.", "Un délit grave.", "Un délitement."]),
            line("usage", &["Un [usage] ancien.", "L'usager attend."]),
            line(
                "formation",
                &["La [formation] continue.", "La forme écrite.", "Un format court."],
            ),
            line("communes", &["La [commune] délibère.", "La communication.", "Un sens commun."]),
            line("tranchée", &["Une [tranchée] est ouverte.", "La tranche d'âge suivante."]),
        ],
    },
    Row {
        number: 30,
        name: "feminine titles",
        lines: &[
            line("chef de service", &["La [cheffe] de [service] répond.", "Un échec de service."]),
            line(
                "auteur",
                &["L’[autrice] du rapport.", "L'[auteure] du rapport.", "À cette hauteur."],
            ),
            line(
                "maître de conférences",
                &["Une [maîtresse] de [conférences].", "Une conférence de mètres."],
            ),
            line("maire", &["Madame la [maire] ouvre la séance.", "Les services de la mairie."]),
            line("professeure", &["Un [professeur] des écoles.", "Une confession privée."]),
        ],
    },
    Row {
        number: 31,
        name: "spelling of 1990",
        lines: &[
            line("évènement", &["Un [événement] rare.", "Des [évènements] rares."]),
            line("maitre", &["Le [maître] d'ouvrage.", "Un mètre de long."]),
            line("connaître", &["Faire [connaitre] ses droits.", "Une connaissance."]),
            line("portemonnaie", &["Son [porte-monnaie] est vide.", "La monnaie, sur la porte."]),
            line("renouvèlement", &["Le [renouvellement] des aides.", "Une nouvelle aide."]),
            line("clé", &["Les chiffres [clefs].", "Une [clef] de répartition.", "Le clergé."]),
            line("paiement", &["Le [payement] mensuel.", "Un pavement neuf."]),
            line("weekend", &["Ouvert le [week-end]."]),
        ],
    },
];
