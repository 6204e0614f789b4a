//! Trees, symbols, roles, hotspots, and the lists that a site keeps.

use crate::made::{Folder, import, on, options};
use entaku_domain::certainty::Certainty;
use entaku_domain::evidence::{CitationKind, Direction};
use entaku_domain::finding::VerbatimField;
use entaku_domain::gene_role::GeneRole;
use entaku_knowledge::{
    AliasKind, DiseaseScope, ImportOptions, KnowledgeKind, KnowledgeStore, KnowledgeStoreError, ListEdit,
    SetAsideReason,
};

const OWN: &str = "\u{FEFF}id,profile,direction,level,scale,disease,oncotree,drugs,reference,source,date\r\n\
    S1,BRAF V600E,感受性,A,3学会,\"Melanoma, cutaneous\",SKCM;MEL,ダブラフェニブ、トラメチニブ,PMID 123;NCT01,院内,2026-01-02\r\n\
    S2,TMB High,resistance,,,,,,,院内,2026-01-03\r\n\
    S3,KRAS G12C,sensitivity,A,,,,,,院内,\r\n";

#[test]
fn the_own_list_is_evidence_and_a_level_needs_its_scale() {
    let folder = Folder::new();
    let mut store = folder.store();
    let imported = import(&mut store, "own.csv", OWN).unwrap().import;
    assert_eq!((imported.kind, imported.ledger.kept), (KnowledgeKind::OwnList, 2));
    assert_eq!(imported.ledger.by_reason.get(&SetAsideReason::Missing), Some(&1));
    let known = store.evidence_for(&["BRAF"], false).unwrap();
    let item = &known.first().unwrap().item;
    assert_eq!((item.source.as_str(), item.direction), ("院内", Direction::Sensitivity));
    assert_eq!(item.disease.oncotree, ["SKCM", "MEL"]);
    assert_eq!(item.disease.name.as_deref(), Some("Melanoma, cutaneous"));
    assert_eq!(item.therapies, ["ダブラフェニブ", "トラメチニブ"]);
    let kinds: Vec<_> =
        item.references.iter().map(|reference| (reference.kind, reference.id.as_str())).collect();
    assert_eq!(kinds, [(CitationKind::PubMed, "123"), (CitationKind::Trial, "NCT01")]);
    assert_eq!(store.evidence_for(&["TMB"], false).unwrap().len(), 1);
}

#[test]
fn an_edit_is_a_new_version_with_who_and_why_and_the_old_one_stays() {
    let folder = Folder::new();
    let mut store = folder.store();
    let first = import(&mut store, "own-2026-12-31.csv", OWN).unwrap().import;
    let field = |name: &str, text: &str| VerbatimField(name.into(), text.into());
    let new = vec![
        field("id", "S9"),
        field("profile", "MET Exon 14 Skipping"),
        field("direction", "sensitivity"),
        field("source", "院内"),
        field("statement", "一行目\n\"二行目\""),
    ];
    let edits = [ListEdit::Remove("S2".into()), ListEdit::Put(new)];
    let options =
        ImportOptions { why: Some("会議での決定".into()), by: "編集者".into(), ..options() };
    let edited =
        store.edit_list(KnowledgeKind::OwnList, Some(&first.id), &edits, &options, &mut on).unwrap().import;
    assert_eq!((edited.by.as_str(), edited.why.as_deref()), ("編集者", Some("会議での決定")));
    let ids = |store: &KnowledgeStore, import: &str| -> Vec<String> {
        store.items_of(import).unwrap().into_iter().map(|item| item.id).collect()
    };
    assert_eq!(
        (ids(&store, &edited.id), ids(&store, &first.id)),
        (vec!["S1".into(), "S9".into()], vec!["S1".into(), "S2".into()])
    );
    assert!(
        store.evidence_for(&["TMB"], false).unwrap().is_empty(),
        "the edited list answers, whatever day a file named"
    );
    let known = store.evidence_for(&["MET"], false).unwrap();
    assert_eq!(known.first().unwrap().item.statement, "一行目\n\"二行目\"");
    // Exported and imported elsewhere it is the same list.
    let csv = store.export_csv(&edited.id).unwrap();
    let other = Folder::new();
    let mut there = other.store();
    let again = import(&mut there, "own.csv", &csv).unwrap().import;
    assert_eq!(there.items_of(&again.id).unwrap(), store.items_of(&edited.id).unwrap());
    let workbook = store.export_xlsx(&edited.id).unwrap();
    assert_eq!(workbook, store.export_xlsx(&edited.id).unwrap(), "the same list, the same bytes");
    let again = there.import_bytes("own.xlsx", &workbook, &options, &mut on).unwrap().import;
    assert_eq!(again.kind, KnowledgeKind::OwnList);
    assert_eq!(there.items_of(&again.id).unwrap(), store.items_of(&edited.id).unwrap());
}

