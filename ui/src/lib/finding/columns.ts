import type { FindingRow } from '$lib/bindings/FindingRow';
import type { FindingPart } from '$lib/case/parts';
import { speech } from '$lib/words/speech.svelte';

export type ColumnName =
  | 'gene'
  | 'change'
  | 'vaf'
  | 'depth'
  | 'copies'
  | 'reads'
  | 'value'
  | 'origin'
  | 'laboratory'
  | 'ccat'
  | 'panel'
  | 'flags';

export interface Columns {
  names: readonly ColumnName[];
  /** Columns for which there is no room; the detail shows what they say. */
  folded: readonly ColumnName[];
  /** Columns set flush right. */
  right: readonly ColumnName[];
  /** For `grid-template-columns`, the box for selecting first. */
  template: string;
  /** Below this the table scrolls sideways instead of squeezing. */
  least: string;
  title(name: ColumnName): string;
}

/** Least width in units of the grid, and the share of what is left. Verdict columns share alike, so that they can be
 *  compared across. */
const WIDTH: Record<ColumnName, readonly [number, number]> = {
  gene: [18, 0.7],
  change: [38, 2.2],
  vaf: [15, 0],
  depth: [12, 0],
  copies: [16, 0],
  reads: [18, 0],
  value: [30, 1],
  origin: [20, 0.6],
  laboratory: [20, 0.9],
  ccat: [16, 0.9],
  panel: [32, 0.9],
  flags: [30, 0.7],
};
const BOX = 4;
const GAP = 4;
const EDGE = 4;
/** What gives way first where room is short. Gene, change and the panel's verdict always stay. */
const GIVES_WAY: readonly ColumnName[] = [
  'depth',
  'origin',
  'reads',
  'laboratory',
  'ccat',
  'flags',
  'value',
  'copies',
  'vaf',
];

function track([least, share]: readonly [number, number]): string {
  const width = `calc(var(--u) * ${least})`;
  return share > 0 ? `minmax(${width}, ${share}fr)` : width;
}

const OF_PART: Record<FindingPart, readonly ColumnName[]> = {
  shortVariant: ['gene', 'change', 'vaf', 'depth', 'origin', 'laboratory', 'ccat', 'panel', 'flags'],
  copyNumber: ['gene', 'change', 'copies', 'laboratory', 'ccat', 'panel', 'flags'],
  rearrangement: ['gene', 'change', 'reads', 'origin', 'laboratory', 'ccat', 'panel', 'flags'],
  biomarker: ['gene', 'change', 'value', 'laboratory', 'ccat', 'panel', 'flags'],
  other: ['gene', 'change', 'value', 'laboratory', 'ccat', 'panel', 'flags'],
  germline: ['gene', 'change', 'vaf', 'origin', 'laboratory', 'ccat', 'panel', 'flags'],
};

function least(names: readonly ColumnName[]): number {
  return names.reduce((sum, name) => sum + WIDTH[name][0] + GAP, BOX + 2 * EDGE);
}

const NOTHING: ReadonlySet<ColumnName> = new Set();

/** Whether a finding says something in a column that may give way. */
const SAYS: Partial<Record<ColumnName, (row: FindingRow) => boolean>> = {
  vaf: (row) => row.vaf !== null || row.vafText !== null,
  depth: (row) => row.depth !== null,
  copies: (row) => row.copyNumber !== null || row.valuesInWords.length > 0,
  reads: (row) => row.alternateDepth !== null,
  value: (row) => row.valuesInWords.length > 0,
  origin: (row) => row.origin !== 'unknown',
  laboratory: (row) => row.verdicts.laboratory !== null,
  ccat: (row) => row.verdicts.ccat !== null,
};

/** The columns in which no row says anything. */
export function blankColumns(rows: readonly FindingRow[]): ReadonlySet<ColumnName> {
  const names = Object.keys(SAYS) as ColumnName[];
  return new Set(names.filter((name) => !rows.some(SAYS[name]!)));
}

/** Columns that a person may put away: all but gene, change and the panel's verdict. */
export function optionalColumns(part: FindingPart): readonly ColumnName[] {
  return OF_PART[part].filter((name) => GIVES_WAY.includes(name));
}

/** The columns of a part. `room` is the width there is, in units of the grid; where it is short, those that are blank
 *  give way before any that says something. Those `hidden` were put away by a person. */
export function columnsOf(
  part: FindingPart,
  room = Infinity,
  blank = NOTHING,
  hidden: readonly ColumnName[] = [],
): Columns {
  const put = new Set(optionalColumns(part).filter((name) => hidden.includes(name)));
  let names = OF_PART[part].filter((name) => !put.has(name));
  const order = [
    ...GIVES_WAY.filter((name) => blank.has(name)),
    ...GIVES_WAY.filter((name) => !blank.has(name)),
  ];
  for (const name of order) {
    if (least(names) > room) names = names.filter((one) => one !== name);
  }
  return {
    names,
    folded: OF_PART[part].filter((name) => !names.includes(name) && !put.has(name)),
    right: ['vaf', 'depth', 'copies', 'reads'],
    template: [`calc(var(--u) * ${BOX})`, ...names.map((name) => track(WIDTH[name]))].join(' '),
    least: `calc(var(--u) * ${least(names)})`,
    title: (name) => {
      const t = speech.t;
      const titles: Record<ColumnName, string> = {
        gene: part === 'biomarker' ? speech.word('finding.marker') : t.table.gene,
        change: t.table.change,
        vaf: 'VAF',
        depth: t.table.depth,
        copies: t.table.copies,
        reads: t.table.reads,
        value: t.table.value,
        origin: speech.word('finding.origin'),
        laboratory: speech.word('verdict.laboratory'),
        ccat: speech.word('verdict.ccat'),
        panel: speech.word('verdict.panel'),
        flags: t.table.flags,
      };
      return titles[name];
    },
  };
}
