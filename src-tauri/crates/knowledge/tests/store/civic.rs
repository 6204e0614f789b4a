//! CIViC's files in both forms.

use crate::made::{Folder, evidence, import, row};
use entaku_domain::evidence::{CitationKind, Direction, Interaction, ReviewStatus};
use entaku_knowledge::{KnowledgeKind, SetAsideReason};

#[test]
fn a_row_of_evidence_is_understood_field_by_field() {
    let folder = Folder::new();
    let mut store = folder.store();
    let file = evidence(&[row(&[
        ("evidence_id", "7"),
        ("molecular_profile", "EML4::ALK Fusion AND ALK F1174L"),
        ("doid", "0050905"),
        ("therapies", "Dabrafenib,Trametinib,Dabrafenib"),
        ("therapy_interaction_type", "Combination"),
        ("evidence_direction", "Does Not Support"),
        ("significance", "Reduced Sensitivity"),
        ("evidence_level", "C"),
        ("evidence_statement", "\"It said \"\"no\"\".\""),
        ("citation_id", "123"),
        ("source_type", "PubMed"),
        ("citation", "Doe et al., 2020"),
        ("nct_ids", "NCT00000001,NCT00000002"),
        ("rating", "4"),
        ("variant_origin", "Somatic"),
        ("evidence_civic_url", "https://civicdb.org/links/evidence_items/7"),
        ("is_flagged", "true"),
    ])]);
    let imported = import(&mut store, "01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv", &file).unwrap();
    assert_eq!(
        (imported.import.kind, imported.import.version.as_str()),
        (KnowledgeKind::CivicEvidence, "2026-10-01")
    );
    let known = store.evidence_for(&["eml4"], false).unwrap();
    let item = &known.first().unwrap().item;
    assert_eq!((item.source.as_str(), item.id.as_str()), ("CIViC", "EID7"));
    assert_eq!((item.direction, item.supports, item.contested), (Direction::Resistance, false, true));
    let level = item.level.as_ref().unwrap();
    assert_eq!((level.scale.as_str(), level.level.as_str()), ("CIViC", "C"));
    assert_eq!(item.disease.doid.as_deref(), Some("0050905"));
    assert_eq!(item.therapies, ["Dabrafenib", "Trametinib"]);
    assert_eq!(item.interaction, Some(Interaction::Combination));
    assert_eq!(item.statement, "It said \"no\".");
    let kinds: Vec<_> =
        item.references.iter().map(|reference| (reference.kind, reference.id.as_str())).collect();
    let trial = CitationKind::Trial;
    assert_eq!(kinds, [(CitationKind::PubMed, "123"), (trial, "NCT00000001"), (trial, "NCT00000002")]);
    assert_eq!((item.rating, item.updated.as_deref()), (Some(4), Some("2024-05-06 07:08:09 UTC")));
    let fields = store.fields_of(&imported.import.id, "EID7").unwrap();
    assert!(fields.iter().any(|field| field.0 == "molecular_profile_id" && field.1 == "12"));
}

#[test]
fn an_item_is_found_by_every_gene_partner_and_factor_of_its_profile() {
    let folder = Folder::new();
    let mut store = folder.store();
    let profiles = [
        "EML4::ALK Fusion AND ALK F1174L",
        "TMB High",
        "EGFR L858R AND (EGFR T790M OR MET Amplification) AND NOT KRAS G12C",
        "v::NTRK1 Fusion",
    ];
    let rows: Vec<String> = profiles
        .iter()
        .zip(1..)
        .map(|(profile, id): (_, u32)| {
            row(&[("evidence_id", &id.to_string()), ("molecular_profile", profile)])
        })
        .collect();
    import(&mut store, "e.tsv", &evidence(&rows)).unwrap();
    for (gene, ids) in [
        ("ALK", vec!["EID1"]),
        ("EML4", vec!["EID1"]),
        ("EML4::ALK", vec!["EID1"]),
        ("tmb", vec!["EID2"]),
        ("MET", vec!["EID3"]),
        ("KRAS", vec!["EID3"]),
        ("NTRK1", vec!["EID4"]),
        ("BRAF", vec![]),
        ("F1174L", vec![]),
    ] {
        let known = store.evidence_for(&[gene], false).unwrap();
        let found: Vec<&str> = known.iter().map(|known| known.item.id.as_str()).collect();
        assert_eq!(found, ids, "{gene}");
    }
    let both = store.evidence_for(&["EGFR", "MET", "ALK"], false).unwrap();
    assert_eq!(both.len(), 2, "each item once");
}

