//! The Japanese list's answers, thought through from its rules (see the data's source), and that they keep apart what is
//! unknown from what is not so.

use crate::rules::{RuleQuestion, Rulebook};
use entaku_domain::label::Language;
use serde_json::{Map, Value, json};

fn book() -> Rulebook {
    Rulebook::shipped().unwrap()
}

fn asked(book: &Rulebook, line: &Value) -> Value {
    book.answer(RuleQuestion::Germline, &line.to_string(), Language::Ja)
        .unwrap_or_else(|problem| panic!("{line}: {problem:?}"))
}

/// A row: `gene kind vaf panel`, then any of `msi=`, `age=`, `tumour=`, `class=`, `origin=`, `related=`, `phenotype=`; `-` is left
/// out. The class is pathogenic unless told.
fn line(row: &str) -> Value {
    let mut words = row.split_whitespace();
    let mut fields = Map::new();
    for name in ["gene", "kind", "vaf", "panel"] {
        match words.next() {
            None | Some("-") => {}
            Some(word) if name == "vaf" => {
                fields.insert(name.into(), json!(word.parse::<f64>().unwrap()));
            }
            Some(word) => {
                fields.insert(name.into(), json!(word));
            }
        }
    }
    fields.insert("significance".into(), json!("pathogenic"));
    for word in words {
        let (name, value) = word.split_once('=').unwrap();
        let (name, value) = match name {
            "age" => ("age", json!(value.parse::<f64>().unwrap())),
            "related" => ("relatedTumour", json!(value == "yes")),
            "phenotype" => ("phenotype", json!(value == "yes")),
            "tumour" => ("tumourType", json!(value.replace('_', " "))),
            "class" => ("significance", json!(value)),
            other => (other, json!(value)),
        };
        if value == "-" {
            fields.remove(name)
        } else {
            fields.insert(name.into(), value)
        };
    }
    Value::Object(fields)
}

