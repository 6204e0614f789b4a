import type { FindingRow } from '$lib/bindings/FindingRow';

/** How many findings a look takes in. */
const MOST = 8;

/** The findings that matter first: those judged to lead to a treatment, then those judged heavy, then what still waits, in
 *  their own order. What was judged light is left to its table. */
export function keyFindings(rows: readonly FindingRow[]): FindingRow[] {
  const place = (row: FindingRow): number => {
    const verdict = row.verdicts.panel;
    if (verdict?.actionable) return 0;
    if (verdict?.grade && verdict.grade.weight >= HEAVY) return 1;
    return verdict || !row.needsVerdict ? 3 : 2;
  };
  const placed = rows.map((row) => [place(row), row] as const).filter(([at]) => at < 3);
  return placed
    .sort(([a], [b]) => a - b)
    .slice(0, MOST)
    .map(([, row]) => row);
}

/** From this weight of a class on it speaks for the disease. */
const HEAVY = 1;
