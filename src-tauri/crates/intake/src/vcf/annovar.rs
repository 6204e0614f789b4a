//! Annotations by ANNOVAR (`table_annovar`), spread over keys of INFO: `Gene.refGene`, `Func.refGene`, `ExonicFunc.refGene`,
//! `GeneDetail.refGene` and `AAChange.refGene=EGFR:NM_005228:exon21:c.T2573G:p.L858R`, the same keys once for each allele
//! between `ANNOVAR_DATE` and `ALLELE_END`.

use super::csq::{MAX_TRANSCRIPTS, Own};
use super::effect::{Names, effect, exon};
use super::spelling::Spelling;
use entaku_domain::finding::TranscriptEffect;
use entaku_vcf_check::columns;

/// The values of one allele, of the first gene model that is given.
#[derive(Debug, Clone, Copy, Default)]
struct Block<'a> {
    model: Option<&'a str>,
    genes: &'a str,
    place: &'a str,
    detail: &'a str,
    function: &'a str,
    changes: &'a str,
}

impl<'a> Block<'a> {
    fn take(&mut self, key: &'a str, value: &'a str) {
        let Some((name, model)) = key.split_once('.') else { return };
        let slot = match name {
            "Gene" => &mut self.genes,
            "Func" => &mut self.place,
            "GeneDetail" => &mut self.detail,
            "ExonicFunc" => &mut self.function,
            "AAChange" => &mut self.changes,
            _ => return,
        };
        if *self.model.get_or_insert(model) == model && value != "." {
            *slot = value;
        }
    }
}

/// The consequences of one allele, in the source's order.
pub(super) fn consequences(info: &str, allele: Spelling<'_>) -> Own {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for (key, value) in columns::info(info) {
        match (key, value) {
            ("ANNOVAR_DATE", _) if blocks.len() < MAX_TRANSCRIPTS => blocks.push(Block::default()),
            (key, Some(value)) => {
                // Some pipelines take the marks away: then all keys are one block.
                if blocks.is_empty() && key.starts_with("Func.") {
                    blocks.push(Block::default());
                }
                if let Some(block) = blocks.last_mut() {
                    block.take(key, value);
                }
            }
            _ => {}
        }
    }
    let mut own = Own::default();
    if blocks.len() == allele.count {
        own.effects = blocks.get(allele.index).map(|block| effects(block)).unwrap_or_default();
        return own;
    }
    // The site was split or joined since: only what the coding change says is this allele's.
    let all: Vec<_> = blocks.iter().flat_map(effects).collect();
    let agrees = |coding: &str| allele.agrees_with(coding) == Some(true);
    let (fitting, others): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|effect| effect.coding.as_ref().is_some_and(|coding| agrees(coding.as_str())));
    own.unused = others.iter().find_map(|effect| effect.coding.as_ref().map(ToString::to_string));
    own.effects = fitting;
    own
}

fn effects(block: &Block<'_>) -> Vec<TranscriptEffect> {
    let genes = block.genes.replace("\\x3b", ";");
    let function = if block.function.is_empty() { block.place } else { block.function };
    let terms = function.replace("\\x3b", "&");
    let names = |gene: &str, transcript: &str, coding: &str, protein: &str| {
        effect(Names { gene, transcript, coding, protein, effects: &terms, impact: "" })
    };
    let mut effects = Vec::new();
    for change in block.changes.split(',').filter(|change| change.contains(':')).take(MAX_TRANSCRIPTS) {
        let (mut transcript, mut coding, mut protein, mut number) = ("", String::new(), "", None);
        let mut parts = change.split(':');
        let gene = parts.next().unwrap_or_default();
        for part in parts {
            match part {
                _ if part.starts_with("c.") => coding = hgvs(part),
                _ if part.starts_with("p.") => protein = part,
                _ if part.starts_with("exon") || part == "wholegene" => number = exon(part),
                _ => transcript = part,
            }
        }
        let named = names(gene, transcript, &coding, protein);
        effects.push(TranscriptEffect { exon: number, ..named });
    }
    // A place between genes names its neighbours, which it does not hit.
    let beside = block.place.starts_with("intergenic");
    if effects.is_empty() && !beside {
        let only = Some(genes.as_str()).filter(|gene| !gene.is_empty() && !gene.contains([';', ',']));
        // `NM_000245:exon14:c.3028+1G>T` of a splice site.
        for detail in block.detail.split([',', ';']).filter(|detail| detail.contains(":c.")) {
            let (transcript, coding) = detail.split_once(':').unwrap_or_default();
            let coding = coding.rsplit(':').next().map(hgvs).unwrap_or_default();
            effects.push(names(only.unwrap_or_default(), transcript, &coding, ""));
        }
        if let (true, Some(gene)) = (effects.is_empty(), only) {
            effects.push(names(gene, "", "", ""));
        }
    }
    effects
}

