//! Acronyms, and what the documents say they stand for.

use crate::table::{Row, line};

pub(crate) const ROWS: &[Row] = &[
    Row {
        number: 17,
        name: "acronyms",
        lines: &[
            line("ccas", &["Le [CCAS] ouvre.", "Le [C.C.A.S.] ouvre.", "Le cas est clos."]),
            line("C.C.A.S.", &["Le [CCAS] ouvre.", "LE [CCAS] OUVRE", "Un as du volant."]),
            line("R.S.A", &["Le [RSA] est versé.", "Le [R.S.A.] est versé.", "Rasa campagna."]),
            line("RSA", &["Toucher le [rsa].", "Un âne."]),
            line("=RSA", &["Le [RSA] ou le rsa.", "LE [RSA]", "Le [R.S.A.]", "Le rsa.", "Rsa."]),
            line("=rsa", &["Le [rsa] est versé.", "Le [RSA] est versé."]),
            line("=R.S.A.", &["Le [RSA] est versé.", "Toucher le rsa."]),
            line("l'ONU", &["Les agences de l’[O.N.U.] aident.", "Nous y allons."]),
        ],
    },
    Row {
        number: 18,
        name: "acronyms introduced in a text",
        lines: &[
            line(
                "TZNR",
                &[
                    "[Territoire zéro non-recours] ([TZNR]) est une démarche.",
                    "Un [territoire zéro non-recours] s'étend.",
                    "La démarche [TZNR] s'étend.",
                    "Le territoire a zéro école.",
                ],
            )
            .introducing("TZNR", "Territoire zéro non-recours"),
            line(
                "centre communal d'action sociale",
                &[
                    "Le [CCAS] ([centre communal d’action sociale]) reçoit.",
                    "Le [C.C.A.S.] reçoit.",
                    "L'action sociale du centre.",
                ],
            )
            .introducing("CCAS", "centre communal d’action sociale"),
            line(
                "cls",
                &[
                    "Le contrat local de santé (en anglais [CLS], [city local scheme]).",
                    "Un [city local scheme] est signé.",
                    "La clé est rendue.",
                ],
            )
            .introducing("CLS", "city local scheme"),
            line(
                "ddcs",
                &[
                    "La [direction départementale de la cohésion sociale] (ex-[DDCS]).",
                    "La cohésion sociale.",
                ],
            )
            .introducing("DDCS", "direction départementale de la cohésion sociale"),
        ],
    },
];