#[test]
fn submitted_rows_come_when_asked_for_and_withdrawn_ones_never() {
    let folder = Folder::new();
    let mut store = folder.store();
    let status = |id, status| row(&[("evidence_id", id), ("evidence_status", status)]);
    let file = evidence(&[
        status("1", "accepted"),
        status("2", "submitted"),
        status("3", "rejected"),
        status("4", "new"),
    ]);
    let imported = import(&mut store, "e.tsv", &file).unwrap();
    let ledger = imported.import.ledger;
    assert_eq!((ledger.read, ledger.kept, ledger.set_aside), (4, 2, 2));
    assert_eq!(ledger.by_reason.get(&SetAsideReason::Withdrawn), Some(&1));
    assert_eq!(ledger.by_reason.get(&SetAsideReason::UnknownWord), Some(&1));
    assert_eq!(store.evidence_for(&["BRAF"], false).unwrap().len(), 1);
    let with = store.evidence_for(&["BRAF"], true).unwrap();
    assert_eq!(with.len(), 2);
    assert!(with.iter().any(|known| known.item.status == ReviewStatus::Submitted));
}

#[test]
fn an_id_that_comes_twice_is_one_row_and_a_differing_one_is_set_aside() {
    let folder = Folder::new();
    let mut store = folder.store();
    let one = row(&[("evidence_id", "1")]);
    let other = row(&[("evidence_id", "1"), ("evidence_level", "E")]);
    let imported = import(&mut store, "e.tsv", &evidence(&[one.clone(), one, other])).unwrap();
    let ledger = &imported.import.ledger;
    assert_eq!((ledger.read, ledger.kept, ledger.set_aside), (3, 1, 2));
    assert_eq!(ledger.by_reason.get(&SetAsideReason::Repeated), Some(&1));
    assert_eq!(ledger.by_reason.get(&SetAsideReason::SameIdOtherContent), Some(&1));
    let aside = store.set_aside(&imported.import.id).unwrap();
    assert_eq!(aside.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 4]);
    assert!(aside.last().unwrap().text.contains("\tE\t"));
    let known = store.evidence_for(&["BRAF"], false).unwrap();
    assert_eq!(known.first().unwrap().item.level.as_ref().unwrap().level, "A");
}

#[test]
fn rows_with_wrong_fields_are_set_aside_with_their_text() {
    let folder = Folder::new();
    let mut store = folder.store();
    let good = row(&[("evidence_id", "1")]);
    let long = row(&[("evidence_id", "2")]).replace('\n', "\tx\n");
    let short = "BRAF V600E\t12\n".to_owned();
    let letters = row(&[("evidence_id", "EID3")]);
    let nameless = row(&[("evidence_id", "4"), ("molecular_profile", "")]);
    let imported = import(&mut store, "e.tsv", &evidence(&[good, long, short, letters, nameless])).unwrap();
    let ledger = &imported.import.ledger;
    assert_eq!((ledger.read, ledger.kept, ledger.set_aside), (5, 1, 4));
    let aside = store.set_aside(&imported.import.id).unwrap();
    let reasons: Vec<SetAsideReason> = aside.iter().map(|row| row.reason).collect();
    assert_eq!(
        reasons,
        [
            SetAsideReason::TooManyFields,
            SetAsideReason::TooFewFields,
            SetAsideReason::NoNumber,
            SetAsideReason::Missing
        ]
    );
    assert_eq!(aside.get(1).unwrap().text, "BRAF V600E\t12");
}

/// The form before 2023: gene and variant in columns, drugs, and the variant's place in each row.
#[test]
fn the_older_form_gives_the_same_kind_of_item_with_its_place() {
    let folder = Folder::new();
    let mut store = folder.store();
    let header = "gene\tvariant\tdisease\tdoid\tdrugs\tdrug_interaction_type\tevidence_type\tevidence_direction\tevidence_level\t\
                  clinical_significance\tevidence_statement\tcitation_id\tsource_type\tevidence_status\tevidence_id\tchromosome\t\
                  start\tstop\treference_bases\tvariant_bases\treference_build\tlast_review_date\n";
    let rows = "JAK2\tV617F\tLymphoid Leukemia\t1037\t\t\tDiagnostic\tSupports\tB\tNegative\tS.\t16081687\tPubMed\taccepted\t1\t9\t\
                5073770\t5073770\tG\tT\tGRCh37\t2019-01-02 00:00:00 UTC\n\
                ALK\tEML4-ALK e6-e20\tLung\t\tCrizotinib\t\tPredictive\tSupports\tB\tSensitivity/Response\tS.\t1\tPubMed\taccepted\t2\t\
                \t\t\t\t\t\t2020-01-02 00:00:00 UTC\n";
    let imported =
        import(&mut store, "nightly-ClinicalEvidenceSummaries.tsv", &format!("{header}{rows}")).unwrap();
    assert_eq!(imported.import.version, "2020-01-02", "the newest change in it");
    let known = store.evidence_for(&["JAK2"], false).unwrap();
    let known = known.first().unwrap();
    assert_eq!((known.item.profile.as_str(), known.item.direction), ("JAK2 V617F", Direction::Diagnostic));
    let place = known.variants.first().unwrap().place.as_ref().unwrap();
    assert_eq!(
        (place.chromosome.as_str(), place.start.get(), place.assembly.name.name()),
        ("9", 5_073_770, "GRCh37")
    );
    assert_eq!(place.alternate.as_deref(), Some("T"));
    let fusion = store.evidence_for(&["EML4"], false).unwrap();
    assert_eq!(fusion.first().unwrap().item.id, "EID2", "by the partner in the variant's name");
    assert_eq!(fusion.first().unwrap().variants.first().unwrap().place, None);
}