/// `c.T2573G` as `c.2573T>G`; everything else as written.
fn hgvs(change: &str) -> String {
    let is_base = |text: &str| matches!(text, "A" | "C" | "G" | "T");
    let inner = change.strip_prefix("c.").unwrap_or_default();
    let old = inner.get(..1).filter(|base| is_base(base));
    let new = inner.get(inner.len().saturating_sub(1)..).filter(|base| is_base(base));
    let place = inner.get(1..inner.len().saturating_sub(1)).unwrap_or_default();
    match (old, new) {
        (Some(old), Some(new)) if !place.is_empty() && place.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("c.{place}{old}>{new}")
        }
        _ => change.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(info: &str, alternates: &'static str, index: usize) -> Vec<String> {
        let alternate = alternates.split(',').nth(index).unwrap();
        let allele =
            Spelling { reference: "T", alternates, alternate, index, count: alternates.split(',').count() };
        let text =
            |text: Option<&entaku_domain::hgvs::HgvsText>| text.map_or("-".to_owned(), ToString::to_string);
        let shown = consequences(info, allele).effects;
        let shown = shown.iter().map(|effect| {
            let gene = effect.gene.as_ref().map_or("-", |gene| gene.as_str());
            let transcript = effect.transcript.as_deref().unwrap_or("-");
            format!("{gene} {transcript} {} {}", text(effect.coding.as_ref()), text(effect.protein.as_ref()))
        });
        shown.collect()
    }

    const TWO: &str = "DP=5;ANNOVAR_DATE=2020;Func.refGene=exonic;Gene.refGene=EGFR;AAChange.refGene=EGFR:NM_005228:exon21:c.T2573G:p.L858R;ALLELE_END;ANNOVAR_DATE=2020;Func.refGene=exonic;Gene.refGene=EGFR;AAChange.refGene=EGFR:NM_005228:exon21:c.T2573A:p.L858Q;ALLELE_END";

    #[test]
    fn each_allele_has_its_own_block() {
        assert_eq!(read(TWO, "G,A", 0), ["EGFR NM_005228 c.2573T>G p.L858R"]);
        assert_eq!(read(TWO, "G,A", 1), ["EGFR NM_005228 c.2573T>A p.L858Q"]);
        assert_eq!(read(TWO, "A", 0), ["EGFR NM_005228 c.2573T>A p.L858Q"], "split");
        assert!(read(TWO, "C", 0).is_empty());
    }

    #[test]
    fn a_gene_is_named_only_where_it_is_hit() {
        let splice = "ANNOVAR_DATE=x;Func.refGene=splicing;Gene.refGene=MET;GeneDetail.refGene=NM_000245:exon14:c.3028+1G>T;AAChange.refGene=.";
        assert_eq!(read(splice, "G", 0), ["MET NM_000245 c.3028+1G>T -"]);
        let promoter =
            "ANNOVAR_DATE=x;Func.refGene=upstream;Gene.refGene=TERT;GeneDetail.refGene=dist\\x3d124";
        assert_eq!(read(promoter, "G", 0), ["TERT - - -"]);
        let between = "ANNOVAR_DATE=x;Func.refGene=intergenic;Gene.refGene=A\\x3bB;GeneDetail.refGene=dist\\x3d1\\x3bdist\\x3d2";
        assert!(read(between, "G", 0).is_empty());
        assert_eq!(hgvs("c.2235_2249del"), "c.2235_2249del");
        for damaged in
            ["", "ANNOVAR_DATE", "ANNOVAR_DATE;AAChange.refGene=:", "ANNOVAR_DATE=1;AAChange.x=:c.:p."]
        {
            let _ = read(damaged, "G", 0);
        }
    }
}