#[test]
fn a_workbook_is_read_by_the_sheet_that_has_the_header_and_dates_are_days() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let folder = Folder::new();
    let mut store = folder.store();
    let mut book = Workbook::new();
    book.add_worksheet().write_string(3, 3, "read me").unwrap();
    let sheet = book.add_worksheet();
    for (at, name) in (0..).zip(["ID", "薬剤", "遺伝子", "変化", "がん種", "検査", "出典", "日付", "確かさ"])
    {
        sheet.write_string(1, at, name).unwrap();
    }
    for (at, text) in (0..).zip(["C1", "薬A、薬B", "EGFR", "Exon 19 Deletion", "肺癌", "検査X", "告示"])
    {
        sheet.write_string(2, at, text).unwrap();
    }
    let day = ExcelDateTime::from_ymd(2026, 6, 1).unwrap();
    sheet.write_datetime_with_format(2, 7, &day, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
    sheet.write_number(4, 0, 2).unwrap();
    let imported =
        store.import_bytes("x.xlsx", &book.save_to_buffer().unwrap(), &options(), &mut on).unwrap().import;
    assert_eq!(
        (imported.kind, imported.ledger.kept, imported.ledger.set_aside),
        (KnowledgeKind::CompanionTests, 1, 1)
    );
    assert_eq!(
        store.set_aside(&imported.id).unwrap().first().unwrap().line,
        5,
        "as the spreadsheet shows it"
    );
    let test = store.companion_tests().unwrap().unwrap().rows.remove(0);
    assert_eq!(
        (test.drugs.len(), test.date.as_str(), test.profiles()),
        (2, "2026-06-01", vec!["EGFR Exon 19 Deletion".to_owned()])
    );
}

#[test]
fn an_edit_that_cannot_be_taken_whole_is_refused() {
    let folder = Folder::new();
    let mut store = folder.store();
    import(&mut store, "own.csv", OWN).unwrap();
    let field = |name: &str, text: &str| VerbatimField(name.into(), text.into());
    let bad = vec![field("id", "S9"), field("profile", "X"), field("direction", "up"), field("source", "s")];
    for edit in
        [ListEdit::Put(bad), ListEdit::Put(vec![field("profile", "X")]), ListEdit::Remove("S7".into())]
    {
        let error =
            store.edit_list(KnowledgeKind::OwnList, Some("K1"), &[edit], &options(), &mut on).unwrap_err();
        assert!(matches!(error, KnowledgeStoreError::RowRefused(_)), "{error}");
    }
    assert!(store.edit_list(KnowledgeKind::Hgnc, None, &[], &options(), &mut on).is_err());
    assert_eq!(store.imports().unwrap().len(), 1);
}

#[test]
fn companion_tests_without_certainty_are_unconfirmed() {
    let folder = Folder::new();
    let mut store = folder.store();
    let file = "id,drug,marker_gene,marker_change,tumour_name,oncotree,test,panels,status,source,date,certainty\n\
                C1,,EGFR,L858R;Exon 19 Deletion,固形癌,SOLID;!LUNG;MEL,,PanelA;PanelB,reimbursed,告示,2026-06-01,source\n\
                C2,DrugX,BRCA1,Loss,Ovary,,TestX,,approved,hearsay,2026-01-01,\n\
                C3,DrugX,BRCA2,Loss,Ovary,,TestX,,approved,hearsay,2026-01-01,sure\n";
    let imported = import(&mut store, "companion.csv", file).unwrap().import;
    assert_eq!(imported.ledger.by_reason.get(&SetAsideReason::UnknownWord), Some(&1));
    let tests = store.companion_tests().unwrap().unwrap().rows;
    let certainty: Vec<_> = tests.iter().map(|test| test.certainty).collect();
    assert_eq!(certainty, [Certainty::Source, Certainty::Unconfirmed]);
    assert_eq!(tests.first().unwrap().panels, ["PanelA", "PanelB"]);
    let first = tests.first().unwrap();
    assert!(first.drugs.is_empty() && first.solid);
    assert_eq!(first.profiles(), ["EGFR L858R", "EGFR Exon 19 Deletion"]);
    assert_eq!(
        (first.except.as_slice(), first.oncotree.as_slice()),
        (["LUNG".to_owned()].as_slice(), ["MEL".to_owned()].as_slice())
    );
}

