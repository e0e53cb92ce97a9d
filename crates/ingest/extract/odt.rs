//! Texts of office suites in the open format → light Markdown.

mod body;
mod lists;
mod styles;

use super::archive::Archive;
use super::markdown::markdown;
use super::tree::{Element, Tree};
use super::{ExtractedText, Properties, Refusal, properties, xml};
use body::Body;
use lists::Lists;
use styles::Styles;

/// The text of an open document. It has no pages: those of its author depend on a printer.
///
/// # Errors
///
/// Why it gave none.
pub(super) fn read(bytes: &[u8]) -> Result<ExtractedText, Refusal> {
    let mut archive = Archive::open(bytes)?;
    if let Some(manifest) = archive.read("META-INF/manifest.xml")?
        && memchr::memmem::find(&manifest, b"encryption-data").is_some()
    {
        return Err(Refusal::Encrypted);
    }
    let missing = || Refusal::Malformed("« content.xml » manque".to_owned());
    let content = parsed(&mut archive, "content.xml")?.ok_or_else(missing)?;
    let common = parsed(&mut archive, "styles.xml")?;
    let sets = common.iter().chain([&content]).filter_map(|tree| tree.root().elements().next());
    let sets: Vec<Element<'_>> = sets.flat_map(Element::elements).collect();
    let (styles, lists) = (Styles::read(&sets), Lists::read(&sets));
    let text = content.root().descendant("office:text");
    let blocks = text.map(|text| Body::new(&styles, lists).blocks(text)).unwrap_or_default();
    let properties = parsed(&mut archive, "meta.xml")?.map(|tree| meta(tree.root()));
    Ok(ExtractedText {
        text: markdown(&blocks),
        properties: properties.unwrap_or_default(),
        ..ExtractedText::default()
    })
}

fn parsed(archive: &mut Archive<'_>, name: &str) -> Result<Option<Tree>, Refusal> {
    archive.read(name)?.map(|bytes| xml::parse(&bytes)).transpose()
}

