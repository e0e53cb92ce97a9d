//! Whole PDFs, written by the tests themselves.

use glane_document::PartialDate;
use pdf_extract::{Dictionary, Object, Stream};

use super::sample::{Sample, dictionary, name, written};
use super::{read, stream};
use crate::extract::Refusal;

#[track_caller]
fn check(sample: Sample, expect: &str) {
    let text = read(&sample.bytes()).unwrap().text;
    assert_eq!(text.trim_end_matches('\x0c').trim_end(), expect);
}

#[track_caller]
fn refused(bytes: &[u8], expect: &str) {
    let refusal = read(bytes).unwrap_err().to_string();
    assert!(refusal.contains(expect), "{refusal}");
}

fn show(operators: &str) -> Sample {
    Sample::default().content(format!("BT /F 12 Tf 72 770 Td {operators} ET").into_bytes())
}

/// A line as long as the text is wide.
const FULL: &str = "Les agents accueillent, orientent et accompagnent les habitants";

#[test]
fn each_page_ends_with_a_form_feed() {
    let sample = Sample::of(&["Accueil"]).page(&["Ateliers"]);
    assert_eq!(read(&sample.bytes()).unwrap().text, "Accueil\n\x0cAteliers\n\x0c");
}

#[test]
fn a_form_feed_of_a_font_ends_no_page() {
    let table = b"begincmap\n1 beginbfchar\n<41> <000C>\nendbfchar\nendcmap".to_vec();
    let font = dictionary(&[
        ("Subtype", name("Type1")),
        ("BaseFont", name("Helvetica")),
        ("Encoding", name("WinAnsiEncoding")),
    ]);
    let mut document = Sample::default()
        .font("U", font)
        .content(b"BT /U 12 Tf 72 770 Td (BAB) Tj ET".to_vec())
        .document();
    let table = document.add_object(Stream::new(Dictionary::new(), table));
    let fonts = document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    for font in fonts.filter(|font| font.has(b"BaseFont")) {
        font.set("ToUnicode", table);
    }
    assert_eq!(read(&written(document)).unwrap().text, "B B\n\x0c");
}

#[test]
fn words_are_told_by_blanks_and_by_gaps() {
    check(show("[(Bon) -300 (jour \\340) 20 ( tous)] TJ"), "Bon jour à tous");
}

#[test]
fn text_set_by_quotes_goes_to_the_next_line() {
    check(show("14 TL (un) Tj (deux) ' 0 0 (trois) \""), "un\ndeux\ntrois");
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    check(
        Sample::of(&[FULL, FULL, "chaque jour.", "Ils"]),
        &format!("{FULL} {FULL} chaque jour.\nIls"),
    );
}

#[test]
fn lines_of_a_list_are_not_joined() {
    let lines = [1, 2, 3].map(|at| format!("Groupe {at} : accueil des habitants du quartier."));
    check(Sample::of(&lines.each_ref().map(String::as_str)), &lines.join("\n"));
}

#[test]
fn a_line_that_opens_with_an_hour_ends_the_one_above() {
    let full = "Accueil de tous ceux qui viennent de loin, de leurs enfants et de leurs amis";
    check(
        Sample::of(&[full, "9h30 Se loger", full, "10h Se nourrir"]),
        &format!("{full}\n9h30 Se loger\n{full}\n10h Se nourrir"),
    );
    let waits = "Accueil de tous ceux qui viennent de loin et de leurs enfants, en salle, vers";
    check(
        Sample::of(&[waits, "9h30 avec eux.", waits, "10h avec eux."]),
        &format!("{waits} 9h30 avec eux.\n{waits} 10h avec eux."),
    );
}

#[test]
fn marks_of_items_may_be_drawn() {
    let item = |y: u32, text: &str| {
        format!("90 {} 4 4 re f BT /F 12 Tf 100 {y} Td ({text}) Tj ET ", y + 3)
    };
    let content = format!("{}{}", item(700, "Se loger"), item(686, "Se nourrir"));
    check(Sample::default().content(content.into_bytes()), "• Se loger\n• Se nourrir");
}

