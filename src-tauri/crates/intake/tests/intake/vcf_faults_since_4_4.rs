//! Faults that only the later versions of the format know: lengths and claims of symbols, tandem repeats, phase sets of
//! single alleles, local alleles. And faults in sample columns far to the right.

use crate::vcf_faults::{draws, file, told};

const REPEAT: &str = "<CNV:TR>";

fn record(alternate: &str, info: &str, samples: &str) -> String {
    format!("1 700 . C {alternate} . PASS {info} {samples}").trim_end().to_owned()
}

fn symbol(minor: u8, alternate: &str, info: &str) -> String {
    file(minor, &[], "", &[&record(alternate, info, "")])
}

fn sample(minor: u8, alternate: &str, info: &str, format_and_sample: &str) -> String {
    file(minor, &[], "FORMAT T", &[&record(alternate, info, format_and_sample)])
}

#[test]
fn a_symbol_has_its_length_and_a_loss_or_gain_its_claim() {
    for (alternate, info, code) in [
        ("<DEL>", "SVCLAIM=D", "bad-info"),
        ("<DEL>", "SVCLAIM=D;SVLEN=.", "bad-info"),
        ("<INS>", "DP=1", "bad-info"),
        ("<CNV>", "CN=3", "bad-info"),
        ("<DUP>", "SVLEN=10", "bad-info"),
        ("<DEL:ME>", "SVLEN=10;SVCLAIM=.", "bad-info"),
        ("<DEL>,<DUP>", "SVLEN=10,20;SVCLAIM=D", "value-count"),
        ("<CNV>", "SVLEN=10;SVCLAIM=JD", "value-range"),
        ("<DEL>", "SVLEN=-10;SVCLAIM=D", "value-range"),
        ("<DAL:X>", "SVLEN=10", "bad-alt"),
        ("<BND:X>", "SVLEN=10", "bad-alt"),
    ] {
        for minor in [4, 5] {
            draws(&symbol(minor, alternate, info), code);
        }
    }
    for (alternate, info) in [
        ("<DEL>", "SVLEN=10;SVCLAIM=DJ"),
        ("<CNV>", "SVLEN=10"),
        ("<INS>", "SVLEN=.;SVCLAIM=."),
        ("<INV>", "SVLEN=.;SVCLAIM=."),
        ("<DEL>,T", "SVLEN=10,.;SVCLAIM=J,."),
        ("C[1:900[", "SVCLAIM=J"),
    ] {
        assert_eq!(told(&symbol(4, alternate, info)), [], "{alternate} {info}");
    }
    assert_eq!(told(&symbol(3, "<DEL>", "SVLEN=-10;END=710")), [], "earlier versions ask for neither");
}

#[test]
fn what_describes_a_tandem_repeat_fits_together() {
    for (info, code) in [
        ("SVLEN=10", "bad-info"),
        ("SVLEN=10;RN=2;RUL=3", "value-count"),
        ("SVLEN=10;RUS=TG,TA", "value-count"),
        ("SVLEN=10;RUS=TT;RUC=2,2", "value-count"),
        ("SVLEN=10;RN=2;RUL=2,10;RB=3", "value-count"),
        ("SVLEN=10;RUS=AT;RB=30;CIRB=1", "value-count"),
        ("SVLEN=10;RUS=AT;RB=30;CIRB=1,4", "value-range"),
        ("SVLEN=10;RUS=AT;RUC=3;CIRUC=-2,-1", "value-range"),
        ("SVLEN=10;RN=2;RUS=AT,TT;RB=.,20;CIRB=-8,8,-9,0", "value-range"),
        ("SVLEN=10;RUS=AT;CIRUC=-1,1", "value-range"),
        ("SVLEN=10;RUS=TTT;RUC=30;RB=100", "value-range"),
        ("SVLEN=10;RUS=TTT;RUL=2", "value-range"),
        ("SVLEN=10;RUS=TT;RUC=2.3;RUB=2", "value-range"),
        ("SVLEN=10;RUS=TT;RUB=2", "value-range"),
        ("SVLEN=10;RUS=TT;RUC=2;RUB=2", "value-count"),
        ("SVLEN=10;RUL=-2", "value-range"),
    ] {
        draws(&symbol(4, REPEAT, info), code);
    }
    for info in [
        "SVLEN=10;RUS=CAG",
        "SVLEN=10;RUL=3;RUC=33;RB=100",
        "SVLEN=10;RN=2;RUS=CAG,TT;RUC=10.4,4;RB=31,8;CIRUC=-1,1,.,.;CIRB=.,.,-2,2",
        "SVLEN=10;RUS=TT;RUC=3;RUB=2,2,3",
    ] {
        assert_eq!(told(&symbol(4, REPEAT, info)), [], "{info}");
    }
    let two = format!("{REPEAT},{REPEAT}");
    assert_eq!(told(&symbol(4, &two, "SVLEN=30,30;RN=2,1;RUS=CAG,TT,CAG")), [], "RN tells whose they are");
    let long = format!("SVLEN=10;RUS={}", "A,".repeat(1 << 19));
    assert_eq!(told(&symbol(4, REPEAT, &long)), [], "lists without end are not compared");
}

