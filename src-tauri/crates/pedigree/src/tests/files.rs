//! Files of other programs: what they hold is kept, what they cannot hold is told.

use super::{Dice, hard, random};
use crate::fault::{Fault, LostWhat};
use crate::model::{Gender, Life, Pedigree, TestResult, Zygosity};
use crate::read::{Format, read};
use crate::write::write;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn text(text: &str) -> Pedigree {
    read(text.as_bytes()).unwrap_or_else(|fault| panic!("{fault}")).0
}

fn refused(text: &str) -> String {
    read(text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn our_own_json_carries_everything() {
    let pedigree = hard::everything();
    let (json, lost) = write(&pedigree, Format::Json);
    assert_eq!(lost, []);
    assert_eq!(read(json.as_bytes()).unwrap(), (pedigree, Format::Json));
}

#[test]
fn ped_is_read_with_headings_blanks_and_two_families() {
    let plain = text("#fam id fat mot sex phen\nF1 1 0 0 1 1\nF1 2 0 0 2 2\n\nF1 3 1 2 0 -9\n");
    assert_eq!(plain.persons.len(), 3);
    let child = &plain.persons[2];
    assert_eq!((child.father.as_deref(), child.gender, child.affected), (Some("1"), Gender::Unknown, None));
    assert_eq!(plain.persons[1].affected, Some(true));
    let headed = text("FamilyID\tIndividualID\tFather\tMother\tSex\tPhenotype\nF1\t1\t0\t0\t1\t2\n");
    assert_eq!(headed.persons.len(), 1);
    // Two families that share ids.
    let two = text("A 1 0 0 1 1\nA 2 1 0 2 1\nB 1 0 0 2 1\nB 2 0 1 1 1\n");
    let ids: Vec<&str> = two.persons.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(ids, ["A:1", "A:2", "B:1", "B:2"]);
    assert_eq!(two.persons[3].mother.as_deref(), Some("B:1"));
}

#[test]
fn linkage_after_makeped_has_its_sex_behind_the_links() {
    let linkage = "1 1 0 0 3 0 0 1 0 1\n1 2 0 0 3 0 0 2 0 1\n1 3 1 2 0 0 0 2 1 2\n";
    let read = text(linkage);
    let genders: Vec<Gender> = read.persons.iter().map(|person| person.gender).collect();
    assert_eq!(genders, [Gender::Man, Gender::Woman, Gender::Woman]);
    assert!(read.persons[2].proband && read.persons[2].affected == Some(true));
}

#[test]
fn what_cannot_be_read_is_refused_with_the_line() {
    assert!(refused("F1 1 0 0 1 1\nF1 2 9 0 1 1\n").contains("line 2"), "a father who is not there");
    assert!(refused("F1 1 0 0 1 1\nF1 1 0 0 1 1\n").contains("line 2"), "an id twice");
    assert!(refused("F1 1 0 0 man 1\n").contains("sex"));
    assert!(refused("F1 1 2 0 1 1\nF1 2 1 0 1 1\n").contains("circle"));
    assert!(matches!(read(b"hello"), Err(Fault::NoFormat)));
    assert!(matches!(read(b""), Err(Fault::Empty)));
    assert!(matches!(read(b"{\"a\":1}"), Err(Fault::NoFormat)));
    assert!(refused("{\"persons\":[{\"id\":\"1\",\"sexx\":1}]}").contains("sexx"));
    assert!(read(&[b'F', b'1', b'\n', 0xff, 0xfe]).unwrap_err().to_string().contains("line 2"));
    assert!(refused("##CanRisk 9.0\n").contains("CanRisk"));
    assert!(refused("##CanRisk 4.0\nF\ta\n").contains("28 columns"));
}

const CANRISK: &str = "##CanRisk 2.0;OVARY2=y\n##menarche=12\n\
##FamID\tName\tTarget\tIndivID\tFathID\tMothID\tSex\tMZtwin\tDead\tAge\tYob\tBC1\tBC2\tOC\tPRO\tPAN\tAshkn\tBRCA1\tBRCA2\tPALB2\tATM\tCHEK2\tBARD1\tRAD51D\tRAD51C\tBRIP1\tER:PR:HER2:CK14:CK56\n\
X1\tPa\t0\tF1\t0\t0\tM\t0\t1\t70\t1940\t0\t0\t0\t66\t0\t0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0:0:0:0\n\
X1\tMa\t0\tM1\t0\t0\tF\t0\t0\t0\t0\tAU\t0\t0\t0\t0\t1\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0:0:0:0\n\
X1\tme\t1\tP1\tF1\tM1\tF\t1\t0\t45\t1981\t40\t44\t0\t0\t0\t0\tS:P\tT:N\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\tP:N:N:0:0\n\
X1\tsis\t0\tP2\tF1\tM1\tF\t1\t0\t45\t1981\t0\t0\t0\t0\t0\t0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0\t0:0:0:0:0\n";

#[test]
fn canrisk_is_read_with_cancers_tests_markers_and_twins() {
    let pedigree = text(CANRISK);
    let [father, mother, me, _] = pedigree.persons.as_slice() else { panic!("{pedigree:?}") };
    assert_eq!((father.life, father.age, father.born), (Life::Dead, Some(70), Some(1940)));
    assert_eq!((father.cancers[0].site.as_str(), father.cancers[0].age), ("prostate", Some(66)));
    assert_eq!(
        (mother.cancers[0].age, mother.ashkenazi, mother.age),
        (None, Some(true), None),
        "AU: affected, age unknown"
    );
    let cancers: Vec<_> = me.cancers.iter().map(|cancer| (cancer.site.as_str(), cancer.age)).collect();
    assert_eq!(cancers, [("breast", Some(40)), ("breast2", Some(44))]);
    let tests: Vec<_> =
        me.tests.iter().map(|test| (test.gene.as_str(), test.result, test.whole_gene)).collect();
    assert_eq!(
        tests,
        [("BRCA1", TestResult::Positive, Some(true)), ("BRCA2", TestResult::Negative, Some(false))]
    );
    assert_eq!(me.markers.get("ER"), Some(&true));
    assert_eq!(me.markers.get("CK14"), None);
    assert!(me.proband);
    assert_eq!(pedigree.twins.len(), 1);
    assert_eq!(pedigree.twins[0].zygosity, Zygosity::Monozygotic);
    assert_eq!(pedigree.remarks, ["menarche=12"]);
}

#[test]
fn canrisk_comes_back_as_it_was_in_version_four() {
    let pedigree = text(CANRISK);
    let (written, lost) = write(&pedigree, Format::Canrisk);
    assert_eq!(lost, [], "all of it came from such a file");
    assert!(written.starts_with("##CanRisk 4.0\n"));
    let row = written.lines().find(|line| line.contains("\tP1\t")).unwrap();
    assert_eq!(row.split('\t').count(), 28);
    assert_eq!(text(&written), pedigree);
}

#[test]
fn what_each_format_cannot_carry_is_told() {
    let pedigree = hard::everything();
    let lost = |format| -> BTreeSet<LostWhat> {
        write(&pedigree, format).1.into_iter().map(|lost| lost.what).collect()
    };
    let ped = lost(Format::Ped);
    for what in [
        LostWhat::Name,
        LostWhat::Gender,
        LostWhat::Life,
        LostWhat::Age,
        LostWhat::Cancer,
        LostWhat::Test,
        LostWhat::Twins,
        LostWhat::Adoption,
        LostWhat::Childless,
        LostWhat::Related,
        LostWhat::Parted,
        LostWhat::Proband,
        LostWhat::Consultand,
        LostWhat::Pregnancy,
        LostWhat::Several,
        LostWhat::Carrier,
        LostWhat::Weeks,
        LostWhat::Born,
        LostWhat::Died,
    ] {
        assert!(ped.contains(&what), "{what:?}");
    }
    let canrisk = lost(Format::Canrisk);
    assert!(
        canrisk.contains(&LostWhat::Variant)
            && canrisk.contains(&LostWhat::ResultFrom)
            && canrisk.contains(&LostWhat::Twins)
    );
    assert!(!canrisk.contains(&LostWhat::Cancer), "breast and ovary have their columns");
    let ga4gh = lost(Format::Ga4gh);
    assert!(
        ga4gh.contains(&LostWhat::Cancer)
            && !ga4gh.contains(&LostWhat::Twins)
            && !ga4gh.contains(&LostWhat::Gender)
    );
    let (plain, none) = write(&super::family("m1 w2 m3:m1,w2"), Format::Ped);
    assert_eq!(none, [], "{plain}");
}

#[test]
fn who_is_related_how_survives_every_format() {
    let mut dice = Dice(41);
    for round in 0..100 {
        let pedigree = random(&mut dice, 25);
        for format in [Format::Ped, Format::Ga4gh, Format::Canrisk, Format::Json] {
            let (written, _) = write(&pedigree, format);
            let (back, found) =
                read(written.as_bytes()).unwrap_or_else(|fault| panic!("{round} {format:?}: {fault}"));
            assert_eq!(found, format);
            assert_eq!(back.persons.len(), pedigree.persons.len(), "{round} {format:?}");
            if format != Format::Canrisk {
                let told = |all: &Pedigree| -> Vec<_> {
                    all.persons
                        .iter()
                        .map(|one| (one.id.clone(), one.gender, one.father.clone(), one.mother.clone()))
                        .collect()
                };
                assert_eq!(told(&back), told(&pedigree), "{round} {format:?}");
            }
        }
    }
}

#[test]
fn the_ga4gh_model_and_phenopackets_are_read() {
    let ga4gh = r#"{"proband":"c","individuals":[{"id":"f","sex":{"id":"KIN:996","label":"Male"},"deceased":true},
        {"id":"m","sex":{"id":"KIN:995"}},{"id":"c","sex":"female","affected":true},{"id":"d","sex":"female"}],
        "relationships":[{"individual":"f","relation":{"id":"KIN:028"},"relative":"c"},
        {"individual":"m","relation":{"id":"KIN:003"},"relative":"c"},{"individual":"d","relation":{"id":"KIN:034"},"relative":"f"},
        {"individual":"d","relation":{"id":"KIN:041"},"relative":"m"},
        {"individual":"c","relation":{"id":"KIN:010"},"relative":"d"},{"individual":"f","relation":{"id":"KIN:030"},"relative":"m"}]}"#;
    let pedigree = text(ga4gh);
    let twin = &pedigree.persons[3];
    assert_eq!((twin.father.as_deref(), twin.mother.as_deref()), (Some("f"), Some("m")));
    assert!(pedigree.persons[2].proband && pedigree.persons[2].affected == Some(true));
    assert_eq!(pedigree.persons[0].life, Life::Dead);
    assert_eq!(pedigree.twins[0].zygosity, Zygosity::Monozygotic);
    assert!(pedigree.couples[0].related);
    assert!(refused(&ga4gh.replace("KIN:028", "father")).contains("KIN:003"));
    assert!(refused(&ga4gh.replace(r#""relative":"m"}]"#, r#""relative":"q"}]"#)).contains("'q'"));
    let packet = r#"{"pedigree":{"persons":[{"familyId":"F","individualId":"1","sex":"MALE","affectedStatus":"UNAFFECTED"},
        {"familyId":"F","individualId":"2","paternalId":"1","sex":"FEMALE","affectedStatus":"AFFECTED"}]}}"#;
    let pedigree = text(packet);
    assert_eq!(
        (pedigree.persons[1].father.as_deref(), pedigree.persons[1].affected),
        (Some("1"), Some(true))
    );
}

