//! The INFO fields that reading needs, found in one pass over the column.

use entaku_domain::finding::Origin;
use entaku_vcf_check::columns;

/// Values as written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Info<'a> {
    pub csq: Option<&'a str>,
    pub ann: Option<&'a str>,
    pub eff: Option<&'a str>,
    pub func: Option<&'a str>,
    pub bcsq: Option<&'a str>,
    pub funcotation: Option<&'a str>,
    /// The first key of ANNOVAR's.
    pub annovar: Option<&'a str>,
    pub af: Option<&'a str>,
    pub dp: Option<&'a str>,
    pub dp4: Option<&'a str>,
    pub an: Option<&'a str>,
    /// GATK's filters of each allele.
    pub allele_filters: Option<&'a str>,
    pub mate: Option<&'a str>,
    pub kind: Option<&'a str>,
    somatic: bool,
    germline: bool,
    status: Option<&'a str>,
    /// VarScan: 0 reference, 1 germline, 2 somatic, 3 loss of heterozygosity.
    somatic_status: Option<&'a str>,
}

impl<'a> Info<'a> {
    /// Reads the column. `csq` is the name of VEP's field in this file.
    pub fn of(text: &'a str, csq: &str) -> Self {
        let mut info = Self::default();
        for (key, value) in columns::info(text) {
            let slot = match key {
                "ANN" => &mut info.ann,
                "EFF" => &mut info.eff,
                "FUNC" => &mut info.func,
                "BCSQ" => &mut info.bcsq,
                "FUNCOTATION" => &mut info.funcotation,
                "ANNOVAR_DATE" => &mut info.annovar,
                "AF" => &mut info.af,
                "DP" => &mut info.dp,
                "DP4" => &mut info.dp4,
                "AN" => &mut info.an,
                "AS_FilterStatus" => &mut info.allele_filters,
                "MATEID" => &mut info.mate,
                "SVTYPE" => &mut info.kind,
                "STATUS" => &mut info.status,
                "SS" => &mut info.somatic_status,
                "SOMATIC" => {
                    info.somatic = value != Some("0");
                    continue;
                }
                "GERMLINE" => {
                    info.germline = value != Some("0");
                    continue;
                }
                other if other == csq => &mut info.csq,
                _ => continue,
            };
            *slot = value;
        }
        info
    }

    /// The origin, where the caller states one: the flags SOMATIC and GERMLINE, VarDict's STATUS, VarScan's SS.
    pub fn origin(&self, varscan: bool) -> Origin {
        match (self.somatic, self.germline) {
            (true, false) => return Origin::Somatic,
            (false, true) => return Origin::Germline,
            _ => {}
        }
        match self.status {
            Some("StrongSomatic") => Origin::Somatic,
            Some("LikelySomatic") => Origin::LikelySomatic,
            Some("Germline") => Origin::Germline,
            _ if !varscan => Origin::Unknown,
            _ => match self.somatic_status {
                Some("1") => Origin::Germline,
                Some("2") => Origin::Somatic,
                _ => Origin::Unknown,
            },
        }
    }
}

/// What INFO says of a structural alteration; read only for records of symbols and breakends.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Structural<'a> {
    pub end: Option<&'a str>,
    pub svlen: Option<&'a str>,
    pub chr2: Option<&'a str>,
    /// The position on CHR2, by either of its names.
    pub pos2: Option<&'a str>,
    pub cipos: Option<&'a str>,
    pub ciend: Option<&'a str>,
    pub cn: Option<&'a str>,
    pub fold_change: Option<&'a str>,
    pub fold_change_log: Option<&'a str>,
    pub pe: Option<&'a str>,
    pub sr: Option<&'a str>,
    /// Reads over a fusion (Ion Reporter).
    pub reads: Option<&'a str>,
    /// Genes of a fusion, 5' first.
    pub fused: [Option<&'a str>; 2],
    /// The gene of a segment: SEGID of DRAGEN's panels, ANT of TSO500.
    pub segment: Option<&'a str>,
    /// Whether a loss of heterozygosity is flagged.
    pub loh: bool,
    /// Whether the caller knows the place to the base.
    pub precise: Option<bool>,
}