#[test]
fn marks_of_items_may_be_letters_and_signs_of_a_font() {
    let item = FULL.replacen("Les", "o Les", 1);
    check(Sample::of(&[&item, &item]), &format!("- {FULL}\n- {FULL}"));
    // A word that is but « o » is no mark.
    check(Sample::of(&["o", FULL]), &format!("o\n{FULL}"));
}

#[test]
fn headings_with_room_and_space_between_them_are_two() {
    let text = |rest: &str| format!("/F 12 Tf 0 -20 Td ({FULL}) Tj 0 -14 Td ({FULL}) Tj {rest}");
    let two = |down: u32| {
        let titles = format!("(Les accueils du bourg) Tj 0 -{down} Td (Les permanences) Tj ");
        format!("BT /F 18 Tf 72 770 Td {titles} {} ET", text("")).into_bytes()
    };
    let body = format!("{FULL} {FULL}");
    let expect = format!("# Les accueils du bourg\n# Les permanences\n{body}");
    check(Sample::default().content(two(26)), &expect);
    let expect = format!("# Les accueils du bourg Les permanences\n{body}");
    check(Sample::default().content(two(20)), &expect);
}

#[test]
fn a_hyphen_at_the_end_of_a_line_is_left_with_it() {
    let first = "Les agents accueillent, orientent et accompagnent les habi-";
    check(
        Sample::of(&[first, "tants dans leurs demarches, en lien avec les autres services"]),
        &format!("{first}\ntants dans leurs demarches, en lien avec les autres services"),
    );
}

#[test]
fn more_than_a_line_of_space_is_a_blank_line() {
    check(
        show("(un) Tj 0 -14 Td (deux) Tj 0 -14 Td (trois) Tj 0 -42 Td (quatre) Tj"),
        "un\ndeux\ntrois\n\nquatre",
    );
}

#[test]
fn lines_as_far_apart_as_paragraphs_are_paragraphs_where_few_of_them_wrap() {
    let apart = |texts: [&str; 4]| texts.map(|text| format!("({text}) Tj 0 -22 Td")).join(" ");
    let short = ["Accueil", "Se loger", "Se nourrir", "Se soigner"];
    let wrapped = format!("({FULL}) Tj 0 -14 Td (chaque jour.) Tj 0 -22 Td");
    check(
        show(&format!("{} {wrapped} {}", apart(short), apart(short))),
        &format!("{0}\n\n{FULL} chaque jour.\n\n{0}", short.join("\n\n")),
    );
    // A text set wide wraps at that distance.
    let full = [FULL, FULL, FULL, "chaque jour."];
    check(show(&apart(full)), &full.join(" "));
}

#[test]
fn larger_lines_are_headings_and_bold_is_marked() {
    let content = format!(
        "BT /F 20 Tf 72 770 Td (Bilan) Tj /F 12 Tf 0 -40 Td ({FULL}) Tj 0 -40 Td \
         /B 12 Tf (Zoe Lanteri) Tj /F 12 Tf (, juriste) Tj ET"
    );
    check(
        Sample::default().content(content.into_bytes()),
        &format!("# Bilan\n\n{FULL}\n\n**Zoe Lanteri**, juriste"),
    );
}

#[test]
fn lines_alone_in_bold_are_headings_where_several_are() {
    let part = |y: u32, title: &str| {
        format!(
            "/B 12 Tf 1 0 0 1 72 {y} Tm ({title}) Tj /F 12 Tf 1 0 0 1 72 {} Tm (Il pleut sur la ville.) Tj 1 0 0 1 72 {} Tm (Il vente aussi.) Tj ",
            y - 30,
            y - 44
        )
    };
    let page = |parts: &[String]| {
        Sample::default().content(format!("BT {} ET", parts.concat()).into_bytes())
    };
    let body = "Il pleut sur la ville.\nIl vente aussi.";
    check(
        page(&[part(700, "Se loger"), part(600, "Se nourrir")]),
        &format!("# Se loger\n\n{body}\n\n# Se nourrir\n\n{body}"),
    );
    check(page(&[part(700, "Se loger")]), &format!("**Se loger**\n\n{body}"));
    check(
        page(&[part(700, "Se loger :"), part(600, "Se nourrir.")]),
        &format!("**Se loger :**\n\n{body}\n\n**Se nourrir.**\n\n{body}"),
    );
}