#[test]
fn keys_of_a_sample_that_need_each_other_stand_together() {
    for (format_and_sample, code) in [
        ("GT:CICN 0/1:-1,2", "bad-format"),
        ("GT:PSO 0|1:1,2", "bad-format"),
        ("GT:PSL 0|1:a", "value-count"),
        ("GT:PSL 0/1:a,b", "value-range"),
        ("GT:PSL /0|1:a,b", "value-range"),
        ("GT:PSL:PSO 0|1:.,a:1,2", "value-range"),
        ("GT:PSL:PSQ 0|1:.,a:1,2", "value-range"),
    ] {
        draws(&sample(4, "T", "DP=9", format_and_sample), code);
    }
    for format_and_sample in
        ["GT:CN:CICN 0/1:3:-1,2", "GT:PSL:PSO 0|1:a,b:1,2", "GT:PSL /0|1:.,b", "GT:PSL 1:a"]
    {
        assert_eq!(told(&sample(4, "T", "DP=9", format_and_sample)), [], "{format_and_sample}");
    }
    let lengths = "SVLEN=10,20;SVCLAIM=D,D";
    draws(&sample(4, "<DEL>,<DUP>", lengths, "GT:CN 0/1:3"), "value-range");
    assert_eq!(told(&sample(4, "<DEL>,<DUP>", "SVLEN=10,10;SVCLAIM=D,D", "GT:CN 0/1:3")), []);
}

#[test]
fn local_alleles_count_the_values_that_belong_to_them() {
    for (format_and_sample, code) in [
        ("GT:LAA:LAD 0/2:2:9", "value-count"),
        ("GT:LAA:LPL 0/2:2:1,2", "value-count"),
        ("GT:LAA:LEC 0/2:1,2:9", "value-count"),
        ("GT:LAA 0/2:2,1", "value-range"),
        ("GT:LAA 0/2:3", "value-range"),
        ("GT:LAA 0/2:0", "value-range"),
        ("GT ", "bad-sample"),
    ] {
        draws(&sample(5, "T,G", "DP=9", format_and_sample), code);
    }
    for format_and_sample in ["GT:LAA:LAD:LPL 0/2:2:9,4:1,2,3", "LAA:LAD :9", "GT:LAD 0/1:1,2,3"] {
        assert_eq!(told(&sample(5, "T,G", "DP=9", format_and_sample)), [], "{format_and_sample}");
    }
    let local = |minor| file(minor, &["##FORMAT=<ID=X,Number=LR,Type=Integer,Description=\"x\">"], "", &[]);
    let header: Vec<String> = local(4).lines().take(2).map(str::to_owned).collect();
    draws(&header.join("\n"), "header-field");
    assert_eq!(told(&local(5)), [], "local counts are lawful since 4.5");
}

#[test]
fn every_sample_column_has_its_shape_looked_at() {
    let names: Vec<String> = (1..=400).map(|number| format!("S{number}")).collect();
    let columns = format!("FORMAT {}", names.join(" "));
    let with = |odd: &str| {
        let mut samples = vec!["0/1:9"; 400];
        samples[388] = odd;
        file(2, &[], &columns, &[&format!("1 700 . C T . PASS . GT:DP {}", samples.join(" "))])
    };
    for odd in ["0/1:9:9", "0/1:", "0/1::", ":9", "0/1_:9", "x/1:9", ""] {
        draws(&with(odd), "bad-sample");
    }
    for sound in [".", "./.", "0|1:9", "1"] {
        assert_eq!(told(&with(sound)), [], "{sound}");
    }
}

#[test]
fn a_colon_in_a_contig_that_the_header_does_not_name_is_told() {
    draws(&file(4, &[], "", &["chr:1 700 . C T . PASS ."]), "contig-name");
    let declared = file(4, &["##contig=<ID=chr:1>"], "", &["chr:1 700 . C T . PASS ."]);
    assert_eq!(told(&declared), []);
    let named = file(4, &[], "", &["HLA-A*01:01 700 . C T . PASS ."]);
    assert_eq!(told(&named), [], "names of the public references of HLA are let pass");
}
