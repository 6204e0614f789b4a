import type { FindingRow } from '$lib/bindings/FindingRow';
import { isOpen } from '$lib/case/parts';
import { speech } from '$lib/words/speech.svelte';

/** What a row is asked for beside its words: a value of each kind that may be chosen. */
export const FACETS = ['judged', 'origin', 'effect', 'laboratory'] as const;
export type Facet = (typeof FACETS)[number];

/** Conditions under which findings are shown. Of one facet any chosen value will do, of several each must hold. */
export interface Conditions {
  /** Least and greatest VAF in percent, both included; as typed. */
  vafFrom: string;
  vafTo: string;
  chosen: Partial<Record<Facet, readonly string[]>>;
}

export const NO_CONDITIONS: Conditions = { vafFrom: '', vafTo: '', chosen: {} };

/** Stands for a row that says nothing. */
export const NOTHING_SAID = '';

/** What a row says to a facet; a row may have several effects. */
const VALUES: Record<Facet, (row: FindingRow) => readonly string[]> = {
  judged: (row) => [state(row)],
  origin: (row) => [row.origin],
  effect: (row) => (row.effects.length > 0 ? row.effects : [NOTHING_SAID]),
  laboratory: (row) => [row.verdicts.laboratory ?? NOTHING_SAID],
};

export const STATES = ['open', 'deferred', 'judged', 'notNeeded'] as const;
export type State = (typeof STATES)[number];

function state(row: FindingRow): State {
  if (isOpen(row)) return 'open';
  if (row.verdicts.panel) return row.verdicts.panel.deferred === null ? 'judged' : 'deferred';
  return 'notNeeded';
}

/** A number as typed, also in full-width letters; none where there is none, or no number. */
export function typedNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace('%', '').trim();
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? null : value;
}

/** Whether a bound is typed that is no number. */
export function isUnreadable(typed: string): boolean {
  return typed.trim() !== '' && typedNumber(typed) === null;
}

export function hasConditions(conditions: Conditions): boolean {
  return countConditions(conditions) > 0;
}

export function countConditions({ vafFrom, vafTo, chosen }: Conditions): number {
  const bounds = typedNumber(vafFrom) !== null || typedNumber(vafTo) !== null ? 1 : 0;
  return bounds + FACETS.filter((facet) => chosen[facet]?.length).length;
}

/** Whether rows meet all conditions. A row without VAF lies within no bounds. */
export function meets(conditions: Conditions): (row: FindingRow) => boolean {
  const [from, to] = [typedNumber(conditions.vafFrom), typedNumber(conditions.vafTo)];
  const sets = FACETS.flatMap((facet) => {
    const chosen = conditions.chosen[facet];
    return chosen?.length ? [{ values: VALUES[facet], chosen: new Set(chosen) }] : [];
  });
  return (row) => {
    // Percent as printed, so that a bound of 5 takes in what stands there as 5.0 %.
    const vaf = row.vaf === null ? null : Math.round(row.vaf * 1000) / 10;
    if (from !== null && (vaf === null || vaf < from)) return false;
    if (to !== null && (vaf === null || vaf > to)) return false;
    return sets.every(({ values, chosen }) => values(row).some((value) => chosen.has(value)));
  };
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** The values that rows have, the most frequent first; those chosen stand also where no row has them. */
export function valuesOf(facet: Facet, rows: readonly FindingRow[], conditions: Conditions): FacetValue[] {
  const counts = new Map<string, number>();
  const labels = new Map<string, string>();
  for (const value of conditions.chosen[facet] ?? []) counts.set(value, 0);
  for (const row of rows) {
    for (const [place, value] of VALUES[facet](row).entries()) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      if (facet === 'effect' && !labels.has(value)) {
        const label = row.effectsInWords[place];
        if (label) labels.set(value, speech.label(label));
      }
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, label: labels.get(value) ?? labelOf(facet, value) }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, speech.language));
}

function labelOf(facet: Facet, value: string): string {
  const t = speech.t;
  if (facet === 'judged') return t.facets.state[value as State];
  if (facet === 'origin') return speech.named(`origin.${value}`);
  return value === NOTHING_SAID ? t.facets.nothingSaid : value;
}

/** The conditions in words, as they stand beside what was done under them. */
export function inWords(conditions: Conditions, filter: string, rows: readonly FindingRow[]): string[] {
  const t = speech.t;
  const [from, to] = [typedNumber(conditions.vafFrom), typedNumber(conditions.vafTo)];
  const chosen = FACETS.flatMap((facet) => {
    const values = conditions.chosen[facet];
    if (!values?.length) return [];
    const labels = new Map(valuesOf(facet, rows, conditions).map((one) => [one.value, one.label]));
    return [
      t.join.said(t.facets[facet], values.map((value) => labels.get(value) ?? value).join(t.facets.or)),
    ];
  });
  return [
    ...(filter.trim() ? [t.join.said(t.facets.words, filter.trim())] : []),
    ...(from !== null && to !== null ? [t.facets.vafBetween(from, to)] : []),
    ...(from !== null && to === null ? [t.facets.vafFrom(from)] : []),
    ...(from === null && to !== null ? [t.facets.vafTo(to)] : []),
    ...chosen,
  ];
}

/** With a value chosen, or no longer. */
export function toggled(conditions: Conditions, facet: Facet, value: string): Conditions {
  const had = conditions.chosen[facet] ?? [];
  const now = had.includes(value) ? had.filter((one) => one !== value) : [...had, value];
  return { ...conditions, chosen: { ...conditions.chosen, [facet]: now } };
}
