//! Word documents (Office Open XML) → light Markdown.

mod body;
mod numbering;
mod styles;

use std::collections::HashMap;

use super::archive::Archive;
use super::markdown::markdown;
use super::tree::{Element, Tree};
use super::{ExtractedText, Properties, Refusal, properties, xml};
use body::Body;
use numbering::Numbering;
use styles::Styles;

/// The text of a Word document. It has no pages: those of its author depend on a printer.
///
/// # Errors
///
/// Why it gave none.
pub(super) fn read(bytes: &[u8]) -> Result<ExtractedText, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let package = related(&mut archive, "")?;
    let main = package.get("officeDocument").map_or("word/document.xml", String::as_str);
    let missing = || Refusal::Malformed(format!("« {main} » manque"));
    let document = parsed(&mut archive, main)?.ok_or_else(missing)?;
    let parts = related(&mut archive, main)?;
    let mut part = |kind: &str| match parts.get(kind) {
        Some(name) => parsed(&mut archive, name),
        None => Ok(None),
    };
    let styles = part("styles")?.map(|tree| Styles::read(tree.root())).unwrap_or_default();
    let numbering = part("numbering")?.map(|tree| Numbering::read(tree.root()));
    let (footnotes, endnotes) = (part("footnotes")?, part("endnotes")?);
    let notes = Notes { foot: by_id(footnotes.as_ref()), end: by_id(endnotes.as_ref()) };
    let mut body = Body::new(&styles, numbering.unwrap_or_default(), &notes);
    let blocks = document.root().descendant("w:body").map(|main| body.blocks(main));
    let properties = match package.get("core-properties") {
        Some(name) => parsed(&mut archive, name)?.map(|tree| core_properties(tree.root())),
        None => None,
    };
    Ok(ExtractedText {
        text: markdown(&blocks.unwrap_or_default()),
        properties: properties.unwrap_or_default(),
        ..ExtractedText::default()
    })
}

/// The notes of a document, by identifier.
struct Notes<'t> {
    foot: HashMap<&'t str, Element<'t>>,
    end: HashMap<&'t str, Element<'t>>,
}

fn by_id(tree: Option<&Tree>) -> HashMap<&str, Element<'_>> {
    let notes = tree.and_then(|tree| tree.root().elements().next());
    let notes = notes.into_iter().flat_map(Element::elements);
    notes.filter_map(|note| Some((note.attribute("w:id")?, note))).collect()
}

fn parsed(archive: &mut Archive<'_>, name: &str) -> Result<Option<Tree>, Refusal> {
    archive.read(name)?.map(|bytes| xml::parse(&bytes)).transpose()
}

/// The parts that a part refers to, by kind; those of the package where `part` is empty.
fn related(archive: &mut Archive<'_>, part: &str) -> Result<HashMap<String, String>, Refusal> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let path = |name: &str| match (folder, name.strip_prefix('/')) {
        (_, Some(absolute)) => absolute.to_owned(),
        ("", None) => name.to_owned(),
        (folder, None) => format!("{folder}/{name}"),
    };
    let Some(tree) = parsed(archive, &path(&format!("_rels/{file}.rels")))? else {
        return Ok(HashMap::new());
    };
    let relations = tree.root().child("Relationships");
    let relations = relations.into_iter().flat_map(Element::elements);
    let named = relations.filter_map(|relation| {
        let (_, kind) = relation.attribute("Type")?.rsplit_once('/')?;
        Some((kind.to_owned(), path(relation.attribute("Target")?)))
    });
    Ok(named.collect())
}

