//! Numbers, ranks, dates in the text, legal references.

use crate::table::{Row, line};

pub(crate) const ROWS: &[Row] = &[
    Row {
        number: 19,
        name: "numbers",
        lines: &[
            line(
                "1400000",
                &[
                    "Soit [1.400.000] euros.",
                    "Soit [1 400 000] euros.",
                    "Soit [1\u{202f}400\u{a0}000] euros.",
                    "Soit [1400000] euros.",
                    "Soit 1 400 euros.",
                ],
            ),
            line("1400000", &["Soit [1,4 million] d'euros.", "Soit 1,4 milliard d'euros."]),
            line("1,4 million", &["Soit [1.400.000] euros.", "Soit [1.4 million].", "1,4 point."]),
            line("2 milliards", &["Soit [2 000 000 000] €.", "Soit [2\u{a0}milliards] d'euros."]),
            line("millions", &["Soit 1,4 [million] d'euros.", "Mille euros."]),
            line("400", &["Soit [400] euros.", "Soit 1.400.000 euros."]),
            line("12.5 %", &["Une hausse de [12,5] %.", "Le 12 mai, à 5 heures."]),
            line("3,5", &["Il faut [3,5] agents.", "Les points 3, 5 et 7."]),
            line("10 000 €", &["Un budget de [10.000] €.", "Dix agents, 000 absent."]),
            line("3 200", &["Soit [3 200] habitants.", "L'atelier [3 200] places compris."]),
        ],
    },
    Row {
        number: 20,
        name: "ordinals and Roman numerals",
        lines: &[
            line(
                "21e siècle",
                &["Au [XXIe] [siècle].", "Au [21ème] [siècle].", "Le siècle passé."],
            ),
            line("XXIe siècle", &["Au [21e] [siècle], enfin.", "Au xxe siècle."]),
            line("xxie siecle", &["Au [21e] [siècle], enfin.", "Au [XXIᵉ] [siècle]."]),
            line(
                "atelier 3",
                &[
                    "L'[atelier] [III] commence.",
                    "L'[atelier] n° [3] commence.",
                    "Le [3e] [atelier] commence.",
                    "Le [IIIe] [atelier] commence.",
                    "L'atelier 13 commence.",
                ],
            ),
            line("atelier iii", &["L'[atelier] [3] commence.", "L'atelier 2 commence."]),
            line("1er juin", &["Le [1ᵉʳ] [juin].", "Le 2 juin."]),
            line("2e", &["La [2ème] partie.", "La [2e] partie."]),
            line("6", &["L'atelier vie quotidienne.", "L'atelier [VI] est complet."]),
        ],
    },
    Row {
        number: 28,
        name: "legal references",
        lines: &[
            line(
                "loi 2016-1088",
                &[
                    "La [loi] n° [2016-1088] du 8 août 2016.",
                    "La [loi] nº [2016‑1088].",
                    "La loi de 2016, page 1088.",
                ],
            ),
            line(
                "article L262-1",
                &[
                    "L'[article] [L. 262-1] du code.",
                    "L'[art]. [L.262-1] du CASF.",
                    "L'[article] [L 262‑1].",
                    "L'article L. 262-2 du code.",
                ],
            ),
            line("décret n° 2014-1097", &["Le [décret] [2014-1097].", "Un décret de 2014."]),
            line("83-634", &["La loi n° [83-634] du 13 juillet 1983.", "83 agents, 634 usagers."]),
            line("loi 84-53", &["La [loi] n°[84-53] du 26 janvier.", "La loi, 84 voix à 53."]),
            line("12-14 ans", &["Les [12]-[14] [ans].", "Les [12] à [14] [ans]."]),
        ],
    },
];
