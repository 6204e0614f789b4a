//! A change of a gene, beside what was found. A gene that was looked at and has no finding is not altered; of one that was
//! not, nothing is known.

use super::TrialGround;
use crate::omission::ConditionState;
use crate::trial::alteration::{AlterationAsked, Category, CopyCall, GeneAsked, ProteinAsked};
use crate::trial::patient::{Change, Covered, Partner, PatientFinding, TrialPatient};
use crate::trial::sequence_class::{SequenceClass, is_residue};
use crate::trial::why::Why;

const MET: ConditionState = ConditionState::Met;
const NOT_MET: ConditionState = ConditionState::NotMet;
const UNKNOWN: ConditionState = ConditionState::Unknown;

pub(super) fn weigh(
    asked: &AlterationAsked,
    patient: &TrialPatient,
    ground: &TrialGround<'_>,
) -> (ConditionState, Why) {
    let asked = &AlterationAsked {
        genes: asked.genes.iter().map(|gene| approved(gene, ground)).collect(),
        partner: asked.partner.as_ref().map(|gene| approved(gene, ground)),
        ..asked.clone()
    };
    let genes = named(asked);
    let meets = if asked.wild_type { Asked::Altered } else { Asked::This };
    let mut state = NOT_MET;
    let (mut found, mut open, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for finding in &patient.findings {
        let one = match meets {
            Asked::This => is_it(asked, finding),
            Asked::Altered => alters(asked, finding),
        };
        match one {
            MET => found.push(finding.said.as_str()),
            UNKNOWN => open.push(finding.said.as_str()),
            NOT_MET if genes.iter().any(|gene| is_of(finding, gene)) => others.push(finding.said.as_str()),
            NOT_MET => {}
        }
        state = state.or(one);
    }
    // Unaltered is a gene in whose sequence nothing was found.
    let kind = match asked.category {
        Category::Any if asked.wild_type => Category::Mutation,
        kind => kind,
    };
    let looked_at = match genes.as_slice() {
        [] => patient.covered == Covered::All,
        // A fusion of two genes would alter both: either of them tells that there is none.
        genes if asked.partner.is_some() => genes.iter().any(|gene| patient.covered.has(gene, kind)),
        genes => genes.iter().all(|gene| patient.covered.has(gene, kind)),
    };
    if state == NOT_MET && !looked_at {
        state = UNKNOWN;
    }
    let names = genes.join(", ");
    let why = match state {
        MET => Why::Found(found.join(", ")),
        UNKNOWN if !open.is_empty() => Why::MayBe(open.join(", ")),
        UNKNOWN if genes.is_empty() => Why::CoverageUnknown,
        UNKNOWN => Why::NotCovered(names),
        NOT_MET if others.is_empty() => Why::NotAltered(names),
        NOT_MET => Why::OtherFindings { genes: names, found: others.join(", ") },
    };
    // Of no gene in particular nothing can be unaltered.
    match asked.wild_type {
        true if genes.is_empty() => (UNKNOWN, Why::NotUnderstood),
        true => (!state, why),
        false => (state, why),
    }
}

enum Asked {
    /// This change.
    This,
    /// Any change that tells against the gene being unaltered.
    Altered,
}

fn approved(gene: &GeneAsked, ground: &TrialGround<'_>) -> GeneAsked {
    match gene {
        GeneAsked::Gene(symbol) => GeneAsked::Gene(ground.names.approved(symbol).into_owned()),
        other => other.clone(),
    }
}

/// The genes that are named.
fn named(asked: &AlterationAsked) -> Vec<String> {
    let mut genes: Vec<String> = Vec::new();
    for gene in asked.genes.iter().chain(&asked.partner) {
        if let GeneAsked::Gene(symbol) = gene
            && !genes.contains(symbol)
        {
            genes.push(symbol.clone());
        }
    }
    genes
}

/// Whether a finding is of a gene, on either side.
fn is_of(finding: &PatientFinding, gene: &str) -> bool {
    finding.gene == gene
        || matches!(&finding.change, Change::Fusion { partner: Partner::Gene(other), .. } if other == gene)
}

fn is_it(asked: &AlterationAsked, finding: &PatientFinding) -> ConditionState {
    let genes = match asked.genes.as_slice() {
        [] => genes(None, asked.partner.as_ref(), finding),
        several => several
            .iter()
            .map(|gene| genes(Some(gene), asked.partner.as_ref(), finding))
            .fold(NOT_MET, ConditionState::or),
    };
    genes
        .and(category(asked, finding))
        .and(proteins(&asked.proteins, finding))
        .and(exons(&asked.exons, finding))
        .and(classes(&asked.classes, finding))
        .and(calls(&asked.calls, finding))
}

fn genes(gene: Option<&GeneAsked>, partner: Option<&GeneAsked>, finding: &PatientFinding) -> ConditionState {
    let other = match &finding.change {
        Change::Fusion { partner, .. } => Some(partner),
        _ => None,
    };
    let Some(partner) = partner else {
        return match gene {
            None | Some(GeneAsked::AnyGene) => MET,
            Some(GeneAsked::Gene(gene)) => is_of(finding, gene).into(),
            // A break beside no gene, of whatever fusion.
            Some(GeneAsked::Intergenic) => other.map_or(NOT_MET, |other| side(&GeneAsked::Intergenic, other)),
        };
    };
    let Some(other) = other else { return NOT_MET };
    // That a partner is not told makes it no partner of whichever gene.
    let asked = [gene, Some(partner)];
    let mut symbols = asked.iter().filter_map(|asked| match asked {
        Some(GeneAsked::Gene(symbol)) => Some(symbol),
        _ => None,
    });
    if symbols.clone().next().is_some() && !symbols.any(|symbol| is_of(finding, symbol)) {
        return NOT_MET;
    }
    let own = Partner::Gene(finding.gene.clone());
    let both =
        |one: &Partner, two: &Partner| gene.map_or(MET, |gene| side(gene, one)).and(side(partner, two));
    both(&own, other).or(both(other, &own))
}

/// Whether a side of a fusion is the one asked for.
fn side(asked: &GeneAsked, found: &Partner) -> ConditionState {
    match (asked, found) {
        (_, Partner::Untold) => UNKNOWN,
        (GeneAsked::Gene(asked), Partner::Gene(found)) => (asked == found).into(),
        (GeneAsked::AnyGene, Partner::Gene(_)) | (GeneAsked::Intergenic, Partner::Intergenic) => MET,
        _ => NOT_MET,
    }
}

fn category(asked: &AlterationAsked, finding: &PatientFinding) -> ConditionState {
    let exact = !asked.proteins.is_empty() || !asked.classes.is_empty();
    match (asked.category, &finding.change) {
        (_, Change::Copies(CopyCall::NoChange)) => NOT_MET,
        (
            Category::Any | Category::Mutation | Category::MutationOrCopyNumber,
            Change::Short { protein, class, .. },
        ) => {
            // What does not alter the protein is a mutation of the gene by its name alone.
            match short_class(protein.as_deref(), class.as_deref()).map(SequenceClass::alters) {
                Some(NOT_MET) if !exact => UNKNOWN,
                _ => MET,
            }
        }
        (Category::Any | Category::CopyNumber | Category::MutationOrCopyNumber, Change::Copies(_))
        | (Category::Any | Category::Structural, Change::Fusion { .. }) => MET,
        _ => NOT_MET,
    }
}

/// The class as written, else the one that the name of the change tells.
fn short_class(protein: Option<&str>, class: Option<&str>) -> Option<SequenceClass> {
    match class {
        Some(written) => SequenceClass::parse(written),
        None => protein.and_then(SequenceClass::of_protein),
    }
}

fn proteins(asked: &[ProteinAsked], finding: &PatientFinding) -> ConditionState {
    match (asked, &finding.change) {
        ([], _) => MET,
        (_, Change::Short { protein: None, .. }) => UNKNOWN,
        (several, Change::Short { protein: Some(found), .. }) => {
            several.iter().map(|asked| protein(asked, found)).fold(NOT_MET, ConditionState::or)
        }
        _ => NOT_MET,
    }
}

fn protein(asked: &ProteinAsked, found: &str) -> ConditionState {
    // A name without a residue (`?`, a description) tells no change; nor does one whose outcome is not known.
    let told = first_residue(found).is_some();
    match asked {
        ProteinAsked::Change(asked) => {
            if asked == found || (asked.ends_with("fs") && found.starts_with(asked.as_str())) {
                MET
            } else if !told || first_residue(asked).is_none() || open_end(asked, found) {
                UNKNOWN
            } else {
                NOT_MET
            }
        }
        ProteinAsked::Wildcard(prefix) | ProteinAsked::WildcardX(prefix) => {
            let Some(rest) = found.strip_prefix(prefix.as_str()) else {
                return if told { NOT_MET } else { UNKNOWN };
            };
            let mut signs = rest.chars();
            match (signs.next(), signs.next()) {
                (Some(sign), None) if is_residue(sign) => MET,
                (Some('*'), None) if matches!(asked, ProteinAsked::WildcardX(_)) => UNKNOWN,
                (None | Some('?' | 'X'), None) => UNKNOWN,
                _ => NOT_MET,
            }
        }
        ProteinAsked::Residue(residue) => match (first_residue(found), first_residue(residue)) {
            (Some((found, _)), Some((asked, _))) if found != asked => NOT_MET,
            _ => UNKNOWN,
        },
    }
}

/// `V600E` in its residue, `V600`, and what becomes of it.
fn first_residue(key: &str) -> Option<(&str, &str)> {
    let rest = key.strip_prefix(|c: char| c.is_ascii_uppercase() || c == '*')?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if digits == 0 {
        return None;
    }
    key.split_at_checked(digits + 1)
}

/// Whether what was found is at the residue asked for, and what became of it is not told.
fn open_end(asked: &str, found: &str) -> bool {
    match (first_residue(asked), first_residue(found)) {
        (Some((asked, _)), Some((found, rest))) => asked == found && matches!(rest, "" | "?" | "X"),
        _ => false,
    }
}

fn exons(asked: &[u32], finding: &PatientFinding) -> ConditionState {
    match (asked, &finding.change) {
        ([], _) => MET,
        (_, Change::Copies(_)) => NOT_MET,
        (several, Change::Short { exon, .. } | Change::Fusion { exon, .. }) => {
            exon.map_or(UNKNOWN, |exon| several.contains(&exon).into())
        }
    }
}

fn classes(asked: &[String], finding: &PatientFinding) -> ConditionState {
    let Change::Short { protein, class, .. } = &finding.change else {
        return asked.is_empty().into();
    };
    let found = short_class(protein.as_deref(), class.as_deref());
    let one = |asked: &String| {
        if class.as_ref().is_some_and(|written| written.trim().eq_ignore_ascii_case(asked.trim())) {
            return MET;
        }
        match (SequenceClass::parse(asked), found) {
            (Some(asked), Some(found)) => asked.holds_for(found),
            _ => UNKNOWN,
        }
    };
    match asked {
        [] => MET,
        several => several.iter().map(one).fold(NOT_MET, ConditionState::or),
    }
}

fn calls(asked: &[CopyCall], finding: &PatientFinding) -> ConditionState {
    match (asked, &finding.change) {
        ([], _) => MET,
        (several, Change::Copies(found)) => {
            several.iter().map(|asked| call(*asked, *found)).fold(NOT_MET, ConditionState::or)
        }
        _ => NOT_MET,
    }
}

fn call(asked: CopyCall, found: CopyCall) -> ConditionState {
    use CopyCall as Call;
    match (asked, found) {
        (asked, found) if asked == found && asked != Call::Untold => MET,
        (_, Call::Untold) | (Call::Untold, _) => UNKNOWN,
        (Call::Amplification, Call::HighAmplification) | (Call::Deletion, Call::HomozygousDeletion) => MET,
        // A gain is not what everybody calls an amplification, one lost copy not what everybody calls a deletion.
        (Call::Amplification, Call::LowAmplification)
        | (Call::Deletion, Call::HeterozygousDeletion)
        | (Call::HighAmplification | Call::LowAmplification, Call::Amplification)
        | (Call::HomozygousDeletion | Call::HeterozygousDeletion, Call::Deletion) => UNKNOWN,
        _ => NOT_MET,
    }
}

/// Whether a finding tells against its gene being unaltered, in what the trial looks at.
fn alters(asked: &AlterationAsked, finding: &PatientFinding) -> ConditionState {
    let of_gene = asked.genes.iter().any(|gene| match gene {
        GeneAsked::Gene(gene) => is_of(finding, gene),
        _ => false,
    });
    if !of_gene {
        return NOT_MET;
    }
    let narrowed = !asked.proteins.is_empty()
        || !asked.exons.is_empty()
        || !asked.classes.is_empty()
        || !asked.calls.is_empty()
        || asked.partner.is_some();
    if narrowed || !matches!(asked.category, Category::Any | Category::Mutation) {
        return is_it(asked, finding);
    }
    match (&finding.change, asked.category) {
        (Change::Short { protein, class, .. }, _) => {
            short_class(protein.as_deref(), class.as_deref()).map_or(MET, SequenceClass::alters)
        }
        (_, Category::Mutation) | (Change::Copies(CopyCall::NoChange), _) => NOT_MET,
        (Change::Copies(CopyCall::HomozygousDeletion) | Change::Fusion { .. }, _) => MET,
        // More or fewer copies of an unaltered gene: people differ on whether that is still wild-type.
        (Change::Copies(_), _) => UNKNOWN,
    }
}
