import type { FindingRow } from '$lib/bindings/FindingRow';
import { choiceOf, demoConsequences, moreSevere } from './consequences';
import { both, said } from './terms';

const BUILD = { name: 'GRCh37', source: 'file' };

function row(id: number, kind: string, subject: string, rest: Partial<FindingRow>): FindingRow {
  return {
    findingId: `F${id}`,
    kind,
    genes: subject.split('–'),
    subject,
    change: rest.hgvsP ?? rest.hgvsC ?? '',
    hgvsC: null,
    hgvsP: null,
    transcript: null,
    changeInWords: null,
    effects: [],
    effectsInWords: (rest.effects ?? []).map(said),
    choice: null,
    moreSevere: [],
    position: '',
    assembly: BUILD,
    referenceMisfit: null,
    vaf: null,
    vafText: null,
    depth: null,
    alternateDepth: null,
    copyNumber: null,
    values: [],
    valuesInWords: (rest.values ?? []).map(said),
    origin: 'somatic',
    reported: true,
    needsVerdict: true,
    sources: ['LUAD-demo.cats.json'],
    entered: null,
    differences: [],
    sample: 'T01',
    verdicts: { laboratory: null, ccat: null, panel: null },
    germline: { words: 'germline', judgement: null, reason: null, matter: false, withheld: false },
    opinions: 0,
    standing: null,
    consequences: [],
    verbatim: {},
    ...rest,
  };
}

type Short = [string, string, string, string, string, string, number, number, string, Partial<FindingRow>?];
const SHORT: Short[] = [
  [
    'EGFR',
    'p.Leu858Arg',
    'c.2573T>G',
    'NM_005228.5',
    'missense_variant',
    '7:55259515',
    0.342,
    812,
    '病的',
    { opinions: 2, standing: 'agreed' },
  ],
  [
    'EGFR',
    'p.Thr790Met',
    'c.2369C>T',
    'NM_005228.5',
    'missense_variant',
    '7:55249071',
    0.118,
    774,
    '病的',
    { opinions: 2, standing: 'differing' },
  ],
  ['TP53', 'p.Arg273His', 'c.818G>A', 'NM_000546.6', 'missense_variant', '17:7577120', 0.407, 655, '病的'],
  [
    'BRCA2',
    'p.Ser1982ArgfsTer22',
    'c.5946delT',
    'NM_000059.4',
    'frameshift_variant',
    '13:32914438',
    0.489,
    702,
    '病的',
    {
      origin: 'likelyGermline',
      germline: { words: 'germline', judgement: null, reason: null, matter: true, withheld: false },
    },
  ],
  [
    'RB1',
    'p.Arg320Ter',
    'c.958C>T',
    'NM_000321.3',
    'stop_gained',
    '13:48941648',
    0.286,
    531,
    '病的の可能性が高い',
  ],
  [
    'KMT2D',
    'p.Gln3612_Pro3619delinsArgSerTrpLysLeuGlyValThrAlaHisMetCysPheTer',
    'c.10834_10857delinsCGATCTTGGAAATTGGGAGTTACAGCTCACATGTGCTTTTAG',
    'NM_003482.4',
    'protein_altering_variant',
    '12:49427632-49427655',
    0.064,
    498,
    'VUS',
    { reported: false },
  ],
  [
    'STK11',
    'p.Phe354Leu',
    'c.1062C>G',
    'NM_000455.5',
    'missense_variant',
    '19:1223125',
    0.512,
    388,
    '良性',
    { origin: 'germline', needsVerdict: false, reported: false },
  ],
];