fn core_properties(root: Element<'_>) -> Properties {
    let held = root.elements().next().unwrap_or(root);
    let text = |name: &str| held.child(name).map(Element::text).unwrap_or_default();
    let mut found = Properties::default();
    properties::set_title(&mut found, &text("dc:title"));
    properties::add_authors(&mut found, &text("dc:creator"));
    properties::add_keywords(&mut found, &text("cp:keywords"));
    properties::set_date(&mut found, &text("dcterms:created"));
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::extract::archive::tests::archive;

    const STYLES: &str = r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Atelier"><w:name w:val="Atelier"/><w:basedOn w:val="Titre2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="Titre 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Corps"><w:name w:val="Corps"/><w:pPr><w:spacing w:after="160"/></w:pPr></w:style></w:styles>"#;
    const NUMBERING: &str = r#"<w:numbering><w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#;
    const NOTES: &str = r#"<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>Circulaire de mai.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>"#;

    fn package(body: &str) -> Vec<u8> {
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const CORE: &str =
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        let relation =
            |kind: &str, target: &str| format!(r#"<R Type="{kind}" Target="{target}"/>"#);
        let relations = |of: &[String]| format!("<Relationships>{}</Relationships>", of.concat());
        let package = relations(&[
            relation(&format!("{OFFICE}/officeDocument"), "word/document.xml"),
            relation(CORE, "docProps/core.xml"),
        ]);
        let parts = ["styles", "numbering", "footnotes"]
            .map(|kind| relation(&format!("{OFFICE}/{kind}"), &format!("{kind}.xml")));
        let document = format!("<w:document><w:body>{body}</w:body></w:document>");
        let core = "<c><dc:title>Actes</dc:title><dc:creator>Zoé Lanteri</dc:creator><dcterms:created>2021-05-03T09:00:00Z</dcterms:created></c>";
        let parts = relations(&parts);
        archive(&[
            ("_rels/.rels", package.as_bytes()),
            ("word/document.xml", document.as_bytes()),
            ("word/_rels/document.xml.rels", parts.as_bytes()),
            ("word/styles.xml", STYLES.as_bytes()),
            ("word/numbering.xml", NUMBERING.as_bytes()),
            ("word/footnotes.xml", NOTES.as_bytes()),
            ("docProps/core.xml", core.as_bytes()),
        ])
    }

    fn text(body: &str) -> String {
        read(&package(body)).unwrap().text
    }

    fn run(text: &str) -> String {
        format!("<w:r><w:t>{text}</w:t></w:r>")
    }

    fn bold(text: &str) -> String {
        format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>")
    }

    fn paragraph(style: &str, runs: &str) -> String {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>"#)
    }

    fn item(list: u8, level: u8, text: &str) -> String {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
            run(text)
        )
    }

    #[track_caller]
    fn check(body: &str, expect: &str) {
        assert_eq!(text(body), expect);
    }

    #[test]
    fn headings_are_told_by_level_name_and_style_they_are_based_on() {
        let body = [
            paragraph("Titre1", &run("Habiter")),
            paragraph("Atelier", &run("Atelier 4")),
            paragraph("Corps", &run("Le texte.")),
        ];
        check(&body.concat(), "# Habiter\n\n## Atelier 4\n\nLe texte.\n");
    }

    #[test]
    fn bold_is_joined_across_runs() {
        let runs = [bold("Zoé LAN"), bold("TERI"), run(", directrice")].concat();
        check(&paragraph("Corps", &runs), "**Zoé LANTERI**, directrice\n");
    }

    #[test]
    fn lines_underlined_or_in_colour_stand_out_unless_they_are_links() {
        let set = |properties: &str, text: &str| {
            let run = format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
            paragraph("Corps", &run) + &paragraph("Corps", &self::run("Le texte."))
        };
        let line = r#"<w:u w:val="single"/>"#;
        let lines = set(line, "Habiter") + &set(line, "Se loger");
        check(&lines, "**Habiter**\n\nLe texte.\n\n**Se loger**\n\nLe texte.\n");
        let colour = r#"<w:color w:val="1F4E79"/>"#;
        let lines = set(colour, "Habiter") + &set(colour, "Se loger");
        check(&lines, "**Habiter**\n\nLe texte.\n\n**Se loger**\n\nLe texte.\n");
        let linked = lines.replace("<w:r><w:rPr>", "<w:hyperlink><w:r><w:rPr>");
        let linked = linked.replace("Habiter</w:t></w:r>", "Habiter</w:t></w:r></w:hyperlink>");
        let linked = linked.replace("loger</w:t></w:r>", "loger</w:t></w:r></w:hyperlink>");
        check(&linked, "Habiter\n\nLe texte.\n\nSe loger\n\nLe texte.\n");
    }

    #[test]
    fn spacing_sets_paragraphs_apart() {
        let body = [
            paragraph("Normal", &run("un")),
            paragraph("Normal", &run("deux")),
            paragraph("Corps", &run("trois")),
            paragraph("Corps", &run("quatre")),
        ];
        check(&body.concat(), "un\ndeux\ntrois\n\nquatre\n");
    }

    #[test]
    fn items_have_their_numbers() {
        let body = [
            item(1, 0, "un"),
            item(1, 1, "a"),
            item(1, 1, "b"),
            item(1, 0, "deux"),
            item(2, 0, "p"),
        ];
        check(&body.concat(), "1. un\n  1.a) a\n  1.b) b\n2. deux\n- p\n");
    }

    #[test]
    fn a_note_follows_its_paragraph_and_calls_nothing() {
        let runs =
            run("L'accueil") + r#"<w:r><w:footnoteReference w:id="2"/></w:r>"# + &run(" change.");
        check(&paragraph("Corps", &runs), "L'accueil[^1] change. [^1] Circulaire de mai.\n");
    }

    #[test]
    fn what_was_deleted_or_told_to_the_field_is_left_out() {
        let runs = r#"<w:del><w:r><w:delText>rien</w:delText></w:r></w:del><w:ins><w:r><w:t>Tout</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t xml:space="preserve"> ici</w:t></w:r></w:hyperlink>"#;
        check(&paragraph("Corps", runs), "Tout ici\n");
    }

    #[test]
    fn a_text_box_is_read_once_after_its_paragraph() {
        let inner = paragraph("Normal", &run("Encadré"));
        let boxed = format!(
            "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{inner}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{inner}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        );
        let runs = run("Avant") + &boxed;
        check(&paragraph("Corps", &runs), "Avant\n\nEncadré\n");
    }

    #[test]
    fn tables_are_rows_of_cells() {
        let cell = |inner: &str| format!("<w:tc>{}</w:tc>", paragraph("Normal", inner));
        let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
        let spread = format!(
            r#"<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>"#,
            paragraph("Normal", &run("Pause"))
        );
        let two = format!(
            "<w:tc>{}{}</w:tc>",
            paragraph("Normal", &bold("Ouverture")),
            paragraph("Normal", &run("Zoé Lanteri"))
        );
        let table = format!(
            "<w:tbl>{}{}{}</w:tbl>",
            row(&(cell(&run("Heure")) + &cell(&run("Titre")))),
            row(&(cell(&run("9h")) + &two)),
            row(&spread)
        );
        let expect =
            "| Heure | Titre |\n|---|---|\n| 9h | **Ouverture**<br>Zoé Lanteri |\n| Pause |  |\n";
        check(&table, expect);
    }

    #[test]
    fn breaks_and_tabs_are_kept() {
        check(
            &paragraph(
                "Normal",
                "<w:r><w:t>un</w:t><w:br/><w:t>deux</w:t><w:tab/><w:t>3</w:t></w:r>",
            ),
            "un\ndeux\t3\n",
        );
    }

    #[test]
    fn properties_are_read() {
        let found = read(&package("")).unwrap().properties;
        assert_eq!(found.title.as_deref(), Some("Actes"));
        assert_eq!(found.authors, ["Zoé Lanteri"]);
        assert_eq!(found.date.unwrap().to_string(), "2021-05-03");
    }

    #[test]
    fn an_archive_without_document_is_malformed() {
        let refused = read(&archive(&[("a.xml", b"<a/>")])).unwrap_err();
        assert!(matches!(refused, Refusal::Malformed(_)), "{refused}");
    }

    const TAGS: &[&str] = &[
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>mot</w:t>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        r#"<w:gridSpan w:val="9999999"/>"#,
        "<w:br/>",
        r#"<w:pPr><w:numPr><w:ilvl w:val="77"/><w:numId w:val="1"/></w:numPr></w:pPr>"#,
        r#"<w:footnoteReference w:id="2"/>"#,
        r#"<w:pPr><w:outlineLvl w:val="300"/></w:pPr>"#,
    ];

    proptest! {
        #[test]
        fn any_tags_are_read_or_refused(
            tags in prop::collection::vec(prop::sample::select(TAGS), 0..30)
        ) {
            let _ = read(&package(&tags.concat()));
        }

        #[test]
        fn any_bytes_are_read_or_refused(
            bytes in prop::collection::vec(any::<u8>(), 0..40), at in 0usize..2000
        ) {
            let mut package = package(&paragraph("Titre1", &run("Habiter")));
            let at = at.min(package.len());
            package.splice(at..(at + bytes.len()).min(package.len()), bytes);
            let _ = read(&package);
        }
    }
}
