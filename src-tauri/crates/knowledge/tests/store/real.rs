//! Real releases, where they are at hand: `ENTAKU_SHARED_DATA` names the folder. The figures come from the files' catalogue and
//! from counting the files' lines by other means.

use crate::made::{Folder, on, options};
use entaku_domain::evidence::{Direction, EvidenceItem};
use entaku_knowledge::{Import, ImportOutcome, KnowledgeKind, KnowledgeStore};
use std::io::Write;
use std::path::PathBuf;

fn shared(file: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("ENTAKU_SHARED_DATA") else {
        println!("ENTAKU_SHARED_DATA names no folder: {file} was not looked at");
        return None;
    };
    let path = PathBuf::from(folder).join("knowledge").join(file);
    if !path.is_file() {
        println!("{} is not there and was not looked at", path.display());
        return None;
    }
    Some(path)
}

fn taken(store: &mut KnowledgeStore, file: &str) -> Option<Import> {
    let imported = store.import(&shared(file)?, &options(), &mut on).unwrap();
    assert_eq!(imported.outcome, ImportOutcome::Kept);
    let ledger = &imported.import.ledger;
    assert_eq!(ledger.read, ledger.kept + ledger.set_aside, "{file}");
    Some(imported.import)
}

#[test]
fn every_row_of_civics_release_of_2021_is_accounted_for() {
    let folder = Folder::new();
    let mut store = folder.store();
    let Some(evidence) = taken(&mut store, "civic/nightly-ClinicalEvidenceSummaries.tsv") else { return };
    assert_eq!(
        (evidence.kind, evidence.ledger.read, evidence.ledger.kept),
        (KnowledgeKind::CivicEvidence, 3706, 3706)
    );
    assert_eq!(evidence.version, "2021-02-03");
    let items = store.items_of(&evidence.id).unwrap();
    let count = |test: &dyn Fn(&EvidenceItem) -> bool| items.iter().filter(|item| test(item)).count();
    let level = |wanted: &str| count(&|item| item.level.as_ref().is_some_and(|level| level.level == wanted));
    assert_eq!([level("A"), level("B"), level("C"), level("D"), level("E")], [73, 1293, 1301, 965, 74]);
    assert_eq!(count(&|item| item.profile == "BRAF V600E"), 87);
    assert_eq!(count(&|item| item.direction == Direction::Resistance), 951 + 15);
    assert_eq!(count(&|item| item.direction == Direction::OtherResponse), 9 + 2 + 1);
    assert_eq!(count(&|item| !item.supports), 426);
    let variants = taken(&mut store, "civic/nightly-VariantSummaries.tsv").unwrap();
    assert_eq!((variants.ledger.read, variants.ledger.kept, variants.ledger.rescued), (1467, 1467, 6));
    let assertions = taken(&mut store, "civic/nightly-AssertionSummaries.tsv").unwrap();
    assert_eq!((assertions.ledger.read, assertions.ledger.kept), (19, 19));
    let genes = taken(&mut store, "civic/nightly-GeneSummaries.tsv").unwrap();
    assert_eq!(genes.kind, KnowledgeKind::CivicFeatures);
    // Rows that name the gene in the column of genes or as a partner in the variant, counted by another program.
    for (gene, rows) in [
        ("BRAF", 224),
        ("EGFR", 229),
        ("KRAS", 184),
        ("ALK", 133),
        ("ERBB2", 109),
        ("BRCA1", 30),
        ("EML4", 48),
        ("KIF5B", 2),
    ] {
        assert_eq!(store.evidence_for(&[gene], false).unwrap().len(), rows, "{gene}");
    }
    let braf = store.evidence_for(&["BRAF"], false).unwrap();
    let v600e = braf.iter().find(|known| known.item.profile == "BRAF V600E").unwrap();
    assert!(
        v600e
            .variants
            .iter()
            .any(|variant| variant.hgvs.iter().any(|hgvs| hgvs.starts_with("NM_004333.4:c.1799T>A")))
    );
}

#[test]
fn the_form_since_2023_is_read_with_its_composite_profiles() {
    let folder = Folder::new();
    let mut store = folder.store();
    let file = "civic-2026/01-Oct-2026-AcceptedClinicalEvidenceSummaries.excerpt.tsv";
    let Some(evidence) = taken(&mut store, file) else { return };
    assert_eq!((evidence.ledger.kept, evidence.version.as_str()), (24, "2026-10-01"));
    let found = |gene| store.evidence_for(&[gene], false).unwrap().len();
    assert_eq!((found("RANBP2"), found("EML4"), found("TMB"), found("ALK")), (1, 1, 1, 3));
    assert_eq!(store.items_of(&evidence.id).unwrap().iter().filter(|item| item.contested).count(), 2);
}

