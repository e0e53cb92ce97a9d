use super::*;

#[track_caller]
fn check(text: &str, trust: Trust, expect: Option<&str>) {
    let found = parse(text, trust);
    assert_eq!(found.as_ref().map(Name::display).as_deref(), expect, "{found:?}");
}

#[test]
fn capitals_tell_the_surname() {
    check("Lise TARDIEU, directrice", Trust::Text, Some("Lise Tardieu"));
    check("Jean-Luc LE GUÉNO, maire", Trust::Text, Some("Jean-Luc Le Guéno"));
    check("Zélie MARN de la BRETONNE, archiviste", Trust::Text, Some("Zélie Marn de la Bretonne"));
    check("Aya de MONTFERRY, juriste", Trust::Text, Some("Aya de Montferry"));
    check("de la MRC de Zoé-De Bellerive", Trust::Text, None);
    check("Lise TARDIEU de la ville d'Orn", Trust::Text, Some("Lise Tardieu"));
    check("TARDIEU Lise, directrice", Trust::Text, Some("Lise Tardieu"));
    check("Luc, TARDIEU, directeur", Trust::Text, Some("Luc Tardieu"));
    check("TARDIEU MARN Jean Zoan, maire", Trust::Announced, Some("Jean Zoan Tardieu Marn"));
    check("TARDIEU MARN Ysoria, maire", Trust::Announced, Some("Ysoria Tardieu Marn"));
    check("TARDIEU MARN Ysoria, maire", Trust::Text, None);
    check("TARDIEU Lise Maire, Orn", Trust::Announced, Some("Lise Tardieu"));
    check("MJC ORN Ysoria et", Trust::Announced, None);
    check("Ysoria BELKANT,maire d'Orn", Trust::Text, Some("Ysoria Belkant"));
    assert_eq!(lowered("CéDRIC D'ORNé-MARN"), "Cédric D'Orné-Marn");
}

#[test]
fn known_first_names_need_no_capitals() {
    check("Nadia Ferrouk, directrice", Trust::Text, Some("Nadia Ferrouk"));
    check("Marie d’Ancelle (Ined)", Trust::Text, Some("Marie d’Ancelle"));
    check("Clara Le Gall-Roc", Trust::Text, Some("Clara Le Gall-Roc"));
    check("Paul Simon, greffier", Trust::Text, Some("Paul Simon"));
    check("Luc E. Tardieu, greffier", Trust::Text, Some("Luc E. Tardieu"));
    check("Luc Tardieu Roc (Ville)", Trust::Text, Some("Luc Tardieu Roc"));
}

#[test]
fn what_is_done_to_something_is_no_name() {
    check("Traverser les Quais", Trust::Announced, None);
    check("Relire la Ville, un atelier", Trust::Announced, None);
    check("Olivier le Gall", Trust::Announced, Some("Olivier le Gall"));
}

#[test]
fn other_names_need_an_announcement() {
    check("Ysoria Belkant, directrice", Trust::Text, None);
    check("Ysoria Belkant, directrice", Trust::Announced, Some("Ysoria Belkant"));
    check("A. Tardieu et B. Roc", Trust::Text, None);
    check("Ph. Tardieu (Ville)", Trust::Announced, Some("Ph. Tardieu"));
}

#[test]
fn a_first_name_may_follow_an_initial() {
    check("Z. Nadia Ferrouk, juriste", Trust::Announced, Some("Z. Nadia Ferrouk"));
    check("L. Paul, juriste", Trust::Announced, Some("L. Paul"));
    check("L. Paul Maire d'Orn", Trust::Announced, Some("L. Paul"));
}

#[test]
fn civilities_stand_for_a_first_name() {
    check("Mme LE DANTEC – Je voudrais", Trust::Text, Some("Le Dantec"));
    check("M. Carvin demande", Trust::Text, Some("Carvin"));
    check("Mme Ysoria Belkant demande", Trust::Text, Some("Ysoria Belkant"));
    check("Dr Lise TARDIEU, médecin", Trust::Text, Some("Lise Tardieu"));
    check("Mme la Conseillère Lise Tardieu demande", Trust::Text, Some("Lise Tardieu"));
    check("M. le Maire ouvre la séance", Trust::Text, None);
    check("M. le Président de la Ligue ouvre", Trust::Text, None);
    check("Mme la Directrice d'Orn-Habitat ouvre", Trust::Text, None);
    check("M. le Président Carvin ouvre", Trust::Text, Some("Carvin"));
    check("M.Carvin propose", Trust::Text, Some("Carvin"));
    check("madame Ysoria BELK et monsieur", Trust::Text, Some("Ysoria Belk"));
}

