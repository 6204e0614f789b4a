//! Whatever a file holds: it is taken in with every row accounted for, or refused with nothing changed; never a panic.

use crate::made::{EVIDENCE, Folder, many, on, options};
use crate::vcf::{GNOMAD, RECORDS, chosen, indexed};
use entaku_domain::genome::{Chromosome, GenomeBuild, Position1};
use entaku_knowledge::{ImportOptions, KnowledgeKind, KnowledgeStoreError};
use proptest::prelude::*;
use std::io::{Read, Write};

const TREE: &str = r#"{"TISSUE":{"code":"TISSUE","name":"Tissue","children":{"LUNG":{"code":"LUNG","name":"Lung","mainType":"Lung Cancer",
    "externalReferences":{"NCI":["C12468"]},"level":1,"history":["OLD"],"children":{}}}}}"#;

const HGNC: &str =
    "hgnc_id\tsymbol\talias_symbol\tprev_symbol\nHGNC:1\tERBB2\t\"NEU|HER2\"\tNGL\nHGNC:2\tA\t\t\n";

const OWN: &str = "id,profile,direction,level,scale,source\nS1,\"EML4::ALK Fusion AND NOT (ALK F1174L)\",sensitivity,A,x,y\n";

const HOTSPOTS: &str = "hugo_symbol\tresidue\tamino_acid_position\tvariant_amino_acid\ttype\nNRAS\tQ61\t61\tR:204|*:1\tsingle residue\n";

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(["gene,role", "KRAS,oncogene", "TP53,TSG"]) {
        for (column, text) in (0..).zip(line.split(',')) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn is_sound(bytes: &[u8], kind: Option<KnowledgeKind>) {
    let folder = Folder::new();
    let mut store = folder.store();
    let options = ImportOptions { kind, ..options() };
    match store.import_bytes("any", bytes, &options, &mut on) {
        Ok(imported) => {
            let ledger = &imported.import.ledger;
            assert_eq!(ledger.read, ledger.kept + ledger.set_aside);
            assert_eq!(ledger.set_aside, ledger.by_reason.values().sum::<u64>());
            let aside = store.set_aside(&imported.import.id).unwrap();
            assert_eq!(aside.len() as u64, ledger.set_aside + ledger.rescued);
            assert_eq!(store.imports().unwrap(), std::slice::from_ref(&imported.import));
            store.items_of(&imported.import.id).unwrap();
            store.evidence_for(&["BRAF", "ALK", "EML4", ""], true).unwrap();
            store.oncotree().unwrap();
            store.remove(&imported.import.id).unwrap();
        }
        Err(error) => {
            assert!(!matches!(error, KnowledgeStoreError::Database { .. }), "{error:?}");
            assert!(!error.to_string().is_empty());
        }
    }
    assert!(store.imports().unwrap().is_empty());
}

fn given() -> impl Strategy<Value = Vec<u8>> {
    let sources: Vec<Vec<u8>> =
        vec![many(3).into_bytes(), TREE.into(), HGNC.into(), OWN.into(), HOTSPOTS.into(), workbook()];
    prop::sample::select(sources)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_with_bytes_changed_or_cut_off(
        mut bytes in given(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"\t\n\r\",;|:{}[]0aZ\0\xFF -".to_vec())), 0..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        is_sound(&bytes, None);
    }

    /// A damaged index or file is refused, or answers what the records say, or says that it cannot be asked.
    #[test]
    fn an_indexed_file_with_bytes_changed(
        in_index in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let folder = Folder::new();
        let path = indexed(&folder, "g.vcf.gz", GNOMAD, RECORDS);
        let index = folder.path().join("g.vcf.gz.tbi");
        let damaged = if in_index { &index } else { &path };
        // Of the index its content is changed, not the compression around it, which would only be found broken.
        let mut bytes = Vec::new();
        match in_index {
            true => drop(noodles_bgzf::io::Reader::new(std::fs::File::open(&index).unwrap()).read_to_end(&mut bytes).unwrap()),
            false => bytes = std::fs::read(&path).unwrap(),
        }
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if in_index {
            let mut writer = noodles_bgzf::io::Writer::new(Vec::new());
            writer.write_all(&bytes).unwrap();
            bytes = writer.finish().unwrap();
        }
        std::fs::write(damaged, &bytes).unwrap();
        let mut store = folder.store();
        let registered = store.register_vcf(&path, KnowledgeKind::Frequencies, &chosen("x", &["AF"]));
        if registered.is_ok() {
            let chromosome = Chromosome::parse("7").unwrap();
            for position in [100, 200, 100_000] {
                let position = Position1::new(position).unwrap();
                store.frequencies(&GenomeBuild::Grch38, &chromosome, position, "A", "T").unwrap();
            }
        }
    }

    #[test]
    fn fields_of_any_text(rows in prop::collection::vec(prop::collection::vec("(AND|OR|NOT|\\(|\\)|::|-|ALK|é円| |[^\t\n]){0,12}", EVIDENCE.len()), 1..4)) {
        let mut text = EVIDENCE.join("\t");
        for mut row in rows {
            row[7] = "Predictive".into();
            row[8] = "Supports".into();
            row[18] = "accepted".into();
            row[19] = "7".into();
            text.push('\n');
            text.push_str(&row.join("\t"));
        }
        text.push('\n');
        is_sound(text.as_bytes(), Some(KnowledgeKind::CivicEvidence));
    }
}
