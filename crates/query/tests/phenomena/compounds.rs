//! Compounds: hyphenated, spaced, solid, with several hyphens.

use crate::table::{Row, line};

pub(crate) const ROWS: &[Row] = &[
    Row {
        number: 3,
        name: "hyphenated compounds",
        lines: &[
            line(
                "non-recours",
                &[
                    "Le [non-recours] aux aides.",
                    "Le [non‑recours] aux aides.",
                    "Le [non‐recours] aux aides.",
                    "Le [non recours] aux aides.",
                    "Le [nonrecours] aux aides.",
                    "Un recours gracieux, non suspensif.",
                ],
            ),
            line("NON‑RECOURS", &["Mesurer le [non-recours].", "Un recours, et non un refus."]),
            line("rendez-vous", &["Prendre [rendez-vous] en ligne.", "Vous rendez la clé."]),
        ],
    },
    Row {
        number: 4,
        name: "spaced compounds",
        lines: &[
            line(
                "non recours",
                &[
                    "Le [non-recours] aux aides.",
                    "Un autre [non-recours], ailleurs.",
                    "Ce [non recours] se mesure.",
                    "Un recours gracieux, non suspensif.",
                ],
            ),
            line(
                "porte parole",
                &[
                    "La [porte-parole] répond.",
                    "Les [porte-parole] répondent.",
                    "La parole est à la porte.",
                ],
            ),
            // No text writes this one with a hyphen: the two words are searched apart.
            line(
                "aide sociale",
                &["L’[aide] [sociale] légale.", "Une action [sociale] d'[aide].", "Sociable."],
            ),
        ],
    },
    Row {
        number: 5,
        name: "solid compounds",
        lines: &[
            line("nonrecours", &["Le [non-recours] coûte.", "Le [nonrecours] coûte.", "Non."]),
            line(
                "coconstruction",
                &["La [co-construction] des actions.", "La construction de l'école."],
            ),
            line("éco-citoyen", &["Un geste [écocitoyen].", "Un citoyen économe."]),
            line("ecocitoyenne", &["La charte [éco-citoyenne].", "Une citoyenne."]),
        ],
    },
    Row {
        number: 6,
        name: "several hyphens, prefixes, saints, clitics",
        lines: &[
            line(
                "saint etienne",
                &["La ville de [Saint-Étienne].", "À [St-Étienne].", "Étienne est un saint."],
            ),
            line("ste-geneviève", &["La place [Sainte-Geneviève].", "La rue de Geneviève."]),
            line("sous-prefecture", &["La [sous-préfecture] ferme.", "Sous la préfecture."]),
            line("vice-présidente", &["La [vice-présidente] est là.", "La présidente est là."]),
            line("préfecture", &["La sous-[préfecture] ferme.", "La préface du livre."]),
            line("socio-economique", &["Le tissu [socioéconomique] local.", "Une économie."]),
            line("c'est-à-dire", &["Demain, c'[est-à-dire] lundi.", "Il est à redire."]),
            line("existe", &["Cela [existe]-t-il ?", "[Existe]-t-on sans papiers ?"]),
            line("celui-là", &["Celui-[là] est fermé.", "Celui-ci est ouvert."]),
        ],
    },
];
