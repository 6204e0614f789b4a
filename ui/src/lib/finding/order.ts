import type { FindingRow } from '$lib/bindings/FindingRow';
import { isOpen } from '$lib/case/parts';

export const ORDERS = ['needs', 'gene', 'vaf', 'source'] as const;
export type Order = (typeof ORDERS)[number];

/** Ids in the order asked for. Worked out once when a table opens, so that a row does not jump away while it is
 *  being judged. */
export function ordered(rows: readonly FindingRow[], order: Order): string[] {
  const list = [...rows];
  const byGene = (a: FindingRow, b: FindingRow) => a.subject.localeCompare(b.subject, 'en');
  if (order === 'needs') list.sort((a, b) => need(a) - need(b));
  if (order === 'gene') list.sort(byGene);
  if (order === 'vaf') list.sort((a, b) => (b.vaf ?? -1) - (a.vaf ?? -1) || byGene(a, b));
  return list.map((row) => row.findingId);
}

/** Without verdict first, then put off, then judged, then what needs no verdict. */
function need(row: FindingRow): number {
  if (isOpen(row)) return 0;
  if (!row.needsVerdict) return 3;
  return row.verdicts.panel?.deferred ? 1 : 2;
}

/** Whether a row answers to all words of a filter. */
export function matches(row: FindingRow, filter: string): boolean {
  const text = [
    row.subject,
    ...row.genes,
    row.change,
    row.changeInWords?.ja,
    row.changeInWords?.en,
    row.hgvsC,
    row.hgvsP,
    row.transcript,
    row.position,
    row.findingId,
  ]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
