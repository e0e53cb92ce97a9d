//! Web pages → light Markdown.

mod body;
mod fields;
mod page;
mod skip;

use glane_document::Warning;

use super::decode::{decode_labelled, label};
use super::fragment::front_matter;
use super::markdown::markdown;
use super::tree::Element;
use super::{ExtractedText, Properties, Refusal, properties};

/// The text of a page, without its menus and scripts, below the front matter that a generator of sites
/// reads.
///
/// # Errors
///
/// Why it gave none.
pub(super) fn read(bytes: &[u8]) -> Result<ExtractedText, Refusal> {
    let decoded = decode_labelled(bytes, label(bytes).as_deref()).ok_or(Refusal::Binary)?;
    let (front, page) = decoded.text.split_at(front_matter(decoded.text.as_bytes()));
    let tree = page::parse(page);
    let blocks = body::blocks(skip::main_content(tree.root()), skip::Skip::of(tree.root()));
    let warning = decoded.warning.map(|message| Warning { line: None, message });
    Ok(ExtractedText {
        text: front.to_owned() + &markdown(&blocks),
        properties: head(tree.root()),
        warnings: warning.into_iter().collect(),
        ..ExtractedText::default()
    })
}

/// What the head of a page says of it.
fn head(root: Element<'_>) -> Properties {
    let mut found = Properties::default();
    let (mut title, mut stack) = (String::new(), vec![root]);
    while let Some(element) = stack.pop() {
        match element.name() {
            "meta" => add_meta(&mut found, element),
            "title" if title.is_empty() => title = element.text(),
            "" | "html" | "head" => {
                let inner: Vec<Element<'_>> = element.elements().collect();
                stack.extend(inner.into_iter().rev());
            }
            _ => {}
        }
    }
    properties::set_title(&mut found, &title);
    found
}

