//! Rows of an Oncomine table to the alterations they tell of; none where nothing can be used.

use crate::gene_pair;
use crate::notes::{NoteBook, Remark};
use crate::sink::Reason;
use crate::table::cell::{Cell, share};
use crate::table::columns::{Columns, Row};
use crate::values;
use entaku_domain::finding::{Breakend, CopyNumberAlteration, Rearrangement, ShortVariant, TranscriptEffect};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::genome::{Chromosome, Position1};
use entaku_domain::measure::Metric;
use entaku_words::errors::note;

/// Which column holds what.
#[derive(Debug)]
pub(super) struct Layout {
    pub kind: Option<usize>,
    call: Option<usize>,
    filter: Option<usize>,
    id: Option<usize>,
    chromosome: Option<usize>,
    /// Position, reference and alternate: as in the VCF, then as called before the alleles were joined in one record.
    place: [[Option<usize>; 3]; 2],
    end: Option<usize>,
    gene: [Option<usize>; 2],
    transcript: Option<usize>,
    coding: Option<usize>,
    protein: Option<usize>,
    effect: Option<usize>,
    class: Option<usize>,
    frequency: Option<usize>,
    depth: Option<usize>,
    alternate_depth: Option<usize>,
    copies: Option<usize>,
    reads: Option<usize>,
}

impl Layout {
    pub fn of(columns: &Columns) -> Self {
        let at = |names: &[&str]| columns.find(names);
        Self {
            kind: at(&["rowtype"]),
            call: at(&["call"]),
            filter: at(&["FILTER"]),
            id: at(&["ID"]),
            chromosome: at(&["CHROM"]),
            place: [
                [at(&["POS"]), at(&["REF"]), at(&["ALT"])],
                [at(&["INFO...OPOS"]), at(&["INFO...OREF"]), at(&["INFO...OALT"])],
            ],
            end: at(&["INFO.1.END", "INFO...END"]),
            gene: [at(&["FUNC1.gene"]), at(&["INFO.1.GENE_NAME"])],
            transcript: at(&["FUNC1.transcript"]),
            coding: at(&["FUNC1.coding"]),
            protein: at(&["FUNC1.protein"]),
            effect: at(&["FUNC1.function"]),
            class: at(&["FUNC1.oncomineVariantClass"]),
            frequency: at(&["INFO.A.AF", "INFO.A.MAF"]),
            // Reads after the flow evaluator where the file has them: the frequency is theirs.
            depth: at(&["INFO.1.FDP", "INFO.1.DP", "INFO.1.MDP"]),
            alternate_depth: at(&["INFO.A.FAO", "INFO.A.AO", "INFO.A.MAO"]),
            copies: at(&["FORMAT.1.CN"]),
            reads: at(&["INFO...READ_COUNT", "INFO.1.READ_COUNT"]),
        }
    }

    pub fn in_short(&self, row: &Row<'_>) -> String {
        let [gene, _] = self.gene;
        let said = [self.kind, gene, self.protein, self.call, self.id].map(|column| row.text(column));
        format!("{} line {}", said.join(" "), row.line)
    }

    /// Why a row is no call: by `call`, else by FILTER.
    pub fn not_called(&self, row: &Row<'_>) -> Option<Reason> {
        match row.cell(self.call) {
            Some(call) => {
                let not = ["NEG", "NOCALL", "NO CALL", "ABSENT"]
                    .iter()
                    .any(|word| call.text.eq_ignore_ascii_case(word));
                not.then_some(Reason::NotCalled)
            }
            None => {
                let filter = row.cell(self.filter)?;
                (!filter.text.eq_ignore_ascii_case("PASS")).then_some(Reason::NotPass)
            }
        }
    }

    fn gene(&self, row: &Row<'_>, notes: &mut NoteBook) -> Option<GeneSymbol> {
        self.gene.into_iter().find_map(|column| row.cell(column))?.gene(notes)
    }

    fn chromosome(&self, row: &Row<'_>, notes: &mut NoteBook) -> Option<Chromosome> {
        row.cell(self.chromosome)?.chromosome(notes)
    }