#[test]
fn diseases_keep_their_leading_zeros() {
    let folder = Folder::new();
    let mut store = folder.store();
    let file = "doid,name,oncotree,source,date,certainty\n\
                0050905,Inflammatory Myofibroblastic Tumor,IMT,DO 2026,2026-01-01,general\n\
                DOID:162,Cancer,ANY,DO 2026,2026-01-01,source\n,Solid Tumor,SOLID,s,2026-01-01,\n1,x,,s,d,\n";
    let imported = import(&mut store, "map.csv", file).unwrap().import;
    assert_eq!((imported.ledger.kept, imported.ledger.set_aside), (3, 1));
    let map = store.disease_map().unwrap().unwrap().rows;
    let ids: Vec<_> = map.iter().map(|row| row.doid.as_str()).collect();
    assert_eq!(ids, ["0050905", "162", ""]);
    let scopes: Vec<_> = map.iter().map(|row| (row.oncotree.len(), row.scope)).collect();
    assert_eq!(scopes, [(1, None), (0, Some(DiseaseScope::Any)), (0, Some(DiseaseScope::Solid))]);
}

#[test]
fn aliases_tell_how_they_are_ones() {
    let folder = Folder::new();
    let mut store = folder.store();
    let file = "hgnc_id\tsymbol\tname\tstatus\talias_symbol\tprev_symbol\tdate_modified\n\
                HGNC:3430\tERBB2\terb-b2\tApproved\t\"NEU|HER-2|CD340|HER2\"\tNGL\t2026-10-11\n\
                HGNC:9\tNEU9\tmade\tApproved\tNGL|neu\t\t2026-09-01\n\
                HGNC:1\tGONE\tx\tEntry Withdrawn\t\t\t2026-01-01\n";
    let imported = import(&mut store, "hgnc.txt", file).unwrap().import;
    assert_eq!((imported.kind, imported.version.as_str()), (KnowledgeKind::Hgnc, "2026-10-11"));
    assert_eq!(imported.ledger.by_reason.get(&SetAsideReason::Withdrawn), Some(&1));
    let told = |symbol| {
        let found = store.aliases(symbol).unwrap();
        found.into_iter().map(|gene| (gene.names.symbol, gene.how)).collect::<Vec<_>>()
    };
    let (erbb2, neu9) = ("ERBB2".to_owned(), "NEU9".to_owned());
    assert_eq!(told("her2"), [(erbb2.clone(), AliasKind::Alias)]);
    assert_eq!(told("ERBB2"), [(erbb2.clone(), AliasKind::Approved)]);
    assert_eq!(told("NGL"), [(neu9.clone(), AliasKind::Alias), (erbb2.clone(), AliasKind::Previous)]);
    assert_eq!(told("NEU"), [(erbb2, AliasKind::Alias), (neu9, AliasKind::Alias)]);
    assert_eq!(told("XYZ"), []);
}

#[test]
fn roles_and_hotspots_are_read_by_their_headers() {
    let folder = Folder::new();
    let mut store = folder.store();
    import(&mut store, "roles.csv", "role;gene\noncogene;KRAS\nTSG;TP53\n").unwrap();
    let roles = store.roles().unwrap().unwrap().rows;
    let roles: Vec<_> = roles.iter().map(|role| (role.gene.as_str(), role.role)).collect();
    assert_eq!(roles, [("KRAS", GeneRole::Oncogene), ("TP53", GeneRole::TumourSuppressor)]);
    let file = "hugo_symbol\tresidue\tamino_acid_position\tvariant_amino_acid\ttumor_count\ttype\ttotal_count\n\
                NRAS\tQ61\t61\tR:204|*:1\t422\tsingle residue\t422.0\n\
                CDKN2A\t27-42\t27-42\tV28_E33del:4\t12\tin-frame indel\t\n\
                NRAS\tG12\t12\tD-many\t1\tsingle residue\t1\n";
    let imported = import(&mut store, "hotspots.txt", file).unwrap().import;
    assert_eq!((imported.ledger.kept, imported.ledger.set_aside), (2, 1));
    let hotspots = store.hotspots("nras").unwrap().unwrap().rows;
    let [q61] = hotspots.as_slice() else { panic!("{hotspots:?}") };
    assert_eq!((q61.start, q61.end, q61.total), (Some(61), Some(61), Some(422)));
    assert_eq!(q61.variants, [("R".to_owned(), 204), ("*".to_owned(), 1)]);
    let stretch = store.hotspots("CDKN2A").unwrap().unwrap().rows;
    assert_eq!((stretch.first().unwrap().start, stretch.first().unwrap().end), (Some(27), Some(42)));
    assert_eq!(stretch.first().unwrap().total, Some(12));
}