#[test]
fn cut_and_damaged_files_never_panic() {
    let files = [
        CANRISK.to_owned(),
        write(&hard::everything(), Format::Json).0,
        write(&hard::everything(), Format::Ga4gh).0,
        write(&hard::everything(), Format::Ped).0,
    ];
    let mut dice = Dice(97);
    for file in files {
        for _ in 0..400 {
            let mut bytes = file.clone().into_bytes();
            bytes.truncate(dice.below(bytes.len()));
            if !bytes.is_empty() {
                let at = dice.below(bytes.len());
                bytes[at] = u8::try_from(dice.below(256)).unwrap();
            }
            if let Ok((pedigree, _)) = read(&bytes) {
                crate::svg::draw(&pedigree, &super::Plain);
            }
        }
    }
}

#[test]
fn published_files_are_read_drawn_and_written_back() {
    let Ok(folder) = std::env::var("ENTAKU_SHARED_DATA").map(PathBuf::from) else {
        println!("skipped: ENTAKU_SHARED_DATA is not set");
        return;
    };
    let mut count = 0;
    for entry in std::fs::read_dir(folder.join("pedigree/ped_draw")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "ped") {
            continue;
        }
        count += 1;
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let (pedigree, format) = read(&bytes).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(format, Format::Ped);
        let rows = String::from_utf8_lossy(&bytes)
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
            .count();
        assert_eq!(pedigree.persons.len(), rows, "{name}: everybody is read, of every family");
        let (back, _) = read(write(&pedigree, Format::Ped).0.as_bytes()).unwrap();
        assert_eq!(back.persons, pedigree.persons, "{name}");
        assert!(crate::svg::draw(&pedigree, &super::Plain).ends_with("</svg>\n"), "{name}");
    }
    assert_eq!(count, 15);
}