impl<'a> Structural<'a> {
    /// Reads the column.
    pub fn of(text: &'a str) -> Self {
        let mut info = Self::default();
        for (key, value) in columns::info(text) {
            let [five, three] = &mut info.fused;
            let slot = match key {
                "END" => &mut info.end,
                "SVLEN" => &mut info.svlen,
                "CHR2" => &mut info.chr2,
                "POS2" | "CHR2_POS" => &mut info.pos2,
                "CIPOS" => &mut info.cipos,
                "CIEND" => &mut info.ciend,
                "CN" => &mut info.cn,
                "FOLD_CHANGE" => &mut info.fold_change,
                "FOLD_CHANGE_LOG" => &mut info.fold_change_log,
                "PE" => &mut info.pe,
                "SR" => &mut info.sr,
                "READ_COUNT" => &mut info.reads,
                "GENEA" => &mut *five,
                "GENEB" => &mut *three,
                "SEGID" | "ANT" => &mut info.segment,
                "LOH" => {
                    info.loh = value != Some("0");
                    continue;
                }
                "PRECISE" | "IMPRECISE" => {
                    info.precise = Some(key == "PRECISE");
                    continue;
                }
                _ => continue,
            };
            *slot = value;
        }
        info
    }
}

/// Whether an allele, by its index among `count`, passes GATK's filters of its own. `SITE` leaves it to FILTER. Statuses are
/// parted by `|`, or by commas in the older form; where there are not as many as alleles (a site that was split keeps all of
/// them) nobody can tell which is meant: none, unless all of them fail or pass.
pub(super) fn allele_passes(statuses: &str, index: usize, count: usize) -> Option<bool> {
    let bars = statuses.contains('|');
    let of: Vec<&str> = match (bars, count) {
        (false, 1) => vec![statuses],
        (true, _) => statuses.split('|').collect(),
        (false, _) => statuses.split(',').collect(),
    };
    let passes =
        |status: &str| status.split(',').all(|filter| matches!(filter.trim(), "SITE" | "PASS" | "." | ""));
    if let Some(own) = of.get(index).filter(|_| of.len() == count) {
        return Some(passes(own));
    }
    let first = of.first().map(|status| passes(status))?;
    of.iter().all(|status| passes(status) == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origin_is_taken_only_from_a_statement() {
        for (text, varscan, origin) in [
            ("SOMATIC;DP=3", false, Origin::Somatic),
            ("STATUS=LikelySomatic", false, Origin::LikelySomatic),
            ("STATUS=StrongLOH", false, Origin::Unknown),
            ("SS=1", true, Origin::Germline),
            ("SS=1", false, Origin::Unknown),
            ("SOMATIC;GERMLINE", false, Origin::Unknown),
            ("SOMATIC=0", false, Origin::Unknown),
            ("SOMATIC=1", false, Origin::Somatic),
            (".", false, Origin::Unknown),
        ] {
            assert_eq!(Info::of(text, "CSQ").origin(varscan), origin, "{text}");
        }
    }

    #[test]
    fn statuses_of_more_alleles_decide_where_they_are_of_one_mind() {
        for (statuses, index, count, passes) in [
            ("SITE|weak_evidence,base_qual", 0, 2, Some(true)),
            ("SITE|weak_evidence,base_qual", 1, 2, Some(false)),
            ("SITE|weak_evidence", 0, 1, None),
            ("weak_evidence|base_qual", 0, 1, Some(false)),
            ("SITE|SITE", 0, 1, Some(true)),
            ("base_qual", 0, 1, Some(false)),
            ("SITE,weak_evidence", 1, 2, Some(false)),
        ] {
            assert_eq!(allele_passes(statuses, index, count), passes, "{statuses}");
        }
    }
}