#[test]
fn oncotree_is_read_as_tree_and_as_list() {
    let folder = Folder::new();
    let mut store = folder.store();
    let tree = r#"{"TISSUE":{"code":"TISSUE","name":"Tissue","children":{
        "LUNG":{"code":"LUNG","name":"Lung","mainType":"Lung Cancer","externalReferences":{"NCI":["C12468"]},"tissue":"Lung",
            "children":{"NSCLC":{"code":"NSCLC","name":"Non-Small Cell","children":{},"parent":"LUNG","level":2,"history":["OLD"]}},
            "parent":"TISSUE","level":1},
        "BAD":{"name":"without code","children":{}}}}}"#;
    let imported = import(&mut store, "oncotree_2025_10_03.json", tree).unwrap().import;
    assert_eq!((imported.ledger.read, imported.ledger.kept, imported.version.as_str()), (4, 3, "2025-10-03"));
    let tree = store.oncotree().unwrap().unwrap();
    let codes: Vec<_> =
        tree.rows.iter().map(|node| (node.code.as_str(), node.parent.as_deref(), node.level)).collect();
    assert_eq!(codes, [("TISSUE", None, 0), ("LUNG", Some("TISSUE"), 1), ("NSCLC", Some("LUNG"), 2)]);
    assert_eq!(tree.rows.get(1).unwrap().nci, ["C12468"]);
    assert_eq!(tree.rows.get(2).unwrap().history, ["OLD"]);
    let list =
        r#"[{"code":"LUNG","name":"Lung","mainType":{"name":"Lung Cancer"},"parent":"TISSUE","level":1}]"#;
    import(&mut store, "oncotree_2026_01_01.json", list).unwrap();
    let newest = store.oncotree().unwrap().unwrap();
    assert_eq!(newest.import.version, "2026-01-01");
    assert_eq!(newest.rows.first().unwrap().main_type.as_deref(), Some("Lung Cancer"));
}

#[test]
fn an_edit_of_what_somebody_else_changed_is_refused_and_going_back_is_a_version() {
    let folder = Folder::new();
    let (mut store, mut other) = (folder.store(), folder.store());
    let role = |gene: &str, role: &str| {
        ListEdit::Put(vec![
            VerbatimField("gene".into(), gene.into()),
            VerbatimField("role".into(), role.into()),
        ])
    };
    let kind = KnowledgeKind::GeneRoles;
    let one = store.edit_list(kind, None, &[role("KRAS", "oncogene")], &options(), &mut on).unwrap().import;
    let two =
        other.edit_list(kind, Some(&one.id), &[role("TP53", "TSG")], &options(), &mut on).unwrap().import;
    for seen in [None, Some(one.id.as_str())] {
        let error = store.edit_list(kind, seen, &[role("MET", "oncogene")], &options(), &mut on).unwrap_err();
        assert!(matches!(&error, KnowledgeStoreError::Stale(now) if *now == two.id), "{error}");
    }
    let back = store
        .edit_list(kind, Some(&two.id), &[ListEdit::Remove("TP53".into())], &options(), &mut on)
        .unwrap();
    assert_eq!(
        (back.import.sha256.as_str(), back.outcome),
        (one.sha256.as_str(), entaku_knowledge::ImportOutcome::Kept)
    );
    assert_ne!(back.import.id, one.id);
    assert_eq!(
        store.roles().unwrap().unwrap().rows.len(),
        1,
        "the list as it is now, not as it was in between"
    );
}

#[test]
fn every_list_of_the_site_begins_with_a_header_by_which_it_is_known() {
    for kind in KnowledgeKind::ALL.iter().filter(|kind| kind.is_edited()) {
        let folder = Folder::new();
        let mut store = folder.store();
        let header = KnowledgeStore::list_template(*kind).unwrap();
        let error = import(&mut store, "empty.csv", &header).unwrap_err();
        assert!(matches!(error, KnowledgeStoreError::NothingKept { read: 0, .. }), "{kind:?}: {error}");
        let row = KnowledgeStore::list_columns(*kind).iter().map(|_| "x").collect::<Vec<_>>().join(",");
        let error =
            import(&mut store, "one.csv", &format!("{header}{row}\n")).map(|imported| imported.import.kind);
        assert!(
            matches!(error, Ok(known) if known == *kind)
                || matches!(error, Err(KnowledgeStoreError::NothingKept { .. }))
        );
    }
    assert_eq!(KnowledgeStore::list_template(KnowledgeKind::Hgnc), None);
}