#[test]
fn variants_are_found_by_the_list_of_profiles_and_by_their_names() {
    let folder = Folder::new();
    let mut store = folder.store();
    let variants = "variant_id\tfeature_type\tfeature_name\tvariant\tvariant_aliases\tvariant_types\thgvs_descriptions\tchromosome\t\
                    start\tstop\treference_build\n\
                    8\tGene\tALK\tF1174L\tPHE1174LEU\tmissense_variant\tNM_004304.4:c.3520T>C,NP_004295.2:p.Phe1174Leu\t2\t29443697\t\
                    29443697\tGRCh37\n\
                    9\tFusion\tEML4::ALK\tFusion\t\ttranscript_fusion\t\t\t\t\t\n\
                    5\tGene\tALK\tF1174 Renamed\t\t\t\t\t\t\t\n";
    import(&mut store, "01-Oct-2026-VariantSummaries.tsv", variants).unwrap();
    let profile = "EML4::ALK Fusion AND ALK F1174L";
    let file = evidence(&[row(&[
        ("evidence_id", "1"),
        ("molecular_profile", profile),
        ("molecular_profile_id", "77"),
    ])]);
    import(&mut store, "e.tsv", &file).unwrap();
    let names = |store: &entaku_knowledge::KnowledgeStore| -> Vec<String> {
        let known = store.evidence_for(&["ALK"], false).unwrap();
        known
            .first()
            .unwrap()
            .variants
            .iter()
            .map(|variant| format!("{}|{}", variant.feature, variant.name))
            .collect()
    };
    assert_eq!(names(&store), ["EML4::ALK|Fusion", "ALK|F1174L"]);
    let known = store.evidence_for(&["ALK"], false).unwrap();
    let change = known.first().unwrap().variants.last().unwrap();
    assert_eq!((change.aliases.as_slice(), change.hgvs.len()), (["PHE1174LEU".to_owned()].as_slice(), 2));
    // The list of profiles goes by ids, which hold when a variant is renamed.
    let profiles = format!("name\tmolecular_profile_id\tvariant_ids\taliases\n{profile}\t77\t9, 5\t\n");
    import(&mut store, "p.tsv", &profiles).unwrap();
    assert_eq!(names(&store), ["EML4::ALK|Fusion", "ALK|F1174 Renamed"]);
}

#[test]
fn assertions_carry_the_tier_of_their_scale_and_what_is_stated_beside() {
    let folder = Folder::new();
    let mut store = folder.store();
    let file = "molecular_profile\tmolecular_profile_id\tdisease\tdoid\ttherapies\tassertion_type\tassertion_direction\tsignificance\t\
                acmg_codes\tamp_category\tnccn_guideline\tnccn_guideline_version\tregulatory_approval\tfda_companion_test\t\
                assertion_summary\tassertion_description\tassertion_id\tlast_review_date\tis_flagged\n\
                BRAF V600E\t12\tMelanoma\t1909\tDabrafenib\tPredictive\tSupports\tSensitivity/Response\t\tTier I - Level A\tMelanoma\t2.2018\t\
                true\tfalse\tShort.\tLong.\t7\t2020-01-01 00:00:00 UTC\tfalse\n\
                VHL R167Q\t1\tVHL\t14175\t\tPredisposing\tSupports\tPathogenic\tPS4,PM1\tNot Applicable\t\t\tfalse\tfalse\tS.\tD.\t8\t\tfalse\n";
    import(&mut store, "a.tsv", file).unwrap();
    let known = store.evidence_for(&["BRAF", "VHL"], false).unwrap();
    let [first, second] = known.as_slice() else { panic!("{known:?}") };
    let level = first.item.level.as_ref().unwrap();
    assert_eq!((level.scale.as_str(), level.level.as_str()), ("AMP/ASCO/CAP 2017", "Tier I - Level A"));
    assert_eq!(first.item.stated_beside, ["NCCN guideline: Melanoma (2.2018)", "regulatory approval"]);
    assert_eq!((first.item.id.as_str(), first.item.statement.as_str()), ("AID7", "Short.\nLong."));
    assert_eq!((&second.item.level, second.item.direction), (&None, Direction::Predisposing));
    assert_eq!(second.item.stated_beside, ["ACMG: PS4, PM1"]);
}