const TABLE: &str = "
ATM snv 0.30 tumour-only => yes principle
ATM snv 0.299 tumour-only => no principle
ATM snv 0.31 tumour-only class=likely-pathogenic => yes principle
ATM indel 0.20 tumour-only => yes principle
ATM indel 0.199 tumour-only => no principle
ATM indel 0.25 tumour-only => yes principle
ATM snv 0.25 tumour-only => no principle
ATM - 0.25 tumour-only => depends principle
ATM - 0.30 tumour-only => yes principle
ATM - 0.19 tumour-only => no principle
ATM snv - tumour-only => depends principle
ATM - - tumour-only => depends principle
ATM snv 0.5 tumour-only class=- => depends principle
ATM snv 0.5 tumour-only class=conflicting => depends principle
ATM snv 0.5 tumour-only class=vus => no principle
ATM snv 0.5 tumour-only class=likely-benign => no principle
ATM snv 0.5 tumour-only class=benign => no principle
ATM snv 0.1 tumour-only class=- => no principle
ATM snv - tumour-only class=vus => no principle
ATM indel 0.29 liquid => no principle
ATM indel 0.30 liquid => yes principle
ATM - 0.25 liquid => no principle
ATM snv 0.35 liquid => yes principle
ATM cnv - tumour-only => depends principle
ATM rearrangement 0.4 tumour-only => depends principle
ATM cnv-gain - tumour-only => no principle
ATM cnv - tumour-only class=vus => no principle
BRCA1 snv 0.10 tumour-only => yes principle
BRCA1 snv 0.099 tumour-only => no principle
BRCA1 indel 0.10 tumour-only => yes principle
BRCA1 - 0.15 tumour-only => yes principle
BRCA1 - 0.05 tumour-only => no principle
BRCA2 snv 0.15 liquid => no principle
BRCA2 snv 0.30 liquid => yes principle
BRCA2 snv 0.15 - => depends principle
MLH1 snv 0.10 tumour-only msi=high => yes principle
MLH1 snv 0.10 tumour-only msi=stable => no principle
MLH1 snv 0.10 tumour-only msi=unknown => depends principle
MSH2 indel 0.12 tumour-only => depends principle
MSH6 snv 0.09 tumour-only => no principle
MSH6 snv 0.09 tumour-only msi=high => no principle
PMS2 snv 0.30 liquid msi=high => yes principle
PMS2 snv 0.29 liquid msi=high => no principle
PMS2 snv 0.50 liquid msi=stable => no principle
MSH2 cnv - tumour-only msi=stable => no principle
MSH2 cnv - tumour-only msi=high => depends principle
BRCA1 snv 0.5 tumour-only msi=stable => yes principle
POLE snv 0.5 tumour-only msi=stable => yes principle
MLH1 snv 0.02 tumour-normal msi=stable origin=germline => yes principle
MLH1 snv 0.5 tumour-normal msi=high origin=somatic => no principle
ATM snv 0.9 tumour-normal origin=somatic => no principle
ATM snv 0.9 tumour-normal origin=likely-somatic => no principle
ATM snv 0.05 tumour-normal origin=germline => yes principle
ATM snv 0.05 tumour-normal origin=likely-germline => yes principle
ATM snv 0.05 tumour-normal => depends principle
ATM snv 0.9 tumour-normal origin=unknown => depends principle
ATM snv - tumour-normal origin=germline class=vus => no principle
ATM cnv - tumour-normal origin=germline => yes principle
ATM rearrangement - tumour-normal origin=somatic => no principle
ATM snv 0.5 tumour-only origin=somatic => yes principle
ATM snv 0.1 tumour-only origin=somatic => no principle
ATM snv 0.5 liquid origin=likely-somatic => yes principle
ATM snv 0.1 tumour-only origin=germline => yes principle
ATM snv 0.1 - origin=germline => yes principle
ATM snv 0.1 - origin=somatic => no principle
ATM snv 0.5 - origin=somatic => depends principle
ATM snv 0.5 - => depends principle
ATM snv 0.1 - => depends principle
ATM snv 0.5 - class=benign => no principle
BAP1 snv 0.3 tumour-only => yes if-possible
BAP1 snv 0.29 tumour-only => no if-possible
TSC2 indel 0.2 tumour-only => yes if-possible
APC snv 0.4 tumour-only age=29 => yes young
APC snv 0.4 tumour-only age=29.9 => yes young
APC snv 0.4 tumour-only age=30 => no young
APC snv 0.4 tumour-only => depends young
APC snv 0.2 tumour-only => no young
APC snv 0.4 tumour-only age=52 phenotype=yes => no young
APC snv 0.4 tumour-normal age=52 origin=germline => yes young
APC indel 0.25 liquid age=20 => no young
RB1 - 0.25 tumour-only age=35 => no young
CDKN2A cnv - tumour-only age=60 => no young
CDKN2A cnv - tumour-only age=20 => depends young
TP53 snv 0.4 tumour-only age=25 related=yes => yes young-related
TP53 snv 0.4 tumour-only age=25 related=no => no young-related
TP53 snv 0.4 tumour-only age=25 => depends young-related
TP53 snv 0.4 tumour-only age=60 => no young-related
TP53 snv 0.4 tumour-only age=60 related=yes => no young-related
TP53 snv 0.4 tumour-only related=yes => depends young-related
TP53 snv 0.4 tumour-only related=no => no young-related
TP53 snv 0.4 tumour-only => depends young-related
TP53 snv 0.4 tumour-normal age=60 related=no origin=germline => yes young-related
NF1 indel 0.2 tumour-only age=12 related=yes => yes young-related
NF1 indel 0.19 tumour-only age=12 related=yes => no young-related
PTEN snv 0.4 tumour-only phenotype=yes => yes phenotype
PTEN snv 0.4 tumour-only phenotype=no => no phenotype
PTEN snv 0.4 tumour-only => depends phenotype
PTEN snv 0.4 tumour-only age=10 phenotype=no => no phenotype
PTEN snv 0.1 tumour-only phenotype=yes => no phenotype
PTEN cnv - tumour-only phenotype=no => no phenotype
STK11 snv 0.4 tumour-normal phenotype=no origin=germline => yes phenotype
EPCAM snv 0.4 tumour-only msi=stable phenotype=yes => yes phenotype-scarce
MET snv 0.4 tumour-only => depends phenotype-scarce
SUFU snv 0.4 liquid phenotype=yes => yes phenotype-scarce
VHL snv 0.4 tumour-only tumour=肺腺癌 => yes principle
VHL snv 0.4 tumour-only tumour=LUAD => yes principle
VHL snv 0.4 tumour-only => depends principle
VHL snv 0.4 tumour-only phenotype=yes => yes principle
VHL snv 0.4 tumour-only age=25 => yes principle
VHL snv 0.4 tumour-only age=60 phenotype=no => depends principle
VHL snv 0.4 tumour-only tumour=淡明細胞型腎細胞癌 age=60 phenotype=no => no principle
VHL snv 0.4 tumour-only tumour=CCRCC age=60 phenotype=no => no principle
VHL snv 0.4 tumour-only tumour=renal_cell_carcinoma age=60 => depends principle
VHL snv 0.4 tumour-only tumour=腎癌 age=60 phenotype=yes => yes principle
VHL snv 0.4 tumour-only tumour=腎癌 age=29 phenotype=no => yes principle
VHL snv 0.4 tumour-only tumour=腎癌 => depends principle
VHL snv 0.4 tumour-only tumour=副腎皮質癌 age=60 phenotype=no => yes principle
VHL snv 0.4 tumour-only tumour=adrenocortical_carcinoma age=60 phenotype=no => yes principle
VHL snv 0.4 tumour-only tumour=adrenal_cancer age=60 phenotype=no => yes principle
VHL snv 0.4 tumour-only tumour=原発不明癌 age=60 phenotype=no => depends principle
VHL snv 0.4 tumour-only tumour=不明 age=60 phenotype=no => depends principle
VHL snv 0.4 tumour-only tumour=乳癌（サブタイプ不明） age=60 phenotype=no => yes principle
VHL snv 0.1 tumour-only => no principle
VHL snv 0.1 tumour-normal origin=germline tumour=腎癌 age=60 phenotype=no => yes principle
CDH1 snv 0.4 tumour-only tumour=胃癌 age=60 phenotype=no => yes if-possible
CDH1 snv 0.4 tumour-only tumour=乳腺浸潤性乳管癌 age=60 phenotype=no => no if-possible
CDH1 snv 0.4 tumour-only tumour=IDC age=60 phenotype=no => no if-possible
CDH1 snv 0.4 tumour-only tumour=ILC age=60 phenotype=no => yes if-possible
CDH1 snv 0.4 tumour-only tumour=浸潤性小葉癌 age=60 phenotype=no => yes if-possible
CDH1 snv 0.4 tumour-only tumour=invasive_lobular_carcinoma_of_the_breast age=60 phenotype=no => yes if-possible
CDH1 snv 0.4 tumour-only tumour=invasive_ductal_carcinoma_of_the_breast age=60 phenotype=no => no if-possible
CDH1 snv 0.4 tumour-only tumour=乳癌 age=60 phenotype=no => depends if-possible
CDH1 snv 0.4 tumour-only tumour=乳癌 age=25 phenotype=no => yes if-possible
CDH1 snv 0.4 tumour-only tumour=乳癌 age=60 phenotype=yes => yes if-possible
CDH1 snv 0.4 tumour-only tumour=IDC age=60 => depends if-possible
CDH1 snv 0.4 tumour-only => depends if-possible
KRAS snv 0.5 tumour-only => no not-listed
KRAS snv 0.5 tumour-normal origin=germline => no not-listed
KRAS - - - class=- => no not-listed
- snv 0.5 tumour-only => depends gene-not-stated
- snv 0.05 tumour-only => no gene-not-stated
- snv 0.15 tumour-only => depends gene-not-stated
- snv 0.5 tumour-normal origin=somatic => no gene-not-stated
- snv 0.5 tumour-only class=benign => no gene-not-stated
- - - - class=- => depends gene-not-stated
brca1 snv 0.15 tumour-only => yes principle
";