/// A page of two parts, whose titles stand `above` their text and between these operators.
fn two_parts(above: u32, before: &str, after: &str) -> Sample {
    let part = |y: u32, title: &str| {
        let text = format!("/F 12 Tf 1 0 0 1 72 {} Tm (Il pleut sur la ville.) Tj ", y - above);
        let title = format!("/F 12 Tf 1 0 0 1 72 {y} Tm ({title}) Tj ");
        let rule = format!("ET 72 {} 60 0.6 re f BT ", f64::from(y) - 1.2);
        [before, &title, &after.replace("rule", &rule), &text].concat()
    };
    let parts = part(700, "Se loger") + &part(700 - 2 * above, "Se nourrir");
    Sample::default().content(format!("BT {parts} ET").into_bytes())
}

#[test]
fn lines_alone_underlined_or_in_colour_are_headings_where_several_are() {
    let text = "Il pleut sur la ville.";
    let headed = format!("# Se loger\n\n{text}\n\n# Se nourrir\n\n{text}");
    check(two_parts(30, "", "rule"), &headed);
    check(two_parts(30, "0.1 0.3 0.6 rg ", "0 g "), &headed);
    check(two_parts(30, "0.5 g ", "0 g "), &headed.replace("# ", ""));
}

#[test]
fn where_nothing_parts_paragraphs_lines_that_stand_out_do() {
    let text = "Il pleut sur la ville.";
    let headed = format!("# Se loger\n{text}\n# Se nourrir\n{text}");
    check(two_parts(14, "0.1 0.3 0.6 rg ", "0 g "), &headed);
}

#[test]
fn forms_are_shown_where_they_stand() {
    let form = dictionary(&[
        ("Subtype", name("Form")),
        ("Matrix", [1, 0, 0, 1, 0, -14].map(Object::Integer).to_vec().into()),
    ]);
    let form = Stream::new(form, b"BT /F 12 Tf 72 770 Td (dessous) Tj ET /X Do".to_vec());
    let content = b"/X Do BT /F 12 Tf 72 770 Td (dessus) Tj ET".to_vec();
    check(Sample::default().object("X", form).content(content), "dessus\ndessous");
}

#[test]
fn a_font_that_defeats_its_parser_costs_its_own_text() {
    let font = dictionary(&[("Subtype", name("Type0")), ("DescendantFonts", Object::Null)]);
    let content = b"BT /F 12 Tf 72 770 Td (Bonjour) Tj /W 12 Tf <0041> Tj ET".to_vec();
    check(Sample::default().font("W", font).content(content), "Bonjour");
}

#[test]
fn properties_are_read() {
    let sample = Sample::of(&["Bonjour"])
        .says("Title", b"\xfe\xff\0A\0c\0t\0e\0s\0 \0d\0e\0 \0l\0'\0\xe9\0t\0\xe9")
        .says("Author", b"Zo\xe9 Lanteri")
        .says("Keywords", b"accueil, droits")
        .says("CreationDate", b"D:20191115093000+01'00'");
    let properties = read(&sample.bytes()).unwrap().properties;
    assert_eq!(properties.title.as_deref(), Some("Actes de l'été"));
    assert_eq!(properties.authors, ["Zoé Lanteri"]);
    assert_eq!(properties.keywords, ["accueil", "droits"]);
    assert_eq!(properties.date, PartialDate::new(2019, 11, Some(15)));
}

#[test]
fn a_password_for_readers_is_refused_and_one_for_the_owner_is_not() {
    let sample = || Sample::of(&["Bonjour"]);
    assert_eq!(read(&sample().encrypted("secret")), Err(Refusal::Encrypted));
    assert_eq!(read(&sample().encrypted("")).unwrap().text, "Bonjour\n\x0c");
}

fn image() -> Stream {
    Stream::new(dictionary(&[("Subtype", name("Image"))]), vec![0; 16])
}

#[test]
fn pages_that_are_images_are_refused() {
    let scan = Sample::default().object("I", image()).content(b"/I Do".to_vec());
    assert_eq!(read(&scan.bytes()), Err(Refusal::NoText { pages: 1 }));
}