    pub fn short_variant(&self, row: &Row<'_>, notes: &mut NoteBook) -> Option<ShortVariant> {
        // ALT may list the alleles of the whole record; then the row's own allele stands in OALT.
        let [own, called] = self.place;
        let lists = row.text(own[2]).contains(',');
        let [position, reference, alternate] = if lists { called } else { own };
        let mut allele = |column| {
            let cell = row.cell(column).or_else(|| {
                let (text, name) = (row.text(column), row.columns.names().get(column?)?);
                (text == "-").then_some(Cell { text, name, line: row.line })
            });
            cell.and_then(|cell| cell.allele(notes))
        };
        let (reference, alternate) = (allele(reference), allele(alternate));
        let effect = TranscriptEffect {
            gene: self.gene(row, notes),
            transcript: row.words(self.transcript),
            coding: row.cell(self.coding).and_then(|cell| cell.change(notes)),
            protein: row.cell(self.protein).and_then(|cell| cell.change(notes)),
            effects: row.words(self.effect).into_iter().collect(),
            ..TranscriptEffect::default()
        };
        let (depth, alternate_depth) = (
            row.cell(self.depth).and_then(|cell| cell.whole(notes)),
            row.cell(self.alternate_depth).and_then(|cell| cell.whole(notes)),
        );
        let stated = row.cell(self.frequency).and_then(|cell| cell.frequency(1.0, notes));
        let variant = ShortVariant {
            chromosome: self.chromosome(row, notes),
            position: row.cell(position).and_then(|cell| cell.position(notes)),
            reference,
            alternate,
            vaf: stated.or_else(|| share(alternate_depth, depth)),
            depth,
            alternate_depth,
            against_reference: None,
            transcripts: vec![effect],
        };
        let placed = variant.chromosome.is_some() && variant.position.is_some();
        let named =
            variant.transcripts.iter().any(|t| t.gene.is_some() || t.coding.is_some() || t.protein.is_some());
        (placed || named).then_some(variant)
    }

    /// A row of copy number; its class is told by the annotation (`Amplification`), else it is a `CNV`.
    pub fn copy_number(&self, row: &Row<'_>, notes: &mut NoteBook) -> Option<CopyNumberAlteration> {
        let [own, _] = self.place;
        let copies = row.cell(self.copies).and_then(|cell| cell.number(notes));
        Some(CopyNumberAlteration {
            chromosome: self.chromosome(row, notes),
            start: row.cell(own[0]).and_then(|cell| cell.position(notes)),
            end: row.cell(self.end).and_then(|cell| cell.position(notes)),
            alteration: row.words(self.class).unwrap_or_else(|| "CNV".to_owned()),
            metrics: copies
                .map(|value| Metric { value, unit: Some("copy number".to_owned()), kind: None })
                .into_iter()
                .collect(),
            genes: self.gene.into_iter().find_map(|column| row.cell(column))?.genes(notes)?,
        })
    }

    /// The id of a fusion without the number of its side.
    pub fn fusion_id<'a>(&self, row: &Row<'a>) -> Option<&'a str> {
        let id = row.text_of(self.id)?;
        id.strip_suffix("_1").or_else(|| id.strip_suffix("_2"))
    }

    /// `EML4-ALK.E13A20.COSF408_1` with the far side in ALT (`G]chr2:29446394]`).
    pub fn fusion(&self, row: &Row<'_>, notes: &mut NoteBook) -> Option<Rearrangement> {
        let [own, _] = self.place;
        let id = row.cell(self.id);
        let name = id.and_then(|cell| cell.text.split('.').next());
        let pair = name.and_then(|name| gene_pair::split(name, &[])).filter(|(five, three)| five != three);
        if let (Some(cell), None) = (id, &pair)
            && row.text(self.kind).eq_ignore_ascii_case("fusion")
        {
            let hint = note::BAD_GENE_PAIR.en;
            cell.remark(notes, Remark::warning("bad-gene-pair", cell.text, hint));
        }
        let gene = self.gene(row, notes);
        let position = row.cell(own[0]).and_then(|cell| cell.position(notes));
        let near = breakend(self.chromosome(row, notes), position, gene.clone());
        let far = row.cell(own[2]).and_then(|cell| mate(cell, notes));
        let far = far.and_then(|(chromosome, position)| breakend(Some(chromosome), position, None));
        if near.is_none() && pair.is_none() {
            return None;
        }
        Some(Rearrangement {
            alteration: row.words(self.kind).unwrap_or_default(),
            names: name.map(|name| values::clean(name).0).into_iter().collect(),
            breakends: (near, far),
            gene_pairs: pair.into_iter().collect(),
            vaf: None,
            supporting_reads: row.cell(self.reads).and_then(|cell| cell.whole(notes)),
            total_reads: None,
        })
    }
}

fn breakend(
    chromosome: Option<Chromosome>,
    position: Option<Position1>,
    gene: Option<GeneSymbol>,
) -> Option<Breakend> {
    (chromosome.is_some() || gene.is_some()).then(|| Breakend {
        chromosome,
        start: position,
        end: position,
        mate_piece: None,
        genes: gene.into_iter().collect(),
    })
}

/// The place between the brackets of a breakend.
fn mate(cell: Cell<'_>, notes: &mut NoteBook) -> Option<(Chromosome, Option<Position1>)> {
    let place = cell.text.split(['[', ']']).find(|part| part.contains(':'))?;
    let (chromosome, position) = place.rsplit_once(':')?;
    let chromosome = Cell { text: chromosome, ..cell }.chromosome(notes)?;
    Some((chromosome, Cell { text: position, ..cell }.position(notes)))
}