#[test]
fn the_japanese_list_answers_each_row_as_its_rules_say() {
    let book = book();
    let mut wrong = Vec::new();
    for row in TABLE.lines().filter(|row| !row.is_empty()) {
        let (given, wanted) = row.split_once(" => ").unwrap();
        let answer = asked(&book, &line(given));
        let found = format!("{} {}", answer["candidate"].as_str().unwrap(), answer["rule"].as_str().unwrap());
        if found != wanted {
            wrong.push(format!("{row}: {found} ({})", answer["reason"]));
        }
        assert!(!answer["reason"].as_str().unwrap().is_empty(), "{row}");
        assert_eq!(answer["listVersion"], "jp-pgpv 2026-11-30");
        let turns = !answer["turnsOn"].as_array().unwrap().is_empty();
        assert_eq!(turns, answer["candidate"] == "depends", "{row}: {answer}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What each field may say, the first of them being that nobody states it.
fn choices() -> [(&'static str, Vec<Value>); 10] {
    let texts = |all: &[&str]| std::iter::once(Value::Null).chain(all.iter().map(|one| json!(one))).collect();
    let flags = || vec![Value::Null, json!(true), json!(false)];
    [
        ("kind", texts(&["snv", "indel"])),
        ("vaf", vec![Value::Null, json!(0.05), json!(0.1), json!(0.2), json!(0.25), json!(0.3), json!(0.8)]),
        ("panel", texts(&["tumour-only", "tumour-normal", "liquid"])),
        ("msi", texts(&["high", "stable"])),
        ("age", vec![Value::Null, json!(29), json!(30)]),
        ("tumourType", texts(&["LUAD", "RCC", "ILC", "IDC"])),
        ("significance", texts(&["pathogenic", "vus"])),
        ("origin", texts(&["somatic", "germline"])),
        ("relatedTumour", flags()),
        ("phenotype", flags()),
    ]
}

/// A number that looks random and is the same at each run.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap()
}

#[test]
fn filling_in_what_is_unknown_never_overturns_a_yes_or_a_no() {
    let (book, choices) = (book(), choices());
    let genes = ["ATM", "BRCA1", "MLH1", "BAP1", "APC", "TP53", "PTEN", "VHL", "CDH1", "KRAS", ""];
    let mut state = 18;
    let (mut settled, mut open) = (0, 0);
    for _ in 0..6_000 {
        let mut given = Map::new();
        let gene = genes[next(&mut state) % genes.len()];
        if !gene.is_empty() {
            given.insert("gene".into(), json!(gene));
        }
        for (name, values) in &choices {
            given.insert((*name).into(), values[next(&mut state) % values.len()].clone());
        }
        let before = asked(&book, &Value::Object(given.clone()));
        let unknown: Vec<&(&str, Vec<Value>)> =
            choices.iter().filter(|(name, _)| given[*name].is_null()).collect();
        let Some((name, values)) = unknown.get(next(&mut state) % unknown.len().max(1)) else { continue };
        // Beside a test of the tumour alone an origin comes from elsewhere: that it was not told is no lack of the test's.
        let from_elsewhere =
            *name == "origin" && given["panel"] != "tumour-normal" && !given["panel"].is_null();
        if from_elsewhere {
            continue;
        }
        let answers: Vec<Value> = values[1..]
            .iter()
            .map(|value| {
                let mut filled = given.clone();
                filled.insert((*name).into(), value.clone());
                asked(&book, &Value::Object(filled))["candidate"].clone()
            })
            .collect();
        if before["candidate"] == "depends" {
            open += 1;
        } else {
            settled += 1;
            assert!(
                answers.iter().all(|answer| *answer == before["candidate"]),
                "{given:?} {name}: {answers:?}"
            );
        }
        // And where a field alone is missing, "depends" is said only where it is one.
        if before["candidate"] == "depends" && unknown.len() == 1 && !gene.is_empty() {
            assert!(answers.windows(2).any(|pair| pair[0] != pair[1]), "{given:?} {name}: all {answers:?}");
            let asks = before["turnsOn"].as_array().unwrap();
            assert!(asks.iter().any(|one| one == *name), "{given:?} turns on {name}, not {asks:?}");
        }
    }
    assert!(settled > 1_000 && open > 1_000, "{settled} settled, {open} open");
}

#[test]
fn lists_that_differ_stand_side_by_side() {
    // 30 % exactly: the Japanese list has "30 % or more", ESMO "more than 30 %".
    let answer = asked(&book(), &line("BRCA2 snv 0.30 tumour-only"));
    assert_eq!(answer["candidate"], "yes");
    let esmo = &answer["others"][0];
    assert_eq!((&esmo["candidate"], &esmo["rule"]), (&json!("no"), &json!("any-tumour")), "{esmo}");
    assert_eq!(answer["listsDiffer"], true);
    // MLH1 in a stable tumour: the Japanese list asks for MSI-High, ESMO regardless of the tumour.
    let answer = asked(&book(), &line("MLH1 snv 0.5 tumour-only msi=stable"));
    assert_eq!((&answer["candidate"], &answer["others"][0]["candidate"]), (&json!("no"), &json!("yes")));
    // BARD1 is not in the part of ESMO's list that was read: nothing follows from that.
    let answer = asked(&book(), &line("BARD1 snv 0.5 tumour-only"));
    assert_eq!((&answer["candidate"], &answer["others"][0]["candidate"]), (&json!("yes"), &json!("depends")));
    assert_eq!(answer["others"][0]["rule"], "not-in-known-part");
    // Both agree.
    let answer = asked(&book(), &line("PALB2 snv 0.5 tumour-only"));
    assert_eq!(answer["listsDiffer"], false);
}

#[test]
fn each_value_stands_beside_its_limit() {
    let answer = asked(&book(), &line("MLH1 indel 0.0999 tumour-only msi=high"));
    assert_eq!(answer["reason"], "「VAF 10 %以上」を満たしません（9.99 %）。");
    let conditions = answer["conditions"].as_array().unwrap();
    let share = conditions.iter().find(|one| one["asks"] == "vaf").unwrap();
    assert_eq!(
        (&share["text"], &share["found"], &share["state"]),
        (&json!("VAF 10 %以上"), &json!("9.99 %"), &json!("notMet"))
    );
    let answer = asked(&book(), &line("TP53 snv 0.4 tumour-only age=25"));
    assert_eq!(answer["turnsOn"], json!(["relatedTumour"]));
}

#[test]
fn clinvar_speaks_where_nobody_else_has() {
    let mut given = line("BRCA1 snv 0.4 tumour-only class=-");
    given["clinvar"] = json!("Pathogenic/Likely_pathogenic");
    assert_eq!(asked(&book(), &given)["candidate"], "yes");
    given["clinvar"] = json!("Conflicting_classifications_of_pathogenicity");
    assert_eq!(asked(&book(), &given)["candidate"], "depends");
    given["clinvar"] = json!("drug_response");
    assert_eq!(asked(&book(), &given)["candidate"], "depends", "it says nothing of pathogenicity");
    given["significance"] = json!("vus");
    given["clinvar"] = json!("Pathogenic");
    assert_eq!(asked(&book(), &given)["candidate"], "no", "who was asked has weighed ClinVar");
}

#[test]
fn the_share_stands_beside_what_the_tumour_content_lets_expect() {
    let mut given = line("ATM snv 0.31 tumour-only");
    given["tumourContent"] = json!(40);
    let beside = &asked(&book(), &given)["vafBesideTumourContent"];
    assert_eq!((&beside["somaticWithLoss"], &beside["aboveSomatic"]), (&json!(0.25), &json!(true)));
    given["tumourContent"] = json!(0);
    assert!(book().answer(RuleQuestion::Germline, &given.to_string(), Language::Ja).is_err());
}

#[test]
fn what_cannot_be_is_refused_with_its_field_and_what_was_expected() {
    let book = book();
    for (text, field) in [
        (r#"{"gene":"BRCA 1"}"#, "gene"),
        (r#"{"gene":"BRCA1","vaf":31}"#, "vaf"),
        (r#"{"gene":"BRCA1","vaf":-0.1}"#, "vaf"),
        (r#"{"gene":"BRCA1","age":-1}"#, "age"),
        (r#"{"gene":"BRCA1","kind":"snp"}"#, "kind"),
        (r#"{"gene":"BRCA1","panel":"wes"}"#, "panel"),
        (r#"{"gene":"BRCA1","significance":"bad"}"#, "significance"),
    ] {
        let problem = book.answer(RuleQuestion::Germline, text, Language::En).unwrap_err();
        let said = format!("{problem:?}");
        assert!(said.contains(field), "{text}: {said}");
    }
    assert!(book.answer(RuleQuestion::Germline, "[]", Language::Ja).is_err());
    let answer = asked(&book, &json!({ "gene": "BRCA1", "fenotype": true }));
    assert_eq!(answer["ignored"], json!(["fenotype"]), "a misspelt field is named");
}

#[test]
fn a_sites_own_list_answers_and_the_others_stand_beside_it() {
    let own = r#"{"id":"own","name":{"ja":"当院","en":"Ours"},"version":"2026-4","date":"2026-04-01",
        "source":{"ja":"院内規程","en":"house rule"},"certainty":"source","remark":{"ja":"","en":""},"whole":true,"youngBelow":40,
        "shares":{"snv":{"atLeast":0.05},"indel":{"atLeast":0.05},"liquid":null},
        "groups":[{"rule":"ours","name":{"ja":"当院","en":"ours"},"certainty":"source","needs":["young"],"genes":{"TP53":null}}]}"#;
    let book = book().with_germline_list(own).unwrap();
    let answer = asked(&book, &line("TP53 snv 0.06 tumour-only age=39"));
    assert_eq!((&answer["candidate"], &answer["listVersion"]), (&json!("yes"), &json!("own 2026-4")));
    let others: Vec<&Value> =
        answer["others"].as_array().unwrap().iter().map(|one| &one["candidate"]).collect();
    assert_eq!(others, ["no", "no"]);
}
