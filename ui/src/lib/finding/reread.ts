import type { WordKey } from '$lib/bindings/words';
import type { LabelView } from '$lib/bindings/LabelView';
import type { ReadView } from '$lib/bindings/ReadView';
import type { RereadView } from '$lib/bindings/RereadView';
import { speech } from '$lib/words/speech.svelte';

/** Reads in words: alternate ones of all, or what the source gives of the two. */
export function readsOf(of: { depth: number | null; alternateDepth: number | null }): string | null {
  const t = speech.t;
  const { depth, alternateDepth } = of;
  if (alternateDepth !== null && depth !== null) return t.detail.altOf(alternateDepth, depth);
  if (alternateDepth !== null) return `${speech.word('finding.supportingReads')} ${alternateDepth}`;
  return depth === null ? null : `${speech.word('finding.depth')} ${depth}`;
}

/** What is said of one field, then and now. */
export interface Difference {
  part: string;
  was: string | null;
  now: string | null;
}

/** The fields in which two readings of one record differ, in the order of the finding's own list. */
export function differing(was: ReadView, now: ReadView): Difference[] {
  const t = speech.t;
  const w = (key: WordKey) => speech.word(key);
  const list = (words: readonly LabelView[]) => speech.labels(words) || null;
  // The line is made of the protein or the coding change: beside these it says nothing of its own.
  const own = (of: ReadView) => ([of.hgvsP, of.hgvsC].includes(of.change) ? null : speech.change(of));
  const marker = was.kind === 'biomarker' && now.kind === 'biomarker';
  const all: [string, (of: ReadView) => string | null][] = [
    [t.readAnew.kind, (of) => speech.coded('kind', of.kind)],
    [w(marker ? 'finding.marker' : 'finding.gene'), (of) => of.subject],
    [w('finding.protein'), (of) => of.hgvsP],
    [w('finding.coding'), (of) => of.hgvsC],
    [w('finding.change'), own],
    [w('finding.transcript'), (of) => of.transcript],
    [w('finding.effect'), (of) => list(of.effectsInWords)],
    [t.detail.position, (of) => of.position],
    [w('finding.vaf'), (of) => of.vafText],
    [t.detail.reads, readsOf],
    [w('finding.value'), (of) => list(of.valuesInWords)],
    [w('finding.origin'), (of) => speech.coded('origin', of.origin)],
    [t.detail.sample, (of) => of.sample],
  ];
  return all
    .map(([part, say]) => ({ part, was: say(was) || null, now: say(now) || null }))
    .filter((one) => one.was !== one.now);
}

/** A finding with all its readings that differ: it may have a record in several files. */
export interface Pending {
  findingId: string;
  readings: RereadView[];
  /** The decision is one for the finding: a single record that cannot be taken leaves only keeping. */
  canBeTaken: boolean;
}

export function pendingOf(findings: readonly RereadView[]): Pending[] {
  const ids = [...new Set(findings.map((one) => one.findingId))];
  return ids.map((findingId) => {
    const readings = findings.filter((one) => one.findingId === findingId);
    return { findingId, readings, canBeTaken: readings.every((one) => one.canBeTaken) };
  });
}

/** Why a later reading cannot stand under the number of the finding, and what to do instead. */
export function whyNot(one: RereadView): string | null {
  const t = speech.t.readAnew;
  if (one.canBeTaken) return null;
  if (!one.now) return [t.onlyKeep, t.instead0].join(' ');
  const because =
    one.now.kind !== one.was.kind
      ? t.becauseKind
      : one.now.origin !== one.was.origin
        ? t.becauseOrigin
        : t.because;
  return [t.onlyKeep, because, t.instead].join(' ');
}