#[test]
fn a_page_that_is_an_image_is_named_and_an_empty_one_is_not() {
    let mixed = Sample::of(&["Bonjour"])
        .object("I", image())
        .content(b"/I Do".to_vec())
        .content(b"q Q".to_vec())
        .content(b"/I Do".to_vec());
    let read = read(&mixed.bytes()).unwrap();
    assert_eq!(read.warnings.len(), 1);
    assert!(read.warnings[0].message.ends_with(": 2, 4"), "{:?}", read.warnings);
}

#[test]
fn letters_that_no_font_tells_are_refused() {
    let font = dictionary(&[
        ("Subtype", name("Type0")),
        ("BaseFont", name("X")),
        ("Encoding", name("Identity-H")),
        ("DescendantFonts", vec![Object::Dictionary(Dictionary::new())].into()),
    ]);
    let content = b"BT /W 12 Tf 72 770 Td <00410042004300440045> Tj ET BT /F 12 Tf (p. 1) Tj ET";
    let sample = Sample::default().font("W", font).content(content.to_vec());
    assert_eq!(read(&sample.bytes()), Err(Refusal::Unmapped));
}

#[test]
fn drawings_that_are_only_numbered_are_refused() {
    let numbered = ["a0", "a1", "a2"].map(name);
    let encoding =
        dictionary(&[("Differences", [vec![65.into()], numbered.to_vec()].concat().into())]);
    let font = dictionary(&[
        ("Subtype", name("Type3")),
        ("FontMatrix", [1, 0, 0, 1, 0, 0].map(Object::Integer).to_vec().into()),
        ("Encoding", encoding.into()),
        ("FirstChar", 65.into()),
        ("LastChar", 67.into()),
        ("Widths", [1, 1, 1].map(Object::Integer).to_vec().into()),
    ]);
    let content = b"BT /T 12 Tf 72 770 Td (ABCABC) Tj ET".to_vec();
    assert_eq!(
        read(&Sample::default().font("T", font).content(content).bytes()),
        Err(Refusal::Unmapped)
    );
}

#[test]
fn a_file_without_its_table_is_read_and_told() {
    let bytes = Sample::of(&["Bonjour"]).page(&["Bonsoir"]).bytes();
    let at = memchr::memmem::find(&bytes, b"xref").unwrap();
    let read = read(&bytes[..at]).unwrap();
    assert_eq!(read.text, "Bonjour\n\x0cBonsoir\n\x0c");
    assert!(read.warnings[0].message.contains("2 page(s) retrouvée(s)"), "{:?}", read.warnings);
}

#[test]
fn a_file_cut_before_its_tree_gives_the_pages_that_are_left() {
    let bytes = Sample::of(&["Bonjour"]).page(&["Bonsoir"]).bytes();
    let at = memchr::memmem::find(&bytes, b"/Kids").unwrap();
    assert!(read(&bytes[..at]).is_err() || read(&bytes[..at]).unwrap().text.contains("Bonjour"));
    refused(&bytes[..bytes.len() / 10], "tronqué");
}

#[test]
fn what_unfolds_without_end_is_refused() {
    let blanks = vec![b' '; stream::MAX_UNFOLDED + 1];
    let mut content = Stream::new(Dictionary::new(), blanks);
    content.compress().unwrap();
    let mut document = Sample::of(&["x"]).document();
    let contents = document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    contents.for_each(|stream| *stream = content.clone());
    refused(&written(document), "trop volumineux");
}

#[test]
fn a_tree_that_loops_ends() {
    let mut document = Sample::of(&["Bonjour"]).document();
    let tree = document.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
    let kids = document.get_dictionary_mut(tree).unwrap().get_mut(b"Kids").unwrap();
    kids.as_array_mut().unwrap().push(tree.into());
    assert_eq!(read(&written(document)).unwrap().text, "Bonjour\n\x0c");
}

#[test]
fn a_page_without_anything_is_told() {
    refused(&Sample::default().content(Vec::new()).bytes(), "ne montrent rien");
}

#[test]
fn damaged_bytes_never_panic() {
    let bytes = Sample::of(&["Bonjour à tous", FULL]).page(&[FULL]).bytes();
    for at in (0..bytes.len()).step_by(7) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x15;
        let _ = read(&damaged);
        let _ = read(&bytes[..at]);
    }
}
