//! Names of findings that are withheld, in every spelling in which people write them: half or full width, any case, one- and
//! three-letter residues, with or without prefix, brackets, transcript or thousands separators, of all consequences and not
//! of the chosen one alone. "R273C", "（Ａｒｇ２７３Ｃｙｓ）", "コドン273" and "chr17:7,673,803" tell as much as one another.
//!
//! The text is read first and the findings are asked about what it says, for a case may withhold thousands of findings and
//! its people write little. A bare number names nothing; what a finding that is shown is called too betrays nothing.

mod aliases;
mod change;
mod read_text;

use crate::finding::{Alteration, Finding, ShortVariant, TranscriptEffect};
use crate::gene::GeneSymbol;
use crate::genome::{Chromosome, Position1};
use read_text::ReadText;

pub use aliases::{SOURCE, VERSION};

/// The findings that are withheld, beside those that are shown.
#[derive(Debug, Clone, Default)]
pub struct Withheld<'c> {
    withheld: Vec<&'c Finding>,
    open: Vec<&'c Finding>,
}

/// A name that stands in a text: what tells whether two are one, and what is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    key: String,
    shown: String,
}

impl Name {
    fn new(kind: &str, what: &str, shown: impl Into<String>) -> Self {
        Self { key: format!("{kind}|{what}"), shown: shown.into() }
    }
}

impl Name {
    fn says_more_than(&self, other: &Self) -> bool {
        [("protein|", "residue|"), ("coding|", "base|")].iter().any(|(whole, part)| {
            let (whole, part) = (self.key.strip_prefix(whole), other.key.strip_prefix(part));
            whole.zip(part).is_some_and(|(whole, part)| whole.starts_with(part))
        })
    }
}

impl<'c> Withheld<'c> {
    /// Of findings that are withheld and those that are shown.
    pub fn new(withheld: Vec<&'c Finding>, open: Vec<&'c Finding>) -> Self {
        Self { withheld, open }
    }

    /// Without the findings that none of these texts can name.
    #[must_use]
    pub fn among<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Self {
        // A sign between them that no name holds: words of two texts make no name.
        let said = ReadText::read(&texts.collect::<Vec<_>>().join("\n|\n"));
        let withheld =
            self.withheld.iter().filter(|finding| !names_of(finding, &said).is_empty()).copied().collect();
        Self { withheld, open: self.open.clone() }
    }

    /// The names that a text gives of what is withheld, each once; names of what is shown are none.
    pub fn named_in(&self, text: &str) -> Vec<String> {
        if self.withheld.is_empty() {
            return Vec::new();
        }
        let said = ReadText::read(text);
        let mut names: Vec<Name> =
            self.withheld.iter().flat_map(|finding| names_of(finding, &said)).collect();
        if names.is_empty() {
            return Vec::new();
        }
        let open: Vec<Name> = self.open.iter().flat_map(|finding| names_of(finding, &said)).collect();
        names.retain(|name| !open.iter().any(|known| known.key == name.key));
        // Of "R273" and "R273C" the longer one says more.
        let all = names.clone();
        names.retain(|name| !all.iter().any(|longer| longer.says_more_than(name)));
        let mut shown: Vec<String> = names.into_iter().map(|name| name.shown).collect();
        shown.sort();
        shown.dedup();
        shown
    }
}

/// What a text says of a finding.
fn names_of(finding: &Finding, said: &ReadText) -> Vec<Name> {
    let mut names = Vec::new();
    let readings = std::iter::once(&finding.read).chain(finding.further.iter().map(|one| &one.read));
    for read in readings {
        of_alteration(&read.alteration, said, &mut names);
        // Numbers of databases: looked for only where the text has any.
        for id in said.identifiers() {
            let named = |field: &crate::finding::VerbatimField| {
                let value = field.1.to_ascii_lowercase();
                value.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == id)
            };
            if read.verbatim.iter().any(named) {
                names.push(Name::new("id", id, id));
            }
        }
    }
    names
}