#[test]
fn a_civility_vouches_for_a_first_name_after_the_surname() {
    check("Dr PERROTA Ysorian", Trust::Text, Some("Ysorian Perrota"));
    check("Drs Ysorian PERROTA et Luc Tarn", Trust::Text, Some("Ysorian Perrota"));
    check("PERROTA Ysorian", Trust::Text, None);
}

#[test]
fn a_civility_vouches_for_several_first_names_after_the_surname() {
    let name = Some("Ysorian Koumé Patrice Perrota");
    check("Pr PERROTA Ysorian Koumé Patrice, enseignant", Trust::Announced, name);
    check("M. PERROTA Ysorian Koumé Patrice", Trust::Text, name);
    check("M. PERROTA Directeur de la ville", Trust::Text, Some("Perrota"));
}

#[test]
fn the_body_of_somebody_with_a_title_is_no_surname() {
    check("Dr Perrota CHU d'Orn", Trust::Announced, Some("Perrota"));
    check("Pr Y. Perrota CH Orn", Trust::Announced, Some("Y. Perrota"));
    check("Mme Belkanta, CAF", Trust::Announced, Some("Belkanta"));
    check("Dr Luc CHU, médecin", Trust::Announced, Some("Luc Chu"));
}

#[test]
fn what_is_glued_to_a_name_is_no_part_of_it() {
    check("Zoé Lanteri/CNRS du 3 mai", Trust::Announced, Some("Zoé Lanteri"));
    check("Luc PERROT/CNRS", Trust::Text, Some("Luc Perrot"));
    check("Zoé Lanteri- Ville d'Orn", Trust::Text, Some("Zoé Lanteri"));
    check("Serveur LINUXO/UNIXO", Trust::Announced, None);
}

#[test]
fn all_of_a_name_may_be_in_capitals() {
    check("ZOÉ LANTERI, juriste", Trust::Text, Some("Zoé Lanteri"));
    check("ZOÉ LANTERI (CNRS)", Trust::Text, Some("Zoé Lanteri"));
    check("ZOÉ LANTERI A PARLÉ", Trust::Text, None);
    check("ZOÉ LANTERI : juriste", Trust::Text, Some("Zoé Lanteri"));
    check("ZOÉ LANTERI - juriste", Trust::Text, Some("Zoé Lanteri"));
    check("ZOÉ LANTERI", Trust::Announced, Some("Zoé Lanteri"));
    check("ZOÉ LANTERI", Trust::Text, None);
    check("LUC DE LANTERI, juriste", Trust::Text, Some("Luc De Lanteri"));
    check("LUC ZOÉ LANTERI-MARN : juriste", Trust::Text, Some("Luc Zoé Lanteri-Marn"));
    check("LUC LANTERI MARN, juriste", Trust::Text, Some("Luc Lanteri Marn"));
    check("LUC LANTERI et ZOÉ MARN", Trust::Text, Some("Luc Lanteri"));
    check("LUC ET ZOÉ : juristes", Trust::Text, None);
    check("LUC PARLE AUX ÉLUS : débat", Trust::Text, None);
    check("CHÈRES VOISINES, chers voisins", Trust::Announced, None);
    check("Chères VOISINES, chers VOISINS", Trust::Text, None);
}

#[test]
fn a_surname_of_two_words_may_end_a_list() {
    check("Luc Caye Dault", Trust::Announced, Some("Luc Caye Dault"));
    check("Ysoria Soares da Silva, urbaniste", Trust::Announced, Some("Ysoria Soares da Silva"));
    check("Luc Perrot Ign", Trust::Announced, Some("Luc Perrot"));
    check("Luc Saint Amer, archiviste", Trust::Text, Some("Luc Saint Amer"));
    check("Clinique Saint Amer, Orn", Trust::Announced, None);
}

#[test]
fn bodies_and_places_are_no_persons() {
    for text in [
        "Histoire de la SMORAL",
        "Montant des IJ",
        "Durée du PEC",
        "Hébergement AWS",
        "Données FAIR",
        "France ESS",
        "Conseil Départemental",
        "Ville de Brive",
        "Atelier Relais",
        "Pays de la Loire",
        "Directeur DGS",
        "Ambassadrice du CERDOR",
        "CAF d’Outre-Loire",
        "GIP ATGeRi",
        "Site Web",
    ] {
        check(text, Trust::Announced, None);
    }
}

#[test]
fn initials_joined_by_a_hyphen_need_no_full_stop() {
    check("J-P Tardieu, maire", Trust::Announced, Some("J-P Tardieu"));
    check("J-P Tardieu, maire", Trust::Text, None);
}

#[test]
fn fields_of_study_are_no_first_names() {
    check("Linguistique Appliquée", Trust::Announced, None);
    check("Véronique Tarn", Trust::Announced, Some("Véronique Tarn"));
    check("Ysorique Tarn", Trust::Introduced, None);
}
