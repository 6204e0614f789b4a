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
  /** Columns set flush right. */
  right: readonly ColumnName[];
  /** For `grid-template-columns`, the box for selecting first. */
  template: string;
  title(name: ColumnName): string;
}

/** Widths in units of the grid; fractions share what is left. Verdict columns stay equal, so that they can be
 *  compared across. */
const WIDTH: Record<ColumnName, string> = {
  gene: 'minmax(calc(var(--u) * 18), 0.7fr)',
  change: 'minmax(calc(var(--u) * 38), 2.2fr)',
  vaf: 'calc(var(--u) * 15)',
  depth: 'calc(var(--u) * 12)',
  copies: 'calc(var(--u) * 16)',
  reads: 'calc(var(--u) * 18)',
  value: 'minmax(calc(var(--u) * 30), 1fr)',
  origin: 'minmax(calc(var(--u) * 16), 0.6fr)',
  laboratory: 'minmax(calc(var(--u) * 20), 0.9fr)',
  ccat: 'minmax(calc(var(--u) * 16), 0.8fr)',
  panel: 'minmax(calc(var(--u) * 26), 1fr)',
  flags: 'minmax(calc(var(--u) * 25), 0.7fr)',
};

const OF_PART: Record<FindingPart, readonly ColumnName[]> = {
  shortVariant: ['gene', 'change', 'vaf', 'depth', 'origin', 'laboratory', 'ccat', 'panel', 'flags'],
  copyNumber: ['gene', 'change', 'copies', 'laboratory', 'ccat', 'panel', 'flags'],
  rearrangement: ['gene', 'change', 'reads', 'origin', 'laboratory', 'ccat', 'panel', 'flags'],
  biomarker: ['gene', 'change', 'value', 'laboratory', 'ccat', 'panel', 'flags'],
  other: ['gene', 'change', 'value', 'laboratory', 'ccat', 'panel', 'flags'],
  germline: ['gene', 'change', 'vaf', 'origin', 'laboratory', 'ccat', 'panel', 'flags'],
};

export function columnsOf(part: FindingPart): Columns {
  const names = OF_PART[part];
  return {
    names,
    right: ['vaf', 'depth', 'copies', 'reads'],
    template: ['calc(var(--u) * 4)', ...names.map((name) => WIDTH[name])].join(' '),
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
