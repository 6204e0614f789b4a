use super::*;

fn node(code: &str, parent: &str, former: &[&str]) -> Node {
    Node {
        code: code.to_owned(),
        name: code.to_lowercase(),
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
        tissue: None,
        main_type: None,
        nci: Vec::new(),
        umls: Vec::new(),
        former: former.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn tree() -> OncoTree {
    OncoTree::new(
        "1".to_owned(),
        [
            node("TISSUE", "", &[]),
            node("LUNG", "TISSUE", &[]),
            node("NSCLC", "LUNG", &[]),
            node("LUAD", "NSCLC", &[]),
            node("LUSC", "NSCLC", &[]),
            node("BREAST", "TISSUE", &[]),
            node("IDC", "BREAST", &[]),
            node("GB", "TISSUE", &["GBM"]),
            node("MYELOID", "TISSUE", &[]),
            node("AML", "MYELOID", &[]),
            node("LYMPH", "TISSUE", &[]),
            node("BLL", "LYMPH", &["ALL"]),
            node("TLL", "LYMPH", &["ALL"]),
        ],
    )
}

fn row(name: &str, doid: &str, mapped: Mapped) -> MappedDisease {
    MappedDisease { name: name.to_owned(), doid: (!doid.is_empty()).then(|| doid.to_owned()), mapped }
}

fn is(codes: &[&str]) -> Mapped {
    Mapped::Nodes { is: codes.iter().map(|code| (*code).to_owned()).collect(), within: Vec::new() }
}

fn map() -> DiseaseMap {
    let within = |code: &str| Mapped::Nodes { is: Vec::new(), within: vec![code.to_owned()] };
    DiseaseMap::new(
        "1".to_owned(),
        "by hand".to_owned(),
        Certainty::General,
        [
            row("Lung Adenocarcinoma", "3910", is(&["LUAD"])),
            row("Lung Non-small Cell Carcinoma", "3908", is(&["NSCLC"])),
            row("Her2-receptor Positive Breast Cancer", "0060079", within("BREAST")),
            row("Hematologic Cancer", "2531", is(&["LYMPH", "MYELOID"])),
            row("Acute Lymphoblastic Leukemia", "9952", is(&["BLL", "TLL"])),
            row("Glioblastoma", "3068", is(&["GB"])),
            row("Cancer", "162", Mapped::Any),
            row("Solid Tumor", "", Mapped::AnySolid),
        ],
    )
}

#[test]
fn a_disease_is_the_same_above_below_any_or_another() {
    use DiseaseRelation::{Ancestor, Any, Descendant, Other, Same, Unknown};
    for (case, name, doid, expected) in [
        (Some("LUAD"), "Lung Adenocarcinoma", "3910", Same),
        (Some("luad"), "lung  adenocarcinoma", "", Same),
        (Some("LUAD"), "anything", "DOID:3910", Same),
        (Some("LUAD"), "Lung Non-small Cell Carcinoma", "3908", Ancestor),
        (Some("NSCLC"), "Lung Adenocarcinoma", "3910", Descendant),
        (Some("LUNG"), "Lung Adenocarcinoma", "3910", Descendant),
        (Some("LUSC"), "Lung Adenocarcinoma", "3910", Other),
        (Some("IDC"), "Her2-receptor Positive Breast Cancer", "0060079", Descendant),
        (Some("BREAST"), "Her2-receptor Positive Breast Cancer", "0060079", Descendant),
        (Some("LUAD"), "Her2-receptor Positive Breast Cancer", "0060079", Other),
        // Leading zeros belong to the id.
        (Some("IDC"), "", "60079", Unknown),
        (Some("AML"), "Hematologic Cancer", "2531", Ancestor),
        (Some("BLL"), "Hematologic Cancer", "2531", Ancestor),
        (Some("LUAD"), "Hematologic Cancer", "2531", Other),
        (Some("TLL"), "Acute Lymphoblastic Leukemia", "9952", Same),
        (Some("ALL"), "Acute Lymphoblastic Leukemia", "9952", Same),
        (Some("GBM"), "Glioblastoma", "3068", Same),
        (Some("LUAD"), "Cancer", "162", Any),
        (None, "Cancer", "162", Any),
        (Some("LUAD"), "Solid Tumor", "", Any),
        (Some("AML"), "Solid Tumor", "", Other),
        (None, "Solid Tumor", "", Unknown),
        (Some("XXXX"), "Solid Tumor", "", Unknown),
        (Some("LUAD"), "Lynch Syndrome", "3883", Unknown),
        (Some("LUAD"), "", "", Unknown),
        (None, "Lung Adenocarcinoma", "3910", Unknown),
        (Some("XXXX"), "Lung Adenocarcinoma", "3910", Unknown),
    ] {
        let disease = EvidenceDisease {
            name: (!name.is_empty()).then(|| name.to_owned()),
            doid: (!doid.is_empty()).then(|| doid.to_owned()),
            oncotree: Vec::new(),
        };
        assert_eq!(relation(case, &disease, &map(), &tree()), expected, "{case:?} {name} {doid}");
    }
}

#[test]
fn codes_that_a_source_gives_stand_before_the_table_and_the_closest_counts() {
    let disease = |codes: &[&str]| EvidenceDisease {
        name: Some("Glioblastoma".to_owned()),
        doid: None,
        oncotree: codes.iter().map(|code| (*code).to_owned()).collect(),
    };
    let relation = |codes: &[&str]| relation(Some("LUAD"), &disease(codes), &map(), &tree());
    assert_eq!(relation(&["AML", "NSCLC", "LUAD"]), DiseaseRelation::Same);
    assert_eq!(relation(&["AML", "NSCLC"]), DiseaseRelation::Ancestor);
    assert_eq!(relation(&["TISSUE"]), DiseaseRelation::Any);
    assert_eq!(relation(&["ZZZ"]), DiseaseRelation::Unknown);
}

#[test]
fn a_ring_of_parents_ends() {
    let ring = OncoTree::new("1".to_owned(), [node("A", "B", &[]), node("B", "A", &[]), node("C", "C", &[])]);
    let disease = EvidenceDisease { oncotree: vec!["C".to_owned()], ..EvidenceDisease::default() };
    assert_eq!(relation(Some("A"), &disease, &map(), &ring), DiseaseRelation::Other);
}
