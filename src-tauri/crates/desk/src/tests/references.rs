//! Reference genomes at the desk: registered once, used at every intake, and what becomes of them when the file changes.

use super::{Folder, desk, done, refused};
use crate::Desk;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Contig 7: four times CA from position 4, and more.
const SEQUENCE: &str = "GGGCACACACAGGGATTACAGATTACA";

fn file(folder: &Folder, name: &str, text: &str) -> PathBuf {
    std::fs::create_dir_all(&folder.0).unwrap();
    let path = folder.0.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn vcf(folder: &Folder, name: &str, head: &str, records: &[(usize, &str, &str)]) -> PathBuf {
    let mut text = format!("##fileformat=VCFv4.2\n{head}#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n");
    for (position, reference, alternate) in records {
        text.push_str(&format!("chr7\t{position}\t.\t{reference}\t{alternate}\t.\tPASS\t.\n"));
    }
    file(folder, name, &text)
}

fn maf(
    folder: &Folder,
    name: &str,
    head: &str,
    position: usize,
    reference: &str,
    alternate: &str,
) -> PathBuf {
    let end = position + reference.len() - 1;
    file(
        folder,
        name,
        &format!(
            "{head}Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tVariant_Type\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\tTumor_Sample_Barcode\n\
             EGFR\tGRCh37\t7\t{position}\t{end}\tDEL\t{reference}\t{reference}\t{alternate}\tT-1\n"
        ),
    )
}

fn opened() -> (Desk, Folder) {
    let (mut desk, folder) = desk();
    done(
        &mut desk,
        "create_store",
        json!({ "institution": "円卓", "member": "佐藤", "password": "long-enough-2026" }),
    );
    (desk, folder)
}

fn register(desk: &mut Desk, folder: &Folder) -> Value {
    let path = file(folder, "hg19.fa", &format!(">chr7 made for tests\n{SEQUENCE}\n"));
    done(desk, "register_reference", json!({ "path": path, "build": "hg19" }))
}

fn codes(inspection: &Value) -> Vec<&str> {
    inspection["notes"].as_array().unwrap().iter().map(|note| note["code"].as_str().unwrap()).collect()
}

const HG19: &str = "##reference=hg19\n";

#[test]
fn a_reference_is_registered_listed_replaced_and_removed() {
    let (mut desk, folder) = opened();
    assert_eq!(done(&mut desk, "references", json!({})), json!([]));
    let list = register(&mut desk, &folder);
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!((&list[0]["build"], &list[0]["ok"]), (&json!("GRCh37"), &json!(true)));
    assert_eq!(
        (&list[0]["contigs"], &list[0]["by"], &list[0]["why"]),
        (&json!(1), &json!("佐藤"), &json!(null))
    );
    assert!(list[0]["remark"].as_str().unwrap().contains("一部だけ"), "a part of a genome is said to be one");
    assert!(list[0]["file"].as_str().unwrap().ends_with("hg19.fa"));
    let again = register(&mut desk, &folder);
    assert_eq!(again, list, "the same once more changes nothing");

    let path = list[0]["file"].as_str().unwrap().to_owned();
    std::fs::write(&path, format!(">chr7 made for tests\n{}\n", SEQUENCE.to_lowercase())).unwrap();
    let list = done(&mut desk, "references", json!({}));
    assert_eq!(list[0]["ok"], false, "another file under that name is not used unasked");
    assert!(list[0]["why"].as_str().unwrap().contains("登録したときのものと異なります"));
    std::fs::remove_file(&path).unwrap();
    assert_eq!(done(&mut desk, "references", json!({}))[0]["ok"], false);

    assert_eq!(
        refused(&mut desk, "register_reference", json!({ "path": path, "build": "GRCh37" })),
        "invalid"
    );
    assert_eq!(refused(&mut desk, "register_reference", json!({ "path": "", "build": "GRCh37" })), "invalid");
    assert_eq!(
        refused(&mut desk, "register_reference", json!({ "path": "x.fa", "build": "hg18" })),
        "invalid"
    );
    let other = file(&folder, "38.fa", ">NC_000007.14\nACGT\n");
    assert_eq!(
        refused(&mut desk, "register_reference", json!({ "path": other, "build": "GRCh37" })),
        "invalid",
        "contigs of another build"
    );
    assert_eq!(done(&mut desk, "remove_reference", json!({ "build": "GRCh37" })), json!([]));
    assert_eq!(refused(&mut desk, "remove_reference", json!({ "build": "GRCh37" })), "not-found");
}

#[test]
fn one_deletion_of_a_vcf_and_a_maf_at_two_places_of_a_repeat_is_one_finding_with_the_reference() {
    let (mut desk, folder) = opened();
    // CA at 4 and CA at 10, of four: the same sequence is left.
    let left = vcf(&folder, "a.vcf", HG19, &[(3, "GCA", "G")]);
    let right = maf(&folder, "b.maf", "", 10, "CA", "-");
    let findings = |desk: &mut Desk| {
        let taken = done(desk, "intake", json!({ "paths": [left, right] }));
        let shown = taken["case"]["findings"].as_array().unwrap().clone();
        (shown.len(), shown[0]["sources"].clone(), shown[0]["referenceMisfit"].clone())
    };
    assert_eq!(findings(&mut desk).0, 2, "by their own bases they are two places");
    register(&mut desk, &folder);
    assert_eq!(findings(&mut desk), (1, json!(["a.vcf", "b.maf"]), json!(null)));
    // What was loaded before the reference was there is still found by the place as written.
    let before = done(&mut desk, "remove_reference", json!({ "build": "GRCh37" }));
    assert_eq!(before, json!([]));
    let taken = done(&mut desk, "intake", json!({ "paths": [right] }));
    register(&mut desk, &folder);
    let same = maf(&folder, "c.maf", "#version 2.4\n", 10, "CA", "-");
    let again = done(&mut desk, "intake", json!({ "paths": [same], "caseId": taken["case"]["caseId"] }));
    assert_eq!(again["case"]["findings"].as_array().unwrap().len(), 1);
}

#[test]
fn a_misfit_is_told_at_the_file_and_at_the_finding() {
    let (mut desk, folder) = opened();
    register(&mut desk, &folder);
    let path = vcf(&folder, "a.vcf", HG19, &[(4, "C", "T"), (15, "G", "T"), (900, "A", "T")]);
    let inspected = done(&mut desk, "inspect_file", json!({ "path": path }));
    assert_eq!(codes(&inspected), ["reference-misfit"]);
    assert!(inspected["notes"][0]["hint"].as_str().unwrap().contains("参照アレル"), "in Japanese");
    assert_eq!(
        (&inspected["reference"]["lookedAt"], &inspected["reference"]["misfits"]),
        (&json!(3), &json!(2))
    );
    let taken = done(&mut desk, "intake", json!({ "paths": [path] }));
    assert_eq!(codes(&taken["files"][0]), ["reference-misfit"]);
    let rows = taken["case"]["findings"].as_array().unwrap();
    assert_eq!(rows.len(), 3, "what does not fit stays a finding");
    assert_eq!(rows[0]["referenceMisfit"], json!(null));
    assert!(rows[1]["referenceMisfit"]["ja"].as_str().unwrap().contains("この位置はA"), "{}", rows[1]);
    assert!(rows[2]["referenceMisfit"]["en"].as_str().unwrap().starts_with("Beyond the end"), "{}", rows[2]);

    // A reference that cannot be used is said, and the file is read all the same.
    std::fs::remove_file(folder.0.join("hg19.fa.fai")).unwrap();
    let inspected = done(&mut desk, "inspect_file", json!({ "path": path }));
    assert_eq!(codes(&inspected), ["reference-unusable"]);
    assert_eq!(inspected["ledger"]["kept"], 3);
}

#[test]
fn a_file_is_looked_at_beside_a_reference_that_is_not_registered() {
    let (mut desk, folder) = opened();
    let path = vcf(&folder, "a.vcf", HG19, &[(4, "C", "T"), (15, "G", "T")]);
    let genome = file(&folder, "own.fa", &format!(">chr7\n{SEQUENCE}\n"));
    let named = |build: &str| json!({ "path": path, "references": [{ "path": genome, "build": build }] });
    assert_eq!(codes(&done(&mut desk, "inspect_file", named("GRCh37"))), ["reference-misfit"]);
    assert_eq!(refused(&mut desk, "inspect_file", named("")), "invalid");
    assert_eq!(done(&mut desk, "references", json!({})), json!([]), "and is not registered by it");
}

#[test]
fn a_finding_entered_by_hand_is_compared_too() {
    let (mut desk, folder) = opened();
    register(&mut desk, &folder);
    let path = vcf(&folder, "a.vcf", HG19, &[(4, "C", "T")]);
    let mut case = done(&mut desk, "intake", json!({ "paths": [path] }))["case"].clone();
    let mut enter = |position: u32, reference: &str, alternate: &str, assembly: &str| {
        case = done(
            &mut desk,
            "enter_finding",
            json!({
                "caseId": case["caseId"], "expectedVersion": case["version"], "kind": "shortVariant", "gene": "EGFR",
                "chromosome": "7", "position": position, "assembly": assembly, "reference": reference,
                "alternate": alternate, "reason": "電話で追加", "reported": true,
            }),
        );
        case["findings"].as_array().unwrap().last().unwrap().clone()
    };
    // Position 15 of the sequence is A.
    let shown = enter(15, "G", "T", "GRCh37");
    assert!(shown["referenceMisfit"]["ja"].as_str().unwrap().contains("この位置はA"), "{shown}");
    assert_eq!(enter(15, "A", "T", "GRCh37")["referenceMisfit"], json!(null));
    assert_eq!(
        enter(15, "G", "C", "GRCh38")["referenceMisfit"],
        json!(null),
        "there is no reference of GRCh38"
    );
}

#[test]
fn a_file_without_a_build_is_offered_one() {
    let (mut desk, folder) = opened();
    register(&mut desk, &folder);
    let records: Vec<_> = (1..=9).map(|at| (at, SEQUENCE.get(at - 1..at).unwrap(), "N")).collect();
    let path = vcf(&folder, "a.vcf", "", &records);
    let inspected = done(&mut desk, "inspect_file", json!({ "path": path }));
    assert_eq!(codes(&inspected), ["build-unknown", "reference-build-offered"]);
    assert_eq!(
        (&inspected["reference"]["build"], &inspected["reference"]["offered"]),
        (&json!("GRCh37"), &json!(true))
    );
    let named = done(&mut desk, "inspect_file", json!({ "path": path, "assembly": "GRCh37" }));
    assert_eq!((codes(&named), &named["reference"]["offered"]), (vec![], &json!(false)));
}