/** Fourteen findings of an invented lung adenocarcinoma. */
export function demoFindings(): FindingRow[] {
  const known = demoConsequences();
  const short = SHORT.map(([gene, p, c, nm, effect, position, vaf, depth, laboratory, more], i) =>
    row(i + 1, 'shortVariant', gene, {
      choice: choiceOf(known[`F${i + 1}`] ?? []),
      moreSevere: moreSevere(known[`F${i + 1}`] ?? []),
      hgvsP: p,
      hgvsC: c,
      change: p,
      transcript: nm,
      effects: [effect],
      position,
      vaf,
      vafText: `${(vaf * 100).toFixed(1)} %`,
      depth,
      alternateDepth: Math.round(vaf * depth),
      verdicts: {
        laboratory,
        ccat: i === 0 ? 'エビデンスレベル A' : i === 1 ? 'エビデンスレベル A / R2' : null,
        panel: null,
      },
      ...more,
    }),
  );
  return [
    ...short,
    row(8, 'copyNumber', 'EGFR', {
      change: 'amplification (7.2 copy number)',
      changeInWords: both('増幅（amplification） コピー数 7.2', 'amplification (copy number 7.2)'),
      copyNumber: 7.2,
      values: ['7.2 copy number'],
      valuesInWords: [both('コピー数 7.2', 'copy number 7.2')],
      position: '7:55086725-55275031',
      verdicts: { laboratory: '増幅', ccat: null, panel: null },
    }),
    row(9, 'copyNumber', 'CDKN2A', {
      change: 'homozygous deletion (0.3 copy number)',
      changeInWords: both(
        'ホモ欠失（homozygous deletion） コピー数 0.3',
        'homozygous deletion (copy number 0.3)',
      ),
      copyNumber: 0.3,
      values: ['0.3 copy number'],
      valuesInWords: [both('コピー数 0.3', 'copy number 0.3')],
      position: '9:21967751-21994490',
      verdicts: { laboratory: '欠失', ccat: null, panel: null },
    }),
    row(10, 'copyNumber', 'MDM2', {
      change: 'amplification (6.1 copy number)',
      changeInWords: both('増幅（amplification） コピー数 6.1', 'amplification (copy number 6.1)'),
      copyNumber: 6.1,
      values: ['6.1 copy number'],
      valuesInWords: [both('コピー数 6.1', 'copy number 6.1')],
      position: '12:69201971-69239324',
      verdicts: { laboratory: '増幅（境界）', ccat: null, panel: null },
    }),
    row(11, 'rearrangement', 'EML4–ALK', {
      change: 'EML4 exon13 – ALK exon20 (gene fusion)',
      changeInWords: both(
        'EML4 exon13 – ALK exon20 (融合遺伝子（gene fusion）)',
        'EML4 exon13 – ALK exon20 (gene fusion)',
      ),
      alternateDepth: 3,
      position: '2:42522656 / 2:29446394',
      origin: 'somatic',
      verdicts: { laboratory: '低頻度・要確認', ccat: null, panel: null },
    }),
    row(12, 'biomarker', 'TMB', {
      change: '4.2 mut/Mb',
      values: ['4.2 mut/Mb'],
      verdicts: { laboratory: '低値', ccat: null, panel: null },
    }),
    row(13, 'biomarker', 'MSI', {
      change: 'stable (1.2 %)',
      changeInWords: both('安定（stable） 1.2 %', 'stable (1.2 %)'),
      values: ['1.2 %'],
      verdicts: { laboratory: 'MSS', ccat: null, panel: null },
    }),
    row(14, 'nonHuman', 'EBV', {
      change: 'EBV (0 reads)',
      changeInWords: both('EBV 0 リード', 'EBV (0 reads)'),
      values: ['0 reads'],
      valuesInWords: [both('0 リード', '0 reads')],
      needsVerdict: false,
      verdicts: { laboratory: '陰性', ccat: null, panel: null },
    }),
  ];
}

/** Many findings, for looking at long tables. */
export function manyFindings(n: number): FindingRow[] {
  const genes = [
    'APC',
    'ATM',
    'BRAF',
    'CHEK2',
    'DNMT3A',
    'ERBB2',
    'FGFR3',
    'KRAS',
    'NF1',
    'PIK3CA',
    'PTEN',
    'SMAD4',
  ];
  return Array.from({ length: n }, (_, i) => {
    const vaf = ((i * 37) % 600) / 1000 + 0.01;
    return row(i + 1, 'shortVariant', genes[i % genes.length] ?? 'APC', {
      hgvsP: `p.Gly${12 + i}Asp`,
      hgvsC: `c.${35 + i * 3}G>A`,
      change: `p.Gly${12 + i}Asp`,
      transcript: 'NM_000000.1',
      effects: ['missense_variant'],
      position: `${(i % 22) + 1}:${100000 + i * 977}`,
      vaf,
      vafText: `${(vaf * 100).toFixed(1)} %`,
      depth: 300 + (i % 500),
      verdicts: { laboratory: i % 3 ? 'VUS' : '病的の可能性が高い', ccat: null, panel: null },
    });
  });
}