fn of_alteration(alteration: &Alteration, said: &ReadText, names: &mut Vec<Name>) {
    alteration.genes().into_iter().for_each(|gene| of_gene(gene, said, names));
    match alteration {
        Alteration::ShortVariant(variant) => of_variant(variant, said, names),
        Alteration::CopyNumber(v) => {
            let ends = [v.start, v.end];
            of_place(v.chromosome.as_ref(), ends.into_iter().flatten().map(Position1::get), said, names);
        }
        Alteration::Rearrangement(v) => {
            for side in [&v.breakends.0, &v.breakends.1].into_iter().flatten() {
                let ends = [side.start, side.end];
                of_place(
                    side.chromosome.as_ref(),
                    ends.into_iter().flatten().map(Position1::get),
                    said,
                    names,
                );
            }
        }
        Alteration::Expression(_) => {}
        Alteration::Biomarker(_) | Alteration::NonHuman(_) | Alteration::Composite(_) => {
            let subject = alteration.subject();
            if subject.chars().count() > 2 && said.has_alone(&read_text::folded(&subject)) {
                names.push(Name::new("subject", &subject, subject.clone()));
            }
        }
    }
}

fn of_variant(variant: &ShortVariant, said: &ReadText, names: &mut Vec<Name>) {
    let moved = variant.against_reference.as_ref().and_then(|against| against.leftmost.clone());
    let places = [
        variant.position.map(Position1::get),
        variant.shortest().map(|locus| locus.position.get()),
        moved.map(|locus| locus.position.get()),
    ];
    of_place(variant.chromosome.as_ref(), places.into_iter().flatten(), said, names);
    for effect in &variant.transcripts {
        // A gene that merely lies beside the place is not what the finding is called by.
        if let Some(gene) =
            effect.gene.as_ref().filter(|_| effect.coding.is_some() || effect.protein.is_some())
        {
            of_gene(gene, said, names);
        }
        of_accessions(effect, said, names);
        if let Some(protein) = &effect.protein {
            change::of_protein(protein, said, names);
        }
        if let Some(coding) = &effect.coding {
            change::of_coding(coding, said, names);
        }
    }
}

fn of_gene(gene: &GeneSymbol, said: &ReadText, names: &mut Vec<Name>) {
    let symbol = gene.as_str();
    if said.has_gene(symbol) {
        names.push(Name::new("gene", symbol, symbol));
    }
    for alias in aliases::of(symbol) {
        let found = match alias.is_ascii() {
            true => said.has_gene(alias),
            false => said.has(&read_text::folded(alias)),
        };
        if found {
            names.push(Name::new("gene", alias, *alias));
        }
    }
}

fn of_accessions(effect: &TranscriptEffect, said: &ReadText, names: &mut Vec<Name>) {
    let before_colon = |text: &str| text.split_once(':').map(|(accession, _)| accession.trim().to_owned());
    let all = [
        effect.transcript.clone(),
        effect.coding.as_ref().and_then(|coding| before_colon(coding.as_str())),
        effect.protein.as_ref().and_then(|protein| before_colon(protein.as_str())),
    ];
    for accession in all.into_iter().flatten() {
        let accession = crate::finding::accession(&accession).to_owned();
        // `NM_000546`: letters and a number of some length; anything else is no accession.
        let long = accession.chars().filter(char::is_ascii_digit).count() >= 5;
        if long && said.has_number_alone(&read_text::folded(&accession)) {
            names.push(Name::new("transcript", &accession, accession.clone()));
        }
    }
}

fn of_place(
    chromosome: Option<&Chromosome>,
    positions: impl Iterator<Item = u32>,
    said: &ReadText,
    names: &mut Vec<Name>,
) {
    let Some(chromosome) = chromosome else { return };
    let number = chromosome.as_str().trim_start_matches("chr").to_ascii_lowercase();
    for position in positions {
        if said.has_place(&number, position) {
            names.push(Name::new(
                "place",
                &format!("{number}:{position}"),
                format!("chr{number}:{position}"),
            ));
        }
    }
}

#[cfg(test)]
mod tests;