fn add_meta(found: &mut Properties, meta: Element<'_>) {
    let name = meta.attribute("name").or_else(|| meta.attribute("property"));
    let name = name.unwrap_or_default().to_lowercase();
    let content = meta.attribute("content").unwrap_or_default();
    match name.as_str() {
        "dc.title" | "dcterms.title" | "og:title" | "citation_title" => {
            properties::set_title(found, content);
        }
        "author" | "dc.creator" | "dcterms.creator" | "article:author" | "citation_author" => {
            properties::add_authors(found, &content.replace(',', ";"));
        }
        "keywords" | "dc.subject" | "article:tag" => properties::add_keywords(found, content),
        "date"
        | "dc.date"
        | "dcterms.date"
        | "dcterms.created"
        | "article:published_time"
        | "citation_publication_date"
        | "created" => properties::set_date(found, content),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(page: &str, expect: &str) {
        assert_eq!(read(page.as_bytes()).unwrap().text, expect);
    }

    #[test]
    fn headings_lists_and_bold_are_kept() {
        check(
            "<h1>Actes</h1><p>Avec <b>Zoé</b> <strong>LANTERI</strong> &amp; <a href='#'>Luc</a>.<ul><li>un<li>deux<ol start=3><li>trois</ol></ul>",
            "# Actes\n\nAvec **Zoé LANTERI** & Luc.\n\n- un\n- deux\n  3. trois\n",
        );
    }

    #[test]
    fn lines_underlined_or_in_colour_stand_out_unless_they_are_links() {
        let expect = "**Habiter**\n\nLe texte.\n\n**Se loger**\n\nLe texte.\n";
        for (open, close) in [
            ("<u>", "</u>"),
            ("<font color='#1f4e79'>", "</font>"),
            ("<span style='color: #1f4e79'>", "</span>"),
            ("<em>", "</em>"),
        ] {
            let line = |text: &str| format!("<p>{open}{text}{close}</p><p>Le texte.</p>");
            check(&(line("Habiter") + &line("Se loger")), expect);
            let link = |text: &str| line(&format!("<a href='#'>{text}</a>"));
            let expect = expect.replace("**", "");
            check(&(link("Habiter") + &link("Se loger")), &expect);
        }
    }

    #[test]
    fn front_matter_stays_above_the_text() {
        check("---\ntitle: Se loger\n---\n<p>Le bail</p>", "---\ntitle: Se loger\n---\nLe bail\n");
    }

    #[test]
    fn breaks_may_be_written_as_ends() {
        check("<p>un</br>deux</p>", "un\ndeux\n");
    }

    #[test]
    fn what_is_long_is_hidden_until_it_is_asked_for() {
        let text = "Le guichet accueille chacun sans condition. ".repeat(20);
        let page = format!("<p>Le bail</p><div style='display: none'><p>{text}</p></div>");
        assert!(read(page.as_bytes()).unwrap().text.contains("guichet"));
    }

    #[test]
    fn what_is_most_of_a_page_is_shown_by_a_script() {
        let text = "Le guichet accueille chacun sans condition. ".repeat(8);
        let page =
            |rest: &str| format!("<p>{rest}</p><div style='display:none'><p>{text}</p></div>");
        assert!(read(page("Le bail").as_bytes()).unwrap().text.contains("guichet"));
        assert!(
            !read(page(&"Le bail du bourg. ".repeat(40)).as_bytes())
                .unwrap()
                .text
                .contains("guichet")
        );
    }

    #[test]
    fn hours_beside_their_title_stand_below_it() {
        let bar = |fields: &str| {
            format!("<div>\n<span>Se loger</span>\n{fields}</div><ul><li>Le bail</ul>")
        };
        let hours = bar("<span>Salle A</span> <span></span> <span>9h30</span>");
        check(&hours, "Se loger\nSalle A\n9h30\n\n- Le bail\n");
        check(&bar("<span>Salle A</span>"), "Se loger Salle A\n- Le bail\n");
        check(&bar("dès <span>9h30</span>"), "Se loger dès 9h30\n- Le bail\n");
    }

    #[test]
    fn white_space_is_the_file_s_and_breaks_the_author_s() {
        check("<p>un\n   deux<br>trois </p>quatre", "un deux\ntrois\n\nquatre\n");
        check("<pre>un\n  deux</pre>", "un\n  deux\n");
    }

    #[test]
    fn paragraphs_without_margins_close_up() {
        let page = "<p style='margin-bottom: 0in'>un</p><p style='margin-bottom:0in'>deux</p><p style='margin: 0'><br></p><p style='margin:0'>trois</p>";
        check(page, "un\ndeux\n\ntrois\n");
    }

    #[test]
    fn menus_scripts_forms_and_what_is_hidden_are_left_out() {
        check(
            "<header><a>Accueil</a></header><nav>Menu</nav><script>if (a < b) f()</script><style>p {}</style><form><input><label>Chercher</label></form><div hidden>caché</div><p style='display: none'>caché</p><p>Le texte.</p><footer>Mentions</footer>",
            "Le texte.\n",
        );
    }

    #[test]
    fn main_content_is_chosen_where_it_holds_the_text() {
        let text = "Le guichet accueille chacun sans condition. ".repeat(9);
        let page = format!("<div>Lire aussi</div><main><h1>Accueil</h1><p>{text}</p></main>");
        assert!(read(page.as_bytes()).unwrap().text.starts_with("# Accueil"));
        let page = format!("<main><p>Court</p></main><p>{text}</p>");
        assert!(read(page.as_bytes()).unwrap().text.contains("guichet"));
    }

    #[test]
    fn tables_are_rows_of_cells_however_they_span() {
        check(
            "<table><caption>Programme</caption><tr><th>Heure<th>Titre<th>Salle<tr><td rowspan=2>9h<td>Accueil<td>A<tr><td colspan=2><b>Pause</b><br>Café</table>",
            "Programme\n\n| Heure | Titre | Salle |\n|---|---|---|\n| 9h | Accueil | A |\n|  | **Pause**<br>Café |  |\n",
        );
    }

    #[test]
    fn terms_stand_over_what_defines_them() {
        check(
            "<dl><dt>Intervenante<dd>Zoé Lanteri<dt>Lieu<dd>Orn</dl>",
            "**Intervenante**\nZoé Lanteri\n\n**Lieu**\nOrn\n",
        );
    }

    #[test]
    fn calls_of_notes_are_told_from_ordinals() {
        check("<p>Le 1<sup>er</sup> mai<sup><a href='#n'>2</a></sup></p>", "Le 1er mai[^2]\n");
    }

    #[test]
    fn what_is_badly_nested_loses_no_text() {
        check("<b><p>un</b> deux</p><p>trois", "**un**\n\ndeux\n\ntrois\n");
        check("</div><table><tr><td>un</table></td>deux", "un\n\ndeux\n");
    }

    #[test]
    fn the_encoding_is_the_one_that_is_declared() {
        let page = b"<html><meta charset='iso-8859-15'><p>c\xbdur et \xe9coute";
        assert_eq!(read(page).unwrap().text, "cœur et écoute\n");
        assert!(read(page).unwrap().warnings.is_empty());
        let lying = "<html><meta charset='iso-8859-1'><p>écoute";
        assert_eq!(read(lying.as_bytes()).unwrap().text, "écoute\n");
    }

    #[test]
    fn properties_are_read() {
        let page = "<head><title>Actes &amp; notes</title><meta name=author content='Zoé Lanteri, Luc Perrot'><meta name=Keywords content='accueil, écoute'><meta property='article:published_time' content='2021-05-03T09:00'></head><p>x";
        let found = read(page.as_bytes()).unwrap().properties;
        assert_eq!(found.title.as_deref(), Some("Actes & notes"));
        assert_eq!(found.authors, ["Zoé Lanteri", "Luc Perrot"]);
        assert_eq!(found.keywords, ["accueil", "écoute"]);
        assert_eq!(found.date.unwrap().to_string(), "2021-05-03");
    }

    #[test]
    fn a_page_without_bottom_is_read() {
        for tag in ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<form>"] {
            let page = tag.repeat(5_000) + "fond";
            assert!(read(page.as_bytes()).unwrap().text.contains("fond"), "{tag}");
        }
    }

    const TAGS: &[&str] = &[
        "<p>",
        "</p>",
        "mot ",
        "<b>",
        "</b>",
        "<ul>",
        "<ol start=99999999999>",
        "</ul>",
        "<li>",
        "</li>",
        "<table>",
        "</table>",
        "<tr>",
        "<td rowspan=9999999 colspan=9999999>",
        "</td>",
        "<h2>",
        "</h2>",
        "<pre>",
        "<br>",
        "<main>",
        "</main>",
        "<form>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<sup>",
        "<a>",
        "</a>",
        "&eacute;",
        "&#x110000;",
        "<!--",
        "-->",
        "<title>",
        "<svg>",
    ];

    proptest! {
        #[test]
        fn any_tags_are_a_page(tags in prop::collection::vec(prop::sample::select(TAGS), 0..40)) {
            prop_assert!(read(tags.concat().as_bytes()).is_ok());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }
    }
}
