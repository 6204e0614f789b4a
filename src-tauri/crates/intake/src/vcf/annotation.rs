//! What annotators say of one allele. A file may bear several annotations; the first that says something of the allele
//! speaks, and none is mixed with another.

use super::csq::{self, Layout, Own};
use super::fusion_genes::Pair;
use super::header::Header;
use super::info::Info;
use super::spelling::Spelling;
use super::{annovar, bcsq, eff, func, funcotation};
use crate::notes::{Remark, quoted};
use entaku_domain::finding::TranscriptEffect;
use entaku_words::errors::note;

/// What is said of one allele.
#[derive(Default)]
pub(super) struct AlleleAnnotation {
    /// The chosen consequence first.
    pub effects: Vec<TranscriptEffect>,
    /// The laboratory's verdict, which Ion Reporter writes among its annotation.
    pub verdict: Option<String>,
    /// Genes that old SnpEff says are fused.
    pub pairs: Vec<Pair>,
    /// What is to be noted, and of which field.
    pub remark: Option<(Remark, &'static str)>,
}

/// Where an allele stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub position: &'a str,
    pub info: &'a str,
}

/// The orders of fields that the header gives, or the annotators' own.
#[derive(Debug)]
pub(super) struct Orders {
    snpeff: Layout,
}

impl Default for Orders {
    fn default() -> Self {
        Self { snpeff: Layout::snpeff() }
    }
}

impl Orders {
    /// The consequences of an allele, from the entries that name it.
    pub fn read(
        &self,
        info: &Info<'_>,
        header: &Header,
        allele: Spelling<'_>,
        place: Place<'_>,
    ) -> AlleleAnnotation {
        let mut said = AlleleAnnotation::default();
        let mut silent: Option<&'static str> = None;
        let fields: [(&'static str, Option<&str>); 6] = [
            ("INFO/CSQ", info.csq.filter(|_| header.csq.is_some())),
            ("INFO/ANN", info.ann),
            ("INFO/EFF", info.eff),
            ("INFO/BCSQ", info.bcsq),
            ("INFO/FUNCOTATION", info.funcotation),
            ("INFO/ANNOVAR_DATE", info.annovar.or(header.annovar.then_some(""))),
        ];
        for (field, text) in fields {
            let Some(text) = text else { continue };
            let Own { effects, unused } = match field {
                "INFO/CSQ" => header
                    .csq
                    .as_ref()
                    .map(|layout| csq::consequences(text, layout, allele))
                    .unwrap_or_default(),
                "INFO/ANN" => csq::consequences(text, header.ann.as_ref().unwrap_or(&self.snpeff), allele),
                "INFO/EFF" => {
                    if !entaku_vcf_check::columns::is_bases(allele.alternate) {
                        said.pairs = eff::fused(text, header.eff, allele);
                    }
                    eff::consequences(text, header.eff, allele)
                }
                "INFO/BCSQ" => bcsq::consequences(text, place.position, allele),
                "INFO/FUNCOTATION" => funcotation::consequences(text, header.funcotation, allele),
                _ => annovar::consequences(place.info, allele),
            };
            if effects.is_empty() {
                silent.get_or_insert(field);
                continue;
            }
            said.effects = effects;
            said.remark = unused.map(|word| (unused_remark(&word), field));
            return said;
        }
        if let Some(list) = info.func {
            (said.effects, said.verdict) = func::transcripts(list, allele);
            if !said.effects.is_empty() {
                return said;
            }
        }
        said.remark = match silent {
            Some(field) => {
                let hint = note::ANNOTATION_ALLELE.en;
                Some((Remark::info("annotation-allele", quoted(allele.alternate), hint), field))
            }
            None if info.csq.is_some() => {
                let hint = note::ANNOTATION_HEADER.en;
                Some((Remark::warning("annotation-header", "CSQ", hint), "INFO/CSQ"))
            }
            None => None,
        };
        said
    }
}

fn unused_remark(word: &str) -> Remark {
    let hint = note::ANNOTATION_UNUSED.en;
    Remark::info("annotation-unused", quoted(word), hint)
}