#[test]
fn an_unquoted_list_of_addresses_at_the_end_is_put_right_and_said() {
    let folder = Folder::new();
    let mut store = folder.store();
    let file = "variant_id\tgene\tvariant\tvariant_types\tassertion_civic_urls\n\
                12\tBRAF\tV600E\tmissense_variant\thttps://a/1\thttps://a/2\thttps://a/3\n\
                13\tBRAF\tV600K\tmissense_variant\tno address\tmore\n\
                14\tBRAF\tV600R\tmissense_variant\t\n";
    let imported = import(&mut store, "v.tsv", file).unwrap();
    let ledger = &imported.import.ledger;
    assert_eq!((ledger.read, ledger.kept, ledger.set_aside, ledger.rescued), (3, 2, 1, 1));
    let remarks = store.set_aside(&imported.import.id).unwrap();
    assert_eq!(
        remarks.iter().map(|remark| (remark.line, remark.kept)).collect::<Vec<_>>(),
        [(2, true), (3, false)]
    );
    let fields = store.fields_of(&imported.import.id, "12").unwrap();
    assert_eq!(fields.last().unwrap().1, "https://a/1,https://a/2,https://a/3");
}

/// Assertion files have no column for the status, so that only the name of the file says what its rows may be.
#[test]
fn an_assertion_counts_as_reviewed_only_where_a_file_of_accepted_ones_has_it() {
    let folder = Folder::new();
    let mut store = folder.store();
    let header = "molecular_profile\tassertion_id\tassertion_type\tassertion_direction\tsignificance\n";
    let line = |id| format!("BRAF V600E\t{id}\tPredictive\tSupports\tResistance\n");
    let both = format!("{header}{}{}", line(1), line(2));
    import(&mut store, "01-Oct-2026-AcceptedAndSubmittedAssertionSummaries.tsv", &both).unwrap();
    assert!(store.evidence_for(&["BRAF"], false).unwrap().is_empty());
    import(&mut store, "01-Oct-2026-AcceptedAssertionSummaries.tsv", &format!("{header}{}", line(1)))
        .unwrap();
    let told = |with| -> Vec<(String, ReviewStatus)> {
        let known = store.evidence_for(&["BRAF"], with).unwrap();
        known.into_iter().map(|known| (known.item.id, known.item.status)).collect()
    };
    let accepted = ("AID1".to_owned(), ReviewStatus::Accepted);
    assert_eq!(told(false), std::slice::from_ref(&accepted));
    assert_eq!(told(true), [accepted, ("AID2".to_owned(), ReviewStatus::Submitted)]);
}

#[test]
fn quotation_marks_that_quote_nothing_are_letters() {
    let folder = Folder::new();
    let mut store = folder.store();
    let said = |id: &str, text: &str| {
        row(&[("evidence_id", id), ("evidence_statement", text), ("citation", "A \"B\" et al.")])
    };
    let file = evidence(&[
        said("1", "\"open, and never closed"),
        said("2", "\"the end\" is quoted"),
        said("3", "5\" long"),
        said("4", "plain"),
    ]);
    let imported = import(&mut store, "e.tsv", &file).unwrap();
    assert_eq!((imported.import.ledger.read, imported.import.ledger.kept), (4, 4));
    let items = store.items_of(&imported.import.id).unwrap();
    let told: Vec<&str> = items.iter().map(|item| item.statement.as_str()).collect();
    assert_eq!(told, ["\"open, and never closed", "the end is quoted", "5\" long", "plain"]);
}

/// The last column is cut: as many fields as there should be, and not what was written.
#[test]
fn half_a_row_at_the_end_is_a_broken_file_and_no_row() {
    let folder = Folder::new();
    let mut store = folder.store();
    let file =
        evidence(&[row(&[("evidence_id", "1")]), row(&[("evidence_id", "2"), ("is_flagged", "true")])]);
    let cut = file.get(..file.len() - 3).unwrap();
    assert!(cut.ends_with("\ttr"));
    assert_eq!(import(&mut store, "e.tsv", cut).unwrap_err().code(), "knowledge-damaged");
    // A whole row without its line end is a whole row, and within a file the fault is the row's alone.
    assert_eq!(import(&mut store, "e.tsv", file.trim_end()).unwrap().import.ledger.kept, 2);
    let within =
        evidence(&[row(&[("evidence_id", "1"), ("is_flagged", "tr")]), row(&[("evidence_id", "2")])]);
    assert_eq!(import(&mut store, "f.tsv", &within).unwrap().import.ledger.set_aside, 1);
}
