//! Line ends, quotes, spaces, dashes, addresses, what scanning leaves, foreign words.

use crate::table::{Row, line};

pub(crate) const ROWS: &[Row] = &[
    Row {
        number: 22,
        name: "hyphens at line ends",
        lines: &[
            line("démobilisation", &["La [démobi-\nlisation] des agents.", "La mobilisation."]),
            line("accompagnement", &["Un [accompagne-\r\n   ment] social.", "Il a compagnie."]),
            line("DÉMOBILISATIONS", &["LES [DÉMOBI-\nLISATIONS]", "Une mobilisation."]),
            // The word is one in a phrase, which goes on before and after it.
            line("« la démobilisation des agents »", &["[La démobi-\nlisation des agents] dure."]),
            // The corpus is its own dictionary: it writes the word whole elsewhere.
            line("mobilisation", &["La dé-\nmobilisation.", "La démobilisation."])
                .suggesting("démobilisation"),
            line("naissance", &["La recon-\nnaissance.", "La reconnaissance.", "Une [naissance]."]),
            line("naissances", &["Sa recon-\nnaissance.", "Les reconnaissances des agents."]),
            // It writes it with a hyphen, both ways, or neither: each fragment may be a word.
            line("parole", &["Le porte-\n[parole].", "La porte-[parole].", "Le portail."]),
            line("portes", &["Le [porte]-\nparole.", "La [porte]-parole.", "La porteparole."]),
            line("mesure", &["La contre-\n[mesure] locale.", "Un mètre."]),
            line("parole", &["Le porte-\n[parole] est là.", "Le porteur."]),
            line("porte-parole", &["Le [porte-\nparole].", "La [porte-parole].", "La porte."]),
            line("« le porte-parole est là »", &["[Le porte-\nparole est là].", "Là."]),
            // A prefix keeps its hyphen, and so does what a capital follows.
            line("non-recours", &["Le [non-\nrecours] aux aides.", "Un recours, non un refus."]),
            line("recours", &["Le non-\n[recours] aux aides.", "Une cour."]),
            line("rennes", &["Les élus d'Angers-\n[Rennes] votent.", "Les angers-rennais."]),
            // No word reaches over a paragraph.
            line("démobilisation", &["La démobi-\n\nlisation.", "Une [démobilisation]."]),
            line("après", &["L'avant- et l'[après]-guerre.", "Les avant- et [après]-midi."]),
        ],
    },
    Row {
        number: 23,
        name: "soft hyphens",
        lines: &[
            line("reconnaissance", &["La [recon\u{ad}naissance] des droits.", "Une naissance."]),
            line("reconnaissance", &["La [recon\u{ad}\nnaissance] des droits."]),
            line("pré\u{ad}carité", &["La [précarité] des jeunes.", "Une carité."]),
        ],
    },
    Row {
        number: 24,
        name: "quotes",
        lines: &[
            line("«reste à charge»", &["Le [reste à charge] zéro.", "Le reste, à la charge."]),
            line("“reste à charge”", &["Le « [reste à charge] » zéro.", "À charge, le reste."]),
            line("\"reste à charge\"", &["Le \"[reste à charge]\" zéro."]),
            line("aller loin", &["L'“[aller]” ‹ [loin] ›.", "Il va."]),
        ],
    },
    Row {
        number: 25,
        name: "no-break spaces",
        lines: &[
            line("droits", &["Quels [droits]\u{202f}?", "Les [droits]\u{a0}: lesquels\u{a0}?"]),
            line("aide\u{a0}sociale", &["L'[aide]\u{202f}[sociale] existe.", "Un aide."]),
            line("« aide sociale »", &["«\u{a0}L'[aide\u{a0}sociale]\u{a0}»", "Sociale, l'aide ?"]),
        ],
    },
    Row {
        number: 26,
        name: "dashes and bullets",
        lines: &[
            line("accueil - orientation", &["L’[accueil] – puis l’[orientation]."]),
            line("orientation", &["• [orientation]\n➢ accueil", "\u{f0b7}[orientation]", "◦ aide"]),
            line("paris lyon", &["Le trajet [Paris–Lyon] est long.", "Le pari lyonnais."]),
        ],
    },
    Row {
        number: 27,
        name: "addresses and hashtags",
        lines: &[
            line(
                "contact@valmorin.fr",
                &["Écrire à [contact@valmorin.fr].", "Le contact, à Valmorin."],
            ),
            line("valmorin", &["Écrire à contact@[valmorin].fr.", "Voir www.[valmorin].fr/aide."]),
            line(
                "www.valmorin.fr",
                &["Voir https://[valmorin.fr], puis.", "La ville de Valmorin."],
            ),
            line("accès aux droits", &["À lire : #[Acces]Aux[Droits].", "Un succès."]),
            line("#AccesAuxDroits", &["À lire : #[AccesAuxDroits].", "Le droit."]),
        ],
    },
    Row {
        number: 32,
        name: "scanning errors: proposed when nothing is found, never corrected",
        lines: &[
            line("gouvemance", &["La gouvernance locale."]).suggesting("gouvernance"),
            line("précarlté", &["La précarité."]).suggesting("précarité"),
            line("précarité", &["La précarlté."]).suggesting("précarlté"),
            line("accuiel", &["Un accueil."]).suggesting("accueil"),
            line("droit", &["Les d roits.", "Le [droit]."]),
        ],
    },
    Row {
        number: 35,
        name: "foreign words",
        lines: &[
            line("policy", &["Better policies for all."]),
            line("policy", &["Better [policies] for all."]).written_in("en"),
            line("workshops", &["Le [workshop] du matin.", "Les [workshops] du soir."]),
            line("empowerment", &["Dite « [empowerment] » en anglais.", "Un emploi."]),
        ],
    },
    Row {
        number: 36,
        name: "invisible characters",
        lines: &[
            line(
                "droits",
                &["Les [dro\u{200b}its].", "Les [dr\u{200d}oits]\u{feff}.", "Les dr oits."],
            ),
            line("dro\u{200b}its", &["Les [droits]."]),
            line("accueil", &["👋 [accueil] 🙂", "\u{7}[accueil]\u{c}"]),
        ],
    },
];