#[test]
fn every_release_of_oncotree_and_the_hotspots_are_read_whole() {
    let folder = Folder::new();
    let mut store = folder.store();
    for (file, nodes) in [
        ("oncotree_2025_10_03.json", 898),
        ("oncotree_legacy_1.1.json", 628),
        ("oncotree_2021_11_02.json", 885),
        ("oncotree_2020_04_01.json", 869),
    ] {
        let Some(import) = taken(&mut store, &format!("oncotree/trees/{file}")) else { return };
        assert_eq!((import.ledger.read, import.ledger.kept), (nodes, nodes), "{file}");
    }
    let tree = store.oncotree().unwrap().unwrap();
    assert_eq!((tree.import.version.as_str(), tree.rows.len()), ("2025-10-03", 898));
    assert_eq!(tree.rows.iter().filter(|node| node.level == 1).count(), 32);
    let hotspots = taken(&mut store, "cancerhotspots/hotspots_v2_and_3d.txt").unwrap();
    assert_eq!((hotspots.ledger.read, hotspots.ledger.kept), (6910, 6910));
    let nras = store.hotspots("NRAS").unwrap().unwrap().rows;
    let q61 =
        nras.iter().find(|hotspot| hotspot.residue == "Q61" && hotspot.kind == "single residue").unwrap();
    assert_eq!((q61.total, q61.variants.first()), (Some(422), Some(&("P".to_owned(), 2))));
}

#[test]
#[ignore = "a measurement: run it in release"]
fn figures() {
    let folder = Folder::new();
    let mut store = folder.store();
    let Some(path) = shared("civic/nightly-ClinicalEvidenceSummaries.tsv") else { return };
    let start = std::time::Instant::now();
    store.import(&path, &options(), &mut on).unwrap();
    println!("evidence imported in {:?}", start.elapsed());
    let most = || {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM unknown").to_owned()
    };
    println!("{}", most());
    let content = std::fs::read_to_string(&path).unwrap();
    let (header, rows) = content.split_once('\n').unwrap();
    let large = folder.path().join("large.tsv");
    let mut writer = std::io::BufWriter::new(std::fs::File::create(&large).unwrap());
    writeln!(writer, "{header}").unwrap();
    for copy in 1..=20_u32 {
        for row in rows.lines() {
            let mut fields: Vec<String> = row.split('\t').map(str::to_owned).collect();
            let id = fields.get_mut(20).unwrap();
            *id = format!("{copy}{id:0>6}");
            writeln!(writer, "{}", fields.join("\t")).unwrap();
        }
    }
    writer.flush().unwrap();
    drop((writer, content));
    let mut other = Folder::new().store();
    let start = std::time::Instant::now();
    println!("before: {}", most());
    let many = other.import(&large, &options(), &mut on).unwrap().import.ledger.kept;
    println!("{many} rows imported in {:?}; {}", start.elapsed(), most());
    for file in ["civic/nightly-VariantSummaries.tsv", "civic/nightly-AssertionSummaries.tsv"] {
        taken(&mut store, file);
    }
    let mut genes: Vec<(usize, String)> = Vec::new();
    for gene in [
        "BRAF", "EGFR", "KRAS", "ALK", "ERBB2", "PIK3CA", "TP53", "VHL", "KIT", "ABL1", "BRCA1", "BRCA2",
        "MET", "NRAS",
    ] {
        genes.push((store.evidence_for(&[gene], true).unwrap().len(), gene.to_owned()));
    }
    println!("{genes:?}");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut all: Vec<String> =
        text.lines().skip(1).filter_map(|line| line.split('\t').next()).map(str::to_owned).collect();
    all.sort();
    all.dedup();
    let start = std::time::Instant::now();
    let count = store.items_of("K1").unwrap().len();
    println!("all {count} items in {:?}", start.elapsed());
    for many in [10, 100, 325, 100] {
        let mut wanted: Vec<&str> = genes.iter().map(|(_, gene)| gene.as_str()).collect();
        wanted.extend(all.iter().map(String::as_str));
        wanted.truncate(many);
        let start = std::time::Instant::now();
        let found = store.evidence_for(&wanted, true).unwrap().len();
        println!("{many} genes: {found} items in {:?}", start.elapsed());
    }
}