fn meta(root: Element<'_>) -> Properties {
    let mut found = Properties::default();
    let Some(held) = root.descendant("office:meta") else { return found };
    let text = |name: &str| held.child(name).map(Element::text).filter(|text| !text.is_empty());
    properties::set_title(&mut found, &text("dc:title").unwrap_or_default());
    let author = text("meta:initial-creator").or_else(|| text("dc:creator"));
    properties::add_authors(&mut found, &author.unwrap_or_default());
    let date = text("meta:creation-date").or_else(|| text("dc:date"));
    properties::set_date(&mut found, &date.unwrap_or_default());
    for keyword in held.elements().filter(|element| element.name() == "meta:keyword") {
        properties::add_keywords(&mut found, &keyword.text());
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::extract::archive::tests::archive;

    const STYLES: &str = r#"<office:document-styles><office:styles>
        <style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:default-style>
        <style:style style:name="Standard" style:family="paragraph"/>
        <style:style style:name="Corps" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"/></style:style>
        <style:style style:name="Titre_20_2" style:display-name="Titre 2" style:family="paragraph"/>
        <style:style style:name="Fort" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
        <style:style style:name="Souligne" style:family="text"><style:text-properties style:text-underline-style="solid"/></style:style>
        </office:styles></office:document-styles>"#;

    fn package(body: &str) -> Vec<u8> {
        let content = format!(
            r#"<office:document-content><office:automatic-styles>
            <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Titre_20_2"/>
            <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>
            <text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
            </office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"#
        );
        let meta = "<office:document-meta><office:meta><dc:title>Actes</dc:title><meta:initial-creator>Zoé Lanteri</meta:initial-creator><meta:keyword>accueil</meta:keyword><meta:keyword>écoute</meta:keyword><meta:creation-date>2021-05-03T09:00:00</meta:creation-date></office:meta></office:document-meta>";
        archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", content.as_bytes()),
            ("styles.xml", STYLES.as_bytes()),
            ("meta.xml", meta.as_bytes()),
        ])
    }

    #[track_caller]
    fn check(body: &str, expect: &str) {
        assert_eq!(read(&package(body)).unwrap().text, expect);
    }

    #[test]
    fn headings_are_told_by_level_and_by_style() {
        check(
            r#"<text:h text:outline-level="1">Habiter</text:h><text:p text:style-name="P1">Atelier 4</text:p><text:p>Le texte.</text:p>"#,
            "# Habiter\n\n## Atelier 4\n\nLe texte.\n",
        );
    }

    #[test]
    fn spaces_tabs_and_breaks_are_the_author_s() {
        check(
            "<text:p>\n  un   <text:s text:c=\"2\"/>mot<text:tab/>3<text:line-break/>deux </text:p>",
            "un   mot\t3\ndeux\n",
        );
    }

    #[test]
    fn bold_is_a_style() {
        check(
            r#"<text:p><text:span text:style-name="Fort">Zoé</text:span> <text:span text:style-name="Fort">LANTERI</text:span>, directrice</text:p>"#,
            "**Zoé LANTERI**, directrice\n",
        );
    }

    #[test]
    fn lines_underlined_stand_out_unless_they_are_links() {
        let text = r#"<text:p text:style-name="Corps">Le texte.</text:p>"#;
        let line = |text: &str| {
            format!(
                r#"<text:p text:style-name="Corps"><text:span text:style-name="Souligne">{text}</text:span></text:p>"#
            )
        };
        let lines = [&line("Habiter"), text, &line("Se loger"), text].concat();
        check(&lines, "**Habiter**\n\nLe texte.\n\n**Se loger**\n\nLe texte.\n");
        let linked = lines.replace("<text:span", "<text:a><text:span");
        let linked = linked.replace("</text:span>", "</text:span></text:a>");
        check(&linked, "Habiter\n\nLe texte.\n\nSe loger\n\nLe texte.\n");
    }

    #[test]
    fn spacing_sets_paragraphs_apart() {
        check(
            r#"<text:p text:style-name="Standard">un</text:p><text:p text:style-name="Standard">deux</text:p><text:p text:style-name="Corps">trois</text:p><text:p text:style-name="Corps">quatre</text:p>"#,
            "un\ndeux\ntrois\n\nquatre\n",
        );
    }

    #[test]
    fn lists_are_counted_and_nested() {
        check(
            r#"<text:list text:style-name="L1"><text:list-item><text:p>un</text:p><text:list text:style-name="L2"><text:list-item><text:p>a</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>deux</text:p></text:list-item></text:list>"#,
            "1. un\n  - a\n2. deux\n",
        );
    }

    #[test]
    fn covered_cells_may_stand_in_the_file_or_not() {
        let cell = |set: &str, text: &str| {
            format!("<table:table-cell {set}><text:p>{text}</text:p></table:table-cell>")
        };
        let wide = r#"table:number-columns-spanned="2""#;
        let high = r#"table:number-rows-spanned="2""#;
        let covered = r#"<table:covered-table-cell table:number-columns-repeated="1"/>"#;
        for covered in ["", covered] {
            check(
                &format!(
                    "<table:table><table:table-row>{}{}{covered}</table:table-row><table:table-row>{covered}{}{}</table:table-row></table:table>",
                    cell(high, "a"),
                    cell(wide, "b"),
                    cell("", "c"),
                    cell("", "d"),
                ),
                "| a | b |  |\n|---|---|---|\n|  | c | d |\n",
            );
        }
        let empty = r#"<table:table-cell table:number-columns-repeated="2"/>"#;
        check(
            &format!(
                "<table:table><table:table-row>{}{empty}{}</table:table-row><table:table-row>{}</table:table-row></table:table>",
                cell("", "a"),
                cell("", "b"),
                cell("", "c"),
            ),
            "| a |  |  | b |\n|---|---|---|---|\n| c |  |  |  |\n",
        );
    }

    #[test]
    fn tables_are_rows_of_cells() {
        check(
            r#"<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Heure</text:p></table:table-cell><table:table-cell><text:p>Titre</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Pause</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>"#,
            "| Heure | Titre |\n|---|---|\n| Pause |  |\n",
        );
    }

    #[test]
    fn notes_boxes_changes_and_comments_are_told_apart() {
        check(
            r#"<text:tracked-changes><text:changed-region><text:deletion><text:p>rien</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Avant<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>La source.</text:p></text:note-body></text:note> la suite<office:annotation><text:p>à revoir</text:p></office:annotation>.<draw:frame><draw:text-box><text:p>Encadré</text:p></draw:text-box></draw:frame></text:p>"#,
            "Avant[^1] la suite. [^1] La source.\n\nEncadré\n",
        );
    }

    #[test]
    fn properties_are_read() {
        let found = read(&package("")).unwrap().properties;
        assert_eq!(
            (found.title.as_deref(), found.authors),
            (Some("Actes"), vec!["Zoé Lanteri".to_owned()])
        );
        assert_eq!(found.keywords, ["accueil", "écoute"]);
    }

    #[test]
    fn a_document_under_a_password_is_encrypted() {
        let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
        let refused = read(&archive(&[("META-INF/manifest.xml", manifest)])).unwrap_err();
        assert_eq!(refused, Refusal::Encrypted);
    }

    const TAGS: &[&str] = &[
        "<text:p>",
        "</text:p>",
        "mot ",
        "<text:s text:c=\"999999999\"/>",
        "<text:list>",
        "</text:list>",
        "<text:list-item>",
        "</text:list-item>",
        "<text:h text:outline-level=\"99\">",
        "</text:h>",
        "<table:table>",
        "</table:table>",
        "<table:table-row>",
        "</table:table-row>",
        "<table:table-cell>",
        "</table:table-cell>",
        "<text:note>",
        "</text:note>",
        "<text:note-body>",
    ];

    proptest! {
        #[test]
        fn any_tags_are_read_or_refused(
            tags in prop::collection::vec(prop::sample::select(TAGS), 0..30)
        ) {
            let _ = read(&package(&tags.concat()));
        }
    }
}
