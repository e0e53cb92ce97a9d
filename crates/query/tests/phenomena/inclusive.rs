//! Inclusive writing, in each of its marks.

use crate::table::{Row, line};

pub(crate) const ROWS: &[Row] = &[
    Row {
        number: 7,
        name: "middle dot",
        lines: &[
            line(
                "agents",
                &[
                    "Les [agent·e·s] du service.",
                    "Les [agent•e•s] du service.",
                    "Les [agent⋅e⋅s] du service.",
                    "Les [agent‧e‧s] du service.",
                    "Les [agent・es] du service.",
                    "L'agenda du service.",
                ],
            ),
            line(
                "agent·e·s",
                &["Un [agent] accueille.", "Les [agentes] accueillent.", "L'agence."],
            ),
            line("agente", &["Chaque [agent·e] accueille.", "Aux [agent·es] !"]),
            line("chargées", &["Des [chargé·e·s] de mission.", "Un chargeur lourd."]),
            // The ending takes no position: what follows is the next word.
            line("« agentes du service »", &["Les [agent·e·s du service]."]),
        ],
    },
    Row {
        number: 8,
        name: "full stop",
        lines: &[
            line("agentes", &["Les [agent.e.s] sont là.", "Un [agent.e] est là."]),
            line("toutes", &["Bienvenue à [tou.te.s].", "La toux. Te soignes-tu ?"]),
            line("développeuse", &["Une équipe de [développeur.euse.s].", "La veuve."]),
            line("le", &["C'est la fin.[Le] guichet ferme.", "Voilà tout."]),
            // The stem would join fin and fine in any case; « finle » is what the dot must not make.
            line("finle", &["C'est la fin.le guichet ferme."]),
        ],
    },
    Row {
        number: 9,
        name: "hyphen",
        lines: &[
            line("agentes", &["Les [agent-e-s] sont là.", "Des [agent-es] sont là."]),
            line("chargé-e-s", &["Les [chargés] de mission.", "Les [chargées] de mission."]),
            line("citoyenne", &["Chaque [citoyen-ne] vote.", "La cité vote."]),
            line("prends", &["[Prends]-le avec toi.", "Il prendra le train."]),
        ],
    },
    Row {
        number: 10,
        name: "brackets and slash",
        lines: &[
            line("agent(e)s", &["Les [agents] sont là.", "Les [agentes] sont là.", "L'âge."]),
            line("agentes", &["Les [agent(e)s] sont là.", "Les [agent(e)(s)] sont là."]),
            line("notifiée", &["[Notifié(e)] le 12 mars.", "[Notifié/e] le 12 mars.", "La note."]),
            line("travailleuse", &["Tout [travailleur(euse)] le sait.", "Le travail paie."]),
            line("communes", &["La ou les [commune(s)] de résidence.", "La communauté."]),
            line("loi 2016", &["La [loi] ([2016]) s'applique."]),
        ],
    },
    Row {
        number: 11,
        name: "changed stem",
        lines: &[
            line("usagère", &["Les [usager·ère·s] du service.", "Les usages du service."]),
            line("actrices", &["Des [acteur·rice·s] locaux.", "Un acte local."]),
            line("cheffe", &["Un ou une [chef·fe] de projet.", "Un échec."]),
            line("toutes", &["Pour [tou·te·s].", "Pour [tous·tes].", "Pour la toux."]),
            line("celles", &["[Ceux·celles] qui viennent.", "La selle du vélo."]),
            line("celles", &["[Celles]·ceux qui viennent."]),
            line("municipales", &["Les élus [municipaux·ales]."]),
            line("iels", &["[Iel·s] viennent."]),
        ],
    },
];
