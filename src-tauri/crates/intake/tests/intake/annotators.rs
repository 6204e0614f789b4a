//! Whose words stand beside a finding, by annotators other than those of the shared files, and where a site was split.
//! The right values follow from the annotators' own descriptions.

use crate::support::{notes, read};
use entaku_domain::draft::Draft;
use entaku_domain::hgvs::HgvsText;

/// A file of one tumour sample.
fn vcf(header: &[&str], records: &[&str]) -> String {
    let mut text = "##fileformat=VCFv4.2\n##reference=GRCh38\n".to_owned();
    for line in header {
        text.push_str(line);
        text.push('\n');
    }
    text.push_str("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR\n");
    for record in records {
        text.push_str(&record.replace(' ', "\t"));
        text.push('\n');
    }
    text
}

/// `GENE coding protein` of each finding.
fn lines(draft: &Draft) -> Vec<String> {
    let text = |change: Option<&HgvsText>| change.map_or("-".to_owned(), ToString::to_string);
    let shown = draft.findings.iter().map(|finding| {
        let alteration = &finding.alteration;
        let genes: Vec<&str> = alteration.genes().iter().map(|gene| gene.as_str()).collect();
        let gene = if genes.is_empty() { "-".to_owned() } else { genes.join("+") };
        format!("{gene} {} {}", text(alteration.coding()), text(alteration.protein()))
    });
    shown.collect()
}

const VEP: &str = "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSc|HGVSp|ALLELE_NUM\">";

#[test]
fn vep_is_read_under_whatever_name_it_wrote() {
    let header = VEP.replace("ID=CSQ", "ID=VEP_110");
    let record =
        "chr7 55191822 . T G . PASS VEP_110=G|missense_variant|EGFR|E|E.9:c.2573T>G|P:p.Leu858Arg|1 GT 0/1";
    assert_eq!(lines(&read(vcf(&[&header], &[record])).unwrap()), ["EGFR c.2573T>G p.Leu858Arg"]);
}

#[test]
fn alleles_made_minimal_are_told_apart_by_number_and_after_a_split_by_their_change() {
    let csq = "CSQ=-|frameshift_variant|TP53|E|E.1:c.5_6del|P:p.Lys2fs|1,-|frameshift_variant|TP53|E|E.1:c.6del|P:p.Lys2ArgfsTer3|2";
    let site = format!("chr17 7676000 . CAA C,CA . PASS {csq} GT 1/2");
    let own = ["TP53 c.5_6del p.Lys2fs", "TP53 c.6del p.Lys2ArgfsTer3"];
    assert_eq!(lines(&read(vcf(&[VEP], &[&site])).unwrap()), own);
    let split = [
        format!("chr17 7676000 . CAA C . PASS {csq} GT 0/1"),
        format!("chr17 7676000 . CA C . PASS {csq} GT 0/1"),
    ];
    let draft = read(vcf(&[VEP], &[&split[0], &split[1]])).unwrap();
    assert_eq!(lines(&draft), own);
    assert!(notes(&draft).contains("annotation-unused"), "the other allele's words are told");
}

#[test]
fn where_one_annotation_is_silent_another_speaks() {
    // Without a column for the allele nobody knows whose an entry is.
    let csq = "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Format: Consequence|SYMBOL|Feature\">";
    let record = "chr7 55191822 . T G,A . PASS CSQ=missense_variant|EGFR|E;ANN=G|missense_variant|MODERATE|EGFR|EGFR|transcript|N|protein_coding|1/2|c.2573T>G|p.Leu858Arg|||||,A|missense_variant|MODERATE|EGFR|EGFR|transcript|N|protein_coding|1/2|c.2573T>A|p.Leu858Gln||||| GT 1/2";
    let draft = read(vcf(&[csq], &[record])).unwrap();
    assert_eq!(lines(&draft), ["EGFR c.2573T>G p.Leu858Arg", "EGFR c.2573T>A p.Leu858Gln"]);
}

#[test]
fn annovar_funcotator_and_bcftools_are_read_by_allele() {
    let funcotator = "##INFO=<ID=FUNCOTATION,Number=A,Type=String,Description=\"Functional annotation from the Funcotator tool.  Funcotation fields are: Gencode_34_hugoSymbol|Gencode_34_tumorSeqAllele2|Gencode_34_cDnaChange|Gencode_34_proteinChange\">";
    let csq = "##INFO=<ID=BCSQ,Number=.,Type=String,Description=\"Haplotype-aware consequence annotation from BCFtools/csq. Format: Consequence|gene|transcript|biotype|strand|amino_acid_change|dna_change\">";
    let records = [
        "chr12 25245350 . C T,A . PASS FUNCOTATION=[KRAS|T|c.35G>A|p.G12D],[KRAS|A|c.35G>T|p.G12V] GT 1/2",
        "chr7 55191822 . T G . PASS ANNOVAR_DATE=2020-06-08;Func.refGene=exonic;Gene.refGene=EGFR;ExonicFunc.refGene=nonsynonymous_SNV;AAChange.refGene=EGFR:NM_005228:exon21:c.T2573G:p.L858R;ALLELE_END GT 0/1",
        "chr7 140753336 . A T . PASS BCSQ=missense|BRAF|ENST00000288602|protein_coding|-|600V>600E|140753336A>T GT 0/1",
    ];
    let expected = ["KRAS c.35G>A p.G12D", "KRAS c.35G>T p.G12V", "EGFR c.2573T>G p.L858R", "BRAF - p.V600E"];
    assert_eq!(lines(&read(vcf(&[funcotator, csq], &records)).unwrap()), expected);
}

#[test]
fn old_snpeff_names_the_genes_that_it_says_are_fused() {
    let eff = "##INFO=<ID=EFF,Number=.,Type=String,Description=\"Predicted effects for this variant.Format: 'Effect ( Effect_Impact | Functional_Class | Codon_Change | Amino_Acid_change| Amino_Acid_length | Gene_Name | Gene_BioType | Coding | Transcript | Exon  | GenotypeNum [ | ERRORS | WARNINGS ] )'\">";
    let record = "chr2 29223528 . A ]chr2:42295516]A . PASS SVTYPE=BND;EFF=gene_fusion(HIGH|||||EML4&ALK|protein_coding|CODING|NM_004304|19|1) GT 0/1";
    let draft = read(vcf(&[eff], &[record])).unwrap();
    assert_eq!(draft.findings[0].alteration.subject(), "EML4::ALK");
}
