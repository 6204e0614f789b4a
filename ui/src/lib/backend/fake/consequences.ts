import type { ChoiceView } from '$lib/bindings/ChoiceView';
import type { FindingRow } from '$lib/bindings/FindingRow';
import type { LabelView } from '$lib/bindings/LabelView';
import type { TranscriptView } from '$lib/bindings/TranscriptView';
import { WORDS } from '$lib/bindings/words';
import { said } from './terms';

/** Version of the order of choice. */
export const ORDER = '2026-11-29';

const words: Readonly<Record<string, LabelView>> = WORDS;
const flags = (...codes: string[]) => codes.map((code) => words[`transcript.${code}`]!);

type Line = [string, string | null, string | null, string | null, string, string, LabelView[]?];
function lines(...all: Line[]): TranscriptView[] {
  return all.map(([gene, transcript, coding, protein, effect, impact, marks]) => ({
    gene,
    transcript,
    coding,
    protein,
    effects: [effect],
    effectsInWords: [said(effect)],
    impact,
    flags: marks ?? [],
  }));
}

/** Findings of the practice case with consequences on several transcripts, the one that speaks first. */
export function demoConsequences(): Record<string, TranscriptView[]> {
  return {
    F1: lines(
      [
        'EGFR',
        'NM_005228.5',
        'c.2573T>G',
        'p.Leu858Arg',
        'missense_variant',
        'MODERATE',
        flags('maneSelect', 'canonical'),
      ],
      ['EGFR', 'NM_001346941.2', 'c.1772T>G', 'p.Leu591Arg', 'missense_variant', 'MODERATE'],
      [
        'EGFR',
        'ENST00000455089.5',
        'c.2438T>G',
        'p.Leu813Arg',
        'missense_variant',
        'MODERATE',
        flags('pick'),
      ],
      ['EGFR', null, null, null, 'regulatory_region_variant', 'MODIFIER'],
    ),
    F2: lines(
      [
        'EGFR',
        'NM_005228.5',
        'c.2369C>T',
        'p.Thr790Met',
        'missense_variant',
        'MODERATE',
        flags('maneSelect'),
      ],
      ['EGFR-AS1', 'NR_047551.1', 'n.1231G>A', null, 'non_coding_transcript_exon_variant', 'MODIFIER'],
    ),
    F6: lines(
      [
        'KMT2D',
        'NM_003482.4',
        'c.10834_10857delinsCGATCTTGGAAATTGGGAGTTACAGCTCACATGTGCTTTTAG',
        'p.Gln3612_Pro3619delinsArgSerTrpLysLeuGlyValThrAlaHisMetCysPheTer',
        'protein_altering_variant',
        'MODERATE',
        flags('maneSelect', 'canonical'),
      ],
      [
        'KMT2D',
        'ENST00000683543.2',
        'c.10825_10848delinsCGATCTTGGAAATTGGGAGTTACAGCTCACATGTGCTTTTAG',
        'p.Gln3609fs',
        'frameshift_variant',
        'HIGH',
        flags('preferred'),
      ],
      ['KMT2D-AS1', 'NR_110000.1', 'n.412+3_412+26del', null, 'splice_donor_variant', 'HIGH'],
    ),
  };
}

/** The consequences of a row, where those known are its own. */
export function consequencesOf(known: Record<string, TranscriptView[]>, row: FindingRow): TranscriptView[] {
  const found = known[row.findingId];
  if (found?.[0]?.transcript === row.transcript) return found;
  if (!row.transcript) return [];
  const { transcript, hgvsC: coding, hgvsP: protein, effects, effectsInWords } = row;
  return [
    { gene: row.subject, transcript, coding, protein, effects, effectsInWords, impact: null, flags: [] },
  ];
}

const GRADES = ['HIGH', 'MODERATE', 'LOW', 'MODIFIER'];
/** By the annotator's grade, which is enough to practise with. */
export function moreSevere([first, ...others]: readonly TranscriptView[]): TranscriptView[] {
  const grade = (one?: TranscriptView) => GRADES.indexOf(one?.impact ?? 'MODIFIER');
  return others.filter((one) => grade(one) < grade(first));
}

/** Why the first of several speaks; nothing where there is no choice. */
export function choiceOf(all: readonly TranscriptView[]): ChoiceView | null {
  if (all.length < 2) return null;
  const other = all.some((one) => one.gene !== all[0]!.gene);
  return {
    geneBecause: other ? words['chosenGene.severity']! : null,
    because: words['chosen.maneSelect']!,
    order: ORDER,
    by: null,
  };
}
