//! The help: how to search, what is shown, where data are.

use maud::{Markup, html};

use super::layout::{Frame, Tab, page};
use crate::asked::{Asked, Facet};
use crate::typography::T;

/// What can be written in the field, and what comes of it. Aligned with the query language of the
/// command line.
const LANGUAGE: [(&str, &str); 13] = [
    (
        "accueil usagers",
        "les sections où figurent ces mots ; celles qui les ont tous viennent d'abord",
    ),
    (
        "\"file d'attente\"",
        "l'expression, au singulier ou au pluriel. Les guillemets « » conviennent aussi",
    ),
    (
        "\"logement jeunes\"~5",
        "ces mots dans n'importe quel ordre, avec cinq autres au plus parmi eux",
    ),
    ("guichet OU comptoir", "l'un ou l'autre mot. ET, OU et SAUF s'écrivent en majuscules"),
    ("logement ET jeunes", "les deux mots, tous deux exigés ; +jeunes en exige un"),
    ("accueil -téléphonique", "« accueil », sauf les sections où figure « téléphonique »"),
    ("(aide OU rsa) ET caf", "des parenthèses, pour dire ce qui va ensemble"),
    ("dématérialis*", "tous les mots qui commencent ainsi : dématérialisé, dématérialisation…"),
    ("logemant~", "ce mot, à une lettre près"),
    ("=élus, =RSA", "la forme exacte : accents, genre et nombre compris ; en capitales, le sigle"),
    (
        "intervenant:Ferrouk motclé:\"aller vers\"",
        "ce qu'est la section ; aussi atelier:3, thème:, \
        titre:, type:plénière, document:, événement:, lieu:Brest, langue:en",
    ),
    (
        "source zone:note",
        "là où sont les mots : note, biblio, légende, tableau, ou texte pour les laisser de côté",
    ),
    ("année:2015..2019", "une période ; aussi avant:2018 et après:03/2019"),
];

/// The page of the help.
pub(crate) fn help(kept: Option<usize>) -> Markup {
    let main = html! {
        div.page.manuel {
            div.tete { h1 { "Aide" } }
            nav.sommaire aria-label="Sommaire de l’aide" { ul role="list" {
                @for (id, title) in SECTIONS { li { a href={ "#" (id) } { (T(title)) } } }
            } }
            @for (id, title) in SECTIONS {
                section id=(id) { h2 { (T(title)) } (content(id)) }
            }
        }
    };
    let frame =
        Frame { title: "Aide".to_owned(), tab: Tab::Help, is_tab: true, query: Some(""), kept };
    page(&frame, &main)
}

const SECTIONS: [(&str, &str); 6] = [
    ("chercher", "Écrire une recherche"),
    ("lire", "Lire les résultats"),
    ("dossier", "Préparer un dossier"),
    ("clavier", "Se passer de la souris"),
    ("donnees", "Où sont mes données ?"),
    ("accessibilite", "Accessibilité"),
];

fn content(id: &str) -> Markup {
    match id {
        "chercher" => searching(),
        "lire" => reading(),
        "dossier" => html! {
            p { (T("« Ajouter au dossier » prend les passages affichés sous un résultat. Dans un \
                    atelier, « Ajouter ce passage » prend le paragraphe, et « Choisir d'autres \
                    passages » ceux que vous cochez. Le dossier se range avec les boutons Monter et \
                    Descendre, et donne un document Word, LibreOffice, une page web ou du Markdown.")) }
        },
        "clavier" => html! {
            p { (T("Tout se fait avec ")) kbd { "Tab" } ", " kbd { "Entrée" } " et " kbd { "Espace" }
                (T(". Sur la page des résultats, la liste suit ce que vous écrivez sans que le \
                    curseur quitte le champ. Dans le dossier, le bouton Monter ou Descendre garde le \
                    curseur : vous pouvez l'actionner plusieurs fois de suite.")) }
        },
        "donnees" => html! {
            p { (T("Sur cet ordinateur. Glane n'envoie rien sur Internet et ne garde pas \
                    l'historique de vos recherches ; votre navigateur, lui, peut garder les adresses \
                    visitées. Le dossier est un fichier, que vous pouvez copier ou supprimer : son \
                    emplacement figure au bas de la page ")) a href="/dossier" { "Dossier" } "." }
        },
        _ => html! {
            p { (T("Les pages sont faites pour être lues au clavier, avec un lecteur d'écran, \
                    agrandies jusqu'à 400 % et imprimées. Si quelque chose vous résiste, notez \
                    l'adresse de la page : elle suffit pour retrouver le problème.")) }
        },
    }
}

fn searching() -> Markup {
    html! {
        p { (T("Écrivez les mots comme ils vous viennent. Les accents, les majuscules, les pluriels et \
                les points médians ne changent rien : « usager·es » et « usagers » donnent la même \
                chose. Si Glane comprend autre chose que ce que vous avez écrit, elle le dit \
                au-dessus des résultats. Il n'y a pas d'erreur de syntaxe : ce qui n'est pas un \
                opérateur est lu comme des mots.")) }
        table {
            caption { "Pour préciser" }
            thead { tr { th scope="col" { "Vous écrivez" } th scope="col" { "Vous obtenez" } } }
            tbody { @for (query, found) in LANGUAGE {
                @let asked = Asked { q: query.to_owned(), page: 1, ..Asked::default() };
                tr {
                    td { a href=(asked.address()) { code { (query) } } }
                    td { (T(found)) }
                }
            } }
        }
    }
}

fn reading() -> Markup {
    let workshops = Asked::default().only(Facet::Kind, "workshop");
    html! {
        p { (T("Un résultat est un atelier, une table ronde, une allocution ou un point de séance : \
                une section d'un document. En marge figure la page de chaque passage ; le texte des \
                documents est composé en caractères à empattements, celui de Glane en caractères sans \
                empattements. Les mots trouvés sont surlignés et soulignés.")) }
        p { (T("À côté des résultats, les filtres se combinent ; ceux qui sont appliqués se retirent \
                d'un clic. Sans aucun mot, ils donnent des listes : par exemple ")) a href=(workshops.address()) {
                "tous les ateliers" } (T(". L'adresse de la page garde tout : vous pouvez la mettre \
                dans vos favoris ou l'envoyer à qui a Glane sur le même index.")) }
    }
}
